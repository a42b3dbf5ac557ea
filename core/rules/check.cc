// Runs the rules and sorts what they find; see rules/check.h.
#include "rules/check.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "text/compact_sort.h"
#include "text/key_sort.h"

namespace parcelwise {

void Check::AtRisk::add(const std::optional<Money>& money) {
  ++orders;
  if (!money || money->minor == 0) return;
  const auto place =
      std::lower_bound(at_risk.begin(), at_risk.end(), *money,
                       [](const Money& a, const Money& b) {
                         return a.currency.code() < b.currency.code();
                       });
  if (place == at_risk.end() || !(place->currency == money->currency)) {
    at_risk.insert(place, *money);
  } else if (const auto sum = parcelwise::add(*place, *money)) {
    *place = *sum;
  }
}

Check Check::run(const OrderBook& book, const Policies& policies, Instant now,
                 const CheckOptions& options) {
  Check check;
  for (const Policy& policy : policies.all())
    check.contexts_.emplace_back(book, policies, policy, now);
  check.groups_ = std::make_unique<CombinedGroups>(
      CombinedGroups::find(book, policies, now));
  check.stock_outs_ = std::make_unique<StockOuts>(
      StockOuts::find(book, policies, options.stock));
  check.follow_ups_ =
      std::make_unique<std::vector<FollowUp>>(options.follow_ups);
  check.returns_ = std::make_unique<Returns>(Returns::find(book));
  for (CheckContext& context : check.contexts_) {
    context.groups = check.groups_.get();
    context.stock_outs = check.stock_outs_.get();
    context.follow_ups = *check.follow_ups_;
    context.progress = options.progress;
    context.returns = check.returns_.get();
    context.refunds_reported = &check.refunds_reported();
  }

  const auto rules = all_rules();
  check.counts_.resize(rules.size());
  // Money breaks ties between equal due dates; kept only for this sort.
  std::vector<std::int64_t> at_risk(book.order_count(), -1);
  const auto ship = static_cast<std::size_t>(
      std::find_if(rules.begin(), rules.end(),
                   [](const Rule* rule) { return rule->id == "ship"; }) -
      rules.begin());
  check.actions_.reserve(book.order_count() + book.order_count() / 2);
  for (const std::uint32_t order : book.in_file_order()) {
    const CheckContext& its = check.context(order);
    const OrderFacts facts = order_facts(book, order, its.policy);
    if (facts.at_risk) at_risk[order] = facts.at_risk->minor;
    if (facts.to_ship()) {
      MissingFacts& missing_facts = check.missing_facts_;
      missing_facts.prices += facts.at_risk ? 0u : 1u;
      missing_facts.deadlines +=
          facts.ship_by && facts.ship_by->column != Column::kPurchaseDate ? 0u
                                                                          : 1u;
      missing_facts.addresses += facts.personal_data ? 0u : 1u;
      missing_facts.status += facts.state == OrderState::kUnknown ? 1u : 0u;
    }
    std::optional<Urgency> first;
    for (std::uint64_t ask = rules_to_ask(facts, its); ask != 0;
         ask &= ask - 1) {
      const auto r = static_cast<std::size_t>(std::countr_zero(ask));
      const auto finding = rules[r]->find(facts, its);
      if (!finding) continue;
      Action action;
      action.order = order;
      action.rule = static_cast<std::uint8_t>(r);
      action.urgency = finding->urgency;
      action.variant = finding->variant;
      if (finding->due) {
        action.due_seconds =
            static_cast<std::uint32_t>(finding->due->unix_seconds);
        if (r == ship) {
          const Day day = its.policy.zone().day_of(*finding->due);
          check.ship_by_days_[day].add(facts.at_risk);
        }
      }
      check.actions_.push_back(action);
      first = first ? std::min(*first, action.urgency) : action.urgency;
      ++check.counts_[r][static_cast<std::size_t>(action.urgency)];
    }
    if (first)
      check.at_risk_[static_cast<std::size_t>(*first)].add(facts.at_risk);
  }

  std::vector<std::uint8_t> place(
      rules.size());  // of a rule's id among all ids
  std::vector<std::size_t> by_id(rules.size());
  std::iota(by_id.begin(), by_id.end(), std::size_t{0});
  compact_sort(by_id, [&](std::size_t a, std::size_t b) {
    return rules[a]->id < rules[b]->id;
  });
  for (std::size_t i = 0; i < by_id.size(); ++i) {
    place[by_id[i]] = static_cast<std::uint8_t>(i);
  }
  // By urgency and due date, then the most money, the order, the rule.
  std::vector<std::uint64_t> keys(check.actions_.size());
  const auto key_by = [&](auto key) {
    std::transform(check.actions_.begin(), check.actions_.end(), keys.begin(),
                   key);
  };
  const auto id_bits = std::bit_width(rules.size());
  key_by([&](const Action& action) {
    return std::uint64_t{action.order} << id_bits | place[action.rule];
  });
  std::vector<std::uint32_t> sorted = key_sorted(keys);
  key_by([&](const Action& action) {
    constexpr std::uint64_t kSign = 1ull << 63;  // negative ones come last
    return ~(static_cast<std::uint64_t>(at_risk[action.order]) ^ kSign);
  });
  key_sort(sorted, keys);
  key_by([](const Action& action) {
    return std::uint64_t{static_cast<std::uint8_t>(action.urgency)} << 32 |
           action.due_seconds;
  });
  key_sort(sorted, keys);
  // In place, one round of moves after the other: no second list in memory.
  for (std::uint32_t start = 0; start < sorted.size(); ++start) {
    const Action first = check.actions_[start];
    std::uint32_t to = start;
    for (std::uint32_t from = sorted[to]; from != start; from = sorted[to]) {
      check.actions_[to] = check.actions_[from];
      sorted[to] = to;
      to = from;
    }
    check.actions_[to] = first;
    sorted[to] = to;
  }
  return check;
}

const RefundLedger& Check::refunds_reported() const {
  if (!refunds_reported_) {
    refunds_reported_ = std::make_unique<RefundLedger>(
        RefundLedger::read(context().book, policies()));
  }
  return *refunds_reported_;
}

bool Check::estimated(const Action& action, const OrderFacts& facts) const {
  const auto due = action.due();
  if (!due) return false;
  const CheckContext& its = context(action.order);
  const auto guessed = [&](const OrderFacts& order) {
    return order.ship_by_estimated() &&
           (*due == order.ship_by->at ||
            due == its.confirm_by(order.ship_by->at) ||
            due == its.amazon_by(order.ship_by->at));
  };
  if (guessed(facts)) return true;
  if (all_rules()[action.rule]->id != "combine") return false;
  const CombinedGroup* const group = groups_->of(action.order);
  return group != nullptr && group->ship_by_estimated;
}

OrderFacts Check::facts(std::uint32_t order) const {
  const CheckContext& its = context(order);
  return order_facts(its.book, order, its.policy);
}

}  // namespace parcelwise
