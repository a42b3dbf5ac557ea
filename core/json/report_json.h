// The parts of the JSON that the command and the page have in common.
#ifndef PARCELWISE_JSON_REPORT_JSON_H_
#define PARCELWISE_JSON_REPORT_JSON_H_

#include <array>
#include <optional>
#include <string>

#include "files/json.h"
#include "rules/notices.h"
#include "rules/rule.h"

namespace parcelwise {

// {"currency":"JPY","minor":1530}, or null.
Json money_json(const std::optional<Money>& amount);

// A report with its counts after joining; see docs/command.md.
Json report_json(const Report& report, const ReportCounts& counts,
                 Language language);

Json reject_json(const Report& report, const Reject& reject, Language language);

// The same after the book was weighed: an unshipped report with its "listing",
// whose "at" is null where it has no moment.
Json weighed_report_json(const OrderBook& book, std::size_t report,
                         const CheckContext& context, Language language);

// The policies in use, each with its orders: [{"id", "name", "zone",
// "orders"}], by id. That of orders of no known marketplace comes last, its
// name null.
Json policies_json(const Policies& policies);

// ["250-...", ...]
Json order_ids_json(const std::vector<OrderId>& orders);

// A notice with its text; "orders" are the first 20 ids of "count".
Json notice_json(const CheckNotice& notice, const Check& check,
                 Language language);

// docs/command.md's "incomplete": orders with rows that could not be read, by
// order id, rows by file and number.
Json incomplete_json(const OrderBook& book);

// {"overdue": 1, "today": 4}: urgencies that have any.

Json counts_json(const std::array<std::uint32_t, kUrgencies>& counts);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_REPORT_JSON_H_
