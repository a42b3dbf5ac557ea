// The list of refund reasons, in the order of docs/command.md.
#include <array>

#include "refund/refund.h"

namespace parcelwise {

extern const RefundReason kUndeliverable, kRefused, kInvalidAddress,
    kCarrierDamage, kWrongItem, kDefective, kItemsUnavailable,
    kCombinedShipping, kReturned, kNotReceived, kGoodwill;

std::span<const RefundReason* const> all_refund_reasons() {
  static constexpr std::array kReasons = {
      &kUndeliverable, &kRefused,     &kInvalidAddress,   &kCarrierDamage,
      &kWrongItem,     &kDefective,   &kItemsUnavailable, &kCombinedShipping,
      &kReturned,      &kNotReceived, &kGoodwill};
  return kReasons;
}

const RefundReason* find_refund_reason(std::string_view id) {
  for (const RefundReason* const reason : all_refund_reasons()) {
    if (reason->id == id) return reason;
  }
  return nullptr;
}

}  // namespace parcelwise
