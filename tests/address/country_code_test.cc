// Tests core/address/country_code.cc.
#include "address/country_code.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace parcelwise {
namespace {

TEST(CountryCode, gives_three_letters_for_two) {
  struct Row {
    const char *two, *three;
  };
  const Row rows[] = {{"AD", "AND"}, {"AT", "AUT"}, {"AU", "AUS"},
                      {"CH", "CHE"}, {"DE", "DEU"}, {"GB", "GBR"},
                      {"IT", "ITA"}, {"JP", "JPN"}, {"US", "USA"},
                      {"ZW", "ZWE"}, {"UK", ""},    {"de", ""},
                      {"DEU", ""},   {"", ""},      {"NA", "NAM"}};
  for (const Row& row : rows)
    EXPECT_EQ(three_letters(row.two), row.three) << row.two;
}

TEST(CountryCode, is_two_capital_letters) {
  struct Row {
    const char *told, *code;
  };
  const Row rows[] = {{"DE", "DE"},    {"de", "DE"}, {"UK", "GB"},
                      {"uk", "GB"},    {"GB", "GB"}, {"", ""},
                      {"Italia", ""},  {"D1", ""},   {"ITA", ""},
                      {"\xC3\xA9", ""}};
  for (const Row& row : rows) {
    std::string to = "x";
    EXPECT_EQ(append_country_code(row.told, to), *row.code != '\0') << row.told;
    EXPECT_EQ(to, std::string("x") + row.code) << row.told;
  }
}

TEST(CountryCode, has_249_and_none_twice) {
  std::set<std::string> codes;
  int found = 0;
  for (char a = 'A'; a <= 'Z'; ++a) {
    for (char b = 'A'; b <= 'Z'; ++b) {
      const auto three = three_letters(std::string{a, b});
      if (three.empty()) continue;
      ++found;
      EXPECT_TRUE(codes.emplace(three).second) << three;
    }
  }
  EXPECT_EQ(found, 249);
}

}  // namespace
}  // namespace parcelwise
