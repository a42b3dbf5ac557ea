// Which items of which orders come back, by the seller-fulfilled returns
// reports (docs/formats.md 1.12): an index of their rows by order.
#ifndef PARCELWISE_ORDERS_RETURNS_H_
#define PARCELWISE_ORDERS_RETURNS_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "orders/order_book.h"

namespace parcelwise {

// A row of a returns report; valid as long as the report is.
struct Return {
  std::uint32_t order = 0;   // index in the book
  std::uint32_t report = 0;  // index in the book's reports
  const ReturnedItem* item = nullptr;
};

class Returns {
 public:
  // ONCE  Reports of overlapping days tell a return again, each time with more
  // of its story: of rows with one order, RMA and SKU (without an RMA: one day
  // of request) the fullest counts, which says that the parcel arrived, that
  // more was refunded, that the request was answered; of equals the one told
  // last.
  static Returns find(const OrderBook& book);

  // The returns of an order by day of arrival (those still under way last),
  // then by request, RMA and SKU; none for most orders.
  std::span<const Return> of(std::uint32_t order) const;
  bool none() const { return returns_.empty(); }

 private:
  std::vector<Return> returns_;  // by order
};

// Whether some loaded report is a returns report with rows.
bool has_returns(const OrderBook& book);

// What a Return request status says. Unknown words count as not answered, so
// that somebody looks.
//   "Approved", "Authorized"                        -> kApproved
//   "Completed", "Closed", "Refunded", "Denied" ... -> kClosed
//   "", "Pending", "Pending approval"               -> kUnanswered
enum class ReturnStatus : std::uint8_t { kUnanswered, kApproved, kClosed };
ReturnStatus return_status(std::string_view returned);

// A cell of the return's own row in the report's words; where the report has
// kept another row of the order and SKU, what was read from it. "" where
// untold.
std::string return_cell(const OrderBook& book, const Return& returned,
                        Column column);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_RETURNS_H_
