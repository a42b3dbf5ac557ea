// label-without-number: it went into a carrier's file more than a day ago, and
// no number came back: the label was not printed, or the carrier's file was not
// loaded. Without the number the shipment cannot be confirmed (S28).
#include "rules/rule.h"

namespace parcelwise {
namespace label_without_number {
namespace {

// Carriers' programs give numbers the same day; a night is left for the file.
constexpr std::int64_t kPatienceSeconds = 24 * 60 * 60;

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  const OrderProgress* const progress = context.progress_of(order);
  if (progress == nullptr || progress->state != ProgressState::kLabelMade ||
      !progress->label_at || !order.to_ship()) {
    return std::nullopt;
  }
  const std::int64_t waited =
      context.now.unix_seconds - progress->label_at->unix_seconds;
  if (waited <= kPatienceSeconds) return std::nullopt;
  return Finding{Urgency::kSoon, due_ship_by(order)};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  const OrderProgress& progress = *context.progress_of(order);
  tell_ship_by(order, context, reasons);
  if (!progress.label_file.empty())
    reasons.evidence.push_back({"label-file", progress.label_file});
  reasons.evidence.push_back(
      {"label-at", context.policy.zone().to_iso8601(*progress.label_at)});
  reasons.instants.emplace_back("label_at", *progress.label_at);
}

}  // namespace
}  // namespace label_without_number

extern const Rule kLabelWithoutNumber;
const Rule kLabelWithoutNumber{"label-without-number",
                               {"plain"},
                               {"S28"},
                               label_without_number::find,
                               label_without_number::explain};

}  // namespace parcelwise
