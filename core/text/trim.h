// What stands around the text of a cell that a person typed, pasted or saved
// from a spreadsheet. UTF-8; nothing within the text changes, and no text is
// too long.
#ifndef PARCELWISE_TEXT_TRIM_H_
#define PARCELWISE_TEXT_TRIM_H_

#include <string_view>

namespace parcelwise {

// Without spaces, tabs, row ends, no-break (U+00A0) and ideographic (U+3000)
// spaces around it.
//   trimmed("\t a b\xE3\x80\x80") -> "a b"
//   trimmed(" \r\n")              -> ""
std::string_view trimmed(std::string_view utf8);

// Likewise, and out of the ="..." by which a spreadsheet is told that digits
// are text.
//   trimmed_cell(" =\"0312\" ") -> "0312"
//   trimmed_cell("=\"0312")     -> "=\"0312": no such thing
std::string_view trimmed_cell(std::string_view utf8);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_TRIM_H_
