// The list of kinds, and which orders travel together.
#include "handoff/export.h"

#include <algorithm>
#include <set>
#include <string>

#include "orders/order_facts.h"
#include "orders/told_address.h"
#include "text/compact_sort.h"

namespace parcelwise {

extern const ExportKind kShippingConfirmationExport;
extern const ExportKind kAdjustmentsExport;
extern const ExportKind kCancellationsExport;
extern const ExportKind kYamatoB2Export;
extern const ExportKind kSagawaEhiden3Export;
extern const ExportKind kClickpostExport;
extern const ExportKind kYuprintExport;
extern const ExportKind kCalendarExport;
extern const ExportKind kWorklistExport;
extern const ExportKind kPicklistExport;

namespace {

constexpr const ExportKind* kKinds[] = {
    &kShippingConfirmationExport,
    &kAdjustmentsExport,
    &kCancellationsExport,
    &kYamatoB2Export,
    &kSagawaEhiden3Export,
    &kClickpostExport,
    &kYuprintExport,
    &kCalendarExport,
    &kWorklistExport,
    &kPicklistExport,
};

}  // namespace

std::span<const ExportKind* const> export_kinds() { return kKinds; }

const ExportKind* find_export_kind(std::string_view id) {
  for (const ExportKind* const kind : kKinds) {
    if (kind->id == id) return kind;
  }
  return nullptr;
}

bool goes_out(const ExportContext& context, const OrderFacts& order) {
  return order.to_ship() || (context.chosen && order.by_hand_only());
}

int units_to_send(const OrderBook& book, const OrderFacts& order,
                  std::uint32_t item) {
  const ItemUnits units = item_units(book, item);
  return units.unshipped + (order.left ? units.gone : 0);
}

void warn_of_doubts(const OrderBook& book, const OrderFacts& order,
                    std::vector<RowNote>& warnings) {
  const auto warn = [&](std::string_view why) {
    warnings.push_back({order.id.text(), {}, {}, why, {}});
  };
  if (order.by_hand_only())
    warn(order.left ? "left-the-list" : "status-unknown");
  if (lacks_rows(book, order.id)) warn("lacks-rows");
}

void warn_of_pickup(const OrderFacts& order, std::vector<RowNote>& warnings) {
  const bool store = order.is(Flag::kStorePickup);
  if (!store && !order.is(Flag::kPickupPoint)) return;
  warnings.push_back({order.id.text(),
                      {},
                      {},
                      store ? "collected-at-store" : "pickup-point",
                      {}});
}

std::vector<MissingRow> missing_rows(const ExportKind& kind,
                                     const ExportContext& context) {
  if (&kind == &kAdjustmentsExport) return {};
  const OrderBook& book = context.check.context().book;
  std::vector<OrderId> asked;
  if (context.upload.retry != nullptr) {
    for (const auto& [order, lines] : context.upload.retry->lines())
      asked.push_back(order);
  } else if (context.chosen) {
    for (const Shipment& shipment : context.shipments) {
      for (const std::uint32_t order : shipment.orders)
        asked.push_back(book.order_id(order));
    }
  }
  compact_sort(std::span(asked),
               [](const OrderId& a, const OrderId& b) { return a < b; });
  const bool all = context.upload.retry == nullptr && !context.chosen;
  const auto concerns = [&](const Reject& reject) {
    if (!all)
      return reject.order &&
             std::binary_search(asked.begin(), asked.end(), *reject.order);
    const auto order = reject.order ? book.find(*reject.order) : std::nullopt;
    if (!order) return true;
    const OrderFacts facts = context.check.facts(*order);
    return facts.seller_fulfilled() && !facts.cancelled() && !facts.pending() &&
           !facts.left;
  };
  std::vector<MissingRow> missing;
  for (const auto& [report, reject] : book.rejects()) {
    if (reject.code == RejectCode::kConflict ||
        tells_refunds(book.reports()[report]->kind) || !concerns(reject)) {
      continue;
    }
    missing.push_back({report, &reject});
  }
  return missing;
}

void warn_of_address(const OrderBook& book, std::uint32_t order,
                     std::vector<RowNote>& warnings) {
  const auto other = other_address(book, order);
  if (!other) return;
  const Report& report = book.report(*other);
  std::string street;
  for (const Column column :
       {Column::kShipState, Column::kShipCity, Column::kShipAddress1,
        Column::kShipAddress2, Column::kShipAddress3}) {
    const std::string cell = report.cell(book.part(*other), column);
    if (cell.empty()) continue;
    if (!street.empty()) street += ' ';
    street += cell;
  }
  warnings.push_back({book.order_id(order).text(),
                      std::string(column_name(Column::kShipAddress1)),
                      std::move(street), "address-differs", report.file});
}

RowNote apart_note(const OrderBook& book, const SetApart& apart,
                   Language language) {
  RowNote note{book.order_id(apart.order).text(),
               {},
               {},
               "goes-elsewhere",
               book.order_id(apart.other).text()};
  if (apart.reason) {
    note.why = "goes-apart";
    note.value = Catalogue::of(language).text(
        "combine/reasons/" + std::string(reason_name(*apart.reason)));
  }
  return note;
}

void warn_of_apart(const ExportContext& context,
                   std::vector<RowNote>& warnings) {
  const auto leaves = [&](std::uint32_t order) {
    return std::any_of(context.shipments.begin(), context.shipments.end(),
                       [&](const Shipment& shipment) {
                         return std::find(shipment.orders.begin(),
                                          shipment.orders.end(),
                                          order) != shipment.orders.end();
                       });
  };
  for (const SetApart& apart : context.apart) {
    if (leaves(apart.order) || leaves(apart.other))
      warnings.push_back(
          apart_note(context.check.context().book, apart, context.language));
  }
}

std::string names_of(const OrderBook& book,
                     std::span<const MissingRow> missing) {
  constexpr std::size_t kMostNamed = 20;
  std::vector<std::string> named;
  for (const auto& [report, reject] : missing) {
    std::string name = reject->order ? reject->order->text()
                                     : book.reports()[report]->file + ":" +
                                           std::to_string(reject->row);
    if (std::find(named.begin(), named.end(), name) != named.end()) continue;
    named.push_back(named.size() < kMostNamed ? std::move(name)
                                              : "\xE2\x80\xA6");
    if (named.size() > kMostNamed) break;
  }
  std::string all;
  for (const std::string& name : named) {
    if (!all.empty()) all += ", ";
    all += name;
  }
  return all;
}

std::size_t orders_left_out(const ExportKind& kind,
                            const ExportContext& context,
                            const HandoffFiles& made) {
  const OrderBook& book = context.check.context().book;
  std::set<std::string, std::less<>> out;
  bool all = false;
  for (const RowNote& note : made.left_out) {
    out.insert(note.order);
    all = all || note.order.empty();
  }
  if (!all && kind.reader != ExportReader::kCarrier) return out.size();
  std::size_t orders = 0;
  for (const Shipment& shipment : context.shipments) {
    const std::string id = book.order_id(shipment.orders.front()).text();
    if (all || out.contains(id)) orders += shipment.orders.size();
  }
  return orders;
}

std::vector<Shipment> shipments_of(const Check& check,
                                   std::span<const std::uint32_t> orders,
                                   std::span<const std::vector<OrderId>> groups,
                                   Companions companions) {
  const OrderBook& book = check.context().book;
  const auto sort_once = [](std::vector<std::uint32_t>& some) {
    compact_sort(some);
    some.erase(std::unique(some.begin(), some.end()), some.end());
  };
  std::vector<std::uint32_t> taken(orders.begin(), orders.end());
  if (taken.empty()) {
    for (std::uint32_t order = 0; order < book.order_count(); ++order) {
      if (check.facts(order).to_ship()) taken.push_back(order);
    }
  }
  sort_once(taken);

  constexpr std::uint32_t kAlone = UINT32_MAX;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> members;  // order, group
  for (std::uint32_t g = 0; g < groups.size(); ++g) {
    for (const OrderId& id : groups[g]) {
      const auto order = book.find(id);
      if (order) members.emplace_back(*order, g);
    }
  }
  compact_sort(members);
  const auto group_of = [&](std::uint32_t order) {
    const auto at =
        std::lower_bound(members.begin(), members.end(),
                         std::pair<std::uint32_t, std::uint32_t>{order, 0});
    return at == members.end() || at->first != order ? kAlone : at->second;
  };
  const std::vector<std::uint32_t> chosen = taken;
  if (companions == Companions::kTaken) {
    std::vector<bool> travels(groups.size());
    for (const std::uint32_t order : taken) {
      if (const std::uint32_t group = group_of(order); group != kAlone)
        travels[group] = true;
    }
    for (const auto& [order, group] : members) {
      if (travels[group] && group_of(order) == group &&
          check.facts(order).to_ship()) {
        taken.push_back(order);
      }
    }
    sort_once(taken);
  }

  std::vector<Shipment> shipments;
  std::vector<std::uint32_t> shipment_of(groups.size(), kAlone);
  for (const std::uint32_t order : taken) {
    const std::uint32_t group = group_of(order);
    const bool begun = group != kAlone && shipment_of[group] != kAlone;
    if (!begun) {
      if (group != kAlone)
        shipment_of[group] = static_cast<std::uint32_t>(shipments.size());
      shipments.emplace_back();
    }
    Shipment& shipment =
        begun ? shipments[shipment_of[group]] : shipments.back();
    shipment.orders.push_back(order);
    if (!std::binary_search(chosen.begin(), chosen.end(), order))
      ++shipment.companions;
  }
  return shipments;
}

std::size_t companions_of(const ExportContext& context) {
  std::size_t companions = 0;
  for (const Shipment& shipment : context.shipments)
    companions += shipment.companions;
  return companions;
}

}  // namespace parcelwise
