// Gives the units in hand to orders by ship-by; see orders/stock_outs.h.
#include "orders/stock_outs.h"

#include <algorithm>

#include "orders/order_facts.h"
#include "text/compact_sort.h"
#include "text/fold.h"
#include "text/trim.h"

namespace parcelwise {
namespace {

// The cells of a line, one after the other.
class LineCells {
 public:
  explicit LineCells(std::string_view line) : rest_(line) {
    if (line.find('\t') != std::string_view::npos) separators_ = "\t";
  }

  bool done() const { return done_; }

  // False where a quote is not closed, or is followed by more than blanks.
  bool read(std::string& cell) {
    cell.clear();
    const std::size_t start = rest_.find_first_not_of(' ');
    if (start == std::string_view::npos || rest_[start] != '"') {
      const std::size_t end = rest_.find_first_of(separators_);
      cell = trimmed(rest_.substr(0, end));
      leave(end);
      return true;
    }
    std::size_t at = start + 1;
    for (;; ++at) {
      if (at >= rest_.size()) return false;
      if (rest_[at] == '"') {
        if (at + 1 >= rest_.size() || rest_[at + 1] != '"') break;
        ++at;  // two stand for one
      }
      cell += rest_[at];
    }
    cell = std::string(trimmed(cell));
    const std::size_t end = rest_.find_first_of(separators_, at + 1);
    const std::string_view behind = rest_.substr(
        at + 1, end == std::string_view::npos ? end : end - at - 1);
    leave(end);
    return trimmed(behind).empty();
  }

 private:
  void leave(std::size_t end) {
    done_ = end == std::string_view::npos;
    rest_.remove_prefix(done_ ? rest_.size() : end + 1);
  }

  std::string_view rest_;
  const char* separators_ = ",;";
  bool done_ = false;
};

bool is_count(std::string_view text) {
  return !text.empty() && text.size() <= 9 &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "A-1 3": whoever typed it may have meant three units.
bool ends_in_a_count(std::string_view sku) {
  const std::size_t space = sku.find_last_of(' ');
  return space != std::string_view::npos && is_count(sku.substr(space + 1));
}

// "sku", "SKU", "Seller SKU"
bool is_heading(std::string_view cell) {
  if (cell.size() < 3) return false;
  constexpr std::string_view kSku = "sku";
  const std::string_view end = cell.substr(cell.size() - kSku.size());
  for (std::size_t i = 0; i < kSku.size(); ++i) {
    if ((end[i] | 0x20) != kSku[i]) return false;
  }
  return true;
}

enum class StockLine { kLevel, kHeading, kNeither };

StockLine read_line(std::string_view line, StockLevel& level) {
  LineCells cells(line);
  std::string units;
  if (!cells.read(level.sku)) return StockLine::kNeither;
  if (!cells.done() && !cells.read(units)) return StockLine::kNeither;
  bool more = false;  // than two cells
  while (!cells.done()) {
    std::string blank;
    if (!cells.read(blank)) return StockLine::kNeither;
    more = more || !blank.empty();
  }
  if (units.empty() && level.sku.size() == 3 && is_heading(level.sku)) {
    return StockLine::kHeading;
  }
  if (units.empty() && !ends_in_a_count(level.sku)) units = "0";
  if (!more && is_count(units) && !level.sku.empty() &&
      level.sku.size() <= kMaxSkuBytes) {
    level.units = 0;
    for (const char c : units) level.units = level.units * 10 + (c - '0');
    return StockLine::kLevel;
  }
  return is_heading(level.sku) ? StockLine::kHeading : StockLine::kNeither;
}

bool sku_before(const StockLevel& a, const StockLevel& b) {
  return a.sku < b.sku;
}

// By SKU, each once.
std::vector<StockLevel> added_up(std::vector<StockLevel> stock) {
  compact_sort(stock, sku_before);
  std::vector<StockLevel> sums;
  for (StockLevel& level : stock) {
    if (!sums.empty() && sums.back().sku == level.sku) {
      sums.back().units += level.units;
    } else {
      sums.push_back(std::move(level));
    }
  }
  return sums;
}

// Which level is a SKU's: the one of the same name, or else the only one of the
// same folded name, as typed by hand ("s1" for "S1").
class LevelFinder {
 public:
  explicit LevelFinder(const std::vector<StockLevel>& levels)
      : levels_(levels) {
    for (std::uint32_t i = 0; i < levels.size(); ++i)
      folded_.emplace_back(fold_sku(levels[i].sku), i);
    compact_sort(folded_,
                 [](const Folded& a, const Folded& b) { return a < b; });
  }

  std::optional<std::uint32_t> find(const std::string& sku) const {
    const auto level = std::lower_bound(levels_.begin(), levels_.end(),
                                        StockLevel{sku, 0}, sku_before);
    if (level != levels_.end() && level->sku == sku)
      return static_cast<std::uint32_t>(level - levels_.begin());
    const std::string folded = fold_sku(sku);
    const auto first =
        std::lower_bound(folded_.begin(), folded_.end(), Folded{folded, 0});
    if (folded.empty() || first == folded_.end() || first->first != folded)
      return std::nullopt;
    const auto next = first + 1;
    if (next != folded_.end() && next->first == folded) return std::nullopt;
    return first->second;
  }

 private:
  using Folded = std::pair<std::string, std::uint32_t>;
  const std::vector<StockLevel>& levels_;  // by SKU
  std::vector<Folded> folded_;
};

}  // namespace

tl::expected<std::vector<StockLevel>, StockError> read_stock(
    std::string_view text) {
  std::vector<StockLevel> stock;
  // What a spreadsheet saves as "CSV UTF-8" begins with a mark.
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  std::size_t row = 0;
  while (!text.empty()) {
    // A line ends with LF, CR LF or, from an old spreadsheet, CR alone.
    const std::size_t end = text.find_first_of("\r\n");
    const std::string_view line = trimmed(text.substr(0, end));
    std::size_t next = end == std::string_view::npos ? text.size() : end + 1;
    if (text.substr(0, next).ends_with('\r') && next < text.size() &&
        text[next] == '\n') {
      ++next;
    }
    text.remove_prefix(next);
    ++row;
    if (line.empty()) continue;
    StockLevel level;
    const StockLine found = read_line(line, level);
    if (found == StockLine::kHeading && row == 1) continue;
    if (found != StockLine::kLevel || row > kMaxStockRows) {
      return tl::unexpected(StockError{row, std::string(line.substr(0, 80)),
                                       row > kMaxStockRows});
    }
    stock.push_back(std::move(level));
  }
  return stock;
}

StockOuts StockOuts::find(const OrderBook& book, const Policies& policies,
                          const std::vector<StockLevel>& stock) {
  StockOuts outs;
  if (stock.empty()) return outs;
  std::vector<StockLevel> left = added_up(stock);
  const LevelFinder levels(left);

  struct Want {
    std::int64_t ship_by;
    std::uint32_t order;
    std::uint32_t item;
    std::uint32_t level;  // in `left`
    int units;
    bool same(const Want& other) const {
      return order == other.order && level == other.level;
    }
  };
  std::vector<Want> wants;
  for (std::uint32_t order = 0; order < book.order_count(); ++order) {
    const OrderFacts facts = order_facts(book, order, policies.of(order));
    if (!facts.to_ship()) continue;
    for (std::uint32_t item = book.first_item(order);
         item < book.last_item(order); ++item) {
      const int units = item_units(book, item).unshipped;
      if (units <= 0) continue;
      const auto level = levels.find(book.item_cell(item, Column::kSku));
      if (!level) continue;
      wants.push_back(
          {facts.ship_by ? facts.ship_by->at.unix_seconds : INT64_MAX, order,
           item, *level, units});
    }
  }
  // Orders lie in the book by their id.
  compact_sort(wants, [](const Want& a, const Want& b) {
    if (a.ship_by != b.ship_by) return a.ship_by < b.ship_by;
    if (a.order != b.order) return a.order < b.order;
    if (a.level != b.level) return a.level < b.level;
    return a.item < b.item;
  });
  for (std::size_t i = 0; i < wants.size();) {
    StockLevel& level = left[wants[i].level];
    std::size_t end = i;
    std::int64_t wanted = 0;
    while (end < wants.size() && wants[end].same(wants[i]))
      wanted += wants[end++].units;
    const bool lacking = wanted > level.units;
    for (std::size_t w = i; w < end; ++w) {
      const Want& want = wants[w];
      const std::int64_t given =
          std::min<std::int64_t>(level.units, want.units);
      level.units -= given;
      if (!lacking) continue;
      outs.shortages_.push_back(
          {want.order, want.item, book.item_cell(want.item, Column::kSku),
           static_cast<int>(want.units - given), want.units});
    }
    i = end;
  }
  compact_sort(outs.shortages_, [](const Shortage& a, const Shortage& b) {
    if (a.order != b.order) return a.order < b.order;
    if (a.sku != b.sku) return a.sku < b.sku;
    return a.item < b.item;
  });
  return outs;
}

std::span<const Shortage> StockOuts::of(std::uint32_t order) const {
  const auto first =
      std::lower_bound(shortages_.begin(), shortages_.end(), order,
                       [](const Shortage& shortage, std::uint32_t at) {
                         return shortage.order < at;
                       });
  auto last = first;
  while (last != shortages_.end() && last->order == order) ++last;
  return {shortages_.data() + (first - shortages_.begin()),
          static_cast<std::size_t>(last - first)};
}

std::string stock_error_text(const StockError& error, Language language) {
  return fill(
      Catalogue::of(language).text(error.too_many ? "long_stock" : "bad_stock"),
      {{"row", std::to_string(error.row)},
       {"value", error.text},
       {"limit", std::to_string(kMaxStockRows)}});
}

}  // namespace parcelwise
