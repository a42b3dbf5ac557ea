// What to tell a buyer: one case of the seller's FAQ and one order make a
// verdict, what to do and what not, deadlines, the refund already worked out,
// questions that no report answers, and the message to send. One case, one
// file; how to add one: CONTRIBUTING.md.
//
//   auto answer = answer_buyer({check, ledger, ui}, {"not-received", order});
//   a success: shipped, past its latest delivery, tracking bought -> outcome
//     "tracked", deadlines claim-from and claim-until, a follow-up, a message
//   a failure: {"not-received"} alone -> AnswerErrorCode::kNoOrder; an order
//   that no
//     report has is no failure but the answer "not-here" (S8); one that only
//     rows name that could not be read is kLacksRows
//
// TEXTS  An outcome's texts stand in data/texts/LANGUAGE/answers.json under
// answers/CASE/OUTCOME, or under answers/any/OUTCOME where all cases share it.
// What the seller reads is in the page's language, the message in the buyer's.
#ifndef PARCELWISE_ANSWER_ANSWER_H_
#define PARCELWISE_ANSWER_ANSWER_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "combine/groups.h"
#include "refund/refund.h"
#include "rules/check.h"
#include "tracking/tracking.h"

namespace parcelwise {

// What only the seller knows; nullopt and "" are unsaid.
struct SellerInput {
  std::optional<bool> sent;       // the parcel left the house
  std::optional<bool> tracking;   // with tracking
  std::optional<bool> insured;    // or with insurance
  std::optional<bool> item_back;  // the parcel is back
  std::optional<bool> consent;    // the buyer agrees to get the rest
  std::string tracking_says;      // "moving", "delivered", "lost"
  std::string back_because;       // a refund reason of S11, or "carrier-damage"
  // The lines that are out of stock, damaged, wrong or missing.
  std::vector<std::string> order_item_ids;
  std::string trouble;        // "damaged", "defective", "wrong", "missing"
  std::optional<bool> photo;  // the buyer sent one
  std::string remedy;  // "replacement", "part-refund", "return", "refund"
  std::string return_because;      // "changed-mind", "fault"
  std::string kept;                // "kept", "returning", "back"
  std::optional<bool> registered;  // the shop is a qualified invoice issuer
  std::optional<bool> possible;    // the day that the buyer wishes can be met
  std::optional<Instant> wrote;    // when the buyer did; else now
  std::optional<Instant>
      announced_limit;  // the limit that a silent buyer was told
  // For the message's blanks.
  std::string shop, carrier, tracking_number, wish, wished, amount;
};

struct AnswerRequest {
  std::string answer_case;
  std::optional<OrderId> order;
  std::string order_text;  // as it was asked for, where it is no order id
  std::optional<Language> language;  // of the message; else the policy's
  std::optional<int> limit_days;  // business days for a silent buyer, 1 to 30
  bool accept_unread = false;     // rows that could not be read were looked up
  SellerInput given;
};
inline constexpr int kMostLimitDays = 30;

enum class Whereabouts : std::uint8_t { kHere, kPending, kNotHere };
std::string_view whereabouts_name(Whereabouts found);  // "not-here"

// "unshipped"; "untold" where no report tells (report/report.h).
std::string_view status_name(const OrderFacts& facts);

// A value for the {fields} of texts, written in the language of each.
struct AnswerField {
  enum class Kind : std::uint8_t { kText, kInstant, kMoney, kOrders, kLines };
  std::string_view name;
  Kind kind{};
  std::string text;
  Instant at{};
  // Counted from a date that no report tells: a blank in a message, never a
  // date.
  bool guessed = false;
  Money amount{};
  std::vector<std::string> orders;                          // ids
  std::vector<std::pair<std::string, std::int64_t>> lines;  // product and units
};

struct AnswerDeadline {
  std::string_view id;  // "ship-by"
  Instant at;
  bool guessed = false;  // counted from a date that no report tells
};

// For the work list: rule answer-due.
struct AnswerFollowUp {
  std::string_view
      what;  // "carrier", in the catalogue under answers/follow_ups
  Instant due;
};

struct AnswerCase;

struct BuyerAnswer {
  const AnswerCase* of = nullptr;
  std::optional<OrderFacts> facts;  // none: not here, or no order was asked for
  std::string order_id;             // "" where none was asked for
  Whereabouts found = Whereabouts::kHere;
  SellerInput given;
  Language language{};       // of the message
  std::string_view outcome;  // "tracked"
  bool fits = true;          // false: the case does not fit the order
  // The message opens with an apology, not thanks: the case's own "opening",
  // or that of what has not arrived.
  bool apologises = false;
  std::string_view nearest;               // the case that does, or ""
  std::vector<AnswerDeadline> deadlines;  // by their instant
  std::vector<std::string_view> asks;
  std::vector<std::uint32_t>
      lines_to_choose;  // items, for the ask "order_item_ids"
  std::vector<std::string_view> also,
      also_not;  // answers/also/..., beside the outcome's
  // combine-shipping: what speaks against one parcel. No orders: it is true of
  // all.
  std::vector<ConcernedOrders> against;
  std::optional<Refund> refund;
  std::optional<RefundError> not_refundable;
  // The seller's own amount, where it can be given (answer/already_refunded.h).
  std::optional<Money> given_amount;
  std::optional<Charges> breakdown;
  std::optional<AnswerFollowUp> follow_up;
  std::vector<AnswerField> fields;
};

enum class AnswerErrorCode : std::uint8_t {
  kNoSuchCase,
  kNoOrder,
  kNoSuchItem,
  kBadLimit,
  kLacksRows,        // rows of the order could not be read: see lacks_rows
  kNotThere,         // its marketplace has none of that: orders/offers.h
  kBadAmount,        // no amount of the order's currency above zero
  kMoreThanRemains,  // to refund: `value` says how much does
};
struct AnswerError {
  AnswerErrorCode code{};
  std::string value;
  std::string marketplace = {};  // kNotThere: "Amazon.it"
};
std::string answer_error_text(const AnswerError& error, Language language);

struct AnswerContext {
  const Check& check;
  const RefundLedger& ledger;  // what has gone back already
  // What carriers' files told; may be null. A number that they tell is not
  // asked for.
  const TrackingNumbers* numbers = nullptr;
};

// By which policy it is answered: its order's.
inline const CheckContext& context_of(const Check& check,
                                      const BuyerAnswer& answer) {
  return answer.facts ? check.context(answer.facts->order) : check.context();
}

tl::expected<BuyerAnswer, AnswerError> answer_buyer(
    const AnswerContext& context, const AnswerRequest& request);

// Cases
// ------------------------------------------------------------------------

// Whether the order left the house. kUnknown: no report tells and the seller
// does not say, or it left the list, confirmed or cancelled.
enum class Sent : std::uint8_t { kUnknown, kNo, kInPart, kYes };

// What a case decides with and fills in.
class AnswerWork {
 public:
  AnswerWork(const AnswerContext& on, const AnswerRequest& asked,
             BuyerAnswer& made)
      : context(context_of(on.check, made)),
        all(on),
        request(asked),
        given(made.given),
        answer(made) {}

  const CheckContext& context;
  const AnswerContext& all;
  const AnswerRequest& request;
  const SellerInput& given;
  BuyerAnswer& answer;
  std::optional<AnswerError> error;

  bool has_order() const { return answer.facts.has_value(); }
  const OrderFacts& order() const { return *answer.facts; }
  const Policy& policy() const { return context.policy; }

  // By a report or, where none says more, by the seller's word. A letter claims
  // nothing else (answer/not_sent_yet.h).
  Sent sent() const;
  bool shipped() const { return sent() == Sent::kYes; }
  // It was sent, and Amazon does not know it yet.
  bool sent_unconfirmed() const;
  // A part of it was, by a report, and the rest was not.
  bool sent_in_part() const { return sent() == Sent::kInPart; }
  // Within the minutes in which the buyer may still change it (S15), where they
  // are known: their end.
  std::optional<Instant> edit_until() const;

  void decide(std::string_view outcome) { answer.outcome = outcome; }
  void does_not_fit(std::string_view outcome, std::string_view nearest);
  void ask(std::string_view id) { answer.asks.push_back(id); }
  void also(std::string_view key) { answer.also.push_back(key); }
  void also_not(std::string_view key) { answer.also_not.push_back(key); }

  // A deadline is a field too: "ship-by" is {ship-by}.
  void deadline(std::string_view id, Instant at, bool guessed = false);
  void ship_deadlines();   // while it is to be shipped: ship-by and both limits
  void claim_deadlines();  // the latest delivery and the A-to-z window
  // So many hours after the buyer wrote, as deadline `id`; none where nobody
  // knows how many.
  void deadline_after_message(std::string_view id, PolicyLimit hours);
  void follow_up(std::string_view what, Instant due) {
    answer.follow_up = {what, due};
  }

  // The time limit for a buyer's answer (S25), as deadline "limit" and
  // follow-up; false where the ship-by leaves no day for it.
  bool set_limit(std::string_view what);
  // When the seller will have news: so many business days from now, before a
  // claim.
  std::optional<Instant> report_by() const;
  // A pending order's last day to be paid, and the refund of what is back; none
  // where nobody knows it.
  void pay_deadline();
  void refund_deadline();

  void text(std::string_view name, std::string value);
  void instant(std::string_view name, Instant at, bool guessed = false);
  void money(std::string_view name, const Money& amount);
  void orders(std::string_view name, std::vector<std::string> ids);
  // The order's products with their units; `units(item)` says how many, 0 for
  // none.
  template <typename Units>
  void lines(std::string_view name, Units units) {
    AnswerField field;
    field.name = name;
    field.kind = AnswerField::Kind::kLines;
    const std::uint32_t last = context.book.last_item(order().order);
    for (std::uint32_t item = context.book.first_item(order().order);
         item < last; ++item) {
      const std::int64_t count = units(item);
      if (count > 0) field.lines.emplace_back(product_text(item), count);
    }
    answer.fields.push_back(std::move(field));
  }

  std::string item_name(std::uint32_t item) const;  // for a RefundRequest

  // Works the refund out and puts its total into {amount}; by a reason alone
  // that of what was sent.
  void refund(RefundRequest wanted);
  void refund(std::string_view reason);
  // What was said about the order's lines, as items of the book; of an order of
  // one line that line. None where nobody said it: then it is asked. A line
  // that the order lacks is this work's error.
  std::vector<std::uint32_t> chosen_lines();

 private:
  std::string product_text(std::uint32_t item) const;
};

struct AnswerCase {
  std::string_view id;
  std::array<std::string_view, 6> sources;  // S-numbers, ended by ""
  bool needs_order = true;
  bool writes_first = false;  // the seller opens the conversation
  // Which of the states that all cases share the case answers for itself.
  bool own_pending = false, own_cancelled = false, own_by_amazon = false;
  // All outcomes of its own, and all it may ask, each ended by "".
  std::array<std::string_view, 14> outcomes;
  std::array<std::string_view, 6> asks;
  void (*decide)(AnswerWork& work);
};

// In the order of docs/command.md.
std::span<const AnswerCase* const> all_answer_cases();
const AnswerCase* find_answer_case(std::string_view id);

// Outcomes that all cases share: "not-here", "pending", "cancelled",
// "by-amazon", "unknown", "already-refunded", "cancel-asked".
std::span<const std::string_view> shared_outcomes();

// Where an outcome's texts stand: "answers/points/any", "answers/any/pending".
std::string outcome_path(const AnswerCase& of, std::string_view outcome);

}  // namespace parcelwise

#endif  // PARCELWISE_ANSWER_ANSWER_H_
