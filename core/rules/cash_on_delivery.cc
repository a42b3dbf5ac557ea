// cash-on-delivery: the carrier collects exactly cod-collectible-amount, and
// the confirmation says DirectPayment (docs/rules.md 2.2.9). Where a
// marketplace has ended it, a row that still says COD keeps both, and the text
// tells when it ended (docs/marketplaces.md 1.4).
#include "rules/rule.h"

namespace parcelwise {
namespace cash_on_delivery {
namespace {

enum Variant : std::uint8_t { kPlain, kEnded };

// Bought on its last day, it still was one.
bool ended(const OrderFacts& order, const Policy& policy) {
  const auto last = policy.cash_on_delivery_until();
  return policy.cash_on_delivery() == CashOnDelivery::kEnded && last &&
         !(order.purchase && policy.zone().day_of(*order.purchase) <= *last);
}

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.cash_on_delivery || !order.to_ship()) return std::nullopt;
  return Finding{Urgency::kInfo, due_ship_by(order),
                 ended(order, context.policy) ? kEnded : kPlain};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding& finding, Reasons& reasons) {
  if (finding.variant == kEnded) {
    reasons.fields.emplace_back(
        "ended", to_text(*context.policy.cash_on_delivery_until()));
    tell_marketplace(context, reasons);
  }
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
}  // namespace cash_on_delivery

extern const Rule kCashOnDelivery;
const Rule kCashOnDelivery{"cash-on-delivery",
                           {"plain", "ended"},
                           {"2.2.9"},
                           cash_on_delivery::find,
                           cash_on_delivery::explain};

}  // namespace parcelwise
