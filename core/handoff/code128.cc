// Text to symbols, symbols to widths; see handoff/code128.h.
#include "handoff/code128.h"

#include <iterator>

namespace parcelwise {
namespace {

constexpr std::uint8_t kStartB = 104, kStartC = 105, kStop = 106;
constexpr std::uint8_t kToC = 99, kToB = 100;

// Six widths a symbol, as one digit each; the stop's seventh is added behind
// it.
constexpr std::uint32_t kPatterns[] = {
    212222, 222122, 222221, 121223, 121322, 131222, 122213, 122312, 132212,
    221213, 221312, 231212, 112232, 122132, 122231, 113222, 123122, 123221,
    223211, 221132, 221231, 213212, 223112, 312131, 311222, 321122, 321221,
    312212, 322112, 322211, 212123, 212321, 232121, 111323, 131123, 131321,
    112313, 132113, 132311, 211313, 231113, 231311, 112133, 112331, 132131,
    113123, 113321, 133121, 313121, 211331, 231131, 213113, 213311, 213131,
    311123, 311321, 331121, 312113, 312311, 332111, 314111, 221411, 431111,
    111224, 111422, 121124, 121421, 141122, 141221, 112214, 112412, 122114,
    122411, 142112, 142211, 241211, 221114, 413111, 241112, 134111, 111242,
    121142, 121241, 114212, 124112, 124211, 411212, 421112, 421211, 212141,
    214121, 412121, 111143, 111341, 131141, 114113, 114311, 411113, 411311,
    113141, 114131, 311141, 411131, 211412, 211214, 211232, 233111};
static_assert(std::size(kPatterns) == 107);

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return end - at;
}

}  // namespace

std::vector<std::uint8_t> code128_symbols(std::string_view text) {
  for (const char c : text) {
    if (c < 32 || c > 126) return {};
  }
  if (text.empty()) return {};
  std::vector<std::uint8_t> symbols;
  bool pairs = false;  // set C
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t digits = digits_at(text, at);
    const bool edge = at == 0 || at + digits == text.size();
    // Changing the set and back costs two symbols, at an edge of the text one.
    const bool worth = digits >= (edge ? 4u : 6u);
    if (pairs ? digits < 2 : worth && (digits % 2 == 0 || at == 0)) {
      pairs = !pairs;
      symbols.push_back(pairs ? kToC : kToB);
    } else if (symbols.empty()) {
      symbols.push_back(kToB);
    }
    if (pairs) {
      symbols.push_back(static_cast<std::uint8_t>((text[at] - '0') * 10 +
                                                  text[at + 1] - '0'));
      at += 2;
    } else {
      symbols.push_back(static_cast<std::uint8_t>(text[at] - 32));
      ++at;
    }
  }
  symbols[0] = symbols[0] == kToC ? kStartC : kStartB;
  std::uint32_t sum = symbols[0];
  for (std::size_t i = 1; i < symbols.size(); ++i) {
    sum += static_cast<std::uint32_t>(i) * symbols[i];
  }
  symbols.push_back(static_cast<std::uint8_t>(sum % 103));
  symbols.push_back(kStop);
  return symbols;
}

std::vector<std::uint8_t> code128(std::string_view text) {
  std::vector<std::uint8_t> widths;
  for (const std::uint8_t symbol : code128_symbols(text)) {
    for (std::uint32_t place = 100'000; place > 0; place /= 10) {
      widths.push_back(
          static_cast<std::uint8_t>(kPatterns[symbol] / place % 10));
    }
  }
  if (!widths.empty()) widths.push_back(2);
  return widths;
}

}  // namespace parcelwise
