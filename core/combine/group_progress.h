// What became of an accepted group: which of its orders Amazon has as shipped,
// and which are still there although the others are through. One tracking
// number for several orders may be refused for the second, and nobody says so;
// a week later that order is cancelled and unpaid (docs/rules.md 0.2, S28).
//
// WHAT TELLS  An order has left when the newest unshipped-orders report of its
// country (orders/evidence.h) is without it; one that has no moment, or a row
// that names no order, tells only of those that it lists. An all-orders report
// tells by its status. Without either nothing is told.
#ifndef PARCELWISE_COMBINE_GROUP_PROGRESS_H_
#define PARCELWISE_COMBINE_GROUP_PROGRESS_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "orders/marketplace.h"
#include "orders/order_book.h"

namespace parcelwise {

enum class Standing : std::uint8_t {
  kUnknown,    // no report lists what is unshipped
  kToConfirm,  // still to be confirmed, like all the others
  kRefused,    // still there, and another order of the group is not
  kLost,       // still there, and past Amazon's limit: probably cancelled
  kLeft,       // no longer in the report: shipped, or cancelled by someone
  kShipped,
  kCancelled,
};
std::string_view standing_name(Standing standing);  // "to-confirm"

struct FollowedOrder {
  OrderId id;
  Standing standing = Standing::kUnknown;
  // Of an order that has not left as far as is known, where some report tells
  // its ship-by.
  std::optional<Instant> ship_by;
  // Of one that is still there, likewise, where both limits of confirm-or-lose
  // are known: they, and the days until then (below 0: past).
  struct Limits {
    Instant confirm_by, amazon_by;
    int days_left, amazon_days_left;
  };
  std::optional<Limits> limits;
};

class GroupProgress {
 public:
  // `book` and `policies` must outlive it.
  GroupProgress(const OrderBook& book, const Policies& policies, Instant now);

  // In the orders' order; one that no report has may have left.
  //   A gone, B still in the report -> {A kLeft}, {B kRefused, 4 days left}
  //   A and B both still in it      -> both kToConfirm
  std::vector<FollowedOrder> of(std::span<const OrderId> orders) const;

 private:
  std::optional<std::uint32_t> listing_for(
      std::span<const OrderId> orders) const;

  const OrderBook& book_;
  const Policies& policies_;
  Instant now_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_COMBINE_GROUP_PROGRESS_H_
