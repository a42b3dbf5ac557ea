// Sorting for what is sorted row by row: by numbers. One routine for all of
// them, since std::sort is built anew for each type.
//
// `places` are put in the order of keys[place]: stable, O(n) for each byte of
// what lies between the lowest and the highest of them, with as much memory
// again as `places` takes. A second criterion is sorted by first:
//   key_sort(places, amounts); key_sort(places, days);  -> by day, then amount
//   places {0, 1, 2}, keys {3, 1, 3} -> {1, 0, 2}
#ifndef PARCELWISE_TEXT_KEY_SORT_H_
#define PARCELWISE_TEXT_KEY_SORT_H_

#include <cstdint>
#include <span>
#include <vector>

namespace parcelwise {

void key_sort(std::vector<std::uint32_t>& places,
              std::span<const std::uint64_t> keys);

// The same of all keys: 0, 1, 2 and so on, in their order.
std::vector<std::uint32_t> key_sorted(std::span<const std::uint64_t> keys);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_KEY_SORT_H_
