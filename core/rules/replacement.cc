// replacement: sent in place of an earlier order; there is no money in it.
#include "rules/rule.h"

namespace parcelwise {
namespace replacement {
namespace {

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  if (!order.is(Flag::kReplacement) || order.cancelled()) return std::nullopt;
  return Finding{Urgency::kInfo, std::nullopt};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kIsReplacementOrder, reasons);
  tell(order, context, Column::kOriginalOrderId, reasons);
}

}  // namespace
}  // namespace replacement

extern const Rule kReplacement;
const Rule kReplacement{
    "replacement", {"plain"}, {"2.2"}, replacement::find, replacement::explain};

}  // namespace parcelwise
