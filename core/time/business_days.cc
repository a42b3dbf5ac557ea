// Counts open days one by one: spans are a week or two, and a walk follows
// every switch of the rules without a second opinion on what is open.
#include "time/business_days.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace parcelwise {
namespace {

constexpr int kLongestSearch = 400;  // days; more than a year off

bool holds(const std::vector<Day>& sorted, Day day) {
  return std::binary_search(sorted.begin(), sorted.end(), day);
}

// A few dozen, for which alone std::sort would be built.
void sort_days(std::vector<Day>& days) {
  for (auto next = days.begin(); next != days.end(); ++next)
    std::rotate(std::upper_bound(days.begin(), next, *next), next, next + 1);
}

}  // namespace

BusinessDays::BusinessDays(BusinessDayRules rules) : rules_(std::move(rules)) {
  sort_days(rules_.closed);
  sort_days(rules_.open);
}

bool BusinessDays::is_open(Day day) const {
  if (holds(rules_.open, day)) return true;
  return !rules_.closed_weekdays[static_cast<std::size_t>(weekday(day))] &&
         !holds(rules_.closed, day) && !holiday(rules_.holidays, day);
}

Day BusinessDays::add(Day day, int count) const {
  for (; count > 0; --count) {
    Day next = day + 1;
    while (!is_open(next)) {
      if (next - day == kLongestSearch) return next;
      next = next + 1;
    }
    day = next;
  }
  return day;
}

}  // namespace parcelwise
