// The policy of each order: its own marketplace's, found by what the reports
// tell of it (policy/marketplaces.h), for one file can hold a whole region.
#ifndef PARCELWISE_ORDERS_MARKETPLACE_H_
#define PARCELWISE_ORDERS_MARKETPLACE_H_

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "orders/order_book.h"
#include "policy/marketplaces.h"
#include "policy/policy.h"

namespace parcelwise {

// Where there is no report at all.
inline constexpr std::string_view kDefaultPolicy = "amazon-jp";

// The policies of a book's orders.
//
//   Policies policies = Policies::find(book, {});
//   policies.of(order).id() -> "amazon-de"
//   policies.of(order).known() -> false where no marketplace of ours is told:
//     Policy::unknown(), which has no deadline of anybody's.
class Policies {
 public:
  // An index into all().
  using Index = std::uint16_t;

  // None, of no order: of(0) is out of bounds.
  Policies() = default;

  // `seller`: the policy that the seller named; it rules the orders of the
  // marketplace that it extends, and those of which nothing is told. An order
  // whose own rows tell nothing is of its report's marketplace, where all other
  // orders of that report are.
  static Policies find(const OrderBook& book, std::optional<Policy> seller);

  // One for all orders, whatever they tell.
  static Policies only(const OrderBook& book, Policy policy);

  Index index_of(std::uint32_t order) const { return of_order_[order]; }
  const Policy& of(std::uint32_t order) const { return all_[of_order_[order]]; }

  // Those in use, by id, Policy::unknown() last. Never empty after find() or
  // only(): where there are no orders, the one that main() is.
  const std::deque<Policy>& all() const { return all_; }
  std::uint32_t orders(Index policy) const { return orders_[policy]; }

  // The one with most orders, of several the first by id. Without orders the
  // seller's, else that of the marketplace that most refunds are told of.
  const Policy& main() const { return all_[main_]; }
  Index main_index() const { return main_; }

  // The one in use that rules a marketplace as reports name it, in any case;
  // main() where none does.
  //   named("Amazon.DE").id() -> "amazon-de"
  const Policy& named(std::string_view marketplace) const;

 private:
  std::deque<Policy> all_;  // never moves what it holds
  std::vector<std::uint32_t> orders_;
  std::vector<Index> of_order_;
  Index main_ = 0;
};

// The policy of an order by its id; the main one where no report has it. What
// is passed in must outlive it.
using PolicyOf = std::function<const Policy&(OrderId)>;
PolicyOf order_policies(const OrderBook& book, const Policies& policies);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_MARKETPLACE_H_
