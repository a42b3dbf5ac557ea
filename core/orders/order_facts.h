// What the rules know of one order: the joined book boiled down to states,
// counts, instants and one sum. Worked out on demand, never stored.
#ifndef PARCELWISE_ORDERS_ORDER_FACTS_H_
#define PARCELWISE_ORDERS_ORDER_FACTS_H_

#include <cstdint>
#include <optional>

#include "money/money.h"
#include "orders/order_book.h"
#include "policy/policy.h"

namespace parcelwise {

// A date with the report line that told it.
struct ReportedInstant {
  Instant at;
  Column column{};
  OrderBook::Source source{};
};

struct OrderFacts {
  std::uint32_t order = 0;  // index in the book
  OrderId id;
  OrderState state = OrderState::kUnknown;  // of the items not cancelled
  Channel channel = Channel::kUnknown;
  std::int64_t purchased = 0;  // units, cancelled items not counted
  std::int64_t shipped = 0;
  std::int64_t unshipped = 0;  // still to ship
  bool partly_shipped = false;
  bool cash_on_delivery = false;
  bool gift = false;
  bool personal_data = false;  // some report tells name, street or phone
  bool has_po = false;         // or a purchase order number
  bool has_ioss = false;       // or an IOSS number
  // The newest listing lacks it: confirmed or cancelled (orders/evidence.h). It
  // stays for refunds, returns and answers; nothing of it is to ship.
  bool left = false;
  // Nobody can tell whether it has left: a status word that is not known, a
  // listing that proves nothing, or a ship-by that has passed while nothing
  // loaded tells a status.
  bool status_unknown = false;
  bool comes_back = false;  // shipped, and returned, refused, lost or damaged
  Flags flags;              // kYes where any report says yes

  std::optional<Instant> purchase;
  std::optional<Instant> payments;
  std::optional<ReportedInstant> ship_by;  // kPurchaseDate: worked out from it
  std::optional<Instant> latest_delivery;
  std::optional<Instant> scheduled_start;
  std::optional<Instant> scheduled_end;

  // The unshipped part of item + shipping + gift wrap - promotions; nullopt
  // where some unshipped item has no price in any report.
  std::optional<Money> at_risk;

  bool is(Flag flag) const { return flags.get(flag) == YesNo::kYes; }
  // No report tells its ship-by: it is counted from the purchase.
  bool ship_by_estimated() const {
    return ship_by && ship_by->column == Column::kPurchaseDate;
  }
  bool seller_fulfilled() const { return channel != Channel::kAmazon; }
  bool pending() const { return state == OrderState::kPending; }
  bool cancelled() const { return state == OrderState::kCancelled; }
  // There is something to ship, and it is the seller who ships it.
  bool open() const {
    return seller_fulfilled() && !pending() && !cancelled() &&
           !status_unknown && unshipped > 0;
  }
  // Not known to be open, and yet packed where the seller chooses it by hand.
  bool by_hand_only() const {
    return seller_fulfilled() && !pending() && !cancelled() &&
           (left || status_unknown) && !is(Flag::kBuyerCancel);
  }
  // It may and must be shipped (S5): open, and the buyer does not want it gone.
  bool to_ship() const { return open() && !is(Flag::kBuyerCancel); }
};

// By what the book's evidence allows (OrderBook::weigh).
OrderFacts order_facts(const OrderBook& book, std::uint32_t order,
                       const Policy& policy);

// The newest date that a report tells of itself: of its reporting-,
// last-updated-, payments- and purchase-dates; nullopt where it has none.
std::optional<Instant> newest_date(const Report& report, const Zone& zone);

// An instant that a report wrote; a bare day means its last second there.
Instant resolve(const Stamp& stamp, const Zone& zone);

// The same of a date that the part has (Report::has_date).
Instant date_told(const OrderPart& part, DateSlot slot, const Zone& zone);

// When the buyer had it at the latest: latest-delivery-date, else the policy's
// delivery days (of `today`) after the ship-by; nullopt where neither is known.
std::optional<Instant> delivered_by(const OrderFacts& order,
                                    const Policy& policy, Day today);

// The buyer's purchase order number: its column's, else the one that Amazon
// appends to the recipient's name (S34); "" where there is none.
std::string po_number(const OrderBook& book, std::uint32_t order);

// The same where the order's facts and its recipient's name are at hand.
std::string po_number(const OrderBook& book, const OrderFacts& order,
                      std::string_view recipient);

// Units of one item still to ship, by everything told of it.
struct ItemUnits {
  OrderState state = OrderState::kUnknown;
  int purchased = 0;
  int shipped = 0;    // confirmed, or gone
  int unshipped = 0;  // to ship
  int gone =
      0;  // of the shipped: no report confirms them, a listing lacks them
};
ItemUnits item_units(const OrderBook& book, std::uint32_t item);

// One money column of an item in minor units of its report's currency (of
// `fallback` where that names none); nullopt where no report has it.
std::optional<Money> item_money(const OrderBook& book, std::uint32_t item,
                                Column column, const Currency& fallback);

// Item and shipping promotions of an item, positive; zero where there are none.
std::optional<Money> item_promotion(const OrderBook& book, std::uint32_t item,
                                    const Currency& fallback);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_ORDER_FACTS_H_
