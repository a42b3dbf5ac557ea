// goodwill: a concession, beside a refund or in its place, in Amazon's words
// return postage or other (help 200359070). It has room and caps of its own,
// leaves what is left to refund as it is, gives no point back, and is entered
// in Seller Central by hand. The published caps disagree with what Seller
// Central allows, so over a cap it warns and never refuses.
//
// W12: shipping 600 -> at most 2 x 600 + 1,000 = 2,200 for the return's
// postage; other concessions up to 12,000. It is debited from the seller in
// full. After a full refund of 5,300, return postage of 500 -> total 500,
// remaining 0.
#include <algorithm>

#include "money/allocation.h"
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {
namespace goodwill {
namespace {

// The cap of this kind of concession; nullopt where the policy has none.
std::optional<std::int64_t> cap_of(const RefundWork& work) {
  const Policy& policy = work.context.policy;
  const Day today = policy.zone().day_of(work.context.now);
  // Caps are amounts of the policy's money.
  if (!(work.refund.charges.currency == policy.currency())) return std::nullopt;
  if (work.refund.request.concession == Concession::kOther) {
    return policy.value(PolicyLimit::kConcessionMost, today);
  }
  const auto times = policy.value(PolicyLimit::kConcessionShippingTimes, today);
  const auto more = policy.value(PolicyLimit::kConcessionShippingAdd, today);
  if (!times || !more) return std::nullopt;
  std::int64_t shipping = 0;
  for (const ChargedLine& line : work.refund.charges.lines) {
    shipping += net(line.charged, kShippingPart);
  }
  const auto cap = scale(shipping, *times, 1, Rounding::kDown);
  if (!cap) return std::nullopt;
  return *cap + *more;
}

std::optional<RefundError> apply(RefundWork& work) {
  Refund& refund = work.refund;
  refund.lines.clear();
  if (!refund.request.amount)
    return work.error(RefundErrorCode::kAmountMissing);
  const std::int64_t given = *refund.request.amount;
  if (given <= 0) return work.error(RefundErrorCode::kAmountNotPositive);

  const Concession kind = refund.request.concession;
  const auto cap = cap_of(work);
  refund.concession = GivenConcession{kind, given, cap};
  if (!cap) {
    refund.warnings.push_back({"refund/warnings/cap-unknown"});
    return std::nullopt;
  }
  const std::int64_t before = work.context.ledger.conceded(
      refund.charges.order)[static_cast<std::size_t>(kind)];
  const std::int64_t room = std::max<std::int64_t>(*cap - before, 0);
  refund.caps.push_back(
      {kind == Concession::kReturnShipping ? "return-shipping" : "concession",
       *cap, room});
  if (given > room) {
    Notice warning{"refund/warnings/over-cap"};
    warning.amounts.emplace_back("cap", work.money(*cap));
    warning.amounts.emplace_back("room", work.money(room));
    refund.warnings.push_back(std::move(warning));
  }
  return std::nullopt;
}

}  // namespace
}  // namespace goodwill

extern const RefundReason kGoodwill;
const RefundReason kGoodwill{
    "goodwill", {"help 200359070"}, "GeneralAdjustment", false, true,
    nullptr,    goodwill::apply};

}  // namespace parcelwise
