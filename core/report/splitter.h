// Bytes to rows and fields, in chunks that may end anywhere.
//
// Nothing is decoded here: tab, comma, quote, CR and LF never occur inside a
// character of UTF-8, CP932 or windows-1252, so a report splits as bytes.
//
// TAB FILES  A quote is a plain character (docs/formats.md 1.2). A row ends at
// LF, CR LF or CR.
// COMMA FILES  RFC 4180: a field that opens with a quote runs to the closing
// one, "" inside it is a quote, and row ends inside it belong to the field.
// Another ASCII character may stand in the comma's place; in CP932 none above
// 0x3F, where characters end. A quote is a plain character, and its field ends
// at the next comma or row end, where it never closes (before the end of the
// file, or within kMaxRowBytes), where text stands behind the closing one, and
// where a row of the sink's begins inside it, or where both the line that it
// opens in and the line that it closes in are rows of the sink's as they stand:
// two stray quotes take no other row with them.
//
// The bytes after the last row end are a row too; an empty remainder is not.
#ifndef PARCELWISE_REPORT_SPLITTER_H_
#define PARCELWISE_REPORT_SPLITTER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parcelwise {

enum class Delimiter : std::uint8_t { kTab, kComma };

// A longer row is handed on as far as it goes, marked `too_long`; the rest of
// its bytes are passed over without being kept.
inline constexpr std::size_t kMaxRowBytes = 1u << 20;

// One row. The bytes are valid until the sink returns.
class RowView {
 public:
  RowView(const char* data, const std::uint32_t* ends, std::size_t count)
      : data_(data), ends_(ends), count_(count) {}

  std::size_t size() const { return count_; }
  std::string_view operator[](std::size_t i) const {
    const std::uint32_t begin = i == 0 ? 0 : ends_[i - 1] + 1;
    return {data_ + begin, ends_[i] - begin};
  }
  // All fields with their separators (comma files: unquoted, separated by one
  // byte of no meaning).
  std::string_view bytes() const {
    return {data_, count_ == 0 ? 0 : ends_[count_ - 1]};
  }

  // Whether some byte is above 0x7F. Looked up anew: most rows are not asked.
  bool non_ascii() const;

  bool too_long = false;
  bool unended = false;     // no row end came, or a quote in it never closed
  std::uint32_t lines = 1;  // physical lines it took (quoted row ends)

 private:
  const char* data_;
  const std::uint32_t* ends_;  // where each field ends, from data_
  std::size_t count_;
};

class RowSink {
 public:
  virtual ~RowSink() = default;
  // A blank line is a row of one empty field.
  virtual void row(const RowView& row) = 0;
  // Whether what stands behind a row end within quotes, as far as the next
  // quote, begins a row of its own: then no quote was open.
  virtual bool begins_row(std::string_view /*bytes*/, char /*comma*/) const {
    return false;
  }
};

// A field of the line that `bytes` begin with, quotes being plain; "" where no
// comma ends it.
std::string_view plain_field(std::string_view bytes, char comma,
                             std::size_t number);

class Splitter {
 public:
  Splitter(Delimiter delimiter, RowSink& sink, char comma = ',')
      : delimiter_(delimiter), row_marks_{comma, '\r', '\n'}, sink_(sink) {}

  void feed(std::string_view bytes);
  void finish();  // the remainder, if any

  // The CR just before the first byte fed may be half of a CR LF.
  void expect_line_feed() { skip_line_feed_ = true; }

  // Whether the bytes fed so far end at a row end, and whatever comes begins a
  // row.
  bool between_rows() const {
    return carry_.empty() && !skip_line_feed_ && !skip_row_;
  }
  // Goes on where the other, fed with what follows, has come to. This one must
  // be between rows, and both of one delimiter.
  void go_on_from(Splitter&& other) {
    carry_ = std::move(other.carry_);
    skip_line_feed_ = other.skip_line_feed_;
    skip_row_ = other.skip_row_;
  }

 private:
  // Splits the whole rows of `bytes`; returns how many bytes they took.
  std::size_t split_tabs(std::string_view bytes);
  std::size_t split_commas(std::string_view bytes, bool at_end);
  // One comma row from the start of `bytes`; 0 if its end is not in there.
  std::size_t split_comma_row(std::string_view bytes, bool at_end);
  // The field that opens with a quote at `at`; returns where it ends, `at` if
  // the quote is plain, and npos if only `more` bytes, which may come, tell.
  std::size_t split_quoted(std::string_view window, std::size_t at, bool more,
                           bool at_end);
  bool holds_row(std::string_view quoted) const;
  // Whether the line that the window begins with and the later one in which the
  // quote stands are rows of the sink's; nullopt if only bytes to come tell.
  std::optional<bool> parts_rows(std::string_view window, std::size_t quote,
                                 bool more);
  bool ends_field(char c) const {
    return c == row_marks_[0] || c == row_marks_[1] || c == row_marks_[2];
  }
  void split_last_row(std::string_view bytes);
  void emit(const char* data, bool too_long);
  void emit_cut(const char* data);
  void keep(std::string_view rest);

  Delimiter delimiter_;
  const char row_marks_[3];  // what ends a field of a comma file
  RowSink& sink_;
  std::vector<std::uint32_t> ends_;
  std::string carry_;  // a row whose end has not come yet
  std::string unquoted_;
  bool skip_line_feed_ = false;  // the last row ended at a CR
  bool skip_row_ = false;        // passing over the rest of a too long row
  std::uint32_t lines_ = 1;
  bool unended_ = false;                   // the row at hand
  std::optional<bool> first_line_is_row_;  // of the row at hand, once asked
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_SPLITTER_H_
