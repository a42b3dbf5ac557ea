// packing-slip: a business order's parcel must hold a packing slip, with the
// buyer's purchase order number where there is one (S33, S34).
#include "rules/rule.h"

namespace parcelwise {
namespace packing_slip {
namespace {

enum Variant : std::uint8_t { kPlain, kWithPo };

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.is(Flag::kBusiness) || !order.to_ship()) return std::nullopt;
  return Finding{
      Urgency::kInfo, due_ship_by(order),
      po_number(context.book, order.order).empty() ? kPlain : kWithPo};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding& finding, Reasons& reasons) {
  tell(order, context, Column::kIsBusinessOrder, reasons);
  if (finding.variant != kWithPo) return;
  const std::string po = po_number(context.book, order.order);
  reasons.evidence.push_back({"po", po});
  reasons.fields.emplace_back("po", po);
}

}  // namespace
}  // namespace packing_slip

extern const Rule kPackingSlip;
const Rule kPackingSlip{"packing-slip",
                        {"plain", "po"},
                        {"S33", "S34"},
                        packing_slip::find,
                        packing_slip::explain};

}  // namespace parcelwise
