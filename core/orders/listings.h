// Unshipped-orders reports as listings: the moment that each speaks for, and
// which of them decides for a marketplace. The parts of orders/evidence.h that
// look at reports, not at orders.
#ifndef PARCELWISE_ORDERS_LISTINGS_H_
#define PARCELWISE_ORDERS_LISTINGS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "orders/evidence.h"
#include "orders/marketplace.h"
#include "orders/order_book.h"
#include "time/zone.h"

namespace parcelwise {

// In the book's order of reports, with their moments; a moment after `now` is
// not believed. Each row's days are those of its own marketplace.
std::vector<Listing> read_listings(const OrderBook& book,
                                   const Policies& policies, Instant now,
                                   const SellersWord& word);

// The marketplace that an order's own rows tell, in small letters: a sales
// channel or the domain of the buyer's alias; else that of most rows of its
// report; "" where nothing tells.
std::string marketplace_of(const OrderBook& book, std::uint32_t order);

// A date of the part, of a bare day its first second there; nullopt where it
// has none.
std::optional<Instant> earliest_of(const OrderPart& part, DateSlot slot,
                                   const Zone& zone);

// The later of purchase and payment, a returns report's day left aside;
// nullopt where no report tells one.
std::optional<Instant> bought_and_paid(const OrderBook& book,
                                       std::uint32_t order, const Zone& zone);

// Amazon reports an order within 30 minutes of its payment: what was bought
// and paid before, a whole listing must have. False without a moment.
inline constexpr std::int64_t kReportingSeconds = 30 * 60;
bool must_list(const Listing& listing, Instant bought_and_paid);

// The newest listing of each account in a marketplace.
class ListingHeads {
 public:
  struct Head {
    std::uint32_t listing = 0;  // index in the listings
    std::uint32_t account = 0;
  };

  // Notes in `listings` which of them are outdated.
  static ListingHeads find(const OrderBook& book, const Policies& policies,
                           std::vector<Listing>& listings);

  // Those that speak for the order's marketplace; none for most books.
  std::span<const Head> of(const OrderBook& book, std::uint32_t order) const;

  // One account of one marketplace is all there is.
  bool only() const { return markets_.size() == 1 && all_.size() == 1; }
  std::span<const Head> all() const { return all_; }

  // Whether the listing is of the account that `head` decides for.
  bool follows(std::uint32_t listing, const Head& head) const;

 private:
  struct Market {
    std::string name;  // "": of orders whose marketplace is not known
    std::uint32_t first = 0, last = 0;  // heads, in all_
  };
  std::vector<Market> markets_;  // by name
  std::vector<Head> all_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      members_;  // account, listing
};

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_LISTINGS_H_
