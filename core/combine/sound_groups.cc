// By address first, then by the judgement on those that have one; see
// combine/sound_groups.h.
#include "combine/sound_groups.h"

#include <algorithm>
#include <string>

#include "orders/order_facts.h"
#include "orders/told_address.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

struct Place {
  std::string key;  // "" where no report tells it
  Prefecture prefecture = 0;
};

Place place_of(const OrderBook& book, std::uint32_t order, PlaceKey& key) {
  if (const AddressKeys* const keys = address_keys(book, order, key))
    return {keys->loose(), keys->prefecture()};
  Place place;
  if (!address_source(book, order)) return place;
  // No key can be made of it: it meets its very like.
  for (const Column column :
       {Column::kShipAddress1, Column::kShipAddress2, Column::kShipAddress3,
        Column::kShipCity, Column::kShipState, Column::kShipPostalCode,
        Column::kShipCountry}) {
    place.key += '\n';
    place.key += address_cell(book, order, column);
  }
  return place;
}

bool differ(const Place& a, const Place& b) {
  return !a.key.empty() && !b.key.empty() &&
         (a.key != b.key || (a.prefecture != 0 && b.prefecture != 0 &&
                             a.prefecture != b.prefecture));
}

// It blocks, and is no mere state of an order that may have left already.
bool parts(CombineReason reason) {
  return reason == CombineReason::kCashOnDelivery ||
         reason == CombineReason::kBuyerCancelRequest ||
         (reason > CombineReason::kStatusUnknown &&
          verdict_of(reason) == Verdict::kBlocked);
}

}  // namespace

SoundGroups sound_groups(const OrderBook& book, const Policies& policies,
                         Instant now,
                         std::span<const std::vector<OrderId>> accepted) {
  SoundGroups sound;
  const auto set_apart = [&](std::uint32_t order, std::uint32_t other,
                             std::optional<CombineReason> reason) {
    if (order_facts(book, order, policies.of(order)).open())
      sound.apart.push_back({order, other, reason});
  };
  PlaceKey key;
  for (const std::vector<OrderId>& ids : accepted) {
    std::vector<std::uint32_t> all, orders;
    for (const OrderId& id : ids) {
      if (const auto order = book.find(id)) all.push_back(*order);
    }
    compact_sort(all);
    Place told;
    std::uint32_t teller = 0;  // the first that has an address
    for (const std::uint32_t order : all) {
      const Place place = place_of(book, order, key);
      if (told.key.empty()) {
        told = place;
        teller = order;
      }
      if (differ(told, place)) {
        set_apart(order, teller, std::nullopt);
      } else {
        orders.push_back(order);
      }
    }
    if (orders.size() < 2) continue;
    const CombinedGroup judged =
        CombinedGroups::judge(book, policies, now, orders);
    for (const ConcernedOrders& against : judged.reasons) {
      if (!parts(against.reason)) continue;
      for (const std::uint32_t order : against.orders) {
        if (std::erase(orders, order) == 0) continue;
        set_apart(order, judged.orders[order == judged.orders.front() ? 1 : 0],
                  against.reason);
      }
    }
    if (orders.size() < 2) continue;
    std::vector<OrderId>& group = sound.groups.emplace_back();
    for (const std::uint32_t order : orders)
      group.push_back(book.order_id(order));
  }
  return sound;
}

}  // namespace parcelwise
