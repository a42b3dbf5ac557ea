// Tests core/policy/shop_settings.cc.
#include "policy/shop_settings.h"

#include <gtest/gtest.h>

#include <string>

namespace parcelwise {
namespace {

TEST(ShopSettings, tells_what_the_file_tells_and_nothing_else) {
  const auto shop = ShopSettings::load(
      R"({"sender": {"name": "豊洲茶舗", "phone": "03-1234-5678"}, "goods": "食品",
          "carriers": {"yamato-b2": {"customer_code": "0312345678"}}})");
  ASSERT_TRUE(shop.has_value());
  EXPECT_EQ(shop->sender().name, "豊洲茶舗");
  EXPECT_EQ(shop->sender().phone, "03-1234-5678");
  EXPECT_EQ(shop->sender().address, "");
  EXPECT_EQ(shop->goods(), "食品");
  EXPECT_EQ(shop->of("yamato-b2", "customer_code"), "0312345678");
  EXPECT_EQ(shop->of("yamato-b2", "freight_code"), "");
  EXPECT_EQ(shop->of("sagawa-ehiden3", "customer_code"), "");
}

TEST(ShopSettings, an_empty_object_is_a_shop_of_which_nothing_is_known) {
  EXPECT_TRUE(ShopSettings::load("{}").has_value());
}

TEST(ShopSettings, a_wrong_file_is_refused_with_its_place) {
  struct Row {
    const char* name;
    std::string json;
    const char* pointer;
  };
  const Row rows[] = {
      {"not JSON", "sender: me", ""},
      {"a list", "[]", ""},
      {"an unknown member", R"({"sendr": {}})", "/sendr"},
      {"an unknown member of the sender", R"({"sender": {"nmae": "A"}})",
       "/sender/nmae"},
      {"a sender that is a text", R"({"sender": "A"})", "/sender"},
      {"a phone as a number", R"({"sender": {"phone": 312345678}})",
       "/sender/phone"},
      {"an empty name", R"({"sender": {"name": ""}})", "/sender/name"},
      {"a line break", R"({"goods": "a\nb"})", "/goods"},
      {"201 bytes", R"({"goods": ")" + std::string(201, 'a') + R"("})",
       "/goods"},
      {"a carrier that is a text", R"({"carriers": {"yamato-b2": "x"}})",
       "/carriers/yamato-b2"},
      {"a setting that is a number", R"({"carriers": {"a/b": {"c": 1}}})",
       "/carriers/a~1b/c"},
  };
  for (const Row& row : rows) {
    const auto shop = ShopSettings::load(row.json);
    ASSERT_FALSE(shop.has_value()) << row.name;
    EXPECT_EQ(shop.error().pointer, row.pointer) << row.name;
    EXPECT_FALSE(shop.error().expected.empty()) << row.name;
  }
  EXPECT_TRUE(
      ShopSettings::load(R"({"goods": ")" + std::string(200, 'a') + R"("})")
          .has_value());
}

}  // namespace
}  // namespace parcelwise
