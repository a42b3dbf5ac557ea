// Tests core/time/holidays.cc.
#include "time/holidays.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <fstream>
#include <set>
#include <string>
#include <string_view>

namespace parcelwise {
namespace {

using enum HolidayCalendar;

struct Row {
  CivilDate date;
  std::string_view name;  // empty on an ordinary day
};

template <std::size_t kRows>
void expect_rows(HolidayCalendar calendar, const Row (&rows)[kRows]) {
  for (const Row& row : rows) {
    const Day day = day_of(row.date);
    EXPECT_EQ(holiday(calendar, day).value_or(""), row.name) << to_text(day);
  }
}

int count_in(HolidayCalendar calendar, int year) {
  int count = 0;
  for (Day day = day_of({year, 1, 1}); civil(day).year == year; day = day + 1) {
    if (holiday(calendar, day)) ++count;
  }
  return count;
}

// The file is checked against @holiday-jp/holiday_jp by
// holiday_oracle.test.mjs.
TEST(Japan, EqualsTheOracleOnEveryDayOf1980To2050) {
  std::ifstream file(PARCELWISE_TESTS_FOLDER "/time/holidays_1980_2050.txt");
  std::set<std::string> oracle;
  for (std::string date; std::getline(file, date);) oracle.insert(date);
  ASSERT_GT(oracle.size(), 1000u);

  const Day last = day_of({2050, 12, 31});
  std::size_t found = 0;
  for (Day day = day_of({1980, 1, 1}); day <= last; day = day + 1) {
    const std::string date = to_text(day);
    const bool is_holiday = holiday(kJapan, day).has_value();
    EXPECT_EQ(is_holiday, oracle.contains(date)) << date;
    if (is_holiday) ++found;
  }
  EXPECT_EQ(found, oracle.size());
}

TEST(Japan, NamesEachHolidayAsTheActOfItsYearDoes) {
  expect_rows(kJapan, {{{2026, 1, 1}, "New Year's Day"},
                       {{1999, 1, 15}, "Coming of Age Day"},
                       {{2000, 1, 15}, ""},
                       {{2000, 1, 10}, "Coming of Age Day"},
                       {{2026, 2, 11}, "National Foundation Day"},
                       {{1988, 4, 29}, "Emperor's Birthday"},
                       {{1989, 4, 29}, "Greenery Day"},
                       {{2006, 4, 29}, "Greenery Day"},
                       {{2007, 4, 29}, "Showa Day"},
                       {{1988, 12, 23}, ""},
                       {{1989, 12, 23}, "Emperor's Birthday"},
                       {{2018, 12, 23}, "Emperor's Birthday"},
                       {{2019, 12, 23}, ""},
                       {{2019, 2, 23}, ""},
                       {{2020, 2, 23}, "Emperor's Birthday"},
                       {{2026, 3, 20}, "Vernal Equinox"},
                       {{2027, 3, 21}, "Vernal Equinox"},
                       {{1985, 5, 4}, ""},
                       {{1988, 5, 4}, "Citizens' holiday"},
                       {{2007, 5, 4}, "Greenery Day"},
                       {{1995, 7, 20}, ""},
                       {{1996, 7, 20}, "Marine Day"},
                       {{2003, 7, 21}, "Marine Day"},
                       {{2020, 7, 20}, ""},
                       {{2020, 7, 23}, "Marine Day"},
                       {{2020, 7, 24}, "Sports Day"},
                       {{2020, 8, 10}, "Mountain Day"},
                       {{2020, 8, 11}, ""},
                       {{2020, 10, 12}, ""},
                       {{2021, 7, 22}, "Marine Day"},
                       {{2021, 7, 23}, "Sports Day"},
                       {{2021, 8, 8}, "Mountain Day"},
                       {{2021, 8, 9}, "Substitute holiday"},
                       {{2021, 10, 11}, ""},
                       {{2022, 10, 10}, "Sports Day"},
                       {{2015, 8, 11}, ""},
                       {{2016, 8, 11}, "Mountain Day"},
                       {{2002, 9, 15}, "Respect for the Aged Day"},
                       {{2003, 9, 15}, "Respect for the Aged Day"},
                       {{2004, 9, 20}, "Respect for the Aged Day"},
                       {{1999, 10, 10}, "Health and Sports Day"},
                       {{2019, 10, 14}, "Health and Sports Day"},
                       {{2026, 11, 3}, "Culture Day"},
                       {{2026, 11, 23}, "Labor Thanksgiving Day"}});
}

TEST(Japan, SubstitutesAndDaysBetween) {
  expect_rows(kJapan, {{{1997, 5, 4}, ""},  // a Sunday, before 2007
                       {{1987, 5, 4}, "Substitute holiday"},
                       {{2006, 1, 2}, "Substitute holiday"},
                       {{2026, 5, 6}, "Substitute holiday"},  // for the 3rd
                       {{2026, 5, 7}, ""},
                       {{2027, 3, 22}, "Substitute holiday"},
                       {{2026, 9, 21}, "Respect for the Aged Day"},
                       {{2026, 9, 22}, "Citizens' holiday"},
                       {{2026, 9, 23}, "Autumnal Equinox"},
                       {{2026, 9, 24}, ""},
                       {{2027, 9, 22}, ""},
                       {{2019, 4, 30}, "Citizens' holiday"},
                       {{2019, 5, 1}, "Accession to the Throne"},
                       {{2019, 5, 2}, "Citizens' holiday"},
                       {{2019, 5, 6}, "Substitute holiday"}});
}

TEST(Japan, ImperialDays) {
  expect_rows(kJapan, {{{1989, 2, 24}, "State Funeral of Emperor Showa"},
                       {{1990, 11, 12}, "Enthronement Ceremony"},
                       {{1993, 6, 9}, "Wedding of Crown Prince Naruhito"},
                       {{2019, 10, 22}, "Enthronement Ceremony"},
                       {{2020, 10, 22}, ""}});
}

TEST(Japan, CountsOfTheYear) {
  EXPECT_EQ(count_in(kJapan, 2026), 18);
  EXPECT_EQ(count_in(kJapan, 2027), 17);
  EXPECT_EQ(count_in(kJapan, 2028), 16);
}

TEST(Italy, FixedDaysAndTheirAmendments) {
  expect_rows(kItaly, {{{2026, 1, 1}, "New Year's Day"},
                       {{1985, 1, 6}, ""},
                       {{1986, 1, 6}, "Epiphany"},
                       {{2026, 4, 25}, "Liberation Day"},
                       {{2026, 5, 1}, "Labour Day"},
                       {{2000, 6, 2}, ""},
                       {{2001, 6, 2}, "Republic Day"},
                       {{2026, 8, 15}, "Assumption Day"},
                       {{2025, 10, 4}, ""},
                       {{2026, 10, 4}, "Saint Francis' Day"},
                       {{2026, 11, 1}, "All Saints' Day"},
                       {{2026, 11, 4}, ""},
                       {{2026, 12, 8}, "Immaculate Conception"},
                       {{2026, 12, 25}, "Christmas Day"},
                       {{2026, 12, 26}, "Saint Stephen's Day"},
                       {{2026, 12, 24}, ""},
                       {{2027, 3, 19}, ""}});
  EXPECT_EQ(count_in(kItaly, 2025), 11);
  EXPECT_EQ(count_in(kItaly, 2026), 12);
}

TEST(Italy, EasterMonday) {
  for (const CivilDate date :
       {CivilDate{1980, 4, 7}, CivilDate{1981, 4, 20}, CivilDate{2000, 4, 24},
        CivilDate{2008, 3, 24}, CivilDate{2011, 4, 25}, CivilDate{2019, 4, 22},
        CivilDate{2024, 4, 1}, CivilDate{2025, 4, 21}, CivilDate{2026, 4, 6},
        CivilDate{2027, 3, 29}, CivilDate{2035, 3, 26}, CivilDate{2038, 4, 26},
        CivilDate{2049, 4, 19}, CivilDate{2076, 4, 20},
        CivilDate{2099, 4, 13}}) {
    const Day monday = day_of(date);
    // In 2011 Easter Monday was Liberation Day, too.
    EXPECT_EQ(holiday(kItaly, monday),
              date.year == 2011 ? "Liberation Day" : "Easter Monday")
        << to_text(monday);
    // The Sunday itself only in 2038, as Liberation Day again.
    EXPECT_EQ(holiday(kItaly, monday - 1).has_value(), date.year == 2038)
        << to_text(monday - 1);
  }
}

TEST(UnitedStates, TheFederalHolidaysOf2026) {
  expect_rows(kUnitedStates,
              {{{2026, 1, 1}, "New Year's Day"},
               {{2026, 1, 19}, "Birthday of Martin Luther King, Jr."},
               {{2026, 2, 16}, "Washington's Birthday"},
               {{2026, 5, 25}, "Memorial Day"},
               {{2026, 6, 19}, "Juneteenth"},
               {{2026, 7, 3}, "Independence Day (observed)"},
               {{2026, 7, 4}, "Independence Day"},
               {{2026, 7, 6}, ""},
               {{2026, 9, 7}, "Labor Day"},
               {{2026, 10, 12}, "Columbus Day"},
               {{2026, 11, 11}, "Veterans Day"},
               {{2026, 11, 26}, "Thanksgiving Day"},
               {{2026, 11, 27}, ""},
               {{2026, 12, 25}, "Christmas Day"}});
  EXPECT_EQ(count_in(kUnitedStates, 2026), 12);  // eleven and one observance
}

TEST(UnitedStates, AmendmentsAndObservances) {
  expect_rows(kUnitedStates,
              {{{1985, 1, 21}, ""},
               {{1986, 1, 20}, "Birthday of Martin Luther King, Jr."},
               {{2020, 6, 19}, ""},
               {{2021, 6, 18}, "Juneteenth (observed)"},
               {{2022, 6, 19}, "Juneteenth"},
               {{2022, 6, 20}, "Juneteenth (observed)"},
               {{2021, 7, 5}, "Independence Day (observed)"},
               {{2021, 12, 24}, "Christmas Day (observed)"},
               {{2021, 12, 31}, "New Year's Day (observed)"},
               {{2022, 12, 26}, "Christmas Day (observed)"},
               {{2023, 1, 2}, "New Year's Day (observed)"},
               {{2023, 11, 10}, "Veterans Day (observed)"},
               {{2018, 11, 12}, "Veterans Day (observed)"},
               {{2027, 5, 31}, "Memorial Day"},
               {{2025, 5, 26}, "Memorial Day"},
               {{2024, 11, 28}, "Thanksgiving Day"}});
}

TEST(Holiday, NothingOutsideTheStatedYears) {
  for (const auto calendar : {kJapan, kItaly, kUnitedStates}) {
    EXPECT_FALSE(holiday(calendar, day_of({1979, 1, 1})));
    EXPECT_TRUE(holiday(calendar, day_of({1980, 1, 1})));
    EXPECT_TRUE(holiday(calendar, day_of({2099, 1, 1})));
    EXPECT_FALSE(holiday(calendar, day_of({2100, 1, 1})));
    EXPECT_FALSE(holiday(calendar, day_of({1, 1, 1})));
    EXPECT_FALSE(holiday(calendar, day_of({9999, 12, 31})));
  }
}

// What was no holiday is remembered, of its day and calendar alone.
TEST(Holiday, AskedAgainInAnotherCalendarAndAtDaysApart) {
  const Day culture_day = day_of({2026, 11, 3});
  for (int round = 0; round < 2; ++round) {
    EXPECT_FALSE(holiday(kItaly, culture_day));
    EXPECT_TRUE(holiday(kJapan, culture_day));
    for (const int apart : {-512, -256, 256, 512}) {
      EXPECT_FALSE(holiday(kJapan, culture_day + apart)) << apart;
      EXPECT_TRUE(holiday(kJapan, culture_day)) << apart;
    }
  }
}

TEST(Holiday, NoneHasNone) {
  EXPECT_FALSE(holiday(kNone, day_of({2026, 1, 1})));
}

TEST(HolidayCalendar, ByName) {
  EXPECT_EQ(holiday_calendar("none"), kNone);
  EXPECT_EQ(holiday_calendar("japan"), kJapan);
  EXPECT_EQ(holiday_calendar("italy"), kItaly);
  EXPECT_EQ(holiday_calendar("united-states"), kUnitedStates);
  EXPECT_FALSE(holiday_calendar("Japan"));
  EXPECT_FALSE(holiday_calendar(""));
}

}  // namespace
}  // namespace parcelwise
