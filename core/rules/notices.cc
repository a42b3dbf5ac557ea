// Gathers what concerns the files as a whole; see rules/notices.h.
#include "rules/notices.h"

#include <algorithm>
#include <tuple>

#include "orders/told_address.h"
#include "refund/wording.h"
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

// Orders of which nothing loaded tells a status, and a listing of today may.
CheckNotice untold_orders(const Check& check) {
  CheckNotice notice;
  notice.code = "status-unknown";
  std::vector<std::uint32_t> orders;
  for (const Action& action : check.actions()) {
    if (all_rules()[action.rule]->id != notice.code) continue;
    const ReportEvidence& evidence = check.context().book.evidence();
    if (evidence.presence(action.order) == Presence::kUntold &&
        !evidence.lacked_today(action.order)) {
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

// Orders of which a told refund is on no line. One refund that is told twice is
// none.
CheckNotice unplaced_refunds(const Check& check) {
  CheckNotice notice;
  notice.code = "refunds-not-counted";
  std::uint32_t rows = 0;
  std::optional<std::uint32_t> last;
  UnplacedSums sums;
  for (const NotCounted& one : check.refunds_reported().not_counted()) {
    if (one.why == Uncounted::kEqualEvents) continue;
    ++rows;
    sums.add(one);
    if (last == one.order) continue;
    last = one.order;
    if (notice.count++ < ReportEvidence::kMostNamed)
      notice.orders.push_back(one.order);
  }
  notice.fields.emplace_back("rows", std::to_string(rows));
  notice.sums = std::move(sums);
  return notice;
}

// Orders to ship of which a report names another address than the one that is
// used.
CheckNotice moved_orders(const Check& check) {
  CheckNotice notice;
  notice.code = "address-differs";
  const OrderBook& book = check.context().book;
  for (const std::uint32_t order : book.in_file_order()) {
    if (other_address(book, order) && check.facts(order).to_ship())
      notice.orders.push_back(order);
  }
  notice.count = static_cast<std::uint32_t>(notice.orders.size());
  compact_sort(notice.orders,
               [](std::uint32_t a, std::uint32_t b) { return a < b; });
  notice.orders.resize(
      std::min(notice.orders.size(), ReportEvidence::kMostNamed));
  return notice;
}

// Orders of which no known marketplace is told: no limit is counted for them.
CheckNotice homeless_orders(const Check& check) {
  CheckNotice notice;
  notice.code = "no-marketplace";
  const Policies& policies = check.policies();
  if (policies.all().back().known()) return notice;
  const std::uint32_t orders = check.context().book.order_count();
  for (std::uint32_t order = 0; order < orders; ++order) {
    if (policies.of(order).known()) continue;
    if (notice.count++ < ReportEvidence::kMostNamed)
      notice.orders.push_back(order);
  }
  return notice;
}

// What the seller is to answer today, and no row of the list can say.
CheckNotice answers_elsewhere(const CheckContext& context) {
  CheckNotice notice;
  notice.code = "answers-elsewhere";
  std::vector<const FollowUp*> due;
  for (const FollowUp& one : context.follow_ups) {
    if (one.due <= context.today_end && !context.book.find(one.order))
      due.push_back(&one);
  }
  compact_sort(due, [](const FollowUp* a, const FollowUp* b) {
    return std::tie(a->due, a->order) < std::tie(b->due, b->order);
  });
  std::string ids;
  for (const FollowUp* const one : due) {
    if (notice.count++ == ReportEvidence::kMostNamed) ids += ", \xE2\x80\xA6";
    if (notice.count > ReportEvidence::kMostNamed) continue;
    ids += (ids.empty() ? "" : ", ") + one->order.text();
  }
  notice.fields = {{"count", std::to_string(notice.count)}, {"orders", ids}};
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
  for (const Report* const report : context.book.reports()) {
    if (!report->cut_off) continue;
    CheckNotice& notice = notices.emplace_back();
    notice.code = "file-cut-off";
    notice.file = report->file;
    notice.fields = {{"file", notice.file}};
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
  if (CheckNotice notice = moved_orders(check); notice.count > 0) {
    name_orders(notice, context.book);
    notices.push_back(std::move(notice));
  }
  if (CheckNotice notice = unplaced_refunds(check); notice.count > 0) {
    name_orders(notice, context.book);
    notices.push_back(std::move(notice));
  }
  if (CheckNotice notice = homeless_orders(check); notice.count > 0) {
    name_orders(notice, context.book);
    notices.push_back(std::move(notice));
  }
  if (CheckNotice notice = answers_elsewhere(context); notice.count > 0)
    notices.push_back(std::move(notice));
  return notices;
}

std::string notice_text(const CheckNotice& notice, const Check& check,
                        Language language) {
  const Zone& zone = check.context().policy.zone();
  Fields fields = notice.fields;
  for (const auto& [name, at] : notice.instants)
    fields.emplace_back(name, date_text(at, zone, language));
  fields.emplace_back("sum", unplaced_text(notice.sums, language));
  return fill(
      Catalogue::of(language).text("notices/" + std::string(notice.code)),
      fields);
}

}  // namespace parcelwise
