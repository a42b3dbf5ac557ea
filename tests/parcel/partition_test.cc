// Tests core/parcel/partition.cc, against every partition there is and against
// a second dynamic programme, and the figures W4 to W6 of docs/rules.md.
#include "parcel/partition.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bitset>
#include <random>
#include <tuple>
#include <vector>

#include "parcel/cheapest_parcel.h"

namespace parcelwise {
namespace {

constexpr std::int64_t kNone = -1;

std::optional<std::int64_t> known(std::int64_t cost) {
  if (cost == kNone) return std::nullopt;
  return cost;
}

// Every order in one parcel, the parcels by their first order, the total their
// sum.
void expect_whole(const Partition& split, int n, ParcelCost cost) {
  OrderSet seen = 0;
  std::int64_t total = 0;
  OrderSet before = 0;
  for (const OrderSet parcel : split.parcels) {
    EXPECT_NE(parcel, 0u);
    EXPECT_EQ(seen & parcel, 0u);
    const OrderSet first = parcel & (~parcel + 1);
    EXPECT_GT(first, before);
    before = first;
    seen |= parcel;
    const auto its_cost = cost(parcel);
    ASSERT_TRUE(its_cost.has_value());
    total += *its_cost;
  }
  EXPECT_EQ(seen, (OrderSet{1} << n) - 1);
  EXPECT_EQ(split.total, total);
  EXPECT_LE(split.total, split.separate.value_or(split.total));
  EXPECT_LE(split.lower_bound, split.total);
}

TEST(Partition, small_groups_by_hand) {
  struct Row {
    const char* name;
    int n;
    std::vector<std::int64_t> costs;  // by set, from {first} on
    std::vector<OrderSet> parcels;    // none: no split
    std::int64_t total;
  };
  const Row rows[] = {
      {"one", 1, {430}, {0b1}, 430},
      {"one that cannot go", 1, {kNone}, {}, 0},
      {"two that are dearer together (W6)",
       2,
       {430, 430, 1460},
       {0b01, 0b10},
       860},
      {"two that are cheaper together (W4)",
       2,
       {1060, 1060, 1350},
       {0b11},
       1350},
      {"as dear: the fewest parcels", 2, {500, 500, 1000}, {0b11}, 1000},
      {"three that are best as two",
       3,
       {10, 10, 15, 10, 15, 15, 40},
       {0b011, 0b100},
       25},
      {"as dear: the first two",
       3,
       {10, 10, 15, 10, 15, 15, 26},
       {0b011, 0b100},
       25},
      {"the last two", 3, {10, 10, 16, 10, 16, 15, 26}, {0b001, 0b110}, 25},
      {"only all together", 2, {kNone, kNone, 7}, {0b11}, 7},
      {"one that never can", 2, {5, kNone, kNone}, {}, 0},
      {"for nothing", 2, {0, 0, 0}, {0b11}, 0},
      {"a cost below 0 is none", 2, {5, 5, -7}, {0b01, 0b10}, 10},
      {"a cost without end is none",
       2,
       {5, 5, kMostCost + 1},
       {0b01, 0b10},
       10},
      {"the largest",
       2,
       {kMostCost, kMostCost, kNone},
       {0b01, 0b10},
       2 * kMostCost}};
  for (const Row& row : rows) {
    const auto cost = [&row](OrderSet set) {
      return known(row.costs[set - 1]);
    };
    const auto split = cheapest_partition(row.n, cost);
    ASSERT_EQ(split.has_value(), !row.parcels.empty()) << row.name;
    if (!split) continue;
    EXPECT_EQ(split->parcels, row.parcels) << row.name;
    EXPECT_EQ(split->total, row.total) << row.name;
    EXPECT_TRUE(split->exact) << row.name;
    EXPECT_EQ(split->lower_bound, row.total) << row.name;
  }
  const auto free = [](OrderSet) { return known(0); };
  EXPECT_FALSE(cheapest_partition(0, free).has_value());
  EXPECT_FALSE(cheapest_partition(-1, free).has_value());
  EXPECT_FALSE(cheapest_partition(kMostOrders + 1, free).has_value());
  EXPECT_TRUE(cheapest_partition(kMostOrders, free).has_value());
}

// Costs of any kind: a table, and of some sets none.
class Costs {
 public:
  Costs(int n, std::mt19937& random) : costs_(std::size_t{1} << n) {
    const int most = random() % 3 == 0 ? 4 : 1000;  // many ties, or few
    for (std::size_t set = 1; set < costs_.size(); ++set) {
      const auto size = static_cast<std::int64_t>(std::bitset<32>(set).count());
      costs_[set] =
          static_cast<std::int64_t>(random() % static_cast<unsigned>(most)) *
          (random() % 2 == 0 ? size : 1);
      if (random() % 10 == 0) costs_[set] = kNone;
    }
  }
  std::optional<std::int64_t> operator()(OrderSet set) const {
    return known(costs_[set]);
  }

 private:
  std::vector<std::int64_t> costs_;
};

// The best of all partitions: order i joins each parcel there is, or opens one.
// The parcel numbers of the orders, compared one after the other, decide ties.
class Everything {
 public:
  using Found = std::tuple<std::int64_t, std::size_t, std::vector<std::size_t>>;

  Everything(int n, ParcelCost cost) : n_(n), cost_(cost) { join(0); }

  std::optional<Found> best;

 private:
  void join(int order) {
    if (order == n_) return weigh();
    for (std::size_t parcel = 0; parcel <= parcels_.size(); ++parcel) {
      if (parcel == parcels_.size()) parcels_.push_back(0);
      parcels_[parcel] |= OrderSet{1} << order;
      numbers_.push_back(parcel);
      join(order + 1);
      numbers_.pop_back();
      parcels_[parcel] ^= OrderSet{1} << order;
      if (parcels_[parcel] == 0) {
        parcels_.pop_back();
        return;
      }
    }
  }

  void weigh() {
    std::int64_t total = 0;
    for (const OrderSet parcel : parcels_) {
      const auto cost = cost_(parcel);
      if (!cost) return;
      total += *cost;
    }
    Found found{total, parcels_.size(), numbers_};
    if (!best || found < *best) best = std::move(found);
  }

  int n_;
  ParcelCost cost_;
  std::vector<OrderSet> parcels_;
  std::vector<std::size_t> numbers_;
};

TEST(Partition, is_the_best_of_all_partitions_up_to_eight_orders) {
  std::mt19937 random(8);
  int without = 0, several = 0;
  for (int i = 0; i < 2'000; ++i) {
    const int n = 1 + static_cast<int>(random() % 8);
    const Costs cost(n, random);
    const auto split = cheapest_partition(n, cost);
    const Everything everything(n, cost);
    ASSERT_EQ(split.has_value(), everything.best.has_value()) << i;
    if (!split) {
      ++without;
      continue;
    }
    expect_whole(*split, n, cost);
    const auto& [total, parcels, numbers] = *everything.best;
    ASSERT_EQ(split->total, total) << i;
    ASSERT_EQ(split->parcels.size(), parcels) << i;
    std::vector<OrderSet> wanted(parcels, 0);
    for (std::size_t order = 0; order < numbers.size(); ++order) {
      wanted[numbers[order]] |= OrderSet{1} << order;
    }
    ASSERT_EQ(split->parcels, wanted) << i;
    several += parcels > 1;
  }
  EXPECT_GT(without, 10);
  EXPECT_GT(several, 500);
}

// Forwards: from what is sent already to what is with one parcel more, any
// parcel.
std::optional<std::int64_t> forwards(int n, ParcelCost cost) {
  const OrderSet all = (OrderSet{1} << n) - 1;
  std::vector<std::optional<std::int64_t>> best(all + 1);
  best[0] = 0;
  for (OrderSet sent = 0; sent <= all; ++sent) {
    if (!best[sent]) continue;
    const OrderSet left = all ^ sent;
    for (OrderSet parcel = left; parcel != 0; parcel = (parcel - 1) & left) {
      const auto its_cost = cost(parcel);
      if (!its_cost) continue;
      auto& then = best[sent | parcel];
      if (!then || *best[sent] + *its_cost < *then)
        then = *best[sent] + *its_cost;
    }
  }
  return best[all];
}

TEST(Partition, of_twelve_orders_agrees_with_another_programme) {
  std::mt19937 random(12);
  for (int i = 0; i < 6; ++i) {
    const Costs cost(12, random);
    const auto split = cheapest_partition(12, cost);
    const auto wanted = forwards(12, cost);
    ASSERT_EQ(split.has_value(), wanted.has_value());
    ASSERT_TRUE(split.has_value());
    EXPECT_TRUE(split->exact);
    EXPECT_EQ(split->total, *wanted);
    expect_whole(*split, 12, cost);
  }
}

TEST(Partition, asks_for_each_set_once_and_twice_for_a_few) {
  int asked = 0;
  const auto cost = [&asked](OrderSet) {
    ++asked;
    return known(1);
  };
  ASSERT_TRUE(cheapest_partition(12, cost).has_value());
  EXPECT_LE(asked, 4095 + 24);
  asked = 0;
  ASSERT_TRUE(cheapest_partition(kMostOrders, cost).has_value());
  EXPECT_LE(asked, 4095 + kMostTries + 200);
}

// Parcels by weight, as tariffs have them: more goods never cost less.
TEST(Partition, beyond_twelve_keeps_within_its_bound) {
  std::mt19937 random(13);
  int better = 0;
  for (int i = 0; i < 60; ++i) {
    const int n = 13 + static_cast<int>(random() % 18);
    std::vector<std::int64_t> grams;
    for (int order = 0; order < n; ++order)
      grams.push_back(100 + static_cast<int>(random() % 9'000));
    const auto cost = [&grams](OrderSet set) -> std::optional<std::int64_t> {
      std::int64_t sum = 0;
      for (std::size_t order = 0; order < grams.size(); ++order) {
        if ((set >> order & 1) != 0) sum += grams[order];
      }
      constexpr std::int64_t kTiers[][2] = {{2'000, 1060},  {5'000, 1350},
                                            {10'000, 1650}, {15'000, 2170},
                                            {20'000, 2780}, {25'000, 3160}};
      for (const auto& [most, price] : kTiers) {
        if (sum <= most) return price;
      }
      return std::nullopt;
    };
    const auto split = cheapest_partition(n, cost);
    ASSERT_TRUE(split.has_value());
    EXPECT_FALSE(split->exact);
    expect_whole(*split, n, cost);
    ASSERT_TRUE(split->separate.has_value());
    std::vector<std::int64_t> alone;
    for (int order = 0; order < n; ++order)
      alone.push_back(*cost(OrderSet{1} << order));
    std::sort(alone.rbegin(), alone.rend());
    std::int64_t rest = 0;
    for (std::size_t order = kExactOrders; order < alone.size(); ++order)
      rest += alone[order];
    EXPECT_LE(split->total, split->lower_bound + rest);
    better += split->total < *split->separate;
  }
  EXPECT_EQ(better, 60);
}

// Thirteen orders are few enough for the other programme: how far off is it?
TEST(Partition, of_thirteen_is_rarely_dearer_than_the_best) {
  std::mt19937 random(1313);
  int exact = 0;
  for (int i = 0; i < 4; ++i) {
    std::vector<std::int64_t> grams;
    for (int order = 0; order < 13; ++order)
      grams.push_back(100 + static_cast<int>(random() % 6'000));
    const auto cost = [&grams](OrderSet set) -> std::optional<std::int64_t> {
      std::int64_t sum = 0;
      for (std::size_t order = 0; order < grams.size(); ++order) {
        if ((set >> order & 1) != 0) sum += grams[order];
      }
      if (sum > 10'000) return std::nullopt;
      return sum <= 2'000 ? 1060 : sum <= 5'000 ? 1350 : 1650;
    };
    const auto split = cheapest_partition(13, cost);
    const auto best = forwards(13, cost);
    ASSERT_TRUE(split.has_value() && best.has_value());
    EXPECT_GE(split->total, *best);
    EXPECT_LE(split->lower_bound, *best);
    EXPECT_LE(split->total, *best + *best / 10);
    exact += split->total == *best;
  }
  EXPECT_GE(exact, 2);
}

// ---- docs/rules.md 1.3
// -----------------------------------------------------------

const Day kDay = day_of(CivilDate{2026, 11, 20});

struct Costed {
  std::int64_t separate, combined;
  std::size_t parcels;
};

// Orders of one unit each, to one address.
Costed costed(const std::vector<Unit>& orders,
              const std::vector<Tariff>& tariffs, const char* from,
              const char* to) {
  const auto cost = [&](OrderSet set) {
    std::vector<Unit> units;
    for (std::size_t i = 0; i < orders.size(); ++i) {
      if ((set >> i & 1) != 0) units.push_back(orders[i]);
    }
    std::optional<std::int64_t> best;
    for (const Tariff& tariff : tariffs) {
      const auto parcel = cheapest_parcel(units, tariff, *tariff.zone_of(from),
                                          *tariff.zone_of(to), kDay);
      if (!parcel) continue;
      const std::int64_t price = parcel->offer.price.price.minor;
      if (!best || price < *best) best = price;
    }
    return best;
  };
  const auto split = cheapest_partition(static_cast<int>(orders.size()), cost);
  if (!split || !split->separate) return {};
  return {*split->separate, split->total, split->parcels.size()};
}

TEST(Partition, W4_to_W6) {
  const Tariff yamato = *Tariff::load("yamato");
  const Tariff post = *Tariff::load("japan-post");
  const Unit sixty = parcel_as_cube(600, 0);

  const Costed three =
      costed({sixty, sixty, sixty}, {yamato}, "東京都", "大阪府");
  EXPECT_EQ(three.separate, 3180);
  EXPECT_EQ(three.combined, 1650);
  EXPECT_EQ(three.separate - three.combined, 1530);
  EXPECT_EQ(three.parcels, 1u);

  const Costed two = costed({sixty, sixty}, {yamato}, "東京都", "大阪府");
  EXPECT_EQ(two.separate, 2120);
  EXPECT_EQ(two.combined, 1350);
  EXPECT_EQ(two.separate - two.combined, 770);  // what W5 splits

  // Each fits a Letter Pack Light (too heavy for Click Post), both only a
  // size 60.
  const Unit letter = {{297, 210, 20}, 2000};
  const Costed letters =
      costed({letter, letter}, {post, yamato}, "東京都", "福岡県");
  EXPECT_EQ(letters.separate, 860);
  EXPECT_EQ(letters.combined, 860);
  EXPECT_EQ(letters.parcels, 2u);
  const Unit both = {{297, 210, 40}, 2000};
  EXPECT_EQ(costed({both}, {yamato}, "東京都", "福岡県").separate, 1460);
}

}  // namespace
}  // namespace parcelwise
