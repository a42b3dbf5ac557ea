// Splitting a group over parcels. A split's worth is its cost, then its
// parcels; what cannot travel has a cost above every sum of real ones.
#include "parcel/partition.h"

#include <algorithm>
#include <bit>

#include "text/compact_sort.h"

namespace parcelwise {
namespace {

// Above kMostOrders * kMostCost, and as many of it still fit.
constexpr std::int64_t kNone = 100'000'000'000'000'000;
static_assert(kNone > kMostOrders * kMostCost);

std::int64_t priced(ParcelCost cost, OrderSet orders) {
  const auto value = cost(orders);
  return value && *value >= 0 && *value <= kMostCost ? *value : kNone;
}

constexpr OrderSet first_of(OrderSet orders) { return orders & (~orders + 1); }

// Of two parcels with the same first order, the one that comes first: where
// they first differ it has the order.
constexpr bool comes_before(OrderSet a, OrderSet b) {
  return (first_of(a ^ b) & a) != 0;
}

bool stands_before(OrderSet a, OrderSet b) { return first_of(a) < first_of(b); }

// The cheapest split of `orders` (at most kExactOrders of them), the parcels by
// their first order. For each set of orders the best first parcel is kept.
std::vector<OrderSet> split_exactly(const std::vector<int>& orders,
                                    ParcelCost cost) {
  const std::size_t sets = std::size_t{1} << orders.size();
  const auto named = [&orders](OrderSet set) {
    OrderSet result = 0;
    for (std::size_t i = 0; i < orders.size(); ++i) {
      if ((set >> i & 1) != 0) result |= OrderSet{1} << orders[i];
    }
    return result;
  };
  std::vector<std::int64_t> alone(sets, 0), best(sets, 0);
  std::vector<OrderSet> parcel(sets, 0);
  std::vector<std::uint8_t> parcels(sets, 0);
  for (std::size_t s = 1; s < sets; ++s) {
    const auto set = static_cast<OrderSet>(s);
    alone[s] = priced(cost, named(set));
    best[s] = alone[s];
    parcel[s] = set;
    parcels[s] = 1;
    const OrderSet first = first_of(set);
    const OrderSet others = set ^ first;
    // Every first parcel but the whole set: the first order and some of the
    // others.
    for (OrderSet rest = others; rest != 0; rest = (rest - 1) & others) {
      const OrderSet candidate = set ^ rest;
      const std::int64_t total = alone[candidate] + best[rest];
      const auto count = static_cast<std::uint8_t>(parcels[rest] + 1);
      if (total > best[s]) continue;
      if (total == best[s] &&
          (count > parcels[s] ||
           (count == parcels[s] && !comes_before(candidate, parcel[s])))) {
        continue;
      }
      best[s] = total;
      parcel[s] = candidate;
      parcels[s] = count;
    }
  }
  std::vector<OrderSet> split;
  for (auto left = static_cast<OrderSet>(sets - 1); left != 0;) {
    split.push_back(named(parcel[left]));
    left ^= parcel[left];
  }
  return split;
}

// A split under improvement. Every step lowers the pair of total and parcels,
// so there is an end before kMostTries runs out, or then.
class Improvement {
 public:
  Improvement(std::vector<OrderSet> parcels, ParcelCost cost)
      : cost_(cost), parcels_(std::move(parcels)) {
    for (const OrderSet parcel : parcels_)
      costs_.push_back(priced(cost_, parcel));
  }

  // The best of all joins, moves and swaps of two parcels, again and again;
  // where none is left, some parcels together are split anew.
  void run() {
    do {
      while (step()) {
      }
    } while (split_some());
  }

  std::int64_t total() const {
    std::int64_t sum = 0;
    for (const std::int64_t cost : costs_) sum += cost;
    return sum;
  }
  const std::vector<OrderSet>& parcels() const { return parcels_; }

 private:
  struct Step {
    std::size_t a = 0, b = 0;
    OrderSet in_a = 0, in_b = 0;  // what a and b become
    std::int64_t cost_a = 0, cost_b = 0;
    std::int64_t gain = 0;
    bool joins = false;
  };

  bool step() {
    best_ = {};
    for (std::size_t a = 0; a < parcels_.size(); ++a) {
      for (std::size_t b = a + 1; b < parcels_.size(); ++b) weigh_pair(a, b);
    }
    // A join that costs nothing saves a parcel.
    if (best_.gain < 0 || (best_.gain == 0 && !best_.joins)) return false;
    parcels_[best_.a] = best_.in_a;
    costs_[best_.a] = best_.cost_a;
    parcels_[best_.b] = best_.in_b;
    costs_[best_.b] = best_.cost_b;
    if (best_.joins) {
      parcels_.erase(parcels_.begin() + static_cast<std::ptrdiff_t>(best_.b));
      costs_.erase(costs_.begin() + static_cast<std::ptrdiff_t>(best_.b));
    }
    return true;
  }

  // Splits a parcel and those behind it, as many as make kExactOrders orders,
  // exactly; the first parcel where that is better.
  bool split_some() {
    for (std::size_t from = 0; from < parcels_.size(); ++from) {
      OrderSet some = 0;
      std::vector<OrderSet> others;
      std::int64_t cost = 0;
      std::size_t taken = 0;
      for (std::size_t i = 0; i < parcels_.size(); ++i) {
        const std::size_t at = (from + i) % parcels_.size();
        if (std::popcount(some | parcels_[at]) <= kExactOrders) {
          some |= parcels_[at];
          cost += costs_[at];
          ++taken;
        } else {
          others.push_back(parcels_[at]);
        }
      }
      tries_ += 1 << std::popcount(some);
      if (tries_ > kMostTries) return false;
      std::vector<int> orders;
      for (int order = 0; order < kMostOrders; ++order) {
        if ((some >> order & 1) != 0) orders.push_back(order);
      }
      std::vector<OrderSet> split = split_exactly(orders, cost_);
      std::int64_t total = 0;
      for (const OrderSet parcel : split) total += priced(cost_, parcel);
      if (total > cost || (total == cost && split.size() >= taken)) continue;
      split.insert(split.end(), others.begin(), others.end());
      parcels_ = std::move(split);
      costs_.clear();
      for (const OrderSet parcel : parcels_)
        costs_.push_back(priced(cost_, parcel));
      return true;
    }
    return false;
  }

  void weigh_pair(std::size_t a, std::size_t b) {
    const OrderSet in_a = parcels_[a], in_b = parcels_[b];
    weigh(a, b, in_a | in_b, 0);
    for (OrderSet left = in_a; left != 0; left &= left - 1) {
      const OrderSet x = first_of(left);
      if (x != in_a) weigh(a, b, in_a ^ x, in_b | x);
      for (OrderSet right = in_b; right != 0; right &= right - 1) {
        const OrderSet y = first_of(right);
        if (x != in_a || y != in_b) weigh(a, b, in_a ^ x ^ y, in_b ^ x ^ y);
      }
    }
    for (OrderSet right = in_b; right != 0; right &= right - 1) {
      const OrderSet y = first_of(right);
      if (y != in_b) weigh(a, b, in_a | y, in_b ^ y);
    }
  }

  void weigh(std::size_t a, std::size_t b, OrderSet in_a, OrderSet in_b) {
    if (tries_ >= kMostTries) return;
    ++tries_;
    Step step{a, b, in_a, in_b, priced(cost_, in_a), 0, 0, in_b == 0};
    if (in_b != 0) step.cost_b = priced(cost_, in_b);
    step.gain = costs_[a] + costs_[b] - step.cost_a - step.cost_b;
    if (step.gain < 0) return;
    if (step.gain > best_.gain ||
        (step.gain == best_.gain && step.joins && !best_.joins)) {
      best_ = step;
    }
  }

  ParcelCost cost_;
  std::vector<OrderSet> parcels_;
  std::vector<std::int64_t> costs_;
  Step best_;
  int tries_ = 0;
};

}  // namespace

std::optional<Partition> cheapest_partition(int n, ParcelCost cost) {
  if (n < 1 || n > kMostOrders) return std::nullopt;
  Partition result;
  result.exact = n <= kExactOrders;
  std::vector<int> orders;
  std::vector<std::int64_t> alone;
  std::int64_t separate = 0;
  for (int i = 0; i < n; ++i) {
    orders.push_back(i);
    alone.push_back(priced(cost, OrderSet{1} << i));
    separate += alone.back();
  }
  if (separate < kNone) result.separate = separate;
  if (!result.exact) {
    // The window: the dearest alone, of equals the earlier.
    compact_sort(orders, [&alone](int a, int b) {
      const std::int64_t a_cost = alone[static_cast<std::size_t>(a)];
      const std::int64_t b_cost = alone[static_cast<std::size_t>(b)];
      return a_cost != b_cost ? a_cost > b_cost : a < b;
    });
  }
  std::vector<int> rest(orders.begin() + std::min(n, kExactOrders),
                        orders.end());
  orders.resize(static_cast<std::size_t>(std::min(n, kExactOrders)));
  compact_sort(orders, [](int a, int b) { return a < b; });
  std::vector<OrderSet> split = split_exactly(orders, cost);
  result.lower_bound = Improvement(split, cost).total();
  std::int64_t rest_alone = 0;
  for (const int order : rest) {
    split.push_back(OrderSet{1} << order);
    rest_alone += alone[static_cast<std::size_t>(order)];
  }
  compact_sort(split, stands_before);
  Improvement improvement(std::move(split), cost);
  if (!result.exact) improvement.run();
  result.total = improvement.total();
  if (result.total >= kNone) return std::nullopt;
  // The promises of the header. They hold by construction unless the cost of a
  // set changes between two questions; then nothing is said.
  if (result.separate && result.total > *result.separate) return std::nullopt;
  if (result.total > result.lower_bound + rest_alone) return std::nullopt;
  result.lower_bound = std::min(result.lower_bound, result.total);
  result.parcels = improvement.parcels();
  compact_sort(result.parcels, stands_before);
  return result;
}

}  // namespace parcelwise
