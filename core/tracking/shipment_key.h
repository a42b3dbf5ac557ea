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
