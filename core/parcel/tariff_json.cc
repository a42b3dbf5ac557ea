// Reads a tariff written as JSON: zones, services, prices and extras, each
// member checked where it is read.
#include <algorithm>

#include "address/prefecture.h"
#include "files/json_reader.h"
#include "parcel/tariff_readers.h"
#include "text/fold.h"

namespace parcelwise {

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
    if (const auto number = whole_number(value, 1, most))
      return static_cast<int>(*number);
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
      const auto side =
          whole_number(list[i], i == 2 ? least : 1, kMostMillimetres);
      right = side.has_value();
      if (right) limits.inner[i] = static_cast<int>(*side);
      right = right && (i == 0 || limits.inner[i] <= limits.inner[i - 1]);
    }
    if (!right) note(at, list, expected);
  }

  std::optional<std::int64_t> amount(const Json& value) const {
    const int exponent = tariff_.currency_.exponent();
    if (value.is_string()) {
      return read_number(value.text(), exponent, kMostPrice);
    }
    return exponent == 0 ? whole_number(value, 0, kMostPrice) : std::nullopt;
  }

  // An extra's price may be a discount.
  std::optional<std::int64_t> signed_amount(const Json& value) const {
    if (value.is_string()) {
      std::string text = value.text();
      const bool minus = text.starts_with("-");
      if (minus) text.erase(0, 1);
      const auto magnitude = amount(text);
      if (!magnitude || !minus) return magnitude;
      return -*magnitude;
    }
    if (const auto discount = whole_number(value, -kMostPrice, -1)) {
      const auto magnitude = amount(-*discount);
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
          tariff_.origins_.push_back({source(at, object), mark.text()});
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
      const auto zones = static_cast<std::uint16_t>(tariff_.zones_.size());
      for (std::uint16_t z = 0; z < zones; ++z) {
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

tl::expected<Tariff, TableError> read_tariff_json(const Json& json) {
  return TariffJsonReader().read(json);
}

}  // namespace parcelwise
