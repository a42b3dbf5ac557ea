// Compares reports by all that could make a difference; see
// orders/report_order.h.
#include "orders/report_order.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "text/compact_sort.h"

namespace parcelwise {
namespace {

// Which report is asked first: the one made for shipping, then the one with
// every status, then the one with prices; files that tell of refunds come last.
int rank(ReportKind kind) {
  switch (kind) {
    case ReportKind::kUnshippedOrders:
      return 0;
    case ReportKind::kAllOrders:
      return 1;
    case ReportKind::kNewOrders:
      return 2;
    case ReportKind::kPendingOrders:
      return 3;
    case ReportKind::kReturns:
      return 4;
    case ReportKind::kSettlement:
      return 5;
    case ReportKind::kAdjustments:
      return 6;
  }
  return 7;
}

constexpr std::int64_t kUntold = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kSecondsOfDay = 24 * 60 * 60;

// In seconds; of two the greater is the newer.
struct Moment {
  std::int64_t at = kUntold;
  std::int64_t reported = kUntold;  // decides where `at` does not
  std::size_t listed = 0;           // then these
};

// Where the stamp's day ends. Written in UTC it tells no zone: Amazon's promise
// is the last second of a day, and is taken at its word.
std::int64_t end_of_day(const Stamp& stamp) {
  if (!stamp.date_only && stamp.offset_minutes == 0)
    return stamp.at.unix_seconds + 1;
  return (std::int64_t{stamp.day.since_epoch} + 1) * kSecondsOfDay -
         std::int64_t{stamp.offset_minutes} * 60;
}

std::int64_t seconds(const Stamp& stamp) {
  return stamp.date_only ? std::int64_t{stamp.day.since_epoch} * kSecondsOfDay
                         : stamp.at.unix_seconds;
}

Moment moment_of_listing(const Report& report) {
  Moment moment;
  std::int64_t first = std::numeric_limits<std::int64_t>::max(),
               last = kUntold;  // of what rows tell of the day it was made
  for (std::uint32_t p = 0; p < report.parts.size(); ++p) {
    const OrderPart& part = report.parts[p];
    if (const auto stamp = Report::date(part, DateSlot::kReporting))
      moment.reported = std::max(moment.reported, seconds(*stamp));
    const auto promise = Report::date(part, DateSlot::kPromise);
    if (!promise) continue;
    if (part.past_promise == OrderPart::kNoDayCount) continue;
    const std::int64_t made =
        end_of_day(*promise) + part.past_promise * kSecondsOfDay;
    first = std::min(first, made);
    last = std::max(last, made);
  }
  moment.at = moment.reported;
  // Rows of several marketplaces and seasons differ by hours; by a day, and
  // the rows contradict each other.
  if (last != kUntold && last - first < kSecondsOfDay / 2)
    moment.at = std::max(moment.at, last);
  if (moment.at != kUntold) moment.listed = report.parts.size();
  return moment;
}

Moment moment_of(const Report& report) {
  if (report.kind == ReportKind::kUnshippedOrders)
    return moment_of_listing(report);
  Moment moment;
  for (std::uint32_t p = 0; p < report.parts.size(); ++p) {
    for (const DateSlot slot : {DateSlot::kReporting, DateSlot::kLastUpdated,
                                DateSlot::kPayments, DateSlot::kPurchase}) {
      if (const auto stamp = Report::date(report.parts[p], slot))
        moment.at = std::max(moment.at, seconds(*stamp));
    }
  }
  return moment;
}

// Less than 0 where `a` says it first, 0 where both say the same.
int compare_returned(const ReturnedItem& a, const ReturnedItem& b) {
  const auto key = [](const ReturnedItem& item) {
    return std::tie(item.row, item.order, item.sku, item.asin, item.product,
                    item.rma, item.ordered, item.requested, item.arrived,
                    item.status, item.reason, item.resolution, item.units,
                    item.ordered_units, item.in_policy, item.a_to_z, item.prime,
                    item.label_thousandths, item.order_thousandths,
                    item.refunded_thousandths, item.label_paid_by);
  };
  if (key(a) != key(b)) return key(a) < key(b) ? -1 : 1;
  return a.currency.code().compare(b.currency.code());
}

int compare_refunded(const RefundedItem& a, const RefundedItem& b) {
  const auto key = [](const RefundedItem& item) {
    return std::tie(item.row, item.order, item.item, item.sku, item.thousandths,
                    item.other_thousandths, item.units, item.event);
  };
  if (key(a) != key(b)) return key(a) < key(b) ? -1 : 1;
  return a.currency.code().compare(b.currency.code());
}

// The same for two lists, element by element.
template <typename Item>
int compare_all(const std::vector<Item>& a, const std::vector<Item>& b,
                int (*compare)(const Item&, const Item&)) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (const int order = compare(a[i], b[i]); order != 0) return order;
  }
  return 0;
}

// For reports of one name, size and list of orders: by the first cell or reject
// that differs.
bool says_first(const Report& a, const Report& b) {
  if (a.header.names != b.header.names) return a.header.names < b.header.names;
  if (a.encoding != b.encoding) return a.encoding < b.encoding;
  if (a.lines.size() != b.lines.size()) return a.lines.size() < b.lines.size();
  for (std::uint32_t i = 0; i < a.lines.size(); ++i) {
    for (std::size_t c = 0; c < kColumnCount; ++c) {
      const auto column = static_cast<Column>(c);
      const std::string cells[] = {a.cell(a.lines[i], column),
                                   b.cell(b.lines[i], column)};
      if (cells[0] != cells[1]) return cells[0] < cells[1];
    }
  }
  if (const int order = compare_all(a.returns, b.returns, compare_returned))
    return order < 0;
  if (const int order = compare_all(a.refunds, b.refunds, compare_refunded))
    return order < 0;
  if (a.rejects.size() != b.rejects.size())
    return a.rejects.size() < b.rejects.size();
  for (std::size_t i = 0; i < a.rejects.size(); ++i) {
    const Reject &x = a.rejects[i], &y = b.rejects[i];
    if (x.row != y.row) return x.row < y.row;
    if (x.code != y.code) return x.code < y.code;
    if (x.column != y.column) return x.column < y.column;
    if (x.value != y.value) return x.value < y.value;
  }
  return false;
}

bool comes_first(const Report* a, const Report* b) {
  if (a->file != b->file) return a->file < b->file;
  if (a->counts.bytes != b->counts.bytes)
    return a->counts.bytes < b->counts.bytes;
  if (a->fingerprint != b->fingerprint) return a->fingerprint < b->fingerprint;
  return says_first(*a, *b);
}

struct Ranked {
  const Report* report;
  int rank;
  Moment moment{};
};

}  // namespace

void put_in_order(std::vector<const Report*>& reports) {
  std::vector<Ranked> all;
  all.reserve(reports.size());
  for (const Report* const report : reports)
    all.push_back({report, rank(report->kind)});
  // Reading all dates takes time, and few books have two of one kind.
  for (Ranked& one : all) {
    if (tells_refunds(one.report->kind)) continue;
    const auto alike = std::count_if(
        all.begin(), all.end(),
        [&](const Ranked& other) { return other.rank == one.rank; });
    if (alike > 1) one.moment = moment_of(*one.report);
  }
  compact_sort(all, [](const Ranked& a, const Ranked& b) {
    if (a.rank != b.rank) return a.rank < b.rank;
    const Moment &x = a.moment, &y = b.moment;
    if (x.at != y.at) return x.at > y.at;
    if (x.reported != y.reported) return x.reported > y.reported;
    if (a.report->cut_off != b.report->cut_off) return b.report->cut_off;
    if (x.listed != y.listed) return x.listed < y.listed;
    // Names count up: of two listings of one moment the last is the newest.
    return x.listed > 0 && a.report->file != b.report->file
               ? a.report->file > b.report->file
               : comes_first(a.report, b.report);
  });
  for (std::size_t i = 0; i < all.size(); ++i) reports[i] = all[i].report;
}

}  // namespace parcelwise
