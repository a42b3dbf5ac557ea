// Names goods by SKU, shop or product.
#include "handoff/contents.h"

#include <algorithm>

#include "handoff/split_labels.h"
#include "orders/order_facts.h"
#include "parcel/sku_table.h"

namespace parcelwise {

std::vector<std::string> contents_of(const ExportContext& context,
                                     const Shipment& shipment,
                                     const std::vector<SplitUnits>* parcel) {
  const OrderBook& book = context.check.context().book;
  std::vector<std::string> names;
  const auto add = [&](std::string name) {
    if (!name.empty() &&
        std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  };
  for (const std::uint32_t order : shipment.orders) {
    const OrderFacts facts = context.check.facts(order);
    for (std::uint32_t item = book.first_item(order);
         item < book.last_item(order); ++item) {
      if (units_to_send(book, facts, item) == 0 ||
          (parcel != nullptr && !in_parcel(book, item, *parcel))) {
        continue;
      }
      const Sku* const sku =
          context.skus == nullptr
              ? nullptr
              : context.skus->find(book.item_cell(item, Column::kSku));
      if (sku != nullptr && !sku->label.empty()) {
        add(sku->label);
      } else if (!context.shop.goods().empty()) {
        add(context.shop.goods());
      } else {
        add(book.item_cell(item, Column::kProductName));
      }
    }
  }
  if (names.empty()) add(context.shop.goods());
  return names;
}

}  // namespace parcelwise
