// Tests core/text/trim.cc.
#include "text/trim.h"

#include <gtest/gtest.h>

namespace parcelwise {
namespace {

TEST(Trim, takes_what_stands_around_a_text_and_nothing_of_it) {
  struct Row {
    const char* name;
    std::string_view text, trimmed, cell;
  };
  const Row rows[] = {
      {"nothing", "", "", ""},
      {"blanks alone", " \t\r\n\xC2\xA0\xE3\x80\x80", "", ""},
      {"each of them, before and behind",
       "\xE3\x80\x80 \xC2\xA0\ta\r\n\xC2\xA0\xE3\x80\x80", "a", "a"},
      {"within", "a \xE3\x80\x80 b", "a \xE3\x80\x80 b", "a \xE3\x80\x80 b"},
      {"a character that ends like a blank", "\xC3\xA0", "\xC3\xA0",
       "\xC3\xA0"},
      {"digits as text", " =\"0312\" ", "=\"0312\"", "0312"},
      {"digits as text, blanks within", "=\" 0312\xE3\x80\x80\"",
       "=\" 0312\xE3\x80\x80\"", "0312"},
      {"an empty text", "=\"\"", "=\"\"", ""},
      {"not closed", "=\"0312", "=\"0312", "=\"0312"},
      {"one quote", "=\"", "=\"", "=\""},
      {"a formula", "=A1", "=A1", "=A1"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(trimmed(row.text), row.trimmed) << row.name;
    EXPECT_EQ(trimmed_cell(row.text), row.cell) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
