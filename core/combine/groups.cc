// Finds orders that go to one address; see combine/groups.h. Linear: orders are
// brought together by hash, never compared pair by pair.
#include "combine/groups.h"

#include <algorithm>
#include <string>

#include "report/place.h"
#include "rules/order_facts.h"
#include "text/fold.h"

namespace parcelwise {
namespace {

constexpr std::string_view kVerdictNames[] = {"suggest", "ask", "blocked"};
constexpr std::string_view kReasonNames[] = {
    "cash-on-delivery", "buyer-cancel-request", "different-delivery-window",
    "different-po",     "gift",                 "prime",
    "different-service-level", "name-differs",  "different-buyer",
    "replacement",      "too-many-orders"};

Verdict verdict_of(CombineReason reason) {
  return reason <= CombineReason::kDifferentDeliveryWindow ? Verdict::kBlocked
                                                           : Verdict::kAsk;
}

// The report that has the order's street; nullopt: none has, so it is never
// grouped by accident.
std::optional<OrderBook::Source> address_source(const OrderBook& book,
                                                std::uint32_t order) {
  for (const OrderBook::Source source : book.order_sources(order)) {
    if (book.part(source).place != kNoPlace) return source;
  }
  return std::nullopt;
}

// What one order brings to the comparison with its neighbours.
struct Member {
  OrderFacts facts;
  std::string name, email, po, service;
  std::optional<Money> shipping;  // what the buyer paid for it
};

Member member_of(const OrderBook& book, const Policy& policy, std::uint32_t order) {
  Member member{order_facts(book, order, policy, false), {}, {}, {}, {}, {}};
  member.name = fold_name(book.order_cell(order, Column::kRecipientName));
  member.email = book.order_cell(order, Column::kBuyerEmail);
  member.po = book.order_cell(order, Column::kPurchaseOrderNumber);
  member.service = book.order_cell(order, Column::kShipServiceLevel);
  for (std::uint32_t item = book.first_item(order); item < book.last_item(order);
       ++item) {
    const auto charge =
        item_money(book, item, Column::kShippingPrice, policy.currency());
    if (!charge) continue;
    std::int64_t paid = charge->minor;
    if (const auto off =
            item_money(book, item, Column::kShipPromotionDiscount, policy.currency())) {
      paid -= off->minor < 0 ? -off->minor : off->minor;
    }
    paid = std::max<std::int64_t>(paid, 0);
    if (!member.shipping) member.shipping = Money{charge->currency, 0};
    if (const auto sum = add(*member.shipping, Money{charge->currency, paid})) {
      member.shipping = *sum;
    }
  }
  return member;
}

// The dearest charge is kept, the rest is saved (facts/rules.md 3.3).
std::optional<Money> saved_on_charges(const std::vector<Member>& members) {
  std::optional<Money> sum;
  std::int64_t dearest = 0;
  for (const Member& member : members) {
    if (!member.shipping) return std::nullopt;
    dearest = std::max(dearest, member.shipping->minor);
    if (!sum) {
      sum = member.shipping;
    } else if (const auto both = add(*sum, *member.shipping)) {
      sum = *both;
    } else {
      return std::nullopt;
    }
  }
  return Money{sum->currency, sum->minor - dearest};
}

CombinedGroup judge(const OrderBook& book, const Policy& policy, Day today,
                    std::vector<std::uint32_t> orders) {
  CombinedGroup group;
  std::vector<Member> members;
  for (const std::uint32_t order : orders) {
    members.push_back(member_of(book, policy, order));
    const auto& ship_by = members.back().facts.ship_by;
    if (ship_by && (!group.ship_by || ship_by->at < *group.ship_by)) {
      group.ship_by = ship_by->at;
    }
  }
  const Member& first = members.front();
  const auto any = [&](auto test) {
    return std::any_of(members.begin(), members.end(), test);
  };
  const auto note = [&](CombineReason reason, bool holds) {
    if (!holds) return;
    group.reasons.push_back(reason);
    group.verdict = std::max(group.verdict, verdict_of(reason));
  };
  note(CombineReason::kCashOnDelivery,
       any([](const Member& m) { return m.facts.cash_on_delivery; }));
  note(CombineReason::kBuyerCancelRequest,
       any([](const Member& m) { return m.facts.is(Flag::kBuyerCancel); }));
  note(CombineReason::kDifferentDeliveryWindow, any([&](const Member& m) {
         return m.facts.scheduled_start != first.facts.scheduled_start ||
                m.facts.scheduled_end != first.facts.scheduled_end;
       }));
  note(CombineReason::kDifferentPo,
       any([&](const Member& m) { return m.po != first.po; }));
  note(CombineReason::kGift, any([](const Member& m) { return m.facts.gift; }));
  note(CombineReason::kPrime, any([&](const Member& m) {
         return m.facts.is(Flag::kPrime) != first.facts.is(Flag::kPrime);
       }));
  note(CombineReason::kDifferentServiceLevel,
       any([&](const Member& m) { return m.service != first.service; }));
  note(CombineReason::kNameDiffers,
       any([&](const Member& m) { return m.name != first.name; }));
  note(CombineReason::kDifferentBuyer,
       any([&](const Member& m) { return m.email != first.email; }));
  note(CombineReason::kReplacement,
       any([](const Member& m) { return m.facts.is(Flag::kReplacement); }));
  note(CombineReason::kTooManyOrders,
       static_cast<int>(orders.size()) >
           policy.figure(Figure::kMaxCombinedOrders, today).value);
  group.saved = saved_on_charges(members);
  group.orders = std::move(orders);
  return group;
}

}  // namespace

std::string_view verdict_name(Verdict verdict) {
  return kVerdictNames[static_cast<std::size_t>(verdict)];
}

std::string_view reason_name(CombineReason reason) {
  return kReasonNames[static_cast<std::size_t>(reason)];
}

CombinedGroups CombinedGroups::find(const OrderBook& book, const Policy& policy,
                                    Instant now) {
  CombinedGroups groups;
  // Place and order in one number: sorting it brings neighbours together.
  std::vector<std::uint64_t> places;
  places.reserve(book.order_count());
  for (const std::uint32_t order : book.in_file_order()) {
    const auto source = address_source(book, order);
    if (!source) continue;
    const OrderPart& part = book.part(*source);
    if (part.state == OrderState::kShipped || part.state == OrderState::kCancelled) {
      continue;
    }
    places.push_back((std::uint64_t{part.place} << 32) | order);
  }
  std::sort(places.begin(), places.end());

  const Day today = policy.zone().day_of(now);
  PlaceKey key;
  for (std::size_t i = 0; i < places.size();) {
    std::size_t end = i + 1;
    while (end < places.size() && places[end] >> 32 == places[i] >> 32) ++end;
    if (end - i < 2) {
      i = end;
      continue;
    }
    // Equal hashes are not yet equal addresses.
    std::vector<std::pair<std::string, std::uint32_t>> keyed;
    for (; i < end; ++i) {
      const auto order = static_cast<std::uint32_t>(places[i]);
      if (!order_facts(book, order, policy, false).open()) continue;
      const OrderBook::Source source = *address_source(book, order);
      keyed.emplace_back(key.of(book.report(source), book.part(source)), order);
    }
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t k = 0; k < keyed.size();) {
      std::vector<std::uint32_t> orders;
      const std::string& address = keyed[k].first;
      std::size_t last = k;
      for (; last < keyed.size() && keyed[last].first == address; ++last) {
        orders.push_back(keyed[last].second);
      }
      k = last;
      if (orders.size() < 2) continue;
      groups.groups_.push_back(judge(book, policy, today, std::move(orders)));
    }
  }
  std::sort(groups.groups_.begin(), groups.groups_.end(),
            [](const CombinedGroup& a, const CombinedGroup& b) {
              if (a.ship_by != b.ship_by) return a.ship_by < b.ship_by;
              return a.orders.front() < b.orders.front();
            });
  for (std::uint32_t g = 0; g < groups.groups_.size(); ++g) {
    for (const std::uint32_t order : groups.groups_[g].orders) {
      groups.members_.emplace_back(order, g);
    }
  }
  std::sort(groups.members_.begin(), groups.members_.end());
  return groups;
}

const CombinedGroup* CombinedGroups::of(std::uint32_t order) const {
  const auto found =
      std::lower_bound(members_.begin(), members_.end(), std::pair{order, 0u});
  if (found == members_.end() || found->first != order) return nullptr;
  return &groups_[found->second];
}

}  // namespace parcelwise
