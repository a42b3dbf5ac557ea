// The two limits for confirming a shipment, from its ship-by (S28, S29;
// docs/rules.md).
#ifndef PARCELWISE_ORDERS_LIMITS_H_
#define PARCELWISE_ORDERS_LIMITS_H_

#include <optional>

#include "policy/policy.h"

namespace parcelwise {

// The last second of the 7th calendar day after the ship-by day: the seed's
// words, and the earlier reading. The number of days is the policy's on the
// ship-by day; nullopt where nobody knows it.
//   Mon 16 Nov 2026 23:59:59 -> Mon 23 Nov 2026 23:59:59
std::optional<Instant> confirm_by(const Policy& policy, Instant ship_by);

// The last second of the 7th business day after it: Amazon's own words, and the
// later reading. Behind it the order was probably cancelled. nullopt likewise.
//   Mon 16 Nov 2026 23:59:59 (23 Nov is a holiday) -> Thu 26 Nov 2026 23:59:59
std::optional<Instant> amazon_by(const Policy& policy, Instant ship_by);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_LIMITS_H_
