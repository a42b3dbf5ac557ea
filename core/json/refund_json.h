// Refunds, plans and requests as JSON: docs/command.md's `refund`, with fields
// added for the page (wasm/parcelwise.d.ts), and the texts in the reader's
// language.
#ifndef PARCELWISE_JSON_REFUND_JSON_H_
#define PARCELWISE_JSON_REFUND_JSON_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "files/json_error.h"
#include "json/report_json.h"
#include "refund/plan.h"
#include "refund/wording.h"

namespace parcelwise {

// The contract's fields, then `request` (so that the output is a plan of one).
Json refund_json(const Refund& refund, Language language);

// RefundEvent[] of the .d.ts: what reports tell and no line took.
Json not_counted_json(const OrderBook& book,
                      std::span<const NotCounted> not_counted);

// A request with its amount in the major unit, as read_requests takes it.
Json request_json(const RefundRequest& request, const Currency& currency);

// Adds every component and their total to an object.
void put_amounts(Json& object, const Components& amounts,
                 const Currency& currency);

// The reasons to choose from, in their order: RefundReasonChoice[] of the
// .d.ts.
Json reasons_json(Language language);

// RefundPlan of the .d.ts, with the rows from `offset`, at most `limit`.
Json plan_json(const RefundPlan& plan, std::size_t offset, std::size_t limit,
               Language language);

// What a request in JSON got wrong.
struct RequestError {
  std::size_t index = 0;  // in the list, from 0
  std::string field;      // "items/0/quantity"
  std::string value;
  std::optional<JsonError> unopened = std::nullopt;  // where it is no JSON
};
std::string request_error_text(const RequestError& error, Language language);

// Reads one request, an array of them, {"refunds": [...]}, or several documents
// one after the other; each a request or a refund that the command printed.
//   read_requests("{\"order_id\":\"250-...\",\"reason\":\"refused\"}") -> one
//   request read_requests("[{}]") -> RequestError{0, "order_id", ""}
tl::expected<std::vector<RefundRequest>, RequestError> read_requests(
    std::string_view json, const Policy& policy);
// The same, each amount in the currency of its order's policy.
tl::expected<std::vector<RefundRequest>, RequestError> read_requests(
    std::string_view json, const PolicyOf& policy_of);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_REFUND_JSON_H_
