// amazon-says-late: Amazon's own column calls the order nearly late where our
// dates see more time (docs/rules.md 0.4: cross-check, trust neither blindly).
#include "rules/rule.h"

namespace parcelwise {
namespace amazon_says_late {
namespace {

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.is(Flag::kVergeOfLateShipment) || !order.to_ship())
    return std::nullopt;
  const bool we_agree =
      order.ship_by && context.urgency_of_ship_by(order) < Urgency::kLater;
  if (we_agree) return std::nullopt;
  return Finding{Urgency::kToday, due_ship_by(order)};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kVergeOfLateShipment, reasons);
  tell_ship_by(order, context, reasons);
}

}  // namespace
}  // namespace amazon_says_late

extern const Rule kAmazonSaysLate;
const Rule kAmazonSaysLate{"amazon-says-late",
                           {"plain"},
                           {"S31"},
                           amazon_says_late::find,
                           amazon_says_late::explain};

}  // namespace parcelwise
