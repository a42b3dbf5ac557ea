// Asks every tariff for its offers and tries them by price; see
// combine/services.h.
#include "combine/services.h"

#include <algorithm>

#include "combine/sized_order.h"
#include "orders/order_facts.h"

namespace parcelwise {
namespace {

constexpr int kSteps = 20'000;  // for one service: a list has many orders

bool knows(const Tariff& tariff, std::string_view extra) {
  const auto known = tariff.extras();
  return std::find(known.begin(), known.end(), extra) != known.end();
}

}  // namespace

OrderServices services_of(const OrderBook& book, std::uint32_t order,
                          const SavingTerms& terms, Day day) {
  OrderServices result;
  const OrderId id = book.order_id(order);
  const SizedOrder sized = size_of(book, terms, order, result.missing);
  const bool cash = book.order_cell(order, Column::kPaymentMethod) == "COD";
  std::vector<FittingService> offers;
  for (std::size_t t = 0; t < terms.tariffs.size(); ++t) {
    const Tariff& tariff = terms.tariffs[t];
    const std::uint32_t orders[] = {order};
    const auto to = destination(book, orders, tariff);
    if (!to) {
      result.missing.push_back(
          {"combine/missing/destination", {{"order", id.text()}}});
      break;
    }
    std::vector<std::string_view> extras;
    AskedExtras asked;
    if (sized.cool && knows(tariff, "cool")) {
      extras.push_back("cool");
    } else if (sized.cool && tariff.id() != "own") {
      continue;
    }
    if (cash) {
      const auto collected =
          parse_amount(book.order_cell(order, Column::kCodCollectibleAmount),
                       tariff.currency().exponent(), '.');
      if (!collected) {
        result.missing.push_back(
            {"combine/missing/cash", {{"order", id.text()}}});
        break;
      }
      if (!knows(tariff, "cash-on-delivery")) continue;
      extras.push_back("cash-on-delivery");
      asked.collected = *collected;
    }
    asked.ids = extras;
    for (const TariffOffer& offer :
         tariff.offers(terms.from[t], *to, day, asked))
      offers.push_back({t, offer.service, offer.price});
  }
  if (!result.missing.empty()) return result;
  std::stable_sort(offers.begin(), offers.end(),
                   [](const FittingService& a, const FittingService& b) {
                     return a.price.price.minor < b.price.price.minor;
                   });
  for (FittingService& offer : offers) {
    if (result.services.size() == kMostServices) break;
    const ParcelLimits& limits =
        terms.tariffs[offer.tariff].services()[offer.service].limits;
    if (pack(sized.units, limits, PackingGoal::kFits, kSteps).packing)
      result.services.push_back(std::move(offer));
  }
  if (result.services.empty())
    result.missing.push_back(
        {"combine/missing/service", {{"order", id.text()}}});
  return result;
}

}  // namespace parcelwise
