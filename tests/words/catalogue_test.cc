// Tests core/words/catalogue.cc.
#include "words/catalogue.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "test_json.h"

namespace parcelwise {
namespace {

constexpr Language kLanguages[] = {Language::kEnglish, Language::kJapanese,
                                   Language::kItalian};

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::set<std::string> keys_of(Language language) {
  std::set<std::string> keys;
  for (const auto& [key, text] : Catalogue::of(language).all())
    keys.insert(key);
  return keys;
}

// A file's texts under their paths, in its order.
using FileTexts = std::vector<std::pair<std::string, std::string>>;
void add_texts(const std::string& path, const TestJson& json,
               FileTexts& texts) {
  if (json.is_string()) {
    texts.emplace_back(path, json.get<std::string>());
    return;
  }
  std::size_t place = 0;
  for (auto member = json.begin(); member != json.end(); ++member, ++place) {
    add_texts((path.empty() ? path : path + "/") +
                  (json.is_object() ? member.key() : std::to_string(place)),
              *member, texts);
  }
}

FileTexts texts_of(Language language, const std::string& name) {
  std::ifstream file(std::string(PARCELWISE_TESTS_FOLDER) + "/../data/texts/" +
                     std::string(language_name(language)) + name);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  FileTexts texts;
  add_texts("", test_json(text), texts);
  return texts;
}

// Only the texts of a language are carried, in the order of the English ones.
TEST(Catalogue, says_what_the_files_say_in_the_order_of_the_english) {
  for (const char* const name :
       {"/rules.json", "/answers.json", "/command.json"}) {
    const FileTexts english = texts_of(Language::kEnglish, name);
    ASSERT_GT(english.size(), 50u) << name;
    for (const Language language : kLanguages) {
      const FileTexts own = texts_of(language, name);
      ASSERT_EQ(own.size(), english.size()) << name;
      for (std::size_t i = 0; i < own.size(); ++i) {
        EXPECT_EQ(own[i].first, english[i].first) << name;
        EXPECT_EQ(Catalogue::of(language).text(own[i].first), own[i].second)
            << name << " " << own[i].first;
      }
    }
  }
}

// The names between braces; a brace without its other one is named as "{" or
// "}", so that it is found as a difference.
std::set<std::string> fields_of(std::string_view text) {
  std::set<std::string> fields;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '}') fields.insert("}");
    if (text[at] != '{') continue;
    const std::size_t close = text.find_first_of("{}", at + 1);
    if (close == std::string_view::npos || text[close] == '{') {
      fields.insert("{");
      continue;
    }
    fields.emplace(text.substr(at + 1, close - at - 1));
    at = close;
  }
  return fields;
}

// Whether any character is kana or kanji: U+3041..U+30FF, U+4E00..U+9FFF, all
// of them three bytes long in UTF-8.
bool has_japanese(std::string_view text) {
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const auto byte = [&](std::size_t i) {
      return static_cast<unsigned>(static_cast<unsigned char>(text[at + i]));
    };
    if ((byte(0) & 0xF0U) != 0xE0U) continue;
    const unsigned code =
        (byte(0) & 0x0FU) << 12 | (byte(1) & 0x3FU) << 6 | (byte(2) & 0x3FU);
    if (code >= 0x3041 && code <= 0x30FF) return true;
    if (code >= 0x4E00 && code <= 0x9FFF) return true;
  }
  return false;
}

TEST(Catalogue, NamesLanguages) {
  for (const Language language : kLanguages) {
    EXPECT_EQ(language_from_name(language_name(language)), language);
  }
  EXPECT_EQ(language_name(Language::kEnglish), "en");
  EXPECT_EQ(language_name(Language::kJapanese), "ja");
  EXPECT_EQ(language_name(Language::kItalian), "it");
  for (const std::string_view name : {"", "JA", "de", "en-US"}) {
    EXPECT_EQ(language_from_name(name), std::nullopt) << name;
  }
}

TEST(Catalogue, HasTheSameKeysInEveryLanguage) {
  const std::set<std::string> english = keys_of(Language::kEnglish);
  EXPECT_GT(english.size(), 100U);
  EXPECT_EQ(keys_of(Language::kJapanese), english);
  EXPECT_EQ(keys_of(Language::kItalian), english);
}

TEST(Catalogue, HasNoTextThatIsEmptyOrItsOwnKey) {
  for (const Language language : kLanguages) {
    for (const auto& [key, text] : Catalogue::of(language).all()) {
      SCOPED_TRACE(std::string(language_name(language)) + " " + key);
      ASSERT_FALSE(text.empty());
      EXPECT_NE(text, key);
      EXPECT_NE(text.front(), ' ');
      EXPECT_NE(text.back(), ' ');
    }
  }
}

TEST(Catalogue, HasTheSameFieldsInEveryLanguage) {
  const Catalogue& english = Catalogue::of(Language::kEnglish);
  for (const auto& [key, text] : english.all()) {
    const std::set<std::string> fields = fields_of(text);
    for (const std::string_view no_name : {"", "{", "}"}) {
      EXPECT_EQ(fields.count(std::string(no_name)), 0U) << key;
    }
    for (const Language language : {Language::kJapanese, Language::kItalian}) {
      EXPECT_EQ(fields_of(Catalogue::of(language).text(key)), fields)
          << language_name(language) << " " << key;
    }
  }
}

TEST(Catalogue, IsJapaneseInJapanese) {
  const Catalogue& english = Catalogue::of(Language::kEnglish);
  for (const auto& [key, text] : Catalogue::of(Language::kJapanese).all()) {
    EXPECT_NE(text, english.text(key)) << key;
    if (starts_with(key, "date/months/")) continue;  // "1" to "12"
    EXPECT_TRUE(has_japanese(text)) << key << ": " << text;
  }
}

TEST(Catalogue, IsTranslatedIntoItalian) {
  const Catalogue& english = Catalogue::of(Language::kEnglish);
  for (const auto& [key, text] : Catalogue::of(Language::kItalian).all()) {
    // A carrier's field, menu or state is told as its own program calls it too.
    if (!starts_with(key, "handoff/settings/") &&
        !starts_with(key, "tracking/")) {
      EXPECT_FALSE(has_japanese(text)) << key;
    }
    if (key == "date/pattern") continue;  // the same order of the same fields
    if (key == "answers/asks/no") continue;  // the same word
    EXPECT_NE(text, english.text(key)) << key;
  }
}

TEST(Catalogue, QuotesAsEachLanguageDoes) {
  struct Row {
    Language language;
    std::string_view foreign[5];
  };
  const Row rows[] = {{Language::kEnglish, {"「", "」", "«", "»", "\""}},
                      {Language::kJapanese, {"“", "”", "«", "»", "\""}},
                      {Language::kItalian, {"“", "”", "「", "」", "\""}}};
  for (const Row& row : rows) {
    for (const auto& [key, text] : Catalogue::of(row.language).all()) {
      for (const std::string_view quote : row.foreign) {
        EXPECT_FALSE(contains(text, quote))
            << language_name(row.language) << " " << key << ": " << quote;
      }
    }
  }
}

// The page shows these texts as they are: no markup, nothing to click.
TEST(Catalogue, HasNoMarkupAndNoAddress) {
  for (const Language language : kLanguages) {
    for (const auto& [key, text] : Catalogue::of(language).all()) {
      for (const std::string_view part : {"<", "&amp;", "://", "www."}) {
        EXPECT_FALSE(contains(text, part))
            << language_name(language) << " " << key << ": " << part;
      }
      // Only a message to a buyer has lines of its own.
      const bool has_lines =
          contains(key, "/message/") || starts_with(key, "answers/frame/");
      for (const char c : text) {
        EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20U ||
                    (has_lines && c == '\n'))
            << key;
      }
    }
  }
}

TEST(Catalogue, GivesEveryRuleItsWords) {
  std::size_t titles = 0;
  for (const Language language : kLanguages) {
    const Catalogue& words = Catalogue::of(language);
    for (const auto& [key, text] : words.all()) {
      if (!starts_with(key, "rules/")) continue;
      const std::string rule = key.substr(0, key.find('/', 6));
      EXPECT_TRUE(words.has(rule + "/name")) << rule;
      EXPECT_TRUE(words.has(rule + "/source")) << rule;
      if (!key.ends_with("/title")) continue;
      const std::string variant = key.substr(0, key.rfind('/'));
      EXPECT_FALSE(words.list(variant + "/steps").empty()) << variant;
      ++titles;
    }
  }
  EXPECT_GT(titles, 3U * 17U);
}

TEST(Catalogue, ListsInOrder) {
  struct Row {
    Language language;
    std::string_view monday, sunday, january, october, december;
  };
  const Row rows[] = {{Language::kEnglish, "Mon", "Sun", "Jan", "Oct", "Dec"},
                      {Language::kJapanese, "月", "日", "1", "10", "12"},
                      {Language::kItalian, "lun", "dom", "gen", "ott", "dic"}};
  for (const Row& row : rows) {
    SCOPED_TRACE(language_name(row.language));
    const auto weekdays = Catalogue::of(row.language).list("date/weekdays");
    const auto months = Catalogue::of(row.language).list("date/months");
    ASSERT_EQ(weekdays.size(), 7U);
    ASSERT_EQ(months.size(), 12U);
    EXPECT_EQ(weekdays.front(), row.monday);
    EXPECT_EQ(weekdays.back(), row.sunday);
    EXPECT_EQ(months.front(), row.january);
    EXPECT_EQ(months[9], row.october);
    EXPECT_EQ(months.back(), row.december);
  }
}

TEST(Catalogue, GivesAnUnknownPathBack) {
  const Catalogue& words = Catalogue::of(Language::kEnglish);
  for (const std::string_view path :
       {"", "rules", "rules/ship", "rules/ship/plain/steps",
        "rules/ship/plain/steps/2", "no/such"}) {
    EXPECT_FALSE(words.has(path)) << path;
    EXPECT_EQ(words.text(path), path);
  }
  EXPECT_TRUE(words.list("rules/ship/plain/title").empty());
  EXPECT_TRUE(words.list("no/such").empty());
}

TEST(Catalogue, WritesADateAsEachLanguageDoes) {
  struct Row {
    Language language;
    std::string_view date;
  };
  const Row rows[] = {{Language::kEnglish, "Fri 20 Nov 23:59"},
                      {Language::kJapanese, "11月20日(金) 23:59"},
                      {Language::kItalian, "ven 20 nov 23:59"}};
  for (const Row& row : rows) {
    const Catalogue& words = Catalogue::of(row.language);
    EXPECT_EQ(fill(words.text("date/pattern"),
                   {{"weekday", std::string(words.text("date/weekdays/4"))},
                    {"day", "20"},
                    {"month", std::string(words.text("date/months/10"))},
                    {"time", "23:59"}}),
              row.date);
  }
}

TEST(Fill, PutsValuesIn) {
  struct Row {
    const char* name;
    std::string_view text;
    std::string_view filled;
  };
  const Row rows[] = {
      {"no text", "", ""},
      {"no field", "Ship it.", "Ship it."},
      {"one field", "Ship by {due}", "Ship by Fri"},
      {"field alone", "{due}", "Fri"},
      {"fields side by side", "{due}{count}", "Fri3"},
      {"a field twice", "{count} of {count}", "3 of 3"},
      {"an empty value", "[{none}]", "[]"},
      {"an unknown field", "{po} by {due}", "{po} by Fri"},
      {"a nameless field", "{} by {due}", "{} by Fri"},
      {"a name with a space", "{ due }", "{ due }"},
      {"another case", "{Due}", "{Due}"},
      {"a value with braces is not filled again", "{braces}", "{due}"},
      {"beside kanji", "{due}までに{count}件", "Friまでに3件"},
      {"an open brace at the end", "{due} {", "Fri {"},
      {"an open brace never closed", "{due} {count", "Fri {count"},
      {"a closing brace alone", "} {due}", "} Fri"},
      {"two open braces", "{{due}}", "{{due}}"},
      {"only braces", "}{", "}{"},
  };
  const Fields fields = {
      {"due", "Fri"}, {"count", "3"}, {"none", ""}, {"braces", "{due}"}};
  for (const Row& row : rows) {
    EXPECT_EQ(fill(row.text, fields), row.filled) << row.name;
  }
  EXPECT_EQ(fill("Ship by {due}", {}), "Ship by {due}");
}

TEST(Catalogue, GivesWhatStandsBelowAPath) {
  for (const Language language : kLanguages) {
    const Catalogue& catalogue = Catalogue::of(language);
    std::size_t count = 0;
    for (const auto& [path, text] : catalogue.all()) {
      if (starts_with(path, "rules/ship/")) ++count;
    }
    ASSERT_GT(count, 0u);
    EXPECT_EQ(catalogue.below("rules/ship/").size(), count);
    for (const auto& [path, text] : catalogue.below("rules/ship/")) {
      EXPECT_TRUE(starts_with(path, "rules/ship/")) << path;
      EXPECT_EQ(catalogue.text(path), text);
    }
    EXPECT_TRUE(catalogue.below("rules/no-such-rule/").empty());
    EXPECT_FALSE(catalogue.has("rules/no-such-rule"));
  }
}

}  // namespace
}  // namespace parcelwise
