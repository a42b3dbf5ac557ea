// personal-data: delivered long enough ago that name, address and phone should
// go (S27, docs/rules.md 2.8). An order that a report still has as open was
// not delivered before that report: late as it is, the seller needs the address
// until Amazon cancels it.
#include <algorithm>

#include "rules/rule.h"

namespace parcelwise {
namespace personal_data {
namespace {

// When some report last had the order as open; nullopt where none tells.
std::optional<Instant> last_open(const OrderFacts& order,
                                 const CheckContext& context) {
  std::optional<Instant> last;
  if (!order.open()) return last;
  for (const OrderBook::Source source :
       context.book.order_sources(order.order)) {
    last = std::max(last, context.listed_at[source.report]);
  }
  return last;
}

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.personal_data) return std::nullopt;
  const auto days = context.limit(PolicyLimit::kPersonalDataDays);
  if (!days) return std::nullopt;
  const Zone& zone = context.policy.zone();
  const auto delivered =
      order.latest_delivery ? std::optional(zone.day_of(*order.latest_delivery))
      : order.ship_by       ? context.delivered_on(order.ship_by->at)
                            : std::nullopt;
  if (!delivered || context.today - *delivered <= *days) return std::nullopt;
  const auto open = last_open(order, context);
  if (open && context.today - zone.day_of(*open) <= *days) return std::nullopt;
  return Finding{Urgency::kInfo, std::nullopt};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  if (order.latest_delivery) {
    tell(order, context, Column::kLatestDeliveryDate, reasons);
  } else {
    tell_ship_by(order, context, reasons);
  }
  reasons.instants.emplace_back(
      "delivered", *delivered_by(order, context.policy, context.today));
}

}  // namespace
}  // namespace personal_data

extern const Rule kPersonalData;
const Rule kPersonalData{"personal-data",
                         {"plain"},
                         {"S27"},
                         personal_data::find,
                         personal_data::explain};

}  // namespace parcelwise
