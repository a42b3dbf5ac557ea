// Tests core/combine/group_progress.cc.
#include "combine/group_progress.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kEvening = "2026-11-20T18:00:00+09:00";
constexpr const char* kNextDay = "2026-11-21T09:00:00+09:00";

std::string id_of(int number) {
  return "250-1234567-000000" + std::to_string(number);
}

// An unshipped report with these orders, the newest bought at that hour.
FileText unshipped(const char* name, const std::vector<int>& orders,
                   const char* newest, const Cells& more = {}) {
  ReportText text({"order-id", "order-item-id", "purchase-date",
                   "payments-date", "reporting-date", "promise-date",
                   "buyer-email", "sku", "product-name", "quantity-purchased",
                   "quantity-shipped", "quantity-to-ship", "recipient-name",
                   "ship-address-1", "ship-city", "ship-state",
                   "ship-postal-code", "ship-country"});
  for (const int order : orders) {
    Cells cells = more;
    cells.emplace_back("reporting-date", "2026-11-18T03:30:00+00:00");
    cells.emplace_back("order-id", id_of(order));
    cells.emplace_back("purchase-date", "2026-11-18T03:00:00+00:00");
    cells.emplace_back("payments-date", "2026-11-18T03:00:00+00:00");
    cells.emplace_back("promise-date", "2026-11-20T14:59:59+00:00");
    text.row(cells);
  }
  Cells cells = more;
  cells.emplace_back("order-id", id_of(9));
  cells.emplace_back("reporting-date", newest);
  cells.emplace_back("purchase-date", newest);
  cells.emplace_back("payments-date", newest);
  cells.emplace_back("ship-address-1", "Elsewhere 9");
  text.row(cells);
  return {name, text.text()};
}

constexpr const char* kToday = "2026-11-20T01:00:00+00:00";
constexpr const char* kTomorrow = "2026-11-20T20:00:00+00:00";

// "left, refused 7/11": each order of 1, 2, ... with the days to the two
// limits.
std::string followed(const std::vector<FileText>& files, int orders,
                     const char* now) {
  const CheckedReports checked(files, now);
  const CheckContext& context = checked.check().context();
  std::vector<OrderId> group;
  for (int i = 1; i <= orders; ++i) group.push_back(*OrderId::parse(id_of(i)));
  std::string text;
  for (const FollowedOrder& each :
       GroupProgress(context.book, context.policies, context.now).of(group)) {
    text +=
        (text.empty() ? "" : ", ") + std::string(standing_name(each.standing));
    if (each.limits) {
      text += " " + std::to_string(each.limits->days_left) + "/" +
              std::to_string(each.limits->amazon_days_left);
    }
  }
  return text;
}

FileText statuses(const std::vector<std::pair<int, const char*>>& orders) {
  ReportText text = ReportText::all_orders();
  for (const auto& [order, status] : orders) {
    text.row({{"amazon-order-id", id_of(order)},
              {"order-status", status},
              {"purchase-date", "2026-11-18T03:00:00+00:00"}});
  }
  return {"all.txt", text.text()};
}

TEST(GroupProgress, tells_what_became_of_each_order) {
  const FileText today = unshipped("today.txt", {1, 2, 3}, kToday);
  struct Row {
    const char* name;
    std::vector<FileText> files;
    int orders;
    const char* now;
    const char* reported;
  };
  // Ship-by is Friday the 20th: 7 days later the 27th; Monday is a holiday, so
  // 7 business days end on the 2nd (W1 of docs/rules.md).
  const Row rows[] = {
      {"the same evening",
       {today},
       2,
       kEvening,
       "to-confirm 7/12, to-confirm 7/12"},
      {"both have left",
       {today, unshipped("next.txt", {3}, kTomorrow)},
       2,
       kNextDay,
       "left, left"},
      {"the second was refused",
       {today, unshipped("next.txt", {2, 3}, kTomorrow)},
       2,
       kNextDay,
       "left, refused 6/11"},
      {"two of three",
       {today, unshipped("next.txt", {1, 3}, kTomorrow)},
       3,
       kNextDay,
       "refused 6/11, left, refused 6/11"},
      {"all are still there",
       {today, unshipped("next.txt", {1, 2}, kTomorrow)},
       2,
       kNextDay,
       "to-confirm 6/11, to-confirm 6/11"},
      {"the files' names say nothing",
       {unshipped("z.txt", {1, 2, 3}, kToday),
        unshipped("a.txt", {2}, kTomorrow)},
       2,
       kNextDay,
       "left, refused 6/11"},
      {"only the later report",
       {unshipped("next.txt", {2}, kTomorrow)},
       2,
       kNextDay,
       "left, refused 6/11"},
      {"only the later report, none in it",
       {unshipped("next.txt", {}, kTomorrow)},
       2,
       kNextDay,
       "left, left"},
      {"on the last day",
       {today, unshipped("next.txt", {2}, kTomorrow)},
       2,
       "2026-12-02T23:59:59+09:00",
       "left, refused -5/0"},
      {"a second later",
       {today, unshipped("next.txt", {2}, kTomorrow)},
       2,
       "2026-12-03T00:00:00+09:00",
       "left, lost -6/-1"},
      {"Amazon has both",
       {today, statuses({{1, "Shipped"}, {2, "Shipped"}})},
       2,
       kNextDay,
       "shipped, shipped"},
      {"Amazon has one",
       {today, statuses({{1, "Shipped"}, {2, "Unshipped"}})},
       2,
       kNextDay,
       "shipped, refused 6/11"},
      {"Amazon cancelled one",
       {today, statuses({{1, "Shipped"}, {2, "Cancelled"}})},
       2,
       kNextDay,
       "shipped, cancelled"},
      // Without a ship-by it is counted from the purchase: two business days.
      {"by status alone",
       {statuses({{1, "Shipped"}, {2, "Unshipped"}})},
       2,
       kNextDay,
       "shipped, refused 6/11"},
      {"no report with a status",
       {{"new.txt", ReportText::new_orders()
                        .row({{"order-id", id_of(1)}})
                        .row({{"order-id", id_of(2)}})
                        .text()}},
       2,
       kNextDay,
       "not-told, not-told"},
      {"a later report of another marketplace says nothing of them",
       {today, unshipped("us.txt", {}, kTomorrow,
                         {{"ship-country", "US"},
                          {"buyer-email", "us@marketplace.amazon.com"}})},
       2,
       kNextDay,
       "to-confirm 6/11, to-confirm 6/11"},
      {"one without a moment proves nothing of what it lacks",
       {unshipped("next.txt", {2}, kTomorrow, {{"reporting-date", ""}})},
       2,
       kNextDay,
       "not-told, to-confirm 6/11"},
      {"one that lists both of them some time tells no more",
       {unshipped("a.txt", {1, 2}, kToday, {{"reporting-date", ""}}),
        unshipped("b.txt", {2}, kTomorrow, {{"reporting-date", ""}})},
       2,
       kNextDay,
       "to-confirm 6/11, to-confirm 6/11"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(followed(row.files, row.orders, row.now), row.reported)
        << row.name;
  }
}

// Nobody ordered anything in between.
TEST(GroupProgress,
     of_two_reports_with_one_newest_order_the_later_counts_its_days) {
  const auto report = [](const char* name, const std::vector<int>& orders,
                         const char* late) {
    ReportText text({"order-id", "order-item-id", "purchase-date",
                     "promise-date", "days-past-promise", "sku", "product-name",
                     "quantity-purchased", "quantity-shipped",
                     "quantity-to-ship", "recipient-name", "ship-address-1",
                     "ship-postal-code", "ship-country"});
    for (const int order : orders) {
      text.row({{"order-id", id_of(order)},
                {"promise-date", "2026-11-18T14:59:59+00:00"},
                {"days-past-promise", late}});
    }
    return FileText{name, text.text()};
  };
  EXPECT_EQ(followed({report("b.txt", {1, 2}, "1"), report("a.txt", {2}, "2")},
                     2, kNextDay)
                .substr(0, 13),
            "left, refused");
  EXPECT_EQ(followed({report("b.txt", {2}, "2"), report("a.txt", {1, 2}, "1")},
                     2, kNextDay)
                .substr(0, 13),
            "left, refused");
}

}  // namespace
}  // namespace parcelwise
