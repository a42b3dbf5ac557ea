// SKU tables: each cell is checked where it is read, and the first wrong one
// refuses the table.
#include "parcel/sku_table.h"

#include <algorithm>

#include "files/json_reader.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr int kMostPercent = 100'00;
constexpr std::size_t kLongestLabel = 100;

struct TemperatureWord {
  std::string_view word;
  Temperature temperature;
};
constexpr TemperatureWord kTemperatureWords[] = {
    {"normal", Temperature::kAmbient}, {"ambient", Temperature::kAmbient},
    {"常温", Temperature::kAmbient},   {"chilled", Temperature::kChilled},
    {"cool", Temperature::kChilled},   {"冷蔵", Temperature::kChilled},
    {"frozen", Temperature::kFrozen},  {"冷凍", Temperature::kFrozen}};

std::optional<Temperature> read_temperature(std::string_view cell) {
  const std::string word = narrow(cell);
  for (const TemperatureWord& known : kTemperatureWords) {
    if (known.word == word) return known.temperature;
  }
  return std::nullopt;
}

// "8%", "8 %" or "8". Below 1 a bare number may be a spreadsheet's own 0.08 for
// 8 %, so it needs the sign.
std::optional<int> read_rate(std::string_view cell) {
  std::string text = narrow(cell);
  const bool percent = !text.empty() && text.back() == '%';
  if (percent) text.pop_back();
  while (percent && !text.empty() && text.back() == ' ') text.pop_back();
  const auto rate = read_number(text, 2, kMostPercent);
  if (!rate || (!percent && *rate > 0 && *rate < 100)) return std::nullopt;
  return static_cast<int>(*rate);
}

struct SkuColumns {
  std::size_t sku = 0;
  std::array<std::optional<MeasureColumn>, 3> sides;
  std::optional<MeasureColumn> weight;
  std::optional<std::size_t> temperature, tax_rate, label;
};

tl::expected<SkuColumns, TableError> find_columns(const TableText& table) {
  SkuColumns columns;
  const auto sku = table.column({"sku", "商品管理番号"});
  if (!sku) return tl::unexpected(table.wrong_heading("", "a column sku"));
  columns.sku = *sku;
  const auto length =
      find_measure(table, {"length", "長さ", "縦"}, kLengthUnits);
  if (!length) return tl::unexpected(length.error());
  const auto width = find_measure(table, {"width", "幅", "横"}, kLengthUnits);
  if (!width) return tl::unexpected(width.error());
  const auto height = find_measure(table, {"height", "高さ"}, kLengthUnits);
  if (!height) return tl::unexpected(height.error());
  columns.sides = {*length, *width, *height};
  const int given = columns.sides[0].has_value() +
                    columns.sides[1].has_value() + columns.sides[2].has_value();
  if (given != 0 && given != 3) {
    return tl::unexpected(
        table.wrong_heading("", "all of length, width and height, or none"));
  }
  const auto weight =
      find_measure(table, {"weight", "重さ", "重量"}, kWeightUnits);
  if (!weight) return tl::unexpected(weight.error());
  columns.weight = *weight;
  columns.temperature = table.column({"temperature", "温度帯"});
  columns.tax_rate = table.column({"tax_rate", "税率"});
  columns.label = table.column({"label", "ラベル品名", "略称"});
  return columns;
}

class SkuReader {
 public:
  SkuReader(const TableText& table, const SkuColumns& columns)
      : table_(table), columns_(columns) {}

  std::optional<TableError> read(std::size_t row, Sku& sku) {
    sku.sku = std::string(table_.cell(row, columns_.sku));
    if (sku.sku.empty() || sku.sku.size() > 200) {
      return table_.wrong(row, columns_.sku, "a SKU of 1 to 200 bytes");
    }
    if (auto error = read_sides(row, sku)) return error;
    if (columns_.weight && !table_.cell(row, columns_.weight->column).empty()) {
      int grams = 0;
      if (auto error = measure(row, *columns_.weight, kHeaviestUnit,
                               columns_.weight->decimals == 0
                                   ? "a number of g from 1 to 1000000"
                                   : "a number of kg from 0.001 to 1000",
                               grams)) {
        return error;
      }
      sku.grams = grams;
    }
    if (columns_.temperature &&
        !table_.cell(row, *columns_.temperature).empty()) {
      sku.temperature =
          read_temperature(table_.cell(row, *columns_.temperature));
      if (!sku.temperature) {
        return table_.wrong(row, *columns_.temperature,
                            "normal, chilled or frozen, or blank");
      }
    }
    if (columns_.tax_rate && !table_.cell(row, *columns_.tax_rate).empty()) {
      const std::string_view cell = table_.cell(row, *columns_.tax_rate);
      sku.tax_rate = read_rate(cell);
      if (!sku.tax_rate) {
        return table_.wrong(
            row, *columns_.tax_rate,
            number_expected(cell, "a rate such as 8% or 10%, or blank"));
      }
    }
    if (columns_.label) {
      const std::string_view cell = table_.cell(row, *columns_.label);
      const bool breaks = std::any_of(cell.begin(), cell.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
      });
      if (cell.size() > kLongestLabel || breaks) {
        return table_.wrong(row, *columns_.label,
                            "a label of at most 100 bytes on one line");
      }
      sku.label = cell;
    }
    return std::nullopt;
  }

 private:
  std::optional<TableError> read_sides(std::size_t row, Sku& sku) {
    if (!columns_.sides[0]) return std::nullopt;
    int blank = 0;
    for (const auto& side : columns_.sides)
      blank += table_.cell(row, side->column).empty();
    if (blank == 3) return std::nullopt;
    Box box{};
    for (std::size_t i = 0; i < 3; ++i) {
      const MeasureColumn& side = *columns_.sides[i];
      if (auto error =
              measure(row, side, kLongestSide,
                      side.decimals == 0 ? "a number of mm from 1 to 5000"
                                         : "a number of cm from 0.1 to 500",
                      box[i])) {
        return error;
      }
    }
    sku.box = box;
    return std::nullopt;
  }

  std::optional<TableError> measure(std::size_t row,
                                    const MeasureColumn& column, int most,
                                    const char* expected, int& value) {
    const std::string_view cell = table_.cell(row, column.column);
    const auto number = read_measure(cell, column.decimals, most);
    if (!number || *number == 0) {
      return table_.wrong(row, column.column, number_expected(cell, expected));
    }
    value = static_cast<int>(*number);
    return std::nullopt;
  }

  const TableText& table_;
  const SkuColumns& columns_;
};

}  // namespace

tl::expected<SkuTable, TableError> SkuTable::load(std::string_view text) {
  const auto table = TableText::read(text);
  if (!table) return tl::unexpected(table.error());
  const auto columns = find_columns(*table);
  if (!columns) return tl::unexpected(columns.error());
  SkuTable result;
  std::vector<Sku> read(table->rows());
  std::vector<std::uint32_t> order;
  SkuReader reader(*table, *columns);
  for (std::size_t row = 0; row < table->rows(); ++row) {
    if (auto error = reader.read(row, read[row]))
      return tl::unexpected(std::move(*error));
    order.push_back(static_cast<std::uint32_t>(row));
  }
  compact_sort(order, [&](std::uint32_t a, std::uint32_t b) {
    const int compared = read[a].sku.compare(read[b].sku);
    return compared != 0 ? compared < 0 : a < b;
  });
  // Of all that stand twice, the first in the file is told.
  std::uint32_t twice = 0;
  std::uint32_t before = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    if (read[order[i]].sku != read[order[i - 1]].sku) continue;
    if (twice != 0 && twice < order[i]) continue;
    twice = order[i];
    before = order[i - 1];
  }
  if (twice != 0) {
    return tl::unexpected(
        table->wrong(twice, columns->sku,
                     "each SKU once: it stands in row " +
                         std::to_string(table->number(before)) + " too"));
  }
  for (const std::uint32_t row : order)
    result.skus_.push_back(std::move(read[row]));
  std::vector<std::size_t> used = {columns->sku};
  for (const auto& side : columns->sides) {
    if (side) used.push_back(side->column);
  }
  if (columns->weight) used.push_back(columns->weight->column);
  if (columns->temperature) used.push_back(*columns->temperature);
  if (columns->tax_rate) used.push_back(*columns->tax_rate);
  if (columns->label) used.push_back(*columns->label);
  for (std::size_t i = 0; i < table->columns(); ++i) {
    if (std::find(used.begin(), used.end(), i) == used.end()) {
      result.unused_.push_back(table->name(i));
    }
  }
  return result;
}

const Sku* SkuTable::find(std::string_view sku) const {
  const auto found =
      std::lower_bound(skus_.begin(), skus_.end(), sku,
                       [](const Sku& known, std::string_view wanted) {
                         return known.sku < wanted;
                       });
  return found != skus_.end() && found->sku == sku ? &*found : nullptr;
}

}  // namespace parcelwise
