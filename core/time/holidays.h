// National holidays, computed from the laws that set them.
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
// Japan: 1980 to 2099 by the Act on National Holidays as amended (substitute
// holidays, the day between two holidays, Happy Mondays, the equinoxes by
// formula, the Olympic shifts of 2020 and 2021, the imperial days of 1989,
// 1990, 1993 and 2019). Equinoxes of coming years become official only with the
// February notice of the year before. Italy: the civil holidays of Law
// 260/1949 as amended, Easter Monday among them. United States: the federal
// holidays of 5 U.S.C. 6103 with their Friday or Monday observance.
//   holiday(kJapan, 2026-09-22)  -> "Citizens' holiday"
//   holiday(kJapan, 2026-09-24)  -> nullopt
// Outside the stated years: nullopt.
std::optional<std::string_view> holiday(HolidayCalendar calendar, Day day);

}  // namespace parcelwise

#endif  // PARCELWISE_TIME_HOLIDAYS_H_
