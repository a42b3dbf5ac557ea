// Reads amounts that people type; see refund/typed_amount.h.
#include "refund/typed_amount.h"

#include <algorithm>
#include <string>
#include <utility>

#include "refund/components.h"
#include "text/ascii.h"
#include "text/trim.h"
#include "text/utf8.h"
#include "text/width_fold.h"

namespace parcelwise {
namespace {

std::optional<std::int64_t> parse(std::string_view text, int exponent,
                                  char decimal_point) {
  // More decimals than any amount has are thousands to whoever wrote them:
  // "1.200".
  const std::size_t point = text.find_last_of(".,");
  const std::size_t most = static_cast<std::size_t>(std::max(exponent, 2));
  if (point != std::string_view::npos && text.size() - point - 1 > most)
    return std::nullopt;
  auto amount = parse_amount(text, exponent, decimal_point);
  if (!amount) amount = parse_amount(text, exponent, '.');
  if (!amount || *amount > kLargestAmount || *amount < -kLargestAmount)
    return std::nullopt;
  return *amount;
}

std::string narrow(std::string_view utf8) {
  std::string text;
  for (const char32_t c : WidthFolded(utf8)) {
    char bytes[4];
    text.append(bytes, write_utf8(c, bytes));
  }
  return text;
}

// "1,000", "12,345,678": without its commas.
std::string without_thousands(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stands = i > 0 && (text.size() - i) % 4 == 0;
    if ((text[i] == ',') != stands) return std::string(text);
    if (!stands) digits += text[i];
  }
  return digits;
}

}  // namespace

std::optional<std::int64_t> parse_money(std::string_view text,
                                        const Policy& policy) {
  return parse(text, policy.currency().exponent(), policy.decimal_point());
}

std::optional<std::int64_t> parse_letter_amount(std::string_view text,
                                                const Currency& currency,
                                                char decimal_point) {
  constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
      {"JPY", "\u00A5"},
      {"JPY", "\u5186"},
      {"EUR", "\u20AC"},
      {"GBP", "\u00A3"},
      {"USD", "$"}};
  const std::string folded = narrow(text);  // small letters, too
  std::string_view amount = trimmed(folded);
  const auto without = [&amount](std::string_view mark) {
    if (amount.starts_with(mark)) {
      amount.remove_prefix(mark.size());
    } else if (amount.ends_with(mark)) {
      amount.remove_suffix(mark.size());
    } else {
      return false;
    }
    amount = trimmed(amount);
    return true;
  };
  if (!without(lower_ascii(currency.code()))) {
    for (const auto& [code, sign] : kSigns) {
      if (code == currency.code() && without(sign)) break;
    }
  }
  // Of a currency with decimals "1,234" may be one and a bit.
  if (currency.exponent() == 0)
    return parse(without_thousands(amount), 0, decimal_point);
  const auto minor = parse(amount, currency.exponent(), decimal_point);
  return minor ? minor : parse(amount, currency.exponent(), ',');
}

}  // namespace parcelwise
