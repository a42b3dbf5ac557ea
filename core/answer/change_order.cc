// change-order: price, quantity or address should be another (S14-S16). The
// seller must not change an order; the buyer may, for some minutes after
// paying, and only where the seller ships. Then a new order is the way
// (docs/rules.md A4).
#include "answer/answer.h"
#include "answer/not_sent_yet.h"

namespace parcelwise {
namespace change_order {
namespace {

void decide(AnswerWork& work) {
  const OrderFacts& order = work.order();
  const auto minutes = work.context.limit(PolicyLimit::kEditMinutes);
  if (minutes) work.text("minutes", std::to_string(*minutes));
  if (order.pending()) return work.decide("pending");
  if (nobody_knows(work)) return;
  if (work.shipped() || order.partly_shipped) {
    return work.does_not_fit("shipped", "cancel-request");
  }
  work.ship_deadlines();
  if (cancel_comes_first(work)) return;
  if (const auto until = work.edit_until()) {
    work.deadline("edit-until", *until);
    work.follow_up("edited", *until);
    return work.decide("in-window");
  }
  if (!work.given.sent) work.ask("sent");
  work.set_limit("cancelled-by-buyer");
  work.decide(minutes ? "too-late" : "window-unknown");
}

}  // namespace
}  // namespace change_order

extern const AnswerCase kChangeOrderAnswer;
const AnswerCase kChangeOrderAnswer{
    .id = "change-order",
    .sources = {"S14", "S15", "S16"},
    .own_pending = true,
    .outcomes = {"in-window", "too-late", "window-unknown", "shipped",
                 "pending", "by-amazon"},
    .asks = {"sent"},
    .decide = change_order::decide};

}  // namespace parcelwise
