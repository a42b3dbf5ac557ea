// What to take from the shelves for some orders: units still to ship, by SKU.
//
//   A: 2 x MUG-01; B: 1 x MUG-01, 1 x TEA-02  -> MUG-01: 3 in 2 orders, TEA-02:
//   1 in 1 an order with nothing left to ship        -> nothing, and a note in
//   left_out
#ifndef PARCELWISE_HANDOFF_PICKING_H_
#define PARCELWISE_HANDOFF_PICKING_H_

#include <cstdint>
#include <string>
#include <vector>

#include "handoff/export.h"

namespace parcelwise {

struct PickedSku {
  std::string sku;
  std::string product;
  std::int64_t units = 0;
  std::uint32_t orders = 0;
};

struct Picking {
  std::vector<PickedSku> skus;    // by SKU
  std::vector<RowNote> left_out;  // chosen orders that are not to be shipped
  std::vector<RowNote> warnings;  // orders that may have left
};

Picking picking_of(const ExportContext& context);

// Why an order takes no part in what is sent: it is not to be shipped now.
RowNote nothing_to_ship(const OrderFacts& order);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_PICKING_H_
