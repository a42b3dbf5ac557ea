// confirm-now: the carrier gave a number, and no confirmation was written: what
// counts for Amazon is the confirmation, not the parcel (S28, S29).
#include "rules/rule.h"

namespace parcelwise {
namespace confirm_now {
namespace {

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  const OrderProgress* const progress = context.progress_of(order);
  if (progress == nullptr || progress->state != ProgressState::kNumbered ||
      !order.to_ship()) {
    return std::nullopt;
  }
  return Finding{context.urgency_of_ship_by(order), due_ship_by(order)};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  const OrderProgress& progress = *context.progress_of(order);
  tell_ship_by(order, context, reasons);
  reasons.evidence.push_back({"tracking-number", progress.number});
  reasons.fields.emplace_back("number", progress.number);
  if (progress.numbered_at) {
    reasons.evidence.push_back({"numbered-at", context.policy.zone().to_iso8601(
                                                   *progress.numbered_at)});
  }
}

}  // namespace
}  // namespace confirm_now

extern const Rule kConfirmNow;
const Rule kConfirmNow{"confirm-now",
                       {"plain"},
                       {"S28", "S29"},
                       confirm_now::find,
                       confirm_now::explain};

}  // namespace parcelwise
