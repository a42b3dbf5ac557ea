// delivery-wish: the buyer would like a day or a time of delivery
// (docs/rules.md 2.5). A window that a report tells is confirmed; another wish
// is the seller's and the carrier's to grant, and never moves the ship-by.
#include "answer/answer.h"
#include "answer/not_sent_yet.h"

namespace parcelwise {
namespace delivery_wish {
namespace {

// A window from a report; false where none tells one.
bool decide_scheduled(AnswerWork& work) {
  const OrderFacts& order = work.order();
  if (!order.scheduled_start && !order.scheduled_end) return false;
  const Instant from = order.scheduled_start.value_or(*order.scheduled_end);
  const Instant to = order.scheduled_end.value_or(from);
  const Zone& zone = work.policy().zone();
  work.instant("window-from", from);
  work.instant("window-to", to);
  const Day day = zone.day_of(from);
  const bool whole_day =
      day == zone.day_of(to) && (from == zone.start_of(day) || from == to);
  work.decide(whole_day ? "scheduled-day" : "scheduled");
  return true;
}

void decide(AnswerWork& work) {
  if (nobody_knows(work)) return;
  if (work.shipped()) {
    if (work.sent_unconfirmed()) {
      work.ship_deadlines();
      work.also("confirm-now");
    }
    if (work.given.carrier.empty()) work.ask("carrier");
    if (work.given.tracking_number.empty()) work.ask("tracking_number");
    return work.decide("shipped");
  }
  work.ship_deadlines();
  if (cancel_comes_first(work)) return;
  if (work.order().latest_delivery)
    work.deadline("deliver-by", *work.order().latest_delivery);
  if (!work.given.sent && work.order().state == OrderState::kUnknown)
    work.ask("sent");
  if (decide_scheduled(work)) return;
  if (work.given.wished.empty()) work.ask("wished");
  if (!work.given.possible) {
    work.ask("possible");
    return work.decide("which");
  }
  work.decide(*work.given.possible ? "granted" : "declined");
}

}  // namespace
}  // namespace delivery_wish

extern const AnswerCase kDeliveryWishAnswer;
const AnswerCase kDeliveryWishAnswer{
    .id = "delivery-wish",
    .sources = {"2.5", "help 201623660", "help EDSVA3D58NL292F"},
    .outcomes = {"which", "granted", "declined", "scheduled", "scheduled-day",
                 "shipped"},
    .asks = {"sent", "wished", "possible", "carrier", "tracking_number"},
    .decide = delivery_wish::decide};

}  // namespace parcelwise
