// confirm-or-lose: past its ship-by an order that is not confirmed is cancelled
// by Amazon and unpaid, even when it was shipped (S28, S29).
//
// Two limits are told: the seed's seven days as calendar days drive the due
// date, Amazon's seven business days stand beside it (docs/rules.md A2). Past
// the second the order is probably gone: look before shipping. A buyer's wish
// to cancel moves neither limit. Where a marketplace's limit is not known it is
// not told, and where neither is, there is no due date: the title says so.
#include <algorithm>

#include "rules/rule.h"

namespace parcelwise {
namespace confirm_or_lose {
namespace {

enum Variant : std::uint8_t {
  kPlain,
  kPastLimit,
  kProbablyCancelled,
  kOneLimit
};

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.open() || !order.ship_by || context.now <= order.ship_by->at) {
    return std::nullopt;
  }
  const auto confirm_by = context.confirm_by(order.ship_by->at);
  const auto amazon_by = context.amazon_by(order.ship_by->at);
  // It may be cancelled any day.
  if (!confirm_by && !amazon_by)
    return Finding{Urgency::kToday, std::nullopt, kPlain};
  const Instant due = confirm_by ? *confirm_by : *amazon_by;
  const Variant open = confirm_by && amazon_by ? kPlain : kOneLimit;
  // By a ship-by that no report tells, nothing is lost for certain.
  if (order.ship_by_estimated()) return Finding{Urgency::kSoon, due, open};
  if (amazon_by && context.now > *amazon_by) {
    return Finding{Urgency::kOverdue, due, kProbablyCancelled};
  }
  if (context.now > due) {
    return Finding{Urgency::kOverdue, due,
                   open == kPlain ? kPastLimit : kOneLimit};
  }
  return Finding{due <= context.today_end ? Urgency::kToday : Urgency::kSoon,
                 due, open};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding& finding, Reasons& reasons) {
  tell_ship_by(order, context, reasons);
  if (const auto amazon_by = context.amazon_by(order.ship_by->at)) {
    reasons.evidence.push_back(
        {"amazon-by", context.policy.zone().to_iso8601(*amazon_by)});
    reasons.instants.emplace_back("amazon_by", *amazon_by);
  }
  if (!finding.due) tell_marketplace(context, reasons);
  tell(order, context, Column::kVergeOfCancellation, reasons);
}

}  // namespace
}  // namespace confirm_or_lose

extern const Rule kConfirmOrLose;
const Rule kConfirmOrLose{
    "confirm-or-lose",
    {"plain", "past-limit", "probably-cancelled", "one-limit"},
    {"S28", "S29"},
    confirm_or_lose::find,
    confirm_or_lose::explain};

}  // namespace parcelwise
