// Tests core/policy/carrier_services.cc and the list that it reads.
#include "policy/carrier_services.h"

#include <gtest/gtest.h>

#include <set>

#include "files/json.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "policy/carrier_layout.h"
#include "text/encoding.h"

namespace parcelwise {
namespace {

TEST(CarrierServices, yamato_s_codes_are_those_of_today) {
  struct Row {
    const char* code;
    const char* service;
  };
  const Row rows[] = {{"0", "宅急便"},
                      {"1", "EAZY"},
                      {"2", "宅急便コレクト"},
                      {"3", "クロネコゆうメール"},
                      {"4", "宅急便タイムサービス"},
                      {"5", "宅急便着払い"},
                      {"6", "宅急便"},
                      {"7", "クロネコゆうパケット"},
                      {"8", "宅急便コンパクト"},
                      {"9", "宅急便コンパクトコレクト"},
                      {"A", "ネコポス"},
                      {"B", ""},
                      {"", ""}};
  for (const Row& row : rows)
    EXPECT_EQ(service_of("yamato", row.code), row.service) << row.code;
  EXPECT_EQ(service_of("sagawa", "0"), "");
}

TEST(CarrierServices, the_list_is_dated_and_fits_amazon_s_file) {
  const Json json = embedded_json("carriers/yamato-services.json");
  ASSERT_TRUE(json.is_object());
  EXPECT_TRUE(read_day(json["as_of"].text()).has_value());
  EXPECT_FALSE(json["source"].text().empty());
  std::set<std::string> codes;
  for (const CarrierService& each : carrier_services("yamato")) {
    EXPECT_TRUE(codes.insert(each.code).second) << each.code;
    EXPECT_FALSE(each.slip.empty()) << each.code;
    const auto bytes = to_cp932(each.service, nullptr);
    ASSERT_TRUE(bytes.has_value()) << each.service;
    EXPECT_LE(bytes->size(), 50u) << each.service;  // ship-method
  }
}

TEST(CarrierServices, every_code_of_a_layout_s_setting_is_on_the_list) {
  const CarrierLayout layout = *CarrierLayout::of("yamato-b2");
  for (const std::string& code : layout.setting("slip_type")->one_of)
    EXPECT_NE(service_of("yamato", code), "") << code;
}

}  // namespace
}  // namespace parcelwise
