// One rule, one file, one stable id: what a rule is, and the list of them all.
//
// A rule looks at the facts of one order and finds nothing, or one action with
// an urgency and a due instant. Why (evidence) and what to say (title, steps)
// are worked out later, only for what is shown. How to add one:
// CONTRIBUTING.md.
//
// The table of rules with their conditions is docs/command.md's; each rule
// names the S-number of the seller's FAQ that it stands for.
#ifndef PARCELWISE_RULES_RULE_H_
#define PARCELWISE_RULES_RULE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "combine/groups.h"
#include "journal/progress.h"
#include "orders/marketplace.h"
#include "orders/order_book.h"
#include "orders/order_facts.h"
#include "policy/policy.h"
#include "words/catalogue.h"

namespace parcelwise {

enum class Urgency : std::uint8_t {
  kOverdue,
  kToday,
  kSoon,
  kLater,
  kHold,
  kInfo
};
inline constexpr std::size_t kUrgencies = 6;
std::string_view urgency_name(Urgency urgency);  // "overdue"
std::optional<Urgency> urgency_from_name(std::string_view name);

// An answer to a buyer that waits for something until `due`.
struct FollowUp {
  OrderId order;
  Instant due;
  std::string what;  // in the seller's words: "The buyer's answer is due"
  // Where those are ours, in any language: their path in the catalogue, so that
  // they are told in the reader's.
  std::string_view ours;
};

class RefundLedger;
class Returns;
class StockOuts;
struct Return;

// What all rules of one check share on the orders of one policy.
struct CheckContext {
  CheckContext(const OrderBook& book, const Policies& policies,
               const Policy& policy, Instant now);

  const OrderBook& book;
  const Policies& policies;
  const Policy& policy;  // one of them
  Instant now;
  Day today;          // the marketplace's day that `now` falls on
  Instant today_end;  // its last second
  Instant soon_end;   // the last second of the next business day
  // By report, of those that tell which orders are open: the newest date in it.
  // What it has as open was open then.
  std::vector<std::optional<Instant>> listed_at;
  // Never null: empty until the check has found some.
  const CombinedGroups* groups;
  const StockOuts* stock_outs;
  const Returns* returns;                // what came back
  const RefundLedger* refunds_reported;  // and what went back
  std::span<const FollowUp> follow_ups;  // few: a seller's open cases
  // What happened on this machine; null where no journal is kept.
  const Progress* progress = nullptr;

  // What the journal knows of an order; null where it does not.
  const OrderProgress* progress_of(const OrderFacts& order) const {
    return progress == nullptr ? nullptr : progress->of(order.id);
  }

  // Of a count, which is small, as it is today; nullopt where nobody knows it.
  std::optional<int> limit(PolicyLimit which) const {
    const auto& value = limits_today[static_cast<std::size_t>(which)];
    if (!value) return std::nullopt;
    return static_cast<int>(*value);
  }

  // A guessed deadline is at most soon by itself: nobody may be told that it is
  // late by a date that no report tells.
  Urgency urgency_of_ship_by(const OrderFacts& order) const;

  // overdue: past; today: the same local day; soon: before the end of the next
  // business day; else later.
  Urgency urgency_of(Instant due) const;

  // The two limits for confirming a shipment (S28, docs/rules.md A1, A2);
  // nullopt where nobody knows one.
  std::optional<Instant> confirm_by(
      Instant ship_by) const;  // calendar days: the seed's words
  std::optional<Instant> amazon_by(
      Instant ship_by) const;  // business days: Amazon's own

  // The day of delivered_by (orders/order_facts.h) where no report tells a
  // delivery; nullopt likewise.
  std::optional<Day> delivered_on(Instant ship_by) const;

  // All three hang on the ship-by's day alone, of which a report has few: each
  // is worked out once for as long as no day of the same place in it comes.
  struct DayLimits {
    std::optional<Day> day;
    std::optional<Instant> confirm_by, amazon_by;
    std::optional<Day> delivered_on;
  };
  const DayLimits& limits_of(Instant ship_by) const;
  mutable std::array<DayLimits, 64> kept_limits{};
  // The policy's figures, read once.
  std::array<std::optional<std::int64_t>,
             static_cast<std::size_t>(PolicyLimit::kCount)>
      limits_today;
};

// The outcome of a rule: how urgent, by when, and which of its texts fits.
struct Finding {
  Urgency urgency{};
  std::optional<Instant> due;
  std::uint8_t variant = 0;
};

struct Evidence {
  std::string column;
  std::string value;
};

// Why a rule applies, in the report's own words, and the fields of its texts.
struct Reasons {
  std::vector<Evidence> evidence;
  Fields fields;
  // An instant among the fields, to be written in the reader's language.
  std::vector<std::pair<std::string_view, Instant>> instants;
  std::vector<std::pair<std::string_view, Money>> amounts;
  // A text of the catalogue among the fields, by its path.
  std::vector<std::pair<std::string_view, std::string_view>> texts;
};

struct Rule {
  std::string_view id;
  // Names of the variants, as the catalogues have them, ended by an empty one.
  std::array<std::string_view, 6> variants;
  std::array<std::string_view, 4> sources;  // S-numbers, likewise ended
  std::optional<Finding> (*find)(const OrderFacts&, const CheckContext&);
  void (*explain)(const OrderFacts&, const CheckContext&, const Finding&,
                  Reasons&);
};

// All rules, in the order of docs/command.md's table; those on returns follow
// it.
std::span<const Rule* const> all_rules();
const Rule* find_rule(std::string_view id);
// Those that may find something of the order, as bits by their place in
// all_rules(); any other finds nothing, and is not worth the asking.
//   a gift that was cancelled -> without gift, ship and all of what is to ship
std::uint64_t rules_to_ask(const OrderFacts& order,
                           const CheckContext& context);

// Evidence from a column of the order: the first report that fills it; nothing
// where none does.
void tell(const OrderFacts& order, const CheckContext& context, Column column,
          Reasons& reasons);
// The same from every line of the order, each with its SKU where there are more
// than one: a column of one line alone may be the one that has not moved.
void tell_lines(const OrderFacts& order, const CheckContext& context,
                std::span<const Column> columns, Reasons& reasons);
// The ship-by's own column and, where it was worked out, the day counted to.
void tell_ship_by(const OrderFacts& order, const CheckContext& context,
                  Reasons& reasons);

// The marketplace as field {marketplace}, where it is to be said that a limit
// of its is not known.
void tell_marketplace(const CheckContext& context, Reasons& reasons);

// A return's own columns, those that the report fills.
void tell_return(const Return& returned, const CheckContext& context,
                 std::span<const Column> columns, Reasons& reasons);

std::optional<Instant> due_ship_by(const OrderFacts& order);

}  // namespace parcelwise

#endif  // PARCELWISE_RULES_RULE_H_
