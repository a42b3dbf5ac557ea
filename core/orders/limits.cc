// Counts days from the ship-by; see orders/limits.h.
#include "orders/limits.h"

namespace parcelwise {

Instant confirm_by(const Policy& policy, Instant ship_by) {
  const Day day = policy.zone().day_of(ship_by);
  const auto days = static_cast<int>(
      policy.limit(PolicyLimit::kConfirmCalendarDays, day).value);
  return policy.zone().end_of(day + days);
}

Instant amazon_by(const Policy& policy, Instant ship_by) {
  const Day day = policy.zone().day_of(ship_by);
  const auto days = static_cast<int>(
      policy.limit(PolicyLimit::kCancelBusinessDays, day).value);
  return policy.zone().end_of(policy.marketplace_days().add(day, days));
}

}  // namespace parcelwise
