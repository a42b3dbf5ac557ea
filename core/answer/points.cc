// points: the buyer asks how many points went into the payment (S13). No report
// tells: points-granted are points that the seller gives, never an answer to
// this.
#include "answer/answer.h"

namespace parcelwise {
namespace points {
namespace {

void decide(AnswerWork& work) { work.decide("any"); }

}  // namespace
}  // namespace points

extern const AnswerCase kPointsAnswer;
const AnswerCase kPointsAnswer{.id = "points",
                               .sources = {"S13"},
                               .needs_order = false,
                               .own_pending = true,
                               .own_cancelled = true,
                               .own_by_amazon = true,
                               .outcomes = {"any"},
                               .asks = {},
                               .decide = points::decide};

}  // namespace parcelwise
