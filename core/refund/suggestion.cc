// Finds what the reports call for to be refunded; see refund/suggestion.h.
#include "refund/suggestion.h"

#include <algorithm>

#include "text/fold.h"

namespace parcelwise {
namespace {

struct ReasonWords {
  std::string_view words;  // at the beginning of some word, folded
  std::string_view reason;
};

// In this order: the first that is found decides. What stands in none of them
// (no longer needed, better price, does not fit, no reason) is "returned".
constexpr ReasonWords kReasonWords[] = {
    {"extra item", ""},
    {"customer damaged", "returned"},
    {"ordered wrong", "returned"},
    {"misordered", "returned"},
    {"refused", "refused"},
    {"insufficient address", "invalid-address"},
    {"invalid address", "invalid-address"},
    {"incorrect address", "invalid-address"},
    {"wrong address", "invalid-address"},
    {"undeliverable", "undeliverable"},
    {"und unknown", "undeliverable"},
    {"never arrived", "undeliverable"},
    {"switcheroo", "wrong-item"},
    {"wrong item", "wrong-item"},
    {"wrong product", "wrong-item"},
    {"incorrect item", "wrong-item"},
    {"missing", "wrong-item"},      // parts, items, accessories
    {"damaged", "carrier-damage"},  // by the carrier, in transit, on arrival
    {"defective", "defective"},
    {"not as described", "defective"},
    {"not as photo", "defective"},
    {"bad desc", "defective"},
    {"inaccurate", "defective"},
    {"quality", "defective"},
};

// Small letters and single spaces: "CR-NOT_AS_DESCRIBED" -> " cr not as
// described".
std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, 200)) {
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'z') {
      if (out.empty()) out += ' ';
      out += lower;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

// Days from the delivery to the request; 0 where either is not known.
int days_of(const RefundContext& context, const OrderFacts& facts,
            const ReturnedItem& item) {
  const Zone& zone = context.policy.zone();
  const auto delivered =
      delivered_by(facts, context.policy, zone.day_of(context.now));
  if (!delivered || !item.requested) return 0;
  return std::max(*item.requested - zone.day_of(*delivered), 0);
}

// Of one charged line, while returns are held against it.
struct LineUse {
  int paid_for =
      0;          // units that told refunds pay for and no return has claimed
  int taken = 0;  // units that came back
};

// No units: what is left of a line whose units all went back.
void add_item(RefundRequest& request, const ChargedLine& line,
              std::optional<int> units) {
  const std::string& name =
      line.order_item_id.empty() ? line.sku : line.order_item_id;
  for (RefundRequest::Item& item : request.items) {
    if (item.order_item_id != name) continue;
    if (item.quantity && units) *item.quantity += *units;
    return;
  }
  request.items.push_back({name, units});
}

// Whether all units of the line went back, and money that goes back with this
// reason did not.
bool gives_rest_alone(const RefundContext& context, RefundRequest request,
                      const ChargedLine& line) {
  if (units_left(line, context.ledger.of(line.item)) > 0) return false;
  add_item(request, line, std::nullopt);
  request.accept_unread = true;
  const auto refund = refund_order(context, request);
  return refund && refund->total > 0;
}

// The refund that has this reason; made where there is none.
ReturnRefund& group_of(std::vector<ReturnRefund>& refunds,
                       RefundRequest request) {
  for (ReturnRefund& refund : refunds) {
    if (refund.request && refund.request->reason == request.reason &&
        refund.request->days == request.days) {
      return refund;
    }
  }
  refunds.push_back({{}, std::move(request), std::nullopt});
  return refunds.back();
}

bool reported_refunded(const ReturnedItem& item) {
  return item.refunded_thousandths > 0;
}

// Where no amount can be worked out, the report's own word is all there is.
void note_unpriced(std::vector<ReturnRefund>& refunds, const Return& returned) {
  if (reported_refunded(*returned.item)) return;
  for (ReturnRefund& refund : refunds) {
    if (!refund.request) return refund.returns.push_back(&returned);
  }
  refunds.push_back({{&returned}, std::nullopt, std::nullopt});
}

// Chooses lines and units for each return, grouped into requests.
std::vector<ReturnRefund> choose_refunds(const RefundContext& context,
                                         const OrderFacts& facts,
                                         std::span<const Return> returns) {
  std::vector<ReturnRefund> refunds;
  const auto charges = order_charges(context.book, facts.order, context.policy);
  std::vector<LineUse> uses;
  if (charges) {
    for (const ChargedLine& line : charges->lines) {
      const Refunded before = context.ledger.of(line.item);
      uses.push_back({line.units - units_left(line, before), 0});
    }
  }
  for (const Return& returned : returns) {
    const ReturnedItem& item = *returned.item;
    if (!item.arrived) continue;
    const std::string_view reason = return_reason(item.reason);
    if (reason.empty()) continue;
    if (!charges) {
      note_unpriced(refunds, returned);
      continue;
    }
    RefundRequest request;
    request.order = facts.id;
    request.reason = reason;
    if (reason == "returned") {
      request.condition = Condition::kAsNew;
      request.days = days_of(context, facts, item);
    }
    std::vector<std::pair<std::size_t, std::optional<int>>> due;  // its units
    bool found = false, begun = false;
    int wanted = item.units > 0 ? item.units : INT32_MAX;
    for (std::size_t i = 0; i < uses.size() && wanted > 0; ++i) {
      const ChargedLine& line = charges->lines[i];
      if (!same_sku(line.sku, item.sku)) continue;
      found = true;
      const int units = std::min(wanted, line.units - uses[i].taken);
      const int paid_for = std::min(units, uses[i].paid_for);
      uses[i].taken += units;
      uses[i].paid_for -= paid_for;
      wanted -= units;
      if (units > paid_for) {
        due.emplace_back(i, units - paid_for);
      } else if (units > 0 && gives_rest_alone(context, request, line)) {
        due.emplace_back(i, std::nullopt);
      }
      begun = begun || context.ledger.of(line.item).amounts.total() > 0;
    }
    if (!found) note_unpriced(refunds, returned);
    if (due.empty()) continue;
    if (begun && return_status(item.status) == ReturnStatus::kClosed) continue;
    ReturnRefund& refund = group_of(refunds, std::move(request));
    refund.returns.push_back(&returned);
    for (const auto& [line, units] : due) {
      add_item(*refund.request, charges->lines[line], units);
    }
  }
  return refunds;
}

}  // namespace

std::string_view return_reason(std::string_view returned) {
  const std::string text = folded(returned);
  for (const ReasonWords& entry : kReasonWords) {
    if (text.find(" " + std::string(entry.words)) != std::string::npos) {
      return entry.reason;
    }
  }
  return "returned";
}

std::vector<ReturnRefund> returns_to_refund(const RefundContext& context,
                                            const OrderFacts& facts,
                                            std::span<const Return> returns) {
  // Nobody paid for what is pending or was cancelled.
  if (returns.empty() || facts.pending() || facts.cancelled()) return {};
  std::vector<ReturnRefund> refunds = choose_refunds(context, facts, returns);
  // What this order had back, the refunds before the next one included.
  RefundLedger returned;
  const OrderBook& book = context.book;
  for (std::uint32_t item = book.first_item(facts.order);
       item < book.last_item(facts.order); ++item) {
    returned.add(item, context.ledger.of(item));
  }
  // What it comes to is told whether or not there is something to look up.
  const RefundContext of_order{book, context.policy, context.now, returned,
                               true};
  std::size_t kept = 0;
  for (std::size_t i = 0; i < refunds.size(); ++i) {
    ReturnRefund& each = refunds[i];
    if (each.request) {
      const auto refund = refund_order(of_order, *each.request);
      if (refund) {
        if (refund->total == 0) continue;
        each.amount = Money{refund->charges.currency, refund->total};
        add_refund(returned, *refund);
      } else if (refund.error().code == RefundErrorCode::kNothingLeft ||
                 refund.error().code == RefundErrorCode::kMoreThanBought) {
        continue;
      } else {
        each.request.reset();  // two lines of one SKU without item ids: which?
      }
    }
    if (kept != i) refunds[kept] = std::move(each);
    ++kept;
  }
  refunds.erase(refunds.begin() + static_cast<std::ptrdiff_t>(kept),
                refunds.end());
  return refunds;
}

std::optional<RefundRequest> suggest_refund(
    const RefundContext& context, const OrderFacts& facts,
    std::span<const Return> returns, std::span<const Shortage> shortages) {
  for (ReturnRefund& refund : returns_to_refund(context, facts, returns)) {
    if (refund.request) return std::move(refund.request);
  }
  if (!facts.to_ship()) return std::nullopt;
  std::int64_t missing = 0;
  for (const Shortage& shortage : shortages) missing += shortage.missing;
  // Of which nothing can be sent is cancelled, not refunded
  // (docs/rules.md 2.3).
  if (missing == 0 || (facts.shipped == 0 && missing >= facts.unshipped)) {
    return std::nullopt;
  }
  const auto charges = order_charges(context.book, facts.order, context.policy);
  if (!charges) return std::nullopt;
  RefundRequest request;
  request.order = facts.id;
  request.reason = "items-unavailable";
  for (const ChargedLine& line : charges->lines) {
    for (const Shortage& shortage : shortages) {
      if (shortage.item != line.item) continue;
      const int left = units_left(line, context.ledger.of(line.item));
      const int units = std::min({shortage.missing, line.unsent, left});
      if (units > 0) add_item(request, line, units);
    }
  }
  RefundContext looked_up = context;
  looked_up.accept_unread = true;
  if (request.items.empty() || !refund_order(looked_up, request))
    return std::nullopt;
  return request;
}

}  // namespace parcelwise
