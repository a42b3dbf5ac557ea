// The kanji that stands for an old or variant form of it in an address key:
// kanji_variants.inc, whose sources its generator names. For core/text.
#ifndef PARCELWISE_ADDRESS_KANJI_VARIANTS_H_
#define PARCELWISE_ADDRESS_KANJI_VARIANTS_H_

#include <array>
#include <cstddef>
#include <cstdint>

namespace parcelwise {
namespace kanji_variants {

#include "address/kanji_variants.inc"

inline constexpr std::size_t kPairs =
    sizeof(kKanjiVariants) / sizeof(char16_t) / 2;

// What the address fold looks at besides variants: numerals, address words, and
// the kanji that place names exchange for kana.
inline constexpr char16_t kAddressKanji[] =
    u"零一二三四五六七八九十百千丁番号字大之入";

// One bit for every 4,096th character, so that five kanji in six are known to
// be themselves without a search.
inline constexpr std::size_t kSieve = 4096;
constexpr std::array<std::uint32_t, kSieve / 32> make_sieve() {
  std::array<std::uint32_t, kSieve / 32> sieve{};
  const auto add = [&sieve](std::size_t bit) {
    sieve[bit / 32] |= 1u << (bit % 32);
  };
  for (std::size_t i = 0; i < kPairs; ++i) add(kKanjiVariants[2 * i] % kSieve);
  for (const char16_t kanji : kAddressKanji) add(kanji % kSieve);
  return sieve;
}
inline constexpr auto kSieveBits = make_sieve();

}  // namespace kanji_variants

// Whether a kanji may be a variant or one of the fold's own; false is certain.
inline bool may_be_special(char32_t c) {
  const std::size_t bit = c % kanji_variants::kSieve;
  return (kanji_variants::kSieveBits[bit / 32] >> (bit % 32) & 1u) != 0;
}

//   plain_kanji(U'澤') -> U'沢'
//   plain_kanji(U'斉') -> U'斉', which is not 斎
inline char32_t plain_kanji(char32_t c) {
  using namespace kanji_variants;
  if (!may_be_special(c)) return c;
  std::size_t low = 0;
  std::size_t high = kPairs;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (kKanjiVariants[2 * middle] < c) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool found = low < kPairs && kKanjiVariants[2 * low] == c;
  return found ? kKanjiVariants[2 * low + 1] : c;
}

}  // namespace parcelwise

#endif  // PARCELWISE_ADDRESS_KANJI_VARIANTS_H_
