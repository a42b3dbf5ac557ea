// Tests core/handoff/export.cc and handoff_files.cc.
#include "handoff/export.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "report/report_text.h"

namespace parcelwise {
namespace {

// Orders 250-0000001-0000001 to ...-0000004; the third is shipped.
class Desk {
 public:
  Desk()
      : report_(*read_report(text(), "unshipped.txt")),
        book_(OrderBook::join({&report_})),
        policies_(Policies::only(book_, *Policy::load("amazon-jp"))),
        check_(Check::run(book_, policies_,
                          parse_stamp("2026-11-20T00:00:00+00:00")->at, {})) {}

  static OrderId id(int n) {
    return *OrderId::parse("250-000000" + std::to_string(n) + "-000000" +
                           std::to_string(n));
  }

  // Each shipment as the last digits of its orders: "1 2+4".
  std::string reported(const std::vector<int>& chosen,
                       const std::vector<std::vector<int>>& groups,
                       Companions companions) const {
    std::vector<std::uint32_t> orders;
    for (const int n : chosen) orders.push_back(*book_.find(id(n)));
    std::vector<std::vector<OrderId>> ids;
    for (const auto& group : groups) {
      auto& last = ids.emplace_back();
      for (const int n : group) last.push_back(id(n));
    }
    std::string text;
    for (const Shipment& shipment :
         shipments_of(check_, orders, ids, companions)) {
      if (!text.empty()) text += ' ';
      for (const std::uint32_t order : shipment.orders) {
        if (order != shipment.orders.front()) text += '+';
        text += book_.order_id(order).text().back();
      }
    }
    return text;
  }

 private:
  static std::string text() {
    ReportText text({"order-id", "order-item-id", "purchase-date", "sku",
                     "quantity-purchased", "quantity-shipped",
                     "quantity-to-ship", "promise-date"});
    for (int n = 1; n <= 4; ++n) {
      text.row({{"order-id", id(n).text()},
                {"order-item-id", "1000000000000" + std::to_string(n)},
                {"purchase-date", "2026-11-18T01:00:00+00:00"},
                {"sku", "A"},
                {"quantity-purchased", "1"},
                {"quantity-shipped", n == 3 ? "1" : "0"},
                {"quantity-to-ship", n == 3 ? "0" : "1"},
                {"promise-date", "2026-11-20T14:59:59+00:00"}});
    }
    return text.text();
  }

  Report report_;
  OrderBook book_;
  Policies policies_;
  Check check_;
};

TEST(Shipments, which_orders_travel_together) {
  struct Row {
    const char* name;
    std::vector<int> chosen;
    std::vector<std::vector<int>> groups;
    const char* shipments;
    Companions companions = Companions::kTaken;
  };
  const Row rows[] = {
      {"none chosen: all that may be shipped", {}, {}, "1 2 4"},
      {"chosen ones, by id, each once", {4, 1, 4}, {}, "1 4"},
      {"a chosen one that is shipped", {3}, {}, "3"},
      {"a group", {}, {{2, 4}}, "1 2+4"},
      {"a group stands where its first order does", {}, {{1, 4}}, "1+4 2"},
      {"a chosen one brings along its companions", {1, 2}, {{2, 4}}, "1 2+4"},
      {"but not where each is dealt with by itself",
       {1, 2},
       {{2, 4}},
       "1 2",
       Companions::kLeft},
      {"nor one that is shipped", {4}, {{3, 4}}, "4"},
      {"nor one that goes with another group", {4}, {{1, 2}, {2, 4}}, "4"},
      {"an order that no report has", {}, {{2, 4, 9}}, "1 2+4"},
      {"an order in two groups goes with the first",
       {},
       {{1, 2}, {2, 4}},
       "1+2 4"},
  };
  const Desk desk;
  for (const Row& row : rows) {
    EXPECT_EQ(desk.reported(row.chosen, row.groups, row.companions),
              row.shipments)
        << row.name;
  }
}

TEST(ExportKinds, each_is_found_by_its_own_name) {
  std::set<std::string_view> names;
  for (const ExportKind* const kind : export_kinds()) {
    EXPECT_EQ(find_export_kind(kind->id), kind);
    EXPECT_TRUE(names.insert(kind->id).second) << kind->id;
    EXPECT_EQ(kind->ending.front(), '.') << kind->id;
  }
  EXPECT_EQ(find_export_kind("adjustment"), nullptr);
}

// As the page's form calls it, and where it stands in the shop's file.
TEST(Notes, name_a_setting_of_the_shop_as_its_form_does) {
  const auto reported = [](const char* place) {
    return left_out_text({{}, place, {}, "shop-missing", {}},
                         Language::kEnglish);
  };
  EXPECT_NE(reported("/sender/phone")
                .find(" Sender’s telephone number (/sender/phone) of "),
            std::string::npos)
      << reported("/sender/phone");
  EXPECT_NE(reported("/carriers/yamato-b2/customer_code")
                .find("(/carriers/yamato-b2/customer_code)"),
            std::string::npos);
  EXPECT_NE(reported("/other").find(": /other of "), std::string::npos)
      << reported("/other");
}

TEST(RowFiles, begins_a_file_where_the_last_is_full) {
  struct Row {
    const char* name;
    FileLimits limits;
    std::vector<std::vector<std::string>> added;
    std::vector<std::string> files;
  };
  const Row rows[] = {
      {"nothing", {100, 2}, {}, {}},
      {"up to the rows", {100, 2}, {{"a"}, {"b"}}, {"x.csv:Hab"}},
      {"one row over",
       {100, 2},
       {{"a"}, {"b"}, {"c"}},
       {"x.csv:Hab", "x-2.csv:Hc"}},
      {"what belongs together",
       {100, 3},
       {{"a", "b"}, {"c", "d"}},
       {"x.csv:Hab", "x-2.csv:Hcd"}},
      {"too many together",
       {100, 2},
       {{"a"}, {"b", "c", "d"}},
       {"x.csv:Ha", "x-2.csv:Hbc", "x-3.csv:Hd"}},
      {"below the bytes",
       {4, 9},
       {{"a"}, {"b"}, {"c"}},
       {"x.csv:Hab", "x-2.csv:Hc"}},
      {"a row over the bytes alone", {4, 9}, {{"abcdef"}}, {"x.csv:Habcdef"}},
  };
  for (const Row& row : rows) {
    RowFiles files("x", ".csv", "H", row.limits);
    std::size_t count = 0;
    for (const auto& together : row.added) {
      files.add(together);
      count += together.size();
    }
    EXPECT_EQ(files.rows(), count) << row.name;
    std::vector<std::string> made;
    for (const HandoffFile& file : files.finish())
      made.push_back(file.name + ":" + file.bytes);
    EXPECT_EQ(made, row.files) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
