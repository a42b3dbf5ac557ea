// Exact amounts: a count of minor units and the currency they belong to.
//
// UNITS
// A yen is one minor unit, a euro a hundred, a Bahraini dinar a thousand
// (ISO 4217's exponent: 0, 2 or 3). Amounts are int64 and never floating point;
// every operation that could leave that range says so instead of wrapping.
//
// ERRORS are values (tl::expected); nothing here throws.
//   add(Money{yen, 1000}, Money{yen, 530})   -> Money{yen, 1530}
//   add(Money{yen, 1000}, Money{euro, 530})  -> MoneyError::kMixedCurrencies
#ifndef PARCELWISE_MONEY_MONEY_H_
#define PARCELWISE_MONEY_MONEY_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace parcelwise {

// An ISO 4217 currency. Two currencies are equal when their codes are.
class Currency {
 public:
  // No currency: what a report without money has.
  constexpr Currency() = default;

  // `code` in any case ("JPY", "jpy"); nullopt for a code that ISO 4217 lacks.
  static std::optional<Currency> from_code(std::string_view code);

  constexpr std::string_view code() const {
    return {code_.data(), known() ? 3u : 0u};
  }
  // Digits behind the decimal point of the major unit: 0, 2 or 3.
  constexpr int exponent() const { return exponent_; }
  constexpr bool known() const { return code_[0] != '\0'; }

  friend constexpr bool operator==(const Currency&, const Currency&) = default;

 private:
  std::array<char, 3> code_{};
  std::uint8_t exponent_ = 0;
};

struct Money {
  Currency currency;
  std::int64_t minor = 0;

  friend constexpr bool operator==(const Money&, const Money&) = default;
};

enum class MoneyError {
  kOverflow,         // the result does not fit in int64 minor units
  kMixedCurrencies,  // the two amounts are not of one currency
};

tl::expected<Money, MoneyError> add(Money a, Money b);
tl::expected<Money, MoneyError> subtract(Money a, Money b);

// How a quotient between two minor units becomes one of them. Named at every
// call that can round: there is no default.
enum class Rounding {
  kDown,    // towards zero
  kUp,      // away from zero
  kHalfUp,  // nearest; a half goes away from zero (Amazon's fee examples, W10)
  kHalfEven,  // nearest; a half goes to the even neighbour
};

// amount * numerator / denominator through a 128-bit product, so a refund of
// k of n units mirrors the charge under sign. `denominator` is not 0.
//   scale(1000, 2, 3, Rounding::kHalfUp)  -> 667
//   scale(INT64_MAX, 3, 2, ...)           -> MoneyError::kOverflow
tl::expected<std::int64_t, MoneyError> scale(std::int64_t amount,
                                             std::int64_t numerator,
                                             std::int64_t denominator,
                                             Rounding rounding);

enum class AmountError {
  kEmpty,       // nothing but spaces
  kNotANumber,  // a character that no amount has, or none of its digits
  kTooPrecise,  // more non-zero decimals than the currency has
  kOverflow,    // more than int64 minor units
};

// Reads an amount as a report prints it: an optional sign, digits, and an
// optional `decimal_point` with decimals. No thousands separators, no currency
// sign, no exponent form; surrounding spaces are passed over.
//   parse_amount("4570", 0, '.')      -> 4570
//   parse_amount("24732.00", 0, '.')  -> 24732    (JP FBA report)
//   parse_amount("-175.00", 2, '.')   -> -17500
//   parse_amount("10,50", 2, ',')     -> 1050
//   parse_amount("10.505", 2, '.')    -> AmountError::kTooPrecise
//   parse_amount("1.4E+14", 0, '.')   -> AmountError::kNotANumber
// Source of the forms: docs/formats.md 1.6.
tl::expected<std::int64_t, AmountError> parse_amount(std::string_view text,
                                                     int exponent,
                                                     char decimal_point);

// Digits for a machine: "1530", "-17.50"; always '.', always every decimal.
std::string print_amount(Money amount);

}  // namespace parcelwise

#endif  // PARCELWISE_MONEY_MONEY_H_
