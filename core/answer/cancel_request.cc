// cancel-request: the buyer wants the order gone (docs/rules.md 2.3). An
// official request is cancelled as "Buyer Canceled" and does not count; on a
// message alone it would, so the buyer is pointed to the official way. What was
// sent can only come back.
#include "answer/already_refunded.h"
#include "answer/answer.h"
#include "answer/not_sent_yet.h"

namespace parcelwise {
namespace cancel_request {
namespace {

// The line's units that Amazon believes sent and that stayed here.
void refund_unsent(AnswerWork& work) {
  RefundRequest wanted;
  wanted.reason = "items-unavailable";
  const OrderBook& book = work.context.book;
  for (std::uint32_t item = book.first_item(work.order().order);
       item < book.last_item(work.order().order); ++item) {
    if (item_units(book, item).purchased == 0) continue;
    std::string id = book.item_cell(item, Column::kOrderItemId);
    if (id.empty()) id = book.item_cell(item, Column::kSku);
    wanted.items.push_back({std::move(id), std::nullopt});
  }
  work.refund(std::move(wanted));
  if (work.answer.not_refundable) work.ask("amount");
}

void decide(AnswerWork& work) {
  const OrderFacts& order = work.order();
  if (order.pending()) return work.decide("pending");
  if (nobody_knows(work)) return;
  if (!work.given.sent) work.ask("sent");
  if (order.state == OrderState::kShipped || order.partly_shipped ||
      order.left) {
    if (already_refunded(work)) return;
    if (order.state == OrderState::kShipped && work.given.sent == false) {
      refund_unsent(work);
      return work.decide("confirmed-not-sent");
    }
    const auto by = delivered_by(order, work.policy(), work.context.today);
    const auto window = work.context.limit(PolicyLimit::kReturnWindowDays);
    if (by && window) {
      const Zone& zone = work.policy().zone();
      work.deadline("return-until", zone.end_of(zone.day_of(*by) + *window),
                    !order.latest_delivery);
    }
    return work.decide("sent");
  }
  work.ship_deadlines();
  if (work.sent_unconfirmed()) return work.decide("sent-unconfirmed");
  if (order.is(Flag::kBuyerCancel)) return work.decide("official");
  if (const auto until = work.edit_until()) {
    work.deadline("edit-until", *until);
    work.follow_up("cancelled-by-buyer", *until);
    return work.decide("in-window");
  }
  work.set_limit("cancelled-by-buyer");
  work.decide("unofficial");
}

}  // namespace
}  // namespace cancel_request

extern const AnswerCase kCancelRequestAnswer;
const AnswerCase kCancelRequestAnswer{
    .id = "cancel-request",
    .sources = {"help PNRJVBQMJRS942V", "help RXAS2XTAYEF77BG", "help 19661"},
    .own_pending = true,
    .outcomes = {"official", "unofficial", "in-window", "sent",
                 "sent-unconfirmed", "confirmed-not-sent", "pending"},
    .asks = {"sent", "amount"},
    .decide = cancel_request::decide};

}  // namespace parcelwise
