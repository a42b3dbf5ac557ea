// Tests what core/refund does with refunds that the reports tell and no line
// took: nothing is dropped, the refund waits until it was looked up, and a sum
// that was accepted takes up room.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "refund/refund_book.h"
#include "refund/wording.h"

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

// 3,960 + 550 for two units, and 1,000 for one.
std::string orders() {
  return priced({{{"quantity-purchased", "2"},
                  {"item-price", "3960"},
                  {"shipping-price", "550"}},
                 {{"item-price", "1000"}}})
      .text();
}

// Of another line of the order, its quantity damaged.
ReportText unread_row() {
  ReportText text = ReportText::unshipped();
  return text.row({{"order-item-id", kThird}, {"quantity-purchased", "one"}});
}

RefundRequest accepted(RefundRequest request) {
  request.accept_unread = true;
  return request;
}

// Without adjustment ids the refunds of a line and day are one event.
const Cells kDay = {{"adjustment-id", ""}};
const Cells kElse = {{"order-item-code", ""}, {"sku", "ELSE"}};
Cells with(Cells cells, const Cells& more) {
  cells.insert(cells.end(), more.begin(), more.end());
  return cells;
}

TEST(Unplaced, the_refund_waits_and_an_accepted_sum_takes_up_room) {
  struct Row {
    const char* name;
    std::vector<ReportText> told;
    RefundRequest request;
    const char* refused;
    const char* accepted;
  };
  const RefundRequest all = ask("defective");
  const RefundRequest one = ask("defective", {{kFirst, 1}});
  const Row rows[] = {
      {"another SKU",
       {settlement({kElse})},
       all,
       "not-counted",
       "1980+275+0 1000+0+0"},
      {"of the first line alone",
       {settlement({kElse})},
       one,
       "not-counted",
       "1980+275+0"},
      {"another currency takes up no room",
       {settlement({with(kElse, {{"currency", "USD"}, {"amount", "-19.80"}})})},
       all,
       "not-counted",
       "3960+550+0 1000+0+0"},
      {"unknown words, of the second line",
       {settlement({{{"order-item-code", kSecond},
                     {"sku", "SKU-2"},
                     {"amount", "-1000"},
                     {"amount-description", "Surprise"}}})},
       all,
       "not-counted",
       "3960+550+0"},
      {"a row that cannot be read",
       {settlement({{{"amount", "?"}}})},
       all,
       "not-counted",
       "3960+550+0 1000+0+0"},
      {"more than the order cost",
       {settlement({with(kElse, {{"amount", "-9000"}})})},
       all,
       "nothing-left",
       "nothing-left"},
      {"an upload and its settlement, and room for both",
       {settlement({{{"amount", "-100"}}}),
        adjustments({{{"item-price-adj", "100.00"}}})},
       one,
       "1980+275+0",
       "1980+275+0"},
      {"the same, and no room for both",
       {settlement({{}}), adjustments({{}})},
       ask("wrong-item", {{kFirst, 1}}),
       "equal-events",
       "1980+275+0"},
      {"both of all that is left of the line",
       {settlement({{{"amount", "-2500"}}}),
        adjustments({{{"item-price-adj", "2500.00"}}})},
       one,
       "equal-events",
       "1460+275+0"},
      {"two uploads that a settlement tells as one event",
       {settlement({with({{"amount", "-1000"}}, kDay),
                    with({{"amount", "-980"}}, kDay)}),
        adjustments(
            {{{"item-price-adj", "1000.00"}}, {{"item-price-adj", "980.00"}}})},
       ask("undeliverable", {{kFirst, 1}}),
       "equal-events",
       "1980+0+0"},
      {"all that is left, and a row of the order that cannot be read",
       {settlement({{{"order-item-code", kSecond},
                     {"sku", "SKU-2"},
                     {"amount", "-1000"}}}),
        unread_row()},
       ask("defective", {{kFirst, 2}}),
       "lacks-rows",
       "3960+550+0"},
      {"the same, and a unit stays",
       {settlement({{{"order-item-code", kSecond},
                     {"sku", "SKU-2"},
                     {"amount", "-1000"}}}),
        unread_row()},
       one,
       "1980+275+0",
       "1980+275+0"},
      {"of another line: they bind nothing",
       {settlement({{{"amount", "-2500"}}}),
        adjustments({{{"item-price-adj", "2500.00"}}})},
       ask("defective", {{kSecond, 1}}),
       "1000+0+0",
       "1000+0+0"},
  };
  for (const Row& row : rows) {
    std::vector<FileText> files = {{"orders.txt", orders()}};
    for (const ReportText& text : row.told) {
      files.push_back(
          {"told" + std::to_string(files.size()) + ".txt", text.text()});
    }
    RefundBook book(files);
    const auto refused = book.weighed().refund(row.request);
    if (std::string(row.refused) != "nothing-left") {
      EXPECT_EQ(outcome(refused), row.refused) << row.name;
    }
    EXPECT_EQ(outcome(book.refund(accepted(row.request))), row.accepted)
        << row.name;
    if (!refused && is_unread_error(refused.error().code)) {
      EXPECT_FALSE(refused.error().where.empty()) << row.name;
      // A row of orders tells no refund.
      EXPECT_EQ(refused.error().not_counted.empty(),
                refused.error().code == RefundErrorCode::kLacksRows)
          << row.name;
    }
  }
}

TEST(Unplaced, the_refusal_names_rows_and_sums) {
  std::vector<Cells> rows(7, kElse);
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i].emplace_back("adjustment-id", "A" + std::to_string(i));
  rows[6].emplace_back("currency", "USD");
  rows.push_back({{"amount", "?"}});
  const RefundBook book(
      {{"orders.txt", orders()}, {"s.txt", settlement(rows).text()}});
  const auto refund = book.refund(ask("defective"));
  ASSERT_FALSE(refund.has_value());
  EXPECT_EQ(
      refund_error_text(refund.error(), Language::kEnglish),
      "Order 250-1234567-1234567: refunds in the reports that fit no line are "
      "not counted: 8 (s.txt:2, s.txt:3, s.txt:4, s.txt:5, s.txt:6, …; JPY "
      "11880, USD 1980.00, an amount that cannot be read). Look them up in "
      "Seller Central before you refund.");
}

TEST(Unplaced, what_is_left_still_goes_back_where_the_item_did_before) {
  struct Row {
    const char* reason;
    const char* outcome;
  };
  const Row rows[] = {
      {"wrong-item", "0+550+0"},     {"defective", "0+550+0"},
      {"carrier-damage", "0+550+0"}, {"undeliverable", "nothing-left"},
      {"not-received", "0+550+0"},
  };
  const RefundBook book(
      {{"orders.txt",
        priced({{{"item-price", "3980"}, {"shipping-price", "550"}}}).text()},
       {"s.txt", settlement({{{"amount", "-3980"}}}).text()}});
  for (const Row& row : rows) {
    EXPECT_EQ(outcome(book.refund(ask(row.reason))), row.outcome) << row.reason;
    const bool gives = std::string(row.outcome) != "nothing-left";
    const auto named = book.refund(ask(row.reason, {{kFirst, std::nullopt}}));
    EXPECT_EQ(outcome(named), gives ? row.outcome : "nothing-left 0");
    if (gives) {
      EXPECT_EQ(named->lines[0].quantity, 0);
      EXPECT_EQ(named->remaining, 0);
    }
  }
  EXPECT_EQ(outcome(book.refund(ask("wrong-item", {{kFirst, 1}}))),
            "nothing-left 0");
}

// What a reason keeps it keeps of the rest too; of the item's price a part may
// have been kept rightly.
TEST(Unplaced, the_rest_of_a_line_is_what_the_reason_gives_back) {
  struct Row {
    const char* name;
    const char* reason;
    const char* policy;
    const char* refunded;
    int days;  // returned
    const char* outcome;
    const char* withheld;
  };
  const Row rows[] = {
      {"shipping stays, wrap does not", "undeliverable", "amazon-it", "-30.00",
       0, "0+0+200", "shipping_price 500"},
      {"refused likewise", "refused", "amazon-it", "-30.00", 0, "0+0+200",
       "shipping_price 500"},
      {"all of it", "not-received", "amazon-it", "-30.00", 0, "0+500+200", ""},
      {"the last day on which shipping goes back", "returned", "amazon-it",
       "-30.00", 14, "0+500+200", ""},
      {"the day after", "returned", "amazon-it", "-30.00", 15, "0+0+200",
       "shipping_price 500"},
      {"no such days", "returned", "amazon-jp", "-30.00", 1, "0+0+200",
       "shipping_price 500"},
  };
  for (const Row& row : rows) {
    const RefundBook book(
        {{"orders.txt", priced({{{"currency", "EUR"},
                                 {"item-price", "30.00"},
                                 {"shipping-price", "5.00"},
                                 {"gift-wrap-price", "2.00"}}})
                            .text()},
         {"s.txt", settlement({{{"currency", "EUR"}, {"amount", row.refunded}}})
                       .text()}},
        row.policy);
    RefundRequest request = ask(row.reason);
    if (request.reason == "returned") {
      request.condition = Condition::kUsed;
      request.days = row.days;
    }
    const auto refund = book.refund(request);
    EXPECT_EQ(outcome(refund), row.outcome) << row.name;
    if (!refund) continue;
    EXPECT_EQ(withheld(*refund), row.withheld) << row.name;
    EXPECT_EQ(refund->lines[0].quantity, 0) << row.name;
    EXPECT_EQ(refund->already_refunded + refund->total + refund->remaining,
              refund->charged)
        << row.name;
  }
  const RefundBook plain(
      {{"orders.txt",
        priced({{{"item-price", "3980"}, {"shipping-price", "550"}}}).text()},
       {"s.txt", settlement({{{"amount", "-3980"}}}).text()}});
  EXPECT_EQ(outcome(plain.refund(ask("undeliverable"))), "nothing-left");
}

// Each told refund is on a line or named, whatever was damaged: what the files
// hold, counted while they are made, is what the ledger tells.
TEST(Unplaced, told_is_counted_and_not_counted_over_random_reports) {
  std::uint64_t state = 12;
  const auto below = [&state](std::uint64_t bound) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (state >> 33) % bound;
  };
  constexpr int kReports = 300;
  for (int report = 0; report < kReports; ++report) {
    std::uint32_t told = 0, unmatched = 0;
    std::int64_t sum = 0;
    ReportText settled = ReportText::settlement();
    ReportText uploaded = ReportText::adjustments();
    const std::uint64_t rows = 1 + below(30);
    for (std::uint64_t i = 0; i < rows; ++i) {
      const auto amount = static_cast<std::int64_t>(1 + below(400));
      const bool second = below(2) == 1;
      Cells cells = {{"order-item-code", second ? kSecond : kFirst},
                     {"sku", second ? "SKU-2" : "SKU-1"},
                     {"adjustment-id", "A" + std::to_string(i)},
                     {"amount", "-" + std::to_string(amount)}};
      Cells first;  // wins over the cells
      bool here = true, reads = true, yen = true;
      switch (below(9)) {
        case 0:
          first = {{"order-item-code", ""}, {"sku", "no such"}};
          break;
        case 1:
          first = {{"currency", "USD"}};
          yen = false;
          break;
        case 2:
          first = {{"amount-description", "Surprise"}};
          break;
        case 3:
          first = {{"transaction-type", "Reversal"}};
          break;
        case 4:
          first = {{"amount", "none"}};
          reads = false;
          break;
        case 5:
          first = {{"order-item-code", "1.2E+13"}};
          reads = false;
          break;
        case 6:
          first = {{"order-id", "250-7777777-7777777"}};
          here = false;
          break;
        default:
          break;
      }
      settled.row(with(first, cells));
      if (!here) {
        ++unmatched;
        continue;
      }
      ++told;
      if (reads && yen) sum += amount;
    }
    const std::uint64_t uploads = below(4);
    for (std::uint64_t i = 0; i < uploads; ++i) {
      uploaded.row({{"item-price-adj", std::to_string(5'000 + i) + ".00"}});
      ++told;
      sum += static_cast<std::int64_t>(5'000 + i);
    }
    std::vector<FileText> files = {{"orders.txt", orders()},
                                   {"s.txt", settled.text()}};
    if (uploads > 0) files.push_back({"u.txt", uploaded.text()});
    const RefundBook book(files);
    const RefundLedger& ledger = book.ledger();
    ASSERT_EQ(ledger.told(), told) << report;
    ASSERT_EQ(ledger.unmatched(), unmatched) << report;
    ASSERT_EQ(ledger.counted() + ledger.not_counted().size(), told) << report;
    std::int64_t found =
        ledger.of(0).amounts.total() + ledger.of(1).amounts.total();
    for (const NotCounted& one : ledger.not_counted()) {
      if (one.amount && one.amount->currency == *Currency::from_code("JPY"))
        found += one.amount->minor;
    }
    ASSERT_EQ(found, sum) << report;
    const auto refund = book.refund(accepted(ask("not-received")));
    if (refund) {
      ASSERT_EQ(broken_invariant(*refund), "") << report;
    }
  }
}

}  // namespace
}  // namespace parcelwise
