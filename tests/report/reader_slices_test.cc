// Tests core/report/reader_slices.cc: a report read in slices says what one
// reader says of it, byte for byte, whether the slices are put together or not.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "draws.h"
#include "report/reader.h"
#include "report/report_text.h"
#include "report/same_report.h"

namespace parcelwise {
namespace {

// "" where both say the same, or fail alike.
std::string difference(const tl::expected<Report, ReadError>& a,
                       const tl::expected<Report, ReadError>& b) {
  if (a && b)
    return ReportDifference::of(*a, *b, ReportDifference::Handles::kLeftOut);
  if (a || b) return "one fails";
  return a.error().code == b.error().code && a.error().found == b.error().found
             ? ""
             : "error";
}

struct Sliced {
  tl::expected<Report, ReadError> report;
  int tried = 0, appended = 0;
};

// The slices begin at `cuts`; each is fed in chunks of that size.
Sliced read_sliced(std::string_view text, const std::vector<std::size_t>& cuts,
                   std::size_t chunk = 1u << 20, ReadOptions options = {}) {
  const auto feed = [&](ReportReader& reader, std::size_t from,
                        std::size_t to) {
    for (std::size_t at = from; at < to; at += chunk) {
      if (!reader.feed(text.substr(at, std::min(chunk, to - at)))) return;
    }
  };
  const auto end = [&](std::size_t i) {
    return i < cuts.size() ? cuts[i] : text.size();
  };
  ReportReader first("orders.txt", options);
  feed(first, 0, end(0));
  const auto head = static_cast<std::size_t>(first.header_bytes());
  int tried = 0, appended = 0;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    ReportReader next("orders.txt", options);
    next.feed(text.substr(0, head));
    feed(next, cuts[i], end(i + 1));
    ++tried;
    if (first.append(std::move(next))) {
      ++appended;
    } else {
      feed(first, cuts[i], end(i + 1));
    }
  }
  return {first.finish(), tried, appended};
}

// A report of so many orders with everything that spoils one, as often as the
// draw has it.
class DirtyReport {
 public:
  DirtyReport(std::mt19937& random, int orders) : random_(random) {
    const auto rate = [&] { return random_() % 3 == 0 ? random_() % 20 : 0; };
    short_ = rate(), long_ = rate(), bad_ = rate(), blank_ = rate(),
    broken_ = rate(), header_ = rate() / 8, more_lines_ = 10 + rate() * 2,
    goes_on_ = rate(), other_order_ = rate(), kinds_of_text_ = random_() % 4,
    ends_blank_ = random_() % 2 * 50, cities_ = random_() % 4 == 0 ? 9999 : 30,
    names_ = 1 + random_() % 3;
    row_end_ = random_() % 3 == 0 ? "\r\n" : "\n";
    text_ = std::string(random_() % 4 == 0 ? "\xEF\xBB\xBF" : "") + header() +
            row_end_;
    for (int i = 0; i < orders; ++i) order(i);
    if (random_() % 4 == 0) text_.resize(text_.size() - random_() % 90);
  }
  const std::string& text() const { return text_; }

 private:
  static std::string header() {
    return "order-id\torder-item-id\tpurchase-date\tbuyer-email\tbuyer-name\t"
           "buyer-phone-number\tsku\tproduct-name\tquantity-purchased\t"
           "currency\titem-price\titem-promotion-discount\tship-city\t"
           "sales-channel\trecipient-name\tship-address-1\tship-postal-code\t"
           "ship-country\tis-prime\tgift-message-text";
  }
  bool now(std::uint64_t percent) { return random_() % 100 < percent; }
  template <typename... T>
  std::string one_of(T... values) {
    const std::string_view all[] = {values...};
    return std::string(all[random_() % sizeof...(values)]);
  }
  std::string words() {
    if (kinds_of_text_ == 0 || now(40)) return one_of("", "Tanaka", "a b c");
    if (kinds_of_text_ == 1 || (kinds_of_text_ == 3 && now(80)))
      return one_of("\u6E05\u6C34", "\u5343\u8449\u770C", "caf\u00E9");
    return now(5) ? one_of("caf\xE9", "\xFF\xFEx")
                  : one_of("\x90\xB4\x90\x85", "\x90\xE7\x97\x74\x8C\xA7");
  }
  std::string number(std::uint64_t below) {
    return std::to_string(random_() % below);
  }

  void order(int i) {
    const std::string id = "250-1234567-" + std::to_string(1000000 + i);
    const std::string of_order[] = {
        now(bad_) ? one_of("yesterday", "45000.5", "1999-99-99")
                  : "2026-11-1" + number(10) + "T01:00:00+00:00",
        now(3) ? "no address" : "b" + number(99) + "@marketplace.amazon.co.jp",
        words(),
        now(bad_) ? "9012345678" : "09012345678",
        words() + number(cities_),
        one_of("Amazon.co.jp", "Amazon.com", ""),
        words(),
        words(),
        one_of("135-0061", "260-7752"),
        "JP",
        one_of("true", "false", "ja", "")};
    const int lines =
        now(more_lines_) ? 2 + static_cast<int>(random_() % 3) : 1;
    for (int line = 0; line < lines; ++line) {
      const std::string item = std::to_string(10000000000000 + i * 9 + line);
      const std::string sku = "SKU-" + number(200);
      const auto row = [&](bool promotion) {
        return id + "\t" + (now(bad_) ? "x" : item) + "\t" + of_order[0] +
               "\t" + of_order[1] + "\t" + of_order[2] + "\t" + of_order[3] +
               "\t" + (promotion ? "" : sku) + "\t" +
               (promotion ? "" : sku + " \xE3\x82\xAB" + number(names_)) +
               "\t" +
               (promotion   ? ""
                : now(bad_) ? "many"
                            : "1") +
               "\tJPY\t" + (now(bad_) ? "1.5" : one_of("1000", "1000", "")) +
               "\t" + (promotion ? "-10" : "") + "\t" + of_order[4] + "\t" +
               of_order[5] + "\t" + of_order[6] + "\t" + of_order[7] + "\t" +
               of_order[8] + "\t" + of_order[9] + "\t" + of_order[10] + "\t" +
               (now(ends_blank_) ? "" : "for you");
      };
      write(row(false));
      if (now(goes_on_)) write(row(true));
    }
    if (now(blank_)) write(one_of("", "\t\t\t", "  "));
    if (now(header_)) write(header());
    if (now(bad_)) write(id + "\tfew");
    // Again, behind others.
    if (now(other_order_) && i > 0)
      write("250-1234567-" + std::to_string(1000000 + i - 1) + "\tfew");
  }
  void write(std::string row) {
    if (now(short_) && row.size() > 20) row.resize(row.rfind('\t'));
    if (now(broken_) && row.size() > 20)
      row[row.size() * (random_() % 100) / 100] = '\n';
    if (now(long_)) row += now(20) ? "\ttext" : "\t";
    text_ += row + row_end_;
  }

  std::mt19937& random_;
  std::uint64_t short_, long_, bad_, blank_, broken_, header_, more_lines_,
      goes_on_, other_order_;
  std::uint64_t kinds_of_text_, ends_blank_, cities_, names_;
  std::string row_end_, text_;
};

std::size_t row_end_from(const std::string& text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string::npos ? text.size() : end + 1;
}

// Cutting at random row ends into 2, 3, 4 and 8 slices gives the same as one.
TEST(ReaderSlices, any_cuts_give_what_one_reader_gives) {
  std::mt19937 random(20261201);
  int tried = 0, appended = 0;
  for (int draw = 0; draw < draws(60); ++draw) {
    const bool large = draw % 4 != 0;
    const DirtyReport report(random, large ? 1700 : 300);
    const std::string& text = report.text();
    const auto whole = read_report(text);
    ReportReader head("orders.txt", {});
    head.feed(std::string_view(text).substr(0, 4000));
    for (const std::size_t slices : {2u, 3u, 4u, 8u}) {
      // Behind the orders that tell the marketplace, or anywhere behind the
      // header; where the reader says, or at any row end.
      const std::size_t from = large ? text.size() * 7 / 10 : 1000;
      std::vector<std::size_t> cuts;
      while (cuts.size() + 1 < slices)
        cuts.push_back(from + random() % (text.size() - from));
      std::sort(cuts.begin(), cuts.end());
      const bool chosen = random() % 3 != 0;
      for (std::size_t& cut : cuts) {
        const auto found = head.find_cut(std::string_view(text).substr(cut));
        cut = chosen && found ? cut + *found : row_end_from(text, cut);
      }
      const Sliced sliced =
          read_sliced(text, cuts, random() % 2 == 0 ? 1u << 20 : 777);
      ASSERT_EQ(difference(sliced.report, whole), "")
          << "draw " << draw << ", " << slices << " slices, " << sliced.appended
          << " of " << sliced.tried << " appended";
      if (!large || !chosen) continue;
      tried += sliced.tried;
      appended += sliced.appended;
    }
  }
  // Few draws may be of files of which little can be put together.
  EXPECT_GT(appended, kFewDraws ? 0 : tried * 3 / 5) << tried;
}

// A pending order of one line; its row ends in a blank cell unless told.
std::string row_of(int i, std::string_view last_cell = "",
                   std::string_view product = "A tea pot") {
  std::string row = "250-1234567-" + std::to_string(1000000 + i) +
                    "\t10000000000001\t2026-11-17T01:00:00+00:00\tSKU-1\t";
  row += product;
  row += "\t1\t";
  row += last_cell;
  return row + "\n";
}
// From one number to before the other.
std::string rows_of(int from, int to, std::string_view last_cell = "") {
  std::string rows;
  for (int i = from; i < to; ++i) rows += row_of(i, last_cell);
  return rows;
}
std::string head() { return ReportText::pending_orders().text(); }
// Both are valid in CP932; the second is so by chance.
constexpr const char* kKanji = "\x90\xB4\x90\x85";
constexpr const char* kLone = "\xE9tage";
// With a cell more than the header has.
std::string padded(std::string rows) {
  std::string text;
  for (const char c : rows) text += c == '\n' ? "\t\n" : std::string(1, c);
  return text;
}
std::string unended(std::string rows) {
  rows.pop_back();
  return rows;
}
std::string shortened(std::string rows) {
  std::string text;
  for (const char c : rows) {
    if (c == '\n') text.resize(text.rfind('\t'));
    text += c;
  }
  return text;
}

TEST(ReaderSlices, are_put_together_unless_the_one_before_may_matter) {
  struct Case {
    const char* name;
    bool appended;
    std::string before, behind;
  };
  const std::string first = head() + rows_of(0, 1100);
  const std::string next = rows_of(1100, 1200);
  const Case cases[] = {
      {"orders of one line", true, first, next},
      {"just enough that vote", true, head() + rows_of(0, 1000), next},
      {"a slice that ends inside a row", true, first,
       next.substr(0, next.size() - 40)},
      {"a slice that ends in a short row", true, first,
       next.substr(0, next.size() - 20) + "\n"},
      {"a short row before", true, first + shortened(rows_of(7000, 7001)),
       next},
      {"short rows all over", true, head() + shortened(rows_of(0, 1100)),
       shortened(next)},
      {"bad rows further on", true, first, next + "x\n\n" + next},
      {"a longer row between rows that end in text", true,
       head() + rows_of(0, 1100, "Other"),
       rows_of(1100, 1101, "Other") + padded(rows_of(1101, 1102, "Other"))},
      {"texts behind that tell UTF-8", true, first,
       next + row_of(1200, "\u6E05\u6C34")},
      {"texts behind that tell CP932", true, first,
       next + row_of(1200, kKanji)},
      {"texts behind that tell neither", true, first,
       next + row_of(1200, kLone)},
      {"texts behind that are no CP932", true, first,
       next + row_of(1200, "caf\xE9")},
      {"texts before and behind", true, first + row_of(1200, kKanji),
       row_of(1201, kKanji) + next + row_of(1202, kLone)},
      // What one product's name tells counts once, wherever it stands.
      {"a product in CP932, a text in UTF-8", true,
       first + row_of(1200, "", kKanji),
       row_of(1201, "", kKanji) + next + row_of(1202, "\u6E05\u6C34")},
      {"a product in UTF-8, texts in CP932", true,
       first + row_of(1200, "", "\u6E05\u6C34"),
       row_of(1201, kKanji, "\u6E05\u6C34") + next + row_of(1202, kKanji)},
      {"a product that looks Japanese, texts that do not", true,
       first + row_of(1200, "", kKanji),
       row_of(1201, kLone, kKanji) + next + row_of(1202, kLone) +
           row_of(1203, kLone)},
      {"a product that does not look Japanese, texts that do", true,
       first + row_of(1200, "", kLone), row_of(1201, kKanji, kLone) + next},
      {"a product in no encoding, a text in UTF-8", true,
       first + row_of(1200, "", "caf\xE9"),
       row_of(1201, "", "caf\xE9") + next + row_of(1202, "\u6E05\u6C34")},
      // The last row has no end: it is judged by all before it.
      {"a short last row, as others behind are", true, first,
       shortened(next) + row_of(1200) + unended(shortened(row_of(1201)))},
      {"a text of the last row that a row behind has", true, first,
       next + row_of(1200, "\u6E05\u6C34") +
           unended(row_of(1201, "\u6E05\u6C34"))},
      {"a longer last row behind one that ends in a blank", true,
       head() + rows_of(0, 1100, "Other"),
       row_of(1100, "Other") + row_of(1101) + unended(row_of(1102, "Other\t"))},
      {"a last row of two lines that may have more", true, first,
       next + "250-1234567-1001200\t1\t2026-11-17\tSKU-1\tA\ntea\n"},
      {"one too few that vote", false, head() + rows_of(0, 999), next},
      {"half a row before", false, first.substr(0, first.size() - 40),
       first.substr(first.size() - 40) + next},
      {"a CR before, whose LF follows", false,
       first.substr(0, first.size() - 1) + "\r", "\n" + next},
      {"half of a too long row before", false,
       first + std::string(kMaxRowBytes + 9, 'x'), next + next},
      {"rows padded alike", false, head() + padded(rows_of(0, 1100)),
       padded(next)},
      {"rows before padded", false, head() + padded(rows_of(0, 1100)), next},
      {"two rows padded behind", false, first,
       padded(rows_of(1100, 1102)) + next},
      {"another line of the last order", false, first,
       rows_of(1099, 1100) + next},
      {"another line of a last order that waited", false,
       first + shortened(rows_of(7000, 7001)), rows_of(7000, 7001) + next},
      {"a blank row behind", false, first, "\n" + next},
      {"a header behind", false, first, head() + next},
      {"a bad row behind", false, first, "x\n" + next},
      {"a bad row of the last order behind", false, first,
       "250-1234567-1001099\tx\n" + next},
      {"nothing but bad rows behind", false, first, "x\nx\n"},
      {"one short row behind", false, first, shortened(rows_of(1100, 1101))},
      {"nothing behind", false, first, ""},
      {"a longer row that is right where no row ends in a blank", false, first,
       rows_of(1100, 1101, "Other") + padded(rows_of(1101, 1102, "Other"))},
  };
  for (const Case& row : cases) {
    const std::string text = row.before + row.behind;
    const Sliced sliced = read_sliced(text, {row.before.size()});
    EXPECT_EQ(sliced.appended == 1, row.appended) << row.name;
    EXPECT_EQ(difference(sliced.report, read_report(text)), "") << row.name;
  }
}

// One more than is kept brings a warning with its row.
TEST(ReaderSlices, are_put_together_while_all_rejects_are_kept) {
  std::string bad_rows;
  for (std::size_t i = 0; i < kMaxRejects / 2; ++i) bad_rows += "9\n";
  const std::string before = head() + rows_of(0, 1100) + bad_rows;
  for (const std::string_view more : {"", "9\n"}) {
    const std::string text = before + rows_of(1100, 1101) + bad_rows +
                             std::string(more) + rows_of(1101, 1102);
    const Sliced sliced = read_sliced(text, {before.size()});
    ASSERT_TRUE(sliced.report.has_value());
    EXPECT_EQ(sliced.appended, more.empty() ? 1 : 0);
    EXPECT_EQ(sliced.report->rejects.size(), kMaxRejects);
    EXPECT_EQ(sliced.report->counts.rejected, kMaxRejects + more.size() / 2);
    EXPECT_EQ(sliced.report->warnings.size(), more.size() / 2);
  }
}

TEST(ReaderSlices, are_of_one_file_read_in_one_way) {
  struct Side {
    std::string text;
    ReadOptions options{};
  };
  struct Case {
    const char* name;
    bool appended;
    Side first, next;
  };
  const std::string first = head() + rows_of(0, 1100);
  const std::string next = head() + rows_of(1100, 1200);
  const std::string swapped =
      ReportText({"sku", "order-item-id", "purchase-date", "order-id",
                  "product-name", "quantity-purchased", "payment-type"})
          .row({{"order-id", "250-1234567-1001100"}})
          .row({})
          .text();
  const ReadOptions cp932{Encoding::kCp932, {}};
  const ReadOptions all{{}, ReportKind::kAllOrders};
  const ReadOptions returns{{}, ReportKind::kReturns};
  const Case cases[] = {
      {"alike", true, {first}, {next}},
      {"options alike", true, {first, cp932}, {next, cp932}},
      {"another header", false, {first}, {swapped}},
      {"another encoding", false, {first}, {next, cp932}},
      {"another kind", false, {first}, {next, all}},
      {"returns", false, {first, returns}, {next, returns}},
      {"no header yet", false, {"order-id"}, {next}},
      {"none behind", false, {first}, {"order-id"}},
      {"a file of another kind", false, {first}, {"%PDF-1.7\nx\n"}},
  };
  for (const Case& row : cases) {
    ReportReader before("orders.txt", row.first.options);
    ReportReader behind("orders.txt", row.next.options);
    before.feed(row.first.text);
    behind.feed(row.next.text);
    EXPECT_EQ(before.append(std::move(behind)), row.appended) << row.name;
  }
}

// One that was put together itself is of three slices; its bytes are fed.
TEST(ReaderSlices, are_taken_one_after_the_other) {
  ReportReader first("orders.txt", {}), second("orders.txt", {}),
      third("orders.txt", {});
  first.feed(head() + rows_of(0, 1100));
  second.feed(head() + rows_of(1100, 2200));
  third.feed(head() + rows_of(2200, 2300));
  EXPECT_TRUE(second.append(std::move(third)));
  EXPECT_FALSE(first.append(std::move(second)));
}

TEST(ReaderSlices, only_orders_in_tabs_are_cut) {
  struct Case {
    const char* name;
    std::string text;
    bool cut;
  };
  const auto twice = [](ReportText report, const char* column,
                        const char* first) {
    report.row({{column, first}});
    return report.row({}).row({}).text();
  };
  const auto utf16 = [](const std::string& text) {
    std::string bytes = "\xFF\xFE";
    for (const char c : text) bytes += std::string{c, '\0'};
    return bytes;
  };
  const std::string tabs =
      twice(ReportText::unshipped(), "order-id", "250-0000000-0000000");
  std::string commas = tabs;
  for (char& c : commas) c = c == '\t' ? ',' : c;
  const Case cases[] = {
      {"unshipped orders", tabs, true},
      {"new orders",
       twice(ReportText::new_orders(), "order-id", "250-0000000-0000000"),
       true},
      {"all orders",
       twice(ReportText::all_orders(), "amazon-order-id",
             "250-0000000-0000000"),
       true},
      {"pending orders",
       twice(ReportText::pending_orders(), "order-id", "250-0000000-0000000"),
       true},
      {"with a mark", "\xEF\xBB\xBF" + tabs, true},
      {"commas", commas, false},
      {"UTF-16", utf16(tabs), false},
      {"returns",
       twice(ReportText::returns(), "Order ID", "250-0000000-0000000"), false},
      {"settlement",
       twice(ReportText::settlement(), "order-id", "250-0000000-0000000"),
       false},
      {"adjustments",
       twice(ReportText::adjustments(), "order-id", "250-0000000-0000000"),
       false},
      {"no report", "x\ty\n1\t2\n3\t4\n5\t6\n", false},
  };
  for (const Case& row : cases) {
    ReportReader reader("orders.txt", {});
    EXPECT_EQ(reader.header_bytes(), 0u) << row.name;
    reader.feed(row.text);
    EXPECT_EQ(reader.header_bytes(), row.cut ? row.text.find('\n') + 1 : 0)
        << row.name;
    EXPECT_EQ(reader.find_cut(row.text).has_value(), row.cut) << row.name;
  }
}

TEST(ReaderSlices, are_cut_where_another_order_begins) {
  struct Case {
    const char* name;
    std::string bytes;
    std::optional<std::size_t> cut;
  };
  const std::string a = "250-0000000-0000001\tx\n",
                    b = "250-0000000-0000002\tx\n";
  const Case cases[] = {
      {"behind half a row", "half\n" + a + b + b, 5 + a.size()},
      {"not between lines of an order", "half\n" + a + a + b + b,
       5 + 2 * a.size()},
      {"not behind a row without an order", "half\n" + a + "x\ty\n" + b + a + a,
       5 + a.size() + 4 + b.size()},
      {"not behind a blank row", "half\n" + a + "\n" + b + b, std::nullopt},
      {"not before the last row, which may go on",
       "half\n" + a + b.substr(0, 20), std::nullopt},
      {"one order alone", "half\n" + a + a + a, std::nullopt},
      {"no row end", "half", std::nullopt},
      {"one row end", "half\n", std::nullopt},
      {"CR LF", "half\r\n250-0000000-0000001\r\n250-0000000-0000002\r\n", 27},
      {"CR alone", "half\r250-0000000-0000001\r250-0000000-0000002\r",
       std::nullopt},
      {"nothing", "", std::nullopt},
  };
  ReportReader reader("orders.txt", {{}, ReportKind::kNewOrders});
  reader.feed("order-id\torder-item-id\tsku\tquantity-purchased\n");
  ASSERT_GT(reader.header_bytes(), 0u);
  for (const Case& row : cases)
    EXPECT_EQ(reader.find_cut(row.bytes), row.cut) << row.name;
  // The order id stands last.
  ReportReader last("orders.txt", {{}, ReportKind::kNewOrders});
  last.feed("sku\torder-item-id\tquantity-purchased\torder-id\n");
  EXPECT_EQ(last.find_cut("half\na\t1\t1\t250-0000000-0000001\r\n"
                          "a\t1\t1\t250-0000000-0000002\r\n"),
            5u + 27);
}

}  // namespace
}  // namespace parcelwise
