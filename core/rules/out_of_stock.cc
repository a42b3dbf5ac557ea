// out-of-stock: the units in hand do not reach for this order (S21-S23). Option
// B first: consent, confirm all lines, refund the unsent; option A, the buyer
// cancels and orders again, last and with its warning (docs/rules.md A8, A9).
#include "orders/stock_outs.h"
#include "rules/rule.h"

namespace parcelwise {
namespace out_of_stock {
namespace {

enum Variant : std::uint8_t { kWhole, kPart };

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.to_ship()) return std::nullopt;
  std::int64_t missing = 0;
  for (const Shortage& line : context.stock_outs->of(order.order)) {
    missing += line.missing;
  }
  if (missing == 0) return std::nullopt;
  // What was confirmed in part can only be refunded (docs/rules.md 2.3).
  const bool something_goes = order.shipped > 0 || order.unshipped > missing;
  return Finding{Urgency::kToday, due_ship_by(order),
                 something_goes ? kPart : kWhole};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  std::string skus, units;
  const std::span<const Shortage> lines = context.stock_outs->of(order.order);
  for (std::size_t i = 0; i < lines.size();) {
    const std::string& sku = lines[i].sku;
    std::int64_t missing = 0, wanted = 0;
    for (; i < lines.size() && lines[i].sku == sku; ++i) {
      missing += lines[i].missing;
      wanted += lines[i].wanted;
    }
    const std::string few =
        std::to_string(missing) + "/" + std::to_string(wanted);
    reasons.evidence.push_back({"sku", sku});
    reasons.evidence.push_back({"missing-units", few});
    if (!skus.empty()) skus += ", ";
    if (!units.empty()) units += ", ";
    skus += sku;
    skus += " (" + few + ")";
    units += std::to_string(missing) + " \xC3\x97 " + sku;  // 1 × A-1
  }
  constexpr Column kUnits[] = {Column::kQuantityToShip};
  tell_lines(order, context, kUnits, reasons);
  tell_ship_by(order, context, reasons);
  reasons.fields.emplace_back("skus", skus);
  reasons.fields.emplace_back("missing", units);
}

}  // namespace
}  // namespace out_of_stock

extern const Rule kOutOfStock;
const Rule kOutOfStock{"out-of-stock",
                       {"whole", "part"},
                       {"S21", "S22", "S23"},
                       out_of_stock::find,
                       out_of_stock::explain};

}  // namespace parcelwise
