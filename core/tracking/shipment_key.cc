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

}  // namespace

std::string key_for(OrderId order) {
  std::string key(kShipmentKeyLength, ' ');
  std::uint64_t rest = order.packed();
  for (std::size_t i = key.size(); i-- > 0;) {
    key[i] = characters(kBases[i])[static_cast<std::size_t>(rest % kBases[i])];
    rest /= kBases[i];
  }
  return key;
}

std::optional<OrderId> order_named(std::string_view text) {
  text = trim(text);
  if (text.size() != kShipmentKeyLength) return OrderId::parse(text);
  std::uint64_t packed = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool small = text[i] >= 'a' && text[i] <= 'z';
    const char c = small ? static_cast<char>(text[i] - 'a' + 'A') : text[i];
    const std::size_t at = characters(kBases[i]).find(c);
    if (at == std::string_view::npos) return std::nullopt;
    packed = packed * kBases[i] + at;
  }
  const bool multi_channel = packed >= kTenTo17;
  if (multi_channel) packed -= kTenTo17;
  std::string id = std::to_string(packed);
  id.insert(0, 17 - id.size(), '0');
  if (multi_channel) {
    if (id[0] != '0') return std::nullopt;  // above every id
    id[0] = 'S';
  }
  return OrderId::parse(id.substr(0, 3) + "-" + id.substr(3, 7) + "-" +
                        id.substr(10));
}

std::optional<std::uint32_t> order_for(std::string_view text,
                                       const OrderBook& book) {
  const auto id = order_named(text);
  return id ? book.find(*id) : std::nullopt;
}

}  // namespace parcelwise
