// What reports tell of refunds that were made and of parcels that come back:
// rows of a seller-fulfilled returns report, a V2 settlement report, or a
// refund (adjustments) upload file, as they were read
// (docs/formats.md 1.12, 1.14, 2.2).
//
// Amounts are thousandths of the major unit, as in LineMoney; what went back to
// the buyer is positive, whatever the file's sign. kNoAmount where untold.
#ifndef PARCELWISE_REPORT_REFUND_EVIDENCE_H_
#define PARCELWISE_REPORT_REFUND_EVIDENCE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include "money/money.h"
#include "report/order_id.h"
#include "time/instant.h"

namespace parcelwise {

// No amount: the report has none there.
inline constexpr std::int64_t kNoAmount = INT64_MIN;

// The parts of a charge and of a refund, in the order of Column::kItemPrice
// onwards. Promotions are positive and reduce.
enum class Component : std::uint8_t {
  kItemPrice,
  kItemTax,
  kShippingPrice,
  kShippingTax,
  kGiftWrapPrice,
  kGiftWrapTax,
  kItemPromotion,
  kShipPromotion,
  kCount
};
inline constexpr std::size_t kComponents =
    static_cast<std::size_t>(Component::kCount);

// One refund of one item: a row of an adjustments file, or the rows of a
// settlement that share order, item, SKU and `event`. An amount that went the
// other way (a restocking fee, a refund taken back) is negative.
struct RefundedItem {
  OrderId order;
  ItemId item;      // none where the file has no item id
  std::string sku;  // UTF-8; "" where untold
  Currency currency;
  std::array<std::int64_t, kComponents> thousandths{};  // never kNoAmount: 0
  // Restocking fees and return postage that the buyer bears, negative: they
  // have no component of their own.
  std::int64_t other_thousandths = 0;
  // Concessions, which are no refund of any line: goodwill, and return postage
  // that the seller bears.
  std::int64_t goodwill_thousandths = 0, postage_thousandths = 0;
  int units = -1;  // -1: untold
  // A settlement's words for it are none that anyone has described: a refund it
  // may be, and its sum is in other_thousandths.
  bool unknown_kind = false;
  std::string
      event;  // settlement: adjustment id and posted moment; "" otherwise
  std::uint32_t row = 0;  // its first
};

// One row of a returns report. Texts are UTF-8; a day is the one written.
struct ReturnedItem {
  OrderId order;
  std::string sku, asin, product;
  std::string rma;               // Amazon RMA ID
  std::optional<Day> ordered;    // Order date
  std::optional<Day> requested;  // Return request date
  std::optional<Day> arrived;    // Return delivery date
  std::string status;            // "Approved", "Pending", ...
  std::string reason;            // Return Reason, as written
  std::string resolution;
  int units = -1;          // Return quantity
  int ordered_units = -1;  // Order quantity
  std::optional<bool> in_policy, a_to_z, prime;
  Currency currency;
  std::int64_t label_thousandths = kNoAmount;
  std::int64_t order_thousandths = kNoAmount;
  std::int64_t refunded_thousandths = kNoAmount;
  std::string label_paid_by;  // "Seller", "Customer"
  std::uint32_t row = 0;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_REFUND_EVIDENCE_H_
