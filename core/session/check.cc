// The check of a session and what is asked of it: rows, one order, rejects,
// what a text finds.
#include <utility>

#include "answer/find.h"
#include "files/json_reader.h"
#include "json/answer_json.h"
#include "json/check_json.h"
#include "json/follow_ups_json.h"
#include "json/page_json.h"
#include "json/tracking_json.h"
#include "orders/marketplace.h"
#include "orders/stock_outs.h"
#include "session/state.h"

namespace parcelwise {
namespace {

// What CheckOptions say; a Reply where the stock or the open answers are wrong.
tl::expected<CheckOptions, Reply> read_check_options(const std::string& text,
                                                     Language language) {
  CheckOptions options;
  const auto json = parse_json(text);
  if (!json || !json->is_object()) return options;
  const Json& wanted = *json;
  if (wanted.contains("out_of_stock") && wanted["out_of_stock"].is_array()) {
    for (const Json& sku : wanted["out_of_stock"]) {
      if (sku.is_string()) options.stock.push_back({sku.get<std::string>(), 0});
    }
  }
  if (wanted.contains("stock") && wanted["stock"].is_string()) {
    const auto stock =
        read_stock(wanted["stock"].get_ref<const std::string&>());
    if (!stock) {
      return tl::unexpected(failure(FailureCode::kBadStock,
                                    stock_error_text(stock.error(), language),
                                    {{"value", stock.error().text}}));
    }
    for (const StockLevel& level : *stock) options.stock.push_back(level);
  }
  if (wanted.contains("follow_ups")) {
    auto follow_ups = read_follow_ups(wanted["follow_ups"]);
    if (!follow_ups) {
      return tl::unexpected(
          failure(FailureCode::kBadArgument,
                  follow_up_error_text(follow_ups.error(), language),
                  {{"value", follow_ups.error().value}}));
    }
    options.follow_ups = std::move(*follow_ups);
  }
  return options;
}

}  // namespace

Reply Session::check(const std::string& now, const std::string& options) {
  State& s = *state_;
  const auto stamp = parse_stamp(now);
  if (!stamp || stamp->date_only) return s.bad_argument("now");
  const auto check_options = read_check_options(options, s.language);
  if (!check_options) return check_options.error();
  s.forget_check();
  std::vector<const Report*> reports;
  for (const auto& [handle, report] : s.closed) reports.push_back(report.get());
  const char* how = "set";
  if (s.chosen) {
    s.policy = *s.chosen;
  } else {
    const std::string found = policy_for(reports);
    how = found.empty() ? "default" : "found";
    s.policy = *Policy::load(found.empty() ? kDefaultPolicy : found);
  }
  s.book = OrderBook::join(reports);
  s.check.emplace(Check::run(s.book, s.policy, stamp->at, *check_options));
  s.make_plan();
  std::vector<int> handles;
  for (const Report* report : s.book.reports()) {
    for (const auto& [handle, kept] : s.closed) {
      if (kept.get() == report) handles.push_back(handle);
    }
  }
  return done(check_summary_json(*s.check, handles, how, s.language));
}

Reply Session::rows(const std::string& query) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const auto page = read_page_query(query);
  if (!page) return s.bad_argument("query");
  return done(rows_json(*s.check, s.work_list(), *page, s.language));
}

Reply Session::order(const std::string& text) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const auto id = OrderId::parse(text);
  const auto found = id ? s.book.find(*id) : std::nullopt;
  if (!found) return s.bad_argument("order");
  Json detail = order_json(*s.check, s.work_list(), *found, s.language);
  detail["parcel"] = nullptr;
  if (!s.decisions.accepted.empty())
    detail["parcel"] = s.group_list().parcel_of(*id, s.language);
  detail["tracking"] =
      order_tracking_json(s.matched_numbers().find(*found), s.tracking_files());
  return done(detail);
}

Reply Session::rejects(const std::string& query) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const auto wanted = parse_json(query);
  if (!wanted || !wanted->is_object()) return s.bad_argument("query");
  return done(rejects_json(s.book, *wanted, s.language));
}

Reply Session::find(const std::string& text) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  return done(found_json(find_orders(*s.check, text, &s.matched_numbers()),
                         *s.check, s.language));
}

Reply Session::findings() {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  Reply reply;
  reply.json.clear();
  write_check_json(*s.check, s.language,
                   [&](std::string_view text) { reply.json += text; });
  return reply;
}

}  // namespace parcelwise
