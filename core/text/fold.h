// Folded text for finding and comparing. A folded text never reaches paper or
// screen: finding is tolerant, deciding is strict, and a person accepts.
//
// All input is valid UTF-8.
#ifndef PARCELWISE_TEXT_FOLD_H_
#define PARCELWISE_TEXT_FOLD_H_

#include <string>
#include <string_view>

namespace parcelwise {

// For a search box: full-width forms to ASCII, half-width katakana to full
// (dakuten joined), ASCII and Latin-1/Latin Extended-A letters lower-case and
// without diacritics, hiragana to katakana, every space and hyphen-like
// character dropped.
//   fold_for_search("Ｔａｎａｋａ　ﾊﾅｺ")  -> "tanakaハナコ"
//   fold_for_search("250-1234567-1234567") -> "25012345671234567"
std::string fold_for_search(std::string_view utf8);

// The safe fold of facts/rules.md 3.4 for one recipient's address, all lines
// joined: width and half-width kana folded, ASCII lower-case, spaces dropped,
// any hyphen-like character between digits a '-', kanji numerals to digits only
// before 丁目/番地/番/号, and those words to '-' behind a digit. Katakana's
// long-vowel mark in a word stays (タワー36階).
//   fold_address("東京都江東区豊洲一丁目２－２７") == fold_address("東京都江東区豊洲1丁目2番27号")
//   fold_address("八重洲1") keeps 八重洲
std::string fold_address(std::string_view utf8);

// Postal codes: letters and digits only, width folded, upper case.
//   fold_postal_code("１３５－００６１") -> "1350061"
std::string fold_postal_code(std::string_view utf8);

// A recipient's name without a trailing PO number ("(PO: 4711)", " PO: 4711",
// facts/rules.md 2.9) and honorific (様, 御中), width folded, spaces dropped,
// ASCII lower-case.
std::string fold_name(std::string_view utf8);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_FOLD_H_
