// no-reply: the buyer does not answer (S25): set a time limit, and say that the
// order will be cancelled without an answer by then. The limit ends before the
// ship-by, and to cancel for silence counts in the cancellation rate
// (docs/rules.md A11).
#include "answer/answer.h"
#include "answer/not_sent_yet.h"

namespace parcelwise {
namespace no_reply {
namespace {

void decide(AnswerWork& work) {
  if (nobody_knows(work)) return;
  if (work.shipped() || work.order().partly_shipped) {
    return work.does_not_fit("shipped", "contact-buyer");
  }
  work.ship_deadlines();
  if (cancel_comes_first(work)) return;
  const auto& reported = work.given.announced_limit;
  if (reported && *reported < work.context.now)
    return work.decide("limit-over");
  if (reported) {
    work.deadline("limit", *reported);
    const auto& ship_by = work.order().ship_by;
    const Instant due =
        ship_by && ship_by->at < *reported ? ship_by->at : *reported;
    work.follow_up("reply-or-cancel", due);
    return work.decide("waiting");
  }
  work.ask("wish");
  work.decide(work.set_limit("reply-or-cancel") ? "set-limit" : "no-time");
}

}  // namespace
}  // namespace no_reply

extern const AnswerCase kNoReplyAnswer;
const AnswerCase kNoReplyAnswer{
    .id = "no-reply",
    .sources = {"S25"},
    .writes_first = true,
    .outcomes = {"set-limit", "waiting", "limit-over", "no-time", "shipped"},
    .asks = {"sent", "wish"},
    .decide = no_reply::decide};

}  // namespace parcelwise
