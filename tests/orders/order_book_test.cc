// Tests core/orders/order_book.cc.
#include "orders/order_book.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <random>
#include <string>
#include <vector>

#include "report/report_text.h"

namespace parcelwise {
namespace {

struct File {
  std::string name;
  std::string text;
};

// Reports read from texts, and the book that joins them.
struct Joined {
  std::deque<Report> reports;
  OrderBook book;

  explicit Joined(const std::vector<File>& files) {
    for (const File& file : files) {
      auto report = read_report(file.text, file.name);
      EXPECT_TRUE(report.has_value()) << file.name;
      if (report) reports.push_back(std::move(*report));
    }
    std::vector<const Report*> all;
    for (const Report& report : reports) all.push_back(&report);
    book = OrderBook::join(all);
  }
};

void expect_counts_reconcile(const OrderBook& book) {
  for (std::size_t r = 0; r < book.reports().size(); ++r) {
    const ReportCounts& c = book.counts(r);
    EXPECT_EQ(c.rows, c.items + c.continuations + c.repeated_headers + c.blank +
                          c.duplicates + c.rejected)
        << book.reports()[r]->file;
  }
}

// Everything that a book says.
std::string dump(const OrderBook& book) {
  std::string text;
  for (std::size_t r = 0; r < book.reports().size(); ++r) {
    const ReportCounts& c = book.counts(r);
    text += book.reports()[r]->file + " " + std::to_string(c.items) + " " +
            std::to_string(c.duplicates) + " " + std::to_string(c.rejected) +
            "\n";
  }
  for (const auto& [report, reject] : book.rejects()) {
    text += std::to_string(report) + ":" + std::to_string(reject.row) + " " +
            std::string(reject_name(reject.code)) + " " + reject.column + " " +
            reject.value + " / " + reject.other_file + ":" +
            std::to_string(reject.other_row) + " " + reject.other_value + "\n";
  }
  for (std::uint32_t order = 0; order < book.order_count(); ++order) {
    text += book.order_id(order).text() + "\n";
    for (std::uint32_t item = book.first_item(order);
         item < book.last_item(order); ++item) {
      for (std::size_t c = 0; c < kColumnCount; ++c) {
        const std::string cell = book.item_cell(item, static_cast<Column>(c));
        if (!cell.empty()) {
          text += "  " + std::string(column_name(static_cast<Column>(c))) +
                  "=" + cell + "\n";
        }
      }
    }
  }
  return text;
}

void expect_same_in_every_order(std::vector<File> files) {
  ASSERT_LE(files.size(), 4u);
  const auto by_name = [](const File& a, const File& b) {
    return a.name != b.name ? a.name < b.name : a.text < b.text;
  };
  std::sort(files.begin(), files.end(), by_name);
  const std::string expected = dump(Joined(files).book);
  while (std::next_permutation(files.begin(), files.end(), by_name)) {
    EXPECT_EQ(dump(Joined(files).book), expected);
  }
}

TEST(Join, no_reports_make_an_empty_book) {
  const OrderBook book = OrderBook::join({});
  EXPECT_EQ(book.order_count(), 0u);
  EXPECT_EQ(book.item_count(), 0u);
  EXPECT_EQ(book.find(*OrderId::parse("250-1234567-1234567")), std::nullopt);
}

TEST(Join, orders_stand_by_id_and_items_by_theirs) {
  const Joined joined({{"a.txt", ReportText::unshipped()
                                     .row({{"order-id", "250-1234567-0000009"}})
                                     .row({{"order-item-id", "22"}})
                                     .row({{"order-item-id", "3"}})
                                     .row({{"order-id", "249-1234567-0000001"}})
                                     .text()}});
  const OrderBook& book = joined.book;
  ASSERT_EQ(book.order_count(), 3u);
  EXPECT_EQ(book.order_id(0).text(), "249-1234567-0000001");
  EXPECT_EQ(book.order_id(1).text(), "250-1234567-0000009");
  EXPECT_EQ(book.order_id(2).text(), "250-1234567-1234567");
  EXPECT_EQ(book.last_item(2) - book.first_item(2), 2u);
  EXPECT_EQ(book.item_cell(book.first_item(2), Column::kOrderItemId), "3");
  // They lie as the file has them.
  EXPECT_EQ(book.in_file_order(), (std::vector<std::uint32_t>{1, 2, 0}));
  EXPECT_EQ(book.first_item(1), 0u);
  EXPECT_EQ(book.first_item(2), 1u);
  EXPECT_EQ(book.first_item(0), 3u);
  EXPECT_EQ(book.find(*OrderId::parse("250-1234567-0000009")), 1u);
  EXPECT_EQ(book.find(*OrderId::parse("250-1234567-0000008")), std::nullopt);
}

TEST(Join, one_report_tells_what_another_does_not) {
  const Joined joined(
      {{"new.txt",
        ReportText::new_orders().row({{"shipping-price", "550"}}).text()},
       {"unshipped.txt", ReportText::unshipped().row({}).text()},
       {"all.txt", ReportText::all_orders().row({{"item-price", ""}}).text()}});
  const OrderBook& book = joined.book;
  ASSERT_EQ(book.order_count(), 1u);
  ASSERT_EQ(book.item_count(), 1u);
  EXPECT_EQ(book.sources(0).size(), 3u);
  EXPECT_EQ(book.order_cell(0, Column::kPromiseDate),
            "2026-11-20T14:59:59+00:00");
  EXPECT_EQ(book.item_cell(0, Column::kShippingPrice), "550");
  EXPECT_EQ(book.order_cell(0, Column::kOrderStatus), "Unshipped");
  // Unshipped first, then all, then new.
  EXPECT_EQ(book.reports()[0]->file, "unshipped.txt");
  EXPECT_EQ(book.reports()[1]->file, "all.txt");
  EXPECT_TRUE(book.rejects().empty());
  expect_counts_reconcile(book);
}

// Lines of a long order are compared in another way.
TEST(Join, of_a_long_order_too_a_line_told_twice_is_a_duplicate) {
  for (const int lines : {2, 8, 9, 40}) {
    for (const bool twice : {false, true}) {
      ReportText text = ReportText::unshipped();
      for (int i = 1; i <= lines; ++i) {
        text.row({{"order-item-id", std::to_string(10'000'000'000'000 + i)},
                  {"sku", "SKU-" + std::to_string(i)}});
      }
      if (twice) {
        text.row({{"order-item-id", std::to_string(10'000'000'000'000 + lines)},
                  {"sku", "SKU-" + std::to_string(lines)}});
      }
      const Joined joined({{"a.txt", text.text()}});
      EXPECT_EQ(joined.book.item_count(), static_cast<std::uint32_t>(lines))
          << lines;
      EXPECT_EQ(joined.book.counts(0).duplicates, twice ? 1u : 0u) << lines;
      expect_counts_reconcile(joined.book);
    }
  }
}

TEST(Join, a_line_told_twice_by_one_kind_is_a_duplicate) {
  const std::string text = ReportText::unshipped().row({}).text();
  struct Row {
    const char* name;
    std::vector<File> files;
    std::uint32_t duplicates;
  };
  const Row rows[] = {
      {"in two files", {{"a.txt", text}, {"b.txt", text}}, 1},
      {"in one file",
       {{"a.txt", ReportText::unshipped().row({}).row({}).text()}},
       1},
      {"the same file twice", {{"a.txt", text}, {"a.txt", text}}, 1},
      {"three times", {{"a.txt", text}, {"b.txt", text}, {"c.txt", text}}, 2},
      {"in another kind",
       {{"a.txt", text}, {"n.txt", ReportText::new_orders().row({}).text()}},
       0},
  };
  for (const Row& row : rows) {
    const Joined joined(row.files);
    std::uint32_t duplicates = 0;
    for (std::size_t r = 0; r < joined.book.reports().size(); ++r) {
      duplicates += joined.book.counts(r).duplicates;
    }
    EXPECT_EQ(duplicates, row.duplicates) << row.name;
    EXPECT_EQ(joined.book.item_count(), 1u) << row.name;
    EXPECT_TRUE(joined.book.rejects().empty()) << row.name;
    expect_counts_reconcile(joined.book);
  }
}

TEST(Join, what_cannot_change_and_differs_is_a_conflict_that_names_both) {
  struct Row {
    const char* name;
    File first, second;
    const char* column;
    const char* value;
    const char* other_value;
  };
  const auto unshipped = [](const char* file, const Cells& cells) {
    return File{file, ReportText::unshipped()
                          .row({{"order-id", "111-1111111-1111111"}})
                          .row(cells)
                          .text()};
  };
  const auto new_orders = [](const char* file, const Cells& cells) {
    return File{file, ReportText::new_orders().row(cells).text()};
  };
  const auto all_orders = [](const char* file, const Cells& cells) {
    return File{file, ReportText::all_orders().row(cells).text()};
  };
  const Row rows[] = {
      {"quantity", unshipped("a.txt", {}),
       unshipped("b.txt", {{"quantity-purchased", "2"}}), "quantity-purchased",
       "2", "1"},
      {"SKU", unshipped("a.txt", {}), unshipped("b.txt", {{"sku", "SKU-2"}}),
       "sku", "SKU-2", "SKU-1"},
      {"purchase date", unshipped("a.txt", {}),
       unshipped("b.txt", {{"purchase-date", "2026-11-17T01:00:01+00:00"}}),
       "purchase-date", "2026-11-17T01:00:01+00:00",
       "2026-11-17T01:00:00+00:00"},
      {"promise date", unshipped("a.txt", {}),
       unshipped("b.txt", {{"promise-date", "2026-11-21T14:59:59+00:00"}}),
       "promise-date", "2026-11-21T14:59:59+00:00",
       "2026-11-20T14:59:59+00:00"},
      {"postal code", unshipped("a.txt", {}),
       unshipped("b.txt", {{"ship-postal-code", "135-0062"}}),
       "ship-postal-code", "135-0062", "135-0061"},
      {"price", new_orders("a.txt", {}),
       new_orders("b.txt", {{"item-price", "1001"}}), "item-price", "1001",
       "1000"},
      {"currency", new_orders("a.txt", {}),
       new_orders("b.txt", {{"currency", "EUR"}}), "currency", "EUR", "JPY"},
      {"price of another kind", all_orders("all.txt", {{"item-price", "999"}}),
       new_orders("new.txt", {}), "item-price", "1000", "999"},
      {"quantity of a kind that calls it otherwise", unshipped("a.txt", {}),
       all_orders("all.txt", {{"quantity", "3"}}), "quantity", "3", "1"},
  };
  for (const Row& row : rows) {
    const Joined joined({row.second, row.first});
    ASSERT_EQ(joined.book.rejects().size(), 1u) << row.name;
    const auto& [report, reject] = joined.book.rejects()[0];
    EXPECT_EQ(reject.code, RejectCode::kConflict) << row.name;
    EXPECT_EQ(joined.book.reports()[report]->file, row.second.name) << row.name;
    EXPECT_EQ(reject.column, row.column) << row.name;
    EXPECT_EQ(reject.value, row.value) << row.name;
    EXPECT_EQ(reject.other_file, row.first.name) << row.name;
    EXPECT_EQ(reject.other_value, row.other_value) << row.name;
    EXPECT_GE(reject.other_row, 2u) << row.name;
    EXPECT_EQ(joined.book.counts(report).rejected, 1u) << row.name;
    expect_counts_reconcile(joined.book);
    expect_same_in_every_order({row.first, row.second});
  }
}

TEST(Join, what_is_only_written_otherwise_is_no_conflict) {
  struct Row {
    const char* name;
    Cells first, second;
  };
  const Row unshipped_rows[] = {
      {"an instant in another zone",
       {},
       {{"promise-date", "2026-11-20T23:59:59+09:00"}}},
      {"a postal code without its hyphen",
       {},
       {{"ship-postal-code", "1350061"}}},
      {"a full-width postal code",
       {},
       {{"ship-postal-code", "１３５－００６１"}}},
      {"a cancelled line's quantity", {}, {{"quantity-purchased", "0"}}},
      {"blank against told", {{"ship-postal-code", ""}, {"sku", ""}}, {}},
      {"units shipped since", {}, {{"quantity-shipped", "1"}}},
      {"an address that was put right", {}, {{"ship-address-1", "Toyosu 2-1"}}},
  };
  for (const Row& row : unshipped_rows) {
    const Joined joined(
        {{"a.txt", ReportText::unshipped().row(row.first).text()},
         {"b.txt", ReportText::unshipped().row(row.second).text()}});
    EXPECT_TRUE(joined.book.rejects().empty()) << row.name;
    EXPECT_EQ(joined.book.item_count(), 1u) << row.name;
  }
  const Row new_rows[] = {
      {"a discount with the other sign",
       {{"item-promotion-discount", "-100"}},
       {{"item-promotion-discount", "100"}}},
      {"zero and blank", {{"shipping-price", "0"}}, {{"shipping-price", ""}}},
      {"decimals", {{"item-price", "1000"}}, {{"item-price", "1000.00"}}},
  };
  for (const Row& row : new_rows) {
    const Joined joined(
        {{"a.txt", ReportText::new_orders().row(row.first).text()},
         {"b.txt", ReportText::new_orders().row(row.second).text()}});
    EXPECT_TRUE(joined.book.rejects().empty()) << row.name;
  }
}

TEST(Join, all_orders_meets_the_others_by_sku_and_place) {
  const std::string all = ReportText::all_orders()
                              .row({{"sku", "A"}, {"item-price", "100"}})
                              .row({{"sku", "B"}, {"item-price", "200"}})
                              .row({{"sku", "A"}, {"item-price", "300"}})
                              .text();
  const std::string unshipped = ReportText::unshipped()
                                    .row({{"order-item-id", "1"}, {"sku", "A"}})
                                    .row({{"order-item-id", "2"}, {"sku", "A"}})
                                    .row({{"order-item-id", "3"}, {"sku", "B"}})
                                    .text();
  const Joined joined({{"all.txt", all}, {"unshipped.txt", unshipped}});
  const OrderBook& book = joined.book;
  ASSERT_EQ(book.item_count(), 3u);
  EXPECT_EQ(book.item_cell(0, Column::kItemPrice), "100");
  EXPECT_EQ(book.item_cell(1, Column::kItemPrice), "300");
  EXPECT_EQ(book.item_cell(2, Column::kItemPrice), "200");
  EXPECT_TRUE(book.rejects().empty());
  expect_counts_reconcile(book);
  // The same report twice: three duplicates, no fourth item.
  const Joined twice(
      {{"all.txt", all}, {"all-2.txt", all}, {"unshipped.txt", unshipped}});
  EXPECT_EQ(twice.book.item_count(), 3u);
  EXPECT_EQ(twice.book.counts(2).duplicates, 3u);
  expect_counts_reconcile(twice.book);
  // Alone, two lines of one SKU are two items.
  EXPECT_EQ(Joined({{"all.txt", all}}).book.item_count(), 3u);
}

// All orders tells no item ids, and lists an order's lines in any order.
TEST(Join, twins_of_one_sku_meet_by_quantity_and_price) {
  const auto cells = [](const char* id, const char* quantity,
                        const char* price) -> Cells {
    return {{"order-item-id", id},
            {"quantity-purchased", quantity},
            {"item-price", price}};
  };
  const auto line = [](const char* quantity, const char* price) -> Cells {
    return {{"quantity", quantity},
            {"item-price", price},
            {"item-status", *quantity == '0' ? "Cancelled" : "Unshipped"}};
  };
  const auto new_orders = [](const std::vector<Cells>& rows) {
    ReportText text = ReportText::new_orders();
    for (const Cells& row : rows) text.row(row);
    return File{"n.txt", text.text()};
  };
  const auto unshipped = [](const std::vector<Cells>& rows) {
    ReportText text = ReportText::unshipped();
    for (const Cells& row : rows) text.row(row);
    return File{"u.txt", text.text()};
  };
  const auto all_orders = [](const std::vector<Cells>& rows) {
    ReportText text = ReportText::all_orders();
    for (const Cells& row : rows) text.row(row);
    return File{"a.txt", text.text()};
  };
  const File two =
      new_orders({cells("1", "1", "1000"), cells("2", "2", "2000")});
  const File equal =
      new_orders({cells("1", "1", "1000"), cells("2", "1", "2000")});
  struct Row {
    const char* name;
    std::vector<File> files;
    std::size_t items, rejects;
  };
  const Row rows[] = {
      {"in the same order",
       {two, all_orders({line("1", "1000"), line("2", "2000")})},
       2,
       0},
      {"in the other order",
       {two, all_orders({line("2", "2000"), line("1", "1000")})},
       2,
       0},
      {"without prices",
       {two, all_orders({line("2", ""), line("1", "")})},
       2,
       0},
      {"by price alone",
       {equal, all_orders({line("1", "2000"), line("1", "1000")})},
       2,
       0},
      {"by the price of a third report",
       {unshipped({cells("1", "1", ""), cells("2", "1", "")}), equal,
        all_orders({line("1", "2000"), line("1", "1000")})},
       2,
       0},
      {"a cancelled line first",
       {two, all_orders({line("0", ""), line("2", "2000"), line("1", "1000")})},
       3,
       0},
      {"one of them cancelled",
       {two, all_orders({line("0", ""), line("2", "2000")})},
       2,
       0},
      {"a cancelled twin of a single line",
       {new_orders({cells("1", "1", "1000")}),
        all_orders({line("0", ""), line("1", "1000")})},
       2,
       0},
      {"what fits none goes to what is left",
       {two, all_orders({line("3", "3000"), line("1", "1000")})},
       2,
       1},
  };
  for (const Row& row : rows) {
    const Joined joined(row.files);
    const OrderBook& book = joined.book;
    EXPECT_EQ(book.item_count(), row.items) << row.name;
    EXPECT_EQ(book.rejects().size(), row.rejects) << row.name;
    expect_counts_reconcile(book);
    expect_same_in_every_order(row.files);
  }
}

TEST(Join, the_order_of_files_changes_nothing) {
  const std::vector<std::vector<std::string>> sets = {
      {"conflict-a.txt", "conflict-b.txt"},
      {"duplicate-rows-a.txt", "duplicate-rows-b.txt"},
      {"jp34-utf8-bom.txt", "utf16le.txt", "comma-quoted.csv", "cr-only.txt"},
      {"jp33-new-orders-utf8.txt", "all-orders-28.txt", "pending-jp.txt",
       "damaged-rows.txt"},
      {"all-orders-28-cp932.txt", "all-orders-28.txt", "jp31-cp932.txt"},
  };
  for (const auto& names : sets) {
    std::vector<File> files;
    for (const std::string& name : names)
      files.push_back({name, golden_bytes(name)});
    expect_same_in_every_order(files);
  }
}

TEST(Join, files_of_one_name_are_put_in_order_by_what_they_say) {
  // Same name, same length, same ids: only a cell tells them apart.
  expect_same_in_every_order(
      {{"a.txt", ReportText::unshipped()
                     .row({{"promise-date", "2026-11-20T14:59:59+00:00"}})
                     .text()},
       {"a.txt", ReportText::unshipped()
                     .row({{"promise-date", "2026-11-21T14:59:59+00:00"}})
                     .text()},
       {"a.txt", ReportText::unshipped()
                     .row({{"recipient-name", "Suzuki Hanako"}})
                     .text()}});
  expect_same_in_every_order(
      {{"a.txt",
        ReportText::unshipped().row({{"quantity-purchased", "x"}}).text()},
       {"a.txt",
        ReportText::unshipped().row({{"quantity-purchased", "y"}}).text()}});
}

// Orders that come again, items told twice, and rows that cannot be read.
TEST(Join, a_report_alone_is_counted_as_its_join_counts_it) {
  std::mt19937 random(15);
  const auto draw = [&](unsigned below) {
    return static_cast<unsigned>(random() % below);
  };
  unsigned told_twice = 0, conflicts = 0;
  for (int round = 0; round < 500; ++round) {
    const bool ids = draw(3) != 0;
    ReportText text = ids ? ReportText::unshipped() : ReportText::all_orders();
    const unsigned orders = 1 + draw(6);
    for (unsigned row = 0, rows = 1 + draw(8); row < rows; ++row) {
      const std::string order =
          "250-1234567-00000" + std::to_string(10 + draw(orders));
      Cells cells = {{ids ? "order-id" : "amazon-order-id", order},
                     {"sku", draw(2) == 0 ? "A" : "B"}};
      if (ids) {
        cells.emplace_back("order-item-id", std::to_string(1 + draw(6)));
        cells.emplace_back("quantity-purchased", draw(9) == 0 ? "x" : "1");
        cells.emplace_back("promise-date", draw(4) == 0
                                               ? "2026-11-21T14:59:59+00:00"
                                               : "2026-11-20T14:59:59+00:00");
      }
      text.row(cells);
    }
    const Joined joined({{"a.txt", text.text()}});
    const ReportCounts& expected = joined.book.counts(0);
    const ReportCounts counts = OrderBook::counts_alone(joined.reports[0]);
    EXPECT_EQ(counts.items, expected.items) << text.text();
    EXPECT_EQ(counts.duplicates, expected.duplicates) << text.text();
    EXPECT_EQ(counts.rejected, expected.rejected) << text.text();
    told_twice += expected.duplicates > 0 ? 1u : 0u;
    conflicts +=
        expected.rejected > joined.reports[0].counts.rejected ? 1u : 0u;
  }
  EXPECT_GT(told_twice, 25u);
  EXPECT_GT(conflicts, 10u);
}

TEST(Join, an_order_of_many_lines_is_joined_in_time) {
  ReportText unshipped({"order-id", "order-item-id", "purchase-date", "sku",
                        "product-name", "quantity-purchased", "promise-date"});
  ReportText all(
      {"amazon-order-id", "purchase-date", "order-status", "sku", "quantity"});
  constexpr int kLines = 10'000;
  for (int i = 0; i < kLines; ++i) {
    const std::string number = std::to_string(i + 1);
    unshipped.row({{"order-item-id", number}, {"sku", "SKU-" + number}});
    all.row({{"sku", "SKU-" + number}});
  }
  const Joined joined(
      {{"all.txt", all.text()}, {"unshipped.txt", unshipped.text()}});
  EXPECT_EQ(joined.book.item_count(), static_cast<std::uint32_t>(kLines));
  EXPECT_TRUE(joined.book.rejects().empty());
}

}  // namespace
}  // namespace parcelwise
