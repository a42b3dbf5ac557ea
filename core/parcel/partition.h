// Which of a group's orders travel together: of all ways to split them over
// parcels the one with the least total cost.
//
// Up to kExactOrders orders every split is weighed, by dynamic programming over
// sets of orders (3^12 / 2 steps, 100 kB). Of equal costs the fewest parcels
// win, then the split in which the first order that differs travels with the
// earlier parcel; so the result hangs on nothing but the costs.
//
// Beyond, up to kMostOrders: the kExactOrders orders that are dearest alone are
// split exactly, every other begins alone, and parcels are joined, orders moved
// and swapped, and parcels of up to kExactOrders orders together split anew, as
// long as that lowers the total, within kMostTries questions. Held at run time:
//   total <= separate, what all orders cost alone;
//   total <= lower_bound + what the orders outside the exact window cost alone.
// lower_bound is the exact least cost of the window: no split of all orders can
// be cheaper where goods added never make a parcel cheaper, as with every
// tariff.
//
// A cost is from 0 to kMostCost; any other counts as none: nothing overflows.
#ifndef PARCELWISE_PARCEL_PARTITION_H_
#define PARCELWISE_PARCEL_PARTITION_H_

#include <cstdint>
#include <optional>
#include <vector>

namespace parcelwise {

// A set of orders: bit i is order i.
using OrderSet = std::uint32_t;

inline constexpr int kExactOrders = 12;
inline constexpr int kMostOrders = 30;
inline constexpr int kMostTries = 50'000;
inline constexpr std::int64_t kMostCost = 1'000'000'000'000'000;

// What one parcel with these orders costs; nullopt: they cannot be one parcel.
// A view of a callable that must outlive the call, as cheap as a pointer.
class ParcelCost {
 public:
  template <typename Callable>
  ParcelCost(const Callable& callable)  // implicit, to pass a lambda
      : callable_(&callable), call_([](const void* c, OrderSet orders) {
          return std::optional<std::int64_t>(
              (*static_cast<const Callable*>(c))(orders));
        }) {}

  std::optional<std::int64_t> operator()(OrderSet orders) const {
    return call_(callable_, orders);
  }

 private:
  const void* callable_;
  std::optional<std::int64_t> (*call_)(const void*, OrderSet);
};

struct Partition {
  std::vector<OrderSet> parcels;  // by their first order; every order in one
  std::int64_t total = 0;
  std::optional<std::int64_t>
      separate;                  // nullopt where some order cannot go alone
  std::int64_t lower_bound = 0;  // `total` where exact
  bool exact = true;
};

// nullopt where no split was found in which every parcel has a cost (up to
// kExactOrders: there is none), and for n below 1 or above kMostOrders. Up to
// kExactOrders each set is asked for once, single orders and the parcels chosen
// some times more; `cost` must answer the same each time.
//   cheapest_partition(3, yamato) with three of size 60 -> one parcel, 1,650
//   (W4) cheapest_partition(2, letters) at 430 each, 1,460 together -> two, 860
//   (W6) cheapest_partition(31, ...)                          -> nullopt
std::optional<Partition> cheapest_partition(int n, ParcelCost cost);

}  // namespace parcelwise

#endif  // PARCELWISE_PARCEL_PARTITION_H_
