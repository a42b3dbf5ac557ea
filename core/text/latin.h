// Base letters of Latin letters, for folds in which e and é are one. For
// core/text.
#ifndef PARCELWISE_TEXT_LATIN_H_
#define PARCELWISE_TEXT_LATIN_H_

#include <cstddef>
#include <string_view>

namespace parcelwise {

inline constexpr char32_t kFirstLatin = 0xC0;
inline constexpr char32_t kBehindLatin = 0x180;

// Two columns for each letter U+00C0..U+017F: its base letters, lower-case
// (Unicode's canonical decomposition; ß æ ø þ and the like as usually typed).
inline constexpr std::string_view kLatinBases =
    "a a a a a a aec e e e e i i i i "  // U+00C0
    "d n o o o o o x o u u u u y thss"
    "a a a a a a aec e e e e i i i i "
    "d n o o o o o / o u u u u y thy "
    "a a a a a a c c c c c c c c d d "  // U+0100
    "d d e e e e e e e e e e g g g g "
    "g g g g h h h h i i i i i i i i "
    "i i ijijj j k k k l l l l l l l "
    "l l l n n n n n n n n n o o o o "  // U+0140
    "o o oeoer r r r r r s s s s s s "
    "s s t t t t t t u u u u u u u u "
    "u u u u w w y y y z z z z z z s ";
static_assert(kLatinBases.size() == 2 * (kBehindLatin - kFirstLatin));

// The letter's base, one or two ASCII characters; "" for what is no letter of
// U+00C0..U+017F. × and ÷ have x and / there, as typed.
//   latin_base(U'ü') -> "u", latin_base(U'ß') -> "ss"
constexpr std::string_view latin_base(char32_t c) {
  if (c < kFirstLatin || c >= kBehindLatin) return {};
  const std::size_t column = 2 * (c - kFirstLatin);
  return kLatinBases.substr(column, kLatinBases[column + 1] == ' ' ? 1 : 2);
}

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_LATIN_H_
