// damaged-wrong-or-missing: what came is broken, does not work, is another
// thing, or lacks something (docs/rules.md 2.2.2, 2.6). First the apology, a
// photo and the buyer's choice; then a replacement, a part of the money, a
// return or a refund, all at the seller's cost.
//
// An amount is worked out only where it is sure: for lines of one unit, as
// nobody says how many units of a larger line are meant.
#include <algorithm>

#include "answer/already_refunded.h"
#include "answer/answer.h"
#include "answer/not_sent_yet.h"

namespace parcelwise {
namespace damaged_wrong_or_missing {
namespace {

constexpr std::string_view kTroubles[] = {"damaged", "defective", "wrong",
                                          "missing"};

std::string_view reason_of(std::string_view trouble) {
  if (trouble == "damaged") return "carrier-damage";
  if (trouble == "wrong") return "wrong-item";
  return trouble == "missing" ? "items-unavailable" : "defective";
}

// Everything that was paid for the chosen lines.
void refund_chosen(AnswerWork& work, std::string_view trouble) {
  RefundRequest wanted;
  wanted.reason = std::string(reason_of(trouble));
  bool sure = true;
  for (const std::uint32_t item : work.chosen_lines()) {
    sure = sure && item_units(work.context.book, item).purchased == 1;
    wanted.items.push_back({work.item_name(item), std::nullopt});
  }
  if (work.error) return;
  if (sure && !wanted.items.empty()) work.refund(std::move(wanted));
  if (!work.answer.refund && work.given.amount.empty()) work.ask("amount");
}

void decide_remedy(AnswerWork& work, std::string_view trouble) {
  const std::string& remedy = work.given.remedy;
  // Of several lines only those that were named; an order of one line is whole.
  if (!work.given.order_item_ids.empty()) {
    const std::vector<std::uint32_t> items = work.chosen_lines();
    if (work.error || already_refunded(work, items)) return;
  }
  if (remedy == "replacement") {
    return work.decide(trouble == "missing" ? "send-missing" : "replacement");
  }
  if (remedy == "part-refund") {
    if (work.given.amount.empty()) work.ask("amount");
    return work.decide("part-refund");
  }
  refund_chosen(work, trouble);
  // What never came cannot be sent back.
  const bool back = remedy == "return" && trouble != "missing";
  work.decide(back ? "return" : "refund");
}

void decide(AnswerWork& work) {
  work.answer.apologises = true;
  work.deadline_after_message("claim-answer-by",
                              PolicyLimit::kClaimAnswerHours);
  if (not_sent_yet(work, "where-is-my-order")) return;
  if (work.sent_unconfirmed()) {
    work.ship_deadlines();
    work.also("confirm-now");
  }
  if (already_refunded(work)) return;
  const auto known =
      std::find(std::begin(kTroubles), std::end(kTroubles), work.given.trouble);
  if (known == std::end(kTroubles)) {
    work.ask("trouble");
    return work.decide("which");
  }
  if (work.sent_in_part()) {
    work.ship_deadlines();
    // The rest has not left yet: nothing is lost.
    if (*known == "missing" && work.given.remedy.empty()) {
      work.ask("remedy");
      return work.decide("missing-unsent");
    }
    work.also("rest-to-ship");
  }
  if (!work.given.remedy.empty()) return decide_remedy(work, *known);
  if (!work.given.photo.value_or(false)) work.ask("photo");
  work.ask("remedy");
  work.decide(work.given.photo.value_or(false) ? "choose" : *known);
}

}  // namespace
}  // namespace damaged_wrong_or_missing

extern const AnswerCase kDamagedWrongOrMissingAnswer;
const AnswerCase kDamagedWrongOrMissingAnswer{
    .id = "damaged-wrong-or-missing",
    .sources = {"2.2.2", "2.6", "help 200198010", "help G202175040"},
    .outcomes = {"which", "damaged", "defective", "wrong", "missing",
                 "missing-unsent", "choose", "replacement", "send-missing",
                 "part-refund", "return", "refund", "not-shipped"},
    .asks = {"sent", "trouble", "photo", "remedy", "order_item_ids", "amount"},
    .decide = damaged_wrong_or_missing::decide};

}  // namespace parcelwise
