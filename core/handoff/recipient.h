// What of a recipient goes on a label: the name as it was written, without what
// Amazon or the buyer hung on to it, a telephone number that a form takes, and
// whether there is a street.
#ifndef PARCELWISE_HANDOFF_RECIPIENT_H_
#define PARCELWISE_HANDOFF_RECIPIENT_H_

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parcelwise {

// "田中 花子 様 (PO: 4711)" -> {"田中 花子", "様"}. The purchase order number
// at a name's end (docs/rules.md 2.9) and the honorific go; a name that is
// nothing else stays. Other characters stay as they are.
struct LabelName {
  std::string name;
  std::string honorific;  // 様 or 御中, as it was told; else ""
};
LabelName label_name(std::string_view recipient);

// Digits and hyphens, 10 or 11 digits from 0 on: "０３－１２３４－５６７８" ->
// "03-1234-5678",
// "+81 90 1234 5678" -> "09012345678". nullopt for all else, an extension among
// it.
std::optional<std::string> label_phone(std::string_view reported);

// A number outside Japan as it is dialled in the country it is for, of one
// width and case, so that no spreadsheet takes it for a formula, and in parts
// for programs that ask for digits alone:
//   "+44 7700 900123", GB         -> "07700 900123", "07700900123"
//   "+1 347-448-3190 ext. 34455", US -> "347-448-3190 ext. 34455",
//                                       "3474483190", extension "34455"
//   "+39 333 1234567", US         -> as it was told, digits "393331234567"
struct HomePhone {
  std::string text, digits, extension;
};
HomePhone home_phone(std::string_view reported, std::string_view country);

// "1350061" -> "135-0061"; "" where it is no Japanese postal code.
std::string label_postal_code(std::string_view reported, std::string_view mark);

// Whether some line of a Japanese address has more than the prefecture and the
// city, which alone are no address.
//   has_street("東京都", "", {"", "港区芝1-17-11", ""}) -> true
//   has_street("東京都", "", {"東京都", "", ""})        -> false
bool has_street(std::string_view prefecture, std::string_view city,
                std::initializer_list<std::string_view> lines);

// A Japanese address from its prefecture on, whose reports leave the city
// blank. A first line that opens with its prefecture does not get it twice;
// words in Latin letters stay apart.
//   label_address("東京都", "", {"港区芝1", "", ""}) -> {"東京都港区芝1", "",
//   ""} label_address("Tokyo", "Koto-ku", {"Toyosu 1-2"})
//     -> {"Tokyo Koto-ku Toyosu 1-2"}
std::vector<std::string> label_address(const std::string& prefecture,
                                       const std::string& city,
                                       std::vector<std::string> lines);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_RECIPIENT_H_
