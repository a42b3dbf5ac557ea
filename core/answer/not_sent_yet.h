// How a case begins that is about a parcel on its way or at the buyer's.
#ifndef PARCELWISE_ANSWER_NOT_SENT_YET_H_
#define PARCELWISE_ANSWER_NOT_SENT_YET_H_

#include <string_view>

#include "answer/answer.h"

namespace parcelwise {

// True where no report and not the seller says that anything left: the case
// does not fit then, and `instead` is the one that may. Else the answer tells
// what is still to confirm or to ship.
//   not shipped, nothing told -> true, asks "sent"
//   shipped in part           -> false, "rest-to-ship"
bool not_sent_yet(AnswerWork& work, std::string_view instead);

}  // namespace parcelwise

#endif  // PARCELWISE_ANSWER_NOT_SENT_YET_H_
