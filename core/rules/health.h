// Account health, as far as reports can tell (docs/marketplaces.md 3): bounds,
// each with numerator, denominator and period, for each marketplace by itself,
// as Amazon counts. What only Seller Central knows, who cancelled, when a
// shipment was confirmed, which numbers were scanned, is said as such and never
// guessed.
//
//   health_of(check)[0].figures[0]
//     -> cancellations: upper bound 1 of 52, room for 0 more
//   no orders bought in the period -> 0 of 0, room for 0
//   only an unshipped report is loaded -> not covered, and no room is told
//
// PERIODS  Days of the marketplace, both included, by the day of purchase: 7 or
// 30 full days that ended yesterday. Amazon counts in UTC and up to other days.
#ifndef PARCELWISE_RULES_HEALTH_H_
#define PARCELWISE_RULES_HEALTH_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/check.h"
#include "words/catalogue.h"

namespace parcelwise {

enum class Bound : std::uint8_t { kUpper, kLower, kNone };
std::string_view bound_name(Bound bound);  // "upper"

struct HealthFigure {
  // Below "health" in the catalogue:
  //   cancellations  orders with a line that a report has as cancelled, but
  //                  those of an official request of the buyer's; of all that
  //                  were bought
  //   late           open orders past a ship-by that a report tells; of all
  //                  that were bought and not cancelled
  //   tracking       lines of sent orders of which the journal knows a number;
  //                  of all lines of sent orders that count. None without a
  //                  journal
  std::string_view id;
  Bound bound{};  // what the numerator is of Amazon's own
  std::int64_t numerator = 0, denominator = 0;
  Day from, to;
  // One loaded all-orders report surely has every order of these days; else the
  // figures are of what is loaded, and no bounds of Amazon's.
  bool covered = false;
  // Amazon's target in thousandths, below which (tracking: from which) it
  // wants the rate; nullopt where none was read.
  std::optional<std::int64_t> target;
  // tracking: parcels from this value on count; nullopt where all do.
  std::optional<Money> least;
  // cancellations, where covered: how many more keep it below the target.
  std::optional<std::int64_t> room;
  std::vector<std::uint32_t> orders;  // the first 20 of the numerator, by id
};

// Two cancellations running in 30 days may take an offer off; reports tell no
// order of the events, so two in all are named.
struct CancelledOffer {
  std::string sku;
  std::int64_t orders = 0;
};

// A business order that was sent, where Amazon wants an invoice within a
// business day of the confirmation (UK, DE, FR, IT, ES).
struct DueInvoice {
  std::uint32_t order = 0;
  std::optional<Instant> due;  // where the journal knows the confirmation
};

struct AccountHealth {
  Policies::Index policy = 0;
  std::vector<HealthFigure> figures;   // in the order above
  std::vector<CancelledOffer> offers;  // by SKU, all that have one
  std::vector<DueInvoice> invoices;    // by order id
};

// The SKUs of an order's items behind those of other orders, each once.
void note_skus(const OrderBook& book, const std::vector<std::uint32_t>& items,
               std::vector<std::string>& skus);
// How many orders each SKU was noted of, by SKU.
//   {"TEA", "CUP", "TEA"} -> {"CUP", 1}, {"TEA", 2}
std::vector<CancelledOffer> offers_of(std::vector<std::string> skus);

// One for each marketplace known, by policy id. Looks at every order.
std::vector<AccountHealth> health_of(const Check& check);

// How many cancelled orders of one offer are named.
inline constexpr std::int64_t kOfferAtRisk = 2;

// Amazon's target for a figure, in thousandths; nullopt where none was read.
//   ("cancellations", amazon-jp, 2026-11-20) -> 25; (..., amazon-eg) -> nullopt
std::optional<std::int64_t> health_target(std::string_view figure,
                                          const Policy& policy, Day today);

// Whether a parcel of the order counts for the tracking rate: in Japan from
// 1,000 yen, without tax and with shipping. One of an unknown value counts.
bool counts_for_tracking(const OrderBook& book, std::uint32_t order,
                         const Policy& policy, Day today);
// "Amazon wants at least 95 % ...", with what counts; "" where nothing was
// read.
std::string tracking_target_text(const Policy& policy, Day today,
                                 Language language);

// "Of 52 orders ... at most 1 ...": the figure in one sentence or two.
std::string health_text(const HealthFigure& figure, Language language);
// 25 -> "2.5", in Italian "2,5"; 950 -> "95".
std::string per_cent_of(std::int64_t per_mille, Language language);

// How many of `orders` may be cancelled with the rate below `per_mille`
// thousandths: 40 orders at 25 -> 0, 41 -> 1, 80 -> 1, 81 -> 2.
std::int64_t allowed_cancellations(std::int64_t orders, std::int64_t per_mille);

}  // namespace parcelwise

#endif  // PARCELWISE_RULES_HEALTH_H_
