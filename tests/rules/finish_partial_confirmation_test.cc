// Tests core/rules/finish_partial_confirmation.cc: what was confirmed for
// certain, and what only by a line that today's listing lacks.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T09:00:00+09:00";
constexpr const char* kOrder = "250-0000001-0000001";
constexpr const char* kNext = "250-0000002-0000002";

Cells line(const char* order, const char* item, const char* shipped = "0",
           const char* purchased = "2") {
  return {{"order-id", order},
          {"order-item-id", item},
          {"sku", std::string("SKU-") + item},
          {"reporting-date", "2026-11-19T10:00:00+09:00"},
          {"quantity-shipped", shipped},
          {"quantity-purchased", purchased}};
}

FileText file(ReportText text, const char* name,
              const std::vector<Cells>& rows) {
  for (const Cells& row : rows) text.row(row);
  return {name, text.text()};
}

TEST(FinishPartialConfirmation, tells_what_is_certain_from_what_is_probable) {
  const auto listed = [](const std::vector<Cells>& rows) {
    return file(ReportText::listing(), "open.txt", rows);
  };
  const auto bought = [](const std::vector<Cells>& rows) {
    return file(ReportText::new_orders(), "new.txt", rows);
  };
  const std::string certain =
      "Confirm the rest: 1 of 4 units confirmed, all charged";
  struct Row {
    const char* name;
    std::vector<FileText> files;
    std::string title;
  };
  const Row rows[] = {
      {"nothing has left",
       {listed({line(kOrder, "11"), line(kOrder, "12")})},
       ""},
      {"a unit has",
       {listed({line(kOrder, "11", "1"), line(kOrder, "12")})},
       certain},
      {"a line that the listing lacks",
       {listed({line(kOrder, "12")}),
        bought({line(kOrder, "11"), line(kOrder, "12")})},
       "Confirm the rest: 2 of 4 units probably confirmed"},
      {"such a line, and a unit that has left",
       {listed({line(kOrder, "12", "1")}),
        bought({line(kOrder, "11"), line(kOrder, "12")})},
       "Confirm the rest: 3 of 4 units confirmed, all charged"},
      {"only the next order has such a line",
       {listed(
            {line(kOrder, "11", "1"), line(kOrder, "12"), line(kNext, "22")}),
        bought({line(kNext, "21", "0", "1"), line(kNext, "22")})},
       certain},
      {"the next order has one too",
       {listed({line(kOrder, "12"), line(kNext, "22")}),
        bought({line(kOrder, "11"), line(kOrder, "12"), line(kNext, "21"),
                line(kNext, "22")})},
       "Confirm the rest: 2 of 4 units probably confirmed"},
      {"a status alone, without a unit",
       {{"all.txt", ReportText::all_orders()
                        .row({{"amazon-order-id", kOrder},
                              {"order-status", "PartiallyShipped"},
                              {"quantity", "4"}})
                        .text()}},
       "Confirm the rest: 0 of 4 units confirmed, all charged (estimated)"},
  };
  for (const Row& row : rows) {
    const CheckedReports checked(row.files, kNow);
    const auto order = checked.book().find(*OrderId::parse(kOrder));
    ASSERT_TRUE(order.has_value()) << row.name;
    std::string title;
    for (const Action& action : checked.check().actions()) {
      if (action.order == *order &&
          all_rules()[action.rule]->id == "finish-partial-confirmation") {
        title = title_of(checked.check(), action, Language::kEnglish);
      }
    }
    EXPECT_EQ(title, row.title) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
