// kept-too-long: nobody was in, and the carrier's days of keeping are over or
// nearly (S11): while it is still there the buyer asks the carrier to come
// again; once it is back, refund without the shipping charge. How many days a
// carrier keeps a parcel no report tells, so no day is told.
#include "answer/already_refunded.h"
#include "answer/answer.h"
#include "answer/not_sent_yet.h"
#include "orders/returns.h"
#include "refund/suggestion.h"

namespace parcelwise {
namespace kept_too_long {
namespace {

void ask_number(AnswerWork& work) {
  if (work.given.carrier.empty()) work.ask("carrier");
  if (work.given.tracking_number.empty()) work.ask("tracking_number");
}

void decide_back(AnswerWork& work) {
  work.refund_deadline();
  work.refund("undeliverable");
  if (work.order().cash_on_delivery) work.also("cash-on-delivery");
  if (work.answer.not_refundable) {
    if (work.answer.not_refundable->code == RefundErrorCode::kNothingLeft) {
      return work.decide("refunded");
    }
    work.ask("amount");
    return work.decide("back");
  }
  // Where shipping was free nothing is kept, and nothing says so.
  work.decide(work.answer.refund->withheld.empty() ? "back-whole" : "back");
}

void decide(AnswerWork& work) {
  if (not_sent_yet(work, "where-is-my-order")) return;
  tell_what_waits(work);
  // What a returns report tells is not asked.
  std::string kept = work.given.kept;
  for (const Return& returned : work.context.returns->of(work.order().order)) {
    if (return_reason(returned.item->reason) != "undeliverable") continue;
    kept = returned.item->arrived ? "back" : "returning";
  }
  if (kept == "back") return decide_back(work);
  if (already_refunded(work)) return;
  if (kept == "returning") {
    work.set_limit("back");
    return work.decide("returning");
  }
  ask_number(work);
  if (kept == "kept") {
    work.set_limit("arrived");
    return work.decide("kept");
  }
  work.ask("kept");
  work.decide("which");
}

}  // namespace
}  // namespace kept_too_long

extern const AnswerCase kKeptTooLongAnswer;
const AnswerCase kKeptTooLongAnswer{
    .id = "kept-too-long",
    .sources = {"S11", "S9a"},
    .outcomes = {"which", "kept", "returning", "back", "back-whole", "refunded",
                 "not-shipped"},
    .asks = {"sent", "kept", "carrier", "tracking_number", "amount"},
    .decide = kept_too_long::decide};

}  // namespace parcelwise
