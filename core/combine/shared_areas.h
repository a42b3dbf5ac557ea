// The orders whose address need be read to find those that go to one place.
#ifndef PARCELWISE_COMBINE_SHARED_AREAS_H_
#define PARCELWISE_COMBINE_SHARED_AREAS_H_

#include <cstdint>
#include <vector>

#include "orders/order_book.h"

namespace parcelwise {

// An order in an area, the country and postal code that some report tells of
// it: `place` is that report's OrderPart::place.
struct OrderInArea {
  std::uint32_t place = 0, order = 0;
};

// The orders of areas that two or more orders may have, as their files have
// them; one that is alone in its area meets no other. An order of which two
// reports tell two areas may stand there for both, and for one of them twice.
// Hashes that are equal by chance bring in orders that are alone.
//   three orders, two of them to JP 260-7752 -> these two
std::vector<OrderInArea> orders_in_shared_areas(const OrderBook& book);

}  // namespace parcelwise

#endif  // PARCELWISE_COMBINE_SHARED_AREAS_H_
