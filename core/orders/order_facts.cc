// Boils a joined order down to facts; see orders/order_facts.h.
#include "orders/order_facts.h"

#include <algorithm>
#include <array>

#include "text/fold.h"

namespace parcelwise {
namespace {

// Most parts have few dates, so that a blank one is passed over first.
void keep_latest(std::optional<Instant>& kept, const OrderPart& part,
                 DateSlot slot, const Zone& zone) {
  if (!Report::has_date(part, slot)) return;
  const Instant told = date_told(part, slot, zone);
  if (!kept || *kept < told) kept = told;
}

void keep_earliest(std::optional<Instant>& kept, const OrderPart& part,
                   DateSlot slot, const Zone& zone) {
  if (!Report::has_date(part, slot)) return;
  const Instant told = date_told(part, slot, zone);
  if (!kept || told < *kept) kept = told;
}

// The ship-by of one item: latest-ship-date of any report before promise-date
// of any, as docs/command.md has it.
std::optional<ReportedInstant> item_ship_by(const OrderBook& book,
                                            std::uint32_t item,
                                            const Zone& zone) {
  for (const DateSlot slot : {DateSlot::kLatestShip, DateSlot::kPromise}) {
    for (const OrderBook::Source source : book.sources(item)) {
      const OrderPart& part = book.part(source);
      if (Report::has_date(part, slot)) {
        return ReportedInstant{date_told(part, slot, zone), column_of(slot),
                               source};
      }
    }
  }
  return std::nullopt;
}

// The sum of an item's price, shipping and wrap less promotions, and of it the
// share of the units not yet shipped: total - the shipped part, so that shares
// always close to the total (W8).
std::optional<Money> item_at_risk(const OrderBook& book, std::uint32_t item,
                                  const ItemUnits& units,
                                  const Currency& currency) {
  const auto price = item_money(book, item, Column::kItemPrice, currency);
  if (!price) return std::nullopt;
  tl::expected<Money, MoneyError> total = *price;
  for (const Column column : {Column::kShippingPrice, Column::kGiftWrapPrice}) {
    const auto amount = item_money(book, item, column, currency);
    if (amount && total) total = add(*total, *amount);
  }
  const auto promotion = item_promotion(book, item, currency);
  if (promotion && total) total = subtract(*total, *promotion);
  if (!total) return std::nullopt;
  const std::int64_t whole = std::max<std::int64_t>(total->minor, 0);
  if (units.purchased <= 0) return std::nullopt;
  const auto shipped_part = scale(whole, units.purchased - units.unshipped,
                                  units.purchased, Rounding::kHalfUp);
  if (!shipped_part) return std::nullopt;
  return Money{total->currency, whole - *shipped_part};
}

// What the part tells in whatever report it stands.
void hear_part(OrderFacts& facts, const OrderPart& part, const Zone& zone) {
  facts.comes_back = facts.comes_back || part.comes_back;
  facts.partly_shipped =
      facts.partly_shipped || part.state == OrderState::kPartiallyShipped;
  if (part.channel == Channel::kAmazon || facts.channel == Channel::kUnknown) {
    facts.channel = part.channel;
  }
  facts.cash_on_delivery = facts.cash_on_delivery || part.cash_on_delivery;
  facts.personal_data = facts.personal_data || part.personal_data;
  facts.has_po = facts.has_po || part.has_po;
  facts.has_ioss = facts.has_ioss || part.has_ioss;
  keep_latest(facts.payments, part, DateSlot::kPayments, zone);
  keep_latest(facts.latest_delivery, part, DateSlot::kLatestDelivery, zone);
  keep_earliest(facts.scheduled_start, part, DateSlot::kScheduledStart, zone);
  keep_latest(facts.scheduled_end, part, DateSlot::kScheduledEnd, zone);
}

// Yes where any report says so that the newest of its kind does not deny:
// reports of a kind come newest first, their sources by item.
Flags flags_told(const OrderBook& book,
                 std::span<const OrderBook::Source> sources) {
  Flags told;
  std::array<OrderBook::Source, kReportKinds> newest;
  newest.fill({UINT32_MAX, 0});
  const auto newest_of = [&](OrderBook::Source source) -> OrderBook::Source& {
    return newest[static_cast<std::size_t>(book.report(source).kind)];
  };
  for (const OrderBook::Source source : sources) {
    if (source.report < newest_of(source).report) newest_of(source) = source;
  }
  for (const OrderBook::Source source : sources) {
    const OrderBook::Source newer = newest_of(source);
    const Flags& flags = book.part(source).flags;
    told.join(newer.report == source.report
                  ? flags
                  : flags.untold_by(book.part(newer).flags));
  }
  return told;
}

// The day that handling is counted from: what was bought by night belongs to
// the day before where the marketplace closes the day so late.
Day counted_from(Instant purchase, const Policy& policy) {
  const Zone& zone = policy.zone();
  const Day day = zone.day_of(purchase);
  const auto minutes = policy.value(PolicyLimit::kNightCutoffMinutes, day);
  const std::int64_t into_it =
      purchase.unix_seconds - zone.start_of(day).unix_seconds;
  return minutes && into_it < *minutes * 60 ? day - 1 : day;
}

// The ship-by that handling gives where no report tells one; without it where
// nobody knows the handling time.
std::optional<ReportedInstant> counted_ship_by(const OrderBook& book,
                                               std::uint32_t order,
                                               Instant purchase,
                                               const Policy& policy) {
  const Day purchased_on = counted_from(purchase, policy);
  const auto handling =
      policy.value(PolicyLimit::kHandlingBusinessDays, purchased_on);
  if (!handling) return std::nullopt;
  const Day day =
      policy.business_days().add(purchased_on, static_cast<int>(*handling));
  for (const OrderBook::Source source : book.order_sources(order)) {
    if (!Report::has_date(book.part(source), DateSlot::kPurchase)) continue;
    return ReportedInstant{policy.zone().end_of(day), Column::kPurchaseDate,
                           source};
  }
  return std::nullopt;
}

}  // namespace

Instant resolve(const Stamp& stamp, const Zone& zone) {
  return stamp.date_only ? zone.end_of(stamp.day) : stamp.at;
}

Instant date_told(const OrderPart& part, DateSlot slot, const Zone& zone) {
  if (const auto instant = Report::instant(part, slot)) return *instant;
  return resolve(*Report::date(part, slot), zone);
}

std::optional<Instant> delivered_by(const OrderFacts& order,
                                    const Policy& policy, Day today) {
  if (order.latest_delivery) return order.latest_delivery;
  if (!order.ship_by) return std::nullopt;
  const Zone& zone = policy.zone();
  const auto days = policy.value(PolicyLimit::kDeliveryDays, today);
  if (!days) return std::nullopt;
  return zone.end_of(zone.day_of(order.ship_by->at) + static_cast<int>(*days));
}

std::optional<Instant> newest_date(const Report& report, const Zone& zone) {
  std::optional<Instant> newest;
  for (std::uint32_t i = 0; i < report.parts.size(); ++i) {
    for (const DateSlot slot : {DateSlot::kReporting, DateSlot::kLastUpdated,
                                DateSlot::kPayments, DateSlot::kPurchase}) {
      keep_latest(newest, report.parts[i], slot, zone);
    }
  }
  return newest;
}

ItemUnits item_units(const OrderBook& book, std::uint32_t item) {
  ItemUnits units;
  int to_ship = -1;
  for (const OrderBook::Source source : book.sources(item)) {
    const Report& report = book.report(source);
    const Line& line = report.lines[source.line];
    // A return says that something was shipped, not how much: it is heard only
    // where no other report tells (reports that do come first).
    if (tells_refunds(report.kind)) {
      if (units.state == OrderState::kUnknown)
        units.state = OrderState::kShipped;
      if (units.purchased == 0) units.purchased = std::max(0, line.purchased);
      continue;
    }
    const OrderState reported =
        line_state(report.parts[line.part].state, line.state);
    const bool settled =
        reported == OrderState::kUnclear || reported == OrderState::kPending
            ? book.evidence().word_settled(item)
            : report.kind == ReportKind::kAllOrders &&
                  reported != OrderState::kUnshipped &&
                  book.evidence().end_settled(item);
    if (!settled) units.state = std::max(units.state, reported);
    units.purchased = std::max(units.purchased, line.purchased);
    units.shipped = std::max(units.shipped, line.shipped);
    if (line.to_ship >= 0) {
      to_ship = to_ship < 0 ? line.to_ship : std::min(to_ship, line.to_ship);
    }
  }
  switch (units.state) {
    case OrderState::kCancelled:
      units.shipped = 0;
      break;
    case OrderState::kShipped:
      units.shipped = units.purchased;
      break;
    default:
      units.unshipped = units.purchased - units.shipped;
      if (to_ship >= 0) units.unshipped = std::min(units.unshipped, to_ship);
  }
  if (units.unshipped > 0 && book.evidence().gone(item)) {
    units.gone = units.unshipped;
    units.shipped += units.gone;
    units.unshipped = 0;
  }
  return units;
}

std::optional<Money> item_money(const OrderBook& book, std::uint32_t item,
                                Column column, const Currency& fallback) {
  for (const OrderBook::Source source : book.sources(item)) {
    const Line& line = book.line(source);
    if (line.money == 0) continue;
    const LineMoney& amounts = book.report(source).money[line.money - 1];
    const std::int64_t amount = amounts.get(column);
    if (amount == kNoAmount) continue;
    const Currency& currency =
        amounts.currency.known() ? amounts.currency : fallback;
    // Of no known marketplace, and no report names the currency: no amount.
    if (!currency.known()) continue;
    const std::int64_t step = thousandths_per_minor(currency);
    // A report without currencies may be of another country than the policy: an
    // amount that the policy's money cannot hold is no price, not a rounded
    // one.
    if (amount % step != 0) continue;
    return Money{currency, amount / step};
  }
  return std::nullopt;
}

std::optional<Money> item_promotion(const OrderBook& book, std::uint32_t item,
                                    const Currency& fallback) {
  std::optional<Money> sum;
  for (const Column column :
       {Column::kItemPromotionDiscount, Column::kShipPromotionDiscount}) {
    auto amount = item_money(book, item, column, fallback);
    if (!amount) continue;
    // Amazon's reports write discounts with either sign (docs/formats.md 1.6).
    amount->minor = amount->minor < 0 ? -amount->minor : amount->minor;
    if (!sum) {
      sum = amount;
    } else if (const auto both = add(*sum, *amount)) {
      sum = *both;
    }
  }
  return sum;
}

OrderFacts order_facts(const OrderBook& book, std::uint32_t order,
                       const Policy& policy) {
  OrderFacts facts;
  facts.order = order;
  facts.id = book.order_id(order);
  const Zone& zone = policy.zone();
  const Presence presence = book.evidence().presence(order);
  facts.left = presence == Presence::kLeft;
  bool status_told = presence != Presence::kUntold;
  std::optional<Instant>
      returned_purchase;  // a returns report's: the day alone
  const OrderPart* heard = nullptr;
  for (const OrderBook::Source source : book.order_sources(order)) {
    const Report& report = book.report(source);
    const Line& line = report.lines[source.line];
    const OrderPart& part = report.parts[line.part];
    // What comes back was shipped.
    status_told = status_told || report.kind == ReportKind::kReturns ||
                  line_state(part.state, line.state) != OrderState::kUnknown;
    facts.partly_shipped =
        facts.partly_shipped || line.state == OrderState::kPartiallyShipped;
    facts.gift = facts.gift || line.gift;
    if (&part == heard) continue;  // lines of one order share it
    heard = &part;
    hear_part(facts, part, zone);
    keep_latest(report.kind == ReportKind::kReturns ? returned_purchase
                                                    : facts.purchase,
                part, DateSlot::kPurchase, zone);
    facts.flags.join(part.flags);
  }
  if (book.reports().size() > 1)
    facts.flags = flags_told(book, book.order_sources(order));
  if (!facts.purchase) facts.purchase = returned_purchase;

  bool all_priced = true;
  bool ship_by_is_open = false;
  std::optional<Money> nothing_at_risk;  // of items shipped already
  bool all_cancelled = true;
  bool unclear = false;
  OrderState furthest = OrderState::kUnknown;
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    const ItemUnits units = item_units(book, item);
    if (units.state == OrderState::kCancelled) continue;
    all_cancelled = false;
    // A line that its listed order lacks is past whatever an older report said.
    const OrderState state =
        units.gone > 0 && !facts.left ? OrderState::kShipped : units.state;
    furthest =
        furthest == OrderState::kUnknown ? state : std::min(furthest, state);
    facts.purchased += units.purchased;
    facts.shipped += units.shipped;
    facts.unshipped += units.unshipped;
    unclear = unclear || state == OrderState::kUnclear;
    // The earliest ship-by of what is still to ship; of anything else only
    // where nothing is.
    if (const auto ship_by = item_ship_by(book, item, zone)) {
      const bool to_ship = units.unshipped > 0;
      if (!facts.ship_by ||
          (to_ship && (!ship_by_is_open || ship_by->at < facts.ship_by->at))) {
        facts.ship_by = ship_by;
        ship_by_is_open = to_ship;
      }
    }
    if (units.unshipped == 0) {
      const auto price =
          item_money(book, item, Column::kItemPrice, policy.currency());
      if (price) nothing_at_risk = Money{price->currency, 0};
      continue;
    }
    const auto at_risk = item_at_risk(book, item, units, policy.currency());
    if (!at_risk) {
      all_priced = false;
    } else if (!facts.at_risk) {
      facts.at_risk = at_risk;
    } else if (const auto sum = add(*facts.at_risk, *at_risk)) {
      facts.at_risk = *sum;
    } else {
      all_priced = false;  // two currencies in one order: no sum to show
    }
  }
  facts.state = all_cancelled ? OrderState::kCancelled : furthest;
  if (facts.unshipped == 0) facts.at_risk = nothing_at_risk;
  if (!all_priced) facts.at_risk.reset();
  facts.partly_shipped =
      !facts.left && ((facts.partly_shipped && facts.unshipped > 0) ||
                      (facts.shipped > 0 && facts.shipped < facts.purchased));
  if (!facts.ship_by && facts.purchase)
    facts.ship_by = counted_ship_by(book, order, *facts.purchase, policy);
  const auto& now = book.evidence().now();
  const bool past_ship_by = now && facts.ship_by && facts.ship_by->at < *now;
  facts.status_unknown = facts.seller_fulfilled() && !facts.pending() &&
                         facts.unshipped > 0 &&
                         (unclear || presence == Presence::kUnknown ||
                          (!status_told && past_ship_by));
  // Amazon's own orders and unpaid ones put no money of the seller at stake.
  if (!facts.seller_fulfilled() || facts.pending()) facts.at_risk.reset();
  return facts;
}

std::string po_number(const OrderBook& book, std::uint32_t order) {
  std::string number = book.order_cell(order, Column::kPurchaseOrderNumber);
  if (!number.empty()) return number;
  return po_number_in(book.order_cell(order, Column::kRecipientName));
}

std::string po_number(const OrderBook& book, const OrderFacts& order,
                      std::string_view recipient) {
  if (order.has_po)
    return book.order_cell(order.order, Column::kPurchaseOrderNumber);
  return po_number_in(recipient);
}

}  // namespace parcelwise
