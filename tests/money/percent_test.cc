// Tests core/money/percent.cc.
#include "money/percent.h"

#include <gtest/gtest.h>

#include <optional>

namespace parcelwise {
namespace {

TEST(Percent, reads_a_rate_and_no_other) {
  struct Row {
    const char* text;
    std::optional<int> rate;
  };
  const Row rows[] = {
      {"15%", 1500},
      {"15", 1500},
      {"7.5%", 750},
      {"1", 100},
      {"0", 0},
      {"0%", 0},
      {"0.15%", 15},
      {"100%", 10'000},
      {"100", 10000},
      {"0.15", std::nullopt},  // or 15 %?
      {"0.99", std::nullopt},
      {"101%", std::nullopt},
      {"-1%", std::nullopt},
      {"x", std::nullopt},
      {"", std::nullopt},
      {"%", std::nullopt},
  };
  for (const Row& row : rows)
    EXPECT_EQ(parse_percent(row.text), row.rate) << row.text;
}

TEST(Percent, prints_without_needless_zeros) {
  EXPECT_EQ(print_percent(1500), "15");
  EXPECT_EQ(print_percent(750), "7.5");
  EXPECT_EQ(print_percent(15), "0.15");
}

}  // namespace
}  // namespace parcelwise
