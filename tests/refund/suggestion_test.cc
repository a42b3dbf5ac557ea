// Tests core/refund/suggestion.cc: which refund the reports call for.
#include "refund/suggestion.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

TEST(ReturnReason, codes_and_plain_english) {
  struct Row {
    const char* reported;
    const char* reason;
  };
  const Row rows[] = {
      {"", "returned"},
      {"CR-DEFECTIVE", "defective"},
      {"cr defective", "defective"},
      {"CR-NOT_AS_DESCRIBED", "defective"},
      {"Not as described on website", "defective"},
      {"AMZ-PG-BAD-DESC", "defective"},
      {"CR-QUALITY_UNACCEPTABLE", "defective"},
      {"Performance/quality not up to expectations", "defective"},
      {"CR-DAMAGED_BY_CARRIER", "carrier-damage"},
      {"DAMAGED_DURING_SHIPPING", "carrier-damage"},
      {"Damaged/defective on arrival", "carrier-damage"},
      {"CUSTOMER_DAMAGED", "returned"},
      {"CR-SWITCHEROO", "wrong-item"},
      {"Wrong item was sent", "wrong-item"},
      {"CR-MISSING_PARTS", "wrong-item"},
      {"Missing items or accessories", "wrong-item"},
      {"CR-ORDERED_WRONG_ITEM", "returned"},
      {"Ordered wrong style/size/colour", "returned"},
      {"AMZ-PG-MISORDERED", "returned"},
      {"UNDELIVERABLE_REFUSED", "refused"},
      {"Undeliverable; Refused", "refused"},
      {"UNDELIVERABLE_INSUFFICIENT_ADDRESS", "invalid-address"},
      {"UNDELIVERABLE_UNKNOWN", "undeliverable"},
      {"UND-UNKNOWN", "undeliverable"},
      {"UNDELIVERABLE_FAILED_DELIVERY_ATTEMPTS", "undeliverable"},
      {"CR-UNWANTED_ITEM", "returned"},
      {"CR-FOUND_BETTER_PRICE", "returned"},
      {"No longer needed", "returned"},
      {"CR-NOT_COMPATIBLE", "returned"},
      {"Undamaged", "returned"},
      {"Badzdesc", "returned"},  // a z parts no words
      {"\xE4\xB8\x8D\xE8\x89\xAF", "returned"},
      {"CR-EXTRA_ITEM", ""},
  };
  for (const Row& row : rows)
    EXPECT_EQ(return_reason(row.reported), row.reason) << row.reported;
}

// "defective 1x10000000000001", with condition and days where they are told.
std::string shown(const RefundRequest& request) {
  std::string text = request.reason;
  for (const RefundRequest::Item& item : request.items) {
    text += " " + std::to_string(item.quantity.value_or(-1)) + "x" +
            item.order_item_id;
  }
  if (request.condition)
    text += " " + std::string(condition_name(*request.condition));
  if (request.days) text += " " + std::to_string(*request.days);
  return text;
}

std::string suggested(const std::vector<FileText>& files,
                      std::vector<StockLevel> stock = {}) {
  const CheckedReports reports(files, "2026-11-20T09:00:00+09:00", stock);
  const OrderBook& book = reports.book();
  const Policy policy = *Policy::load("amazon-jp");
  const RefundContext context{book, policy, reports.check().context().now,
                              reports.check().refunds_reported()};
  const auto request = suggest_refund(
      context, reports.check().facts(0), Returns::find(book).of(0),
      StockOuts::find(book, Policies::only(book, policy), stock).of(0));
  if (!request) return {};
  EXPECT_TRUE(refund_order(context, *request).has_value()) << shown(*request);
  return shown(*request);
}

const Cells kArrived = {{"Return request status", "Approved"},
                        {"Return delivery date", "18-Nov-2026"},
                        {"Return Reason", "CR-DEFECTIVE"}};

Cells and_also(const Cells& cells, Cells more) {
  more.insert(more.end(), cells.begin(),
              cells.end());  // the first of a name counts
  return more;
}

TEST(SuggestRefund, of_what_came_back) {
  struct Row {
    const char* name;
    std::string suggested;
    std::vector<Cells> bought;
    std::vector<Cells> back;
  };
  const Cells two = {{"quantity-purchased", "2"}};
  const Cells other = {{"order-item-id", "10000000000002"}, {"sku", "SKU-2"}};
  const Cells again = {{"order-item-id", "10000000000002"}};
  const Row rows[] = {
      {"a defect", "defective 1x10000000000001", {{}}, {kArrived}},
      {"nobody's fault",
       "returned 1x10000000000001 as-new 0",
       {{}},
       {and_also(kArrived, {{"Return Reason", "NO_LONGER_NEEDED"}})}},
      {"days since the delivery",
       "returned 1x10000000000001 as-new 10",
       {{{"latest-delivery-date", "2026-11-02T14:59:59+00:00"}}},
       {and_also(kArrived, {{"Return Reason", ""}})}},
      {"asked before the latest delivery",
       "returned 1x10000000000001 as-new 0",
       {{{"latest-delivery-date", "2026-11-14T14:59:59+00:00"}}},
       {and_also(kArrived, {{"Return Reason", ""}})}},
      {"under way",
       "",
       {{}},
       {and_also(kArrived, {{"Return delivery date", ""}})}},
      {"never charged",
       "",
       {{}},
       {and_also(kArrived, {{"Return Reason", "CR-EXTRA_ITEM"}})}},
      {"two units",
       "defective 2x10000000000001",
       {two},
       {and_also(kArrived, {{"Return quantity", "2"}})}},
      {"no number of units: all",
       "defective 2x10000000000001",
       {two},
       {and_also(kArrived, {{"Return quantity", ""}})}},
      {"more units than were bought",
       "defective 2x10000000000001",
       {two},
       {and_also(kArrived, {{"Return quantity", "999999999"}})}},
      {"two returns of one line",
       "defective 2x10000000000001",
       {two},
       {and_also(kArrived, {{"Amazon RMA ID", "R1"}}),
        and_also(kArrived, {{"Amazon RMA ID", "R2"}})}},
      {"two lines of one SKU",
       "defective 1x10000000000001 1x10000000000002",
       {{}, again},
       {and_also(kArrived, {{"Return quantity", "2"}})}},
      {"one unit, of the first of two lines of one SKU",
       "defective 1x10000000000001",
       {{}, again},
       {kArrived}},
      {"two lines, one reason",
       "defective 1x10000000000001 1x10000000000002",
       {{}, other},
       {and_also(kArrived, {{"Amazon RMA ID", "R1"}}),
        and_also(kArrived,
                 {{"Amazon RMA ID", "R2"}, {"Merchant SKU", "SKU-2"}})}},
      {"two reasons: the one that arrived first",
       "wrong-item 1x10000000000002",
       {{}, other},
       {kArrived, and_also(kArrived, {{"Merchant SKU", "SKU-2"},
                                      {"Return delivery date", "17-Nov-2026"},
                                      {"Return Reason", "CR-SWITCHEROO"}})}},
      {"refunded",
       "",
       {{}},
       {and_also(kArrived,
                 {{"Refunded Amount", "1000"}, {"Currency code", "JPY"}})}},
      {"the item refunded, its shipping not",
       "defective -1x10000000000001",
       {{{"shipping-price", "500"}}},
       {and_also(kArrived,
                 {{"Refunded Amount", "1000"}, {"Currency code", "JPY"}})}},
      {"and of a return that Amazon closed: less was meant",
       "",
       {{{"shipping-price", "500"}}},
       {and_also(kArrived, {{"Refunded Amount", "1000"},
                            {"Return request status", "Closed"},
                            {"Currency code", "JPY"}})}},
      {"shipping that the reason keeps",
       "",
       {{{"shipping-price", "500"}}},
       {and_also(kArrived, {{"Refunded Amount", "1000"},
                            {"Return Reason", "NO_LONGER_NEEDED"},
                            {"Currency code", "JPY"}})}},
      {"one of two refunded",
       "defective 1x10000000000001",
       {two},
       {and_also(kArrived, {{"Return quantity", "2"},
                            {"Refunded Amount", "500"},
                            {"Currency code", "JPY"}})}},
      {"one of two returns refunded",
       "defective 1x10000000000001",
       {two},
       {and_also(kArrived, {{"Amazon RMA ID", "R1"},
                            {"Refunded Amount", "500"},
                            {"Currency code", "JPY"}}),
        and_also(kArrived, {{"Amazon RMA ID", "R2"}})}},
      {"the one that came back refunded",
       "",
       {two},
       {and_also(kArrived,
                 {{"Refunded Amount", "500"}, {"Currency code", "JPY"}})}},
      {"no prices", "", {{{"item-price", ""}}}, {kArrived}},
  };
  for (const Row& row : rows) {
    ReportText bought = ReportText::new_orders();
    for (const Cells& cells : row.bought) bought.row(cells);
    ReportText back = ReportText::returns();
    for (const Cells& cells : row.back) back.row(cells);
    EXPECT_EQ(suggested({{"a.txt", bought.text()}, {"b.txt", back.text()}}),
              row.suggested)
        << row.name;
  }
}

TEST(SuggestRefund, a_settlement_tells_that_it_is_done) {
  const std::vector<FileText> files = {
      {"a.txt", ReportText::new_orders().row({{"item-price", "1980"}}).text()},
      {"b.txt", ReportText::returns().row(kArrived).text()}};
  EXPECT_EQ(suggested(files), "defective 1x10000000000001");
  std::vector<FileText> more = files;
  more.push_back({"c.txt", ReportText::settlement()
                               .row({{"order-id", "250-1234567-1234567"},
                                     {"sku", "SKU-1"},
                                     {"currency", "JPY"}})
                               .text()});
  EXPECT_EQ(suggested(more), "");
}

TEST(SuggestRefund, of_what_is_out_of_stock) {
  struct Row {
    const char* name;
    std::string suggested;
    std::vector<Cells> lines;
    std::vector<StockLevel> stock;
  };
  const Cells three = {{"quantity-purchased", "3"}};
  const Cells other = {{"order-item-id", "10000000000002"}, {"sku", "SKU-2"}};
  const Row rows[] = {
      {"enough", "", {three}, {{"SKU-1", 3}}},
      {"one of three",
       "items-unavailable 1x10000000000001",
       {three},
       {{"SKU-1", 2}}},
      {"one line of two",
       "items-unavailable 3x10000000000001",
       {three, other},
       {{"SKU-1", 0}}},
      {"nothing can be sent: it is cancelled", "", {three}, {{"SKU-1", 0}}},
      {"nothing of two lines",
       "",
       {three, other},
       {{"SKU-1", 0}, {"SKU-2", 0}}},
      {"the rest was sent",
       "items-unavailable 2x10000000000001",
       {{{"quantity-purchased", "3"}, {"quantity-shipped", "1"}}},
       {{"SKU-1", 0}}},
  };
  for (const Row& row : rows) {
    ReportText open = ReportText::unshipped();
    ReportText prices = ReportText::new_orders();
    for (const Cells& line : row.lines) {
      open.row(line);
      prices.row(line);
    }
    EXPECT_EQ(suggested({{"a.txt", open.text()}, {"b.txt", prices.text()}},
                        row.stock),
              row.suggested)
        << row.name;
    EXPECT_EQ(suggested({{"a.txt", open.text()}}, row.stock), "") << row.name;
  }
}

TEST(ReturnsToRefund, each_sees_those_before_it) {
  // Three units of 1,000 in two refunds: 334, then 666 (W8).
  const CheckedReports reports(
      {{"a.txt",
        ReportText::new_orders().row({{"quantity-purchased", "3"}}).text()},
       {"b.txt",
        ReportText::returns()
            .row(and_also(kArrived, {{"Return delivery date", "17-Nov-2026"},
                                     {"Return Reason", "CR-SWITCHEROO"}}))
            .row(and_also(kArrived,
                          {{"Amazon RMA ID", "R2"}, {"Return quantity", "2"}}))
            .text()}},
      "2026-11-20T09:00:00+09:00");
  const Policy policy = *Policy::load("amazon-jp");
  const auto refunds = returns_to_refund(
      {reports.book(), policy, reports.check().context().now,
       reports.check().refunds_reported()},
      reports.check().facts(0), Returns::find(reports.book()).of(0));
  ASSERT_EQ(refunds.size(), 2u);
  EXPECT_EQ(shown(*refunds[0].request), "wrong-item 1x10000000000001");
  EXPECT_EQ(shown(*refunds[1].request), "defective 2x10000000000001");
  ASSERT_TRUE(refunds[0].amount && refunds[1].amount);
  EXPECT_EQ(refunds[0].amount->minor + refunds[1].amount->minor, 1000);
  EXPECT_EQ(reports.evidence("refund-return", "refund"),
            "JPY " + std::to_string(refunds[0].amount->minor));
}

// Which of the two is meant nobody can say: it is told, without a request.
TEST(ReturnsToRefund, of_two_lines_that_nothing_tells_apart) {
  const CheckedReports reports(
      {{"a.txt", ReportText::all_orders()
                     .row({{"order-status", "Shipped"}})
                     .row({{"order-status", "Shipped"}})
                     .text()},
       {"b.txt", ReportText::returns().row(kArrived).text()}},
      "2026-11-20T09:00:00+09:00");
  const Policy policy = *Policy::load("amazon-jp");
  const auto refunds = returns_to_refund(
      {reports.book(), policy, reports.check().context().now,
       reports.check().refunds_reported()},
      reports.check().facts(0), Returns::find(reports.book()).of(0));
  ASSERT_EQ(refunds.size(), 1u);
  EXPECT_EQ(refunds[0].returns.size(), 1u);
  EXPECT_FALSE(refunds[0].request.has_value());
  EXPECT_FALSE(refunds[0].amount.has_value());
}

}  // namespace
}  // namespace parcelwise
