// Tests core/orders/told_address.cc and core/orders/report_order.cc.
#include "orders/told_address.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "orders/report_order.h"
#include "report/report_text.h"

namespace parcelwise {
namespace {

struct File {
  std::string name;
  std::string text;
};

struct Read {
  std::deque<Report> reports;
  std::vector<const Report*> all;

  explicit Read(const std::vector<File>& files) {
    for (const File& file : files) {
      auto report = read_report(file.text, file.name);
      EXPECT_TRUE(report.has_value()) << file.name;
      if (report) reports.push_back(std::move(*report));
    }
    for (const Report& report : reports) all.push_back(&report);
  }
};

// Of the address what a test names; the rest as ReportText has it.
Cells with(Cells cells, const Cells& more) {
  cells.insert(cells.end(), more.begin(), more.end());
  return cells;
}

ReportText listing_columns(const std::vector<std::string>& more) {
  std::vector<std::string> columns = {"order-id",
                                      "order-item-id",
                                      "purchase-date",
                                      "reporting-date",
                                      "promise-date",
                                      "days-past-promise",
                                      "sku",
                                      "product-name",
                                      "quantity-purchased",
                                      "quantity-to-ship",
                                      "recipient-name",
                                      "ship-address-1",
                                      "ship-postal-code",
                                      "ship-country"};
  columns.insert(columns.end(), more.begin(), more.end());
  return ReportText(columns);
}

// The listing of 15 or 16 November, as its days past the promise tell.
std::string listing(const char* days, const Cells& cells) {
  return listing_columns({"ship-address-2", "ship-phone-number"})
      .row(with(cells, {{"promise-date", "2026-11-16T23:59:59+09:00"},
                        {"days-past-promise", days}}))
      .text();
}

std::vector<std::string> names_in_order(std::vector<const Report*> all) {
  put_in_order(all);
  std::vector<std::string> names;
  for (const Report* const report : all) names.push_back(report->file);
  return names;
}

TEST(ReportOrder, the_newest_of_a_kind_comes_first) {
  const auto reported = [](const char* at) {
    return listing("-1", {{"reporting-date", at}});
  };
  const auto contradicting = [](const char* at) {
    return ReportText::listing()
        .row({{"promise-date", "2026-11-20T23:59:59+09:00"},
              {"days-past-promise", "3"},
              {"reporting-date", at}})
        .row({{"order-id", "250-1234567-0000002"},
              {"promise-date", "2026-11-20T23:59:59+09:00"},
              {"days-past-promise", "-1"}})
        .text();
  };
  const auto bought = [](const char* at) {
    return ReportText::new_orders().row({{"purchase-date", at}}).text();
  };
  const auto updated = [](const char* at) {
    return ReportText::all_orders().row({{"last-updated-date", at}}).text();
  };
  struct Row {
    const char* name;
    std::string older, newer;
  };
  const Row rows[] = {
      {"days past the promise", listing("-2", {}), listing("-1", {})},
      {"a promise moved to the next day, with as many days left",
       listing("-2", {}),
       listing("-2", {{"promise-date", "2026-11-17T23:59:59+09:00"}})},
      {"a promise written in UTC", listing("-2", {}),
       listing("-1", {{"promise-date", "2026-11-16T14:59:59+00:00"}})},
      {"the newest reporting date of one day",
       reported("2026-11-15T10:00:00+09:00"),
       reported("2026-11-15T11:00:00+09:00")},
      {"a reporting date on the day after", reported("2026-11-16T10:00:00Z"),
       listing("0", {})},
      {"rows that contradict each other tell no day",
       contradicting("2026-11-18T10:00:00Z"),
       contradicting("2026-11-18T11:00:00Z")},
      {"an order that is confirmed by then",
       listing_columns({})
           .row({{"reporting-date", "2026-11-15T10:00:00+09:00"}})
           .row({{"order-id", "250-1234567-0000002"}})
           .text(),
       listing_columns({})
           .row({{"reporting-date", "2026-11-15T10:00:00+09:00"}})
           .text()},
      {"no moment at all",
       listing("", {{"promise-date", "2026-11-30T23:59:59+09:00"}}),
       listing("-5", {})},
      {"new orders by their newest purchase",
       bought("2026-11-17T01:00:00+00:00"),
       bought("2026-11-17T01:00:01+00:00")},
      {"all orders by their newest change",
       updated("2026-11-17T05:00:00+00:00"),
       updated("2026-11-18T05:00:00+00:00")},
  };
  using Names = std::vector<std::string>;
  for (const Row& row : rows) {
    for (const bool named_so : {true, false}) {
      const char* const older = named_so ? "1.txt" : "2.txt";
      const char* const newer = named_so ? "2.txt" : "1.txt";
      const Names expected = {newer, older};
      const Read one({{older, row.older}, {newer, row.newer}});
      EXPECT_EQ(names_in_order(one.all), expected) << row.name;
      const Read other({{newer, row.newer}, {older, row.older}});
      EXPECT_EQ(names_in_order(other.all), expected) << row.name;
    }
  }
  // What is made for shipping stays first, however old.
  const Read kinds({{"n.txt", bought("2026-11-19T01:00:00+00:00")},
                    {"u.txt", listing("-9", {})}});
  EXPECT_EQ(names_in_order(kinds.all), (Names{"u.txt", "n.txt"}));
  // Nothing but the name tells these apart: files are numbered as they come.
  const Read named(
      {{"b.txt", listing("-1", {})}, {"a.txt", listing("-1", {})}});
  EXPECT_EQ(names_in_order(named.all), (Names{"b.txt", "a.txt"}));
}

TEST(ReportOrder, the_row_of_the_older_listing_is_the_conflict) {
  struct Row {
    const char* name;
    Cells moved;
    Column column;
    const char* value;
  };
  const Row rows[] = {
      {"promise date",
       {{"promise-date", "2026-11-17T23:59:59+09:00"},
        {"days-past-promise", "-2"}},
       Column::kPromiseDate,
       "2026-11-17T23:59:59+09:00"},
      {"quantity",
       {{"quantity-purchased", "2"}},
       Column::kQuantityPurchased,
       "2"},
      {"postal code",
       {{"ship-postal-code", "105-0014"}},
       Column::kShipPostalCode,
       "105-0014"},
  };
  for (const Row& row : rows) {
    for (const bool named_so : {true, false}) {
      const char* const older = named_so ? "1.txt" : "2.txt";
      const char* const newer = named_so ? "2.txt" : "1.txt";
      const Read read(
          {{older, listing("-2", {})}, {newer, listing("-1", row.moved)}});
      const OrderBook book = OrderBook::join(read.all);
      ASSERT_EQ(book.rejects().size(), 1u) << row.name;
      const auto& [report, reject] = book.rejects()[0];
      EXPECT_EQ(book.reports()[report]->file, older) << row.name;
      EXPECT_EQ(reject.other_value, row.value) << row.name;
      EXPECT_EQ(book.item_cell(0, row.column), row.value) << row.name;
    }
  }
}

TEST(ToldAddress, name_address_and_phone_come_from_one_report) {
  const Cells old_place = {{"recipient-name", "Old Name"},
                           {"ship-address-1", "Shiba 1-17-11"},
                           {"ship-address-2", "Old Building 5F"},
                           {"ship-phone-number", "03-1111-2222"}};
  const Cells new_place = {{"recipient-name", "New Name"},
                           {"ship-address-1", "Shiba 9-9-9"},
                           {"ship-phone-number", "03-9999-9999"}};
  const auto new_orders = [](const Cells& cells) {
    return ReportText({"order-id", "order-item-id", "payments-date", "sku",
                       "product-name", "quantity-purchased", "currency",
                       "item-price", "recipient-name", "ship-address-1",
                       "ship-address-2", "ship-postal-code", "ship-country",
                       "ship-phone-number"})
        .row(cells)
        .text();
  };
  const auto no_phone = [](const Cells& cells) {
    return listing_columns({"ship-address-2"}).row(cells).text();
  };
  struct Row {
    const char* name;
    std::string first, second;
    const char* expected;
    bool told_otherwise;
  };
  const char* const kNew = "New Name|Shiba 9-9-9||03-9999-9999";
  const Row rows[] = {
      {"the newer listing's, and no line of the older's",
       listing("-2", old_place), listing("-1", new_place), kNew, true},
      {"the same, given the other way round", listing("-1", new_place),
       listing("-2", old_place), kNew, true},
      {"the listing's before new orders'", listing("-1", new_place),
       new_orders(old_place), kNew, true},
      {"the newest of new orders", new_orders(old_place),
       new_orders(
           with({{"payments-date", "2026-11-18T01:00:00+00:00"}}, new_place)),
       kNew, true},
      {"a blank phone of one address is filled", listing("-1", {}),
       new_orders({{"ship-phone-number", "03-1111-2222"}}),
       "Tanaka Hanako|Toyosu 1-2-27||03-1111-2222", false},
      {"and one of another address is not",
       listing("-1", {{"recipient-name", "New Name"},
                      {"ship-address-1", "Shiba 9-9-9"}}),
       new_orders(old_place), "New Name|Shiba 9-9-9||", true},
      {"a report without phones takes that of the recipient",
       no_phone(
           {{"recipient-name", "Old Name"}, {"ship-address-1", "Shiba 9-9-9"}}),
       new_orders(old_place), "Old Name|Shiba 9-9-9||03-1111-2222", true},
      {"and of nobody else",
       no_phone(
           {{"recipient-name", "New Name"}, {"ship-address-1", "Shiba 9-9-9"}}),
       new_orders(old_place), "New Name|Shiba 9-9-9||", true},
      {"a building that the newer listing leaves out is filled, and told",
       listing("-1", {{"ship-address-1", "Shiba 1-17-11"},
                      {"recipient-name", "Old Name"}}),
       listing("-2", old_place),
       "Old Name|Shiba 1-17-11|Old Building 5F|03-1111-2222", true},
      {"no street in the first report", listing("-1", {{"ship-address-1", ""}}),
       new_orders(old_place),
       "Old Name|Shiba 1-17-11|Old Building 5F|03-1111-2222", false},
      {"one line or two, narrow or wide",
       listing("-1", {{"ship-address-1", "Shiba １-17-11 Old Building 5F"}}),
       listing("-2", {{"ship-address-1", "Shiba 1-17-11"},
                      {"ship-address-2", "Old building 5F"}}),
       "Tanaka Hanako|Shiba １-17-11 Old Building 5F||", false},
  };
  for (const Row& row : rows) {
    const Read read({{"1.txt", row.first}, {"2.txt", row.second}});
    const OrderBook book = OrderBook::join(read.all);
    ASSERT_EQ(book.order_count(), 1u) << row.name;
    EXPECT_TRUE(book.rejects().empty()) << row.name;
    EXPECT_EQ(book.order_cell(0, Column::kRecipientName) + "|" +
                  book.order_cell(0, Column::kShipAddress1) + "|" +
                  book.order_cell(0, Column::kShipAddress2) + "|" +
                  book.order_cell(0, Column::kShipPhone),
              row.expected)
        << row.name;
    EXPECT_EQ(other_address(book, 0).has_value(), row.told_otherwise)
        << row.name;
  }
}

// Of an order's lines the newer listing may have the second alone.
TEST(ToldAddress, the_newer_listing_decides_where_it_lacks_the_first_line) {
  const Cells second = {{"order-item-id", "22222222222222"}, {"sku", "SKU-2"}};
  const Cells first = {{"promise-date", "2026-11-16T23:59:59+09:00"},
                       {"days-past-promise", "-2"},
                       {"order-item-id", "11111111111111"}};
  const Read read(
      {{"1.txt",
        listing_columns({}).row(first).row(with(second, first)).text()},
       {"2.txt",
        listing("-1", with({{"ship-address-1", "Shiba 9-9-9"}}, second))}});
  const OrderBook book = OrderBook::join(read.all);
  ASSERT_EQ(book.order_count(), 1u);
  EXPECT_EQ(book.order_cell(0, Column::kShipAddress1), "Shiba 9-9-9");
}

}  // namespace
}  // namespace parcelwise
