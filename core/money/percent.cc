// Percentages read and printed through amounts with two decimals.
#include "money/percent.h"

#include "money/allocation.h"
#include "money/money.h"

namespace parcelwise {

std::optional<int> parse_percent(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const bool has_sign = text.ends_with('%');
  if (has_sign) text.remove_suffix(1);
  const auto rate = parse_amount(text, 2, '.');
  if (!rate || *rate < 0 || *rate > kWhole) return std::nullopt;
  if (!has_sign && *rate > 0 && *rate < kWhole / 100) return std::nullopt;
  return static_cast<int>(*rate);
}

std::string print_percent(std::int64_t rate) {
  std::string text = std::to_string(rate / 100);
  if (rate % 100 == 0) return text;
  text += '.';
  text += static_cast<char>('0' + rate / 10 % 10);
  if (rate % 10 != 0) text += static_cast<char>('0' + rate % 10);
  return text;
}

}  // namespace parcelwise
