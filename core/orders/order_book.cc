// Joins reports; see orders/order_book.h.
#include "orders/order_book.h"

#include <algorithm>

#include "orders/report_order.h"
#include "text/compact_sort.h"
#include "text/fold.h"

namespace parcelwise {
namespace {

// The dates that do not change between two reports of one morning.
constexpr DateSlot kLastingDates[] = {DateSlot::kPurchase, DateSlot::kPromise,
                                      DateSlot::kLatestShip};

std::int64_t magnitude(std::int64_t amount) {
  return amount < 0 ? -amount : amount;
}

}  // namespace

OrderBook OrderBook::join(std::vector<const Report*> reports) {
  OrderBook book;
  compact_sort(reports, comes_first);
  book.reports_ = std::move(reports);
  std::size_t total = 0;
  for (std::uint32_t r = 0; r < book.reports_.size(); ++r) {
    const Report& report = *book.reports_[r];
    book.counts_.push_back(report.counts);
    for (const Reject& reject : report.rejects)
      book.rejects_.emplace_back(r, reject);
    total += report.lines.size();
  }

  // A stable sort by order id; each report's lines stay in their order.
  struct Entry {
    std::uint64_t order;
    Source source;
  };
  std::vector<Entry> entries;
  entries.reserve(total);
  bool sorted = true;
  for (std::uint32_t r = 0; r < book.reports_.size(); ++r) {
    const Report& report = *book.reports_[r];
    for (std::uint32_t i = 0; i < report.lines.size(); ++i) {
      const Line& line = report.lines[i];
      if (line.rejected) continue;
      const std::uint64_t order = report.parts[line.part].order.packed();
      sorted = sorted && (entries.empty() || entries.back().order <= order);
      entries.push_back({order, {r, i}});
    }
  }
  if (!sorted) {
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) {
                if (a.order != b.order) return a.order < b.order;
                if (a.source.report != b.source.report)
                  return a.source.report < b.source.report;
                return a.source.line < b.source.line;
              });
  }
  book.sources_.reserve(entries.size());
  book.items_.reserve(entries.size());
  std::vector<Source> lines;
  for (std::size_t i = 0; i < entries.size();) {
    lines.clear();
    const std::uint64_t order = entries[i].order;
    for (; i < entries.size() && entries[i].order == order; ++i) {
      lines.push_back(entries[i].source);
    }
    book.join_order(lines);
  }
  book.note_file_order();
  // A row is rejected once, so report and row tell rejects apart.
  compact_sort(book.rejects_, [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.second.row < b.second.row;
  });
  return book;
}

void OrderBook::note_file_order() {
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<std::size_t> first_of_report(reports_.size() + 1, 0);
  for (std::size_t r = 0; r < reports_.size(); ++r) {
    first_of_report[r + 1] = first_of_report[r] + reports_[r]->lines.size();
  }
  std::vector<std::uint32_t> order_at(first_of_report.back(), kNone);
  for (std::uint32_t order = 0; order < order_count(); ++order) {
    const Source source = order_sources(order).front();
    order_at[first_of_report[source.report] + source.line] = order;
  }
  in_file_order_.reserve(orders_.size());
  for (const std::uint32_t order : order_at) {
    if (order != kNone) in_file_order_.push_back(order);
  }
}

// Whether no two lines can be one item.
bool OrderBook::told_once(std::span<const Source> lines) const {
  constexpr std::size_t kFewLines =
      32;  // no order has so many; a hostile file may
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].report != lines[0].report) return false;
    const ItemId item = line(lines[i]).item;
    if (item.none() && lines.size() > 1) return false;
    if (lines.size() > kFewLines) continue;
    for (std::size_t k = 0; k < i; ++k) {
      if (line(lines[k]).item == item) return false;
    }
  }
  if (lines.size() <= kFewLines) return true;
  std::vector<ItemId> ids;
  for (const Source source : lines) ids.push_back(line(source).item);
  compact_sort(ids, [](ItemId a, ItemId b) { return a < b; });
  return std::adjacent_find(ids.begin(), ids.end()) == ids.end();
}

void OrderBook::join_order(std::span<Source> lines) {
  // Most orders are one line, or some lines of one report with different ids.
  if (told_once(lines)) {
    compact_sort(
        lines, [&](Source a, Source b) { return line(a).item < line(b).item; });
    orders_.push_back({part(lines[0]).order, item_count()});
    for (const Source source : lines) {
      items_.push_back(static_cast<std::uint32_t>(sources_.size()));
      sources_.push_back(source);
    }
    return;
  }
  struct Item {
    ItemId id;
    std::vector<Source> sources;
  };
  std::vector<Item> items;
  for (const Source source : lines) {
    const Line& line_of = line(source);
    Item* home = nullptr;
    if (!line_of.item.none()) {
      for (Item& item : items) {
        if (item.id == line_of.item) home = &item;
      }
    }
    if (home == nullptr && reports_.size() > 1) {
      // By SKU: the first item of that SKU which this report has not told yet
      // and where one of the two sides has no item id.
      // A return without one came of some line of the order.
      const std::string sku = report(source).cell(line_of, Column::kSku);
      const bool any_sku = sku.empty() && tells_refunds(report(source).kind);
      for (Item& item : items) {
        if (!item.id.none() && !line_of.item.none()) continue;
        if (item.sources.back().report == source.report) continue;
        if (!any_sku &&
            report(item.sources[0]).cell(line(item.sources[0]), Column::kSku) !=
                sku) {
          continue;
        }
        home = &item;
        break;
      }
    }
    if (home == nullptr) {
      items.push_back({line_of.item, {source}});
      continue;
    }
    bool agreed = true;
    bool duplicate = false;
    for (const Source kept : home->sources) {
      if (!(agreed = agrees(kept, source))) break;
      // Two returns of one line are two returns, not one told twice.
      duplicate = duplicate || (report(kept).kind == report(source).kind &&
                                !tells_refunds(report(source).kind));
    }
    if (!agreed) continue;
    ReportCounts& counts = counts_[source.report];
    if (duplicate) {
      --counts.items;
      ++counts.duplicates;
    }
    if (home->id.none()) home->id = line_of.item;
    home->sources.push_back(source);
  }
  if (items.empty()) return;
  // By item id; items without one as their report has them.
  compact_sort(items, [](const Item& a, const Item& b) {
    if (a.id != b.id) return a.id < b.id;
    const Source x = a.sources[0], y = b.sources[0];
    return x.report != y.report ? x.report < y.report : x.line < y.line;
  });
  orders_.push_back({part(lines[0]).order, item_count()});
  for (const Item& item : items) {
    items_.push_back(static_cast<std::uint32_t>(sources_.size()));
    sources_.insert(sources_.end(), item.sources.begin(), item.sources.end());
  }
}

// False, and a reject for `other`, where the two tell different things about
// what cannot change. A cancelled line keeps no quantity and no price.
bool OrderBook::agrees(Source kept, Source other) {
  // A returns report knows an order by its day and its SKU alone, and may add
  // up lines of one SKU: what it tells of the order never outweighs another
  // report.
  if (tells_refunds(report(kept).kind) || tells_refunds(report(other).kind))
    return true;
  const Line& a = line(kept);
  const Line& b = line(other);
  const OrderPart& pa = part(kept);
  const OrderPart& pb = part(other);
  const auto conflict = [&](Column column) {
    reject_conflict(kept, other, column);
    return false;
  };
  if (a.purchased > 0 && b.purchased > 0 && a.purchased != b.purchased) {
    return conflict(Column::kQuantityPurchased);
  }
  if (!a.item.none() && !b.item.none()) {
    const std::string skus[] = {report(kept).cell(a, Column::kSku),
                                report(other).cell(b, Column::kSku)};
    if (!skus[0].empty() && !skus[1].empty() && skus[0] != skus[1]) {
      return conflict(Column::kSku);
    }
  }
  for (const DateSlot slot : kLastingDates) {
    const auto da = report(kept).date(pa, slot);
    const auto db = report(other).date(pb, slot);
    if (da && db && !da->date_only && !db->date_only && da->at != db->at) {
      return conflict(column_of(slot));
    }
  }
  if (a.money != 0 && b.money != 0) {
    const LineMoney& ma = report(kept).money[a.money - 1];
    const LineMoney& mb = report(other).money[b.money - 1];
    if (ma.currency.known() && mb.currency.known() &&
        !(ma.currency == mb.currency)) {
      return conflict(Column::kCurrency);
    }
    for (std::size_t i = 0; i < ma.thousandths.size(); ++i) {
      const std::int64_t x = ma.thousandths[i], y = mb.thousandths[i];
      // Zero and blank mean the same in these columns.
      if (x == kNoAmount || y == kNoAmount || x == 0 || y == 0) continue;
      if (magnitude(x) != magnitude(y)) {
        return conflict(static_cast<Column>(
            static_cast<std::size_t>(Column::kItemPrice) + i));
      }
    }
  }
  const std::string_view postal[] = {
      report(kept).bytes(pa, Column::kShipPostalCode),
      report(other).bytes(pb, Column::kShipPostalCode)};
  if (!postal[0].empty() && !postal[1].empty() && postal[0] != postal[1] &&
      fold_postal_code(report(kept).cell(pa, Column::kShipPostalCode)) !=
          fold_postal_code(report(other).cell(pb, Column::kShipPostalCode))) {
    return conflict(Column::kShipPostalCode);
  }
  return true;
}

void OrderBook::reject_conflict(Source kept, Source other, Column column) {
  Reject reject;
  reject.row = line(other).row;
  reject.code = RejectCode::kConflict;
  reject.column = report(other).header.name_of(column);
  reject.value = report(other).cell(line(other), column);
  reject.other_file = report(kept).file;
  reject.other_row = line(kept).row;
  reject.other_value = report(kept).cell(line(kept), column);
  rejects_.emplace_back(other.report, std::move(reject));
  --counts_[other.report].items;
  ++counts_[other.report].rejected;
}

std::optional<std::uint32_t> OrderBook::find(OrderId id) const {
  const auto found = std::lower_bound(
      orders_.begin(), orders_.end(), id,
      [](const Order& order, OrderId wanted) { return order.id < wanted; });
  if (found == orders_.end() || found->id != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - orders_.begin());
}

std::string OrderBook::order_cell(std::uint32_t order, Column column) const {
  for (const Source source : order_sources(order)) {
    std::string cell = report(source).cell(part(source), column);
    if (!cell.empty()) return cell;
  }
  return {};
}

std::string OrderBook::item_cell(std::uint32_t item, Column column) const {
  for (const Source source : sources(item)) {
    std::string cell = report(source).cell(line(source), column);
    if (!cell.empty()) return cell;
  }
  return {};
}

}  // namespace parcelwise
