// scheduled-delivery: the buyer chose a delivery window (docs/rules.md 2.5).
#include "rules/rule.h"

namespace parcelwise {
namespace scheduled_delivery {
namespace {

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  if (!order.to_ship() || (!order.scheduled_start && !order.scheduled_end)) {
    return std::nullopt;
  }
  return Finding{Urgency::kInfo, order.scheduled_start ? order.scheduled_start
                                                       : order.scheduled_end};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kScheduledDeliveryStart, reasons);
  tell(order, context, Column::kScheduledDeliveryEnd, reasons);
  tell(order, context, Column::kShipServiceLevel, reasons);
  const Instant start =
      order.scheduled_start ? *order.scheduled_start : *order.scheduled_end;
  reasons.instants.emplace_back("start", start);
  reasons.instants.emplace_back("end", order.scheduled_end.value_or(start));
}

}  // namespace
}  // namespace scheduled_delivery

extern const Rule kScheduledDelivery;
const Rule kScheduledDelivery{"scheduled-delivery",
                              {"plain"},
                              {"2.5"},
                              scheduled_delivery::find,
                              scheduled_delivery::explain};

}  // namespace parcelwise
