// Makes the plan's refunds one after the other; see refund/plan.h.
#include "refund/plan.h"

#include <algorithm>

namespace parcelwise {

RefundPlan RefundPlan::make(const OrderBook& book, const Policies& policies,
                            Instant now, const RefundLedger& reported,
                            std::vector<RefundRequest> requests) {
  RefundPlan plan;
  plan.ledger_ = reported;
  plan.refunds_.reserve(requests.size());
  for (RefundRequest& request : requests) {
    const auto order = book.find(request.order);
    const Policy& policy = order ? policies.of(*order) : policies.main();
    auto outcome = refund_order({book, policy, now, plan.ledger_}, request);
    if (!outcome) {
      ++plan.failed_;
    } else {
      add_refund(plan.ledger_, *outcome);
      const Money total{outcome->charges.currency, outcome->total};
      const auto place =
          std::lower_bound(plan.totals_.begin(), plan.totals_.end(), total,
                           [](const Money& a, const Money& b) {
                             return a.currency.code() < b.currency.code();
                           });
      if (place == plan.totals_.end() || !(place->currency == total.currency)) {
        plan.totals_.insert(place, total);
      } else if (const auto sum = add(*place, total)) {
        *place = *sum;
      }
    }
    plan.refunds_.push_back({std::move(request), std::move(outcome)});
  }
  return plan;
}

}  // namespace parcelwise
