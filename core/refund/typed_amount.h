// Amounts as sellers type them, in forms and in letters.
#ifndef PARCELWISE_REFUND_TYPED_AMOUNT_H_
#define PARCELWISE_REFUND_TYPED_AMOUNT_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "money/money.h"
#include "policy/policy.h"

namespace parcelwise {

// In minor units of the policy's currency: with the policy's decimal point, or
// a full stop; nullopt for anything else and beyond kLargestAmount.
//   parse_money("12,50", amazon-it) -> 1250
//   parse_money("12,50", amazon-jp) -> nullopt
//   parse_money("1.200", amazon-it) -> nullopt: thousands, not cents
std::optional<std::int64_t> parse_money(std::string_view text,
                                        const Policy& policy);

// The same of what goes into a letter: in wide forms too, with the currency's
// code or sign before it or behind, and of a currency without decimals with
// thousands set apart by commas.
//   "EUR 12.50", "12,50 €"   -> 1250
//   "1,000円", "￥１，０００" -> 1000
//   "1,234" of euros         -> nullopt
std::optional<std::int64_t> parse_letter_amount(std::string_view text,
                                                const Currency& currency,
                                                char decimal_point);

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_TYPED_AMOUNT_H_
