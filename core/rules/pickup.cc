// pickup: the buyer collects it, at the seller's store or at a point that it is
// sent to (docs/rules.md 2.5).
#include "rules/rule.h"

namespace parcelwise {
namespace pickup {
namespace {

enum Variant : std::uint8_t { kPoint, kStore };

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  const bool store = order.is(Flag::kStorePickup);
  if (!order.to_ship() || !(store || order.is(Flag::kPickupPoint)))
    return std::nullopt;
  return Finding{Urgency::kInfo, due_ship_by(order), store ? kStore : kPoint};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding& finding, Reasons& reasons) {
  tell(order, context,
       finding.variant == kStore ? Column::kIsStorePickup
                                 : Column::kIsPickupPoint,
       reasons);
  tell(order, context, Column::kPickupPointType, reasons);
}

}  // namespace
}  // namespace pickup

extern const Rule kPickup;
const Rule kPickup{
    "pickup", {"point", "store"}, {"2.5"}, pickup::find, pickup::explain};

}  // namespace parcelwise
