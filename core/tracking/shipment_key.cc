// The key is the packed id (report/order_id.h) in mixed digits: 26, three times
// 36, eleven times 10. 26 * 36^3 is 1,213,056, and the packed id's upper part
// stays below 1,100,000.
#include "tracking/shipment_key.h"

#include <array>

namespace parcelwise {
namespace {

constexpr std::uint64_t kTenTo17 = 100'000'000'000'000'000;

// The base of each character.
constexpr std::array<std::size_t, kShipmentKeyLength> kBases = {
    26, 36, 36, 36, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10};

// Of a parcel's key: 26 * 36^5 * 10^8 is above every packed id.
constexpr std::array<std::size_t, kShipmentKeyLength> kPartBases = {
    26, 36, 36, 36, 36, 36, 10, 10, 10, 10, 10, 10, 10, 10, 26};

// Letters before digits: the first character then is one.
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view characters(std::size_t base) {
  return base == 10 ? kDigits : kLetters.substr(0, base);
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

using Bases = std::array<std::size_t, kShipmentKeyLength>;

// The number that a key's characters are; nullopt where one does not fit.
std::optional<std::uint64_t> number_of(std::string_view text,
                                       const Bases& bases) {
  std::uint64_t packed = 0;
  for (std::size_t i = 0; i < bases.size(); ++i) {
    const bool small = text[i] >= 'a' && text[i] <= 'z';
    const char c = small ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
    const std::size_t at = characters(bases[i]).find(c);
    if (at == std::string_view::npos) return std::nullopt;
    packed = packed * bases[i] + at;
  }
  return packed;
}

std::string key_of(std::uint64_t packed, const Bases& bases) {
  std::string key(bases.size(), ' ');
  for (std::size_t i = key.size(); i-- > 0;) {
    key[i] = characters(bases[i])[static_cast<std::size_t>(packed % bases[i])];
    packed /= bases[i];
  }
  return key;
}

std::optional<OrderId> order_packed(std::uint64_t packed) {
  const bool multi_channel = packed >= kTenTo17;
  if (multi_channel) packed -= kTenTo17;
  std::string id = std::to_string(packed);
  if (id.size() > 17) return std::nullopt;
  id.insert(0, 17 - id.size(), '0');
  if (multi_channel) {
    if (id[0] != '0') return std::nullopt;  // above every id
    id[0] = 'S';
  }
  return OrderId::parse(id.substr(0, 3) + "-" + id.substr(3, 7) + "-" +
                        id.substr(10));
}

// A key of 15 characters, of an order or of one of its parcels.
std::optional<ParcelName> key_named(std::string_view text) {
  if (const auto packed = number_of(text, kBases)) {
    const auto order = order_packed(*packed);
    if (!order) return std::nullopt;
    return ParcelName{*order, 0, true};
  }
  const auto packed = number_of(text, kPartBases);
  const auto order = packed ? order_packed(*packed / kMostParts) : std::nullopt;
  if (!order) return std::nullopt;
  return ParcelName{*order, static_cast<int>(*packed % kMostParts) + 1, true};
}

}  // namespace

std::string key_for(OrderId order) { return key_of(order.packed(), kBases); }

std::string part_key_for(OrderId order, int part, std::size_t room) {
  const std::string behind = "-" + std::to_string(part);
  const std::string id = order.text();
  if (id.size() + behind.size() <= room) return id + behind;
  if (kShipmentKeyLength + behind.size() <= room)
    return key_for(order) + behind;
  return key_of(
      order.packed() * kMostParts + static_cast<std::uint64_t>(part - 1),
      kPartBases);
}

std::optional<ParcelName> parcel_named(std::string_view text) {
  text = trim(text);
  if (text.size() == kShipmentKeyLength) return key_named(text);
  if (const auto order = OrderId::parse(text))
    return ParcelName{*order, 0, false};
  const std::size_t hyphen = text.rfind('-');
  if (hyphen == std::string_view::npos) return std::nullopt;
  const std::string_view behind = text.substr(hyphen + 1);
  if (behind.empty() || behind.size() > 2 || behind[0] == '0' ||
      behind.find_first_not_of(kDigits) != std::string_view::npos) {
    return std::nullopt;
  }
  int part = 0;
  for (const char c : behind) part = part * 10 + (c - '0');
  if (part > kMostParts) return std::nullopt;
  auto whole = parcel_named(text.substr(0, hyphen));
  if (!whole || whole->part != 0) return std::nullopt;
  whole->part = part;
  return whole;
}

std::optional<OrderId> order_named(std::string_view text) {
  const auto parcel = parcel_named(text);
  return parcel ? std::optional<OrderId>(parcel->order) : std::nullopt;
}

std::optional<std::uint32_t> order_for(std::string_view text,
                                       const OrderBook& book) {
  const auto id = order_named(text);
  return id ? book.find(*id) : std::nullopt;
}

}  // namespace parcelwise
