// How a case begins that is about an order to send, a parcel on its way or one
// at the buyer's: what nobody knows is looked up, and claimed in no letter.
#ifndef PARCELWISE_ANSWER_NOT_SENT_YET_H_
#define PARCELWISE_ANSWER_NOT_SENT_YET_H_

#include <string_view>

#include "answer/answer.h"

namespace parcelwise {

// Of an order to send. True where nobody knows whether it left: the answer is
// "unknown". What is to ship by the check is to be sent, though no report tells
// its status yet.
//   left the list, nothing told -> true, asks "sent"
//   a new order, in time        -> false
bool nobody_knows(AnswerWork& work);

// Of a parcel. True where nothing left, and the case does not fit: `instead` is
// the one that may. True too where nobody knows, and the answer is "unknown".
//   unshipped by a report -> true, asks "sent"
//   shipped in part       -> false
bool not_sent_yet(AnswerWork& work, std::string_view instead);

// True where the buyer asked through Amazon to cancel what was not sent: that
// comes before all that would be shipped, as in the rule buyer-cancel-request.
//   unshipped, a request by a report -> true: "cancel-asked"
//   sent by the seller's word        -> false
bool cancel_comes_first(AnswerWork& work);

// What is still to confirm or to ship, of what left.
void tell_what_waits(AnswerWork& work);

}  // namespace parcelwise

#endif  // PARCELWISE_ANSWER_NOT_SENT_YET_H_
