// price-breakdown: the buyer wants to know what everything cost (S10). Order
// details show one item a page; the reports have them all, so the list is
// printed with its sums. Without prices in any report Amazon's customer service
// knows.
#include "answer/answer.h"

namespace parcelwise {
namespace price_breakdown {
namespace {

void decide(AnswerWork& work) {
  // A list with a line missing would be a wrong sum in the buyer's hands, and
  // the prices that seem to be in no report may stand in such a row.
  if (lacks_rows(work.context.book, work.order().id) &&
      !work.request.accept_unread) {
    work.error =
        AnswerError{AnswerErrorCode::kLacksRows, work.order().id.text()};
    return;
  }
  auto charges =
      order_charges(work.context.book, work.order().order, work.policy());
  if (!charges || charges->lines.empty()) return work.decide("no-prices");
  work.answer.breakdown = std::move(*charges);
  work.decide("breakdown");
}

}  // namespace
}  // namespace price_breakdown

extern const AnswerCase kPriceBreakdownAnswer;
const AnswerCase kPriceBreakdownAnswer{.id = "price-breakdown",
                                       .sources = {"S10"},
                                       .own_by_amazon = true,
                                       .outcomes = {"breakdown", "no-prices"},
                                       .asks = {},
                                       .decide = price_breakdown::decide};

}  // namespace parcelwise
