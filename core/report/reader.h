// Bytes of one file to a Report: encoding found, delimiter sniffed, header
// matched by name, rows accepted or rejected, each with its reason.
//
//   ReportReader reader("orders.txt", {});
//   while (has more) if (auto read = reader.feed(chunk); !read) -> ReadError
//   auto report = std::move(reader).finish();
//
// A success: a JP unshipped report gives kUnshippedOrders, its lines, and a
// Reject for each row that a rule could not trust.
// A failure: a PDF gives ReadErrorCode::kNotAReport with what was found, after
// its first line; nothing of it is kept.
//
// ENCODING  A byte order mark decides; else what most texts with bytes above
// ASCII speak for: UTF-8 where they are valid UTF-8, CP932 where they are valid
// and look Japanese, else windows-1252, which can read anything. A row that the
// file's encoding cannot read is a bad-encoding reject.
//
// SLICES  A large file can be read by several readers at once, and is then put
// together to what one would have read. A slice begins where a row does; its
// reader is fed the header's bytes first:
//
//   first.feed(front); first.header_bytes()           -> 412; 0: not this file
//   first.find_cut(bytes from the middle on)          -> 96; nullopt: no cut
//   first.feed(what is left before the cut)           // in one thread
//   next.feed(412 bytes of header), next.feed(slice)  // in another
//   if (!first.append(std::move(next))) first.feed(slice)
//
// TWO WAYS  A row of an order report in a tab file in which all is as expected
// is read the plain way (reader_plain.cc): it is looked at, and nothing is
// changed before all of it is known to be right. Every other row is left to the
// careful way, which knows all that a row may be and why it is rejected. Where
// the plain way takes a row the careful one would have read the same.
//
// LIMITS  kMaxRowBytes a row (report/splitter.h), and those below.
#ifndef PARCELWISE_REPORT_READER_H_
#define PARCELWISE_REPORT_READER_H_

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <unordered_map>
#include <utility>
#include <vector>

#include "report/cells.h"
#include "report/refund_rows.h"
#include "report/report.h"
#include "report/row_layout.h"
#include "report/text_record.h"
#include "text/text_hash.h"

namespace parcelwise {

inline constexpr std::size_t kMaxFieldBytes = 32'767;  // a spreadsheet's cell
inline constexpr std::size_t kMaxFields = 1'024;
inline constexpr std::size_t kMaxHeaderBytes = 64 * 1'024;
inline constexpr std::uint32_t kMaxRows = 50'000'000;
inline constexpr std::size_t kMaxRejects = 100'000;  // kept; all are counted

enum class ReadErrorCode {
  kEmpty,        // no bytes, or only row ends
  kNotText,      // a header line with bytes that no text has: a photo, a PDF
  kNotAReport,   // a first line that is the header of no report read here
  kOtherReport,  // an Amazon file of another kind; `found` names it
  kLongHeader,   // no row end within kMaxHeaderBytes
  kTooManyRows,  // more than kMaxRows
};

struct ReadError {
  ReadErrorCode code{};
  std::string file;
  std::string found;  // the first cells of the file, at most 80 bytes, UTF-8
};

struct ReadOptions {
  std::optional<Encoding> encoding;  // instead of the one found
  std::optional<ReportKind> kind;
  bool careful = false;  // for tests: no row is read the plain way
};

class ReportReader : private RowSink {
 public:
  ReportReader(std::string file, ReadOptions options);
  ~ReportReader() override = default;
  ReportReader(const ReportReader&) = delete;  // the splitter points back here
  ReportReader& operator=(const ReportReader&) = delete;

  // After an error the reader is finished; feed it no more.
  tl::expected<void, ReadError> feed(std::string_view bytes);
  tl::expected<Report, ReadError> finish();

  // How far the header line reaches in the file, its row end with it; 0 before
  // it is read, and of a file that is not read in slices: only orders in tabs
  // are.
  std::uint64_t header_bytes() const;

  // Where a good slice begins in these bytes, of which the first may stand
  // inside a row: behind a row end, where another order begins. Nullopt where
  // none is found, and of a file that is not read in slices.
  std::optional<std::size_t> find_cut(std::string_view bytes) const;

  // `next` was fed the header's bytes, and then bytes of the same file from
  // where this reader's end. True: this reader stands as if it had been fed
  // them itself, and `next` is used up. False where what stands in `next` may
  // depend on what stands before it, as a further line of this reader's last
  // order does: feed its bytes to this reader, which has not changed.
  bool append(ReportReader&& next);

  std::uint64_t bytes() const { return report_.counts.bytes; }
  std::uint32_t rows() const { return report_.counts.rows; }

 private:
  struct EncodingEvidence {
    std::uint32_t utf8 = 0;              // texts valid as UTF-8, above ASCII
    std::uint32_t cp932 = 0;             // not UTF-8, valid CP932
    std::uint32_t other = 0;             // neither
    std::uint64_t joined = 0, lone = 0;  // see Cp932Look
  };

  static constexpr std::size_t kShownBytes = 200;  // of a rejected text
  // Of orders or refunds: so many tell the marketplace.
  static constexpr std::uint32_t kVotes = 1000;

  void begin_text();
  void feed_text(std::string_view bytes);
  void feed_rows(std::string_view bytes);
  bool is_header_text(std::string_view line);
  bool goes_on_in(const ReportReader& next);
  std::vector<std::uint32_t> append_products(ReportReader& next,
                                             std::uint32_t texts_before);
  std::vector<std::uint32_t> append_shared_values(ReportReader& next);
  void append_fingerprint(const Report& next, std::uint32_t rows_before);
  void read_header(std::string_view line);
  void fail(ReadErrorCode code, std::string_view found);

  void row(const RowView& row) override;
  bool begins_row(std::string_view bytes, char comma) const override;
  bool starts_an_order(const RowView& row) const;
  void release_held_row();
  // False where the row is not plain; then nothing was changed.
  bool plain_row(const RowView& row, std::uint32_t number);
  bool read_plain_part(const RowView& row, OrderPart& part);
  bool read_plain_counts(const RowView& row, Line& line) const;
  bool read_plain_money(const RowView& row, LineMoney& money, bool& any);
  void data_row(const RowView& row, std::uint32_t number);
  // Of a row's hash, 0 of a rejected one. It is linear in the numbers of rows:
  // so two slices' are put together (append_fingerprint).
  void add_to_fingerprint(std::uint64_t reported, std::uint32_t number) {
    report_.fingerprint = report_.fingerprint * kFingerprintStep +
                          reported * 0xBF58476D1CE4E5B9u + number;
  }
  static constexpr std::uint64_t kFingerprintStep = 0x9E3779B97F4A7C15u;
  void accept_line(const RowView& row, std::uint32_t number, OrderId order,
                   ItemId item, bool same_part);
  bool check_shape(const RowView& row, std::uint32_t number);
  bool is_cut_off(const RowView& row) const;
  std::string_view text_beyond_header(const RowView& row) const;
  bool is_shifted(const RowView& row) const;
  void hold_row(const RowView& row, std::uint32_t number);
  void note_width(const RowView& row);
  std::string_view cell(const RowView& row, Column column) const;
  // The same in place, for what is asked of every row.
  [[gnu::always_inline]] std::string_view cell_here(const RowView& row,
                                                    Column column) const {
    return cell_at(row, layout_.at(column));
  }
  [[gnu::always_inline]] static std::string_view cell_at(const RowView& row,
                                                         std::size_t at) {
    return at < row.size() ? trim(row[at]) : std::string_view();
  }
  void note_last(const RowView& row);
  void keep_last();
  bool same_order_columns(const RowView& row) const;
  bool continues_part(const RowView& row, OrderId order) const {
    return has_last_ && report_.parts.size() > 0 &&
           report_.parts[report_.parts.size() - 1].order == order &&
           same_order_columns(row);
  }
  bool read_part(const RowView& row, std::uint32_t number, OrderId order);
  bool read_line(const RowView& row, std::uint32_t number, OrderId order,
                 ItemId item);
  void adjustment_row(const RowView& row, std::uint32_t number, OrderId order,
                      ItemId item);
  void settlement_row(const RowView& row, std::uint32_t number);
  void accept_refund_row(const RowView& row, std::uint32_t number);
  bool fold_continuation(const RowView& row, std::uint32_t number);
  bool read_quantity(const RowView& row, std::uint32_t number, Column column,
                     std::int32_t& quantity);
  bool read_money(const RowView& row, std::uint32_t number, LineMoney& money,
                  bool& any);
  std::optional<BadCell> spreadsheet_damage(const RowView& row) const;
  // What is read of a row once nothing in it can be rejected any more.
  void store_part(const RowView& row, OrderPart& part);
  void store_line(const RowView& row, Line& line);
  void reject(std::uint32_t number, RejectCode code,
              std::optional<Column> column, std::string_view value);
  void reject_cell(std::uint32_t number, RejectCode code, std::size_t position,
                   std::string_view value);
  void reject_bad(std::uint32_t number, const BadCell& bad);
  std::string shown(std::string_view bytes) const;

  // Of the row's texts, where the store will keep it if it has room.
  void begin_record(const RowView& row) {
    const std::size_t bytes = row.bytes().size();
    record_.begin(bytes, report_.texts_.room(TextRecord::most(bytes)));
    record_high_ = false;
    record_utf8_ = true;
    last_high_ = {};
  }
  void add_to_record(Column column, std::string_view value) {
    if (record_.add(column, value)) note_high(value);
  }
  void add_to_record(const RowView& row,
                     const std::vector<RowLayout::Placed<Column>>& columns);
  void note_high(std::string_view value) {
    record_high_ = true;
    if (value == last_high_) return;  // most buyers are the recipients
    last_high_ = value;
    record_utf8_ = record_utf8_ && is_valid_utf8(value);
  }
  // The shared value's number plus 1; 0 where it is blank, kOwnValue where it
  // is kept with the record alone.
  std::uint32_t add_shared_to_record(Column column, std::string_view value);
  static constexpr std::uint32_t kOwnValue = UINT32_MAX;
  std::uint32_t number_of(const Report::Clues& clues);
  std::uint32_t store_record();
  std::uint32_t store_product(const RowView& row);
  std::uint32_t area_of(const RowView& row) const;
  Bytes look_at_record();  // notes what its texts say about the encoding
  void note_marketplace(const RowView& row);
  void decide_encoding();
  void reject_unreadable_lines();
  void settle_returns();
  void settle_refunds();
  void find_areas();

  ReadOptions options_;
  Report report_;
  std::optional<Splitter> splitter_;
  std::optional<Utf16Reader> utf16_;
  std::optional<ReadError> error_;
  std::string head_;  // bytes before the end of the header line
  std::string header_line_;
  std::uint64_t header_bytes_ = 0;  // as far as its row end
  bool header_read_ = false;
  bool head_after_return_ =
      false;  // a CR was the last row end before the header
  bool first_bytes_ = true;
  std::uint32_t next_row_ = 1;
  std::uint32_t first_row_ = 0;  // behind the header
  EncodingEvidence evidence_;
  std::string text_;  // UTF-16 turned into UTF-8

  // The last accepted row, to see which columns of the next one are the same:
  // its columns that belong to the order, a span for each of its layout's
  // order_fields.
  // They lie in the bytes that are being fed while those are there, then in a
  // copy.
  std::string_view fed_;
  std::string_view last_bytes_;
  std::string last_copy_;
  std::vector<std::string_view> last_spans_;
  std::size_t last_size_ = 0;  // in fields
  bool has_last_ = false;
  // A short row that may go on behind an embedded newline.
  std::string held_bytes_;
  std::vector<std::uint32_t> held_ends_;
  // The row at hand, or at the end of the file its order: what a reject names.
  const RowView* judged_row_ = nullptr;
  std::optional<OrderId> judged_order_;
  std::uint32_t held_row_ = 0;
  std::uint32_t held_lines_ = 0;
  bool held_unended_ = false;
  std::uint32_t unended_row_ = 0;
  std::size_t fewest_fields_ = SIZE_MAX;  // of an accepted row
  bool ends_blank_ = false;               // an accepted row does
  // A longer row was asked about while none did.
  bool trusted_widths_ = false;
  // The length of rows that end in blank cells beyond the header's, as the
  // first two do; 0 where they do not.
  std::optional<std::size_t> padded_fields_;

  RowLayout layout_;
  TextRecord record_;
  std::string_view last_high_;  // of its texts
  bool record_high_ = false;    // it has a byte above ASCII
  bool record_utf8_ = true;     // and all of its texts are UTF-8
  std::string record_text_;     // else those above ASCII, a line each
  SettlementRows settlement_rows_;
  // A settlement's rows with texts above ASCII: whether they can be read only
  // the end of the file tells.
  struct RowOfRefund {
    std::uint32_t row, refund;
  };
  std::vector<RowOfRefund> rows_of_refunds_;
  TextNumbers product_numbers_;
  // By the SKU's hash, of those that share a place the last: a power of two, at
  // least two for each product.
  std::vector<std::uint32_t> last_of_sku_;
  TextNumbers shared_numbers_;
  std::vector<Bytes> shared_bytes_;  // of each; kOther is all but UTF-8
  TextNumbers clue_numbers_;
  std::uint32_t last_clues_ = Report::kOwnClues;
  StampReader stamps_;
  Currency last_currency_;
  std::array<std::uint32_t, kColumnCount> last_shared_{};  // by column, plus 1
  // What speaks for a marketplace, best evidence first: the sales channel, the
  // e-mail alias's domain, the currency.
  std::array<std::unordered_map<std::string, std::uint32_t>, 3> votes_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_READER_H_
