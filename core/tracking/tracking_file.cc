// Bytes of a carrier's file to rows: encoding found, columns matched by name,
// every row read, refused or blank.
#include "tracking/tracking_file.h"

#include <algorithm>
#include <array>

#include "policy/carrier_services.h"
#include "report/splitter.h"
#include "text/shortened.h"
#include "text/trim.h"
#include "tracking/tracking_cells.h"
#include "tracking/tracking_columns.h"
#include "tracking/tracking_number.h"

namespace parcelwise {
namespace {

constexpr std::size_t kMostColumns = 1'024;
constexpr std::size_t kLongestCell = 1'000;
constexpr std::size_t kWidestLine = 5;  // order, number, carrier, service, day

bool is_blank(const RowView& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!trimmed_cell(row[i]).empty()) return false;
  }
  return true;
}

TrackingNoteCode code_of(NumberFault fault) {
  switch (fault) {
    case NumberFault::kSpreadsheet:
      return TrackingNoteCode::kExcelDamage;
    case NumberFault::kBlank:
      return TrackingNoteCode::kNoNumber;
    case NumberFault::kNone:
    case NumberFault::kWrong:
      return TrackingNoteCode::kBadNumber;
  }
  return TrackingNoteCode::kBadNumber;
}

void refuse(TrackingFile& file, std::uint32_t row, TrackingNoteCode code,
            std::string column, std::string_view value,
            std::string other = {}) {
  file.refused.push_back({file.file,
                          row,
                          code,
                          std::move(column),
                          shortened(value),
                          {},
                          std::move(other)});
}

// Checks the number and keeps the row, or refuses it.
void keep(TrackingFile& file, TrackingRow row, std::string_view written,
          const std::string& column) {
  row.number = plain_number(written);
  const NumberFault fault = number_fault(row.number, row.carrier);
  if (fault != NumberFault::kNone) {
    refuse(file, row.row, code_of(fault), column, written,
           number_limit(row.carrier));
    return;
  }
  file.read.push_back(std::move(row));
}

// What no column is called: an order, a day, a number of seven digits or more.
bool is_data(std::string_view cell) {
  if (written_order(cell) || read_ship_day(narrow_capitals(cell))) return true;
  const std::string plain = plain_number(cell);
  return plain.size() >= 7 &&
         plain.find_first_not_of("0123456789") == std::string::npos;
}

class TableReader : private RowSink {
 public:
  TableReader(TrackingFile& file, const TrackingMapping& mapping)
      : file_(file), mapping_(mapping) {}

  // Of a file that has no names of its own.
  TableReader(TrackingFile& file, const TrackingMapping& mapping,
              std::vector<std::string> names)
      : TableReader(file, mapping) {
    start(match_columns(std::move(names), {}));
  }

  std::size_t width() const { return width_; }  // of the first line

  // Whether some row names an order and has a number of the carrier's, or none
  // yet.
  bool certain() const { return certain_; }

  std::optional<TrackingError> read(std::string_view bytes) {
    Splitter splitter(delimiter_of(bytes), *this);
    splitter.feed(bytes);
    splitter.finish();
    if (error_) return std::move(error_);
    if (!header_read_)
      return TrackingError{TrackingErrorCode::kEmpty, file_.file, {}, {}};
    return std::nullopt;
  }

 private:
  // Of the first line that says something.
  static Delimiter delimiter_of(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of("\r\n");
    if (first == std::string_view::npos) return Delimiter::kTab;
    bytes.remove_prefix(first);
    const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
    return line.find('\t') == std::string_view::npos ? Delimiter::kComma
                                                     : Delimiter::kTab;
  }

  std::string decoded(std::string_view bytes) const {
    std::string text;
    append_utf8(bytes, file_.encoding, text);
    return text;
  }

  void row(const RowView& row) override {
    const std::uint32_t number = next_row_;
    next_row_ += row.lines;
    if (error_) return;
    if (!header_read_) {
      if (!is_blank(row)) read_header(row);
      return;
    }
    if (++file_.rows > kMostTrackingRows) {
      error_ = {TrackingErrorCode::kTooManyRows, file_.file, {}, {}};
      return;
    }
    if (is_blank(row)) {
      ++file_.blank;
      return;
    }
    read_row(row, number);
  }

  void read_header(const RowView& row) {
    header_read_ = true;
    width_ = row.size();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < row.size() && i < kMostColumns; ++i) {
      names.push_back(std::string(trimmed_cell(decoded(row[i]))));
    }
    std::string found;
    for (const std::string& name : names) {
      if (found.size() > 100) break;
      if (!found.empty()) found += ", ";
      found += name;
    }
    found = shortened(std::move(found));
    bool text = names.size() >= 2;
    for (const char c : found)
      text = text && static_cast<unsigned char>(c) >= 0x20;
    if (!text) {
      for (char& c : found) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
      }
      error_ = {
          TrackingErrorCode::kNotTracking, file_.file, std::move(found), {}};
      return;
    }
    TrackingColumns columns = match_columns(std::move(names), mapping_);
    if (columns.enough()) return start(std::move(columns));
    if (std::any_of(columns.names.begin(), columns.names.end(), is_data)) {
      error_ = {TrackingErrorCode::kNoHeader, file_.file, {}, {}};
      return;
    }
    std::vector<std::string> reported;
    for (const std::string& name : columns.names) {
      if (!name.empty() && reported.size() < 200)
        reported.push_back(shortened(name));
    }
    error_ = {TrackingErrorCode::kUnknownColumns, file_.file, std::move(found),
              std::move(reported)};
  }

  void start(TrackingColumns columns) {
    header_read_ = true;
    columns_ = std::move(columns);
    if (file_.form != TrackingForm::kLines) file_.form = form_of(columns_);
    file_.by_name = !columns_.has(TrackingColumn::kOrder);
    file_.order_column = columns_.name(file_.by_name ? TrackingColumn::kContents
                                                     : TrackingColumn::kOrder);
    file_.number_column = columns_.name(TrackingColumn::kNumber);
    file_.name_column = columns_.name(TrackingColumn::kName);
    carrier_ = carrier_of(form_of(columns_));
    if (carrier_.empty()) carrier_ = mapping_.carrier;
  }

  void read_row(const RowView& row, std::uint32_t number) {
    if (row.too_long) {
      return refuse(file_, number, TrackingNoteCode::kTooLong, "",
                    decoded(row[0]));
    }
    for (std::size_t i = columns_.names.size(); i < row.size(); ++i) {
      if (!trimmed_cell(row[i]).empty()) {
        return refuse(file_, number, TrackingNoteCode::kTooManyFields, "",
                      decoded(row[i]));
      }
    }
    std::array<std::string, kTrackingColumns> cells;
    for (std::size_t c = 0; c < kTrackingColumns; ++c) {
      const auto column = static_cast<TrackingColumn>(c);
      if (!columns_.has(column) || columns_.of(column) >= row.size()) continue;
      std::string text;
      const bool readable =
          append_utf8(row[columns_.of(column)], file_.encoding, text);
      const bool bad = !readable || text.find('\0') != std::string::npos;
      if (bad || text.size() > kLongestCell) {
        return refuse(
            file_, number,
            bad ? TrackingNoteCode::kBadEncoding : TrackingNoteCode::kTooLong,
            columns_.name(column), bad ? shown(text) : text);
      }
      cells[c] = std::string(trimmed_cell(text));
    }
    const auto cell = [&cells](TrackingColumn column) -> const std::string& {
      return cells[static_cast<std::size_t>(column)];
    };
    TrackingRow read;
    read.row = number;
    read.carrier = cell(TrackingColumn::kCarrier).empty()
                       ? carrier_
                       : carrier_named(cell(TrackingColumn::kCarrier));
    if (carrier_ == "yamato")
      read.service = service_of(carrier_, cell(TrackingColumn::kService));
    if (file_.form == TrackingForm::kClickPost) read.service = "クリックポスト";
    read.key = cell(TrackingColumn::kOrder);
    read.name = cell(TrackingColumn::kName);
    if (file_.by_name) {
      read_contents(cell(TrackingColumn::kContents), read);
    } else if (const auto order = written_order(read.key)) {
      read.orders.push_back(*order);
    } else if (is_scientific(read.key)) {
      return refuse(file_, number, TrackingNoteCode::kExcelDamage,
                    file_.order_column, read.key);
    }
    if (const std::string& day = cell(TrackingColumn::kShipped); !day.empty()) {
      read.shipped = read_ship_day(narrow_capitals(day));
      if (!read.shipped) {
        return refuse(file_, number, TrackingNoteCode::kBadDate,
                      columns_.name(TrackingColumn::kShipped), day);
      }
    }
    const std::string& written = cell(TrackingColumn::kNumber);
    const NumberFault fault = number_fault(plain_number(written), read.carrier);
    const bool fits =
        fault == NumberFault::kNone || fault == NumberFault::kBlank;
    certain_ = certain_ || (fits && !read.orders.empty());
    keep(file_, std::move(read), written, file_.number_column);
  }

  // Click Post has no field for the order; a seller may have its key printed
  // among the goods.
  static void read_contents(std::string_view contents, TrackingRow& read) {
    const std::string text = narrow_capitals(contents);
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      if (const auto order =
              written_order(std::string_view(text).substr(at, end - at))) {
        read.orders.push_back(*order);
        read.key = text.substr(at, end - at);
        return;
      }
      at = end + 1;
    }
  }

  static std::string shown(std::string text) {
    std::erase(text, '\0');
    return text;
  }

  TrackingFile& file_;
  const TrackingMapping& mapping_;
  TrackingColumns columns_;
  std::string carrier_;
  std::optional<TrackingError> error_;
  bool header_read_ = false;
  bool certain_ = false;
  std::size_t width_ = 0;
  std::uint32_t next_row_ = 1;
};

// One pasted line, cut into words.
class LineReader {
 public:
  LineReader(TrackingFile& file, const TrackingMapping& mapping)
      : file_(file), mapping_(mapping) {}

  void read(std::string_view line, std::uint32_t number) {
    TrackingRow read;
    read.row = number;
    read.carrier = mapping_.carrier;
    std::vector<std::string> numbers;
    const std::string text = words_of(line);
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      word(text.substr(at, end - at), read, numbers);
      at = end + 1;
    }
    if (read.orders.empty()) read.key = shortened(trimmed(line));
    std::string joined;
    bool pieces = true;  // "1234 5678 9012": one number in several words
    for (const std::string& piece : numbers) {
      pieces = pieces && piece.size() <= 6 &&
               piece.find_first_not_of("0123456789") == std::string::npos;
      if (!joined.empty()) joined += ' ';
      joined += piece;
    }
    if (numbers.size() > 1 && !pieces) {
      return refuse(file_, number, TrackingNoteCode::kBadNumber, "", joined,
                    number_limit(read.carrier));
    }
    keep(file_, std::move(read), joined, "");
  }

 private:
  static void word(const std::string& text, TrackingRow& read,
                   std::vector<std::string>& numbers) {
    if (text.empty()) return;
    if (const auto order = written_order(text)) {
      if (std::find(read.orders.begin(), read.orders.end(), *order) ==
          read.orders.end()) {
        read.orders.push_back(*order);
      }
      return;
    }
    const bool dated = text.find_first_of("/-") != std::string::npos;
    if (const auto day = dated ? read_ship_day(text) : std::nullopt) {
      read.shipped = day;
      return;
    }
    if (const TrackingCarrier* const carrier = carrier_called(text)) {
      read.carrier = std::string(carrier->id);
      return;
    }
    if (text.find_first_of("0123456789") != std::string::npos)
      numbers.push_back(text);
  }

  TrackingFile& file_;
  const TrackingMapping& mapping_;
};

// What the whole file speaks for: a carrier's is Japanese where it can be.
Encoding encoding_of(std::string_view bytes) {
  if (is_ascii(bytes)) return Encoding::kAscii;
  if (is_valid_utf8(bytes)) return Encoding::kUtf8;
  const Cp932Look look = look_as_cp932(bytes);
  // A byte that CP932 lacks costs its row, not the file.
  return look.joined >= look.lone && look.joined > 0 ? Encoding::kCp932
                                                     : Encoding::kWindows1252;
}

tl::expected<TrackingFile, TrackingError> read_table(
    TrackingFile file, std::string_view bytes, const TrackingMapping& mapping) {
  std::string turned;  // UTF-16 as UTF-8
  if (const auto mark = find_byte_order_mark(bytes)) {
    bytes.remove_prefix(mark->length);
    file.encoding = mark->encoding;
    if (mark->encoding != Encoding::kUtf8) {
      Utf16Reader reader(mark->encoding);
      reader.feed(bytes, turned);
      reader.finish(turned);
      bytes = turned;
    }
  } else {
    file.encoding = encoding_of(bytes);
  }
  const Encoding reported = file.encoding;
  if (!turned.empty()) file.encoding = Encoding::kUtf8;
  TableReader reader(file, mapping);
  if (auto error = reader.read(bytes)) {
    auto names = names_by_width(reader.width());
    if (error->code != TrackingErrorCode::kNoHeader || names.empty()) {
      return tl::unexpected(std::move(*error));
    }
    TableReader by_position(file, mapping, std::move(names));
    if (auto other = by_position.read(bytes))
      return tl::unexpected(std::move(*other));
    if (!by_position.certain()) return tl::unexpected(std::move(*error));
  }
  file.encoding = reported;
  return file;
}

// nullopt where it is text in no encoding.
std::optional<std::string> whole_text(std::string_view bytes) {
  std::string text;
  if (const auto mark = find_byte_order_mark(bytes)) {
    bytes.remove_prefix(mark->length);
    if (mark->encoding != Encoding::kUtf8) {
      Utf16Reader reader(mark->encoding);
      reader.feed(bytes, text);
      reader.finish(text);
      return text;
    }
  }
  if (!append_utf8(bytes, encoding_of(bytes), text)) return std::nullopt;
  return text;
}

// Of the first line that says something.
std::string_view first_line(std::string_view text) {
  const std::size_t first =
      std::min(text.find_first_not_of("\r\n"), text.size());
  return text.substr(first, text.find_first_of("\r\n", first) - first);
}

bool names_order(std::string_view line) {
  const std::string words = words_of(line);
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (written_order(std::string_view(words).substr(at, end - at)))
      return true;
    at = end + 1;
  }
  return false;
}

bool is_wide(std::string_view line) {
  return std::count_if(line.begin(), line.end(), [](char c) {
           return c == ',' || c == '\t';
         }) >= static_cast<std::ptrdiff_t>(kWidestLine);
}

std::string note_path(TrackingNoteCode code) {
  const char* const kind = code >= kFirstWarning     ? "warnings/"
                           : code >= kFirstUnmatched ? "unmatched/"
                                                     : "refused/";
  return std::string("tracking/") + kind +
         std::string(tracking_note_name(code));
}

}  // namespace

tl::expected<TrackingFile, TrackingError> read_tracking_file(
    std::string name, std::string_view bytes, const TrackingMapping& mapping) {
  TrackingFile file;
  file.file = std::move(name);
  file.form = TrackingForm::kTable;
  if (bytes.size() > kMostTrackingBytes) {
    return tl::unexpected(
        TrackingError{TrackingErrorCode::kTooLarge, file.file, {}, {}});
  }
  auto table = read_table(file, bytes, mapping);
  if (table) return table;
  const TrackingErrorCode code = table.error().code;
  if (code != TrackingErrorCode::kNotTracking &&
      code != TrackingErrorCode::kUnknownColumns &&
      code != TrackingErrorCode::kNoHeader) {
    return table;
  }
  const auto text = whole_text(bytes);
  if (!text || !names_order(first_line(*text))) return table;
  auto lines = read_tracking_lines(std::move(file.file), *text, mapping);
  const bool none = lines && lines->read.empty();
  return none && code == TrackingErrorCode::kNoHeader &&
                 is_wide(first_line(*text))
             ? table
             : lines;
}

tl::expected<TrackingFile, TrackingError> read_tracking_lines(
    std::string name, std::string_view text, const TrackingMapping& mapping) {
  TrackingFile file;
  file.file = std::move(name);
  file.form = TrackingForm::kLines;
  file.encoding = Encoding::kUtf8;
  if (text.size() > kMostTrackingBytes) {
    return tl::unexpected(
        TrackingError{TrackingErrorCode::kTooLarge, file.file, {}, {}});
  }
  if (auto table = read_table(file, text, mapping)) return table;
  LineReader reader(file, mapping);
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    const bool two = text.substr(end, 2) == "\r\n";
    text.remove_prefix(std::min(end + (two ? 2 : 1), text.size()));
    ++number;
    if (++file.rows > kMostTrackingRows) {
      return tl::unexpected(
          TrackingError{TrackingErrorCode::kTooManyRows, file.file, {}, {}});
    }
    if (trimmed(line).empty()) {
      ++file.blank;
    } else if (!is_valid_utf8(line) ||
               line.find('\0') != std::string_view::npos) {
      refuse(file, number, TrackingNoteCode::kBadEncoding, "", "");
    } else {
      reader.read(line, number);
    }
  }
  if (file.rows == file.blank) {
    return tl::unexpected(
        TrackingError{TrackingErrorCode::kEmpty, file.file, {}, {}});
  }
  return file;
}

std::string_view tracking_form_id(TrackingForm form) {
  constexpr std::string_view kIds[] = {
      "yamato-b2", "sagawa-ehiden3", "clickpost", "yuprint", "table", "lines"};
  return kIds[static_cast<std::size_t>(form)];
}

std::string_view tracking_note_name(TrackingNoteCode code) {
  constexpr std::string_view kNames[] = {
      "bad-number",   "excel-damage",    "no-number",     "bad-date",
      "bad-encoding", "too-many-fields", "too-long",      "conflict",
      "no-key",       "unknown-key",     "no-such-order", "no-such-name",
      "name-twice",   "check-digit",     "shared-number"};
  return kNames[static_cast<std::size_t>(code)];
}

std::span<const std::string_view> tracking_error_names() {
  static constexpr std::string_view kNames[] = {
      "empty",        "too-large",       "too-many-rows",
      "not-tracking", "unknown-columns", "no-header"};
  return kNames;
}

std::string_view tracking_error_name(TrackingErrorCode code) {
  return tracking_error_names()[static_cast<std::size_t>(code)];
}

std::string tracking_note_text(const TrackingNote& note, Language language) {
  return fill(Catalogue::of(language).text(note_path(note.code)),
              {{"file", note.file},
               {"row", std::to_string(note.row)},
               {"column", note.column},
               {"value", note.value},
               {"order", note.order},
               {"other", note.other}});
}

std::string tracking_error_text(const TrackingError& error, Language language) {
  std::string path = "tracking/errors/";
  path += tracking_error_name(error.code);
  return fill(Catalogue::of(language).text(path),
              {{"file", error.file}, {"found", error.found}});
}

}  // namespace parcelwise
