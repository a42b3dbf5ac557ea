// Holds planned refunds against told ones, order by order; see refund/done.h.
#include "refund/done.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "refund/shares.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

// A line of the order, or one of its concessions.
struct Place {
  std::uint32_t item = NotCounted::kNoItem;
  std::size_t concession = kConcessions;
  bool operator==(const Place&) const = default;
};

struct ToldSum {
  Place place;
  std::int64_t minor = 0;
  const ToldRefund* refund = nullptr;
};

// What a planned refund gives at one place.
struct PlannedPart {
  Place place;
  std::vector<std::int64_t> sums;  // that it may have come to
  std::int64_t most() const {
    return *std::max_element(sums.begin(), sums.end());
  }
  void may_be(std::int64_t sum) {
    if (sum > 0 && std::find(sums.begin(), sums.end(), sum) == sums.end())
      sums.push_back(sum);
  }
};

struct Planned {
  std::size_t request = 0;
  std::optional<Day> made;
  std::vector<PlannedPart> parts;

  bool may_be(const PlannedPart& part, const ToldSum& told) const {
    if (!(part.place == told.place)) return false;
    // Days of two zones: a day between them makes it sure.
    const auto& posted = told.refund->posted;
    return !(made && posted && *posted + 1 < *made);
  }
  bool same_as(const Planned& other) const {
    return made == other.made &&
           std::equal(parts.begin(), parts.end(), other.parts.begin(),
                      other.parts.end(),
                      [](const PlannedPart& a, const PlannedPart& b) {
                        return a.place == b.place &&
                               std::is_permutation(a.sums.begin(), a.sums.end(),
                                                   b.sums.begin(),
                                                   b.sums.end());
                      });
  }
};

// The planned refunds of one order against what is told of it: a search that
// takes back what leads nowhere, and ends after so many steps.
class Matching {
 public:
  Matching(std::span<const Planned> planned, std::span<const ToldSum> told)
      : planned_(planned), told_(told), found_(planned.size()) {
    std::size_t parts = 0;
    for (const Planned& one : planned_) {
      first_part_.push_back(parts);
      parts += one.parts.size();
    }
    room_.assign(parts + 1, 0);
    for (std::size_t i = planned_.size(), at = parts; i-- > 0;) {
      for (std::size_t p = planned_[i].parts.size(); p-- > 0; --at)
        room_[at - 1] = room_[at] + planned_[i].parts[p].most();
    }
    for (const ToldSum& one : told_) all_ += one.minor;
  }

  // By planned refund, the told sum of each of its parts; empty: not done.
  std::vector<std::vector<std::size_t>> find() && {
    search(false);
    if (best_ < all_ && planned_.size() > 1) search(true);
    return std::move(found_);
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;
  static constexpr std::size_t kMostSteps = 20'000;
  struct Choice {
    std::size_t told;  // kNone: the refund is not done
    std::int64_t minor;
  };
  struct Step {
    std::size_t refund, part;
    std::vector<Choice> choices;
    std::size_t next = 0;
  };

  void search(bool shared) {
    shared_ = shared;
    left_.clear();
    for (const ToldSum& one : told_) left_.push_back(one.minor);
    skipped_.assign(planned_.size(), false);
    open_ = explained_ = 0;
    // Ends what a plan made for it would keep at for ever.
    std::size_t most = kMostSteps + 4 * room_.size();
    std::vector<Step> steps;
    steps.push_back(step_at(0, 0));
    while (!steps.empty() && most-- > 0) {
      Step& step = steps.back();
      if (step.next > 0) take_back(step.refund, step.choices[step.next - 1]);
      if (step.next == step.choices.size()) {
        steps.pop_back();
        continue;
      }
      const Choice choice = step.choices[step.next++];
      take(step.refund, choice);
      std::size_t refund = step.refund, part = step.part + 1;
      if (choice.told == kNone || part == planned_[refund].parts.size()) {
        ++refund;
        part = 0;
      }
      if (refund == planned_.size()) {
        if (open_ == 0 && explained_ > best_) note(steps);
        if (best_ == all_) return;
        continue;
      }
      // No better than what was found, or a shared sum that stays open.
      const std::int64_t room = room_[first_part_[refund] + part];
      if (explained_ + room <= best_ || open_ > room) continue;
      steps.push_back(step_at(refund, part));
    }
  }

  Step step_at(std::size_t refund, std::size_t part) const {
    Step step{refund, part, {}};
    const Planned& planned = planned_[refund];
    // Of equal refunds the first ones are done.
    const bool skips = part == 0 && (!may_be_done(planned) ||
                                     (refund > 0 && skipped_[refund - 1] &&
                                      planned.same_as(planned_[refund - 1])));
    if (!skips) {
      add_choices(planned, planned.parts[part], true, step.choices);
      if (shared_)
        add_choices(planned, planned.parts[part], false, step.choices);
    }
    if (part == 0) step.choices.push_back({kNone, 0});
    return step;
  }

  void add_choices(const Planned& planned, const PlannedPart& part, bool whole,
                   std::vector<Choice>& choices) const {
    for (const std::int64_t minor : part.sums) {
      for (std::size_t t = 0; t < told_.size(); ++t) {
        if (whole ? left_[t] != minor : left_[t] <= minor) continue;
        if (!planned.may_be(part, told_[t])) continue;
        const bool known =
            std::any_of(choices.begin(), choices.end(), [&](const Choice& one) {
              return one.minor == minor && left_[one.told] == left_[t] &&
                     told_[one.told].refund->posted == told_[t].refund->posted;
            });
        if (!known) choices.push_back({t, minor});
      }
    }
  }

  // Whether there is a told sum for each of its parts.
  bool may_be_done(const Planned& planned) const {
    return std::all_of(planned.parts.begin(), planned.parts.end(),
                       [&](const PlannedPart& part) {
                         std::vector<Choice> choices;
                         add_choices(planned, part, true, choices);
                         if (choices.empty() && shared_)
                           add_choices(planned, part, false, choices);
                         return !choices.empty();
                       });
  }

  void take(std::size_t refund, const Choice& choice) {
    if (choice.told == kNone) {
      skipped_[refund] = true;
      return;
    }
    std::int64_t& left = left_[choice.told];
    if (left == told_[choice.told].minor) open_ += left;
    left -= choice.minor;
    open_ -= choice.minor;
    explained_ += choice.minor;
  }
  void take_back(std::size_t refund, const Choice& choice) {
    if (choice.told == kNone) {
      skipped_[refund] = false;
      return;
    }
    std::int64_t& left = left_[choice.told];
    left += choice.minor;
    open_ += choice.minor;
    if (left == told_[choice.told].minor) open_ -= left;
    explained_ -= choice.minor;
  }

  void note(const std::vector<Step>& steps) {
    best_ = explained_;
    for (std::vector<std::size_t>& one : found_) one.clear();
    for (const Step& step : steps) {
      const std::size_t told = step.choices[step.next - 1].told;
      if (told != kNone) found_[step.refund].push_back(told);
    }
  }

  std::span<const Planned> planned_;
  std::span<const ToldSum> told_;
  std::vector<std::size_t> first_part_;  // of each planned refund
  std::vector<std::int64_t> room_;       // most that each part on may come to
  std::vector<std::vector<std::size_t>> found_;
  std::int64_t all_ = 0, best_ = 0;

  bool shared_ = false;
  std::vector<std::int64_t> left_;  // of each told sum
  std::vector<bool> skipped_;       // planned refunds
  std::int64_t open_ = 0;           // left of the sums that were begun
  std::int64_t explained_ = 0;
};

// The planned refunds of one order, in the plan's order.
class PlannedRefunds {
 public:
  PlannedRefunds(const OrderBook& book, const Policy& policy, Instant now)
      : book_(book), policy_(policy), now_(now) {}

  void add(std::size_t number, const RefundRequest& request) {
    std::vector<PlannedPart> parts = parts_of(request);
    if (parts.empty()) return;
    Planned one{number, std::nullopt, std::move(parts)};
    if (const auto stamp = parse_stamp(request.made); stamp)
      one.made = policy_.zone().day_of(stamp->at);
    planned_.push_back(std::move(one));
  }

  std::span<const Planned> all() const { return planned_; }

 private:
  static constexpr std::size_t kMostLines = 1'000;  // worked out for a request

  tl::expected<Refund, RefundError> made_after(
      const RefundLedger& before, const RefundRequest& request) const {
    return refund_order({book_, policy_, now_, before, true}, request);
  }

  std::vector<PlannedPart> parts_of(const RefundRequest& request) {
    std::vector<PlannedPart> parts;
    const auto first = made_after(RefundLedger(), request);
    if (!first) return parts;
    if (const auto& given = first->concession) {
      parts.push_back(
          {{NotCounted::kNoItem, static_cast<std::size_t>(given->kind)},
           {given->minor}});
      return parts;
    }
    for (const RefundLine& line : first->lines) {
      if (line.total() > 0) parts.push_back({{item_of(*first, line)}, {}});
    }
    if (const auto in_turn = made_after(planned_before_, request)) {
      for (const RefundLine& line : in_turn->lines)
        note(item_of(*in_turn, line), line, parts);
      add_refund(planned_before_, *in_turn);
    }
    for (const RefundLine& line : first->lines)
      note(item_of(*first, line), line, parts);
    note_after_units(*first, parts);
    return parts;
  }

  // What it comes to after each number of units that can have gone before it.
  void note_after_units(const Refund& first,
                        std::vector<PlannedPart>& parts) const {
    // Each try works all lines out: of a long order fewer are made.
    const std::size_t most_tried =
        kMostLines / (first.charges.lines.size() + 1);
    std::size_t most = 0;
    for (const RefundLine& line : first.lines)
      most = std::max(most, units_beside(first, line));
    for (std::size_t gone = 1; gone <= std::min(most, most_tried); ++gone) {
      RefundLedger before;
      for (const RefundLine& line : first.lines) {
        const ChargedLine& charged = first.charges.lines[line.line];
        Refunded refunded;
        refunded.units =
            static_cast<int>(std::min(gone, units_beside(first, line)));
        give_units(charged, Refunded(), kItemPart, refunded.units,
                   refunded.amounts);
        before.add(charged.item, refunded);
      }
      const auto later = made_after(before, first.request);
      if (!later) continue;
      for (const RefundLine& line : later->lines) {
        const bool same = std::any_of(
            first.lines.begin(), first.lines.end(), [&](const RefundLine& one) {
              return one.line == line.line && one.quantity == line.quantity;
            });
        if (same) note(item_of(*later, line), line, parts);
      }
    }
  }

  // Units of the line that the refund leaves.
  static std::size_t units_beside(const Refund& refund,
                                  const RefundLine& line) {
    const int units = refund.charges.lines[line.line].units;
    return line.quantity > 0
               ? static_cast<std::size_t>(std::max(units - line.quantity, 0))
               : 0;
  }

  static std::uint32_t item_of(const Refund& refund, const RefundLine& line) {
    return refund.charges.lines[line.line].item;
  }

  static void note(std::uint32_t item, const RefundLine& line,
                   std::vector<PlannedPart>& parts) {
    for (PlannedPart& part : parts) {
      if (part.place.item == item) part.may_be(line.total());
    }
  }

  const OrderBook& book_;
  const Policy& policy_;
  Instant now_;
  RefundLedger planned_before_;  // by the plan's own refunds of the order
  std::vector<Planned> planned_;
};

std::vector<ToldSum> told_sums(std::span<const ToldRefund> told) {
  std::vector<ToldSum> sums;
  for (const ToldRefund& one : told) {
    if (one.minor > 0) sums.push_back({{one.item}, one.minor, &one});
    for (std::size_t c = 0; c < kConcessions; ++c) {
      if (one.conceded[c] > 0)
        sums.push_back({{NotCounted::kNoItem, c}, one.conceded[c], &one});
    }
  }
  return sums;
}

}  // namespace

std::vector<RowsNamed> done_refunds(const OrderBook& book,
                                    const Policies& policies, Instant now,
                                    const RefundLedger& reported,
                                    std::span<const RefundRequest> requests) {
  std::vector<RowsNamed> rows(requests.size());
  std::vector<std::pair<std::uint32_t, std::size_t>> by_order;
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const auto order = book.find(requests[i].order);
    if (order && !requests[i].accept_done && !reported.told_of(*order).empty())
      by_order.emplace_back(*order, i);
  }
  compact_sort(by_order);
  for (std::size_t i = 0; i < by_order.size();) {
    const std::uint32_t order = by_order[i].first;
    PlannedRefunds planned(book, policies.of(order), now);
    for (; i < by_order.size() && by_order[i].first == order; ++i)
      planned.add(by_order[i].second, requests[by_order[i].second]);
    if (planned.all().empty()) continue;
    const std::vector<ToldSum> told = told_sums(reported.told_of(order));
    const auto found = Matching(planned.all(), told).find();
    for (std::size_t k = 0; k < found.size(); ++k) {
      for (const std::size_t t : found[k]) {
        const ToldRefund& one = *told[t].refund;
        rows[planned.all()[k].request].add(book.reports()[one.report]->file,
                                           one.row);
      }
    }
  }
  return rows;
}

}  // namespace parcelwise
