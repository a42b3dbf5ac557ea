// An order that leaves in several parcels, as the seller decides it: which
// units go into which. Whatever writes labels writes one for each parcel, under
// part_key_for() (tracking/shipment_key.h); what comes back under these names
// then says itself which units a number is for.
//
//   {"splits": [{"order_id": "250-...", "parcels": [
//     [{"order_item_id": "1000...", "quantity": 2}],
//     [{"order_item_id": "1000...", "quantity": 1}]]}]}
//
// LIMITS  2 to kMostParts parcels, each of some units; 1 to 999,999 units a
// line. Orders and items are not looked up here.
// A failure: one parcel -> JsonComplaint{"/splits/0/parcels", ..., "2 to 26
// parcels"}
#ifndef PARCELWISE_TRACKING_SPLIT_H_
#define PARCELWISE_TRACKING_SPLIT_H_

#include <map>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "files/json.h"
#include "files/json_error.h"
#include "report/order_id.h"

namespace parcelwise {

struct SplitUnits {
  std::string item;  // order item id
  int quantity = 0;
};
using SplitParcels = std::vector<std::vector<SplitUnits>>;
using OrderSplits = std::map<OrderId, SplitParcels>;

tl::expected<OrderSplits, JsonComplaint> read_splits(std::string_view json);
// Of the list alone; null is none.
tl::expected<OrderSplits, JsonComplaint> splits_of(const Json& list,
                                                   const std::string& pointer);

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_SPLIT_H_
