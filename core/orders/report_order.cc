// Compares reports by all that could make a difference; see
// orders/report_order.h.
#include "orders/report_order.h"

#include <tuple>

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

}  // namespace

bool comes_first(const Report* a, const Report* b) {
  const int ranks[] = {rank(a->kind), rank(b->kind)};
  if (ranks[0] != ranks[1]) return ranks[0] < ranks[1];
  if (a->file != b->file) return a->file < b->file;
  if (a->counts.bytes != b->counts.bytes)
    return a->counts.bytes < b->counts.bytes;
  if (a->fingerprint != b->fingerprint) return a->fingerprint < b->fingerprint;
  return says_first(*a, *b);
}

}  // namespace parcelwise
