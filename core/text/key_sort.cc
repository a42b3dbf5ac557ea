// Byte by byte from the lowest, each time in the order of the time before.
#include "text/key_sort.h"

#include <array>
#include <cstddef>
#include <numeric>

namespace parcelwise {

void key_sort(std::vector<std::uint32_t>& places,
              std::span<const std::uint64_t> keys) {
  std::uint64_t differing = 0;
  bool sorted = true;
  for (std::size_t i = 1; i < places.size(); ++i) {
    const std::uint64_t a = keys[places[i - 1]], b = keys[places[i]];
    differing |= a ^ b;
    sorted = sorted && a <= b;
  }
  if (sorted) return;
  std::vector<std::uint32_t> other(places.size());
  for (unsigned shift = 0; shift < 64; shift += 8) {
    if ((differing >> shift & 0xff) == 0) continue;
    std::array<std::uint32_t, 256> starts{};
    for (const std::uint32_t place : places)
      ++starts[keys[place] >> shift & 0xff];
    std::uint32_t before = 0;
    for (std::uint32_t& start : starts) {
      const std::uint32_t count = start;
      start = before;
      before += count;
    }
    for (const std::uint32_t place : places)
      other[starts[keys[place] >> shift & 0xff]++] = place;
    places.swap(other);
  }
}

std::vector<std::uint32_t> key_sorted(std::span<const std::uint64_t> keys) {
  std::vector<std::uint32_t> places(keys.size());
  std::iota(places.begin(), places.end(), 0u);
  key_sort(places, keys);
  return places;
}

}  // namespace parcelwise
