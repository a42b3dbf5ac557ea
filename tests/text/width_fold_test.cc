// Tests core/text/width_fold.cc, and fold.cc's base letters, against Unicode's
// own data: each line of unicode_folds.txt.
#include "text/width_fold.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "text/fold.h"
#include "text/utf8.h"

namespace parcelwise {
namespace {

std::string folded(const std::string& utf8) {
  const WidthFolded characters(utf8);
  std::string text;
  for (const char32_t c : characters) {
    char bytes[4];
    text.append(bytes, write_utf8(c, bytes));
  }
  return text;
}

// "304B 3099" as UTF-8.
std::string text_of(const std::string& code_points) {
  std::istringstream codes(code_points);
  std::string text;
  std::uint32_t code = 0;
  while (codes >> std::hex >> code) {
    char bytes[4];
    text.append(bytes, write_utf8(code, bytes));
  }
  return text;
}

TEST(WidthFold, FoldsAsUnicodeSays) {
  std::ifstream file(PARCELWISE_TESTS_FOLDER "/text/unicode_folds.txt");
  std::map<std::string, int> seen;
  for (std::string line; std::getline(file, line);) {
    const std::size_t space = line.find(' ');
    const std::size_t arrow = line.find(" > ");
    ASSERT_NE(arrow, line.npos) << line;
    const std::string kind = line.substr(0, space);
    const std::string from = text_of(line.substr(space, arrow - space));
    const std::string to = text_of(line.substr(arrow + 3));
    ++seen[kind];
    if (kind == "base") {
      EXPECT_EQ(fold_for_search(from), fold_for_search(to)) << line;
    } else {
      EXPECT_EQ(folded(from), kind == "width" ? folded(to) : to) << line;
    }
  }
  // Katakana's and hiragana's voiced rows; every letter of Latin Extended-A.
  EXPECT_EQ(seen["kana"], 58);
  EXPECT_GT(seen["width"], 160);
  EXPECT_GT(seen["lower"], 110);
  EXPECT_GT(seen["base"], 160);
  EXPECT_EQ(seen["dash"], 12);
  EXPECT_EQ(seen["space"], 16);
}

}  // namespace
}  // namespace parcelwise
