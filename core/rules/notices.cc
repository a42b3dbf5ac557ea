// Gathers what concerns the files as a whole; see rules/notices.h.
#include "rules/notices.h"

#include <algorithm>

#include "text/compact_sort.h"
#include "words/written.h"

namespace parcelwise {
namespace {

void name_orders(CheckNotice& notice, const OrderBook& book) {
  std::string ids;
  for (const std::uint32_t order : notice.orders) {
    if (!ids.empty()) ids += ", ";
    ids += book.order_id(order).text();
  }
  if (notice.count > notice.orders.size()) ids += ", \xE2\x80\xA6";
  notice.fields.emplace_back("count", std::to_string(notice.count));
  notice.fields.emplace_back("orders", ids);
}

// Orders of which nothing loaded tells a status.
CheckNotice untold_orders(const Check& check) {
  CheckNotice notice;
  notice.code = "status-unknown";
  std::vector<std::uint32_t> orders;
  for (const Action& action : check.actions()) {
    if (all_rules()[action.rule]->id != notice.code) continue;
    if (check.context().book.evidence().presence(action.order) ==
        Presence::kUntold) {
      orders.push_back(action.order);
    }
  }
  compact_sort(orders, [](std::uint32_t a, std::uint32_t b) { return a < b; });
  notice.count = static_cast<std::uint32_t>(orders.size());
  if (orders.size() > ReportEvidence::kMostNamed)
    orders.resize(ReportEvidence::kMostNamed);
  notice.orders = std::move(orders);
  return notice;
}

}  // namespace

std::vector<CheckNotice> notices_of(const Check& check) {
  const CheckContext& context = check.context();
  const ReportEvidence& evidence = context.book.evidence();
  std::vector<CheckNotice> notices;
  if (evidence.ahead_of_clock()) {
    CheckNotice& notice = notices.emplace_back();
    notice.code = "clock-behind";
    notice.instants = {{"now", context.now},
                       {"newest", *evidence.ahead_of_clock()}};
  }
  if (CheckNotice notice = untold_orders(check); notice.count > 0) {
    name_orders(notice, context.book);
    notices.push_back(std::move(notice));
  }
  for (const Listing& listing : evidence.listings()) {
    if (listing.at) continue;
    CheckNotice& notice = notices.emplace_back();
    notice.code = "listing-without-moment";
    notice.file = context.book.reports()[listing.report]->file;
    notice.fields = {{"file", notice.file}};
  }
  if (const auto& by_day = evidence.by_day_alone(); by_day.count > 0) {
    CheckNotice& notice = notices.emplace_back();
    notice.code = "listing-by-day";
    notice.count = by_day.count;
    notice.orders = by_day.orders;
    name_orders(notice, context.book);
  }
  return notices;
}

std::string lacking_rows_text(const OrderBook& book, OrderId order,
                              Language language) {
  constexpr std::size_t kMostRows = 5;
  std::string where;
  std::size_t told = 0;
  for (const UnreadRow& row : book.evidence().unread(order)) {
    const Report& report = *book.reports()[row.report];
    if (tells_refunds(report.kind)) continue;
    if (told++ == kMostRows) where += ", \xE2\x80\xA6";
    if (told > kMostRows) continue;
    if (!where.empty()) where += ", ";
    where += report.file + ":" + std::to_string(row.row);
  }
  return fill(Catalogue::of(language).text("lacking_rows"),
              {{"order", order.text()},
               {"count", std::to_string(told)},
               {"where", where}});
}

std::string notice_text(const CheckNotice& notice, const Check& check,
                        Language language) {
  const Zone& zone = check.context().policy.zone();
  Fields fields = notice.fields;
  for (const auto& [name, at] : notice.instants)
    fields.emplace_back(name, date_text(at, zone, language));
  return fill(
      Catalogue::of(language).text("notices/" + std::string(notice.code)),
      fields);
}

}  // namespace parcelwise
