// Filters, searches and sorts rows; see rules/work_list.h.
#include "rules/work_list.h"

#include <algorithm>

#include "text/compact_sort.h"
#include "text/fold.h"
#include "text/key_sort.h"

namespace parcelwise {
namespace {

std::optional<Day> day_of(const Check& check, const Action& action) {
  const auto due = action.due();
  if (!due) return std::nullopt;
  return check.context(action.order).policy.zone().day_of(*due);
}

}  // namespace

WorkList::WorkList(const Check& check) : check_(check) {
  const std::vector<Action>& actions = check.actions();
  std::vector<bool> seen(check.context().book.order_count());
  for (std::uint32_t i = 0; i < actions.size(); ++i) {
    const Action& action = actions[i];
    if (seen[action.order]) continue;
    seen[action.order] = true;
    leading_.push_back(i);
  }
  std::vector<std::uint64_t> orders;
  orders.reserve(actions.size());
  for (const Action& action : actions) orders.push_back(action.order);
  by_order_ = key_sorted(orders);
}

std::vector<std::uint32_t> WorkList::actions_of(std::uint32_t order) const {
  const auto& actions = check_.actions();
  auto first = std::lower_bound(by_order_.begin(), by_order_.end(), order,
                                [&](std::uint32_t i, std::uint32_t wanted) {
                                  return actions[i].order < wanted;
                                });
  std::vector<std::uint32_t> found;
  for (; first != by_order_.end() && actions[*first].order == order; ++first) {
    found.push_back(*first);
  }
  return found;
}

bool WorkList::matches(std::uint32_t order, const std::string& folded) const {
  const OrderBook& book = check_.context().book;
  const auto holds = [&](const std::string& text) {
    return !text.empty() &&
           fold_for_search(text).find(folded) != std::string::npos;
  };
  if (holds(book.order_id(order).text())) return true;
  for (const Column column :
       {Column::kRecipientName, Column::kBuyerName, Column::kBuyerEmail}) {
    if (holds(book.order_cell(order, column))) return true;
  }
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    if (holds(book.item_cell(item, Column::kSku))) return true;
  }
  return false;
}

const std::vector<std::uint32_t>& WorkList::find(const RowQuery& query) {
  if (last_query_ == query) return found_;
  const auto& actions = check_.actions();
  found_.clear();
  const std::string folded = fold_for_search(query.search);
  const auto keep = [&](std::uint32_t i) {
    if (query.urgency && actions[i].urgency != *query.urgency) return;
    if (query.day && day_of(check_, actions[i]) != query.day) return;
    if (query.among &&
        !std::binary_search(query.among->begin(), query.among->end(),
                            actions[i].order)) {
      return;
    }
    if (!folded.empty() && !matches(actions[i].order, folded)) return;
    found_.push_back(i);
  };
  if (query.rule.empty()) {
    for (const std::uint32_t i : leading_) keep(i);
  } else {
    for (std::uint32_t i = 0; i < actions.size(); ++i) {
      if (all_rules()[actions[i].rule]->id == query.rule) keep(i);
    }
  }

  using Sort = RowQuery::Sort;
  // Keys are worked out once: some need the whole order. Equal ones stay in the
  // order they have.
  const auto sort_by = [&](auto key_of) {
    struct Keyed {
      decltype(key_of(0u)) key;
      std::uint32_t place;
      bool operator<(const Keyed& other) const {
        if (key < other.key) return true;
        return !(other.key < key) && place < other.place;
      }
    };
    std::vector<Keyed> keyed;
    keyed.reserve(found_.size());
    for (std::uint32_t i = 0; i < found_.size(); ++i) {
      keyed.push_back({key_of(found_[i]), i});
    }
    compact_sort(keyed, [](const auto& a, const auto& b) { return a < b; });
    std::vector<std::uint32_t> sorted;
    sorted.reserve(found_.size());
    for (const Keyed& row : keyed) sorted.push_back(found_[row.place]);
    found_ = std::move(sorted);
  };
  switch (query.sort) {
    case Sort::kUrgency:
      break;
    case Sort::kDue:
      sort_by([&](std::uint32_t i) { return actions[i].due_seconds; });
      break;
    case Sort::kAtRisk:
      sort_by([&](std::uint32_t i) {
        const auto at_risk = check_.facts(actions[i].order).at_risk;
        return at_risk ? at_risk->minor : std::int64_t{-1};
      });
      break;
    case Sort::kOrderId:
      sort_by([&](std::uint32_t i) { return actions[i].order; });
      break;
    case Sort::kRecipient:
      sort_by([&](std::uint32_t i) {
        return fold_name(check_.context().book.order_cell(
            actions[i].order, Column::kRecipientName));
      });
      break;
  }
  if (query.descending) std::reverse(found_.begin(), found_.end());
  last_query_ = query;
  return found_;
}

}  // namespace parcelwise
