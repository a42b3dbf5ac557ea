// Works one refund out: lines chosen, the reason applied, sums and limits held;
// see refund/refund.h.
#include "refund/refund.h"

#include <algorithm>

#include "money/allocation.h"
#include "refund/shares.h"
#include "text/compact_sort.h"
#include "text/fold.h"

namespace parcelwise {
namespace {

constexpr std::string_view kConditionNames[] = {"as-new", "opened", "used",
                                                "damaged", "opened-media"};
constexpr std::string_view kConcessionNames[] = {"other", "return-shipping"};

constexpr std::string_view kErrorNames[] = {
    "no-such-order",    "no-such-reason",      "no-such-item",
    "no-prices",        "mixed-currencies",    "too-large",
    "pending",          "cancelled",           "zero-quantity",
    "more-than-bought", "nothing-left",        "more-than-remains",
    "amount-missing",   "amount-not-positive", "condition-missing",
    "days-missing",     "no-shipping",         "nothing-unsent",
    "other-currency",   "not-counted",         "lacks-rows",
    "equal-events",     "looks-done",          "outbound-not-kept",
    "nameless-rows"};

// Adds to what a line got back as much of `over` as it has room for; returns
// the rest.
std::int64_t take_room(const ChargedLine& line, Refunded& before,
                       std::int64_t over) {
  for (const Part& part : {kItemPart, kShippingPart, kGiftWrapPart}) {
    const std::int64_t taken = std::min(over, left_of(line, before, part));
    give_amount(line, before, part, taken, before.amounts);
    over -= taken;
  }
  return over;
}

// What was refunded, fitted into what was charged: sums without a component,
// and tax that a settlement tells apart from a price which includes it, take up
// room where there is some. Returns what found none.
std::int64_t fit_into(const ChargedLine& line, bool tax_inside,
                      Refunded& before) {
  Components& reported = before.amounts;
  std::int64_t over = 0;
  for (const Part& part : {kItemPart, kShippingPart, kGiftWrapPart}) {
    if (tax_inside) {
      reported[part.price] += reported[part.tax];
      reported[part.tax] = 0;
    }
    if (part.promotion) {
      reported[*part.promotion] =
          std::min({reported[*part.promotion], line.charged[*part.promotion],
                    reported[part.price] + reported[part.tax]});
    }
    const std::int64_t room = net(line.charged, part);
    const std::int64_t excess = net(reported, part) - room;
    if (excess > 0) {
      over += excess;
      reported[part.price] = line.charged[part.price];
      reported[part.tax] = line.charged[part.tax];
      if (part.promotion)
        reported[*part.promotion] = line.charged[*part.promotion];
    } else {
      // A price over its own charge within the part's: tax or promotion made up
      // for it.
      for (const auto& [from, to] :
           {std::pair{part.price, part.tax}, std::pair{part.tax, part.price}}) {
        const std::int64_t moved =
            std::max<std::int64_t>(reported[from] - line.charged[from], 0);
        reported[from] -= moved;
        reported[to] += moved;
      }
    }
  }
  return take_room(line, before, over);
}

// What a line cannot have got of the refunds told of it.
struct Excess {
  std::string sku;  // folded
  std::int64_t over = 0;
};

// A report without item ids tells refunds by SKU: what one line of a SKU cannot
// have got belongs to the others. Returns what found no line.
std::int64_t fit_into_siblings(const Charges& charges,
                               std::vector<Excess> excess,
                               std::vector<Refunded>& before) {
  constexpr std::int64_t kMost =
      kLargestAmount * 1000;  // of hostile files alone
  compact_sort(excess,
               [](const Excess& a, const Excess& b) { return a.sku < b.sku; });
  std::size_t skus = 0;
  for (const Excess& one : excess) {
    if (skus > 0 && excess[skus - 1].sku == one.sku) {
      excess[skus - 1].over = std::min(excess[skus - 1].over + one.over, kMost);
    } else {
      excess[skus++] = Excess(one);
    }
  }
  excess.resize(skus);
  for (std::size_t i = 0; i < charges.lines.size() && skus > 0; ++i) {
    const std::string sku = fold_sku(charges.lines[i].sku);
    const auto found =
        std::lower_bound(excess.begin(), excess.end(), sku,
                         [](const Excess& one, const std::string& wanted) {
                           return one.sku < wanted;
                         });
    if (found == excess.end() || found->sku != sku) continue;
    found->over = take_room(charges.lines[i], before[i], found->over);
  }
  std::int64_t over = 0;
  for (const Excess& one : excess) over = std::min(over + one.over, kMost);
  return over;
}

// Sums that are on no line and were accepted: of their own line first, where it
// is known, then of all others in their order.
void take_room_unplaced(const Charges& charges, const RefundLedger& ledger,
                        RefundedBefore& reported) {
  for (const NotCounted& one : ledger.not_counted(charges.order)) {
    if (one.why == Uncounted::kEqualEvents || !one.amount ||
        !(one.amount->currency == charges.currency)) {
      continue;
    }
    std::int64_t over = std::max<std::int64_t>(one.amount->minor, 0);
    for (const bool own : {true, false}) {
      for (std::size_t i = 0; i < charges.lines.size() && over > 0; ++i) {
        if ((charges.lines[i].item == one.item) != own) continue;
        over = take_room(charges.lines[i], reported.lines[i], over);
      }
    }
    reported.over = std::min(reported.over + over, kLargestAmount * 1000);
  }
}

std::optional<std::uint32_t> find_line(const Charges& charges,
                                       std::string_view wanted) {
  const auto id = ItemId::parse(wanted);
  std::optional<std::uint32_t> by_sku;
  bool several = false;
  for (std::uint32_t i = 0; i < charges.lines.size(); ++i) {
    const std::string& own = charges.lines[i].order_item_id;
    if (own == wanted || (id && ItemId::parse(own) == id)) return i;
    if (charges.lines[i].sku != wanted) continue;
    several = by_sku.has_value();
    by_sku = i;
  }
  return several ? std::nullopt : by_sku;
}

// Money of a line that is left although no unit of it is, and goes back.
bool gives_rest(const RefundWork& work, std::uint32_t line) {
  const Refund& refund = work.refund;
  const ChargedLine& charged = refund.charges.lines[line];
  if (charged.units == 0) return false;
  for (const Part& part : rest_parts(work.context, refund)) {
    if (left_of(charged, refund.before[line], part) > 0) return true;
  }
  return false;
}

// The lines that the request names, with their units.
std::optional<RefundError> choose_named(RefundWork& work) {
  Refund& refund = work.refund;
  for (const RefundRequest::Item& item : refund.request.items) {
    const auto line = find_line(refund.charges, item.order_item_id);
    RefundError error = work.error(RefundErrorCode::kNoSuchItem);
    error.item = item.order_item_id;
    if (!line) return error;
    if (!refund.reason->by_units) {
      refund.lines.push_back({*line});
      continue;
    }
    const int left =
        units_left(refund.charges.lines[*line], refund.before[*line]);
    error.left_units = left;
    error.value = std::to_string(item.quantity.value_or(left));
    if (left == 0 && item.quantity.value_or(0) == 0 &&
        gives_rest(work, *line)) {
      refund.lines.push_back({*line, 0});
      continue;
    }
    error.code = RefundErrorCode::kNothingLeft;
    if (left == 0) return error;
    error.code = RefundErrorCode::kZeroQuantity;
    if (item.quantity && *item.quantity <= 0) return error;
    error.code = RefundErrorCode::kMoreThanBought;
    const auto same = std::find_if(
        refund.lines.begin(), refund.lines.end(),
        [&](const RefundLine& each) { return each.line == *line; });
    const int chosen = same == refund.lines.end() ? 0 : same->quantity;
    if (item.quantity.value_or(left) > left - chosen) return error;
    if (same == refund.lines.end()) {
      refund.lines.push_back({*line, item.quantity.value_or(left)});
    } else {
      same->quantity += item.quantity.value_or(left);
    }
  }
  compact_sort(refund.lines, [](const RefundLine& a, const RefundLine& b) {
    return a.line < b.line;
  });
  const auto twice =
      std::adjacent_find(refund.lines.begin(), refund.lines.end(),
                         [](const RefundLine& a, const RefundLine& b) {
                           return a.line == b.line;
                         });
  if (twice != refund.lines.end()) {
    RefundError error = work.error(RefundErrorCode::kNoSuchItem);
    error.item = refund.charges.lines[twice->line].order_item_id;
    return error;
  }
  return std::nullopt;
}

std::optional<RefundError> choose_lines(RefundWork& work) {
  Refund& refund = work.refund;
  if (!refund.request.items.empty()) return choose_named(work);
  if (refund.reason->pick != nullptr) return refund.reason->pick(work);
  for (std::uint32_t i = 0; i < refund.charges.lines.size(); ++i) {
    const int left = units_left(refund.charges.lines[i], refund.before[i]);
    if (!refund.reason->by_units) {
      refund.lines.push_back({i});
    } else if (left > 0 || gives_rest(work, i)) {
      refund.lines.push_back({i, left});
    }
  }
  if (refund.lines.empty()) return work.error(RefundErrorCode::kNothingLeft);
  return std::nullopt;
}

// Points go back with the item's money, cumulatively, so that all of them are
// back when all of it is (W11; help 201688670).
void return_points(RefundWork& work) {
  for (RefundLine& line : work.refund.lines) {
    const ChargedLine& charged = work.charged(line);
    const std::int64_t paid = charged.charged.item();
    if (charged.points == 0 || paid <= 0) continue;
    const std::int64_t before =
        std::max<std::int64_t>(work.before(line).amounts.item(), 0);
    const auto reached = scale(charged.points, before + line.amounts.item(),
                               paid, Rounding::kHalfUp);
    const auto gone = scale(charged.points, before, paid, Rounding::kHalfUp);
    if (!reached || !gone) continue;
    line.points = static_cast<int>(std::max<std::int64_t>(*reached - *gone, 0));
    work.refund.points_returned += line.points;
  }
}

// Amazon's refund administration fee: a part of the referral fee that it gives
// back, up to a cap, line by line, half up at each step (W10; help 200387220).
// The referral fee is taken on the price less the points (help 201688670), and
// not on a tax that stands beside the price.
void work_out_fees(RefundWork& work) {
  Refund& refund = work.refund;
  if (refund.reason->concession) {  // debited in full (help 200359070)
    refund.refund_fee = 0;
    refund.referral_returned = 0;
    return;
  }
  const Policy& policy = work.context.policy;
  const Day today = policy.zone().day_of(work.context.now);
  const auto rate = refund.request.fee_rate
                        ? std::optional<std::int64_t>(*refund.request.fee_rate)
                        : policy.value(PolicyLimit::kReferralFee, today);
  if (!rate) return;
  const auto fee_rate = policy.value(PolicyLimit::kRefundFee, today);
  const auto most = policy.value(PolicyLimit::kRefundFeeMost, today);
  // A cap in another money than the order's caps nothing that could be told.
  const bool foreign = most && !(refund.charges.currency == policy.currency());
  std::int64_t fees = 0, referrals = 0;
  for (RefundLine& line : refund.lines) {
    const bool whole_units =
        refund.charges.currency.exponent() == 0;  // a point is a yen
    const std::int64_t tax = line.amounts[Component::kItemTax] +
                             line.amounts[Component::kShippingTax] +
                             line.amounts[Component::kGiftWrapTax];
    const std::int64_t base = std::max<std::int64_t>(
        line.total() - tax - (whole_units ? line.points : 0), 0);
    const auto referral = scale(base, *rate, kWhole, Rounding::kHalfUp);
    if (!referral) return;
    referrals += *referral;
    if (!fee_rate || foreign) continue;
    const auto fee = scale(*referral, *fee_rate, kWhole, Rounding::kHalfUp);
    line.refund_fee =
        most ? std::min(fee.value_or(*most), *most) : fee.value_or(0);
    fees += line.refund_fee;
  }
  refund.referral_returned = referrals;
  if (fee_rate && !foreign) refund.refund_fee = fees;
}

// The tax inside what goes back, in proportion to the stored tax of each line
// and cumulatively, so that all refunds of a line together hold all of it.
void work_out_tax(RefundWork& work) {
  Refund& refund = work.refund;
  for (const RefundLine& line : refund.lines) {
    const ChargedLine& charged = work.charged(line);
    const std::int64_t paid = charged.charged.total();
    if (!charged.tax_inside || paid <= 0) continue;
    const std::int64_t before = work.before(line).amounts.total();
    const auto reached = scale(*charged.tax_inside, before + line.total(), paid,
                               Rounding::kHalfUp);
    const auto gone =
        scale(*charged.tax_inside, before, paid, Rounding::kHalfUp);
    if (!reached || !gone) continue;
    refund.tax_inside = refund.tax_inside.value_or(0) + *reached - *gone;
  }
}

bool tells_charges(const Report& report, const std::string& column) {
  const auto is = [&](Column one) {
    return report.header.name_of(one) == column;
  };
  if (is(Column::kQuantityPurchased) || is(Column::kCurrency)) return true;
  for (std::size_t c = 0; c < kComponents; ++c) {
    if (is(static_cast<Column>(static_cast<std::size_t>(Column::kItemPrice) +
                               c)))
      return true;
  }
  return false;
}

// Rows of two files that tell different prices, discounts, taxes, currencies or
// quantities of a line, each beside the other: nobody knows what was charged.
RowsNamed disputed_rows(const OrderBook& book, OrderId order) {
  RowsNamed rows;
  for (const UnreadRow& row : book.evidence().unread(order)) {
    if (row.code != RejectCode::kConflict) continue;
    const auto found = std::lower_bound(
        book.rejects().begin(), book.rejects().end(), row,
        [](const auto& reject, const UnreadRow& wanted) {
          return reject.first != wanted.report ? reject.first < wanted.report
                                               : reject.second.row < wanted.row;
        });
    if (found == book.rejects().end()) continue;
    const Report& report = *book.reports()[row.report];
    const Reject& reject = found->second;
    if (!tells_charges(report, reject.column)) continue;
    rows.add(report.file, row.row);
    rows.add(reject.other_file, reject.other_row);
  }
  return rows;
}

// Why the refund must wait until the seller has looked up what could not be
// read or placed; nullopt where it need not.
std::optional<RefundError> refused_unread(const RefundWork& work) {
  const Refund& refund = work.refund;
  if (refund.request.accept_unread || work.context.accept_unread ||
      refund.reason->concession) {
    return std::nullopt;
  }
  const auto& reports = work.context.book.reports();
  RefundError error = work.error(RefundErrorCode::kNotCounted);
  error.not_counted = refund.not_counted;
  RowsNamed rows;
  const auto name = [&](const NotCounted& one) {
    rows.add(reports[one.report]->file, one.row);
    error.sums.add(one);
  };
  const auto told = [&](RefundErrorCode code) {
    error.code = code;
    error.count = rows.count;
    error.where = rows.where;
    return std::move(error);
  };
  for (const NotCounted& one : refund.not_counted) {
    if (one.why != Uncounted::kEqualEvents) name(one);
  }
  if (rows.count > 0) return told(RefundErrorCode::kNotCounted);
  rows = work.context.ledger.nameless();
  if (rows.count > 0) return told(RefundErrorCode::kNamelessRows);

  rows = disputed_rows(work.context.book, refund.request.order);
  if (rows.count > 0) return told(RefundErrorCode::kLacksRows);
  bool whole = refund.reason->by_units;
  for (std::uint32_t i = 0; i < refund.charges.lines.size() && whole; ++i) {
    const int left = units_left(refund.charges.lines[i], refund.before[i]);
    whole = left == 0 ||
            std::any_of(refund.lines.begin(), refund.lines.end(),
                        [&](const RefundLine& line) {
                          return line.line == i && line.quantity == left;
                        });
  }
  if (whole) {
    rows = lacking_rows(work.context.book, refund.request.order);
    if (rows.count > 0) return told(RefundErrorCode::kLacksRows);
  }

  for (const RefundLine& line : refund.lines) {
    const ChargedLine& charged = work.charged(line);
    const std::int64_t left =
        charged.charged.total() - work.before(line).amounts.total();
    std::int64_t twice = 0;
    for (const NotCounted& one : refund.not_counted) {
      if (one.item == charged.item && one.amount)
        twice += std::max<std::int64_t>(one.amount->minor, 0);
    }
    if (line.total() <= left - twice) continue;
    for (const NotCounted& one : refund.not_counted) {
      if (one.item != charged.item) continue;
      name(one);
      rows.add(reports[one.other_report]->file, one.other_row);
    }
  }
  if (rows.count > 0) return told(RefundErrorCode::kEqualEvents);
  return std::nullopt;
}

// Whether a report says that the order is not confirmed in full: a listing that
// has it, or a status. New orders alone tell nothing.
bool told_unconfirmed(const OrderBook& book, const OrderFacts& facts) {
  if (facts.shipped > 0 ||
      book.evidence().presence(facts.order) == Presence::kListed) {
    return true;
  }
  for (const OrderBook::Source source : book.order_sources(facts.order)) {
    const Line& line = book.line(source);
    if (line.to_ship > 0) return true;
    for (const OrderState state : {book.part(source).state, line.state}) {
      if (state == OrderState::kUnshipped ||
          state == OrderState::kPartiallyShipped) {
        return true;
      }
    }
  }
  return false;
}

void warn(RefundWork& work, std::int64_t over) {
  Refund& refund = work.refund;
  const auto add = [&](std::string_view key) -> Notice& {
    return refund.warnings.emplace_back(Notice{key});
  };
  if (over > 0) {
    add("refund/warnings/over-refunded")
        .amounts.emplace_back("over", work.money(over));
  }
  for (const ChargedLine& line : refund.charges.lines) {
    if (!line.promotion_cut) continue;
    add("refund/warnings/promotion-over-price")
        .fields.emplace_back("sku", line.sku);
  }
  if (!work.facts.seller_fulfilled())
    add("refund/warnings/fulfilled-by-amazon");
  if (work.facts.cash_on_delivery) add("refund/warnings/cash-on-delivery");
  if (work.facts.seller_fulfilled() && work.facts.unshipped > 0 &&
      told_unconfirmed(work.context.book, work.facts)) {
    add("refund/warnings/unconfirmed");
  }
  if (refund.points_returned > 0) {
    add("refund/warnings/points")
        .fields.emplace_back("points", std::to_string(refund.points_returned));
  }
  if (!refund.refund_fee && !refund.reason->concession)
    add("refund/warnings/fee-unknown");
}

}  // namespace

std::string_view condition_name(Condition condition) {
  return kConditionNames[static_cast<std::size_t>(condition)];
}

std::optional<Condition> condition_from_name(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kConditionNames); ++i) {
    if (kConditionNames[i] == name) return static_cast<Condition>(i);
  }
  return std::nullopt;
}

std::string_view concession_name(Concession concession) {
  return kConcessionNames[static_cast<std::size_t>(concession)];
}

std::optional<Concession> concession_from_name(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kConcessionNames); ++i) {
    if (kConcessionNames[i] == name) return static_cast<Concession>(i);
  }
  return std::nullopt;
}

std::string_view refund_error_name(RefundErrorCode code) {
  static_assert(std::size(kErrorNames) ==
                static_cast<std::size_t>(RefundErrorCode::kNamelessRows) + 1);
  return kErrorNames[static_cast<std::size_t>(code)];
}

bool is_unread_error(RefundErrorCode code) {
  return code == RefundErrorCode::kNotCounted ||
         code == RefundErrorCode::kLacksRows ||
         code == RefundErrorCode::kNamelessRows ||
         code == RefundErrorCode::kEqualEvents;
}

RefundErrorCode refund_error_code(ChargeError error) {
  switch (error) {
    case ChargeError::kMixedCurrencies:
      return RefundErrorCode::kMixedCurrencies;
    case ChargeError::kTooLarge:
      return RefundErrorCode::kTooLarge;
    case ChargeError::kNoPrices:
      break;
  }
  return RefundErrorCode::kNoPrices;
}

RefundError RefundWork::error(RefundErrorCode code) const {
  RefundError error;
  error.code = code;
  error.order = refund.request.order.text();
  return error;
}

int units_left(const ChargedLine& line, const Refunded& before) {
  const std::int64_t paid = line.charged.item();
  std::int64_t back = before.amounts.item();
  back = std::clamp<std::int64_t>(back, 0, std::max<std::int64_t>(paid, 0));
  int gone = std::clamp(before.units, 0, line.units);
  if (back == 0) return line.units - gone;
  // What so many units cost: of their sum or, as refunds do it, by component.
  const auto of_sum = [&](int units) {
    return units_price(paid, 0, units, line.units);
  };
  const auto of_parts = [&](int units) {
    const auto part = [&](Component component) {
      return units_price(line.charged[component], 0, units, line.units);
    };
    return part(Component::kItemPrice) + part(Component::kItemTax) -
           part(Component::kItemPromotion);
  };
  // Money that the told units do not explain paid for more of them. Small
  // change for many units is all back with the first of them: it says nothing.
  const std::int64_t rounding =
      gone > 0 ? 2 : 0;  // three components, a half each
  if (back > std::max(of_sum(gone), of_parts(gone)) + rounding) {
    int paid_for = static_cast<int>(
        scale(line.units, back, paid, Rounding::kDown).value_or(0));
    // Cumulative prices round: 333 of 1000 pays for one of three, and so does
    // 333 - 34 of 1000 - 101.
    if (paid_for < line.units &&
        std::min(of_sum(paid_for + 1), of_parts(paid_for + 1)) <= back) {
      ++paid_for;
    }
    gone = std::max(gone, paid_for);
  }
  return line.units - gone;
}

RefundedBefore refunded_before(const Charges& charges,
                               const RefundLedger& ledger, const Policy& policy,
                               bool accept_unread) {
  RefundedBefore reported;
  std::vector<Excess> excess;
  for (const ChargedLine& line : charges.lines) {
    Refunded& before = reported.lines.emplace_back(ledger.of(line.item));
    const std::int64_t over = fit_into(line, policy.tax_inside(), before);
    if (over > 0) excess.push_back({fold_sku(line.sku), over});
  }
  reported.over = fit_into_siblings(charges, std::move(excess), reported.lines);
  if (accept_unread) take_room_unplaced(charges, ledger, reported);
  return reported;
}

tl::expected<Refund, RefundError> refund_order(const RefundContext& context,
                                               const RefundRequest& request) {
  Refund refund;
  refund.request = request;
  refund.reason = find_refund_reason(request.reason);
  RefundError error;
  error.order = request.order.text();
  if (refund.reason == nullptr) {
    error.code = RefundErrorCode::kNoSuchReason;
    error.value = request.reason;
    return tl::unexpected(error);
  }
  // That nothing has the order, or its prices, would be untrue where a row of
  // it could not be read.
  const auto lacking = [&](RefundErrorCode code) {
    const RowsNamed rows = lacking_rows(context.book, request.order);
    const bool looked_up = request.accept_unread || context.accept_unread;
    error.code =
        rows.count > 0 && !looked_up ? RefundErrorCode::kLacksRows : code;
    error.count = rows.count;
    error.where = rows.where;
    return tl::unexpected(error);
  };
  const auto order = context.book.find(request.order);
  if (!order) return lacking(RefundErrorCode::kNoSuchOrder);
  const OrderFacts facts = order_facts(context.book, *order, context.policy);
  error.code = RefundErrorCode::kPending;
  if (facts.pending()) return tl::unexpected(error);
  error.code = RefundErrorCode::kCancelled;
  if (facts.cancelled()) return tl::unexpected(error);
  auto charges = order_charges(context.book, *order, context.policy);
  if (!charges) return lacking(refund_error_code(charges.error()));
  refund.charges = std::move(*charges);
  if (request.outbound_cost && !(context.policy.keeps_outbound_cost() &&
                                 refund.reason->may_keep_outbound)) {
    error.code = RefundErrorCode::kOutboundNotKept;
    return tl::unexpected(error);
  }
  if ((request.amount || request.outbound_cost) &&
      !(refund.charges.currency == context.policy.currency())) {
    error.code = RefundErrorCode::kOtherCurrency;
    error.value = refund.charges.currency.code();
    return tl::unexpected(error);
  }

  RefundedBefore reported =
      refunded_before(refund.charges, context.ledger, context.policy,
                      request.accept_unread || context.accept_unread);
  const auto not_counted = context.ledger.not_counted(*order);
  refund.not_counted.assign(not_counted.begin(), not_counted.end());
  const std::int64_t over = reported.over;
  refund.before = std::move(reported.lines);
  refund.charged = refund.charges.total();
  for (const Refunded& before : refund.before) {
    refund.already_refunded += before.amounts.total();
  }
  RefundWork work{context, facts, refund};
  if (auto wrong = choose_lines(work)) return tl::unexpected(*wrong);
  if (auto wrong = refund.reason->apply(work)) return tl::unexpected(*wrong);
  // Lines that got no part of the amount are not part of the refund.
  refund.lines.erase(std::remove_if(refund.lines.begin(), refund.lines.end(),
                                    [](const RefundLine& line) {
                                      return line.quantity == 0 &&
                                             line.total() == 0;
                                    }),
                     refund.lines.end());
  for (const RefundLine& line : refund.lines) refund.total += line.total();
  if (refund.concession) refund.total = refund.concession->minor;
  if (refund.total == 0 && refund.withheld.empty()) {
    return tl::unexpected(work.error(RefundErrorCode::kNothingLeft));
  }
  if (auto wrong = refused_unread(work)) return tl::unexpected(*wrong);
  refund.remaining = refund.charged - refund.already_refunded;
  const std::int64_t room = refund.remaining;
  if (!refund.concession) refund.remaining -= refund.total;
  refund.already_refunded += over;
  refund.caps.insert(refund.caps.begin(), Cap{"charged", refund.charged, room});
  return_points(work);
  work_out_fees(work);
  work_out_tax(work);
  warn(work, over);
  const Day today = context.policy.zone().day_of(context.now);
  if (const auto minutes =
          context.policy.value(PolicyLimit::kRefundHoldMinutes, today)) {
    refund.hold = Notice{"refund/steps/hold",
                         {{"hours", std::to_string((*minutes + 59) / 60)}}};
  }
  return refund;
}

void add_refund(RefundLedger& ledger, const Refund& refund) {
  if (const auto& given = refund.concession)
    ledger.concede(refund.charges.order, given->kind, given->minor);
  for (const RefundLine& line : refund.lines) {
    Refunded more;
    more.amounts = line.amounts;
    more.units = line.quantity;
    ledger.add(refund.charges.lines[line.line].item, more);
  }
}

std::string_view upload_code(const Policy& policy, const RefundReason& reason) {
  const std::string_view own = policy.refund_code(reason.id);
  return own.empty() ? reason.upload_code : own;
}

}  // namespace parcelwise
