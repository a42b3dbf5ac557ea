// What a carrier asks for a parcel: services with the sizes and weights they
// take, and prices by where from and where to, each dated, with its source.
//
// Two come with the program, core/policy/tariffs: "yamato" (TA-Q-BIN, cash
// prices, by zone and size) and "japan-post" (Letter Pack, Smart Letter, Click
// Post). Source: docs/rules.md 3.5. Anything else is the seller's own, as a
// table
//   service, from, to, max_sum_mm, max_grams, price
//   Yu-Pack 60, 東京都, 大阪府, 600, 25000, 880
// or as JSON like the two that come with the program (zones, extras).
//
// A TABLE (files/table_text.h says what text may be one)
//   service    the service's name; one service is one size, so its limits are
//   the
//              same in all of its rows
//   from, to   prefectures of Japan; blank is everywhere. Of several rows the
//   one
//              that names more holds, `from` before `to`.
//   max_sum_mm or max_sum_cm, max_side_mm or _cm, and for a box or a large
//   letter
//              length_, width_ and height_: a service has a sum or a box, or
//              both
//   max_grams or max_kg, blank is no limit
//   price      in yen; in another currency price_eur, price_usd, ... One that
//   is not
//              in yen knows no prefectures: from and to stay blank.
//   valid_from (2026-11-20; blank is always), source
// Any other column is refused: a slip in a heading must not lose a limit.
// Headings in Japanese: サービス, 発地, 着地, 三辺合計_cm, 最大重量_g, 料金.
//
// UNITS  millimetres, grams, minor units of the tariff's currency.
// LIMITS  1,000 services, 100,000 prices, 10^9 minor units a price, sides to 10
// m, 1,000 kg.
//
// A success: Tariff::load("yamato")->price("60", tokyo, osaka, day) -> JPY
// 1,060 (W4) A failure: load("service,max_sum_mm,price\nA,600,\"1,060\"\n") ->
//   TableError{2, "price", "1,060", "an amount in JPY ...; ... no commas"}
// A wrong tariff is refused whole; which one holds instead is the caller's to
// know.
#ifndef PARCELWISE_PARCEL_TARIFF_H_
#define PARCELWISE_PARCEL_TARIFF_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "files/table_text.h"
#include "money/money.h"
#include "parcel/parcel_limits.h"
#include "time/instant.h"

namespace parcelwise {

// A place as one tariff sees it; not another tariff's.
struct TariffZone {
  std::uint16_t zone = 0;
  std::uint16_t place = 0;  // two of one zone and place are the same prefecture
  friend bool operator==(const TariffZone&, const TariffZone&) = default;
};

struct TariffService {
  std::string id;    // "60", "letter-pack-light"; in a table the service's name
  std::string name;  // as a person knows it
  ParcelLimits limits;
};

struct TariffPrice {
  Money price;
  Day valid_from;
  std::string_view source;  // lives as long as the tariff
  std::string_view mark;    // C certain, L likely, U uncertain; "" in a table
};

struct TariffOffer {
  std::size_t service = 0;  // in services()
  TariffPrice price;  // with the extras that were asked for, never below 0
};

// What is added to a price, by the extras' ids: "cool", "cash-on-delivery".
struct AskedExtras {
  std::span<const std::string_view> ids = {};
  std::int64_t collected = 0;  // on delivery, minor units
};

class Tariff {
 public:
  // An id, JSON text, or a table's text.
  static tl::expected<Tariff, TableError> load(std::string_view id_or_text);

  // The ids that come with the program.
  static const std::vector<std::string>& ids();

  const std::string& id() const { return id_; }      // "own" for a table
  const std::string& name() const { return name_; }  // "" for a table
  const Currency& currency() const { return currency_; }
  const std::vector<TariffService>& services() const { return services_; }
  std::optional<std::size_t> service(std::string_view id) const;

  // A prefecture as a report or a person writes it: 東京都, 東京, Tokyo,
  // TOKYO-TO, Ｔｏｋｙｏ, "Tōkyō Prefecture". nullopt for anything else: an
  // unknown place has no price, and 京都 is not 東京都. In a tariff without
  // zones that is not Japan's, every text is the one place there is.
  std::optional<TariffZone> zone_of(std::string_view place) const;

  // The price in force that day; nullopt where the tariff has none: no such
  // service, no such pair, or a day before the first price.
  std::optional<TariffPrice> price(std::string_view service, TariffZone from,
                                   TariffZone to, Day day) const;
  std::optional<TariffPrice> price(std::size_t service, TariffZone from,
                                   TariffZone to, Day day,
                                   const AskedExtras& extras = {}) const;

  // The day from which the newest of its prices in force that day holds: they
  // are a list price as of then. nullopt where none is dated.
  std::optional<Day> as_of(Day day) const;

  // The cheapest service that takes this parcel; of two the one that the tariff
  // names first. nullopt where none does. A weight of 0 is not known and not
  // looked at. A service that lacks an extra that is asked for is none.
  std::optional<TariffOffer> cheapest(const Box& box, std::int64_t grams,
                                      TariffZone from, TariffZone to, Day day,
                                      const AskedExtras& extras = {}) const;

  // All that have a price, the cheapest first, then as the tariff names them:
  // for goods that are yet to be packed (parcel/cheapest_parcel.h).
  std::vector<TariffOffer> offers(TariffZone from, TariffZone to, Day day,
                                  const AskedExtras& extras = {}) const;

  // The extras' ids, and what one adds to a service's price: less than 0 for a
  // discount, nullopt where the service lacks it (cool above 120; cash on
  // delivery above 300,000 yen) or the tariff knows none of that id.
  std::vector<std::string_view> extras() const;
  bool knows_extra(std::string_view id) const;
  std::optional<std::int64_t> extra(std::string_view id, std::size_t service,
                                    TariffZone to, std::int64_t collected,
                                    Day day) const;

 private:
  friend class TariffJsonReader;
  friend class TariffTableReader;

  enum class Places : std::uint8_t { kJapan, kOwn, kAny };

  // What pair of places a price is for; of several the last that fits holds.
  enum class Scope : std::uint8_t {
    kEverywhere,
    kTo,
    kFrom,
    kPair,
    kSamePrefecture
  };
  struct Key {
    std::uint16_t service = 0;
    Scope scope = Scope::kEverywhere;
    std::uint16_t from = 0, to = 0;  // zones; 0 where the scope names none
    friend auto operator<=>(const Key&, const Key&) = default;
  };
  struct Rate {
    Key key;
    Day valid_from;
    std::int64_t price = 0;
    std::uint32_t origin = 0;  // in origins_
    std::uint32_t row = 0;     // where it was read, to tell a second one
  };
  struct Origin {
    std::string source, mark;
  };
  struct ExtraPrice {
    std::vector<std::uint16_t> services;  // empty: all
    std::optional<std::uint16_t> to;      // a zone
    std::optional<std::int64_t> collected_most;
    std::int64_t price = 0;
  };
  struct Extra {
    std::string id, name, instead_of;
    Day valid_from;
    std::vector<ExtraPrice> prices;
  };

  const Rate* in_force(const Key& key, Day day) const;

  // Sorts the rates; the row of one that stands twice, or nullopt.
  std::optional<std::uint32_t> settle();

  std::string id_, name_;
  Currency currency_;
  Places places_ = Places::kJapan;
  std::vector<TariffService> services_;
  std::vector<std::string> zones_;
  // Folded place and its zone; for Japan the prefecture's number is the place.
  std::vector<std::pair<std::string, std::uint16_t>> own_places_;
  std::vector<std::uint16_t> prefecture_zones_;
  std::vector<Rate> rates_;  // by key, then by day
  std::vector<Origin> origins_;
  std::vector<Extra> extras_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_PARCEL_TARIFF_H_
