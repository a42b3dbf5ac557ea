// Finds postal codes that orders share; see combine/shared_areas.h.
#include "combine/shared_areas.h"

#include <bit>
#include <cstddef>

namespace parcelwise {
namespace {

// The areas that two orders or more have. By hash, as bits: most orders are
// alone in their area, and need not be sorted to be known so.
class SharedBits {
 public:
  explicit SharedBits(std::size_t areas)
      : bits_(std::bit_ceil(std::size_t{16} * areas + 64)),
        once_(bits_ / 64),
        twice_(bits_ / 64) {}

  void add(std::uint32_t place) {
    const auto [word, bit] = at(place);
    twice_[word] |= once_[word] & bit;
    once_[word] |= bit;
  }

  // Whether it was added twice, or another that shares its bit was.
  bool may_share(std::uint32_t place) const {
    const auto [word, bit] = at(place);
    return (twice_[word] & bit) != 0;
  }

 private:
  struct Bit {
    std::size_t word;
    std::uint64_t bit;
  };
  Bit at(std::uint32_t place) const {
    const std::size_t at = (place >> 2) & (bits_ - 1);
    return {at / 64, std::uint64_t{1} << at % 64};
  }

  std::size_t bits_;
  std::vector<std::uint64_t> once_, twice_;
};

}  // namespace

std::vector<OrderInArea> orders_in_shared_areas(const OrderBook& book) {
  std::vector<OrderInArea> all;
  all.reserve(book.order_count());
  SharedBits bits(book.order_count());
  for (const std::uint32_t order : book.in_file_order()) {
    std::uint32_t last = kNoPlace;
    for (const OrderBook::Source source : book.order_sources(order)) {
      const std::uint32_t place = book.part(source).place;
      if (place == kNoPlace || place == last) continue;
      last = place;
      bits.add(place);
      all.push_back({place, order});
    }
  }
  std::erase_if(
      all, [&](const OrderInArea& one) { return !bits.may_share(one.place); });
  return all;
}

}  // namespace parcelwise
