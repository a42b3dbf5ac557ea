// The check: all rules over all orders, sorted into what to do first.
//
//   Check check = Check::run(book, policies, now, {});
//   check.actions()  -> urgency, then due, then money at risk (descending),
//                       then order id, then rule id
//
// The same book, policies and `now` give the same actions, wherever it runs.
// Each order is checked by the policy of its own marketplace.
#ifndef PARCELWISE_RULES_CHECK_H_
#define PARCELWISE_RULES_CHECK_H_

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "orders/returns.h"
#include "orders/stock_outs.h"
#include "refund/ledger.h"
#include "rules/rule.h"

namespace parcelwise {

struct Action {
  std::uint32_t order = 0;  // index in the book
  std::uint8_t rule = 0;    // index in all_rules()
  Urgency urgency{};
  std::uint8_t variant = 0;
  std::uint32_t due_seconds = kNoDue;  // unix seconds

  static constexpr std::uint32_t kNoDue = UINT32_MAX;
  std::optional<Instant> due() const {
    if (due_seconds == kNoDue) return std::nullopt;
    return Instant{due_seconds};
  }
  Finding finding() const { return {urgency, due(), variant}; }
};

struct CheckOptions {
  std::vector<StockLevel> stock;  // SKUs with too few units, if any are known
  std::vector<FollowUp> follow_ups;  // answers to buyers that wait
  // A fold of the journal; must outlive the check. null: no journal is kept.
  const Progress* progress = nullptr;
};

// Orders to ship of which no report told something.
struct MissingFacts {
  std::uint32_t prices = 0;     // what is at stake
  std::uint32_t deadlines = 0;  // the ship-by was counted from the purchase
  std::uint32_t addresses = 0;
  std::uint32_t status = 0;  // shipped since, or cancelled?
};

class Check {
 public:
  // `book` and `policies` must outlive the check.
  static Check run(const OrderBook& book, const Policies& policies, Instant now,
                   const CheckOptions& options);

  const std::vector<Action>& actions() const { return actions_; }
  // Of one order, by its policy.
  const CheckContext& context(std::uint32_t order) const {
    return contexts_[policies().index_of(order)];
  }
  const CheckContext& context_by(Policies::Index policy) const {
    return contexts_[policy];
  }
  // Of no order: by the policy of most.
  const CheckContext& context() const {
    return contexts_[policies().main_index()];
  }
  const Policies& policies() const { return contexts_.front().policies; }
  const CombinedGroups& groups() const { return *groups_; }

  // What the reports tell as refunded.
  const RefundLedger& refunds_reported() const;

  // Actions of a rule by urgency.
  const std::array<std::uint32_t, kUrgencies>& counts(std::size_t rule) const {
    return counts_[rule];
  }

  const MissingFacts& missing_facts() const { return missing_facts_; }

  // Orders by their first action's urgency, and the money at stake in them: one
  // sum a currency, by currency code.
  struct AtRisk {
    std::uint32_t orders = 0;
    std::vector<Money> at_risk;
    void add(const std::optional<Money>& money);
  };
  const AtRisk& at_risk(Urgency urgency) const {
    return at_risk_[static_cast<std::size_t>(urgency)];
  }

  // Orders to ship by the day of their ship-by, in their marketplace's zone.
  //   one due today of 500 yen, one without a price tomorrow
  //     -> 2026-11-20: {1, 500 yen}, 2026-11-21: {1}
  //   nothing is to be shipped -> {}
  const std::map<Day, AtRisk>& ship_by_days() const { return ship_by_days_; }

  OrderFacts facts(std::uint32_t order) const;

  // Whether an action's due date is a guess, counted from the purchase; `facts`
  // are those of its order.
  bool estimated(const Action& action, const OrderFacts& facts) const;

 private:
  std::vector<Action> actions_;
  std::vector<std::array<std::uint32_t, kUrgencies>> counts_;
  std::unique_ptr<CombinedGroups> groups_;
  std::unique_ptr<StockOuts> stock_outs_;
  std::unique_ptr<Returns> returns_;
  std::unique_ptr<std::vector<FollowUp>> follow_ups_;
  mutable std::unique_ptr<RefundLedger> refunds_reported_;
  std::deque<CheckContext> contexts_;  // by policy; never empty
  MissingFacts missing_facts_;
  std::array<AtRisk, kUrgencies> at_risk_;
  std::map<Day, AtRisk> ship_by_days_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_RULES_CHECK_H_
