// Tests core/text/key_sort: against the standard's own stable sort.
#include "text/key_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace parcelwise {
namespace {

TEST(KeySort, equals_the_standards_stable_sort) {
  std::mt19937_64 random(7);
  std::vector<std::size_t> counts = {2047, 2048, 5000};
  for (std::size_t count = 0; count < 300; count += 7) counts.push_back(count);
  // Keys that differ in no byte, in one, in some and in all.
  for (const std::uint64_t mask :
       {0ull, 0xffull, 0x3ull << 62, 0xff00ff0000ffull, ~0ull}) {
    for (const std::size_t count : counts) {
      std::vector<std::uint64_t> keys;
      for (std::size_t i = 0; i < count; ++i)
        keys.push_back((random() & mask) | 5u << 9);
      std::vector<std::uint32_t> expected(count);
      std::iota(expected.begin(), expected.end(), 0u);
      std::stable_sort(
          expected.begin(), expected.end(),
          [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
      EXPECT_EQ(key_sorted(keys), expected) << mask << ", " << count;
    }
  }
}

// As a check's money has them: amounts turned over, and some that have none.
TEST(KeySort, sorts_keys_at_both_ends_of_what_a_key_can_be) {
  const std::vector<std::uint64_t> keys = {~0ull, 0, ~0ull - 1, 1, 1ull << 63};
  EXPECT_EQ(key_sorted(keys), (std::vector<std::uint32_t>{1, 3, 4, 2, 0}));
  EXPECT_EQ(key_sorted(std::vector<std::uint64_t>{(1ull << 63) + 5, 1ull << 63,
                                                  (1ull << 63) - 1}),
            (std::vector<std::uint32_t>{2, 1, 0}));
}

TEST(KeySort, keeps_the_order_of_what_was_sorted_by_before) {
  const std::vector<std::uint64_t> amounts = {5, 3, 4, 1};
  const std::vector<std::uint64_t> days = {2, 1, 2, 1};
  std::vector<std::uint32_t> places = key_sorted(amounts);
  EXPECT_EQ(places, (std::vector<std::uint32_t>{3, 1, 2, 0}));
  key_sort(places, days);
  EXPECT_EQ(places, (std::vector<std::uint32_t>{3, 1, 2, 0}));
  key_sort(places, std::vector<std::uint64_t>{0, 0, 0, 9});
  EXPECT_EQ(places, (std::vector<std::uint32_t>{1, 2, 0, 3}));
}

}  // namespace
}  // namespace parcelwise
