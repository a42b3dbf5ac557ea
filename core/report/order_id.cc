// Packing ids and printing them again.
#include "report/order_id.h"

#include <array>
#include <bit>

#include "text/ascii.h"
#include "text/digits.h"

namespace parcelwise {
namespace {

constexpr std::uint64_t kTenTo17 = 100'000'000'000'000'000;

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// "250-1234567-1234567" and nothing else: each group with a zero in the place
// of the hyphen beside it. False for an S order and for all that is none.
bool read_plain(const char* text, std::uint64_t& packed) {
  const std::uint64_t second = word_of(text + 4) << 8 | '0';
  const std::uint64_t third = (word_of(text + 11) & ~std::uint64_t{0xFF}) | '0';
  const std::uint64_t first = word_of(text) << 40 | 0x3030303030u;
  if (text[3] != '-' || text[11] != '-' || !are_digits(first) ||
      !are_digits(second) || !are_digits(third)) {
    return false;
  }
  constexpr std::uint64_t kGroup = 10'000'000;
  packed = (number_of(first) * kGroup + number_of(second)) * kGroup +
           number_of(third);
  return true;
}

}  // namespace

std::optional<OrderId> OrderId::parse(std::string_view text) {
  constexpr std::size_t kLength = 19;
  OrderId id;
  if (text.size() == kLength && read_plain(text.data(), id.packed_)) return id;
  text = without_spaces(text);
  if (text.size() != kLength) return std::nullopt;
  std::uint64_t base = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (i == 3 || i == 11) {
      if (c != '-') return std::nullopt;
    } else if (i == 0 && c == 'S') {
      base = kTenTo17;
    } else if (is_digit(c)) {
      id.packed_ = id.packed_ * 10 + static_cast<std::uint64_t>(c - '0');
    } else {
      return std::nullopt;
    }
  }
  id.packed_ += base;
  return id;
}

bool OrderId::multi_channel() const { return packed_ >= kTenTo17; }

std::string OrderId::text() const {
  std::uint64_t digits = multi_channel() ? packed_ - kTenTo17 : packed_;
  std::string text(19, '-');
  for (std::size_t i = text.size(); i-- > 0;) {
    if (i == 3 || i == 11) continue;
    text[i] = static_cast<char>('0' + digits % 10);
    digits /= 10;
  }
  if (multi_channel()) text[0] = 'S';
  return text;
}

std::optional<ItemId> ItemId::parse(std::string_view text) {
  text = without_spaces(text);
  if (text.empty() || text.size() > 18) return std::nullopt;
  ItemId id;
  constexpr std::uint64_t kEight = 100'000'000;
  if (text.size() > 8 && text.size() <= 16) {
    // The last eight overlap the first: what they share counts as zeros.
    constexpr std::uint64_t kTens[] = {10,      100,       1'000,      10'000,
                                       100'000, 1'000'000, 10'000'000, kEight};
    const std::size_t more = text.size() - 8;
    const std::uint64_t first = word_of(text.data());
    const std::uint64_t last = word_of(text.data() + more);
    const std::uint64_t shared = (std::uint64_t{1} << 8 * (8 - more)) - 1;
    if (!are_digits(first) || !are_digits(last)) return std::nullopt;
    id.packed_ = (kEight + number_of(first)) * kTens[more - 1] +
                 number_of((last & ~shared) | (kEightZeros & shared));
    return id;
  }
  id.packed_ = 1;
  for (; text.size() >= 8; text.remove_prefix(8)) {
    const std::uint64_t digits = word_of(text.data());
    if (!are_digits(digits)) return std::nullopt;
    id.packed_ = id.packed_ * kEight + number_of(digits);
  }
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    id.packed_ = id.packed_ * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return id;
}

std::uint64_t ItemId::key() const {
  if (none()) return 0;
  // The leading 1 stands for the largest power of ten that is not above it: as
  // many digits as its bits have, or one less.
  constexpr auto kTens = [] {
    std::array<std::uint64_t, 19> tens{1};
    for (std::size_t i = 1; i < tens.size(); ++i) tens[i] = tens[i - 1] * 10;
    return tens;
  }();
  const unsigned most =
      static_cast<unsigned>(std::bit_width(packed_)) * 1233 >> 12;
  const std::uint64_t lead = kTens[packed_ < kTens[most] ? most - 1 : most];
  return packed_ - lead + 1;
}

std::string ItemId::text() const {
  return none() ? std::string() : std::to_string(packed_).substr(1);
}

bool is_scientific(std::string_view text) {
  text = without_spaces(text);
  std::size_t i = 0;
  bool digits = false;
  while (i < text.size() &&
         (is_digit(text[i]) || text[i] == '.' || text[i] == ',')) {
    digits = digits || is_digit(text[i]);
    ++i;
  }
  if (!digits || i == text.size() || (text[i] != 'E' && text[i] != 'e'))
    return false;
  ++i;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) ++i;
  const std::size_t exponent = i;
  while (i < text.size() && is_digit(text[i])) ++i;
  return i == text.size() && i > exponent;
}

}  // namespace parcelwise
