// Tests core/handoff/code128.cc.
#include "handoff/code128.h"

#include <gtest/gtest.h>

#include <numeric>
#include <set>
#include <string>

namespace parcelwise {
namespace {

using Symbols = std::vector<std::uint8_t>;

// Reads symbols back as a scanner does, in sets B and C.
std::string decoded(const Symbols& symbols) {
  std::string text;
  bool pairs = symbols.at(0) == 105;
  for (std::size_t i = 1; i + 2 < symbols.size(); ++i) {
    const int value = symbols[i];
    if (pairs && value < 100) {
      text += static_cast<char>('0' + value / 10);
      text += static_cast<char>('0' + value % 10);
    } else if (value == (pairs ? 100 : 99)) {
      pairs = !pairs;
    } else {
      text += static_cast<char>(value + 32);
    }
  }
  return text;
}

TEST(Code128, IsTheStandardsOwn) {
  struct Row {
    const char* name;
    const char* text;
    Symbols symbols;  // start to stop; the last but one is the check symbol
  };
  const Row kRows[] = {
      {"the encyclopaedia's example",
       "Wikipedia",
       {104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88, 106}},
      {"another known check symbol",
       "PJJ123C",
       {104, 48, 42, 42, 17, 18, 19, 35, 55, 106}},
      {"digits alone", "1234", {105, 12, 34, 82, 106}},
      {"too few digits for pairs", "12", {104, 17, 18, 54, 106}},
      {"an odd run at the start", "12345", {105, 12, 34, 100, 21, 54, 106}},
      {"an even run at the end", "A1234", {104, 33, 99, 12, 34, 95, 106}},
      {"an odd run at the end", "A12345", {104, 33, 17, 99, 23, 45, 64, 106}},
      {"a run in the middle",
       "A123456B",
       {104, 33, 99, 12, 34, 56, 100, 34, 80, 106}},
      {"too short in the middle",
       "A1234B",
       {104, 33, 17, 18, 19, 20, 34, 90, 106}},
      {"an order's number",
       "250-1234567-1234567",
       {104, 18, 21, 16, 13, 17, 99, 23, 45, 67, 100, 13, 17, 99, 23, 45, 67,
        75, 106}},
  };
  for (const Row& row : kRows) {
    const Symbols symbols = code128_symbols(row.text);
    EXPECT_EQ(symbols, row.symbols) << row.name;
    EXPECT_EQ(decoded(symbols), row.text) << row.name;
  }
}

TEST(Code128, WritesOnlyWhatItsTwoSetsHave) {
  for (const char* const text : {"", "山", "a\tb", "\x7F", "caf\xC3\xA9"}) {
    EXPECT_TRUE(code128(text).empty()) << text;
  }
  EXPECT_FALSE(code128(" ~").empty());
}

TEST(Code128, DrawsElevenModulesASymbolAndThirteenForTheStop) {
  EXPECT_EQ(code128("A"),
            (std::vector<std::uint8_t>{2, 1, 1, 2, 1, 4, 1, 1, 1, 3, 2, 3, 1,
                                       3, 1, 1, 2, 3, 2, 3, 3, 1, 1, 1, 2}));
  std::set<std::vector<std::uint8_t>> seen;
  for (char c = 32; c < 127; ++c) {
    const std::string text(1, c);
    const auto widths = code128(text);
    ASSERT_EQ(widths.size(), 4u * 6u + 1u);
    for (std::size_t at = 0; at + 6 < widths.size(); at += 6) {
      const auto begin = widths.begin() + static_cast<std::ptrdiff_t>(at);
      EXPECT_EQ(std::accumulate(begin, begin + 6, 0), 11) << at;
      // The bars of a symbol cover an even number of modules: its own parity
      // check.
      EXPECT_EQ((begin[0] + begin[2] + begin[4]) % 2, 0) << at;
    }
    EXPECT_EQ(widths.back(), 2);
    seen.insert({widths.begin() + 6, widths.begin() + 12});
  }
  EXPECT_EQ(seen.size(), 95u) << "no two characters look alike";
}

TEST(Code128, EveryOrdersNumberReadsBack) {
  for (std::uint64_t n = 1, round = 0; round < 2000; ++round) {
    n = (n * 6364136223846793005u + 1442695040888963407u);
    std::string digits = std::to_string(n % 100'000'000'000'000'000u);
    digits.insert(0, 17 - digits.size(), '0');
    const std::string id = digits.substr(0, 3) + "-" + digits.substr(3, 7) +
                           "-" + digits.substr(10);
    EXPECT_EQ(decoded(code128_symbols(id)), id);
    EXPECT_EQ(code128_symbols(id).size(), 19u);
  }
}

}  // namespace
}  // namespace parcelwise
