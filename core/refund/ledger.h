// What already went back, by item of the order book: told by settlement
// reports, adjustments files and returns reports, and by the plan's own earlier
// refunds.
//
// ONCE  The same refund is often told several times: by two settlements that
// overlap, by the file that was uploaded and the settlement that shows it done,
// by the returns report's total. It counts once: equal events of two
// settlements are one; an adjustment and a settlement of one item with equal
// amounts are one, and both are named, and so are several adjustments and the
// settlement that comes to their sum; a returns report's total counts only by
// what it exceeds the others. Two uploads of equal rows are two refunds, unless
// they are one file given twice.
//
// NEVER DROPPED  A refund of a loaded order goes to its line by item id, else
// by SKU (text/fold.h, fold_sku). What fits no line is kept with its file, row
// and reason, so that told() = counted() + not_counted().size(), always.
//
//   a settlement row of SKU "cup-1", the line's SKU is "CUP-1"  -> of(line)
//   one of SKU "ELSE", which the order lacks  -> not_counted, kNoSuchLine
#ifndef PARCELWISE_REFUND_LEDGER_H_
#define PARCELWISE_REFUND_LEDGER_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "orders/marketplace.h"
#include "orders/order_book.h"
#include "refund/components.h"

namespace parcelwise {

// What a concession is for: each has its own cap (docs/rules.md 2.2.5, W12). It
// is given to an order, beside what goes back of its lines.
enum class Concession : std::uint8_t { kOther, kReturnShipping, kCount };
inline constexpr std::size_t kConcessions =
    static_cast<std::size_t>(Concession::kCount);
using Conceded = std::array<std::int64_t, kConcessions>;

struct Refunded {
  Components amounts;  // what no component is told of counts as item price
  int units = 0;       // told in so many words, the least where untold
};

// Why a refund that a report tells is on no line.
enum class Uncounted : std::uint8_t {
  kNoSuchLine,
  kOtherCurrency,  // or an amount that the line's currency has no unit for
  kUnknownKind,    // a word of a settlement that nobody has described
  kUnreadRow,      // a rejected row that names the order, or no true amount
  kEqualEvents     // an upload that a settlement seems to show done: is one
};
std::string_view uncounted_name(Uncounted why);  // "no-such-line"

struct NotCounted {
  static constexpr std::uint32_t kNoItem = UINT32_MAX;

  std::uint32_t order = 0;  // of the book
  std::uint32_t report = 0, row = 0;
  Uncounted why{};
  std::optional<Money> amount{};  // nullopt: nobody can read it
  std::uint32_t item = kNoItem;   // of the book, where it is known
  // kEqualEvents: the settlement's.
  std::uint32_t other_report = 0, other_row = 0;
};

// A refund that counts, as the reports tell it; of what uploads and a
// settlement that adds them up tell, each upload.
struct ToldRefund {
  std::uint32_t order = 0;
  std::uint32_t item = NotCounted::kNoItem;  // of a concession alone: none
  std::uint32_t report = 0, row = 0;
  std::int64_t minor = 0;  // to the buyer, without what was conceded
  Conceded conceded{};
  std::optional<Day> posted;  // of a settlement that shows it, in UTC
};

// What several of them come to: one sum a currency, in the order they came, and
// how many nobody can read.
struct UnplacedSums {
  std::vector<Money> sums;
  std::size_t unreadable = 0;
  void add(const NotCounted& one);
};

class RefundLedger {
 public:
  RefundLedger() = default;

  // From every report of the book. Amounts without a currency are in their
  // line's, and where that tells none in the order's marketplace's.
  static RefundLedger read(const OrderBook& book, const Policies& policies);

  // Nothing where nothing is known.
  Refunded of(std::uint32_t item) const;
  void add(std::uint32_t item, const Refunded& more);

  // What was conceded to an order of the book; it takes up no line's room.
  Conceded conceded(std::uint32_t order) const;
  void concede(std::uint32_t order, Concession kind, std::int64_t minor);

  // By order, report and row; those of one order.
  std::span<const NotCounted> not_counted() const { return not_counted_; }
  std::span<const NotCounted> not_counted(std::uint32_t order) const;

  // Rows of reports that tell refunds which could not be read and name no
  // order: any may be a refund of any.
  const RowsNamed& nameless() const { return nameless_; }

  // What counts of one order, by file and row.
  std::span<const ToldRefund> told_of(std::uint32_t order) const;

  // Refunds of loaded orders that the reports tell, an exact copy in a second
  // settlement left aside; and those that are on a line.
  std::uint32_t told() const {
    return counted_ + static_cast<std::uint32_t>(not_counted_.size());
  }
  std::uint32_t counted() const { return counted_; }

  // Told refunds of orders that no report has: they bind nothing here.
  std::uint32_t unmatched() const { return unmatched_; }

 private:
  friend class RefundReading;

  std::unordered_map<std::uint32_t, Refunded> by_item_;
  std::unordered_map<std::uint32_t, Conceded> conceded_;  // by order
  std::vector<NotCounted> not_counted_;
  std::vector<ToldRefund> told_;
  RowsNamed nameless_;
  std::uint32_t counted_ = 0;
  std::uint32_t unmatched_ = 0;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_LEDGER_H_
