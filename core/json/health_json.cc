// Writes account health; see json/health_json.h.
#include "json/health_json.h"

namespace parcelwise {
namespace {

Json figure_json(const HealthFigure& figure, const OrderBook& book,
                 Language language) {
  const std::string path = "health/" + std::string(figure.id);
  Json orders = Json::array();
  for (const std::uint32_t order : figure.orders)
    orders.push_back(book.order_id(order).text());
  return json_object(
      {{"id", figure.id},
       {"name", Catalogue::of(language).text(path + "/name")},
       {"bound", bound_name(figure.bound)},
       {"numerator", figure.numerator},
       {"denominator", figure.denominator},
       {"from", to_text(figure.from)},
       {"to", to_text(figure.to)},
       {"covered", figure.covered},
       {"target_per_mille", figure.target ? Json(*figure.target) : Json()},
       {"room", figure.room ? Json(*figure.room) : Json()},
       {"orders", std::move(orders)},
       {"text", health_text(figure, language)}});
}

Json account_json(const AccountHealth& health, const Check& check,
                  Language language) {
  const CheckContext& context = check.context_by(health.policy);
  const Catalogue& words = Catalogue::of(language);
  Json figures = Json::array();
  for (const HealthFigure& figure : health.figures)
    figures.push_back(figure_json(figure, context.book, language));
  Json offers = Json::array();
  for (const CancelledOffer& offer : health.offers) {
    if (offer.orders < kOfferAtRisk) continue;
    offers.push_back(json_object(
        {{"sku", offer.sku},
         {"orders", offer.orders},
         {"text", fill(words.text("health/offers"),
                       {{"sku", offer.sku},
                        {"orders", std::to_string(offer.orders)}})}}));
  }
  Json invoices = Json::array();
  for (const DueInvoice& invoice : health.invoices) {
    invoices.push_back(json_object(
        {{"order_id", context.book.order_id(invoice.order).text()},
         {"due", invoice.due
                     ? Json(context.policy.zone().to_iso8601(*invoice.due))
                     : Json()}}));
  }
  Json json = json_object({{"policy", context.policy.id()},
                           {"figures", std::move(figures)},
                           {"offers", std::move(offers)},
                           {"invoices", std::move(invoices)}});
  if (!health.invoices.empty())
    json["invoices_text"] = words.text("health/invoices");
  json["only_seller_central"] = words.text("health/only");
  return json;
}

}  // namespace

Json health_json(const Check& check, Language language) {
  Json all = Json::array();
  for (const AccountHealth& health : health_of(check))
    all.push_back(account_json(health, check, language));
  return all;
}

}  // namespace parcelwise
