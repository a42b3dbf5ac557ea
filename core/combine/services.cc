// Asks every tariff for its offers and tries them by price; see
// combine/services.h.
#include "combine/services.h"

#include <algorithm>

#include "combine/sized_order.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr int kSteps = 20'000;  // for one service: a list has many orders

}  // namespace

OrderServices services_of(const OrderBook& book, const OrderFacts& facts,
                          const SavingTerms& terms, Day day) {
  OrderServices result;
  const std::uint32_t order = facts.order;
  const SizedOrder sized = size_of(book, terms, order, result.missing);
  std::vector<FittingService> offers;
  for (std::size_t t = 0; t < terms.tariffs.size(); ++t) {
    const Tariff& tariff = terms.tariffs[t];
    const std::uint32_t orders[] = {order};
    const auto to = destination(book, orders, tariff);
    if (!to) {
      result.missing.push_back(
          {"combine/missing/destination", {{"order", facts.id.text()}}});
      break;
    }
    std::vector<std::string_view> extras;
    AskedExtras asked;
    if (sized.cool && tariff.knows_extra("cool")) {
      extras.emplace_back("cool");
    } else if (sized.cool && tariff.id() != "own") {
      continue;
    }
    if (facts.cash_on_delivery) {
      const auto collected =
          parse_amount(book.order_cell(order, Column::kCodCollectibleAmount),
                       tariff.currency().exponent(), '.');
      if (!collected) {
        result.missing.push_back(
            {"combine/missing/cash", {{"order", facts.id.text()}}});
        break;
      }
      if (!tariff.knows_extra("cash-on-delivery")) continue;
      extras.emplace_back("cash-on-delivery");
      asked.collected = *collected;
    }
    asked.ids = extras;
    for (const TariffOffer& offer :
         tariff.offers(terms.from[t], *to, day, asked))
      offers.push_back({t, offer.service, offer.price});
  }
  if (!result.missing.empty()) return result;
  compact_stable_sort(offers,
                      [](const FittingService& a, const FittingService& b) {
                        return a.price.price.minor < b.price.price.minor;
                      });
  // What the seller tried fits, though an envelope's outside is no content.
  const bool tried = sized.given && !size_class(*sized.given);
  for (const FittingService& offer : offers) {
    if (result.services.size() == kMostServices) break;
    const TariffService& service =
        terms.tariffs[offer.tariff].services()[offer.service];
    const bool fits =
        tried ? service.id == *sized.given
              : pack(sized.units, service.limits, PackingGoal::kFits, kSteps)
                    .packing.has_value();
    if (fits) result.services.push_back(offer);
  }
  if (result.services.empty())
    result.missing.push_back(
        {"combine/missing/service", {{"order", facts.id.text()}}});
  return result;
}

}  // namespace parcelwise
