// where-is-my-order: the buyer asks how far the order is (S3, S6-S8). Only what
// a report shows may be shipped; what none shows is not here, or not ours.
#include "answer/answer.h"
#include "answer/not_sent_yet.h"

namespace parcelwise {
namespace where_is_my_order {
namespace {

void decide(AnswerWork& work) {
  const OrderFacts& order = work.order();
  if (nobody_knows(work)) return;
  if (work.shipped()) {
    work.claim_deadlines();
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
  if (order.partly_shipped) {
    if (work.given.carrier.empty()) work.ask("carrier");
    if (work.given.tracking_number.empty()) work.ask("tracking_number");
    return work.decide("partly-shipped");
  }
  if (order.state == OrderState::kUnknown) work.ask("sent");
  if (!order.ship_by) return work.decide("unknown");
  if (work.context.now <= order.ship_by->at) return work.decide("to-ship");
  work.deadline_after_message("claim-answer-by",
                              PolicyLimit::kClaimAnswerHours);
  const auto amazon_by = work.context.amazon_by(order.ship_by->at);
  const bool past = amazon_by && work.context.now > *amazon_by;
  work.decide(past ? "past-limit" : "late");
}

}  // namespace
}  // namespace where_is_my_order

extern const AnswerCase kWhereIsMyOrderAnswer;
const AnswerCase kWhereIsMyOrderAnswer{
    .id = "where-is-my-order",
    .sources = {"S3", "S4", "S5", "S6", "S7", "S8"},
    .outcomes = {"to-ship", "late", "past-limit", "partly-shipped", "shipped"},
    .asks = {"sent", "carrier", "tracking_number"},
    .decide = where_is_my_order::decide};

}  // namespace parcelwise
