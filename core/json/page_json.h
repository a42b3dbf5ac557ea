// What the page asks for after a check, as JSON: a summary, a page of rows, one
// order, a page of rejects. The shapes are those of wasm/parcelwise.d.ts.
#ifndef PARCELWISE_JSON_PAGE_JSON_H_
#define PARCELWISE_JSON_PAGE_JSON_H_

#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "files/json_error.h"
#include "json/report_json.h"
#include "report/order_id.h"
#include "rules/work_list.h"

namespace parcelwise {

// `handles` are the page's numbers of book.reports(), in their order; `seller`
// is the policy that the seller chose, or null.
Json check_summary_json(const Check& check, const std::vector<int>& handles,
                        const Policy* seller, Language language);

struct PageQuery {
  RowQuery rows;
  std::string file;  // rejects alone: of this file; "" is of all
  std::string show;  // groups alone: "open", "declined" or "blocked"
  // Rows alone: of the orders below this name of Changes, "came_back"; "": all.
  std::string change;
  // Rows alone: without these orders, and without those that are on their way
  // (in a confirmation, or left).
  std::vector<OrderId> without;
  bool without_gone = false;
  std::size_t offset = 0;
  std::size_t limit = 100;  // at most kMostRows
};
inline constexpr std::size_t kMostRows = 1'000;

// Reads a RowQuery of the .d.ts; a member of the wrong type refuses it.
//   read_page_query("{\"offset\":100}")   -> from the 101st row
//   read_page_query("{\"offset\":\"a\"}") -> JsonComplaint{"/offset", ...}
tl::expected<PageQuery, JsonComplaint> read_page_query(std::string_view json);

Json rows_json(const Check& check, WorkList& list, const PageQuery& query,
               Language language);
Json order_json(const Check& check, const WorkList& list, std::uint32_t order,
                Language language);
Json rejects_json(const OrderBook& book, const PageQuery& query,
                  Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_PAGE_JSON_H_
