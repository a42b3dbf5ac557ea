// returned: the buyer sent it back. What may be kept of the item's price
// depends on its condition and on the return window; the policy has the rates,
// and where it has none nothing is kept (docs/rules.md 2.2.3, 2.2.4; help
// 201725780, 200198010).
//
// Used, 50 %: item 3,000 -> refund 1,500, keep 1,500. As new inside the window:
// refund 3,000. Shipping is kept unless the policy grants it for so many days.
#include <algorithm>

#include "money/allocation.h"
#include "money/percent.h"
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {
namespace returned {
namespace {

PolicyLimit rate_of(Condition condition) {
  switch (condition) {
    case Condition::kOpened:
      return PolicyLimit::kRestockOpened;
    case Condition::kOpenedMedia:
      return PolicyLimit::kRestockMedia;
    case Condition::kUsed:
      return PolicyLimit::kRestockUsed;
    case Condition::kDamaged:
      return PolicyLimit::kRestockDamaged;
    case Condition::kAsNew:
      break;
  }
  return PolicyLimit::kRestockLate;
}

// Takes a part of price and tax out of the line's refund, rounded for the
// buyer.
void keep_part(RefundWork& work, RefundLine& line, std::int64_t rate,
               bool late) {
  const std::int64_t price = line.amounts[Component::kItemPrice];
  const std::int64_t all = net(line.amounts, kItemPart);
  const std::int64_t net_price = std::clamp<std::int64_t>(
      price - line.amounts[Component::kItemPromotion], 0, all);
  const auto of_price = scale(net_price, rate, kWhole, Rounding::kDown);
  const auto of_tax = scale(all - net_price, rate, kWhole, Rounding::kDown);
  if (!of_price || !of_tax) return;
  line.amounts[Component::kItemPrice] -= *of_price;
  line.amounts[Component::kItemTax] -= *of_tax;
  const Notice why{late ? "refund/withheld/late" : "refund/withheld/condition",
                   {{"percent", print_percent(rate)}}};
  withhold(work, Component::kItemPrice, *of_price, why);
  withhold(work, Component::kItemTax, *of_tax, why);
}

std::optional<RefundError> apply(RefundWork& work) {
  Refund& refund = work.refund;
  if (!refund.request.condition)
    return work.error(RefundErrorCode::kConditionMissing);
  if (!refund.request.days) return work.error(RefundErrorCode::kDaysMissing);
  const Policy& policy = work.context.policy;
  const Day today = policy.zone().day_of(work.context.now);
  const int days = *refund.request.days;
  const auto window = policy.value(PolicyLimit::kReturnWindowDays, today);
  const bool late = window && days > *window;

  const auto outbound = policy.value(PolicyLimit::kOutboundShippingDays, today);
  if (outbound && days <= *outbound) {
    refund_with_shipping(work);
    refund.warnings.push_back({"refund/warnings/standard-shipping",
                               {{"days", std::to_string(*outbound)}}});
  } else {
    refund_keeping_shipping(work, "refund/withheld/shipping-of-return");
  }

  const Condition condition = *refund.request.condition;
  if (condition != Condition::kAsNew || late) {
    // Late and used: the larger of the two rates.
    auto rate = policy.value(rate_of(condition), today);
    if (!rate && condition == Condition::kOpenedMedia)
      rate = policy.value(PolicyLimit::kRestockOpened, today);
    const auto late_rate =
        late ? policy.value(PolicyLimit::kRestockLate, today) : std::nullopt;
    const std::int64_t kept = std::max(rate.value_or(0), late_rate.value_or(0));
    const bool for_lateness = late && kept == late_rate.value_or(-1);
    if (!rate && !late_rate) {
      refund.warnings.push_back({"refund/warnings/rate-not-set"});
    }
    for (RefundLine& line : refund.lines) {
      if (kept > 0) keep_part(work, line, kept, for_lateness);
    }
    if (kept > 0) refund.steps.push_back({"refund/steps/tell-first"});
  }
  if (!outbound || days > *outbound) keep_outbound_cost(work);
  if (late) {
    refund.warnings.push_back(
        {"refund/warnings/out-of-window", {{"days", std::to_string(*window)}}});
  } else if (!window) {
    refund.warnings.push_back({"refund/warnings/window-unknown"});
  }
  const auto no_return = policy.value(PolicyLimit::kNoReturnMost, today);
  if (no_return && refund.charged <= *no_return &&
      refund.charges.currency == policy.currency()) {
    Notice warning{"refund/warnings/no-return"};
    warning.amounts.emplace_back("most", work.money(*no_return));
    refund.warnings.push_back(std::move(warning));
  }
  return std::nullopt;
}

}  // namespace
}  // namespace returned

extern const RefundReason kReturned;
const RefundReason kReturned{
    .id = "returned",
    .sources = {"help 200198010", "help 201725780", "help 200708210"},
    .upload_code = "CustomerReturn",
    .pick = nullptr,
    .apply = returned::apply,
    .asks_condition = true,
    .rest_too = false,
    .partial = true,
    .may_keep_outbound = true};

}  // namespace parcelwise
