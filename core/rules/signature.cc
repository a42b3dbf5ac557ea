// signature: Amazon recommends that the carrier has the delivery signed for
// (docs/rules.md 2.5).
#include "rules/rule.h"

namespace parcelwise {
namespace signature {
namespace {

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  if (!order.is(Flag::kSignature) || !order.to_ship()) return std::nullopt;
  return Finding{Urgency::kInfo, due_ship_by(order)};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kSignatureRecommended, reasons);
}

}  // namespace
}  // namespace signature

extern const Rule kSignature;
const Rule kSignature{
    "signature", {"plain"}, {"2.5"}, signature::find, signature::explain};

}  // namespace parcelwise
