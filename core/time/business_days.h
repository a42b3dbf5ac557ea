// Business days: what is left of the calendar after weekends, national holidays
// and the seller's own closing days. Each of the three can be switched
// (docs/rules.md 2.5: a seller may open on a holiday or on a Saturday).
#ifndef PARCELWISE_TIME_BUSINESS_DAYS_H_
#define PARCELWISE_TIME_BUSINESS_DAYS_H_

#include <array>
#include <vector>

#include "time/holidays.h"
#include "time/instant.h"

namespace parcelwise {

struct BusinessDayRules {
  // True where that weekday is closed, Monday first.
  std::array<bool, 7> closed_weekdays{false, false, false, false,
                                      false, true,  true};
  HolidayCalendar holidays = HolidayCalendar::kNone;
  std::vector<Day> closed;  // the seller's closing days
  std::vector<Day> open;    // open although weekend, holiday or closing day
};

class BusinessDays {
 public:
  explicit BusinessDays(BusinessDayRules rules = {});

  bool is_open(Day day) const;

  const BusinessDayRules& rules() const { return rules_; }

  // The `count`th open day after `day`; `day` itself is not counted. 0 and less
  // give `day`. A calendar with no open day in 400 gives the 400th rather than
  // searching for ever.
  // W1: ship-by Fri 20 Nov 2026, Japan: add(day, 7) -> Wed 2 Dec 2026.
  Day add(Day day, int count) const;

  // The first open day after `day`.
  Day next(Day day) const { return add(day, 1); }

 private:
  BusinessDayRules rules_;  // `closed` and `open` sorted
};

}  // namespace parcelwise

#endif  // PARCELWISE_TIME_BUSINESS_DAYS_H_
