// The list of rules, and what all of them share.
#include "rules/rule.h"

#include <algorithm>

#include "orders/limits.h"
#include "orders/returns.h"
#include "orders/stock_outs.h"
#include "orders/told_address.h"
#include "refund/ledger.h"

namespace parcelwise {

extern const Rule kHoldPending, kShip, kConfirmOrLose,
    kFinishPartialConfirmation, kBuyerCancelRequest, kEditWindow, kCombine,
    kPackingSlip, kCashOnDelivery, kScheduledDelivery, kGift,
    kFulfilledByAmazon, kOutOfStock, kAmazonSaysLate, kAmazonSaysCancelling,
    kReplacement, kPersonalData, kAnswerReturn, kRefundReturn, kAnswerDue,
    kLeftTheList, kStatusUnknown, kCameBack, kConfirmNow, kLabelWithoutNumber,
    kPickup, kIoss, kSignature;

namespace {

constexpr std::array<std::string_view, kUrgencies> kUrgencyNames = {
    "overdue", "today", "soon", "later", "hold", "info"};

// Rules without a number in the seller's FAQ name their section of the facts.
const Rule* const kRules[] = {
    &kHoldPending,
    &kShip,
    &kConfirmOrLose,
    &kFinishPartialConfirmation,
    &kBuyerCancelRequest,
    &kEditWindow,
    &kCombine,
    &kPackingSlip,
    &kCashOnDelivery,
    &kScheduledDelivery,
    &kGift,
    &kFulfilledByAmazon,
    &kOutOfStock,
    &kAmazonSaysLate,
    &kAmazonSaysCancelling,
    &kReplacement,
    &kPersonalData,
    &kAnswerReturn,
    &kRefundReturn,
    &kAnswerDue,
    &kLeftTheList,
    &kStatusUnknown,
    &kCameBack,
    &kConfirmNow,
    &kLabelWithoutNumber,
    &kPickup,
    &kIoss,
    &kSignature,
};

}  // namespace

std::string_view urgency_name(Urgency urgency) {
  return kUrgencyNames[static_cast<std::size_t>(urgency)];
}

std::optional<Urgency> urgency_from_name(std::string_view name) {
  for (std::size_t i = 0; i < kUrgencies; ++i) {
    if (kUrgencyNames[i] == name) return static_cast<Urgency>(i);
  }
  return std::nullopt;
}

std::span<const Rule* const> all_rules() { return kRules; }

const Rule* find_rule(std::string_view id) {
  for (const Rule* rule : kRules) {
    if (rule->id == id) return rule;
  }
  return nullptr;
}

CheckContext::CheckContext(const OrderBook& orders, const Policies& all,
                           const Policy& rules, Instant at)
    : book(orders), policies(all), policy(rules), now(at) {
  static const CombinedGroups kNoGroups;
  static const StockOuts kNoStockOuts;
  static const Returns kNoReturns;
  static const RefundLedger kNoRefunds;
  groups = &kNoGroups;
  stock_outs = &kNoStockOuts;
  returns = &kNoReturns;
  refunds_reported = &kNoRefunds;
  today = policy.zone().day_of(now);
  today_end = policy.zone().end_of(today);
  soon_end = policy.zone().end_of(policy.business_days().next(today));
  for (const Report* report : book.reports()) {
    const bool lists = report->kind == ReportKind::kUnshippedOrders ||
                       report->kind == ReportKind::kAllOrders;
    listed_at.push_back(lists ? newest_date(*report, policy.zone())
                              : std::nullopt);
  }
}

Urgency CheckContext::urgency_of_ship_by(const OrderFacts& order) const {
  if (!order.ship_by) return Urgency::kToday;
  const Urgency urgency = urgency_of(order.ship_by->at);
  return order.ship_by_estimated() ? std::max(urgency, Urgency::kSoon)
                                   : urgency;
}

Urgency CheckContext::urgency_of(Instant due) const {
  if (now > due) return Urgency::kOverdue;
  if (due <= today_end) return Urgency::kToday;
  if (due <= soon_end) return Urgency::kSoon;
  return Urgency::kLater;
}

const CheckContext::DayLimits& CheckContext::limits_of(Instant ship_by) const {
  const Day day = policy.zone().day_of(ship_by);
  DayLimits& kept = kept_limits[static_cast<std::uint32_t>(day.since_epoch) %
                                kept_limits.size()];
  if (kept.day != day) {
    kept = {day, parcelwise::confirm_by(policy, ship_by),
            parcelwise::amazon_by(policy, ship_by)};
  }
  return kept;
}

std::optional<Instant> CheckContext::confirm_by(Instant ship_by) const {
  return limits_of(ship_by).confirm_by;
}

std::optional<Instant> CheckContext::amazon_by(Instant ship_by) const {
  return limits_of(ship_by).amazon_by;
}

std::optional<Instant> due_ship_by(const OrderFacts& order) {
  if (!order.ship_by) return std::nullopt;
  return order.ship_by->at;
}

void tell(const OrderFacts& order, const CheckContext& context, Column column,
          Reasons& reasons) {
  const OrderBook& book = context.book;
  if (is_of_address(column)) {
    std::string value = book.order_cell(order.order, column);
    if (!value.empty())
      reasons.evidence.push_back(
          {std::string(column_name(column)), std::move(value)});
    return;
  }
  for (const OrderBook::Source source : book.order_sources(order.order)) {
    std::string value = book.report(source).cell(book.line(source), column);
    if (value.empty()) continue;
    reasons.evidence.push_back(
        {std::string(column_name(column)), std::move(value)});
    return;
  }
}

void tell_lines(const OrderFacts& order, const CheckContext& context,
                std::span<const Column> columns, Reasons& reasons) {
  const OrderBook& book = context.book;
  const std::uint32_t first = book.first_item(order.order);
  const std::uint32_t last = book.last_item(order.order);
  const auto tell_item = [&](std::uint32_t item, Column column) {
    std::string value = book.item_cell(item, column);
    if (value.empty()) return;
    reasons.evidence.push_back(
        {std::string(column_name(column)), std::move(value)});
  };
  const std::uint32_t told =
      std::min(last, first + std::uint32_t{ReportEvidence::kMostNamed});
  for (std::uint32_t item = first; item < told; ++item) {
    if (last - first > 1) tell_item(item, Column::kSku);
    for (const Column column : columns) tell_item(item, column);
  }
  if (told < last)
    reasons.evidence.push_back({"lines", std::to_string(last - first)});
}

void tell_marketplace(const CheckContext& context, Reasons& reasons) {
  if (context.policy.known()) {
    reasons.fields.emplace_back("marketplace", context.policy.name());
  } else {
    reasons.texts.emplace_back("marketplace", "no_marketplace");
  }
}

void tell_return(const Return& returned, const CheckContext& context,
                 std::span<const Column> columns, Reasons& reasons) {
  for (const Column column : columns) {
    std::string value = return_cell(context.book, returned, column);
    if (value.empty()) continue;
    reasons.evidence.push_back(
        {std::string(column_name(column)), std::move(value)});
  }
}

void tell_ship_by(const OrderFacts& order, const CheckContext& context,
                  Reasons& reasons) {
  if (!order.ship_by) return;
  const ReportedInstant& ship_by = *order.ship_by;
  const OrderBook& book = context.book;
  reasons.evidence.push_back(
      {std::string(column_name(ship_by.column)),
       book.report(ship_by.source)
           .cell(book.part(ship_by.source), ship_by.column)});
  if (ship_by.column == Column::kPurchaseDate) {
    // No report has a ship-by: this one was counted from the purchase.
    reasons.evidence.push_back(
        {"ship-by", context.policy.zone().to_iso8601(ship_by.at)});
  }
  reasons.instants.emplace_back("ship_by", ship_by.at);
}

}  // namespace parcelwise
