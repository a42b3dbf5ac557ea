// Quotes and guards the cells of a CSV row; see handoff/csv.h.
#include "handoff/csv.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/encoding.h"
#include "text/steering.h"

namespace parcelwise {
namespace {

constexpr std::string_view kFormulaStarts[] = {
    "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"};
constexpr std::size_t kExactDigits = 15;  // of a spreadsheet's numbers

// Digits in at most three parts, told apart by other characters.
struct Digits {
  std::size_t parts[3] = {0, 0, 0};
  char between[2] = {'\0', '\0'};
};

// Whether the cell is nothing else.
bool read_digits(std::string_view cell, Digits& digits) {
  std::size_t part = 0;
  for (const char c : cell) {
    if (is_digit(c)) {
      ++digits.parts[part];
    } else {
      if (part == 2 || digits.parts[part] == 0) return false;
      digits.between[part++] = c;
    }
  }
  return digits.parts[part] > 0;
}

// Whether a spreadsheet would read it as something that is then written
// otherwise.
bool would_change(std::string_view cell) {
  Digits digits;
  if (!read_digits(cell, digits)) return false;
  const auto& [first, second, third] = digits.parts;
  const char between = digits.between[0];
  if (second == 0) return (first > 1 && cell[0] == '0') || first > kExactDigits;
  if (between == 'E' || between == 'e') return third == 0;
  // 1.50 loses its zero, and 1.5 is another number where a comma divides.
  if (between == '.' || between == ',' || between == ':') return true;
  if (between != '-' && between != '/') return false;
  // A date is day, month and year, in any order; of these only the year is
  // long.
  if (third > 0 && digits.between[1] != between) return false;
  const auto is_long = [](std::size_t part) { return part > 2 ? 1 : 0; };
  return is_long(first) + is_long(second) + is_long(third) <= 1 &&
         std::max({first, second, third}) <= 4;
}

}  // namespace

bool begins_formula(std::string_view cell) {
  return std::any_of(
      std::begin(kFormulaStarts), std::end(kFormulaStarts),
      [&](std::string_view start) { return cell.starts_with(start); });
}

bool needs_csv_quotes(std::string_view cell) {
  return cell.find_first_of(",\"\r\n") != std::string_view::npos;
}

std::string in_csv_quotes(std::string_view cell) {
  std::string text = "\"";
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  return text + '"';
}

CsvRow& CsvRow::text(std::string_view cell) {
  const std::string shown = steering_marked(cell);
  if (!begins_formula(shown) && !would_change(shown)) return plain(shown);
  return plain("'" + shown);
}

CsvRow& CsvRow::plain(std::string_view cell) {
  if (begun_) row_ += ',';
  begun_ = true;
  row_ += needs_csv_quotes(cell) ? in_csv_quotes(cell) : std::string(cell);
  return *this;
}

std::string CsvRow::end() {
  row_ += "\r\n";
  begun_ = false;
  return std::move(row_);
}

std::string csv_head(std::string_view columns, Language language) {
  CsvRow row;
  for (const std::string_view column : Catalogue::of(language).list(columns)) {
    row.plain(column);
  }
  return "\xEF\xBB\xBF" + row.end();
}

std::string unwritable(std::string_view utf8) {
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) return std::string(1, ' ');
  }
  std::size_t at = 0;
  if (to_cp932(utf8, &at)) return {};
  return character_at(utf8, at);
}

std::string character_at(std::string_view utf8, std::size_t at) {
  std::size_t end = at + 1;
  while (end < utf8.size() &&
         (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80)
    ++end;
  return std::string(utf8.substr(at, end - at));
}

}  // namespace parcelwise
