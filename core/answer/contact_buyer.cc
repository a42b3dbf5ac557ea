// contact-buyer: the seller needs to reach the buyer (S24): the contact form,
// the encrypted address, or the telephone, which is there only while the seller
// fulfils the order (S27) and never for Amazon's own deliveries (S26).
#include "answer/answer.h"

namespace parcelwise {
namespace contact_buyer {
namespace {

void decide(AnswerWork& work) {
  work.ask("wish");
  if (!work.has_order()) return work.decide("any");
  const OrderFacts& order = work.order();
  if (!order.seller_fulfilled()) return work.decide("by-amazon");
  const OrderBook& book = work.context.book;
  const auto has = [&](Column column) {
    return !book.order_cell(order.order, column).empty();
  };
  const auto deliver_by =
      delivered_by(order, work.policy(), work.context.today);
  const bool delivered = deliver_by && work.context.now > *deliver_by;
  if (!has(Column::kBuyerEmail)) work.also("no-address");
  if (delivered) return work.decide("delivered");
  if (has(Column::kBuyerPhone) || has(Column::kShipPhone)) work.also("phone");
  if (deliver_by) work.deadline("phone-until", *deliver_by);
  work.ship_deadlines();
  // The message may be about the request; without a reply nothing is shipped.
  if (!work.shipped() && order.is(Flag::kBuyerCancel))
    return work.decide("cancel-asked");
  const bool waits = work.set_limit("reply") || !order.open();
  work.decide(waits ? "open" : "open-now");
}

}  // namespace
}  // namespace contact_buyer

extern const AnswerCase kContactBuyerAnswer;
const AnswerCase kContactBuyerAnswer{
    .id = "contact-buyer",
    .sources = {"S24", "S26", "S27"},
    .needs_order = false,
    .writes_first = true,
    .own_by_amazon = true,
    .outcomes = {"any", "open", "open-now", "delivered", "cancel-asked",
                 "by-amazon"},
    .asks = {"wish"},
    .decide = contact_buyer::decide};

}  // namespace parcelwise
