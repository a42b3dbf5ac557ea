// Some bits at a time from the lowest, each time in the order of the time
// before; of each key only what it is above the lowest one.
#include "text/key_sort.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <numeric>

namespace parcelwise {
namespace {

// Counting this many digits costs less than the rounds that they save.
constexpr unsigned kMostBits = 11;
constexpr std::size_t kMany = 2048;

}  // namespace

void key_sort(std::vector<std::uint32_t>& places,
              std::span<const std::uint64_t> keys) {
  if (places.empty()) return;
  std::uint64_t before = keys[places[0]];
  std::uint64_t lowest = before, highest = before;
  bool sorted = true;
  for (const std::uint32_t place : places) {
    const std::uint64_t key = keys[place];
    sorted = sorted && before <= key;
    lowest = std::min(lowest, key);
    highest = std::max(highest, key);
    before = key;
  }
  if (sorted) return;
  const auto bits = static_cast<unsigned>(std::bit_width(highest - lowest));
  const unsigned most = places.size() < kMany ? 8 : kMostBits;
  const unsigned rounds = (bits + most - 1) / most;
  const unsigned width = (bits + rounds - 1) / rounds;
  const std::size_t digits = std::size_t{1} << width;
  const auto digit_at = [&](unsigned shift, std::uint64_t key) {
    return static_cast<std::size_t>((key - lowest) >> shift) & (digits - 1);
  };
  std::vector<std::uint32_t> other(places.size());
  std::vector<std::uint32_t> starts(digits), counts(digits);
  for (const std::uint32_t place : places) ++counts[digit_at(0, keys[place])];
  for (unsigned shift = 0; shift < bits; shift += width) {
    std::uint32_t start = 0;
    for (std::size_t digit = 0; digit < digits; ++digit) {
      starts[digit] = start;
      start += counts[digit];
      counts[digit] = 0;
    }
    // The next round is counted on the way; the last one has none.
    const unsigned next = std::min(shift + width, 63u);
    for (const std::uint32_t place : places) {
      const std::uint64_t key = keys[place];
      other[starts[digit_at(shift, key)]++] = place;
      ++counts[digit_at(next, key)];
    }
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
