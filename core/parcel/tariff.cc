// A tariff's rates: which of several holds for a parcel on a day, and what the
// extras add.
#include "parcel/tariff.h"

#include <algorithm>

#include "address/prefecture.h"
#include "files/json.h"
#include "files/open_json.h"
#include "parcel/tariff_readers.h"
#include "text/compact_sort.h"
#include "text/fold.h"
#include "text/shortened.h"

namespace parcelwise {
namespace {

constexpr std::string_view kFolder = "tariffs/";

struct Embedded {
  const char* id;
  std::string_view file;
};
constexpr Embedded kEmbedded[] = {{"yamato", "yamato-ta-q-bin.json"},
                                  {"japan-post", "japan-post-letters.json"}};

}  // namespace

std::string amount_expected(const Currency& currency) {
  return "an amount in " + std::string(currency.code()) + " such as " +
         print_amount({currency, currency.exponent() == 0 ? 940 : 9'40});
}

tl::expected<Tariff, TableError> Tariff::load(std::string_view id_or_text) {
  for (const Embedded& embedded : kEmbedded) {
    if (id_or_text != embedded.id) continue;
    return read_tariff_json(
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
    if (!json) return tl::unexpected(table_error_of(json.error()));
    if (json->is_object()) return read_tariff_json(*json);
  }
  const auto table = TableText::read(id_or_text);
  if (!table) return tl::unexpected(table.error());
  return read_tariff_table(*table);
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

std::optional<Day> Tariff::as_of(Day day) const {
  std::optional<Day> newest;
  for (const Rate& rate : rates_) {
    if (rate.valid_from > day || rate.valid_from <= Day{}) continue;
    if (!newest || rate.valid_from > *newest) newest = rate.valid_from;
  }
  return newest;
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

bool Tariff::knows_extra(std::string_view id) const {
  return std::any_of(extras_.begin(), extras_.end(),
                     [id](const Extra& extra) { return extra.id == id; });
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
