// Tests core/rules/notices.cc: what is told once, and of how many orders.
#include "rules/notices.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-16T10:00:00+09:00";

// "refunds-not-counted 2: 250-1, 250-2": the notice of that code, "" where
// there is none.
std::string told(const CheckedReports& checked, std::string_view code) {
  for (const CheckNotice& notice : notices_of(checked.check())) {
    if (notice.code != code) continue;
    std::string text = std::to_string(notice.count) + ":";
    for (const std::uint32_t order : notice.orders)
      text += " " + checked.book().order_id(order).text().substr(17);
    return text;
  }
  return "";
}

std::string told_text(const CheckedReports& checked, std::string_view code) {
  for (const CheckNotice& notice : notices_of(checked.check())) {
    if (notice.code == code)
      return notice_text(notice, checked.check(), Language::kEnglish);
  }
  return "";
}

std::string order_of(int number) {
  const std::string digits = std::to_string(number);
  return "250-0000000-" + std::string(7 - digits.size(), '0') + digits;
}

// New orders 1 to `count`, all past any ship-by, of which nothing tells a
// status.
FileText new_orders(int count) {
  ReportText text = ReportText::new_orders();
  for (int i = 1; i <= count; ++i) {
    text.row({{"order-id", order_of(i)},
              {"purchase-date", "2026-11-04T09:00:00+09:00"},
              {"payments-date", "2026-11-04T09:00:00+09:00"}});
  }
  return {"new.txt", text.text()};
}

TEST(Notices, name_twenty_orders_and_count_all) {
  struct Row {
    int orders;
    const char* begins;
    bool more;
  };
  const Row rows[] = {{1, "1: 01", false},
                      {2, "2: 01 02", false},
                      {20, "20: 01 02", false},
                      {21, "21: 01 02", true}};
  for (const Row& row : rows) {
    const CheckedReports checked({new_orders(row.orders)}, kNow);
    const std::string text = told(checked, "status-unknown");
    EXPECT_TRUE(text.starts_with(row.begins)) << text;
    EXPECT_EQ(text.ends_with(row.orders > 20 ? "20"
                                             : order_of(row.orders).substr(17)),
              true)
        << text;
    EXPECT_EQ(told_text(checked, "status-unknown").find("\xE2\x80\xA6") !=
                  std::string::npos,
              row.more)
        << row.orders;
  }
}

TEST(Notices, count_orders_and_rows_of_refunds_that_fit_no_line) {
  struct Row {
    const char* name;
    std::vector<int> orders;  // of each refund, of a SKU that they lack
    const char* notice;
    const char* rows;
  };
  const Row rows[] = {{"none", {}, "", ""},
                      {"one", {1}, "1: 01", "rows: 1;"},
                      {"two of one order", {1, 1}, "1: 01", "rows: 2;"},
                      {"of two orders", {1, 2, 2}, "2: 01 02", "rows: 3;"}};
  for (const Row& row : rows) {
    ReportText settlement = ReportText::settlement();
    int number = 0;
    for (const int order : row.orders) {
      settlement.row({{"order-id", order_of(order)},
                      {"order-item-code", ""},
                      {"sku", "ELSE"},
                      {"adjustment-id", "A" + std::to_string(++number)},
                      {"amount", "-100"}});
    }
    const CheckedReports checked(
        {new_orders(2), {"settlement.txt", settlement.text()}}, kNow);
    EXPECT_EQ(told(checked, "refunds-not-counted"), row.notice) << row.name;
    EXPECT_NE(told_text(checked, "refunds-not-counted").find(row.rows),
              std::string::npos)
        << row.name;
  }
}

TEST(Notices, name_twenty_orders_of_refunds_that_fit_no_line) {
  for (const int orders : {20, 21}) {
    ReportText settlement = ReportText::settlement();
    for (int i = 1; i <= orders; ++i) {
      settlement.row({{"order-id", order_of(i)},
                      {"order-item-code", ""},
                      {"sku", "ELSE"},
                      {"adjustment-id", "A" + std::to_string(i)},
                      {"amount", "-100"}});
    }
    const CheckedReports checked(
        {new_orders(orders), {"settlement.txt", settlement.text()}}, kNow);
    const std::string text = told(checked, "refunds-not-counted");
    EXPECT_TRUE(text.starts_with(std::to_string(orders) + ": 01 02")) << text;
    EXPECT_TRUE(text.ends_with(" 19 20")) << text;
  }
}

TEST(Notices, tell_answers_of_orders_that_no_report_has_by_the_end_of_today) {
  struct Row {
    const char* name;
    int order;
    const char* due;
    const char* notice;
  };
  const Row rows[] = {
      {"of an order here", 1, "2026-11-16T09:00:00+09:00", ""},
      {"overdue", 9, "2026-11-15T09:00:00+09:00", "1:"},
      {"at the last second", 9, "2026-11-16T23:59:59+09:00", "1:"},
      {"tomorrow", 9, "2026-11-17T00:00:00+09:00", ""},
  };
  for (const Row& row : rows) {
    const CheckedReports checked(
        {new_orders(1)}, kNow, {}, "amazon-jp",
        {{*OrderId::parse(order_of(row.order)), at(row.due), "answer", {}}});
    EXPECT_EQ(told(checked, "answers-elsewhere"), row.notice) << row.name;
  }
}

TEST(Notices, name_one_order_that_left_by_the_day_alone) {
  ReportText listing = ReportText::listing();
  listing.row({{"order-id", order_of(5)},
               {"purchase-date", "2026-11-13T09:00:00+09:00"},
               {"payments-date", "2026-11-13T09:00:00+09:00"},
               {"reporting-date", "2026-11-13T09:30:00+09:00"},
               {"promise-date", "2026-11-16T23:59:59+09:00"},
               {"days-past-promise", "-1"}});
  ReportText orders = ReportText::new_orders();
  for (const auto& [number, day] : {std::pair(1, "2026-11-04T09:00:00+09:00"),
                                    std::pair(7, "2026-11-15T09:40:00+09:00")})
    orders.row({{"order-id", order_of(number)},
                {"purchase-date", day},
                {"payments-date", day}});
  const CheckedReports checked(
      {{"list.txt", listing.text()}, {"new.txt", orders.text()}}, kNow);
  EXPECT_EQ(told(checked, "listing-by-day"), "1: 07");
}

}  // namespace
}  // namespace parcelwise
