// Writes the services of each order; see json/services_json.h.
#include "json/services_json.h"

#include <map>

#include "words/catalogue.h"

namespace parcelwise {
namespace {

Json service_json(const SavingTerms& terms, const FittingService& one) {
  const Tariff& tariff = terms.tariffs[one.tariff];
  const TariffService& service = tariff.services()[one.service];
  return json_object(
      {{"tariff", tariff.id()},
       {"service", service.id},
       {"name", service.name.empty() ? service.id : service.name}});
}

OrderServices find_services(const Check& check, std::uint32_t order,
                            const SavingTerms& terms) {
  const CheckContext& context = check.context();
  return services_of(context.book, check.facts(order), terms,
                     check.context(order).policy.zone().day_of(context.now));
}

Json found_json(const Check& check, std::uint32_t order,
                const OrderServices& found, const SavingTerms& terms,
                Language language) {
  Json services = Json::array();
  for (const FittingService& one : found.services) {
    Json service = service_json(terms, one);
    service["price"] = money_json(one.price.price);
    service["valid_from"] = to_text(one.price.valid_from);
    service["mark"] = one.price.mark;
    service["list_price"] = terms.tariffs[one.tariff].id() != "own";
    services.push_back(std::move(service));
  }
  Json missing = Json::array();
  const Catalogue& words = Catalogue::of(language);
  for (const Notice& notice : found.missing)
    missing.push_back(fill(words.text(notice.key), notice.fields));
  return json_object({{"order_id", check.context().book.order_id(order).text()},
                      {"services", std::move(services)},
                      {"missing", std::move(missing)}});
}

}  // namespace

Json services_json(const Check& check, std::span<const std::uint32_t> orders,
                   const SavingTerms& terms, Language language) {
  const CheckContext& context = check.context();
  struct Group {
    Json ids = Json::array();
    std::int64_t minor = 0;
    FittingService one;
  };
  std::map<std::pair<std::size_t, std::size_t>, Group> groups;
  Json list = Json::array();
  std::int64_t total = 0;
  std::size_t without = 0;
  for (const std::uint32_t order : orders) {
    const OrderServices found = find_services(check, order, terms);
    list.push_back(found_json(check, order, found, terms, language));
    if (found.services.empty()) {
      ++without;
      continue;
    }
    const FittingService& best = found.services.front();
    Group& group = groups[{best.tariff, best.service}];
    group.ids.push_back(context.book.order_id(order).text());
    group.minor += best.price.price.minor;
    group.one = best;
    total += best.price.price.minor;
  }
  const auto money = [&](std::int64_t minor) {
    return money_json(Money{terms.tariffs[0].currency(), minor});
  };
  Json by_service = Json::array();
  for (auto& [place, group] : groups) {
    Json row = service_json(terms, group.one);
    row["orders"] = std::move(group.ids);
    row["total"] = money(group.minor);
    by_service.push_back(std::move(row));
  }
  return json_object(
      {{"now", check.context().policy.zone().to_iso8601(context.now)},
       {"orders", std::move(list)},
       {"by_service", std::move(by_service)},
       {"total", money(total)},
       {"without", without}});
}

bool finds_services(const SavingTerms& terms) {
  return !terms.tariffs.empty() && terms.skus != nullptr;
}

Json order_services_json(const Check& check, std::uint32_t order,
                         const SavingTerms& terms, Language language) {
  if (!check.facts(order).to_ship()) return nullptr;
  return found_json(check, order, find_services(check, order, terms), terms,
                    language);
}

}  // namespace parcelwise
