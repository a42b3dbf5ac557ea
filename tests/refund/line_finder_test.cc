// Tests core/refund/line_finder.cc: the same line for few lines and for many.
#include "refund/line_finder.h"

#include <gtest/gtest.h>

#include <string>

#include "refund/refund_book.h"

namespace parcelwise {
namespace {

TEST(LineFinder, by_id_then_sku_then_what_it_folds_to) {
  struct Row {
    const char* name;
    const char *id, *sku;
    int line;  // -1: none
  };
  const Row rows[] = {
      {"its id", kSecond, "", 1},
      {"its id with zeros in front", "0010000000000002", "", 1},
      {"its id before a SKU of another", kSecond, "SKU-1", 1},
      {"an id that no line has, and a SKU", "99", "SKU-2", 1},
      {"SKU alone", "", "SKU-2", 1},
      {"in another case", "", "sku-2", 1},
      {"in quotes, with spaces", "", " '\xE2\x80\x9CSku-2\xE2\x80\x9D ", 1},
      {"full width", "", "ＳＫＵ－2", 1},
      {"as it stands before as it folds", "", "sku-1", 2},
      {"another SKU", "", "SKU-22", -1},
      {"quotes alone", "", "''", -1},
      {"neither", "", "", -1},
  };
  for (const int more : {0, 40}) {
    std::vector<Cells> lines = {{}, {}, {{"sku", "sku-1"}}};
    for (int i = 0; i < more; ++i) {
      lines.push_back(
          {{"order-item-id", std::to_string(20'000'000'000'000 + i)},
           {"sku", "more-" + std::to_string(i)}});
    }
    const RefundBook book(priced(lines));
    LineFinder finder(book.book());
    for (const Row& row : rows) {
      const auto id = ItemId::parse(row.id);
      const auto found = finder.find(0, id.value_or(ItemId()), row.sku);
      EXPECT_EQ(found ? static_cast<int>(*found) : -1, row.line)
          << row.name << ", " << more << " more";
    }
  }
}

TEST(LineFinder, the_only_line_needs_no_name) {
  const RefundBook book(priced({{}, {{"order-id", "250-1234567-7654321"}}}));
  LineFinder finder(book.book());
  EXPECT_EQ(finder.find(0, ItemId(), ""), 0u);
  EXPECT_EQ(finder.find(1, ItemId(), ""), 1u);
  EXPECT_EQ(finder.find(0, *ItemId::parse("99"), ""), std::nullopt);
  EXPECT_EQ(finder.find(0, ItemId(), "ELSE"), std::nullopt);
}

}  // namespace
}  // namespace parcelwise
