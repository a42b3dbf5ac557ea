// Tests core/refund/shares.cc.
#include "refund/shares.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "refund/refund_book.h"

namespace parcelwise {
namespace {

Components amounts(std::int64_t price, std::int64_t tax = 0,
                   std::int64_t promotion = 0) {
  Components made;
  made[Component::kItemPrice] = price;
  made[Component::kItemTax] = tax;
  made[Component::kItemPromotion] = promotion;
  return made;
}

ChargedLine line_of(int units, const Components& charged) {
  ChargedLine line;
  line.units = units;
  line.charged = charged;
  return line;
}

// Units given one after the other, each step's price.
std::vector<std::int64_t> steps(const ChargedLine& line,
                                const std::vector<int>& taken) {
  Refunded before;
  std::vector<std::int64_t> given;
  for (const int units : taken) {
    Components now;
    give_units(line, before, kItemPart, units, now);
    given.push_back(now.item());
    before.amounts += now;
    before.units += units;
  }
  return given;
}

using Amounts = std::vector<std::int64_t>;

TEST(GiveUnits, W8_ends_at_the_charge_in_any_steps) {
  const ChargedLine line = line_of(3, amounts(1000));
  EXPECT_EQ(steps(line, {1, 1, 1}), (Amounts{333, 334, 333}));
  EXPECT_EQ(steps(line, {2, 1}), (Amounts{667, 333}));
  EXPECT_EQ(steps(line, {1, 2}), (Amounts{333, 667}));
  EXPECT_EQ(steps(line, {3}), (Amounts{1000}));
}

TEST(GiveUnits, takes_a_units_share_of_promotion_and_tax_too) {
  EXPECT_EQ(steps(line_of(2, amounts(1000, 0, 200)), {1, 1}),
            (Amounts{400, 400}));
  EXPECT_EQ(steps(line_of(3, amounts(1000, 80, 101)), {1, 1, 1}),
            (Amounts{326, 327, 326}));
  // 1 yen off two over three units: the shares round apart, no step is
  // negative.
  EXPECT_EQ(steps(line_of(3, amounts(2, 0, 1)), {1, 1, 1}), (Amounts{1, 0, 0}));
  EXPECT_EQ(steps(line_of(3, amounts(1, 0, 1)), {1, 1, 1}), (Amounts{0, 0, 0}));
}

TEST(GiveUnits, never_more_than_is_left_of_the_part) {
  const ChargedLine line = line_of(1, amounts(1000, 0, 200));
  Refunded before;
  before.amounts = amounts(100);  // a sum, without the promotion's share
  Components now;
  give_units(line, before, kItemPart, 1, now);
  EXPECT_EQ(now.item(), 700);
  EXPECT_EQ(now[Component::kItemPrice], 900);
  EXPECT_EQ(now[Component::kItemPromotion], 200);
}

// Of 700 went 540 back without a promotion: what is beyond the 160 left is cut
// once, from the price before the tax.
TEST(GiveUnits, cuts_what_is_too_much_once) {
  const ChargedLine line = line_of(2, amounts(1000, 100, 400));
  Refunded before;
  before.amounts = amounts(490, 50);
  Components now;
  give_units(line, before, kItemPart, 1, now);
  EXPECT_EQ(now, amounts(310, 50, 200));
}

TEST(GiveUnits, of_a_line_without_units_is_nothing) {
  Components now;
  give_units(line_of(0, amounts(1000)), {}, kItemPart, 1, now);
  EXPECT_EQ(now.total(), 0);
}

TEST(GiveUnits, of_a_part_that_went_back_already_is_nothing) {
  // magento2 2385: a second refund after all of the shipping was refunded.
  ChargedLine line = line_of(2, amounts(1000));
  line.charged[Component::kShippingPrice] = 500;
  Refunded before;
  before.amounts[Component::kShippingPrice] = 500;
  Components now;
  give_units(line, before, kShippingPart, 1, now);
  EXPECT_EQ(now.total(), 0);
  EXPECT_EQ(left_of(line, before, kShippingPart), 0);
}

TEST(GiveAmount, is_shared_between_price_and_tax_by_what_is_left) {
  const ChargedLine line = line_of(1, amounts(1000, 100));
  Components now;
  give_amount(line, {}, kItemPart, 110, now);
  EXPECT_EQ(now, amounts(100, 10));
  Refunded before;
  before.amounts = amounts(1000, 0);
  now = {};
  give_amount(line, before, kItemPart, 50, now);
  EXPECT_EQ(now, amounts(0, 50));
}

TEST(GiveAmount, all_of_what_a_promotion_leaves) {
  const ChargedLine line = line_of(1, amounts(1000, 100, 1000));
  Components now;
  give_amount(line, {}, kItemPart, left_of(line, {}, kItemPart), now);
  EXPECT_EQ(now.item(), 100);
}

TEST(LeftOf, is_never_less_than_nothing) {
  const ChargedLine line = line_of(1, amounts(1000));
  Refunded before;
  before.amounts = amounts(1500);
  EXPECT_EQ(left_of(line, before, kItemPart), 0);
  EXPECT_EQ(left_of(line, {}, kShippingPart), 0);
}

TEST(UnitsLeft, bought_less_told_or_paid_for) {
  struct Row {
    const char* name;
    int units;
    Components charged;
    int reported;
    std::int64_t back;
    int left;
  };
  const Row rows[] = {
      {"nothing went back", 3, amounts(1000), 0, 0, 3},
      {"a unit told without money", 3, amounts(1000), 1, 0, 2},
      {"333 of 1000 pays for one of three", 3, amounts(1000), 0, 333, 2},
      {"332 does not", 3, amounts(1000), 0, 332, 3},
      {"334 does", 3, amounts(1000), 0, 334, 2},
      {"667 pays for two", 3, amounts(1000), 0, 667, 1},
      {"999 pays for two", 3, amounts(1000), 0, 999, 1},
      {"all of it", 3, amounts(1000), 0, 1000, 0},
      {"more than all of it", 3, amounts(1000), 0, 5000, 0},
      {"more money than was told in units", 3, amounts(1000), 1, 667, 1},
      {"more units than money pays for", 3, amounts(1000), 2, 333, 1},
      {"more units than were bought", 3, amounts(1000), 9, 0, 0},
      {"a unit less its promotion: 333 - 34", 3, amounts(1000, 0, 101), 0, 299,
       2},
      {"a unit with its tax", 2, amounts(1000, 80), 0, 540, 1},
      {"a yen for twelve, back with the sixth", 12, amounts(1), 6, 1, 6},
      {"a yen for twelve, told by nobody", 12, amounts(1), 0, 1, 0},
      {"a gift for nothing", 2, amounts(500, 0, 500), 0, 0, 2},
      {"a gift told in units", 2, amounts(500, 0, 500), 1, 0, 1},
      {"quantity 0", 0, amounts(1000), 0, 500, 0},
  };
  for (const Row& row : rows) {
    Refunded before;
    before.amounts = amounts(row.back);
    before.units = row.reported;
    EXPECT_EQ(units_left(line_of(row.units, row.charged), before), row.left)
        << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
