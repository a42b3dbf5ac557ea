// Reads a list of groups; see json/groups_json.h.
#include "json/groups_json.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "files/json_reader.h"
#include "files/open_json.h"
#include "json/report_json.h"
#include "text/compact_sort.h"
#include "text/shortened.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

constexpr std::string_view kErrorNames[] = {"not-groups", "bad-order-id",
                                            "one-order", "twice"};

class GroupsReader {
 public:
  tl::expected<AcceptedGroups, GroupsError> read(std::string_view text) {
    const auto json = open_json(text);
    if (!json) {
      return tl::unexpected(
          GroupsError{GroupsErrorCode::kNotGroups, 0, {}, json.error()});
    }
    return read(*json);
  }

  tl::expected<AcceptedGroups, GroupsError> read(const Json& json) {
    const Json& groups = member(json, "groups");
    if (!groups.is_array()) return tl::unexpected(not_groups(json));
    for (const Json& group : groups) {
      ++number_;
      if (!group.is_object()) return tl::unexpected(not_groups(group));
      if (group.contains("verdict") && group["verdict"] != "suggest") continue;
      add(group);
      if (error_) return tl::unexpected(*error_);
    }
    compact_sort(seen_);
    const auto twice = std::adjacent_find(
        seen_.begin(), seen_.end(),
        [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice != seen_.end()) {
      return tl::unexpected(GroupsError{
          GroupsErrorCode::kTwice, (twice + 1)->second, twice->first.text()});
    }
    compact_sort(groups_);
    return std::move(groups_);
  }

 private:
  GroupsError not_groups(const Json& found) const {
    return {GroupsErrorCode::kNotGroups, number_, shortened(json_text(found))};
  }

  void add(const Json& group) {
    const bool split = group.contains("parcels") &&
                       group["parcels"].is_array() && !group["parcels"].empty();
    if (!split) return add_orders(group, false);
    for (const Json& parcel : group["parcels"]) {
      if (!error_) add_orders(parcel, true);
    }
  }

  // A parcel of one order is no group, but is the order's only place.
  void add_orders(const Json& holder, bool one_is_enough) {
    if (!holder.is_object() || !holder.contains("orders") ||
        !holder["orders"].is_array()) {
      error_ = not_groups(holder);
      return;
    }
    std::vector<OrderId> orders;
    for (const Json& id : holder["orders"]) {
      const auto order = OrderId::parse(id.text());
      if (!order) return fail(GroupsErrorCode::kBadOrderId, json_value(id));
      seen_.emplace_back(*order, number_);
      orders.push_back(*order);
    }
    if (orders.size() < 2) {
      if (one_is_enough) return;
      return fail(GroupsErrorCode::kOneOrder,
                  orders.empty() ? "-" : orders[0].text());
    }
    compact_sort(orders);
    groups_.push_back(std::move(orders));
  }

  static std::string json_value(const Json& json) {
    return json.is_string() ? json.text() : json_text(json);
  }

  void fail(GroupsErrorCode code, std::string_view value) {
    error_ = GroupsError{code, number_, shortened(value)};
  }

  std::size_t number_ = 0;
  std::vector<std::pair<OrderId, std::size_t>>
      seen_;  // with their group's number
  AcceptedGroups groups_;
  std::optional<GroupsError> error_;
};

}  // namespace

std::string groups_error_text(const GroupsError& error, Language language) {
  if (error.unopened) return json_error_text(*error.unopened, language);
  return fill(
      Catalogue::of(language).text(
          "combine/bad_groups/" +
          std::string(kErrorNames[static_cast<std::size_t>(error.code)])),
      {{"group", std::to_string(error.group)}, {"value", error.value}});
}

tl::expected<AcceptedGroups, GroupsError> read_accepted_groups(
    std::string_view json) {
  return GroupsReader().read(json);
}

tl::expected<AcceptedGroups, GroupsError> accepted_groups_of(const Json& json) {
  return GroupsReader().read(json);
}

}  // namespace parcelwise
