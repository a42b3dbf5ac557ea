// cash-on-delivery: the carrier collects exactly cod-collectible-amount, and
// the confirmation says DirectPayment (docs/rules.md 2.2.9).
#include "rules/rule.h"

namespace parcelwise {
namespace {

std::optional<Finding> find(const OrderFacts& order, const CheckContext&) {
  if (!order.cash_on_delivery || !order.to_ship()) return std::nullopt;
  return Finding{Urgency::kInfo, due_ship_by(order)};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell(order, context, Column::kPaymentMethod, reasons);
  tell(order, context, Column::kCodCollectibleAmount, reasons);
  tell(order, context, Column::kAlreadyPaid, reasons);
  const std::string amount =
      context.book.order_cell(order.order, Column::kCodCollectibleAmount);
  const Currency& currency = context.policy.currency();
  if (const auto minor = parse_amount(amount, currency.exponent(), '.')) {
    reasons.amounts.emplace_back("amount", Money{currency, *minor});
  } else {
    reasons.fields.emplace_back("amount", amount);
  }
}

}  // namespace

extern const Rule kCashOnDelivery;
const Rule kCashOnDelivery{
    "cash-on-delivery", {"plain"}, {"2.2.9"}, find, explain};

}  // namespace parcelwise
