// Tests core/handoff/recipient.cc.
#include "handoff/recipient.h"

#include <gtest/gtest.h>

namespace parcelwise {
namespace {

TEST(LabelName, is_the_name_without_what_hangs_on_it) {
  struct Row {
    const char* reported;
    const char* name;
    const char* honorific;
  };
  const Row rows[] = {
      {"田中 花子", "田中 花子", ""},
      {"　田中　花子 ", "田中　花子", ""},
      {"田中花子様", "田中花子", "様"},
      {"豊洲商事株式会社 御中", "豊洲商事株式会社", "御中"},
      {"田中 花子 (PO: 4711)", "田中 花子", ""},
      {"田中 花子 PO: 4711", "田中 花子", ""},
      {"田中 花子 PO: PO-4711", "田中 花子", ""},
      {"田中 花子（ＰＯ：４７１１）", "田中 花子", ""},
      {"田中 花子 様 (PO: 4711)", "田中 花子", "様"},
      {"田中 花子 (PO: 4711) 様", "田中 花子", "様"},
      {"Expo: 1", "Expo: 1", ""},
      {"PO Box 12", "PO Box 12", ""},
      {"田中 (PO: 4711", "田中 (PO: 4711", ""},
      {"PO: 4711", "PO: 4711", ""},
      {"様", "様", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    const LabelName label = label_name(row.reported);
    EXPECT_EQ(label.name, row.name) << row.reported;
    EXPECT_EQ(label.honorific, row.honorific) << row.reported;
  }
}

TEST(LabelPhone, is_digits_and_hyphens) {
  struct Row {
    const char* reported;
    const char* phone;  // nullptr: none
  };
  const Row rows[] = {
      {"03-1234-5678", "03-1234-5678"},
      {"0312345678", "0312345678"},
      {"09012345678", "09012345678"},
      {"０３－１２３４－５６７８", "03-1234-5678"},
      {"+81 90 1234 5678", "09012345678"},
      {"+81-3-1234-5678", "0312345678"},
      {"+81 (0)3 1234 5678", "0312345678"},
      {"(03)1234-5678", "0312345678"},
      {" 03-1234-5678 ", "0312345678"},
      {"031234567", nullptr},
      {"090123456789", nullptr},
      {"13-1234-5678", nullptr},
      {"+1 206 266 1000", nullptr},
      {"03-1234-5678 ext. 12345", nullptr},
      {"電話", nullptr},
      {"", nullptr},
  };
  for (const Row& row : rows) {
    const auto phone = label_phone(row.reported);
    ASSERT_EQ(phone.has_value(), row.phone != nullptr) << row.reported;
    EXPECT_EQ(phone.value_or(""), row.phone == nullptr ? "" : row.phone)
        << row.reported;
  }
}

TEST(HomePhone, is_dialled_at_home_and_begins_no_formula) {
  struct Row {
    const char* reported;
    const char* country;
    const char *text, *digits, *extension;
  };
  const Row rows[] = {
      {"+44 7700 900123", "GB", "07700 900123", "07700900123", ""},
      {"+447700900123", "GB", "07700900123", "07700900123", ""},
      {"+44 (0)7700 900123", "GB", "07700 900123", "07700900123", ""},
      {"07700 900123", "GB", "07700 900123", "07700900123", ""},
      {"+1 347-448-3190 ext. 34455", "US", "347-448-3190 ext. 34455",
       "3474483190", "34455"},
      {"+39 333 1234567", "IT", "333 1234567", "3331234567", ""},
      {"+39 06 1234567", "IT", "06 1234567", "061234567", ""},
      {"+61 412 345 678", "AU", "0412 345 678", "0412345678", ""},
      {"+49-30-123456", "DE", "030-123456", "030123456", ""},
      {"+39 333 1234567", "US", "+39 333 1234567", "393331234567", ""},
      {"+1 212 555 0100", "ZZ", "+1 212 555 0100", "12125550100", ""},
      {"5125550100 x 77", "US", "5125550100 x 77", "5125550100", "77"},
      {"512-555-0100 X77", "US", "512-555-0100 x77", "5125550100", "77"},
      {"(512) 555.0100 #77", "US", "(512) 555.0100 #77", "5125550100", "77"},
      {"Tel 512/5550100", "US", "tel 512/5550100", "5125550100", ""},
      {"03-1234-5678 内線12", "JP", "03-1234-5678 内線12", "0312345678", "12"},
      {"+39 (0)6 1234567", "IT", "06 1234567", "061234567", ""},
      {"+34 (0)912 345 678", "ES", "912 345 678", "912345678", ""},
      {"０９０-1234-5678", "JP", "090-1234-5678", "09012345678", ""},
      {"＋４４ ７７００ ９００１２３", "GB", "07700 900123", "07700900123", ""},
      {"512‑555–0100", "US", "512-555-0100", "5125550100", ""},
      {"０９０ー１２３４　５６７８", "JP", "090-1234 5678", "09012345678", ""},
      {"+44", "GB", "0", "0", ""},
      {"+", "GB", "+", "", ""},
      {"", "GB", "", "", ""},
  };
  for (const Row& row : rows) {
    const HomePhone phone = home_phone(row.reported, row.country);
    EXPECT_EQ(phone.text, row.text) << row.reported;
    EXPECT_EQ(phone.digits, row.digits) << row.reported;
    EXPECT_EQ(phone.extension, row.extension) << row.reported;
  }
}

TEST(LabelAddress, opens_with_its_prefecture_once) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(label_address("東京都", "", {"港区芝1", "101"}),
            (Lines{"東京都港区芝1", "101"}));
  EXPECT_EQ(label_address("東京都", "港区", {"芝1"}), Lines{"東京都港区芝1"});
  EXPECT_EQ(label_address("東京都", "", {"東京都港区芝1"}),
            Lines{"東京都港区芝1"});
  EXPECT_EQ(label_address("Tokyo", "Koto-ku", {"Toyosu 1-2"}),
            Lines{"Tokyo Koto-ku Toyosu 1-2"});
  EXPECT_EQ(label_address("", "", {""}), Lines{""});
}

TEST(Recipient, has_a_street_where_some_line_has_more_than_its_city) {
  struct Row {
    const char* name;
    const char* city;
    std::initializer_list<std::string_view> lines;
    bool street;
  };
  const Row rows[] = {
      {"the first line", "", {"港区芝1-17-11", "", ""}, true},
      {"the second alone", "", {"", "港区芝1-17-11", ""}, true},
      {"the third alone", "港区", {"", "", "芝1-17-11"}, true},
      {"the prefecture before it", "", {"東京都港区芝1-17-11", "", ""}, true},
      {"none", "", {"", "", ""}, false},
      {"none but the city", "港区", {"", "", ""}, false},
      {"spaces", "", {" ", "　", ""}, false},
      {"the prefecture again", "", {"東京都", "", ""}, false},
      {"the city again", "港区", {"東京都港区", "", ""}, false},
  };
  for (const Row& row : rows)
    EXPECT_EQ(has_street("東京都", row.city, row.lines), row.street)
        << row.name;
}

}  // namespace
}  // namespace parcelwise
