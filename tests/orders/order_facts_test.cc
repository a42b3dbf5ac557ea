// Tests core/orders/order_facts.cc with what a returns report tells; what other
// reports tell is tested with the rules that read it (rules_test.cc).
#include "orders/order_facts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr std::string_view kNow = "2026-11-20T09:00:00+09:00";

OrderFacts facts_of(const CheckedReports& reports) {
  return reports.check().facts(0);
}

TEST(ReturnedOrder, known_from_its_return_alone_is_shipped_and_asks_nothing) {
  for (const char* const ordered : {"05-Nov-2026", "20-Nov-2026", ""}) {
    const CheckedReports reports(
        {{"returns.txt",
          ReportText::returns().row({{"Order date", ordered}}).text()}},
        kNow);
    const OrderFacts facts = facts_of(reports);
    EXPECT_EQ(facts.state, OrderState::kShipped) << ordered;
    EXPECT_TRUE(facts.seller_fulfilled());
    EXPECT_EQ(facts.purchased, 2);
    EXPECT_EQ(facts.shipped, 2);
    EXPECT_EQ(facts.unshipped, 0);
    EXPECT_FALSE(facts.to_ship());
    EXPECT_FALSE(facts.partly_shipped);
    EXPECT_FALSE(facts.at_risk.has_value());
    for (const char* const rule :
         {"ship", "confirm-or-lose", "edit-window", "hold-pending",
          "finish-partial-confirmation", "personal-data"}) {
      EXPECT_EQ(reports.found(rule), "") << rule << " " << ordered;
    }
    const MissingFacts& missing_facts = reports.check().missing_facts();
    EXPECT_EQ(missing_facts.prices + missing_facts.deadlines +
                  missing_facts.addresses + missing_facts.status,
              0u);
  }
}

TEST(ReturnedOrder, has_not_left_the_list_of_an_unshipped_report) {
  const std::string unshipped =
      ReportText::unshipped().row({{"order-id", "503-7777777-7777777"}}).text();
  const CheckedReports reports(
      {{"unshipped.txt", unshipped},
       {"returns.txt", ReportText::returns().row({}).text()}},
      kNow);
  EXPECT_EQ(reports.book().order_count(), 2u);
  EXPECT_FALSE(facts_of(reports).left);
  EXPECT_FALSE(facts_of(reports).status_unknown);
}

TEST(ReturnedOrder, takes_its_state_and_its_units_from_the_reports_of_orders) {
  struct Row {
    const char* name;
    std::string other;
    Cells returned;
    OrderState state;
    int purchased;
    int unshipped;
  };
  const auto unshipped = [](const Cells& cells) {
    return ReportText::unshipped().row(cells).text();
  };
  const auto all = [](const Cells& cells) {
    return ReportText::all_orders().row(cells).text();
  };
  const Row rows[] = {
      // One unit came back, the other was never sent: it still has to go.
      {"half of it is still to ship",
       unshipped({{"quantity-purchased", "2"},
                  {"quantity-shipped", "1"},
                  {"quantity-to-ship", "1"}}),
       {},
       OrderState::kUnshipped,
       2,
       1},
      {"all orders says shipped",
       all({{"order-status", "Shipped"}, {"quantity", "2"}}),
       {},
       OrderState::kShipped,
       2,
       0},
      {"all orders says cancelled",
       all({{"order-status", "Cancelled"}, {"quantity", "0"}}),
       {},
       OrderState::kCancelled,
       0,
       0},
      {"new orders tells no state",
       ReportText::new_orders().row({}).text(),
       {},
       OrderState::kShipped,
       1,
       0},
      {"another quantity",
       ReportText::new_orders().row({{"quantity-purchased", "3"}}).text(),
       {{"Order quantity", "9"}},
       OrderState::kShipped,
       3,
       0},
  };
  for (const Row& row : rows) {
    const CheckedReports reports(
        {{"returns.txt", ReportText::returns().row(row.returned).text()},
         {"other.txt", row.other}},
        kNow);
    const OrderFacts facts = facts_of(reports);
    EXPECT_EQ(facts.state, row.state) << row.name;
    EXPECT_EQ(facts.purchased, row.purchased) << row.name;
    EXPECT_EQ(facts.unshipped, row.unshipped) << row.name;
    EXPECT_EQ(reports.book().item_count(), 1u) << row.name;
  }
}

TEST(ReturnedOrder, keeps_the_instant_of_its_purchase) {
  const CheckedReports reports(
      {{"returns.txt",
        ReportText::returns().row({{"Order date", "17-Nov-2026"}}).text()},
       {"unshipped.txt", ReportText::unshipped().row({}).text()}},
      kNow);
  EXPECT_EQ(facts_of(reports).purchase, at("2026-11-17T01:00:00+00:00"));
}

// The line that is due first stands first, last, or is the one that is sent.
TEST(ShipBy, is_the_earliest_of_the_lines_that_are_still_to_ship) {
  constexpr char kEarly[] = "2026-11-20T14:59:59+00:00";
  constexpr char kLate[] = "2026-11-24T14:59:59+00:00";
  struct Line {
    const char* due;
    bool sent;
  };
  struct Row {
    const char* name;
    Line first, second;
    const char* due;
  };
  const Row rows[] = {
      {"the first is due first", {kEarly, false}, {kLate, false}, kEarly},
      {"the second is due first", {kLate, false}, {kEarly, false}, kEarly},
      {"the first is sent", {kEarly, true}, {kLate, false}, kLate},
      {"the second is sent", {kLate, false}, {kEarly, true}, kLate},
      {"one moment", {kEarly, false}, {kEarly, false}, kEarly},
      {"both are sent", {kEarly, true}, {kLate, true}, kEarly},
  };
  for (const Row& row : rows) {
    ReportText text = ReportText::unshipped();
    int number = 1;
    for (const Line& line : {row.first, row.second}) {
      text.row({{"order-item-id", "1000000000000" + std::to_string(number++)},
                {"promise-date", line.due},
                {"quantity-purchased", "1"},
                {"quantity-shipped", line.sent ? "1" : "0"},
                {"quantity-to-ship", line.sent ? "0" : "1"}});
    }
    const CheckedReports reports({{"unshipped.txt", text.text()}}, kNow);
    const OrderFacts facts = facts_of(reports);
    ASSERT_TRUE(facts.ship_by.has_value()) << row.name;
    EXPECT_EQ(facts.ship_by->at, at(row.due)) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
