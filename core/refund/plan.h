// Several refunds, one after the other: each sees what those before it gave.
//
// A plan is a list of requests; amounts are worked out anew from the charges,
// so a plan made yesterday and loaded today can never give back more than is
// left.
//
// DONE  A planned refund that the reports show, by a settlement or by the
// upload that it was written into, would give another unit back the second
// time. It looks done by its very sums (refund/done.h) and is left out
// (kLooksDone) until that is confirmed.
#ifndef PARCELWISE_REFUND_PLAN_H_
#define PARCELWISE_REFUND_PLAN_H_

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "orders/marketplace.h"
#include "refund/refund.h"

namespace parcelwise {

struct PlannedRefund {
  RefundRequest request;
  tl::expected<Refund, RefundError> outcome;
};

class RefundPlan {
 public:
  // In the requests' order; a request that fails takes nothing from the rest.
  // Each order by its own policy.
  static RefundPlan make(const OrderBook& book, const Policies& policies,
                         Instant now, const RefundLedger& reported,
                         std::vector<RefundRequest> requests,
                         bool accept_done = false);

  const std::vector<PlannedRefund>& refunds() const { return refunds_; }
  // What is refunded once the plan is done: for the next refund's preview.
  const RefundLedger& ledger() const { return ledger_; }
  // One sum a currency, by currency code.
  const std::vector<Money>& totals() const { return totals_; }
  std::size_t failed() const { return failed_; }

 private:
  std::vector<PlannedRefund> refunds_;
  RefundLedger ledger_;
  std::vector<Money> totals_;
  std::size_t failed_ = 0;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_PLAN_H_
