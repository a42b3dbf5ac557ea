// Works out windows and cash on delivery; see handoff/on_delivery.h.
#include "handoff/on_delivery.h"

#include <string>

namespace parcelwise {

std::optional<ArrivalWindow> delivery_window(const OrderFacts& facts,
                                             const Zone& zone) {
  const Instant start =
      facts.scheduled_start ? *facts.scheduled_start : *facts.scheduled_end;
  const Instant end = facts.scheduled_end.value_or(start);
  ArrivalWindow window{zone.day_of(start)};
  // A window that ends at midnight, or a second before, ends that day.
  const Instant last{end.unix_seconds - (end > start ? 1 : 0)};
  if (zone.day_of(last) != window.day) return std::nullopt;
  if (!facts.scheduled_start || !facts.scheduled_end) return window;
  const std::int64_t midnight = zone.start_of(window.day).unix_seconds;
  const auto hour = [midnight](std::int64_t at) {
    const std::int64_t seconds = at - midnight;
    return seconds % 3600 == 0 ? static_cast<int>(seconds / 3600) : -1;
  };
  window.first_hour = hour(start.unix_seconds);
  window.last_hour = hour(end.unix_seconds % 60 == 59 ? end.unix_seconds + 1
                                                      : end.unix_seconds);
  return window;
}

std::optional<CollectedCash> collected_cash(const OrderBook& book,
                                            std::uint32_t order,
                                            const Currency& currency,
                                            std::int64_t most) {
  const std::string reported =
      book.order_cell(order, Column::kCodCollectibleAmount);
  const auto amount = parse_amount(reported, currency.exponent(), '.');
  bool clear = amount && *amount > 0 && currency.exponent() == 0;
  std::int64_t tax = 0;
  bool all_taxes = true;
  for (std::uint32_t item = book.first_item(order);
       item < book.last_item(order); ++item) {
    const std::string other =
        book.item_cell(item, Column::kCodCollectibleAmount);
    clear = clear && (other.empty() || other == reported);
    for (const Column column :
         {Column::kItemTax, Column::kShippingTax, Column::kGiftWrapTax}) {
      const auto part = item_money(book, item, column, currency);
      if (part && part->minor > 0 && part->minor < most) tax += part->minor;
      all_taxes = all_taxes && (part || column != Column::kItemTax);
    }
  }
  if (!clear) return std::nullopt;
  return CollectedCash{*amount, all_taxes && tax < *amount ? tax : 0};
}

}  // namespace parcelwise
