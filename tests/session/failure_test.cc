// Tests core/session/failure.cc: the page's declaration lists the codes that
// the core sends, no more and no fewer.
#include "session/failure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace parcelwise {
namespace {

// The texts of a union type of wasm/parcelwise.d.ts.
std::vector<std::string> union_of(const std::string& name) {
  std::ifstream file(PARCELWISE_TESTS_FOLDER "/../wasm/parcelwise.d.ts");
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const std::size_t start = text.find("export type " + name + " =");
  EXPECT_NE(start, std::string::npos);
  std::vector<std::string> members;
  const std::size_t end = text.find(';', start);
  for (std::size_t at = text.find('"', start); at < end;
       at = text.find('"', at + 1)) {
    const std::size_t close = text.find('"', at + 1);
    members.push_back(text.substr(at + 1, close - at - 1));
    at = close;
  }
  return members;
}

TEST(FailureCodes, are_those_of_the_declaration) {
  const std::vector<std::string_view> codes = failure_codes();
  const std::vector<std::string> declared = union_of("FailureCode");
  EXPECT_EQ(declared, std::vector<std::string>(codes.begin(), codes.end()));
}

TEST(FailureCodes, are_words_joined_by_hyphens_each_once) {
  const std::vector<std::string_view> codes = failure_codes();
  EXPECT_GT(codes.size(), 15u);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    EXPECT_TRUE(i == 0 || codes[i - 1] < codes[i]) << codes[i];
    EXPECT_FALSE(codes[i].empty());
    for (const char c : codes[i])
      EXPECT_TRUE((c >= 'a' && c <= 'z') || c == '-') << codes[i];
  }
}

TEST(FailureCodes, name_what_was_refused) {
  EXPECT_EQ(FailureName(FailureCode::kBadArgument).text(), "bad-argument");
  EXPECT_EQ(FailureName(FailureCode::kBadGroups).text(), "bad-groups");
  EXPECT_EQ(FailureName(ReadErrorCode::kTooManyRows).text(), "too-many-rows");
  EXPECT_EQ(FailureName(TrackingErrorCode::kNoHeader).text(), "no-header");
}

}  // namespace
}  // namespace parcelwise
