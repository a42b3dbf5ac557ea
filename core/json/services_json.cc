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

}  // namespace

Json services_json(const Check& check, std::span<const std::uint32_t> orders,
                   const SavingTerms& terms, Language language) {
  const CheckContext& context = check.context();
  const Catalogue& words = Catalogue::of(language);
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
    const OrderServices found =
        services_of(context.book, check.facts(order), terms,
                    check.context(order).policy.zone().day_of(context.now));
    const std::string id = context.book.order_id(order).text();
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
    for (const Notice& notice : found.missing)
      missing.push_back(fill(words.text(notice.key), notice.fields));
    list.push_back(json_object({{"order_id", id},
                                {"services", std::move(services)},
                                {"missing", std::move(missing)}}));
    if (found.services.empty()) {
      ++without;
      continue;
    }
    const FittingService& best = found.services.front();
    Group& group = groups[{best.tariff, best.service}];
    group.ids.push_back(id);
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

}  // namespace parcelwise
