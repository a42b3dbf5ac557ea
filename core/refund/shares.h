// A line's amounts in three parcels of meaning, item, shipping and gift wrap,
// and how much of each goes back with some of the line's units.
#ifndef PARCELWISE_REFUND_SHARES_H_
#define PARCELWISE_REFUND_SHARES_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "refund/refund.h"

namespace parcelwise {

struct Part {
  Component price, tax;
  std::optional<Component> promotion;
};
inline constexpr Part kItemPart{Component::kItemPrice, Component::kItemTax,
                                Component::kItemPromotion};
inline constexpr Part kShippingPart{Component::kShippingPrice,
                                    Component::kShippingTax,
                                    Component::kShipPromotion};
inline constexpr Part kGiftWrapPart{Component::kGiftWrapPrice,
                                    Component::kGiftWrapTax, std::nullopt};

// Price and tax less promotion.
std::int64_t net(const Components& amounts, const Part& part);

// What is left of a part of the line; not negative.
std::int64_t left_of(const ChargedLine& line, const Refunded& before,
                     const Part& part);

// Adds to `amounts` what `units` more units of the line get back of the part:
// the stored amount by cumulative units (W8), never more than is left of it,
// and its promotion taken off.
void give_units(const ChargedLine& line, const Refunded& before,
                const Part& part, int units, Components& amounts);

// Adds `minor` of the part's price and tax, shared between the two by what is
// left of them. At most left_of().
void give_amount(const ChargedLine& line, const Refunded& before,
                 const Part& part, std::int64_t minor, Components& amounts);

// What goes back of a line with this reason although its units did before: all
// of it, or where shipping is kept the gift wrap. Of the item's price a part
// may have been kept rightly, by its condition or for the way out. A return
// within the days in which shipping goes back too (docs/rules.md 2.2.4) adds
// that.
std::vector<Part> rest_parts(const RefundContext& context,
                             const Refund& refund);

// The reasons' common ground: item and gift wrap of every chosen line, with
// shipping or without; what stays is told in `withheld` with that sentence.
void refund_with_shipping(RefundWork& work);
void refund_keeping_shipping(RefundWork& work, std::string_view why);

// Keeps what the request says that the way to the buyer really cost, out of the
// chosen lines' items, where no line of the order was charged for it. No report
// tells what an earlier refund kept: the seller is told to keep it once.
//   shipping 0, cost 550, items 3,000 and 1,000 -> 413 and 137 stay
void keep_outbound_cost(RefundWork& work);

// The whole of many a reason: everything goes back, or all but the shipping
// charge, because the parcel was carried (S11).
std::optional<RefundError> give_all(RefundWork& work);
std::optional<RefundError> give_all_but_shipping(RefundWork& work);

// Notes an amount that stays with the seller; nothing where it is 0.
void withhold(RefundWork& work, Component component, std::int64_t minor,
              Notice why);

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_SHARES_H_
