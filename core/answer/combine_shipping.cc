// combine-shipping: the buyer wants several orders in one parcel (S17-S19). Allowed
// where the address is the same; each order is confirmed by itself, and what is saved
// goes back, here on the charge basis (combine/saving.h).
#include "answer/answer.h"
#include "combine/saving.h"

namespace parcelwise {
namespace {

std::string others_of(const AnswerWork& work, const CombinedGroup& group) {
  std::string others;
  for (const std::uint32_t member : group.orders) {
    if (member == work.order().order) continue;
    if (!others.empty()) others += ", ";
    others += work.context.book.order_id(member).text();
  }
  return others;
}

void work_out_refund(AnswerWork& work, const CombinedGroup& group) {
  const RefundContext context{work.context.book, work.policy(), work.context.now,
                              work.all.ledger};
  const Saving saving = work_out_saving(group, context, {});
  if (!saving.saved || *saving.saved == 0) return;
  work.money("saved", {saving.currency, *saving.saved});
  for (const SavedOrder& one : saving.orders) {
    if (one.order != work.order().order || one.minor == 0) continue;
    RefundRequest wanted;
    wanted.reason = "combined-shipping";
    wanted.amount = one.minor;
    work.refund(std::move(wanted));
  }
}

void decide(AnswerWork& work) {
  if (work.shipped()) return work.does_not_fit("shipped", "where-is-my-order");
  work.ship_deadlines();
  const CombinedGroup* const group = work.context.groups->of(work.order().order);
  if (group == nullptr) return work.decide("alone");
  work.text("others", others_of(work, *group));
  if (group->verdict == Verdict::kBlocked) return work.decide("blocked");
  work_out_refund(work, *group);
  if (group->verdict == Verdict::kAsk) return work.decide("ask");
  const bool saves = work.answer.refund.has_value();
  work.decide(saves ? "suggest" : "suggest-nothing-saved");
}

}  // namespace

extern const AnswerCase kCombineShippingAnswer;
const AnswerCase kCombineShippingAnswer{
    .id = "combine-shipping",
    .sources = {"S17", "S18", "S19"},
    .outcomes = {"suggest", "suggest-nothing-saved", "ask", "blocked", "alone", "shipped"},
    .asks = {},
    .decide = decide};

}  // namespace parcelwise
