// What the buyer was charged for an order, line by line and component by
// component, as the reports have it. Nothing here is worked out from rates: a
// refund is made of stored amounts (docs/rules.md 4.2, bug 1).
//
// TAX  Where the policy's prices include tax (Japan, Europe) the tax columns
// are the part inside the price; they are kept apart in `tax_inside` and are no
// component of their own, so components always sum to what was paid. Negative
// amounts of a report count as nothing charged.
#ifndef PARCELWISE_REFUND_CHARGES_H_
#define PARCELWISE_REFUND_CHARGES_H_

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "orders/order_book.h"
#include "policy/policy.h"
#include "refund/components.h"

namespace parcelwise {

struct ChargedLine {
  std::uint32_t item = 0;  // index in the book
  std::string order_item_id, sku;
  int units = 0;       // bought
  int unsent = 0;      // not confirmed as shipped
  int points = 0;      // points-granted of the line
  Components charged;  // a promotion larger than its price is cut down to it
  std::optional<std::int64_t>
      tax_inside;  // of the whole line, where prices have it
  bool promotion_cut = false;
};

struct Charges {
  const OrderBook* book = nullptr;  // outlives the charges
  std::uint32_t order = 0;
  Currency currency;
  std::vector<ChargedLine> lines;  // by order-item-id, cancelled lines left out
  std::int64_t total() const;
};

enum class ChargeError {
  kNoPrices,  // no loaded report has prices: new-orders or all-orders brings
              // them
  kMixedCurrencies,  // lines of one order in two currencies
  kTooLarge,         // an amount above kLargestAmount
};

// A success: W7's order -> three lines, 10,590 yen in all.
// A failure: an order that only an unshipped-orders report has -> kNoPrices.
tl::expected<Charges, ChargeError> order_charges(const OrderBook& book,
                                                 std::uint32_t order,
                                                 const Policy& policy);

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_CHARGES_H_
