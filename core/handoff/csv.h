// Rows of a CSV file for a spreadsheet: RFC 4180, UTF-8 with a byte order mark
// so that Excel reads it as such, CR LF.
//
// GUARD  A report's text is hostile, and a spreadsheet runs or rewrites what it
// opens. A text cell that a spreadsheet would take for a formula, or for a
// number or date that then no longer reads as it was written, gets an
// apostrophe before it:
//   =HYPERLINK("...")  -> '=HYPERLINK("...")      = + - @ tab CR LF and ＝ ＋
//   － ＠ 007                -> '007                    it would lose its zeros
//   1E5, 3-4           -> '1E5, '3-4              it would become 100000, a
//   date 250-1234567-1234567, SKU-1, 12                stay as they are
// What nobody sees and steers the text around it stands as its number
// (text/steering.h): a[U+202E]b.
// Amounts, counts and dates of our own are never guarded: they are to be
// numbers.
#ifndef PARCELWISE_HANDOFF_CSV_H_
#define PARCELWISE_HANDOFF_CSV_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "handoff/handoff_files.h"
#include "money/money.h"

namespace parcelwise {

// Whether a spreadsheet would take a cell for a formula.
//   begins_formula("=1+2"), begins_formula("+81 90 1234 5678") -> true
bool begins_formula(std::string_view cell);

// Whether a cell must stand in quotes, and the cell in them.
//   in_csv_quotes("a \"b\"") -> "\"a \"\"b\"\"\""
bool needs_csv_quotes(std::string_view cell);
std::string in_csv_quotes(std::string_view cell);

class CsvRow {
 public:
  CsvRow& text(std::string_view cell);  // of a report, or of the seller's
  CsvRow& plain(
      std::string_view cell);  // ours: quoted where needed, never guarded
  CsvRow& number(std::int64_t cell) { return plain(std::to_string(cell)); }

  // The row with its end; the next one begins.
  std::string end();

 private:
  std::string row_;
  bool begun_ = false;
};

// What the file begins with: the byte order mark and the headings, those of a
// list of the catalogue: "handoff/picklist/columns".
std::string csv_head(std::string_view columns, Language language);

// The character that begins at that byte.
std::string character_at(std::string_view utf8, std::size_t at);

// The first character that CP932 lacks, or that would end a cell; "" where none
// does.
std::string unwritable(std::string_view utf8);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_CSV_H_
