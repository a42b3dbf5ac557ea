// Finds postal codes that orders share; see combine/shared_areas.h.
#include "combine/shared_areas.h"

#include <bit>
#include <cstddef>

namespace parcelwise {
namespace {

// The postal codes that two orders or more have. By hash, as bits: two that
// share a bit cost an address read in vain, and nothing else.
class SharedAreas {
 public:
  explicit SharedAreas(const OrderBook& book)
      : book_(book),
        bits_(std::bit_ceil(std::size_t{16} * book.order_count() + 64)),
        once_(bits_ / 64),
        twice_(bits_ / 64) {
    for (const std::uint32_t order : book.in_file_order()) {
      std::uint32_t last = kNoPlace;
      for (const OrderBook::Source source : book.order_sources(order)) {
        const std::uint32_t area = book.part(source).place;
        if (area == kNoPlace || area == last) continue;
        last = area;
        const auto [word, bit] = at(area);
        twice_[word] |= once_[word] & bit;
        once_[word] |= bit;
      }
    }
  }

  // Whether another order may be in one of the order's areas.
  bool has(std::uint32_t order) const {
    for (const OrderBook::Source source : book_.order_sources(order)) {
      const std::uint32_t area = book_.part(source).place;
      const auto [word, bit] = at(area);
      if (area != kNoPlace && (twice_[word] & bit) != 0) return true;
    }
    return false;
  }

 private:
  struct Bit {
    std::size_t word;
    std::uint64_t bit;
  };
  Bit at(std::uint32_t area) const {
    const std::size_t place = (area >> 2) & (bits_ - 1);
    return {place / 64, std::uint64_t{1} << place % 64};
  }

  const OrderBook& book_;
  std::size_t bits_;
  std::vector<std::uint64_t> once_, twice_;
};

}  // namespace

std::vector<std::uint32_t> orders_in_shared_areas(const OrderBook& book) {
  const SharedAreas areas(book);
  std::vector<std::uint32_t> orders;
  for (const std::uint32_t order : book.in_file_order()) {
    if (areas.has(order)) orders.push_back(order);
  }
  return orders;
}

}  // namespace parcelwise
