// Tests core/refund/ledger.cc: each refund counts once, however many files tell
// it.
#include "refund/ledger.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "refund/refund_book.h"

namespace parcelwise {
namespace {

ReportText settlement(const std::vector<Cells>& rows) {
  ReportText text = ReportText::settlement();
  for (const Cells& cells : rows) text.row(cells);
  return text;
}
ReportText adjustments(const std::vector<Cells>& rows) {
  ReportText text = ReportText::adjustments();
  for (const Cells& cells : rows) text.row(cells);
  return text;
}
ReportText returns(const std::vector<Cells>& rows) {
  ReportText text = ReportText::returns();
  for (Cells cells : rows) {
    cells.emplace_back("Currency code", "JPY");
    text.row(cells);
  }
  return text;
}

// Two lines of two units, 3,960 + 550 + 308 and 1,000 yen.
std::string orders() {
  return priced({{{"quantity-purchased", "2"},
                  {"item-price", "3960"},
                  {"shipping-price", "550"},
                  {"gift-wrap-price", "308"}},
                 {{"item-price", "1000"}}})
      .text();
}

// "1980+0+0 x1, 300 conceded, no-such-line, 1 unmatched": of the first line.
std::string reported(const RefundBook& book) {
  const Refunded refunded = book.reported(kFirst);
  std::string text =
      parts(refunded.amounts) + " x" + std::to_string(refunded.units);
  for (const std::int64_t conceded : book.ledger().conceded(0)) {
    if (conceded != 0) text += ", " + std::to_string(conceded) + " conceded";
  }
  for (const NotCounted& one : book.ledger().not_counted())
    text += ", " + std::string(uncounted_name(one.why));
  if (book.ledger().unmatched() != 0) {
    text += ", " + std::to_string(book.ledger().unmatched()) + " unmatched";
  }
  return text;
}

const Cells kLater = {{"adjustment-id", "amzn1:crow:A2"},
                      {"posted-date-time", "13.11.2026 03:00:00 UTC"}};
const Cells kLatest = {{"adjustment-id", "amzn1:crow:A3"},
                       {"posted-date-time", "14.11.2026 03:00:00 UTC"}};

// Without adjustment ids the refunds of a line and day are one event.
const Cells kDay = {{"adjustment-id", ""}};

Cells with(Cells cells, const Cells& more) {
  cells.insert(cells.end(), more.begin(), more.end());
  return cells;
}

TEST(RefundLedger, counts_a_refund_once) {
  struct Row {
    const char* name;
    std::vector<ReportText> files;
    const char* reported;
  };
  const Cells one_unit = {{"quantity-cancelled", "1"}};
  const Row rows[] = {
      {"nobody tells one", {}, "0+0+0 x0"},
      {"a settlement", {settlement({{}})}, "1980+0+0 x0"},
      {"an upload, with its units", {adjustments({one_unit})}, "1980+0+0 x1"},
      {"a returns report",
       {returns({{{"Refunded Amount", "1980"}}})},
       "1980+0+0 x0"},
      {"a return without a refund", {returns({{}})}, "0+0+0 x0"},
      {"all three tell the same one",
       {settlement({{}}), adjustments({one_unit}),
        returns({{{"Refunded Amount", "1980"}}})},
       "1980+0+0 x1, equal-events"},
      {"every component",
       {settlement({{{"amount", "-1980"}},
                    {{"amount-description", "Shipping"}, {"amount", "-550"}},
                    {{"amount-description", "GiftWrap"}, {"amount", "-308"}},
                    {{"amount-type", "Promotion"}, {"amount", "198"}}})},
       "1782+550+308 x0"},
      {"an upload of every component",
       {adjustments({{{"item-price-adj", "1980.00"},
                      {"shipping-price-adj", "550.00"},
                      {"gift-wrap-price-adj", "308.00"},
                      {"item-promotion-adj", "-198.00"}}})},
       "1782+550+308 x0"},
      {"the settlement that shows an upload done, its parts otherwise divided",
       {adjustments({{{"item-price-adj", "1000.00"},
                      {"shipping-price-adj", "980.00"}}}),
        settlement({{}})},
       "1980+0+0 x0, equal-events"},
      {"two settlements that overlap",
       {settlement({{}, with({{"amount", "-990"}}, kLater)}),
        settlement({with({{"amount", "-990"}}, kLater),
                    with({{"amount", "-10"}}, kLatest)})},
       "2980+0+0 x0"},
      {"one settlement loaded under two names",
       {settlement({{}}), settlement({{}})},
       "1980+0+0 x0"},
      {"two copies of an event in one settlement, told again by another",
       {settlement({{}, {{"sku", "sku- 1"}}}),
        settlement({{}, {{"sku", "sku- 1"}}})},
       "3960+0+0 x0"},
      {"two moments are two refunds",
       {settlement({{}, kLater})},
       "3960+0+0 x0"},
      {"two equal refunds in one upload are two",
       {adjustments({one_unit, one_unit})},
       "3960+0+0 x2"},
      {"two uploads of equal rows are two refunds",
       {adjustments({one_unit}), adjustments({one_unit})},
       "3960+0+0 x2"},
      {"the settlement of both",
       {adjustments({one_unit, one_unit}), settlement({{}, kLater})},
       "3960+0+0 x2, equal-events, equal-events"},
      {"the settlement of one of both",
       {adjustments({one_unit, one_unit}), settlement({{}})},
       "3960+0+0 x2, equal-events"},
      {"the settlement of both, without adjustment ids one event of the day",
       {adjustments({one_unit, one_unit}), settlement({kDay, kDay})},
       "3960+0+0 x2, equal-events, equal-events"},
      {"the same of two of three uploads",
       {adjustments({{{"item-price-adj", "500.00"}},
                     one_unit,
                     {{"item-price-adj", "700.00"}}}),
        settlement({with({{"amount", "-500"}}, kDay),
                    with({{"amount", "-700"}}, kDay)})},
       "3180+0+0 x1, equal-events, equal-events"},
      {"one upload alone before two that come to the same",
       {adjustments({{{"item-price-adj", "500.00"}},
                     {{"item-price-adj", "700.00"}},
                     {{"item-price-adj", "1200.00"}}}),
        settlement(
            {{{"amount", "-1200"}}, with({{"amount", "-1200"}}, kLater)})},
       "2400+0+0 x0, equal-events, equal-events, equal-events"},
      {"a sum of two smaller uploads beside a larger one",
       {adjustments({{{"item-price-adj", "600.00"}},
                     {{"item-price-adj", "500.00"}},
                     {{"item-price-adj", "500.00"}}}),
        settlement({{{"amount", "-1000"}}})},
       "1600+0+0 x0, equal-events, equal-events"},
      {"two uploads that come to another sum than is settled",
       {adjustments(
            {{{"item-price-adj", "500.00"}}, {{"item-price-adj", "700.00"}}}),
        settlement({{{"amount", "-1300"}}})},
       "2500+0+0 x0"},
      {"an upload and another sum settled",
       {adjustments({one_unit}), settlement({{{"amount", "-500"}}})},
       "2480+0+0 x1"},
      {"a return's sum beyond what the others explain",
       {settlement({{}}), returns({{{"Refunded Amount", "2500"}}})},
       "2500+0+0 x0"},
      {"a return's sum within it",
       {settlement({{}}), returns({{{"Refunded Amount", "1000"}}})},
       "1980+0+0 x0"},
      {"two returns",
       {returns({{{"Amazon RMA ID", "D1"}, {"Refunded Amount", "500"}},
                 {{"Amazon RMA ID", "D2"}, {"Refunded Amount", "700"}}})},
       "1200+0+0 x0"},
      {"one return, told as it grew",
       {returns({{{"Amazon RMA ID", "D1"}, {"Refunded Amount", "500"}}}),
        returns({{{"Amazon RMA ID", "D1"}, {"Refunded Amount", "700"}}})},
       "700+0+0 x0"},
      {"two returns without an id",
       {returns({{{"Amazon RMA ID", ""},
                  {"Return request date", "10-Nov-2026"},
                  {"Refunded Amount", "700"}},
                 {{"Amazon RMA ID", ""},
                  {"Return request date", "11-Nov-2026"},
                  {"Refunded Amount", "700"}}})},
       "1400+0+0 x0"},
      {"two of one day without an id",
       {returns({{{"Amazon RMA ID", ""}, {"Refunded Amount", "500"}},
                 {{"Amazon RMA ID", ""}, {"Refunded Amount", "700"}}})},
       "1200+0+0 x0"},
      {"one without an id, told as it grew",
       {returns({{{"Amazon RMA ID", ""}, {"Refunded Amount", "500"}}}),
        returns({{{"Amazon RMA ID", ""}, {"Refunded Amount", "700"}}})},
       "700+0+0 x0"},
      {"a restocking fee stays with the seller",
       {settlement(
           {{}, {{"amount-description", "RestockingFee"}, {"amount", "500"}}})},
       "1480+0+0 x0"},
      {"goodwill is a concession",
       {settlement({{{"amount-description", "Goodwill"}, {"amount", "-300"}}})},
       "0+0+0 x0, 300 conceded"},
      {"of no line that the order has: it is the order's",
       {settlement({{{"amount-description", "Goodwill"},
                     {"amount", "-300"},
                     {"order-item-code", ""},
                     {"sku", "ELSE"}}})},
       "0+0+0 x0, 300 conceded"},
      {"in two settlements that overlap",
       {settlement({{{"amount-description", "Goodwill"}, {"amount", "-300"}}}),
        settlement({{{"amount-description", "Goodwill"}, {"amount", "-300"}},
                    kLater})},
       "1980+0+0 x0, 300 conceded"},
      {"return postage that the seller bears",
       {settlement(
           {{{"amount-description", "ReturnShipping"}, {"amount", "-800"}}})},
       "0+0+0 x0, 800 conceded"},
      {"goodwill beside its refund",
       {settlement(
           {{}, {{"amount-description", "Goodwill"}, {"amount", "-300"}}})},
       "1980+0+0 x0, 300 conceded"},
      {"a charge to the buyer alone takes nothing back",
       {adjustments({{{"item-price-adj", "-500.00"}}})},
       "0+0+0 x0"},
      {"a charge after a refund takes of it",
       {adjustments(
           {{{"item-price-adj", "1980.00"}}, {{"item-price-adj", "-500.00"}}})},
       "1480+0+0 x0"},
      {"an order that no report has",
       {adjustments({{{"order-id", "250-1234567-7654321"}}})},
       "0+0+0 x0, 1 unmatched"},
      {"the same of a settlement",
       {settlement({{{"order-id", "250-1234567-7654321"}}})},
       "0+0+0 x0, 1 unmatched"},
      {"a line that the order lacks",
       {adjustments({{{"order-item-id", "10000000000009"}}})},
       "0+0+0 x0, no-such-line"},
      {"an item id that a spreadsheet took the zeros of",
       {settlement({{{"order-item-code", "0010000000000001"}}})},
       "1980+0+0 x0"},
      {"a SKU in another case, in quotes and with spaces, without an item id",
       {settlement({{{"order-item-code", ""}, {"sku", "'sku- 1\""}}})},
       "1980+0+0 x0"},
      {"a SKU that the order lacks",
       {settlement({{{"order-item-code", ""}, {"sku", "ELSE"}}})},
       "0+0+0 x0, no-such-line"},
      {"words that nobody knows",
       {settlement({{{"amount-description", "Surprise"}}})},
       "0+0+0 x0, unknown-kind"},
      {"the same beside words that are known",
       {settlement({{}, {{"amount-description", "Surprise"}}})},
       "1980+0+0 x0, unknown-kind"},
      {"a transaction type that nobody knows",
       {settlement({{{"transaction-type", "返金"}}})},
       "0+0+0 x0, unknown-kind"},
      {"one that came to the seller",
       {settlement({{{"transaction-type", "Recovery"}, {"amount", "1980"}}})},
       "0+0+0 x0"},
      {"a fee under a type that nobody knows",
       {settlement(
           {{{"transaction-type", "Recovery"}, {"amount-type", "ItemFees"}}})},
       "0+0+0 x0"},
      {"an item id that a spreadsheet spoilt",
       {settlement({{{"order-item-code", "1.0E+13"}}})},
       "0+0+0 x0, unread-row"},
      {"an amount that nobody can read",
       {settlement({{{"amount", "-1980?"}}})},
       "0+0+0 x0, unread-row"},
      {"an amount that is not told",
       {settlement({{{"amount", ""}}})},
       "0+0+0 x0, unread-row"},
      {"an amount that may be thousands",
       {settlement({{{"amount", "-1.980"}}})},
       "0+0+0 x0, unread-row"},
      {"a fee that is not told, which is no buyer's",
       {settlement({{{"amount-type", "ItemFees"}, {"amount", ""}}})},
       "0+0+0 x0"},
      {"the same in a sale, which is no refund",
       {settlement(
           {{{"transaction-type", "Order"}, {"order-item-code", "1.0E+13"}}})},
       "0+0+0 x0"},
      {"an upload that cannot be read",
       {adjustments({{{"item-price-adj", "x"}}})},
       "0+0+0 x0, unread-row"},
      {"a return that cannot be read",
       {returns({{{"Refunded Amount", "x"}}})},
       "0+0+0 x0, unread-row"},
      {"a returned sum below nothing",
       {returns({{{"Refunded Amount", "-1980"}}})},
       "0+0+0 x0, unread-row"},
      {"a returned sum of a SKU that the order lacks",
       {returns({{{"Merchant SKU", "ELSE"}, {"Refunded Amount", "500"}}})},
       "0+0+0 x0, no-such-line"},
      {"another currency",
       {adjustments({{{"currency", "USD"}, {"item-price-adj", "19.80"}}})},
       "0+0+0 x0, other-currency"},
      {"no currency: the line's",
       {adjustments({{{"currency", ""}}})},
       "1980+0+0 x0"},
      {"no currency, and nothing that the line's could be",
       {adjustments({{{"currency", ""}, {"item-price-adj", "19.80"}}})},
       "0+0+0 x0, other-currency"},
      {"beyond the largest amount",
       {adjustments({{{"item-price-adj", "1000000000001.00"}}})},
       "0+0+0 x0, unread-row"},
  };
  for (const Row& row : rows) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i <= row.files.size(); ++i) order.push_back(i);
    // In every order and, by other names, in every order of the book too.
    do {
      std::vector<FileText> files;
      for (const std::size_t i : order) {
        files.push_back(
            {std::string(1, static_cast<char>('a' + files.size())) + ".txt",
             i == 0 ? orders() : row.files[i - 1].text()});
      }
      EXPECT_EQ(reported(RefundBook(files)), row.reported) << row.name;
    } while (std::next_permutation(order.begin(), order.end()));
  }
}

TEST(RefundLedger, counts_one_upload_given_twice_once) {
  const std::string upload = adjustments({{{"quantity-cancelled", "1"}},
                                          {{"quantity-cancelled", "1"}}})
                                 .text();
  const RefundBook book({{"upload.txt", upload},
                         {"orders.txt", orders()},
                         {"upload.txt", upload}});
  EXPECT_EQ(reported(book), "3960+0+0 x2");
}

TEST(RefundLedger, two_orders_with_the_same_item_id_stay_apart) {
  ReportText text = priced();
  text.row({}).row({{"order-id", "250-1234567-7654321"}});
  const RefundBook book(
      {{"orders.txt", text.text()},
       {"upload.txt", adjustments({{{"order-id", "250-1234567-7654321"},
                                    {"item-price-adj", "400.00"}}})
                          .text()}});
  EXPECT_EQ(book.ledger().of(0).amounts.total(), 0);
  EXPECT_EQ(book.ledger().of(1).amounts.total(), 400);
  EXPECT_EQ(book.ledger().unmatched(), 0u);
}

// Beside an order's own lines such a line takes no refund.
TEST(RefundLedger, of_an_order_that_a_return_alone_tells) {
  const RefundBook book(returns({{{"Refunded Amount", "500"}}}));
  EXPECT_EQ(book.ledger().of(0).amounts.total(), 500);
  EXPECT_TRUE(book.ledger().not_counted().empty());
}

// Where neither the file nor the line tells a currency it is that of the
// order's own marketplace, not of the one with most orders.
TEST(RefundLedger, goes_by_the_currency_of_the_order_s_marketplace) {
  ReportText open({"order-id", "order-item-id", "purchase-date", "sku",
                   "quantity-purchased", "sales-channel"});
  ReportText done({"order-id", "order-item-id", "adjustment-reason-code",
                   "item-price-adj"});
  const char* const ids[] = {"250-1111111-1111111", "250-2222222-2222222",
                             "250-3333333-3333333"};
  for (const char* const id : ids) {
    open.row({{"order-id", id},
              {"sales-channel", id == ids[2] ? "Amazon.de" : "Amazon.co.jp"}});
    done.row({{"order-id", id}, {"item-price-adj", "10.00"}});
  }
  const Report orders = *read_report(open.text(), "open.txt");
  const Report refunds = *read_report(done.text(), "done.txt");
  const OrderBook book = OrderBook::join({&orders, &refunds});
  const Policies policies = Policies::find(book, std::nullopt);
  const RefundLedger ledger = RefundLedger::read(book, policies);
  EXPECT_EQ(ledger.counted(), 3u);
  for (std::uint32_t order = 0; order < 3; ++order) {
    const Refunded refunded = ledger.of(book.first_item(order));
    EXPECT_EQ(refunded.amounts.total(), order == 2 ? 1000 : 10) << order;
  }
}

// The all orders report has no item ids.
TEST(RefundLedger, without_item_ids_goes_by_sku_or_the_only_line) {
  struct Row {
    const char* name;
    std::vector<Cells> lines;
    ReportText reported;
    const char* refunded;  // of each line
    std::size_t not_counted;
  };
  const Row rows[] = {
      {"a settlement by SKU",
       {{{"sku", "A"}}, {{"sku", "SKU-1"}, {"item-price", "1980"}}},
       settlement({{{"sku", "SKU-1"}}}),
       "0 1980 ",
       0},
      {"an upload of the only line",
       {{{"item-price", "1980"}}},
       adjustments({{}}),
       "1980 ",
       0},
      {"an upload of one of two",
       {{{"sku", "A"}}, {{"sku", "B"}}},
       adjustments({{}}),
       "0 0 ",
       1},
  };
  for (const Row& row : rows) {
    ReportText text = ReportText::all_orders();
    for (const Cells& cells : row.lines) text.row(cells);
    const RefundBook book(
        {{"all.txt", text.text()}, {"told.txt", row.reported.text()}});
    std::string refunded;
    for (std::uint32_t item = 0; item < book.book().item_count(); ++item) {
      refunded += std::to_string(book.ledger().of(item).amounts.total()) + " ";
    }
    EXPECT_EQ(refunded, row.refunded) << row.name;
    EXPECT_EQ(book.ledger().not_counted().size(), row.not_counted) << row.name;
  }
}

// Two lines of one SKU without item ids: what goes beyond the first is the
// other's.
TEST(RefundLedger, what_one_line_of_a_sku_cannot_hold_is_its_siblings) {
  ReportText text = ReportText::all_orders();
  text.row({}).row({}).row({{"sku", "B"}});
  const Cells second = with({{"amount", "-1000"},
                             {"order-item-code", "10000000000002"},
                             {"sku", "SKU-1"}},
                            kLater);
  const RefundBook book(
      {{"all.txt", text.text()},
       {"settlement.txt",
        settlement({{{"amount", "-1000"}, {"sku", "SKU-1"}}, second}).text()}});
  const auto refund = book.refund(ask("defective"));
  ASSERT_TRUE(refund.has_value());
  EXPECT_EQ(refund->total, 1000);  // of SKU B alone
  EXPECT_EQ(refund->already_refunded, 2000);
  EXPECT_FALSE(has_remark(refund->warnings, "refund/warnings/over-refunded"));
}

TEST(RefundLedger, units_follow_from_the_money) {
  struct Row {
    const char* name;
    const char* description;
    const char* amount;
    const char* outcome;  // of two more units of three for 1,000
  };
  const Row rows[] = {
      {"333 of 1000 paid for one", "Principal", "-333", "667+0+0"},
      {"334 too", "Principal", "-334", "666+0+0"},
      {"667 paid for two", "Principal", "-667", "more-than-bought 1"},
      {"a trifle paid for none", "Principal", "-100", "667+0+0"},
      {"goodwill pays for no unit", "Goodwill", "-667", "667+0+0"},
  };
  for (const Row& row : rows) {
    const RefundBook book(
        {{"orders.txt", priced({{{"quantity-purchased", "3"}}}).text()},
         {"settlement.txt",
          settlement({{{"amount-description", row.description},
                       {"amount", row.amount}}})
              .text()}});
    EXPECT_EQ(outcome(book.refund(ask("defective", {{kFirst, 2}}))),
              row.outcome)
        << row.name;
  }
}

// Japanese settlements tell tax apart from a price that reports include it in.
TEST(RefundLedger, tax_told_apart_from_a_price_that_includes_it) {
  const RefundBook book(
      {{"orders.txt", priced({{{"item-price", "1100"}}}).text()},
       {"settlement.txt",
        settlement({{{"amount", "-1000"}},
                    {{"amount-description", "Tax"}, {"amount", "-100"}}})
            .text()}});
  EXPECT_EQ(outcome(book.refund(ask("defective"))), "nothing-left");
}

TEST(RefundLedger, a_promotion_takes_of_price_and_tax_together) {
  const RefundBook book(
      {{"orders.txt", priced({{{"currency", "USD"},
                               {"item-price", "100.00"},
                               {"item-tax", "8.00"},
                               {"item-promotion-discount", "20.00"}}})
                          .text()},
       {"upload.txt", adjustments({{{"currency", "USD"},
                                    {"item-price-adj", "10.00"},
                                    {"item-tax-adj", "8.00"},
                                    {"item-promotion-adj", "-10.00"}}})
                          .text()}},
      "amazon-us");
  const auto refund = book.refund(ask("defective"));
  ASSERT_TRUE(refund.has_value());
  EXPECT_EQ(refund->already_refunded, 800);
  EXPECT_EQ(refund->total, 8000);
}

TEST(RefundLedger, add_and_of_hold_on_to_their_bounds) {
  RefundLedger ledger;
  Refunded more;
  more.amounts[Component::kItemPrice] = kLargestAmount * 1000;
  more.units = 1'000'000'000;
  for (int i = 0; i < 3; ++i) {
    ledger.add(7, more);
    ledger.concede(7, Concession::kReturnShipping, kLargestAmount * 1000);
  }
  EXPECT_EQ(ledger.of(7).amounts[Component::kItemPrice], kLargestAmount * 1000);
  EXPECT_EQ(ledger.of(7).units, 1'000'000'000);
  EXPECT_EQ(ledger.conceded(7)[1], kLargestAmount * 1000);
  EXPECT_EQ(ledger.of(8).amounts.total(), 0);
  Refunded less;
  less.amounts[Component::kItemPrice] = -kLargestAmount * 1000;
  for (int i = 0; i < 3; ++i) ledger.add(7, less);
  EXPECT_EQ(ledger.of(7).amounts[Component::kItemPrice], 0);
}

}  // namespace
}  // namespace parcelwise
