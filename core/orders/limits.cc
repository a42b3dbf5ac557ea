// Counts days from the ship-by; see orders/limits.h.
#include "orders/limits.h"

namespace parcelwise {

std::optional<Instant> confirm_by(const Policy& policy, Instant ship_by) {
  const Day day = policy.zone().day_of(ship_by);
  const auto days = policy.value(PolicyLimit::kConfirmCalendarDays, day);
  if (!days) return std::nullopt;
  return policy.zone().end_of(day + static_cast<int>(*days));
}

std::optional<Instant> amazon_by(const Policy& policy, Instant ship_by) {
  const Day day = policy.zone().day_of(ship_by);
  const auto days = policy.value(PolicyLimit::kCancelBusinessDays, day);
  if (!days) return std::nullopt;
  return policy.zone().end_of(
      policy.marketplace_days().add(day, static_cast<int>(*days)));
}

}  // namespace parcelwise
