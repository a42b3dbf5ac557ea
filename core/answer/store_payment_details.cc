// store-payment-details: a buyer who pays at a store asks for the payment
// number again (S12). The seller does not have it; Amazon's customer service
// does. Meanwhile the order is pending and stays where it is (S2, S4).
#include "answer/answer.h"

namespace parcelwise {
namespace store_payment_details {
namespace {

void decide(AnswerWork& work) {
  if (!work.has_order()) return work.decide("any");
  const OrderFacts& order = work.order();
  if (order.pending()) {
    work.pay_deadline();
    return work.decide("pending");
  }
  if (order.cancelled()) return work.decide("cancelled");
  // Paid already, or to be paid at the door: there is no number to ask for.
  work.ship_deadlines();
  work.does_not_fit(order.cash_on_delivery ? "cash-on-delivery" : "paid",
                    "where-is-my-order");
}

}  // namespace
}  // namespace store_payment_details

extern const AnswerCase kStorePaymentDetailsAnswer;
const AnswerCase kStorePaymentDetailsAnswer{
    .id = "store-payment-details",
    .sources = {"S12", "S2", "S4"},
    .needs_order = false,
    .own_pending = true,
    .own_cancelled = true,
    .own_by_amazon = true,
    .outcomes = {"any", "pending", "cancelled", "paid", "cash-on-delivery"},
    .asks = {},
    .decide = store_payment_details::decide};

}  // namespace parcelwise
