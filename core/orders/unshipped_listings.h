// Which unshipped-orders reports are loaded, and which of them a newer one
// replaces: such a report lists everything that is unshipped, so an order that
// only an older one has has probably left, or was cancelled.
//
// NEWER  Of one country, the report with the newest order in it or, where that
// is the same one, in which an order is late by most days. Reports that are
// alike in both are of one morning.
#ifndef PARCELWISE_ORDERS_UNSHIPPED_LISTINGS_H_
#define PARCELWISE_ORDERS_UNSHIPPED_LISTINGS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "orders/order_book.h"
#include "policy/policy.h"

namespace parcelwise {

struct UnshippedListing {
  std::uint32_t report = 0;
  std::string country;  // of its first order; "" where it tells none
  std::optional<Instant> newest;
  int day = 0;  // since epoch, by the days that an order is late

  // "" is at home everywhere.
  bool tells_of(std::string_view other) const {
    return country.empty() || other.empty() || country == other;
  }
  bool newer_than(const UnshippedListing& other) const;
};

// In the book's order of reports; reads every order of them.
std::vector<UnshippedListing> unshipped_listings(const OrderBook& book,
                                                 const Policy& policy);

// Reports that a newer one of their country replaces.
//   Friday's and Saturday's report of Japan -> {Friday's}
//   Friday's of Japan and Saturday's of Italy -> {}
std::vector<std::uint32_t> outdated_listings(const OrderBook& book,
                                             const Policy& policy);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_UNSHIPPED_LISTINGS_H_
