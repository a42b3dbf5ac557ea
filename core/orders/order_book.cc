// Joins reports; see orders/order_book.h.
#include "orders/order_book.h"

#include <algorithm>
#include <bit>

#include "orders/report_order.h"
#include "orders/told_address.h"
#include "text/compact_sort.h"
#include "text/fold.h"
#include "text/key_sort.h"
#include "text/text_hash.h"

namespace parcelwise {
namespace {

// The dates that do not change between two reports of one morning.
constexpr DateSlot kLastingDates[] = {DateSlot::kPurchase, DateSlot::kPromise,
                                      DateSlot::kLatestShip};

std::int64_t magnitude(std::int64_t amount) {
  return amount < 0 ? -amount : amount;
}

constexpr std::size_t kFewLines =
    32;  // no order has so many; a hostile file may
// Tellings of one line that a further one is compared with.
constexpr std::size_t kMostCompared = 16;

struct JoinedItem {
  ItemId id;
  std::vector<OrderBook::Source> sources;
};

// Whether the two tell the same of what goes forward.
bool same_progress(const OrderBook& book, OrderBook::Source a,
                   OrderBook::Source b) {
  const Line &x = book.line(a), &y = book.line(b);
  return x.shipped == y.shipped && x.to_ship == y.to_ship &&
         x.state == y.state && book.part(a).state == book.part(b).state;
}

// Whether the lines have one item id, as those of most orders.
bool one_item(const OrderBook& book, std::span<const OrderBook::Source> lines) {
  const ItemId id = book.line(lines[0]).item;
  return !id.none() &&
         std::all_of(lines.begin(), lines.end(), [&](OrderBook::Source source) {
           return book.line(source).item == id;
         });
}

// Where the lines of an order belong: by item id, else by SKU, case, quotes and
// spaces folded where it must, to an item of that SKU which the line's report
// has not told yet and where one of the two sides has no item id. Of several
// such items the one that tells the same quantity and price is taken, before
// what is left goes the n-th to the n-th: reports list twins in any order.
// Reports with item ids come first, for they tell the most of an item. Few
// lines are looked through; many are found by hash, each step once for a
// report, twins by their place alone.
class ItemHomes {
 public:
  ItemHomes(const OrderBook& book, std::size_t lines)
      : book_(book), many_(lines > kFewLines) {}

  // For each line, which stand report by report, the number of its item.
  std::vector<std::uint32_t> find(std::span<const OrderBook::Source> lines) {
    homes_.assign(lines.size(), kHomeless);
    for (const bool with_ids : {true, false}) {
      for (std::size_t i = 0, end = 0; i < lines.size(); i = end) {
        bool all_ids = true;
        for (; end < lines.size() && lines[end].report == lines[i].report;
             ++end)
          all_ids = all_ids && !book_.line(lines[end]).item.none();
        if (all_ids == with_ids) settle(lines, i, end);
      }
    }
    return std::move(homes_);
  }
  std::size_t count() const { return items_.size(); }

 private:
  static constexpr std::uint32_t kHomeless = UINT32_MAX;

  // Lines [first, last): those of one report.
  void settle(std::span<const OrderBook::Source> lines, std::size_t first,
              std::size_t last) {
    const bool twins = !many_ && !items_.empty() &&
                       (items_.size() > 1 || last - first > 1) &&
                       !tells_refunds(book_.report(lines[first]).kind);
    for (std::size_t i = first; twins && i < last; ++i) {
      const std::uint32_t at = twin_of(lines[i]);
      if (at != none()) add(lines[i], homes_[i] = at);
    }
    for (std::size_t i = first; i < last; ++i) {
      if (homes_[i] != kHomeless) continue;
      if (many_) note_last();
      found_ = look(lines[i]);
      add(lines[i], homes_[i] = found_);
    }
  }

  void add(OrderBook::Source source, std::uint32_t at) {
    const ItemId id = book_.line(source).item;
    if (at == items_.size()) items_.push_back({id, {}});
    if (items_[at].id.none()) items_[at].id = id;
    items_[at].sources.push_back(source);
  }

  // The item of its id, or that of its SKU which tells most of the same.
  std::uint32_t twin_of(OrderBook::Source source) const {
    const ItemId id = book_.line(source).item;
    if (!id.none()) {
      const std::uint32_t found = look_for(id);
      if (found != none()) return found;
    }
    const std::string sku = sku_of(source);
    for (const bool folds : {false, true}) {
      if (folds && sku.empty()) break;
      std::uint32_t found = none();
      int most = 0;
      bool open = false;
      for (std::uint32_t i = 0; i < items_.size(); ++i) {
        if (!may_take(i, id, source.report)) continue;
        const std::string other = sku_of(items_[i].sources[0]);
        if (folds ? !same_sku(other, sku) : other != sku) continue;
        open = true;
        const int alike = alikeness(items_[i], source);
        if (alike <= most) continue;
        most = alike;
        found = i;
      }
      if (open) return found;
    }
    return none();
  }

  // How much of quantity and price is told of both and the same; 0 where
  // something differs.
  int alikeness(const JoinedItem& item, OrderBook::Source source) const {
    bool quantity = false, price = false;
    const Line& line = book_.line(source);
    for (const OrderBook::Source told : item.sources) {
      const Line& other = book_.line(told);
      if (line.purchased > 0 && other.purchased > 0) {
        if (line.purchased != other.purchased) return 0;
        quantity = true;
      }
      const std::int64_t prices[] = {price_of(source), price_of(told)};
      if (prices[0] == 0 || prices[1] == 0) continue;
      if (prices[0] != prices[1]) return 0;
      price = true;
    }
    return static_cast<int>(quantity) + static_cast<int>(price);
  }

  // 0 where it is not told.
  std::int64_t price_of(OrderBook::Source source) const {
    const Line& line = book_.line(source);
    if (line.money == 0) return 0;
    const std::int64_t price =
        book_.report(source).money[line.money - 1].get(Column::kItemPrice);
    return price == kNoAmount ? 0 : magnitude(price);
  }

  struct Cursor {
    std::size_t at = 0;
  };
  struct Shelf {
    std::string name;
    std::vector<std::uint32_t> items;
    Cursor with_id, without_id;  // of lines with an item id, and without one
  };

  std::uint32_t look(OrderBook::Source source) {
    if (report_ != source.report) {
      report_ = source.report;
      any_ = Cursor();
      for (Shelf& shelf : shelves_) shelf.with_id = shelf.without_id = Cursor();
    }
    const ItemId id = book_.line(source).item;
    if (!id.none()) {
      const std::uint32_t found = many_ ? by_id(id) : look_for(id);
      if (found != none()) return found;
    }
    if (book_.reports().size() < 2) return none();
    const std::string sku = sku_of(source);
    // A return without a SKU came of some line of the order.
    if (sku.empty() && tells_refunds(book_.report(source).kind))
      return first_open(nullptr, any_, id, source.report);
    // As it stands before as it folds: two SKUs may differ in their case alone.
    for (const bool folds : {false, true}) {
      if (folds && sku.empty()) break;
      const std::uint32_t found = many_
                                      ? on_shelf(sku, folds, id, source.report)
                                      : look_for(sku, folds, id, source.report);
      if (found != none()) return found;
    }
    return none();
  }

  std::uint32_t look_for(const std::string& sku, bool folds, ItemId id,
                         std::uint32_t report) const {
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (!may_take(i, id, report)) continue;
      const std::string other = sku_of(items_[i].sources[0]);
      if (folds ? same_sku(other, sku) : other == sku) return i;
    }
    return none();
  }

  std::uint32_t on_shelf(const std::string& sku, bool folds, ItemId id,
                         std::uint32_t report) {
    Shelf& shelf = shelf_of(sku, folds);
    return first_open(&shelf.items,
                      id.none() ? shelf.without_id : shelf.with_id, id, report);
  }

  std::uint32_t none() const {
    return static_cast<std::uint32_t>(items_.size());
  }
  std::string sku_of(OrderBook::Source source) const {
    return book_.report(source).cell(book_.line(source), Column::kSku);
  }

  bool may_take(std::uint32_t item, ItemId id, std::uint32_t report) const {
    return (items_[item].id.none() || id.none()) &&
           items_[item].sources.back().report != report;
  }

  // An item passed over is passed over by all later lines of the report.
  std::uint32_t first_open(const std::vector<std::uint32_t>* of, Cursor& cursor,
                           ItemId id, std::uint32_t report) const {
    const std::size_t count = of == nullptr ? items_.size() : of->size();
    for (; cursor.at < count; ++cursor.at) {
      const auto item = of == nullptr ? static_cast<std::uint32_t>(cursor.at)
                                      : (*of)[cursor.at];
      if (may_take(item, id, report)) return item;
    }
    return none();
  }

  std::uint32_t look_for(ItemId id) const {
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      if (items_[i].id == id) return i;
    }
    return none();
  }

  // Takes up what became of the line before: its item, and the id it brought.
  void note_last() {
    for (; noted_ < items_.size(); ++noted_) {
      const std::string sku = sku_of(items_[noted_].sources[0]);
      for (const bool folds : {false, true})
        shelf_of(sku, folds).items.push_back(noted_);
    }
    if (waiting_ != UINT32_MAX && found_ < items_.size() &&
        items_[found_].id == ids_[waiting_]) {
      home_of_id_[waiting_] = found_;
    }
    waiting_ = UINT32_MAX;
  }

  std::uint32_t by_id(ItemId id) {
    const auto fresh = static_cast<std::uint32_t>(ids_.size());
    const std::uint32_t at = id_numbers_.find_or_add(
        text_hash({}, id.key()), fresh,
        [&](std::uint32_t number) { return ids_[number] == id; });
    if (at == fresh) {
      ids_.push_back(id);
      home_of_id_.push_back(UINT32_MAX);
    }
    if (home_of_id_[at] != UINT32_MAX) return home_of_id_[at];
    waiting_ = at;
    return none();
  }

  // Of the SKU as it stands, or of all that fold like it.
  Shelf& shelf_of(const std::string& sku, bool folds) {
    const std::string name =
        (folds ? '~' : '=') + (folds ? fold_sku(sku) : sku);
    const auto fresh = static_cast<std::uint32_t>(shelves_.size());
    const std::uint32_t at = skus_.find_or_add(
        text_hash(name), fresh,
        [&](std::uint32_t shelf) { return shelves_[shelf].name == name; });
    if (at == fresh) shelves_.push_back({name, {}, {}, {}});
    return shelves_[at];
  }

  const OrderBook& book_;
  const bool many_;
  std::vector<JoinedItem> items_;
  std::vector<std::uint32_t> homes_;
  std::uint32_t report_ = UINT32_MAX;
  std::uint32_t noted_ = 0;
  Cursor any_;
  TextNumbers skus_, id_numbers_;
  std::vector<Shelf> shelves_;
  std::vector<ItemId> ids_;
  std::vector<std::uint32_t> home_of_id_;
  std::uint32_t waiting_ = UINT32_MAX;  // of ids_: its home is not known yet
  std::uint32_t found_ = 0;             // what was found for it
};

// Whether a report may tell a line twice: an order stands in two places of it,
// or has an item id twice. Without ids, two lines are two items.
bool tells_twice(const Report& report) {
  constexpr std::uint32_t kFree = UINT32_MAX;
  const std::size_t mask = std::bit_ceil(2 * report.parts.size() + 1) - 1;
  std::vector<std::uint32_t> orders(mask + 1, kFree);  // their part, by hash
  for (std::uint32_t part = 0; part < report.parts.size(); ++part) {
    const OrderId order = report.parts[part].order;
    std::size_t at = text_hash({}, order.packed()) & mask;
    for (; orders[at] != kFree; at = (at + 1) & mask) {
      if (report.parts[orders[at]].order == order) return true;
    }
    orders[at] = part;
  }
  for (std::uint32_t i = 1; i < report.lines.size(); ++i) {
    const Line& line = report.lines[i];
    std::uint32_t before = i;
    while (before > 0 && report.lines[before - 1].part == line.part) {
      --before;
      const bool same = report.lines[before].item == line.item;
      if ((same && !line.item.none()) || i - before > kFewLines) return true;
    }
  }
  return false;
}

}  // namespace

OrderBook OrderBook::join(std::vector<const Report*> reports) {
  OrderBook book;
  put_in_order(reports);
  book.reports_ = std::move(reports);
  for (std::uint32_t r = 0; r < book.reports_.size(); ++r) {
    const Report& report = *book.reports_[r];
    book.counts_.push_back(report.counts);
    for (const Reject& reject : report.rejects)
      book.rejects_.emplace_back(r, reject);
  }

  book.join_lines();
  // A row is rejected once, so report and row tell rejects apart.
  compact_sort(book.rejects_, [](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    return a.second.row < b.second.row;
  });
  return book;
}

// Sorted by order id, stably: each report's lines stay in their order. The
// lines of one part lie together, and are sorted as one.
void OrderBook::join_lines() {
  struct Stretch {
    std::uint32_t report, first, last;  // lines
  };
  std::vector<std::uint64_t> orders;  // of each stretch
  std::vector<Stretch> stretches;
  std::size_t parts = 0, total = 0;
  for (const Report* const report : reports_) {
    parts += report->parts.size();
    total += report->lines.size();
  }
  orders.reserve(parts);
  stretches.reserve(parts);
  for (std::uint32_t r = 0; r < reports_.size(); ++r) {
    const Report& report = *reports_[r];
    for (std::uint32_t first = 0; first < report.lines.size();) {
      const std::uint32_t part = report.lines[first].part;
      bool counts = false;
      std::uint32_t last = first;
      for (; last < report.lines.size() && report.lines[last].part == part;
           ++last)
        counts = counts || !report.lines[last].rejected;
      if (counts) {
        orders.push_back(report.parts[part].order.packed());
        stretches.push_back({r, first, last});
      }
      first = last;
    }
  }
  const std::vector<std::uint32_t> entries = key_sorted(orders);
  sources_.reserve(total);
  items_.reserve(total);
  // Orders are numbered by id, and joined one after the other as their files
  // have them: what a loop over all of them reads lies together.
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<std::uint32_t> runs;  // where each order's entries begin
  runs.reserve(entries.size() + 1);
  std::vector<std::uint32_t> begun_by(entries.size(), kNone);  // of stretches
  for (std::uint32_t i = 0; i < entries.size(); ++i) {
    const bool same = i > 0 && orders[entries[i]] == orders[entries[i - 1]];
    if (same) continue;
    begun_by[entries[i]] = static_cast<std::uint32_t>(runs.size());
    runs.push_back(i);
  }
  orders_.reserve(runs.size());
  in_file_order_.reserve(runs.size());
  place_.resize(runs.size());
  runs.push_back(static_cast<std::uint32_t>(entries.size()));
  std::vector<Source> lines;
  for (std::size_t i = 0; i < begun_by.size(); ++i) {
    const std::uint32_t order = begun_by[i];
    if (order == kNone) continue;
    place_[order] = static_cast<std::uint32_t>(in_file_order_.size());
    in_file_order_.push_back(order);
    lines.clear();
    for (std::uint32_t e = runs[order]; e < runs[order + 1]; ++e) {
      const Stretch& stretch = stretches[entries[e]];
      for (std::uint32_t l = stretch.first; l < stretch.last; ++l) {
        if (!reports_[stretch.report]->lines[l].rejected)
          lines.push_back({stretch.report, l});
      }
    }
    add_order(OrderId::unpacked(orders[i]), lines);
  }
}

void OrderBook::weigh(const Policies& policies, Instant now,
                      const SellersWord& word) {
  evidence_ = ReportEvidence();
  evidence_ = ReportEvidence::weigh(*this, policies, now, word);
}

// Whether no two lines can be one item.
bool OrderBook::told_once(std::span<const Source> lines) const {
  if (lines.size() == 1) return true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].report != lines[0].report) return false;
    const ItemId item = line(lines[i]).item;
    if (item.none()) return false;
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

void OrderBook::add_order(OrderId id, std::span<Source> lines) {
  Order one{id, item_count(), 0, static_cast<std::uint32_t>(sources_.size()),
            0};
  join_items(lines);
  one.last_item = item_count();
  one.last_source = static_cast<std::uint32_t>(sources_.size());
  orders_.push_back(one);
}

void OrderBook::join_items(std::span<Source> lines) {
  // Most orders are one line, or some lines of one report with different ids.
  if (told_once(lines)) {
    if (lines.size() > 1) {
      compact_sort(lines, [&](Source a, Source b) {
        return line(a).item < line(b).item;
      });
    }
    for (const Source source : lines) {
      items_.push_back(static_cast<std::uint32_t>(sources_.size()));
      sources_.push_back(source);
    }
    return;
  }
  std::vector<JoinedItem> items(1);
  std::vector<std::uint32_t> homes;  // empty: all lines are the one item's
  if (!one_item(*this, lines)) {
    ItemHomes finder(*this, lines.size());
    homes = finder.find(lines);
    items.resize(finder.count());
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Source source = lines[i];
    JoinedItem& home = items[homes.empty() ? 0 : homes[i]];
    if (home.sources.empty()) {
      home = {line(source).item, {source}};
      continue;
    }
    const std::size_t compared = std::min(home.sources.size(), kMostCompared);
    bool agreed = true, duplicate = false, same = false;
    for (std::size_t k = 0; k < compared && agreed; ++k) {
      const Source kept = home.sources[k];
      agreed = agrees(kept, source);
      // Two returns of one line are two returns, not one told twice.
      const bool once_more = report(kept).kind == report(source).kind &&
                             !tells_refunds(report(source).kind);
      duplicate = duplicate || once_more;
      same = same || (once_more && same_progress(*this, kept, source));
    }
    if (!agreed) continue;
    ReportCounts& counts = counts_[source.report];
    if (duplicate) {
      --counts.items;
      ++counts.duplicates;
    }
    if (home.id.none()) home.id = line(source).item;
    // What tells nothing new is counted, not kept: a line may be told a million
    // times.
    if (same && home.sources.size() >= kMostCompared) continue;
    home.sources.push_back(source);
  }
  // By item id; items without one as their report has them.
  compact_sort(items, [](const JoinedItem& a, const JoinedItem& b) {
    if (a.id != b.id) return a.id < b.id;
    const Source x = a.sources[0], y = b.sources[0];
    return x.report != y.report ? x.report < y.report : x.line < y.line;
  });
  for (const JoinedItem& item : items) {
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
    if (!skus[0].empty() && !skus[1].empty() && !same_sku(skus[0], skus[1])) {
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
  reject.order = part(other).order;
  reject.other_file = report(kept).file;
  reject.other_row = line(kept).row;
  reject.other_value = report(kept).cell(line(kept), column);
  rejects_.emplace_back(other.report, std::move(reject));
  --counts_[other.report].items;
  ++counts_[other.report].rejected;
}

ReportCounts OrderBook::counts_alone(const Report& report) {
  return tells_twice(report) ? join({&report}).counts(0) : report.counts;
}

std::optional<std::uint32_t> OrderBook::find(OrderId id) const {
  const auto found =
      std::lower_bound(place_.begin(), place_.end(), id,
                       [this](std::uint32_t place, OrderId wanted) {
                         return orders_[place].id < wanted;
                       });
  if (found == place_.end() || orders_[*found].id != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - place_.begin());
}

std::string OrderBook::order_cell(std::uint32_t order, Column column) const {
  const std::span<const Source> told = order_sources(order);
  if (told.size() > 1 && is_of_address(column))
    return address_cell(*this, order, column);
  // By report, where sources stand by item.
  std::string first;
  std::uint32_t first_report = UINT32_MAX;
  for (const Source source : told) {
    if (source.report >= first_report) continue;
    std::string cell = report(source).cell(part(source), column);
    if (cell.empty()) continue;
    first = std::move(cell);
    first_report = source.report;
  }
  return first;
}

std::string OrderBook::item_cell(std::uint32_t item, Column column) const {
  for (const Source source : sources(item)) {
    std::string cell = report(source).cell(line(source), column);
    if (!cell.empty()) return cell;
  }
  return {};
}

}  // namespace parcelwise
