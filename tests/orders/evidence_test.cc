// Tests core/orders/evidence.cc and listings.cc: what each report can know.
#include "orders/evidence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "orders/listings.h"
#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-16T10:00:00+09:00";
constexpr const char* kOld = "250-0000001-0000001";     // 4 Nov, 9:00
constexpr const char* kListed = "250-0000002-0000002";  // 13 Nov, 9:00
constexpr const char* kToday = "250-0000003-0000003";   // 16 Nov, 9:40

std::string tail(const std::string& order, std::size_t from) {
  return order.size() > from ? order.substr(from) : "";
}

// What is named first holds.
Cells bought(const char* order, const char* day, const Cells& more = {}) {
  Cells cells = more;
  const std::string at = std::string(day) + ":00+09:00";
  cells.push_back({"order-id", order});
  cells.push_back({"order-item-id", "1" + tail(order, 12)});
  cells.push_back({"purchase-date", at});
  cells.push_back({"payments-date", at});
  cells.push_back({"sku", "SKU-" + tail(order, 15)});
  return cells;
}

// 16 Nov by its days, its order reported on the 13th.
Cells in_list(const char* order = kListed, const Cells& more = {}) {
  Cells cells = more;
  cells.push_back({"reporting-date", "2026-11-13T09:30:00+09:00"});
  cells.push_back({"promise-date", "2026-11-16T23:59:59+09:00"});
  cells.push_back({"days-past-promise", "-1"});
  return bought(order, "2026-11-13T09:00", cells);
}

FileText list(const std::vector<Cells>& rows, const char* name = "u.txt") {
  ReportText text = ReportText::listing();
  for (const Cells& row : rows) text.row(row);
  return {name, text.text()};
}

// A file as far as these words, where they stand last.
FileText cut(FileText file, std::string_view words) {
  file.text.resize(file.text.rfind(words) + words.size());
  return file;
}

FileText new_orders(const std::vector<Cells>& rows = {
                        bought(kOld, "2026-11-04T09:00"),
                        bought(kListed, "2026-11-13T09:00"),
                        bought(kToday, "2026-11-16T09:40")}) {
  ReportText text = ReportText::new_orders();
  for (const Cells& row : rows) text.row(row);
  return {"n.txt", text.text()};
}

FileText all_orders(const char* status, const char* updated,
                    const char* order = kOld, const char* day = "2026-11-04") {
  return {"a.txt",
          ReportText::all_orders()
              .row({{"amazon-order-id", order},
                    {"purchase-date", std::string(day) + "T09:00:00+09:00"},
                    {"last-updated-date", updated},
                    {"sku", "SKU-" + tail(order, 15)},
                    {"order-status", status},
                    {"item-status", status}})
              .text()};
}

// "ship left-the-list": the rules of one order that tell where it stands.
std::string standing(const CheckedReports& checked, const char* order) {
  std::string text;
  for (const Rule* const rule : all_rules()) {
    if (rule->id != "ship" && rule->id != "left-the-list" &&
        rule->id != "status-unknown" && rule->id != "hold-pending") {
      continue;
    }
    for (const Action& action : checked.check().actions()) {
      if (checked.book().order_id(action.order).text() != order ||
          all_rules()[action.rule] != rule) {
        continue;
      }
      text += (text.empty() ? "" : " ") + std::string(rule->id);
    }
  }
  return text;
}

std::string moment(const Listing& listing) {
  if (!listing.at) return "none";
  return Policy::load("amazon-jp")
      ->zone()
      .to_iso8601(*listing.at)
      .substr(0, 16);
}

TEST(Listing, its_moment_is_never_later_than_true) {
  struct Row {
    const char* name;
    std::vector<Cells> rows;
    const char* at;
  };
  const auto dated = [](const char* promise, const char* past,
                        const char* reported = "2026-11-13T09:30:00+09:00",
                        const char* order = kListed) {
    return bought(order, "2026-11-13T09:00",
                  {{"reporting-date", reported},
                   {"promise-date", promise},
                   {"days-past-promise", past}});
  };
  const char* const kSixteenth = "2026-11-16T23:59:59+09:00";
  const Row rows[] = {
      {"the day it was made", {dated(kSixteenth, "-1")}, "2026-11-16T00:00"},
      {"-1 stands for the ship-by day itself",
       {dated("2026-11-17T23:59:59+09:00", "-2")},
       "2026-11-16T00:00"},
      {"days after it",
       {dated("2026-11-10T23:59:59+09:00", "5")},
       "2026-11-16T00:00"},
      {"reported later that day",
       {dated(kSixteenth, "-1", "2026-11-16T08:15:00+09:00")},
       "2026-11-16T08:15"},
      {"rows that contradict each other leave the reporting-date",
       {dated(kSixteenth, "-1"),
        dated(kSixteenth, "0", "2026-11-14T09:30:00+09:00", kOld)},
       "2026-11-14T09:30"},
      {"a day after now is not believed",
       {dated(kSixteenth, "0")},
       "2026-11-13T09:30"},
      {"a day before its newest order is not believed",
       {dated(kSixteenth, "-4", "2026-11-15T09:30:00+09:00")},
       "2026-11-15T09:30"},
      {"no word for the days", {dated(kSixteenth, "soon")}, "2026-11-13T09:30"},
      {"a sign alone", {dated(kSixteenth, "-")}, "2026-11-13T09:30"},
      {"two signs", {dated(kSixteenth, "--1")}, "2026-11-13T09:30"},
      {"a year of four digits after it",
       {dated("2023-12-02T23:59:59+09:00", "1079")},
       "2026-11-16T00:00"},
      {"more digits than days can have",
       {dated("2023-12-02T23:59:59+09:00", "01079")},
       "2026-11-13T09:30"},
      {"ten, not one and nothing",
       {dated("2026-11-05T23:59:59+09:00", "10")},
       "2026-11-16T00:00"},
      {"nine", {dated("2026-11-06T23:59:59+09:00", "9")}, "2026-11-16T00:00"},
      {"no dates at all",
       {bought(kListed, "2026-11-13T09:00", {{"promise-date", ""}})},
       "none"},
      {"a header alone", {}, "none"},
      {"the day alone", {dated(kSixteenth, "-1", "")}, "2026-11-16T00:00"},
  };
  for (const Row& row : rows) {
    const CheckedReports checked({list(row.rows)}, kNow);
    const auto listings = checked.book().evidence().listings();
    ASSERT_EQ(listings.size(), 1u) << row.name;
    EXPECT_EQ(moment(listings[0]), row.at) << row.name;
  }
}

TEST(Listing, of_rows_that_name_no_marketplace_is_of_the_one_that_rules_them) {
  const Cells silent = {{"buyer-email", ""}};
  for (const auto& rows :
       {std::vector<Cells>{in_list(kListed, silent)},
        std::vector<Cells>{in_list(kListed, silent), in_list(kOld, silent)}}) {
    const CheckedReports checked({list(rows)}, kNow);
    const auto& listings = checked.book().evidence().listings();
    ASSERT_EQ(listings.size(), 1u);
    EXPECT_EQ(listings[0].marketplaces,
              std::vector<std::string>{"amazon.co.jp"})
        << rows.size();
  }
}

TEST(Evidence, an_order_that_the_newest_listing_lacks_has_left) {
  struct Row {
    const char* name;
    std::vector<FileText> files;
    const char* order;
    const char* standing;
  };
  const FileText undated =
      list({bought(kListed, "2026-11-13T09:00", {{"promise-date", ""}})});
  const Row rows[] = {
      {"bought before it, and absent",
       {list({in_list()}), new_orders()},
       kOld,
       "left-the-list"},
      {"listed", {list({in_list()}), new_orders()}, kListed, "ship"},
      {"bought after it", {list({in_list()}), new_orders()}, kToday, "ship"},
      {"paid after it",
       {list({in_list()}),
        new_orders({bought(kOld, "2026-11-04T09:00",
                           {{"payments-date", "2026-11-16T09:20:00+09:00"}})})},
       kOld,
       "ship"},
      {"bought within Amazon\u2019s half hour before it",
       {list({in_list()}), new_orders({bought(kOld, "2026-11-15T23:31")})},
       kOld,
       "ship"},
      {"bought a minute earlier than that",
       {list({in_list()}), new_orders({bought(kOld, "2026-11-15T23:29")})},
       kOld,
       "left-the-list"},
      {"of another marketplace",
       {list({in_list()}),
        new_orders({bought(kOld, "2026-11-12T09:00",
                           {{"buyer-email", "x@marketplace.amazon.de"},
                            {"latest-ship-date", "2026-11-18T23:59:59Z"}})})},
       kOld,
       "ship"},
      {"an empty listing proves nothing",
       {list({}), new_orders()},
       kOld,
       "status-unknown"},
      {"a listing without dates proves nothing",
       {undated, new_orders()},
       kOld,
       "status-unknown"},
      {"and still lists what it has", {undated, new_orders()}, kListed, "ship"},
      {"a damaged row that names no order proves nothing",
       {list({in_list(), bought("no order", "2026-11-13T09:00")}),
        new_orders()},
       kOld,
       "status-unknown"},
      {"a damaged row that names the order lists it",
       {list({in_list(), in_list(kOld, {{"order-item-id", "1.23457E+13"}})}),
        new_orders()},
       kOld,
       "ship"},
      {"a listing that its end cuts proves nothing",
       {cut(list({in_list(), in_list(kToday)}), "+09:00\t-1"), new_orders()},
       kOld,
       "status-unknown"},
      {"nor does it inside an item id",
       {cut(list({in_list(), in_list(kToday)}), "250-0000003-0000003\t1"),
        new_orders()},
       kOld,
       "status-unknown"},
      {"a whole last row needs no line end",
       {cut(list({in_list(), in_list(kToday)}), "JP"), new_orders()},
       kOld,
       "left-the-list"},
      {"a later all-orders report has it as open",
       {list({in_list()}), new_orders(),
        all_orders("Unshipped", "2026-11-16T09:30:00+09:00")},
       kOld,
       "ship"},
      {"an earlier one proves nothing",
       {list({in_list()}), new_orders(),
        all_orders("Unshipped", "2026-11-15T09:30:00+09:00")},
       kOld,
       "left-the-list"},
      {"pending by its status",
       {list({in_list()}), new_orders(),
        all_orders("Pending", "2026-11-15T09:30:00+09:00")},
       kOld,
       "hold-pending"},
      {"in a pending report",
       {list({in_list()}),
        new_orders(),
        {"p.txt", ReportText::pending_orders()
                      .row(bought(kOld, "2026-11-04T09:00"))
                      .text()}},
       kOld,
       "hold-pending"},
      {"the older of two listings has it",
       {list({in_list()}),
        list(
            {in_list(), bought(kOld, "2026-11-04T09:00",
                               {{"reporting-date", "2026-11-04T09:30:00+09:00"},
                                {"promise-date", "2026-11-15T23:59:59+09:00"},
                                {"days-past-promise", "-1"}})},
            "old.txt"),
        new_orders()},
       kOld,
       "left-the-list"},
      {"listed, and an earlier word that nobody knows",
       {list({in_list()}), new_orders(),
        all_orders("InvoiceUnconfirmed", "2026-11-15T09:30:00+09:00", kListed,
                   "2026-11-13")},
       kListed,
       "ship"},
      {"listed, and such a word since",
       {list({in_list()}), new_orders(),
        all_orders("InvoiceUnconfirmed", "2026-11-16T09:30:00+09:00", kListed,
                   "2026-11-13")},
       kListed,
       "status-unknown"},
      {"listed, and pending in an earlier report",
       {list({in_list()}), new_orders(),
        all_orders("Pending", "2026-11-15T09:30:00+09:00", kListed,
                   "2026-11-13")},
       kListed,
       "ship"},
      {"a later report without the item ids, as unknown word",
       {list({in_list()}), new_orders(),
        all_orders("InvoiceUnconfirmed", "2026-11-16T09:30:00+09:00")},
       kOld,
       "status-unknown"},
      {"fulfilled by Amazon",
       {list({in_list()}),
        {"a.txt", ReportText::all_orders()
                      .row({{"amazon-order-id", kOld},
                            {"purchase-date", "2026-11-04T09:00:00+09:00"},
                            {"fulfillment-channel", "Amazon"}})
                      .text()}},
       kOld,
       ""},
      {"no listing at all", {new_orders()}, kOld, "status-unknown"},
      {"and not yet due", {new_orders()}, kToday, "ship"},
      {"a status report, whatever its age",
       {new_orders(), all_orders("Unshipped", "2026-11-05T09:30:00+09:00")},
       kOld,
       "ship"},
  };
  for (const Row& row : rows) {
    const CheckedReports checked(row.files, kNow);
    EXPECT_EQ(standing(checked, row.order), row.standing) << row.name;
  }
}

TEST(Evidence, the_seller_knows_better) {
  const std::vector<FileText> files = {list({}), new_orders()};
  SellersWord word;
  word.listing_at = {{"u.txt", at("2026-11-16T09:50:00+09:00")}};
  const CheckedReports dated(files, kNow, {}, "amazon-jp", {}, word);
  EXPECT_EQ(standing(dated, kOld), "left-the-list");
  EXPECT_EQ(standing(dated, kListed), "left-the-list");
  EXPECT_EQ(standing(dated, kToday), "ship");
  word.not_sent = {*OrderId::parse(kOld)};
  const CheckedReports known(files, kNow, {}, "amazon-jp", {}, word);
  EXPECT_EQ(standing(known, kOld), "ship");
  EXPECT_EQ(standing(known, kListed), "left-the-list");
}

// A download that ended half-way beside the whole one, in either order and by
// either name: the whole one decides, and only the half one is not the newest.
TEST(Evidence, a_listing_that_is_cut_off_gives_way_to_the_whole_one) {
  constexpr const char* kOther = "250-0000004-0000004";
  const std::string whole =
      list({in_list(), in_list(kOther, {{"order-item-id", "9"}})}).text;
  const std::string half = whole.substr(0, whole.size() - 40);
  for (const bool half_named_last : {false, true}) {
    for (const bool half_given_first : {false, true}) {
      std::vector<FileText> files = {
          {half_named_last ? "a.txt" : "b.txt", whole},
          {half_named_last ? "b.txt" : "a.txt", half}};
      if (half_given_first) std::swap(files[0], files[1]);
      const CheckedReports checked(files, kNow);
      EXPECT_EQ(standing(checked, kListed), "ship");
      EXPECT_EQ(standing(checked, kOther), "ship");
      for (const Listing& listing : checked.book().evidence().listings())
        EXPECT_EQ(listing.outdated, listing.damaged);
    }
  }
}

// Two accounts of one seller in one marketplace: each listing speaks for its
// own orders, and what both lack has left.
TEST(Evidence, an_order_of_another_account_has_not_left) {
  constexpr const char* kOther = "250-0000004-0000004";
  const std::vector<FileText> files = {
      list({in_list()}),
      list({in_list(kOther, {{"reporting-date", "2026-11-12T09:30:00+09:00"},
                             {"purchase-date", "2026-11-12T09:00:00+09:00"},
                             {"payments-date", "2026-11-12T09:00:00+09:00"}})},
           "second.txt"),
      new_orders()};
  const CheckedReports checked(files, kNow);
  EXPECT_EQ(standing(checked, kListed), "ship");
  EXPECT_EQ(standing(checked, kOther), "ship");
  EXPECT_EQ(standing(checked, kOld), "left-the-list");
  for (const Listing& listing : checked.book().evidence().listings())
    EXPECT_FALSE(listing.outdated);
}

// At noon B and C of the morning's A, B, C are confirmed; both files are of
// one day and tell no time.
TEST(Evidence, of_two_listings_of_one_day_the_one_that_lost_orders_is_newer) {
  constexpr const char* kGone = "250-0000004-0000004";
  const CheckedReports checked(
      {list({in_list()}, "noon.txt"),
       list({in_list(),
             in_list(kGone, {{"purchase-date", "2026-11-12T09:00:00+09:00"},
                             {"payments-date", "2026-11-12T09:00:00+09:00"},
                             {"reporting-date", "2026-11-12T09:30:00+09:00"}})},
            "morning.txt")},
      kNow);
  EXPECT_EQ(standing(checked, kListed), "ship");
  EXPECT_EQ(standing(checked, kGone), "left-the-list");
}

TEST(Evidence, a_line_that_a_listed_order_lacks_is_probably_confirmed) {
  const auto line = [](const char* item, const char* sku) {
    return Cells{{"order-item-id", item}, {"sku", sku}};
  };
  const auto listed = [&](const char* item, const char* sku) {
    return in_list(kListed, line(item, sku));
  };
  const auto bought_line = [&](const char* item, const char* sku) {
    return bought(kListed, "2026-11-13T09:00", line(item, sku));
  };
  const std::vector<Cells> both = {bought_line("11", "A"),
                                   bought_line("12", "B")};
  struct Row {
    const char* name;
    std::vector<FileText> files;
    std::int64_t unshipped;
    bool partly;
  };
  const Row rows[] = {
      {"both listed",
       {list({listed("11", "A"), listed("12", "B")}), new_orders(both)},
       2,
       false},
      {"one listed", {list({listed("12", "B")}), new_orders(both)}, 1, true},
      {"the other in a row that could not be read",
       {list({listed("12", "B"), listed("1.2E+11", "A")}), new_orders(both)},
       2,
       false},
      {"a later status has it as open",
       {list({listed("12", "B")}),
        new_orders(both),
        {"a.txt", ReportText::all_orders()
                      .row({{"amazon-order-id", kListed},
                            {"purchase-date", "2026-11-13T09:00:00+09:00"},
                            {"last-updated-date", "2026-11-16T09:30:00+09:00"},
                            {"sku", "A"}})
                      .text()}},
       2,
       false},
      {"only new orders", {new_orders(both)}, 2, false},
  };
  for (const Row& row : rows) {
    const CheckedReports checked(row.files, kNow);
    const auto order = checked.book().find(*OrderId::parse(kListed));
    ASSERT_TRUE(order.has_value()) << row.name;
    const OrderFacts facts = checked.check().facts(*order);
    EXPECT_EQ(facts.unshipped, row.unshipped) << row.name;
    EXPECT_EQ(facts.partly_shipped, row.partly) << row.name;
    EXPECT_EQ(checked.found("finish-partial-confirmation").empty(), !row.partly)
        << row.name;
  }
}

// What left by the day alone is told, to be looked at.
TEST(Evidence, names_what_rests_on_the_day_alone) {
  const CheckedReports checked(
      {list({in_list()}), new_orders({bought(kOld, "2026-11-04T09:00"),
                                      bought(kToday, "2026-11-15T09:40")})},
      kNow);
  const auto& named = checked.book().evidence().by_day_alone();
  ASSERT_EQ(named.count, 1u);
  EXPECT_EQ(checked.book().order_id(named.orders[0]).text(), kToday);
}

TEST(Evidence, a_clock_before_the_files_is_told) {
  struct Row {
    const char* now;
    bool behind;
  };
  for (const Row& row :
       {Row{"2026-11-16T09:39:59+09:00", true},
        Row{"2026-11-16T09:40:00+09:00", false}, Row{kNow, false}}) {
    const CheckedReports checked({new_orders()}, row.now);
    EXPECT_EQ(checked.book().evidence().ahead_of_clock().has_value(),
              row.behind)
        << row.now;
  }
}

TEST(Evidence, rows_that_could_not_be_read_are_told_of_their_order) {
  const CheckedReports checked(
      {new_orders(
          {bought(kOld, "2026-11-04T09:00"),
           bought(kOld, "2026-11-04T09:00", {{"order-item-id", "1.23457E+13"}}),
           bought("25012345", "2026-11-04T09:00")})},
      kNow);
  const auto unread = checked.book().evidence().unread();
  ASSERT_EQ(unread.size(), 1u);
  EXPECT_EQ(unread[0].order.text(), kOld);
  EXPECT_EQ(unread[0].row, 3u);
  EXPECT_EQ(unread[0].code, RejectCode::kExcelDamage);
  EXPECT_TRUE(lacks_rows(checked.book(), *OrderId::parse(kOld)));
  EXPECT_FALSE(lacks_rows(checked.book(), *OrderId::parse(kToday)));
}

}  // namespace
}  // namespace parcelwise
