// Rows to orders: each row claims the orders it names, and what every order's
// claims agree on is its number. What names none is then held against the
// recipients of the orders that are left.
#include "tracking/tracking.h"

#include <algorithm>
#include <map>
#include <set>

#include "orders/order_facts.h"
#include "text/compact_sort.h"
#include "text/shortened.h"
#include "tracking/recipients.h"
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
  kProposed,
  kNumber
};

// A row that is to be matched by its recipient.
struct Nameless {
  std::uint32_t file, row;
};

bool comes_before(const Nameless& a, const Nameless& b) {
  return a.file != b.file ? a.file < b.file : a.row < b.row;
}

}  // namespace

class TrackingMatcher {
 public:
  TrackingMatcher(const Check& check,
                  std::span<const TrackingFile* const> files,
                  std::span<const std::vector<OrderId>> groups,
                  const AcceptedProposals& accepted, const OrderSplits& splits)
      : check_(check),
        book_(check.context().book),
        files_(files),
        accepted_(accepted),
        splits_(splits) {
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
    compact_sort(claims_, [](const Claim& a, const Claim& b) {
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
    sort_numbers();
    if (!nameless_.empty()) match_recipients();
    share();
    warn_of_shared();
    tell_deleted();
    count();
    const auto by_place = [](const TrackingNote& a, const TrackingNote& b) {
      return a.file != b.file ? a.file < b.file : a.row < b.row;
    };
    compact_stable_sort(made_.notes_, by_place);
    compact_stable_sort(made_.warnings_, by_place);
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
      if (!row.name.empty()) return nameless_.push_back({f, r});
      return note(file, row,
                  file.by_name || row.key.empty()
                      ? TrackingNoteCode::kNoKey
                      : TrackingNoteCode::kUnknownKey,
                  file.by_name ? file.name_column : file.order_column,
                  file.by_name ? row.name : row.key);
    }
    for (const std::uint32_t order : orders)
      claims_.push_back({order, f, r, pasted});
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
    if (std::any_of(heard.begin(), heard.end(), [this](const Claim& claim) {
          return !units_of(claim).empty();
        })) {
      return settle_parts(heard);
    }
    const Claim* newest = &heard.front();
    for (const Claim& claim : heard) {
      if (row(claim).applied > row(*newest).applied) newest = &claim;
    }
    const bool bought = std::all_of(
        heard.begin(), heard.end(),
        [this](const Claim& claim) { return !row(claim).applied.empty(); });
    const Claim& first = bought ? *newest : heard.front();
    const auto other =
        std::find_if(heard.begin(), heard.end(), [&](const Claim& claim) {
          return row(claim).number != row(first).number &&
                 (!bought || row(claim).applied == row(first).applied);
        });
    if (other != heard.end()) return disagree(heard, first, *other);
    if (const std::string part = part_told(heard); !part.empty())
      return ask_units(heard, row(first).number, part);
    for (const Claim& claim : heard) become(claim, Outcome::kDuplicate);
    become(first, Outcome::kNumber);
    const TrackingRow& from = row(first);
    TrackingNumber number =
        number_of(first.order, first.file, from,
                  from.by_key ? TrackingBy::kKey : TrackingBy::kOrderId);
    // A second file may tell what the first does not.
    for (const Claim& claim : heard) {
      if (number.carrier.empty()) number.carrier = row(claim).carrier;
      if (!number.shipped) number.shipped = day_of(number.order, row(claim));
    }
    keep_number(std::move(number));
  }

  // Several numbers for one order.
  void disagree(std::span<const Claim> heard, const Claim& first,
                const Claim& other) {
    std::vector<std::string> numbers;
    for (const Claim& claim : heard) {
      if (std::find(numbers.begin(), numbers.end(), row(claim).number) ==
          numbers.end()) {
        numbers.push_back(row(claim).number);
      }
    }
    // With fewer units than numbers one of them is wrong.
    const bool parcels = check_.facts(first.order).unshipped >=
                         static_cast<std::int64_t>(numbers.size());
    made_.conflicts_.push_back(first.order);
    for (const Claim& claim : heard) {
      const Claim& against =
          row(claim).number == row(first).number ? other : first;
      refuse_claim(claim,
                   parcels ? TrackingNoteCode::kSeveralNumbers
                           : TrackingNoteCode::kConflict,
                   row(against).number);
    }
    if (parcels) made_.questions_.push_back({first.order, std::move(numbers)});
  }

  // Units that rows of one number tell without an item; 0: none does. Those of
  // a file are added up, and another file tells the same again.
  template <typename Rows>
  std::int64_t told_units(const Rows& rows) const {
    std::int64_t most = 0, of_file = 0;
    std::uint32_t file = 0;
    for (const auto& one : rows) {
      if (one.file != file) of_file = 0;
      file = one.file;
      of_file += files_[file]->read[one.row].quantity;
      most = std::max(most, of_file);
    }
    return most;
  }

  // What rows of one number say of a part of their order and not of which:
  // "2/3" of its units, or "-2", a parcel. "" where it is all of it, as any
  // part is of a single unit.
  std::string part_told(std::span<const Claim> heard) const {
    const std::int64_t units = check_.facts(heard.front().order).unshipped;
    if (units < 2) return {};
    if (const std::int64_t told = told_units(heard); told > 0)
      return told < units ? fraction(told, units) : std::string();
    for (const Claim& claim : heard) {
      if (row(claim).part > 0) return "-" + std::to_string(row(claim).part);
    }
    return {};
  }

  static std::string fraction(std::int64_t told, std::int64_t units) {
    return std::to_string(told) + "/" + std::to_string(units);
  }

  void ask_units(std::span<const Claim> heard, const std::string& number,
                 const std::string& part) {
    made_.conflicts_.push_back(heard.front().order);
    for (const Claim& claim : heard)
      refuse_claim(claim, TrackingNoteCode::kWhichUnits, part);
    made_.questions_.push_back({heard.front().order, {number}});
  }

  void refuse_claim(const Claim& claim, TrackingNoteCode code,
                    std::string other) {
    become(claim, Outcome::kConflict);
    const TrackingFile& file = *files_[claim.file];
    made_.notes_.push_back(
        {file.file, row(claim).row, code, file.number_column, row(claim).number,
         book_.order_id(claim.order).text(), std::move(other)});
  }

  // The line of an order that has no other to ship.
  std::optional<std::uint32_t> only_line(std::uint32_t order) const {
    std::optional<std::uint32_t> only;
    for (std::uint32_t item = book_.first_item(order);
         item < book_.last_item(order); ++item) {
      if (item_units(book_, item).unshipped == 0) continue;
      if (only) return std::nullopt;
      only = item;
    }
    return only;
  }

  // The units that a row says its number is for; none: all of the order, or
  // units of nobody knows which line.
  std::vector<SplitUnits> units_of(const Claim& claim) const {
    const TrackingRow& its = row(claim);
    if (!its.item.empty()) return {{its.item, its.quantity}};
    if (its.quantity > 0) {
      const auto line = only_line(claim.order);
      if (!line || item_units(book_, *line).unshipped == its.quantity)
        return {};
      return {{book_.item_cell(*line, Column::kOrderItemId), its.quantity}};
    }
    const auto split = splits_.find(book_.order_id(claim.order));
    if (its.part == 0 || split == splits_.end()) return {};
    const auto parcel = static_cast<std::size_t>(its.part) - 1;
    return parcel < split->second.size() ? split->second[parcel]
                                         : std::vector<SplitUnits>();
  }

  std::optional<std::uint32_t> item_called(std::uint32_t order,
                                           std::string_view id) const {
    for (std::uint32_t item = book_.first_item(order);
         item < book_.last_item(order); ++item) {
      if (book_.item_cell(item, Column::kOrderItemId) == id) return item;
    }
    return std::nullopt;
  }

  // Rows that say their units: each counts for these, or none does where they
  // claim the same ones.
  void settle_parts(std::span<const Claim> heard) {
    const std::uint32_t order = heard.front().order;
    struct Unit {
      const Claim* claim;
      std::uint32_t item;
      int quantity;
    };
    std::vector<Unit> units;
    std::vector<const Claim*> whole;
    for (const Claim& claim : heard) {
      const std::vector<SplitUnits> its = units_of(claim);
      if (its.empty()) whole.push_back(&claim);
      for (const SplitUnits& one : its) {
        const auto item = item_called(order, one.item);
        if (!item) {
          refuse_claim(claim, TrackingNoteCode::kNoSuchItem, one.item);
          continue;
        }
        const int quantity = one.quantity > 0
                                 ? one.quantity
                                 : item_units(book_, *item).unshipped;
        const bool again =
            std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
              return unit.item == *item && unit.quantity == quantity &&
                     row(*unit.claim).number == row(claim).number;
            });
        if (again) {
          become(claim, Outcome::kDuplicate);
        } else {
          units.push_back({&claim, *item, quantity});
        }
      }
    }
    // What is said twice, or goes beyond what is to be shipped, counts for
    // nothing.
    std::map<std::uint32_t, std::int64_t> claimed;
    for (const Unit& unit : units) claimed[unit.item] += unit.quantity;
    std::erase_if(units, [&](const Unit& unit) {
      const int left = item_units(book_, unit.item).unshipped;
      if (claimed[unit.item] <= left) return false;
      refuse_claim(*unit.claim, TrackingNoteCode::kTooManyUnits,
                   std::to_string(left));
      return true;
    });
    const Claim* against = nullptr;
    for (const Claim* const claim : whole) {
      const bool theirs =
          std::any_of(units.begin(), units.end(), [&](const Unit& unit) {
            return row(*unit.claim).number == row(*claim).number;
          });
      if (theirs)
        become(*claim, Outcome::kDuplicate);
      else
        against = claim;
    }
    if (against != nullptr || units.empty()) {
      made_.conflicts_.push_back(order);
      for (const Unit& unit : units) {
        refuse_claim(*unit.claim, TrackingNoteCode::kConflict,
                     row(*against).number);
      }
      for (const Claim* const claim : whole) {
        refuse_claim(
            *claim, TrackingNoteCode::kConflict,
            units.empty() ? std::string() : row(*units.front().claim).number);
      }
      return;
    }
    const auto part_of = [&](const Unit& unit) {
      const TrackingRow& from = row(*unit.claim);
      return TrackingPart{
          number_of(order, unit.claim->file, from,
                    from.by_key ? TrackingBy::kKey : TrackingBy::kOrderId),
          unit.item, unit.quantity};
    };
    compact_stable_sort(
        units, [](const Unit& a, const Unit& b) { return a.item < b.item; });
    std::set<std::string_view> looked_at;
    for (const Unit& unit : units) {
      become(*unit.claim, Outcome::kNumber);
      made_.parts_.push_back(part_of(unit));
      if (looked_at.insert(row(*unit.claim).number).second)
        look_at_digit(made_.parts_.back().number);
    }
    made_.numbers_.push_back(part_of(units.front()).number);
  }

  std::optional<Day> day_of(std::uint32_t order,
                            const TrackingRow& from) const {
    if (!from.shipped_at) return from.shipped;
    return check_.context(order).policy.zone().day_of(*from.shipped_at);
  }

  TrackingNumber number_of(std::uint32_t order, std::uint32_t file,
                           const TrackingRow& from, TrackingBy by) const {
    TrackingNumber number{order,
                          file,
                          from.row,
                          from.number,
                          from.carrier,
                          from.service,
                          day_of(order, from),
                          {},
                          by};
    if (number.shipped || from.days.empty()) return number;
    // Of several readings the one that can be.
    const Zone& zone = check_.context(order).policy.zone();
    const Day today = zone.day_of(check_.context().now);
    const auto purchase = check_.facts(order).purchase;
    std::vector<Day> days;
    for (const Day day : from.days) {
      const bool before = purchase && day < zone.day_of(*purchase);
      if (!before && !(today < day)) days.push_back(day);
    }
    if (days.size() == 1) {
      number.shipped = days.front();
    } else {
      number.unclear_day = from.unclear_day;
    }
    return number;
  }

  void keep_number(TrackingNumber number) {
    look_at_digit(number);
    made_.numbers_.push_back(std::move(number));
  }

  // Of a carrier that no file tells nobody knows yet; the confirmation asks
  // again.
  void look_at_digit(const TrackingNumber& number) {
    if (check_digit_holds(number.number, number.carrier)) return;
    const TrackingFile& file = *files_[number.file];
    made_.warnings_.push_back({file.file,
                               number.row,
                               TrackingNoteCode::kCheckDigit,
                               file.number_column,
                               number.number,
                               book_.order_id(number.order).text(),
                               {}});
  }

  void match_recipients() {
    const Recipients recipients(check_);
    // Rows by the shipment that they would be of.
    std::map<std::vector<std::uint32_t>, std::vector<Nameless>> pools;
    for (const Nameless& one : nameless_) {
      const TrackingFile& file = *files_[one.file];
      const TrackingRow& row = file.read[one.row];
      RecipientMatch match = recipients.find(row, file.postal_codes);
      const auto say = [&](TrackingNoteCode code) {
        note(file, row, code, file.name_column, row.name);
      };
      const bool known =
          match.other_phone || match.other_postal_code || match.no_postal_code;
      if (match.orders.empty() && !known && !file.by_name && !row.key.empty()) {
        note(file, row, TrackingNoteCode::kUnknownKey, file.order_column,
             row.key);
        continue;
      }
      if (match.orders.empty()) {
        say(match.other_phone         ? TrackingNoteCode::kOtherPhone
            : match.other_postal_code ? TrackingNoteCode::kOtherPostalCode
            : match.no_postal_code    ? TrackingNoteCode::kNoPostalCode
                                      : TrackingNoteCode::kNoSuchName);
        continue;
      }
      const auto repeated = [&](std::uint32_t order) {
        const TrackingNumber* const its = made_.find(order);
        return its != nullptr && its->number == row.number;
      };
      if (std::any_of(match.orders.begin(), match.orders.end(), repeated)) {
        become(one, Outcome::kDuplicate);
        continue;
      }
      std::erase_if(match.orders, [&](std::uint32_t order) {
        return made_.find(order) != nullptr || made_.in_conflict(order);
      });
      if (match.orders.empty()) {
        say(TrackingNoteCode::kHasNumber);
      } else if (!one_parcel(match.orders)) {
        say(TrackingNoteCode::kNameTwice);
      } else {
        pools[std::move(match.orders)].push_back(one);
      }
    }
    std::vector<TrackingNumber> taken;
    for (auto& [orders, rows] : pools) propose(orders, rows, taken);
    for (TrackingNumber& number : taken) keep_number(std::move(number));
    sort_numbers();
    compact_sort(made_.proposals_,
                 [](const TrackingProposal& a, const TrackingProposal& b) {
                   return a.number.order < b.number.order;
                 });
  }

  // The rows of one shipment: one number, or none of them.
  void propose(const std::vector<std::uint32_t>& orders,
               std::vector<Nameless>& rows,
               std::vector<TrackingNumber>& taken) {
    compact_sort(rows, comes_before);
    const auto number = [this](const Nameless& one) -> const std::string& {
      return files_[one.file]->read[one.row].number;
    };
    // Of Click Post's rows the one bought last counts (docs/carriers.md 3.3).
    const auto applied = [this](const Nameless& one) -> const std::string& {
      return files_[one.file]->read[one.row].applied;
    };
    if (std::none_of(rows.begin(), rows.end(), [&](const Nameless& one) {
          return applied(one).empty();
        })) {
      compact_stable_sort(rows, [&](const Nameless& a, const Nameless& b) {
        return applied(a) > applied(b);
      });
    }
    if (std::any_of(rows.begin(), rows.end(), [&](const Nameless& one) {
          return number(one) != number(rows.front()) &&
                 (applied(rows.front()).empty() ||
                  applied(one) == applied(rows.front()));
        })) {
      for (const Nameless& one : rows) {
        const TrackingFile& file = *files_[one.file];
        note(file, file.read[one.row], TrackingNoteCode::kSeveralRows,
             file.name_column, file.read[one.row].name);
      }
      return;
    }
    std::int64_t units = 0;
    for (const std::uint32_t order : orders)
      units += check_.facts(order).unshipped;
    if (const std::int64_t told = told_units(rows); told > 0 && told < units) {
      for (const Nameless& one : rows) {
        refuse_claim({orders.front(), one.file, one.row, false},
                     TrackingNoteCode::kWhichUnits, fraction(told, units));
      }
      return;
    }
    const TrackingFile& file = *files_[rows.front().file];
    const TrackingRow& row = file.read[rows.front().row];
    const TrackingBy by =
        file.postal_codes ? TrackingBy::kNameAndPostalCode : TrackingBy::kName;
    Outcome outcome = Outcome::kProposed;
    for (const std::uint32_t order : orders) {
      TrackingNumber its = number_of(order, rows.front().file, row, by);
      const auto accepted = accepted_.numbers.find(book_.order_id(order));
      if (accepted_.all || (accepted != accepted_.numbers.end() &&
                            accepted->second == its.number)) {
        outcome = Outcome::kNumber;
        taken.push_back(std::move(its));
      } else {
        made_.proposals_.push_back({std::move(its), row.name, row.postal_code});
      }
    }
    become(rows.front(), outcome);
    for (std::size_t i = 1; i < rows.size(); ++i)
      become(rows[i], Outcome::kDuplicate);
  }

  void become(const Nameless& one, Outcome outcome) {
    outcomes_[one.file][one.row] = outcome;
  }

  // A deleted slip whose order has no other.
  void tell_deleted() {
    for (const TrackingFile* const file : files_) {
      for (const TrackingNote& slip : file->deleted_rows) {
        const auto id = OrderId::parse(slip.order);
        const auto order = id ? book_.find(*id) : std::nullopt;
        if (order && made_.find(*order) == nullptr)
          made_.notes_.push_back(slip);
      }
    }
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
      if (made_.parts_of(number.order).empty())
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
    sort_numbers();
  }

  void sort_numbers() {
    compact_sort(made_.numbers_,
                 [](const TrackingNumber& a, const TrackingNumber& b) {
                   return a.order < b.order;
                 });
  }

  void warn_of_shared() {
    std::vector<const TrackingNumber*> by_number;
    for (const TrackingNumber& number : made_.numbers_)
      by_number.push_back(&number);
    compact_stable_sort(by_number,
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
      counts.deleted = file.deleted;
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
          case Outcome::kProposed:
            ++counts.proposed;
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
            std::string_view value) {
    made_.notes_.push_back(
        {file.file, row.row, code, column, shortened(value), {}, row.number});
  }

  const Check& check_;
  const OrderBook& book_;
  std::span<const TrackingFile* const> files_;
  std::map<std::uint32_t, std::uint32_t> group_of_;
  const AcceptedProposals& accepted_;
  const OrderSplits& splits_;
  std::vector<Claim> claims_;
  std::vector<Nameless> nameless_;
  std::vector<std::vector<Outcome>> outcomes_;
  TrackingNumbers made_;
};

TrackingNumbers TrackingNumbers::match(
    const Check& check, std::span<const TrackingFile* const> files,
    std::span<const std::vector<OrderId>> groups,
    const AcceptedProposals& accepted, const OrderSplits& splits) {
  return TrackingMatcher(check, files, groups, accepted, splits).match();
}

}  // namespace parcelwise
