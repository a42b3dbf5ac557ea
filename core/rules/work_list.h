// The work list: one row an order, its most urgent action first, filtered,
// searched, sorted and paged here so that a page only ever holds what it shows.
#ifndef PARCELWISE_RULES_WORK_LIST_H_
#define PARCELWISE_RULES_WORK_LIST_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rules/check.h"

namespace parcelwise {

struct RowQuery {
  enum class Sort : std::uint8_t {
    kUrgency,
    kDue,
    kAtRisk,
    kOrderId,
    kRecipient
  };

  std::string rule;  // "" for all: then an order's first action leads
  std::optional<Urgency> urgency;  // of the leading action
  std::optional<Day> day;          // its due, in the marketplace's zone
  std::string search;              // order id, e-mail alias, SKU or name
  Sort sort = Sort::kUrgency;      // the order of actions
  bool descending = false;
  // Only these of the book, sorted; nullopt: all.
  std::optional<std::vector<std::uint32_t>> among;

  friend bool operator==(const RowQuery&, const RowQuery&) = default;
};

class WorkList {
 public:
  // `check` must outlive the list.
  explicit WorkList(const Check& check);

  // Indices into check.actions(): the leading action of each order that the
  // query finds, in its order. The last query's answer is kept, so paging
  // through it costs nothing. Width, case and spaces do not matter in a search.
  const std::vector<std::uint32_t>& find(const RowQuery& query);

  // All actions of an order, most urgent first.
  std::vector<std::uint32_t> actions_of(std::uint32_t order) const;

 private:
  bool matches(std::uint32_t order, const std::string& folded) const;

  const Check& check_;
  std::vector<std::uint32_t> leading_;  // action index, in the order of actions
  // Actions by order: (order, action index), sorted.
  std::vector<std::uint32_t> by_order_;
  std::optional<RowQuery> last_query_;
  std::vector<std::uint32_t> found_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_RULES_WORK_LIST_H_
