// combine-shipping: the buyer wants several orders in one parcel (S17-S19).
// Allowed where the address is the same; each order is confirmed by itself, and
// what is saved goes back, here on the charge basis (combine/saving.h). What
// speaks against it is told, and the buyer is asked what only the buyer knows.
#include <algorithm>
#include <span>

#include "answer/answer.h"
#include "answer/message.h"
#include "answer/not_sent_yet.h"
#include "combine/saving.h"
#include "words/catalogue.h"

namespace parcelwise {
namespace combine_shipping {
namespace {

std::string_view phrase(const AnswerWork& work, const std::string& part) {
  return Catalogue::of(work.answer.language)
      .text("answers/combine-shipping/" + part);
}

std::vector<std::string> ids_of(const AnswerWork& work,
                                std::span<const std::uint32_t> orders) {
  std::vector<std::string> ids;
  for (const std::uint32_t order : orders) {
    ids.push_back(work.context.book.order_id(order).text());
  }
  return ids;
}

std::vector<std::string> others_of(const AnswerWork& work,
                                   std::vector<std::uint32_t> orders) {
  std::erase(orders, work.order().order);
  return ids_of(work, orders);
}

// What to ask the buyer because of it; "" where it is the seller's to weigh.
std::string_view question_of(CombineReason reason) {
  switch (reason) {
    case CombineReason::kNameDiffers:
    case CombineReason::kAddressVariant:
    case CombineReason::kDifferentBuyer:
      return "recipient";
    case CombineReason::kGift:
      return "gift";
    case CombineReason::kDifferentPo:
      return "purchase-order";
    case CombineReason::kPrime:
    case CombineReason::kDifferentServiceLevel:
      return "speed";
    default:
      return "";
  }
}

// Each question once, in the order of its reasons and in the message's
// language. Which orders are meant is asked where not all may be named.
std::string questions_of(const AnswerWork& work, const CombinedGroup& group,
                         bool all_named) {
  std::vector<std::string_view> asked;
  if (!all_named) asked.emplace_back("which");
  for (const ConcernedOrders& concerned : group.reasons) {
    const std::string_view id = question_of(concerned.reason);
    if (!id.empty() &&
        std::find(asked.begin(), asked.end(), id) == asked.end()) {
      asked.push_back(id);
    }
  }
  if (asked.empty()) asked.emplace_back("any");
  std::string questions;
  for (const std::string_view id : asked) {
    if (!questions.empty()) questions += '\n';
    questions += phrase(work, "questions/" + std::string(id));
  }
  return questions;
}

// The group's orders that were, or may have been, placed from another account.
std::vector<std::uint32_t> orders_of_others(const AnswerWork& work,
                                            const CombinedGroup& group) {
  const std::uint32_t own = work.order().order;
  for (const ConcernedOrders& concerned : group.reasons) {
    if (concerned.reason != CombineReason::kDifferentBuyer) continue;
    // Told are the orders unlike the group's first.
    if (std::find(concerned.orders.begin(), concerned.orders.end(), own) ==
        concerned.orders.end()) {
      return concerned.orders;
    }
    std::vector<std::uint32_t> others = group.orders;
    std::erase(others, own);
    return others;
  }
  return {};
}

// What the message may name: an order is nobody's business but its buyer's.
std::vector<std::uint32_t> orders_of_buyer(const AnswerWork& work,
                                           const CombinedGroup& group) {
  std::vector<std::uint32_t> own = {work.order().order};
  const std::vector<std::uint32_t> others = orders_of_others(work, group);
  for (const std::uint32_t order : group.orders) {
    if (order != own.front() &&
        std::find(others.begin(), others.end(), order) == others.end())
      own.push_back(order);
  }
  return own;
}

// Why no parcel may hold them all, with the orders it is true of.
std::string hindrances_of(const AnswerWork& work, const CombinedGroup& group) {
  const std::vector<std::uint32_t> others = orders_of_others(work, group);
  bool withheld = false;
  std::string hindrances;
  const auto tell = [&](CombineReason reason,
                        std::span<const std::uint32_t> orders) {
    if (!hindrances.empty()) hindrances += '\n';
    hindrances +=
        fill(phrase(work, "hindrances/" + std::string(reason_name(reason))),
             {{"orders", listed(ids_of(work, orders), work.answer.language)}});
  };
  for (const ConcernedOrders& concerned : group.reasons) {
    if (verdict_of(concerned.reason) != Verdict::kBlocked) continue;
    std::vector<std::uint32_t> own;
    for (const std::uint32_t order : concerned.orders) {
      const bool foreign =
          std::find(others.begin(), others.end(), order) != others.end();
      if (!foreign) own.push_back(order);
      withheld = withheld || foreign;
    }
    if (!own.empty()) tell(concerned.reason, own);
  }
  if (withheld) tell(CombineReason::kDifferentBuyer, {});
  return hindrances;
}

void tell_what_is_against(AnswerWork& work, const CombinedGroup& group) {
  for (ConcernedOrders concerned : group.reasons) {
    if (concerned.orders.size() == group.orders.size())
      concerned.orders.clear();
    work.answer.against.push_back(std::move(concerned));
  }
}

void work_out_refund(AnswerWork& work, const CombinedGroup& group) {
  const SavingContext context{work.context.book, work.context.policies,
                              work.context.now, work.all.ledger};
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
  if (nobody_knows(work)) return;
  if (work.shipped()) return work.does_not_fit("shipped", "where-is-my-order");
  work.ship_deadlines();
  if (cancel_comes_first(work)) return;
  const CombinedGroup* const group =
      work.context.groups->of(work.order().order);
  if (group == nullptr) return work.decide("alone");
  const std::vector<std::uint32_t> named = orders_of_buyer(work, *group);
  work.orders("all_others", others_of(work, group->orders));  // for the seller
  work.orders("others", others_of(work, named));
  work.orders("named", ids_of(work, named));
  tell_what_is_against(work, *group);
  if (group->verdict == Verdict::kBlocked) {
    work.text("hindrances", hindrances_of(work, *group));
    return work.decide("blocked");
  }
  work_out_refund(work, *group);
  if (group->verdict == Verdict::kAsk) {
    work.text("questions",
              questions_of(work, *group, named.size() == group->orders.size()));
    return work.decide("ask");
  }
  const bool saves = work.answer.refund.has_value();
  work.decide(saves ? "suggest" : "suggest-nothing-saved");
}

}  // namespace
}  // namespace combine_shipping

extern const AnswerCase kCombineShippingAnswer;
const AnswerCase kCombineShippingAnswer{
    .id = "combine-shipping",
    .sources = {"S17", "S18", "S19"},
    .outcomes = {"suggest", "suggest-nothing-saved", "ask", "blocked", "alone",
                 "shipped"},
    .asks = {"sent"},
    .decide = combine_shipping::decide};

}  // namespace parcelwise
