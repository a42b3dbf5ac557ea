// Packing ids and printing them again.
#include "report/order_id.h"

#include <cstring>

#include "text/ascii.h"

namespace parcelwise {
namespace {

constexpr std::uint64_t kTenTo17 = 100'000'000'000'000'000;

std::string_view without_spaces(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

std::uint64_t eight(const char* text) {
  std::uint64_t word;
  std::memcpy(&word, text, sizeof word);
  return word;
}

// Eight bytes as they lie in memory, the first the lowest.
bool are_digits(std::uint64_t bytes) {
  constexpr std::uint64_t kHigh = 0xF0F0F0F0F0F0F0F0u;
  constexpr std::uint64_t kSix = 0x0606060606060606u;
  return ((bytes & kHigh) | (((bytes + kSix) & kHigh) >> 4)) ==
         0x3333333333333333u;
}

// Of eight digits: neighbours are joined to two, four, then eight.
std::uint64_t number_of(std::uint64_t digits) {
  digits = (digits & 0x0F0F0F0F0F0F0F0Fu) * 2561 >> 8;
  digits = (digits & 0x00FF00FF00FF00FFu) * 6553601 >> 16;
  return (digits & 0x0000FFFF0000FFFFu) * 42949672960001u >> 32;
}

// "250-1234567-1234567" and nothing else: each group with a zero in the place
// of the hyphen beside it. False for an S order and for all that is none.
bool read_plain(const char* text, std::uint64_t& packed) {
  const std::uint64_t second = eight(text + 4) << 8 | '0';
  const std::uint64_t third = (eight(text + 11) & ~std::uint64_t{0xFF}) | '0';
  const std::uint64_t first = eight(text) << 40 | 0x3030303030u;
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
  text = without_spaces(text);
  if (text.size() != 19) return std::nullopt;
  OrderId id;
  if (read_plain(text.data(), id.packed_)) return id;
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
  id.packed_ = 1;
  constexpr std::uint64_t kEight = 100'000'000;
  for (; text.size() >= 8; text.remove_prefix(8)) {
    const std::uint64_t digits = eight(text.data());
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
  // The leading 1 stands for the largest power of ten that is not above it.
  std::uint64_t lead = packed_ >= 10'000'000'000 ? 10'000'000'000 : 10;
  while (lead <= packed_ / 10) lead *= 10;
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
