// The words of order-status and item-status, every pair of them
// (docs/marketplaces.md 4): what the rules make of one seller-fulfilled line.
#include <gtest/gtest.h>

#include <string>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-18T09:00:00+09:00";

CheckedReports line_of(const char* order, const char* item,
                       const Cells& more = {}) {
  Cells cells = more;
  cells.push_back({"order-status", order});
  cells.push_back({"item-status", item});
  return CheckedReports({{"a.txt", ReportText::all_orders().row(cells).text()}},
                        kNow);
}

// "P" hold-pending, "S" ship, "?" status-unknown, "R" refund-return, "A"
// fulfilled-by-amazon, "-" none of them.
std::string outcome(const CheckedReports& checked) {
  std::string text;
  for (const auto& [rule, letter] :
       {std::pair{"hold-pending", "P"}, std::pair{"ship", "S"},
        std::pair{"status-unknown", "?"}, std::pair{"refund-return", "R"},
        std::pair{"fulfilled-by-amazon", "A"}}) {
    if (checked.action(rule) != nullptr) text += letter;
  }
  return text.empty() ? "-" : text;
}

TEST(Statuses, the_order_rules_its_lines) {
  struct Row {
    const char* order;
    const char* shipped;    // item-status Shipped
    const char* unshipped;  // Unshipped
    const char* cancelled;  // Cancelled
    const char* blank;
  };
  const Row rows[] = {
      {"Pending", "P", "P", "P", "P"},
      {"Pending - Waiting for Pick Up", "P", "P", "P", "P"},
      {"Unshipped", "-", "S", "-", "S"},
      {"PartiallyShipped", "-", "S", "-", "S"},
      {"Partially Shipped", "-", "S", "-", "S"},
      {"Shipping", "?", "?", "?", "?"},
      {"Shipped", "-", "-", "-", "-"},
      {"Shipped - Picked Up", "-", "-", "-", "-"},
      {"Shipped - Out for Delivery", "-", "-", "-", "-"},
      {"Shipped - Delivered to Buyer", "-", "-", "-", "-"},
      {"Shipped - Returning to Seller", "R", "R", "-", "R"},
      {"Shipped - Returned to Seller", "R", "R", "-", "R"},
      {"Shipped - Rejected by Buyer", "R", "R", "-", "R"},
      {"Shipped - Lost in Transit", "R", "R", "-", "R"},
      {"Shipped - Damaged", "R", "R", "-", "R"},
      {"Cancelled", "-", "-", "-", "-"},
      {"Canceled", "-", "-", "-", "-"},
      {"Complete", "-", "-", "-", "-"},
      {"Unfulfillable", "?", "?", "?", "?"},
      {"InvoiceUnconfirmed", "?", "?", "?", "?"},
      {"Nicht versandt", "?", "?", "?", "?"},
      {"", "-", "S", "-", "S"},
  };
  for (const Row& row : rows) {
    for (const auto& [item, wanted] :
         {std::pair{"Shipped", row.shipped},
          std::pair{"Unshipped", row.unshipped},
          std::pair{"Cancelled", row.cancelled}, std::pair{"", row.blank}}) {
      EXPECT_EQ(outcome(line_of(row.order, item)), wanted)
          << '"' << row.order << "\" + \"" << item << '"';
    }
  }
}

TEST(Statuses, an_unknown_word_is_shown) {
  for (const char* const word :
       {"Shipping", "InvoiceUnconfirmed", "Nicht versandt"}) {
    const CheckedReports checked = line_of(word, "Unshipped");
    EXPECT_EQ(checked.evidence("status-unknown", "order-status"), word);
  }
  const CheckedReports line = line_of("Unshipped", "Held");
  EXPECT_EQ(line.evidence("status-unknown", "item-status"), "Held");
}

TEST(Statuses, of_an_unshipped_order_the_lines_tell_themselves_apart) {
  ReportText text = ReportText::all_orders();
  text.row({{"sku", "A"}, {"item-status", "Shipped"}})
      .row({{"sku", "B"}, {"item-status", "Unshipped"}})
      .row({{"sku", "C"}, {"item-status", "Cancelled"}});
  const CheckedReports checked({{"a.txt", text.text()}}, kNow);
  const OrderFacts facts = checked.check().facts(0);
  EXPECT_EQ(facts.purchased, 2);
  EXPECT_EQ(facts.unshipped, 1);
  EXPECT_NE(checked.action("finish-partial-confirmation"), nullptr);
}

// Orders of other shops are Amazon's to send, whatever their status says.
TEST(Statuses, multi_channel_orders_are_hands_off) {
  for (const Cells& cells : {Cells{{"sales-channel", "Non-Amazon"}},
                             Cells{{"sales-channel", "Non-Amazon JP"}},
                             Cells{{"sales-channel", "SI UK Prod Marketplace"}},
                             Cells{{"amazon-order-id", "S01-1234567-1234567"}},
                             Cells{{"fulfillment-channel", "Amazon"}}}) {
    EXPECT_EQ(outcome(line_of("Unshipped", "Unshipped", cells)), "A")
        << cells[0].second;
    EXPECT_EQ(outcome(line_of("Shipping", "Unshipped", cells)), "A")
        << cells[0].second;
  }
}

// A pending report holds its order whatever the lines of another say.
TEST(Statuses, a_pending_report_holds_an_order) {
  const CheckedReports checked(
      {{"p.txt", ReportText::pending_orders().row({}).text()},
       {"n.txt", ReportText::new_orders().row({}).text()}},
      kNow);
  EXPECT_EQ(outcome(checked), "P");
}

}  // namespace
}  // namespace parcelwise
