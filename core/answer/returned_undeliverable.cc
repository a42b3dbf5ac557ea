// returned-undeliverable: the parcel comes back, undeliverable, refused or for
// a wrong address (S11): refund and keep the shipping charge; where the carrier
// damaged it nothing may be kept (docs/rules.md A6).
#include <algorithm>

#include "answer/already_refunded.h"
#include "answer/answer.h"
#include "answer/not_sent_yet.h"
#include "orders/returns.h"
#include "refund/suggestion.h"

namespace parcelwise {
namespace returned_undeliverable {
namespace {

constexpr std::string_view kBecause[] = {"undeliverable", "refused",
                                         "invalid-address", "carrier-damage"};

std::string_view known(std::string_view reason) {
  const auto found =
      std::find(std::begin(kBecause), std::end(kBecause), reason);
  return found == std::end(kBecause) ? std::string_view() : *found;
}

void decide(AnswerWork& work) {
  if (not_sent_yet(work, "cancel-request")) return;
  tell_what_waits(work);
  // What a returns report tells is not asked.
  std::optional<bool> back = work.given.item_back;
  std::string_view because = known(work.given.back_because);
  for (const Return& returned : work.context.returns->of(work.order().order)) {
    const std::string_view reason = known(return_reason(returned.item->reason));
    if (reason.empty()) continue;
    because = reason;
    back = returned.item->arrived.has_value() || back.value_or(false);
  }
  if (back == false) {
    if (already_refunded(work)) return;
    work.set_limit("back");
    return work.decide("not-back");
  }
  if (!back) work.ask("item_back");
  if (because.empty()) {
    if (already_refunded(work)) return;
    work.ask("back_because");
    return work.decide("which");
  }
  work.refund_deadline();
  work.refund(because);
  if (work.order().cash_on_delivery) work.also("cash-on-delivery");
  if (work.answer.not_refundable) {
    if (work.answer.not_refundable->code == RefundErrorCode::kNothingLeft) {
      return work.decide("refunded");
    }
    work.ask("amount");
    return work.decide(because);
  }
  // Where shipping was free nothing is kept, and nothing says so.
  const bool whole =
      because != "carrier-damage" && work.answer.refund->withheld.empty();
  work.decide(whole ? "back-whole" : because);
}

}  // namespace
}  // namespace returned_undeliverable

extern const AnswerCase kReturnedUndeliverableAnswer;
const AnswerCase kReturnedUndeliverableAnswer{
    .id = "returned-undeliverable",
    .sources = {"S11"},
    .writes_first = true,
    .outcomes = {"undeliverable", "refused", "invalid-address",
                 "carrier-damage", "back-whole", "which", "not-back",
                 "refunded", "not-shipped"},
    .asks = {"sent", "item_back", "back_because", "amount"},
    .decide = returned_undeliverable::decide};

}  // namespace parcelwise
