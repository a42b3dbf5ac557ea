// fulfilled-by-amazon: Amazon ships and answers; the five-minute rule and the
// buyer's phone do not apply (S16, S26).
#include "rules/rule.h"

namespace parcelwise {
namespace fulfilled_by_amazon {
namespace {

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  if (order.seller_fulfilled()) return std::nullopt;
  return Finding{Urgency::kInfo, std::nullopt};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kFulfillmentChannel, reasons);
}

}  // namespace
}  // namespace fulfilled_by_amazon

extern const Rule kFulfilledByAmazon;
const Rule kFulfilledByAmazon{"fulfilled-by-amazon",
                              {"plain"},
                              {"S16", "S26"},
                              fulfilled_by_amazon::find,
                              fulfilled_by_amazon::explain};

}  // namespace parcelwise
