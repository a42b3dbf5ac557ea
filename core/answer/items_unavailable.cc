// items-unavailable: something of the order is out of stock (S21-S23). Consent
// and a delivery in part come first (S22): ship the rest, confirm all lines,
// refund the unsent (S23). That the buyer cancels and orders again (S21) stands
// last and with its warning: newer pages of Amazon's say not to ask for that
// (docs/rules.md 0.3, A8).
#include <algorithm>

#include "answer/already_refunded.h"
#include "answer/answer.h"
#include "answer/not_sent_yet.h"
#include "orders/stock_outs.h"

namespace parcelwise {
namespace items_unavailable {
namespace {

struct Missing {
  std::uint32_t item = 0;
  int units = 0;
};

// The lines that the seller names, or that the stock list does not reach for.
std::vector<Missing> missing_of(AnswerWork& work) {
  const OrderBook& book = work.context.book;
  std::vector<Missing> missing;
  const std::uint32_t first = book.first_item(work.order().order);
  const std::uint32_t last = book.last_item(work.order().order);
  for (const std::string& id : work.given.order_item_ids) {
    std::uint32_t item = first;
    while (item < last && book.item_cell(item, Column::kOrderItemId) != id &&
           book.item_cell(item, Column::kSku) != id) {
      ++item;
    }
    if (item == last) {
      work.error = AnswerError{AnswerErrorCode::kNoSuchItem, id};
      return {};
    }
    const int units = item_units(book, item).unshipped;
    if (units > 0) missing.push_back({item, units});
  }
  if (!missing.empty() || work.context.stock_outs == nullptr) return missing;
  for (const Shortage& line : work.context.stock_outs->of(work.order().order)) {
    if (line.missing > 0) missing.push_back({line.item, line.missing});
  }
  return missing;
}

void refund_missing(AnswerWork& work, const std::vector<Missing>& missing) {
  RefundRequest wanted;
  wanted.reason = "items-unavailable";
  for (const Missing& line : missing) {
    wanted.items.push_back({work.item_name(line.item), line.units});
  }
  work.refund(std::move(wanted));
}

void decide(AnswerWork& work) {
  const OrderFacts& order = work.order();
  if (order.pending()) return work.decide("pending");
  if (nobody_knows(work)) return;
  if (work.shipped())
    return work.does_not_fit("shipped", "returned-undeliverable");
  work.ship_deadlines();
  // What is missing of the rest of a parcel that left is refunded all the same.
  if (!work.sent_in_part() && cancel_comes_first(work)) return;
  const std::vector<Missing> missing = missing_of(work);
  if (work.error) return;
  const OrderBook& book = work.context.book;
  if (missing.empty()) {
    for (std::uint32_t item = book.first_item(order.order);
         item < book.last_item(order.order); ++item) {
      if (item_units(book, item).unshipped > 0)
        work.answer.lines_to_choose.push_back(item);
    }
    work.ask("order_item_ids");
    return work.decide("which");
  }
  const auto missing_units = [&](std::uint32_t item) -> std::int64_t {
    const auto found =
        std::find_if(missing.begin(), missing.end(),
                     [&](const Missing& line) { return line.item == item; });
    return found == missing.end() ? 0 : found->units;
  };
  std::int64_t lacking = 0;
  for (const Missing& line : missing) lacking += line.units;
  work.lines("missing", missing_units);
  const bool nothing_left = lacking >= order.unshipped;
  const bool part_sent = order.shipped > 0;
  if (!part_sent && nothing_left) return work.decide("all-out");
  work.lines("available", [&](std::uint32_t item) {
    return item_units(book, item).unshipped - missing_units(item);
  });
  if (!part_sent && work.given.consent == false)
    return work.decide("no-consent");
  refund_missing(work, missing);
  if (work.answer.not_refundable &&
      work.answer.not_refundable->code == RefundErrorCode::kNothingLeft) {
    if (!nothing_left) work.also("ship-rest");
    return work.decide("already-refunded");
  }
  if (work.answer.not_refundable) work.ask("amount");
  if (part_sent) {
    // The buyer has a part already: there is nothing left to consent to or to
    // cancel.
    if (!nothing_left) work.also("ship-rest");
    return work.decide("rest-out");
  }
  if (work.given.consent) return work.decide("consent");
  work.ask("consent");
  work.decide(work.set_limit("consent") ? "ask-consent" : "ask-consent-now");
}

}  // namespace
}  // namespace items_unavailable

extern const AnswerCase kItemsUnavailableAnswer;
const AnswerCase kItemsUnavailableAnswer{
    .id = "items-unavailable",
    .sources = {"S22", "S23", "S21"},
    .writes_first = true,
    .own_pending = true,
    .outcomes = {"which", "ask-consent", "ask-consent-now", "consent",
                 "no-consent", "all-out", "rest-out", "shipped", "pending"},
    .asks = {"sent", "order_item_ids", "consent", "amount"},
    .decide = items_unavailable::decide};

}  // namespace parcelwise
