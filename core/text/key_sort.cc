// Byte by byte from the lowest, each time in the order of the time before.
#include "text/key_sort.h"

#include <array>
#include <cstddef>

namespace parcelwise {

void key_sort(std::vector<KeyedValue>& list) {
  std::uint64_t differing = 0;
  bool sorted = true;
  for (std::size_t i = 1; i < list.size(); ++i) {
    differing |= list[i - 1].key ^ list[i].key;
    sorted = sorted && list[i - 1].key <= list[i].key;
  }
  if (sorted) return;
  std::vector<KeyedValue> other(list.size());
  for (unsigned shift = 0; shift < 64; shift += 8) {
    if ((differing >> shift & 0xff) == 0) continue;
    std::array<std::uint32_t, 256> places{};
    for (const KeyedValue& each : list) ++places[each.key >> shift & 0xff];
    std::uint32_t before = 0;
    for (std::uint32_t& place : places) {
      const std::uint32_t count = place;
      place = before;
      before += count;
    }
    for (const KeyedValue& each : list)
      other[places[each.key >> shift & 0xff]++] = each;
    list.swap(other);
  }
}

}  // namespace parcelwise
