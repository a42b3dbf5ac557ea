// confirm-or-lose: past its ship-by an order that is not confirmed is cancelled
// by Amazon and unpaid, even when it was shipped (S28, S29).
//
// Two limits are told: the seed's seven days as calendar days drive the due
// date, Amazon's seven business days stand beside it (docs/rules.md A2). Past
// the second the order is probably gone: look before shipping. A buyer's wish
// to cancel moves neither limit.
#include "rules/rule.h"

namespace parcelwise {
namespace {

enum Variant : std::uint8_t { kPlain, kPastLimit, kProbablyCancelled };

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.open() || !order.ship_by || context.now <= order.ship_by->at) {
    return std::nullopt;
  }
  const Instant due = context.confirm_by(order.ship_by->at);
  // By a ship-by that no report tells, nothing is lost for certain.
  if (order.ship_by_estimated()) return Finding{Urgency::kSoon, due, kPlain};
  if (context.now > context.amazon_by(order.ship_by->at)) {
    return Finding{Urgency::kOverdue, due, kProbablyCancelled};
  }
  if (context.now > due) return Finding{Urgency::kOverdue, due, kPastLimit};
  return Finding{due <= context.today_end ? Urgency::kToday : Urgency::kSoon,
                 due, kPlain};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  const Instant amazon_by = context.amazon_by(order.ship_by->at);
  tell_ship_by(order, context, reasons);
  reasons.evidence.push_back(
      {"amazon-by", context.policy.zone().to_iso8601(amazon_by)});
  reasons.instants.emplace_back("amazon_by", amazon_by);
  tell(order, context, Column::kVergeOfCancellation, reasons);
}

}  // namespace

extern const Rule kConfirmOrLose;
const Rule kConfirmOrLose{"confirm-or-lose",
                          {"plain", "past-limit", "probably-cancelled"},
                          {"S28", "S29"},
                          find,
                          explain};

}  // namespace parcelwise
