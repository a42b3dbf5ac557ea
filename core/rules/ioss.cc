// ioss: the report has an IOSS number, under which the VAT on an import into
// the European Union is declared; what Seller Central wants of such an order
// was not read (docs/rules.md 2.5). `Other` as its carrier: docs/carriers.md 0,
// item 3.
#include "rules/rule.h"

namespace parcelwise {
namespace ioss {
namespace {

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  if (!order.has_ioss || !order.to_ship()) return std::nullopt;
  return Finding{Urgency::kInfo, due_ship_by(order)};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kIossNumber, reasons);
}

}  // namespace
}  // namespace ioss

extern const Rule kIoss;
const Rule kIoss{"ioss", {"plain"}, {"2.5"}, ioss::find, ioss::explain};

}  // namespace parcelwise
