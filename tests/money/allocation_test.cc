// Tests core/money/allocation.cc.
#include "money/allocation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace parcelwise {
namespace {

__extension__ typedef unsigned __int128 Wide;

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

using Parts = std::vector<std::int64_t>;

// Shares A, B, C... of these weights.
std::vector<Share> shares(const Parts& weights) {
  constexpr std::string_view kKeys = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::vector<Share> list;
  for (const std::int64_t weight : weights) {
    list.push_back({weight, kKeys.substr(list.size(), 1)});
  }
  return list;
}

// The parts as a test can print them; none where it was refused.
Parts split(std::int64_t total, const std::vector<Share>& among) {
  const auto parts = allocate(total, among);
  return parts ? *parts : Parts{};
}

Parts mirrored(Parts parts) {
  for (std::int64_t& part : parts) part = -part;
  return parts;
}

TEST(Allocate, SplitsWithoutLoss) {
  constexpr std::int64_t kOne = 1'000'000'000'000'000;
  constexpr std::int64_t kWild = 1'181'858'314'366'100;
  constexpr std::int64_t kNext = 1'170'126'087'450'276;
  constexpr std::int64_t kThird = kMost / 3;  // rounded down
  struct Row {
    const char* name;
    std::int64_t total;
    Parts weights;
    Parts parts;
  };
  const Row rows[] = {
      {"W5: 770 over three orders' shipping",
       770,
       {700, 500, 300},
       {359, 257, 154}},
      {"W4: as much saved as was charged",
       1500,
       {700, 500, 300},
       {700, 500, 300}},
      {"one less than was charged", 1499, {700, 500, 300}, {699, 500, 300}},
      {"more than the weights", 1540, {7, 5, 3}, {719, 513, 308}},
      {"5 by 7:3, a tie", 5, {7, 3}, {4, 1}},
      {"5 by 3:7, the same tie", 5, {3, 7}, {2, 3}},
      {"100 in three", 100, {1, 1, 1}, {34, 33, 33}},
      {"1.00 by 2:3:1", 100, {2, 3, 1}, {33, 50, 17}},
      {"10.00 over three lines of 50.00",
       1000,
       {5000, 5000, 5000},
       {334, 333, 333}},
      {"2 in three", 2, {1, 1, 1}, {1, 1, 0}},
      {"1 to whom the most is due", 1, {2, 3, 1}, {0, 1, 0}},
      {"nothing", 0, {2, 3, 1}, {0, 0, 0}},
      {"all to one", 770, {5}, {770}},
      {"none where nothing was paid", 5, {0, 1, 0, 1, 0}, {0, 3, 0, 2, 0}},
      {"none there, whatever the remainder", 1, {0, kMost}, {0, 1}},
      {"seen in the wild: 7002.73 in twelve",
       700273,
       {kWild, kWild, kWild, kWild, kWild, kWild, kWild, kNext, kOne, kOne,
        kOne, kOne},
       {61'565, 61'565, 61'565, 61'565, 61'565, 61'565, 61'565, 60'954, 52'091,
        52'091, 52'091, 52'091}},
      {"the most in three", kMost, {1, 1, 1}, {kThird + 1, kThird, kThird}},
      {"the most over the most", kMost, {kMost - 1, 1}, {kMost - 1, 1}},
      {"little over the most", 3, {kMost - 2, 1, 1}, {3, 0, 0}},
      {"the most to one", kMost, {kMost}, {kMost}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(split(row.total, shares(row.weights)), row.parts);
    EXPECT_EQ(split(-row.total, shares(row.weights)), mirrored(row.parts));
  }
}

// Its size is no int64, so it mirrors nothing; it is split all the same.
TEST(Allocate, SplitsTheLeastNumber) {
  EXPECT_EQ(split(kLeast, shares({1})), Parts{kLeast});
  EXPECT_EQ(split(kLeast, shares({0, kMost, 0})), (Parts{0, kLeast, 0}));
  EXPECT_EQ(split(kLeast, shares({1, 1})), (Parts{kLeast / 2, kLeast / 2}));
  constexpr std::int64_t kThird = kLeast / 3;  // rounded towards zero
  EXPECT_EQ(split(kLeast, shares({1, 1, 1})),
            (Parts{kThird - 1, kThird - 1, kThird}));
}

TEST(Allocate, TiesGoByKeyAndThenByPosition) {
  struct Row {
    const char* name;
    std::vector<Share> shares;
    Parts parts;  // of 5
  };
  const Row rows[] = {
      {"in the keys' order", {{1, "A"}, {1, "B"}}, {3, 2}},
      {"against it", {{1, "B"}, {1, "A"}}, {2, 3}},
      {"by bytes, not by case", {{1, "a"}, {1, "B"}}, {2, 3}},
      {"the shorter first", {{1, "AA"}, {1, "A"}}, {2, 3}},
      {"no key before any", {{1, "A"}, {1, ""}}, {2, 3}},
      {"bytes above 127 after the others", {{1, "\x93\x8C"}, {1, "z"}}, {2, 3}},
      {"one key: by position", {{1, "A"}, {1, "A"}}, {3, 2}},
      {"a larger remainder before any key", {{8, "B"}, {7, "A"}}, {3, 2}},
      {"and against the keys' order",
       {{3, "A"}, {4, "B"}, {4, "C"}},
       {1, 2, 2}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(split(5, row.shares), row.parts);
    EXPECT_EQ(split(-5, row.shares), mirrored(row.parts));
  }
}

TEST(Allocate, SaysWhyNot) {
  struct Row {
    const char* name;
    std::int64_t total;
    Parts weights;
    AllocationError error;
  };
  using enum AllocationError;
  const Row rows[] = {
      {"nobody", 5, {}, kNoShares},
      {"nothing for nobody", 0, {}, kNoShares},
      {"nobody with a weight", 5, {0, 0}, kNoShares},
      {"nothing, and nobody with a weight", 0, {0}, kNoShares},
      {"a negative weight", 5, {3, -1}, kNegativeWeight},
      {"weights that sum to nothing", 5, {1, -1}, kNegativeWeight},
      {"the least weight", 5, {kLeast}, kNegativeWeight},
      {"one unit too many", 5, {kMost, 1}, kOverflow},
      {"twice round", 5, {kMost, kMost, 2}, kOverflow},
      {"negative behind too many", 5, {kMost, 1, -1}, kNegativeWeight},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const auto parts = allocate(row.total, shares(row.weights));
    ASSERT_FALSE(parts);
    EXPECT_EQ(parts.error(), row.error);
  }
}

// Short numbers as likely as long ones, or an end of the range.
std::int64_t any_number(std::mt19937_64& random) {
  switch (random() % 16) {
    case 0:
      return kLeast;
    case 1:
      return kMost;
    case 2:
      return 0;
    default:
      break;
  }
  const auto number = static_cast<std::int64_t>(random());
  return number >> random() % 64;
}

Wide size_of(std::int64_t number) {
  return number < 0 ? Wide{0} - static_cast<Wide>(number)
                    : static_cast<Wide>(number);
}

TEST(Allocate, HoldsForAnyNumbers) {
  std::mt19937_64 random(3);
  for (int i = 0; i < 100'000; ++i) {
    const std::int64_t total = any_number(random);
    Parts weights(1 + random() % 8);
    std::int64_t sum = 0;
    for (std::int64_t& weight : weights) {
      // An eighth of the range each; often small, so that remainders tie.
      weight = random() % 3 == 0
                   ? static_cast<std::int64_t>(random() % 3)
                   : static_cast<std::int64_t>(random() >> 4 >> random() % 60);
      sum += weight;
    }
    if (sum == 0) continue;
    std::vector<Share> of = shares(weights);
    const auto parts = allocate(total, of);
    ASSERT_TRUE(parts);
    ASSERT_EQ(parts->size(), of.size());

    Wide all = 0;
    for (std::size_t p = 0; p < of.size(); ++p) {
      const std::int64_t part = (*parts)[p];
      ASSERT_TRUE(part == 0 || (part < 0) == (total < 0));
      // The whole units of the exact part, or one more where something
      // remained.
      const Wide product = size_of(total) * static_cast<Wide>(weights[p]);
      const Wide whole = product / static_cast<Wide>(sum);
      const bool exact = product % static_cast<Wide>(sum) == 0;
      ASSERT_TRUE(size_of(part) == whole ||
                  (!exact && size_of(part) == whole + 1));
      if (size_of(total) <= static_cast<Wide>(sum)) {
        ASSERT_LE(size_of(part), size_of(weights[p]));
      }
      all += size_of(part);
    }
    ASSERT_EQ(all, size_of(total));

    if (total != kLeast) {
      ASSERT_EQ(split(-total, of), mirrored(*parts));
    }

    // In another order everybody's part is the same.
    std::shuffle(of.begin(), of.end(), random);
    const auto again = allocate(total, of);
    ASSERT_TRUE(again);
    for (std::size_t p = 0; p < of.size(); ++p) {
      ASSERT_EQ((*again)[p],
                (*parts)[static_cast<std::size_t>(of[p].key[0] - 'A')]);
    }
  }
}

TEST(UnitsPrice, IsTheStepOfTheRoundedCumulativePrice) {
  constexpr int kMany = std::numeric_limits<int>::max();
  struct Row {
    const char* name;
    std::int64_t total;
    int before;
    int units;
    int of;
    std::int64_t price;
  };
  const Row rows[] = {
      {"W8, the first", 1000, 0, 1, 3, 333},
      {"W8, the second", 1000, 1, 1, 3, 334},
      {"W8, the third", 1000, 2, 1, 3, 333},
      {"W8, two at once", 1000, 0, 2, 3, 667},
      {"W8, the last two", 1000, 1, 2, 3, 667},
      {"W8, all", 1000, 0, 3, 3, 1000},
      {"a half goes away from zero", 5, 0, 1, 2, 3},
      {"and comes off the next", 5, 1, 1, 2, 2},
      {"less than a unit each: the first", 1, 0, 1, 3, 0},
      {"less than a unit each: the second", 1, 1, 1, 3, 1},
      {"less than a unit each: the third", 1, 2, 1, 3, 0},
      {"nothing was paid", 0, 1, 1, 3, 0},
      {"no units", 1000, 1, 0, 3, 0},
      {"no units behind the last", 1000, 3, 0, 3, 0},
      {"half of the most", kMost, 0, 1, 2, 4'611'686'018'427'387'904},
      {"the most, all", kMost, 0, kMany, kMany, kMost},
      {"the most of many units", kMost, kMany - 1, 1, kMany, 4'294'967'298},
      // Outside of the contract.
      {"a negative unit", 1000, 0, -1, 3, 0},
      {"a negative start", 1000, -1, 1, 3, 0},
      {"one unit too many", 1000, 2, 2, 3, 0},
      {"begun behind the last", 1000, 4, 0, 3, 0},
      {"far too many", 1000, kMany, kMany, kMany, 0},
      {"of no units", 1000, 0, 0, 0, 0},
      {"of fewer than none", 1000, 0, 0, -3, 0},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(units_price(row.total, row.before, row.units, row.of), row.price);
    EXPECT_EQ(units_price(-row.total, row.before, row.units, row.of),
              -row.price);
  }
  EXPECT_EQ(units_price(kLeast, 0, 3, 3), kLeast);
  EXPECT_EQ(units_price(kLeast, 0, 1, 2), kLeast / 2);
  EXPECT_EQ(units_price(kLeast, 1, 1, 2), kLeast / 2);
}

TEST(UnitsPrice, AnyStepsSumToTheTotal) {
  std::mt19937_64 random(4);
  for (int i = 0; i < 100'000; ++i) {
    const std::int64_t total = any_number(random);
    const int of =
        1 + static_cast<int>(random() % (i % 2 == 0 ? 12 : 2'000'000'000));
    std::int64_t left = total;
    for (int before = 0; before < of;) {
      // A few steps suffice for a large number of units.
      const int most = of - before;
      const int units = most < 12 ? 1 + static_cast<int>(random() % 3) % most
                                  : most - static_cast<int>(random() % 12);
      const std::int64_t price = units_price(total, before, units, of);
      ASSERT_TRUE(price == 0 || (price < 0) == (total < 0));
      if (total != kLeast) {
        ASSERT_EQ(units_price(-total, before, units, of), -price);
      }
      left -= price;  // of total's sign, and never past it
      ASSERT_TRUE(left == 0 || (left < 0) == (total < 0));
      before += units;
    }
    ASSERT_EQ(left, 0);
  }
}

std::string shown(
    const tl::expected<std::vector<TaxInside>, MoneyError>& taxes) {
  if (!taxes)
    return taxes.error() == MoneyError::kOverflow ? "overflow" : "mixed";
  std::string text;
  for (const TaxInside& tax : *taxes) {
    text += (text.empty() ? "" : ", ") + std::to_string(tax.rate) + ": " +
            std::to_string(tax.tax) + " in " + std::to_string(tax.gross);
  }
  return text;
}

TEST(TaxInside, IsRoundedOnceForEachRate) {
  struct Row {
    const char* name;
    std::vector<TaxedAmount> amounts;
    Rounding rounding;
    const char* taxes;
  };
  using enum Rounding;
  const Row rows[] = {
      {"W13",
       {{1080, 800}, {1100, 1000}, {550, 1000}},
       kDown,
       "800: 80 in 1080, 1000: 150 in 1650"},
      {"W13, in another order",
       {{550, 1000}, {1080, 800}, {1100, 1000}},
       kDown,
       "800: 80 in 1080, 1000: 150 in 1650"},
      {"W13: line by line it would be 27",
       {{128, 800}, {128, 800}, {128, 800}},
       kDown,
       "800: 28 in 384"},
      {"28.44, up", {{384, 800}}, kUp, "800: 29 in 384"},
      {"28.44, to the nearest", {{384, 800}}, kHalfUp, "800: 28 in 384"},
      {"half a yen, down", {{11, 1'000}, {-5, 1'000}}, kDown, "1000: 0 in 6"},
      {"a half, away from zero", {{1, 10'000}}, kHalfUp, "10000: 1 in 1"},
      {"a half, to the even", {{1, 10'000}}, kHalfEven, "10000: 0 in 1"},
      {"one and a half, to the even",
       {{3, 10'000}},
       kHalfEven,
       "10000: 2 in 3"},
      {"a return invoice mirrors the invoice",
       {{-128, 800}, {-128, 800}, {-128, 800}},
       kDown,
       "800: -28 in -384"},
      {"Italy's 22 %", {{12'200, 2'200}}, kHalfUp, "2200: 2200 in 12200"},
      {"no tax", {{1000, 0}}, kUp, "0: 0 in 1000"},
      {"what was given back in full",
       {{1100, 1000}, {-1100, 1000}},
       kUp,
       "1000: 0 in 0"},
      {"no amounts", {}, kDown, ""},
      {"the most",
       {{kMost, 10'000}},
       kDown,
       "10000: 4611686018427387903 in 9223372036854775807"},
      {"the least",
       {{kLeast, 10'000}},
       kUp,
       "10000: -4611686018427387904 in -9223372036854775808"},
      {"the most at two rates",
       {{kMost, 0}, {kMost, 10'000}},
       kDown,
       "0: 0 in 9223372036854775807, 10000: 4611686018427387903 in "
       "9223372036854775807"},
      {"one unit more than the most",
       {{kMost, 1000}, {1, 1000}},
       kDown,
       "overflow"},
      {"one unit less than the least",
       {{kLeast, 1000}, {-1, 1000}},
       kDown,
       "overflow"},
      {"a negative rate", {{1080, -1}}, kDown, "overflow"},
      {"a rate that would divide by nothing",
       {{1080, -10'000}},
       kDown,
       "overflow"},
      {"more than all", {{1080, 10'001}}, kDown, "overflow"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    EXPECT_EQ(shown(tax_inside(row.amounts, row.rounding)), row.taxes);
  }
}

}  // namespace
}  // namespace parcelwise
