// Any text as an amount: what is read is printed and read again as the same
// amount, sums and scaled amounts are exact or an error, and a stock list of any
// bytes is read or refused at one of its lines.
#include <string>

#include "money/money.h"
#include "require.h"
#include "rules/stock_outs.h"

namespace {

using namespace parcelwise;

void hold(std::string_view text, const char* code, char point) {
  const Currency currency = *Currency::from_code(code);
  const auto minor = parse_amount(text, currency.exponent(), point);
  if (!minor) return;
  const Money money{currency, *minor};
  REQUIRE(parse_amount(print_amount(money), currency.exponent(), '.') == minor);
  const auto twice = add(money, money);
  if (twice) REQUIRE(subtract(*twice, money) == money);
  for (const std::int64_t parts : {1, 3, 7}) {
    const auto share = scale(*minor, 1, parts, Rounding::kDown);
    REQUIRE(share.has_value());
    const std::int64_t left = *minor - *share * parts;  // towards zero: in range
    REQUIRE(left < parts && left > -parts);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const char* const code : {"JPY", "EUR", "BHD"}) {
    hold(text, code, '.');
    hold(text, code, ',');
  }
  const auto stock = read_stock(text);
  if (!stock) {
    REQUIRE(stock.error().row >= 1);
    REQUIRE(stock.error().text.size() <= 80);
  } else {
    for (const StockLevel& level : *stock) REQUIRE(!level.sku.empty() && level.units >= 0);
  }
  return 0;
}
