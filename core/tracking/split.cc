// Reads what the seller decided about orders of several parcels.
#include "tracking/split.h"

#include "files/json_reader.h"
#include "files/open_json.h"
#include "tracking/shipment_key.h"
#include "tracking/tracking_cells.h"

namespace parcelwise {
namespace {

class SplitReader : private JsonReader {
 public:
  tl::expected<OrderSplits, JsonComplaint> read(const Json& list,
                                                const std::string& pointer) {
    if (!list.is_null() && !list.is_array())
      note(pointer, list, "a list of orders and their parcels");
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i)
      read_order(list[i], pointer + "/" + std::to_string(i));
    if (complaint_) return tl::unexpected(std::move(*complaint_));
    return std::move(splits_);
  }

 private:
  void read_order(const Json& one, const std::string& pointer) {
    const Json& order = member(one, "order_id");
    const auto id = OrderId::parse(order.text());
    if (!id) return note(pointer + "/order_id", order, "an order's id");
    if (splits_.count(*id) > 0)
      return note(pointer + "/order_id", order, "each order once");
    const Json& parcels = member(one, "parcels");
    if (!parcels.is_array() || parcels.size() < 2 ||
        parcels.size() > static_cast<std::size_t>(kMostParts)) {
      return note(pointer + "/parcels", parcels, "2 to 26 parcels");
    }
    SplitParcels& read = splits_[*id];
    for (std::size_t p = 0; p < parcels.size(); ++p) {
      read.emplace_back();
      read_parcel(parcels[p], pointer + "/parcels/" + std::to_string(p),
                  read.back());
    }
  }

  void read_parcel(const Json& parcel, const std::string& pointer,
                   std::vector<SplitUnits>& read) {
    if (!parcel.is_array() || parcel.empty())
      return note(pointer, parcel, "a list of items and their units");
    for (std::size_t u = 0; u < parcel.size(); ++u) {
      const std::string place = pointer + "/" + std::to_string(u);
      const Json& item = member(parcel[u], "order_item_id");
      if (item.text().empty())
        return note(place + "/order_item_id", item, "an order item's id");
      const Json& quantity = member(parcel[u], "quantity");
      const auto units = whole_number(quantity, 1, kMostUnits);
      if (!units)
        return note(place + "/quantity", quantity, "a number of units");
      read.push_back({item.text(), static_cast<int>(*units)});
    }
  }

  OrderSplits splits_;
};

}  // namespace

tl::expected<OrderSplits, JsonComplaint> splits_of(const Json& list,
                                                   const std::string& pointer) {
  return SplitReader().read(list, pointer);
}

tl::expected<OrderSplits, JsonComplaint> read_splits(std::string_view text) {
  const auto json = open_json(text);
  if (!json) return tl::unexpected(complaint_of(json.error()));
  return splits_of(member(*json, "splits"), "/splits");
}

}  // namespace parcelwise
