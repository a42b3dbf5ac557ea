// Digits and letters of ASCII, in text of any kind of character; and its one
// case. All other bytes stay, so that UTF-8 stays UTF-8.
//   is_digit('7') -> true, is_digit(U'７') -> false: width is fold.h's
//   lower_ascii("Amazon.CO.jp") -> "amazon.co.jp"
//   lower_ascii("Ａmazon É")    -> "Ａmazon É": width and accents are fold.h's
#ifndef PARCELWISE_TEXT_ASCII_H_
#define PARCELWISE_TEXT_ASCII_H_

#include <string>
#include <string_view>

namespace parcelwise {

inline constexpr auto is_digit = [](auto character) {
  return character >= '0' && character <= '9';
};
inline constexpr auto is_small_letter = [](auto character) {
  return character >= 'a' && character <= 'z';
};

// The first other character of a text that a 0 ends.
constexpr const char32_t* skip_spaces(const char32_t* text) {
  while (*text == ' ') ++text;
  return text;
}

constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower_ascii(std::string_view text);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_ASCII_H_
