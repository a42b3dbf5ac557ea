// A seller's own table as text: what a spreadsheet saves, or a JSON list of
// objects, as rows of cells under folded column names.
//
// Read strictly and whole: a wrong cell is told with its row and column, and
// nothing of the table is used. Tab, comma or semicolon, whichever the heading
// holds most of; a cell in quotes may hold them, line ends and "" for a quote.
// UTF-8, UTF-16 with its mark, CP932 or windows-1252; a byte order mark is
// passed over. Blank rows are passed over and counted; ="A-1" is read as A-1.
// At most 16 MB, 100 columns and 200,000 rows.
//
//   "sku,length (cm)\nA-1,\"12,5\"\n" -> a row of {"A-1", "12,5"} under sku,
//   length_cm "sku,price\nA-1,1,060\n"          -> TableError{2, "",
//   "A-1,1,060", "2 cells ..."}
#ifndef PARCELWISE_FILES_TABLE_TEXT_H_
#define PARCELWISE_FILES_TABLE_TEXT_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "files/json_error.h"

namespace parcelwise {

// Why a tariff or a SKU table is refused.
struct TableError {
  std::size_t row =
      0;  // of the file, from 1; 0 for JSON, and for the text as a whole
  std::string column;    // as the heading writes it; "" for the row as a whole
  std::string value;     // the offending text or JSON, at most 80 bytes
  std::string expected;  // in English
  std::string pointer;   // in JSON, RFC 6901: "/prices/0/rows/3/prices/7"
  std::optional<JsonError> unopened = std::nullopt;  // why, where JSON was not
};

// The error about a table in JSON that was not opened.
TableError table_error_of(const JsonError& error);

class TableText {
 public:
  static tl::expected<TableText, TableError> read(std::string_view bytes);

  std::size_t rows() const { return numbers_.size(); }

  // The cell without surrounding spaces; "" where the row is shorter.
  std::string_view cell(std::size_t row, std::size_t column) const;

  // The column of one of these folded names: lower case, full-width letters to
  // ASCII, one '_' for whatever else stands between letters, none at the ends.
  //   "Length (CM)", "長さ（cm）" -> length_cm, 長さ_cm
  std::optional<std::size_t> column(
      std::initializer_list<std::string_view> names) const;
  std::size_t columns() const { return names_.size(); }
  const std::string& name(std::size_t column) const { return names_[column]; }
  const std::string& folded(std::size_t column) const {
    return folded_[column];
  }

  TableError wrong(std::size_t row, std::size_t column,
                   std::string expected) const;
  TableError wrong_heading(std::string_view column, std::string expected) const;
  std::size_t number(std::size_t row) const {
    return numbers_[row];
  }  // in the file

 private:
  friend class TableScanner;
  std::optional<TableError> read_json(std::string_view text);
  std::optional<TableError> fold_names();

  std::string cells_text_;              // every cell, unquoted
  std::vector<std::uint32_t> ends_;     // of each cell in it
  std::vector<std::uint32_t> firsts_;   // each row's first cell, and the end
  std::vector<std::uint32_t> numbers_;  // each row's number in the file
  std::vector<std::string> names_, folded_;
  std::size_t heading_ = 1;  // its row
  bool json_ = false;
};

// ---- Cells ------------------------------------------------------------------

// A measure's columns: its name and the unit, with how many decimals of that
// unit are one of ours: {"cm", 1} for millimetres.
struct MeasureUnit {
  std::string_view name;
  int decimals;
};
inline constexpr MeasureUnit kLengthUnits[] = {{"mm", 0}, {"cm", 1}};
inline constexpr MeasureUnit kWeightUnits[] = {{"g", 0}, {"kg", 3}};
struct MeasureColumn {
  std::size_t column = 0;
  int decimals = 0;
};
// The measure's one column; none is nullopt. A heading without its unit and two
// columns for one measure are refused: nothing is guessed.
tl::expected<std::optional<MeasureColumn>, TableError> find_measure(
    const TableText& table, std::initializer_list<std::string_view> names,
    std::span<const MeasureUnit> units);

// A number of a cell, digits full-width or not, without sign, times
// 10^decimals, rounded up: goods are never measured smaller than they are.
//   read_measure("12.55", 1, 5000) -> 126
//   read_measure("12,5", 1, 5000)  -> nullopt
std::optional<std::int64_t> read_measure(std::string_view cell, int decimals,
                                         std::int64_t most);

// What to say of a wrong number: `expected`, and of a comma that none belongs
// there.
std::string number_expected(std::string_view cell, std::string expected);

// Full-width digits, letters and signs as ASCII, letters lower-case.
std::string narrow(std::string_view utf8);

}  // namespace parcelwise

#endif  // PARCELWISE_FILES_TABLE_TEXT_H_
