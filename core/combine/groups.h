// Open orders that go to one address, and what speaks for and against one
// parcel (S17-S19, facts/rules.md 3.2).
//
// Orders meet when postal code, country and folded address (text/fold.h) are
// equal; each order stays an order of its own. The verdict is the strictest of
// its reasons: a person accepts, Parcelwise never merges.
#ifndef PARCELWISE_COMBINE_GROUPS_H_
#define PARCELWISE_COMBINE_GROUPS_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "money/money.h"
#include "policy/policy.h"
#include "report/order_book.h"
#include "time/instant.h"

namespace parcelwise {

enum class Verdict : std::uint8_t { kSuggest, kAsk, kBlocked };
std::string_view verdict_name(Verdict verdict);

// Why a group needs a person or cannot be: contract.md's reason codes.
enum class CombineReason : std::uint8_t {
  // These block.
  kCashOnDelivery, kBuyerCancelRequest, kDifferentDeliveryWindow,
  // These ask.
  kDifferentPo, kGift, kPrime, kDifferentServiceLevel, kNameDiffers,
  kDifferentBuyer, kReplacement, kTooManyOrders,
};
std::string_view reason_name(CombineReason reason);

struct CombinedGroup {
  std::vector<std::uint32_t> orders;  // indices in the book, by order id
  Verdict verdict = Verdict::kSuggest;
  std::vector<CombineReason> reasons;
  std::optional<Instant> ship_by;  // the earliest of the group

  // On the charge basis: what the buyer paid for shipping beyond the dearest
  // single charge; nullopt where some order has no prices.
  std::optional<Money> saved;
};

class CombinedGroups {
 public:
  // Only open, seller-fulfilled orders are grouped.
  static CombinedGroups find(const OrderBook& book, const Policy& policy,
                             Instant now);

  const std::vector<CombinedGroup>& all() const { return groups_; }

  // The group an order is in; nullptr for an order that travels alone.
  const CombinedGroup* of(std::uint32_t order) const;

 private:
  std::vector<CombinedGroup> groups_;
  // Order and group index, by order: most orders are in none.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> members_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_COMBINE_GROUPS_H_
