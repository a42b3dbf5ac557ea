// wants-to-return: the buyer wants to send something back (docs/rules.md 2.2.1,
// 2.2.2). The way is the buyer's account; the window is told only where a
// report tells the delivery; who pays hangs on the reason. A fault is another
// case.
#include "answer/already_refunded.h"
#include "answer/answer.h"
#include "answer/not_sent_yet.h"
#include "orders/returns.h"

namespace parcelwise {
namespace wants_to_return {
namespace {

// The last day of a return, and whether it was counted from a date that no
// report tells.
struct Window {
  std::optional<Instant> end;
  bool guessed = true;
};

Window window_of(const AnswerWork& work) {
  const OrderFacts& order = work.order();
  const auto by = delivered_by(order, work.policy(), work.context.today);
  const auto days = work.context.limit(PolicyLimit::kReturnWindowDays);
  if (!by || !days) return {};
  const Zone& zone = work.policy().zone();
  return {zone.end_of(zone.day_of(*by) + *days), !order.latest_delivery};
}

// What a returns report tells of it; false where it tells nothing.
bool decide_by_returns(AnswerWork& work) {
  const Policy& policy = work.policy();
  const ReturnedItem* open = nullptr;
  for (const Return& returned : work.context.returns->of(work.order().order)) {
    if (returned.item->arrived) {
      const auto days = policy.value(PolicyLimit::kReturnRefundBusinessDays,
                                     *returned.item->arrived);
      if (days) {
        work.deadline("refund-by",
                      policy.zone().end_of(policy.business_days().add(
                          *returned.item->arrived, static_cast<int>(*days))));
      }
      work.decide("back");
      return true;
    }
    if (return_status(returned.item->status) != ReturnStatus::kClosed)
      open = returned.item;
  }
  if (open == nullptr) return false;
  if (return_status(open->status) == ReturnStatus::kApproved) {
    work.decide("approved");
    return true;
  }
  if (open->requested) {
    if (const auto hours =
            policy.value(PolicyLimit::kReturnAnswerHours, *open->requested)) {
      work.deadline("return-answer-by",
                    {policy.zone().end_of(*open->requested).unix_seconds +
                     *hours * 3600});
    }
  }
  work.decide("requested");
  return true;
}

void decide(AnswerWork& work) {
  if (not_sent_yet(work, "cancel-request")) return;
  tell_what_waits(work);
  if (already_refunded(work)) return;
  if (decide_by_returns(work)) return;
  if (work.given.return_because == "fault") {
    work.answer.apologises = true;
    work.deadline_after_message("claim-answer-by",
                                PolicyLimit::kClaimAnswerHours);
    return work.does_not_fit("fault", "damaged-wrong-or-missing");
  }
  const Window window = window_of(work);
  if (window.end) work.deadline("return-until", *window.end, window.guessed);
  if (window.guessed) work.also("window-unknown");
  if (work.given.return_because.empty()) {
    work.ask("return_because");
    return work.decide("which");
  }
  if (window.guessed) return work.decide("changed-mind-undated");
  const bool over = work.context.now > *window.end;
  work.decide(over ? "window-over" : "changed-mind");
}

}  // namespace
}  // namespace wants_to_return

extern const AnswerCase kWantsToReturnAnswer;
const AnswerCase kWantsToReturnAnswer{
    .id = "wants-to-return",
    .sources = {"2.2.1", "2.2.2", "2.2.3", "help 200708210", "help 200198010"},
    .outcomes = {"which", "changed-mind", "changed-mind-undated", "window-over",
                 "fault", "requested", "approved", "back", "not-shipped"},
    .asks = {"sent", "return_because"},
    .decide = wants_to_return::decide};

}  // namespace parcelwise
