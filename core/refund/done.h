// Which refunds of a plan the reports show done, by a settlement or by the
// upload that they were written into.
//
// A planned refund is known again by its sums, line by line, or by its
// concession. They are those that it would have come to had nothing gone back,
// had what the plan has before it gone back, or had any number of units of its
// lines: of three units for 1,000 one is 333 or 334 (W8). A told sum stands for
// one planned refund, or for several that come to it exactly: a settlement
// without adjustment ids adds up what was posted on one day.
//
//   planned: one unit and one unit; told: 333 and 334  -> both are done
//   the same; told: 667                                -> both are done
//   the same; told: 500                                -> neither is
//
// What was posted on a day before the plan was made is another refund. Of all
// ways to see it the one that explains the most money counts, single sums
// before shared ones, and then the first requests.
#ifndef PARCELWISE_REFUND_DONE_H_
#define PARCELWISE_REFUND_DONE_H_

#include <span>
#include <vector>

#include "orders/evidence.h"
#include "orders/marketplace.h"
#include "refund/refund.h"

namespace parcelwise {

// By request, the rows that show it done; none where it is still to be made, or
// where it was confirmed that it is (RefundRequest::accept_done).
std::vector<RowsNamed> done_refunds(const OrderBook& book,
                                    const Policies& policies, Instant now,
                                    const RefundLedger& reported,
                                    std::span<const RefundRequest> requests);

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_DONE_H_
