// What there is none of in a marketplace, so that it is not offered there, and
// the paper of its printers: data/amazon/offers.json.
//
// UNKNOWN  What nobody knows of a marketplace is offered there: only what is
// known to be lacking is not. Orders of no known marketplace lack nothing.
#ifndef PARCELWISE_ORDERS_OFFERS_H_
#define PARCELWISE_ORDERS_OFFERS_H_

#include <string>
#include <string_view>
#include <vector>

#include "orders/marketplace.h"
#include "policy/policy.h"

namespace parcelwise {

// By the names of exports and of cases. A shop's own policy lacks what the
// marketplace that it extends lacks.
//   amazon-it -> {"yamato-b2", ..., "store-payment-details", "points"}
//   amazon-jp, Policy::unknown() -> {}
std::vector<std::string> lacking(const Policy& policy);

// Whether it is among what the marketplace lacks.
//   lacks(amazon-it, "points") -> true; lacks(amazon-jp, "points") -> false
bool lacks(const Policy& policy, std::string_view what);

// Whether every marketplace in use lacks it; false without orders.
//   five European stores: all_lack(policies, "yamato-b2") -> true
//   with one order of Amazon.co.jp, or of no known marketplace -> false
bool all_lack(const Policies& policies, std::string_view what);

// Printers hold US Letter, not A4.
//   amazon-ca -> true; amazon-uk -> false
bool letter_paper(const Policy& policy);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_OFFERS_H_
