// How long a silent buyer is waited for (S25, docs/rules.md A11).
#ifndef PARCELWISE_ANSWER_LIMIT_H_
#define PARCELWISE_ANSWER_LIMIT_H_

#include <optional>

#include "policy/policy.h"
#include "time/instant.h"

namespace parcelwise {

// The end of the `days`th business day after today; where the ship-by's own day
// is not later than that, the end of the day before it, so that there is a day
// left to act on. nullopt where the ship-by is today or past: then nobody can
// be waited for.
//   Fri 20 Nov 2026, 2 days, ship-by 30 Nov, Japan -> Wed 25 Nov 23:59:59 (23
//   is a holiday) the same, ship-by Tue 24 Nov                   -> Mon 23 Nov
//   23:59:59 the same, ship-by Fri 20 Nov                   -> nullopt
std::optional<Instant> silence_limit(const Policy& policy, Instant now,
                                     int days, std::optional<Instant> ship_by);

}  // namespace parcelwise

#endif  // PARCELWISE_ANSWER_LIMIT_H_
