// Builds the page's JSON; see json/page_json.h.
#include "json/page_json.h"

#include <algorithm>
#include <utility>

#include "files/json.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "handoff/slips.h"
#include "json/refund_json.h"
#include "orders/offers.h"
#include "orders/stock_outs.h"
#include "refund/suggestion.h"
#include "rules/wording.h"

namespace parcelwise {
namespace {

Json text_or_null(const std::optional<Instant>& at, const Zone& zone) {
  if (!at) return nullptr;
  return zone.to_iso8601(*at);
}

// Reads the members of what the page asks; one that is left out or null keeps
// what stood there.
class QueryReader : private JsonReader {
 public:
  tl::expected<PageQuery, JsonComplaint> read(const Json& json) {
    if (!json.is_object()) {
      return tl::unexpected(describe("", json, "an object"));
    }
    PageQuery query;
    number(json, "offset", query.offset);
    number(json, "limit", query.limit);
    query.limit = std::min(query.limit, kMostRows);
    query.file = plain_text(json, "file");
    query.show = plain_text(json, "show");
    query.change = plain_text(json, "change");
    query.rows.rule = plain_text(json, "rule");
    query.rows.search = plain_text(json, "search");
    query.rows.day = day(json, "day");
    query.rows.urgency = urgency_from_name(plain_text(json, "urgency"));
    query.rows.descending = yes_or_no(json, "descending");
    query.without = order_ids(json, "without");
    query.without_gone = yes_or_no(json, "without_gone");
    const std::string sort = plain_text(json, "sort");
    using Sort = RowQuery::Sort;
    query.rows.sort = sort == "due"         ? Sort::kDue
                      : sort == "at_risk"   ? Sort::kAtRisk
                      : sort == "order_id"  ? Sort::kOrderId
                      : sort == "recipient" ? Sort::kRecipient
                                            : Sort::kUrgency;
    if (complaint_) return tl::unexpected(std::move(*complaint_));
    return query;
  }

 private:
  void number(const Json& object, const char* name, std::size_t& to) {
    const Json& value = member(object, name);
    if (value.is_null()) return;
    if (const auto whole = whole_number(value, 0, INT32_MAX)) {
      to = static_cast<std::size_t>(*whole);
    } else {
      note(pointer_step(name), value, "a whole number from 0");
    }
  }

  std::string plain_text(const Json& object, const char* name) {
    const Json& value = member(object, name);
    if (!value.is_null() && !value.is_string()) {
      note(pointer_step(name), value, "a text");
    }
    return value.text();
  }

  std::optional<Day> day(const Json& object, const char* name) {
    const std::string text = plain_text(object, name);
    if (text.empty()) return std::nullopt;
    const auto stamp = parse_stamp(text);
    if (stamp && stamp->date_only) return stamp->day;
    note(pointer_step(name), member(object, name), "a day");
    return std::nullopt;
  }

  std::vector<OrderId> order_ids(const Json& object, const char* name) {
    const Json& values = member(object, name);
    std::vector<OrderId> ids;
    if (!values.is_null() && !values.is_array()) {
      note(pointer_step(name), values, "a list of order ids");
      return ids;
    }
    for (const Json& value : values) {
      const auto id = OrderId::parse(value.text());
      if (!id) {
        note(pointer_step(name), value, "an order id");
        break;
      }
      ids.push_back(*id);
    }
    return ids;
  }

  bool yes_or_no(const Json& object, const char* name) {
    const Json& value = member(object, name);
    if (!value.is_null() && !value.is_boolean()) {
      note(pointer_step(name), value, "true or false");
    }
    return value.is_true();
  }
};

Json count_or_null(int count) { return count < 0 ? Json() : Json(count); }

Json missing_json(const MissingFacts& missing_facts) {
  struct Entry {
    const char* what;
    std::uint32_t orders;
    std::vector<ReportKind> brings;
  };
  const Entry entries[] = {
      {"prices",
       missing_facts.prices,
       {ReportKind::kNewOrders, ReportKind::kAllOrders}},
      {"deadlines", missing_facts.deadlines, {ReportKind::kUnshippedOrders}},
      {"addresses",
       missing_facts.addresses,
       {ReportKind::kUnshippedOrders, ReportKind::kNewOrders}},
      {"status",
       missing_facts.status,
       {ReportKind::kUnshippedOrders, ReportKind::kAllOrders}},
  };
  Json missing = Json::array();
  for (const Entry& entry : entries) {
    if (entry.orders == 0) continue;
    Json brings = Json::array();
    for (const ReportKind kind : entry.brings)
      brings.push_back(kind_name(kind));
    missing.push_back(json_object({{"what", entry.what},
                                   {"orders", entry.orders},
                                   {"brings", std::move(brings)}}));
  }
  return missing;
}

Json line_json(const Check& check, std::uint32_t order, std::uint32_t item) {
  const OrderBook& book = check.context(order).book;
  const Currency& currency = check.context(order).policy.currency();
  const ItemUnits units = item_units(book, item);
  const auto amount = [&](Column column) {
    return money_json(item_money(book, item, column, currency));
  };
  return json_object(
      {{"order_item_id", book.item_cell(item, Column::kOrderItemId)},
       {"sku", book.item_cell(item, Column::kSku)},
       {"product", book.item_cell(item, Column::kProductName)},
       {"purchased", count_or_null(units.purchased)},
       {"shipped", count_or_null(units.shipped)},
       {"to_ship", count_or_null(units.unshipped)},
       {"item_price", amount(Column::kItemPrice)},
       {"shipping_price", amount(Column::kShippingPrice)},
       {"gift_wrap_price", amount(Column::kGiftWrapPrice)},
       {"promotion", money_json(item_promotion(book, item, currency))}});
}

// Why no refund of the order can be worked out; nullopt where one can.
std::optional<RefundError> not_refundable(const Check& check,
                                          const OrderFacts& facts) {
  RefundError error;
  error.order = facts.id.text();
  if (facts.pending() || facts.cancelled()) {
    error.code = facts.pending() ? RefundErrorCode::kPending
                                 : RefundErrorCode::kCancelled;
    return error;
  }
  const CheckContext& context = check.context(facts.order);
  const auto charges = order_charges(context.book, facts.order, context.policy);
  if (!charges) {
    error.code = refund_error_code(charges.error());
    return error;
  }
  std::int64_t left = charges->total();
  for (const ChargedLine& line : charges->lines) {
    left -= check.refunds_reported().of(line.item).amounts.total();
  }
  error.code = RefundErrorCode::kNothingLeft;
  if (left <= 0) return error;
  return std::nullopt;
}

Json suggested_refund_json(const Check& check, const OrderFacts& facts) {
  const CheckContext& context = check.context(facts.order);
  const std::span<const Return> returns = context.returns->of(facts.order);
  const auto request = suggest_refund(
      {context.book, context.policy, context.now, check.refunds_reported()},
      facts, returns, context.stock_outs->of(facts.order));
  if (!request) return nullptr;
  return request_json(*request, context.policy.currency());
}

}  // namespace

Json check_summary_json(const Check& check, const std::vector<int>& handles,
                        const Policy* seller, Language language) {
  const CheckContext& context = check.context();
  Json reports = Json::array();
  for (std::size_t r = 0; r < handles.size(); ++r) {
    Json report = weighed_report_json(context.book, r, context, language);
    report["report"] = handles[r];
    reports.push_back(std::move(report));
  }
  Json outdated = Json::array();
  const auto& loaded = context.book.reports();
  for (const Listing& listing : context.book.evidence().listings()) {
    if (!listing.outdated || listing.report >= handles.size()) continue;
    // Of one file loaded twice neither is the older.
    const Report* const own = loaded[listing.report];
    const bool twice =
        std::any_of(loaded.begin(), loaded.end(), [&](const Report* other) {
          return other != own && other->fingerprint == own->fingerprint;
        });
    if (!twice) outdated.push_back(handles[listing.report]);
  }
  const auto with_sums = [](Json json, const Check::AtRisk& of) {
    json["orders"] = of.orders;
    json["at_risk"] = Json::array();
    for (const Money& sum : of.at_risk)
      json["at_risk"].push_back(money_json(sum));
    return json;
  };
  Json urgencies = Json::array();
  for (std::size_t u = 0; u < kUrgencies; ++u) {
    const auto urgency = static_cast<Urgency>(u);
    urgencies.push_back(
        with_sums(json_object({{"urgency", urgency_name(urgency)}}),
                  check.at_risk(urgency)));
  }
  Json days = Json::array();
  for (const auto& [day, of] : check.ship_by_days())
    days.push_back(with_sums(json_object({{"day", to_text(day)}}), of));
  Json notices = Json::array();
  for (const CheckNotice& notice : notices_of(check))
    notices.push_back(notice_json(notice, check, language));
  Json policies = policies_json(check.policies());
  for (std::size_t i = 0; i < policies.size(); ++i) {
    const Policy& policy = check.policies().all()[i];
    policies[i]["lacks"] = lacking(policy);
    policies[i]["paper"] = letter_paper(policy) ? "letter" : "a4";
    policies[i]["carriers"] = policy.carrier_codes();
  }
  Json rules = Json::array();
  for (std::size_t r = 0; r < all_rules().size(); ++r) {
    Json counts = counts_json(check.counts(r));
    if (counts.empty()) continue;
    const Rule& rule = *all_rules()[r];
    rules.push_back(json_object({{"rule", rule.id},
                                 {"name", rule_name(rule, language)},
                                 {"counts", std::move(counts)}}));
  }
  return json_object(
      {{"now", context.policy.zone().to_iso8601(context.now)},
       {"policy",
        json_object(
            {{"id", context.policy.id()},
             {"zone", context.policy.zone_name()},
             {"name", context.policy.name()},
             {"chosen", seller == nullptr ? "found" : "set"},
             {"seller", seller == nullptr ? Json() : Json(seller->id())}})},
       {"policies", std::move(policies)},
       {"reports", std::move(reports)},
       {"outdated", std::move(outdated)},
       {"rejects", context.book.rejects().size()},
       {"orders", context.book.order_count()},
       {"items", context.book.item_count()},
       {"urgencies", std::move(urgencies)},
       {"days", std::move(days)},
       {"rules", std::move(rules)},
       {"missing", missing_json(check.missing_facts())},
       {"notices", std::move(notices)},
       {"incomplete", incomplete_json(context.book).size()}});
}

tl::expected<PageQuery, JsonComplaint> read_page_query(std::string_view text) {
  const auto opened = open_json(text);
  if (!opened) {
    return tl::unexpected(complaint_of(opened.error()));
  }
  return QueryReader().read(*opened);
}

Json rows_json(const Check& check, WorkList& list, const PageQuery& query,
               Language language) {
  const OrderBook& book = check.context().book;
  const auto& found = list.find(query.rows);
  Json rows = Json::array();
  for (std::size_t i = query.offset;
       i < found.size() && i < query.offset + query.limit; ++i) {
    const Action& action = check.actions()[found[i]];
    const OrderFacts facts = check.facts(action.order);
    const Policy& policy = check.context(action.order).policy;
    const std::uint32_t first = book.first_item(action.order);
    Json also = Json::array();
    for (const std::uint32_t other : list.actions_of(action.order)) {
      if (other != found[i])
        also.push_back(all_rules()[check.actions()[other].rule]->id);
    }
    rows.push_back(json_object(
        {{"order_id", facts.id.text()},
         {"rule", all_rules()[action.rule]->id},
         {"urgency", urgency_name(action.urgency)},
         {"title", title_of(check, action, facts, language)},
         {"due", text_or_null(action.due(), policy.zone())},
         {"policy", policy.id()},
         {"estimated", check.estimated(action, facts)},
         {"incomplete", !book.evidence().unread(facts.id).empty()},
         {"at_risk", money_json(facts.at_risk)},
         {"recipient", book.order_cell(action.order, Column::kRecipientName)},
         {"sku", book.item_cell(first, Column::kSku)},
         {"product", book.item_cell(first, Column::kProductName)},
         {"lines", book.last_item(action.order) - first},
         {"units", facts.unshipped},
         {"also", std::move(also)}}));
    if (const auto* progress = check.context().progress_of(facts))
      rows.back()["progress"] = progress_name(progress->state);
  }
  return json_object({{"total", found.size()},
                      {"offset", query.offset},
                      {"rows", std::move(rows)}});
}

Json order_json(const Check& check, const WorkList& list, std::uint32_t order,
                Language language) {
  const OrderBook& book = check.context().book;
  const Policy& policy = check.context(order).policy;
  const Zone& zone = policy.zone();
  const OrderFacts facts = check.facts(order);
  Json actions = Json::array();
  for (const std::uint32_t i : list.actions_of(order)) {
    const Action& action = check.actions()[i];
    const Rule& rule = *all_rules()[action.rule];
    const Explained explained = explain(check, action, facts, language);
    Json evidence = Json::array();
    for (const Evidence& reported : explained.evidence) {
      evidence.push_back(json_object(
          {{"column", reported.column}, {"value", reported.value}}));
    }
    actions.push_back(
        json_object({{"rule", rule.id},
                     {"name", rule_name(rule, language)},
                     {"urgency", urgency_name(action.urgency)},
                     {"title", explained.title},
                     {"due", text_or_null(action.due(), zone)},
                     {"estimated", check.estimated(action, facts)},
                     {"at_risk", money_json(facts.at_risk)},
                     {"evidence", std::move(evidence)},
                     {"source", explained.sources},
                     {"source_text", rule_source_text(rule, language)},
                     {"steps", explained.steps}}));
  }
  Json lines = Json::array();
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    lines.push_back(line_json(check, order, item));
  }
  Json reported = Json::array();
  for (const OrderBook::Source source : book.order_sources(order)) {
    Json values = Json::array();
    for (std::size_t c = 0; c < kColumnCount; ++c) {
      const auto column = static_cast<Column>(c);
      const std::string value =
          book.report(source).cell(book.line(source), column);
      if (value.empty()) continue;
      values.push_back(
          json_object({{"column", column_name(column)}, {"value", value}}));
    }
    reported.push_back(json_object({{"file", book.report(source).file},
                                    {"row", book.line(source).row},
                                    {"values", std::move(values)}}));
  }
  const auto wrong = not_refundable(check, facts);
  const PostalAddress address = postal_address(book, order);
  Json unread = Json::array();
  for (const UnreadRow& row : book.evidence().unread(facts.id)) {
    unread.push_back(json_object({{"file", book.reports()[row.report]->file},
                                  {"row", row.row},
                                  {"code", reject_name(row.code)}}));
  }
  return json_object(
      {{"order_id", facts.id.text()},
       {"ship_to",
        json_object({{"lines", address.lines}, {"name", address.name}})},
       {"policy", policy.id()},
       {"left", facts.left},
       {"status_unknown", facts.status_unknown},
       {"unread", std::move(unread)},
       {"actions", std::move(actions)},
       {"lines", std::move(lines)},
       {"refundable", !wrong},
       {"not_refundable",
        wrong ? refund_error_text(*wrong, language) : std::string()},
       {"suggested_refund", suggested_refund_json(check, facts)},
       {"told", std::move(reported)}});
}

Json rejects_json(const OrderBook& book, const PageQuery& query,
                  Language language) {
  const std::string& file = query.file;
  const auto [offset, limit] = std::pair(query.offset, query.limit);
  std::size_t total = 0;
  Json rejects = Json::array();
  for (const auto& [report, reject] : book.rejects()) {
    if (!file.empty() && book.reports()[report]->file != file) continue;
    if (total >= offset && total < offset + limit) {
      rejects.push_back(reject_json(*book.reports()[report], reject, language));
    }
    ++total;
  }
  return json_object(
      {{"total", total}, {"offset", offset}, {"rejects", std::move(rejects)}});
}

}  // namespace parcelwise
