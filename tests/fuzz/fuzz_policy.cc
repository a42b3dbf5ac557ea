// Any text as a policy: it is refused with a place and a reason, or every
// figure of it lies in its range on every day and its calendar and zone answer.
// Nothing is thrown.
#include <string>

#include "policy/policy.h"
#include "require.h"
#include "text/encoding.h"

namespace {

using namespace parcelwise;

void hold(const Policy& policy) {
  REQUIRE(!policy.id().empty());
  REQUIRE(policy.currency().known());
  const Day today{20777};  // 2026-11-20
  for (std::size_t f = 0; f < static_cast<std::size_t>(PolicyLimit::kCount);
       ++f) {
    for (const int days : {-20000, 0, 20000}) {
      const DatedLimit& limit =
          policy.limit(static_cast<PolicyLimit>(f), today + days);
      const std::int64_t most =
          f >= static_cast<std::size_t>(PolicyLimit::kRefundFeeMost)
              ? 1'000'000'000'000
          : f >= static_cast<std::size_t>(PolicyLimit::kReferralFee) ? 10'000
                                                                     : 3650;
      REQUIRE(!limit.value || (*limit.value >= 0 && *limit.value <= most));
      REQUIRE(policy.value(static_cast<PolicyLimit>(f), today + days) ==
              limit.value);
    }
  }
  REQUIRE(policy.decimal_point() == '.' || policy.decimal_point() == ',');
  REQUIRE(policy.upload_decimals() >= 0 && policy.upload_decimals() <= 3);
  // A code goes into a cell of the upload file as it is.
  for (const char c : policy.refund_code("returned")) {
    REQUIRE((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
  }
  const BusinessDays& calendar = policy.business_days();
  REQUIRE(today < calendar.next(today));
  REQUIRE(calendar.next(today) <= calendar.add(today, 7));
  const Zone& zone = policy.zone();
  REQUIRE(zone.start_of(today) < zone.end_of(today));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  bool threw = false;
  try {
    const auto policy = Policy::load(text);
    if (policy) {
      hold(*policy);
    } else {
      const PolicyError& error = policy.error();
      REQUIRE(error.pointer.empty() || error.pointer.front() == '/');
      REQUIRE(error.value.size() <= 80);
      REQUIRE(is_valid_utf8(error.value));
      REQUIRE(is_valid_utf8(error.pointer));
      REQUIRE(!error.expected.empty());
    }
  } catch (...) {
    threw = true;
  }
  REQUIRE(!threw);
  return 0;
}
