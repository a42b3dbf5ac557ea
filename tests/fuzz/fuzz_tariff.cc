// Any text as a tariff and as a SKU table: it is refused with a place and a
// reason, or every limit, price and measure of it lies in its range, the
// cheapest service takes the parcel it is named for, and no other that does is
// cheaper. Nothing is thrown.
#include <string>

#include "cuts.h"
#include "parcel/sku_table.h"
#include "parcel/tariff.h"
#include "require.h"
#include "text/encoding.h"

namespace {

using namespace parcelwise;

void hold(const TableError& error) {
  REQUIRE(error.row <= 300'000);
  REQUIRE(error.pointer.empty() || error.pointer.front() == '/');
  REQUIRE(error.row == 0 || error.pointer.empty());
  REQUIRE(error.value.size() <= 80 && is_valid_utf8(error.value));
  REQUIRE(error.column.size() <= 80 && is_valid_utf8(error.column));
  REQUIRE(is_valid_utf8(error.pointer));
  REQUIRE(!error.expected.empty() || error.unopened);
}

void hold(const ParcelLimits& limits) {
  REQUIRE(limits.max_sum >= 0 && limits.max_sum <= 30'000);
  REQUIRE(limits.max_side >= 0 && limits.max_side <= 10'000);
  REQUIRE(limits.max_grams >= 0 && limits.max_grams <= 1'000'000);
  REQUIRE(limits.max_sum != 0 || limits.has_inner());
  for (const int side : limits.inner) REQUIRE(side >= 0 && side <= 10'000);
  REQUIRE(limits.inner[0] >= limits.inner[1] &&
          limits.inner[1] >= limits.inner[2]);
  REQUIRE(!limits.has_inner() || limits.envelope || limits.inner[2] > 0);
}

void hold(const Tariff& tariff, fuzz::Cuts cuts) {
  REQUIRE(tariff.currency().known());
  REQUIRE(!tariff.services().empty());
  const Day today{20777};  // 2026-11-20
  const std::string_view cool[] = {"cool"};
  const auto from = tariff.zone_of("東京都");
  for (const char* place : {"Okinawa", "東京", "nord"}) {
    const auto to = tariff.zone_of(place);
    if (!from || !to) continue;
    const auto size = [&cuts] {
      return 1 + static_cast<int>(cuts.below(2'000));
    };
    const Box box = {size(), size(), size()};
    const auto grams = static_cast<std::int64_t>(cuts.below(40'000));
    for (const AskedExtras& asked : {AskedExtras{}, AskedExtras{cool, 1'000}}) {
      const auto cheapest =
          tariff.cheapest(box, grams, *from, *to, today, asked);
      bool found = false;
      for (const TariffOffer& offer : tariff.offers(*from, *to, today, asked)) {
        const std::int64_t price = offer.price.price.minor;
        REQUIRE(price >= 0 && price <= 3'000'000'000);
        REQUIRE(offer.price.valid_from <= today);
        if (!tariff.services()[offer.service].limits.fits(box, grams)) continue;
        REQUIRE(cheapest && cheapest->price.price.minor <= price);
        found = found || offer.service == cheapest->service;
      }
      REQUIRE(found == cheapest.has_value());
    }
  }
  for (const TariffService& service : tariff.services()) {
    REQUIRE(!service.id.empty());
    REQUIRE(tariff.service(service.id).has_value());
    hold(service.limits);
  }
}

void hold(const SkuTable& table) {
  std::string_view before;
  for (const Sku& sku : table.all()) {
    REQUIRE(!sku.sku.empty() && (before.empty() || before < sku.sku));
    before = sku.sku;
    REQUIRE(table.find(sku.sku) == &sku);
    if (sku.box) {
      for (const int side : *sku.box)
        REQUIRE(side >= 1 && side <= kLongestSide);
    }
    REQUIRE(!sku.grams || (*sku.grams >= 1 && *sku.grams <= kHeaviestUnit));
    REQUIRE(!sku.tax_rate || (*sku.tax_rate >= 0 && *sku.tax_rate <= 10'000));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  bool threw = false;
  try {
    const auto tariff = Tariff::load(text);
    if (tariff) {
      hold(*tariff, fuzz::Cuts(text));
    } else {
      hold(tariff.error());
    }
    const auto skus = SkuTable::load(text);
    if (skus) {
      hold(*skus);
    } else {
      hold(skus.error());
    }
  } catch (...) {
    threw = true;
  }
  REQUIRE(!threw);
  return 0;
}
