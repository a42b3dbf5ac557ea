// Digits of ASCII eight at a time, as ids, dates, postal codes and phone
// numbers have them. Bytes are words as they lie in memory, the first the
// lowest (text/text_hash.h on byte order).
//   are_digits(word_of("20261120"))  -> true
//   number_of(word_of("20261120"))   -> 20261120
//   all_digits("09012345678") -> true; (""), ("090-1234") -> false
#ifndef PARCELWISE_TEXT_DIGITS_H_
#define PARCELWISE_TEXT_DIGITS_H_

#include <cstdint>
#include <cstring>
#include <string_view>

namespace parcelwise {

inline constexpr std::uint64_t kEightZeros = 0x3030303030303030u;

// Of the first bytes of a text that is at least as long.
template <typename Word = std::uint64_t>
Word word_of(const char* text) {
  Word word;
  std::memcpy(&word, text, sizeof word);
  return word;
}

constexpr bool are_digits(std::uint64_t word) {
  constexpr std::uint64_t kHigh = 0xF0F0F0F0F0F0F0F0u;
  constexpr std::uint64_t kSix = 0x0606060606060606u;
  return ((word & kHigh) | (((word + kSix) & kHigh) >> 4)) ==
         0x3333333333333333u;
}

// Of eight digits: neighbours are joined to two, four, then eight.
constexpr std::uint64_t number_of(std::uint64_t digits) {
  digits = (digits & 0x0F0F0F0F0F0F0F0Fu) * 2561 >> 8;
  digits = (digits & 0x00FF00FF00FF00FFu) * 6553601 >> 16;
  return (digits & 0x0000FFFF0000FFFFu) * 42949672960001u >> 32;
}

inline bool all_digits(std::string_view text) {
  if (text.size() < 8) {
    for (const char c : text) {
      if (c < '0' || c > '9') return false;
    }
    return !text.empty();
  }
  // The last eight may overlap the ones before.
  std::size_t at = 0;
  for (; at + 8 < text.size(); at += 8) {
    if (!are_digits(word_of(text.data() + at))) return false;
  }
  return are_digits(word_of(text.data() + text.size() - 8));
}

// "260-7752", as Japan writes a postal code.
inline bool is_japanese_postal_code(std::string_view text) {
  constexpr std::uint64_t kHyphen = std::uint64_t{0xFF} << 24;
  if (text.size() != 8) return false;
  const std::uint64_t word = word_of(text.data());
  return text[3] == '-' &&
         are_digits((word & ~kHyphen) | (kEightZeros & kHyphen));
}

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_DIGITS_H_
