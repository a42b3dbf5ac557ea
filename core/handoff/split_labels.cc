// Holds a seller's division of an order to what is to be sent of it.
#include "handoff/split_labels.h"

#include <algorithm>
#include <map>

#include "orders/order_facts.h"
#include "tracking/shipment_key.h"

namespace parcelwise {

const SplitParcels* parcels_of(const ExportContext& context,
                               const Shipment& shipment) {
  if (context.splits == nullptr || shipment.orders.size() != 1) return nullptr;
  const auto found = context.splits->find(
      context.check.context().book.order_id(shipment.orders.front()));
  return found == context.splits->end() ? nullptr : &found->second;
}

std::vector<RowNote> split_faults(const ExportContext& context,
                                  std::uint32_t order,
                                  const SplitParcels& parcels) {
  const OrderBook& book = context.check.context().book;
  const OrderFacts facts = context.check.facts(order);
  if (facts.cash_on_delivery) {
    return {{facts.id.text(),
             std::string(column_name(Column::kPaymentMethod)),
             "COD",
             "cash-split",
             {}}};
  }
  std::map<std::string, std::int64_t> units;
  for (const auto& parcel : parcels) {
    for (const SplitUnits& one : parcel) units[one.item] += one.quantity;
  }
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    const auto found = units.find(book.item_cell(item, Column::kOrderItemId));
    if (found != units.end() &&
        found->second <= units_to_send(book, facts, item)) {
      units.erase(found);
    }
  }
  std::vector<RowNote> faults;
  faults.reserve(units.size());
  for (const auto& [item, quantity] : units) {
    faults.push_back({facts.id.text(),
                      std::string(column_name(Column::kOrderItemId)), item,
                      "split-beyond", std::to_string(quantity)});
  }
  return faults;
}

bool in_parcel(const OrderBook& book, std::uint32_t item,
               const std::vector<SplitUnits>& parcel) {
  const std::string id = book.item_cell(item, Column::kOrderItemId);
  return std::any_of(parcel.begin(), parcel.end(),
                     [&](const SplitUnits& one) { return one.item == id; });
}

PartName part_name(const CarrierLayout& layout, OrderId order, int part) {
  for (const char* const value : {"key", "order-id"}) {
    for (const CarrierColumn& column : layout.columns) {
      if (column.from != value) continue;
      return {value,
              part_key_for(order, part,
                           column.most > 0 ? column.most : kPartNameWidth)};
    }
  }
  return {"key", part_key_for(order, part, kPartNameWidth)};
}

}  // namespace parcelwise
