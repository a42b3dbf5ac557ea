// Reads open answers; see json/follow_ups_json.h.
#include "json/follow_ups_json.h"

#include <algorithm>

#include "files/json_reader.h"
#include "files/open_json.h"
#include "text/shortened.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

constexpr std::size_t kShownBytes = 60;
constexpr std::size_t kLongestWhat = 400;  // bytes

constexpr std::string_view kOurs = "answers/follow_ups/";

// The path of our words that these are, in whichever language they were kept.
std::string_view path_of(std::string_view what) {
  for (const Language language :
       {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
    for (const auto& ours : Catalogue::of(language).below(kOurs)) {
      if (ours.text == what) return ours.path;
    }
  }
  return {};
}

tl::unexpected<FollowUpError> wrong(std::size_t index, std::string field,
                                    const Json& value) {
  return tl::unexpected(FollowUpError{
      index, std::move(field), shortened(json_text(value), kShownBytes)});
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
    const auto id = OrderId::parse(order.text());
    if (!id) return wrong(i, "order_id", order);
    follow_up.order = *id;
    const Json& due = member(object, "due");
    if (!due.is_string()) return wrong(i, "due", due);
    const auto stamp = parse_stamp(due.text());
    if (!stamp || stamp->date_only || stamp->at.unix_seconds < 0 ||
        stamp->at.unix_seconds >= Action::kNoDue) {
      return wrong(i, "due", due);
    }
    follow_up.due = stamp->at;
    const Json& what = member(object, "what");
    if (!what.is_string() || what.text().empty() ||
        what.text().size() > kLongestWhat) {
      return wrong(i, "what", what);
    }
    follow_up.what = what.text();
    follow_up.ours = path_of(follow_up.what);
    follow_ups.push_back(std::move(follow_up));
  }
  return follow_ups;
}

tl::expected<std::vector<FollowUp>, FollowUpError> read_follow_ups_text(
    std::string_view text) {
  auto documents = open_json_documents(text);
  if (!documents) {
    return tl::unexpected(FollowUpError{0, "", "", documents.error()});
  }
  if (documents->size() == 1) return read_follow_ups(documents->front());
  Json list = Json::array();
  for (Json& document : *documents) list.push_back(std::move(document));
  return read_follow_ups(list);
}

std::string follow_up_error_text(const FollowUpError& error,
                                 Language language) {
  if (error.unopened) return json_error_text(*error.unopened, language);
  return fill(Catalogue::of(language).text("answers/errors/bad-follow-up"),
              {{"number", std::to_string(error.index + 1)},
               {"field", error.field.empty() ? "-" : error.field},
               {"value", error.value}});
}

}  // namespace parcelwise
