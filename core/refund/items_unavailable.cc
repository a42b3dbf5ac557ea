// items-unavailable: with the buyer's consent only what is there was sent; the
// unsent units go back with their own shipping and wrap, after the whole order
// is confirmed (S22, S23).
//
// W7: line B 1,980 + 300 shipping + 308 wrap - 198 promotion -> refund 2,390.
#include <algorithm>

#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {
namespace items_unavailable {
namespace {

// Where no line is named: what is not confirmed as shipped.
std::optional<RefundError> pick(RefundWork& work) {
  Refund& refund = work.refund;
  bool something_left = false;
  for (std::uint32_t i = 0; i < refund.charges.lines.size(); ++i) {
    const ChargedLine& line = refund.charges.lines[i];
    const int left = units_left(line, refund.before[i]);
    something_left = something_left || left > 0;
    const int units = std::min(line.unsent, left);
    if (units > 0) refund.lines.push_back({i, units});
  }
  if (!refund.lines.empty()) return std::nullopt;
  return work.error(something_left ? RefundErrorCode::kNothingUnsent
                                   : RefundErrorCode::kNothingLeft);
}

// An order of which nothing can be sent is cancelled, not refunded.
bool nothing_stays(const Refund& refund) {
  std::int64_t chosen = 0, bought = 0;
  for (const RefundLine& line : refund.lines) chosen += line.quantity;
  for (const ChargedLine& line : refund.charges.lines) bought += line.units;
  return chosen == bought;
}

std::optional<RefundError> apply(RefundWork& work) {
  refund_with_shipping(work);
  if (work.facts.unshipped == 0 || !work.facts.seller_fulfilled())
    return std::nullopt;
  const bool nothing_sent =
      work.facts.shipped == 0 && nothing_stays(work.refund);
  work.refund.warnings.push_back({nothing_sent
                                      ? "refund/warnings/cancel-instead"
                                      : "refund/warnings/confirm-all"});
  return std::nullopt;
}

}  // namespace
}  // namespace items_unavailable

extern const RefundReason kItemsUnavailable;
const RefundReason kItemsUnavailable{"items-unavailable",
                                     {"S21", "S22", "S23"},
                                     "NoInventory",
                                     true,
                                     false,
                                     items_unavailable::pick,
                                     items_unavailable::apply,
                                     false,
                                     false,
                                     true};

}  // namespace parcelwise
