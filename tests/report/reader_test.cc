// Tests core/report/reader.cc and core/report/report.cc.
#include "report/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "draws.h"
#include "report/report_text.h"

namespace parcelwise {
namespace {

using namespace std::string_literals;

// The report of a text that is one.
Report read(const std::string& bytes, ReadOptions options = {}) {
  auto report = read_report(bytes, "orders.txt", options);
  EXPECT_TRUE(report.has_value()) << (report ? "" : report.error().found);
  return report ? std::move(*report) : Report();
}

std::string cell(const Report& report, std::uint32_t line, Column column) {
  return report.cell(report.lines[line], column);
}

void expect_counts_reconcile(const Report& report, const std::string& name) {
  const ReportCounts& c = report.counts;
  EXPECT_EQ(c.rows, c.items + c.continuations + c.repeated_headers + c.blank +
                        c.duplicates + c.rejected)
      << name;
  EXPECT_EQ(std::min<std::size_t>(c.rejected, kMaxRejects),
            report.rejects.size())
      << name;
}

std::string utf16(std::string_view ascii, bool big_endian) {
  std::string bytes = big_endian ? "\xFE\xFF" : "\xFF\xFE";
  for (const char c : ascii) {
    if (big_endian) bytes += '\0';
    bytes += c;
    if (!big_endian) bytes += '\0';
  }
  return bytes;
}

// Names that change and come back, of SKUs more than are remembered.
TEST(ReportReader, gives_each_line_its_own_product) {
  std::mt19937 random(20261128);
  const auto text = [&] {
    std::string part;
    for (auto n = random() % 4; n > 0; --n)
      part += static_cast<char>('a' + random() % 2);
    return part;
  };
  std::vector<std::pair<std::string, std::string>> products;
  ReportText report = ReportText::unshipped();
  for (int i = 0; i < draws(5000); ++i) {
    const std::string sku = text() + std::to_string(random() % 1500);
    products.emplace_back(random() % 8 == 0 ? "" : sku,
                          random() % 8 == 0 ? "" : text());
    report.row({{"order-id", "250-1234567-" + std::to_string(1000000 + i)},
                {"sku", products.back().first},
                {"product-name", products.back().second}});
  }
  const Report read_back = read(report.text());
  ASSERT_EQ(read_back.lines.size(), products.size());
  for (std::uint32_t i = 0; i < products.size(); ++i) {
    ASSERT_EQ(cell(read_back, i, Column::kSku), products[i].first) << i;
    ASSERT_EQ(cell(read_back, i, Column::kProductName), products[i].second);
  }
}

// Files that are no reports --------------------------------------------------

TEST(ReadError, every_file_that_is_no_report_is_told_by_what_it_is) {
  struct Row {
    const char* name;
    std::string bytes;
    ReadErrorCode code;
    std::string found;
  };
  const Row rows[] = {
      {"empty", "", ReadErrorCode::kEmpty, ""},
      {"row ends alone", "\r\n\r\n\n\r", ReadErrorCode::kEmpty, ""},
      {"a UTF-8 mark alone", "\xEF\xBB\xBF", ReadErrorCode::kEmpty, ""},
      {"a UTF-16 mark alone", "\xFF\xFE", ReadErrorCode::kEmpty, ""},
      {"one byte", "x", ReadErrorCode::kNotAReport, "x"},
      {"zeros", std::string(5000, '\0'), ReadErrorCode::kNotText,
       std::string(80, '.')},
      {"a PNG photo", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s,
       ReadErrorCode::kNotAReport, ".PNG"},
      {"a JPEG photo", "\xFF\xD8\xFF\xE0\0\x10JFIF\0"s, ReadErrorCode::kNotText,
       "......JFIF."},
      {"a PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj",
       ReadErrorCode::kNotAReport, "%PDF-1.7"},
      {"a zip (also an .xlsx)", "PK\x03\x04\x14\0\x06\0\x08"s,
       ReadErrorCode::kNotText, "PK......."},
      {"a letter", "Dear seller,\nplease ship.\n", ReadErrorCode::kNotAReport,
       "Dear seller,"},
      {"a header of another trade", "name\tage\nAda\t36\n",
       ReadErrorCode::kNotAReport, "name, age"},
      {"70 KB without a row end", std::string(70 * 1024, 'x'),
       ReadErrorCode::kLongHeader, std::string(80, 'x')},
      {"an order report of too many columns",
       "order-id" +
           [] {
             std::string more;
             for (int i = 0; i < 1100; ++i) more += "\tc";
             return more;
           }() +
           "\n",
       ReadErrorCode::kNotAReport,
       [] {
         std::string found = "order-id";
         for (int i = 0; i < 24; ++i) found += ", c";
         return found;
       }()},
      {"a settlement report of the first version",
       "settlement-id\tsettlement-start-date\torder-id\tamount\n",
       ReadErrorCode::kOtherReport, "settlement report other than V2"},
      {"an FBA returns report",
       "return-date\torder-id\tsku\tasin\tfnsku\tdetailed-disposition\n",
       ReadErrorCode::kOtherReport, "FBA customer returns report"},
  };
  for (const Row& row : rows) {
    for (const std::size_t chunk :
         std::initializer_list<std::size_t>{1, 1'000, 1u << 20}) {
      if (chunk == 1 && row.bytes.size() > 10'000) continue;
      const auto report = read_in_chunks(row.bytes, chunk);
      ASSERT_FALSE(report.has_value()) << row.name;
      EXPECT_EQ(report.error().code, row.code) << row.name << " by " << chunk;
      EXPECT_EQ(report.error().file, "orders.txt") << row.name;
      // What the first chunk held is shown; of a long line there may be more.
      if (chunk < 80) continue;
      EXPECT_EQ(report.error().found, row.found) << row.name;
    }
  }
}

TEST(ReadError, a_reader_that_failed_takes_nothing_more) {
  ReportReader reader("x", {});
  ASSERT_FALSE(reader.feed("%PDF-1.7\n").has_value());
  const std::string report = ReportText::unshipped().row({}).text();
  EXPECT_FALSE(reader.feed(report).has_value());
  EXPECT_FALSE(reader.finish().has_value());
}

TEST(ReadError, two_hundred_megabytes_of_nothing_are_refused_at_once) {
  ReportReader reader("zeros", {});
  const std::string zeros(1 << 20, '\0');
  EXPECT_FALSE(reader.feed(zeros).has_value());
  ReportReader spaces("spaces", {});
  const std::string blank(1 << 20, ' ');
  EXPECT_FALSE(spaces.feed(blank).has_value());
}

TEST(Read, a_header_alone_is_a_report_without_orders) {
  for (const char* const end : {"", "\n", "\r\n", "\r"}) {
    const Report report = read(ReportText::unshipped().header() + end);
    EXPECT_EQ(report.counts.rows, 0u);
    ASSERT_EQ(report.warnings.size(), 1u);
    EXPECT_EQ(report.warnings[0].code, Warning::Code::kNoOrders);
  }
}

// Rows ------------------------------------------------------------------------

TEST(Read, cells_come_back_in_the_report_s_words) {
  const Report report =
      read(ReportText::new_orders()
               .row({{"item-price", "24732.00"},
                     {"shipping-price", "550"},
                     {"item-promotion-discount", "-175.00"},
                     {"payments-date", "2026-11-17T10:00:00+09:00"},
                     {"purchase-date", "2026-11-17"},
                     {"latest-ship-date", "2026-11-20T14:59:59Z"},
                     {"buyer-email", "a.b@example.com"}})
               .text());
  ASSERT_EQ(report.lines.size(), 1u);
  EXPECT_EQ(cell(report, 0, Column::kOrderId), "250-1234567-1234567");
  EXPECT_EQ(cell(report, 0, Column::kOrderItemId), "10000000000001");
  EXPECT_EQ(cell(report, 0, Column::kItemPrice), "24732");
  EXPECT_EQ(cell(report, 0, Column::kShippingPrice), "550");
  EXPECT_EQ(cell(report, 0, Column::kItemPromotionDiscount), "-175");
  EXPECT_EQ(cell(report, 0, Column::kGiftWrapPrice), "");
  EXPECT_EQ(cell(report, 0, Column::kPaymentsDate),
            "2026-11-17T10:00:00+09:00");
  EXPECT_EQ(cell(report, 0, Column::kPurchaseDate), "2026-11-17");
  EXPECT_EQ(cell(report, 0, Column::kLatestShipDate), "2026-11-20T14:59:59Z");
  EXPECT_EQ(cell(report, 0, Column::kBuyerEmail), "a.b@example.com");
  EXPECT_EQ(cell(report, 0, Column::kSku), "SKU-1");
  EXPECT_EQ(cell(report, 0, Column::kCurrency), "JPY");
  EXPECT_EQ(cell(report, 0, Column::kIsPrime), "");
}

TEST(Read, yes_and_no_in_many_spellings_keep_their_spelling) {
  struct Row {
    const char* text;
    YesNo answer;
  };
  const Row rows[] = {
      {"true", YesNo::kYes}, {"TRUE", YesNo::kYes},   {"Y", YesNo::kYes},
      {"Yes", YesNo::kYes},  {"1", YesNo::kYes},      {"false", YesNo::kNo},
      {"False", YesNo::kNo}, {"N", YesNo::kNo},       {"0", YesNo::kNo},
      {"", YesNo::kUnknown}, {"N/A", YesNo::kUnknown}};
  for (const Row& row : rows) {
    const Report report =
        read(ReportText::unshipped().row({{"is-prime", row.text}}).text());
    EXPECT_EQ(report.parts[0].flags.get(Flag::kPrime), row.answer) << row.text;
    EXPECT_EQ(cell(report, 0, Column::kIsPrime), row.text);
  }
}

TEST(Read, what_tells_the_marketplace_is_numbered_where_it_is_shared) {
  ReportText text = ReportText::unshipped();
  const auto row = [&](int order, const char* email, const char* country) {
    text.row({{"order-id", "250-1234567-000000" + std::to_string(order)},
              {"buyer-email", email},
              {"ship-country", country}});
  };
  row(1, "ab1@marketplace.amazon.co.jp", "JP");
  row(2, "cd2@marketplace.amazon.co.jp", "JP");
  row(3, "ef3@marketplace.amazon.co.jp", "US");
  row(4, "gh4@example.com", "JP");
  row(5, "no alias", "JP");
  row(6, "", "");
  row(7, "ij5@marketplace.amazon.co.jp", "JP");
  const Report report = read(text.text());
  struct Row {
    const char *email, *country;
  };
  const Row rows[] = {{"@marketplace.amazon.co.jp", "JP"},
                      {"@marketplace.amazon.co.jp", "JP"},
                      {"@marketplace.amazon.co.jp", "US"},
                      {"@example.com", "JP"},
                      {"no alias", "JP"},
                      {"", ""},
                      {"@marketplace.amazon.co.jp", "JP"}};
  ASSERT_EQ(report.parts.size(), std::size(rows));
  for (std::uint32_t i = 0; i < std::size(rows); ++i) {
    const MarketplaceCells cells = report.clues(report.parts[i]);
    EXPECT_EQ(cells.channel, "") << i;
    EXPECT_EQ(cells.email, rows[i].email) << i;
    EXPECT_EQ(cells.country, rows[i].country) << i;
  }
  EXPECT_EQ(report.parts[0].clues, report.parts[1].clues);
  EXPECT_EQ(report.parts[0].clues, report.parts[6].clues);
  EXPECT_NE(report.parts[0].clues, report.parts[2].clues);
  EXPECT_NE(report.parts[0].clues, report.parts[3].clues);
  EXPECT_EQ(report.parts[4].clues, Report::kOwnClues);
}

TEST(Read, days_past_promise_are_counted_where_they_are_a_count) {
  struct Row {
    const char* text;
    std::int16_t days;
  };
  const Row rows[] = {{"-6", -6},
                      {"0", 0},
                      {"12", 12},
                      {"9999", 9999},
                      {"-9999", -9999},
                      {"", OrderPart::kNoDayCount},
                      {"+1", OrderPart::kNoDayCount},
                      {"12345", OrderPart::kNoDayCount},
                      {"1.5", OrderPart::kNoDayCount}};
  for (const Row& row : rows) {
    const Report report = read(
        "order-id\torder-item-id\tsku\tquantity-purchased\t"
        "quantity-to-ship\tdays-past-promise\n"
        "250-1234567-1234567\t11\tMUG\t1\t1\t" +
        std::string(row.text) + "\n");
    ASSERT_EQ(report.parts.size(), 1u) << row.text;
    EXPECT_EQ(report.parts[0].past_promise, row.days) << row.text;
    EXPECT_EQ(cell(report, 0, Column::kDaysPastPromise), row.text);
  }
}

TEST(Read, products_are_kept_apart_by_sku_and_name) {
  struct Product {
    const char *sku, *name;
  };
  const Product products[] = {{"MUG", "Cup"}, {"MUG", "Cups"}, {"MUGC", "up"},
                              {"MUG", ""},    {"", "MUG"},     {"", ""},
                              {"MUG", "Cup"}, {"", "MUG"},     {"MUG", ""}};
  ReportText text = ReportText::unshipped();
  int item = 0;
  for (const Product& product : products) {
    text.row({{"order-item-id", std::to_string(++item)},
              {"sku", product.sku},
              {"product-name", product.name}});
  }
  const Report report = read(text.text());
  ASSERT_EQ(report.lines.size(), std::size(products));
  for (std::uint32_t i = 0; i < std::size(products); ++i) {
    EXPECT_EQ(cell(report, i, Column::kSku), products[i].sku) << i;
    EXPECT_EQ(cell(report, i, Column::kProductName), products[i].name) << i;
  }
  EXPECT_EQ(report.lines[0].product, report.lines[6].product);
  EXPECT_EQ(report.lines[4].product, report.lines[7].product);
  EXPECT_EQ(report.lines[3].product, report.lines[8].product);
}

TEST(Read, status_and_channel_in_every_spelling_met) {
  struct Row {
    const char* status;
    OrderState state;
  };
  const Row rows[] = {
      {"Pending", OrderState::kPending},
      {"Pending - Waiting for Pick Up", OrderState::kPending},
      {"Unshipped", OrderState::kUnshipped},
      {"Shipping", OrderState::kUnclear},
      {"PartiallyShipped", OrderState::kPartiallyShipped},
      {"Shipped", OrderState::kShipped},
      {"Shipped - Delivered to Buyer", OrderState::kShipped},
      {"Complete", OrderState::kShipped},
      {"Cancelled", OrderState::kCancelled},
      {"CANCELED", OrderState::kCancelled},
      {"", OrderState::kUnknown},
      {"Mystery", OrderState::kUnclear},
  };
  for (const Row& row : rows) {
    const Report report = read(
        ReportText::all_orders().row({{"order-status", row.status}}).text());
    EXPECT_EQ(report.parts[0].state, row.state) << row.status;
  }
  for (const char* channel : {"Amazon", "AFN", "amazon"}) {
    const Report report = read(ReportText::all_orders()
                                   .row({{"fulfillment-channel", channel}})
                                   .text());
    EXPECT_EQ(report.parts[0].channel, Channel::kAmazon) << channel;
  }
  for (const char* channel : {"Merchant", "MFN"}) {
    const Report report = read(ReportText::all_orders()
                                   .row({{"fulfillment-channel", channel}})
                                   .text());
    EXPECT_EQ(report.parts[0].channel, Channel::kSeller) << channel;
  }
}

TEST(Read, consecutive_lines_of_an_order_share_what_is_the_order_s) {
  const Report report =
      read(ReportText::unshipped()
               .row({})
               .row({{"order-item-id", "2"}, {"sku", "SKU-2"}})
               .row({{"order-item-id", "3"}, {"is-prime", "true"}})
               .text());
  EXPECT_EQ(report.counts.items, 3u);
  EXPECT_EQ(report.parts.size(), 2u);
  EXPECT_EQ(cell(report, 1, Column::kSku), "SKU-2");
  EXPECT_EQ(cell(report, 1, Column::kIsPrime), "");
  EXPECT_EQ(cell(report, 2, Column::kIsPrime), "true");
}

// The order's columns are compared in runs: each of them alone must be seen,
// and the line's own must not.
TEST(Read, each_column_of_the_order_parts_a_line_from_the_one_before) {
  const std::pair<const char*, const char*> ours[] = {
      {"purchase-date", "2026-11-17T01:00:01+00:00"},
      {"promise-date", "2026-11-21T14:59:59+00:00"},
      {"buyer-email", "other@marketplace.amazon.co.jp"},
      {"buyer-name", "Other"},
      {"buyer-phone-number", "0311112222"},
      {"ship-service-level", "Expedited"},
      {"recipient-name", "Other"},
      {"ship-address-1", "Other 1-2"},
      {"ship-state", "Other"},
      {"ship-postal-code", "100-0002"},
      {"ship-country", "US"},
      {"is-prime", "true"},
      {"verge-of-cancellation", "true"},
  };
  const std::pair<const char*, const char*> lines[] = {
      {"sku", "SKU-2"},
      {"product-name", "Other"},
      {"quantity-purchased", "5"},
      {"quantity-to-ship", "0"},
  };
  for (const bool comma : {false, true}) {
    const auto parts = [comma](const char* column, const char* value) {
      std::string text = ReportText::unshipped()
                             .row({})
                             .row({{"order-item-id", "2"}, {column, value}})
                             .text();
      if (comma) std::replace(text.begin(), text.end(), '\t', ',');
      return read(text).parts.size();
    };
    for (const auto& [column, value] : ours)
      EXPECT_EQ(parts(column, value), 2u) << column << comma;
    for (const auto& [column, value] : lines)
      EXPECT_EQ(parts(column, value), 1u) << column << comma;
  }
}

// In a comma file the byte between two fields may stand in a field, too.
TEST(Read, fields_of_a_comma_file_are_told_apart_by_where_they_end) {
  const std::string head =
      "order-id,order-item-id,purchase-date,sku,quantity-purchased,"
      "quantity-to-ship,promise-date,buyer-name,recipient-name\n";
  const std::string row =
      "250-1234567-0000001,1,2026-11-17T01:00:00+00:00,A,1,1"
      ",2026-11-20T14:59:59+00:00,";
  std::string other = row;
  other.replace(20, 1, "2");
  const Report report = read(head + row + "a\0b,c\n"s + other + "a,b\0c\n"s);
  ASSERT_EQ(report.counts.items, 2u);
  EXPECT_EQ(report.parts.size(), 2u);
}

TEST(Read, blank_lines_repeated_headers_and_ragged_rows) {
  const ReportText plain = ReportText::unshipped();
  ReportText text = plain;
  text.line("")
      .row({})
      .line(" \t ")
      .line(plain.header())
      .row({{"order-id", "250-1234567-0000002"}})
      .line(
          "250-1234567-0000003\t3\t2026-11-17T01:00:00+00:00\t\t"
          "2026-11-20T14:59:59+00:00\ta@b\tB\t03\tSKU-3\tcup\t2");
  const Report report = read(text.text());
  EXPECT_EQ(report.counts.rows, 6u);
  EXPECT_EQ(report.counts.blank, 2u);
  EXPECT_EQ(report.counts.repeated_headers, 1u);
  EXPECT_EQ(report.counts.items, 3u);
  EXPECT_TRUE(report.warnings.empty());
  ASSERT_EQ(report.lines.size(), 3u);
  EXPECT_EQ(report.lines[0].row, 3u);
  EXPECT_EQ(report.lines[2].row, 7u);
  EXPECT_EQ(report.lines[2].purchased, 2);
  EXPECT_EQ(cell(report, 2, Column::kRecipientName), "");
}

TEST(Read, row_numbers_are_lines_of_the_file_whatever_ends_them) {
  ReportText text = ReportText::unshipped();
  text.row({{"quantity-purchased", "x"}})
      .line("")
      .row({{"promise-date", "soon"}});
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const std::string bytes = text.text_with(end);
    for (const std::string& before : {""s, std::string(end) + end}) {
      const std::uint32_t first = before.empty() ? 2 : 4;
      for (const std::size_t chunk :
           std::initializer_list<std::size_t>{1, 2, 5000}) {
        const auto report = read_in_chunks(before + bytes, chunk);
        ASSERT_TRUE(report.has_value());
        ASSERT_EQ(report->rejects.size(), 2u);
        EXPECT_EQ(report->rejects[0].row, first) << chunk;
        EXPECT_EQ(report->rejects[1].row, first + 2) << chunk;
        expect_counts_reconcile(*report, end);
      }
    }
  }
}

TEST(Read, a_quoted_row_end_in_a_comma_file_counts_as_a_line) {
  const std::string text =
      "order-id,order-item-id,purchase-date,sku,product-name,quantity-"
      "purchased,"
      "item-price\r\n"
      "250-1234567-1234567,1,2026-11-17,\"A,1\",\"tea\r\npot, "
      "\"\"blue\"\"\",1,10\r\n"
      "250-1234567-1234568,1,2026-11-17,B,cup,x,10\r\n";
  const Report report = read(text);
  EXPECT_EQ(report.delimiter, Delimiter::kComma);
  ASSERT_EQ(report.lines.size(), 1u);
  EXPECT_EQ(cell(report, 0, Column::kSku), "A,1");
  EXPECT_EQ(cell(report, 0, Column::kProductName), "tea\r\npot, \"blue\"");
  ASSERT_EQ(report.rejects.size(), 1u);
  EXPECT_EQ(report.rejects[0].row, 4u);
}

TEST(Read, a_stray_quote_in_a_comma_file_joins_no_orders) {
  struct Row {
    const char* name;
    std::string first, second;  // product names, as they stand in the file
    std::string read[2];
  };
  const Row rows[] = {
      {"in both rows", "\"Mug", "\"Mug", {"\"Mug", "\"Mug"}},
      {"closed in neither, with text behind",
       "\"Mug",
       "\"Mug\" x",
       {"\"Mug", "\"Mug\" x"}},
      {"the second closed", "\"Mug", "\"Mug\"", {"\"Mug", "Mug"}},
      {"an inch mark in the second",
       "\"Mug",
       "Film 15\"",
       {"\"Mug", "Film 15\""}},
      {"both properly",
       "\"Mug\nblue, \"\"A\"\"\"",
       "\"Mug\"",
       {"Mug\nblue, \"A\"", "Mug"}},
  };
  for (const Row& row : rows) {
    const std::string text =
        "order-id,order-item-id,purchase-date,sku,product-name,"
        "quantity-purchased,recipient-name\r\n"
        "250-1234567-0000001,1,2026-11-17,A," +
        row.first +
        ",2,Ada\r\n"
        "250-1234567-0000002,2,2026-11-17,A," +
        row.second +
        ",3,Bob\r\n"
        "250-1234567-0000003,3,2026-11-17,A,cup,1,Cy\r\n";
    for (const std::size_t chunk :
         std::initializer_list<std::size_t>{1, 7, 100'000}) {
      const auto report = read_in_chunks(text, chunk);
      ASSERT_TRUE(report.has_value());
      expect_counts_reconcile(*report, row.name);
      ASSERT_EQ(report->lines.size(), 3u) << row.name;
      EXPECT_EQ(cell(*report, 0, Column::kProductName), row.read[0]);
      EXPECT_EQ(cell(*report, 1, Column::kProductName), row.read[1]);
      EXPECT_EQ(report->lines[0].purchased, 2) << row.name;
      EXPECT_EQ(report->lines[1].purchased, 3) << row.name;
      EXPECT_EQ(cell(*report, 0, Column::kRecipientName), "Ada") << row.name;
      EXPECT_EQ(cell(*report, 1, Column::kRecipientName), "Bob") << row.name;
    }
  }
}

TEST(Read, a_quote_in_a_tab_file_is_a_plain_character) {
  const Report report = read(ReportText::unshipped()
                                 .row({{"product-name", "\"15.6\" film"}})
                                 .row({{"order-item-id", "2"}, {"sku", "\"A"}})
                                 .text());
  ASSERT_EQ(report.lines.size(), 2u);
  EXPECT_EQ(cell(report, 0, Column::kProductName), "\"15.6\" film");
  EXPECT_EQ(cell(report, 1, Column::kSku), "\"A");
}

TEST(Read, products_whose_sku_and_name_run_together_are_told_apart) {
  const std::string header =
      "order-id,order-item-id,purchase-date,sku,product-name,quantity-"
      "purchased\n";
  const Report report = read(header +
                             "250-1234567-1234567,1,2026-11-17,\"a\tb\",c,1\n"
                             "250-1234567-1234567,2,2026-11-17,a,\"b\tc\",1\n");
  ASSERT_EQ(report.lines.size(), 2u);
  EXPECT_EQ(cell(report, 0, Column::kSku), "a\tb");
  EXPECT_EQ(cell(report, 1, Column::kSku), "a");
  EXPECT_EQ(cell(report, 1, Column::kProductName), "b\tc");
}

TEST(Read, continuation_rows_add_their_promotions_to_the_line_before) {
  const Report report = read(ReportText::new_orders()
                                 .row({{"item-promotion-discount", "-100"}})
                                 .row({{"sku", ""},
                                       {"quantity-purchased", ""},
                                       {"item-price", ""},
                                       {"item-promotion-discount", "-50"},
                                       {"ship-promotion-discount", "-30"}})
                                 .row({{"sku", ""},
                                       {"quantity-purchased", ""},
                                       {"item-price", ""},
                                       {"ship-promotion-discount", "-20"}})
                                 .row({{"order-item-id", "2"}})
                                 .text());
  EXPECT_EQ(report.counts.rows, 4u);
  EXPECT_EQ(report.counts.items, 2u);
  EXPECT_EQ(report.counts.continuations, 2u);
  EXPECT_EQ(cell(report, 0, Column::kItemPromotionDiscount), "-150");
  EXPECT_EQ(cell(report, 0, Column::kShipPromotionDiscount), "-50");
  EXPECT_EQ(cell(report, 1, Column::kItemPromotionDiscount), "");
}

TEST(Read, a_continuation_row_that_is_refused_adds_nothing) {
  const Report report = read(ReportText::new_orders()
                                 .row({{"item-promotion-discount", "-100"}})
                                 .row({{"sku", ""},
                                       {"quantity-purchased", ""},
                                       {"item-price", ""},
                                       {"item-promotion-discount", "-50"},
                                       {"ship-promotion-discount", "x"}})
                                 .row({{"sku", ""},
                                       {"quantity-purchased", ""},
                                       {"item-price", ""},
                                       {"item-promotion-discount", "1.4E+5"}})
                                 .row({{"sku", ""},
                                       {"quantity-purchased", ""},
                                       {"item-price", ""},
                                       {"item-promotion-discount", "-0.5"}})
                                 .text());
  EXPECT_EQ(report.counts.continuations, 0u);
  ASSERT_EQ(report.rejects.size(), 3u);
  EXPECT_EQ(report.rejects[0].code, RejectCode::kBadNumber);
  EXPECT_EQ(report.rejects[1].code, RejectCode::kExcelDamage);
  EXPECT_EQ(report.rejects[2].code, RejectCode::kBadNumber);
  EXPECT_EQ(cell(report, 0, Column::kItemPromotionDiscount), "-100");
  EXPECT_EQ(cell(report, 0, Column::kShipPromotionDiscount), "");
}

TEST(Read, a_row_broken_by_a_newline_is_put_together_with_a_warning) {
  ReportText text = ReportText::unshipped();
  text.row({{"order-id", "250-1234567-0000002"},
            {"ship-address-2", "flat\n5\nrear"}})
      .row({{"order-id", "250-1234567-0000003"}});
  const Report report = read(text.text());
  EXPECT_EQ(report.counts.items, 2u);
  EXPECT_EQ(report.counts.rows, 2u);
  ASSERT_EQ(report.warnings.size(), 1u);
  EXPECT_EQ(report.warnings[0].code, Warning::Code::kRejoinedRow);
  EXPECT_EQ(report.warnings[0].row, 2u);
  EXPECT_EQ(cell(report, 0, Column::kShipAddress2), "flat 5 rear");
  EXPECT_EQ(cell(report, 0, Column::kShipCountry), "JP");
  EXPECT_EQ(report.lines[1].row, 5u);
}

TEST(Read, what_follows_a_newline_in_the_last_column_is_refused_aloud) {
  const Report report = read(ReportText::unshipped()
                                 .row({{"gift-message-text", "Dear\nAda"}})
                                 .row({{"order-id", "250-1234567-0000002"}})
                                 .text());
  EXPECT_EQ(report.counts.items, 2u);
  ASSERT_EQ(report.rejects.size(), 1u);
  EXPECT_EQ(report.rejects[0].row, 3u);
  EXPECT_EQ(report.rejects[0].value, "Ada");
}

TEST(Read, a_broken_row_takes_no_more_than_a_row_may_hold) {
  // A short row and lines without end that could each go on in its last cell.
  ReportReader reader("orders.txt", {});
  ASSERT_TRUE(reader.feed(ReportText::unshipped().header() + "\n").has_value());
  ASSERT_TRUE(reader.feed("250-1234567-1234567\n").has_value());
  std::string lines;
  for (int i = 0; i < 10'000; ++i) lines += "a line that is no order's\n";
  const int feeds = kFewDraws ? 6 : 20;
  for (int i = 0; i < feeds; ++i) ASSERT_TRUE(reader.feed(lines).has_value());
  const auto report = reader.finish();
  ASSERT_TRUE(report.has_value());
  // Past the limit the lines are rejects of their own.
  EXPECT_GT(report->counts.rejected, kFewDraws ? 10'000u : 100'000u);
  expect_counts_reconcile(*report, "lines without end");
}

// The last row of a file, and its reject where it was cut; the order of the
// reject, "" where it names none.
TEST(Read, a_last_row_that_the_file_s_end_cuts_is_not_read) {
  const ReportText three = ReportText::listing()
                               .row({{"order-id", "250-1234567-0000001"}})
                               .row({{"order-id", "250-1234567-0000002"}})
                               .row({{"order-id", "250-1234567-0000003"},
                                     {"ship-address-1", "港区芝1-17-11"}});
  const std::string whole = three.text();
  const std::string unended = whole.substr(0, whole.size() - 1);
  const auto until = [&](const std::string& text, const char* words) {
    return text.substr(0, text.rfind(words) + std::string_view(words).size());
  };
  std::string commas = whole;
  std::replace(commas.begin(), commas.end(), '\t', ',');
  std::string quoted = commas;
  quoted.replace(quoted.rfind("港区"), 0, "\"");
  // As a program that leaves out blank cells at the ends of rows writes it.
  const std::string ragged =
      ReportText::listing().header() +
      "\n250-1234567-0000001\t1\t\t\t\t\t\t\tA\tcup\t2"
      "\n250-1234567-0000002\t2\t\t\t\t\t\t\tA\tcup\t2\t0";
  struct Row {
    const char* name;
    std::string text;
    std::uint32_t items;
    bool cut_off;
    const char* order;
  };
  const Row rows[] = {
      {"whole", whole, 3, false, ""},
      {"whole, without its line end", unended, 3, false, ""},
      {"in the order id", until(whole, "250-1234567-000"), 2, true, "none"},
      {"behind it", until(whole, "250-1234567-0000003"), 2, true,
       "250-1234567-0000003"},
      {"in the item id", until(whole, "250-1234567-0000003\t100"), 2, true,
       "250-1234567-0000003"},
      {"in a date", until(whole, "250-1234567-0000003\t10000000000001\t2026-1"),
       2, true, "250-1234567-0000003"},
      {"in the address", until(whole, "港区芝1-17"), 2, true,
       "250-1234567-0000003"},
      {"inside a character", until(whole, "港区\xE8"), 2, true,
       "250-1234567-0000003"},
      {"in a comma file", until(commas, "港区芝1-17"), 2, true,
       "250-1234567-0000003"},
      {"in quotes", until(quoted, "港区芝1-17"), 2, true,
       "250-1234567-0000003"},
      {"in a line of quotes", until(quoted, "港区芝1") + "\n芝ビル", 2, true,
       "250-1234567-0000003"},
      {"the only row",
       until(ReportText::listing().row({{"ship-address-1", "港区芝1"}}).text(),
             "港区芝"),
       0, true, "250-1234567-1234567"},
      {"no shorter than others", ragged, 2, false, ""},
      {"shorter than all others", until(ragged, "cup"), 1, true,
       "250-1234567-0000002"},
      {"behind rows that lack blank cells", ragged + "\n250-123", 2, true,
       "none"},
  };
  for (const Row& row : rows) {
    for (const std::size_t chunk :
         std::initializer_list<std::size_t>{1, 7, 100'000}) {
      const auto read = read_in_chunks(row.text, chunk);
      ASSERT_TRUE(read.has_value()) << row.name;
      const Report& report = *read;
      expect_counts_reconcile(report, row.name);
      EXPECT_EQ(report.counts.items, row.items) << row.name;
      EXPECT_EQ(report.cut_off, row.cut_off) << row.name;
      std::string order;
      if (!report.rejects.empty()) {
        const auto& named = report.rejects[0].order;
        order = named ? named->text() : "none";
        EXPECT_EQ(reject_name(report.rejects[0].code),
                  reject_name(RejectCode::kTooFewFields))
            << row.name;
      }
      EXPECT_EQ(order, row.order) << row.name;
    }
  }
}

TEST(Read, a_file_cut_inside_its_last_character_is_cut) {
  const std::string text =
      ReportText::unshipped()
          .row({{"recipient-name", "東京"}})
          .row({{"order-item-id", "2"}, {"gift-message-text", "東京都"}})
          .text();
  EXPECT_FALSE(read(text).cut_off);
  const Report report = read(text.substr(0, text.size() - 2));
  EXPECT_TRUE(report.cut_off);
  ASSERT_EQ(report.rejects.size(), 1u);
  EXPECT_EQ(report.rejects[0].code, RejectCode::kBadEncoding);
  const std::string wide = utf16(ReportText::unshipped().row({}).text(), false);
  EXPECT_FALSE(read(wide).cut_off);
  EXPECT_TRUE(read(wide.substr(0, wide.size() - 1)).cut_off);
}

// Rejects ---------------------------------------------------------------------

TEST(Reject, every_code_with_its_row_column_and_value) {
  struct Row {
    const char* name;
    ReportText text;
    RejectCode code;
    const char* column;
    std::string value;
  };
  const ReportText unshipped = ReportText::unshipped();
  const ReportText new_orders = ReportText::new_orders();
  const auto one = [](ReportText text, const Cells& cells) {
    return text.row({{"order-item-id", "77"}}).row(cells);
  };
  const Row rows[] = {
      {"an order id with a letter",
       one(unshipped, {{"order-id", "25O-1234567-1234567"}}),
       RejectCode::kBadOrderId, "order-id", "25O-1234567-1234567"},
      {"no order id", one(unshipped, {{"order-id", ""}}),
       RejectCode::kBadOrderId, "order-id", ""},
      {"an item id with a letter", one(unshipped, {{"order-item-id", "1x"}}),
       RejectCode::kBadOrderId, "order-item-id", "1x"},
      {"no item id", one(unshipped, {{"order-item-id", ""}}),
       RejectCode::kBadOrderId, "order-item-id", ""},
      {"a date that does not exist",
       one(unshipped, {{"promise-date", "2026-02-30T14:59:59+00:00"}}),
       RejectCode::kBadDate, "promise-date", "2026-02-30T14:59:59+00:00"},
      {"a word for a date", one(unshipped, {{"purchase-date", "yesterday"}}),
       RejectCode::kBadDate, "purchase-date", "yesterday"},
      {"a time without offset",
       one(unshipped, {{"promise-date", "2026-11-20T14:59:59"}}),
       RejectCode::kBadDate, "promise-date", "2026-11-20T14:59:59"},
      {"a date that stands for never",
       one(unshipped, {{"promise-date", "9999-12-31"}}), RejectCode::kBadDate,
       "promise-date", "9999-12-31"},
      {"an instant that stands for never",
       one(unshipped, {{"promise-date", "2106-02-07T06:28:15+00:00"}}),
       RejectCode::kBadDate, "promise-date", "2106-02-07T06:28:15+00:00"},
      {"the beginning of time",
       one(unshipped, {{"promise-date", "1970-01-01T00:00:00+00:00"}}),
       RejectCode::kBadDate, "promise-date", "1970-01-01T00:00:00+00:00"},
      {"a spreadsheet's date",
       one(unshipped, {{"promise-date", "2026/11/20 23:59"}}),
       RejectCode::kExcelDamage, "promise-date", "2026/11/20 23:59"},
      {"a spreadsheet's day number",
       one(unshipped, {{"purchase-date", "45879.004"}}),
       RejectCode::kExcelDamage, "purchase-date", "45879.004"},
      {"a spreadsheet's item id",
       one(unshipped, {{"order-item-id", "1.40274E+14"}}),
       RejectCode::kExcelDamage, "order-item-id", "1.40274E+14"},
      {"a postal code that lost its zero",
       one(unshipped, {{"ship-postal-code", "600012"}}),
       RejectCode::kExcelDamage, "ship-postal-code", "600012"},
      {"a US postal code that lost its zero",
       one(unshipped, {{"ship-postal-code", "2134"}, {"ship-country", "US"}}),
       RejectCode::kExcelDamage, "ship-postal-code", "2134"},
      {"a phone number that lost its zero",
       one(unshipped, {{"buyer-phone-number", "9012345678"}}),
       RejectCode::kExcelDamage, "buyer-phone-number", "9012345678"},
      {"a scientific phone number",
       one(unshipped, {{"buyer-phone-number", "8.19012E+11"}}),
       RejectCode::kExcelDamage, "buyer-phone-number", "8.19012E+11"},
      {"a word for a price", one(new_orders, {{"item-price", "free"}}),
       RejectCode::kBadNumber, "item-price", "free"},
      {"a half yen", one(new_orders, {{"item-price", "100.50"}}),
       RejectCode::kBadNumber, "item-price", "100.50"},
      {"a thousands separator", one(new_orders, {{"item-price", "1,000"}}),
       RejectCode::kBadNumber, "item-price", "1,000"},
      {"an amount beyond counting",
       one(new_orders, {{"item-price", "99999999999999999999"}}),
       RejectCode::kBadNumber, "item-price", "99999999999999999999"},
      {"a currency that is none", one(new_orders, {{"currency", "YEN"}}),
       RejectCode::kBadNumber, "currency", "YEN"},
      {"a scientific price", one(new_orders, {{"item-price", "1E+05"}}),
       RejectCode::kExcelDamage, "item-price", "1E+05"},
      {"a word for a quantity", one(unshipped, {{"quantity-purchased", "two"}}),
       RejectCode::kBadQuantity, "quantity-purchased", "two"},
      {"a negative quantity", one(unshipped, {{"quantity-purchased", "-1"}}),
       RejectCode::kBadQuantity, "quantity-purchased", "-1"},
      {"no quantity", one(unshipped, {{"quantity-purchased", ""}}),
       RejectCode::kBadQuantity, "quantity-purchased", ""},
      {"a quantity of ten digits",
       one(unshipped, {{"quantity-purchased", "1000000000"}}),
       RejectCode::kBadQuantity, "quantity-purchased", "1000000000"},
      {"more shipped than bought", one(unshipped, {{"quantity-shipped", "2"}}),
       RejectCode::kBadQuantity, "quantity-shipped", "2"},
      {"more to ship than bought", one(unshipped, {{"quantity-to-ship", "2"}}),
       RejectCode::kBadQuantity, "quantity-to-ship", "2"},
      {"a field too many", one(unshipped, {{"gift-message-text", "a\tb"}}),
       RejectCode::kTooManyFields, "", "b"},
      {"fields too few",
       ReportText(unshipped).row({}).line("250-1234567-1234567\t2\tx"),
       RejectCode::kTooFewFields, "payments-date", "250-1234567-1234567\t2\tx"},
      {"a field too long",
       one(unshipped, {{"gift-message-text", std::string(40'000, 'x')}}),
       RejectCode::kTooLong, "gift-message-text", std::string(200, 'x')},
      {"a row too long",
       one(unshipped, {{"order-id", std::string((1 << 20) + 1, 'x')}}),
       RejectCode::kTooLong, "", std::string(200, 'x')},
  };
  for (const Row& row : rows) {
    for (const std::size_t chunk :
         std::initializer_list<std::size_t>{977, 1u << 22}) {
      const auto report = read_in_chunks(row.text.text(), chunk);
      ASSERT_TRUE(report.has_value()) << row.name;
      ASSERT_EQ(report->rejects.size(), 1u) << row.name << " by " << chunk;
      const Reject& reject = report->rejects[0];
      EXPECT_EQ(reject_name(reject.code), reject_name(row.code)) << row.name;
      EXPECT_EQ(reject.row, 3u) << row.name;
      EXPECT_EQ(reject.column, row.column) << row.name;
      EXPECT_EQ(reject.value, row.value) << row.name;
      EXPECT_EQ(report->counts.items, 1u) << row.name;
      EXPECT_EQ(report->lines.size(), 1u) << row.name;
      expect_counts_reconcile(*report, row.name);
    }
  }
}

TEST(Reject, a_postal_code_without_its_zeros_is_refused_in_every_country) {
  struct Row {
    const char* country;
    const char* postal;
    bool read;
  };
  const Row rows[] = {
      {"JP", "600012", false},     {"JP", "0600012", true},
      {"US", "2134", false},       {"US", "02134", true},
      {"US", "21341234", false},   {"US", "021341234", true},
      {"US", "02134-1234", true},  {"PR", "901", false},
      {"DE", "1067", false},       {"DE", "01067", true},
      {"ES", "8001", false},       {"ES", "08001", true},
      {"FR", "1000", false},       {"FR", "01000", true},
      {"IT", "118", false},        {"IT", "00118", true},
      {"MX", "6700", false},       {"MX", "06700", true},
      {"TR", "1010", false},       {"TR", "01010", true},
      {"PL", "950", false},        {"PL", "00-950", true},
      {"KR", "3187", false},       {"KR", "03187", true},
      {"AU", "800", false},        {"AU", "0800", true},
      {"NO", "150", false},        {"NO", "0150", true},
      {"DK", "800", false},        {"DK", "0800", true},
      {"SG", "18956", false},      {"SG", "018956", true},
      {"BR", "1310100", false},    {"BR", "01310-100", true},
      {"AT", "1010", true},        {"BE", "1000", true},
      {"CH", "8001", true},        {"NL", "1012 AB", true},
      {"GB", "SW1A 1AA", true},    {"IE", "D02 X285", true},
      {"", "2134", true},          {"S", "2134", true},
      {"US", "2134.0", false},     {"US", "'02134", false},
      {"US", "=\"02134\"", false}, {"DE", "10115.0", false},
      {"AT", "1010.00", false},    {"DE", "1.0115E+04", false},
      {"GB", "W1.5", true},
  };
  for (const Row& row : rows) {
    const Report report = read(ReportText::unshipped()
                                   .row({{"ship-country", row.country},
                                         {"ship-postal-code", row.postal}})
                                   .text());
    EXPECT_EQ(report.counts.items, row.read ? 1u : 0u)
        << row.country << row.postal;
    if (row.read) continue;
    ASSERT_EQ(report.rejects.size(), 1u) << row.country << row.postal;
    EXPECT_EQ(report.rejects[0].code, RejectCode::kExcelDamage);
    EXPECT_EQ(report.rejects[0].column, "ship-postal-code");
    EXPECT_EQ(report.rejects[0].value, row.postal);
  }
  for (const char* const phone :
       {"'09012345678", "=\"09012345678\"", "9012345678.0"}) {
    const Report report = read(
        ReportText::unshipped().row({{"buyer-phone-number", phone}}).text());
    ASSERT_EQ(report.rejects.size(), 1u) << phone;
    EXPECT_EQ(report.rejects[0].code, RejectCode::kExcelDamage) << phone;
  }
}

TEST(Reject, names_the_column_as_the_file_does) {
  const Report report =
      read(ReportText::all_orders().row({{"quantity", "x"}}).text());
  ASSERT_EQ(report.rejects.size(), 1u);
  EXPECT_EQ(report.rejects[0].column, "quantity");
}

TEST(Reject, names_a_column_that_the_file_lacks) {
  const Report report =
      read(ReportText({"order-id", "order-item-id", "purchase-date", "sku",
                       "product-name", "days-past-promise"})
               .row({})
               .text());
  ASSERT_EQ(report.rejects.size(), 1u);
  EXPECT_EQ(report.rejects[0].code, RejectCode::kBadQuantity);
  EXPECT_EQ(report.rejects[0].column, "quantity-purchased");
}

TEST(Reject, a_long_value_is_cut_between_characters) {
  std::string long_value;
  for (int i = 0; i < 100; ++i) long_value += "東";
  const Report report = read(
      ReportText::unshipped().row({{"promise-date", "x" + long_value}}).text());
  ASSERT_EQ(report.rejects.size(), 1u);
  const std::string& value = report.rejects[0].value;
  EXPECT_LE(value.size(), 200u);
  EXPECT_GT(value.size(), 190u);
  EXPECT_EQ(value.find("\uFFFD"), std::string::npos);
}

TEST(Reject, what_is_odd_but_right_is_read) {
  struct Row {
    const char* name;
    Cells cells;
  };
  const Row rows[] = {
      {"a postal code with its hyphen", {{"ship-postal-code", "060-0012"}}},
      {"a postal code of seven digits", {{"ship-postal-code", "0600012"}}},
      {"a ZIP+4", {{"ship-postal-code", "02134-1234"}, {"ship-country", "US"}}},
      {"a short code of a country without zeros",
       {{"ship-postal-code", "1010"}, {"ship-country", "AT"}}},
      {"a phone number with a country code",
       {{"buyer-phone-number", "+819012345678"}}},
      {"a phone number of eleven digits",
       {{"buyer-phone-number", "09012345678"}}},
      {"a cancelled line of no units",
       {{"quantity-purchased", "0"}, {"quantity-shipped", "0"}}},
      {"spaces around every cell",
       {{"order-id", " 250-1234567-1234567 "},
        {"quantity-purchased", " 1 "},
        {"promise-date", " 2026-11-20T14:59:59+00:00 "}}},
  };
  for (const Row& row : rows) {
    const Report report = read(ReportText::unshipped().row(row.cells).text());
    EXPECT_EQ(report.counts.items, 1u) << row.name;
    EXPECT_EQ(report.counts.rejected, 0u) << row.name;
  }
  // Trailing empty fields beyond the header are nothing.
  const Report report = read(
      ReportText::unshipped().row({{"gift-message-text", "hi\t\t "}}).text());
  EXPECT_EQ(report.counts.items, 1u);
}

// Read as an instant, and shown as the file has it, also at the usual length.
TEST(Read, a_date_with_spaces_at_its_offset_is_kept_as_written) {
  for (const char* const written :
       {"2026-11-20T14:59:59+ 00:00", "2026-11-20T14:59:59 +00:00",
        "2026-11-20T14:59:59 00:00", "2026-11-20T14:59:59+ 0000"}) {
    const Report report =
        read(ReportText::unshipped().row({{"promise-date", written}}).text());
    EXPECT_EQ(report.counts.rejected, 0u) << written;
    ASSERT_EQ(report.counts.items, 1u) << written;
    EXPECT_EQ(cell(report, 0, Column::kPromiseDate), written);
    const auto promised = report.date(report.parts[0], DateSlot::kPromise);
    ASSERT_TRUE(promised) << written;
    EXPECT_EQ(promised->at.unix_seconds, 1795186799) << written;
  }
}

// Blank cells beyond the header are a spreadsheet's padding, or what a tab
// inside a cell pushes out of a row whose last cells are blank.
TEST(Reject, a_row_longer_than_the_header_is_padded_as_all_are_or_shifted) {
  const Cells plain = {};
  const Cells pad = {{"gift-message-text", "\t"}};
  const Cells wide = {{"gift-message-text", "\t\t\t"}};
  const Cells wrap = {{"gift-wrap-type", "red\tblue"}};  // told by length alone
  const Cells name = {{"product-name", "Set\t2"},
                      {"quantity-purchased", "2"},
                      {"quantity-shipped", "0"}};
  const Cells answer = {{"payment-method", "COD\t"}, {"is-prime", "x"}};
  const Cells due = {{"ship-country", "JP\t"}, {"payment-method", "COD"}};
  const Cells text = {{"gift-message-text", "a\tb"}};
  const auto padded = [](Cells cells) {
    cells.push_back({"gift-message-text", "\t"});
    return cells;
  };
  struct Row {
    const char* name;
    std::vector<Cells> rows;
    std::vector<std::uint32_t> rejected;
  };
  const Row rows[] = {
      {"none is longer", {plain, plain}, {}},
      {"all are padded", {pad, pad, pad}, {}},
      {"all but a later one", {pad, pad, plain, pad}, {}},
      {"one alone, padded", {pad}, {}},
      {"the first alone", {pad, plain, plain}, {2}},
      {"a later one alone", {plain, pad, plain}, {3}},
      {"one longer than the padded", {pad, pad, wide}, {4}},
      {"a tab in a name, alone", {name}, {2}},
      {"a tab in all names", {name, name, name}, {2, 3, 4}},
      {"in the first", {name, plain}, {2}},
      {"in a later one", {plain, name}, {3}},
      {"in a padded row", {pad, pad, padded(name), pad}, {4}},
      {"a tab behind all that is known", {plain, wrap}, {3}},
      {"such a one first", {wrap, plain}, {2}},
      {"an answer that is none", {answer}, {2}},
      {"an amount that is none", {due}, {2}},
      {"text beyond the header", {text, pad, pad}, {2}},
      {"text between two padded", {pad, text, pad}, {3}},
  };
  for (const Row& row : rows) {
    ReportText report = ReportText::unshipped();
    int item = 1;
    for (Cells cells : row.rows) {
      cells.push_back({"order-item-id", std::to_string(item++)});
      report.row(cells);
    }
    for (const std::size_t chunk : {std::size_t{7}, std::size_t{100'000}}) {
      const auto read = read_in_chunks(report.text(), chunk);
      ASSERT_TRUE(read.has_value());
      expect_counts_reconcile(*read, row.name);
      std::vector<std::uint32_t> rejected;
      for (const Reject& reject : read->rejects) {
        rejected.push_back(reject.row);
        EXPECT_EQ(reject_name(reject.code),
                  reject_name(RejectCode::kTooManyFields))
            << row.name;
        EXPECT_TRUE(reject.order.has_value()) << row.name;
      }
      EXPECT_EQ(rejected, row.rejected) << row.name;
    }
  }
}

TEST(Reject, a_blank_cell_over_is_no_shift_where_no_row_ends_in_one) {
  const auto rejected = [](const std::string& last, const std::string& over) {
    const std::string cells =
        "\t40000000000001\t2026-11-18T01:00:00+00:00\tA\t1\t";
    const auto read = read_report(
        "order-id\torder-item-id\tpurchase-date\tsku\tquantity-purchased\t"
        "recipient-name\n250-0000001-0000001" +
        cells + last + "\n250-0000001-0000002" + cells + "Tanaka" + over +
        "\n");
    EXPECT_TRUE(read.has_value());
    return read ? read->counts.rejected : 9u;
  };
  EXPECT_EQ(rejected("Suzuki", "\t"), 0u);
  EXPECT_EQ(rejected("Suzuki", "\t\t"), 0u);
  EXPECT_EQ(rejected("Suzuki", "\tx"), 1u);
  EXPECT_EQ(rejected("", "\t"), 1u);
}

TEST(Reject, rows_that_are_none_do_not_part_the_padded) {
  const ReportText plain = ReportText::unshipped();
  const std::string first =
      ReportText(plain).row({{"gift-message-text", "\t"}}).text();
  const std::string rest = first.substr(plain.header().size() + 1);
  const Report report =
      read(first + "\n" + plain.header() + "\n" + rest + rest);
  EXPECT_EQ(report.counts.items, 3u);
  EXPECT_EQ(report.counts.rejected, 0u);
  expect_counts_reconcile(report, "padded");
}

TEST(Reject, a_rejected_line_takes_its_continuations_with_it) {
  const Report report = read(ReportText::new_orders()
                                 .row({{"order-id", "250-1234567-0000001"}})
                                 .row({{"quantity-purchased", "x"}})
                                 .row({{"sku", ""},
                                       {"quantity-purchased", ""},
                                       {"item-price", ""},
                                       {"item-promotion-discount", "-50"}})
                                 .text());
  EXPECT_EQ(report.counts.items, 1u);
  EXPECT_EQ(report.counts.rejected, 2u);
  EXPECT_EQ(cell(report, 0, Column::kItemPromotionDiscount), "");
}

// Encodings -------------------------------------------------------------------

constexpr const char* kTokyoUtf8 = "\xE6\x9D\xB1\xE4\xBA\xAC\xE9\x83\xBD";
constexpr const char* kTokyoCp932 = "\x93\x8C\x8B\x9E\x93\x73";

TEST(Encoding, each_is_found_and_reads_right) {
  struct Row {
    const char* name;
    std::string bytes;
    Encoding encoding;
    std::string recipient;
  };
  const auto with = [](const std::string& recipient) {
    return ReportText::unshipped().row({{"recipient-name", recipient}}).text();
  };
  const Row rows[] = {
      {"ASCII", with("Ada"), Encoding::kAscii, "Ada"},
      {"UTF-8", with(kTokyoUtf8), Encoding::kUtf8, kTokyoUtf8},
      {"UTF-8 with its mark", "\xEF\xBB\xBF" + with("Ada"), Encoding::kUtf8,
       "Ada"},
      {"CP932", with(kTokyoCp932), Encoding::kCp932, kTokyoUtf8},
      {"CP932 of full-width letters, digits and a sign",
       with("\x82\x60\x82\x61\x81\x7C\x82\x50"), Encoding::kCp932,
       "\uFF21\uFF22\uFF0D\uFF11"},
      {"low quotes", with("\x82so\x91 M\xFCller"), Encoding::kWindows1252,
       "\u201Aso\u2018 M\u00FCller"},
      {"windows-1252", with("M\xFCller"), Encoding::kWindows1252,
       "M\u00FCller"},
      {"a euro sign", with("\x80 100"), Encoding::kWindows1252, "\u20AC 100"},
      {"UTF-16, little end first", utf16(with("Ada"), false),
       Encoding::kUtf16Le, "Ada"},
      {"UTF-16, big end first", utf16(with("Ada"), true), Encoding::kUtf16Be,
       "Ada"},
  };
  for (const Row& row : rows) {
    for (const std::size_t chunk :
         std::initializer_list<std::size_t>{1, 3, 100'000}) {
      const auto report = read_in_chunks(row.bytes, chunk);
      ASSERT_TRUE(report.has_value()) << row.name;
      EXPECT_EQ(encoding_name(report->encoding), encoding_name(row.encoding))
          << row.name;
      ASSERT_EQ(report->counts.items, 1u) << row.name;
      EXPECT_EQ(cell(*report, 0, Column::kRecipientName), row.recipient)
          << row.name;
      EXPECT_EQ(report->counts.bytes, row.bytes.size()) << row.name;
    }
  }
}

TEST(Encoding, what_the_user_says_overrides_what_is_found) {
  const std::string bytes =
      ReportText::unshipped().row({{"recipient-name", kTokyoCp932}}).text();
  ReadOptions western;
  western.encoding = Encoding::kWindows1252;
  EXPECT_EQ(read(bytes, western).encoding, Encoding::kWindows1252);
  ReadOptions unicode;
  unicode.encoding = Encoding::kUtf8;
  const Report report = read(bytes, unicode);
  EXPECT_EQ(report.encoding, Encoding::kUtf8);
  ASSERT_EQ(report.rejects.size(), 1u);
  EXPECT_EQ(report.rejects[0].code, RejectCode::kBadEncoding);
  EXPECT_EQ(report.rejects[0].column, "recipient-name");
}

TEST(Encoding, a_damaged_row_is_refused_and_the_others_read) {
  for (const char* const tokyo : {kTokyoUtf8, kTokyoCp932}) {
    ReportText text = ReportText::unshipped();
    for (int i = 1; i < 6; ++i) {
      text.row(
          {{"order-item-id", std::to_string(i)}, {"recipient-name", tokyo}});
    }
    text.row({{"order-item-id", "6"},
              {"sku", "A\xFF\xFE"},
              {"recipient-name", tokyo}});
    const Report report = read(text.text());
    EXPECT_EQ(report.counts.items, 5u);
    ASSERT_EQ(report.rejects.size(), 1u);
    EXPECT_EQ(report.rejects[0].code, RejectCode::kBadEncoding);
    EXPECT_EQ(report.rejects[0].column, "sku");
    EXPECT_EQ(report.rejects[0].row, 7u);
    expect_counts_reconcile(report, tokyo);
  }
}

TEST(Kind, what_the_user_says_overrides_what_is_found) {
  ReadOptions options;
  options.kind = ReportKind::kPendingOrders;
  const Report report = read(ReportText::unshipped().row({}).text(), options);
  EXPECT_EQ(report.kind, ReportKind::kPendingOrders);
  EXPECT_EQ(report.parts[0].state, OrderState::kPending);
  // But a file without orders is none by any name.
  EXPECT_FALSE(read_report("name\tage\n", "x", options).has_value());
}

TEST(Marketplace, is_told_by_channel_then_alias_then_currency) {
  struct Row {
    const char* name;
    std::string text;
    const char* marketplace;
  };
  const Row rows[] = {
      {"a sales channel",
       ReportText::all_orders().row({{"sales-channel", "Amazon.it"}}).text(),
       "Amazon.it"},
      {"an e-mail alias",
       ReportText::unshipped()
           .row({{"buyer-email", "x@marketplace.amazon.com"}})
           .text(),
       "Amazon.com"},
      {"a currency",
       ReportText::new_orders()
           .row({{"buyer-email", ""},
                 {"currency", "EUR"},
                 {"item-price", "1.00"}})
           .text(),
       "EUR"},
      {"yen", ReportText::new_orders().row({{"buyer-email", ""}}).text(),
       "Amazon.co.jp"},
      {"a pending report", ReportText::pending_orders().row({}).text(),
       "Amazon.co.jp"},
      {"nothing",
       ReportText::new_orders()
           .row({{"buyer-email", ""}, {"currency", ""}, {"item-price", ""}})
           .text(),
       ""},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(read(row.text).marketplace, row.marketplace) << row.name;
  }
}

// A large report has more values than are shared.
TEST(Read, an_alias_is_whole_behind_any_number_of_values) {
  ReportText text = ReportText::new_orders();
  for (int i = 0; i < 4'200; ++i) {
    const std::string digits = std::to_string(10'000'000 + i).substr(1);
    text.row({{"order-id", "250-1234567-" + digits},
              {"ship-state", "state " + digits},
              {"buyer-email", "a" + digits + "@marketplace.amazon.co.jp"}});
  }
  text.row({{"order-id", "250-1234567-9999999"},
            {"buyer-email", "late@marketplace.amazon.de"}});
  const Report report = read(text.text());
  ASSERT_EQ(report.parts.size(), 4'201u);
  EXPECT_EQ(report.cell(report.parts[4'199], Column::kBuyerEmail),
            "a0004199@marketplace.amazon.co.jp");
  EXPECT_EQ(report.cell(report.parts[4'200], Column::kBuyerEmail),
            "late@marketplace.amazon.de");
  EXPECT_EQ(report.clues(report.parts[4'200]).email, "@marketplace.amazon.de");
}

// The golden reports
// -----------------------------------------------------------

TEST(Golden, counts_reconcile_on_every_one) {
  for (const std::string& name : golden_names()) {
    const auto report = read_report(golden_bytes(name), name);
    ASSERT_TRUE(report.has_value()) << name;
    expect_counts_reconcile(*report, name);
    EXPECT_EQ(report->counts.bytes, golden_bytes(name).size()) << name;
  }
}

void expect_same_in_any_chunks(const std::string& bytes,
                               const std::string& name, std::size_t step) {
  const auto whole = read_report(bytes, name);
  ASSERT_TRUE(whole.has_value()) << name;
  const std::string expected = dump(*whole);
  for (const std::size_t chunk :
       std::initializer_list<std::size_t>{1, 2, 3, 64}) {
    ASSERT_EQ(dump(*read_in_chunks(bytes, chunk, {}, name)), expected)
        << name << chunk;
  }
  for (std::size_t cut = 0; cut <= bytes.size(); cut += step) {
    ReportReader reader(name, {});
    ASSERT_TRUE(reader.feed(std::string_view(bytes).substr(0, cut)).has_value())
        << cut;
    ASSERT_TRUE(reader.feed(std::string_view(bytes).substr(cut)).has_value())
        << cut;
    const auto report = reader.finish();
    ASSERT_TRUE(report.has_value()) << name << " cut at " << cut;
    ASSERT_EQ(dump(*report), expected) << name << " cut at " << cut;
  }
}

TEST(Golden, a_cut_anywhere_in_the_stream_changes_nothing) {
  constexpr std::size_t kSmall = 2'450, kEvery = kFewDraws ? 29 : 1;
  for (const std::string& name : golden_names()) {
    const std::string bytes = golden_bytes(name);
    expect_same_in_any_chunks(bytes, name,
                              bytes.size() <= kSmall ? kEvery : 199);
  }
}

TEST(Golden, a_cut_at_every_byte_of_one_text_in_every_form) {
  ReportText text(std::vector<std::string>{
      "order-id", "order-item-id", "purchase-date", "sku", "product-name",
      "quantity-purchased", "currency", "item-price", "item-promotion-discount",
      "ship-city"});
  text.row({{"product-name", "caf\xC3\xA9"}, {"ship-city", "Roma"}})
      .line("250-1234567-1234567\t10000000000001\t\t\t\t\t\t\t-20\t")
      .line("")
      .line(text.header())
      .row({{"order-item-id", "2"}, {"product-name", "a\nb"}})
      .row({{"order-item-id", "3"}, {"quantity-purchased", "x"}});
  ReportText commas({"order-id", "order-item-id", "purchase-date", "sku",
                     "product-name", "quantity-purchased", "item-price"},
                    ',');
  commas.row({{"product-name", "\"a,\"\"b\"\"\nc\""}})
      .line("")
      .row({{"order-item-id", "2"}, {"sku", "\"open"}})
      .row({{"order-item-id", "3"}});
  constexpr std::size_t kEvery = kFewDraws ? 7 : 1;
  for (const char* end : {"\n", "\r\n", "\r"}) {
    const std::string tabbed = std::string(end) + end + text.text_with(end);
    expect_same_in_any_chunks(tabbed, "tabs", kEvery);
    expect_same_in_any_chunks("\xEF\xBB\xBF" + tabbed, "tabs behind a mark",
                              kEvery);
    expect_same_in_any_chunks(utf16(tabbed, false), "UTF-16LE", kEvery);
    expect_same_in_any_chunks(utf16(tabbed, true), "UTF-16BE", kEvery);
    expect_same_in_any_chunks(commas.text_with(end), "commas", kEvery);
  }
}

TEST(Chunks, long_rows_are_the_same_rows_in_large_and_small_chunks) {
  constexpr std::size_t kLonger = (1 << 20) + (1 << 18);
  const std::string header =
      "order-id,order-item-id,purchase-date,sku,product-name,quantity-"
      "purchased\n";
  const std::string front = "250-1234567-1234567,1,2026-11-17,A,";
  const std::string good = "250-1234567-1234567,2,2026-11-17,B,cup,1\n";
  const std::string texts[] = {
      header + front + std::string(kLonger, 'x') + ",1\n" + good,
      header + front + "\"" + std::string(kLonger, 'x') + "\",1\n" + good,
      header + front + "\"" +
          [] {
            std::string lines;
            while (lines.size() < kLonger)
              lines += std::string(999, 'l') + "\n";
            return lines;
          }() +
          "\",1\n" + good,
      ReportText::unshipped()
          .row({{"product-name", std::string(kLonger, 'x')}})
          .row({{"order-item-id", "2"}})
          .text(),
  };
  for (const std::string& text : texts) {
    const auto expected = read_in_chunks(text, 1 << 16);
    ASSERT_TRUE(expected.has_value());
    for (const std::size_t chunk :
         std::initializer_list<std::size_t>{1 << 18, (1 << 20) + 77, 1 << 24}) {
      const auto report = read_in_chunks(text, chunk);
      ASSERT_TRUE(report.has_value());
      EXPECT_EQ(dump(*report), dump(*expected)) << chunk;
    }
  }
}

}  // namespace
}  // namespace parcelwise
