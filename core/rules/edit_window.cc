// edit-window: for some minutes after paying the buyer may still change a
// seller-fulfilled order (S15, S16). The later of purchase and payment counts
// (docs/rules.md A4b).
#include <algorithm>

#include "rules/rule.h"

namespace parcelwise {
namespace edit_window {
namespace {

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.purchase || !order.seller_fulfilled() || order.cancelled() ||
      order.unshipped == 0) {
    return std::nullopt;
  }
  const Instant paid =
      std::max(*order.purchase, order.payments.value_or(*order.purchase));
  const auto minutes = context.limit(PolicyLimit::kEditMinutes);
  if (!minutes) return std::nullopt;
  const Instant end{paid.unix_seconds + std::int64_t{*minutes} * 60};
  if (context.now < paid || context.now > end) return std::nullopt;
  return Finding{Urgency::kHold, end};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kPurchaseDate, reasons);
  tell(order, context, Column::kPaymentsDate, reasons);
}

}  // namespace
}  // namespace edit_window

extern const Rule kEditWindow;
const Rule kEditWindow{"edit-window",
                       {"plain"},
                       {"S15", "S16"},
                       edit_window::find,
                       edit_window::explain};

}  // namespace parcelwise
