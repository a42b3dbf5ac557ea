// refund-return: the parcel is back and its refund is not told, or not all of
// it (docs/rules.md 2.2.1; help 200198010: within 2 business days of its
// arrival, else Amazon may refund at the seller's cost). The sum is the one
// that refund/suggestion.h works out. A shipped order that comes back, was
// refused, lost or damaged by its status word (docs/marketplaces.md 4.1) is
// told too, where nothing was refunded on one of its lines.
#include <algorithm>

#include "refund/suggestion.h"
#include "rules/rule.h"

namespace parcelwise {
namespace refund_return {
namespace {

enum Variant : std::uint8_t {
  kInWindow,
  kOutOfWindow,
  kNoPrice,
  kClaim,
  kByStatus
};

std::vector<ReturnRefund> refunds_due(const OrderFacts& order,
                                      const CheckContext& context) {
  if (!order.seller_fulfilled()) return {};
  return returns_to_refund(
      {context.book, context.policy, context.now, *context.refunds_reported},
      order, context.returns->of(order.order));
}

// Amazon's own word on it goes before our count of days, which may rest on an
// assumed delivery.
bool out_of_window(const OrderFacts& order, const CheckContext& context,
                   const ReturnedItem& item) {
  if (item.in_policy) return !*item.in_policy;
  const Policy& policy = context.policy;
  const auto delivered = delivered_by(order, policy, context.today);
  if (!delivered || !item.requested) return false;
  const auto window =
      policy.value(PolicyLimit::kReturnWindowDays, *item.requested);
  return window && *item.requested - policy.zone().day_of(*delivered) > *window;
}

// One sum, where every refund has one of the same currency.
std::optional<Money> sum_of(const std::vector<ReturnRefund>& refunds) {
  std::optional<Money> sum;
  for (const ReturnRefund& refund : refunds) {
    if (!refund.amount) return std::nullopt;
    if (!sum) {
      sum = refund.amount;
    } else if (const auto both = add(*sum, *refund.amount)) {
      sum = *both;
    } else {
      return std::nullopt;
    }
  }
  return sum;
}

// By its status alone; what a returns report tells goes before.
bool comes_back_unrefunded(const OrderFacts& order,
                           const CheckContext& context) {
  if (!order.comes_back || order.cancelled() || !order.seller_fulfilled() ||
      !context.returns->of(order.order).empty()) {
    return false;
  }
  for (std::uint32_t item = context.book.first_item(order.order);
       item < context.book.last_item(order.order); ++item) {
    if (context.refunds_reported->of(item).amounts.total() <= 0) return true;
  }
  return false;
}

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (comes_back_unrefunded(order, context))
    return Finding{Urgency::kToday, std::nullopt, kByStatus};
  const std::vector<ReturnRefund> refunds = refunds_due(order, context);
  const Policy& policy = context.policy;
  std::optional<Instant> due;
  bool waits = false, late = false, claimed = false;
  for (const ReturnRefund& refund : refunds) {
    for (const Return* const returned : refund.returns) {
      const Day arrived = *returned->item->arrived;
      const auto days =
          policy.value(PolicyLimit::kReturnRefundBusinessDays, arrived);
      if (days) {
        const Instant by = policy.zone().end_of(
            policy.business_days().add(arrived, static_cast<int>(*days)));
        due = due ? std::min(*due, by) : by;
      }
      waits = true;
      late = late || out_of_window(order, context, *returned->item);
      claimed = claimed || returned->item->a_to_z.value_or(false);
    }
  }
  if (!waits) return std::nullopt;
  const Variant variant = claimed            ? kClaim
                          : !sum_of(refunds) ? kNoPrice
                          : late             ? kOutOfWindow
                                             : kInWindow;
  return Finding{due ? context.urgency_of(*due) : Urgency::kToday, due,
                 variant};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding& finding, Reasons& reasons) {
  if (finding.variant == kByStatus) {
    tell(order, context, Column::kOrderStatus, reasons);
    reasons.fields.emplace_back(
        "word", context.book.order_cell(order.order, Column::kOrderStatus));
    return;
  }
  const std::vector<ReturnRefund> refunds = refunds_due(order, context);
  for (const ReturnRefund& refund : refunds) {
    for (const Return* const returned : refund.returns) {
      constexpr Column kColumns[] = {Column::kSku,
                                     Column::kReturnRequestDate,
                                     Column::kReturnQuantity,
                                     Column::kReturnReason,
                                     Column::kReturnDeliveryDate,
                                     Column::kInPolicy,
                                     Column::kAToZClaim,
                                     Column::kRefundedAmount};
      tell_return(*returned, context, kColumns, reasons);
    }
    if (refund.amount) {
      reasons.evidence.push_back(
          {"refund", std::string(refund.amount->currency.code()) + " " +
                         print_amount(*refund.amount)});
    }
  }
  if (finding.variant == kNoPrice || finding.variant == kClaim) return;
  if (const auto sum = sum_of(refunds))
    reasons.amounts.emplace_back("amount", *sum);
}

}  // namespace
}  // namespace refund_return

extern const Rule kRefundReturn;
const Rule kRefundReturn{
    "refund-return",
    {"in-window", "out-of-window", "no-price", "claim", "by-status"},
    {"help 200198010", "help 200708210"},
    refund_return::find,
    refund_return::explain};

}  // namespace parcelwise
