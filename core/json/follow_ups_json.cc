// Reads open answers; see json/follow_ups_json.h.
#include "json/follow_ups_json.h"

#include <algorithm>

#include "files/json_reader.h"

namespace parcelwise {
namespace {

constexpr std::size_t kShown = 60;
constexpr std::size_t kLongestWhat = 400;  // bytes

const Json& member(const Json& object, const char* name) {
  static const Json kNone;
  if (!object.is_object()) return kNone;
  const auto found = object.find(name);
  return found == object.end() ? kNone : *found;
}

constexpr std::string_view kOurs = "answers/follow_ups/";

// The path of our words that these are, in whichever language they were kept.
std::string_view path_of(std::string_view what) {
  for (const Language language :
       {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
    const auto& texts = Catalogue::of(language).all();
    for (auto at = texts.lower_bound(kOurs); at != texts.end(); ++at) {
      if (!std::string_view(at->first).starts_with(kOurs)) break;
      if (at->second == what) return at->first;
    }
  }
  return {};
}

tl::unexpected<FollowUpError> wrong(std::size_t index, std::string field,
                                    const Json& value) {
  return tl::unexpected(FollowUpError{index, std::move(field),
                                      json_text(value).substr(0, kShown)});
}

}  // namespace

tl::expected<std::vector<FollowUp>, FollowUpError> read_follow_ups(
    const Json& json) {
  Json one = Json::array();
  if (json.is_object()) one.push_back(json);
  const Json& list = json.is_object() ? one : json;
  if (!list.is_array() || list.size() > kMostFollowUps)
    return wrong(0, "", list);
  std::vector<FollowUp> follow_ups;
  for (std::size_t i = 0; i < list.size(); ++i) {
    // An answer that waits for nothing is none to follow.
    const bool is_answer = list[i].is_object() && list[i].contains("follow_up");
    const Json& object = is_answer ? member(list[i], "follow_up") : list[i];
    if (is_answer && object.is_null()) continue;
    FollowUp follow_up;
    const Json& order = member(object, "order_id");
    const auto id = order.is_string()
                        ? OrderId::parse(order.get_ref<const std::string&>())
                        : std::nullopt;
    if (!id) return wrong(i, "order_id", order);
    follow_up.order = *id;
    const Json& due = member(object, "due");
    if (!due.is_string()) return wrong(i, "due", due);
    const auto stamp = parse_stamp(due.get_ref<const std::string&>());
    if (!stamp || stamp->date_only || stamp->at.unix_seconds < 0 ||
        stamp->at.unix_seconds >= Action::kNoDue) {
      return wrong(i, "due", due);
    }
    follow_up.due = stamp->at;
    const Json& what = member(object, "what");
    if (!what.is_string() || what.get_ref<const std::string&>().empty() ||
        what.get_ref<const std::string&>().size() > kLongestWhat) {
      return wrong(i, "what", what);
    }
    follow_up.what = what.get<std::string>();
    follow_up.ours = path_of(follow_up.what);
    follow_ups.push_back(std::move(follow_up));
  }
  return follow_ups;
}

tl::expected<std::vector<FollowUp>, FollowUpError> read_follow_ups_text(
    std::string_view text) {
  const std::optional<Json> whole = parse_json(text);
  if (whole && whole->is_array()) return read_follow_ups(*whole);
  Json list = Json::array();
  // A document ends with its line, as the command writes it.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    std::optional<Json> json = parse_json(line);
    list.push_back(json ? std::move(*json)
                        : Json(std::string(line.substr(0, kShown))));
  }
  return read_follow_ups(list);
}

std::string follow_up_error_text(const FollowUpError& error,
                                 Language language) {
  return fill(Catalogue::of(language).text("answers/errors/bad-follow-up"),
              {{"number", std::to_string(error.index + 1)},
               {"field", error.field.empty() ? "-" : error.field},
               {"value", error.value}});
}

}  // namespace parcelwise
