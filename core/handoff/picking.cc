// Sums the units by SKU; see handoff/picking.h. An item without a SKU stands
// under its product's name.
#include "handoff/picking.h"

#include <map>

namespace parcelwise {

RowNote nothing_to_ship(const OrderFacts& order) {
  return {order.id.text(), {}, {}, "nothing-to-ship", {}};
}

Picking picking_of(const ExportContext& context) {
  const OrderBook& book = context.check.context().book;
  Picking picking;
  struct Shelf {
    PickedSku picked;
    std::uint32_t last_order = UINT32_MAX;  // the last that took from it
  };
  std::map<std::pair<std::string, std::string>, Shelf> shelves;
  for (const Shipment& shipment : context.shipments) {
    for (const std::uint32_t order : shipment.orders) {
      const OrderFacts facts = context.check.facts(order);
      if (!goes_out(context, facts)) {
        picking.left_out.push_back(nothing_to_ship(facts));
        continue;
      }
      warn_of_doubts(book, facts, picking.warnings);
      for (std::uint32_t item = book.first_item(order);
           item < book.last_item(order); ++item) {
        const int units = units_to_send(book, facts, item);
        if (units <= 0) continue;
        std::string sku = book.item_cell(item, Column::kSku);
        std::string product = book.item_cell(item, Column::kProductName);
        Shelf& shelf = shelves[{sku, sku.empty() ? product : std::string()}];
        PickedSku& picked = shelf.picked;
        if (picked.units == 0)
          picked = {std::move(sku), std::move(product), 0, 0};
        picked.units += units;
        if (shelf.last_order != order) ++picked.orders;
        shelf.last_order = order;
      }
    }
  }
  for (auto& [key, shelf] : shelves)
    picking.skus.push_back(std::move(shelf.picked));
  return picking;
}

}  // namespace parcelwise
