// From an order's items to what there is to pack; see combine/sized_order.h.
#include "combine/sized_order.h"

#include <algorithm>

#include "address/prefecture.h"
#include "orders/told_address.h"
#include "report/place.h"

namespace parcelwise {
namespace {

// A given size as goods to pack with others: a class as a cube, a service's box
// as it is; an envelope without a thickness and a service without sizes say too
// little.
std::vector<Unit> units_of_size(std::span<const Tariff> tariffs,
                                std::string_view size) {
  if (const auto sum = size_class(size)) return {parcel_as_cube(*sum, 0)};
  for (const Tariff& tariff : tariffs) {
    const auto service = tariff.service(size);
    if (!service) continue;
    const ParcelLimits& limits = tariff.services()[*service].limits;
    if (limits.has_inner() && limits.inner[2] != 0)
      return {Unit{limits.inner, 0}};
    if (!limits.has_inner() && limits.max_sum >= 3 &&
        limits.max_sum <= 3 * kLongestSide) {
      return {parcel_as_cube(limits.max_sum, 0)};
    }
  }
  return {};
}

}  // namespace

std::optional<int> size_class(std::string_view size) {
  if (size.empty() || size.size() > 3) return std::nullopt;
  int cm = 0;
  for (const char c : size) {
    if (c < '0' || c > '9') return std::nullopt;
    cm = cm * 10 + (c - '0');
  }
  if (cm < 10 || cm > 500) return std::nullopt;
  return cm * 10;
}

SizedOrder size_of(const OrderBook& book, const SavingTerms& terms,
                   std::uint32_t order, std::vector<Notice>& missing) {
  SizedOrder sized;
  sized.id = book.order_id(order);
  for (const GivenParcel& parcel : terms.parcels) {
    if (parcel.orders.size() == 1 && parcel.orders[0] == sized.id)
      sized.given = parcel.size;
  }
  std::string unknown;  // SKUs without a size
  bool too_many = false;
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    const int units = item_units(book, item).unshipped;
    if (units <= 0) continue;
    const std::string name = book.item_cell(item, Column::kSku);
    const Sku* const sku =
        terms.skus == nullptr ? nullptr : terms.skus->find(name);
    if (sku != nullptr && sku->temperature) {
      const bool warm = *sku->temperature == Temperature::kAmbient;
      sized.warm = sized.warm || warm;
      sized.cool = sized.cool || !warm;
    }
    if (sku == nullptr || !sku->box) {
      unknown += (unknown.empty() ? "" : ", ") + name;
      continue;
    }
    too_many = too_many || static_cast<std::size_t>(units) >
                               kMostUnits - sized.units.size();
    if (too_many) continue;
    sized.units.resize(sized.units.size() + static_cast<std::size_t>(units),
                       Unit{*sku->box, sku->grams.value_or(0)});
  }
  if (sized.given) {
    sized.units = units_of_size(terms.tariffs, *sized.given);
  } else if (terms.skus == nullptr) {
    missing.push_back({"combine/missing/size", {{"order", sized.id.text()}}});
  } else if (!unknown.empty()) {
    missing.push_back(
        {"combine/missing/sku",
         {{"order", sized.id.text()}, {"skus", std::move(unknown)}}});
  } else if (too_many || sized.units.empty()) {
    missing.push_back({"combine/missing/size", {{"order", sized.id.text()}}});
  }
  return sized;
}

AskedExtras cool_extras(const Tariff& tariff, bool cool) {
  static constexpr std::string_view kCool[] = {"cool"};
  if (!cool) return {};
  if (!tariff.knows_extra(kCool[0])) return {};
  return {kCool};
}

std::optional<TariffZone> destination(const OrderBook& book,
                                      std::span<const std::uint32_t> orders,
                                      const Tariff& tariff) {
  PlaceKey key;
  for (const std::uint32_t order : orders) {
    const std::string state = book.order_cell(order, Column::kShipState);
    if (const auto zone = tariff.zone_of(state)) return zone;
    const AddressKeys* const keys = address_keys(book, order, key);
    if (keys == nullptr || keys->prefecture() == 0) continue;
    if (const auto zone = tariff.zone_of(prefecture_name(keys->prefecture())))
      return zone;
  }
  return std::nullopt;
}

}  // namespace parcelwise
