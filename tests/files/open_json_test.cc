// Tests the one opener of JSON: what it takes, and where and why it refuses.
#include "files/open_json.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "files/json.h"

namespace parcelwise {

void PrintTo(JsonErrorCode code, std::ostream* out) {
  *out << static_cast<int>(code);
}

namespace {

using Code = JsonErrorCode;
using namespace std::string_literals;

std::string times(std::size_t n, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < n; ++i) all += text;
  return all;
}

std::string members(std::size_t n) {
  std::string text = "{";
  for (std::size_t i = 0; i < n; ++i) {
    text += (i == 0 ? "\"m" : ",\"m") + std::to_string(i) + "\":0";
  }
  return text + "}";
}

struct Refused {
  const char* name;
  std::string text;
  Code code;
  std::string pointer;
  std::size_t line;
};

TEST(OpenJson, refuses_with_code_pointer_and_line) {
  const Refused rows[] = {
      {"nothing", "", Code::kEmpty, "", 0},
      {"spaces", " \r\n\t", Code::kEmpty, "", 0},
      {"a mark alone", "\xEF\xBB\xBF", Code::kEmpty, "", 0},
      {"two marks", "\xEF\xBB\xBF\xEF\xBB\xBF{}", Code::kNotJson, "", 1},
      {"no JSON", "yamato", Code::kNotJson, "", 1},
      {"cut off", "{\"a\":[1,2", Code::kNotJson, "/a/2", 1},
      {"no value", "{\"a\":[1,}", Code::kNotJson, "/a/1", 1},
      {"no comma", "{\n\"a\": 1\n\"b\": 2}", Code::kNotJson, "/a", 3},
      {"two documents", "{}\n{}", Code::kNotJson, "", 2},
      {"a number beyond all", "{\"a\":1e999}", Code::kNotJson, "/a", 1},
      {"deepest and one", times(17, "[") + times(17, "]"), Code::kTooDeep,
       times(16, "/0"), 0},
      {"without end", "{\"groups\":[" + times(100'000, "["), Code::kTooDeep,
       "/groups" + times(15, "/0"), 0},
      {"objects without end", times(100'000, "{\"a\":"), Code::kTooDeep,
       times(16, "/a"), 0},
      {"too wide", "[{}," + members(1'001) + "]", Code::kTooWide, "/1", 0},
      {"twice", "{\"a\":1,\"b\":2,\"a\":3}", Code::kTwice, "/a", 0},
      {"twice among many",
       "[" + members(300).substr(0, members(300).size() - 1) +
           ",\"m0\":1,\"z\":{}}]",
       Code::kTwice, "/0/m0", 0},
      {"twice at the end of many",
       "[" + members(300).substr(0, members(300).size() - 1) + ",\"m299\":1}]",
       Code::kTwice, "/0/m299", 0},
      {"twice within", "[0,{\"a/b~\":1,\"a/b~\":1}]", Code::kTwice, "/1/a~1b~0",
       0},
      {"twice, written in two ways", "{\"a\":1,\"\\u0061\":1}", Code::kTwice,
       "/a", 0},
      {"a NUL in a text", "{\"a\":\"x\0y\"}"s, Code::kNul, "/a", 1},
      {"a NUL behind", "{\"a\":1}\0"s, Code::kNul, "", 1},
      {"a NUL between", "{\"a\":\n\0 1}"s, Code::kNul, "/a", 2},
      {"a NUL escaped", "[0,\"\\u0000\"]", Code::kNul, "/1", 0},
      {"a NUL in a name", "{\"b\":{\"\\u0000\":1}}", Code::kNul, "/b", 0},
      {"another slip before a NUL", "{\"a\":[,]}\0"s, Code::kNotJson, "/a/0",
       1},
      {"half a surrogate pair", "{\"a\":\"\\ud83d\"}", Code::kEncoding, "/a",
       1},
      {"the other half", "{\"a\":\"\\ude00\"}", Code::kEncoding, "/a", 1},
      {"half a character", "[\n\"\xE6\x9D\"]", Code::kEncoding, "/0", 2},
      {"a text cut within a character", "[\"\xE6\x9D", Code::kEncoding, "/0",
       1},
      {"CP932", "[\"\x93\x8C\x8B\x9E\"]", Code::kEncoding, "/0", 1},
      {"half a pair in UTF-16", "\xFF\xFE[\0\"\0\x3D\xD8\"\0,\0"s,
       Code::kNotJson, "/1", 1},
  };
  for (const Refused& row : rows) {
    const auto json = open_json(row.text);
    ASSERT_FALSE(json.has_value()) << row.name;
    EXPECT_EQ(json.error().code, row.code) << row.name;
    EXPECT_EQ(json.error().pointer, row.pointer) << row.name;
    EXPECT_EQ(json.error().line, row.line) << row.name;
    EXPECT_LE(json.error().value.size(), 80u) << row.name;
  }
}

TEST(OpenJson, takes_what_json_is) {
  const struct {
    const char* name;
    std::string text, json;
  } rows[] = {
      {"members in their order", "{\"b\":1,\"a\":[true,null,-2,1.5]}",
       "{\"b\":1,\"a\":[true,null,-2,1.5]}"},
      {"a mark", "\xEF\xBB\xBF{\"a\":\"\xE6\x9D\xB1\"}",
       "{\"a\":\"\xE6\x9D\xB1\"}"},
      {"UTF-16", "\xFF\xFE[\0\"\0\x71\x67\"\0]\0"s, "[\"\xE6\x9D\xB1\"]"},
      {"a pair", "[\"\\ud83d\\ude00\"]", "[\"\xF0\x9F\x98\x80\"]"},
      {"the deepest", times(16, "[") + times(16, "]"),
       times(16, "[") + times(16, "]")},
      {"the widest", members(1'000), members(1'000)},
      {"one name in two objects", "[{\"a\":1},{\"a\":1}]",
       "[{\"a\":1},{\"a\":1}]"},
      {"a text", "\"a\"", "\"a\""},
      {"brackets in a text", "{\"a\":\"[[[[[[[[[[[[[[[[[[[[\"}",
       "{\"a\":\"[[[[[[[[[[[[[[[[[[[[\"}"},
  };
  for (const auto& row : rows) {
    const auto json = open_json(row.text);
    ASSERT_TRUE(json.has_value()) << row.name;
    EXPECT_EQ(json_text(*json), row.json) << row.name;
  }
}

TEST(OpenJson, takes_so_many_bytes_and_no_more) {
  EXPECT_TRUE(open_json("[1,2]", {5}).has_value());
  EXPECT_EQ(open_json(members(2'000)).error().limit, kMostJsonMembers);
  EXPECT_TRUE(open_json(members(2'000), {kMostJsonBytes, 2'000}).has_value());
  const auto json = open_json("[1, 2]", {5});
  ASSERT_FALSE(json.has_value());
  EXPECT_EQ(json.error().code, Code::kTooLarge);
  EXPECT_EQ(json.error().limit, 5u);
  EXPECT_EQ(open_json_documents("[1, 2]", {5}).error().code, Code::kTooLarge);
}

TEST(OpenJson, shows_a_long_pointer_cut) {
  const std::string name(500, 'n');
  const auto json = open_json("{\"" + name + "\":tru}");
  ASSERT_FALSE(json.has_value());
  EXPECT_EQ(json.error().pointer, "/" + name.substr(0, 196) + "...");
}

TEST(OpenJson, takes_documents_one_after_the_other) {
  const auto documents =
      open_json_documents("\xEF\xBB\xBF{\"a\":\"}\\\"\"}\r\n[1]\n\n{}");
  ASSERT_TRUE(documents.has_value());
  ASSERT_EQ(documents->size(), 3u);
  EXPECT_EQ(json_text((*documents)[0]), "{\"a\":\"}\\\"\"}");
  EXPECT_EQ(json_text((*documents)[1]), "[1]");
  const struct {
    const char* name;
    std::string text;
    Code code;
    std::size_t line;
  } rows[] = {{"nothing", " \n", Code::kEmpty, 0},
              {"a number", "{} 5", Code::kNotJson, 1},
              {"words between", "{}\nand\n{}", Code::kNotJson, 2},
              {"a slip in the third", "{}\n[]\n{\"a\"}", Code::kNotJson, 3},
              {"open at the end", "{}\n[1,\n", Code::kNotJson, 3},
              {"without end", "{}\n" + times(100'000, "["), Code::kTooDeep, 0},
              {"a bracket too many", "{}]", Code::kNotJson, 1}};
  for (const auto& row : rows) {
    const auto wrong = open_json_documents(row.text);
    ASSERT_FALSE(wrong.has_value()) << row.name;
    EXPECT_EQ(wrong.error().code, row.code) << row.name;
    EXPECT_EQ(wrong.error().line, row.line) << row.name;
  }
}

TEST(OpenJson, tells_json_from_an_id_or_a_table) {
  EXPECT_TRUE(opens_as_json(" \n{"));
  EXPECT_TRUE(opens_as_json("\xEF\xBB\xBF["));
  EXPECT_TRUE(opens_as_json("\xFF\xFE[\0"s));
  EXPECT_FALSE(opens_as_json("amazon-jp"));
  EXPECT_FALSE(opens_as_json("sku,{"));
  EXPECT_FALSE(opens_as_json(""));
}

TEST(OpenJson, has_the_programs_own_files) {
  EXPECT_EQ(embedded_json("amazon/amazon-jp.json")["id"], "amazon-jp");
  EXPECT_TRUE(embedded_json("amazon/none.json").is_null());
}

}  // namespace
}  // namespace parcelwise
