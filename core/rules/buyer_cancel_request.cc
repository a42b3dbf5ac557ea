// buyer-cancel-request: the buyer asked through Amazon to cancel. Cancelled
// with the reason "Buyer Canceled" it does not count against the seller
// (docs/rules.md 2.3). It stands in place of ship and of the handling rules;
// the limits for a confirmation hold beside it.
#include "rules/rule.h"

namespace parcelwise {
namespace buyer_cancel_request {
namespace {

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  if (!order.is(Flag::kBuyerCancel) || !order.seller_fulfilled() ||
      order.pending() || order.cancelled() || order.unshipped <= 0) {
    return std::nullopt;
  }
  return Finding{Urgency::kToday, due_ship_by(order)};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kIsBuyerRequestedCancellation, reasons);
  tell(order, context, Column::kBuyerRequestedCancelReason, reasons);
  tell_ship_by(order, context, reasons);
}

}  // namespace
}  // namespace buyer_cancel_request

extern const Rule kBuyerCancelRequest;
const Rule kBuyerCancelRequest{"buyer-cancel-request",
                               {"plain"},
                               {"S14", "S15"},
                               buyer_cancel_request::find,
                               buyer_cancel_request::explain};

}  // namespace parcelwise
