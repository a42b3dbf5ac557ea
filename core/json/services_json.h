// What `parcelwise services` prints: the cheapest fitting services of each
// order, and the orders by service with their sums.
#ifndef PARCELWISE_JSON_SERVICES_JSON_H_
#define PARCELWISE_JSON_SERVICES_JSON_H_

#include <cstdint>
#include <span>

#include "combine/services.h"
#include "json/report_json.h"
#include "rules/check.h"

namespace parcelwise {

// {"now": "...", "orders": [{"order_id", "services": [{"tariff", "service",
//  "name", "price", "valid_from", "mark", "list_price"}], "missing": ["..."]}],
//  "by_service": [{"tariff", "service", "name", "orders", "total"}],
//  "total": M, "without": 1}
// Of each order by its cheapest service; by_service by tariff, then as it names
// them.
Json services_json(const Check& check, std::span<const std::uint32_t> orders,
                   const SavingTerms& terms, Language language);

// Whether terms have what services are found by: a tariff and the goods' sizes.
bool finds_services(const SavingTerms& terms);

// What services_json says of one order; null for one that is not to be shipped.
Json order_services_json(const Check& check, std::uint32_t order,
                         const SavingTerms& terms, Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_SERVICES_JSON_H_
