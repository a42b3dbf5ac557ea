// Tests core/rules/work_list.cc.
#include "rules/work_list.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T09:00:00+09:00";

// Four orders: due today, overdue, later, and one whose buyer wants it gone.
const CheckedReports& four_orders() {
  static const CheckedReports kChecked(
      {{"a.txt", ReportText::unshipped()
                     .row({{"order-id", "250-1234567-0000001"},
                           {"recipient-name", "ﾀﾅｶ ハナコ"},
                           {"sku", "TEA-Pot_1"}})
                     .row({{"order-id", "250-1234567-0000002"},
                           {"promise-date", "2026-11-18T14:59:59+00:00"},
                           {"recipient-name", "Müller"},
                           {"ship-address-1", "B 2"}})
                     .row({{"order-id", "250-1234567-0000003"},
                           {"promise-date", "2026-12-18T14:59:59+00:00"},
                           {"recipient-name", "Bianchi"},
                           {"ship-address-1", "C 3"},
                           {"buyer-email", "xyz@marketplace.amazon.co.jp"}})
                     .row({{"order-id", "250-1234567-0000004"},
                           {"is-buyer-requested-cancellation", "true"},
                           {"recipient-name", "Ada"},
                           {"ship-address-1", "D 4"}})
                     .text()},
       {"n.txt",
        ReportText::new_orders()
            .row({{"order-id", "250-1234567-0000001"},
                  {"item-price", "500"},
                  {"sku", "TEA-Pot_1"}})
            .row({{"order-id", "250-1234567-0000003"}, {"item-price", "900"}})
            .text()}},
      kNow);
  return kChecked;
}

// The last digits of the orders found, in their order.
std::string found(const RowQuery& query) {
  WorkList list(four_orders().check());
  std::string digits;
  for (const std::uint32_t i : list.find(query)) {
    const std::uint32_t order = four_orders().check().actions()[i].order;
    digits += four_orders().book().order_id(order).text().back();
  }
  return digits;
}

TEST(WorkList, holds_those_alone_that_it_is_asked_among) {
  const CheckedReports& checked = four_orders();
  std::vector<std::uint32_t> among;
  for (const std::uint32_t order : {0u, 1u, 2u, 3u}) {
    const char digit = checked.book().order_id(order).text().back();
    if (digit == '1' || digit == '3') among.push_back(order);
  }
  ASSERT_EQ(among.size(), 2u);
  RowQuery query;
  query.among = among;
  EXPECT_EQ(found(query), "13");
  query.rule = "ship";
  EXPECT_EQ(found(query), "13");
  query.among = std::vector<std::uint32_t>{};
  EXPECT_EQ(found(query), "");
}

TEST(WorkList, one_row_an_order_by_its_most_urgent_action) {
  EXPECT_EQ(found({}), "2143");
  const Check& check = four_orders().check();
  EXPECT_EQ(check.at_risk(Urgency::kOverdue).orders, 1u);
  EXPECT_EQ(check.at_risk(Urgency::kToday).orders, 2u);
  EXPECT_EQ(check.at_risk(Urgency::kLater).orders, 1u);
  ASSERT_EQ(check.at_risk(Urgency::kToday).at_risk.size(), 1u);
  EXPECT_EQ(check.at_risk(Urgency::kToday).at_risk[0].minor, 500);
  EXPECT_TRUE(check.at_risk(Urgency::kOverdue).at_risk.empty());  // unpriced
}

TEST(WorkList, filters_sorts_and_searches) {
  using Sort = RowQuery::Sort;
  const auto query = [](std::string rule, std::optional<Urgency> urgency,
                        std::string search, Sort sort = Sort::kUrgency,
                        bool descending = false) {
    RowQuery made;
    made.rule = std::move(rule);
    made.urgency = urgency;
    made.search = std::move(search);
    made.sort = sort;
    made.descending = descending;
    return made;
  };
  struct Row {
    const char* name;
    RowQuery query;
    const char* found;
  };
  const Row rows[] = {
      {"a rule", query("ship", {}, ""), "213"},
      {"another rule", query("buyer-cancel-request", {}, ""), "4"},
      {"an unknown rule", query("sleep", {}, ""), ""},
      {"an urgency", query("", Urgency::kToday, ""), "14"},
      {"rule and urgency", query("ship", Urgency::kLater, ""), "3"},
      {"by due", query("", {}, "", Sort::kDue), "2143"},
      {"by id", query("", {}, "", Sort::kOrderId), "1234"},
      {"by id, descending", query("", {}, "", Sort::kOrderId, true), "4321"},
      {"by name, as it is read", query("", {}, "", Sort::kRecipient), "4321"},
      {"by name, the other way round",
       query("", {}, "", Sort::kRecipient, true), "1234"},
      {"by money, unpriced last from above",
       query("ship", {}, "", Sort::kAtRisk, true), "312"},
      {"an order id", query("", {}, "250-1234567-0000003"), "3"},
      {"without hyphens", query("", {}, "0000003"), "3"},
      {"in full width",
       query("", {}, "２５０－１２３４５６７－０００００００３"), ""},
      {"in full width, rightly",
       query("", {}, "２５０－１２３４５６７－００００００３"), "3"},
      {"a SKU in any case", query("", {}, "tea pot"), "1"},
      {"a name in full-width katakana", query("", {}, "タナカハナコ"), "1"},
      {"a name in hiragana", query("", {}, "たなか"), "1"},
      {"a name without its diacritic", query("", {}, "MULLER"), "2"},
      {"an alias", query("", {}, "xyz@"), "3"},
      {"what nobody has", query("", {}, "zzz"), ""},
      {"spaces alone find all", query("", {}, "  "), "2143"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(found(row.query), row.found) << row.name;
}

// Order 4 is not to be shipped: its buyer wants it gone.
TEST(WorkList, narrows_to_the_marketplaces_day_of_a_ship_by) {
  const struct {
    const char* day;
    const char* found;
  } rows[] = {{"2026-11-18", "2"},
              {"2026-11-19", ""},
              {"2026-11-20", "1"},
              {"2026-12-18", "3"}};
  for (const auto& row : rows) {
    RowQuery query;
    query.rule = "ship";
    query.day = parse_stamp(row.day)->day;
    EXPECT_EQ(found(query), row.found) << row.day;
  }
  std::string days;
  for (const auto& [day, of] : four_orders().check().ship_by_days()) {
    days += to_text(day) + " " + std::to_string(of.orders);
    for (const Money& sum : of.at_risk) days += " " + std::to_string(sum.minor);
    days += "\n";
  }
  EXPECT_EQ(days, "2026-11-18 1\n2026-11-20 1 500\n2026-12-18 1 900\n");
}

TEST(WorkList, gives_all_actions_of_an_order_most_urgent_first) {
  WorkList list(four_orders().check());
  const auto& actions = four_orders().check().actions();
  std::size_t sum = 0;
  for (std::uint32_t order = 0; order < four_orders().book().order_count();
       ++order) {
    const auto own = list.actions_of(order);
    for (std::size_t i = 0; i < own.size(); ++i) {
      EXPECT_EQ(actions[own[i]].order, order);
      EXPECT_LE(actions[own[i > 0 ? i - 1 : i]].urgency,
                actions[own[i]].urgency);
    }
    sum += own.size();
  }
  EXPECT_EQ(sum, actions.size());
}

}  // namespace
}  // namespace parcelwise
