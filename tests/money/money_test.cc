// Tests core/money/money.cc.
#include "money/money.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>

namespace parcelwise {
namespace {

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Money money(std::string_view code, std::int64_t minor) {
  return {Currency::from_code(code).value(), minor};
}

TEST(Currency, ExponentsAreThoseOfIso4217) {
  struct Row {
    int exponent;
    std::string_view codes;
  };
  const Row rows[] = {
      {0,
       "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF "
       "XPF"},
      {2,
       "AED AUD BRL CAD CHF CNY CZK DKK EGP EUR GBP HKD HUF IDR INR MGA MRU "
       "MXN NOK NZD PLN RON SAR SEK SGD SLE THB TRY TWD UAH USD VED XCG ZAR "
       "ZWG"},
      {3, "BHD IQD JOD KWD LYD OMR TND"},
  };
  for (const Row& row : rows) {
    for (std::size_t at = 0; at < row.codes.size(); at += 4) {
      const std::string_view code = row.codes.substr(at, 3);
      SCOPED_TRACE(code);
      const auto currency = Currency::from_code(code);
      ASSERT_TRUE(currency);
      EXPECT_EQ(currency->exponent(), row.exponent);
      EXPECT_EQ(currency->code(), code);
      EXPECT_TRUE(currency->known());
    }
  }
}

TEST(Currency, CaseDoesNotMatter) {
  EXPECT_EQ(Currency::from_code("jpy"), Currency::from_code("JPY"));
  EXPECT_EQ(Currency::from_code("Eur")->code(), "EUR");
}

TEST(Currency, OthersAreRefused) {
  for (const std::string_view code :
       {"", "J", "JP", "JPYE", "QQQ", "AAA", "ZZZ", "XXX", "XAU", "CLF", "UYW",
        "J\xC5Y", "1PY", "   "}) {
    SCOPED_TRACE(code);
    EXPECT_FALSE(Currency::from_code(code));
  }
}

TEST(Currency, NoneHasNoCode) {
  EXPECT_FALSE(Currency().known());
  EXPECT_EQ(Currency().code(), "");
  EXPECT_EQ(Currency().exponent(), 0);
}

TEST(Add, SumsOrSaysWhyNot) {
  EXPECT_EQ(add(money("JPY", 1000), money("JPY", 530)), money("JPY", 1530));
  EXPECT_EQ(add(money("EUR", 1000), money("EUR", -1530)), money("EUR", -530));
  EXPECT_EQ(add(money("JPY", kMost), money("JPY", kLeast)), money("JPY", -1));
  EXPECT_EQ(add(money("JPY", 1000), money("EUR", 530)).error(),
            MoneyError::kMixedCurrencies);
  EXPECT_EQ(add(money("JPY", kMost), money("JPY", 1)).error(),
            MoneyError::kOverflow);
  EXPECT_EQ(add(money("JPY", kLeast), money("JPY", -1)).error(),
            MoneyError::kOverflow);
}

TEST(Subtract, SubtractsOrSaysWhyNot) {
  EXPECT_EQ(subtract(money("JPY", 1000), money("JPY", 1530)),
            money("JPY", -530));
  EXPECT_EQ(subtract(money("JPY", -1), money("JPY", kMost)),
            money("JPY", kLeast));
  EXPECT_EQ(subtract(money("JPY", 1000), money("USD", 530)).error(),
            MoneyError::kMixedCurrencies);
  EXPECT_EQ(subtract(money("JPY", 0), money("JPY", kLeast)).error(),
            MoneyError::kOverflow);
}

TEST(Scale, RoundsAsNamed) {
  struct Row {
    std::string_view name;
    std::int64_t amount, numerator, denominator;
    std::int64_t down, up, half_up, half_even;
  };
  const Row rows[] = {
      {"exact", 1000, 3, 4, 750, 750, 750, 750},
      {"two thirds", 1000, 2, 3, 666, 667, 667, 667},
      {"one third", 1000, 1, 3, 333, 334, 333, 333},
      {"half above an even number", 5, 1, 2, 2, 3, 3, 2},
      {"half above an odd number", 7, 1, 2, 3, 4, 4, 4},
      {"half of one", 1, 1, 2, 0, 1, 1, 0},
      {"nothing", 0, 7, 3, 0, 0, 0, 0},
      {"times nothing", 7, 0, 3, 0, 0, 0, 0},
      {"W10: 15% of 3808", 3808, 15, 100, 571, 572, 571, 571},
      {"W10: 10% of 571", 571, 10, 100, 57, 58, 57, 57},
      {"W10: 15% of 51308", 51308, 15, 100, 7696, 7697, 7696, 7696},
      {"W10: 10% of 7696", 7696, 10, 100, 769, 770, 770, 770},
      {"the largest, unharmed", kMost, kMost, kMost, kMost, kMost, kMost,
       kMost},
      {"the largest halved", kMost, 1, 2, kMost / 2, kMost / 2 + 1,
       kMost / 2 + 1, kMost / 2 + 1},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const auto scaled = [&](Rounding rounding) {
      return scale(row.amount, row.numerator, row.denominator, rounding);
    };
    EXPECT_EQ(scaled(Rounding::kDown), row.down);
    EXPECT_EQ(scaled(Rounding::kUp), row.up);
    EXPECT_EQ(scaled(Rounding::kHalfUp), row.half_up);
    EXPECT_EQ(scaled(Rounding::kHalfEven), row.half_even);
  }
}

TEST(Scale, EndsOfTheRange) {
  EXPECT_EQ(scale(kMost, 3, 2, Rounding::kDown).error(), MoneyError::kOverflow);
  EXPECT_EQ(scale(kLeast, -1, 1, Rounding::kDown).error(),
            MoneyError::kOverflow);
  EXPECT_EQ(scale(kLeast, kLeast, 1, Rounding::kDown).error(),
            MoneyError::kOverflow);
  EXPECT_EQ(scale(kLeast, 1, 1, Rounding::kUp), kLeast);
  EXPECT_EQ(scale(kLeast, kLeast, kLeast, Rounding::kUp), kLeast);
  EXPECT_EQ(scale(1, kLeast, kLeast, Rounding::kUp), 1);
  EXPECT_EQ(scale(1, 1, kLeast, Rounding::kUp), -1);
  EXPECT_EQ(scale(1, 1, kLeast, Rounding::kHalfUp), 0);
}

// Any of 64 bits, short numbers as likely as long ones, or an end of the range.
std::int64_t any_number(std::mt19937_64& random) {
  switch (random() % 16) {
    case 0:
      return kLeast;
    case 1:
      return kMost;
    case 2:
      return 0;
    default:
      break;
  }
  const auto number = static_cast<std::int64_t>(random());
  return number >> random() % 64;
}

TEST(Scale, MirrorsUnderSign) {
  std::mt19937_64 random(1);
  for (int i = 0; i < 50000; ++i) {
    const std::int64_t amount = any_number(random);
    const std::int64_t numerator = any_number(random);
    const std::int64_t denominator = any_number(random);
    if (denominator == 0 || amount == kLeast || numerator == kLeast ||
        denominator == kLeast) {
      continue;
    }
    for (const Rounding rounding : {Rounding::kDown, Rounding::kUp,
                                    Rounding::kHalfUp, Rounding::kHalfEven}) {
      const auto charge = scale(amount, numerator, denominator, rounding);
      const auto refund = scale(-amount, numerator, denominator, rounding);
      EXPECT_EQ(scale(-amount, -numerator, denominator, rounding), charge);
      EXPECT_EQ(scale(amount, -numerator, denominator, rounding), refund);
      EXPECT_EQ(scale(amount, numerator, -denominator, rounding), refund);
      // INT64_MIN has no mirror image.
      if (charge && refund) {
        EXPECT_EQ(*charge, -*refund);
      } else {
        EXPECT_TRUE(charge == kLeast || refund == kLeast ||
                    (!charge && !refund));
      }
    }
  }
}

TEST(Scale, RoundingModesStandInOrder) {
  std::mt19937_64 random(2);
  for (int i = 0; i < 50000; ++i) {
    const auto amount = static_cast<std::int64_t>(random() % 1000000);
    const auto numerator = static_cast<std::int64_t>(random() % 1000);
    const auto denominator = static_cast<std::int64_t>(random() % 1000 + 1);
    const auto scaled = [&](Rounding rounding) {
      return scale(amount, numerator, denominator, rounding).value();
    };
    const std::int64_t down = scaled(Rounding::kDown);
    const std::int64_t even = scaled(Rounding::kHalfEven);
    const std::int64_t half = scaled(Rounding::kHalfUp);
    const std::int64_t up = scaled(Rounding::kUp);
    EXPECT_EQ(down, amount * numerator / denominator);
    EXPECT_EQ(up - down, amount * numerator % denominator == 0 ? 0 : 1);
    EXPECT_TRUE(down <= even && even <= half && half <= up);
  }
}

TEST(ParseAmount, ReadsWhatReportsPrint) {
  struct Row {
    std::string_view text;
    int exponent;
    char point;
    std::int64_t minor;
  };
  const Row rows[] = {
      {"4570", 0, '.', 4570},
      {"24732.00", 0, '.', 24732},
      {"0", 0, '.', 0},
      {"-0", 2, '.', 0},
      {"000", 2, '.', 0},
      {"10.00", 2, '.', 1000},
      {"10.0", 2, '.', 1000},
      {"10", 2, '.', 1000},
      {"10.500000000000000000000000", 2, '.', 1050},
      {"-6.5", 2, '.', -650},
      {"-175.00", 2, '.', -17500},
      {"+1", 0, '.', 1},
      {"0.05", 2, '.', 5},
      {"-0.05", 2, '.', -5},
      {"10,50", 2, ',', 1050},
      {"10,5", 2, ',', 1050},
      {"-0,05", 2, ',', -5},
      {"+12,00", 2, ',', 1200},
      {"12", 2, ',', 1200},
      {"4570,00", 0, ',', 4570},
      {"1,234", 3, ',', 1234},
      {" 10,50 ", 2, ',', 1050},
      {"92233720368547758,07", 2, ',', kMost},
      {"1.234", 3, '.', 1234},
      {"  4570 ", 0, '.', 4570},
      {"\t4570", 0, '.', 4570},
      {"00000000000000000000000012", 0, '.', 12},
      {"9223372036854775807", 0, '.', kMost},
      {"-9223372036854775808", 0, '.', kLeast},
      {"92233720368547758.07", 2, '.', kMost},
      {"-92233720368547758.08", 2, '.', kLeast},
      {"999999999999999999", 0, '.', 999999999999999999},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    EXPECT_EQ(parse_amount(row.text, row.exponent, row.point), row.minor);
  }
}

TEST(ParseAmount, SaysWhyNot) {
  struct Row {
    std::string_view text;
    int exponent;
    char point;
    AmountError error;
  };
  using enum AmountError;
  const Row rows[] = {
      {"", 0, '.', kEmpty},
      {"   ", 2, '.', kEmpty},
      {"-", 0, '.', kNotANumber},
      {"+", 0, '.', kNotANumber},
      {".", 2, '.', kNotANumber},
      {"5.", 2, '.', kNotANumber},
      {".5", 2, '.', kNotANumber},
      {"--5", 2, '.', kNotANumber},
      {"5-", 2, '.', kNotANumber},
      {"- 5", 2, '.', kNotANumber},
      {"1 000", 2, '.', kNotANumber},
      {"1,000", 0, '.', kNotANumber},
      {"1,000.00", 2, '.', kNotANumber},
      {"10.50", 2, ',', kNotANumber},
      {"10,50", 2, '.', kNotANumber},
      {"1.000,00", 2, ',', kNotANumber},
      {"1,2,3", 3, ',', kNotANumber},
      {",5", 2, ',', kNotANumber},
      {"5,", 2, ',', kNotANumber},
      {",", 2, ',', kNotANumber},
      {"1.2.3", 3, '.', kNotANumber},
      {"1.4E+14", 0, '.', kNotANumber},
      {"\xC2\xA5"
       "100",
       0, '.', kNotANumber},
      {"$5", 2, '.', kNotANumber},
      {"nan", 2, '.', kNotANumber},
      {"0x10", 0, '.', kNotANumber},
      {"99999999999999999999999x", 0, '.', kNotANumber},
      {"10.505", 2, '.', kTooPrecise},
      {"10,505", 2, ',', kTooPrecise},
      {"0.5", 0, '.', kTooPrecise},
      {"24732.01", 0, '.', kTooPrecise},
      {"9223372036854775808", 0, '.', kOverflow},
      {"-9223372036854775809", 0, '.', kOverflow},
      {"92233720368547758.08", 2, '.', kOverflow},
      {"9223372036854775807", 2, '.', kOverflow},
      {"18446744073709551616", 0, '.', kOverflow},
      {"99999999999999999999999999999999", 0, '.', kOverflow},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    const auto amount = parse_amount(row.text, row.exponent, row.point);
    ASSERT_FALSE(amount);
    EXPECT_EQ(amount.error(), row.error);
  }
}

TEST(PrintAmount, PrintsEveryDecimal) {
  EXPECT_EQ(print_amount(money("JPY", 1530)), "1530");
  EXPECT_EQ(print_amount(money("EUR", -1750)), "-17.50");
  EXPECT_EQ(print_amount(money("EUR", 0)), "0.00");
  EXPECT_EQ(print_amount(money("EUR", 5)), "0.05");
  EXPECT_EQ(print_amount(money("EUR", -5)), "-0.05");
  EXPECT_EQ(print_amount(money("EUR", 100)), "1.00");
  EXPECT_EQ(print_amount(money("BHD", 1)), "0.001");
  EXPECT_EQ(print_amount(money("BHD", -1234567)), "-1234.567");
  EXPECT_EQ(print_amount(money("JPY", kLeast)), "-9223372036854775808");
  EXPECT_EQ(print_amount(money("USD", kMost)), "92233720368547758.07");
  EXPECT_EQ(print_amount(Money{}), "0");
}

TEST(PrintAmount, ParseReadsItBack) {
  std::mt19937_64 random(3);
  for (const std::string_view code : {"JPY", "EUR", "BHD"}) {
    for (int i = 0; i < 100000; ++i) {
      const Money amount = money(code, any_number(random));
      ASSERT_EQ(
          parse_amount(print_amount(amount), amount.currency.exponent(), '.'),
          amount.minor)
          << print_amount(amount);
    }
  }
}

}  // namespace
}  // namespace parcelwise
