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
// character dropped, the long-vowel mark ー among them: サーバー finds サーバ.
//   fold_for_search("Ｔａｎａｋａ　ﾊﾅｺ")  -> "tanakaハナコ"
//   fold_for_search("250-1234567-1234567") -> "25012345671234567"
std::string fold_for_search(std::string_view utf8);

// Postal codes: letters and digits only, width folded, upper case.
//   fold_postal_code("〒１３５－００６１") -> "1350061"
//   fold_postal_code("sw1a 1aa")           -> "SW1A1AA"
std::string fold_postal_code(std::string_view utf8);
void append_postal_code(std::string_view utf8, std::string& to);

// A recipient's name without a trailing PO number ("(PO: 4711)", " PO: 4711",
// docs/rules.md 2.9) and honorific (様, 御中), in either order, width folded,
// spaces dropped, letters lower-case with their diacritics. A name that is
// nothing else stays as it is.
//   fold_name("Ｔａｎａｋａ　ﾊﾅｺ 様 (PO: 4711)") -> "tanakaハナコ"
//   fold_name("MÜLLER")                        -> "müller", not "mueller"
std::string fold_name(std::string_view utf8);

// The PO number that fold_name takes off a name, as it is written there; ""
// where it takes none off.
//   po_number_in("見本商事 PO: AB-4711") -> "AB-4711"
//   po_number_in("Rossi PO Box 5")      -> ""
std::string po_number_in(std::string_view utf8);

// A SKU as it is compared where a person or a spreadsheet has written it:
// width folded, letters lower-case, quotes and spaces dropped.
//   fold_sku("'Cup-97 0\"") -> "cup-970"
std::string fold_sku(std::string_view utf8);
// Equal as they stand, or so folded; an empty one is like no other.
bool same_sku(std::string_view a, std::string_view b);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_FOLD_H_
