// Tests core/handoff/picking.cc and picklist.cc.
#include "handoff/picking.h"

#include "handoff/chosen_orders.h"

namespace parcelwise {
namespace {

constexpr char kNow[] = "2026-11-20T09:00:00+09:00";
constexpr char kA[] = "250-0000001-0000001", kB[] = "250-0000002-0000002",
               kC[] = "250-0000003-0000003";

std::string report() {
  return ReportText::unshipped()
      .row({{"order-id", kA},
            {"order-item-id", "1"},
            {"sku", "MUG-01"},
            {"product-name", "Mug"},
            {"quantity-purchased", "3"},
            {"quantity-shipped", "1"},
            {"quantity-to-ship", "2"}})
      .row({{"order-id", kA},
            {"order-item-id", "2"},
            {"sku", "=TEA"},
            {"product-name", "Tea, \"green\""},
            {"quantity-purchased", "1"},
            {"quantity-shipped", "0"},
            {"quantity-to-ship", "1"}})
      .row({{"order-id", kA},
            {"order-item-id", "3"},
            {"sku", "MUG-01"},
            {"product-name", "Mug"},
            {"quantity-purchased", "4"},
            {"quantity-shipped", "0"},
            {"quantity-to-ship", "4"}})
      .row({{"order-id", kB},
            {"order-item-id", "4"},
            {"sku", "MUG-01"},
            {"product-name", "Mug"},
            {"quantity-purchased", "5"},
            {"quantity-shipped", "0"},
            {"quantity-to-ship", "5"}})
      .row({{"order-id", kB},
            {"order-item-id", "5"},
            {"sku", "007"},
            {"product-name", "Spoon"},
            {"quantity-purchased", "1"},
            {"quantity-shipped", "0"},
            {"quantity-to-ship", "1"}})
      .row({{"order-id", kC},
            {"order-item-id", "6"},
            {"sku", "CUP"},
            {"product-name", "Cup"},
            {"quantity-purchased", "9"},
            {"quantity-shipped", "9"},
            {"quantity-to-ship", "0"}})
      .text();
}

TEST(Picking, SumsTheUnitsToShipBySku) {
  const CheckedReports reports({{"unshipped.txt", report()}}, kNow);
  struct Row {
    const char* name;
    Choice choice;
    const char* rows;
    std::size_t left_out;
  };
  const std::string shipped = kC;
  const Row kRows[] = {
      {"all to ship",
       {},
       "'007,Spoon,1,1\r\n'=TEA,\"Tea, "
       "\"\"green\"\"\",1,1\r\nMUG-01,Mug,11,2\r\n",
       0},
      {"one order", {{kB}, {}}, "'007,Spoon,1,1\r\nMUG-01,Mug,5,1\r\n", 0},
      {"a group",
       {{kA, kB}, {{kA, kB}}},
       "'007,Spoon,1,1\r\n'=TEA,\"Tea, "
       "\"\"green\"\"\",1,1\r\nMUG-01,Mug,11,2\r\n",
       0},
      {"one that is sent",
       {{kB, shipped}, {}},
       "'007,Spoon,1,1\r\nMUG-01,Mug,5,1\r\n",
       1},
      {"only what is sent", {{shipped}, {}}, "", 1},
  };
  for (const Row& row : kRows) {
    const HandoffFiles made =
        write_kind("picklist", reports.check(), row.choice);
    const std::string head = "\xEF\xBB\xBFSKU,Product,Units,Orders\r\n";
    EXPECT_EQ(only_file(made), *row.rows == '\0' ? "" : head + row.rows)
        << row.name;
    EXPECT_EQ(made.left_out.size(), row.left_out) << row.name;
    for (const RowNote& note : made.left_out) {
      EXPECT_NE(left_out_text(note, Language::kEnglish).find(kC),
                std::string::npos);
      EXPECT_EQ(left_out_text(note, Language::kItalian).find('{'),
                std::string::npos);
    }
  }
}

}  // namespace
}  // namespace parcelwise
