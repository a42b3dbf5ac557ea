// Works out a row's layout; see report/row_layout.h.
#include "report/row_layout.h"

#include <algorithm>
#include <initializer_list>
#include <span>

#include "report/cells.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

// Columns of the order, kept once for its consecutive lines. Dates and flags
// are packed, the texts of the second list are stored as they are, and those of
// the third are shared: they have few values in a file.
constexpr Flag kFlags[] = {Flag::kPrime,
                           Flag::kBusiness,
                           Flag::kBuyerCancel,
                           Flag::kVergeOfCancellation,
                           Flag::kVergeOfLateShipment,
                           Flag::kReplacement,
                           Flag::kSignature,
                           Flag::kStorePickup,
                           Flag::kPickupPoint};
constexpr Column kOrderTexts[] = {
    Column::kDaysPastPromise,
    Column::kCodCollectibleAmount,
    Column::kAlreadyPaid,
    Column::kPaymentMethodFee,
    Column::kBuyerName,
    Column::kBuyerPhone,
    Column::kRecipientName,
    Column::kShipAddress1,
    Column::kShipAddress2,
    Column::kShipAddress3,
    Column::kShipPostalCode,
    Column::kShipPhone,
    Column::kDeliveryInstructions,
    Column::kPurchaseOrderNumber,
    Column::kBuyerRequestedCancelReason,
    Column::kOriginalOrderId,
    Column::kIossNumber,
};
constexpr Column kSharedTexts[] = {
    Column::kOrderStatus,        Column::kShipmentStatus,
    Column::kFulfillmentChannel, Column::kFulfilledBy,
    Column::kSalesChannel,       Column::kPaymentType,
    Column::kPaymentMethod,      Column::kShipServiceLevel,
    Column::kShipCity,           Column::kShipCounty,
    Column::kShipState,          Column::kShipCountry,
    Column::kPickupPointType,    Column::kDefaultShipFromCountry,
};
constexpr Column kLineTexts[] = {
    Column::kItemPromotionId, Column::kShipPromotionId,  Column::kPromotionIds,
    Column::kPointsGranted,   Column::kPriceDesignation, Column::kItemStatus,
    Column::kGiftWrapType,    Column::kGiftMessage,
};
// A returns report's, kept with its line so that an order can show them.
constexpr Column kReturnTexts[] = {
    Column::kCurrency,       Column::kReturnRequestDate,
    Column::kReturnStatus,   Column::kRmaId,
    Column::kLabelCost,      Column::kLabelPaidBy,
    Column::kAToZClaim,      Column::kAsin,
    Column::kReturnQuantity, Column::kReturnReason,
    Column::kInPolicy,       Column::kReturnType,
    Column::kResolution,     Column::kReturnDeliveryDate,
    Column::kOrderAmount,    Column::kRefundedAmount,
};

}  // namespace

RowLayout::RowLayout(const Header& header, ReportKind kind, Delimiter delimiter)
    : fields(header.cells.size()),
      plain(delimiter == Delimiter::kTab && !tells_refunds(kind)) {
  at_.fill(kAbsent);
  for (std::size_t i = 0; i < kColumnCount; ++i) {
    if (header.position[i] >= 0)
      at_[i] = static_cast<std::uint16_t>(header.position[i]);
  }
  const auto note = [&](std::span<const Column> columns,
                        std::vector<Placed<Column>>& present) {
    for (const Column column : columns) {
      if (has(column)) present.push_back({column, at(column)});
    }
  };
  note(kOrderTexts, order_texts);
  note(kSharedTexts, shared_texts);
  note(kLineTexts, line_texts);
  if (kind == ReportKind::kReturns) note(kReturnTexts, line_texts);
  for (std::size_t i = 0; i < kDateSlots; ++i) {
    const auto slot = static_cast<DateSlot>(i);
    if (has(column_of(slot))) dates.push_back({slot, at(column_of(slot))});
  }
  for (const Flag flag : kFlags) {
    if (has(column_of(flag))) flags.push_back({flag, at(column_of(flag))});
  }
  for (std::size_t i = 0; i < kMoneyColumns; ++i) {
    if (has(money_column(i)))
      money.push_back({static_cast<std::uint8_t>(i), at(money_column(i))});
  }
  std::vector<std::size_t> order_positions;
  for (const auto& date : dates) order_positions.push_back(date.at);
  for (const auto& flag : flags) order_positions.push_back(flag.at);
  for (const auto* const texts : {&order_texts, &shared_texts})
    for (const auto& text : *texts) order_positions.push_back(text.at);
  if (has(Column::kBuyerEmail))
    order_positions.push_back(at(Column::kBuyerEmail));
  compact_sort(order_positions);
  for (const std::size_t position : order_positions) {
    if (delimiter == Delimiter::kTab && !order_fields.empty() &&
        order_fields.back().second + 1 == position) {
      order_fields.back().second = position;
    } else {
      order_fields.emplace_back(position, position);
    }
  }
  const auto need = [&](std::initializer_list<Column> columns) {
    for (const Column column : columns) {
      if (has(column))
        first_needed = std::max(first_needed, std::size_t{at(column)} + 1);
    }
  };
  using enum Column;
  switch (kind) {
    case ReportKind::kReturns:
      need({kOrderId, kSku, kReturnRequestDate, kReturnQuantity});
      break;
    case ReportKind::kSettlement:  // the summary row may be short
      need({kSettlementId});
      break;
    case ReportKind::kAdjustments:
      need({kOrderId, kOrderItemId, kAdjustmentReason, kCurrency,
            kItemPriceAdj});
      break;
    default:
      need({kOrderId, kOrderItemId, kSku, kQuantityPurchased});
  }
}

}  // namespace parcelwise
