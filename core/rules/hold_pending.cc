// hold-pending: payment is not verified, so nothing may leave (S2, S4).
#include "rules/rule.h"

namespace parcelwise {
namespace hold_pending {
namespace {

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  if (!order.pending()) return std::nullopt;
  return Finding{Urgency::kHold, std::nullopt};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kOrderStatus, reasons);
  tell(order, context, Column::kPaymentType, reasons);
  if (!reasons.evidence.empty()) return;
  // The pending report has no status: being in it is the evidence.
  for (const OrderBook::Source source :
       context.book.order_sources(order.order)) {
    if (context.book.part(source).pending_report) {
      reasons.evidence.push_back(
          {"order-id", context.book.report(source).file});
      return;
    }
  }
}

}  // namespace
}  // namespace hold_pending

extern const Rule kHoldPending;
const Rule kHoldPending{"hold-pending",
                        {"plain"},
                        {"S2", "S4"},
                        hold_pending::find,
                        hold_pending::explain};

}  // namespace parcelwise
