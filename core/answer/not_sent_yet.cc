// What left, before a case of a parcel is decided; see answer/not_sent_yet.h.
#include "answer/not_sent_yet.h"

namespace parcelwise {

bool not_sent_yet(AnswerWork& work, std::string_view instead) {
  if (!work.shipped() && !work.sent_in_part()) {
    work.ship_deadlines();
    if (!work.given.sent) work.ask("sent");
    work.does_not_fit("not-shipped", instead);
    return true;
  }
  if (work.sent_unconfirmed()) {
    work.ship_deadlines();
    work.also("confirm-now");
  }
  if (work.sent_in_part()) {
    work.ship_deadlines();
    work.also("rest-to-ship");
  }
  return false;
}

}  // namespace parcelwise
