// Tests core/rules/stock_outs.cc; how units are given out: rules_test.cc.
#include "rules/stock_outs.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

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
      {"a word", "A-1\tmany\n", 1},      {"below a good line", "A-1,3\nB-2,x\n", 2},
      {"a negative number", "A-1,-1", 1}, {"ten digits", "A-1,1000000000", 1},
      {"no SKU", ",3", 1},               {"a heading further down", "A-1,3\nsku,units\n", 2},
      {"three columns", "A-1,3,4", 1},
  };
  for (const Row& row : rows) {
    const auto stock = read_stock(row.text);
    ASSERT_FALSE(stock.has_value()) << row.name;
    EXPECT_EQ(stock.error().row, row.row) << row.name;
    EXPECT_LE(stock.error().text.size(), 80u) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
