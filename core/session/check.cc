// The check of a session and what is asked of it: rows, one order, rejects,
// what a text finds.
#include <utility>

#include "answer/find.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "json/answer_json.h"
#include "json/check_json.h"
#include "json/follow_ups_json.h"
#include "json/journal_json.h"
#include "json/page_json.h"
#include "json/report_json.h"
#include "json/services_json.h"
#include "json/tracking_json.h"
#include "orders/marketplace.h"
#include "orders/stock_outs.h"
#include "session/state.h"

namespace parcelwise {
namespace {

// A list of stock of kMaxStockRows rows, and what goes with it.
constexpr std::size_t kMostOptionsBytes = 3 * kMostJsonBytes;

// Goods have to be packed to know it: as many as a list shows at once.
constexpr std::size_t kMostRowsWithService = 100;

// Reads CheckOptions, each member checked where it is read.
class OptionsReader : private JsonReader {
 public:
  explicit OptionsReader(Language language) : language_(language) {}

  tl::expected<CheckOptions, Reply> read(const std::string& text) {
    CheckOptions options;
    if (text.empty()) return options;
    const auto opened = open_json(text, {kMostOptionsBytes});
    if (!opened)
      return tl::unexpected(bad_json(complaint_of(opened.error()), language_));
    if (opened->is_null()) return options;
    if (!opened->is_object())
      return tl::unexpected(
          bad_json(describe("", *opened, "an object"), language_));
    for (const std::string& sku : skus(member(*opened, "out_of_stock"))) {
      options.stock.push_back({sku, 0});
    }
    const Json& stock = member(*opened, "stock");
    if (!stock.is_null() && !stock.is_string())
      note("/stock", stock, "a list's text");
    if (complaint_) return tl::unexpected(bad_json(*complaint_, language_));
    const auto levels = read_stock(stock.text());
    if (!levels) {
      return tl::unexpected(failure(FailureCode::kBadStock,
                                    stock_error_text(levels.error(), language_),
                                    {{"value", levels.error().text}}));
    }
    for (const StockLevel& level : *levels) options.stock.push_back(level);
    const Json& wanted = member(*opened, "follow_ups");
    if (wanted.is_null()) return options;
    auto follow_ups = read_follow_ups(wanted);
    if (!follow_ups) {
      return tl::unexpected(
          failure(FailureCode::kBadArgument,
                  follow_up_error_text(follow_ups.error(), language_),
                  {{"value", follow_ups.error().value}}));
    }
    options.follow_ups = std::move(*follow_ups);
    return options;
  }

 private:
  std::vector<std::string> skus(const Json& list) {
    std::vector<std::string> names;
    if (list.is_null()) return names;
    if (!list.is_array()) note("/out_of_stock", list, "a list of SKUs");
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
      if (!list[i].is_string())
        note("/out_of_stock/" + std::to_string(i), list[i], "a SKU");
      names.emplace_back(list[i].text());
    }
    return names;
  }

  Language language_;
};

// What the seller knows better than the files; nullopt where a moment is none,
// or lies after `now`.
std::optional<SellersWord> read_word(const std::string& text, Instant now) {
  SellersWord word;
  const auto json = open_json(text, {kMostOptionsBytes});
  if (!json || !json->is_object()) return word;
  for (const Json& order : member(*json, "not_sent")) {
    if (const auto id = OrderId::parse(order.text()))
      word.not_sent.push_back(*id);
  }
  for (const auto& [file, told] : member(*json, "listing_at").items()) {
    if (!told.is_string()) return std::nullopt;
    const auto moment = parse_stamp(told.text());
    if (!moment || moment->date_only || now < moment->at) return std::nullopt;
    word.listing_at.push_back({file, moment->at});
  }
  return word;
}

}  // namespace

Reply Session::check(const std::string& now, const std::string& options) {
  State& s = *state_;
  const auto stamp = parse_stamp(now);
  if (!stamp || stamp->date_only) return s.bad_argument("now");
  auto check_options = OptionsReader(s.language).read(options);
  if (!check_options) return check_options.error();
  const auto word = read_word(options, stamp->at);
  if (!word) return s.bad_argument("listing_at");
  s.forget_check();
  std::vector<const Report*> reports;
  for (const auto& [handle, report] : s.closed) reports.push_back(report.get());
  s.book = OrderBook::join(reports);
  s.policies = Policies::find(s.book, s.chosen);
  s.book.weigh(s.policies, stamp->at, *word);
  Json journal;
  if (s.journal) {
    journal = s.take_in_journal(stamp->at);
    check_options->progress = &s.progress;
  }
  s.check.emplace(Check::run(s.book, s.policies, stamp->at, *check_options));
  s.make_plan();
  std::vector<int> handles;
  for (const Report* report : s.book.reports()) {
    for (const auto& [handle, kept] : s.closed) {
      if (kept.get() == report) handles.push_back(handle);
    }
  }
  Json summary = check_summary_json(
      *s.check, handles, s.chosen ? &*s.chosen : nullptr, s.language);
  if (s.journal) summary["journal"] = std::move(journal);
  return done(summary);
}

Reply Session::rows(const std::string& query) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  auto page = read_page_query(query);
  if (!page) return bad_json(page.error(), s.language);
  if (!page->change.empty()) {
    page->rows.among = s.orders_changed(page->change);
    if (!page->rows.among) return s.bad_argument("change");
  }
  if (!page->without.empty() || page->without_gone) {
    page->rows.among = s.left_over(*page);
  }
  Json rows = rows_json(*s.check, s.work_list(), *page, s.language);
  const bool tells =
      page->limit <= kMostRowsWithService && finds_services(s.terms->get());
  for (Json& row : rows["rows"]) {
    row["service"] = nullptr;
    if (!tells) continue;
    const auto id = OrderId::parse(row["order_id"].text());
    const Json told = s.services_of_order(*s.book.find(*id));
    const Json& services = member(told, "services");
    if (!services.is_array() || services.empty()) continue;
    row["service"] = json_object(
        {{"name", services[0]["name"]}, {"price", services[0]["price"]}});
  }
  return done(rows);
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
  if (const OrderProgress* const progress = s.progress.of(*id);
      s.journal && progress != nullptr) {
    detail["progress"] =
        order_progress_json(*progress, s.policies.main().zone());
  }
  detail["services"] = s.services_of_order(*found);
  detail["tracking"] = order_tracking_json(s.book, s.matched_numbers(), *found,
                                           s.tracking_files());
  return done(detail);
}

Json Session::State::services_of_order(std::uint32_t order) const {
  const SavingTerms& by = terms->get();
  if (!finds_services(by)) return nullptr;
  return order_services_json(*check, order, by, language);
}

Reply Session::ticked(const std::string& text) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const auto ticks = open_json(text);
  if (!ticks) return bad_json(complaint_of(ticks.error()), s.language);
  if (!ticks->is_array())
    return bad_json(JsonReader::describe("", *ticks, "a list"), s.language);
  Json found = Json::array();
  for (const Json& tick : *ticks) {
    const auto id = OrderId::parse(member(tick, "order").text());
    const auto order = id ? s.book.find(*id) : std::nullopt;
    if (!order) continue;
    const std::string_view rule = member(tick, "rule").text();
    Json one, ship_by;
    bool foremost = true;
    for (const std::uint32_t i : s.work_list().actions_of(*order)) {
      const Action& action = s.check->actions()[i];
      const std::string_view its = all_rules()[action.rule]->id;
      if (its == "ship" && action.due()) {
        const Zone& zone = s.check->context(*order).policy.zone();
        ship_by = to_text(zone.day_of(*action.due()));
      }
      if (its == rule) {
        one = json_object({{"order", id->text()},
                           {"rule", rule},
                           {"urgency", urgency_name(action.urgency)},
                           {"foremost", foremost}});
      }
      foremost = false;
    }
    if (one.is_null()) continue;
    one["ship_by"] = std::move(ship_by);
    one["at_risk"] = money_json(s.check->facts(*order).at_risk);
    found.push_back(std::move(one));
  }
  return done(found);
}

Reply Session::rejects(const std::string& query) {
  State& s = *state_;
  if (!s.check) return s.bad_argument("check");
  const auto page = read_page_query(query);
  if (!page) return bad_json(page.error(), s.language);
  return done(rejects_json(s.book, *page, s.language));
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
