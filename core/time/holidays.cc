// Holidays by calculation: each year's amendments are conditions on the year,
// named as the laws name them, so a coming year needs no new table.
#include "time/holidays.h"

#include <array>
#include <atomic>
#include <cstdint>

namespace parcelwise {
namespace {

using Name = std::optional<std::string_view>;

constexpr int kFirstYear = 1980;
constexpr int kLastYear = 2099;

bool is_nth(int nth, Weekday wanted, CivilDate date, Day day) {
  return (date.day - 1) / 7 + 1 == nth && weekday(day) == wanted;
}

bool is_nth_monday(int nth, CivilDate date, Day day) {
  return is_nth(nth, Weekday::kMonday, date, day);
}

// The equinox's day of the month in Japan, 1980 to 2099: the sun's drift of
// 0.242194 days a year less the leap days, in millionths of a day.
int equinox(int in_1980, int year) {
  const int years = year - 1980;
  return (in_1980 + 242194 * years) / 1000000 - years / 4;
}

int vernal_equinox(int year) { return equinox(20843100, year); }
int autumnal_equinox(int year) { return equinox(23248800, year); }

// Days that an act of their own made holidays, once.
Name imperial_day(CivilDate date) {
  struct Row {
    CivilDate date;
    std::string_view name;
  };
  static constexpr std::array kDays = {
      Row{{1989, 2, 24}, "State Funeral of Emperor Showa"},
      Row{{1990, 11, 12}, "Enthronement Ceremony"},
      Row{{1993, 6, 9}, "Wedding of Crown Prince Naruhito"},
      Row{{2019, 5, 1}, "Accession to the Throne"},
      Row{{2019, 10, 22}, "Enthronement Ceremony"},
  };
  if (date.year > 2019) return std::nullopt;
  for (const Row& row : kDays) {
    if (row.date == date) return row.name;
  }
  return std::nullopt;
}

// Article 2 of the Act on National Holidays, as it read in that year.
Name japan_named(Day day) {
  const CivilDate date = civil(day);
  const auto [year, month, dom] = date;
  switch (month) {
    case 1:
      if (dom == 1) return "New Year's Day";
      if (year < 2000 ? dom == 15 : is_nth_monday(2, date, day)) {
        return "Coming of Age Day";
      }
      break;
    case 2:
      if (dom == 11) return "National Foundation Day";
      if (year >= 2020 && dom == 23) return "Emperor's Birthday";
      break;
    case 3:
      if (dom == vernal_equinox(year)) return "Vernal Equinox";
      break;
    case 4:
      if (dom == 29) {
        if (year < 1989) return "Emperor's Birthday";
        return year < 2007 ? "Greenery Day" : "Showa Day";
      }
      break;
    case 5:
      if (dom == 3) return "Constitution Day";
      if (year >= 2007 && dom == 4) return "Greenery Day";
      if (dom == 5) return "Children's Day";
      break;
    case 7:
      // For the Olympic Games of Tokyo three holidays moved, twice.
      if (year == 2020 || year == 2021) {
        const int marine_day = year == 2020 ? 23 : 22;
        if (dom == marine_day) return "Marine Day";
        if (dom == marine_day + 1) return "Sports Day";
      } else if (year >= 2003 ? is_nth_monday(3, date, day)
                              : year >= 1996 && dom == 20) {
        return "Marine Day";
      }
      break;
    case 8: {
      const int mountain_day = year == 2020 ? 10 : year == 2021 ? 8 : 11;
      if (year >= 2016 && dom == mountain_day) return "Mountain Day";
      break;
    }
    case 9:
      if (year < 2003 ? dom == 15 : is_nth_monday(3, date, day)) {
        return "Respect for the Aged Day";
      }
      if (dom == autumnal_equinox(year)) return "Autumnal Equinox";
      break;
    case 10:
      if (year < 2000 ? dom == 10 : is_nth_monday(2, date, day)) {
        if (year < 2020) return "Health and Sports Day";
        if (year > 2021) return "Sports Day";
      }
      break;
    case 11:
      if (dom == 3) return "Culture Day";
      if (dom == 23) return "Labor Thanksgiving Day";
      break;
    case 12:
      if (year >= 1989 && year <= 2018 && dom == 23) {
        return "Emperor's Birthday";
      }
      break;
    default:
      break;
  }
  return imperial_day(date);
}

// Article 3, second paragraph, for a day after a holiday: until 2006 the Monday
// after a holiday on a Sunday; since 2007 the first day after it that is no
// holiday itself.
bool is_japan_substitute(Day day, int year) {
  if (year < 2007) return weekday(day) == Weekday::kMonday;
  for (Day before = day - 1; japan_named(before); before = before - 1) {
    if (weekday(before) == Weekday::kSunday) return true;
  }
  return false;
}

// Article 3, third paragraph, for a day after a holiday: it is one where the
// next day is, too. In force since 27 December 1985; until 2006 not for
// Sundays.
bool is_japan_between(Day day, int year) {
  if (year < 1986) return false;
  if (year < 2007 && weekday(day) == Weekday::kSunday) return false;
  return japan_named(day + 1).has_value();
}

Name japan(Day day, int year) {
  if (const Name name = japan_named(day)) return name;
  if (!japan_named(day - 1)) return std::nullopt;
  if (is_japan_substitute(day, year)) return "Substitute holiday";
  if (is_japan_between(day, year)) return "Citizens' holiday";
  return std::nullopt;
}

// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
Day easter(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int leap_less = century - century / 4;
  const int moon_drift = (century + 8) / 25;
  const int lunar = (century - moon_drift + 1) / 3;
  const int epact = (19 * golden + leap_less - lunar + 15) % 30;
  const int of_century = year % 100;
  const int to_sunday =
      (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) %
      7;
  const int correction = (golden + 11 * epact + 22 * to_sunday) / 451;
  const int march_days = epact + to_sunday - 7 * correction + 22;
  return day_of({year, 3, 1}) + (march_days - 1);
}

// Law 260/1949 as amended. Sundays are holidays of that law too; here they are
// a matter of the weekday, so the Republic's day of 1977-2000 (the first Sunday
// of June, Law 54/1977) and Easter itself need no entry.
Name italy(Day day, int year) {
  const auto [unused, month, dom] = civil(day);
  struct Row {
    int month, day, first_year;
    std::string_view name;
  };
  static constexpr std::array kDays = {
      Row{1, 1, kFirstYear, "New Year's Day"},
      Row{1, 6, 1986, "Epiphany"},  // back with Decree 792/1985
      Row{4, 25, kFirstYear, "Liberation Day"},
      Row{5, 1, kFirstYear, "Labour Day"},
      Row{6, 2, 2001, "Republic Day"},  // back with Law 336/2000
      Row{8, 15, kFirstYear, "Assumption Day"},
      Row{10, 4, 2026, "Saint Francis' Day"},  // back with Law 151/2025
      Row{11, 1, kFirstYear, "All Saints' Day"},
      Row{12, 8, kFirstYear, "Immaculate Conception"},
      Row{12, 25, kFirstYear, "Christmas Day"},
      Row{12, 26, kFirstYear, "Saint Stephen's Day"},
  };
  for (const Row& row : kDays) {
    if (row.month == month && row.day == dom && year >= row.first_year) {
      return row.name;
    }
  }
  if ((month == 3 || month == 4) && weekday(day) == Weekday::kMonday &&
      day == easter(year) + 1) {
    return "Easter Monday";
  }
  return std::nullopt;
}

// The federal holidays with a date of their own. On a Saturday they are
// observed the day before (5 U.S.C. 6103(b)), on a Sunday the day after
// (Executive Order 11582).
struct FederalDate {
  int month, day, first_year;
  std::string_view name, observed;
};
constexpr std::array kFederalDates = {
    FederalDate{1, 1, kFirstYear, "New Year's Day",
                "New Year's Day (observed)"},
    FederalDate{6, 19, 2021, "Juneteenth", "Juneteenth (observed)"},
    FederalDate{7, 4, kFirstYear, "Independence Day",
                "Independence Day (observed)"},
    FederalDate{11, 11, kFirstYear, "Veterans Day", "Veterans Day (observed)"},
    FederalDate{12, 25, kFirstYear, "Christmas Day",
                "Christmas Day (observed)"},
};

const FederalDate* federal_date(Day day) {
  const auto [year, month, dom] = civil(day);
  for (const FederalDate& row : kFederalDates) {
    if (row.month == month && row.day == dom && year >= row.first_year) {
      return &row;
    }
  }
  return nullptr;
}

Name united_states(Day day, int year) {
  if (const FederalDate* const row = federal_date(day)) return row->name;
  if (weekday(day) == Weekday::kFriday) {
    if (const auto* const row = federal_date(day + 1)) return row->observed;
  }
  if (weekday(day) == Weekday::kMonday) {
    if (const auto* const row = federal_date(day - 1)) return row->observed;
  }
  const CivilDate date = civil(day);
  switch (date.month) {
    case 1:
      if (year >= 1986 && is_nth_monday(3, date, day)) {
        return "Birthday of Martin Luther King, Jr.";
      }
      break;
    case 2:
      if (is_nth_monday(3, date, day)) return "Washington's Birthday";
      break;
    case 5:
      if (date.day > 24 && weekday(day) == Weekday::kMonday) {
        return "Memorial Day";
      }
      break;
    case 9:
      if (is_nth_monday(1, date, day)) return "Labor Day";
      break;
    case 10:
      if (is_nth_monday(2, date, day)) return "Columbus Day";
      break;
    case 11:
      if (is_nth(4, Weekday::kThursday, date, day)) return "Thanksgiving Day";
      break;
    default:
      break;
  }
  return std::nullopt;
}

Name named(HolidayCalendar calendar, Day day) {
  const int year = civil(day).year;
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  switch (calendar) {
    case HolidayCalendar::kNone:
      break;
    case HolidayCalendar::kJapan:
      return japan(day, year);
    case HolidayCalendar::kItaly:
      return italy(day, year);
    case HolidayCalendar::kUnitedStates:
      return united_states(day, year);
  }
  return std::nullopt;
}

}  // namespace

std::optional<HolidayCalendar> holiday_calendar(std::string_view name) {
  if (name == "none") return HolidayCalendar::kNone;
  if (name == "japan") return HolidayCalendar::kJapan;
  if (name == "italy") return HolidayCalendar::kItaly;
  if (name == "united-states") return HolidayCalendar::kUnitedStates;
  return std::nullopt;
}

std::optional<std::string_view> holiday(HolidayCalendar calendar, Day day) {
  if (calendar == HolidayCalendar::kNone) return std::nullopt;
  // Deadlines ask for the same days at every order, and nearly all are none:
  // what was worked out to be none lately is remembered.
  static std::array<std::atomic<std::uint64_t>, 256> none{};
  const auto number = static_cast<std::uint32_t>(day.since_epoch);
  std::atomic<std::uint64_t>& kept = none[number % none.size()];
  const std::uint64_t asked =
      std::uint64_t{number} << 8 | static_cast<std::uint64_t>(calendar);
  if (kept.load(std::memory_order_relaxed) == asked) return std::nullopt;
  const Name name = named(calendar, day);
  if (!name) kept.store(asked, std::memory_order_relaxed);
  return name;
}

}  // namespace parcelwise
