// finish-partial-confirmation: one confirmed unit charges the buyer for all,
// and the rest shows as late until it is confirmed too (S30, S31).
#include <algorithm>

#include "rules/rule.h"

namespace parcelwise {
namespace {

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.to_ship() || !order.partly_shipped) return std::nullopt;
  if (!order.ship_by) return Finding{Urgency::kSoon, std::nullopt};
  // At least soon: the buyer has paid for what has not left.
  return Finding{
      std::min(context.urgency_of(order.ship_by->at), Urgency::kSoon),
      order.ship_by->at};
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

extern const Rule kFinishPartialConfirmation;
const Rule kFinishPartialConfirmation{
    "finish-partial-confirmation", {"plain"}, {"S30", "S31"}, find, explain};

}  // namespace parcelwise
