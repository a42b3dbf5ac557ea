// Tests core/parcel/packing.cc and core/parcel/cheapest_parcel.cc.
#include "parcel/packing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bitset>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "draws.h"
#include "parcel/cheapest_parcel.h"

namespace parcelwise {
namespace {

using Units = std::vector<Unit>;
constexpr PackingGoal kFits = PackingGoal::kFits;
constexpr PackingGoal kSmallest = PackingGoal::kSmallest;

int sum(const Box& box) { return box[0] + box[1] + box[2]; }

Box sorted(Box box) {
  std::sort(box.rbegin(), box.rend());
  return box;
}

// "" where everything holds that packing.h promises of a packing.
std::string broken(const Units& units, const ParcelLimits& limits,
                   const Packing& packing) {
  if (packing.placements.size() != units.size()) return "not every unit once";
  std::int64_t grams = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Placement& placement = packing.placements[i];
    if (placement.unit != i) return "not every unit once";
    if (sorted(placement.size) != sorted(units[i].mm))
      return "a unit of another size";
    grams += units[i].grams;
    for (std::size_t axis = 0; axis < 3; ++axis) {
      if (placement.at[axis] < 0 ||
          placement.at[axis] + placement.size[axis] > packing.box[axis]) {
        return "outside";
      }
    }
    for (std::size_t j = 0; j < i; ++j) {
      const Placement& other = packing.placements[j];
      bool apart = false;
      for (std::size_t axis = 0; axis < 3; ++axis) {
        apart = apart ||
                placement.at[axis] + placement.size[axis] <= other.at[axis] ||
                other.at[axis] + other.size[axis] <= placement.at[axis];
      }
      if (!apart) return "overlap";
    }
  }
  if (grams != packing.grams) return "the weight";
  if (limits.max_grams != 0 && grams > limits.max_grams) return "too heavy";
  if (!limits.admits(packing.box)) return "beyond the limits";
  return "";
}

TEST(Pack, named_groups_and_their_smallest_box) {
  struct Row {
    const char* name;
    Units units;
    Box box;  // the longest side first
  };
  const Row rows[] = {
      {"one unit", {{{30, 100, 20}, 0}}, {100, 30, 20}},
      {"two cubes",
       {{{200, 200, 200}, 0}, {{200, 200, 200}, 0}},
       {400, 200, 200}},
      {"three cubes", Units(3, {{200, 200, 200}, 0}), {600, 200, 200}},
      {"four cubes", Units(4, {{200, 200, 200}, 0}), {400, 400, 200}},
      {"eight cubes", Units(8, {{100, 100, 100}, 0}), {200, 200, 200}},
      {"nine cubes", Units(9, {{100, 100, 100}, 0}), {300, 300, 100}},
      {"27 cubes", Units(27, {{100, 100, 100}, 0}), {300, 300, 300}},
      {"two books flat on each other",
       Units(2, {{210, 150, 20}, 0}),
       {210, 150, 40}},
      {"a book and a card that lies on it",
       {{{210, 150, 20}, 0}, {{100, 60, 5}, 0}},
       {210, 150, 25}},
      {"a frame of four", Units(4, {{20, 10, 10}, 0}), {20, 20, 20}},
      {"two halves of a cube and its top",
       {{{20, 10, 10}, 0}, {{20, 10, 10}, 0}, {{20, 20, 10}, 0}},
       {20, 20, 20}},
      {"a rod beside a plate",
       {{{300, 10, 10}, 0}, {{200, 200, 10}, 0}},
       {300, 210, 10}}};
  for (const Row& row : rows) {
    const Packed packed = pack(row.units, {}, kSmallest);
    ASSERT_TRUE(packed.packing.has_value()) << row.name;
    EXPECT_EQ(broken(row.units, {}, *packed.packing), "") << row.name;
    EXPECT_EQ(sum(packed.packing->box), sum(row.box)) << row.name;
    EXPECT_TRUE(packed.proven) << row.name;
  }
}

// Five bricks of 1 x 2 x 2 and more round a hole: no saw cuts the box in two,
// so layers and shelves do not find it.
TEST(Pack, a_box_that_no_saw_cuts_apart) {
  const Units units = {{{2, 2, 1}, 0}, {{2, 2, 1}, 0}, {{2, 2, 1}, 0},
                       {{2, 2, 1}, 0}, {{2, 2, 1}, 0}, {{2, 2, 1}, 0}};
  // Conway: six of these and three small cubes fill 3 x 3 x 3.
  ParcelLimits cube;
  cube.inner = {3, 3, 3};
  const Packed packed = pack(units, cube, kFits);
  ASSERT_TRUE(packed.packing.has_value());
  EXPECT_EQ(broken(units, cube, *packed.packing), "");
  const Packed smallest = pack(units, {}, kSmallest);
  EXPECT_EQ(broken(units, {}, *smallest.packing), "");
  EXPECT_LE(sum(smallest.packing->box), 9);
}

TEST(Pack, into_what_a_service_takes) {
  const ParcelLimits click_post{0, 0, {340, 250, 30}, false, 1000};
  const ParcelLimits light{0, 0, {340, 248, 30}, true, 4000};
  const ParcelLimits plus{0, 0, {340, 248, 0}, true, 4000};
  const ParcelLimits sixty{600, 1700, {}, false, 2000};
  struct Row {
    const char* name;
    Units units;
    ParcelLimits limits;
    bool fits;
  };
  const Row rows[] = {
      {"two books side by side", Units(2, {{170, 250, 30}, 400}), click_post,
       true},
      {"a millimetre too wide", Units(2, {{171, 250, 30}, 400}), click_post,
       false},
      {"a gram too heavy",
       {{{170, 250, 30}, 500}, {{170, 250, 30}, 501}},
       click_post,
       false},
      {"three layers of 1 cm", Units(3, {{340, 250, 10}, 1}), click_post, true},
      {"four", Units(4, {{340, 250, 10}, 1}), click_post, false},
      {"A4 in an envelope", {{{297, 210, 30}, 1}}, light, true},
      {"too wide with its thickness", {{{297, 220, 30}, 1}}, light, false},
      {"two sheets on each other", Units(2, {{297, 210, 15}, 1}), light, true},
      {"flat, as thick it would not do", Units(2, {{150, 210, 20}, 1}), light,
       true},
      {"thicker than 3 cm in Plus", Units(2, {{250, 180, 25}, 1}), plus, true},
      {"no end of thickness in Plus", Units(6, {{250, 180, 25}, 1}), plus,
       false},
      {"a sum of 60", {{{300, 200, 50}, 1}, {{300, 200, 50}, 1}}, sixty, true},
      {"a sum above", {{{300, 200, 51}, 1}, {{300, 200, 50}, 1}}, sixty, false},
      {"heavy",
       {{{300, 200, 50}, 1000}, {{300, 200, 50}, 1001}},
       sixty,
       false}};
  for (const Row& row : rows) {
    const Packed packed = pack(row.units, row.limits, kFits);
    ASSERT_EQ(packed.packing.has_value(), row.fits) << row.name;
    EXPECT_TRUE(packed.proven) << row.name;
    if (!packed.packing) continue;
    EXPECT_EQ(broken(row.units, row.limits, *packed.packing), "") << row.name;
  }
}

// Of more sizes than are placed one by one the smallest are joined first.
TEST(Pack, many_units_of_as_many_sizes) {
  for (const int count : {60, 150, 300}) {
    Units units;
    for (int i = 0; i < count; ++i)
      units.push_back({{20 + i, 15 + i / 2, 5 + i % 7}, 10});
    const Packed packed = pack(units, {}, kSmallest);
    ASSERT_TRUE(packed.packing.has_value()) << count;
    EXPECT_EQ(broken(units, {}, *packed.packing), "") << count;
    std::reverse(units.begin(), units.end());
    EXPECT_EQ(pack(units, {}, kSmallest).packing->box, packed.packing->box)
        << count;
  }
}

TEST(Pack, nothing_where_even_a_row_of_equal_units_is_too_long) {
  // Each fits alone; side by side in any way they are longer than a parcel.
  EXPECT_FALSE(
      pack(Units(200, {{5000, 5000, 5000}, 1}), {}, kSmallest).packing);
  Units mixed(200, {{5000, 5000, 5000}, 1});
  mixed.push_back({{4000, 4000, 4000}, 1});
  EXPECT_FALSE(pack(mixed, {}, kSmallest).packing);
}

TEST(Pack, refuses_what_is_out_of_range) {
  const Units rows[] = {{},
                        {{{0, 1, 1}, 0}},
                        {{{1, -1, 1}, 0}},
                        {{{1, 1, kLongestSide + 1}, 0}},
                        {{{1, 1, 2'147'483'647}, 0}},
                        {{{1, 1, 1}, -1}},
                        {{{1, 1, 1}, kHeaviestUnit + 1}},
                        Units(kMostUnits + 1, {{1, 1, 1}, 1})};
  for (const Units& units : rows) {
    const Packed packed = pack(units, {}, kSmallest);
    EXPECT_FALSE(packed.packing.has_value());
    EXPECT_FALSE(packed.proven);
  }
  EXPECT_TRUE(pack(Units(kMostUnits, {{1, 1, 1}, 1}), {}, kSmallest)
                  .packing.has_value());
  // 2,000 cubes of 5 m: above 30 m whichever way.
  EXPECT_FALSE(
      pack(Units(kMostUnits, {{kLongestSide, kLongestSide, kLongestSide}, 1}),
           {}, kSmallest)
          .packing.has_value());
}

class Cases {
 public:
  explicit Cases(unsigned seed) : random_(seed) {}
  int below(int n) {
    return static_cast<int>(random_() % static_cast<unsigned>(n));
  }
  int from_to(int least, int most) { return least + below(most - least + 1); }
  Units units(int count, int longest) {
    Units list;
    while (static_cast<int>(list.size()) < count) {
      // Every third is one more of the last.
      if (!list.empty() && below(3) == 0) {
        list.push_back(list.back());
      } else {
        list.push_back(
            {{from_to(1, longest), from_to(1, longest), from_to(1, longest)},
             from_to(0, 500)});
      }
    }
    return list;
  }
  void shuffle(Units& units) {
    std::shuffle(units.begin(), units.end(), random_);
  }

 private:
  std::mt19937 random_;
};

ParcelLimits some_limits(Cases& cases, int longest) {
  ParcelLimits limits;
  switch (cases.below(4)) {
    case 0:
      break;
    case 1:
      limits.max_sum = cases.from_to(longest, 6 * longest);
      limits.max_side = cases.from_to(longest, 4 * longest);
      break;
    case 2:
    case 3: {
      limits.inner = sorted({cases.from_to(longest / 2 + 1, 4 * longest),
                             cases.from_to(longest / 2 + 1, 3 * longest),
                             cases.from_to(longest / 2 + 1, 2 * longest)});
      limits.envelope = cases.below(2) == 0;
      if (limits.envelope && cases.below(2) == 0) limits.inner[2] = 0;
      break;
    }
  }
  if (cases.below(4) == 0) limits.max_grams = cases.from_to(1, 2000);
  return limits;
}

// A packing without the units' numbers.
std::vector<std::array<std::int64_t, 7>> shape(const Units& units,
                                               const Packing& packing) {
  std::vector<std::array<std::int64_t, 7>> list;
  for (const Placement& p : packing.placements) {
    list.push_back({p.at[0], p.at[1], p.at[2], p.size[0], p.size[1], p.size[2],
                    units[p.unit].grams});
  }
  std::sort(list.begin(), list.end());
  return list;
}

TEST(Pack, holds_its_promises_in_20000_random_groups_in_any_order) {
  Cases cases(20261120);
  int packed_groups = 0, refused = 0;
  for (int i = 0; i < draws(20'000); ++i) {
    const int count =
        i % 100 == 0 ? cases.from_to(20, 60) : cases.from_to(1, 8);
    const int longest = i % 2 == 0 ? 9 : 400;
    Units units = cases.units(count, longest);
    const ParcelLimits limits = some_limits(cases, longest);
    const PackingGoal goal = cases.below(2) == 0 ? kFits : kSmallest;
    constexpr int kSteps = 2'000;  // the promises hold at any number
    const Packed packed = pack(units, limits, goal, kSteps);
    ++(packed.packing ? packed_groups : refused);
    ASSERT_EQ(packed.packing ? broken(units, limits, *packed.packing) : "", "")
        << i;
    if (i % 4 != 0) continue;
    Units other = units;
    cases.shuffle(other);
    const Packed again = pack(other, limits, goal, kSteps);
    ASSERT_EQ(packed.packing.has_value(), again.packing.has_value()) << i;
    ASSERT_EQ(packed.proven, again.proven) << i;
    if (!packed.packing) continue;
    ASSERT_EQ(broken(other, limits, *again.packing), "") << i;
    ASSERT_EQ(packed.packing->box, again.packing->box) << i;
    ASSERT_EQ(shape(units, *packed.packing), shape(other, *again.packing)) << i;
  }
  EXPECT_GT(packed_groups, draws(10'000));
  EXPECT_GT(refused, draws(1'000));
}

// ---- Against every packing there is
// -------------------------------------------

// Whether the units fit into a box of at most 256 cells: every unit in every
// position, cell by cell. Another way round than the search's.
class EveryPosition {
 public:
  using Cells = std::bitset<256>;

  EveryPosition(const Units& units, const Box& box)
      : units_(units), box_(box) {}

  bool fits() { return place(0, Cells()); }

 private:
  bool place(std::size_t number, const Cells& taken) {
    if (number == units_.size()) return true;
    Box sides = sorted(units_[number].mm);
    std::sort(sides.begin(), sides.end());
    do {
      for (int x = 0; x + sides[0] <= box_[0]; ++x) {
        for (int y = 0; y + sides[1] <= box_[1]; ++y) {
          for (int z = 0; z + sides[2] <= box_[2]; ++z) {
            const Cells cells = cells_of({x, y, z}, sides);
            if ((cells & taken).none() && place(number + 1, cells | taken))
              return true;
          }
        }
      }
    } while (std::next_permutation(sides.begin(), sides.end()));
    return false;
  }

  Cells cells_of(const Box& at, const Box& size) const {
    Cells cells;
    for (int x = at[0]; x < at[0] + size[0]; ++x) {
      for (int y = at[1]; y < at[1] + size[1]; ++y) {
        for (int z = at[2]; z < at[2] + size[2]; ++z) {
          cells.set(static_cast<std::size_t>((x * box_[1] + y) * box_[2] + z));
        }
      }
    }
    return cells;
  }

  const Units& units_;
  Box box_;
};

TEST(Pack, is_never_larger_than_the_best_of_all_positions_up_to_four_units) {
  Cases cases(4);
  int compared = 0;
  for (int i = 0; i < 600; ++i) {
    Units units = cases.units(cases.from_to(2, 4), i % 2 == 0 ? 4 : 3);
    const Packed packed = pack(units, {}, kSmallest);
    ASSERT_TRUE(packed.packing.has_value());
    ASSERT_TRUE(packed.proven) << i;
    const int best = sum(packed.packing->box);
    // Every box with one less.
    for (int x = 1; x < best; ++x) {
      for (int y = 1; y <= x && x + y < best - 1; ++y) {
        const int z = best - 1 - x - y;
        if (z > y || z < 1) continue;
        ASSERT_LE(x * y * z, 256);
        ASSERT_FALSE(EveryPosition(units, {x, y, z}).fits())
            << i << " " << x << y << z;
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 1'000);
}

TEST(Pack, fits_where_some_position_does_up_to_four_units) {
  Cases cases(44);
  int yes = 0, no = 0;
  for (int i = 0; i < 1'500; ++i) {
    Units units = cases.units(cases.from_to(2, 4), 4);
    ParcelLimits limits;
    limits.inner =
        sorted({cases.from_to(3, 6), cases.from_to(3, 5), cases.from_to(2, 4)});
    const Packed packed = pack(units, limits, kFits);
    ASSERT_TRUE(packed.proven);
    const bool fits = EveryPosition(units, limits.inner).fits();
    ASSERT_EQ(packed.packing.has_value(), fits) << i;
    ++(fits ? yes : no);
  }
  EXPECT_GT(yes, 300);
  EXPECT_GT(no, 300);
}

// ---- Parcels
// -------------------------------------------------------------------

const Day kDay = day_of(CivilDate{2026, 11, 20});

std::int64_t cost(const Units& units, const Tariff& tariff, const char* from,
                  const char* to) {
  const auto parcel = cheapest_parcel(units, tariff, *tariff.zone_of(from),
                                      *tariff.zone_of(to), kDay);
  return parcel ? parcel->offer.price.price.minor : -1;
}

TEST(Parcel, a_size_class_as_a_cube) {
  const Tariff yamato = *Tariff::load("yamato");
  EXPECT_EQ(parcel_as_cube(600, 7).mm, (Box{200, 200, 200}));
  EXPECT_EQ(parcel_as_cube(600, 7).grams, 7);
  EXPECT_EQ(parcel_as_cube(800, 0).mm, (Box{266, 266, 266}));
  const Unit sixty = parcel_as_cube(600, 0);
  struct Row {
    int parcels;
    std::int64_t price;  // Kanto to Kansai: W4, W5
  };
  for (const Row& row :
       {Row{1, 1060}, Row{2, 1350}, Row{3, 1650}, Row{4, 1650}, Row{8, 2170}}) {
    EXPECT_EQ(cost(Units(static_cast<std::size_t>(row.parcels), sixty), yamato,
                   "東京都", "大阪府"),
              row.price)
        << row.parcels;
  }
  // A parcel of each class alone costs what its class costs.
  for (const TariffService& service : yamato.services()) {
    EXPECT_EQ(cost({parcel_as_cube(service.limits.max_sum, 0)}, yamato, "Tokyo",
                   "Osaka"),
              yamato
                  .price(service.id, *yamato.zone_of("Tokyo"),
                         *yamato.zone_of("Osaka"), kDay)
                  ->price.minor);
  }
}

TEST(Parcel, letters_first_and_none_for_what_is_too_large) {
  const Tariff post = *Tariff::load("japan-post");
  EXPECT_EQ(cost({{{297, 210, 10}, 300}}, post, "東京都", "福岡県"), 185);
  EXPECT_EQ(cost(Units(3, {{297, 210, 10}, 300}), post, "東京都", "福岡県"),
            185);
  EXPECT_EQ(cost(Units(3, {{297, 210, 12}, 300}), post, "東京都", "福岡県"),
            600);
  EXPECT_EQ(cost(Units(4, {{297, 210, 10}, 300}), post, "東京都", "福岡県"),
            -1);
  EXPECT_EQ(cost({{{900, 900, 900}, 300}}, post, "東京都", "福岡県"), -1);
  EXPECT_EQ(cost({{{900, 900, 900}, 300}}, *Tariff::load("yamato"), "東京都",
                 "福岡県"),
            -1);
}

}  // namespace
}  // namespace parcelwise
