// Counts a silent buyer's days; see answer/limit.h.
#include "answer/limit.h"

namespace parcelwise {

std::optional<Instant> silence_limit(const Policy& policy, Instant now,
                                     int days, std::optional<Instant> ship_by) {
  const Zone& zone = policy.zone();
  const Day today = zone.day_of(now);
  Day limit = policy.business_days().add(today, days);
  if (ship_by) {
    const Day last = zone.day_of(*ship_by) - 1;
    if (last < today) return std::nullopt;
    if (last < limit) limit = last;
  }
  return zone.end_of(limit);
}

}  // namespace parcelwise
