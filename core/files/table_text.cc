// Tables as text: the encoding, the separator, the cells, the heading. A table
// is small and edited by hand, so it is read whole, and a slip is told, not
// repaired.
#include "files/table_text.h"

#include <algorithm>

#include "files/json_reader.h"
#include "files/open_json.h"
#include "text/encoding.h"
#include "text/shortened.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "text/width_fold.h"

namespace parcelwise {
namespace {

constexpr std::size_t kMostBytes = 16u << 20;
constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kMostRows = 200'000;

TableError of_text(std::string_view value, std::string expected) {
  return {0, "", shortened(value), std::move(expected), ""};
}

// nullopt where a byte has no meaning in the encoding that the text shows.
std::optional<std::string> decoded(std::string_view bytes) {
  std::string text;
  if (const auto mark = find_byte_order_mark(bytes)) {
    bytes.remove_prefix(mark->length);
    if (mark->encoding == Encoding::kUtf8) {
      if (!is_valid_utf8(bytes)) return std::nullopt;
      return std::string(bytes);
    }
    Utf16Reader reader(mark->encoding);
    reader.feed(bytes, text);
    reader.finish(text);
    return text;
  }
  if (is_valid_utf8(bytes)) return std::string(bytes);
  const Cp932Look look = look_as_cp932(bytes);
  const bool japanese = look.valid && look.joined >= look.lone;
  if (!append_utf8(bytes, japanese ? Encoding::kCp932 : Encoding::kWindows1252,
                   text)) {
    return std::nullopt;
  }
  return text;
}

char separator_of(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  char found = ',';
  std::ptrdiff_t most = 0;
  for (const char c : {'\t', ',', ';'}) {
    const std::ptrdiff_t count = std::count(line.begin(), line.end(), c);
    if (count > most) {
      found = c;
      most = count;
    }
  }
  return found;
}

bool is_name_character(char32_t c) {
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

std::string fold_column(std::string_view name) {
  std::string folded;
  bool gap = false;
  for (const char32_t c : WidthFolded(name)) {
    if (!is_name_character(c)) {
      gap = true;
      continue;
    }
    if (gap && !folded.empty()) folded += '_';
    gap = false;
    char bytes[4];
    folded.append(bytes, write_utf8(c, bytes));
  }
  return folded;
}

// A JSON scalar as a cell's text; nullopt for a list or an object, and for a
// number with decimals, which JSON's readers round.
std::optional<std::string> scalar_text(const Json& value) {
  if (value.is_null()) return std::string();
  if (value.is_string()) return value.text();
  if (value.is_number_integer()) return json_text(value);
  return std::nullopt;
}

}  // namespace

TableError table_error_of(const JsonError& error) {
  return {0, "", error.value, "JSON", error.pointer, error};
}

// Cuts text into cells: RFC 4180 with any of three separators.
class TableScanner {
 public:
  TableScanner(std::string_view text, TableText& table)
      : text_(text), separator_(separator_of(text)), table_(table) {}

  std::optional<TableError> scan() {
    while (at_ < text_.size()) {
      ++number_;
      const std::size_t first = table_.ends_.size();
      if (!scan_row()) {
        return TableError{number_, "", shortened(text_.substr(at_, 100)),
                          "a closing quote behind a cell that opens with one",
                          ""};
      }
      if (auto error = keep_row(first)) return error;
    }
    return std::nullopt;
  }

 private:
  // False where a quote does not close, or text stands behind it.
  bool scan_row() {
    for (;;) {
      std::string& cells = table_.cells_text_;
      std::size_t at = at_;
      if (at < text_.size() && text_[at] == '"') {
        for (;;) {
          at = scan_quoted(at + 1) + 1;
          if (at > text_.size()) return false;
          if (at == text_.size() || text_[at] != '"') break;
          cells += '"';
        }
        if (at < text_.size() && !ends_cell(text_[at])) return false;
      } else {
        while (at < text_.size() && !ends_cell(text_[at])) ++at;
        cells.append(text_.substr(at_, at - at_));
      }
      at_ = at;
      table_.ends_.push_back(static_cast<std::uint32_t>(cells.size()));
      if (at_ >= text_.size()) return true;
      const char end = text_[at_++];
      if (end == separator_) continue;
      if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      return true;
    }
  }

  // Copies up to the next quote and returns where it is.
  std::size_t scan_quoted(std::size_t from) {
    const std::size_t quote = std::min(text_.find('"', from), text_.size());
    table_.cells_text_.append(text_.substr(from, quote - from));
    return quote;
  }

  bool ends_cell(char c) const {
    return c == separator_ || c == '\n' || c == '\r';
  }

  // The first row with text is the heading.
  std::optional<TableError> keep_row(std::size_t first) {
    const std::size_t count = table_.ends_.size() - first;
    const std::size_t begin = first == 0 ? 0 : table_.ends_[first - 1];
    const std::string_view all =
        std::string_view(table_.cells_text_).substr(begin);
    if (trimmed(all).empty()) {
      table_.ends_.resize(first);
      table_.cells_text_.resize(begin);
      return std::nullopt;
    }
    if (table_.names_.empty()) {
      if (count > kMostColumns) {
        return TableError{number_, "", shortened(all), "at most 100 columns",
                          ""};
      }
      table_.heading_ = number_;
      std::size_t from = begin;
      for (std::size_t i = first; i < table_.ends_.size(); ++i) {
        table_.names_.emplace_back(
            trimmed(std::string_view(table_.cells_text_)
                        .substr(from, table_.ends_[i] - from)));
        from = table_.ends_[i];
      }
      table_.ends_.clear();
      table_.cells_text_.clear();
      return std::nullopt;
    }
    // More cells than names: mostly a comma in a number. Empty ones do no harm.
    const std::size_t columns = table_.names_.size();
    if (count > columns &&
        table_.ends_.back() != table_.ends_[first + columns - 1]) {
      std::string shown;
      std::size_t from = begin;
      for (std::size_t i = first; i < table_.ends_.size() && shown.size() < 100;
           ++i) {
        if (i != first) shown += separator_;
        shown.append(table_.cells_text_, from, table_.ends_[i] - from);
        from = table_.ends_[i];
      }
      return TableError{
          number_, "", shortened(shown),
          std::to_string(columns) +
              " cells as in the heading; a cell with the separator in it "
              "stands in quotes, and no number has a thousands separator",
          ""};
    }
    if (table_.numbers_.size() == kMostRows) {
      return TableError{number_, "", "", "at most 200000 rows", ""};
    }
    if (count > columns) table_.ends_.resize(first + columns);
    table_.firsts_.push_back(static_cast<std::uint32_t>(first));
    table_.numbers_.push_back(number_);
    return std::nullopt;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  char separator_;
  std::uint32_t number_ = 0;
  TableText& table_;
};

tl::expected<TableText, TableError> TableText::read(std::string_view bytes) {
  if (bytes.size() > kMostBytes) {
    return tl::unexpected(of_text("", "a table of at most 16 MB"));
  }
  TableText table;
  std::optional<TableError> error;
  if (opens_as_json(bytes)) {
    error = table.read_json(bytes);
  } else {
    const std::optional<std::string> text = decoded(bytes);
    if (!text)
      return tl::unexpected(of_text("", "text in UTF-8, UTF-16 or CP932"));
    error = TableScanner(*text, table).scan();
    if (!error && table.names_.empty())
      error = of_text("", "a heading and rows");
  }
  table.firsts_.push_back(static_cast<std::uint32_t>(table.ends_.size()));
  if (!error) error = table.fold_names();
  if (error) return tl::unexpected(std::move(*error));
  return table;
}

// [{"sku": "A-1", "length_mm": 120}, ...]: the members' names are the heading.
std::optional<TableError> TableText::read_json(std::string_view text) {
  json_ = true;
  const auto list = open_json(text);
  if (!list) return table_error_of(list.error());
  if (!list->is_array()) return of_text(shown_json(*list), "a list of objects");
  if (list->size() > kMostRows) return of_text("", "at most 200000 rows");
  const auto reported = [](std::string_view pointer, const Json& value,
                           std::string expected) {
    JsonReader::Complaint complaint =
        JsonReader::describe(pointer, value, std::move(expected));
    return TableError{0, "", std::move(complaint.value),
                      std::move(complaint.expected),
                      std::move(complaint.pointer)};
  };
  for (std::size_t i = 0; i < list->size(); ++i) {
    const Json& object = (*list)[i];
    const std::string at = "/" + std::to_string(i);
    if (!object.is_object()) return reported(at, object, "an object");
    for (const auto& [name, value] : object.items()) {
      if (!scalar_text(value)) {
        return reported(at + pointer_step(name), value,
                        "a text such as \"12.5\", or a whole number");
      }
      if (std::find(names_.begin(), names_.end(), name) != names_.end())
        continue;
      if (names_.size() == kMostColumns) {
        return reported(at + pointer_step(name), value, "at most 100 columns");
      }
      names_.push_back(name);
    }
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    firsts_.push_back(static_cast<std::uint32_t>(ends_.size()));
    numbers_.push_back(static_cast<std::uint32_t>(i));
    for (const std::string& name : names_) {
      cells_text_ += *scalar_text(member((*list)[i], name));
      ends_.push_back(static_cast<std::uint32_t>(cells_text_.size()));
    }
  }
  return std::nullopt;
}

std::optional<TableError> TableText::fold_names() {
  for (const std::string& name : names_) {
    std::string folded = fold_column(name);
    if (!folded.empty() &&
        std::find(folded_.begin(), folded_.end(), folded) != folded_.end()) {
      return wrong_heading(name, "each column once");
    }
    folded_.push_back(std::move(folded));
  }
  return std::nullopt;
}

std::string_view TableText::cell(std::size_t row, std::size_t column) const {
  const std::size_t at = firsts_[row] + column;
  if (at >= firsts_[row + 1]) return {};
  const std::size_t begin = at == 0 ? 0 : ends_[at - 1];
  return trimmed_cell(
      std::string_view(cells_text_).substr(begin, ends_[at] - begin));
}

std::optional<std::size_t> TableText::column(
    std::initializer_list<std::string_view> names) const {
  for (std::size_t i = 0; i < folded_.size(); ++i) {
    if (std::find(names.begin(), names.end(), folded_[i]) != names.end())
      return i;
  }
  return std::nullopt;
}

TableError TableText::wrong(std::size_t row, std::size_t column,
                            std::string expected) const {
  TableError error{0, "", shortened(cell(row, column)), std::move(expected),
                   ""};
  if (json_) {
    error.pointer =
        "/" + std::to_string(numbers_[row]) + pointer_step(names_[column]);
  } else {
    error.row = numbers_[row];
    error.column = shortened(names_[column]);
  }
  return error;
}

TableError TableText::wrong_heading(std::string_view column,
                                    std::string expected) const {
  return {json_ ? 0 : heading_, shortened(column), shortened(column),
          std::move(expected), ""};
}

tl::expected<std::optional<MeasureColumn>, TableError> find_measure(
    const TableText& table, std::initializer_list<std::string_view> names,
    std::span<const MeasureUnit> units) {
  std::optional<MeasureColumn> found;
  std::string both;  // "length_mm or length_cm"
  for (const MeasureUnit& unit : units) {
    if (!both.empty()) both += " or ";
    both.append(*names.begin()).append("_").append(unit.name);
  }
  for (const std::string_view name : names) {
    if (const auto bare = table.column({name})) {
      return tl::unexpected(table.wrong_heading(
          table.name(*bare), both + ": the unit stands in the heading"));
    }
    for (const MeasureUnit& unit : units) {
      std::string whole(name);
      whole.append("_").append(unit.name);
      const auto column = table.column({whole});
      if (!column) continue;
      if (found) {
        return tl::unexpected(table.wrong_heading(
            table.name(*column), "only one column for it: " + both));
      }
      found = MeasureColumn{*column, unit.decimals};
    }
  }
  return found;
}

std::string narrow(std::string_view utf8) {
  std::string text;
  for (const char32_t c : WidthFolded(utf8)) {
    char bytes[4];
    text.append(bytes, write_utf8(c, bytes));
  }
  return text;
}

std::optional<std::int64_t> read_measure(std::string_view cell, int decimals,
                                         std::int64_t most) {
  std::int64_t value = 0;
  bool point = false;
  bool digits = false;
  bool more = false;  // something but 0 behind the last decimal we keep
  int kept = 0;
  for (const char32_t c : WidthFolded(cell)) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    digits = true;
    if (point && kept == decimals) {
      more = more || c != '0';
      continue;
    }
    if (point) ++kept;
    value = value * 10 + static_cast<std::int64_t>(c - '0');
    if (value > most) return std::nullopt;
  }
  if (!digits) return std::nullopt;
  for (; kept < decimals; ++kept) {
    value *= 10;
    if (value > most) return std::nullopt;
  }
  if (more) ++value;
  if (value > most) return std::nullopt;
  return value;
}

std::string number_expected(std::string_view cell, std::string expected) {
  if (narrow(cell).find(',') != std::string::npos) {
    expected += "; decimals behind a point, no commas";
  }
  return expected;
}

}  // namespace parcelwise
