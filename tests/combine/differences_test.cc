// Tests core/combine/differences.cc.
#include "combine/differences.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

// "豊洲1[丁目]2 / 101": the lines of an address, what differs in brackets. Only
// the columns that the rows are about.
std::vector<std::string> marked(const std::vector<Cells>& rows) {
  ReportText text({"order-id", "order-item-id", "sku", "product-name",
                   "quantity-purchased", "quantity-shipped", "quantity-to-ship",
                   "purchase-date", "promise-date", "recipient-name",
                   "ship-address-1", "ship-address-2"});
  int number = 0;
  for (Cells cells : rows) {
    cells.emplace_back("order-id",
                       "250-1234567-000000" + std::to_string(++number));
    for (const char* column :
         {"recipient-name", "ship-address-1", "ship-address-2"}) {
      cells.emplace_back(column, "");
    }
    text.row(cells);
  }
  const CheckedReports checked({{"a.txt", text.text()}},
                               "2026-11-20T09:00:00+09:00");
  std::vector<std::uint32_t> orders;
  for (std::uint32_t o = 0; o < checked.book().order_count(); ++o)
    orders.push_back(o);
  std::vector<std::string> all;
  for (const MarkedAddress& address :
       marked_addresses(checked.book(), orders)) {
    std::string line;
    for (const MarkedLine& one : address.lines) {
      if (!line.empty()) line += " / ";
      for (const MarkedText& part : one.parts) {
        line += part.differs ? "[" + part.text + "]" : part.text;
      }
    }
    all.push_back(line);
  }
  return all;
}

Cells street(const char* first, const char* second = "") {
  return {{"ship-address-1", first}, {"ship-address-2", second}};
}

using Marks = std::vector<std::string>;

TEST(Differences, are_marked_in_both) {
  struct Row {
    const char* name;
    std::vector<Cells> addresses;
    Marks marks;
  };
  const Row rows[] = {
      {"equal",
       {street("豊洲1-2-27"), street("豊洲1-2-27")},
       {"豊洲1-2-27", "豊洲1-2-27"}},
      {"another spelling",
       {street("豊洲1丁目2-27"), street("豊洲1-2-27")},
       {"豊洲1[丁目]2-27", "豊洲1[-]2-27"}},
      {"another width",
       {street("豊洲1"), street("豊洲１")},
       {"豊洲[1]", "豊洲[１]"}},
      {"a building left out",
       {street("豊洲1-2", "メゾン101"), street("豊洲1-2", "101")},
       {"豊洲1-2 / [メゾン]101", "豊洲1-2 / 101"}},
      {"another line break",
       {street("豊洲1-2", "メゾン101"), street("豊洲1-2メゾン101")},
       {"豊洲1-2 / メゾン101", "豊洲1-2メゾン101"}},
      {"spaces",
       {street("豊洲 1-2"), street("豊洲　1-2")},
       {"豊洲 1-2", "豊洲　1-2"}},
      {"another name",
       {{{"recipient-name", "Tanaka Hanako"}},
        {{"recipient-name", "Tanaka Taro"}}},
       {"Tanaka [Han]a[k]o", "Tanaka [T]a[r]o"}},
      {"nothing in common", {street("ABC"), street("xyz")}, {"[ABC]", "[xyz]"}},
      {"one goes on where another ends",
       {street("A-12"), street("A-12号")},
       {"A-12", "A-12[号]"}},
      {"one has none", {street("ABC"), street("")}, {"[ABC]", ""}},
      {"three: the first against both",
       {street("A-1"), street("A 1"), street("A-1号")},
       {"A[-]1", "A 1", "A-1[号]"}},
  };
  for (const Row& row : rows)
    EXPECT_EQ(marked(row.addresses), row.marks) << row.name;
}

TEST(Differences, of_a_very_long_address_are_told_as_a_whole) {
  const std::string longer(kMostCompared + 1, 'a');
  EXPECT_EQ(marked({street(longer.c_str()), street("a")}),
            (Marks{"[" + longer + "]", "[a]"}));
  EXPECT_EQ(marked({street(longer.c_str()), street(longer.c_str())}),
            (Marks{longer, longer}));
}

}  // namespace
}  // namespace parcelwise
