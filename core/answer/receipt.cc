// receipt: the buyer wants one (S20). Amazon issues it in the seller's name in
// the buyer's own account; a second one from the seller would be a double.
#include "answer/answer.h"

namespace parcelwise {
namespace receipt {
namespace {

void decide(AnswerWork& work) {
  const bool business = work.has_order() && work.order().is(Flag::kBusiness);
  work.decide(business ? "business" : "any");
}

}  // namespace
}  // namespace receipt

extern const AnswerCase kReceiptAnswer;
const AnswerCase kReceiptAnswer{.id = "receipt",
                                .sources = {"S20"},
                                .needs_order = false,
                                .own_by_amazon = true,
                                .outcomes = {"any", "business"},
                                .asks = {},
                                .decide = receipt::decide};

}  // namespace parcelwise
