// Tests core/orders/stock_outs.cc: the list as sellers keep it, and how its
// units are given out.
#include "orders/stock_outs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

TEST(ReadStock, lists_as_sellers_keep_them) {
  struct Row {
    const char* name;
    std::string text;
    std::vector<StockLevel> levels;
  };
  const Row rows[] = {
      {"empty", "", {}},
      {"tabs", "A-1\t3\nB-2\t0\n", {{"A-1", 3}, {"B-2", 0}}},
      {"commas and CR LF", "A-1,3\r\nB-2,0", {{"A-1", 3}, {"B-2", 0}}},
      {"a SKU alone", "A-1\n", {{"A-1", 0}}},
      {"a heading", "sku,units\nA-1,3\n", {{"A-1", 3}}},
      {"a mark and a heading", "\xEF\xBB\xBFSKU,Units\nA-1,3\n", {{"A-1", 3}}},
      {"blank lines", "\n\nA-1,3\n\n", {{"A-1", 3}}},
      {"quotes and spaces", " \"A-1\" , \"3\" \n", {{"A-1", 3}}},
      {"CR alone", "A-1,3\rB-2,0\r", {{"A-1", 3}, {"B-2", 0}}},
      {"a separator in quotes",
       "\"A,1\",3\n\"B;2\";4\n",
       {{"A,1", 3}, {"B;2", 4}}},
      {"a quote in quotes", "\"TV 19\"\"\",3\n", {{"TV 19\"", 3}}},
      {"a quote that opens nothing", "TV-19\",3\n", {{"TV-19\"", 3}}},
      {"a comma before a tab", "A,1\t3\n", {{"A,1", 3}}},
      {"a blank cell for the units", "A-1,\n", {{"A-1", 0}}},
      {"blank cells at the end", "A-1,3,,\n", {{"A-1", 3}}},
      {"blanks of a paste",
       "\xC2\xA0"
       "A-1\xE3\x80\x80\t 3\xC2\xA0\n",
       {{"A-1", 3}}},
      {"a space within a SKU",
       "MUG RED,3\nMUG 12,0\n",
       {{"MUG RED", 3}, {"MUG 12", 0}}},
      {"another heading", "Seller SKU;Stock\nA-1;3\n", {{"A-1", 3}}},
      {"a heading of one column", "SKU\nA-1\n", {{"A-1", 0}}},
      {"a SKU that ends like a heading",
       "MY-SKU\nABC\n",
       {{"MY-SKU", 0}, {"ABC", 0}}},
      {"case as it stands", "a-1,3\nA-1,4\n", {{"a-1", 3}, {"A-1", 4}}},
      {"one SKU twice", "A-1,3\nA-1,4\n", {{"A-1", 3}, {"A-1", 4}}},
      {"the most units", "A-1,999999999\n", {{"A-1", 999'999'999}}},
  };
  for (const Row& row : rows) {
    const auto stock = read_stock(row.text);
    ASSERT_TRUE(stock.has_value()) << row.name;
    ASSERT_EQ(stock->size(), row.levels.size()) << row.name;
    for (std::size_t i = 0; i < stock->size(); ++i) {
      EXPECT_EQ((*stock)[i].sku, row.levels[i].sku) << row.name;
      EXPECT_EQ((*stock)[i].units, row.levels[i].units) << row.name;
    }
  }
}

TEST(ReadStock, a_line_that_is_none_is_told_with_its_row) {
  struct Row {
    const char* name;
    std::string text;
    std::size_t row;
  };
  const Row rows[] = {
      {"a word", "A-1\tmany\n", 1},
      {"below a good line", "A-1,3\nB-2,x\n", 2},
      {"a negative number", "A-1,-1", 1},
      {"ten digits", "A-1,1000000000", 1},
      {"no SKU", ",3", 1},
      {"a heading further down", "A-1,3\nsku,units\n", 2},
      {"three columns", "A-1,3,4", 1},
      {"a SKU, or three units of one", "B-2\nA-1 3\n", 2},
      {"an open quote", "A-1,1\n\"B-2,3\n", 2},
      {"words behind a quote", "\"A-1\"x,3\n", 1},
      {"a decimal", "A-1\t3.5\n", 1},
      {"a SKU too long", std::string(kMaxSkuBytes + 1, 'A') + ",3\n", 1},
      {"blank lines count", "\n\r\nA-1,x\n", 3},
  };
  for (const Row& row : rows) {
    const auto stock = read_stock(row.text);
    ASSERT_FALSE(stock.has_value()) << row.name;
    EXPECT_EQ(stock.error().row, row.row) << row.name;
    EXPECT_LE(stock.error().text.size(), 80u) << row.name;
  }
}

TEST(ReadStock, a_list_has_a_last_row) {
  std::string text;
  for (std::size_t row = 0; row < kMaxStockRows; ++row) text += "A\n";
  const auto all = read_stock(text);
  ASSERT_TRUE(all.has_value());
  EXPECT_EQ(all->size(), kMaxStockRows);
  const auto more = read_stock(text + "B\n");
  ASSERT_FALSE(more.has_value());
  EXPECT_EQ(more.error().row, kMaxStockRows + 1);
  EXPECT_TRUE(more.error().too_many);
  EXPECT_FALSE(read_stock("A,x\n").error().too_many);
}

// "1:A 1/3" for each line of each order that goes without, the order by its
// last digit.
std::string outs(const std::string& report, std::vector<StockLevel> stock) {
  const CheckedReports checked({{"orders.txt", report}},
                               "2026-11-20T09:00:00+09:00");
  const StockOuts found =
      StockOuts::find(checked.book(), checked.check().policies(), stock);
  std::string text;
  for (std::uint32_t order = 0; order < checked.book().order_count(); ++order) {
    EXPECT_EQ(found.affects(order), !found.of(order).empty());
    for (const Shortage& line : found.of(order)) {
      EXPECT_EQ(line.order, order);
      EXPECT_EQ(checked.book().item_cell(line.item, Column::kSku), line.sku);
      if (!text.empty()) text += " ";
      text += checked.book().order_id(order).text().back();
      text += ":" + line.sku + " " + std::to_string(line.missing) + "/" +
              std::to_string(line.wanted);
    }
  }
  return text;
}

struct OrderLine {
  int order;
  const char* sku;
  const char* units;
  const char* promise = "2026-11-20T14:59:59+00:00";
  const char* shipped = "0";
  const char* purchase = "2026-11-17T01:00:00+00:00";
};

std::string orders(const std::vector<OrderLine>& lines) {
  ReportText text = ReportText::unshipped();
  int item = 0;
  for (const OrderLine& line : lines) {
    text.row({{"order-id", "250-1234567-000000" + std::to_string(line.order)},
              {"order-item-id", std::to_string(10000000000001 + item++)},
              {"sku", line.sku},
              {"quantity-purchased", line.units},
              {"quantity-shipped", line.shipped},
              {"purchase-date", line.purchase},
              {"payments-date", line.purchase},
              {"promise-date", line.promise}});
  }
  return text.text();
}

TEST(StockOuts, units_are_given_out_by_ship_by) {
  const char* const kSooner = "2026-11-19T14:59:59+00:00";
  struct Row {
    const char* name;
    std::vector<OrderLine> lines;
    std::vector<StockLevel> stock;
    std::string outs;
  };
  const Row rows[] = {
      {"enough", {{1, "A", "1"}, {2, "A", "2"}}, {{"A", 3}}, ""},
      {"not listed", {{1, "A", "1"}}, {{"B", 0}}, ""},
      {"the later ship-by goes without",
       {{1, "A", "1"}, {2, "A", "1", kSooner}},
       {{"A", 1}},
       "1:A 1/1"},
      {"of one ship-by the higher id",
       {{2, "A", "1"}, {1, "A", "1"}},
       {{"A", 1}},
       "2:A 1/1"},
      {"without a ship-by last",
       {{1, "A", "1", "", "0", ""}, {2, "A", "1"}},
       {{"A", 1}},
       "1:A 1/1"},
      {"a part of what it wants", {{1, "A", "3"}}, {{"A", 2}}, "1:A 1/3"},
      {"who gets a part leaves none",
       {{1, "A", "3"}, {2, "A", "1"}},
       {{"A", 2}},
       "1:A 1/3 2:A 1/1"},
      {"two lines of one SKU",
       {{1, "A", "1"}, {1, "A", "2"}},
       {{"A", 2}},
       "1:A 0/1 1:A 1/2"},
      {"two lines that get enough",
       {{1, "A", "1"}, {1, "A", "2"}},
       {{"A", 3}},
       ""},
      {"one SKU of two",
       {{1, "A", "1"}, {1, "B", "2"}},
       {{"A", 0}, {"B", 2}},
       "1:A 1/1"},
      {"two SKUs",
       {{1, "B", "2"}, {1, "A", "1"}},
       {{"A", 0}, {"B", 1}},
       "1:A 1/1 1:B 1/2"},
      {"lines of the list add up",
       {{1, "A", "4"}},
       {{"A", 1}, {"B", 9}, {"A", 2}},
       "1:A 1/4"},
      {"only what is still to ship",
       {{1, "A", "3", kSooner, "2"}, {2, "A", "1"}},
       {{"A", 1}},
       "2:A 1/1"},
      {"another case, typed by hand", {{1, "a", "1"}}, {{"A", 0}}, "1:a 1/1"},
      {"other widths and a space",
       {{1, "S-1", "1"}},
       {{"ｓ- １", 0}},
       "1:S-1 1/1"},
      {"its own spelling before another",
       {{1, "a", "1"}, {2, "A", "1"}},
       {{"A", 0}, {"a", 1}},
       "2:A 1/1"},
      {"two spellings, and neither is its own",
       {{1, "b-1", "1"}},
       {{"B-1", 0}, {"B1", 9}, {"b-1 ", 9}},
       ""},
      {"more than an int holds",
       {{1, "A", "999999999"},
        {2, "A", "999999999"},
        {3, "A", "999999999"},
        {4, "A", "1"}},
       {{"A", 999'999'999}, {"A", 999'999'999}, {"A", 999'999'999}},
       "4:A 1/1"},
      {"more than an int is wanted",
       {{1, "A", "999999999"}, {1, "A", "999999999"}, {1, "A", "999999999"}},
       {{"A", 999'999'999}},
       "1:A 0/999999999 1:A 999999999/999999999 1:A 999999999/999999999"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(outs(orders(row.lines), row.stock), row.outs) << row.name;
  }
}

TEST(StockOuts, the_rule_says_how_many_of_how_many) {
  struct Row {
    const char* name;
    std::vector<OrderLine> lines;
    std::vector<StockLevel> stock;
    std::string title;
    std::string reported;  // the evidence's missing units
  };
  const Row rows[] = {
      {"all of it", {{1, "A", "2"}}, {{"A", 0}}, "Out of stock: 2 × A", "2/2"},
      {"both SKUs",
       {{1, "A", "2"}, {1, "B", "1"}},
       {{"A", 0}, {"B", 0}},
       "Out of stock: 2 × A, 1 × B",
       "2/2"},
      {"a unit of it",
       {{1, "A", "3"}},
       {{"A", 2}},
       "Partly out of stock, missing A (1/3)",
       "1/3"},
      {"over two lines",
       {{1, "A", "1"}, {1, "A", "2"}},
       {{"A", 1}},
       "Partly out of stock, missing A (2/3)",
       "2/3"},
      {"another SKU is there",
       {{1, "A", "2"}, {1, "B", "1"}},
       {{"A", 0}},
       "Partly out of stock, missing A (2/2)",
       "2/2"},
      {"the rest has left",
       {{1, "A", "2", "2026-11-20T14:59:59+00:00", "1"}},
       {{"A", 0}},
       "Partly out of stock, missing A (1/1)",
       "1/1"},
  };
  for (const Row& row : rows) {
    const CheckedReports checked({{"orders.txt", orders(row.lines)}},
                                 "2026-11-20T09:00:00+09:00", row.stock);
    const Action* const action = checked.action("out-of-stock");
    ASSERT_NE(action, nullptr) << row.name;
    EXPECT_EQ(title_of(checked.check(), *action, Language::kEnglish), row.title)
        << row.name;
    EXPECT_EQ(checked.evidence("out-of-stock", "missing-units"), row.reported)
        << row.name;
  }
}

TEST(StockOuts, consent_comes_first_and_the_buyer_s_cancellation_last) {
  const CheckedReports checked({{"orders.txt", orders({{1, "A", "3"}})}},
                               "2026-11-20T09:00:00+09:00", {{"A", 1}});
  const Action* const action = checked.action("out-of-stock");
  ASSERT_NE(action, nullptr);
  const Explained words = explain(checked.check(), *action,
                                  checked.check().facts(0), Language::kEnglish);
  ASSERT_EQ(words.steps.size(), 6u);
  const char* const order[] = {"2 × A",
                               "consent: ship",
                               "confirm all lines",
                               "Refund 2 × A at once",
                               "cancel the order yourself",
                               "advise against"};
  for (std::size_t i = 0; i < words.steps.size(); ++i) {
    EXPECT_NE(words.steps[i].find(order[i]), std::string::npos)
        << words.steps[i];
  }
}

}  // namespace
}  // namespace parcelwise
