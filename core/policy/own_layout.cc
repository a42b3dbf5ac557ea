// Reads a layout strictly: a seller's own is written by hand or by a form.
#include "policy/own_layout.h"

#include <algorithm>
#include <set>

#include "files/json_reader.h"
#include "files/open_json.h"
#include "text/ascii.h"
#include "text/windows_1252.h"

namespace parcelwise {
namespace {

constexpr std::string_view kValues[] = {"order-id",
                                        "key",
                                        "name",
                                        "name-2",
                                        "first-name",
                                        "last-name",
                                        "address-1",
                                        "address-2",
                                        "address-3",
                                        "address-4",
                                        "street",
                                        "house-number",
                                        "address-other",
                                        "city",
                                        "state",
                                        "postal-code",
                                        "country",
                                        "phone",
                                        "phone-digits",
                                        "phone-extension",
                                        "email",
                                        "skus",
                                        "goods",
                                        "units",
                                        "sender-name",
                                        "sender-phone",
                                        "sender-postal-code",
                                        "sender-address",
                                        "sender-building"};
constexpr std::string_view kIds[] = {"ups-batch",
                                     "royal-mail-click-and-drop",
                                     "evri",
                                     "evri-18",
                                     "mypost-business",
                                     "internetmarke",
                                     "brt-easysped",
                                     "pirate-ship",
                                     "eparcel"};
constexpr std::size_t kMostColumns = 200;
constexpr std::size_t kMostChoices = 200;
constexpr std::size_t kLongestText = 100;
constexpr std::size_t kLongestSource = 500;
constexpr std::size_t kLongestId = 40;

// The least room for what names an order.
constexpr std::pair<std::string_view, std::size_t> kOrderRoom[] = {
    {"order-id", 19}, {"key", 15}};

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kLongestId &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

class LayoutReader : private JsonReader {
 public:
  tl::expected<OwnLayout, JsonComplaint> read(const Json& json) {
    if (!json.is_object())
      return tl::unexpected(describe("", json, "an object of a layout"));
    known_members(
        "", json,
        {"layout", "id", "name", "source", "mark", "as_of", "encoding",
         "delimiter", "header", "quotes", "numbers", "most_rows", "most_digits",
         "country", "countries", "second_row", "first_row", "columns"});
    if (!whole_number(member(json, "layout"), 1, 1))
      note("/layout", member(json, "layout"), "1");
    layout_.id = member(json, "id").text();
    if (!is_id(layout_.id))
      note("/id", member(json, "id"), "a name of 1 to 40 of a-z, 0-9 and -");
    // Before all texts, which are held to both.
    read_encoding(member(json, "encoding"));
    layout_.quotes = flag("/quotes", member(json, "quotes"), true);
    read_delimiter(member(json, "delimiter"));
    layout_.name = plain("/name", member(json, "name"), kLongestText);
    for (const char* const told : {"source", "mark", "as_of"})
      plain(pointer_step(told), member(json, told), kLongestSource);
    layout_.header = flag("/header", member(json, "header"), true);
    layout_.numbers = flag("/numbers", member(json, "numbers"), true);
    layout_.most_rows = count("/most_rows", member(json, "most_rows"), 1,
                              30'000, layout_.most_rows);
    layout_.most_digits =
        count("/most_digits", member(json, "most_digits"), 1, 1'000, 0);
    layout_.country_letters =
        count("/country", member(json, "country"), 2, 3, 2);
    layout_.countries = list("/countries", member(json, "countries"));
    for (std::size_t i = 0; i < layout_.countries.size(); ++i) {
      if (layout_.countries[i].size() != 2)
        note("/countries/" + std::to_string(i), member(json, "countries")[i],
             "a country by two letters");
    }
    read_columns("/first_row", member(json, "first_row"), layout_.first_row,
                 false);
    read_columns("/columns", member(json, "columns"), layout_.columns, true);
    layout_.second_row = list("/second_row", member(json, "second_row"));
    for (std::size_t i = 0; i < layout_.second_row.size(); ++i)
      writable("/second_row/" + std::to_string(i),
               member(json, "second_row")[i], layout_.second_row[i]);
    same_count("/second_row", member(json, "second_row"),
               layout_.second_row.size());
    same_count("/first_row", member(json, "first_row"),
               layout_.first_row.size());
    hold_together(member(json, "columns"));
    if (complaint_) return tl::unexpected(std::move(*complaint_));
    return std::move(layout_);
  }

 private:
  // "" where there is none.
  std::string plain(const std::string& pointer, const Json& json,
                    std::size_t most) {
    if (json.is_null()) return {};
    const std::string_view text = json.text();
    const bool breaks = std::any_of(text.begin(), text.end(), [](char c) {
      return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    if (!json.is_string() || text.size() > most || breaks) {
      note(pointer, json,
           "a text of at most " + std::to_string(most) + " bytes on one line");
      return {};
    }
    return std::string(text);
  }

  // What is to stand in the file as it is.
  void writable(const std::string& pointer, const Json& json,
                std::string_view text) {
    if (!layout_.encoded(text, nullptr))
      return note(pointer, json, "characters that the encoding has");
    const char marks[] = {layout_.delimiter, '"', '\0'};
    if (!layout_.quotes && text.find_first_of(marks) != std::string_view::npos)
      note(pointer, json, "neither the delimiter nor quotes");
  }

  bool flag(const std::string& pointer, const Json& json, bool otherwise) {
    if (json.is_null()) return otherwise;
    if (!json.is_boolean()) note(pointer, json, "true or false");
    return json.is_true();
  }

  std::size_t count(const std::string& pointer, const Json& json,
                    std::int64_t least, std::int64_t most,
                    std::size_t otherwise) {
    if (json.is_null()) return otherwise;
    const auto number = whole_number(json, least, most);
    if (!number)
      note(pointer, json,
           std::to_string(least) + " to " + std::to_string(most));
    return static_cast<std::size_t>(number.value_or(least));
  }

  std::vector<std::string> list(const std::string& pointer, const Json& json) {
    std::vector<std::string> texts;
    if (json.is_null()) return texts;
    if (!json.is_array() || json.empty() || json.size() > kMostColumns) {
      note(pointer, json, "a list of 1 to 200 texts");
      return texts;
    }
    for (std::size_t i = 0; i < json.size(); ++i) {
      const std::string place = pointer + "/" + std::to_string(i);
      if (!json[i].is_string()) note(place, json[i], "a text");
      texts.push_back(plain(place, json[i], kLongestText));
    }
    return texts;
  }

  void read_encoding(const Json& json) {
    const std::string_view name = json.text();
    if (json.is_null() || name == "utf-8") return;
    if (name == "utf-8-bom") {
      layout_.byte_order_mark = true;
    } else if (name == "windows-1252") {
      layout_.encoding = Encoding::kWindows1252;
    } else if (name == "cp932") {
      layout_.encoding = Encoding::kCp932;
    } else {
      note("/encoding", json, "utf-8, utf-8-bom, windows-1252 or cp932");
    }
  }

  void read_delimiter(const Json& json) {
    const std::string_view mark = json.text();
    if (json.is_null()) return;
    if (mark == "tab") {
      layout_.delimiter = '\t';
    } else if (mark == "," || mark == ";" || mark == "|") {
      layout_.delimiter = mark[0];
    } else {
      note("/delimiter", json, "\",\", \";\", \"|\" or \"tab\"");
    }
  }

  void read_columns(const std::string& pointer, const Json& json,
                    std::vector<OwnColumn>& columns, bool of_orders) {
    if (json.is_null() && !of_orders) return;
    if (!json.is_array() || json.empty() || json.size() > kMostColumns)
      return note(pointer, json, "a list of 1 to 200 columns");
    std::set<std::string> names;
    for (std::size_t i = 0; i < json.size(); ++i) {
      const std::string place = pointer + "/" + std::to_string(i);
      columns.push_back(read_column(place, json[i]));
      const OwnColumn& column = columns.back();
      if (!column.name.empty() &&
          !names.insert(lower_ascii(column.name)).second)
        note(place + "/name", member(json[i], "name"),
             "a name that no other column has");
      if (!of_orders && !column.from.empty() &&
          !column.from.starts_with("sender-"))
        note(place + "/from", member(json[i], "from"),
             "what is the sender's, in a row before the orders");
    }
  }

  OwnColumn read_column(const std::string& place, const Json& json) {
    OwnColumn column;
    if (!json.is_object()) {
      note(place, json, "an object of a column");
      return column;
    }
    known_members(place, json,
                  {"name", "from", "setting", "text", "most", "unit", "must",
                   "decimals", "one_of", "codes"});
    const auto text = [&](const char* name) {
      const std::string pointer = place + pointer_step(name);
      std::string told = plain(pointer, member(json, name), kLongestText);
      writable(pointer, member(json, name), told);
      return told;
    };
    column.name = text("name");
    column.from = text("from");
    column.setting = text("setting");
    column.text = text("text");
    if (!column.from.empty() &&
        std::find(std::begin(kValues), std::end(kValues), column.from) ==
            std::end(kValues)) {
      std::string expected = "one of";
      for (const std::string_view value : kValues)
        expected += " " + std::string(value);
      note(place + "/from", member(json, "from"), std::move(expected));
    }
    if (!column.from.empty() && !column.setting.empty())
      note(place + "/setting", member(json, "setting"),
           "either \"from\" or \"setting\"");
    column.most = count(place + "/most", member(json, "most"), 1, 1'000, 0);
    const Json& unit = member(json, "unit");
    column.bytes = unit.text() == "bytes";
    if (!unit.is_null() && !column.bytes && unit.text() != "characters")
      note(place + "/unit", unit, "characters or bytes");
    if (column.bytes && layout_.encoding == Encoding::kUtf8)
      note(place + "/unit", unit, "characters, in UTF-8");
    column.must = flag(place + "/must", member(json, "must"), false);
    if (const auto bytes = layout_.encoded(column.text, nullptr);
        bytes && column.is_over(column.text, *bytes))
      note(place + "/text", member(json, "text"), "no more than \"most\"");
    for (const auto& [value, room] : kOrderRoom) {
      if (column.from == value && column.most > 0 && column.most < room)
        note(
            place + "/most", member(json, "most"),
            std::to_string(room) + " or more, for " + std::string(value) +
                (value == "key" ? "" : ", or \"from\": \"key\", which has 15"));
    }
    const Json& decimals = member(json, "decimals");
    column.decimals =
        count(place + "/decimals", decimals, 0, 3, OwnColumn::kAnyText);
    if (!decimals.is_null() && column.setting.empty())
      note(place + "/decimals", decimals, "a \"setting\" beside it");
    column.one_of = list(place + "/one_of", member(json, "one_of"));
    if (!column.one_of.empty() && column.setting.empty())
      note(place + "/one_of", member(json, "one_of"),
           "a \"setting\" beside it");
    read_codes(place + "/codes", member(json, "codes"), column);
    return column;
  }

  void read_codes(const std::string& place, const Json& json,
                  OwnColumn& column) {
    if (json.is_null()) return;
    if (!json.is_object() || json.empty() || json.size() > kMostChoices)
      return note(place, json, "an object of 1 to 200 words and codes");
    for (const auto& [word, code] : json.items()) {
      const std::string pointer = place + pointer_step(word);
      if (!code.is_string()) note(pointer, code, "a text");
      std::string text = plain(pointer, code, kLongestText);
      writable(pointer, code, text);
      column.codes.emplace_back(lower_ascii(word), std::move(text));
    }
  }

  void same_count(const std::string& pointer, const Json& json,
                  std::size_t cells) {
    if (!json.is_null() && cells != layout_.columns.size())
      note(pointer, json,
           "as many as \"columns\", " + std::to_string(layout_.columns.size()));
  }

  // Lines of one text begin with its first.
  void hold_together(const Json& json) {
    constexpr std::pair<std::string_view, std::string_view> kBefore[] = {
        {"address-2", "address-1"},
        {"address-3", "address-2"},
        {"address-4", "address-3"},
        {"name-2", "name"}};
    for (const auto& [value, before] : kBefore) {
      const auto has = [&](std::string_view wanted) {
        return std::find_if(
            layout_.columns.begin(), layout_.columns.end(),
            [&](const OwnColumn& column) { return column.from == wanted; });
      };
      const auto found = has(value);
      if (found == layout_.columns.end() ||
          has(before) != layout_.columns.end())
        continue;
      const auto at = static_cast<std::size_t>(found - layout_.columns.begin());
      note("/columns/" + std::to_string(at) + "/from", member(json[at], "from"),
           "a column for " + std::string(before) + " too");
    }
  }

  OwnLayout layout_;
};

}  // namespace

bool OwnColumn::is_over(std::string_view utf8, std::string_view encoded) const {
  if (most == 0) return false;
  if (bytes) return encoded.size() > most;
  return std::count_if(utf8.begin(), utf8.end(), [](char c) {
           return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
         }) > static_cast<std::ptrdiff_t>(most);
}

bool OwnColumn::takes_number(std::string_view cell) const {
  if (decimals == kAnyText) return true;
  const std::size_t point = cell.find_first_not_of("0123456789");
  if (point == std::string_view::npos) return !cell.empty();
  const std::string_view behind = cell.substr(point + 1);
  return point > 0 && cell[point] == '.' && !behind.empty() &&
         behind.size() <= decimals &&
         behind.find_first_not_of("0123456789") == std::string_view::npos;
}

bool OwnLayout::names_order() const {
  return std::any_of(columns.begin(), columns.end(),
                     [](const OwnColumn& column) {
                       return column.from == "order-id" || column.from == "key";
                     });
}

std::optional<std::string> OwnLayout::encoded(std::string_view utf8,
                                              std::size_t* where) const {
  if (encoding == Encoding::kWindows1252) return to_windows_1252(utf8, where);
  if (encoding == Encoding::kCp932) return to_cp932(utf8, where);
  return std::string(utf8);
}

tl::expected<OwnLayout, JsonComplaint> OwnLayout::read(std::string_view text) {
  const auto json = open_json(text);
  if (!json) return tl::unexpected(complaint_of(json.error()));
  return LayoutReader().read(*json);
}

std::optional<OwnLayout> OwnLayout::of(std::string_view id) {
  if (std::find(std::begin(kIds), std::end(kIds), id) == std::end(kIds))
    return std::nullopt;
  auto layout = LayoutReader().read(
      embedded_json("carriers/layouts/" + std::string(id) + ".json"));
  if (!layout) return std::nullopt;
  return std::move(*layout);
}

std::span<const std::string_view> OwnLayout::ids() { return kIds; }

}  // namespace parcelwise
