// Finds the order, takes what all cases share, and lets the case decide; see
// answer/answer.h.
#include "answer/answer.h"

#include <algorithm>

#include "answer/already_refunded.h"
#include "answer/limit.h"
#include "orders/offers.h"
#include "orders/returns.h"
#include "text/compact_sort.h"
#include "text/encoding.h"
#include "text/steering.h"

namespace parcelwise {
namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::size_t kLongestProduct =
    120;  // bytes; more is no help in a message

// A product's name stands in a message to a buyer, where links and markup are
// not allowed; a name that has any is not shown.
bool is_plain(std::string_view text) {
  return text.find("://") == std::string_view::npos &&
         text.find("www.") == std::string_view::npos &&
         text.find_first_of("<>@") == std::string_view::npos;
}

}  // namespace

std::string_view whereabouts_name(Whereabouts found) {
  switch (found) {
    case Whereabouts::kHere:
      return "here";
    case Whereabouts::kPending:
      return "pending";
    case Whereabouts::kNotHere:
      break;
  }
  return "not-here";
}

std::string_view status_name(const OrderFacts& facts) {
  if (facts.state == OrderState::kShipped) return "shipped";
  if (facts.left) return "left";
  if (facts.partly_shipped) return "partly-shipped";
  switch (facts.state) {
    case OrderState::kPending:
      return "pending";
    case OrderState::kUnshipped:
      return "unshipped";
    case OrderState::kPartiallyShipped:
      return "partly-shipped";
    case OrderState::kCancelled:
      return "cancelled";
    default:
      return "untold";
  }
}

Sent AnswerWork::sent() const {
  const OrderFacts& facts = order();
  if (facts.state == OrderState::kShipped || given.sent.value_or(false))
    return Sent::kYes;
  if (facts.left || (facts.status_unknown && !given.sent))
    return Sent::kUnknown;
  if (facts.partly_shipped) return Sent::kInPart;
  const bool told = given.sent || facts.state == OrderState::kUnshipped;
  return told ? Sent::kNo : Sent::kUnknown;
}

bool AnswerWork::sent_unconfirmed() const {
  return order().state != OrderState::kShipped && !order().left &&
         given.sent.value_or(false);
}

std::optional<Instant> AnswerWork::edit_until() const {
  if (!order().purchase) return std::nullopt;
  const Instant paid =
      std::max(*order().purchase, order().payments.value_or(*order().purchase));
  const auto minutes = context.limit(PolicyLimit::kEditMinutes);
  if (!minutes) return std::nullopt;
  const Instant until{paid.unix_seconds + std::int64_t{*minutes} * 60};
  if (context.now > until) return std::nullopt;
  return until;
}

void AnswerWork::does_not_fit(std::string_view outcome,
                              std::string_view nearest) {
  answer.outcome = outcome;
  answer.fits = false;
  answer.nearest = nearest;
}

void AnswerWork::text(std::string_view name, std::string value) {
  AnswerField field;
  field.name = name;
  field.kind = AnswerField::Kind::kText;
  field.text = std::move(value);
  answer.fields.push_back(std::move(field));
}

void AnswerWork::instant(std::string_view name, Instant at, bool guessed) {
  AnswerField field;
  field.name = name;
  field.kind = AnswerField::Kind::kInstant;
  field.at = at;
  field.guessed = guessed;
  answer.fields.push_back(std::move(field));
}

void AnswerWork::money(std::string_view name, const Money& amount) {
  AnswerField field;
  field.name = name;
  field.kind = AnswerField::Kind::kMoney;
  field.amount = amount;
  answer.fields.push_back(std::move(field));
}

void AnswerWork::orders(std::string_view name, std::vector<std::string> ids) {
  AnswerField field;
  field.name = name;
  field.kind = AnswerField::Kind::kOrders;
  field.orders = std::move(ids);
  answer.fields.push_back(std::move(field));
}

void AnswerWork::deadline(std::string_view id, Instant at, bool guessed) {
  answer.deadlines.push_back({id, at, guessed});
  instant(id, at, guessed);
}

void AnswerWork::ship_deadlines() {
  const OrderFacts& facts = order();
  if (!facts.open() || !facts.ship_by) return;
  const bool guessed = facts.ship_by_estimated();
  deadline("ship-by", facts.ship_by->at, guessed);
  if (const auto at = context.confirm_by(facts.ship_by->at))
    deadline("confirm-by", *at, guessed);
  if (const auto at = context.amazon_by(facts.ship_by->at))
    deadline("amazon-by", *at, guessed);
}

void AnswerWork::claim_deadlines() {
  const auto by = delivered_by(order(), policy(), context.today);
  if (!by) return;
  // Counted from the ship-by it is nobody's promise.
  const bool guessed = !order().latest_delivery;
  if (guessed) also("delivery-counted");
  const Day day = policy().zone().day_of(*by);
  deadline("deliver-by", *by, guessed);
  if (const auto days = context.limit(PolicyLimit::kClaimOpensDays))
    deadline("claim-from", policy().zone().start_of(day + *days), guessed);
  if (const auto days = context.limit(PolicyLimit::kClaimClosesDays))
    deadline("claim-until", policy().zone().end_of(day + *days), guessed);
}

void AnswerWork::deadline_after_message(std::string_view id,
                                        PolicyLimit hours) {
  if (const auto limit = context.limit(hours)) {
    deadline(id,
             {given.wrote.value_or(context.now).unix_seconds + *limit * kHour});
  }
}

void AnswerWork::pay_deadline() {
  const auto days = context.limit(PolicyLimit::kPaymentDays);
  if (!days || !order().purchase) return;
  const Zone& zone = policy().zone();
  deadline("pay-by", zone.end_of(zone.day_of(*order().purchase) + *days));
}

void AnswerWork::refund_deadline() {
  const auto days = context.limit(PolicyLimit::kReturnRefundBusinessDays);
  if (!days) return;
  deadline("refund-by", policy().zone().end_of(policy().business_days().add(
                            context.today, *days)));
}

bool AnswerWork::set_limit(std::string_view what) {
  const auto days = request.limit_days
                        ? request.limit_days
                        : context.limit(PolicyLimit::kSilentBuyerBusinessDays);
  if (!days) return false;
  std::optional<Instant> ship_by;
  if (has_order() && order().open() && !shipped() && order().ship_by) {
    ship_by = order().ship_by->at;
  }
  const auto limit = silence_limit(policy(), context.now, *days, ship_by);
  if (!limit) return false;
  deadline("limit", *limit);
  follow_up(what, *limit);
  return true;
}

std::optional<Instant> AnswerWork::report_by() const {
  const auto days = context.limit(PolicyLimit::kSilentBuyerBusinessDays);
  if (!days) return std::nullopt;
  const Instant usual = policy().zone().end_of(
      policy().business_days().add(context.today, *days));
  for (const AnswerDeadline& reported : answer.deadlines) {
    if (reported.id == "claim-from" && context.now < reported.at &&
        reported.at < usual)
      return reported.at;
  }
  return usual;
}

void AnswerWork::refund(RefundRequest wanted) {
  wanted.order = order().id;
  const RefundContext money_context{context.book, policy(), context.now,
                                    all.ledger, request.accept_unread};
  auto worked_out = refund_order(money_context, wanted);
  if (!worked_out) {
    answer.not_refundable = std::move(worked_out.error());
    return;
  }
  money("amount", {worked_out->charges.currency, worked_out->total});
  answer.refund = std::move(*worked_out);
}

std::string AnswerWork::item_name(std::uint32_t item) const {
  std::string id = context.book.item_cell(item, Column::kOrderItemId);
  return id.empty() ? context.book.item_cell(item, Column::kSku) : id;
}

void AnswerWork::refund(std::string_view reason) {
  RefundRequest wanted;
  wanted.reason = std::string(reason);
  if (sent_in_part()) {
    const std::uint32_t last = context.book.last_item(order().order);
    for (std::uint32_t item = context.book.first_item(order().order);
         item < last; ++item) {
      const int units = item_units(context.book, item).shipped;
      if (units > 0) wanted.items.push_back({item_name(item), units});
    }
  }
  refund(std::move(wanted));
}

std::vector<std::uint32_t> AnswerWork::chosen_lines() {
  const OrderBook& book = context.book;
  const std::uint32_t first = book.first_item(order().order);
  const std::uint32_t last = book.last_item(order().order);
  if (last - first == 1) return {first};
  std::vector<std::uint32_t> chosen;
  for (const std::string& id : given.order_item_ids) {
    std::uint32_t item = first;
    while (item < last && book.item_cell(item, Column::kOrderItemId) != id &&
           book.item_cell(item, Column::kSku) != id) {
      ++item;
    }
    if (item == last) {
      error = AnswerError{AnswerErrorCode::kNoSuchItem, id};
      return {};
    }
    chosen.push_back(item);
  }
  if (!chosen.empty()) return chosen;
  for (std::uint32_t item = first; item < last; ++item)
    answer.lines_to_choose.push_back(item);
  ask("order_item_ids");
  return chosen;
}

std::string AnswerWork::product_text(std::uint32_t item) const {
  for (const Column column :
       {Column::kProductName, Column::kSku, Column::kOrderItemId}) {
    std::string value = steering_dropped(context.book.item_cell(item, column));
    for (char& c : value) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    if (value.empty() || !is_plain(value)) continue;
    if (value.size() > kLongestProduct) {
      std::size_t end = kLongestProduct;
      while (end > 0 &&
             (static_cast<unsigned char>(value[end]) & 0xC0u) == 0x80u)
        --end;
      value.resize(end);
      value += "\xE2\x80\xA6";
    }
    return value;
  }
  return order().id.text();
}

namespace {

// Another case may be meant; where-is-my-order knows every state.
constexpr std::string_view kEveryState = "where-is-my-order";

void take_shared(AnswerWork& work) {
  const AnswerCase& of = *work.answer.of;
  if (!work.has_order()) {
    // Without an order number there is nothing to look up, and some cases need
    // none.
    if (work.answer.order_id.empty()) return of.decide(work);
    work.answer.found = Whereabouts::kNotHere;
    // A row of ours names it: it is no other seller's order.
    const auto& asked = work.request.order;
    if (asked && lacks_rows(work.context.book, *asked)) {
      if (work.request.accept_unread) return work.decide("unknown");
      work.error = AnswerError{AnswerErrorCode::kLacksRows, asked->text()};
      return;
    }
    return work.decide("not-here");
  }
  const OrderFacts& facts = work.order();
  if (facts.pending()) work.answer.found = Whereabouts::kPending;
  const std::string_view nearest = of.id == kEveryState ? "" : kEveryState;
  if (!facts.seller_fulfilled() && !of.own_by_amazon)
    return work.decide("by-amazon");
  if (facts.pending() && !of.own_pending) {
    work.pay_deadline();
    work.decide("pending");
    work.answer.nearest = nearest;
    work.answer.fits = nearest.empty();
    return;
  }
  if (facts.cancelled() && !of.own_cancelled) {
    work.decide("cancelled");
    work.answer.nearest = nearest;
    work.answer.fits = nearest.empty();
    return;
  }
  of.decide(work);
}

}  // namespace

tl::expected<BuyerAnswer, AnswerError> answer_buyer(
    const AnswerContext& context, const AnswerRequest& request) {
  BuyerAnswer answer;
  answer.of = find_answer_case(request.answer_case);
  if (answer.of == nullptr) {
    return tl::unexpected(
        AnswerError{AnswerErrorCode::kNoSuchCase, request.answer_case});
  }
  if (request.limit_days &&
      (*request.limit_days < 1 || *request.limit_days > kMostLimitDays)) {
    return tl::unexpected(AnswerError{AnswerErrorCode::kBadLimit,
                                      std::to_string(*request.limit_days)});
  }
  answer.given = request.given;
  answer.order_id = request.order ? request.order->text() : request.order_text;
  if (request.order) {
    if (const auto order = context.check.context().book.find(*request.order)) {
      answer.facts = context.check.facts(*order);
    }
  }
  const Policy& policy = context_of(context.check, answer).policy;
  const bool lacking = answer.facts
                           ? lacks(policy, answer.of->id)
                           : all_lack(context.check.policies(), answer.of->id);
  if (lacking) {
    return tl::unexpected(AnswerError{AnswerErrorCode::kNotThere,
                                      request.answer_case, policy.name()});
  }
  answer.language = request.language.value_or(policy.language());
  if (answer.of->needs_order && answer.order_id.empty()) {
    return tl::unexpected(
        AnswerError{AnswerErrorCode::kNoOrder, request.answer_case});
  }
  if (context.numbers != nullptr && answer.facts) {
    if (const TrackingNumber* reported =
            context.numbers->find(answer.facts->order)) {
      answer.given.tracking = true;
      if (answer.given.tracking_number.empty())
        answer.given.tracking_number = reported->number;
    }
  }
  AnswerWork work(context, request, answer);
  if (!answer.of->writes_first)
    work.deadline_after_message("answer-by", PolicyLimit::kAnswerHours);
  take_shared(work);
  if (!work.error && answer.facts && !answer.given.amount.empty() &&
      answer.outcome != "already-refunded" && answer.outcome != "refunded") {
    take_given_amount(work);
  }
  if (work.error) return tl::unexpected(*work.error);
  compact_sort(answer.deadlines,
               [](const AnswerDeadline& a, const AnswerDeadline& b) {
                 return a.at != b.at ? a.at < b.at : a.id < b.id;
               });
  return answer;
}

std::string answer_error_text(const AnswerError& error, Language language) {
  static constexpr std::string_view kNames[] = {
      "no-such-case", "no-order",  "no-such-item", "bad-limit",
      "lacks-rows",   "not-there", "bad-amount",   "more-than-remains"};
  std::string cases;
  for (const AnswerCase* one : all_answer_cases()) {
    cases += (cases.empty() ? "" : ", ") + std::string(one->id);
  }
  return fill(Catalogue::of(language).text(
                  "answers/errors/" +
                  std::string(kNames[static_cast<std::size_t>(error.code)])),
              {{"value", error.value},
               {"marketplace", error.marketplace},
               {"cases", cases},
               {"most", std::to_string(kMostLimitDays)}});
}

}  // namespace parcelwise
