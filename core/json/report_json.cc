// Reports, rejects, money and counts as JSON; see json/report_json.h.
#include "json/report_json.h"

#include <algorithm>

#include "files/json.h"
#include "report/wording.h"
#include "rules/wording.h"

namespace parcelwise {

Json money_json(const std::optional<Money>& amount) {
  if (!amount) return nullptr;
  return json_object(
      {{"currency", amount->currency.code()}, {"minor", amount->minor}});
}

Json report_json(const Report& report, const ReportCounts& counts,
                 Language language) {
  Json missing = Json::array();
  for (const Column column : report.header.missing) {
    missing.push_back(column_name(column));
  }
  Json warnings = Json::array();
  for (const Warning& warning : report.warnings) {
    warnings.push_back(
        json_object({{"row", warning.row},
                     {"code", warning_name(warning)},
                     {"message", warning_text(warning, language)}}));
  }
  return json_object(
      {{"file", report.file},
       {"kind", kind_name(report.kind)},
       {"encoding", encoding_name(report.encoding)},
       {"delimiter", report.delimiter == Delimiter::kTab ? "tab" : "comma"},
       {"marketplace", report.marketplace},
       {"bytes", counts.bytes},
       {"rows", counts.rows},
       {"items", counts.items},
       {"continuations", counts.continuations},
       {"repeated_headers", counts.repeated_headers},
       {"blank", counts.blank},
       {"duplicates", counts.duplicates},
       {"rejected", counts.rejected},
       {"unused_columns", report.header.unused},
       {"missing_columns", std::move(missing)},
       {"warnings", std::move(warnings)}});
}

Json weighed_report_json(const OrderBook& book, std::size_t index,
                         const CheckContext& context, Language language) {
  Json json = report_json(*book.reports()[index], book.counts(index), language);
  const Listing* const listing =
      book.evidence().listing_of(static_cast<std::uint32_t>(index));
  if (listing == nullptr) return json;
  Json at, age;
  if (listing->at) {
    at = context.policies.named(book.reports()[index]->marketplace)
             .zone()
             .to_iso8601(*listing->at);
    age = std::max<std::int64_t>(
              0, context.now.unix_seconds - listing->at->unix_seconds) /
          3600;
  }
  json["listing"] =
      json_object({{"marketplace", book.reports()[index]->marketplace},
                   {"at", std::move(at)},
                   {"age_hours", std::move(age)},
                   {"by_seller", listing->by_seller},
                   {"outdated", listing->outdated},
                   {"damaged", listing->damaged}});
  return json;
}

Json order_ids_json(const std::vector<OrderId>& orders) {
  Json ids = Json::array();
  for (const OrderId order : orders) ids.push_back(order.text());
  return ids;
}

Json policies_json(const Policies& policies) {
  Json list = Json::array();
  for (std::size_t i = 0; i < policies.all().size(); ++i) {
    const Policy& policy = policies.all()[i];
    list.push_back(json_object(
        {{"id", policy.id()},
         {"name", policy.known() ? Json(policy.name()) : Json()},
         {"zone", policy.zone_name()},
         {"orders", policies.orders(static_cast<Policies::Index>(i))}}));
  }
  return list;
}

Json notice_json(const CheckNotice& notice, const Check& check,
                 Language language) {
  Json orders = Json::array();
  for (const std::uint32_t order : notice.orders)
    orders.push_back(check.context().book.order_id(order).text());
  return json_object(
      {{"code", notice.code},
       {"count", notice.count},
       {"orders", std::move(orders)},
       {"file", notice.file.empty() ? Json() : Json(notice.file)},
       {"text", notice_text(notice, check, language)}});
}

Json incomplete_json(const OrderBook& book) {
  Json incomplete = Json::array();
  std::optional<OrderId> last;
  for (const UnreadRow& row : book.evidence().unread()) {
    if (last != row.order) {
      incomplete.push_back(json_object(
          {{"order_id", row.order.text()}, {"rows", Json::array()}}));
    }
    last = row.order;
    incomplete.back()["rows"].push_back(
        json_object({{"file", book.reports()[row.report]->file},
                     {"row", row.row},
                     {"code", reject_name(row.code)}}));
  }
  return incomplete;
}

Json reject_json(const Report& report, const Reject& reject,
                 Language language) {
  return json_object({{"file", report.file},
                      {"row", reject.row},
                      {"column", reject.column},
                      {"value", reject.value},
                      {"code", reject_name(reject.code)},
                      {"message", reject_text(reject, language)}});
}

Json counts_json(const std::array<std::uint32_t, kUrgencies>& counts) {
  Json json = Json::object();
  for (std::size_t u = 0; u < kUrgencies; ++u) {
    if (counts[u] != 0) {
      json[std::string(urgency_name(static_cast<Urgency>(u)))] = counts[u];
    }
  }
  return json;
}

}  // namespace parcelwise
