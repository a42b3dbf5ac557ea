// Gathers told refunds, each once; see refund/ledger.h.
#include "refund/ledger.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "orders/order_facts.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

// One told refund of one item.
struct RefundEvent {
  std::uint32_t item = 0;
  std::uint32_t report = 0;
  ReportKind kind{};
  std::string_view event;
  std::array<std::int64_t, kComponents + 1> minor{};  // the last: no component
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
    return item == other.item && kind == other.kind && event == other.event &&
           minor == other.minor && units == other.units;
  }
};

bool comes_before(const RefundEvent& a, const RefundEvent& b) {
  if (a.item != b.item) return a.item < b.item;
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.event != b.event) return a.event < b.event;
  if (a.minor != b.minor) return a.minor < b.minor;
  if (a.units != b.units) return a.units < b.units;
  return a.report < b.report;
}

std::optional<std::uint32_t> find_item(const OrderBook& book, OrderId order,
                                       ItemId wanted, std::string_view sku) {
  const auto found = book.find(order);
  if (!found) return std::nullopt;
  const std::uint32_t first = book.first_item(*found),
                      last = book.last_item(*found);
  if (!wanted.none()) {
    for (std::uint32_t item = first; item < last; ++item) {
      for (const OrderBook::Source source : book.sources(item)) {
        if (book.line(source).item == wanted) return item;
      }
    }
  }
  for (std::uint32_t item = first; item < last && !sku.empty(); ++item) {
    if (book.item_cell(item, Column::kSku) == sku) return item;
  }
  // An order of one line leaves no doubt, unless the line has another id.
  if (!sku.empty() || last - first != 1) return std::nullopt;
  for (const OrderBook::Source source : book.sources(first)) {
    if (!wanted.none() && !book.line(source).item.none()) return std::nullopt;
  }
  return first;
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
    kept.insert(kept.end(), most, all[i]);
    i = end;
  }
  return kept;
}

// What was uploaded and what a settlement shows done are one refund: marks the
// uploads whose sum a settlement of their item has, and gives it their units.
std::vector<bool> uploads_of_settled(std::vector<RefundEvent>& events) {
  std::vector<bool> repeated(events.size(), false);
  const auto by_total = [&](std::size_t a, std::size_t b) {
    const std::int64_t totals[] = {events[a].total(), events[b].total()};
    return totals[0] != totals[1] ? totals[0] < totals[1] : a < b;
  };
  std::vector<std::size_t> uploads, settled;
  for (std::size_t i = 0; i < events.size();) {
    uploads.clear();
    settled.clear();
    const std::uint32_t item = events[i].item;
    for (; i < events.size() && events[i].item == item; ++i) {
      (events[i].kind == ReportKind::kSettlement ? settled : uploads)
          .push_back(i);
    }
    compact_sort(uploads, by_total);
    compact_sort(settled, by_total);
    std::size_t u = 0;
    for (const std::size_t s : settled) {
      while (u < uploads.size() &&
             events[uploads[u]].total() < events[s].total())
        ++u;
      if (u == uploads.size() ||
          events[uploads[u]].total() != events[s].total())
        continue;
      if (events[s].units < 0) events[s].units = events[uploads[u]].units;
      repeated[uploads[u++]] = true;
    }
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

}  // namespace

RefundLedger RefundLedger::read(const OrderBook& book,
                                const Currency& fallback) {
  RefundLedger ledger;
  std::vector<RefundEvent> events;
  for (std::uint32_t r = 0; r < book.reports().size(); ++r) {
    const Report& report = *book.reports()[r];
    if (given_twice(book, r)) continue;
    for (const RefundedItem& refunded : report.refunds) {
      const auto item =
          find_item(book, refunded.order, refunded.item, refunded.sku);
      if (!item) {
        ++ledger.unmatched_;
        continue;
      }
      const MinorUnits units(book, *item, refunded.currency, fallback);
      RefundEvent one{*item,          r,  report.kind,
                      refunded.event, {}, refunded.units};
      bool readable = units.known();
      for (std::size_t c = 0; c < kComponents && readable; ++c) {
        readable = units.read(refunded.thousandths[c], one.minor[c]);
      }
      if (!readable ||
          !units.read(refunded.other_thousandths, one.minor[kComponents])) {
        ++ledger.unmatched_;
        continue;
      }
      events.push_back(std::move(one));
    }
  }
  events = once_each(std::move(events));

  const std::vector<bool> repeated = uploads_of_settled(events);
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (repeated[i]) continue;
    Refunded more;
    for (std::size_t c = 0; c < kComponents; ++c)
      more.amounts.minor[c] = events[i].minor[c];
    more.amounts[Component::kItemPrice] += events[i].minor[kComponents];
    more.conceded[0] = std::max<std::int64_t>(events[i].minor[kComponents], 0);
    more.units = std::max(events[i].units, 0);
    ledger.add(events[i].item, more);
  }

  // A returns report tells sums: they count by what the others do not explain.
  struct Sum {
    std::uint32_t item;
    std::string_view rma;
    std::int64_t minor;
  };
  std::vector<Sum> sums;
  for (const Report* const report : book.reports()) {
    for (const ReturnedItem& returned : report->returns) {
      if (returned.refunded_thousandths <= 0) continue;  // kNoAmount too
      const auto item = find_item(book, returned.order, ItemId(), returned.sku);
      std::int64_t minor = 0;
      if (!item) {
        ++ledger.unmatched_;
        continue;
      }
      const MinorUnits units(book, *item, returned.currency, fallback);
      if (!units.known() || !units.read(returned.refunded_thousandths, minor)) {
        ++ledger.unmatched_;
        continue;
      }
      sums.push_back({*item, returned.rma, minor});
    }
  }
  compact_sort(sums, [](const Sum& a, const Sum& b) {
    if (a.item != b.item) return a.item < b.item;
    if (a.rma != b.rma) return a.rma < b.rma;
    return a.minor < b.minor;
  });
  for (std::size_t i = 0; i < sums.size();) {
    const std::uint32_t item = sums[i].item;
    std::int64_t minor = 0;
    for (; i < sums.size() && sums[i].item == item; ++i) {
      // The latest that any file tells of one return is its largest sum.
      const bool last = i + 1 == sums.size() || sums[i + 1].item != item ||
                        sums[i + 1].rma != sums[i].rma;
      if (last) minor = std::min(minor + sums[i].minor, kLargestAmount * 1000);
    }
    const std::int64_t explained = ledger.of(item).amounts.total();
    if (minor <= explained) continue;
    Refunded more;
    more.amounts[Component::kItemPrice] = minor - explained;
    ledger.add(item, more);
  }
  return ledger;
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
  for (std::size_t c = 0; c < sum.conceded.size(); ++c) {
    sum.conceded[c] =
        std::min(sum.conceded[c] + more.conceded[c], kLargestAmount * 1000);
  }
  sum.units = std::min(sum.units + more.units, 1'000'000'000);
}

}  // namespace parcelwise
