// The short key by which a carrier's file names a shipment, and the way back
// from it to the order: what the carrier gives back with a tracking number is
// matched by it.
//
// An order id has 19 characters; Sagawa's お客様管理番号 holds 16 and Japan
// Post's お客様側管理番号 15 (docs/formats.md 3.2, 3.3). The key has 15 and
// loses nothing: the id's first six digits as a letter and three letters or
// digits, then its last eleven digits as they are, so that a person can find
// the order by them. It begins with a letter: no spreadsheet takes it for a
// number. Each order has one key, and each key one order; no table is kept.
//   250-1234567-1234567 -> "FM9545671234567"
//
// A shipment of several orders carries the key of its first. Carriers whose
// field is long enough (Yamato) get the order id itself; order_for reads both.
#ifndef PARCELWISE_TRACKING_SHIPMENT_KEY_H_
#define PARCELWISE_TRACKING_SHIPMENT_KEY_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "orders/order_book.h"

namespace parcelwise {

inline constexpr std::size_t kShipmentKeyLength = 15;

std::string key_for(OrderId order);

// A parcel of a split order, from 1 to kMostParts, as a label names it in a
// field of `room` characters, 15 or more: the order's id or its key with "-2"
// behind it; else a key of the same length that ends in a letter, which says
// the parcel: a letter, five letters or digits, and the id's last eight digits.
//   part_key_for(250-1234567-1234567, 2, 50) -> "250-1234567-1234567-2"
//   part_key_for(250-1234567-1234567, 2, 17) -> "FM9545671234567-2"
//   part_key_for(250-1234567-1234567, 2, 16) -> 15 characters, the last a B
inline constexpr int kMostParts = 26;
std::string part_key_for(OrderId order, int part, std::size_t room);

struct ParcelName {
  OrderId order;
  int part = 0;  // 0: the whole order
  bool by_key = false;
};
// What any of these names; passed over as below.
std::optional<ParcelName> parcel_named(std::string_view text);

// The order that a key or an order id names. Passed over: the case of letters,
// spaces around the text.
//   order_named("fm9545671234567")     -> 250-1234567-1234567
//   order_named("250-1234567-1234567") -> 250-1234567-1234567
//   order_named("45671234567")         -> nullopt
std::optional<OrderId> order_named(std::string_view text);

// Its index in the book; nullopt where the text names no order or one that no
// report has.
std::optional<std::uint32_t> order_for(std::string_view text,
                                       const OrderBook& book);

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_SHIPMENT_KEY_H_
