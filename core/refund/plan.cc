// Makes the plan's refunds one after the other; see refund/plan.h.
#include "refund/plan.h"

#include <algorithm>
#include <utility>

#include "refund/done.h"

namespace parcelwise {

RefundPlan RefundPlan::make(const OrderBook& book, const Policies& policies,
                            Instant now, const RefundLedger& reported,
                            std::vector<RefundRequest> requests,
                            bool accept_done) {
  RefundPlan plan;
  plan.ledger_ = reported;
  plan.refunds_.reserve(requests.size());
  std::vector<RowsNamed> done(requests.size());
  if (!accept_done)
    done = done_refunds(book, policies, now, reported, requests);
  for (std::size_t i = 0; i < requests.size(); ++i) {
    RefundRequest& request = requests[i];
    const auto order = book.find(request.order);
    const Policy& policy = order ? policies.of(*order) : policies.main();
    tl::expected<Refund, RefundError> outcome =
        refund_order({book, policy, now, plan.ledger_}, request);
    if (outcome && done[i].count > 0) {
      RefundError error;
      error.code = RefundErrorCode::kLooksDone;
      error.order = request.order.text();
      error.count = done[i].count;
      error.where = std::move(done[i].where);
      outcome = tl::unexpected(std::move(error));
    }
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
