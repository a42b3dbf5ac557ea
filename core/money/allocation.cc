// Largest remainder, cumulative unit prices and tax by rate. Products go
// through scale's 128 bits; what is left of them here fits in 64.
#include "money/allocation.h"

#include <algorithm>
#include <cstddef>

namespace parcelwise {
namespace {

// What scale's rounding down left over, as a size: |total * weight| modulo
// `sum`. It is below `sum`, so the low 64 bits of both products are enough for
// it.
std::uint64_t remainder(std::int64_t total, std::int64_t weight,
                        std::int64_t part, std::int64_t sum) {
  const auto low = [](std::int64_t a, std::int64_t b) {
    return static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b);
  };
  const std::uint64_t rest = low(total, weight) - low(part, sum);
  return total < 0 ? 0 - rest : rest;
}

struct Remainder {
  std::uint64_t size;
  std::size_t position;
};

}  // namespace

tl::expected<std::vector<std::int64_t>, AllocationError> allocate(
    std::int64_t total, std::span<const Share> shares) {
  for (const Share& share : shares) {
    if (share.weight < 0)
      return tl::unexpected(AllocationError::kNegativeWeight);
  }
  std::int64_t sum = 0;
  for (const Share& share : shares) {
    if (__builtin_add_overflow(sum, share.weight, &sum)) {
      return tl::unexpected(AllocationError::kOverflow);
    }
  }
  if (sum == 0) return tl::unexpected(AllocationError::kNoShares);

  std::vector<std::int64_t> parts;
  parts.reserve(shares.size());
  std::vector<Remainder> remainders;
  std::int64_t left = total;  // has total's sign or is 0
  for (const Share& share : shares) {
    // A weight is at most the sum, so no part is larger than the total.
    const std::int64_t part = *scale(total, share.weight, sum, Rounding::kDown);
    const std::uint64_t rest = remainder(total, share.weight, part, sum);
    if (rest != 0) remainders.push_back({rest, parts.size()});
    parts.push_back(part);
    left -= part;
  }

  // The remainders sum to |left| times the weights' sum and each is below that
  // sum: there are always more of them than units left.
  const auto later = [shares](const Remainder& a, const Remainder& b) {
    if (a.size != b.size) return a.size < b.size;
    const int keys = shares[a.position].key.compare(shares[b.position].key);
    return keys != 0 ? keys > 0 : a.position > b.position;
  };
  const std::int64_t unit = total < 0 ? -1 : 1;
  std::make_heap(remainders.begin(), remainders.end(), later);
  for (; left != 0; left -= unit) {
    std::pop_heap(remainders.begin(), remainders.end(), later);
    parts[remainders.back().position] += unit;
    remainders.pop_back();
  }
  return parts;
}

std::int64_t units_price(std::int64_t total, int before, int units, int of) {
  if (before < 0 || units < 0 || of <= 0 || before > of ||
      units > of - before) {
    return 0;
  }
  // Of no more than `of` units, neither price is larger than the total; both
  // have its sign, so their difference fits as well.
  const auto up_to = [&](int count) {
    return *scale(total, count, of, Rounding::kHalfUp);
  };
  return up_to(before + units) - up_to(before);
}

tl::expected<std::vector<TaxInside>, MoneyError> tax_inside(
    std::span<const TaxedAmount> amounts, Rounding rounding) {
  std::vector<TaxInside> taxes;
  for (const TaxedAmount& amount : amounts) {
    if (amount.rate < 0 || amount.rate > kWhole) {
      return tl::unexpected(MoneyError::kOverflow);
    }
    auto place = std::lower_bound(
        taxes.begin(), taxes.end(), amount.rate,
        [](const TaxInside& tax, int rate) { return tax.rate < rate; });
    if (place == taxes.end() || place->rate != amount.rate) {
      place = taxes.insert(place, {amount.rate, 0, 0});
    }
    if (__builtin_add_overflow(place->gross, amount.gross, &place->gross)) {
      return tl::unexpected(MoneyError::kOverflow);
    }
  }
  for (TaxInside& tax : taxes) {
    // A rate is less than what it is divided by: the tax is within the gross.
    tax.tax = *scale(tax.gross, tax.rate, kWhole + tax.rate, rounding);
  }
  return taxes;
}

}  // namespace parcelwise
