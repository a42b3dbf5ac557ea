// National holidays, computed from the laws that set them: no table to renew
// every year, and the same answer for a deadline of ten years ago.
#ifndef PARCELWISE_TIME_HOLIDAYS_H_
#define PARCELWISE_TIME_HOLIDAYS_H_

#include <optional>
#include <string_view>

#include "time/instant.h"

namespace parcelwise {

enum class HolidayCalendar { kNone, kJapan, kItaly, kUnitedStates };

// "none", "japan", "italy", "united-states"; nullopt for another name.
std::optional<HolidayCalendar> holiday_calendar(std::string_view name);

// The holiday's name in English ("Autumnal Equinox", "Substitute holiday"), or
// nullopt on an ordinary day.
//
// Japan: the Act on National Holidays as amended, with substitute holidays, the
// day between two holidays, Happy Mondays, the equinoxes by formula, the
// Olympic shifts of 2020 and 2021, and the imperial days of 1989, 1990, 1993
// and 2019. Equinoxes of coming years become official only with the February
// notice of the year before.
// Italy: the civil holidays of Law 260/1949 as amended: Easter Monday, Epiphany
// from 1986, 2 June from 2001, 4 October from 2026. Sundays are not among them,
// nor a town's patron.
// United States: the federal holidays of 5 U.S.C. 6103, both on their own day
// and on the Friday or Monday that observes them; without Inauguration Day.
//
//   holiday(kJapan, 2026-09-22)  -> "Citizens' holiday"
//   holiday(kJapan, 2026-09-24)  -> nullopt
//   holiday(kUnitedStates, 2026-07-03)  -> "Independence Day (observed)"
// All three from 1980 to 2099; nullopt outside these years.
std::optional<std::string_view> holiday(HolidayCalendar calendar, Day day);

}  // namespace parcelwise

#endif  // PARCELWISE_TIME_HOLIDAYS_H_
