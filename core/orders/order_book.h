// Several reports joined into orders: deadlines from one, money from another,
// status from a third (docs/rules.md 1.0: no single report holds everything).
//
// JOIN  Lines meet on order-id + order-item-id, leading zeros ignored. A report
// without item ids (all orders, returns) meets the others on order-id + SKU,
// case, quotes and spaces folded: twins of one SKU by quantity and price, what
// is left the n-th with the n-th. What is not told by one report is taken from
// the next, an address as a whole (orders/told_address.h); where two differ in
// SKU, quantity, prices, dates or postal code, the row that comes second is a
// `conflict` reject that names both and counts for nothing. What only goes
// forward (status, units shipped) takes the furthest. A returns report's lines,
// one for each order and SKU, join in the same way but never conflict: they
// only bring the orders that no other report has. Settlements and adjustments
// files have no lines; what was refunded and returned stands in
// reports()[i]->refunds and ->returns.
//
// ORDER  Reports are put in an order of their own (orders/report_order.h: kind,
// then the newest first, then file name) before anything is joined, so the
// order in which files were given changes nothing.
//
// The reports must outlive the book.
#ifndef PARCELWISE_ORDERS_ORDER_BOOK_H_
#define PARCELWISE_ORDERS_ORDER_BOOK_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "orders/evidence.h"
#include "report/report.h"

namespace parcelwise {

class OrderBook {
 public:
  // One line of one report.
  struct Source {
    std::uint32_t report;  // index into reports()
    std::uint32_t line;
  };

  static OrderBook join(std::vector<const Report*> reports);

  // Weighs what the reports can know (orders/evidence.h). Before anything is
  // decided on the orders: until then no order has left.
  void weigh(const Policies& policies, Instant now,
             const SellersWord& word = {});
  const ReportEvidence& evidence() const { return evidence_; }

  const std::vector<const Report*>& reports() const { return reports_; }

  // The counts of a report with duplicates and conflicts taken into account:
  // rows = items + continuations + repeated_headers + blank + duplicates +
  // rejected, always.
  const ReportCounts& counts(std::size_t report) const {
    return counts_[report];
  }

  // The same of a report that is joined with no other. Most tell no line twice:
  // then nothing is joined.
  static ReportCounts counts_alone(const Report& report);

  // All rejects, by report and row: the readers' own and the conflicts.
  const std::vector<std::pair<std::uint32_t, Reject>>& rejects() const {
    return rejects_;
  }

  // Orders by id.
  std::uint32_t order_count() const {
    return static_cast<std::uint32_t>(orders_.size());
  }
  std::uint32_t item_count() const {
    return static_cast<std::uint32_t>(items_.size());
  }
  // The same orders as their reports have them, one after the other: what a
  // loop over all of them reads then lies together in memory.
  const std::vector<std::uint32_t>& in_file_order() const {
    return in_file_order_;
  }

  OrderId order_id(std::uint32_t order) const { return its(order).id; }
  std::optional<std::uint32_t> find(OrderId id) const;

  // The items of an order: [first, last) for sources().
  std::uint32_t first_item(std::uint32_t order) const {
    return its(order).first_item;
  }
  std::uint32_t last_item(std::uint32_t order) const {
    return its(order).last_item;
  }

  // What told of an item, in the order of reports().
  std::span<const Source> sources(std::uint32_t item) const {
    const std::uint32_t first = items_[item];
    const std::uint32_t last =
        item + 1 < items_.size() ? items_[item + 1]
                                 : static_cast<std::uint32_t>(sources_.size());
    return {sources_.data() + first, last - first};
  }
  // The same for all items of an order.
  std::span<const Source> order_sources(std::uint32_t order) const {
    const Order& one = its(order);
    return {sources_.data() + one.first_source,
            one.last_source - one.first_source};
  }

  const Line& line(Source source) const {
    return reports_[source.report]->lines[source.line];
  }
  const OrderPart& part(Source source) const {
    return reports_[source.report]->parts[line(source).part];
  }
  const Report& report(Source source) const { return *reports_[source.report]; }

  // The first non-blank cell of an order or item, by report, UTF-8; see JOIN.
  std::string order_cell(std::uint32_t order, Column column) const;
  std::string item_cell(std::uint32_t item, Column column) const;

 private:
  struct Order {
    OrderId id;
    std::uint32_t first_item, last_item;
    // Of its items, here too: every loop over all orders asks for them.
    std::uint32_t first_source, last_source;
  };
  const Order& its(std::uint32_t order) const { return orders_[place_[order]]; }
  bool told_once(std::span<const Source> lines) const;
  void join_lines();
  void add_order(OrderId id, std::span<Source> lines);
  void join_items(std::span<Source> lines);
  bool agrees(Source kept, Source other);
  void reject_conflict(Source kept, Source other, Column column);

  std::vector<const Report*> reports_;
  std::vector<ReportCounts> counts_;
  std::vector<std::pair<std::uint32_t, Reject>> rejects_;
  // As the files have them.
  std::vector<Order> orders_;
  std::vector<std::uint32_t> items_;  // first source of each
  std::vector<Source> sources_;
  std::vector<std::uint32_t> in_file_order_;
  std::vector<std::uint32_t> place_;  // of each order, by id, among them
  ReportEvidence evidence_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_ORDER_BOOK_H_
