// finish-partial-confirmation: one confirmed unit charges the buyer for all,
// and the rest shows as late until it is confirmed too (S30, S31). A buyer's
// wish to cancel does not change that. Lines that a listing lacks while it has
// their order are probably confirmed (docs/marketplaces.md 5.6).
#include <algorithm>

#include "rules/rule.h"

namespace parcelwise {
namespace finish_partial_confirmation {
namespace {

enum Variant : std::uint8_t { kPlain, kProbably };

Variant variant_of(const OrderFacts& order, const OrderBook& book) {
  std::int64_t gone = 0;
  for (std::uint32_t item = book.first_item(order.order);
       item < book.last_item(order.order); ++item) {
    gone += item_units(book, item).gone;
  }
  return gone > 0 && gone == order.shipped ? kProbably : kPlain;
}

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.open() || !order.partly_shipped) return std::nullopt;
  const Variant variant = variant_of(order, context.book);
  if (!order.ship_by) return Finding{Urgency::kSoon, std::nullopt, variant};
  // At least soon: the buyer has paid for what has not left.
  return Finding{std::min(context.urgency_of_ship_by(order), Urgency::kSoon),
                 order.ship_by->at, variant};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  constexpr Column kUnits[] = {Column::kQuantityShipped,
                               Column::kQuantityPurchased};
  tell_lines(order, context, kUnits, reasons);
  tell(order, context, Column::kOrderStatus, reasons);
  tell_ship_by(order, context, reasons);
  reasons.fields.emplace_back("shipped", std::to_string(order.shipped));
  reasons.fields.emplace_back("purchased", std::to_string(order.purchased));
}

}  // namespace
}  // namespace finish_partial_confirmation

extern const Rule kFinishPartialConfirmation;
const Rule kFinishPartialConfirmation{"finish-partial-confirmation",
                                      {"plain", "probably"},
                                      {"S30", "S31"},
                                      finish_partial_confirmation::find,
                                      finish_partial_confirmation::explain};

}  // namespace parcelwise
