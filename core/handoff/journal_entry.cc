// Reads back what was written; see handoff/journal_entry.h.
#include "handoff/journal_entry.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "journal/progress.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

// The order ids that open the rows of a tab-delimited file.
void add_first_cells(std::string_view bytes, std::vector<OrderId>& orders) {
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view row = bytes.substr(0, end);
    const auto id = OrderId::parse(row.substr(0, row.find('\t')));
    if (id) orders.push_back(*id);
    if (end == std::string_view::npos) return;
    bytes.remove_prefix(end + 1);
  }
}

std::optional<EventKind> event_of(const ExportKind& kind) {
  if (kind.reader == ExportReader::kCarrier) return EventKind::kCarrierFile;
  if (kind.id == "shipping-confirmation") return EventKind::kConfirmationFile;
  if (kind.id == "cancellations") return EventKind::kCancellationFile;
  if (kind.id == "adjustments") return EventKind::kRefundFile;
  return std::nullopt;
}

}  // namespace

std::vector<OrderId> orders_written(const ExportKind& kind,
                                    const ExportContext& context,
                                    const HandoffFiles& made) {
  std::vector<OrderId> orders;
  if (made.files.empty() || !event_of(kind)) return orders;
  if (kind.reader == ExportReader::kAmazon) {
    for (const HandoffFile& file : made.files)
      add_first_cells(file.bytes, orders);
  } else {
    std::set<std::string_view> out;
    for (const RowNote& note : made.left_out) {
      if (note.order.empty()) return {};  // the shop's: it stops them all
      out.insert(note.order);
    }
    const OrderBook& book = context.check.context().book;
    for (const Shipment& shipment : context.shipments) {
      if (out.contains(book.order_id(shipment.orders.front()).text())) continue;
      for (const std::uint32_t order : shipment.orders)
        orders.push_back(book.order_id(order));
    }
  }
  compact_sort(orders);
  orders.erase(std::unique(orders.begin(), orders.end()), orders.end());
  return orders;
}

std::optional<JournalEvent> journal_entry(const ExportKind& kind,
                                          const ExportContext& context,
                                          const HandoffFiles& made,
                                          const std::string& file) {
  // A program that gives no numbers back is no step to wait behind.
  if (context.layout != nullptr && !context.layout->numbers)
    return std::nullopt;
  std::vector<OrderId> orders = orders_written(kind, context, made);
  if (orders.empty()) return std::nullopt;
  JournalEvent event;
  event.at = context.check.context().now;
  event.kind = *event_of(kind);
  event.file = file;
  if (event.kind == EventKind::kCarrierFile) {
    event.carrier_kind =
        context.layout != nullptr ? context.layout->id : std::string(kind.id);
  }
  event.orders = std::move(orders);
  return event;
}

std::optional<JournalEvent> numbers_entry(const Journal& journal,
                                          const TrackingNumbers& numbers,
                                          const CheckContext& context) {
  const Progress progress = Progress::fold(journal);
  JournalEvent event;
  event.at = context.now;
  event.kind = EventKind::kNumbers;
  for (const TrackingNumber& each : numbers.all()) {
    const OrderId id = context.book.order_id(each.order);
    const OrderProgress* const known = progress.of(id);
    if (known != nullptr && known->number == each.number) continue;
    event.numbers.emplace_back(id, each.number);
  }
  if (event.numbers.empty()) return std::nullopt;
  compact_sort(event.numbers);
  return event;
}

}  // namespace parcelwise
