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
  EXPECT_EQ(
      outcomes(plan),
      (Outcomes{"0+200+0", "450+0+50", "conceded 50",
                // The other unit: its half of the shipping, the rest of
                // the wrap. A concession takes nothing of them.
                "450+250+49", "conceded 52", "conceded 51", "conceded 1"}));
  EXPECT_EQ(plan.totals()[0].minor, 1603);
  EXPECT_EQ(plan.ledger().conceded(0)[0], 154);
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

// A plan that was carried out, loaded beside what tells of it: each unit would
// go back a second time.
TEST(RefundPlan, what_looks_done_is_left_out_until_confirmed) {
  const auto settled = [](const Cells& cells) {
    return ReportText::settlement().row(cells).text();
  };
  const auto uploaded = [](int rows) {
    ReportText text = ReportText::adjustments();
    for (int i = 0; i < rows; ++i) text.row({{"item-price-adj", "333.00"}});
    return text.text();
  };
  RefundRequest one = ask("defective", {{kFirst, 1}});
  RefundRequest later = one;
  later.made = "2026-11-14T09:00:00+09:00";
  RefundRequest earlier = one;
  earlier.made = "2026-11-11T09:00:00+09:00";
  RefundRequest confirmed = one;
  confirmed.accept_done = true;
  RefundRequest goodwill = ask_amount("goodwill", 300);
  struct Row {
    const char* name;
    std::string told;
    std::vector<RefundRequest> planned;
    Outcomes outcomes;
  };
  const Row rows[] = {
      {"settled", settled({{"amount", "-333"}}), {one}, {"looks-done"}},
      {"uploaded", uploaded(1), {one}, {"looks-done"}},
      {"one of two", uploaded(1), {one, one}, {"looks-done", "334+0+0"}},
      {"both", uploaded(2), {one, one}, {"looks-done", "looks-done"}},
      {"another sum", settled({{"amount", "-200"}}), {one}, {"333+0+0"}},
      {"posted days before the plan was made",
       settled({{"amount", "-333"}}),
       {later},
       {"334+0+0"}},
      {"posted behind it",
       settled({{"amount", "-333"}}),
       {earlier},
       {"looks-done"}},
      {"confirmed", settled({{"amount", "-333"}}), {confirmed}, {"334+0+0"}},
      {"a concession",
       settled({{"amount-description", "Goodwill"}, {"amount", "-300"}}),
       {goodwill, goodwill},
       {"looks-done", "conceded 300"}},
      {"another line",
       settled({{"amount", "-333"}}),
       {ask("defective", {{kSecond, 1}})},
       {"333+0+0"}},
  };
  const std::string orders =
      priced({{{"quantity-purchased", "3"}}, {{"quantity-purchased", "3"}}})
          .text();
  for (const Row& row : rows) {
    const RefundBook book({{"orders.txt", orders}, {"told.txt", row.told}});
    EXPECT_EQ(outcomes(book.plan(row.planned)), row.outcomes) << row.name;
  }
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
