// The names of failures, and their list.
#include "session/failure.h"

#include <algorithm>

#include "report/wording.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr std::string_view kNames[] = {
    "bad-argument", "bad-policy",  "bad-stock",   "bad-plan",  "refund",
    "answer",       "bad-wording", "bad-shop",    "bad-terms", "bad-groups",
    "bad-journal",  "bad-layout",  "not-a-result"};

}  // namespace

FailureName::FailureName(FailureCode code)
    : text_(kNames[static_cast<std::size_t>(code)]) {}

FailureName::FailureName(ReadErrorCode code) : text_(read_error_name(code)) {}

FailureName::FailureName(TrackingErrorCode code)
    : text_(tracking_error_name(code)) {}

std::vector<std::string_view> failure_codes() {
  std::vector<std::string_view> codes(std::begin(kNames), std::end(kNames));
  for (const std::string_view name : read_error_names()) codes.push_back(name);
  for (const std::string_view name : tracking_error_names())
    codes.push_back(name);
  compact_sort(codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

}  // namespace parcelwise
