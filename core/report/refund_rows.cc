// Reads returns, settlement and adjustments rows; see report/refund_rows.h.
#include "report/refund_rows.h"

#include <algorithm>
#include <optional>

namespace parcelwise {
namespace {

// As for orders (report/reader.cc): a date beyond 2099 is a slip of the pen.
constexpr std::int32_t kFirstFarDay = 47'482;  // 2100-01-01

BadCell bad_number(Column column, std::string_view text) {
  return {
      is_scientific(text) ? RejectCode::kExcelDamage : RejectCode::kBadNumber,
      column, text};
}

// The value of a cell; blank ones stay as they are. False: `bad` says why.
bool read_amount(const RowCells& cells, Column column, const Currency& currency,
                 std::int64_t& thousandths, BadCell& bad) {
  const std::string_view text = cells[column];
  if (text.empty()) return true;
  const auto amount = read_thousandths(text);
  if (!amount || *amount == kNoAmount ||
      (currency.known() && *amount % thousandths_per_minor(currency) != 0) ||
      (currency.exponent() < 3 && may_be_thousands(text))) {
    bad = bad_number(column, text);
    return false;
  }
  thousandths = *amount;
  return true;
}

bool read_units(const RowCells& cells, Column column, int& units,
                BadCell& bad) {
  const std::string_view text = cells[column];
  if (text.empty()) return true;
  const auto count = read_count(text);
  if (!count) {
    bad = {is_scientific(text) ? RejectCode::kExcelDamage
                               : RejectCode::kBadQuantity,
           column, text};
    return false;
  }
  units = *count;
  return true;
}

bool read_day(const RowCells& cells, Column column, std::optional<Day>& day,
              BadCell& bad) {
  const std::string_view text = cells[column];
  if (text.empty()) return true;
  const auto stamp = read_return_date(text);
  if (!stamp || stamp->day.since_epoch <= 0 ||
      stamp->day.since_epoch >= kFirstFarDay) {
    const bool spreadsheet = !stamp && stamp.error() == DateError::kSpreadsheet;
    bad = {spreadsheet ? RejectCode::kExcelDamage : RejectCode::kBadDate,
           column, text};
    return false;
  }
  day = stamp->day;
  return true;
}

bool read_currency(const RowCells& cells, Currency& currency, BadCell& bad) {
  const std::string_view code = cells[Column::kCurrency];
  if (code.empty()) return true;
  const auto known = Currency::from_code(code);
  if (!known) {
    bad = {RejectCode::kBadNumber, Column::kCurrency, code};
    return false;
  }
  currency = *known;
  return true;
}

std::optional<bool> reported(std::string_view text) {
  const YesNo answer = read_answer(text);
  if (answer == YesNo::kUnknown) return std::nullopt;
  return answer == YesNo::kYes;
}

// What an amount of a refund row is to the buyer; kCount: goodwill, postage or
// a fee, which have a place of their own. nullopt: nobody has described it.
struct Meaning {
  std::string_view type, description;
  Component component;
};
constexpr Meaning kMeanings[] = {
    {"itemprice", "principal", Component::kItemPrice},
    {"itemprice", "tax", Component::kItemTax},
    {"itemprice", "shipping", Component::kShippingPrice},
    {"itemprice", "shippingtax", Component::kShippingTax},
    {"itemprice", "giftwrap", Component::kGiftWrapPrice},
    {"itemprice", "giftwraptax", Component::kGiftWrapTax},
    {"promotion", "principal", Component::kItemPromotion},
    {"promotion", "shipping", Component::kShipPromotion},
    {"itemprice", "goodwill", Component::kCount},
    {"itemprice", "restockingfee", Component::kCount},
    {"itemprice", "restockingfeetax", Component::kCount},
    {"itemprice", "returnshipping", Component::kCount},
};

// Where an amount without a component belongs. Return postage that went to the
// buyer is a concession; the buyer's own is kept back of the refund.
std::int64_t& place_beside(RefundedItem& refund, std::string_view description,
                           std::int64_t amount) {
  if (equals_ignoring_case(description, "goodwill") && !refund.unknown_kind)
    return refund.goodwill_thousandths;
  if (equals_ignoring_case(description, "returnshipping") &&
      !refund.unknown_kind && amount < 0) {
    return refund.postage_thousandths;
  }
  return refund.other_thousandths;
}

std::optional<Component> meaning_of(const RowCells& cells) {
  const std::string_view type = cells[Column::kAmountType];
  const std::string_view description = cells[Column::kAmountDescription];
  for (const Meaning& meaning : kMeanings) {
    if (equals_ignoring_case(type, meaning.type) &&
        equals_ignoring_case(description, meaning.description)) {
      return meaning.component;
    }
  }
  return std::nullopt;
}

// Between Amazon and the seller alone: fees, points, withheld taxes.
bool concerns_no_buyer(const RowCells& cells) {
  const std::string_view type = cells[Column::kAmountType];
  for (const std::string_view known :
       {"itemfees", "itemwithheldtax", "points", "other-transaction"}) {
    if (equals_ignoring_case(type, known)) return true;
  }
  return false;
}

constexpr Column kAdjusted[] = {
    Column::kItemPriceAdj,     Column::kItemTaxAdj,
    Column::kShippingPriceAdj, Column::kShippingTaxAdj,
    Column::kGiftWrapPriceAdj, Column::kGiftWrapTaxAdj,
    Column::kItemPromotionAdj, Column::kShipPromotionAdj,
};
static_assert(std::size(kAdjusted) == kComponents);

}  // namespace

tl::expected<ReturnedItem, BadCell> read_returned_item(const RowCells& cells,
                                                       OrderId order) {
  ReturnedItem item;
  BadCell bad;
  item.order = order;
  const bool read =
      read_day(cells, Column::kPurchaseDate, item.ordered, bad) &&
      read_day(cells, Column::kReturnRequestDate, item.requested, bad) &&
      read_day(cells, Column::kReturnDeliveryDate, item.arrived, bad) &&
      read_units(cells, Column::kReturnQuantity, item.units, bad) &&
      read_units(cells, Column::kQuantityPurchased, item.ordered_units, bad) &&
      read_currency(cells, item.currency, bad) &&
      read_amount(cells, Column::kLabelCost, item.currency,
                  item.label_thousandths, bad) &&
      read_amount(cells, Column::kOrderAmount, item.currency,
                  item.order_thousandths, bad) &&
      read_amount(cells, Column::kRefundedAmount, item.currency,
                  item.refunded_thousandths, bad);
  if (!read) return tl::unexpected(bad);
  if (item.refunded_thousandths < 0 && item.refunded_thousandths != kNoAmount) {
    return tl::unexpected(
        bad_number(Column::kRefundedAmount, cells[Column::kRefundedAmount]));
  }
  item.in_policy = reported(cells[Column::kInPolicy]);
  item.a_to_z = reported(cells[Column::kAToZClaim]);
  item.prime = reported(cells[Column::kIsPrime]);
  item.sku = cells[Column::kSku];
  item.asin = cells[Column::kAsin];
  item.product = cells[Column::kProductName];
  item.rma = cells[Column::kRmaId];
  item.status = cells[Column::kReturnStatus];
  item.reason = cells[Column::kReturnReason];
  item.resolution = cells[Column::kResolution];
  item.label_paid_by = cells[Column::kLabelPaidBy];
  return item;
}

tl::expected<RefundedItem, BadCell> read_adjustment(const RowCells& cells,
                                                    OrderId order,
                                                    ItemId item) {
  RefundedItem refund;
  BadCell bad;
  refund.order = order;
  refund.item = item;
  if (!read_currency(cells, refund.currency, bad)) return tl::unexpected(bad);
  for (std::size_t i = 0; i < kComponents; ++i) {
    std::int64_t& amount = refund.thousandths[i];
    if (!read_amount(cells, kAdjusted[i], refund.currency, amount, bad)) {
      return tl::unexpected(bad);
    }
    // Promotions are written as they lower the refund.
    if (i >= static_cast<std::size_t>(Component::kItemPromotion))
      amount = -amount;
  }
  int cancelled = 0;
  if (!read_units(cells, Column::kQuantityCancelled, cancelled, bad)) {
    return tl::unexpected(bad);
  }
  if (cancelled > 0) refund.units = cancelled;
  return refund;
}

bool is_settlement_refund(const RowCells& cells) {
  const std::string_view type = cells[Column::kTransactionType];
  return equals_ignoring_case(type, "refund") ||
         equals_ignoring_case(type, "a-to-z guarantee refund") ||
         equals_ignoring_case(type, "chargeback refund");
}

bool may_be_settlement_refund(const RowCells& cells) {
  const std::string_view type = cells[Column::kTransactionType];
  return !equals_ignoring_case(type, "order") &&
         !equals_ignoring_case(type, "other-transaction");
}

bool reaches_refund_columns(const RowCells& cells) {
  for (const Column column :
       {Column::kOrderId, Column::kOrderItemId, Column::kSku,
        Column::kAmountType, Column::kAmountDescription, Column::kAmount}) {
    const std::int16_t at =
        cells.header.position[static_cast<std::size_t>(column)];
    if (at >= 0 && static_cast<std::size_t>(at) >= cells.row.size())
      return false;
  }
  return true;
}

std::uint32_t SettlementRows::settlement_of(std::string_view id) {
  // Few in a file, and the rows of one lie together.
  for (std::size_t i = settlements_.size(); i-- > 0;) {
    if (settlements_[i].id == id) return static_cast<std::uint32_t>(i);
  }
  constexpr std::size_t kMostSettlements = 64;  // more only in a hostile file
  if (settlements_.size() == kMostSettlements) return kMostSettlements - 1;
  settlements_.push_back({std::string(id), {}});
  return static_cast<std::uint32_t>(settlements_.size() - 1);
}

tl::expected<bool, BadCell> SettlementRows::add(
    const RowCells& cells, std::uint32_t number,
    std::vector<RefundedItem>& refunds) {
  BadCell bad;
  Currency currency;
  if (!read_currency(cells, currency, bad)) return tl::unexpected(bad);
  const std::uint32_t settlement = settlement_of(cells[Column::kSettlementId]);
  Currency& of_settlement = settlements_[settlement].currency;
  if (currency.known()) {
    of_settlement = currency;
  } else {
    currency = of_settlement;
  }
  for (const Column column :
       {Column::kOrderId, Column::kOrderItemId, Column::kAdjustmentId}) {
    if (is_scientific(cells[column])) {
      return tl::unexpected(
          BadCell{RejectCode::kExcelDamage, column, cells[column]});
    }
  }
  if (!may_be_settlement_refund(cells)) return false;

  RefundedItem refund;
  const auto order = OrderId::parse(cells[Column::kOrderId]);
  const bool is_refund = is_settlement_refund(cells);
  if (!is_refund && (!order || concerns_no_buyer(cells))) return false;
  const std::string_view item_text = cells[Column::kOrderItemId];
  const auto item = ItemId::parse(item_text);
  if (!order || (!item && !item_text.empty())) {
    const Column column = order ? Column::kOrderItemId : Column::kOrderId;
    return tl::unexpected(
        BadCell{RejectCode::kBadOrderId, column, cells[column]});
  }
  std::int64_t amount = 0;
  if (!read_amount(cells, Column::kAmount, currency, amount, bad)) {
    return tl::unexpected(bad);
  }
  if (concerns_no_buyer(cells)) return false;
  // What went back is not nothing because nobody wrote it down.
  if (is_refund && cells[Column::kAmount].empty())
    return tl::unexpected(BadCell{RejectCode::kBadNumber, Column::kAmount, {}});
  if (amount == 0) return false;
  if (!is_refund && amount > 0) return false;
  const auto meaning = is_refund ? meaning_of(cells) : std::nullopt;
  const Component component = meaning.value_or(Component::kCount);
  refund.unknown_kind = !meaning;

  refund.order = *order;
  if (item) refund.item = *item;
  refund.sku = cells[Column::kSku];
  refund.currency = currency;
  refund.event = cells[Column::kAdjustmentId];
  const std::string_view moment = cells[Column::kPostedDateTime].empty()
                                      ? cells[Column::kPostedDate]
                                      : cells[Column::kPostedDateTime];
  if (!refund.event.empty() && !moment.empty()) refund.event += ' ';
  refund.event += moment;
  refund.row = number;

  const auto fresh = static_cast<std::uint32_t>(refunds.size());
  const std::uint64_t ids[] = {refund.order.packed(), refund.item.key()};
  const std::uint64_t hash =
      text_hash(refund.sku, text_hash(refund.event, ids[0] ^ (ids[1] << 1))) +
      (refund.unknown_kind ? 1 : 0);
  last_ = numbers_.find_or_add(hash, fresh, [&](std::uint32_t other) {
    const RefundedItem& known = refunds[other];
    return known.order == refund.order && known.item == refund.item &&
           known.sku == refund.sku && known.event == refund.event &&
           known.unknown_kind == refund.unknown_kind &&
           (known.currency == refund.currency || !known.currency.known()) &&
           settlement_of_[other] == settlement;
  });
  if (last_ == fresh) {
    refunds.push_back(std::move(refund));
    settlement_of_.push_back(settlement);
  }
  // What left the seller's account is negative there; a promotion that was not
  // granted after all comes back to it and is positive.
  std::int64_t& part =
      component == Component::kCount
          ? place_beside(refunds[last_], cells[Column::kAmountDescription],
                         amount)
          : refunds[last_].thousandths[static_cast<std::size_t>(component)];
  const bool promotion = component == Component::kItemPromotion ||
                         component == Component::kShipPromotion;
  std::int64_t sum = 0;
  const bool overflow = promotion ? __builtin_add_overflow(part, amount, &sum)
                                  : __builtin_sub_overflow(part, amount, &sum);
  if (overflow || sum == kNoAmount) {
    return tl::unexpected(BadCell{RejectCode::kBadNumber, Column::kAmount,
                                  cells[Column::kAmount]});
  }
  part = sum;
  return true;
}

void SettlementRows::settle_currencies(
    std::vector<RefundedItem>& refunds) const {
  // Where a refund's own settlement names none, another's will do if all agree.
  Currency only;
  bool agree = true;
  for (const Settlement& settlement : settlements_) {
    if (!settlement.currency.known()) continue;
    agree = agree && (!only.known() || only == settlement.currency);
    only = settlement.currency;
  }
  for (std::size_t i = 0; i < refunds.size(); ++i) {
    RefundedItem& refund = refunds[i];
    if (refund.currency.known()) continue;
    const Currency& own = settlements_[settlement_of_[i]].currency;
    const Currency& currency = own.known() ? own : agree ? only : own;
    if (!currency.known()) continue;
    const std::int64_t step = thousandths_per_minor(currency);
    bool fits = refund.other_thousandths % step == 0 &&
                refund.goodwill_thousandths % step == 0 &&
                refund.postage_thousandths % step == 0;
    for (const std::int64_t amount : refund.thousandths)
      fits = fits && amount % step == 0;
    if (fits) refund.currency = currency;
  }
}

}  // namespace parcelwise
