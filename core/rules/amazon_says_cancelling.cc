// amazon-says-cancelling: Amazon's own column calls the order nearly cancelled
// although its ship-by has not passed by our dates (docs/rules.md 0.4).
#include "rules/rule.h"

namespace parcelwise {
namespace amazon_says_cancelling {
namespace {

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.is(Flag::kVergeOfCancellation) || !order.to_ship())
    return std::nullopt;
  const bool we_agree = order.ship_by && context.now > order.ship_by->at;
  if (we_agree) return std::nullopt;
  return Finding{Urgency::kToday, due_ship_by(order)};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kVergeOfCancellation, reasons);
  tell_ship_by(order, context, reasons);
}

}  // namespace
}  // namespace amazon_says_cancelling

extern const Rule kAmazonSaysCancelling;
const Rule kAmazonSaysCancelling{"amazon-says-cancelling",
                                 {"plain"},
                                 {"S28", "S29"},
                                 amazon_says_cancelling::find,
                                 amazon_says_cancelling::explain};

}  // namespace parcelwise
