// Sorting for what is sorted row by row: by a number, whatever hangs on it.
// One routine for all of them, since std::sort is built anew for each type.
//
// Stable, O(n) for each byte of the keys in which they differ; as much memory
// again as the list takes. A second criterion is sorted by first:
//   key_sort(by_amount); ...; key_sort(by_day)  -> by day, then by amount
//   {{3, a}, {1, b}, {3, c}} -> {{1, b}, {3, a}, {3, c}}
#ifndef PARCELWISE_TEXT_KEY_SORT_H_
#define PARCELWISE_TEXT_KEY_SORT_H_

#include <cstdint>
#include <vector>

namespace parcelwise {

struct KeyedValue {
  std::uint64_t key;
  std::uint64_t value;
};

void key_sort(std::vector<KeyedValue>& list);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_KEY_SORT_H_
