// ship: paid, unshipped, the seller's to send; it may and must go (S5).
#include "rules/rule.h"

namespace parcelwise {
namespace ship {
namespace {

enum Variant : std::uint8_t { kPlain, kOverdue, kLookFirst, kSent };

// The seller's own confirmation of all of it was written: its parcel has left.
bool is_sent(const OrderFacts& order, const CheckContext& context) {
  const OrderProgress* const progress = context.progress_of(order);
  return progress != nullptr && !order.partly_shipped &&
         (progress->state == ProgressState::kInConfirmation ||
          progress->state == ProgressState::kCameBack);
}

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.to_ship()) return std::nullopt;
  // Without any date the deadline may be today's.
  if (!order.ship_by) {
    return Finding{Urgency::kToday, std::nullopt,
                   is_sent(order, context) ? kSent : kPlain};
  }
  const Urgency urgency = context.urgency_of_ship_by(order);
  if (is_sent(order, context))
    return Finding{urgency, order.ship_by->at, kSent};
  if (urgency != Urgency::kOverdue)
    return Finding{urgency, order.ship_by->at, kPlain};
  // An order that Amazon has probably cancelled must not read "ship now".
  const auto amazon_by = context.amazon_by(order.ship_by->at);
  return Finding{urgency, order.ship_by->at,
                 amazon_by && context.now > *amazon_by ? kLookFirst : kOverdue};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding&, Reasons& reasons) {
  tell_ship_by(order, context, reasons);
  constexpr Column kUnits[] = {Column::kQuantityToShip};
  tell_lines(order, context, kUnits, reasons);
}

}  // namespace
}  // namespace ship

extern const Rule kShip;
const Rule kShip{"ship",
                 {"plain", "overdue", "look-first", "sent"},
                 {"S5"},
                 ship::find,
                 ship::explain};

}  // namespace parcelwise
