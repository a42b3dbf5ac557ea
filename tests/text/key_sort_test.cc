// Tests core/text/key_sort: against the standard's own stable sort.
#include "text/key_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

namespace parcelwise {
namespace {

using Pair = std::pair<std::uint64_t, std::uint64_t>;

std::vector<Pair> pairs_of(const std::vector<KeyedValue>& list) {
  std::vector<Pair> pairs;
  for (const KeyedValue& each : list) pairs.emplace_back(each.key, each.value);
  return pairs;
}

TEST(KeySort, equals_the_standards_stable_sort) {
  std::mt19937_64 random(7);
  // Keys that differ in no byte, in one, in some and in all.
  for (const std::uint64_t mask :
       {0ull, 0xffull, 0x3ull << 62, 0xff00ff0000ffull, ~0ull}) {
    for (std::size_t count = 0; count < 300; count += 7) {
      std::vector<KeyedValue> list;
      for (std::size_t i = 0; i < count; ++i)
        list.push_back({(random() & mask) | 5u << 9, i});
      std::vector<Pair> expected = pairs_of(list);
      std::stable_sort(
          expected.begin(), expected.end(),
          [](const Pair& a, const Pair& b) { return a.first < b.first; });
      key_sort(list);
      EXPECT_EQ(pairs_of(list), expected) << mask << ", " << count;
    }
  }
}

TEST(KeySort, leaves_what_is_in_order) {
  std::vector<KeyedValue> list = {{1, 9}, {1, 8}, {2, 7}};
  key_sort(list);
  EXPECT_EQ(pairs_of(list), (std::vector<Pair>{{1, 9}, {1, 8}, {2, 7}}));
}

}  // namespace
}  // namespace parcelwise
