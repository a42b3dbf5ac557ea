// answer-due: an answer to a buyer still waits for something: the carrier's
// word, the buyer's consent, the end of a time limit (S9, S22, S25). The
// seller's own follow-ups tell which; each stands until the seller closes it.
#include <algorithm>

#include "rules/rule.h"

namespace parcelwise {
namespace answer_due {
namespace {

// The order's follow-up that is due first; nullptr where it has none.
const FollowUp* first_due(const OrderFacts& order,
                          const CheckContext& context) {
  const FollowUp* first = nullptr;
  for (const FollowUp& one : context.follow_ups) {
    if (one.order != order.id) continue;
    if (first == nullptr || one.due < first->due) first = &one;
  }
  return first;
}

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  const FollowUp* const first = first_due(order, context);
  if (first == nullptr) return std::nullopt;
  return Finding{context.urgency_of(first->due), first->due};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  const FollowUp* const first = first_due(order, context);
  tell_ship_by(order, context, reasons);
  if (first->ours.empty()) {
    reasons.fields.emplace_back("what", first->what);
  } else {
    reasons.texts.emplace_back("what", first->ours);
  }
}

}  // namespace
}  // namespace answer_due

extern const Rule kAnswerDue;
const Rule kAnswerDue{"answer-due",
                      {"plain"},
                      {"S9", "S22", "S25"},
                      answer_due::find,
                      answer_due::explain};

}  // namespace parcelwise
