// Takes one blank at a time from either end; none of them begins or ends within
// a character of UTF-8.
#include "text/trim.h"

namespace parcelwise {
namespace {

constexpr std::string_view kBlanks[] = {" ",  "\t",       "\r",
                                        "\n", "\xC2\xA0", "\xE3\x80\x80"};

}  // namespace

std::string_view trimmed(std::string_view utf8) {
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view blank : kBlanks) {
      if (utf8.starts_with(blank)) {
        utf8.remove_prefix(blank.size());
        found = true;
      }
      if (utf8.ends_with(blank)) {
        utf8.remove_suffix(blank.size());
        found = true;
      }
    }
  }
  return utf8;
}

std::string_view trimmed_cell(std::string_view utf8) {
  utf8 = trimmed(utf8);
  if (utf8.size() < 3 || !utf8.starts_with("=\"") || utf8.back() != '"')
    return utf8;
  return trimmed(utf8.substr(2, utf8.size() - 3));
}

}  // namespace parcelwise
