// Whether it left, before a case is decided; see answer/not_sent_yet.h.
#include "answer/not_sent_yet.h"

namespace parcelwise {
namespace {

bool look_it_up(AnswerWork& work) {
  work.ship_deadlines();
  if (!work.given.sent) work.ask("sent");
  work.decide("unknown");
  return true;
}

}  // namespace

bool nobody_knows(AnswerWork& work) {
  if (work.sent() != Sent::kUnknown || work.order().open()) return false;
  return look_it_up(work);
}

bool cancel_comes_first(AnswerWork& work) {
  if (work.shipped() || !work.order().is(Flag::kBuyerCancel)) return false;
  work.does_not_fit("cancel-asked", "cancel-request");
  return true;
}

bool not_sent_yet(AnswerWork& work, std::string_view instead) {
  if (work.sent() == Sent::kUnknown) return look_it_up(work);
  if (work.sent() != Sent::kNo) return false;
  work.ship_deadlines();
  if (!work.given.sent) work.ask("sent");
  if (cancel_comes_first(work)) return true;
  work.does_not_fit("not-shipped", instead);
  return true;
}

void tell_what_waits(AnswerWork& work) {
  if (!work.sent_unconfirmed() && !work.sent_in_part()) return;
  work.ship_deadlines();
  work.also(work.sent_in_part() ? "rest-to-ship" : "confirm-now");
}

}  // namespace parcelwise
