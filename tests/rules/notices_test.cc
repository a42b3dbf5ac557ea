// Tests core/rules/notices.cc: what is told once, and of how many orders.
#include "rules/notices.h"

#include <gtest/gtest.h>

#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "journal/journal_text.h"
#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-16T10:00:00+09:00";

std::optional<CheckNotice> notice_of(const CheckedReports& checked,
                                     std::string_view code) {
  std::vector<CheckNotice> notices = notices_of(checked.check());
  for (CheckNotice& notice : notices) {
    if (notice.code == code) return std::move(notice);
  }
  return std::nullopt;
}

// "2: 01 02", its count and the last digits of the orders that it names; ""
// where there is none.
std::string told(const CheckedReports& checked, std::string_view code) {
  const auto notice = notice_of(checked, code);
  if (!notice) return "";
  std::string text = std::to_string(notice->count) + ":";
  for (const std::uint32_t order : notice->orders)
    text += " " + checked.book().order_id(order).text().substr(17);
  return text;
}

std::string told_text(const CheckedReports& checked, std::string_view code) {
  const auto notice = notice_of(checked, code);
  return notice ? notice_text(*notice, checked.check(), Language::kEnglish)
                : "";
}

std::string order_of(int number) { return numbered(number).text(); }

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

// A refund of each, of a SKU that the orders lack.
FileText unplaced_refunds(const std::vector<int>& orders) {
  ReportText text = ReportText::settlement();
  int number = 0;
  for (const int order : orders) {
    text.row({{"order-id", order_of(order)},
              {"order-item-code", ""},
              {"sku", "ELSE"},
              {"adjustment-id", "A" + std::to_string(++number)},
              {"amount", "-100"}});
  }
  return {"settlement.txt", text.text()};
}

TEST(Notices, name_twenty_orders_and_count_all) {
  struct Row {
    int orders;
    const char *begins, *ends;
    bool more;
  };
  const Row rows[] = {{1, "1: 01", " 01", false},
                      {2, "2: 01 02", " 02", false},
                      {20, "20: 01 02", " 20", false},
                      {21, "21: 01 02", " 20", true}};
  for (const Row& row : rows) {
    const CheckedReports checked({new_orders(row.orders)}, kNow);
    const std::string text = told(checked, "status-unknown");
    EXPECT_TRUE(text.starts_with(row.begins)) << text;
    EXPECT_TRUE(text.ends_with(row.ends)) << text;
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
    const CheckedReports checked({new_orders(2), unplaced_refunds(row.orders)},
                                 kNow);
    EXPECT_EQ(told(checked, "refunds-not-counted"), row.notice) << row.name;
    const std::string text = told_text(checked, "refunds-not-counted");
    EXPECT_EQ(text.empty(), row.orders.empty()) << row.name;
    EXPECT_NE(text.find(row.rows), std::string::npos) << row.name;
  }
}

TEST(Notices, name_twenty_orders_of_refunds_that_fit_no_line) {
  for (const int orders : {20, 21}) {
    std::vector<int> all(static_cast<std::size_t>(orders));
    std::iota(all.begin(), all.end(), 1);
    const CheckedReports checked({new_orders(orders), unplaced_refunds(all)},
                                 kNow);
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
