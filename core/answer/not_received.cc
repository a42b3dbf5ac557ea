// not-received: the buyer says that nothing came (S9). Ask the carrier, who can
// locate or compensate where tracking or insurance was bought (S9a); or let the
// buyer wait, who may then file an A-to-z claim (S9b): its window is told.
#include "answer/already_refunded.h"
#include "answer/answer.h"
#include "answer/not_sent_yet.h"

namespace parcelwise {
namespace not_received {
namespace {

void report(AnswerWork& work, std::string_view what) {
  const auto by = work.report_by();
  if (!by) return;
  work.deadline("report-by", *by);
  work.follow_up(what, *by);
}

// What the carrier's own page says decides before what the seller bought.
void decide_by_tracking(AnswerWork& work) {
  const SellerInput& given = work.given;
  const auto deliver_by =
      delivered_by(work.order(), work.policy(), work.context.today);
  if (given.tracking_says == "lost") {
    work.refund("not-received");
    return work.decide("lost");
  }
  if (given.tracking_says == "delivered") {
    report(work, "arrived");
    return work.decide("delivered");
  }
  if (deliver_by && work.context.now <= *deliver_by) {
    work.follow_up("arrived", *deliver_by);
    work.ask("tracking_says");
    work.answer.apologises = false;  // nothing is late
    return work.decide("under-way");
  }
  report(work, "carrier");
  if (!given.tracking) {
    work.ask("tracking");
    return work.decide("overdue");
  }
  if (given.insured.value_or(false)) work.also("insured");
  if (!*given.tracking) {
    if (!given.insured) work.ask("insured");
    return work.decide("untracked");
  }
  if (work.given.carrier.empty()) work.ask("carrier");
  if (work.given.tracking_number.empty()) work.ask("tracking_number");
  if (given.tracking_says.empty()) work.ask("tracking_says");
  work.decide("tracked");
}

void decide(AnswerWork& work) {
  work.answer.apologises = true;
  work.deadline_after_message("claim-answer-by",
                              PolicyLimit::kClaimAnswerHours);
  if (not_sent_yet(work, "where-is-my-order")) return;
  tell_what_waits(work);
  if (already_refunded(work)) return;
  work.claim_deadlines();
  decide_by_tracking(work);
}

}  // namespace
}  // namespace not_received

extern const AnswerCase kNotReceivedAnswer;
const AnswerCase kNotReceivedAnswer{
    .id = "not-received",
    .sources = {"S9", "S9a", "S9b"},
    .outcomes = {"not-shipped", "under-way", "overdue", "tracked", "untracked",
                 "delivered", "lost"},
    .asks = {"sent", "tracking", "tracking_says", "insured", "carrier",
             "tracking_number"},
    .decide = not_received::decide};

}  // namespace parcelwise
