// Characters that nobody sees and that change how the text around them is read:
// controls, what turns the direction of writing, what has no width. Report data
// is hostile: "annex[U+202E]txt.exe" would be read as "annexexe.txt".
//
// Not among them are tab, CR and LF, which files quote; and the joiners U+200C
// and U+200D where they join: behind an emoji, or a letter of a script that
// needs them (U+0600..U+0DFF). Input that is no UTF-8 passes as it is.
//
// Source: Unicode TR36 and TR9's explicit formatting characters.
#ifndef PARCELWISE_TEXT_STEERING_H_
#define PARCELWISE_TEXT_STEERING_H_

#include <string>
#include <string_view>

namespace parcelwise {

// Whether `c` steers what stands behind `before` (0 at a text's start).
//   is_steering(0x202E, 'a') -> true
//   is_steering(0x200D, 0x1F469) -> false: a family of emoji
bool is_steering(char32_t c, char32_t before);
bool has_steering(std::string_view utf8);

// With each such character as its number, for lists and file names; and without
// it, for what is written to a buyer.
//   steering_marked("a\xE2\x80\xAE" "b")  -> "a[U+202E]b"
//   steering_dropped("a\xE2\x80\xAE" "b") -> "ab"
std::string steering_marked(std::string_view utf8);
std::string steering_dropped(std::string_view utf8);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_STEERING_H_
