// Tests core/text/steering.cc.
#include "text/steering.h"

#include <gtest/gtest.h>

namespace parcelwise {
namespace {

using namespace std::string_view_literals;

TEST(Steering, IsMarkedOrDroppedAndNothingElseIs) {
  struct Row {
    const char* name;
    std::string_view text, marked, dropped;
  };
  const Row kRows[] = {
      {"nothing", "", "", ""},
      {"a name", "Müller 山田 太郎", "Müller 山田 太郎", "Müller 山田 太郎"},
      {"tab and row ends are quoted by whoever writes", "a\t\r\nb", "a\t\r\nb",
       "a\t\r\nb"},
      {"NUL", "a\0b"sv, "a[U+0000]b", "ab"},
      {"the last control", "\x1F", "[U+001F]", ""},
      {"a space", " ", " ", " "},
      {"an escape", "\x1B[31m", "[U+001B][31m", "[31m"},
      {"the last of ASCII's letters", "~", "~", "~"},
      {"DEL", "\x7F", "[U+007F]", ""},
      {"a C1 control", "\u0085", "[U+0085]", ""},
      {"the last of them", "\u009F", "[U+009F]", ""},
      {"a no-break space", "\u00A0", "\u00A0", "\u00A0"},
      {"a soft hyphen", "a\u00ADb", "a[U+00AD]b", "ab"},
      {"the sign beside it", "\u00AE", "\u00AE", "\u00AE"},
      {"an Arabic letter mark", "\u061C", "[U+061C]", ""},
      {"a vowel separator", "\u180E", "[U+180E]", ""},
      {"a space of a width", "\u200A", "\u200A", "\u200A"},
      {"one of none", "a\u200Bb", "a[U+200B]b", "ab"},
      {"a joiner that joins nothing", "a\u200Db", "a[U+200D]b", "ab"},
      {"a joiner at the start", "\u200Cb", "[U+200C]b", "b"},
      {"a joiner between kanji", "\u5C71\u200D\u7530", "\u5C71[U+200D]\u7530",
       "\u5C71\u7530"},
      {"a family", "\U0001F469\u200D\U0001F467", "\U0001F469\u200D\U0001F467",
       "\U0001F469\u200D\U0001F467"},
      {"a heart's selector", "\u2764\uFE0F\u200D\U0001F525",
       "\u2764\uFE0F\u200D\U0001F525", "\u2764\uFE0F\u200D\U0001F525"},
      {"Persian", "\u06CC\u200C\u062E", "\u06CC\u200C\u062E",
       "\u06CC\u200C\u062E"},
      {"two joiners", "\u0915\u200D\u200D", "\u0915\u200D[U+200D]",
       "\u0915\u200D"},
      {"left to right", "\u200E1\u200F", "[U+200E]1[U+200F]", "1"},
      {"a hyphen", "\u2010", "\u2010", "\u2010"},
      {"a dash and quotes", "\u2027\u202F", "\u2027\u202F", "\u2027\u202F"},
      {"a line of Unicode's", "\u2028", "[U+2028]", ""},
      {"written backwards", "annex\u202Etxt", "annex[U+202E]txt", "annextxt"},
      {"a space of mathematics", "\u205F", "\u205F", "\u205F"},
      {"a word joiner", "\u2060", "[U+2060]", ""},
      {"isolates", "\u2066a\u2069", "[U+2066]a[U+2069]", "a"},
      {"the last of them", "\u206F", "[U+206F]", ""},
      {"a superscript", "\u2070", "\u2070", "\u2070"},
      {"a mark of byte order", "\uFEFF", "[U+FEFF]", ""},
      {"an annotation", "\uFFF9\uFFFB", "[U+FFF9][U+FFFB]", ""},
      {"the replacement", "\uFFFD", "\uFFFD", "\uFFFD"},
      {"a tag", "\U000E0041", "[U+E0041]", ""},
      {"the form of a kanji", "\u845B\U000E0100", "\u845B\U000E0100",
       "\u845B\U000E0100"},
      {"no UTF-8", "a\xFF\xE2\x80", "a\xFF\xE2\x80", "a\xFF\xE2\x80"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(steering_marked(row.text), row.marked) << row.name;
    EXPECT_EQ(steering_dropped(row.text), row.dropped) << row.name;
    EXPECT_EQ(has_steering(row.text), row.marked != row.text) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
