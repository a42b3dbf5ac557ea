// Tests core/answer/answer.cc: what all cases share of an order that was, or
// was not, read.
#include "answer/answer.h"

#include "answer/answered.h"

namespace parcelwise {
namespace {

// A row of the seller's own report names it: it is nobody else's order.
TEST(Unread, is_no_order_of_another_seller) {
  for (const AnswerCase* of : all_answer_cases()) {
    AnswerRequest request = asked(of->id);
    const Answered refused(order_in("unread"), kMonday, request);
    ASSERT_FALSE(refused.has_value()) << of->id;
    EXPECT_EQ(refused.error().code, AnswerErrorCode::kLacksRows) << of->id;
    EXPECT_EQ(refused.error().value, kOrder) << of->id;
    request.accept_unread = true;
    const Answered looked_up(order_in("unread"), kMonday, request);
    ASSERT_TRUE(looked_up.has_value()) << of->id;
    EXPECT_EQ(looked_up.answer().outcome, "unknown") << of->id;
    EXPECT_EQ(looked_up.answer().found, Whereabouts::kNotHere) << of->id;
    // Of another order it says nothing.
    const Answered other(order_in("unread"), kMonday,
                         asked(of->id, "", "503-0000000-0000000"));
    ASSERT_TRUE(other.has_value()) << of->id;
    EXPECT_EQ(other.answer().outcome, "not-here") << of->id;
  }
}

TEST(Unread, may_hold_the_prices_that_no_report_seems_to_have) {
  AnswerRequest request = asked("price-breakdown");
  const Answered refused(order_in("unread-price"), kMonday, request);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, AnswerErrorCode::kLacksRows);
  request.accept_unread = true;
  const Answered looked_up(order_in("unread-price"), kMonday, request);
  ASSERT_TRUE(looked_up.has_value());
  EXPECT_EQ(looked_up.answer().outcome, "no-prices");
}

}  // namespace
}  // namespace parcelwise
