// The columns of Amazon's order reports and of the three files that tell of
// refunds (returns, settlement, adjustments): one alias table from every
// spelling met in the field to the column it means
// (docs/formats.md 1.3, 1.7-1.10, 1.12, 1.14, 2.2).
//
// Columns are found by folded name, never by position: a seller's column
// picker, the marketplace and the year all change which there are and where.
// Folding drops case, '-', '_' and spaces, so "verge-of-lateShipment",
// "Verge Of Late Shipment" and "verge_of_lateshipment" are one column.
#ifndef PARCELWISE_REPORT_COLUMNS_H_
#define PARCELWISE_REPORT_COLUMNS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parcelwise {

// Every column that Parcelwise reads. The order is that of `told` values.
enum class Column : std::uint8_t {
  kOrderId,
  kOrderItemId,
  kPurchaseDate,
  kPaymentsDate,
  kReportingDate,
  kPromiseDate,
  kLatestShipDate,
  kLatestDeliveryDate,
  kScheduledDeliveryStart,
  kScheduledDeliveryEnd,
  kLastUpdatedDate,
  kDaysPastPromise,
  kOrderStatus,
  kItemStatus,
  kShipmentStatus,
  kDefaultShipFromCountry,
  kFulfillmentChannel,
  kFulfilledBy,
  kSalesChannel,
  kPaymentType,
  kSku,
  kProductName,
  kQuantityPurchased,
  kQuantityShipped,
  kQuantityToShip,
  kCurrency,
  kItemPrice,
  kItemTax,
  kShippingPrice,
  kShippingTax,
  kGiftWrapPrice,
  kGiftWrapTax,
  kItemPromotionDiscount,
  kShipPromotionDiscount,
  kItemPromotionId,
  kShipPromotionId,
  kPromotionIds,
  kPaymentMethod,
  kCodCollectibleAmount,
  kAlreadyPaid,
  kPaymentMethodFee,
  kPointsGranted,
  kShipServiceLevel,
  kBuyerEmail,
  kBuyerName,
  kBuyerPhone,
  kRecipientName,
  kShipAddress1,
  kShipAddress2,
  kShipAddress3,
  kShipCity,
  kShipCounty,
  kShipState,
  kShipPostalCode,
  kShipCountry,
  kShipPhone,
  kDeliveryInstructions,
  kIsPrime,
  kIsBusinessOrder,
  kPurchaseOrderNumber,
  kPriceDesignation,
  kIsBuyerRequestedCancellation,
  kBuyerRequestedCancelReason,
  kVergeOfCancellation,
  kVergeOfLateShipment,
  kSignatureRecommended,
  kIsStorePickup,
  kIsPickupPoint,
  kPickupPointType,
  kIossNumber,
  kIsReplacementOrder,
  kOriginalOrderId,
  kGiftWrapType,
  kGiftMessage,
  // Returns, settlement and adjustments files alone have these.
  kReturnRequestDate,
  kReturnStatus,
  kRmaId,
  kLabelCost,
  kLabelPaidBy,
  kAToZClaim,
  kAsin,
  kReturnQuantity,
  kReturnReason,
  kInPolicy,
  kReturnType,
  kResolution,
  kReturnDeliveryDate,
  kOrderAmount,
  kRefundedAmount,
  kSettlementId,
  kTransactionType,
  kAdjustmentId,
  kAmountType,
  kAmountDescription,
  kAmount,
  kPostedDate,
  kPostedDateTime,
  kAdjustmentReason,
  kItemPriceAdj,
  kItemTaxAdj,
  kShippingPriceAdj,
  kShippingTaxAdj,
  kGiftWrapPriceAdj,
  kGiftWrapTaxAdj,
  kItemPromotionAdj,
  kShipPromotionAdj,
  kQuantityCancelled,
  kCount
};
inline constexpr std::size_t kColumnCount =
    static_cast<std::size_t>(Column::kCount);
// A text record tells a column by seven bits, and 0xFF ends it
// (report/report.h).
static_assert(kColumnCount < 0x7F);

// Amazon's own spelling: "verge-of-lateShipment".
std::string_view column_name(Column column);

// The column a header cell means in some file; nullopt for one that Parcelwise
// does not read in any.
//   find_column("Amazon_Order ID")  -> Column::kOrderId
//   find_column("is-transparency")  -> nullopt
std::optional<Column> find_column(std::string_view header_cell);

enum class ReportKind : std::uint8_t {
  kNewOrders,
  kUnshippedOrders,
  kAllOrders,
  kPendingOrders,
  kReturns,
  kSettlement,
  kAdjustments
};
inline constexpr std::size_t kReportKinds = 7;
// Whether the file tells of returns and refunds, not of orders to ship.
constexpr bool tells_refunds(ReportKind kind) {
  return kind >= ReportKind::kReturns;
}

// The contract's names: "new-orders", "unshipped-orders", "all-orders",
// "pending-orders", "returns", "settlement", "adjustments".
std::string_view kind_name(ReportKind kind);
std::optional<ReportKind> kind_from_name(std::string_view name);

// A header line matched to columns.
struct Header {
  std::vector<std::optional<Column>> cells;  // by position in the file
  std::vector<std::string> names;   // likewise, as the file spells them
  std::vector<std::string> unused;  // names not read, in file order
  std::vector<Column> missing;  // columns that rules want and the file lacks
  std::array<std::int16_t, kColumnCount> position;  // -1: not in the file

  bool has(Column column) const {
    return position[static_cast<std::size_t>(column)] >= 0;
  }
  // The column as the file calls it: "quantity" for kQuantityPurchased;
  // Amazon's own spelling where the file lacks it.
  std::string_view name_of(Column column) const;
};

// Matches the cells of a header line. Of two cells with one meaning the first
// counts ("original-order-id" stands twice in some files); the second is
// unused. What only a returns, settlement or adjustments file has ("asin",
// "amount") is read in those alone; an order report that has it too keeps it
// unused.
Header match_header(std::span<const std::string_view> cells);

// Tells the report by its columns; nullopt when it is none of these.
//   returns: Return request date; settlement (V2): settlement-id and
//   amount-type; adjustments: adjustment-reason-code; each with its order id
//   pending: payment-type; all: order-status; unshipped: quantity-to-ship,
//   promise-date or days-past-promise; new: item and quantity columns.
std::optional<ReportKind> find_kind(const Header& header);

// A known Amazon file that is not read, by its header, for a better message:
// "FBA customer returns report", "settlement report other than V2"; nullopt if
// unknown.
std::optional<std::string_view> find_other_file(
    std::span<const std::string_view> cells);

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_COLUMNS_H_
