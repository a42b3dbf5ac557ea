// Tests core/text/compact_sort: against the standard's own sorts.
#include "text/compact_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace parcelwise {
namespace {

using Pair = std::pair<int, int>;  // a key, and where it stood

std::vector<Pair> some_pairs(std::mt19937& random, std::size_t count,
                             int keys) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < count; ++i)
    pairs.emplace_back(static_cast<int>(random() % static_cast<unsigned>(keys)),
                       static_cast<int>(i));
  return pairs;
}

TEST(CompactSort, equals_the_standards) {
  std::mt19937 random(7);
  for (std::size_t count = 0; count < 200; ++count) {
    std::vector<Pair> pairs =
        some_pairs(random, count, 1 + static_cast<int>(count / 3));
    std::vector<Pair> expected = pairs;
    std::sort(expected.begin(), expected.end());
    compact_sort(pairs);
    EXPECT_EQ(pairs, expected) << count;
  }
}

TEST(CompactSort, takes_another_order) {
  std::vector<std::string> words = {"b", "aa", "", "ccc"};
  compact_sort(words, [](const std::string& a, const std::string& b) {
    return a.size() > b.size();
  });
  EXPECT_EQ(words, (std::vector<std::string>{"ccc", "aa", "b", ""}));
}

TEST(CompactSort, keeps_equal_ones_in_place_where_asked) {
  std::mt19937 random(11);
  const auto by_key = [](const Pair& a, const Pair& b) {
    return a.first < b.first;
  };
  for (std::size_t count = 0; count < 200; ++count) {
    std::vector<Pair> pairs = some_pairs(random, count, 5);
    std::vector<Pair> expected = pairs;
    std::stable_sort(expected.begin(), expected.end(), by_key);
    compact_stable_sort(pairs, by_key);
    EXPECT_EQ(pairs, expected) << count;
  }
}

}  // namespace
}  // namespace parcelwise
