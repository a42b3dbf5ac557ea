// One character of UTF-8, read strictly and written. For the files of
// core/text; everyone else has encoding.h.
#ifndef PARCELWISE_TEXT_UTF8_H_
#define PARCELWISE_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>

namespace parcelwise {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

inline std::uint8_t byte_at(const char* p) {
  return static_cast<std::uint8_t>(*p);
}

inline bool is_utf8_tail(const char* p) { return (byte_at(p) & 0xC0) == 0x80; }

// `length` is 0 where no character stands; `skip` is then what the WHATWG
// replaces with one U+FFFD: the longest start of a character, or one byte.
struct Utf8Character {
  char32_t code_point;
  std::uint8_t length;
  std::uint8_t skip;
};

// Reads at p < end. The second byte's narrower ranges are table 3-7 of the
// Unicode standard: they keep out overlong forms, surrogates and what is above
// U+10FFFF.
inline Utf8Character read_utf8(const char* p, const char* end) {
  const std::uint32_t first = byte_at(p);
  if (first < 0x80) return {first, 1, 1};
  const std::size_t left = static_cast<std::size_t>(end - p);
  if (first < 0xC2 || first > 0xF4) return {0, 0, 1};
  if (left < 2) return {0, 0, 1};
  const std::uint32_t second = byte_at(p + 1);
  if (first < 0xE0) {
    if (!is_utf8_tail(p + 1)) return {0, 0, 1};
    return {(first & 0x1F) << 6 | (second & 0x3F), 2, 2};
  }
  const std::uint32_t low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const std::uint32_t high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (second < low || second > high) return {0, 0, 1};
  if (left < 3 || !is_utf8_tail(p + 2)) return {0, 0, 2};
  const std::uint32_t third = byte_at(p + 2) & 0x3F;
  if (first < 0xF0) {
    return {(first & 0x0F) << 12 | (second & 0x3F) << 6 | third, 3, 3};
  }
  if (left < 4 || !is_utf8_tail(p + 3)) return {0, 0, 3};
  const std::uint32_t fourth = byte_at(p + 3) & 0x3F;
  return {(first & 0x07) << 18 | (second & 0x3F) << 12 | third << 6 | fourth, 4,
          4};
}

// Writes 1 to 4 bytes at `to` and returns the place behind them.
inline char* write_utf8(char32_t c, char* to) {
  const auto put = [&to](char32_t bits) { *to++ = static_cast<char>(bits); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return to;
}

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_UTF8_H_
