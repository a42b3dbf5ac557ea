// Tests core/report/reader_plain.cc and core/report/row_layout.cc: what the
// plain way reads is what the careful way alone would have read.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "draws.h"
#include "report/report_text.h"
#include "report/row_layout.h"
#include "report/same_report.h"

namespace parcelwise {
namespace {

// "" where both ways read the same, else what differs.
std::string difference(std::string_view bytes, std::size_t chunk) {
  ReadOptions careful;
  careful.careful = true;
  const auto a = read_in_chunks(bytes, chunk);
  const auto b = read_in_chunks(bytes, chunk, careful);
  if (!a || !b) {
    return a.has_value() == b.has_value() && a.error().code == b.error().code &&
                   a.error().found == b.error().found
               ? ""
               : "error";
  }
  return ReportDifference::of(*a, *b);
}

TEST(RowLayout, places_what_the_file_has_and_only_that) {
  const auto header = match_header(std::vector<std::string_view>{
      "order-id", "order-item-id", "is-transparency", "promise-date", "sku",
      "quantity-purchased", "ship-state", "ship-country", "is-prime",
      "recipient-name", "item-price"});
  const RowLayout layout(header, ReportKind::kUnshippedOrders, Delimiter::kTab);
  EXPECT_EQ(layout.at(Column::kSku), 4);
  EXPECT_EQ(layout.at(Column::kItemTax), RowLayout::kAbsent);
  EXPECT_EQ(layout.fields, 11u);
  EXPECT_EQ(layout.first_needed, 6u);
  ASSERT_EQ(layout.shared_texts.size(), 2u);
  EXPECT_EQ(layout.shared_texts[1].what, Column::kShipCountry);
  ASSERT_EQ(layout.money.size(), 1u);
  EXPECT_EQ(layout.money[0].at, 10);
  // What belongs to the order: the promise, and from the state to the name.
  const std::vector<std::pair<std::size_t, std::size_t>> fields = {{3, 3},
                                                                   {6, 9}};
  EXPECT_EQ(layout.order_fields, fields);
  EXPECT_TRUE(layout.plain);
  EXPECT_EQ(RowLayout(header, ReportKind::kUnshippedOrders, Delimiter::kComma)
                .order_fields.size(),
            5u);
}

TEST(RowLayout, keeps_to_the_careful_way_where_rows_are_not_orders) {
  const Header header = match_header({});
  for (const ReportKind kind :
       {ReportKind::kNewOrders, ReportKind::kUnshippedOrders,
        ReportKind::kAllOrders, ReportKind::kPendingOrders}) {
    EXPECT_TRUE(RowLayout(header, kind, Delimiter::kTab).plain);
    EXPECT_FALSE(RowLayout(header, kind, Delimiter::kComma).plain);
  }
  for (const ReportKind kind : {ReportKind::kReturns, ReportKind::kSettlement,
                                ReportKind::kAdjustments})
    EXPECT_FALSE(RowLayout(header, kind, Delimiter::kTab).plain);
}

// Every string of these bytes, in a row's cells: in a name, behind an order id
// that one more digit makes whole, as item, quantity, price and so on.
TEST(PlainRows, are_read_as_the_careful_way_reads_all_strings) {
  constexpr char kBytes[] = {'a', '1', '\t', '"', '\r', '\n', '\xE3', '\x81'};
  constexpr std::string_view kHeader =
      "order-id\torder-item-id\tpayments-date\tpromise-date\tsku\t"
      "quantity-purchased\tquantity-to-ship\tcurrency\titem-price\t"
      "recipient-name\tship-postal-code\tship-country\tis-prime\n";
  struct Place {
    std::string_view before, behind;
    std::size_t longest;
  };
  const Place places[] = {
      {"250-1234567-1234567\t10000001\t\t\tS\t1\t\tJPY\t5\t", "\t\tJP\tfalse",
       6},
      {"250-1234567-123456", "\t10000001\t\t\tS\t1\t\tJPY\t5\tA\t\tJP\tfalse",
       4},
      {"250-1234567-1234567\t1000", "\t\t\tS\t1\t\tJPY\t5\tA\t\tJP\tfalse", 4},
      {"250-1234567-1234567\t10000001\t2026-11-20T14:59:59+00:0",
       "\t\tS\t1\t\tJPY\t5\tA\t\tJP\tfalse", 4},
      {"250-1234567-1234567\t10000001\t\t\t", "\t1\t\tJPY\t5\tA\t\tJP\tfalse",
       4},
      {"250-1234567-1234567\t10000001\t\t\tS\t",
       "\t1\tJPY\t5\tA\t260-7752\tJP\ttrue", 4},
      {"250-1234567-1234567\t10000001\t\t\tS\t11\t",
       "\tJPY\t5\tA\t260-7752\tJP\ttrue", 4},
      {"250-1234567-1234567\t10000001\t\t\tS\t1\t\tEUR\t1.",
       "\tA\t260-7752\tJP\ttrue", 4},
      {"250-1234567-1234567\t10000001\t\t\tS\t1\t\tEUR\t1\tA\t260-775",
       "\tJP\ttrue", 4},
      {"250-1234567-1234567\t10000001\t\t\tS\t1\t\tEUR\t1\tA\t260-7752\tJP\t",
       "", 4},
  };
  constexpr std::size_t kRows =
      20'000;  // of a report: all its rejects are kept
  // To length 7 and 5 it takes eight times as long.
  const bool longer = std::getenv("PARCELWISE_LONGER") != nullptr;
  for (const Place& place : places) {
    std::string text(kHeader);
    std::size_t rows = 0;
    const std::size_t longest =
        kFewDraws ? 3 : place.longest + (longer ? 1 : 0);
    for (std::size_t length = 0; length <= longest; ++length) {
      const std::size_t count = std::size_t{1} << 3 * length;
      for (std::size_t number = 0; number < count; ++number) {
        text += place.before;
        for (std::size_t i = 0; i < length; ++i)
          text += kBytes[number >> 3 * i & 7];
        text += place.behind;
        text += '\n';
        const bool last = length == longest && number + 1 == count;
        if (++rows < kRows && !last) continue;
        ASSERT_EQ(difference(text, text.size()), "")
            << place.before << " to length " << length;
        text = kHeader;
        rows = 0;
      }
    }
  }
}

// Mutated reports -------------------------------------------------------------

class Mutation {
 public:
  explicit Mutation(std::mt19937_64& random) : random_(random) {}

  std::string report() {
    std::string text = original();
    for (auto changes = below(4); changes > 0; --changes) change(text);
    return text;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  template <typename T, std::size_t count>
  const T& any(const T (&list)[count]) {
    return list[below(count)];
  }

  // Some rows, of orders that come once or more, with usual cells and others.
  std::string original() {
    if (below(4) == 0) return golden_bytes(any_golden());
    ReportText text =
        std::array{ReportText::unshipped(), ReportText::listing(),
                   ReportText::new_orders(), ReportText::all_orders(),
                   ReportText::pending_orders()}[below(5)];
    for (auto rows = 2 + below(6); rows > 0; --rows) {
      Cells cells;
      const std::string order = "250-1234567-123456" + std::to_string(below(3));
      cells.emplace_back("order-id", order);
      cells.emplace_back("amazon-order-id", order);
      cells.emplace_back("order-item-id",
                         "1000000000000" + std::to_string(below(4)));
      for (auto odd = below(4); odd > 0; --odd) {
        cells.emplace(cells.begin(), any(kColumns), any(kCells));
      }
      text.row(cells);
    }
    return text.text_with(any(kRowEnds));
  }

  std::string any_golden() {
    return golden_names()[below(golden_names().size())];
  }

  void change(std::string& text) {
    if (text.empty()) return;
    const std::size_t at = below(text.size());
    // The field that the byte is in.
    std::size_t begin = text.find_last_of("\t\r\n", at);
    begin = begin == std::string::npos ? 0 : begin + 1;
    std::size_t end = text.find_first_of("\t\r\n", begin);
    if (end == std::string::npos) end = text.size();
    const std::string field = text.substr(begin, end - begin);
    switch (below(10)) {
      case 0:
        text[at] = static_cast<char>(below(256));
        break;
      case 1:
        text.replace(begin, field.size(), "");
        break;
      case 2:
        text.insert(begin, field);
        break;
      case 3:
        text.insert(begin, any(kSpaces));
        break;
      case 4:
        text.insert(end, any(kSpaces));
        break;
      case 5:
        text.insert(at, "\t");
        break;
      case 6:
        text.insert(at, any(kRowEnds));
        break;
      case 7:
        text.resize(at);
        break;
      case 8: {  // a row twice
        std::size_t row = text.find_last_of('\n', at);
        row = row == std::string::npos ? 0 : row + 1;
        text.insert(row, text.substr(row, text.find('\n', row) - row) + "\n");
        break;
      }
      default:
        text.replace(begin, field.size(), any(kCells));
    }
  }

  static constexpr const char* kRowEnds[] = {"\n", "\r\n", "\r"};
  static constexpr const char* kSpaces[] = {" ", "\r", "  ", "\x01",
                                            "\xE3\x80"};
  static constexpr const char* kColumns[] = {"order-id",
                                             "order-item-id",
                                             "purchase-date",
                                             "payments-date",
                                             "promise-date",
                                             "days-past-promise",
                                             "buyer-email",
                                             "buyer-name",
                                             "buyer-phone-number",
                                             "sku",
                                             "product-name",
                                             "quantity-purchased",
                                             "quantity-shipped",
                                             "quantity-to-ship",
                                             "quantity",
                                             "currency",
                                             "item-price",
                                             "item-tax",
                                             "item-promotion-discount",
                                             "ship-promotion-discount",
                                             "recipient-name",
                                             "ship-address-1",
                                             "ship-state",
                                             "ship-postal-code",
                                             "ship-country",
                                             "payment-method",
                                             "is-prime",
                                             "is-business-order",
                                             "purchase-order-number",
                                             "order-status",
                                             "item-status",
                                             "sales-channel",
                                             "fulfillment-channel",
                                             "gift-message-text",
                                             "ship-phone-number"};
  static constexpr const char* kCells[] = {
      "",
      "1",
      "12",
      "999",
      "1000",
      "-1",
      "3.0",
      "1.4E+14",
      "007",
      "100000000000000001",
      "S01-1234567-1234567",
      "250-1234567-1234567",
      "250-1234567-123456x",
      " 250-1234567-1234567",
      "2026-11-17T01:00:00+00:00",
      "2026-11-17T01:00:00+09:00",
      "2026-11-17T01:00:00-00:00",
      "2026-11-17T24:00:00+00:00",
      "2026-11-17T01:00:00+00:07",
      "2026-11-17T01:00:00+0900",
      "2026-11-17 01:00:00+00:00",
      "2026-02-29T01:00:00+00:00",
      "1969-11-17T01:00:00+00:00",
      "2100-01-01T00:00:00+00:00",
      "2026-11-17T01:00:00Z",
      "2026-11-17",
      "2025/8/10 0:06",
      "true",
      "false",
      "TRUE",
      "Y",
      "maybe",
      "19.8",
      "-19.80",
      "19,80",
      "1.200",
      "1,980",
      "+5",
      "-",
      ".5",
      "5.",
      "9999999999999",
      "999999999999.99",
      "JPY",
      "eur",
      "BHD",
      "XYZ",
      "JP",
      "US",
      "260-7752",
      "2607752",
      "607752",
      "260-775２",
      "09012345678",
      "9012345678",
      "090-1234-5678",
      "'090",
      "a@marketplace.amazon.co.jp",
      "@b",
      "a@b@c",
      "no alias",
      "Unshipped",
      "Shipped - Returning to Seller",
      "Shipping",
      "Non-Amazon",
      "Amazon.de",
      "AFN",
      "COD",
      "清水　太郎",
      "\x90\xB4\x90\x85\x81\x40\x91\xBE\x98\x59",
      "M\xFCller",
      "\xE3\x81",
      "order-id"};

  std::mt19937_64& random_;
};

TEST(PlainRows, are_read_as_the_careful_way_reads_mutated_reports) {
  std::mt19937_64 random(20261201);
  for (int i = 0; i < draws(10'000); ++i) {
    const std::string text = Mutation(random).report();
    const std::size_t chunk =
        random() % 2 == 0 ? text.size() + 1 : 1 + random() % 300;
    ASSERT_EQ(difference(text, chunk), "")
        << i << ", in chunks of " << chunk << "\n"
        << text;
  }
}

// The store's blocks end where they end, however a record came into it.
TEST(PlainRows, are_kept_alike_across_the_blocks_of_a_long_report) {
  ReportText text = ReportText::unshipped();
  for (int i = 0; i < 4000; ++i) {
    text.row({{"order-id", "250-1234567-" + std::to_string(1000000 + i)},
              {"ship-address-1", std::string(static_cast<std::size_t>(i % 300),
                                             i % 2 == 0 ? 'x' : '\x81')},
              {"ship-state", "state " + std::to_string(i)},
              {"is-prime", i % 7 == 0 ? "Y" : "true"}});
  }
  EXPECT_EQ(difference(text.text(), text.text().size()), "");
  EXPECT_EQ(difference(text.text(), 4096), "");
}

}  // namespace
}  // namespace parcelwise
