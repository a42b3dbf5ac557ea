// gift: wrapped, or with a message; nothing in the parcel may show a price.
#include "rules/rule.h"

namespace parcelwise {
namespace gift {
namespace {

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  if (!order.gift || !order.to_ship()) return std::nullopt;
  return Finding{Urgency::kInfo, due_ship_by(order)};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  for (std::uint32_t item = context.book.first_item(order.order);
       item < context.book.last_item(order.order); ++item) {
    for (const Column column : {Column::kGiftWrapType, Column::kGiftMessage}) {
      const std::string value = context.book.item_cell(item, column);
      if (value.empty()) continue;
      reasons.evidence.push_back({std::string(column_name(column)), value});
    }
  }
}

}  // namespace
}  // namespace gift

extern const Rule kGift;
const Rule kGift{"gift", {"plain"}, {"2.5"}, gift::find, gift::explain};

}  // namespace parcelwise
