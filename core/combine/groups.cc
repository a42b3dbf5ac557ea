// Finds orders that go to one address; see combine/groups.h. Linear: orders are
// brought together by hash, never compared pair by pair.
#include "combine/groups.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

#include "address/country_code.h"
#include "combine/shared_areas.h"
#include "orders/order_facts.h"
#include "orders/told_address.h"
#include "report/place.h"
#include "report/sales_channel.h"
#include "text/compact_sort.h"
#include "text/fold.h"
#include "text/key_sort.h"
#include "text/text_hash.h"

namespace parcelwise {
namespace {

constexpr std::string_view kVerdictNames[] = {"suggest", "ask", "blocked"};
constexpr std::string_view kReasonNames[] = {"cash-on-delivery",
                                             "pending",
                                             "cancelled",
                                             "buyer-cancel-request",
                                             "fulfilled-by-amazon",
                                             "already-shipped",
                                             "status-unknown",
                                             "different-marketplace",
                                             "different-currency",
                                             "different-delivery-window",
                                             "import-uk-eu",
                                             "different-po",
                                             "gift",
                                             "prime",
                                             "different-service-level",
                                             "name-differs",
                                             "address-variant",
                                             "different-buyer",
                                             "replacement",
                                             "would-be-late",
                                             "too-many-orders",
                                             "not-cheaper"};

// Amazon's help on imports names the United Kingdom and the EU
// (docs/rules.md 3.1).
constexpr std::string_view kUkEuCountries[] = {
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI",
    "FR", "GB", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"};
constexpr std::string_view kUkEuZones[] = {
    "Africa/Ceuta",      "Asia/Famagusta",    "Asia/Nicosia",
    "Atlantic/Azores",   "Atlantic/Canary",   "Atlantic/Madeira",
    "Europe/Amsterdam",  "Europe/Athens",     "Europe/Belfast",
    "Europe/Berlin",     "Europe/Bratislava", "Europe/Brussels",
    "Europe/Bucharest",  "Europe/Budapest",   "Europe/Busingen",
    "Europe/Copenhagen", "Europe/Dublin",     "Europe/Helsinki",
    "Europe/Lisbon",     "Europe/Ljubljana",  "Europe/London",
    "Europe/Luxembourg", "Europe/Madrid",     "Europe/Malta",
    "Europe/Mariehamn",  "Europe/Nicosia",    "Europe/Paris",
    "Europe/Prague",     "Europe/Riga",       "Europe/Rome",
    "Europe/Sofia",      "Europe/Stockholm",  "Europe/Tallinn",
    "Europe/Vienna",     "Europe/Vilnius",    "Europe/Warsaw",
    "Europe/Zagreb"};

bool in_uk_or_eu(std::string_view told) {
  std::string country;
  append_country_code(told, country);
  return std::find(std::begin(kUkEuCountries), std::end(kUkEuCountries),
                   country) != std::end(kUkEuCountries);
}

// Where the report says, else in the marketplace.
bool leaves_from_outside(const OrderBook& book, const Policy& policy,
                         std::uint32_t order) {
  const std::string from =
      book.order_cell(order, Column::kDefaultShipFromCountry);
  if (!from.empty()) return !in_uk_or_eu(from);
  return std::find(std::begin(kUkEuZones), std::end(kUkEuZones),
                   policy.zone_name()) == std::end(kUkEuZones);
}

// What one order brings to the comparison with its neighbours.
struct Member {
  OrderFacts facts;
  const Policy* policy = nullptr;
  std::string name, email, po, service, marketplace;
  Currency currency;              // not known where no report has prices
  std::optional<Instant> ready;   // it may leave from then on
  std::optional<Money> shipping;  // what the buyer paid for it
};

Member member_of(const OrderBook& book, const Policy& policy, Instant now,
                 std::uint32_t order) {
  Member member;
  member.policy = &policy;
  const Day today = policy.zone().day_of(now);
  member.facts = order_facts(book, order, policy);
  member.name = fold_name(book.order_cell(order, Column::kRecipientName));
  member.email = book.order_cell(order, Column::kBuyerEmail);
  member.po = po_number(book, order);
  member.service = book.order_cell(order, Column::kShipServiceLevel);
  member.marketplace = book.order_cell(order, Column::kSalesChannel);
  member.ready = std::max(member.facts.purchase, member.facts.payments);
  if (member.ready) {
    member.ready->unix_seconds +=
        60 * policy.value(PolicyLimit::kEditMinutes, today).value_or(0);
  }
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    const auto charge =
        item_money(book, item, Column::kShippingPrice, policy.currency());
    if (!member.currency.known()) {
      const auto price = charge ? charge
                                : item_money(book, item, Column::kItemPrice,
                                             policy.currency());
      if (price) member.currency = price->currency;
    }
    if (!charge) continue;
    std::int64_t paid = charge->minor;
    if (const auto off = item_money(book, item, Column::kShipPromotionDiscount,
                                    policy.currency())) {
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

// The dearest charge is kept, the rest is saved (docs/rules.md 3.3).
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

CombinedGroup judged(const OrderBook& book, const Policies& policies,
                     Instant now, std::vector<std::uint32_t> orders,
                     bool address_varies) {
  const Policy& policy = policies.of(orders.front());
  const Day today = policy.zone().day_of(now);
  CombinedGroup group;
  std::vector<Member> members;
  std::optional<Instant> leaves;  // when the last order may
  for (const std::uint32_t order : orders) {
    members.push_back(member_of(book, policies.of(order), now, order));
    if (!members.back().facts.open()) continue;
    leaves = std::max(leaves, members.back().ready);
    const auto& ship_by = members.back().facts.ship_by;
    if (ship_by && (!group.ship_by || ship_by->at < *group.ship_by)) {
      group.ship_by = ship_by->at;
      group.ship_by_estimated = members.back().facts.ship_by_estimated();
    }
  }
  const Member& first = members.front();
  const auto note = [&](CombineReason reason, auto concerns) {
    ConcernedOrders concerned{reason, {}};
    for (std::size_t m = 0; m < members.size(); ++m) {
      if (concerns(members[m])) concerned.orders.push_back(orders[m]);
    }
    if (concerned.orders.empty()) return;
    group.verdict = std::max(group.verdict, verdict_of(reason));
    group.reasons.push_back(std::move(concerned));
  };
  const auto note_all = [&](CombineReason reason, bool holds) {
    if (holds) note(reason, [](const Member&) { return true; });
  };
  // What no report tells differs from nothing.
  const auto names =
      std::find_if(members.begin(), members.end(),
                   [](const Member& m) { return !m.marketplace.empty(); });
  const auto priced =
      std::find_if(members.begin(), members.end(),
                   [](const Member& m) { return m.currency.known(); });
  note(CombineReason::kCashOnDelivery,
       [](const Member& m) { return m.facts.cash_on_delivery; });
  note(CombineReason::kPending,
       [](const Member& m) { return m.facts.pending(); });
  note(CombineReason::kCancelled,
       [](const Member& m) { return m.facts.cancelled(); });
  note(CombineReason::kBuyerCancelRequest,
       [](const Member& m) { return m.facts.is(Flag::kBuyerCancel); });
  note(CombineReason::kFulfilledByAmazon,
       [](const Member& m) { return !m.facts.seller_fulfilled(); });
  note(CombineReason::kAlreadyShipped, [](const Member& m) {
    return m.facts.seller_fulfilled() && !m.facts.pending() &&
           !m.facts.cancelled() && m.facts.unshipped <= 0;
  });
  note(CombineReason::kStatusUnknown,
       [](const Member& m) { return m.facts.status_unknown; });
  const auto ruled =
      std::find_if(members.begin(), members.end(),
                   [](const Member& m) { return m.policy->known(); });
  note(CombineReason::kDifferentMarketplace, [&](const Member& m) {
    return (m.policy->known() && m.policy != ruled->policy) ||
           (!m.marketplace.empty() &&
            !same_name(m.marketplace, names->marketplace));
  });
  note(CombineReason::kDifferentCurrency, [&](const Member& m) {
    return m.currency.known() && !(m.currency == priced->currency);
  });
  note(CombineReason::kDifferentDeliveryWindow, [&](const Member& m) {
    return m.facts.scheduled_start != first.facts.scheduled_start ||
           m.facts.scheduled_end != first.facts.scheduled_end;
  });
  if (in_uk_or_eu(book.order_cell(orders.front(), Column::kShipCountry))) {
    note(CombineReason::kImportUkEu, [&](const Member& m) {
      return leaves_from_outside(book, policy, m.facts.order);
    });
  }
  note(CombineReason::kDifferentPo,
       [&](const Member& m) { return m.po != first.po; });
  note(CombineReason::kGift, [](const Member& m) { return m.facts.gift; });
  note(CombineReason::kPrime, [&](const Member& m) {
    return m.facts.is(Flag::kPrime) != first.facts.is(Flag::kPrime);
  });
  note(CombineReason::kDifferentServiceLevel,
       [&](const Member& m) { return m.service != first.service; });
  note(CombineReason::kNameDiffers,
       [&](const Member& m) { return m.name != first.name; });
  note_all(CombineReason::kAddressVariant, address_varies);
  note(CombineReason::kDifferentBuyer,
       [&](const Member& m) { return m.email != first.email; });
  note(CombineReason::kReplacement,
       [](const Member& m) { return m.facts.is(Flag::kReplacement); });
  note(CombineReason::kWouldBeLate, [&](const Member& m) {
    return m.facts.open() && m.facts.ship_by && leaves &&
           m.facts.ship_by->at < *leaves &&
           (!m.ready || *m.ready <= m.facts.ship_by->at);
  });
  const auto most = policy.value(PolicyLimit::kMaxCombinedOrders, today);
  note_all(CombineReason::kTooManyOrders,
           most && static_cast<std::int64_t>(orders.size()) > *most);
  group.saved = saved_on_charges(members);
  group.orders = std::move(orders);
  return group;
}

// An order among those with the same hash.
struct Keyed {
  std::string loose, safe;
  Prefecture prefecture;
  std::uint32_t order;
  bool open;

  friend bool operator<(const Keyed& a, const Keyed& b) {
    return std::tie(a.loose, a.prefecture, a.order) <
           std::tie(b.loose, b.prefecture, b.order);
  }
};

// Runs of two orders and more that go to one place, in sorted `keyed`. Where an
// address names two prefectures, one of them is wrong: each stands for itself,
// and so do those that name none.
std::vector<std::pair<std::size_t, std::size_t>> places_of(
    const std::vector<Keyed>& keyed) {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  const auto add = [&places](std::size_t from, std::size_t to) {
    if (to - from >= 2) places.emplace_back(from, to);
  };
  for (std::size_t k = 0; k < keyed.size();) {
    std::size_t names = k;  // the first order that names a prefecture
    std::size_t last = k;
    bool contradict = false;
    for (; last < keyed.size() && keyed[last].loose == keyed[k].loose; ++last) {
      if (keyed[last].prefecture == 0) {
        names = last + 1;
      } else {
        contradict =
            contradict || keyed[last].prefecture != keyed[names].prefecture;
      }
    }
    if (!contradict) {
      add(k, last);
    } else {
      add(k, names);
      for (std::size_t from = names; from < last;) {
        std::size_t to = from + 1;
        while (to < last && keyed[to].prefecture == keyed[from].prefecture)
          ++to;
        add(from, to);
        from = to;
      }
    }
    k = last;
  }
  return places;
}

}  // namespace

std::string_view verdict_name(Verdict verdict) {
  return kVerdictNames[static_cast<std::size_t>(verdict)];
}

std::string_view reason_name(CombineReason reason) {
  return kReasonNames[static_cast<std::size_t>(reason)];
}

Verdict verdict_of(CombineReason reason) {
  return reason <= CombineReason::kImportUkEu ? Verdict::kBlocked
                                              : Verdict::kAsk;
}

CombinedGroups CombinedGroups::find(const OrderBook& book,
                                    const Policies& policies, Instant now) {
  CombinedGroups groups;
  // Place and order in one number: sorting it brings neighbours together.
  std::vector<std::uint64_t> places;
  PlaceKey key;
  for (const std::uint32_t order : orders_in_shared_areas(book)) {
    // By the loose key: orders that a person must compare are to meet, too.
    if (const AddressKeys* const keys = address_keys(book, order, key))
      places.push_back((text_hash(keys->loose()) >> 32 << 32) | order);
  }
  const std::vector<std::uint32_t> sorted = key_sorted(places);
  const auto hash_at = [&](std::size_t i) { return places[sorted[i]] >> 32; };

  for (std::size_t i = 0; i < places.size();) {
    std::size_t end = i + 1;
    while (end < places.size() && hash_at(end) == hash_at(i)) ++end;
    if (end - i < 2) {
      i = end;
      continue;
    }
    // Equal hashes are not yet equal addresses.
    std::vector<Keyed> keyed;
    for (; i < end; ++i) {
      const auto order = static_cast<std::uint32_t>(places[sorted[i]]);
      const OrderFacts facts = order_facts(book, order, policies.of(order));
      if (facts.left || facts.status_unknown) continue;
      const AddressKeys& keys = *address_keys(book, order, key);
      keyed.push_back(
          {keys.loose(), keys.safe(), keys.prefecture(), order, facts.open()});
    }
    compact_sort(keyed, [](const auto& a, const auto& b) { return a < b; });
    for (const auto& [first, last] : places_of(keyed)) {
      const auto open =
          std::count_if(keyed.begin() + static_cast<std::ptrdiff_t>(first),
                        keyed.begin() + static_cast<std::ptrdiff_t>(last),
                        [](const Keyed& one) { return one.open; });
      if (open == 0) continue;
      std::vector<std::uint32_t> orders;
      const std::string* safe = nullptr;
      bool varies = false;
      for (std::size_t k = first; k < last; ++k) {
        if (open > 1 && !keyed[k].open) continue;
        orders.push_back(keyed[k].order);
        if (safe == nullptr) safe = &keyed[k].safe;
        varies = varies || keyed[k].safe != *safe;
      }
      compact_sort(orders,
                   [](std::uint32_t a, std::uint32_t b) { return a < b; });
      groups.groups_.push_back(
          judged(book, policies, now, std::move(orders), varies));
    }
  }
  compact_sort(groups.groups_,
               [](const CombinedGroup& a, const CombinedGroup& b) {
                 if (a.ship_by != b.ship_by) return a.ship_by < b.ship_by;
                 return a.orders.front() < b.orders.front();
               });
  groups.group_of_.assign(book.order_count(), kNoGroup);
  for (std::uint32_t g = 0; g < groups.groups_.size(); ++g) {
    for (const std::uint32_t order : groups.groups_[g].orders)
      groups.group_of_[order] = g;
  }
  return groups;
}

CombinedGroup CombinedGroups::judge(const OrderBook& book,
                                    const Policies& policies, Instant now,
                                    std::vector<std::uint32_t> orders) {
  PlaceKey key;
  std::optional<std::string> safe;
  bool varies = false;
  for (const std::uint32_t order : orders) {
    const AddressKeys* const keys = address_keys(book, order, key);
    if (keys == nullptr) continue;
    if (!safe) safe = keys->safe();
    varies = varies || keys->safe() != *safe;
  }
  compact_sort(orders, [](std::uint32_t a, std::uint32_t b) { return a < b; });
  return judged(book, policies, now, std::move(orders), varies);
}

const CombinedGroup* CombinedGroups::of(std::uint32_t order) const {
  if (order >= group_of_.size() || group_of_[order] == kNoGroup) return nullptr;
  return &groups_[group_of_[order]];
}

}  // namespace parcelwise
