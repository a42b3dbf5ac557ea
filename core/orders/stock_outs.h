// Which orders the stock in hand cannot fill (S21-S23): units are given to
// orders by their ship-by, the earliest first, so the last ones go without.
#ifndef PARCELWISE_ORDERS_STOCK_OUTS_H_
#define PARCELWISE_ORDERS_STOCK_OUTS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "orders/marketplace.h"
#include "orders/order_book.h"
#include "policy/policy.h"

namespace parcelwise {

// Units in hand of one SKU; a SKU that is not listed is taken to be in stock.
struct StockLevel {
  std::string sku;
  std::int64_t units = 0;  // 0 to 999,999,999 a line; lines of one SKU add up
};

inline constexpr std::size_t kMaxStockRows = 1'000'000;
inline constexpr std::size_t kMaxSkuBytes =
    256;  // Amazon's own limit is 40 characters

// A line of a stock list that is none, or the first one too many.
struct StockError {
  std::size_t row = 0;  // 1 is the first line
  std::string text;     // at most 80 bytes
  bool too_many = false;
};

// Reads "SKU<tab, comma or semicolon>units" lines; a line with a SKU alone
// means none left. Blank lines, blank cells at the end and a heading "sku ..."
// in the first line are passed over. Cells may be quoted as a spreadsheet does
// it.
//   read_stock("A-1\t3\nB-2\n")    -> {A-1: 3}, {B-2: 0}
//   read_stock("\"A,1\",\"3\"\n")  -> {A,1: 3}
//   read_stock("A-1\tmany\n")      -> StockError{1, "A-1\tmany"}
//   read_stock("A-1 3\n")          -> StockError{1, "A-1 3"}: a SKU, or three
//   units?
tl::expected<std::vector<StockLevel>, StockError> read_stock(
    std::string_view text);

// A line of an order whose SKU does not reach.
struct Shortage {
  std::uint32_t order = 0;  // index in the book
  std::uint32_t item = 0;
  std::string sku;
  int missing =
      0;  // of `wanted`; 0 where only another line of the SKU lacks some
  int wanted = 0;  // still to ship
};

class StockOuts {
 public:
  // Orders to ship get what they want in the order of their ship-by, those of
  // one ship-by by their id, those without one last. The order that finds too
  // little takes what there is: it can be sent in part (S22).
  static StockOuts find(const OrderBook& book, const Policies& policies,
                        const std::vector<StockLevel>& stock);

  // The lines of an order with the SKUs it will not get all of, by SKU and
  // item; none for most orders.
  std::span<const Shortage> of(std::uint32_t order) const;
  bool none() const { return shortages_.empty(); }
  bool affects(std::uint32_t order) const { return !of(order).empty(); }

 private:
  std::vector<Shortage> shortages_;  // by order, SKU, item
};

// What is wrong with the row, and the remedy.
std::string stock_error_text(const StockError& error, Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_STOCK_OUTS_H_
