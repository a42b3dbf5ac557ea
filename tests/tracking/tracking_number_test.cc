// Tests core/tracking/tracking_number.cc.
#include "tracking/tracking_number.h"

#include <gtest/gtest.h>

namespace parcelwise {
namespace {

TEST(TrackingNumber, is_folded_before_it_is_looked_at) {
  struct Row {
    const char* written;
    const char* plain;
  };
  const Row rows[] = {
      {"1234-5678-9013", "123456789013"},
      {"１２３４－５６７８－９０１３", "123456789013"},
      {" 1234 5678 9013 ", "123456789013"},
      {"1234ー5678ー9013", "123456789013"},
      {"ee123456789jp", "EE123456789JP"},
      {"1.23457E+11", "1.23457E+11"},
      {"1Z 999 AA1 01 2345 6784", "1Z999AA10123456784"},
      {"9400 1000 0000 0000 0000 00", "9400100000000000000000"},
      {"GM 1234567890 12", "GM123456789012"},
      // Two numbers in one cell are not one.
      {"123456789012 123456789023", "123456789012 123456789023"},
      {"123456789012-123456789023", "123456789012 123456789023"},
      {"1234-5678-9012 1234-5678-9023", "123456789012 123456789023"},
      {"123456789012　123456789023 12345678903",
       "123456789012 123456789023 12345678903"},
      {"", ""}};
  for (const Row& row : rows)
    EXPECT_EQ(plain_number(row.written), row.plain) << row.written;
}

TEST(TrackingNumber, is_none_where_the_cell_holds_something_else) {
  struct Row {
    const char* cell;
    const char* carrier;
    NumberFault fault;
  };
  const Row rows[] = {
      {"4907-2494-2750", "yamato", NumberFault::kNone},
      {"1Z 999 AA1 01 2345 6784", "UPS", NumberFault::kNone},
      {"JJD014600003112345678", "DHL", NumberFault::kNone},
      {"250-1234567-1234567", "UPS", NumberFault::kWrong},
      {"2026-11-14", "UPS", NumberFault::kWrong},
      {"2026/11/14 9:05", "", NumberFault::kWrong},
      {"14.11.2026", "DHL", NumberFault::kWrong},
      {"20261114", "", NumberFault::kNone},
      {"DHL 00340434161094015902", "DHL", NumberFault::kWrong},
      {"ups1234567890", "", NumberFault::kWrong},
      {"UPS", "UPS", NumberFault::kWrong},
      {"9400110200881230000000", "USPS", NumberFault::kSpreadsheet},
      {"9400110200881230000001", "USPS", NumberFault::kNone},
      {"1234567890123450000", "", NumberFault::kNone},
      {"", "", NumberFault::kBlank},
  };
  for (const Row& row : rows)
    EXPECT_EQ(cell_fault(row.cell, row.carrier), row.fault) << row.cell;
}

TEST(TrackingNumber, has_the_carrier_s_length_and_characters) {
  struct Row {
    const char* carrier;
    std::string number;
    NumberFault fault;
  };
  const Row rows[] = {
      {"yamato", "123456789013", NumberFault::kNone},
      {"yamato", "12345678901", NumberFault::kWrong},
      {"yamato", "1234567890134", NumberFault::kWrong},
      {"yamato", "12345678901A", NumberFault::kWrong},
      {"sagawa", "123456789013", NumberFault::kNone},
      {"sagawa", "1234567890", NumberFault::kWrong},
      {"japan-post", "1234567890", NumberFault::kWrong},
      {"japan-post", "12345678901", NumberFault::kNone},
      {"japan-post", "123456789013", NumberFault::kNone},
      {"japan-post", "EE123456789JP", NumberFault::kNone},
      {"japan-post", "EE12345678JP", NumberFault::kWrong},
      {"japan-post", "12345678901234", NumberFault::kWrong},
      {"", std::string(50, '1'), NumberFault::kNone},
      {"", std::string(51, '1'), NumberFault::kWrong},
      {"UPS", "1Z999AA10123456784", NumberFault::kNone},
      {"", "1E11", NumberFault::kNone},
      {"", "ABC", NumberFault::kWrong},
      {"", "123/456", NumberFault::kWrong},
      {"yamato", "1.23457E+11", NumberFault::kSpreadsheet},
      {"", "1.23457E+11", NumberFault::kSpreadsheet},
      {"yamato", "", NumberFault::kBlank},
      {"yamato", "000000000000", NumberFault::kWrong},
      {"japan-post", "00000000000", NumberFault::kWrong},
      {"UPS", "0", NumberFault::kWrong},
      {"", "000000000000", NumberFault::kWrong},
      {"", "000000000001", NumberFault::kNone},
      {"", "123456789012 123456789023", NumberFault::kWrong},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(number_fault(row.number, row.carrier), row.fault)
        << row.carrier << row.number;
  }
  EXPECT_EQ(number_limit("yamato"), "12");
  EXPECT_EQ(number_limit("japan-post"), "11-13");
  EXPECT_EQ(number_limit("UPS"), "1-50");
}

TEST(TrackingNumber, the_twelfth_digit_is_the_others_modulo_seven) {
  // 12345678901 = 7 * 1763668414 + 3
  EXPECT_TRUE(check_digit_holds("123456789013", "yamato"));
  EXPECT_FALSE(check_digit_holds("123456789014", "yamato"));
  EXPECT_TRUE(check_digit_holds("123456789014", "UPS"));
  EXPECT_TRUE(check_digit_holds("EE123456789JP", "japan-post"));
}

TEST(TrackingCarrier, is_known_by_many_names) {
  struct Row {
    const char* name;
    const char* id;
  };
  const Row rows[] = {
      {"ヤマト運輸", "yamato"},     {"ﾔﾏﾄ運輸", "yamato"},
      {"クロネコヤマト", "yamato"}, {"YAMATO", "yamato"},
      {"佐川急便", "sagawa"},       {"Ｓａｇａｗａ", "sagawa"},
      {"日本郵便", "japan-post"},   {"Japan Post", "japan-post"},
      {"ゆうパック", "japan-post"}, {"japan-post", "japan-post"}};
  for (const Row& row : rows) {
    const TrackingCarrier* const found = carrier_called(row.name);
    ASSERT_NE(found, nullptr) << row.name;
    EXPECT_EQ(found->id, row.id) << row.name;
  }
  EXPECT_EQ(carrier_called("UPS"), nullptr);
  EXPECT_EQ(carrier_called(""), nullptr);
}

}  // namespace
}  // namespace parcelwise
