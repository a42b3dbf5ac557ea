// Tests core/refund/plan.cc.
#include "refund/plan.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "refund/refund_book.h"

namespace parcelwise {
namespace {

std::vector<std::string> outcomes(const RefundPlan& plan) {
  std::vector<std::string> all;
  for (const PlannedRefund& one : plan.refunds())
    all.push_back(outcome(one.outcome));
  return all;
}

using Outcomes = std::vector<std::string>;

TEST(RefundPlan, each_refund_sees_what_those_before_it_gave) {
  const RefundBook book(priced({{{"quantity-purchased", "3"}}}));
  const RefundRequest one = ask("defective", {{kFirst, 1}});
  const RefundPlan plan = book.plan({one, one, one, one});
  EXPECT_EQ(outcomes(plan),
            (Outcomes{"333+0+0", "334+0+0", "333+0+0", "nothing-left 0"}));
  EXPECT_EQ(plan.failed(), 1u);
  ASSERT_EQ(plan.totals().size(), 1u);
  EXPECT_EQ(plan.totals()[0].minor, 1000);
  EXPECT_EQ(plan.refunds()[2].outcome->already_refunded, 667);
  EXPECT_EQ(plan.refunds()[2].outcome->remaining, 0);
}

TEST(RefundPlan, a_request_that_fails_takes_nothing_from_the_rest) {
  const RefundBook book(priced({{{"quantity-purchased", "3"}}}));
  const RefundPlan plan = book.plan(
      {ask("defective", {{kFirst, 4}}), ask("sleep"),
       ask("defective", {}, "250-1234567-7654321"), ask("defective")});
  EXPECT_EQ(outcomes(plan), (Outcomes{"more-than-bought 3", "no-such-reason",
                                      "no-such-order", "1000+0+0"}));
  EXPECT_EQ(plan.failed(), 3u);
  EXPECT_EQ(plan.ledger().of(0).amounts.total(), 1000);
  EXPECT_EQ(plan.ledger().of(0).units, 3);
}

TEST(RefundPlan, reasons_of_all_kinds_end_at_the_charge) {
  const RefundBook book(priced({{{"quantity-purchased", "2"},
                                 {"item-price", "1001"},
                                 {"shipping-price", "501"},
                                 {"gift-wrap-price", "99"},
                                 {"item-promotion-discount", "101"}}}));
  const RefundPlan plan = book.plan(
      {ask_amount("combined-shipping", 200),
       ask("undeliverable", {{kFirst, 1}}), ask_amount("goodwill", 50),
       ask("defective"), ask_amount("goodwill", 52), ask_amount("goodwill", 51),
       ask_amount("goodwill", 1)});
  EXPECT_EQ(outcomes(plan),
            (Outcomes{"0+200+0", "450+0+50", "50+0+0",
                      // The other unit: 450 less the concession, its half of
                      // the shipping, the rest of the wrap.
                      "400+250+49", "more-than-remains 51", "0+51+0",
                      "more-than-remains 0"}));
  EXPECT_EQ(plan.totals()[0].minor, 1500);
  EXPECT_EQ(plan.ledger().of(0).conceded[0], 101);
}

TEST(RefundPlan, sums_by_currency_in_the_order_of_their_codes) {
  ReportText text = priced();
  text.row({{"currency", "USD"}, {"item-price", "12.00"}});
  text.row({{"order-id", "250-1234567-0000002"},
            {"currency", "EUR"},
            {"item-price", "7.50"}});
  text.row({{"order-id", "250-1234567-0000003"},
            {"currency", "USD"},
            {"item-price", "0.50"}});
  const RefundBook book(text, "amazon-us");
  const RefundPlan plan =
      book.plan({ask("defective"), ask("defective", {}, "250-1234567-0000002"),
                 ask("defective", {}, "250-1234567-0000003")});
  ASSERT_EQ(plan.totals().size(), 2u);
  EXPECT_EQ(plan.totals()[0].currency.code(), "EUR");
  EXPECT_EQ(plan.totals()[0].minor, 750);
  EXPECT_EQ(plan.totals()[1].currency.code(), "USD");
  EXPECT_EQ(plan.totals()[1].minor, 1250);
}

// A plan made yesterday and loaded after a settlement told part of it.
TEST(RefundPlan, loaded_again_gives_no_more_than_is_left) {
  const std::string orders = priced({{{"quantity-purchased", "3"}}}).text();
  const RefundBook today(
      {{"orders.txt", orders},
       {"settlement.txt",
        ReportText::settlement().row({{"amount", "-667"}}).text()}});
  const RefundRequest one = ask("defective", {{kFirst, 1}});
  EXPECT_EQ(outcomes(today.plan({one, one, one})),
            (Outcomes{"333+0+0", "nothing-left 0", "nothing-left 0"}));
}

TEST(RefundPlan, of_nothing_is_empty) {
  const RefundBook book(priced({{}}));
  const RefundPlan plan = book.plan({});
  EXPECT_TRUE(plan.refunds().empty());
  EXPECT_TRUE(plan.totals().empty());
  EXPECT_EQ(plan.failed(), 0u);
}

}  // namespace
}  // namespace parcelwise
