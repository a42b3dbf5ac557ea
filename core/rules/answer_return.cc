// answer-return: a buyer asked to send something back and has no answer yet
// (docs/rules.md 2.2.1; help 200708210, 5A85XXCZDQ48A8T: within 24 hours).
//
// The report tells the day of the request, not its time. As everywhere a bare
// day means its last second: the hours are counted from there, so the due is
// the latest that can be meant, and the steps say to answer today. Where a
// parcel came from abroad and no address at home takes it back, Amazon.de and
// Amazon.co.uk refund after some days (docs/marketplaces.md 1.4).
#include <algorithm>

#include "orders/returns.h"
#include "rules/rule.h"

namespace parcelwise {
namespace answer_return {
namespace {

enum Variant : std::uint8_t { kPlain, kForeign };

bool unanswered(const Return& returned) {
  return return_status(returned.item->status) == ReturnStatus::kUnanswered;
}

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.seller_fulfilled()) return std::nullopt;
  const Policy& policy = context.policy;
  bool waits = false, foreign = false;
  std::optional<Instant> due;
  for (const Return& returned : context.returns->of(order.order)) {
    if (!unanswered(returned)) continue;
    waits = true;
    if (!returned.item->requested) continue;
    const Day day = *returned.item->requested;
    foreign = foreign || policy.value(PolicyLimit::kForeignReturnDays, day);
    const auto hours = policy.value(PolicyLimit::kReturnAnswerHours, day);
    if (!hours) continue;
    const Instant by{policy.zone().end_of(day).unix_seconds + *hours * 3600};
    due = due ? std::min(*due, by) : by;
  }
  if (!waits) return std::nullopt;
  return Finding{due ? context.urgency_of(*due) : Urgency::kToday, due,
                 foreign ? kForeign : kPlain};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  std::string skus;
  for (const Return& returned : context.returns->of(order.order)) {
    if (!unanswered(returned)) continue;
    constexpr Column kColumns[] = {Column::kSku, Column::kReturnRequestDate,
                                   Column::kReturnStatus, Column::kReturnReason,
                                   Column::kInPolicy};
    tell_return(returned, context, kColumns, reasons);
    if (!skus.empty()) skus += ", ";
    skus += returned.item->sku;
  }
  if (const auto hours = context.limit(PolicyLimit::kReturnAnswerHours))
    reasons.fields.emplace_back("hours", std::to_string(*hours));
  reasons.fields.emplace_back("skus", skus);
  if (const auto days = context.limit(PolicyLimit::kForeignReturnDays))
    reasons.fields.emplace_back("days", std::to_string(*days));
  if (const auto above = context.policy.value(PolicyLimit::kForeignReturnAbove,
                                              context.today)) {
    reasons.amounts.emplace_back("above",
                                 Money{context.policy.currency(), *above});
  }
}

}  // namespace
}  // namespace answer_return

extern const Rule kAnswerReturn;
const Rule kAnswerReturn{"answer-return",
                         {"plain", "foreign"},
                         {"help 200708210", "help 5A85XXCZDQ48A8T"},
                         answer_return::find,
                         answer_return::explain};

}  // namespace parcelwise
