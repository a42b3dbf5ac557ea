// Finds lines by id and SKU; see refund/line_finder.h.
#include "refund/line_finder.h"

#include "text/fold.h"

namespace parcelwise {
namespace {

constexpr std::uint32_t kFewLines = 16;  // looked through one by one

}  // namespace

bool returned_alone(const OrderBook& book, std::uint32_t item) {
  for (const OrderBook::Source source : book.sources(item)) {
    if (!tells_refunds(book.report(source).kind)) return false;
  }
  return true;
}

std::optional<std::uint32_t> LineFinder::find(std::uint32_t order, ItemId id,
                                              std::string_view sku) {
  std::optional<std::uint32_t> found;
  if (book_.last_item(order) - book_.first_item(order) <= kFewLines) {
    found = look(order, id, sku);
  } else {
    const Index& index = index_of(order);
    const auto in = [&](const auto& map, const auto& key) {
      const auto at = map.find(key);
      if (at != map.end()) found = at->second;
      return found.has_value();
    };
    const bool known = (!id.none() && in(index.by_id, id.key())) ||
                       (!sku.empty() && (in(index.by_sku, std::string(sku)) ||
                                         in(index.by_folded, fold_sku(sku))));
    if (!known) found.reset();
  }
  return found ? found : only_line(order, id, sku);
}

std::optional<std::uint32_t> LineFinder::look(std::uint32_t order, ItemId id,
                                              std::string_view sku) const {
  const std::uint32_t first = book_.first_item(order),
                      last = book_.last_item(order);
  for (std::uint32_t item = first; item < last && !id.none(); ++item) {
    for (const OrderBook::Source source : book_.sources(item)) {
      if (book_.line(source).item == id) return item;
    }
  }
  if (sku.empty()) return std::nullopt;
  std::optional<std::uint32_t> folded;
  for (std::uint32_t item = first; item < last; ++item) {
    const std::string own = book_.item_cell(item, Column::kSku);
    if (own == sku) return item;
    if (!folded && same_sku(own, sku)) folded = item;
  }
  return folded;
}

// An order of one line leaves no doubt, unless the line has another id.
std::optional<std::uint32_t> LineFinder::only_line(std::uint32_t order,
                                                   ItemId id,
                                                   std::string_view sku) const {
  const std::uint32_t first = book_.first_item(order);
  if (!sku.empty() || book_.last_item(order) - first != 1) return std::nullopt;
  for (const OrderBook::Source source : book_.sources(first)) {
    if (!id.none() && !book_.line(source).item.none()) return std::nullopt;
  }
  return first;
}

const LineFinder::Index& LineFinder::index_of(std::uint32_t order) {
  const auto [at, fresh] = indexes_.try_emplace(order);
  Index& index = at->second;
  if (!fresh) return index;
  for (std::uint32_t item = book_.first_item(order);
       item < book_.last_item(order); ++item) {
    for (const OrderBook::Source source : book_.sources(item)) {
      const ItemId id = book_.line(source).item;
      if (!id.none()) index.by_id.try_emplace(id.key(), item);
    }
    std::string sku = book_.item_cell(item, Column::kSku);
    if (sku.empty()) continue;
    if (std::string folded = fold_sku(sku); !folded.empty())
      index.by_folded.try_emplace(std::move(folded), item);
    index.by_sku.try_emplace(std::move(sku), item);
  }
  return index;
}

}  // namespace parcelwise
