// Tariffs: two readers, one for JSON and one for tables, that fill one sorted
// list of rates; and the looking up.
#include "parcel/tariff.h"

#include <algorithm>

#include "address/prefecture.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "text/compact_sort.h"
#include "text/fold.h"
#include "text/shortened.h"

namespace parcelwise {
namespace {

constexpr std::size_t kMostServices = 1'000;
constexpr std::size_t kMostZones = 500;
constexpr std::size_t kMostPlaces = 2'000;
constexpr std::size_t kMostRates = 100'000;
constexpr std::size_t kMostExtras = 100;
constexpr std::int64_t kMostPrice = 1'000'000'000;
constexpr int kMostMillimetres = 10'000;
constexpr int kMostGrams = 1'000'000;

constexpr std::string_view kFolder = "tariffs/";

struct Embedded {
  const char* id;
  std::string_view file;
};
constexpr Embedded kEmbedded[] = {{"yamato", "yamato-ta-q-bin.json"},
                                  {"japan-post", "japan-post-letters.json"}};

std::string amount_expected(const Currency& currency) {
  return "an amount in " + std::string(currency.code()) + " such as " +
         print_amount({currency, currency.exponent() == 0 ? 940 : 9'40});
}

}  // namespace

// ---- JSON -------------------------------------------------------------------

class TariffJsonReader : private JsonReader {
 public:
  tl::expected<Tariff, TableError> read(const Json& json) {
    known_members("", json,
                  {"id", "name", "currency", "places", "zones", "services",
                   "prices", "extras"});
    tariff_.id_ = text("/id", json, "id", "a name of 1 to 60 characters");
    tariff_.name_ = text("/name", json, "name", "a name of 1 to 60 characters");
    const std::string code =
        text("/currency", json, "currency", "an ISO 4217 code");
    if (const auto currency = Currency::from_code(code)) {
      tariff_.currency_ = *currency;
    } else {
      note("/currency", member(json, "currency"),
           "an ISO 4217 code such as JPY");
    }
    read_zones(json);
    read_services(json);
    read_prices(json);
    read_extras(json);
    if (!complaint_) {
      if (const auto row = tariff_.settle()) {
        note(pointers_[*row], Json(),
             "one price for a service, a pair and a day");
      }
    }
    if (complaint_) {
      return tl::unexpected(TableError{0, "", std::move(complaint_->value),
                                       std::move(complaint_->expected),
                                       std::move(complaint_->pointer)});
    }
    return std::move(tariff_);
  }

 private:
  static std::string step(const std::string& at, std::size_t index) {
    return at + "/" + std::to_string(index);
  }

  // A list of `least` or more objects; calls `each` for every one.
  template <typename Each>
  void objects(const std::string& at, const Json& list, std::size_t least,
               std::size_t most, const char* expected, const Each& each) {
    if (!list.is_array() || list.size() < least || list.size() > most) {
      return note(at, list, expected);
    }
    for (std::size_t i = 0; i < list.size() && !complaint_; ++i) {
      if (!list[i].is_object()) return note(step(at, i), list[i], "an object");
      each(step(at, i), list[i]);
    }
  }

  // Without zones all of Japan is one, and so is any place elsewhere.
  void read_zones(const Json& json) {
    const Json& zones = member(json, "zones");
    const bool japan = one_of("/places", json, "places", "japan", "own");
    tariff_.places_ = japan             ? Tariff::Places::kJapan
                      : zones.is_null() ? Tariff::Places::kAny
                                        : Tariff::Places::kOwn;
    if (zones.is_null()) {
      tariff_.zones_.emplace_back();
      if (japan) tariff_.prefecture_zones_.assign(kPrefectures, 0);
      return;
    }
    if (!zones.is_object() || zones.empty() || zones.size() > kMostZones) {
      return note("/zones", zones,
                  "an object of 1 to 500 zones with their places");
    }
    if (japan) tariff_.prefecture_zones_.assign(kPrefectures, kNoZone);
    for (const auto& [zone, places] : zones.items()) {
      const std::string at = "/zones" + pointer_step(zone);
      const auto number = static_cast<std::uint16_t>(tariff_.zones_.size());
      tariff_.zones_.push_back(zone);
      const std::vector<std::string> names =
          texts(at, zones, zone, "a list of places");
      if (complaint_) return;
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (!(japan ? keep_prefecture(names[i], number)
                    : keep_place(names[i], number))) {
          return note(step(at, i), names[i],
                      japan
                          ? "a prefecture of Japan that stands in no other zone"
                          : "a place of 1 to 60 characters that stands in no "
                            "other zone");
        }
      }
    }
    for (Prefecture i = 1; japan && i <= kPrefectures; ++i) {
      if (tariff_.prefecture_zones_[i - 1u] != kNoZone) continue;
      return note("/zones", std::string(prefecture_name(i)),
                  "a zone for each prefecture");
    }
  }

  bool keep_prefecture(const std::string& name, std::uint16_t zone) {
    const Prefecture prefecture = find_prefecture(name);
    if (prefecture == 0) return false;
    std::uint16_t& its_zone = tariff_.prefecture_zones_[prefecture - 1u];
    if (its_zone != kNoZone) return false;
    its_zone = zone;
    return true;
  }

  bool keep_place(const std::string& name, std::uint16_t zone) {
    if (name.size() > 60 || tariff_.own_places_.size() == kMostPlaces)
      return false;
    std::string folded = fold_for_search(name);
    if (folded.empty()) return false;
    for (const auto& [known, its_zone] : tariff_.own_places_) {
      if (known == folded) return false;
    }
    tariff_.own_places_.emplace_back(std::move(folded), zone);
    return true;
  }

  // A whole number from 0 (or 1) to `most`; 0 where there is no such member.
  int limit(const std::string& at, const Json& object, std::string_view name,
            int most) {
    const Json& value = member(object, name);
    if (value.is_null()) return 0;
    if (value.is_number_integer() && value >= 1 && value <= most)
      return value.get<int>();
    note(at + pointer_step(name), value,
         "a whole number from 1 to " + std::to_string(most));
    return 0;
  }

  void read_services(const Json& json) {
    objects(
        "/services", member(json, "services"), 1, kMostServices,
        "a list of 1 to 1000 services",
        [&](const std::string& at, const Json& object) {
          known_members(at, object,
                        {"id", "name", "max_sum_mm", "max_side_mm", "max_grams",
                         "box_mm", "envelope_mm"});
          TariffService service;
          service.id =
              text(at + "/id", object, "id", "a name of 1 to 60 characters");
          service.name = text(at + "/name", object, "name",
                              "a name of 1 to 60 characters");
          if (tariff_.service(service.id))
            note(at + "/id", service.id, "each service once");
          ParcelLimits& limits = service.limits;
          limits.max_sum =
              limit(at, object, "max_sum_mm", 3 * kMostMillimetres);
          limits.max_side = limit(at, object, "max_side_mm", kMostMillimetres);
          limits.max_grams = limit(at, object, "max_grams", kMostGrams);
          const Json& box = member(object, "box_mm");
          const Json& envelope = member(object, "envelope_mm");
          limits.envelope = box.is_null() && !envelope.is_null();
          if (!box.is_null() && !envelope.is_null()) {
            note(at + "/envelope_mm", envelope,
                 "a box or an envelope, not both");
          } else if (limits.envelope) {
            read_inner(at + "/envelope_mm", envelope, 0,
                       "length, width and thickness in mm, the longest first; "
                       "thickness 0 is no limit",
                       limits);
          } else if (!box.is_null()) {
            read_inner(at + "/box_mm", box, 1,
                       "three sides in mm, the longest first", limits);
          } else if (limits.max_sum == 0) {
            note(at, object, "max_sum_mm, box_mm or envelope_mm");
          }
          tariff_.services_.push_back(std::move(service));
        });
  }

  void read_inner(const std::string& at, const Json& list, int least,
                  const char* expected, ParcelLimits& limits) {
    bool right = list.is_array() && list.size() == 3;
    for (std::size_t i = 0; right && i < 3; ++i) {
      right = list[i].is_number_integer() && list[i] >= (i == 2 ? least : 1) &&
              list[i] <= kMostMillimetres;
      if (right) limits.inner[i] = list[i].get<int>();
      right = right && (i == 0 || limits.inner[i] <= limits.inner[i - 1]);
    }
    if (!right) note(at, list, expected);
  }

  std::optional<std::int64_t> amount(const Json& value) const {
    const int exponent = tariff_.currency_.exponent();
    if (value.is_string()) {
      return read_number(value.get_ref<const std::string&>(), exponent,
                         kMostPrice);
    }
    if (exponent == 0 && value.is_number_integer() && value >= 0 &&
        value <= kMostPrice) {
      return value.get<std::int64_t>();
    }
    return std::nullopt;
  }

  // An extra's price may be a discount.
  std::optional<std::int64_t> signed_amount(const Json& value) const {
    if (value.is_string()) {
      std::string text = value.get<std::string>();
      const bool minus = text.starts_with("-");
      if (minus) text.erase(0, 1);
      const auto magnitude = amount(text);
      if (!magnitude || !minus) return magnitude;
      return -*magnitude;
    }
    if (value.is_number_integer() && value < 0 && value >= -kMostPrice) {
      const auto magnitude = amount(-value.get<std::int64_t>());
      if (!magnitude) return std::nullopt;
      return -*magnitude;
    }
    return amount(value);
  }

  std::vector<std::uint16_t> read_columns(const std::string& at,
                                          const Json& object) {
    std::vector<std::uint16_t> columns;
    const auto names = texts(at, object, "services", "a list of services");
    for (std::size_t i = 0; i < names.size(); ++i) {
      const auto service = tariff_.service(names[i]);
      if (!service) {
        note(step(at, i), names[i], "the id of a service");
        break;
      }
      columns.push_back(static_cast<std::uint16_t>(*service));
    }
    return columns;
  }

  std::optional<std::uint16_t> zone(std::string_view name) const {
    const auto& zones = tariff_.zones_;
    const auto found = std::find(zones.begin(), zones.end(), name);
    if (name.empty() || found == zones.end()) return std::nullopt;
    return static_cast<std::uint16_t>(found - zones.begin());
  }

  void read_prices(const Json& json) {
    if (complaint_) return;
    objects(
        "/prices", member(json, "prices"), 1, 1'000, "a list of dated prices",
        [&](const std::string& at, const Json& object) {
          known_members(at, object,
                        {"valid_from", "source", "mark", "services", "rows"});
          Tariff::Rate rate;
          rate.valid_from = valid_from(at, object);
          rate.origin = static_cast<std::uint32_t>(tariff_.origins_.size());
          const Json& mark = member(object, "mark");
          if (!mark.is_null()) text(at + "/mark", object, "mark", "C, L or U");
          tariff_.origins_.push_back(
              {source(at, object),
               mark.is_string() ? mark.get<std::string>() : std::string()});
          const auto columns = read_columns(at + "/services", object);
          objects(at + "/rows", member(object, "rows"), 1, kMostRates,
                  "a list of rows",
                  [&](const std::string& there, const Json& row) {
                    read_row(there, row, columns, rate);
                  });
        });
  }

  void read_row(const std::string& at, const Json& row,
                const std::vector<std::uint16_t>& columns, Tariff::Rate rate) {
    known_members(at, row, {"pairs", "except", "prices"});
    const std::vector<Tariff::Key> keys = read_pairs(at, row);
    const Json& prices = member(row, "prices");
    if (!prices.is_array() || prices.size() != columns.size()) {
      return note(at + "/prices", prices,
                  "a price or null for each of the services");
    }
    for (std::size_t i = 0; i < columns.size() && !complaint_; ++i) {
      if (prices[i].is_null()) continue;  // the service does not go there
      const auto price = amount(prices[i]);
      if (!price) {
        return note(
            step(at + "/prices", i), prices[i],
            amount_expected(tariff_.currency_) +
                (tariff_.currency_.exponent() == 0 ? "" : ", as a text"));
      }
      rate.price = *price;
      rate.row = static_cast<std::uint32_t>(pointers_.size());
      pointers_.push_back(step(at + "/prices", i));
      for (Tariff::Key key : keys) {
        if (tariff_.rates_.size() == kMostRates) {
          return note(at, row, "at most 100000 prices in all");
        }
        key.service = columns[i];
        rate.key = key;
        tariff_.rates_.push_back(rate);
      }
    }
  }

  // "everywhere", "same-prefecture", or a list of "A-B", which is B-A too.
  std::vector<Tariff::Key> read_pairs(const std::string& at, const Json& row) {
    const Json& pairs = member(row, "pairs");
    const Json& except = member(row, "except");
    std::vector<Tariff::Key> keys;
    const bool japan = tariff_.places_ == Tariff::Places::kJapan;
    if (pairs == "everywhere" && except.is_null()) {
      keys.push_back({});
    } else if (pairs == "same-prefecture" && japan) {
      std::vector<std::string> left_out;
      if (!except.is_null())
        left_out = texts(at + "/except", row, "except", "a list of zones");
      for (std::size_t i = 0; i < left_out.size(); ++i) {
        if (!zone(left_out[i]))
          note(step(at + "/except", i), left_out[i], "a zone");
      }
      for (std::uint16_t z = 0; z < tariff_.zones_.size(); ++z) {
        if (std::find(left_out.begin(), left_out.end(), tariff_.zones_[z]) !=
            left_out.end()) {
          continue;
        }
        keys.push_back({0, Tariff::Scope::kSamePrefecture, z, z});
      }
    } else if (pairs.is_array() && except.is_null()) {
      const auto written =
          texts(at + "/pairs", row, "pairs", "a list of pairs");
      for (std::size_t i = 0; i < written.size(); ++i) {
        const std::string_view pair = written[i];
        const std::size_t dash = std::min(pair.find('-'), pair.size());
        const auto from = zone(pair.substr(0, dash));
        const auto to = zone(pair.substr(std::min(dash + 1, pair.size())));
        if (!from || !to) {
          note(step(at + "/pairs", i), written[i], "two zones and a hyphen");
          break;
        }
        keys.push_back({0, Tariff::Scope::kPair, *from, *to});
        if (*from != *to) keys.push_back({0, Tariff::Scope::kPair, *to, *from});
      }
    } else {
      note(at + "/pairs", pairs,
           "everywhere, a list of pairs of zones, or in Japan same-prefecture");
    }
    return keys;
  }

  void read_extras(const Json& json) {
    const Json& extras = member(json, "extras");
    if (complaint_ || extras.is_null()) return;
    objects("/extras", extras, 0, kMostExtras, "a list of at most 100 extras",
            [&](const std::string& at, const Json& object) {
              known_members(at, object,
                            {"id", "name", "instead_of", "valid_from", "source",
                             "mark", "prices"});
              Tariff::Extra extra;
              extra.id = text(at + "/id", object, "id",
                              "a name of 1 to 60 characters");
              extra.name = text(at + "/name", object, "name",
                                "a name of 1 to 60 characters");
              if (object.contains("instead_of")) {
                extra.instead_of = text(at + "/instead_of", object,
                                        "instead_of", "an extra's id");
              }
              for (const Tariff::Extra& known : tariff_.extras_) {
                if (known.id == extra.id)
                  note(at + "/id", extra.id, "each extra once");
              }
              extra.valid_from = valid_from(at, object);
              source(at, object);
              objects(at + "/prices", member(object, "prices"), 1, 1'000,
                      "a list of prices",
                      [&](const std::string& there, const Json& price) {
                        extra.prices.push_back(read_extra_price(there, price));
                      });
              tariff_.extras_.push_back(std::move(extra));
            });
  }

  Tariff::ExtraPrice read_extra_price(const std::string& at,
                                      const Json& object) {
    known_members(at, object, {"services", "to", "collected_most", "price"});
    Tariff::ExtraPrice result;
    if (object.contains("services")) {
      result.services = read_columns(at + "/services", object);
      if (result.services.empty())
        note(at + "/services", object, "a list of services");
    }
    if (object.contains("to")) {
      result.to = zone(text(at + "/to", object, "to", "a zone"));
      if (!result.to) note(at + "/to", member(object, "to"), "a zone");
    }
    if (object.contains("collected_most")) {
      result.collected_most = amount(member(object, "collected_most"));
      if (!result.collected_most) {
        note(at + "/collected_most", member(object, "collected_most"),
             amount_expected(tariff_.currency_));
      }
    }
    const auto price = signed_amount(member(object, "price"));
    if (!price) {
      note(at + "/price", member(object, "price"),
           amount_expected(tariff_.currency_) +
               ", or less than 0 for a discount");
    }
    result.price = price.value_or(0);
    return result;
  }

  static constexpr std::uint16_t kNoZone = 0xFFFF;

  Tariff tariff_;
  std::vector<std::string> pointers_;  // of each price that was read
};

// ---- Tables -----------------------------------------------------------------

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

// ---- Looking up -------------------------------------------------------------

tl::expected<Tariff, TableError> Tariff::load(std::string_view id_or_text) {
  for (const Embedded& embedded : kEmbedded) {
    if (id_or_text != embedded.id) continue;
    return TariffJsonReader().read(
        embedded_json(std::string(kFolder) + std::string(embedded.file)));
  }
  if (id_or_text.find_first_of("\r\n\t,;{[") == std::string_view::npos) {
    std::string expected = "a table, JSON, or one of";
    for (const std::string& id : ids()) expected += " " + id;
    return tl::unexpected(TableError{
        0, "", shortened(id_or_text.substr(0, 100)), std::move(expected), ""});
  }
  if (opens_as_json(id_or_text)) {
    const auto json = open_json(id_or_text);
    if (!json)
      return tl::unexpected(TableError{0, "", "", "", "", json.error()});
    if (json->is_object()) return TariffJsonReader().read(*json);
  }
  const auto table = TableText::read(id_or_text);
  if (!table) return tl::unexpected(table.error());
  return TariffTableReader(*table).read();
}

const std::vector<std::string>& Tariff::ids() {
  static const std::vector<std::string> kIds = {kEmbedded[0].id,
                                                kEmbedded[1].id};
  return kIds;
}

std::optional<std::size_t> Tariff::service(std::string_view id) const {
  for (std::size_t i = 0; i < services_.size(); ++i) {
    if (services_[i].id == id) return i;
  }
  return std::nullopt;
}

std::optional<TariffZone> Tariff::zone_of(std::string_view place) const {
  if (places_ == Places::kAny) return TariffZone{};
  if (places_ == Places::kJapan) {
    const Prefecture prefecture = find_prefecture(place);
    if (prefecture == 0) return std::nullopt;
    return TariffZone{prefecture_zones_[prefecture - 1u],
                      static_cast<std::uint16_t>(prefecture - 1)};
  }
  if (place.size() > 100) return std::nullopt;
  const std::string folded = fold_for_search(place);
  for (std::size_t i = 0; i < own_places_.size(); ++i) {
    if (own_places_[i].first == folded) {
      return TariffZone{own_places_[i].second, static_cast<std::uint16_t>(i)};
    }
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Tariff::settle() {
  compact_sort(rates_, [](const Rate& a, const Rate& b) {
    if (a.key != b.key) return a.key < b.key;
    if (a.valid_from != b.valid_from) return a.valid_from < b.valid_from;
    return a.row < b.row;
  });
  std::optional<std::uint32_t> twice;
  for (std::size_t i = 1; i < rates_.size(); ++i) {
    const Rate& rate = rates_[i];
    if (rate.key != rates_[i - 1].key ||
        rate.valid_from != rates_[i - 1].valid_from)
      continue;
    if (!twice || rate.row < *twice) twice = rate.row;
  }
  return twice;
}

const Tariff::Rate* Tariff::in_force(const Key& key, Day day) const {
  // The first rate behind all that are in force for the key.
  const auto behind =
      std::upper_bound(rates_.begin(), rates_.end(), std::pair(key, day),
                       [](const std::pair<Key, Day>& wanted, const Rate& rate) {
                         if (wanted.first != rate.key)
                           return wanted.first < rate.key;
                         return wanted.second < rate.valid_from;
                       });
  if (behind == rates_.begin() || (behind - 1)->key != key) return nullptr;
  return &*(behind - 1);
}

std::optional<TariffPrice> Tariff::price(std::string_view id, TariffZone from,
                                         TariffZone to, Day day) const {
  const auto number = service(id);
  if (!number) return std::nullopt;
  return price(*number, from, to, day);
}

std::optional<TariffPrice> Tariff::price(std::size_t service, TariffZone from,
                                         TariffZone to, Day day,
                                         const AskedExtras& asked) const {
  if (service >= services_.size()) return std::nullopt;
  const auto number = static_cast<std::uint16_t>(service);
  const Rate* rate = nullptr;
  if (places_ == Places::kJapan && from == to) {
    rate = in_force({number, Scope::kSamePrefecture, from.zone, to.zone}, day);
  }
  if (rate == nullptr)
    rate = in_force({number, Scope::kPair, from.zone, to.zone}, day);
  if (rate == nullptr)
    rate = in_force({number, Scope::kFrom, from.zone, 0}, day);
  if (rate == nullptr) rate = in_force({number, Scope::kTo, 0, to.zone}, day);
  if (rate == nullptr) rate = in_force({number, Scope::kEverywhere, 0, 0}, day);
  if (rate == nullptr) return std::nullopt;
  std::int64_t total = rate->price;
  for (const std::string_view id : asked.ids) {
    bool replaced = false;
    for (const Extra& other : extras_) {
      replaced = replaced || (other.instead_of == id &&
                              std::find(asked.ids.begin(), asked.ids.end(),
                                        other.id) != asked.ids.end());
    }
    if (replaced) continue;
    const auto added = extra(id, service, to, asked.collected, day);
    if (!added) return std::nullopt;
    if (add({currency_, total}, {currency_, *added})) total += *added;
  }
  const Origin& origin = origins_[rate->origin];
  return TariffPrice{{currency_, std::max<std::int64_t>(total, 0)},
                     rate->valid_from,
                     origin.source,
                     origin.mark};
}

std::vector<std::string_view> Tariff::extras() const {
  std::vector<std::string_view> ids;
  for (const Extra& extra : extras_) ids.push_back(extra.id);
  return ids;
}

std::optional<std::int64_t> Tariff::extra(std::string_view id,
                                          std::size_t service, TariffZone to,
                                          std::int64_t collected,
                                          Day day) const {
  for (const Extra& extra : extras_) {
    if (extra.id != id) continue;
    if (day < extra.valid_from) return std::nullopt;
    for (const ExtraPrice& price : extra.prices) {
      if (!price.services.empty() &&
          std::find(price.services.begin(), price.services.end(), service) ==
              price.services.end()) {
        continue;
      }
      if (price.to && *price.to != to.zone) continue;
      if (price.collected_most && collected > *price.collected_most) continue;
      return price.price;
    }
  }
  return std::nullopt;
}

std::optional<TariffOffer> Tariff::cheapest(const Box& box, std::int64_t grams,
                                            TariffZone from, TariffZone to,
                                            Day day,
                                            const AskedExtras& asked) const {
  std::optional<TariffOffer> best;
  for (std::size_t i = 0; i < services_.size(); ++i) {
    if (!services_[i].limits.fits(box, grams)) continue;
    const auto price = this->price(i, from, to, day, asked);
    if (!price) continue;
    if (!best || price->price.minor < best->price.price.minor)
      best = TariffOffer{i, *price};
  }
  return best;
}

std::vector<TariffOffer> Tariff::offers(TariffZone from, TariffZone to, Day day,
                                        const AskedExtras& asked) const {
  std::vector<TariffOffer> list;
  for (std::size_t i = 0; i < services_.size(); ++i) {
    if (const auto price = this->price(i, from, to, day, asked))
      list.push_back({i, *price});
  }
  compact_sort(list, [](const TariffOffer& a, const TariffOffer& b) {
    if (a.price.price.minor != b.price.price.minor) {
      return a.price.price.minor < b.price.price.minor;
    }
    return a.service < b.service;
  });
  return list;
}

}  // namespace parcelwise
