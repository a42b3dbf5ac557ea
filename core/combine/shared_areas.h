// The orders whose address need be read to find those that go to one place.
#ifndef PARCELWISE_COMBINE_SHARED_AREAS_H_
#define PARCELWISE_COMBINE_SHARED_AREAS_H_

#include <cstdint>
#include <vector>

#include "orders/order_book.h"

namespace parcelwise {

// Orders of which some report tells a country and postal code that another
// order has too, as the book's in_file_order() has them: an order that is alone
// with its own meets no other. Some more may be among them, none is missing.
//   three orders, two of them to JP 260-7752 -> these two
std::vector<std::uint32_t> orders_in_shared_areas(const OrderBook& book);

}  // namespace parcelwise

#endif  // PARCELWISE_COMBINE_SHARED_AREAS_H_
