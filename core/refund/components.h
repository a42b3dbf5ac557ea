// Amounts of one line by component, in minor units of one currency.
#ifndef PARCELWISE_REFUND_COMPONENTS_H_
#define PARCELWISE_REFUND_COMPONENTS_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "report/refund_evidence.h"

namespace parcelwise {

// The contract's names: "item_price", ..., "item_promotion", "ship_promotion".
std::string_view component_name(Component component);

// Amounts above this are refused when charges are read (order_charges), so sums
// of any order's components stay within int64.
inline constexpr std::int64_t kLargestAmount = 1'000'000'000'000;

struct Components {
  std::array<std::int64_t, kComponents> minor{};  // all >= 0

  std::int64_t& operator[](Component c) {
    return minor[static_cast<std::size_t>(c)];
  }
  std::int64_t operator[](Component c) const {
    return minor[static_cast<std::size_t>(c)];
  }

  // What each of the three things cost the buyer, promotions taken off.
  std::int64_t item() const {
    return (*this)[Component::kItemPrice] + (*this)[Component::kItemTax] -
           (*this)[Component::kItemPromotion];
  }
  std::int64_t shipping() const {
    return (*this)[Component::kShippingPrice] +
           (*this)[Component::kShippingTax] -
           (*this)[Component::kShipPromotion];
  }
  std::int64_t gift_wrap() const {
    return (*this)[Component::kGiftWrapPrice] +
           (*this)[Component::kGiftWrapTax];
  }
  std::int64_t total() const { return item() + shipping() + gift_wrap(); }

  Components& operator+=(const Components& other) {
    for (std::size_t c = 0; c < kComponents; ++c) minor[c] += other.minor[c];
    return *this;
  }
  friend bool operator==(const Components&, const Components&) = default;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_COMPONENTS_H_
