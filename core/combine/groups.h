// Open orders that go to one address, and what speaks for and against one
// parcel (S17-S19, docs/rules.md 3.2).
//
// MARKETPLACE  Each order is judged by its own policy, the group by that of its
// first order. Orders of two marketplaces never share a parcel.
//
// Orders meet when the loose keys of their addresses are equal
// (address/address_key.h); where the safe ones are not, a person is asked. Each
// order stays an order of its own. The verdict is the strictest of
// its reasons: a person accepts, Parcelwise never merges.
//
// LATE  A parcel leaves when its last order may: after purchase, payment and
// the minutes in which the buyer can still change it (S15). An order whose
// ship-by lies before that would be late for the others' sake. IMPORT  Who
// sells from outside the United Kingdom and the EU to a buyer inside sends each
// order by itself, for the tax (docs/rules.md 3.1). Where the seller is, the
// policy's zone tells.
#ifndef PARCELWISE_COMBINE_GROUPS_H_
#define PARCELWISE_COMBINE_GROUPS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "money/money.h"
#include "orders/marketplace.h"
#include "orders/order_book.h"
#include "time/instant.h"

namespace parcelwise {

enum class Verdict : std::uint8_t { kSuggest, kAsk, kBlocked };
std::string_view verdict_name(Verdict verdict);

// Why a group needs a person or cannot be: docs/command.md's reason codes.
enum class CombineReason : std::uint8_t {
  // These block.
  kCashOnDelivery,
  kPending,
  kCancelled,
  kBuyerCancelRequest,
  kFulfilledByAmazon,
  kAlreadyShipped,
  kStatusUnknown,
  kDifferentMarketplace,
  kDifferentCurrency,
  kDifferentDeliveryWindow,
  kImportUkEu,
  // These ask.
  kDifferentPo,
  kGift,
  kPrime,
  kDifferentServiceLevel,
  kNameDiffers,
  kAddressVariant,
  kDifferentBuyer,
  kReplacement,
  kWouldBeLate,
  kTooManyOrders,
  // No suggestion; told by the saving (combine/saving.h), never by a group
  // itself.
  kNotCheaper,
};
std::string_view reason_name(CombineReason reason);
Verdict verdict_of(
    CombineReason reason);  // of a group that has no other reason

// A reason with the orders it concerns, by id: those of which it is true; of
// what differs those unlike the group's first order; of what only the whole
// group is (import-uk-eu, address-variant, too-many-orders) all of them.
struct ConcernedOrders {
  CombineReason reason{};
  std::vector<std::uint32_t> orders;
};

struct CombinedGroup {
  std::vector<std::uint32_t> orders;  // indices in the book, by order id
  Verdict verdict = Verdict::kSuggest;
  std::vector<ConcernedOrders> reasons;  // in the order of CombineReason
  std::optional<Instant> ship_by;  // the earliest of what is still to ship
  bool ship_by_estimated = false;  // and no report tells it

  // On the charge basis: what the buyer paid for shipping beyond the dearest
  // single charge; nullopt where some order has no prices.
  std::optional<Money> saved;
};

class CombinedGroups {
 public:
  // The open, seller-fulfilled orders of each address. What has left, and what
  // nobody knows to be open, is offered to no parcel. One that is the only
  // open order of its address makes a blocked group with the pending,
  // cancelled, shipped and Amazon's own orders there, if any: they are why it
  // travels alone.
  static CombinedGroups find(const OrderBook& book, const Policies& policies,
                             Instant now);

  // The same judgement on orders of one place, two and more, whichever a person
  // has put together: a group that an order was taken out of.
  static CombinedGroup judge(const OrderBook& book, const Policies& policies,
                             Instant now, std::vector<std::uint32_t> orders);

  const std::vector<CombinedGroup>& all() const { return groups_; }

  // The group an order is in; nullptr for an order that travels alone.
  const CombinedGroup* of(std::uint32_t order) const;

 private:
  std::vector<CombinedGroup> groups_;
  static constexpr std::uint32_t kNoGroup = UINT32_MAX;
  std::vector<std::uint32_t> group_of_;  // each order; its index in groups_
};

}  // namespace parcelwise

#endif  // PARCELWISE_COMBINE_GROUPS_H_
