// Which orders the stock in hand cannot fill (S21-S23): units are given to
// orders by their ship-by, the earliest first, so the last ones go without.
#ifndef PARCELWISE_RULES_STOCK_OUTS_H_
#define PARCELWISE_RULES_STOCK_OUTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "policy/policy.h"
#include "report/order_book.h"

namespace parcelwise {

// Units in hand of one SKU; a SKU that is not listed is taken to be in stock.
struct StockLevel {
  std::string sku;
  int units = 0;
};

// A line of a stock list that is none.
struct StockError {
  std::size_t row = 0;  // 1 is the first line
  std::string text;     // at most 80 bytes
};

// Reads "SKU<tab, comma or semicolon>units" lines; a line with a SKU alone means none left.
// Blank lines are passed over. A heading "sku ..." in the first line is too.
//   read_stock("A-1\t3\nB-2\n")  -> {A-1: 3}, {B-2: 0}
//   read_stock("A-1\tmany\n")    -> StockError{1, "A-1\tmany"}
tl::expected<std::vector<StockLevel>, StockError> read_stock(std::string_view text);

class StockOuts {
 public:
  static StockOuts find(const OrderBook& book, const Policy& policy,
                        const std::vector<StockLevel>& stock);

  // SKUs that an order needs and will not get; empty for most orders.
  std::vector<std::string> missing(std::uint32_t order) const;
  bool affects(std::uint32_t order) const;

 private:
  std::vector<std::pair<std::uint32_t, std::string>> missing_;  // by order
};

}  // namespace parcelwise

#endif  // PARCELWISE_RULES_STOCK_OUTS_H_
