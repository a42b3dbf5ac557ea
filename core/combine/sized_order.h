// How large an order is and where it goes, as far as a SKU table, a size given
// by hand and the reports tell: what tariffs are asked with. The room's own.
#ifndef PARCELWISE_COMBINE_SIZED_ORDER_H_
#define PARCELWISE_COMBINE_SIZED_ORDER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "combine/saving.h"
#include "parcel/packing.h"
#include "parcel/tariff.h"

namespace parcelwise {

// One order on its way.
struct SizedOrder {
  OrderId id;
  std::optional<std::string> given;  // a size of its own
  std::vector<Unit> units;  // to be packed with others; none: not known
  bool cool = false,
       warm = false;  // temperature classes that the SKU table tells
};

// What is not known is added to `missing`: "combine/missing/sku".
SizedOrder size_of(const OrderBook& book, const SavingTerms& terms,
                   std::uint32_t order, std::vector<Notice>& missing);

// A size class in millimetres: "60" -> 600; nullopt for what is none.
std::optional<int> size_class(std::string_view size);

// A tariff that knows no cool transport has one price for all.
AskedExtras cool_extras(const Tariff& tariff, bool cool);

// Where orders of one address go, by tariff: the state that one of them names,
// or else the prefecture that its address is in.
std::optional<TariffZone> destination(const OrderBook& book,
                                      std::span<const std::uint32_t> orders,
                                      const Tariff& tariff);

}  // namespace parcelwise

#endif  // PARCELWISE_COMBINE_SIZED_ORDER_H_
