// What sharing a parcel saves, and whose the saving is (S19;
// docs/rules.md 3.3, W4 to W6).
//
// CHARGE  What the buyer paid for the shipping of each order, less what one
// order would have been charged: the dearest, cheapest or first charge is kept.
// COST    What the parcels cost by a tariff: each order's alone, less the
// cheapest split of the group over parcels (parcel/partition.h). Sizes are
// given by hand
// (`parcels`) or packed from a SKU table; what is not known is told in
// `missing`, and the charges are compared instead.
//
// SAVED = separate - combined - the orders' shipping that went back before,
// within 0 and what is left of the shipping charges. What went back before
// counts towards the saving, whatever it was for: asking again after the refund
// was made gives nothing a second time. It is split over the orders by what is
// left of their charges, then over each order's lines, by largest remainder,
// ties by id. So the refunds sum to it and none exceeds its own charge.
//
//   three of size 60 from Kanto to Kansai, charged 700, 500, 300 -> 1,500 of
//   1,530 (W4) two of size 60, saved 770 of 1,500 -> 359, 257, 154 over 700,
//   500, 300        (W5) two Letter Packs at 430, a 60 at 1,460 -> not cheaper,
//   nothing saved          (W6) no report with prices, or an order with a row
//   that could not be read -> saved nullopt, and `missing` says which orders
//
// LIMITS  kMostOrders orders on the cost basis. The packing errs upwards, so a
// saving by SKU table is at most too small.
#ifndef PARCELWISE_COMBINE_SAVING_H_
#define PARCELWISE_COMBINE_SAVING_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "combine/groups.h"
#include "parcel/sku_table.h"
#include "parcel/tariff.h"
#include "refund/refund.h"

namespace parcelwise {

enum class SavingBasis : std::uint8_t { kCharge, kCost };
std::string_view basis_name(SavingBasis basis);  // "charge"
std::optional<SavingBasis> basis_from_name(std::string_view name);

// Which order's charge one order would have been charged.
enum class KeptCharge : std::uint8_t { kDearest, kCheapest, kFirst };
std::optional<KeptCharge> kept_from_name(std::string_view name);  // "dearest"

// A size as a person gives it: a class in centimetres ("60": the sides sum to
// so much), or the id of a service.
struct GivenParcel {
  std::vector<OrderId> orders;  // one, or several that were measured together
  std::string size;
};

struct SavingTerms {
  SavingBasis basis = SavingBasis::kCharge;
  KeptCharge keep = KeptCharge::kDearest;  // kFirst: by purchase, then by id
  std::span<const Tariff> tariffs = {};    // the cheapest of all is taken
  std::vector<TariffZone> from;            // where parcels leave, by tariff
  const SkuTable* skus = nullptr;
  std::vector<GivenParcel> parcels;  // of equal sets of orders the last holds
};

// Whether some tariff has a service of that id, or it is a class of 10 to 500
// cm.
bool is_parcel_size(std::span<const Tariff> tariffs, std::string_view size);

struct SavedLine {
  std::string order_item_id;
  std::int64_t minor = 0;  // what goes back
};

struct SavedOrder {
  std::uint32_t order = 0;
  Currency currency;  // the group's, unless it is blocked
  std::optional<std::int64_t>
      shipping;                  // charged, promotion taken off; not told: none
  std::int64_t refunded = 0;     // of it, before
  std::int64_t minor = 0;        // what goes back
  std::vector<SavedLine> lines;  // by item id, those that get something
};

struct SavedParcel {
  std::vector<std::uint32_t> orders;
  std::string service;  // its name
  std::int64_t cost = 0;
};

struct Saving {
  SavingBasis basis = SavingBasis::kCharge;
  Currency currency;
  std::vector<SavedOrder> orders;                  // the group's, by id
  std::optional<std::int64_t> separate, combined;  // by the basis
  std::vector<SavedParcel> parcels;                // on the cost basis
  std::optional<std::int64_t> saved;
  bool not_cheaper = false;
  std::vector<Notice> missing;  // "combine/missing/size"
};

// What the refunds of several orders are worked out by, each by its own policy.
struct SavingContext {
  const OrderBook& book;
  const Policies& policies;
  Instant now;
  const RefundLedger& ledger;

  const Policy& policy(std::uint32_t order) const { return policies.of(order); }
};

// Nothing is saved by a blocked group, whose costs are not asked for either.
Saving work_out_saving(const CombinedGroup& group, const SavingContext& context,
                       const SavingTerms& terms);

}  // namespace parcelwise

#endif  // PARCELWISE_COMBINE_SAVING_H_
