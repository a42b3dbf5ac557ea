// Tests core/rules/status_unknown.cc: which of its three titles an order gets,
// and what is shown as the reason.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T09:00:00+09:00";
constexpr const char* kOrder = "250-0000001-0000001";
constexpr const char* kNext = "250-0000002-0000002";

FileText new_orders() {
  return {"new.txt", ReportText::new_orders()
                         .row({{"order-id", kOrder},
                               {"latest-ship-date", "2026-11-19T14:59:59Z"}})
                         .text()};
}

// A listing without the order; a row that names no order lets it prove nothing.
FileText listing(bool damaged) {
  ReportText text = ReportText::listing();
  text.row(
      {{"order-id", kNext}, {"reporting-date", "2026-11-19T10:00:00+09:00"}});
  if (damaged) text.row({{"order-id", "none"}});
  return {"open.txt", text.text()};
}

FileText all_orders(const std::vector<Cells>& rows) {
  ReportText text = ReportText::all_orders();
  for (const Cells& row : rows) text.row(row);
  return {"all.txt", text.text()};
}

Cells status(const char* order, const char* of_order, const char* of_line,
             const char* sku = "A") {
  return {{"amazon-order-id", order},
          {"order-status", of_order},
          {"item-status", of_line},
          {"sku", sku}};
}

TEST(StatusUnknown, says_why_nobody_can_tell) {
  const std::string past =
      "Past its ship-by, and no report tells whether it has left";
  const std::string contradicted =
      "No report tells whether it has left: look it up";
  const auto word = [](const std::string& unknown) {
    return "Unknown status \u201c" + unknown +
           "\u201d: look it up before you ship";
  };
  struct Row {
    const char* name;
    std::vector<FileText> files;
    std::string title, evidence;
  };
  const std::string ship_by = " latest-ship-date=2026-11-19T14:59:59Z";
  const Row rows[] = {
      {"past its ship-by, no listing", {new_orders()}, past, ship_by},
      {"a listing that proves nothing",
       {listing(true), new_orders()},
       contradicted,
       " listing=open.txt" + ship_by},
      {"a listing that proves it left", {listing(false), new_orders()}, "", ""},
      {"a word of the order",
       {all_orders({status(kOrder, "Shipping", "")})},
       word("Shipping"),
       " order-status=Shipping"},
      {"whatever its line's is",
       {all_orders({status(kOrder, "Shipping", "Unshipped")})},
       word("Shipping"),
       " order-status=Shipping item-status=Unshipped"},
      {"a word of the line, where the order's is known",
       {all_orders({status(kOrder, "Unshipped", "Held")})},
       word("Held"),
       " order-status=Unshipped item-status=Held"},
      {"of the second line alone",
       {all_orders({status(kOrder, "Unshipped", "Unshipped"),
                    status(kOrder, "Unshipped", "Held", "B")})},
       word("Held"),
       " order-status=Unshipped sku=A item-status=Unshipped sku=B "
       "item-status=Held"},
      {"in the second of two reports",
       {all_orders({status(kOrder, "Unshipped", "Unshipped")}),
        {"b.txt", all_orders({status(kOrder, "Shipping", "Unshipped")}).text}},
       word("Shipping"),
       " order-status=Unshipped item-status=Unshipped"},
      {"a word of the next order is not this one's",
       {new_orders(), all_orders({status(kNext, "Shipping", "")})},
       past,
       ship_by},
  };
  for (const Row& row : rows) {
    const CheckedReports checked(row.files, kNow);
    const auto order = checked.book().find(*OrderId::parse(kOrder));
    ASSERT_TRUE(order.has_value()) << row.name;
    std::string title, evidence;
    for (const Action& action : checked.check().actions()) {
      if (action.order != *order ||
          all_rules()[action.rule]->id != "status-unknown") {
        continue;
      }
      title = title_of(checked.check(), action, Language::kEnglish);
      for (const Evidence& one :
           explain(checked.check(), action, checked.check().facts(*order),
                   Language::kEnglish)
               .evidence) {
        evidence += " " + one.column + "=" + one.value;
      }
    }
    EXPECT_EQ(title, row.title) << row.name;
    EXPECT_EQ(evidence, row.evidence) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
