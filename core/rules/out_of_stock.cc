// out-of-stock: the units in hand do not reach for this order (S21-S23). Option
// B first: consent, confirm all lines, refund the unsent (facts A8).
#include <algorithm>

#include "rules/rule.h"
#include "rules/stock_outs.h"

namespace parcelwise {
namespace {

enum Variant : std::uint8_t { kWhole, kPart };

std::optional<Finding> find(const OrderFacts& order, const CheckContext& context) {
  if (context.stock_outs == nullptr || !order.to_ship() ||
      !context.stock_outs->affects(order.order)) {
    return std::nullopt;
  }
  const OrderBook& book = context.book;
  const std::vector<std::string> missing = context.stock_outs->missing(order.order);
  bool something_left = false;
  for (std::uint32_t item = book.first_item(order.order);
       item < book.last_item(order.order); ++item) {
    const std::string sku = book.item_cell(item, Column::kSku);
    if (std::find(missing.begin(), missing.end(), sku) == missing.end() &&
        item_units(book, item).unshipped > 0) {
      something_left = true;
    }
  }
  return Finding{Urgency::kToday, due_ship_by(order), something_left ? kPart : kWhole};
}

void explain(const OrderFacts& order, const CheckContext& context, const Finding&,
             Reasons& reasons) {
  std::string skus;
  for (const std::string& sku : context.stock_outs->missing(order.order)) {
    reasons.evidence.push_back({"sku", sku});
    if (!skus.empty()) skus += ", ";
    skus += sku;
  }
  constexpr Column kUnits[] = {Column::kQuantityToShip};
  tell_lines(order, context, kUnits, reasons);
  tell_ship_by(order, context, reasons);
  reasons.fields.emplace_back("skus", skus);
}

}  // namespace

extern const Rule kOutOfStock;
const Rule kOutOfStock{
    "out-of-stock", {"whole", "part"}, {"S21", "S22", "S23"}, find, explain};

}  // namespace parcelwise
