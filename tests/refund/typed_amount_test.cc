// Tests core/refund/typed_amount.cc.
#include "refund/typed_amount.h"

#include <gtest/gtest.h>

#include <optional>

#include "refund/components.h"

namespace parcelwise {
namespace {

TEST(ParseMoney, as_the_seller_writes_it) {
  struct Row {
    const char* policy;
    const char* text;
    std::optional<std::int64_t> minor;
  };
  const Row rows[] = {
      {"amazon-it", "12,50", 1250},
      {"amazon-it", "12.50", 1250},
      {"amazon-it", "12", 1200},
      {"amazon-it", "1.250,00", {}},
      {"amazon-it", "12,505", {}},
      {"amazon-jp", "12,50", {}},
      {"amazon-jp", "1250", 1250},
      {"amazon-jp", "1250.00", 1250},
      {"amazon-jp", "12.5", {}},
      {"amazon-us", "12.5", 1250},
      {"amazon-us", "12,5", {}},
      {"amazon-us", "-1", -100},
      {"amazon-us", "", {}},
      {"amazon-us", "$5", {}},
      {"amazon-jp", "1000000000000", kLargestAmount},
      {"amazon-jp", "1000000000001", {}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(parse_money(row.text, *Policy::load(row.policy)), row.minor)
        << row.policy << " " << row.text;
  }
}

TEST(ParseLetterAmount, takes_signs_codes_wide_forms_and_yen_by_thousands) {
  struct Row {
    const char* currency;
    const char* text;
    std::optional<std::int64_t> minor;
  };
  const Row rows[] = {
      {"JPY", "1000", 1000},
      {"JPY", "1,000", 1000},
      {"JPY", "1,000円", 1000},
      {"JPY", "12,345,678", 12345678},
      {"JPY", "￥１，０００", 1000},
      {"JPY", "\u00A51,980 ", 1980},
      {"JPY", "JPY 500", 500},
      {"JPY", "JPY \u00A5500", {}},  // a code or a sign
      {"JPY", "1,00", {}},
      {"JPY", "1,0000", {}},
      {"JPY", ",100", {}},
      {"JPY", "1.000", {}},
      {"JPY", "12.5", {}},
      {"JPY", "1,000円円", {}},
      {"EUR", "12,50 \u20AC", 1250},
      {"EUR", "EUR 12.50", 1250},
      {"EUR", "eur12,5", 1250},
      {"EUR", "1,234", {}},
      {"EUR", "1.234", {}},
      {"EUR", "12.50 USD", {}},
      {"EUR", "$12.50", {}},
      {"USD", "$12.50", 1250},
      {"GBP", "\u00A312.50", 1250},
      {"GBP", "", {}},
      {"GBP", "half", {}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(
        parse_letter_amount(row.text, *Currency::from_code(row.currency), '.'),
        row.minor)
        << row.currency << " " << row.text;
  }
}

}  // namespace
}  // namespace parcelwise
