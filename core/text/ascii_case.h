// ASCII letters in lower case; all other bytes stay, so that UTF-8 stays UTF-8.
//   lower_ascii("Amazon.CO.jp") -> "amazon.co.jp"
//   lower_ascii("Ａmazon É")    -> "Ａmazon É": width and accents are fold.h's
#ifndef PARCELWISE_TEXT_ASCII_CASE_H_
#define PARCELWISE_TEXT_ASCII_CASE_H_

#include <string>
#include <string_view>

namespace parcelwise {

constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lower_ascii(std::string_view text);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_ASCII_CASE_H_
