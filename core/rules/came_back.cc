// came-back: we wrote its confirmation, and a listing made after that file
// still has the order: Amazon probably refused the number, and says so to
// nobody (docs/rules.md 0.2). Unconfirmed it is cancelled and unpaid (S28,
// S29).
#include <algorithm>

#include "rules/rule.h"

namespace parcelwise {
namespace came_back {
namespace {

enum Variant : std::uint8_t { kPlain, kPastLimit };

std::optional<Instant> earlier_limit(const OrderFacts& order,
                                     const CheckContext& context) {
  if (!order.ship_by) return std::nullopt;
  const auto calendar = context.confirm_by(order.ship_by->at);
  const auto business = context.amazon_by(order.ship_by->at);
  if (!calendar || !business) return calendar ? calendar : business;
  return std::min(*calendar, *business);
}

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  const OrderProgress* const progress = context.progress_of(order);
  if (progress == nullptr || progress->state != ProgressState::kCameBack ||
      !order.open()) {
    return std::nullopt;
  }
  const auto due = earlier_limit(order, context);
  return Finding{Urgency::kToday, due,
                 due && *due < context.now ? kPastLimit : kPlain};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  const OrderProgress& progress = *context.progress_of(order);
  tell_ship_by(order, context, reasons);
  const auto note = [&](const char* column, const std::string& value) {
    if (!value.empty()) reasons.evidence.push_back({column, value});
  };
  note("confirmation-file", progress.confirmation_file);
  note("tracking-number", progress.number);
  if (!progress.confirmed_at) return;
  note("confirmed-at",
       context.policy.zone().to_iso8601(*progress.confirmed_at));
  reasons.instants.emplace_back("confirmed_at", *progress.confirmed_at);
}

}  // namespace
}  // namespace came_back

extern const Rule kCameBack;
const Rule kCameBack{"came-back",
                     {"plain", "past-limit"},
                     {"S28", "S29"},
                     came_back::find,
                     came_back::explain};

}  // namespace parcelwise
