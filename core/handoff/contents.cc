// Names goods by SKU, shop or product.
#include "handoff/contents.h"

#include <algorithm>
#include <map>
#include <set>

#include "handoff/split_labels.h"
#include "orders/order_facts.h"
#include "parcel/sku_table.h"

namespace parcelwise {
namespace {

std::string name_of(const ExportContext& context, std::uint32_t item) {
  const OrderBook& book = context.check.context().book;
  const std::string id = book.item_cell(item, Column::kSku);
  if (const std::string_view label = context.shop.label(id); !label.empty())
    return std::string(label);
  const Sku* const sku =
      context.skus == nullptr ? nullptr : context.skus->find(id);
  if (sku != nullptr && !sku->label.empty()) return sku->label;
  if (!context.shop.goods().empty()) return context.shop.goods();
  return book.item_cell(item, Column::kProductName);
}

bool names_goods(const RowNote& note, std::string_view name) {
  if (note.why == "no-goods") return name.empty();
  return (note.why == "goods-over-limit" || note.why == "goods-over") &&
         !name.empty() && note.value.find(name) != std::string::npos;
}

}  // namespace

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
      add(name_of(context, item));
    }
  }
  if (names.empty()) add(context.shop.goods());
  return names;
}

std::vector<UnnamedGoods> unnamed_goods(const ExportContext& context,
                                        const HandoffFiles& made) {
  const OrderBook& book = context.check.context().book;
  std::map<std::string_view, std::vector<const RowNote*>> notes;  // by order
  for (const RowNote& note : made.left_out) notes[note.order].push_back(&note);
  std::vector<UnnamedGoods> goods;
  std::set<std::string> named;
  for (const Shipment& shipment : context.shipments) {
    const auto its = notes.find(book.order_id(shipment.orders.front()).text());
    if (its == notes.end()) continue;
    for (const std::uint32_t order : shipment.orders) {
      const OrderFacts facts = context.check.facts(order);
      for (std::uint32_t item = book.first_item(order);
           item < book.last_item(order); ++item) {
        if (units_to_send(book, facts, item) == 0) continue;
        std::string sku = book.item_cell(item, Column::kSku);
        std::string name = name_of(context, item);
        const bool asked = std::any_of(
            its->second.begin(), its->second.end(),
            [&](const RowNote* note) { return names_goods(*note, name); });
        if (asked && !sku.empty() && named.insert(sku).second)
          goods.push_back({std::move(sku), std::move(name)});
      }
    }
  }
  return goods;
}

}  // namespace parcelwise
