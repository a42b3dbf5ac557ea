// left-the-list: the newest unshipped report must have the order and lacks it,
// so it was confirmed or cancelled (orders/evidence.h; docs/marketplaces.md 5).
// Reversible: the seller may say "not sent, I know".
#include "rules/rule.h"

namespace parcelwise {
namespace left_the_list {
namespace {

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  if (!order.left) return std::nullopt;
  return Finding{Urgency::kInfo, std::nullopt};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  const Listing* const listing = context.book.evidence().left_by(order.order);
  if (listing == nullptr) return;
  const std::string& file = context.book.reports()[listing->report]->file;
  reasons.evidence.push_back({"listing", file});
  reasons.evidence.push_back(
      {"listing-at", context.policy.zone().to_iso8601(*listing->at)});
  tell(order, context, Column::kPurchaseDate, reasons);
  tell(order, context, Column::kPaymentsDate, reasons);
  reasons.fields.emplace_back("file", file);
  reasons.instants.emplace_back("at", *listing->at);
}

}  // namespace
}  // namespace left_the_list

extern const Rule kLeftTheList;
const Rule kLeftTheList{"left-the-list",
                        {"plain"},
                        {"S3", "S5"},
                        left_the_list::find,
                        left_the_list::explain};

}  // namespace parcelwise
