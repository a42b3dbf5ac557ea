// Which policy a set of reports asks for, when nobody named one.
#ifndef PARCELWISE_ORDERS_MARKETPLACE_H_
#define PARCELWISE_ORDERS_MARKETPLACE_H_

#include <string>
#include <vector>

#include "report/report.h"

namespace parcelwise {

inline constexpr std::string_view kDefaultPolicy = "amazon-jp";

// The policy made for the marketplace that most lines come from ("" when no
// report tells one that a policy is made for). The order of reports is nothing.
std::string policy_for(const std::vector<const Report*>& reports);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_MARKETPLACE_H_
