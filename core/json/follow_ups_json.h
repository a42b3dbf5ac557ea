// Open answers to buyers, as the page keeps them and the command reads them.
#ifndef PARCELWISE_JSON_FOLLOW_UPS_JSON_H_
#define PARCELWISE_JSON_FOLLOW_UPS_JSON_H_

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "files/json_error.h"
#include "json/report_json.h"
#include "rules/check.h"

namespace parcelwise {

inline constexpr std::size_t kMostFollowUps = 10'000;

// What is wrong, by its place in the list.
struct FollowUpError {
  std::size_t index = 0;  // from 0
  std::string field;      // "due"; "" where it is the whole
  std::string value;      // at most 60 bytes of JSON
  std::optional<JsonError> unopened = std::nullopt;  // where it is no JSON
};
std::string follow_up_error_text(const FollowUpError& error, Language language);

// A list of FollowUps of the .d.ts, or answers as the command printed them,
// whose `follow_up` counts. A wrong one refuses the whole: a deadline must not
// go missing.
//   [{"order_id":"250-1234567-1234567","due":"2026-11-25T23:59:59+09:00","what":"..."}]
//   [{"order_id":"250-1234567-1234567","due":"soon"}] -> FollowUpError{0,
//   "due", "\"soon\""}
tl::expected<std::vector<FollowUp>, FollowUpError> read_follow_ups(
    const Json& json);

// The same from a file's text: a list, or what the command printed, one after
// the other.
tl::expected<std::vector<FollowUp>, FollowUpError> read_follow_ups_text(
    std::string_view text);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_FOLLOW_UPS_JSON_H_
