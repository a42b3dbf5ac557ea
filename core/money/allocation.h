// Splitting an amount so that nothing is lost: over shares, over units one
// after the other, and into price and the tax inside it.
//
// Every split is worked out on magnitudes and given its sign afterwards, so
// that a refund is its charge's mirror image. Sources: docs/rules.md 3.3, 4.1,
// W5, W8, W13.
#ifndef PARCELWISE_MONEY_ALLOCATION_H_
#define PARCELWISE_MONEY_ALLOCATION_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "money/money.h"

namespace parcelwise {

// What somebody's part is measured by. Keys decide ties, so the order in which
// shares are given changes nothing; equal keys fall back to that order.
struct Share {
  std::int64_t weight = 0;  // not negative
  std::string_view key;
};

enum class AllocationError {
  kNoShares,  // no share, or none with a weight
  kNegativeWeight,
  kOverflow,  // the weights' sum does not fit in int64
};

// Largest remainder (Hamilton): each share gets the whole units of its exact
// part, and those with the largest remainders one more each, ties by key. The
// parts sum to `total` exactly, have its sign or are 0, and a share of weight 0
// gets 0. If |total| is at most the sum of weights, no part exceeds its weight.
// Every total can be split, INT64_MIN too, and one larger than the weights'
// sum.
//   allocate(770, {{700, "A"}, {500, "B"}, {300, "C"}})  -> 359, 257, 154 (W5)
//   allocate(5, {})                                      -> kNoShares
tl::expected<std::vector<std::int64_t>, AllocationError> allocate(
    std::int64_t total, std::span<const Share> shares);

// What `units` more of `of` cost, when `before` units went before them: the
// rounded cumulative price less the one already reached. Units taken in any
// steps sum to `total` exactly; a half goes away from zero, so a refund mirrors
// its charge. 0 <= before, 0 <= units, before + units <= of, of > 0; outside of
// that 0.
//   units_price(1000, 0, 1, 3), (1000, 1, 1, 3), (1000, 2, 1, 3) -> 333, 334,
//   333 (W8)
std::int64_t units_price(std::int64_t total, int before, int units, int of);

// A rate in hundredths of a percent: 1000 is 10 %.
inline constexpr int kWhole = 10'000;

// Amounts that include their tax, by rate.
struct TaxedAmount {
  std::int64_t gross = 0;  // minor units, tax included
  int rate = 0;            // hundredths of a percent, 0 to kWhole
};

// The tax inside, rounded once for each rate over the sum of its amounts, never
// line by line (W13); by rate, the lowest first. gross * rate / (100 % + rate).
//   tax_inside({{1080, 800}, {1100, 1000}, {550, 1000}}, kDown) -> {800: 1080,
//   80}, {1000: 1650, 150} tax_inside({{INT64_MAX, 1000}, {1, 1000}}, ...) ->
//   MoneyError::kOverflow tax_inside({{1080, -1}}, ...), which is no rate ->
//   MoneyError::kOverflow
struct TaxInside {
  int rate = 0;
  std::int64_t gross = 0;
  std::int64_t tax = 0;
};
tl::expected<std::vector<TaxInside>, MoneyError> tax_inside(
    std::span<const TaxedAmount> amounts, Rounding rounding);

}  // namespace parcelwise

#endif  // PARCELWISE_MONEY_ALLOCATION_H_
