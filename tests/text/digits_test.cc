// Tests core/text/digits.h.
#include "text/digits.h"

#include <gtest/gtest.h>

#include <string>

namespace parcelwise {
namespace {

TEST(Digits, are_told_in_every_place_of_a_word) {
  for (std::size_t at = 0; at < 8; ++at) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string text = "20261120";
      text[at] = static_cast<char>(byte);
      EXPECT_EQ(are_digits(word_of(text.data())), byte >= '0' && byte <= '9')
          << at << " " << byte;
    }
  }
  EXPECT_EQ(number_of(word_of("20261120")), 20261120u);
  EXPECT_EQ(number_of(word_of("00000000")), 0u);
  EXPECT_EQ(number_of(word_of("99999999")), 99999999u);
}

TEST(Digits, are_told_in_every_place_of_a_text) {
  EXPECT_FALSE(all_digits(""));
  for (std::size_t length = 1; length <= 20; ++length) {
    const std::string digits(length, '7');
    EXPECT_TRUE(all_digits(digits)) << length;
    for (std::size_t at = 0; at < length; ++at) {
      for (const char c : {'/', ':', '-', '\0', '\xB7'}) {
        std::string text = digits;
        text[at] = c;
        EXPECT_FALSE(all_digits(text)) << length << " " << at;
      }
    }
  }
}

TEST(Digits, make_a_postal_code_of_japan_in_one_form) {
  EXPECT_TRUE(is_japanese_postal_code("260-7752"));
  for (const char* const text :
       {"", "2607752", "260-775", "260-77521", "260 7752", "26007752",
        "2a0-7752", "260-775x", "-60-7752", "260--752"}) {
    EXPECT_FALSE(is_japanese_postal_code(text)) << text;
  }
}

}  // namespace
}  // namespace parcelwise
