// What already went back, by item of the order book: told by settlement
// reports, adjustments files and returns reports, and by the plan's own earlier
// refunds.
//
// ONCE  The same refund is often told several times: by two settlements that
// overlap, by the file that was uploaded and the settlement that shows it done,
// by the returns report's total. It counts once: equal events of two
// settlements are one; an adjustment and a settlement of one item with equal
// amounts are one; a returns report's total counts only by what it exceeds the
// others. Two uploads of equal rows are two refunds, unless they are one file
// given twice.
#ifndef PARCELWISE_REFUND_LEDGER_H_
#define PARCELWISE_REFUND_LEDGER_H_

#include <array>
#include <cstdint>
#include <unordered_map>

#include "orders/order_book.h"
#include "refund/components.h"

namespace parcelwise {

// What a concession is for: each has its own cap (docs/rules.md 2.2.5, W12).
enum class Concession : std::uint8_t { kOther, kReturnShipping, kCount };

struct Refunded {
  Components amounts;  // what no component is told of counts as item price
  int units = 0;       // told in so many words, the least where untold
  // Of the amounts, what was given as a concession.
  std::array<std::int64_t, static_cast<std::size_t>(Concession::kCount)>
      conceded{};
};

class RefundLedger {
 public:
  RefundLedger() = default;

  // From every report of the book. Amounts without a currency are in their
  // line's; those in another one than the line's are left out and counted.
  static RefundLedger read(const OrderBook& book, const Currency& fallback);

  // Nothing where nothing is known.
  Refunded of(std::uint32_t item) const;
  void add(std::uint32_t item, const Refunded& more);

  // Told refunds whose order or line no report has: they bind nothing here.
  std::uint32_t unmatched() const { return unmatched_; }

 private:
  std::unordered_map<std::uint32_t, Refunded> by_item_;
  std::uint32_t unmatched_ = 0;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_LEDGER_H_
