// Policies from JSON. Every member is checked where it is read, so an error
// names the exact place and what belongs there.
#include "policy/policy.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "text/embedded.h"

namespace parcelwise {
namespace {

// The one kind of JSON in the program: a second would double its code.
using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, static_cast<std::size_t>(Figure::kCount)>
    kFigureNames = {"handling_business_days", "confirm_calendar_days",
                    "cancel_business_days",   "edit_minutes",
                    "delivery_days",          "personal_data_days",
                    "max_combined_orders"};
constexpr int kLargestFigure = 3650;  // ten years in days: more is a slip

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// Some depth is needed (four levels); a file that nests without end is not one.
constexpr int kDeepest = 16;

std::optional<Day> read_day(std::string_view text) {
  const auto stamp = parse_stamp(text);
  if (!stamp || !stamp->date_only) return std::nullopt;
  return stamp->day;
}

// nullopt for text that is not JSON or nests too deep; never throws.
std::optional<Json> parse_json(std::string_view text) {
  bool too_deep = false;
  const Json::parser_callback_t watch = [&](int depth, Json::parse_event_t, Json&) {
    if (depth > kDeepest) too_deep = true;
    return !too_deep;
  };
  Json json = Json::parse(text, watch, /*allow_exceptions=*/false);
  if (json.is_discarded() || too_deep) return std::nullopt;
  return json;
}

bool is_policy_text(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos &&
         (text[first] == '{' || text[first] == '[');
}

}  // namespace

// Walks the merged JSON; the first error ends the walk.
class PolicyReader {
 public:
  tl::expected<Policy, PolicyError> read(const Json& json) {
    if (!json.is_object()) return wrong("", json, "an object");
    known_members("", json,
                  {"id", "extends", "name", "zone", "currency", "marketplaces",
                   "business_days", "figures"});
    policy_.id_ = text("/id", json, "id", "a name of 1 to 60 characters");
    policy_.name_ = text("/name", json, "name", "a name of 1 to 60 characters");
    read_zone(json);
    const std::string code = text("/currency", json, "currency", "an ISO 4217 code");
    if (const auto currency = Currency::from_code(code)) {
      policy_.currency_ = *currency;
    } else {
      note("/currency", json.value("currency", Json()), "an ISO 4217 code such as JPY");
    }
    for (const std::string& name :
         texts("/marketplaces", json, "marketplaces", "a list of sales channels")) {
      policy_.marketplaces_.push_back(name);
    }
    read_business_days(json);
    read_figures(json);
    if (error_) return tl::unexpected(*error_);
    return policy_;
  }

  static const std::vector<std::string>& marketplaces(const Policy& policy) {
    return policy.marketplaces_;
  }

  static tl::unexpected<PolicyError> wrong(std::string pointer, const Json& value,
                                           std::string expected) {
    return tl::unexpected(describe(std::move(pointer), value, std::move(expected)));
  }

 private:
  static PolicyError describe(std::string pointer, const Json& value,
                              std::string expected) {
    std::string shown = value.dump(-1, ' ', true, Json::error_handler_t::replace);
    if (shown.size() > 80) shown = shown.substr(0, 77) + "...";
    return {std::move(pointer), std::move(shown), std::move(expected)};
  }

  void note(std::string pointer, const Json& value, std::string expected) {
    if (error_) return;
    error_ = describe(std::move(pointer), value, std::move(expected));
  }

  static const Json& member(const Json& object, std::string_view name) {
    static const Json kNone;
    if (!object.is_object()) return kNone;
    const auto found = object.find(name);
    return found == object.end() ? kNone : *found;
  }

  void known_members(const std::string& pointer, const Json& object,
                     std::vector<std::string_view> known) {
    if (!object.is_object()) return;
    for (const auto& [name, value] : object.items()) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      std::string expected = "one of the members";
      for (std::size_t i = 0; i < known.size(); ++i) {
        expected += i == 0 ? " " : ", ";
        expected += known[i];
      }
      // RFC 6901 escapes.
      std::string escaped;
      for (const char c : name) {
        escaped += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
      }
      note(pointer + "/" + escaped, value, expected);
    }
  }

  std::string text(const std::string& pointer, const Json& object,
                   std::string_view name, const std::string& expected) {
    const Json& value = member(object, name);
    if (!value.is_string() || value.get_ref<const std::string&>().empty() ||
        value.get_ref<const std::string&>().size() > 60) {
      note(pointer, value, expected);
      return {};
    }
    return value.get<std::string>();
  }

  std::vector<std::string> texts(const std::string& pointer, const Json& object,
                                 std::string_view name,
                                 const std::string& expected) {
    const Json& value = member(object, name);
    std::vector<std::string> list;
    if (!value.is_array()) {
      note(pointer, value, expected);
      return list;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (!value[i].is_string()) {
        note(pointer + "/" + std::to_string(i), value[i], "a text");
        continue;
      }
      list.push_back(value[i].get<std::string>());
    }
    return list;
  }

  void read_zone(const Json& json) {
    const Json& zone = member(json, "zone");
    if (!zone.is_object()) {
      return note("/zone", zone, "an object with name and rule");
    }
    known_members("/zone", zone, {"name", "rule"});
    policy_.zone_name_ = text("/zone/name", zone, "name", "a zone name such as Asia/Tokyo");
    const std::string rule =
        text("/zone/rule", zone, "rule", "a POSIX TZ rule such as JST-9");
    if (auto parsed = Zone::parse(rule)) {
      policy_.zone_ = *parsed;
    } else {
      note("/zone/rule", member(zone, "rule"),
           "a POSIX TZ rule such as JST-9: " + parsed.error());
    }
  }

  std::vector<Day> days(const std::string& pointer, const Json& object,
                        std::string_view name) {
    std::vector<Day> list;
    const std::vector<std::string> written =
        texts(pointer, object, name, "a list of days such as 2026-12-29");
    for (std::size_t i = 0; i < written.size(); ++i) {
      if (const auto day = read_day(written[i])) {
        list.push_back(*day);
      } else {
        note(pointer + "/" + std::to_string(i), written[i], "a day such as 2026-12-29");
      }
    }
    return list;
  }

  void read_business_days(const Json& json) {
    const Json& object = member(json, "business_days");
    const std::string at = "/business_days";
    if (!object.is_object()) return note(at, object, "an object");
    known_members(at, object, {"closed_weekdays", "holidays", "closed", "open"});
    BusinessDayRules rules;
    rules.closed_weekdays.fill(false);
    const auto weekdays = texts(at + "/closed_weekdays", object, "closed_weekdays",
                                "a list of weekdays such as sunday");
    for (std::size_t i = 0; i < weekdays.size(); ++i) {
      const auto found = std::find(kWeekdays.begin(), kWeekdays.end(), weekdays[i]);
      if (found == kWeekdays.end()) {
        note(at + "/closed_weekdays/" + std::to_string(i), weekdays[i],
             "a weekday such as sunday");
        continue;
      }
      rules.closed_weekdays[static_cast<std::size_t>(found - kWeekdays.begin())] = true;
    }
    const std::string calendar =
        text(at + "/holidays", object, "holidays", "none, japan, italy or united-states");
    if (const auto holidays = holiday_calendar(calendar)) {
      rules.holidays = *holidays;
    } else {
      note(at + "/holidays", member(object, "holidays"),
           "none, japan, italy or united-states");
    }
    rules.closed = days(at + "/closed", object, "closed");
    rules.open = days(at + "/open", object, "open");
    policy_.business_days_ = BusinessDays(std::move(rules));
  }

  void read_figures(const Json& json) {
    const Json& object = member(json, "figures");
    if (!object.is_object()) return note("/figures", object, "an object");
    known_members("/figures", object, {kFigureNames.begin(), kFigureNames.end()});
    for (std::size_t f = 0; f < kFigureNames.size(); ++f) {
      const std::string at = "/figures/" + std::string(kFigureNames[f]);
      const Json& list = member(object, kFigureNames[f]);
      if (!list.is_array() || list.empty()) {
        note(at, list, "a list with value, valid_from and source");
        continue;
      }
      for (std::size_t i = 0; i < list.size(); ++i) {
        // By day; of two for one day the later in the file holds.
        const DatedFigure figure = read_figure(at + "/" + std::to_string(i), list[i]);
        auto& dated = policy_.figures_[f];
        auto place = dated.end();
        while (place != dated.begin() && figure.valid_from < (place - 1)->valid_from) {
          --place;
        }
        dated.insert(place, figure);
      }
    }
  }

  DatedFigure read_figure(const std::string& at, const Json& object) {
    DatedFigure figure;
    if (!object.is_object()) {
      note(at, object, "an object with value, valid_from and source");
      return figure;
    }
    known_members(at, object, {"value", "valid_from", "source", "mark"});
    const Json& value = member(object, "value");
    if (value.is_number_integer() && value >= 0 && value <= kLargestFigure) {
      figure.value = value.get<int>();
    } else {
      note(at + "/value", value, "a whole number from 0 to 3650");
    }
    const std::string from =
        text(at + "/valid_from", object, "valid_from", "a day such as 2026-11-20");
    if (const auto day = read_day(from)) {
      figure.valid_from = *day;
    } else {
      note(at + "/valid_from", member(object, "valid_from"), "a day such as 2026-11-20");
    }
    const Json& source = member(object, "source");
    if (source.is_string()) {
      figure.source = source.get<std::string>();
    } else {
      note(at + "/source", source, "where the figure comes from");
    }
    return figure;
  }

  Policy policy_;
  std::optional<PolicyError> error_;
};

tl::expected<Policy, PolicyError> Policy::load(std::string_view text) {
  if (!is_policy_text(text)) {
    const auto embedded = embedded_file("policy/" + std::string(text) + ".json");
    if (!embedded) {
      std::string expected = "a policy file or one of";
      for (const std::string& id : ids()) expected += " " + id;
      return PolicyReader::wrong("", std::string(text), expected);
    }
    return PolicyReader().read(*parse_json(*embedded));
  }
  std::optional<Json> own = parse_json(text);
  if (!own) return PolicyReader::wrong("", std::string(text.substr(0, 60)), "JSON");
  if (!own->is_object()) return PolicyReader::wrong("", *own, "an object");
  const auto base_id = own->find("extends");
  if (base_id == own->end()) return PolicyReader().read(*own);
  const auto embedded =
      base_id->is_string()
          ? embedded_file("policy/" + base_id->get<std::string>() + ".json")
          : std::nullopt;
  if (!embedded) {
    return PolicyReader::wrong("/extends", *base_id,
                               "amazon-jp, amazon-it or amazon-us");
  }
  Json merged = *parse_json(*embedded);
  merged.merge_patch(*own);
  return PolicyReader().read(merged);
}

const std::vector<std::string>& Policy::ids() {
  static const std::vector<std::string> kIds = {"amazon-jp", "amazon-it", "amazon-us"};
  return kIds;
}

std::string Policy::id_for(std::string_view marketplace) {
  for (const std::string& id : ids()) {
    const auto policy = load(id);
    if (!policy) continue;
    for (const std::string& name : PolicyReader::marketplaces(*policy)) {
      if (name == marketplace) return id;
    }
  }
  return {};
}

const DatedFigure& Policy::figure(Figure figure, Day on) const {
  const auto& dated = figures_[static_cast<std::size_t>(figure)];
  const DatedFigure* in_force = &dated.front();
  for (const DatedFigure& candidate : dated) {
    if (candidate.valid_from <= on) in_force = &candidate;
  }
  return *in_force;
}

}  // namespace parcelwise
