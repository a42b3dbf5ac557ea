// Tests core/time/business_days.cc.
#include "time/business_days.h"

#include <gtest/gtest.h>

#include <random>
#include <string_view>

namespace parcelwise {
namespace {

BusinessDays japan() {
  BusinessDayRules rules;
  rules.holidays = HolidayCalendar::kJapan;
  return BusinessDays(rules);
}

TEST(BusinessDays, SevenDaysAfterShipBy) {
  struct Row {
    std::string_view name;
    CivilDate ship_by, weekdays_only, business_days;
  };
  const Row rows[] = {
      {"W1: Labor Thanksgiving Day",
       {2026, 11, 20},
       {2026, 12, 1},
       {2026, 12, 2}},
      {"W2: Golden Week", {2026, 4, 28}, {2026, 5, 7}, {2026, 5, 13}},
      {"W2: Silver Week", {2026, 9, 17}, {2026, 9, 28}, {2026, 10, 1}},
      {"W2: New Year", {2026, 12, 25}, {2027, 1, 5}, {2027, 1, 6}},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const Day ship_by = day_of(row.ship_by);
    EXPECT_EQ(to_text(BusinessDays().add(ship_by, 7)),
              to_text(day_of(row.weekdays_only)));
    EXPECT_EQ(to_text(japan().add(ship_by, 7)),
              to_text(day_of(row.business_days)));
  }
}

TEST(BusinessDays, CountsFromClosedDaysToo) {
  const BusinessDays days = japan();
  const Day friday = day_of({2026, 11, 20});
  EXPECT_EQ(to_text(days.next(friday)), "2026-11-24");      // over Monday 23rd
  EXPECT_EQ(to_text(days.next(friday + 1)), "2026-11-24");  // from Saturday
  EXPECT_EQ(to_text(days.add(friday + 3, 2)), "2026-11-25");
  EXPECT_EQ(days.add(friday, 0), friday);
  EXPECT_EQ(days.add(friday + 1, 0), friday + 1);
  EXPECT_EQ(days.add(friday, -3), friday);
}

TEST(BusinessDays, EachSwitchAlone) {
  const Day friday = day_of({2026, 11, 20});
  const Day saturday = friday + 1, sunday = friday + 2, monday = friday + 3;

  BusinessDayRules rules;
  rules.holidays = HolidayCalendar::kJapan;
  EXPECT_FALSE(BusinessDays(rules).is_open(saturday));
  rules.closed_weekdays[5] = false;
  EXPECT_TRUE(BusinessDays(rules).is_open(saturday));
  EXPECT_FALSE(BusinessDays(rules).is_open(sunday));

  EXPECT_FALSE(BusinessDays(rules).is_open(monday));
  rules.holidays = HolidayCalendar::kItaly;
  EXPECT_TRUE(BusinessDays(rules).is_open(monday));
  rules.holidays = HolidayCalendar::kNone;
  EXPECT_TRUE(BusinessDays(rules).is_open(monday));

  rules.closed = {monday + 8, monday};
  EXPECT_FALSE(BusinessDays(rules).is_open(monday));
  EXPECT_FALSE(BusinessDays(rules).is_open(monday + 8));
  EXPECT_TRUE(BusinessDays(rules).is_open(monday + 1));
}

TEST(BusinessDays, OpenWinsOverEveryReasonToClose) {
  const Day sunday = day_of({2026, 11, 22});
  BusinessDayRules rules;
  rules.holidays = HolidayCalendar::kJapan;
  rules.closed = {sunday, sunday + 2};
  rules.open = {sunday + 2, sunday + 1, sunday};  // the order does not matter
  const BusinessDays days(rules);
  EXPECT_TRUE(days.is_open(sunday));      // weekend and closing day
  EXPECT_TRUE(days.is_open(sunday + 1));  // holiday
  EXPECT_TRUE(days.is_open(sunday + 2));  // closing day
  EXPECT_EQ(to_text(days.add(sunday - 1, 3)), "2026-11-24");
}

TEST(BusinessDays, ASellerWhoNeverOpensStopsTheSearch) {
  BusinessDayRules rules;
  rules.closed_weekdays.fill(true);
  const Day day = day_of({2026, 11, 20});
  EXPECT_EQ(BusinessDays(rules).next(day), day + 400);
  rules.open = {day + 400};
  EXPECT_EQ(BusinessDays(rules).next(day), day + 400);
  rules.open = {day + 5};
  EXPECT_EQ(BusinessDays(rules).next(day), day + 5);
}

TEST(BusinessDays, AddIsMonotoneAndEndsOnOpenDays) {
  std::mt19937_64 random(5);
  for (int i = 0; i < 300; ++i) {
    BusinessDayRules rules;
    rules.holidays = static_cast<HolidayCalendar>(random() % 4);
    for (bool& closed : rules.closed_weekdays) closed = random() % 3 == 0;
    rules.closed_weekdays[random() % 7] = false;
    const Day first = day_of({2020, 1, 1}) + static_cast<int>(random() % 4000);
    for (int j = 0; j < 10; ++j) {
      rules.closed.push_back(first + static_cast<int>(random() % 60));
      rules.open.push_back(first + static_cast<int>(random() % 60));
    }
    const BusinessDays days(rules);
    for (int offset = 0; offset < 30; ++offset) {
      const Day day = first + offset;
      for (int count = 1; count < 9; ++count) {
        const Day end = days.add(day, count);
        ASSERT_TRUE(days.is_open(end));
        ASSERT_GT(end, days.add(day, count - 1));
        ASSERT_LE(end, days.add(day + 1, count));
        ASSERT_EQ(end, days.next(days.add(day, count - 1)));
        int open = 0;
        for (Day seen = day + 1; seen <= end; seen = seen + 1) {
          if (days.is_open(seen)) ++open;
        }
        ASSERT_EQ(open, count);
      }
    }
  }
}

}  // namespace
}  // namespace parcelwise
