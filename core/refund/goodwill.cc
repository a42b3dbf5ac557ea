// goodwill: a concession, on top of a refund or in its place; the amount is
// given, within Amazon's caps and what the buyer has paid (help 200359070).
//
// W12: shipping 600 -> at most 2 x 600 + 1,000 = 2,200 for the return's
// postage; other concessions up to 12,000. It is debited from the seller in
// full.
#include <algorithm>

#include "money/allocation.h"
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {
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
  if (!refund.request.amount)
    return work.error(RefundErrorCode::kAmountMissing);
  std::int64_t rest = *refund.request.amount;
  if (rest <= 0) return work.error(RefundErrorCode::kAmountNotPositive);

  const bool returning =
      refund.request.concession == Concession::kReturnShipping;
  if (const auto cap = cap_of(work)) {
    std::int64_t room = *cap;
    for (const Refunded& before : refund.before) {
      room -=
          before.conceded[static_cast<std::size_t>(refund.request.concession)];
    }
    room = std::max<std::int64_t>(room, 0);
    refund.caps.push_back(
        {returning ? "return-shipping" : "concession", *cap, room});
    if (rest > room) {
      RefundError error = work.error(RefundErrorCode::kOverCap);
      error.left = work.money(room);
      return error;
    }
  } else {
    refund.warnings.push_back({"refund/warnings/cap-unknown"});
  }

  std::int64_t left = 0;
  for (const Part& part : {kItemPart, kShippingPart, kGiftWrapPart}) {
    for (const RefundLine& line : refund.lines) {
      left += left_of(work.charged(line), work.before(line), part);
    }
  }
  if (rest > left) {
    RefundError error = work.error(RefundErrorCode::kMoreThanRemains);
    error.left = work.money(left);
    return error;
  }
  // Out of the items' prices first, over the lines by what is left of them.
  for (const Part& part : {kItemPart, kShippingPart, kGiftWrapPart}) {
    std::vector<Share> shares;
    std::int64_t room = 0;
    for (const RefundLine& line : refund.lines) {
      const std::int64_t of_line =
          left_of(work.charged(line), work.before(line), part);
      shares.push_back({of_line, work.charged(line).order_item_id});
      room += of_line;
    }
    const std::int64_t taken = std::min(rest, room);
    if (taken == 0) continue;
    const auto parts = allocate(taken, shares);
    if (!parts) return work.error(RefundErrorCode::kTooLarge);
    for (std::size_t i = 0; i < refund.lines.size(); ++i) {
      RefundLine& line = refund.lines[i];
      give_amount(work.charged(line), work.before(line), part, (*parts)[i],
                  line.amounts);
    }
    rest -= taken;
  }
  return std::nullopt;
}

}  // namespace

extern const RefundReason kGoodwill;
const RefundReason kGoodwill{
    "goodwill", {"help 200359070"}, "GeneralAdjustment", false, true, nullptr,
    apply};

}  // namespace parcelwise
