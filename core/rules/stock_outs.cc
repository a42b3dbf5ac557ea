// Gives the units in hand to orders by ship-by; see rules/stock_outs.h.
#include "rules/stock_outs.h"

#include <algorithm>
#include <map>

#include "rules/order_facts.h"

namespace parcelwise {
namespace {

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '"')) {
    text.remove_prefix(1);
  }
  while (!text.empty() &&
         (text.back() == ' ' || text.back() == '"' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace

tl::expected<std::vector<StockLevel>, StockError> read_stock(std::string_view text) {
  std::vector<StockLevel> stock;
  // What a spreadsheet saves as "CSV UTF-8" begins with a mark.
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  std::size_t row = 0;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = trim(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    ++row;
    if (line.empty()) continue;
    const std::size_t separator = line.find_first_of("\t,;");
    StockLevel level;
    level.sku = trim(line.substr(0, separator));
    const std::string_view units =
        separator == std::string_view::npos ? "0" : trim(line.substr(separator + 1));
    const bool digits = !units.empty() && units.size() <= 9 &&
                        units.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits || level.sku.empty()) {
      if (row == 1 && (level.sku == "sku" || level.sku == "SKU")) continue;
      return tl::unexpected(StockError{row, std::string(line.substr(0, 80))});
    }
    for (const char c : units) level.units = level.units * 10 + (c - '0');
    stock.push_back(std::move(level));
  }
  return stock;
}

StockOuts StockOuts::find(const OrderBook& book, const Policy& policy,
                          const std::vector<StockLevel>& stock) {
  StockOuts outs;
  std::map<std::string, int, std::less<>> left;
  for (const StockLevel& level : stock) left[level.sku] += level.units;
  if (left.empty()) return outs;

  struct Want {
    std::int64_t ship_by;
    std::uint32_t order;
    std::uint32_t item;
    int units;
  };
  std::vector<Want> wants;
  for (std::uint32_t order = 0; order < book.order_count(); ++order) {
    const OrderFacts facts = order_facts(book, order, policy, false);
    if (!facts.to_ship()) continue;
    for (std::uint32_t item = book.first_item(order); item < book.last_item(order);
         ++item) {
      const int units = item_units(book, item).unshipped;
      if (units == 0) continue;
      if (left.find(book.item_cell(item, Column::kSku)) == left.end()) continue;
      const std::int64_t ship_by =
          facts.ship_by ? facts.ship_by->at.unix_seconds : INT64_MAX;
      wants.push_back({ship_by, order, item, units});
    }
  }
  std::sort(wants.begin(), wants.end(), [](const Want& a, const Want& b) {
    if (a.ship_by != b.ship_by) return a.ship_by < b.ship_by;
    return a.item < b.item;
  });
  for (const Want& want : wants) {
    std::string sku = book.item_cell(want.item, Column::kSku);
    int& units = left.find(sku)->second;
    if (units >= want.units) {
      units -= want.units;
    } else {
      outs.missing_.emplace_back(want.order, std::move(sku));
    }
  }
  std::sort(outs.missing_.begin(), outs.missing_.end());
  outs.missing_.erase(std::unique(outs.missing_.begin(), outs.missing_.end()),
                      outs.missing_.end());
  return outs;
}

bool StockOuts::affects(std::uint32_t order) const {
  const auto found = std::lower_bound(missing_.begin(), missing_.end(),
                                      std::pair{order, std::string()});
  return found != missing_.end() && found->first == order;
}

std::vector<std::string> StockOuts::missing(std::uint32_t order) const {
  std::vector<std::string> skus;
  for (auto found = std::lower_bound(missing_.begin(), missing_.end(),
                                     std::pair{order, std::string()});
       found != missing_.end() && found->first == order; ++found) {
    skus.push_back(found->second);
  }
  return skus;
}

}  // namespace parcelwise
