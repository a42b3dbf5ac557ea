// The addresses of orders that may share a parcel, side by side as their
// reports write them, with the characters marked in which they differ. For a
// person to decide by: what meets loosely need not be the same door.
#ifndef PARCELWISE_COMBINE_DIFFERENCES_H_
#define PARCELWISE_COMBINE_DIFFERENCES_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "orders/order_book.h"

namespace parcelwise {

struct MarkedText {
  std::string text;  // UTF-8
  bool differs = false;
};

// One filled column of an address: "ship-address-1".
struct MarkedLine {
  std::string_view column;
  std::vector<MarkedText> parts;
};

struct MarkedAddress {
  std::uint32_t order = 0;
  std::vector<MarkedLine>
      lines;  // name, street, city, state, postal code, country
};

// Every order against the first, and the first against all others, by the
// longest common subsequence of their characters. Where a line ends makes no
// difference; an ideographic space is a space. What is longer than
// kMostCompared characters is marked whole where it is not equal.
//   "豊洲1-2-27" and "豊洲1丁目2-27" -> "豊洲1[-]2-27" and "豊洲1[丁目]2-27"
inline constexpr std::size_t kMostCompared = 400;
std::vector<MarkedAddress> marked_addresses(
    const OrderBook& book, std::span<const std::uint32_t> orders);

}  // namespace parcelwise

#endif  // PARCELWISE_COMBINE_DIFFERENCES_H_
