// The list of rules, and what all of them share.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <bit>

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

// What most orders are not, and some rules need.
enum Need : std::uint32_t {
  kToShip = 1u << 0,
  kOpen = 1u << 1,
  kPartlyShipped = 1u << 2,
  kPending = 1u << 3,
  kLeft = 1u << 4,
  kUnknownStatus = 1u << 5,
  kByAmazon = 1u << 6,
  kCash = 1u << 7,
  kIsGift = 1u << 8,
  kHasIoss = 1u << 9,
  kPersonal = 1u << 10,
  kScheduled = 1u << 11,
  kPickedUp = 1u << 12,
  kToSign = 1u << 13,
  kBusiness = 1u << 14,
  kBuyerCancel = 1u << 15,
  kReplaces = 1u << 16,
  kNearlyCancelled = 1u << 17,
  kNearlyLate = 1u << 18,
  kComesBack = 1u << 19,  // by a returns report or by its status word
  // Of the whole check: whether it has any.
  kReturned = 1u << 20,
  kShortages = 1u << 21,
  kFollowUps = 1u << 22,
  kJournal = 1u << 23,
};
constexpr std::size_t kNeeds = 24;

std::uint32_t needs_met(const OrderFacts& order, const CheckContext& context) {
  const bool returned = !context.returns->none();
  const auto bit = [](bool met, Need need) -> std::uint32_t {
    return met ? need : 0u;
  };
  return bit(order.to_ship(), kToShip) | bit(order.open(), kOpen) |
         bit(order.partly_shipped, kPartlyShipped) |
         bit(order.pending(), kPending) | bit(order.left, kLeft) |
         bit(order.status_unknown, kUnknownStatus) |
         bit(!order.seller_fulfilled(), kByAmazon) |
         bit(order.cash_on_delivery, kCash) | bit(order.gift, kIsGift) |
         bit(order.has_ioss, kHasIoss) | bit(order.personal_data, kPersonal) |
         bit(order.scheduled_start || order.scheduled_end, kScheduled) |
         bit(order.is(Flag::kStorePickup) || order.is(Flag::kPickupPoint),
             kPickedUp) |
         bit(order.is(Flag::kSignature), kToSign) |
         bit(order.is(Flag::kBusiness), kBusiness) |
         bit(order.is(Flag::kBuyerCancel), kBuyerCancel) |
         bit(order.is(Flag::kReplacement), kReplaces) |
         bit(order.is(Flag::kVergeOfCancellation), kNearlyCancelled) |
         bit(order.is(Flag::kVergeOfLateShipment), kNearlyLate) |
         bit(order.comes_back || returned, kComesBack) |
         bit(returned, kReturned) |
         bit(!context.stock_outs->none(), kShortages) |
         bit(!context.follow_ups.empty(), kFollowUps) |
         bit(context.progress != nullptr, kJournal);
}

// A rule, and without what it finds nothing; none of it is always right, and
// asks the rule of each order.
struct Asked {
  const Rule* rule;
  std::uint32_t needs = 0;
};

// Rules without a number in the seller's FAQ name their section of the facts.
constexpr Asked kAsked[] = {
    {&kHoldPending, kPending},
    {&kShip, kToShip},
    {&kConfirmOrLose, kOpen},
    {&kFinishPartialConfirmation, kOpen | kPartlyShipped},
    {&kBuyerCancelRequest, kBuyerCancel},
    {&kEditWindow},
    {&kCombine},
    {&kPackingSlip, kToShip | kBusiness},
    {&kCashOnDelivery, kToShip | kCash},
    {&kScheduledDelivery, kToShip | kScheduled},
    {&kGift, kToShip | kIsGift},
    {&kFulfilledByAmazon, kByAmazon},
    {&kOutOfStock, kToShip | kShortages},
    {&kAmazonSaysLate, kToShip | kNearlyLate},
    {&kAmazonSaysCancelling, kToShip | kNearlyCancelled},
    {&kReplacement, kReplaces},
    {&kPersonalData, kPersonal},
    {&kAnswerReturn, kReturned},
    {&kRefundReturn, kComesBack},
    {&kAnswerDue, kFollowUps},
    {&kLeftTheList, kLeft},
    {&kStatusUnknown, kUnknownStatus},
    {&kCameBack, kOpen | kJournal},
    {&kConfirmNow, kToShip | kJournal},
    {&kLabelWithoutNumber, kToShip | kJournal},
    {&kPickup, kToShip | kPickedUp},
    {&kIoss, kToShip | kHasIoss},
    {&kSignature, kToShip | kToSign},
};
constexpr std::size_t kRuleCount = std::size(kAsked);
static_assert(kRuleCount < 64, "a rule is a bit of rules_to_ask");

constexpr auto kRules = [] {
  std::array<const Rule*, kRuleCount> rules{};
  for (std::size_t i = 0; i < kRuleCount; ++i) rules[i] = kAsked[i].rule;
  return rules;
}();

// The rules that need it, as bits.
constexpr auto kNeeding = [] {
  std::array<std::uint64_t, kNeeds> needing{};
  for (std::size_t i = 0; i < kRuleCount; ++i) {
    for (std::size_t need = 0; need < kNeeds; ++need) {
      if ((kAsked[i].needs >> need & 1) != 0)
        needing[need] |= std::uint64_t{1} << i;
    }
  }
  return needing;
}();

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

std::uint64_t rules_to_ask(const OrderFacts& order,
                           const CheckContext& context) {
  std::uint64_t rules = (std::uint64_t{1} << kRuleCount) - 1;
  std::uint32_t unmet = ~needs_met(order, context) & ((1u << kNeeds) - 1);
  for (; unmet != 0; unmet &= unmet - 1)
    rules &= ~kNeeding[static_cast<std::size_t>(std::countr_zero(unmet))];
  return rules;
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
  for (std::size_t i = 0; i < limits_today.size(); ++i)
    limits_today[i] = policy.value(static_cast<PolicyLimit>(i), today);
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
            parcelwise::amazon_by(policy, ship_by), std::nullopt};
    if (const auto days = limit(PolicyLimit::kDeliveryDays)) {
      const Zone& zone = policy.zone();
      kept.delivered_on = zone.day_of(zone.end_of(day + *days));
    }
  }
  return kept;
}

std::optional<Instant> CheckContext::confirm_by(Instant ship_by) const {
  return limits_of(ship_by).confirm_by;
}

std::optional<Instant> CheckContext::amazon_by(Instant ship_by) const {
  return limits_of(ship_by).amazon_by;
}

std::optional<Day> CheckContext::delivered_on(Instant ship_by) const {
  return limits_of(ship_by).delivered_on;
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
