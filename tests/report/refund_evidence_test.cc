// Tests core/report/refund_rows.cc and core/report/cells.cc, and the reader
// with returns, settlement and adjustments files.
#include "report/refund_evidence.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "orders/order_book.h"
#include "report/cells.h"
#include "report/report_text.h"

namespace parcelwise {
namespace {

Report read(const std::string& bytes, ReadOptions options = {}) {
  auto report = read_report(bytes, "refunds.txt", options);
  EXPECT_TRUE(report.has_value()) << (report ? "" : report.error().found);
  if (!report) return Report();
  const ReportCounts& c = report->counts;
  EXPECT_EQ(c.rows, c.items + c.continuations + c.repeated_headers + c.blank +
                        c.duplicates + c.rejected);
  EXPECT_EQ(c.rejected, report->rejects.size());
  return std::move(*report);
}

std::string only_return(const Cells& cells) {
  const Report report = read(ReportText::returns().row(cells).text());
  if (report.returns.size() != 1) return "no return";
  return dump(report.returns[0]);
}

std::string only_refund(const std::string& text) {
  const Report report = read(text);
  if (report.refunds.size() != 1) {
    return std::to_string(report.refunds.size()) + " refunds";
  }
  return dump(report.refunds[0]);
}

// Cells -----------------------------------------------------------------------

TEST(ReadThousandths, decimal_commas_where_nothing_else_can_be_meant) {
  struct Row {
    const char* text;
    std::optional<std::int64_t> thousandths;
  };
  const Row rows[] = {
      {"-19,80", -19'800}, {"-19,8", -19'800}, {"19.8", 19'800},
      {"1980", 1'980'000}, {"1,980", {}},      {"1.980,50", {}},
      {"1,2,3", {}},       {",", {}},          {"1980.00", 1'980'000},
      {"-0,5", -500},      {"1,9x", {}},       {"", {}},
  };
  for (const Row& row : rows) {
    const auto amount = read_thousandths(row.text);
    EXPECT_EQ(amount ? std::optional(*amount) : std::nullopt, row.thousandths)
        << row.text;
  }
}

TEST(MayBeThousands, three_digits_behind_a_point_and_no_more) {
  for (const char* text : {"1.200", "-4.000", "+12.345", "999.000", " 1.000 "})
    EXPECT_TRUE(may_be_thousands(text)) << text;
  for (const char* text : {"1.20", "0.500", "1234.000", "1200", "1.2000",
                           ".500", "1,200", "", "-"})
    EXPECT_FALSE(may_be_thousands(text)) << text;
}

TEST(ReadReturnDate, english_months_iso_and_what_a_spreadsheet_makes) {
  struct Row {
    const char* text;
    const char* day;  // or what is wrong with it
  };
  const Row rows[] = {
      {"05-Nov-2026", "2026-11-05"},
      {"5-nov-2026", "2026-11-05"},
      {"29-FEB-2028", "2028-02-29"},
      {"2026-11-05", "2026-11-05"},
      {"2026-11-05T23:30:00-08:00", "2026-11-05"},
      {"29-Feb-2026", "no such date"},
      {"31-Nov-2026", "no such date"},
      {"00-Nov-2026", "no such date"},
      {"05-Nov-0000", "no such date"},
      {"5-Nov-26", "spreadsheet"},
      {"2026/11/5", "spreadsheet"},
      {"46331", "spreadsheet"},
      {"05-Novembre-2026", "malformed"},
      {"05-Gen-2026", "malformed"},
      {"05-Nov-20260", "malformed"},
      {"05-Nov-", "malformed"},
      {"-Nov-2026", "malformed"},
      {"05-", "malformed"},
      {"-", "malformed"},
      {"yesterday", "malformed"},
  };
  for (const Row& row : rows) {
    const auto stamp = read_return_date(row.text);
    std::string reported =
        stamp                                      ? to_text(stamp->day)
        : stamp.error() == DateError::kNoSuchDate  ? "no such date"
        : stamp.error() == DateError::kSpreadsheet ? "spreadsheet"
                                                   : "malformed";
    EXPECT_EQ(reported, row.day) << row.text;
  }
}

// Returns ---------------------------------------------------------------------

TEST(Returns, a_row_tells_what_comes_back) {
  struct Row {
    const char* name;
    Cells cells;
    const char* reported;
  };
  const Row rows[] = {
      {"the least",
       {{"Order date", ""}, {"Order quantity", ""}},
       "2 250-1234567-1234567 SKU-1   - 2026-11-12 -    1/-1 ---  - - -  "},
      {"everything",
       {{"Return request status", "Approved"},
        {"Amazon RMA ID", "DRMA1"},
        {"Label cost", "780"},
        {"Currency code", "JPY"},
        {"Label to be paid by", "Seller"},
        {"A-to-Z Claim", "N"},
        {"Is prime", "Y"},
        {"ASIN", "B000000001"},
        {"Item Name", "A tea pot"},
        {"Return Reason", "CR-DEFECTIVE"},
        {"In policy", "Y"},
        {"Resolution", "StandardRefund"},
        {"Return delivery date", "18-Nov-2026"},
        {"Order Amount", "3960.00"},
        {"Refunded Amount", "0"}},
       "2 250-1234567-1234567 SKU-1 B000000001 DRMA1 2026-11-05 2026-11-12 "
       "2026-11-18 "
       "Approved CR-DEFECTIVE StandardRefund 1/2 yny JPY 780000 3960000 0 "
       "Seller A tea pot"},
      {"other dates, euros with a comma",
       {{"Order date", "2026-11-05"},
        {"Return request date", "2026-11-12T08:00:00+01:00"},
        {"Currency code", "EUR"},
        {"Order Amount", "19,80"},
        {"A-to-Z Claim", "yes"},
        {"In policy", "false"},
        {"Is prime", "perhaps"}},
       "2 250-1234567-1234567 SKU-1   2026-11-05 2026-11-12 -    1/2 ny- EUR - "
       "19800 -  "},
  };
  for (const Row& row : rows)
    EXPECT_EQ(only_return(row.cells), row.reported) << row.name;
}

TEST(Returns, rows_that_cannot_be_trusted) {
  struct Row {
    const char* name;
    Cells cells;
    RejectCode code;
    const char* column;
  };
  const Row rows[] = {
      {"order id",
       {{"Order ID", "250-1234567"}},
       RejectCode::kBadOrderId,
       "Order ID"},
      {"order id a spreadsheet made",
       {{"Order ID", "2.5E+16"}},
       RejectCode::kExcelDamage,
       "Order ID"},
      {"order date",
       {{"Order date", "05-Nov-26"}},
       RejectCode::kExcelDamage,
       "Order date"},
      {"request date",
       {{"Return request date", "soon"}},
       RejectCode::kBadDate,
       "Return request date"},
      {"a date of no order",
       {{"Return delivery date", "01-Jan-2999"}},
       RejectCode::kBadDate,
       "Return delivery date"},
      {"quantity",
       {{"Return quantity", "-1"}},
       RejectCode::kBadQuantity,
       "Return quantity"},
      {"order quantity",
       {{"Order quantity", "two"}},
       RejectCode::kBadQuantity,
       "Order quantity"},
      {"amount",
       {{"Refunded Amount", "1,980"}},
       RejectCode::kBadNumber,
       "Refunded Amount"},
      {"more decimals than a yen has",
       {{"Currency code", "JPY"}, {"Label cost", "780.50"}},
       RejectCode::kBadNumber,
       "Label cost"},
      {"currency",
       {{"Currency code", "YEN"}},
       RejectCode::kBadNumber,
       "Currency code"},
      {"amount a spreadsheet made",
       {{"Order Amount", "1.0E+05"}},
       RejectCode::kExcelDamage,
       "Order Amount"},
  };
  for (const Row& row : rows) {
    const Report report = read(ReportText::returns().row(row.cells).text());
    ASSERT_EQ(report.rejects.size(), 1u) << row.name;
    EXPECT_EQ(report.rejects[0].code, row.code) << row.name;
    EXPECT_EQ(report.rejects[0].column, row.column) << row.name;
    EXPECT_TRUE(report.returns.empty()) << row.name;
    EXPECT_EQ(report.lines.size(), 0u) << row.name;
    EXPECT_EQ(report.parts.size(), 0u) << row.name;
  }
}

TEST(Returns, one_line_for_an_order_and_sku) {
  ReportText text = ReportText::returns();
  text.row({{"Amazon RMA ID", "R1"}, {"Order quantity", ""}});
  text.row({{"Amazon RMA ID", "R2"}});
  text.row({{"Merchant SKU", "SKU-2"}, {"Amazon RMA ID", "R3"}});
  text.row({{"Amazon RMA ID", "R4"}, {"Return quantity", "x"}});
  text.line("").line(text.header());
  text.row({{"Order ID", "250-1234567-7654321"}, {"Amazon RMA ID", "R5"}});
  const Report report = read(text.text());
  EXPECT_EQ(report.kind, ReportKind::kReturns);
  EXPECT_EQ(report.header.unused, std::vector<std::string>{"Category"});
  EXPECT_TRUE(report.header.missing.empty());
  EXPECT_EQ(report.counts.items, 4u);
  EXPECT_EQ(report.counts.rejected, 1u);
  EXPECT_EQ(report.counts.blank, 1u);
  EXPECT_EQ(report.counts.repeated_headers, 1u);
  ASSERT_EQ(report.returns.size(), 4u);
  EXPECT_EQ(report.returns[3].rma, "R5");
  ASSERT_EQ(report.lines.size(), 3u);
  const Line& line = report.lines[0];
  EXPECT_TRUE(line.item.none());
  EXPECT_EQ(line.purchased, 2);
  EXPECT_EQ(line.row, 2u);
  EXPECT_EQ(report.parts[line.part].state, OrderState::kShipped);
  EXPECT_EQ(report.cell(line, Column::kPurchaseDate), "05-Nov-2026");
  EXPECT_EQ(report.cell(line, Column::kRmaId), "R1");
  EXPECT_EQ(report.cell(report.lines[1], Column::kSku), "SKU-2");
}

TEST(Returns, texts_are_utf8_and_rows_the_encoding_cannot_read_are_rejects) {
  // 注文注文 in CP932, and a byte that CP932 has not.
  const std::string name = "\x92\x8D\x95\xB6\x92\x8D\x95\xB6";
  ReportText text = ReportText::returns();
  for (int i = 0; i < 3; ++i) {
    text.row({{"Item Name", name},
              {"Return Reason", name},
              {"Amazon RMA ID", std::to_string(i)}});
  }
  text.row({{"Return Reason", name + "\xFD"}, {"Merchant SKU", "SKU-9"}});
  const Report report = read(text.text());
  EXPECT_EQ(report.encoding, Encoding::kCp932);
  ASSERT_EQ(report.returns.size(), 3u);
  EXPECT_EQ(report.returns[2].product, "注文注文");
  EXPECT_EQ(report.returns[2].reason, "注文注文");
  ASSERT_EQ(report.rejects.size(), 1u);
  EXPECT_EQ(report.rejects[0].code, RejectCode::kBadEncoding);
  EXPECT_EQ(report.rejects[0].column, "Return Reason");
  EXPECT_EQ(report.lines.size(), 1u);
}

TEST(Returns, an_order_that_no_other_report_has_is_in_the_book_and_shipped) {
  const Report returns = read(ReportText::returns()
                                  .row({{"Merchant SKU", "A"}})
                                  .row({{"Merchant SKU", "B"}})
                                  .text());
  const OrderBook book = OrderBook::join({&returns});
  ASSERT_EQ(book.order_count(), 1u);
  EXPECT_EQ(book.item_count(), 2u);
}

TEST(Returns, joining_never_conflicts_and_adds_no_item) {
  struct Row {
    const char* name;
    std::string other;
    Cells returned;
    std::uint32_t items;
  };
  const std::string unshipped =
      ReportText::unshipped().row({{"quantity-purchased", "1"}}).text();
  const std::string twice = ReportText::unshipped()
                                .row({})
                                .row({{"order-item-id", "10000000000002"}})
                                .text();
  const Row rows[] = {
      {"another quantity and day", unshipped, {{"Order quantity", "9"}}, 1},
      {"an instant of another day",
       unshipped,
       {{"Order date", "2026-11-01T00:00:00+00:00"}},
       1},
      {"all orders", ReportText::all_orders().row({}).text(), {}, 1},
      {"two lines of one SKU", twice, {{"Order quantity", "2"}}, 2},
      {"no SKU", unshipped, {{"Merchant SKU", ""}}, 1},
      {"another SKU", unshipped, {{"Merchant SKU", "SKU-7"}}, 2},
      {"another order", unshipped, {{"Order ID", "250-7777777-7777777"}}, 2},
      {"returns again",
       ReportText::returns().row({}).text(),
       {{"Order quantity", "9"}},
       1},
  };
  for (const Row& row : rows) {
    const auto other = read_report(row.other, "a.txt");
    const auto returned =
        read_report(ReportText::returns().row(row.returned).text(), "b.txt");
    ASSERT_TRUE(other && returned) << row.name;
    const OrderBook book = OrderBook::join({&*returned, &*other});
    EXPECT_EQ(book.item_count(), row.items) << row.name;
    EXPECT_TRUE(book.rejects().empty()) << row.name;
    EXPECT_EQ(book.counts(1).duplicates, 0u) << row.name;
    EXPECT_EQ(book.counts(1).items, 1u) << row.name;
    EXPECT_EQ(book.reports()[0]->file, "a.txt") << row.name;
  }
}

// Settlements -----------------------------------------------------------------

ReportText settlement(const char* currency) {
  ReportText text = ReportText::settlement();
  // The summary row: no transaction, no order.
  text.row({{"currency", currency},
            {"total-amount", "12345"},
            {"transaction-type", ""},
            {"order-id", ""},
            {"adjustment-id", ""},
            {"amount-type", ""},
            {"amount-description", ""},
            {"amount", ""},
            {"posted-date", ""},
            {"posted-date-time", ""},
            {"order-item-code", ""},
            {"sku", ""}});
  return text;
}

TEST(Settlement, what_each_amount_is_to_the_buyer) {
  struct Row {
    const char* name;
    Cells cells;
    const char* reported;  // components and other; "" where it is no refund
  };
  const Row rows[] = {
      {"principal", {}, "1980000 0 0 0 0 0 0 0 +0"},
      {"tax", {{"amount-description", "Tax"}}, "0 1980000 0 0 0 0 0 0 +0"},
      {"shipping",
       {{"amount-description", "Shipping"}},
       "0 0 1980000 0 0 0 0 0 +0"},
      {"shipping tax",
       {{"amount-description", "ShippingTax"}},
       "0 0 0 1980000 0 0 0 0 +0"},
      {"gift wrap",
       {{"amount-description", "GiftWrap"}},
       "0 0 0 0 1980000 0 0 0 +0"},
      {"gift wrap tax",
       {{"amount-description", "GiftWrapTax"}},
       "0 0 0 0 0 1980000 0 0 +0"},
      {"item promotion",
       {{"amount-type", "Promotion"}, {"amount", "198"}},
       "0 0 0 0 0 0 198000 0 +0"},
      {"ship promotion",
       {{"amount-type", "Promotion"},
        {"amount-description", "Shipping"},
        {"amount", "300"}},
       "0 0 0 0 0 0 0 300000 +0"},
      {"goodwill",
       {{"amount-description", "Goodwill"}},
       "0 0 0 0 0 0 0 0 goodwill 1980000 +0"},
      {"goodwill taken back",
       {{"amount-description", "Goodwill"}, {"amount", "500"}},
       "0 0 0 0 0 0 0 0 goodwill -500000 +0"},
      {"return postage that the seller bears",
       {{"amount-description", "ReturnShipping"}, {"amount", "-800"}},
       "0 0 0 0 0 0 0 0 postage 800000 +0"},
      {"restocking fee",
       {{"amount-description", "RestockingFee"}, {"amount", "396"}},
       "0 0 0 0 0 0 0 0 +-396000"},
      {"return postage",
       {{"amount-description", "ReturnShipping"}, {"amount", "800"}},
       "0 0 0 0 0 0 0 0 +-800000"},
      {"a refund taken back",
       {{"amount", "1980"}},
       "-1980000 0 0 0 0 0 0 0 +0"},
      {"in another case",
       {{"transaction-type", "REFUND"},
        {"amount-type", "itemprice"},
        {"amount-description", "PRINCIPAL"}},
       "1980000 0 0 0 0 0 0 0 +0"},
      {"A-to-z",
       {{"transaction-type", "A-to-z Guarantee Refund"}},
       "1980000 0 0 0 0 0 0 0 +0"},
      {"chargeback",
       {{"transaction-type", "Chargeback Refund"}},
       "1980000 0 0 0 0 0 0 0 +0"},
      {"a fee",
       {{"amount-type", "ItemFees"}, {"amount-description", "Commission"}},
       ""},
      {"points",
       {{"amount-type", "Points"}, {"amount-description", "PointsReturned"}},
       ""},
      {"a tax Amazon withheld",
       {{"amount-type", "ItemWithheldTax"},
        {"amount-description", "MarketplaceFacilitatorTax-Principal"}},
       ""},
      {"unknown",
       {{"amount-description", "Surprise"}},
       "0 0 0 0 0 0 0 0 +1980000 unknown"},
      {"a type that nobody knows",
       {{"transaction-type", "Recovery"}},
       "0 0 0 0 0 0 0 0 +1980000 unknown"},
      {"the same, to the seller",
       {{"transaction-type", "Recovery"}, {"amount", "1980"}},
       ""},
      {"the same, of no order",
       {{"transaction-type", "Recovery"}, {"order-id", ""}},
       ""},
      {"an order", {{"transaction-type", "Order"}, {"amount", "1980"}}, ""},
      {"a transfer of no order",
       {{"transaction-type", "other-transaction"},
        {"order-id", ""},
        {"order-item-code", ""},
        {"sku", ""}},
       ""},
      {"an order id of another kind in a row of no refund",
       {{"transaction-type", "other-transaction"}, {"order-id", "Sn9kXfzB7l"}},
       ""},
      {"nothing", {{"amount", "0.00"}}, ""},
  };
  for (const Row& row : rows) {
    const Report report = read(settlement("JPY").row(row.cells).text());
    EXPECT_EQ(report.counts.items, 2u) << row.name;
    EXPECT_TRUE(report.rejects.empty()) << row.name;
    const std::string reported = row.reported;
    if (reported.empty()) {
      EXPECT_TRUE(report.refunds.empty()) << row.name;
      continue;
    }
    ASSERT_EQ(report.refunds.size(), 1u) << row.name;
    EXPECT_EQ(dump(report.refunds[0]),
              "3 250-1234567-1234567 10000000000001 SKU-1 JPY " + reported +
                  " x-1 amzn1:crow:A1 12.11.2026 03:00:00 UTC")
        << row.name;
  }
}

TEST(Settlement, rows_of_one_refund_are_one) {
  struct Row {
    const char* name;
    Cells cells;  // of the second row
    std::size_t refunds;
  };
  const Row rows[] = {
      {"another component", {{"amount-description", "Shipping"}}, 1},
      {"the same component", {}, 1},
      {"another order", {{"order-id", "250-1234567-7654321"}}, 2},
      {"another item", {{"order-item-code", "10000000000002"}}, 2},
      {"another SKU", {{"sku", "SKU-2"}}, 2},
      {"another adjustment", {{"adjustment-id", "amzn1:crow:A2"}}, 2},
      {"another moment", {{"posted-date-time", "12.11.2026 03:00:01 UTC"}}, 2},
  };
  for (const Row& row : rows) {
    const Report report = read(settlement("JPY").row({}).row(row.cells).text());
    EXPECT_EQ(report.refunds.size(), row.refunds) << row.name;
    std::int64_t sum = 0;
    for (const RefundedItem& refund : report.refunds) {
      for (const std::int64_t amount : refund.thousandths) sum += amount;
    }
    EXPECT_EQ(sum, 3'960'000) << row.name;
  }
}

TEST(Settlement, posted_dates_are_kept_as_they_are) {
  struct Row {
    const char* date;
    const char* moment;
    const char* event;
  };
  const Row rows[] = {
      {"12.11.2026", "", "A1 12.11.2026"},
      {"2026-11-12", "", "A1 2026-11-12"},
      {"2026-11-12", "2026-11-12T03:00:00+00:00",
       "A1 2026-11-12T03:00:00+00:00"},
      {"99.99.9999", "", "A1 99.99.9999"},
      {"", "", "A1"},
  };
  for (const Row& row : rows) {
    const Report report = read(settlement("JPY")
                                   .row({{"adjustment-id", "A1"},
                                         {"posted-date", row.date},
                                         {"posted-date-time", row.moment}})
                                   .text());
    ASSERT_EQ(report.refunds.size(), 1u) << row.date;
    EXPECT_EQ(report.refunds[0].event, row.event);
  }
}

TEST(Settlement, the_currency_is_the_summary_row_s) {
  const ReportText plain = ReportText::settlement();
  const Cells euros = {{"currency", ""}, {"amount", "-19,80"}};
  const Cells summary = {
      {"currency", "EUR"}, {"transaction-type", ""}, {"order-id", ""}};
  Cells other_summary = summary;
  other_summary[0].second = "GBP";
  other_summary.push_back({"settlement-id", "222"});
  Cells other = euros;
  other.push_back({"settlement-id", "222"});
  Cells third = euros;
  third.push_back({"settlement-id", "333"});
  struct Row {
    const char* name;
    std::vector<Cells> rows;
    const char* currency;  // of the first refund
  };
  const Row rows[] = {
      {"before it", {summary, euros}, "EUR"},
      {"behind it", {euros, summary}, "EUR"},
      {"nowhere", {euros}, ""},
      {"two settlements, the first", {summary, other_summary, euros}, "EUR"},
      {"two settlements, the second", {summary, other_summary, other}, "GBP"},
      {"a settlement without one, where all agree", {summary, third}, "EUR"},
      {"a settlement without one, where not all agree",
       {summary, other_summary, third},
       ""},
      {"its own before the summary's",
       {summary, {{"currency", "USD"}, {"amount", "-19.80"}}},
       "USD"},
  };
  for (const Row& row : rows) {
    ReportText text = plain;
    for (Cells cells : row.rows) {
      if (std::none_of(cells.begin(), cells.end(), [](const auto& cell) {
            return cell.first == "currency";
          })) {
        cells.push_back({"currency", ""});
      }
      text.row(cells);
    }
    const Report report = read(text.text());
    ASSERT_EQ(report.refunds.size(), 1u) << row.name;
    EXPECT_EQ(report.refunds[0].currency.code(), row.currency) << row.name;
    EXPECT_EQ(report.refunds[0].thousandths[0], 19'800) << row.name;
  }
}

TEST(Settlement, rows_that_cannot_be_trusted) {
  struct Row {
    const char* name;
    Cells cells;
    RejectCode code;
    const char* column;
  };
  const Row rows[] = {
      {"no order id", {{"order-id", ""}}, RejectCode::kBadOrderId, "order-id"},
      {"item code",
       {{"order-item-code", "12-3"}},
       RejectCode::kBadOrderId,
       "order-item-code"},
      {"item code a spreadsheet made, in an order's row",
       {{"transaction-type", "Order"}, {"order-item-code", "1.4E+13"}},
       RejectCode::kExcelDamage,
       "order-item-code"},
      {"amount", {{"amount", "-1,980"}}, RejectCode::kBadNumber, "amount"},
      {"half a yen", {{"amount", "-19.50"}}, RejectCode::kBadNumber, "amount"},
      {"currency", {{"currency", "???"}}, RejectCode::kBadNumber, "currency"},
      {"more than can be counted",
       {{"amount", "-9223372036854775.807"}, {"currency", "BHD"}},
       RejectCode::kBadNumber,
       "amount"},
  };
  for (const Row& row : rows) {
    ReportText text = settlement("JPY");
    if (std::string(row.name).starts_with("more"))
      text.row({{"currency", "BHD"}});
    const Report report = read(text.row(row.cells).text());
    ASSERT_EQ(report.rejects.size(), 1u) << row.name;
    EXPECT_EQ(report.rejects[0].code, row.code) << row.name;
    EXPECT_EQ(report.rejects[0].column, row.column) << row.name;
  }
}

TEST(Settlement, short_rows) {
  ReportText text = settlement("JPY");
  text.line(
      "11111111111\t\t\t\t12\tJPY");  // a summary row without its blank cells
  text.line("11111111111\t\t\t\t\t\tRefund\t250-1234567-1234567");
  text.row({});
  const Report report = read(text.text());
  EXPECT_EQ(report.counts.items, 3u);
  ASSERT_EQ(report.rejects.size(), 1u);
  EXPECT_EQ(report.rejects[0].code, RejectCode::kTooFewFields);
  EXPECT_EQ(report.rejects[0].row, 4u);
  EXPECT_EQ(report.refunds.size(), 1u);
}

TEST(Settlement, names_its_marketplace_and_misses_no_column_of_orders) {
  const Report report = read(settlement("JPY").row({}).text());
  EXPECT_EQ(report.kind, ReportKind::kSettlement);
  EXPECT_EQ(report.marketplace, "Amazon.co.jp");
  EXPECT_TRUE(report.header.missing.empty());
  EXPECT_EQ(report.lines.size(), 0u);
  const OrderBook book = OrderBook::join({&report});
  EXPECT_EQ(book.order_count(), 0u);
}

TEST(Settlement, a_sku_that_the_encoding_cannot_read) {
  const std::string name = "\x92\x8D\x95\xB6\x92\x8D\x95\xB6";
  ReportText text = settlement("JPY");
  for (const char* const sku : {"1", "2", "3"}) text.row({{"sku", name + sku}});
  text.row({{"sku", name + "\xFD"}});
  text.row({{"sku", name + "\xFD"}, {"amount-description", "Shipping"}});
  const Report report = read(text.text());
  ASSERT_EQ(report.refunds.size(), 3u);
  EXPECT_EQ(report.refunds[0].sku, "注文注文1");
  EXPECT_EQ(report.refunds[2].sku, "注文注文3");
  ASSERT_EQ(report.rejects.size(), 2u);
  EXPECT_EQ(report.rejects[1].code, RejectCode::kBadEncoding);
  EXPECT_EQ(report.rejects[1].column, "sku");
  EXPECT_EQ(report.counts.items, 4u);
}

// Adjustments -----------------------------------------------------------------

TEST(Adjustments, a_row_is_a_refund) {
  struct Row {
    const char* name;
    Cells cells;
    const char* reported;
  };
  const Row rows[] = {
      {"the price alone", {}, "1980000 0 0 0 0 0 0 0 +0 x-1 "},
      {"everything",
       {{"item-tax-adj", "180.00"},
        {"shipping-price-adj", "300.00"},
        {"shipping-tax-adj", "27"},
        {"gift-wrap-price-adj", "308"},
        {"gift-wrap-tax-adj", "28"},
        {"item-promotion-adj", "-198.00"},
        {"ship-promotion-adj", "-300.00"},
        {"quantity-cancelled", "2"}},
       "1980000 180000 300000 27000 308000 28000 198000 300000 +0 x2 "},
      {"the buyer is charged",
       {{"item-price-adj", "-396.00"}, {"quantity-cancelled", "0"}},
       "-396000 0 0 0 0 0 0 0 +0 x-1 "},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(only_refund(ReportText::adjustments().row(row.cells).text()),
              "2 250-1234567-1234567 10000000000001  JPY " +
                  std::string(row.reported))
        << row.name;
  }
}

TEST(Adjustments, without_promotion_columns) {
  const Report report = read(
      "order-id\torder-item-id\tadjustment-reason-code\tcurrency\titem-price-"
      "adj\t"
      "item-tax-adj\tshipping-price-adj\tshipping-tax-adj\tgift-wrap-price-"
      "adj\t"
      "gift-wrap-tax-adj\tquantity-cancelled\r\n"
      "250-1234567-1234567\t10000000000001\tNoInventory\tEUR\t19.80\t0.00\t4."
      "90\t0.00\t"
      "0.00\t0.00\t1\r\n");
  EXPECT_EQ(report.kind, ReportKind::kAdjustments);
  EXPECT_TRUE(report.header.missing.empty());
  EXPECT_TRUE(report.header.unused.empty());
  ASSERT_EQ(report.refunds.size(), 1u);
  EXPECT_EQ(dump(report.refunds[0]),
            "2 250-1234567-1234567 10000000000001  EUR 19800 0 4900 0 0 0 0 0 "
            "+0 x1 ");
}

// Only a settlement has a summary row to take one from.
TEST(Adjustments, without_a_currency) {
  EXPECT_EQ(
      only_refund(ReportText::adjustments().row({{"currency", ""}}).text()),
      "2 250-1234567-1234567 10000000000001   1980000 0 0 0 0 0 0 0 +0 x-1 ");
}

TEST(Adjustments, rows_that_cannot_be_trusted) {
  struct Row {
    const char* name;
    Cells cells;
    RejectCode code;
    const char* column;
  };
  const Row rows[] = {
      {"order id",
       {{"order-id", "25012345671234567"}},
       RejectCode::kBadOrderId,
       "order-id"},
      {"no item id",
       {{"order-item-id", ""}},
       RejectCode::kBadOrderId,
       "order-item-id"},
      {"item id a spreadsheet made",
       {{"order-item-id", "1.0E+13"}},
       RejectCode::kExcelDamage,
       "order-item-id"},
      {"amount",
       {{"gift-wrap-tax-adj", "free"}},
       RejectCode::kBadNumber,
       "gift-wrap-tax-adj"},
      {"currency", {{"currency", "yen"}}, RejectCode::kBadNumber, "currency"},
      {"units",
       {{"quantity-cancelled", "1.5"}},
       RejectCode::kBadQuantity,
       "quantity-cancelled"},
  };
  for (const Row& row : rows) {
    const Report report = read(ReportText::adjustments().row(row.cells).text());
    ASSERT_EQ(report.rejects.size(), 1u) << row.name;
    EXPECT_EQ(report.rejects[0].code, row.code) << row.name;
    EXPECT_EQ(report.rejects[0].column, row.column) << row.name;
    EXPECT_TRUE(report.refunds.empty()) << row.name;
  }
}

// Both ------------------------------------------------------------------------

TEST(RefundFiles, are_the_same_in_any_chunks) {
  const ReportText texts[] = {
      ReportText::returns()
          .row({})
          .row({{"Item Name", "テスト"}})
          .line("")
          .row({}),
      settlement("JPY").row({}).row({{"sku", "テスト"}}).row({{"amount", "x"}}),
      ReportText::adjustments().row({}).row({{"item-promotion-id", "テスト"}}),
  };
  for (const ReportText& text : texts) {
    for (const char* const end : {"\n", "\r\n", "\r"}) {
      const std::string bytes = text.text_with(end);
      const std::string whole = dump(read(bytes));
      for (std::size_t chunk = 1; chunk < 60; ++chunk) {
        const auto report = read_in_chunks(bytes, chunk, {}, "refunds.txt");
        ASSERT_TRUE(report.has_value());
        EXPECT_EQ(dump(*report), whole) << chunk;
      }
    }
  }
}

TEST(RefundFiles, of_one_name_and_size_are_put_in_an_order_of_their_own) {
  const std::string pairs[][2] = {
      {ReportText::returns().row({{"Return Reason", "a"}}).text(),
       ReportText::returns().row({{"Return Reason", "b"}}).text()},
      {settlement("JPY").row({{"amount", "-1"}}).text(),
       settlement("JPY").row({{"amount", "-2"}}).text()},
      {ReportText::adjustments().row({{"item-price-adj", "1"}}).text(),
       ReportText::adjustments().row({{"item-price-adj", "2"}}).text()},
  };
  for (const auto& pair : pairs) {
    Report a = read(pair[0]), b = read(pair[1]);
    // As if their fingerprints met.
    a.fingerprint = b.fingerprint = 0;
    const OrderBook one = OrderBook::join({&a, &b}),
                    other = OrderBook::join({&b, &a});
    EXPECT_EQ(one.reports(), other.reports());
  }
}

TEST(Golden, what_the_refund_files_tell) {
  struct Row {
    const char* file;
    std::vector<const char*> reported;
  };
  const Row rows[] = {
      {"settlement-eu.txt",
       {"7 402-1111111-2222222 60000000000001 TAZZA-BLU EUR 19800 3570 4900 0 "
        "0 0 0 4900 "
        "+-1980 x-1 amzn1:crow:GOLDEN-IT-1 11.11.2026 09:30:00 UTC",
        "14 402-3333333-4444444 60000000000002 CAFFÈ-250 EUR 12500 0 0 0 0 0 0 "
        "0 goodwill 2000 +0 x-1 "
        "amzn1:crow:GOLDEN-IT-2 12.11.2026 18:05:10 UTC",
        "16 402-3333333-4444444 60000000000002 CAFFÈ-250 EUR 0 0 4900 0 0 0 0 "
        "0 +-3100 x-1 "
        "amzn1:crow:GOLDEN-IT-3 13.11.2026 08:00:00 UTC"}},
      {"settlement-jp.txt",
       {"3 503-3164500-8871081 95290342597918 KNIF-165 JPY 7182000 718000 "
        "550000 0 0 0 790000 "
        "0 +0 x-1 amzn1:crow:GOLDEN-JP-1 2026-11-18T01:00:00+00:00",
        "8 503-5674077-9166194 54073263344914 TOWL-IMB-3 JPY 3960000 0 0 0 "
        "280000 28000 0 0 "
        "+0 x-1 amzn1:crow:GOLDEN-JP-2 2026-11-19T01:00:00+00:00",
        "11 503-5674077-9166194 54073263344914 TOWL-IMB-3 JPY 0 0 350000 0 0 0 "
        "0 0 +0 x-1 "
        "amzn1:crow:GOLDEN-JP-3 2026-11-20T01:00:00+00:00"}},
  };
  for (const Row& row : rows) {
    const auto report = read_report(golden_bytes(row.file));
    ASSERT_TRUE(report.has_value()) << row.file;
    ASSERT_EQ(report->refunds.size(), row.reported.size()) << row.file;
    for (std::size_t i = 0; i < row.reported.size(); ++i) {
      EXPECT_EQ(dump(report->refunds[i]), row.reported[i]) << row.file;
    }
  }
}

TEST(Golden, a_repeated_rma_is_two_returns_and_one_line) {
  const auto report = read_report(golden_bytes("returns-jp-cp932.txt"));
  ASSERT_TRUE(report.has_value());
  EXPECT_EQ(report->returns.size(), 5u);
  EXPECT_EQ(report->lines.size(), 4u);
  EXPECT_EQ(report->returns[1].rma, report->returns[2].rma);
  EXPECT_EQ(report->returns[3].product,
            "自動開閉 折りたたみ傘 10本骨【ネイビー】");
}

TEST(MatchHeader, an_order_report_keeps_unused_what_only_refund_files_have) {
  const std::string_view cells[] = {
      "order-id",     "order-item-id", "purchase-date", "quantity-purchased",
      "asin",         "amount",        "order-date",    "marketplace-name",
      "currency-code"};
  const Header header = match_header(cells);
  EXPECT_EQ(header.unused,
            (std::vector<std::string>{"asin", "amount", "order-date",
                                      "marketplace-name", "currency-code"}));
}

}  // namespace
}  // namespace parcelwise
