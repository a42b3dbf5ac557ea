// Reading JSON member by member. The first complaint is kept, later ones mostly
// follow from it.
#include "files/json_reader.h"

#include <algorithm>

#include "files/open_json.h"
#include "money/money.h"
#include "text/shortened.h"

namespace parcelwise {

std::string pointer_step(std::string_view name) {
  std::string step = "/";
  for (const char c : name) {
    if (c == '~') {
      step += "~0";
    } else if (c == '/') {
      step += "~1";
    } else {
      step += c;
    }
  }
  return step;
}

std::optional<Day> read_day(std::string_view text) {
  const auto stamp = parse_stamp(text);
  if (!stamp || !stamp->date_only) return std::nullopt;
  return stamp->day;
}

std::optional<std::int64_t> read_number(std::string_view text, int decimals,
                                        std::int64_t most) {
  if (text.find_first_not_of("0123456789.") != std::string_view::npos) {
    return std::nullopt;
  }
  const auto number = parse_amount(text, decimals, '.');
  if (!number || *number > most) return std::nullopt;
  return *number;
}

const Json& member(const Json& object, std::string_view name) {
  return object[name];
}

JsonReader::Complaint JsonReader::describe(std::string_view pointer,
                                           const Json& value,
                                           std::string expected) {
  return {shortened(pointer, kLongestPointer), shown_json(value),
          std::move(expected)};
}

void JsonReader::note(std::string_view pointer, const Json& value,
                      std::string expected) {
  if (complaint_) return;
  complaint_ = describe(pointer, value, std::move(expected));
}

void JsonReader::known_members(const std::string& pointer, const Json& object,
                               std::vector<std::string_view> known) {
  if (!object.is_object()) return;
  for (const auto& [name, value] : object.items()) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    std::string expected = "one of the members";
    for (std::size_t i = 0; i < known.size(); ++i) {
      expected += i == 0 ? " " : ", ";
      expected += known[i];
    }
    note(pointer + pointer_step(name), value, expected);
  }
}

std::string JsonReader::text(const std::string& pointer, const Json& object,
                             std::string_view name,
                             const std::string& expected) {
  const Json& value = member(object, name);
  if (!value.is_string() || value.text().empty() || value.text().size() > 60) {
    note(pointer, value, expected);
    return {};
  }
  return value.text();
}

bool JsonReader::one_of(const std::string& pointer, const Json& object,
                        std::string_view name, std::string_view first,
                        std::string_view second) {
  const Json& value = member(object, name);
  if (value.is_string()) {
    const auto& word = value.text();
    if (word == first) return true;
    if (word == second) return false;
  }
  note(pointer, value,
       "\"" + std::string(first) + "\" or \"" + std::string(second) + "\"");
  return true;
}

std::vector<std::string> JsonReader::texts(const std::string& pointer,
                                           const Json& object,
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
    list.push_back(value[i].text());
  }
  return list;
}

Day JsonReader::valid_from(const std::string& pointer, const Json& object) {
  const std::string from = text(pointer + "/valid_from", object, "valid_from",
                                "a day such as 2026-11-20");
  if (const auto day = read_day(from)) return *day;
  note(pointer + "/valid_from", member(object, "valid_from"),
       "a day such as 2026-11-20");
  return {};
}

std::string JsonReader::source(const std::string& pointer, const Json& object) {
  const Json& value = member(object, "source");
  if (value.is_string()) return value.text();
  note(pointer + "/source", value, "where the figure comes from");
  return {};
}

}  // namespace parcelwise
