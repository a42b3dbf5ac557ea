// Rows of the three files that tell of refunds, read into what they tell; the
// reader calls this once a row has the shape and the ids that it needs.
//
// Texts keep the file's bytes here: the encoding is known only at its end.
#ifndef PARCELWISE_REPORT_REFUND_ROWS_H_
#define PARCELWISE_REPORT_REFUND_ROWS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "report/cells.h"
#include "report/refund_evidence.h"
#include "text/text_hash.h"

namespace parcelwise {

// A row of a seller-fulfilled returns report (docs/formats.md 1.12).
tl::expected<ReturnedItem, BadCell> read_returned_item(const RowCells& cells,
                                                       OrderId order);

// A row of an adjustments (refund upload) file (docs/formats.md 2.2).
tl::expected<RefundedItem, BadCell> read_adjustment(const RowCells& cells,
                                                    OrderId order, ItemId item);

// The rows of a V2 settlement report (docs/formats.md 1.14), most of which are
// no refund.
class SettlementRows {
 public:
  // Adds what the row gave back to the buyer to the refund it belongs to, or
  // begins one. True where the row is part of a refund. A row of another kind
  // (an order, a fee, the summary) is read past; of it only the currency
  // counts, and an id that a spreadsheet spoilt. Words that nobody has
  // described make a refund of their own (RefundedItem::unknown_kind); of a
  // transaction type like that, what left the seller's account does.
  tl::expected<bool, BadCell> add(const RowCells& cells, std::uint32_t number,
                                  std::vector<RefundedItem>& refunds);

  // Refunds whose rows name no currency take the one of their settlement's
  // summary row, wherever that stood; to be called once, with all of them.
  void settle_currencies(std::vector<RefundedItem>& refunds) const;

  // Which of the refunds the row that was last added belongs to.
  std::uint32_t last_refund() const { return last_; }

 private:
  struct Settlement {
    std::string id;
    Currency currency;
  };
  std::uint32_t settlement_of(std::string_view id);

  std::vector<Settlement> settlements_;
  std::vector<std::uint32_t> settlement_of_;  // by refund
  TextNumbers numbers_;                       // of refunds
  std::uint32_t last_ = 0;
};

// The columns a settlement row must reach to be read as a refund.
bool reaches_refund_columns(const RowCells& cells);
bool is_settlement_refund(const RowCells& cells);
// The same, or a transaction type that nobody has described.
bool may_be_settlement_refund(const RowCells& cells);

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_REFUND_ROWS_H_
