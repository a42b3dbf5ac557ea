// Tests what a message shows of a long or broken text.
#include "text/shortened.h"

#include <gtest/gtest.h>

#include "text/encoding.h"

namespace parcelwise {
namespace {

TEST(Shortened, cuts_between_characters) {
  const struct {
    const char* name;
    std::string text;
    std::size_t most;
    std::string shown;
  } rows[] = {
      {"short", "abc", 80, "abc"},
      {"as long as may be", "abcde", 5, "abcde"},
      {"one longer", "abcdef", 5, "ab..."},
      {"a character at the cut", "a\xE6\x9D\xB1zzz", 6, "a..."},
      {"a character before the cut", "\xE6\x9D\xB1zzzz", 6, "\xE6\x9D\xB1..."},
      {"broken", "a\xFFz", 80, "a\xEF\xBF\xBDz"},
      {"broken and longer when shown", "\xFF\xFF\xFF", 5, "..."},
      {"nothing", "", 80, ""},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(shortened(row.text, row.most), row.shown) << row.name;
  }
}

TEST(Shortened, is_whole_text_of_so_many_bytes_whatever_the_bytes) {
  std::string text;
  unsigned state = 1;
  for (int i = 0; i < 2'000; ++i) {
    state = state * 1'664'525u + 1'013'904'223u;
    text += static_cast<char>(state >> 24);
    if (text.size() > 120) text.erase(0, 60);
    for (const std::size_t most : {3u, 7u, 80u}) {
      const std::string shown = shortened(text, most);
      EXPECT_LE(shown.size(), most);
      EXPECT_TRUE(is_valid_utf8(shown));
    }
  }
}

}  // namespace
}  // namespace parcelwise
