// What a carrier does at the door: the day and hours in which it comes, and the
// cash it collects.
#ifndef PARCELWISE_HANDOFF_ON_DELIVERY_H_
#define PARCELWISE_HANDOFF_ON_DELIVERY_H_

#include <cstdint>
#include <optional>

#include "money/money.h"
#include "orders/order_book.h"
#include "orders/order_facts.h"
#include "time/zone.h"

namespace parcelwise {

struct ArrivalWindow {
  Day day;
  int first_hour = 0, last_hour = 24;  // -1: not on the hour
};

// The day and hours of an order's scheduled delivery, of which it has the start
// or the end; nullopt where the window is longer than a day.
std::optional<ArrivalWindow> delivery_window(const OrderFacts& facts,
                                             const Zone& zone);

struct CollectedCash {
  std::int64_t amount = 0;
  std::int64_t tax = 0;  // inside it; 0 where no report tells it
};

// Exactly cod-collectible-amount (docs/rules.md 2.2.9), in a currency without
// decimals; nullopt where that is no amount above 0, or the order's lines tell
// different ones. Taxes of `most` and above are slips and do not count.
std::optional<CollectedCash> collected_cash(const OrderBook& book,
                                            std::uint32_t order,
                                            const Currency& currency,
                                            std::int64_t most);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_ON_DELIVERY_H_
