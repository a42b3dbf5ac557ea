// Any text as an amount: what is read is printed and read again as the same
// amount, sums and scaled amounts are exact or an error, splits of it lose
// nothing and mirror under sign, and a stock list of any bytes is read or
// refused at one of its lines.
#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "cuts.h"
#include "money/allocation.h"
#include "money/money.h"
#include "orders/stock_outs.h"
#include "require.h"

namespace {

using namespace parcelwise;

constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();

// `part` lies between 0 and `total`.
bool within(std::int64_t part, std::int64_t total) {
  return total < 0 ? total <= part && part <= 0 : 0 <= part && part <= total;
}

// Over shares whose weights and keys are the input's own bytes.
void hold_split(std::int64_t total, std::string_view bytes) {
  std::vector<Share> shares;
  for (std::size_t at = 0; at < bytes.size() && shares.size() < 40; at += 9) {
    std::int64_t weight = 0;
    for (const char c : bytes.substr(at, 9)) {
      weight =
          static_cast<std::int64_t>(static_cast<std::uint64_t>(weight) << 7 |
                                    static_cast<unsigned char>(c));
    }
    weight >>= static_cast<unsigned char>(bytes[at]) % 64;  // most sums fit
    shares.push_back({weight, bytes.substr(at, 2)});
  }
  const bool negative =
      std::any_of(shares.begin(), shares.end(),
                  [](const Share& share) { return share.weight < 0; });
  const auto parts = allocate(total, shares);
  if (!parts) {
    REQUIRE(negative == (parts.error() == AllocationError::kNegativeWeight));
    return;
  }
  REQUIRE(!negative);
  REQUIRE(parts->size() == shares.size());
  std::int64_t left = total;
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    REQUIRE(within((*parts)[i], left));
    REQUIRE(shares[i].weight != 0 || (*parts)[i] == 0);
    left -= (*parts)[i];
    sum += shares[i].weight;
  }
  REQUIRE(left == 0);
  if (total == kLeast) return;
  const auto refund = allocate(-total, shares);
  REQUIRE(refund.has_value());
  for (std::size_t i = 0; i < shares.size(); ++i) {
    REQUIRE((*refund)[i] == -(*parts)[i]);
    if (within(total, sum) || within(-total, sum)) {
      REQUIRE(within((*parts)[i],
                     total < 0 ? -shares[i].weight : shares[i].weight));
    }
  }
}

void hold_units(std::int64_t total, fuzz::Cuts cuts) {
  const int of =
      1 + static_cast<int>(cuts.below(cuts.below(2) == 0 ? 9 : 0x7FFFFFFF));
  std::int64_t left = total;
  for (int before = 0, step = 0; before < of; ++step) {
    const int rest = of - before;
    const int units =
        step == 8
            ? rest
            : static_cast<int>(cuts.below(static_cast<std::size_t>(rest))) + 1;
    const std::int64_t price = units_price(total, before, units, of);
    REQUIRE(within(price, left));
    REQUIRE(total == kLeast ||
            units_price(-total, before, units, of) == -price);
    left -= price;
    before += units;
  }
  REQUIRE(left == 0);
}

void hold_tax(std::int64_t total, fuzz::Cuts cuts) {
  const TaxedAmount amounts[] = {
      {total, static_cast<int>(cuts.below(kWhole + 1))},
      {total / 3, static_cast<int>(cuts.below(kWhole + 1))}};
  const auto taxes = tax_inside(amounts, Rounding::kHalfUp);
  if (!taxes) {
    REQUIRE(amounts[0].rate == amounts[1].rate);
    return;
  }
  REQUIRE(taxes->size() == (amounts[0].rate == amounts[1].rate ? 1 : 2));
  REQUIRE(taxes->front().rate <= taxes->back().rate);
  for (const TaxInside& tax : *taxes) REQUIRE(within(tax.tax, tax.gross));
}

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
    const std::int64_t left =
        *minor - *share * parts;  // towards zero: in range
    REQUIRE(left < parts && left > -parts);
  }
  hold_split(*minor, text);
  hold_units(*minor, fuzz::Cuts(text));
  hold_tax(*minor, fuzz::Cuts(text));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const char* const code : {"JPY", "EUR", "BHD"}) {
    hold(text, code, '.');
    hold(text, code, ',');
  }
  // Few inputs are an amount: the others split one of their own size.
  const fuzz::Cuts cuts(text);
  const std::uint64_t bits = fuzz::Cuts(cuts).below(~std::size_t{0});
  const auto total = static_cast<std::int64_t>(bits << text.size() % 64);
  hold_split(total, text);
  hold_units(total, cuts);
  const auto stock = read_stock(text);
  if (!stock) {
    REQUIRE(stock.error().row >= 1);
    REQUIRE(stock.error().text.size() <= 80);
  } else {
    for (const StockLevel& level : *stock)
      REQUIRE(!level.sku.empty() && level.units >= 0);
  }
  return 0;
}
