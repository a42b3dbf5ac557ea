// Rows to orders: each row claims the orders it names, and what every order's
// claims agree on is its number.
#include "tracking/tracking.h"

#include <algorithm>
#include <map>

#include "orders/order_facts.h"
#include "text/fold.h"
#include "text/shortened.h"
#include "tracking/tracking_number.h"

namespace parcelwise {
namespace {

constexpr std::uint32_t kAlone = UINT32_MAX;

// One row's word on one order.
struct Claim {
  std::uint32_t order, file, row;  // `row` is an index of TrackingFile::read
  bool pasted;
};

enum class Outcome : std::uint8_t {
  kUnmatched,
  kDuplicate,
  kConflict,
  kNumber
};

}  // namespace

class TrackingMatcher {
 public:
  TrackingMatcher(const Check& check,
                  std::span<const TrackingFile* const> files,
                  std::span<const std::vector<OrderId>> groups)
      : check_(check), book_(check.context().book), files_(files) {
    for (std::uint32_t g = 0; g < groups.size(); ++g) {
      for (const OrderId& id : groups[g]) {
        const auto order = book_.find(id);
        if (order) group_of_.emplace(*order, g);
      }
    }
  }

  TrackingNumbers match() {
    outcomes_.resize(files_.size());
    for (std::uint32_t f = 0; f < files_.size(); ++f) {
      outcomes_[f].assign(files_[f]->read.size(), Outcome::kUnmatched);
      for (std::uint32_t r = 0; r < files_[f]->read.size(); ++r) claim(f, r);
    }
    std::sort(claims_.begin(), claims_.end(),
              [](const Claim& a, const Claim& b) {
                if (a.order != b.order) return a.order < b.order;
                if (a.pasted != b.pasted) return a.pasted;
                if (a.file != b.file)
                  return (a.file < b.file) != a.pasted;  // last pasted first
                return a.row < b.row;
              });
    for (std::size_t i = 0; i < claims_.size();) {
      std::size_t end = i;
      while (end < claims_.size() && claims_[end].order == claims_[i].order)
        ++end;
      settle({claims_.data() + i, end - i});
      i = end;
    }
    share();
    warn_of_shared();
    count();
    const auto by_place = [](const TrackingNote& a, const TrackingNote& b) {
      return a.file != b.file ? a.file < b.file : a.row < b.row;
    };
    std::stable_sort(made_.notes_.begin(), made_.notes_.end(), by_place);
    std::stable_sort(made_.warnings_.begin(), made_.warnings_.end(), by_place);
    return std::move(made_);
  }

 private:
  const TrackingRow& row(const Claim& claim) const {
    return files_[claim.file]->read[claim.row];
  }

  void claim(std::uint32_t f, std::uint32_t r) {
    const TrackingFile& file = *files_[f];
    const TrackingRow& row = file.read[r];
    const bool pasted = file.form == TrackingForm::kLines;
    std::vector<std::uint32_t> orders;
    for (const OrderId& id : row.orders) {
      const auto order = book_.find(id);
      if (!order) {
        return note(file, row, TrackingNoteCode::kNoSuchOrder,
                    file.order_column, id.text());
      }
      orders.push_back(*order);
    }
    if (row.orders.empty()) {
      if (!file.by_name) {
        return note(file, row,
                    row.key.empty() ? TrackingNoteCode::kNoKey
                                    : TrackingNoteCode::kUnknownKey,
                    file.order_column, row.key);
      }
      if (row.name.empty()) {
        return note(file, row, TrackingNoteCode::kNoKey, file.name_column,
                    row.name);
      }
      orders = going_to(row);
      if (orders.empty()) {
        return note(file, row, TrackingNoteCode::kNoSuchName, file.name_column,
                    row.name);
      }
      if (!one_parcel(orders)) {
        return note(file, row, TrackingNoteCode::kNameTwice, file.name_column,
                    row.name);
      }
    }
    for (const std::uint32_t order : orders)
      claims_.push_back({order, f, r, pasted});
  }

  // Orders that may be shipped to that name and were there when the parcel
  // left.
  std::vector<std::uint32_t> going_to(const TrackingRow& row) {
    if (!names_read_) read_names();
    std::vector<std::uint32_t> orders;
    const auto found = names_.find(fold_name(row.name));
    if (found == names_.end()) return orders;
    for (const std::uint32_t order : found->second) {
      const auto purchase = check_.facts(order).purchase;
      const Zone& zone = check_.context().policy.zone();
      if (row.shipped && purchase && *row.shipped < zone.day_of(*purchase))
        continue;
      orders.push_back(order);
    }
    return orders;
  }

  void read_names() {
    names_read_ = true;
    for (std::uint32_t order = 0; order < book_.order_count(); ++order) {
      if (!check_.facts(order).to_ship()) continue;
      const std::string name = book_.order_cell(order, Column::kRecipientName);
      if (!name.empty()) names_[fold_name(name)].push_back(order);
    }
  }

  std::uint32_t group_of(std::uint32_t order) const {
    const auto found = group_of_.find(order);
    return found == group_of_.end() ? kAlone : found->second;
  }

  bool one_parcel(const std::vector<std::uint32_t>& orders) const {
    if (orders.size() == 1) return true;
    const std::uint32_t group = group_of(orders[0]);
    return group != kAlone &&
           std::all_of(orders.begin(), orders.end(),
                       [&](std::uint32_t o) { return group_of(o) == group; });
  }

  // All claims on one order, the pasted first: those of the last paste go
  // before all.
  void settle(std::span<const Claim> claims) {
    const Claim& best = claims.front();
    const auto rest =
        std::find_if(claims.begin(), claims.end(), [&](const Claim& claim) {
          return best.pasted && (!claim.pasted || claim.file != best.file);
        });
    const std::span<const Claim> heard(claims.begin(), rest);
    for (const Claim& claim : std::span<const Claim>(rest, claims.end())) {
      become(claim, Outcome::kDuplicate);
    }
    const Claim& first = heard.front();
    const auto other =
        std::find_if(heard.begin(), heard.end(), [&](const Claim& claim) {
          return row(claim).number != row(first).number;
        });
    if (other != heard.end()) {
      made_.conflicts_.push_back(first.order);
      for (const Claim& claim : heard) {
        const Claim& against =
            row(claim).number == row(first).number ? *other : first;
        become(claim, Outcome::kConflict);
        const TrackingFile& file = *files_[claim.file];
        made_.notes_.push_back(
            {file.file, row(claim).row, TrackingNoteCode::kConflict,
             file.number_column, row(claim).number,
             book_.order_id(claim.order).text(), row(against).number});
      }
      return;
    }
    for (const Claim& claim : heard.subspan(1))
      become(claim, Outcome::kDuplicate);
    become(first, Outcome::kNumber);
    const TrackingRow& from = row(first);
    TrackingNumber number{first.order,  first.file,   from.row,    from.number,
                          from.carrier, from.service, from.shipped};
    // A second file may tell what the first does not.
    for (const Claim& claim : heard) {
      if (number.carrier.empty()) number.carrier = row(claim).carrier;
      if (!number.shipped) number.shipped = row(claim).shipped;
    }
    const TrackingFile& file = *files_[first.file];
    if (!check_digit_holds(number.number, number.carrier)) {
      made_.warnings_.push_back({file.file,
                                 from.row,
                                 TrackingNoteCode::kCheckDigit,
                                 file.number_column,
                                 number.number,
                                 book_.order_id(first.order).text(),
                                 {}});
    }
    made_.numbers_.push_back(std::move(number));
  }

  // A row of several orders counts for the best that it gives one of them.
  void become(const Claim& claim, Outcome outcome) {
    Outcome& its = outcomes_[claim.file][claim.row];
    its = std::max(its, outcome);
  }

  // An order of which no row says anything has the number of its parcel.
  void share() {
    std::map<std::uint32_t, const TrackingNumber*> of_group;
    for (const TrackingNumber& number : made_.numbers_) {
      of_group.emplace(group_of(number.order), &number);
    }
    std::vector<TrackingNumber> shared;
    for (const auto& [order, group] : group_of_) {
      const auto its = of_group.find(group);
      if (its == of_group.end() || made_.find(order) != nullptr ||
          made_.in_conflict(order)) {
        continue;
      }
      shared.push_back(*its->second);
      shared.back().order = order;
    }
    for (TrackingNumber& number : shared)
      made_.numbers_.push_back(std::move(number));
    std::sort(made_.numbers_.begin(), made_.numbers_.end(),
              [](const TrackingNumber& a, const TrackingNumber& b) {
                return a.order < b.order;
              });
  }

  void warn_of_shared() {
    std::vector<const TrackingNumber*> by_number;
    for (const TrackingNumber& number : made_.numbers_)
      by_number.push_back(&number);
    std::stable_sort(by_number.begin(), by_number.end(),
                     [](const TrackingNumber* a, const TrackingNumber* b) {
                       return a->number < b->number;
                     });
    const TrackingNumber* first = nullptr;
    for (const TrackingNumber* const number : by_number) {
      if (first == nullptr || first->number != number->number) {
        first = number;
        continue;
      }
      if (one_parcel({first->order, number->order})) continue;
      const TrackingFile& file = *files_[number->file];
      made_.warnings_.push_back({file.file, number->row,
                                 TrackingNoteCode::kSharedNumber,
                                 file.number_column, number->number,
                                 book_.order_id(number->order).text(),
                                 book_.order_id(first->order).text()});
    }
  }

  void count() {
    for (std::size_t f = 0; f < files_.size(); ++f) {
      const TrackingFile& file = *files_[f];
      TrackingCounts counts;
      counts.rows = file.rows;
      counts.blank = file.blank;
      counts.refused = static_cast<std::uint32_t>(file.refused.size());
      for (const TrackingNote& refused : file.refused)
        made_.notes_.push_back(refused);
      for (const Outcome outcome : outcomes_[f]) {
        switch (outcome) {
          case Outcome::kUnmatched:
            ++counts.unmatched;
            break;
          case Outcome::kDuplicate:
            ++counts.duplicates;
            break;
          case Outcome::kConflict:
            ++counts.refused;
            break;
          case Outcome::kNumber:
            ++counts.numbers;
            break;
        }
      }
      made_.counts_.push_back(counts);
    }
  }

  void note(const TrackingFile& file, const TrackingRow& row,
            TrackingNoteCode code, const std::string& column,
            std::string value) {
    made_.notes_.push_back(
        {file.file, row.row, code, column, shortened(value), {}, row.number});
  }

  const Check& check_;
  const OrderBook& book_;
  std::span<const TrackingFile* const> files_;
  std::map<std::uint32_t, std::uint32_t> group_of_;
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> names_;
  bool names_read_ = false;
  std::vector<Claim> claims_;
  std::vector<std::vector<Outcome>> outcomes_;
  TrackingNumbers made_;
};

TrackingNumbers TrackingNumbers::match(
    const Check& check, std::span<const TrackingFile* const> files,
    std::span<const std::vector<OrderId>> groups) {
  return TrackingMatcher(check, files, groups).match();
}

const TrackingNumber* TrackingNumbers::find(std::uint32_t order) const {
  const auto found =
      std::lower_bound(numbers_.begin(), numbers_.end(), order,
                       [](const TrackingNumber& number, std::uint32_t wanted) {
                         return number.order < wanted;
                       });
  return found == numbers_.end() || found->order != order ? nullptr : &*found;
}

bool TrackingNumbers::in_conflict(std::uint32_t order) const {
  return std::binary_search(conflicts_.begin(), conflicts_.end(), order);
}

}  // namespace parcelwise
