// Reads a tariff written as a table: one service and one price a row, the
// columns found by their names.
#include <algorithm>

#include "address/prefecture.h"
#include "files/json_reader.h"
#include "parcel/tariff_readers.h"
#include "text/compact_sort.h"
#include "text/shortened.h"

namespace parcelwise {

class TariffTableReader {
 public:
  explicit TariffTableReader(const TableText& table) : table_(table) {}

  tl::expected<Tariff, TableError> read() {
    tariff_.id_ = "own";
    if (!find_columns()) return tl::unexpected(std::move(*error_));
    if (table_.rows() == 0) {
      return tl::unexpected(
          TableError{0, "", "", "a heading and at least one row", ""});
    }
    if (table_.rows() > kMostRates) {
      return tl::unexpected(TableError{0, "", "", "at most 100000 rows", ""});
    }
    // A zone a prefecture; elsewhere one for all.
    const bool japan = tariff_.currency_.code() == "JPY";
    tariff_.places_ = japan ? Tariff::Places::kJapan : Tariff::Places::kAny;
    if (!japan) tariff_.zones_.emplace_back();
    for (Prefecture i = 1; japan && i <= kPrefectures; ++i) {
      tariff_.zones_.emplace_back(prefecture_name(i));
      tariff_.prefecture_zones_.push_back(static_cast<std::uint16_t>(i - 1));
    }
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      if (!read_row(row)) return tl::unexpected(std::move(*error_));
    }
    if (const auto row = tariff_.settle()) {
      return tl::unexpected(table_.wrong(
          *row, service_, "one price for a service, a pair and a day"));
    }
    return std::move(tariff_);
  }

 private:
  bool refuse(TableError error) {
    if (!error_) error_ = std::move(error);
    return false;
  }
  bool wrong(std::size_t row, std::size_t column, std::string expected) {
    return refuse(table_.wrong(row, column, std::move(expected)));
  }

  bool find(std::optional<MeasureColumn>& measure,
            std::initializer_list<std::string_view> names,
            std::span<const MeasureUnit> units) {
    auto found = find_measure(table_, names, units);
    if (!found) return refuse(std::move(found.error()));
    measure = *found;
    if (measure) used_.push_back(measure->column);
    return true;
  }

  std::optional<std::size_t> find(
      std::initializer_list<std::string_view> names) {
    const auto column = table_.column(names);
    if (column) used_.push_back(*column);
    return column;
  }

  bool find_columns() {
    const auto service = find({"service", "サービス"});
    if (!service) return refuse(table_.wrong_heading("", "a column service"));
    service_ = *service;
    if (!find_price()) return false;
    from_ = find({"from", "発地"});
    to_ = find({"to", "着地"});
    valid_from_ = find({"valid_from", "適用開始日"});
    source_ = find({"source", "出典"});
    if (!find(sum_, {"max_sum", "三辺合計"}, kLengthUnits) ||
        !find(side_, {"max_side", "最大辺"}, kLengthUnits) ||
        !find(box_[0], {"length", "長さ", "縦"}, kLengthUnits) ||
        !find(box_[1], {"width", "幅", "横"}, kLengthUnits) ||
        !find(box_[2], {"height", "高さ", "厚さ"}, kLengthUnits) ||
        !find_weight()) {
      return false;
    }
    const int sides =
        box_[0].has_value() + box_[1].has_value() + box_[2].has_value();
    if (sides != 0 && sides != 3) {
      return refuse(
          table_.wrong_heading("", "all of length, width and height, or none"));
    }
    if (!sum_ && sides == 0) {
      return refuse(table_.wrong_heading(
          "", "max_sum_mm or max_sum_cm, or length, width and height"));
    }
    for (std::size_t i = 0; i < table_.columns(); ++i) {
      if (std::find(used_.begin(), used_.end(), i) != used_.end()) continue;
      if (table_.name(i).empty() && is_blank(i)) continue;
      return refuse(table_.wrong_heading(
          table_.name(i),
          "one of service, from, to, max_sum_mm, max_side_mm, length_mm, "
          "width_mm, "
          "height_mm, max_grams, price, valid_from, source"));
    }
    return true;
  }

  bool is_blank(std::size_t column) const {
    for (std::size_t row = 0; row < table_.rows(); ++row) {
      if (!table_.cell(row, column).empty()) return false;
    }
    return true;
  }

  bool find_price() {
    for (std::size_t i = 0; i < table_.columns(); ++i) {
      const std::string& name = table_.folded(i);
      std::string code;
      if (name == "price" || name == "料金") {
        code = "JPY";
      } else if (name.starts_with("price_")) {
        code = name.substr(6);
      } else {
        continue;
      }
      if (tariff_.currency_.known()) {
        return refuse(
            table_.wrong_heading(table_.name(i), "one column for the price"));
      }
      const auto currency = Currency::from_code(code);
      if (!currency) {
        return refuse(table_.wrong_heading(
            table_.name(i), "price, or price_ and a currency: price_eur"));
      }
      tariff_.currency_ = *currency;
      price_ = i;
      used_.push_back(i);
    }
    if (tariff_.currency_.known()) return true;
    return refuse(table_.wrong_heading("", "a column price"));
  }

  // max_grams and max_kg carry no measure's name before their unit.
  bool find_weight() {
    if (!find(weight_, {"max_weight", "最大重量"}, kWeightUnits)) return false;
    const auto grams = find({"max_grams", "max_g"});
    const auto kilograms = find({"max_kg"});
    if (weight_.has_value() + grams.has_value() + kilograms.has_value() > 1) {
      return refuse(table_.wrong_heading("", "one column for the weight"));
    }
    if (grams) weight_ = MeasureColumn{*grams, 0};
    if (kilograms) weight_ = MeasureColumn{*kilograms, 3};
    return true;
  }

  // 0 where the cell is blank.
  bool measure(std::size_t row, const std::optional<MeasureColumn>& column,
               int most, const char* unit, int& value) {
    value = 0;
    if (!column) return true;
    const std::string_view cell = table_.cell(row, column->column);
    if (cell.empty()) return true;
    const auto number = read_measure(cell, column->decimals, most);
    if (!number || *number == 0) {
      return wrong(
          row, column->column,
          number_expected(cell, "a number above 0, at most " +
                                    std::to_string(most) + " " + unit));
    }
    value = static_cast<int>(*number);
    return true;
  }

  bool zone(std::size_t row, std::optional<std::size_t> column,
            std::uint16_t& zone, bool& named) {
    named = column && !table_.cell(row, *column).empty();
    zone = 0;
    if (!named) return true;
    if (tariff_.places_ == Tariff::Places::kAny) {
      return wrong(row, *column,
                   "nothing: only a tariff in yen knows prefectures");
    }
    const Prefecture prefecture = find_prefecture(table_.cell(row, *column));
    if (prefecture == 0) {
      return wrong(row, *column,
                   "a prefecture such as 東京都 or Tokyo, or nothing for all");
    }
    zone = static_cast<std::uint16_t>(prefecture - 1);
    return true;
  }

  bool read_row(std::size_t row) {
    Tariff::Rate rate;
    rate.row = static_cast<std::uint32_t>(row);
    bool from_named = false, to_named = false;
    if (!read_service(row, rate.key.service) ||
        !zone(row, from_, rate.key.from, from_named) ||
        !zone(row, to_, rate.key.to, to_named)) {
      return false;
    }
    rate.key.scope = from_named && to_named ? Tariff::Scope::kPair
                     : from_named           ? Tariff::Scope::kFrom
                     : to_named             ? Tariff::Scope::kTo
                                            : Tariff::Scope::kEverywhere;
    const std::string_view price = table_.cell(row, price_);
    const auto amount =
        read_number(narrow(price), tariff_.currency_.exponent(), kMostPrice);
    if (!amount) {
      return wrong(row, price_,
                   number_expected(price, amount_expected(tariff_.currency_)));
    }
    rate.price = *amount;
    rate.valid_from = kAlways;
    if (valid_from_ && !table_.cell(row, *valid_from_).empty()) {
      const auto day = read_day(table_.cell(row, *valid_from_));
      if (!day)
        return wrong(row, *valid_from_, "a day such as 2026-11-20, or nothing");
      rate.valid_from = *day;
    }
    std::string source;
    if (source_) source = shortened(table_.cell(row, *source_));
    if (tariff_.origins_.empty() || tariff_.origins_.back().source != source) {
      tariff_.origins_.push_back({std::move(source), ""});
    }
    rate.origin = static_cast<std::uint32_t>(tariff_.origins_.size() - 1);
    tariff_.rates_.push_back(rate);
    return true;
  }

  bool read_service(std::size_t row, std::uint16_t& number) {
    const std::string id(table_.cell(row, service_));
    if (id.empty() || id.size() > 60) {
      return wrong(row, service_, "a service's name of 1 to 60 bytes");
    }
    ParcelLimits limits;
    int grams = 0;
    if (!measure(row, sum_, 3 * kMostMillimetres, "mm", limits.max_sum) ||
        !measure(row, side_, kMostMillimetres, "mm", limits.max_side) ||
        !measure(row, weight_, kMostGrams, "g", grams)) {
      return false;
    }
    limits.max_grams = grams;
    for (std::size_t i = 0; i < 3; ++i) {
      if (!measure(row, box_[i], kMostMillimetres, "mm", limits.inner[i]))
        return false;
    }
    compact_sort(limits.inner, [](int a, int b) { return a > b; });
    if (limits.has_inner() && limits.inner[2] == 0) {
      return wrong(row, box_[2]->column,
                   "all of length, width and height, or none");
    }
    if (limits.max_sum == 0 && !limits.has_inner()) {
      return wrong(row, sum_ ? sum_->column : box_[0]->column,
                   "a sum of sides, or length, width and height");
    }
    const auto known = tariff_.service(id);
    if (!known) {
      if (tariff_.services_.size() == kMostServices) {
        return wrong(row, service_, "at most 1000 services");
      }
      number = static_cast<std::uint16_t>(tariff_.services_.size());
      tariff_.services_.push_back({id, id, limits});
      return true;
    }
    number = static_cast<std::uint16_t>(*known);
    const ParcelLimits& first = tariff_.services_[*known].limits;
    if (first.max_sum != limits.max_sum || first.max_side != limits.max_side ||
        first.inner != limits.inner || first.max_grams != limits.max_grams) {
      return wrong(row, service_,
                   "the limits of the service's first row; another size is "
                   "another service");
    }
    return true;
  }

  static constexpr Day kAlways{-1'000'000};

  const TableText& table_;
  Tariff tariff_;
  std::optional<TableError> error_;
  std::vector<std::size_t> used_;
  std::size_t service_ = 0, price_ = 0;
  std::optional<std::size_t> from_, to_, valid_from_, source_;
  std::optional<MeasureColumn> sum_, side_, weight_;
  std::optional<MeasureColumn> box_[3];
};

tl::expected<Tariff, TableError> read_tariff_table(const TableText& table) {
  return TariffTableReader(table).read();
}

}  // namespace parcelwise
