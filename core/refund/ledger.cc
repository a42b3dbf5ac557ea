// Gathers told refunds, each once; see refund/ledger.h.
#include "refund/ledger.h"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "orders/order_facts.h"
#include "refund/line_finder.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr std::string_view kUncountedNames[] = {
    "no-such-line", "other-currency", "unknown-kind", "unread-row",
    "equal-events"};

// One told refund of one item.
struct RefundEvent {
  std::uint32_t order = 0, item = 0;
  std::uint32_t report = 0, row = 0;
  ReportKind kind{};
  std::string_view event;
  std::array<std::int64_t, kComponents + 1> minor{};  // the last: no component
  Conceded conceded{};
  int units = -1;

  // A refund's sum is what two kinds of files have in common.
  std::int64_t total() const {
    std::int64_t sum = 0;
    for (std::size_t c = 0; c < minor.size(); ++c) {
      const bool promotion =
          c == static_cast<std::size_t>(Component::kItemPromotion) ||
          c == static_cast<std::size_t>(Component::kShipPromotion);
      sum += promotion ? -minor[c] : minor[c];
    }
    return sum;
  }
  bool same_event(const RefundEvent& other) const {
    return order == other.order && item == other.item && kind == other.kind &&
           event == other.event && minor == other.minor &&
           conceded == other.conceded && units == other.units;
  }
};

bool comes_before(const RefundEvent& a, const RefundEvent& b) {
  if (a.order != b.order) return a.order < b.order;
  if (a.item != b.item) return a.item < b.item;
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.event != b.event) return a.event < b.event;
  if (a.minor != b.minor) return a.minor < b.minor;
  if (a.conceded != b.conceded) return a.conceded < b.conceded;
  if (a.units != b.units) return a.units < b.units;
  if (a.report != b.report) return a.report < b.report;
  return a.row < b.row;
}

// Thousandths of a told currency in minor units of the item's; nullopt where
// the two do not meet.
class MinorUnits {
 public:
  MinorUnits(const OrderBook& book, std::uint32_t item, const Currency& events,
             const Currency& fallback) {
    const auto price = item_money(book, item, Column::kItemPrice, fallback);
    const Currency& own = price ? price->currency : fallback;
    if (events.known() && !(events == own)) return;
    step_ = thousandths_per_minor(own);
  }
  bool known() const { return step_ != 0; }
  bool read(std::int64_t thousandths, std::int64_t& minor) const {
    if (thousandths % step_ != 0) return false;
    minor = thousandths / step_;
    return minor >= -kLargestAmount && minor <= kLargestAmount;
  }

 private:
  std::int64_t step_ = 0;
};

// Of events told by several settlements, the copies in one file are several
// refunds and those in another are the same ones again. An upload has no event:
// each of its rows is a refund of its own, for counting one too few would give
// the money back twice.
std::vector<RefundEvent> once_each(std::vector<RefundEvent> all) {
  compact_sort(all, comes_before);
  std::vector<RefundEvent> kept;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t end = i, most = 0;
    while (end < all.size() && all[end].same_event(all[i])) {
      std::size_t of_report = 0;
      const std::uint32_t report = all[end].report;
      for (; end < all.size() && all[end].same_event(all[i]) &&
             all[end].report == report;
           ++end) {
        ++of_report;
      }
      most = std::max(most, of_report);
    }
    if (all[i].event.empty()) most = end - i;
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(i);
    kept.insert(kept.end(), first, first + static_cast<std::ptrdiff_t>(most));
    i = end;
  }
  return kept;
}

// The day of an event "amzn1:crow:A1 12.11.2026 03:00:00 UTC", or with an ISO
// moment behind the id; nullopt where no word of it is one.
std::optional<Day> posted_day(std::string_view event) {
  for (std::size_t begin = 0; begin < event.size();) {
    const std::size_t end = std::min(event.find(' ', begin), event.size());
    const std::string_view word = event.substr(begin, end - begin);
    begin = end + 1;
    if (word.size() == 10 && word[2] == '.' && word[5] == '.') {
      // As the settlements of Europe write it: the day first.
      const std::string iso = std::string(word.substr(6)) + "-" +
                              std::string(word.substr(3, 2)) + "-" +
                              std::string(word.substr(0, 2));
      if (const auto stamp = parse_stamp(iso)) return stamp->day;
    } else if (const auto stamp = parse_stamp(word)) {
      return stamp->date_only ? stamp->day
                              : Day{static_cast<std::int32_t>(
                                    stamp->at.unix_seconds / kSecondsPerDay)};
    }
  }
  return std::nullopt;
}

constexpr std::size_t kNotRepeated = SIZE_MAX;

// Of amounts, all positive and falling, those that come to `sum` exactly; none
// where they do not, or where that takes more steps to tell.
std::vector<std::size_t> that_sum_to(std::int64_t sum,
                                     std::span<const std::int64_t> amounts,
                                     int& steps) {
  std::vector<std::int64_t> left(amounts.size() + 1, 0);  // from each on
  for (std::size_t i = amounts.size(); i-- > 0;)
    left[i] = std::min(left[i + 1] + amounts[i], kLargestAmount * 1000);
  std::vector<std::size_t> chosen;
  std::size_t at = 0;
  while (sum != 0) {
    if (--steps < 0) return {};
    if (at < amounts.size() && left[at] >= sum) {
      if (amounts[at] <= sum) {
        chosen.push_back(at);
        sum -= amounts[at];
      }
      ++at;
      continue;
    }
    if (chosen.empty()) return {};
    // Without the last one, nor one of the same amount in its stead.
    at = chosen.back();
    const std::int64_t amount = amounts[at];
    chosen.pop_back();
    sum += amount;
    while (at < amounts.size() && amounts[at] == amount) ++at;
  }
  return chosen;
}

// What a settlement tells as one event and no single upload explains: the
// uploads of its item that it adds up, as one without adjustment ids does with
// all of a day.
void find_added_up(std::vector<RefundEvent>& events,
                   std::span<const std::size_t> settled,
                   std::vector<std::size_t> uploads,  // by falling total
                   std::vector<std::size_t>& repeated) {
  constexpr std::size_t kMostUploads = 64;  // no line has so many
  int steps = 10'000;
  std::vector<std::int64_t> amounts;
  for (const std::size_t s : settled) {
    if (uploads.size() < 2 || uploads.size() > kMostUploads) return;
    if (events[s].total() <= 0) continue;
    amounts.clear();
    for (const std::size_t upload : uploads)
      amounts.push_back(events[upload].total());
    int units = 0;
    for (const std::size_t part :
         that_sum_to(events[s].total(), amounts, steps)) {
      const int told = std::max(events[uploads[part]].units, 0);
      units = std::min(units + told, 1'000'000'000);
      repeated[uploads[part]] = s;
    }
    if (events[s].units < 0) events[s].units = units;
    std::erase_if(uploads, [&](std::size_t upload) {
      return repeated[upload] != kNotRepeated;
    });
  }
}

// What was uploaded and what a settlement shows done are one refund: for each
// upload whose sum a settlement of its item has, that settlement's event, which
// takes its units.
std::vector<std::size_t> uploads_of_settled(std::vector<RefundEvent>& events) {
  std::vector<std::size_t> repeated(events.size(), kNotRepeated);
  const auto by_total = [&](std::size_t a, std::size_t b) {
    const std::int64_t totals[] = {events[a].total(), events[b].total()};
    return totals[0] != totals[1] ? totals[0] < totals[1] : a < b;
  };
  std::vector<std::size_t> uploads, settled, unmatched;
  for (std::size_t i = 0; i < events.size();) {
    uploads.clear();
    settled.clear();
    unmatched.clear();
    const std::uint32_t order = events[i].order, item = events[i].item;
    for (; i < events.size() && events[i].order == order &&
           events[i].item == item;
         ++i) {
      if (events[i].total() == 0) continue;  // a concession alone
      (events[i].kind == ReportKind::kSettlement ? settled : uploads)
          .push_back(i);
    }
    if (uploads.empty()) continue;
    compact_sort(uploads, by_total);
    compact_sort(settled, by_total);
    std::size_t u = 0;
    for (const std::size_t s : settled) {
      while (u < uploads.size() &&
             events[uploads[u]].total() < events[s].total())
        ++u;
      if (u == uploads.size() ||
          events[uploads[u]].total() != events[s].total()) {
        unmatched.push_back(s);
        continue;
      }
      if (events[s].units < 0) events[s].units = events[uploads[u]].units;
      repeated[uploads[u++]] = s;
    }
    if (unmatched.empty()) continue;
    std::vector<std::size_t> untold;
    for (std::size_t k = uploads.size(); k-- > 0;) {
      if (repeated[uploads[k]] == kNotRepeated &&
          events[uploads[k]].total() > 0)
        untold.push_back(uploads[k]);
    }
    find_added_up(events, unmatched, std::move(untold), repeated);
  }
  return repeated;
}

// The same file, given a second time; reports of one name and content are
// neighbours in the book.
bool given_twice(const OrderBook& book, std::uint32_t r) {
  if (r == 0) return false;
  const Report &report = *book.reports()[r], &other = *book.reports()[r - 1];
  return report.file == other.file && report.fingerprint == other.fingerprint &&
         report.counts.bytes == other.counts.bytes;
}

// What a refund gave back in all, of whatever kind; nullopt beyond reason.
std::optional<std::int64_t> sum_of(const RefundedItem& refund) {
  std::int64_t sum = refund.other_thousandths;
  for (std::size_t c = 0; c < kComponents; ++c) {
    const bool promotion =
        c >= static_cast<std::size_t>(Component::kItemPromotion);
    const std::int64_t amount = refund.thousandths[c];
    if (promotion ? __builtin_sub_overflow(sum, amount, &sum)
                  : __builtin_add_overflow(sum, amount, &sum)) {
      return std::nullopt;
    }
  }
  return sum;
}

// In its own currency, else in the fallback; nullopt where it is no amount.
std::optional<Money> amount_of(std::optional<std::int64_t> thousandths,
                               const Currency& told, const Currency& fallback) {
  const Currency& currency = told.known() ? told : fallback;
  if (!thousandths || !currency.known()) return std::nullopt;
  const std::int64_t step = thousandths_per_minor(currency);
  const std::int64_t minor = *thousandths / step;
  if (*thousandths % step != 0 || minor > kLargestAmount ||
      minor < -kLargestAmount) {
    return std::nullopt;
  }
  return Money{currency, minor};
}

bool has_order_lines(const OrderBook& book, std::uint32_t order) {
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    if (!returned_alone(book, item)) return true;
  }
  return false;
}

}  // namespace

std::string_view uncounted_name(Uncounted why) {
  return kUncountedNames[static_cast<std::size_t>(why)];
}

void UnplacedSums::add(const NotCounted& one) {
  if (!one.amount) {
    ++unreadable;
    return;
  }
  for (Money& sum : sums) {
    if (!(sum.currency == one.amount->currency)) continue;
    sum = parcelwise::add(sum, *one.amount).value_or(sum);
    return;
  }
  sums.push_back(*one.amount);
}

// One reading of all reports.
class RefundReading {
 public:
  RefundReading(const OrderBook& book, const Policies& policies)
      : book_(book), policies_(policies), lines_(book) {}

  RefundLedger read() {
    read_events();
    count_events();
    read_returns();
    count_returns();
    note_unread();
    compact_sort(ledger_.not_counted_,
                 [](const NotCounted& a, const NotCounted& b) {
                   return std::tie(a.order, a.report, a.row, a.why, a.item) <
                          std::tie(b.order, b.report, b.row, b.why, b.item);
                 });
    return std::move(ledger_);
  }

 private:
  // The line of a refund, or a note that it has none.
  std::optional<std::uint32_t> line_of(std::uint32_t order, ItemId id,
                                       std::string_view sku) {
    const auto item = lines_.find(order, id, sku);
    // A return under a SKU of its own beside the order's lines is on no line.
    if (item && returned_alone(book_, *item) && has_order_lines(book_, order))
      return std::nullopt;
    return item;
  }

  void leave_out(NotCounted one) { ledger_.not_counted_.push_back(one); }

  void read_events() {
    for (std::uint32_t r = 0; r < book_.reports().size(); ++r) {
      const Report& report = *book_.reports()[r];
      if (given_twice(book_, r)) continue;
      for (const RefundedItem& refunded : report.refunds) {
        const auto order = book_.find(refunded.order);
        if (!order) {
          ++ledger_.unmatched_;
          continue;
        }
        read_event(*order, r, refunded);
      }
    }
  }

  void read_event(std::uint32_t order, std::uint32_t r,
                  const RefundedItem& refunded) {
    const auto item = line_of(order, refunded.item, refunded.sku);
    NotCounted left_out{
        order, r, refunded.row, Uncounted::kNoSuchLine,
        amount_of(sum_of(refunded), refunded.currency, fallback_of(order))};
    if (item) left_out.item = *item;
    if (refunded.unknown_kind) {
      left_out.why = Uncounted::kUnknownKind;
      return leave_out(left_out);
    }
    const bool conceded =
        refunded.goodwill_thousandths != 0 || refunded.postage_thousandths != 0;
    // A concession is given to the order: it needs no line.
    if (!item && !(conceded && left_out.amount && left_out.amount->minor == 0))
      return leave_out(left_out);
    const MinorUnits units(book_, item.value_or(book_.first_item(order)),
                           refunded.currency, fallback_of(order));
    left_out.why = Uncounted::kOtherCurrency;
    if (!units.known()) return leave_out(left_out);
    RefundEvent one;
    one.order = order;
    one.item = item.value_or(NotCounted::kNoItem);
    one.report = r;
    one.row = refunded.row;
    one.kind = book_.reports()[r]->kind;
    one.event = refunded.event;
    one.units = refunded.units;
    bool readable = true;
    for (std::size_t c = 0; c < kComponents && readable; ++c)
      readable = units.read(refunded.thousandths[c], one.minor[c]);
    readable = readable &&
               units.read(refunded.other_thousandths, one.minor[kComponents]) &&
               units.read(refunded.goodwill_thousandths, one.conceded[0]) &&
               units.read(refunded.postage_thousandths, one.conceded[1]);
    if (!readable) {
      if (refunded.currency.known()) left_out.why = Uncounted::kUnreadRow;
      left_out.amount.reset();
      return leave_out(left_out);
    }
    events_.push_back(one);
  }

  void count_events() {
    events_ = once_each(std::move(events_));
    const std::vector<std::size_t> repeated = uploads_of_settled(events_);
    // How many uploads an event is.
    std::vector<std::uint32_t> uploads(events_.size(), 0);
    for (const std::size_t settled : repeated) {
      if (settled != kNotRepeated) ++uploads[settled];
    }
    for (std::size_t i = 0; i < events_.size(); ++i) {
      const RefundEvent& event = events_[i];
      if (repeated[i] != kNotRepeated) {
        const RefundEvent& settled = events_[repeated[i]];
        leave_out({event.order, event.report, event.row,
                   Uncounted::kEqualEvents,
                   Money{currency_of(event), event.total()}, event.item,
                   settled.report, settled.row});
        // Of several they tell apart what the settlement adds up.
        if (uploads[repeated[i]] > 1)
          tell(event, event.total(), {}, posted_day(settled.event));
        continue;
      }
      Refunded more;
      for (std::size_t c = 0; c < kComponents; ++c)
        more.amounts.minor[c] = event.minor[c];
      more.amounts[Component::kItemPrice] += event.minor[kComponents];
      more.units = std::max(event.units, 0);
      if (event.item != NotCounted::kNoItem) ledger_.add(event.item, more);
      for (std::size_t c = 0; c < kConcessions; ++c) {
        if (event.conceded[c] != 0)
          ledger_.concede(event.order, static_cast<Concession>(c),
                          event.conceded[c]);
      }
      ++ledger_.counted_;
      tell(event, uploads[i] > 1 ? 0 : event.total(), event.conceded,
           posted_day(event.event));
    }
    compact_sort(ledger_.told_, [](const ToldRefund& a, const ToldRefund& b) {
      return std::tie(a.order, a.report, a.row, a.item) <
             std::tie(b.order, b.report, b.row, b.item);
    });
  }

  void tell(const RefundEvent& event, std::int64_t minor,
            const Conceded& conceded, std::optional<Day> posted) {
    ledger_.told_.push_back({event.order, event.item, event.report, event.row,
                             minor, conceded, posted});
  }

  // A returns report tells sums: they count by what the others do not explain.
  void read_returns() {
    for (std::uint32_t r = 0; r < book_.reports().size(); ++r) {
      for (const ReturnedItem& returned : book_.reports()[r]->returns) {
        if (returned.refunded_thousandths <= 0) continue;  // kNoAmount too
        const auto order = book_.find(returned.order);
        if (!order) {
          ++ledger_.unmatched_;
          continue;
        }
        const auto item = line_of(*order, ItemId(), returned.sku);
        NotCounted left_out{*order, r, returned.row, Uncounted::kNoSuchLine,
                            amount_of(returned.refunded_thousandths,
                                      returned.currency, fallback_of(*order))};
        if (!item) {
          leave_out(left_out);
          continue;
        }
        left_out.item = *item;
        std::int64_t minor = 0;
        const MinorUnits units(book_, *item, returned.currency,
                               fallback_of(*order));
        if (!units.known() ||
            !units.read(returned.refunded_thousandths, minor)) {
          left_out.why = Uncounted::kOtherCurrency;
          leave_out(left_out);
          continue;
        }
        Sum sum{*item, returned.rma, {}, minor};
        if (returned.rma.empty() && returned.requested)
          sum.day = returned.requested->since_epoch;
        sum.report = r;
        sum.row = returned.row;
        sums_.push_back(sum);
        ++ledger_.counted_;
      }
    }
  }

  void count_returns() {
    compact_sort(sums_, [](const Sum& a, const Sum& b) {
      return std::tie(a.item, a.rma, a.day, a.report, a.row) <
             std::tie(b.item, b.rma, b.day, b.report, b.row);
    });
    for (std::size_t i = 1; i < sums_.size(); ++i) {
      const Sum& before = sums_[i - 1];
      Sum& sum = sums_[i];
      if (sum.rma.empty() &&
          std::tie(sum.item, sum.rma, sum.day, sum.report) ==
              std::tie(before.item, before.rma, before.day, before.report)) {
        sum.turn = before.turn + 1;
      }
    }
    compact_sort(sums_, [](const Sum& a, const Sum& b) {
      return std::tie(a.item, a.rma, a.day, a.turn, a.minor) <
             std::tie(b.item, b.rma, b.day, b.turn, b.minor);
    });
    for (std::size_t i = 0; i < sums_.size();) {
      const std::uint32_t item = sums_[i].item;
      std::int64_t minor = 0;
      for (; i < sums_.size() && sums_[i].item == item; ++i) {
        // The latest that any file tells of one return is its largest sum.
        const bool last = i + 1 == sums_.size() || sums_[i + 1].item != item ||
                          !sums_[i + 1].same_return(sums_[i]);
        if (last)
          minor = std::min(minor + sums_[i].minor, kLargestAmount * 1000);
      }
      const std::int64_t explained = ledger_.of(item).amounts.total();
      if (minor <= explained) continue;
      Refunded more;
      more.amounts[Component::kItemPrice] = minor - explained;
      ledger_.add(item, more);
    }
  }

  // Rows that could not be read: what they gave back is not nothing.
  void note_unread() {
    for (const auto& [report, reject] : book_.rejects()) {
      if (!tells_refunds(book_.reports()[report]->kind) ||
          given_twice(book_, report)) {
        continue;
      }
      if (!reject.order) {
        ledger_.nameless_.add(book_.reports()[report]->file, reject.row);
        continue;
      }
      if (const auto order = book_.find(*reject.order))
        leave_out(
            {*order, report, reject.row, Uncounted::kUnreadRow, std::nullopt});
    }
  }

  const Currency& fallback_of(std::uint32_t order) const {
    return policies_.of(order).currency();
  }

  Currency currency_of(const RefundEvent& event) const {
    const Currency& fallback = fallback_of(event.order);
    if (event.item == NotCounted::kNoItem) return fallback;
    const auto price =
        item_money(book_, event.item, Column::kItemPrice, fallback);
    return price ? price->currency : fallback;
  }

  struct Sum {
    std::uint32_t item;
    std::string_view rma;
    // Without an id a return is known by the day of its request, and by its
    // turn among those of that day: another report tells it in its own rows.
    std::int32_t day = 0;
    std::int64_t minor;
    int turn = 0;
    std::uint32_t report = 0, row = 0;
    bool same_return(const Sum& other) const {
      return item == other.item && rma == other.rma && day == other.day &&
             turn == other.turn;
    }
  };

  const OrderBook& book_;
  const Policies& policies_;
  LineFinder lines_;
  std::vector<RefundEvent> events_;
  std::vector<Sum> sums_;
  RefundLedger ledger_;
};

RefundLedger RefundLedger::read(const OrderBook& book,
                                const Policies& policies) {
  return RefundReading(book, policies).read();
}

std::span<const ToldRefund> RefundLedger::told_of(std::uint32_t order) const {
  ToldRefund wanted;
  wanted.order = order;
  const auto [first, last] =
      std::equal_range(told_.begin(), told_.end(), wanted,
                       [](const ToldRefund& a, const ToldRefund& b) {
                         return a.order < b.order;
                       });
  return {told_.data() + (first - told_.begin()),
          static_cast<std::size_t>(last - first)};
}

std::span<const NotCounted> RefundLedger::not_counted(
    std::uint32_t order) const {
  const auto [first, last] = std::equal_range(
      not_counted_.begin(), not_counted_.end(), NotCounted{order},
      [](const NotCounted& a, const NotCounted& b) {
        return a.order < b.order;
      });
  return {not_counted_.data() + (first - not_counted_.begin()),
          static_cast<std::size_t>(last - first)};
}

Refunded RefundLedger::of(std::uint32_t item) const {
  const auto found = by_item_.find(item);
  if (found == by_item_.end()) return {};
  Refunded refunded = found->second;
  // A charge to the buyer takes a refund back, never further than nothing.
  for (std::int64_t& minor : refunded.amounts.minor) {
    minor = std::max<std::int64_t>(minor, 0);
  }
  return refunded;
}

void RefundLedger::add(std::uint32_t item, const Refunded& more) {
  Refunded& sum = by_item_[item];
  for (std::size_t c = 0; c < kComponents; ++c) {
    // Both at most kLargestAmount a refund: hostile files stop here, not by
    // wrapping.
    std::int64_t& minor = sum.amounts.minor[c];
    minor = std::clamp(minor + more.amounts.minor[c], -kLargestAmount * 1000,
                       kLargestAmount * 1000);
  }
  sum.units = std::min(sum.units + more.units, 1'000'000'000);
}

Conceded RefundLedger::conceded(std::uint32_t order) const {
  const auto found = conceded_.find(order);
  if (found == conceded_.end()) return {};
  Conceded conceded = found->second;
  for (std::int64_t& minor : conceded) minor = std::max<std::int64_t>(minor, 0);
  return conceded;
}

void RefundLedger::concede(std::uint32_t order, Concession kind,
                           std::int64_t minor) {
  std::int64_t& sum = conceded_[order][static_cast<std::size_t>(kind)];
  sum = std::clamp(sum + minor, -kLargestAmount * 1000, kLargestAmount * 1000);
}

}  // namespace parcelwise
