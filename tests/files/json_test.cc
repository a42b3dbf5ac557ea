// Tests core/files/json.cc: what a member may be made of.
#include "files/json.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "files/open_json.h"

namespace parcelwise {
namespace {

TEST(Json, writes_a_text_that_can_be_read_again) {
  using namespace std::string_literals;
  const std::string texts[] = {"a\0b"s, "\0"s, "\0\0"s, "\x01\xFF"s, "\"\\\n"s};
  for (const std::string& text : texts) {
    const std::string written = json_text(json_object({{"text", text}}));
    EXPECT_TRUE(open_json(written).has_value()) << written;
  }
  EXPECT_EQ(Json("a\0b"s).text(), "a[U+0000]b");
}

// A member that is added moves all of them.
TEST(Json, makes_one_member_of_another) {
  Json json = json_object({{"0", std::string(40, 'x')}});
  std::string last = "0";
  for (int i = 1; i < 40; ++i) {
    const std::string next = std::to_string(i);
    json[next] = json[last];
    last = next;
  }
  EXPECT_EQ(json.size(), 40u);
  EXPECT_EQ(json["39"].text(), std::string(40, 'x'));
}

TEST(Json, may_be_its_own_member_or_itself) {
  Json json = json_object({{"in", json_object({{"a", 1}})}});
  json = json["in"];
  EXPECT_EQ(json_text(json), R"({"a":1})");
  json = std::as_const(json);
  EXPECT_EQ(json_text(json), R"({"a":1})");
  json["list"].push_back(json["a"]);
  json["list"].push_back(json);
  EXPECT_EQ(json_text(json), R"({"a":1,"list":[1,{"a":1,"list":[1]}]})");
}

}  // namespace
}  // namespace parcelwise
