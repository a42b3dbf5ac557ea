// Finds orders that go to one address; see combine/groups.h. Orders of one
// country and postal code are sorted by their keys, never compared pair by
// pair.
#include "combine/groups.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <span>
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
                 OrderFacts facts) {
  Member member;
  member.policy = &policy;
  member.facts = std::move(facts);
  const std::uint32_t order = member.facts.order;
  const Day today = policy.zone().day_of(now);
  const std::string recipient = book.order_cell(order, Column::kRecipientName);
  member.name = fold_name(recipient);
  member.email = book.order_cell(order, Column::kBuyerEmail);
  member.po = po_number(book, member.facts, recipient);
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

// Of the orders' facts, by order.
CombinedGroup judged(const OrderBook& book, const Policies& policies,
                     Instant now, std::vector<OrderFacts> all,
                     bool address_varies) {
  const std::uint32_t leader = all.front().order;
  const Policy& policy = policies.of(leader);
  const Day today = policy.zone().day_of(now);
  CombinedGroup group;
  std::vector<Member> members;
  members.reserve(all.size());
  std::optional<Instant> leaves;  // when the last order may
  for (OrderFacts& facts : all) {
    const std::uint32_t order = facts.order;
    members.push_back(
        member_of(book, policies.of(order), now, std::move(facts)));
    group.orders.push_back(order);
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
    for (const Member& member : members) {
      if (concerns(member)) concerned.orders.push_back(member.facts.order);
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
  if (in_uk_or_eu(book.order_cell(leader, Column::kShipCountry))) {
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
           most && static_cast<std::int64_t>(members.size()) > *most);
  group.saved = saved_on_charges(members);
  return group;
}

// An order with the keys of its address.
struct Keyed {
  std::string loose, safe;
  Prefecture prefecture = 0;
  std::uint32_t order = 0;

  friend bool operator<(const Keyed& a, const Keyed& b) {
    return std::tie(a.loose, a.prefecture, a.order) <
           std::tie(b.loose, b.prefecture, b.order);
  }
};

// An order of one address that may be in a group.
struct Candidate {
  const Keyed* keyed;
  OrderFacts facts;
};

// Runs of two orders and more that go to one place, of one loose key and by
// prefecture. Where an address names two prefectures, one of them is wrong:
// each stands for itself, and so do those that name none.
std::vector<std::pair<std::size_t, std::size_t>> places_of(
    const std::vector<Candidate>& candidates) {
  std::vector<std::pair<std::size_t, std::size_t>> places;
  const auto add = [&places](std::size_t from, std::size_t to) {
    if (to - from >= 2) places.emplace_back(from, to);
  };
  const auto prefecture = [&](std::size_t at) {
    return candidates[at].keyed->prefecture;
  };
  const std::size_t count = candidates.size();
  std::size_t names = 0;  // the first order that names a prefecture
  while (names < count && prefecture(names) == 0) ++names;
  if (names == count || prefecture(names) == prefecture(count - 1)) {
    add(0, count);
    return places;
  }
  add(0, names);
  for (std::size_t from = names; from < count;) {
    std::size_t to = from + 1;
    while (to < count && prefecture(to) == prefecture(from)) ++to;
    add(from, to);
    from = to;
  }
  return places;
}

// The groups of one address's orders, in sorted `keyed`.
void add_groups(const OrderBook& book, const Policies& policies, Instant now,
                std::span<const Keyed> keyed,
                std::vector<CombinedGroup>& groups) {
  std::vector<Candidate> candidates;
  candidates.reserve(keyed.size());
  for (const Keyed& one : keyed) {
    OrderFacts facts = order_facts(book, one.order, policies.of(one.order));
    if (!facts.left && !facts.status_unknown)
      candidates.push_back({&one, std::move(facts)});
  }
  for (const auto& [first, last] : places_of(candidates)) {
    const std::span<Candidate> place(candidates.data() + first, last - first);
    const auto open =
        std::count_if(place.begin(), place.end(),
                      [](const Candidate& one) { return one.facts.open(); });
    if (open == 0) continue;
    std::vector<OrderFacts> orders;
    orders.reserve(place.size());
    const std::string* safe = nullptr;
    bool varies = false;
    for (Candidate& one : place) {
      if (open > 1 && !one.facts.open()) continue;
      orders.push_back(std::move(one.facts));
      if (safe == nullptr) safe = &one.keyed->safe;
      varies = varies || one.keyed->safe != *safe;
    }
    compact_sort(orders, [](const OrderFacts& a, const OrderFacts& b) {
      return a.order < b.order;
    });
    groups.push_back(judged(book, policies, now, std::move(orders), varies));
  }
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
  PlaceKey key;
  const auto keys_in = [&](const OrderInArea& one) -> const AddressKeys* {
    const AddressKeys* const keys = address_keys(book, one.order, key);
    // Of an order with two areas, its keys are of one of them.
    return keys != nullptr && key.place() == one.place ? keys : nullptr;
  };
  // The addresses are read as their files have them, what lies together at
  // once, and only a hash is kept of each. Those few that meet are read again.
  std::vector<OrderInArea> read = orders_in_shared_areas(book);
  std::vector<std::uint64_t> hashes;
  hashes.reserve(read.size());
  std::size_t left = 0;
  for (const OrderInArea& one : read) {
    const AddressKeys* const keys = keys_in(one);
    if (keys == nullptr) continue;
    hashes.push_back(text_hash(keys->loose(), one.place));
    read[left++] = one;
  }
  const std::vector<std::uint32_t> sorted = key_sorted(hashes);
  std::vector<Keyed> keyed;  // keeps its memory from one address to the next
  for (std::size_t i = 0; i < sorted.size();) {
    const std::size_t begin = i;
    const std::uint64_t hash = hashes[sorted[begin]];
    while (i < sorted.size() && hashes[sorted[i]] == hash) ++i;
    if (i - begin == 1) continue;
    std::size_t count = 0;
    for (std::size_t k = begin; k < i; ++k) {
      const OrderInArea& one = read[sorted[k]];
      if (count > 0 && keyed[count - 1].order == one.order) continue;
      const AddressKeys* const keys = keys_in(one);
      if (count == keyed.size()) keyed.emplace_back();
      Keyed& its = keyed[count++];
      its.loose = keys->loose();
      its.safe = keys->safe();
      its.prefecture = keys->prefecture();
      its.order = one.order;
    }
    const std::span<Keyed> all(keyed.data(), count);
    compact_sort(all, std::less<>());
    // By the loose key: orders that a person must compare are to meet, too.
    for (std::size_t first = 0; first < count;) {
      std::size_t last = first + 1;
      while (last < count && all[last].loose == all[first].loose) ++last;
      if (last - first > 1) {
        add_groups(book, policies, now, all.subspan(first, last - first),
                   groups.groups_);
      }
      first = last;
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
  std::vector<OrderFacts> facts;
  for (const std::uint32_t order : orders)
    facts.push_back(order_facts(book, order, policies.of(order)));
  return judged(book, policies, now, std::move(facts), varies);
}

const CombinedGroup* CombinedGroups::of(std::uint32_t order) const {
  if (order >= group_of_.size() || group_of_[order] == kNoGroup) return nullptr;
  return &groups_[group_of_[order]];
}

}  // namespace parcelwise
