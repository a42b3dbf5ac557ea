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
  RefundRequest one = ask("defective", {{kFirst, 1}});
  EXPECT_EQ(outcomes(today.plan({one, one, one})),
            (Outcomes{"looks-done", "looks-done", "333+0+0"}));
  one.accept_done = true;
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

// The k-th unit of a line that does not divide evenly has a share of its own
// (W8), and a settlement without adjustment ids adds up what was posted on one
// day: each told sum stands for what comes to it exactly, and for it once.
TEST(RefundPlan, what_is_done_is_known_by_every_share_and_sum) {
  struct Unit {
    int minor;
    const char* id = "";
    const char* day = "17.11.2026 03:00:00 UTC";
    const char* description = "Principal";
  };
  const auto settled = [](const std::vector<Unit>& units) {
    ReportText text = ReportText::settlement();
    for (const Unit& unit : units) {
      text.row({{"adjustment-id", unit.id},
                {"posted-date-time", unit.day},
                {"amount-description", unit.description},
                {"amount", std::to_string(-unit.minor)}});
    }
    return text.text();
  };
  const auto uploaded = [](const std::vector<const char*>& amounts) {
    ReportText text = ReportText::adjustments();
    for (const char* amount : amounts) text.row({{"item-price-adj", amount}});
    return text.text();
  };
  const auto line = [](const char* units, const char* price,
                       const char* shipping = "0") {
    return priced({{{"quantity-purchased", units},
                    {"item-price", price},
                    {"shipping-price", shipping}}})
        .text();
  };
  const std::string thirds = line("3", "1000");
  const std::string even = line("3", "3000");
  const std::string whole = line("1", "4800", "500");
  RefundRequest one = ask("defective", {{kFirst, 1}});
  RefundRequest later = one;
  later.made = "2026-11-16T10:00:00+09:00";
  RefundRequest again = one;
  again.accept_done = true;
  const RefundRequest two = ask("defective", {{kFirst, 2}});
  const RefundRequest shipping = ask_amount("combined-shipping", 200);
  const RefundRequest undeliverable = ask("undeliverable");
  const Unit earlier{333, "A1", "10.11.2026 03:00:00 UTC"};
  struct Row {
    const char* name;
    std::string orders;
    std::vector<std::string> told;
    std::vector<RefundRequest> planned;
    Outcomes outcomes;
  };
  const Row rows[] = {
      {"the second unit, the first one told days before",
       thirds,
       {settled({earlier, {334, "A2"}})},
       {later},
       {"looks-done"}},
      {"the second unit, and nothing told of the first",
       thirds,
       {settled({{334, "A2"}})},
       {later},
       {"looks-done"}},
      {"the first one alone, told days before",
       thirds,
       {settled({earlier})},
       {later},
       {"334+0+0"}},
      {"two units, each told",
       thirds,
       {settled({{333, "A1"}, {334, "A2"}})},
       {one, one},
       {"looks-done", "looks-done"}},
      {"two units and a third, two of them told",
       thirds,
       {settled({{333, "A1"}, {334, "A2"}})},
       {one, one, one},
       {"looks-done", "looks-done", "333+0+0"}},
      {"two units that were uploaded",
       thirds,
       {uploaded({"333.00", "334.00"})},
       {one, one},
       {"looks-done", "looks-done"}},
      {"two units at once behind the first",
       line("5", "1001"),
       {settled({{401, "A1"}})},
       {two},
       {"looks-done"}},
      {"of uneven shares another sum",
       thirds,
       {settled({{335, "A1"}})},
       {one},
       {"334+0+0"}},
      {"two units, told as one event of the day",
       thirds,
       {settled({{333}, {334}})},
       {one, one},
       {"looks-done", "looks-done"}},
      {"two even units, told as one event of the day",
       even,
       {settled({{1000}, {1000}})},
       {one, one},
       {"looks-done", "looks-done"}},
      {"the same and a third: the event is used up",
       even,
       {settled({{1000}, {1000}})},
       {one, one, one},
       {"looks-done", "looks-done", "1000+0+0"}},
      {"the same, and one of the two is confirmed as still to be made",
       even,
       {settled({{1000}, {1000}})},
       {one, again},
       {"1000+0+0", "nothing-left 0"}},
      {"one event that is none of their sums",
       even,
       {settled({{1000}, {900}})},
       {one, one},
       {"1000+0+0", "100+0+0"}},
      {"two single units and two at once: a sum of one before one of two",
       line("4", "4000"),
       {settled({{2000, "A1"}})},
       {two, one, one},
       {"looks-done", "1000+0+0", "1000+0+0"}},
      {"uploads of both, and the settlement that adds them up",
       line("9", "9000"),
       {uploaded({"1000.00", "1000.00"}), settled({{1000}, {1000}})},
       {one, one, one},
       {"looks-done", "looks-done", "1000+0+0"}},
      {"the item and a part of its shipping, told as one event",
       whole,
       {settled({{4800}, {200, "", "17.11.2026 03:00:00 UTC", "Shipping"}})},
       {undeliverable, shipping},
       {"nothing-left", "looks-done"}},
      {"the same on two days",
       whole,
       {settled({{4800}, {200, "", "18.11.2026 03:00:00 UTC", "Shipping"}})},
       {undeliverable, shipping},
       {"nothing-left", "looks-done"}},
      {"more of the shipping than was planned",
       whole,
       {settled({{4800}, {100, "", "17.11.2026 03:00:00 UTC", "Shipping"}})},
       {undeliverable, shipping},
       {"nothing-left", "0+200+0"}},
      {"a unit that got what its plan had left of the shipping",
       line("3", "4800", "500"),
       {settled({{400, "A1", "17.11.2026 03:00:00 UTC", "Shipping"},
                 {1600, "A2"},
                 {100, "A2", "17.11.2026 03:00:00 UTC", "Shipping"}})},
       {ask_amount("combined-shipping", 400), one},
       {"more-than-remains 0", "looks-done"}},
      {"a refund and the goodwill beside it",
       even,
       {settled(
           {{1000, "A1"}, {300, "A1", "17.11.2026 03:00:00 UTC", "Goodwill"}})},
       {one, ask_amount("goodwill", 300)},
       {"looks-done", "looks-done"}},
  };
  for (const Row& row : rows) {
    std::vector<FileText> files = {{"orders.txt", row.orders}};
    for (const std::string& told : row.told)
      files.push_back({"told" + std::to_string(files.size()) + ".txt", told});
    const RefundBook book(files);
    EXPECT_EQ(outcomes(book.plan(row.planned)), row.outcomes) << row.name;
  }
}

// An order as no seller has it, all of it told: the search ends.
TEST(RefundPlan, many_refunds_of_one_line_are_told_soon) {
  constexpr int kMany = 60;
  ReportText told = ReportText::adjustments();
  std::vector<RefundRequest> planned;
  for (int i = 0; i < kMany; ++i) {
    told.row({{"item-price-adj", i % 3 == 1 ? "334.00" : "333.00"}});
    planned.push_back(ask("defective", {{kFirst, 1}}));
  }
  told.row({{"item-price-adj", "29999.00"}});
  const RefundBook book({{"orders.txt", priced({{{"quantity-purchased", "300"},
                                                 {"item-price", "100000"}}})
                                            .text()},
                         {"told.txt", told.text()}});
  const RefundPlan plan = book.plan(planned);
  ASSERT_EQ(plan.refunds().size(), planned.size());
  for (const PlannedRefund& one : plan.refunds())
    EXPECT_EQ(outcome(one.outcome), "looks-done");
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
