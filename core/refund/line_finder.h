// Which line of an order a told refund is of: by item id, leading zeros
// ignored; else by SKU, as it stands and then with case, quotes and spaces
// folded; else the only line, where it has no other id.
#ifndef PARCELWISE_REFUND_LINE_FINDER_H_
#define PARCELWISE_REFUND_LINE_FINDER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "orders/order_book.h"

namespace parcelwise {

// Whether a returns report alone has the item: one under a SKU that no order
// report has is no line of its order.
bool returned_alone(const OrderBook& book, std::uint32_t item);

class LineFinder {
 public:
  // `book` must outlive it.
  explicit LineFinder(const OrderBook& book) : book_(book) {}

  // An item of the book; nullopt where the order has no such line. The first of
  // several lines of one SKU: what it cannot hold is the others'
  // (refund/refund.h, refunded_before).
  std::optional<std::uint32_t> find(std::uint32_t order, ItemId id,
                                    std::string_view sku);

 private:
  // Of an order of many lines, so that each refund of it is found at once.
  struct Index {
    std::unordered_map<std::uint64_t, std::uint32_t> by_id;
    std::unordered_map<std::string, std::uint32_t> by_sku, by_folded;
  };
  const Index& index_of(std::uint32_t order);
  std::optional<std::uint32_t> look(std::uint32_t order, ItemId id,
                                    std::string_view sku) const;
  std::optional<std::uint32_t> only_line(std::uint32_t order, ItemId id,
                                         std::string_view sku) const;

  const OrderBook& book_;
  std::unordered_map<std::uint32_t, Index> indexes_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_LINE_FINDER_H_
