// Tests core/text/windows_1252.cc.
#include "text/windows_1252.h"

#include <gtest/gtest.h>

#include "text/encoding.h"

namespace parcelwise {
namespace {

TEST(Windows1252, is_the_way_back_of_every_byte_that_has_a_character) {
  std::string bytes;
  for (int b = 1; b < 256; ++b) {
    if (b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D) continue;
    bytes += static_cast<char>(b);
  }
  std::string utf8;
  ASSERT_TRUE(append_utf8(bytes, Encoding::kWindows1252, utf8));
  EXPECT_EQ(to_windows_1252(utf8, nullptr), bytes);
}

TEST(Windows1252, says_where_a_character_has_none) {
  struct Row {
    const char* text;
    std::size_t where;
  };
  const Row rows[] = {
      {"1ł", 1},    {"東京", 0}, {"é\xC2\x81", 2}, {"ab\xF0\x9F\x99\x82", 2},
      {"a\xFF", 1},
  };
  for (const Row& row : rows) {
    std::size_t where = 99;
    EXPECT_FALSE(to_windows_1252(row.text, &where).has_value()) << row.text;
    EXPECT_EQ(where, row.where) << row.text;
  }
  EXPECT_EQ(to_windows_1252("", nullptr), "");
  EXPECT_EQ(to_windows_1252("Zoë €", nullptr), "Zo\xEB \x80");
}

}  // namespace
}  // namespace parcelwise
