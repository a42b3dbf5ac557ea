// Which orders a person has decided to send in one parcel, as a file says it:
// order ids and nothing else, for whatever writes one label or one slip for
// several.
//
// Read from what `parcelwise combine` printed, or from a list made by hand or
// saved by the page:
//   {"groups": [{"orders": ["250-...", "250-..."]}]}
// A group that tells its verdict counts where it is "suggest"; one that tells
// none was accepted by whoever wrote it. Where combine found several parcels
// cheaper than one, each parcel of two orders and more is a group.
//
// LIMITS  None but the text's own. Orders are not looked up: one that no report
// has is the reader's to tell.
#ifndef PARCELWISE_JSON_GROUPS_JSON_H_
#define PARCELWISE_JSON_GROUPS_JSON_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "files/json.h"
#include "files/json_error.h"
#include "report/order_id.h"
#include "words/catalogue.h"

namespace parcelwise {

// By order id within a group, and by first order id; no order twice.
using AcceptedGroups = std::vector<std::vector<OrderId>>;

enum class GroupsErrorCode : std::uint8_t {
  kNotGroups,  // no JSON, or no list "groups" of objects with a list "orders"
  kBadOrderId,
  kOneOrder,  // a group needs two
  kTwice,     // an order stands in two groups, or twice in one
};

struct GroupsError {
  GroupsErrorCode code{};
  std::size_t group = 0;  // from 1; 0 for the text as a whole
  std::string value;      // the offending text, at most 80 bytes
  std::optional<JsonError> unopened = std::nullopt;  // where it is no JSON
};
std::string groups_error_text(const GroupsError& error, Language language);

// A text with an error is refused whole.
//   {"groups":[{"orders":["250-1234567-1234567","250-7654321-7654321"]}]} ->
//   one group
//   {"groups":[{"orders":["250-1234567-1234567"]}]} -> GroupsError{kOneOrder,
//   1, ...}
tl::expected<AcceptedGroups, GroupsError> read_accepted_groups(
    std::string_view json);
tl::expected<AcceptedGroups, GroupsError> accepted_groups_of(const Json& json);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_GROUPS_JSON_H_
