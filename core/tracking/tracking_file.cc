// Bytes of a carrier's file to rows: encoding found, columns matched by name,
// every row read, refused or blank.
#include "tracking/tracking_file.h"

#include <algorithm>
#include <array>

#include "files/json_reader.h"
#include "files/open_json.h"
#include "policy/carrier_layout.h"
#include "policy/carrier_services.h"
#include "report/splitter.h"
#include "text/shortened.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "text/width_fold.h"
#include "tracking/shipment_key.h"
#include "tracking/tracking_number.h"

namespace parcelwise {
namespace {

constexpr std::size_t kColumns =
    static_cast<std::size_t>(TrackingColumn::kCount);
constexpr std::size_t kMostColumns = 1'024;
constexpr std::size_t kLongestCell = 1'000;
constexpr std::size_t kWidestLine = 5;  // order, number, carrier, service, day

// Every name met for a column, folded; of two in one file the first here
// counts.
struct Alias {
  std::string_view name;
  TrackingColumn column;
};
constexpr Alias kAliases[] = {
    {"お客様管理番号", TrackingColumn::kOrder},
    {"お客様側管理番号", TrackingColumn::kOrder},
    {"orderid", TrackingColumn::kOrder},
    {"amazonorderid", TrackingColumn::kOrder},
    {"ordernumber", TrackingColumn::kOrder},
    {"注文番号", TrackingColumn::kOrder},
    {"受注番号", TrackingColumn::kOrder},
    {"管理番号", TrackingColumn::kOrder},
    {"idordine", TrackingColumn::kOrder},
    {"numeroordine", TrackingColumn::kOrder},
    {"お問い合せ送り状no", TrackingColumn::kNumber},
    {"お問い合わせ送り状no", TrackingColumn::kNumber},
    {"お問い合わせ番号", TrackingColumn::kNumber},
    {"お問い合せ番号", TrackingColumn::kNumber},
    {"お問い合わせ伝票番号", TrackingColumn::kNumber},
    {"お問合せ番号", TrackingColumn::kNumber},
    {"送り状番号", TrackingColumn::kNumber},
    {"伝票番号", TrackingColumn::kNumber},
    {"追跡番号", TrackingColumn::kNumber},
    {"trackingnumber", TrackingColumn::kNumber},
    {"trackingid", TrackingColumn::kNumber},
    {"tracking", TrackingColumn::kNumber},
    {"numeroditracking", TrackingColumn::kNumber},
    {"codicetracking", TrackingColumn::kNumber},
    {"出荷日", TrackingColumn::kShipped},
    {"出荷予定日", TrackingColumn::kShipped},
    {"発送日", TrackingColumn::kShipped},
    {"発送予定日", TrackingColumn::kShipped},
    {"仮引受確定作業年月日", TrackingColumn::kShipped},
    {"shipdate", TrackingColumn::kShipped},
    {"dataspedizione", TrackingColumn::kShipped},
    {"お届け先氏名", TrackingColumn::kName},
    {"お届け先名", TrackingColumn::kName},
    {"お届け先名称1", TrackingColumn::kName},
    {"recipientname", TrackingColumn::kName},
    {"内容品", TrackingColumn::kContents},
    {"carrier", TrackingColumn::kCarrier},
    {"carriercode", TrackingColumn::kCarrier},
    {"配送業者", TrackingColumn::kCarrier},
    {"運送会社", TrackingColumn::kCarrier},
    {"corriere", TrackingColumn::kCarrier},
    {"送り状種類", TrackingColumn::kService}};

// The meanings of a mapping, in the order of TrackingColumn.
constexpr std::array<std::string_view, kColumns> kMeanings = {
    "order", "number", "shipped", "name", "contents", "carrier", ""};

// Letters and digits only: "Order-ID" is "orderid".
std::string fold_name_of_column(std::string_view utf8) {
  std::string folded;
  for (const char32_t c : WidthFolded(utf8)) {
    const bool letter =
        c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    if (!letter) continue;
    char bytes[4];
    folded.append(bytes, write_utf8(c, bytes));
  }
  return folded;
}

bool is_blank(const RowView& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!trimmed_cell(row[i]).empty()) return false;
  }
  return true;
}

// Capitals and half-width forms, hyphens as they are.
std::string narrow_capitals(std::string_view utf8) {
  std::string text;
  for (const char32_t c : WidthFolded(utf8)) {
    char bytes[4];
    text.append(bytes,
                write_utf8(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c, bytes));
  }
  return text;
}

// "2026/11/20", "2026-11-20", "20261120", "2026/1/5", each with a time behind
// it or without.
std::optional<Day> read_ship_day(std::string_view text) {
  std::string digits[3];
  std::size_t part = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] != ' ' && text[i] != 'T'; ++i) {
    const char c = text[i];
    if (c == '/' || c == '-') {
      if (++part > 2) return std::nullopt;
    } else if (c >= '0' && c <= '9') {
      digits[part] += c;
    } else {
      return std::nullopt;
    }
  }
  if (part == 0 && digits[0].size() == 8) {
    digits[2] = digits[0].substr(6);
    digits[1] = digits[0].substr(4, 2);
    digits[0].resize(4);
  } else if (part != 2) {
    return std::nullopt;
  }
  if (digits[0].size() != 4 || digits[1].empty() || digits[1].size() > 2 ||
      digits[2].empty() || digits[2].size() > 2) {
    return std::nullopt;
  }
  for (std::size_t rest = i; rest < text.size(); ++rest) {
    const char c = text[rest];
    const bool of_time = (c >= '0' && c <= '9') || c == ':' || c == ' ' ||
                         c == 'T' || c == '.' || c == '+' || c == '-' ||
                         c == 'Z';
    if (!of_time) return std::nullopt;
  }
  const CivilDate date{std::stoi(digits[0]), std::stoi(digits[1]),
                       std::stoi(digits[2])};
  if (date.year < 2000 || !is_date(date)) return std::nullopt;
  return day_of(date);
}

// The columns of one header line: where each meaning stands.
struct Columns {
  std::array<std::int32_t, kColumns> at;
  std::vector<std::string> names;  // as the file spells them
  std::vector<std::string> folded;

  Columns() { at.fill(-1); }
  bool has(TrackingColumn column) const {
    return at[static_cast<std::size_t>(column)] >= 0;
  }
  std::size_t of(TrackingColumn column) const {
    return static_cast<std::size_t>(at[static_cast<std::size_t>(column)]);
  }
  std::string name(TrackingColumn column) const {
    return has(column) ? names[of(column)] : std::string();
  }
  bool calls(std::string_view name) const {
    return std::find(folded.begin(), folded.end(), name) != folded.end();
  }
  bool enough() const {
    return has(TrackingColumn::kNumber) &&
           (has(TrackingColumn::kOrder) || has(TrackingColumn::kName) ||
            has(TrackingColumn::kContents));
  }
};

Columns match_columns(std::vector<std::string> names,
                      const TrackingMapping& mapping) {
  Columns columns;
  columns.names = std::move(names);
  for (const std::string& name : columns.names) {
    columns.folded.push_back(fold_name_of_column(name));
  }
  const auto place = [&columns](std::string_view name, TrackingColumn column) {
    auto& at = columns.at[static_cast<std::size_t>(column)];
    if (at >= 0) return;
    const auto found =
        std::find(columns.folded.begin(), columns.folded.end(), name);
    if (found != columns.folded.end()) {
      at = static_cast<std::int32_t>(found - columns.folded.begin());
    }
  };
  for (const auto& [name, column] : mapping.columns) place(name, column);
  for (const Alias& alias : kAliases) place(alias.name, alias.column);
  return columns;
}

TrackingForm form_of(const Columns& columns) {
  if (columns.calls("送り状種類") && columns.calls("伝票番号"))
    return TrackingForm::kYamatoB2;
  if (columns.calls("お問い合せ送り状no")) return TrackingForm::kSagawaEhiden3;
  if (columns.calls("お客様側管理番号") && columns.calls("お問い合わせ番号")) {
    return TrackingForm::kYuPrint;
  }
  if (columns.calls("お問い合わせ番号") && columns.calls("お届け先氏名")) {
    return TrackingForm::kClickPost;
  }
  return TrackingForm::kTable;
}

std::string_view carrier_of(TrackingForm form) {
  switch (form) {
    case TrackingForm::kYamatoB2:
      return "yamato";
    case TrackingForm::kSagawaEhiden3:
      return "sagawa";
    case TrackingForm::kClickPost:
    case TrackingForm::kYuPrint:
      return "japan-post";
    case TrackingForm::kTable:
    case TrackingForm::kLines:
      return {};
  }
  return {};
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

// A carrier as a cell or a person names it: an id where it is known.
std::string carrier_named(std::string_view text) {
  const TrackingCarrier* const known = carrier_called(text);
  return known == nullptr ? std::string(text) : std::string(known->id);
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

// The names that a file of so many columns leaves out; none where no layout
// with a tracking number has that many (docs/formats.md 3.1, 3.2).
std::vector<std::string> names_by_width(std::size_t width) {
  constexpr std::pair<std::size_t, std::string_view> kWidths[] = {
      {95, "yamato-b2"}, {97, "yamato-b2"}, {74, "sagawa-ehiden3"}};
  for (const auto& [its_width, id] : kWidths) {
    if (its_width != width) continue;
    const CarrierLayout layout = *CarrierLayout::of(id);
    std::vector<std::string> names;
    for (const CarrierColumn& column : layout.columns)
      names.push_back(column.name);
    names.resize(width);
    return names;
  }
  return {};
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
    Columns columns = match_columns(std::move(names), mapping_);
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

  void start(Columns columns) {
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
    std::array<std::string, kColumns> cells;
    for (std::size_t c = 0; c < kColumns; ++c) {
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
  Columns columns_;
  std::string carrier_;
  std::optional<TrackingError> error_;
  bool header_read_ = false;
  bool certain_ = false;
  std::size_t width_ = 0;
  std::uint32_t next_row_ = 1;
};

// A line as words with one space or more between them: whatever people put
// between an order and its number is a space.
std::string words_of(std::string_view line) {
  std::string text = narrow_capitals(line);
  constexpr std::string_view kComma = "、";
  for (std::size_t comma = text.find(kComma); comma != std::string::npos;
       comma = text.find(kComma, comma)) {
    text.replace(comma, kComma.size(), " ");
  }
  constexpr std::string_view kBetween = ",;:|=\"";
  for (char& c : text) {
    if (kBetween.find(c) != std::string_view::npos) c = ' ';
  }
  return text;
}

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

std::optional<OrderId> written_order(std::string_view utf8) {
  const std::string text = narrow_capitals(trimmed_cell(utf8));
  if (const auto order = order_named(text)) return order;
  if (text.size() != 17) return std::nullopt;
  return OrderId::parse(text.substr(0, 3) + "-" + text.substr(3, 7) + "-" +
                        text.substr(10));
}

namespace {

class MappingReader : private JsonReader {
 public:
  tl::expected<TrackingMapping, JsonComplaint> read(const Json& json) {
    if (!json.is_object()) {
      return tl::unexpected(
          describe("", json, "an object with columns and carrier"));
    }
    known_members("", json, {"columns", "carrier"});
    TrackingMapping mapping;
    const Json& carrier = member(json, "carrier");
    if (!carrier.is_null()) {
      mapping.carrier = carrier_named(text_of(carrier));
      if (!carrier.is_string() || mapping.carrier.size() > kLongestCarrier) {
        note("/carrier", carrier, "a carrier's name of at most 60 bytes");
      }
    }
    const Json& columns = member(json, "columns");
    if (!columns.is_null() && !columns.is_object()) {
      note("/columns", columns, "an object of meanings by column");
    } else if (columns.is_object()) {
      read_columns(columns, mapping);
    }
    if (complaint_) return tl::unexpected(std::move(*complaint_));
    return mapping;
  }

 private:
  static constexpr std::size_t kLongestCarrier = 60;

  void read_columns(const Json& columns, TrackingMapping& mapping) {
    for (const auto& [column, meaning] : columns.items()) {
      const auto found =
          std::find(kMeanings.begin(), kMeanings.end() - 1, text_of(meaning));
      if (found == kMeanings.end() - 1) {
        std::string expected = "one of";
        for (const std::string_view name : kMeanings) {
          if (!name.empty()) expected += " " + std::string(name);
        }
        return note("/columns" + pointer_step(column), meaning,
                    std::move(expected));
      }
      mapping.columns.emplace_back(
          fold_name_of_column(column),
          static_cast<TrackingColumn>(found - kMeanings.begin()));
    }
  }
};

}  // namespace

tl::expected<TrackingMapping, JsonComplaint> read_tracking_mapping(
    std::string_view text) {
  if (text.empty()) return TrackingMapping();
  const auto json = open_json(text);
  if (!json) return tl::unexpected(complaint_of(json.error()));
  return MappingReader().read(*json);
}

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
