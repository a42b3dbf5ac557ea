// The alias table, and the header line matched against it.
#include "report/columns.h"

#include <algorithm>

namespace parcelwise {
namespace {

struct Name {
  Column column;
  std::string_view text;
  bool refunds_only = false;  // see match_header
};

// Amazon's spelling first, then the others met (docs/formats.md 1.3, 1.7-1.10,
// 1.12, 1.14, 2.2).
constexpr Name kNames[] = {
    {Column::kOrderId, "order-id"},
    {Column::kOrderItemId, "order-item-id"},
    {Column::kPurchaseDate, "purchase-date"},
    {Column::kPaymentsDate, "payments-date"},
    {Column::kReportingDate, "reporting-date"},
    {Column::kPromiseDate, "promise-date"},
    {Column::kLatestShipDate, "latest-ship-date"},
    {Column::kLatestDeliveryDate, "latest-delivery-date"},
    {Column::kScheduledDeliveryStart, "scheduled-delivery-start-date"},
    {Column::kScheduledDeliveryEnd, "scheduled-delivery-end-date"},
    {Column::kLastUpdatedDate, "last-updated-date"},
    {Column::kDaysPastPromise, "days-past-promise"},
    {Column::kOrderStatus, "order-status"},
    {Column::kItemStatus, "item-status"},
    {Column::kShipmentStatus, "shipment-status"},
    {Column::kDefaultShipFromCountry, "default-ship-from-country"},
    {Column::kFulfillmentChannel, "fulfillment-channel"},
    {Column::kFulfilledBy, "fulfilled-by"},
    {Column::kSalesChannel, "sales-channel"},
    {Column::kPaymentType, "payment-type"},
    {Column::kSku, "sku"},
    {Column::kProductName, "product-name"},
    {Column::kQuantityPurchased, "quantity-purchased"},
    {Column::kQuantityShipped, "quantity-shipped"},
    {Column::kQuantityToShip, "quantity-to-ship"},
    {Column::kCurrency, "currency"},
    {Column::kItemPrice, "item-price"},
    {Column::kItemTax, "item-tax"},
    {Column::kShippingPrice, "shipping-price"},
    {Column::kShippingTax, "shipping-tax"},
    {Column::kGiftWrapPrice, "gift-wrap-price"},
    {Column::kGiftWrapTax, "gift-wrap-tax"},
    {Column::kItemPromotionDiscount, "item-promotion-discount"},
    {Column::kShipPromotionDiscount, "ship-promotion-discount"},
    {Column::kItemPromotionId, "item-promotion-id"},
    {Column::kShipPromotionId, "ship-promotion-id"},
    {Column::kPromotionIds, "promotion-ids"},
    {Column::kPaymentMethod, "payment-method"},
    {Column::kCodCollectibleAmount, "cod-collectible-amount"},
    {Column::kAlreadyPaid, "already-paid"},
    {Column::kPaymentMethodFee, "payment-method-fee"},
    {Column::kPointsGranted, "points-granted"},
    {Column::kShipServiceLevel, "ship-service-level"},
    {Column::kBuyerEmail, "buyer-email"},
    {Column::kBuyerName, "buyer-name"},
    {Column::kBuyerPhone, "buyer-phone-number"},
    {Column::kRecipientName, "recipient-name"},
    {Column::kShipAddress1, "ship-address-1"},
    {Column::kShipAddress2, "ship-address-2"},
    {Column::kShipAddress3, "ship-address-3"},
    {Column::kShipCity, "ship-city"},
    {Column::kShipCounty, "ship-county"},
    {Column::kShipState, "ship-state"},
    {Column::kShipPostalCode, "ship-postal-code"},
    {Column::kShipCountry, "ship-country"},
    {Column::kShipPhone, "ship-phone-number"},
    {Column::kDeliveryInstructions, "delivery-Instructions"},
    {Column::kIsPrime, "is-prime"},
    {Column::kIsBusinessOrder, "is-business-order"},
    {Column::kPurchaseOrderNumber, "purchase-order-number"},
    {Column::kPriceDesignation, "price-designation"},
    {Column::kIsBuyerRequestedCancellation, "is-buyer-requested-cancellation"},
    {Column::kBuyerRequestedCancelReason, "buyer-requested-cancel-reason"},
    {Column::kVergeOfCancellation, "verge-of-cancellation"},
    {Column::kVergeOfLateShipment, "verge-of-lateShipment"},
    {Column::kSignatureRecommended, "signature-confirmation-recommended"},
    {Column::kIsStorePickup, "is-ispu-order"},
    {Column::kIsPickupPoint, "is-pickup-point-order"},
    {Column::kPickupPointType, "pickup-point-type"},
    {Column::kIossNumber, "ioss-number"},
    {Column::kIsReplacementOrder, "is-replacement-order"},
    {Column::kOriginalOrderId, "original-order-id"},
    {Column::kGiftWrapType, "gift-wrap-type"},
    {Column::kGiftMessage, "gift-message-text"},
    {Column::kReturnRequestDate, "Return request date"},
    {Column::kReturnStatus, "Return request status"},
    {Column::kRmaId, "Amazon RMA ID"},
    {Column::kLabelCost, "Label cost"},
    {Column::kLabelPaidBy, "Label to be paid by"},
    {Column::kAToZClaim, "A-to-Z Claim"},
    {Column::kAsin, "ASIN"},
    {Column::kReturnQuantity, "Return quantity"},
    {Column::kReturnReason, "Return Reason"},
    {Column::kInPolicy, "In policy"},
    {Column::kReturnType, "Return type"},
    {Column::kResolution, "Resolution"},
    {Column::kReturnDeliveryDate, "Return delivery date"},
    {Column::kOrderAmount, "Order Amount"},
    {Column::kRefundedAmount, "Refunded Amount"},
    {Column::kSettlementId, "settlement-id"},
    {Column::kTransactionType, "transaction-type"},
    {Column::kAdjustmentId, "adjustment-id"},
    {Column::kAmountType, "amount-type"},
    {Column::kAmountDescription, "amount-description"},
    {Column::kAmount, "amount"},
    {Column::kPostedDate, "posted-date"},
    {Column::kPostedDateTime, "posted-date-time"},
    {Column::kAdjustmentReason, "adjustment-reason-code"},
    {Column::kItemPriceAdj, "item-price-adj"},
    {Column::kItemTaxAdj, "item-tax-adj"},
    {Column::kShippingPriceAdj, "shipping-price-adj"},
    {Column::kShippingTaxAdj, "shipping-tax-adj"},
    {Column::kGiftWrapPriceAdj, "gift-wrap-price-adj"},
    {Column::kGiftWrapTaxAdj, "gift-wrap-tax-adj"},
    {Column::kItemPromotionAdj, "item-promotion-adj"},
    {Column::kShipPromotionAdj, "ship-promotion-adj"},
    {Column::kQuantityCancelled, "quantity-cancelled"},
    // Other spellings.
    {Column::kOrderId, "amazon-order-id"},
    {Column::kOrderItemId, "amazon-order-item-id"},
    {Column::kProductName, "item-name"},
    {Column::kQuantityPurchased, "quantity"},
    {Column::kShipPromotionDiscount, "shipping-promotion-discount"},
    {Column::kRecipientName, "recepient-name"},
    {Column::kIsBuyerRequestedCancellation, "is-buyer-requested-cancelation"},
    {Column::kBuyerRequestedCancelReason,
     "buyer-requested-cancellation-reason"},
    {Column::kPurchaseOrderNumber, "po-number"},
    // The new-orders report's requested delivery window (1.7 a).
    {Column::kScheduledDeliveryStart, "delivery-start-date"},
    {Column::kScheduledDeliveryEnd, "delivery-end-date"},
    // Returns (1.12) and settlements (1.14).
    {Column::kPurchaseDate, "Order date", true},
    {Column::kSku, "Merchant SKU", true},
    {Column::kCurrency, "Currency code", true},
    {Column::kQuantityPurchased, "Order quantity", true},
    {Column::kOrderItemId, "order-item-code", true},
    {Column::kSalesChannel, "marketplace-name", true},
};

// What a rule of docs/command.md's table cannot do without.
constexpr Column kWanted[] = {
    Column::kOrderItemId,   Column::kPurchaseDate,      Column::kPromiseDate,
    Column::kSku,           Column::kQuantityPurchased, Column::kItemPrice,
    Column::kRecipientName, Column::kShipAddress1,      Column::kShipPostalCode,
    Column::kBuyerEmail,
};
constexpr Column kWantedOfReturns[] = {
    Column::kPurchaseDate,   Column::kSku,      Column::kReturnQuantity,
    Column::kReturnStatus,   Column::kInPolicy, Column::kReturnDeliveryDate,
    Column::kRefundedAmount, Column::kCurrency,
};
constexpr Column kWantedOfSettlements[] = {
    Column::kCurrency,   Column::kTransactionType, Column::kAmountDescription,
    Column::kAmount,     Column::kOrderItemId,     Column::kSku,
    Column::kPostedDate,
};
constexpr Column kWantedOfAdjustments[] = {
    Column::kOrderItemId,
    Column::kCurrency,
    Column::kItemPriceAdj,
    Column::kShippingPriceAdj,
};

// What stands for another column: a deadline, a moment.
bool stands_in(const Header& header, Column column) {
  return (column == Column::kPromiseDate &&
          header.has(Column::kLatestShipDate)) ||
         (column == Column::kPostedDate && header.has(Column::kPostedDateTime));
}

// Drops what differs between spellings. A header is ASCII; other bytes stay.
std::string fold_header_cell(std::string_view cell) {
  std::string folded;
  folded.reserve(cell.size());
  for (char c : cell) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '-' || c == '_' || c == ' ' || c == '\r' || c == '"') continue;
    folded.push_back(c);
  }
  return folded;
}

constexpr std::string_view kKindNames[] = {
    "new-orders", "unshipped-orders", "all-orders", "pending-orders",
    "returns",    "settlement",       "adjustments"};

const Name* find_name(std::string_view header_cell, bool refunds) {
  const std::string folded = fold_header_cell(header_cell);
  for (const Name& name : kNames) {
    if (!refunds &&
        (name.refunds_only || name.column >= Column::kReturnRequestDate)) {
      continue;
    }
    if (fold_header_cell(name.text) == folded) return &name;
  }
  return nullptr;
}

bool contains_cell(std::span<const std::string_view> cells,
                   std::string_view folded) {
  return std::any_of(cells.begin(), cells.end(), [&](std::string_view cell) {
    return fold_header_cell(cell) == folded;
  });
}

}  // namespace

std::string_view column_name(Column column) {
  return kNames[static_cast<std::size_t>(column)].text;
}

std::optional<Column> find_column(std::string_view header_cell) {
  const Name* const name = find_name(header_cell, true);
  return name == nullptr ? std::nullopt : std::optional(name->column);
}

std::string_view kind_name(ReportKind kind) {
  return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<ReportKind> kind_from_name(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kKindNames); ++i) {
    if (kKindNames[i] == name) return static_cast<ReportKind>(i);
  }
  return std::nullopt;
}

Header match_header(std::span<const std::string_view> cells) {
  Header header;
  header.position.fill(-1);
  const bool refunds = contains_cell(cells, "returnrequestdate") ||
                       contains_cell(cells, "settlementid") ||
                       contains_cell(cells, "adjustmentreasoncode");
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Name* const name = find_name(cells[i], refunds);
    std::optional<Column> column;
    if (name != nullptr && !header.has(name->column)) column = name->column;
    if (column) {
      header.position[static_cast<std::size_t>(*column)] =
          static_cast<std::int16_t>(i);
    } else if (!cells[i].empty()) {
      header.unused.emplace_back(cells[i]);
    }
    header.cells.push_back(column);
    header.names.emplace_back(cells[i]);
  }
  std::span<const Column> wanted = kWanted;
  switch (find_kind(header).value_or(ReportKind::kNewOrders)) {
    case ReportKind::kReturns:
      wanted = kWantedOfReturns;
      break;
    case ReportKind::kSettlement:
      wanted = kWantedOfSettlements;
      break;
    case ReportKind::kAdjustments:
      wanted = kWantedOfAdjustments;
      break;
    default:
      break;
  }
  for (const Column column : wanted) {
    if (!header.has(column) && !stands_in(header, column)) {
      header.missing.push_back(column);
    }
  }
  return header;
}

std::string_view Header::name_of(Column column) const {
  const std::int16_t at = position[static_cast<std::size_t>(column)];
  return at < 0 ? column_name(column)
                : std::string_view(names[static_cast<std::size_t>(at)]);
}

std::optional<ReportKind> find_kind(const Header& header) {
  if (!header.has(Column::kOrderId)) return std::nullopt;
  if (header.has(Column::kReturnRequestDate)) return ReportKind::kReturns;
  if (header.has(Column::kSettlementId) && header.has(Column::kAmountType)) {
    return ReportKind::kSettlement;
  }
  if (header.has(Column::kAdjustmentReason)) return ReportKind::kAdjustments;
  if (header.has(Column::kOrderStatus)) return ReportKind::kAllOrders;
  if (!header.has(Column::kOrderItemId)) return std::nullopt;
  if (header.has(Column::kQuantityToShip) ||
      header.has(Column::kDaysPastPromise) ||
      header.has(Column::kPromiseDate)) {
    return ReportKind::kUnshippedOrders;
  }
  if (header.has(Column::kPaymentType)) return ReportKind::kPendingOrders;
  if (header.has(Column::kQuantityPurchased) &&
      (header.has(Column::kPurchaseDate) || header.has(Column::kItemPrice))) {
    return ReportKind::kNewOrders;
  }
  return std::nullopt;
}

std::optional<std::string_view> find_other_file(
    std::span<const std::string_view> cells) {
  struct Sign {
    std::string_view cell;
    std::string_view file;
  };
  constexpr Sign kSigns[] = {
      {"detaileddisposition", "FBA customer returns report"},
      {"settlementid", "settlement report other than V2"},
      {"shipmentitemid", "FBA shipments report"},
      {"carriercode", "shipping confirmation upload file"},
      {"listingid", "listings report"},
      {"fnsku", "FBA inventory report"},
  };
  for (const Sign& sign : kSigns) {
    if (contains_cell(cells, sign.cell)) return sign.file;
  }
  return std::nullopt;
}

}  // namespace parcelwise
