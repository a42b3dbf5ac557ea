// combined-shipping: several orders shared a parcel; the buyer gets back what
// that saved, out of the shipping charge of this order (S19). The amount is
// given: which orders shared what is combine's business.
//
// W5: of 770 saved, an order that paid 700 of 1,500 gets 359; over its lines
// the same way, and no line over what it paid for shipping.
#include <algorithm>

#include "money/allocation.h"
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {
namespace combined_shipping {
namespace {

std::optional<RefundError> apply(RefundWork& work) {
  Refund& refund = work.refund;
  if (!refund.request.amount)
    return work.error(RefundErrorCode::kAmountMissing);
  const std::int64_t saved = *refund.request.amount;
  if (saved <= 0) return work.error(RefundErrorCode::kAmountNotPositive);
  std::vector<Share> shares;
  std::int64_t collected = 0;
  bool charged_once = false;
  for (const RefundLine& line : refund.lines) {
    const ChargedLine& charged = work.charged(line);
    const std::int64_t left =
        left_of(charged, work.before(line), kShippingPart);
    charged_once = charged_once || net(charged.charged, kShippingPart) > 0;
    shares.push_back({left, charged.order_item_id});
    collected += left;
  }
  if (!charged_once) return work.error(RefundErrorCode::kNoShipping);
  if (saved > collected) {
    RefundError error = work.error(RefundErrorCode::kMoreThanRemains);
    error.left = work.money(collected);
    return error;
  }
  const auto parts = allocate(saved, shares);
  if (!parts) return work.error(RefundErrorCode::kTooLarge);
  for (std::size_t i = 0; i < refund.lines.size(); ++i) {
    RefundLine& line = refund.lines[i];
    give_amount(work.charged(line), work.before(line), kShippingPart,
                (*parts)[i], line.amounts);
  }
  withhold(work, Component::kShippingPrice, collected - saved,
           {"refund/withheld/shipping-earned"});
  return std::nullopt;
}

}  // namespace
}  // namespace combined_shipping

extern const RefundReason kCombinedShipping;
const RefundReason kCombinedShipping{"combined-shipping",
                                     {"S17", "S18", "S19"},
                                     "GeneralAdjustment",
                                     false,
                                     false,
                                     nullptr,
                                     combined_shipping::apply};

}  // namespace parcelwise
