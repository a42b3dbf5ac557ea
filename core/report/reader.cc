// Reads one report; see report/reader.h. The order of this file is the order in
// which bytes travel: head, header, rows, cells, and the decisions that only
// the end of the file allows.
#include "report/reader.h"

#include <algorithm>
#include <cstring>

#include "report/cells.h"
#include "report/place.h"
#include "report/sales_channel.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

constexpr std::size_t kShownBytes = 200;
// 2100-01-01: holidays are computed until then, and a deadline counted from a
// date before it still fits 32 bits. 9999-12-31 is no date to ship by.
constexpr std::int64_t kFirstFarSecond = 4'102'444'800;
constexpr std::string_view kAliasDomain = "@marketplace.";

// Columns of the order, kept once for its consecutive lines. Dates and flags
// are packed, the texts of the second list are stored as they are, and those of
// the third are shared: they have few values in a file.
constexpr Flag kFlags[] = {Flag::kPrime,
                           Flag::kBusiness,
                           Flag::kBuyerCancel,
                           Flag::kVergeOfCancellation,
                           Flag::kVergeOfLateShipment,
                           Flag::kReplacement};
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
};
constexpr Column kSharedTexts[] = {
    Column::kOrderStatus,        Column::kShipmentStatus,
    Column::kFulfillmentChannel, Column::kFulfilledBy,
    Column::kSalesChannel,       Column::kPaymentType,
    Column::kPaymentMethod,      Column::kShipServiceLevel,
    Column::kShipCity,           Column::kShipCounty,
    Column::kShipState,          Column::kShipCountry,
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
constexpr Column kMoney[] = {
    Column::kItemPrice,
    Column::kItemTax,
    Column::kShippingPrice,
    Column::kShippingTax,
    Column::kGiftWrapPrice,
    Column::kGiftWrapTax,
    Column::kItemPromotionDiscount,
    Column::kShipPromotionDiscount,
};

// Statuses are compared by their beginning: "Shipped - Delivered to Buyer"
// (docs/formats.md 1.9). What is not known, "Shipping" among it, is to be
// looked up (docs/marketplaces.md 4.1).
OrderState read_state(std::string_view text) {
  if (text.empty()) return OrderState::kUnknown;
  if (begins_ignoring_case(text, "pending")) return OrderState::kPending;
  if (begins_ignoring_case(text, "partiallyshipped") ||
      begins_ignoring_case(text, "partially shipped")) {
    return OrderState::kPartiallyShipped;
  }
  if (begins_ignoring_case(text, "shipped") ||
      begins_ignoring_case(text, "complete")) {
    return OrderState::kShipped;
  }
  if (begins_ignoring_case(text, "cancel")) return OrderState::kCancelled;
  if (begins_ignoring_case(text, "unshipped")) return OrderState::kUnshipped;
  return OrderState::kUnclear;
}

// "Shipped - Returning to Seller" and its like: gone, and a refund or a claim
// is open.
bool comes_back(std::string_view text) {
  constexpr std::string_view kShipped = "shipped";
  if (!begins_ignoring_case(text, kShipped)) return false;
  text.remove_prefix(kShipped.size());
  const std::size_t word = text.find_first_not_of(" -");
  if (word == std::string_view::npos) return false;
  text.remove_prefix(word);
  for (const std::string_view begin :
       {"return", "reject", "lost", "damaged", "undeliver"}) {
    if (begins_ignoring_case(text, begin)) return true;
  }
  return false;
}

Channel read_channel(std::string_view text) {
  if (equals_ignoring_case(text, "amazon") ||
      equals_ignoring_case(text, "afn")) {
    return Channel::kAmazon;
  }
  if (equals_ignoring_case(text, "merchant") ||
      equals_ignoring_case(text, "mfn")) {
    return Channel::kSeller;
  }
  return Channel::kUnknown;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return c >= '0' && c <= '9';
  });
}

void append_number(std::string& record, std::uint32_t number) {
  while (number >= 0x80) {
    record.push_back(static_cast<char>(number | 0x80));
    number >>= 7;
  }
  record.push_back(static_cast<char>(number));
}

// Collects the one row that the header line is.
struct HeaderCells : RowSink {
  std::vector<std::string> texts;
  void row(const RowView& row) override {
    for (std::size_t i = 0; i < row.size(); ++i)
      texts.emplace_back(trim(row[i]));
  }
};

}  // namespace

ReportReader::ReportReader(std::string file, ReadOptions options)
    : options_(options) {
  report_.file = std::move(file);
}

void ReportReader::fail(ReadErrorCode code, std::string_view found) {
  if (error_) return;
  ReadError error;
  error.code = code;
  error.file = report_.file;
  constexpr std::size_t kMostFound = 80;
  for (const char c : found) {
    const auto byte = static_cast<unsigned char>(c);
    const std::string_view shown = c == '\t' ? ", "
                                   : byte < 0x20 || byte > 0x7E
                                       ? "."
                                       : std::string_view(&c, 1);
    if (error.found.size() + shown.size() > kMostFound) break;
    error.found += shown;
  }
  error_ = std::move(error);
}

tl::expected<void, ReadError> ReportReader::feed(std::string_view bytes) {
  if (error_) return tl::unexpected(*error_);
  report_.counts.bytes += bytes.size();
  if (first_bytes_) {
    // Three bytes tell any byte order mark.
    head_.append(bytes);
    if (head_.size() < 3) return {};
    begin_text();
  } else {
    feed_text(bytes);
  }
  if (error_) return tl::unexpected(*error_);
  return {};
}

void ReportReader::begin_text() {
  first_bytes_ = false;
  const std::string head = std::move(head_);
  head_.clear();
  std::string_view rest = head;
  if (const auto mark = find_byte_order_mark(rest)) {
    if (!options_.encoding) options_.encoding = mark->encoding;
    rest.remove_prefix(mark->length);
  }
  if (options_.encoding == Encoding::kUtf16Le ||
      options_.encoding == Encoding::kUtf16Be) {
    utf16_.emplace(*options_.encoding);
  }
  feed_text(rest);
}

void ReportReader::feed_text(std::string_view bytes) {
  if (utf16_) {
    text_.clear();
    utf16_->feed(bytes, text_);
    bytes = text_;
  }
  if (header_read_) {
    splitter_->feed(bytes);
    return;
  }
  head_.append(bytes);
  // Row ends before the header are passed over, and counted as rows.
  std::size_t begin = 0;
  while (begin < head_.size() &&
         (head_[begin] == '\n' || head_[begin] == '\r')) {
    // The LF of a CR LF may come with the next chunk.
    const bool carriage_return = head_[begin] == '\r';
    if (carriage_return || !head_after_return_) ++next_row_;
    head_after_return_ = carriage_return;
    ++begin;
  }
  head_.erase(0, begin);
  const std::size_t end = head_.find_first_of("\r\n");
  // Judged only once it is whole, or too long: where chunks end says nothing.
  const std::string_view line(head_.data(), std::min(end, head_.size()));
  if (end == std::string::npos && line.size() <= kMaxHeaderBytes) return;
  if (!is_header_text(line)) return;
  // A CR may be half of a CR LF whose other half has not come yet.
  if (head_[end] == '\r' && end + 1 == head_.size()) {
    head_.push_back('\n');
    const std::string whole = std::move(head_);
    head_.clear();
    read_header(std::string_view(whole).substr(0, end));
    if (!error_) splitter_->expect_line_feed();
    return;
  }
  const std::string whole = std::move(head_);
  head_.clear();
  read_header(std::string_view(whole).substr(0, end));
  if (error_) return;
  std::size_t rest = end + 1;
  if (whole[end] == '\r' && whole[rest] == '\n') ++rest;
  splitter_->feed(std::string_view(whole).substr(rest));
}

// Fails on a first line that no text file begins with.
bool ReportReader::is_header_text(std::string_view line) {
  const std::string_view front = line.substr(0, kMaxHeaderBytes);
  const bool control = std::any_of(front.begin(), front.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t';
  });
  if (control) {
    fail(ReadErrorCode::kNotText, front);
  } else if (line.size() > kMaxHeaderBytes) {
    fail(ReadErrorCode::kLongHeader, front);
  }
  return !error_;
}

void ReportReader::read_header(std::string_view line) {
  report_.delimiter = line.find('\t') != std::string_view::npos
                          ? Delimiter::kTab
                          : Delimiter::kComma;
  HeaderCells header;
  {
    Splitter once(report_.delimiter, header);
    once.feed(line);
    once.finish();
  }
  const std::vector<std::string_view> cells(header.texts.begin(),
                                            header.texts.end());
  if (cells.size() > kMaxFields) return fail(ReadErrorCode::kNotAReport, line);
  report_.header = match_header(cells);
  const auto kind = options_.kind && report_.header.has(Column::kOrderId)
                        ? options_.kind
                        : find_kind(report_.header);
  const bool refunds = kind && tells_refunds(*kind);
  if (const auto other = find_other_file(cells);
      other && !options_.kind && !refunds) {
    return fail(ReadErrorCode::kOtherReport, *other);
  }
  if (!kind) return fail(ReadErrorCode::kNotAReport, line);
  report_.kind = *kind;
  header_line_ = line;
  header_read_ = true;
  ++next_row_;
  RowSink& rows = *this;
  splitter_.emplace(report_.delimiter, rows);

  // Only columns that the file has are looked at, row for row.
  const auto note = [&](std::span<const Column> columns,
                        std::vector<Column>& present) {
    for (const Column column : columns) {
      if (report_.header.has(column)) present.push_back(column);
    }
  };
  note(kOrderTexts, present_.order_texts);
  note(kSharedTexts, present_.shared_texts);
  note(kLineTexts, present_.line_texts);
  if (*kind == ReportKind::kReturns) note(kReturnTexts, present_.line_texts);
  for (std::size_t i = 0; i < kDateSlots; ++i) {
    const auto slot = static_cast<DateSlot>(i);
    if (report_.header.has(column_of(slot))) present_.dates.push_back(slot);
  }
  for (const Flag flag : kFlags) {
    if (report_.header.has(column_of(flag))) present_.flags.push_back(flag);
  }
  const auto compare = [&](Column column) {
    const std::int16_t at =
        report_.header.position[static_cast<std::size_t>(column)];
    if (at >= 0) order_positions_.push_back(static_cast<std::size_t>(at));
  };
  for (const DateSlot slot : present_.dates) compare(column_of(slot));
  for (const Flag flag : present_.flags) compare(column_of(flag));
  for (const Column column : present_.order_texts) compare(column);
  for (const Column column : present_.shared_texts) compare(column);
  compare(Column::kBuyerEmail);
  const auto need = [&](std::initializer_list<Column> columns) {
    for (const Column column : columns) {
      const std::int16_t at =
          report_.header.position[static_cast<std::size_t>(column)];
      first_needed_ = std::max(first_needed_, static_cast<std::size_t>(at + 1));
    }
  };
  using enum Column;
  switch (report_.kind) {
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

// Rows ------------------------------------------------------------------------

void ReportReader::row(const RowView& row) {
  const std::uint32_t number = next_row_;
  next_row_ += row.lines;
  if (error_) return;
  if (report_.counts.rows >= kMaxRows) {
    return fail(ReadErrorCode::kTooManyRows, {});
  }
  const bool blank =
      std::all_of(row.bytes().begin(), row.bytes().end(),
                  [](char c) {
                    return c == '\t' || c == ' ' || c == '\0' || c == '\r';
                  }) &&
      !row.too_long;
  // Only a header has a name where the order id stands.
  const std::string_view order_cell = cell(row, Column::kOrderId);
  const bool header_again = !blank && !order_cell.empty() &&
                            (order_cell[0] < '0' || order_cell[0] > '9') &&
                            find_column(order_cell) == Column::kOrderId;

  if (held_row_ != 0) {
    const std::size_t joined = held_ends_.size() + row.size() - 1;
    const bool goes_on = !blank && !header_again && !row.too_long &&
                         !starts_an_order(row) &&
                         joined <= report_.header.cells.size() &&
                         held_bytes_.size() <= kMaxFieldBytes;
    if (goes_on) {
      held_bytes_.push_back(' ');
      const auto shift = static_cast<std::uint32_t>(held_bytes_.size());
      held_bytes_.append(row.bytes());
      held_ends_.pop_back();
      for (std::size_t i = 0; i < row.size(); ++i) {
        const char* const field_end = row[i].data() + row[i].size();
        held_ends_.push_back(
            shift + static_cast<std::uint32_t>(field_end - row.bytes().data()));
      }
      ++held_lines_;
      held_non_ascii_ = held_non_ascii_ || row.non_ascii;
      if (joined == report_.header.cells.size()) release_held_row();
      return;
    }
    release_held_row();
  }

  ++report_.counts.rows;
  if (blank) {
    ++report_.counts.blank;
    return;
  }
  if (header_again) {
    ++report_.counts.repeated_headers;
    return;
  }
  judged_row_ = &row;
  if (row.too_long) {
    return reject(number, RejectCode::kTooLong, std::nullopt,
                  row.bytes().substr(0, kShownBytes));
  }
  // A settlement has no text in which a newline could stand.
  if (report_.delimiter == Delimiter::kTab &&
      report_.kind != ReportKind::kSettlement &&
      row.size() < report_.header.cells.size() && starts_an_order(row)) {
    // Ragged, or broken by a newline inside a cell: the next row tells.
    --report_.counts.rows;
    held_bytes_.assign(row.bytes());
    held_ends_.clear();
    for (std::size_t i = 0; i < row.size(); ++i) {
      held_ends_.push_back(static_cast<std::uint32_t>(
          row[i].data() + row[i].size() - row.bytes().data()));
    }
    held_row_ = number;
    held_lines_ = 1;
    held_non_ascii_ = row.non_ascii;
    return;
  }
  data_row(row, number);
}

bool ReportReader::starts_an_order(const RowView& row) const {
  return OrderId::parse(cell(row, Column::kOrderId)).has_value();
}

void ReportReader::release_held_row() {
  if (held_row_ == 0) return;
  const std::uint32_t number = held_row_;
  held_row_ = 0;
  ++report_.counts.rows;
  if (held_lines_ > 1) {
    report_.warnings.push_back({Warning::Code::kRejoinedRow, number});
  }
  RowView row(held_bytes_.data(), held_ends_.data(), held_ends_.size());
  row.non_ascii = held_non_ascii_;
  data_row(row, number);
}

std::string_view ReportReader::cell(const RowView& row, Column column) const {
  const std::int16_t at =
      report_.header.position[static_cast<std::size_t>(column)];
  if (at < 0 || static_cast<std::size_t>(at) >= row.size()) return {};
  return trim(row[static_cast<std::size_t>(at)]);
}

void ReportReader::reject_cell(std::uint32_t number, RejectCode code,
                               std::size_t position, std::string_view value) {
  ++report_.counts.rejected;
  report_.fingerprint = report_.fingerprint * 0x9E3779B97F4A7C15u + number;
  if (report_.rejects.size() == kMaxRejects) {
    if (report_.counts.rejected == kMaxRejects + 1) {
      report_.warnings.push_back({Warning::Code::kManyRejects, number});
    }
    return;
  }
  Reject reject;
  reject.row = number;
  reject.code = code;
  if (position < report_.header.names.size()) {
    reject.column = report_.header.names[position];
  }
  reject.value = value.substr(0, kShownBytes);
  if (judged_row_ == nullptr) {
    reject.order = judged_order_;
  } else if (report_.kind != ReportKind::kSettlement ||
             may_be_settlement_refund({report_.header, *judged_row_})) {
    // A sale or a fee in a settlement tells nothing that anyone here needs.
    reject.order = OrderId::parse(cell(*judged_row_, Column::kOrderId));
  }
  report_.rejects.push_back(std::move(reject));
}

void ReportReader::reject(std::uint32_t number, RejectCode code,
                          std::optional<Column> column,
                          std::string_view value) {
  const std::int16_t at =
      column ? report_.header.position[static_cast<std::size_t>(*column)] : -1;
  reject_cell(number, code, at < 0 ? SIZE_MAX : static_cast<std::size_t>(at),
              value);
}

// Whether the row has the fields that a line needs, and none too many or long.
bool ReportReader::check_shape(const RowView& row, std::uint32_t number) {
  const std::size_t columns = report_.header.cells.size();
  for (std::size_t i = columns; i < row.size(); ++i) {
    if (!trim(row[i]).empty()) {
      reject_cell(number, RejectCode::kTooManyFields, SIZE_MAX, row[i]);
      return false;
    }
  }
  if (row.size() < first_needed_) {
    reject_cell(number, RejectCode::kTooFewFields, row.size(), row.bytes());
    return false;
  }
  if (row.bytes().size() > kMaxFieldBytes) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (row[i].size() > kMaxFieldBytes) {
        reject_cell(number, RejectCode::kTooLong, i, row[i]);
        return false;
      }
    }
  }
  return true;
}

void ReportReader::data_row(const RowView& row, std::uint32_t number) {
  judged_row_ = &row;
  row_non_ascii_ = row.non_ascii;
  if (!check_shape(row, number)) return;
  if (report_.kind == ReportKind::kSettlement)
    return settlement_row(row, number);

  const std::string_view order_text = cell(row, Column::kOrderId);
  const auto order = OrderId::parse(order_text);
  if (!order) {
    return reject(number,
                  is_scientific(order_text) ? RejectCode::kExcelDamage
                                            : RejectCode::kBadOrderId,
                  Column::kOrderId, order_text);
  }
  ItemId item;
  if (report_.header.has(Column::kOrderItemId)) {
    const std::string_view text = cell(row, Column::kOrderItemId);
    const auto parsed = ItemId::parse(text);
    if (!parsed && !(text.empty() && report_.kind == ReportKind::kAllOrders)) {
      return reject(number,
                    is_scientific(text) ? RejectCode::kExcelDamage
                                        : RejectCode::kBadOrderId,
                    Column::kOrderItemId, text);
    }
    if (parsed) item = *parsed;
  }
  if (report_.kind == ReportKind::kAdjustments) {
    return adjustment_row(row, number, *order, item);
  }
  const bool continues_last =
      report_.lines.size() > 0 && has_last_ && !tells_refunds(report_.kind) &&
      report_.parts[report_.lines.back().part].order == *order &&
      report_.lines.back().item == item;
  if (continues_last && cell(row, Column::kQuantityPurchased).empty() &&
      cell(row, Column::kSku).empty()) {
    if (fold_continuation(row, number)) ++report_.counts.continuations;
    return;
  }

  const bool same_part = has_last_ && report_.parts.size() > 0 &&
                         report_.parts.back().order == *order &&
                         same_order_columns(row);
  if (!same_part && !read_part(row, number, *order)) return;
  if (!read_line(row, number, *order, item)) {
    if (!same_part) {
      report_.parts.pop_back();
      has_last_ = false;
    }
    return;
  }
  ++report_.counts.items;
  std::uint64_t reported = order->packed() ^ item.key();
  if (report_.kind == ReportKind::kReturns) reported ^= text_hash(row.bytes());
  report_.fingerprint =
      (report_.fingerprint ^ reported) * 0x9E3779B97F4A7C15u + number;
  last_bytes_.assign(row.bytes());
  last_ends_.resize(row.size());
  for (std::size_t i = 0; i < row.size(); ++i) {
    last_ends_[i] = static_cast<std::uint32_t>(row[i].data() + row[i].size() -
                                               row.bytes().data());
  }
  has_last_ = true;
}

// Rows without a line of their own: what they tell is in Report::refunds.
void ReportReader::adjustment_row(const RowView& row, std::uint32_t number,
                                  OrderId order, ItemId item) {
  auto refund = read_adjustment({report_.header, row}, order, item);
  if (!refund) return reject_bad(number, refund.error());
  refund->row = number;
  report_.refunds.push_back(std::move(*refund));
  begin_record();
  for (const Column column :
       {Column::kItemPromotionId, Column::kShipPromotionId}) {
    add_to_record(column, cell(row, column));
  }
  look_at_record();
  accept_refund_row(row, number);
}

void ReportReader::settlement_row(const RowView& row, std::uint32_t number) {
  const RowCells cells{report_.header, row};
  const bool named = OrderId::parse(cells[Column::kOrderId]).has_value();
  if ((named || is_settlement_refund(cells)) &&
      may_be_settlement_refund(cells) && !reaches_refund_columns(cells)) {
    return reject_cell(number, RejectCode::kTooFewFields, row.size(),
                       row.bytes());
  }
  const auto refund = settlement_rows_.add(cells, number, report_.refunds);
  if (!refund) return reject_bad(number, refund.error());
  if (*refund && row_non_ascii_) {
    begin_record();
    for (const Column column : {Column::kSku, Column::kAdjustmentId,
                                Column::kPostedDate, Column::kPostedDateTime}) {
      add_to_record(column, cell(row, column));
    }
    if (look_at_record() != Bytes::kAscii) {
      rows_of_refunds_.push_back({number, settlement_rows_.last_refund()});
    }
  }
  accept_refund_row(row, number);
}

void ReportReader::accept_refund_row(const RowView& row, std::uint32_t number) {
  ++report_.counts.items;
  report_.fingerprint =
      (report_.fingerprint ^ text_hash(row.bytes())) * 0x9E3779B97F4A7C15u +
      number;
  note_marketplace(row);
}

void ReportReader::reject_bad(std::uint32_t number, const BadCell& bad) {
  reject(number, bad.code, bad.column, bad.value);
}

bool ReportReader::same_order_columns(const RowView& row) const {
  const RowView last(last_bytes_.data(), last_ends_.data(), last_ends_.size());
  if (last.size() != row.size()) return false;
  for (const std::size_t at : order_positions_) {
    if (at < row.size() && row[at] != last[at]) return false;
  }
  return true;
}

// Cells -----------------------------------------------------------------------

bool ReportReader::read_part(const RowView& row, std::uint32_t number,
                             OrderId order) {
  OrderPart part;
  part.order = order;
  begin_record();
  std::string_view last_text;
  std::size_t last = 0;
  bool last_kept = false;
  for (const DateSlot slot : present_.dates) {
    const auto i = static_cast<std::size_t>(slot);
    const Column column = column_of(slot);
    const std::string_view text = cell(row, column);
    if (text.empty()) continue;
    if (text == last_text && part.date[last] != 0) {
      // Paid when bought, as most orders are: read once.
      part.date[i] = part.date[last];
      part.offset[i] = part.offset[last];
      if (last_kept) add_to_record(column, text);
      continue;
    }
    const auto stamp = report_.kind == ReportKind::kReturns
                           ? read_return_date(text)
                           : parse_stamp(text);
    if (!stamp) {
      reject(number,
             stamp.error() == DateError::kSpreadsheet ? RejectCode::kExcelDamage
                                                      : RejectCode::kBadDate,
             column, text);
      return false;
    }
    const std::int64_t seconds = stamp->at.unix_seconds;
    constexpr std::int8_t kDateOnly = INT8_MIN;
    const bool in_reach =
        stamp->date_only ? stamp->day.since_epoch > 0 &&
                               stamp->day.since_epoch < kFirstFarSecond / 86'400
                         : seconds > 0 && seconds < kFirstFarSecond;
    if (!in_reach || stamp->offset_minutes % 15 != 0) {
      reject(number, RejectCode::kBadDate, column, text);
      return false;
    }
    part.date[i] = static_cast<std::uint32_t>(
        stamp->date_only ? stamp->day.since_epoch : seconds);
    part.offset[i] = stamp->date_only
                         ? kDateOnly
                         : static_cast<std::int8_t>(stamp->offset_minutes / 15);
    // The canonical form is rebuilt from the packed one; another is kept.
    const bool canonical =
        stamp->date_only
            ? text.size() == 10
            : text.size() == 25 && text[10] == 'T' &&
                  (text[19] == '+' ||
                   (text[19] == '-' && stamp->offset_minutes != 0));
    if (!canonical) add_to_record(column, text);
    last_text = text;
    last = i;
    last_kept = !canonical;
  }
  if (!check_spreadsheet_zeros(row, number)) return false;
  for (const Flag flag : present_.flags) {
    const std::string_view text = cell(row, column_of(flag));
    if (text.empty()) continue;
    const YesNo answer = read_answer(text);
    part.flags.set(flag, answer);
    if (text != (answer == YesNo::kYes ? "true" : "false") ||
        answer == YesNo::kUnknown) {
      add_shared_to_record(column_of(flag), text);
    }
  }
  for (const Column column : present_.order_texts) {
    add_to_record(column, cell(row, column));
  }
  for (const Column column : present_.shared_texts) {
    add_shared_to_record(column, cell(row, column));
  }
  // The alias's domain is the same all over the file: only its name is kept.
  const std::string_view email = cell(row, Column::kBuyerEmail);
  const std::size_t domain = email.find('@');
  if (domain != std::string_view::npos) {
    add_shared_to_record(Column::kBuyerEmail, email.substr(domain));
    add_to_record(Column::kBuyerEmail, email.substr(0, domain));
  } else {
    add_to_record(Column::kBuyerEmail, email);
  }
  part.bytes = look_at_record();
  part.texts = store_record();
  const bool street = !cell(row, Column::kShipAddress1).empty();
  part.personal_data = street || !cell(row, Column::kRecipientName).empty() ||
                       !cell(row, Column::kBuyerPhone).empty();
  part.has_po = !cell(row, Column::kPurchaseOrderNumber).empty();
  part.place = street && !cell(row, Column::kShipPostalCode).empty()
                   ? kPlaceUnread
                   : kNoPlace;

  part.channel = read_channel(cell(row, Column::kFulfillmentChannel));
  if (report_.kind == ReportKind::kUnshippedOrders ||
      report_.kind == ReportKind::kNewOrders ||
      report_.kind == ReportKind::kReturns) {
    part.channel =
        Channel::kSeller;  // these reports have no others (rules 1.0)
  }
  if (order.multi_channel() ||
      is_multi_channel(cell(row, Column::kSalesChannel)))
    part.channel = Channel::kAmazon;
  part.state = read_state(cell(row, Column::kOrderStatus));
  part.comes_back = comes_back(cell(row, Column::kOrderStatus));
  if (report_.kind == ReportKind::kPendingOrders) {
    part.state = OrderState::kPending;
    part.pending_report = true;
  } else if (report_.kind == ReportKind::kReturns) {
    part.state = OrderState::kShipped;  // else nothing could come back
  } else if (report_.kind == ReportKind::kUnshippedOrders &&
             part.state == OrderState::kUnknown) {
    part.state = OrderState::kUnshipped;
  }
  part.cash_on_delivery =
      equals_ignoring_case(cell(row, Column::kPaymentMethod), "cod");
  note_marketplace(row);
  report_.parts.push_back(part);
  return true;
}

bool ReportReader::read_quantity(const RowView& row, std::uint32_t number,
                                 Column column, std::int32_t& quantity) {
  const std::string_view text = cell(row, column);
  if (text.empty()) return true;
  const auto count = read_count(text);
  if (!count) {
    reject(number,
           is_scientific(text) ? RejectCode::kExcelDamage
                               : RejectCode::kBadQuantity,
           column, text);
    return false;
  }
  quantity = *count;
  return true;
}

bool ReportReader::read_line(const RowView& row, std::uint32_t number, OrderId,
                             ItemId item) {
  Line line;
  line.part = report_.parts.size() - 1;
  line.row = number;
  line.item = item;
  if (!read_quantity(row, number, Column::kQuantityPurchased, line.purchased) ||
      !read_quantity(row, number, Column::kQuantityShipped, line.shipped) ||
      !read_quantity(row, number, Column::kQuantityToShip, line.to_ship)) {
    return false;
  }
  const bool returned = report_.kind == ReportKind::kReturns;
  if (line.purchased < 0 && !returned) {
    reject(number, RejectCode::kBadQuantity, Column::kQuantityPurchased, "");
    return false;
  }
  if (line.shipped > line.purchased || line.to_ship > line.purchased) {
    const bool shipped = line.shipped > line.purchased;
    const Column column =
        shipped ? Column::kQuantityShipped : Column::kQuantityToShip;
    reject(number, RejectCode::kBadQuantity, column, cell(row, column));
    return false;
  }
  if (returned) {
    auto item_back = read_returned_item({report_.header, row},
                                        report_.parts[line.part].order);
    if (!item_back) {
      reject_bad(number, item_back.error());
      return false;
    }
    item_back->row = number;
    report_.returns.push_back(std::move(*item_back));
  } else if (!read_money(row, number, line)) {
    return false;
  }
  line.state = read_state(cell(row, Column::kItemStatus));
  line.gift = !cell(row, Column::kGiftWrapType).empty() ||
              !cell(row, Column::kGiftMessage).empty();
  begin_record();
  for (const Column column : present_.line_texts) {
    add_to_record(column, cell(row, column));
  }
  line.bytes = look_at_record();
  line.texts = store_record();
  line.product =
      store_product(cell(row, Column::kSku), cell(row, Column::kProductName));
  report_.lines.push_back(line);
  return true;
}

bool ReportReader::read_money(const RowView& row, std::uint32_t number,
                              Line& line) {
  LineMoney money;
  money.thousandths.fill(kNoAmount);
  bool any = false;
  for (std::size_t i = 0; i < std::size(kMoney); ++i) {
    const std::string_view text = cell(row, kMoney[i]);
    if (text.empty()) continue;
    const auto amount = read_thousandths(text);
    if (!amount) {
      reject(number,
             is_scientific(text) ? RejectCode::kExcelDamage
                                 : RejectCode::kBadNumber,
             kMoney[i], text);
      return false;
    }
    money.thousandths[i] = *amount;
    any = true;
  }
  if (!any) return true;
  const std::string_view code = cell(row, Column::kCurrency);
  if (!code.empty()) {
    const auto currency = Currency::from_code(code);
    if (!currency) {
      reject(number, RejectCode::kBadNumber, Column::kCurrency, code);
      return false;
    }
    money.currency = *currency;
    const std::int64_t step = thousandths_per_minor(*currency);
    for (std::size_t i = 0; i < std::size(kMoney); ++i) {
      if (money.thousandths[i] != kNoAmount &&
          money.thousandths[i] % step != 0) {
        reject(number, RejectCode::kBadNumber, kMoney[i], cell(row, kMoney[i]));
        return false;
      }
    }
  }
  line.money = report_.money.push_back(money) + 1;
  return true;
}

// A row that only carries further promotions of the line before it
// (docs/formats.md 1.4): they are added to that line's.
bool ReportReader::fold_continuation(const RowView& row, std::uint32_t number) {
  Line& line = report_.lines.back();
  LineMoney sums;
  sums.thousandths.fill(kNoAmount);
  if (line.money != 0) sums = report_.money[line.money - 1];
  const std::int64_t step =
      sums.currency.known() ? thousandths_per_minor(sums.currency) : 1;
  bool any = false;
  for (const std::size_t i : {std::size_t{6}, std::size_t{7}}) {  // promotions
    const std::string_view text = cell(row, kMoney[i]);
    if (text.empty()) continue;
    any = true;
    const auto amount = read_thousandths(text);
    std::int64_t& sum = sums.thousandths[i];
    if (sum == kNoAmount) sum = 0;
    if (!amount || *amount % step != 0 ||
        __builtin_add_overflow(sum, *amount, &sum)) {
      reject(number,
             is_scientific(text) ? RejectCode::kExcelDamage
                                 : RejectCode::kBadNumber,
             kMoney[i], text);
      return false;
    }
  }
  if (!any) return true;
  if (line.money == 0) line.money = report_.money.push_back(sums) + 1;
  report_.money[line.money - 1] = sums;
  return true;
}

// Zeros that a spreadsheet took from the front of a number (formats 5.6). They
// are gone for good: a wrong postal code sends the parcel elsewhere.
bool ReportReader::check_spreadsheet_zeros(const RowView& row,
                                           std::uint32_t number) {
  const std::string_view country = cell(row, Column::kShipCountry);
  const std::string_view postal = cell(row, Column::kShipPostalCode);
  const bool japan = country == "JP";
  const std::size_t digits = japan                                ? 7
                             : country == "US" || country == "IT" ? 5
                                                                  : 0;
  const auto damaged = [&](Column column, std::string_view text) {
    reject(number, RejectCode::kExcelDamage, column, text);
    return false;
  };
  if (is_scientific(postal) || (all_digits(postal) && postal.size() < digits)) {
    return damaged(Column::kShipPostalCode, postal);
  }
  for (const Column column : {Column::kBuyerPhone, Column::kShipPhone}) {
    const std::string_view phone = cell(row, column);
    // A Japanese number has ten or eleven digits and begins with 0.
    const bool lost = japan && all_digits(phone) && phone.front() != '0' &&
                      (phone.size() == 9 || phone.size() == 10);
    if (lost || is_scientific(phone)) return damaged(column, phone);
  }
  return true;
}

// Records ---------------------------------------------------------------------

void ReportReader::add_to_record(Column column, std::string_view value) {
  if (value.empty()) return;
  record_.push_back(static_cast<char>(column));
  append_number(record_, static_cast<std::uint32_t>(value.size()));
  record_.append(value);
  if (row_non_ascii_ && !is_ascii(value)) {
    record_text_.append(value);
    record_text_.push_back('\n');
  }
}

void ReportReader::add_shared_to_record(Column column, std::string_view value) {
  if (value.empty()) return;
  std::vector<std::string>& values = report_.shared_values_;
  std::uint32_t& last = last_shared_[static_cast<std::size_t>(column)];
  if (last == 0 || values[last - 1] != value) {
    // A column that turns out to have many values is better kept in place.
    constexpr std::size_t kMostShared = 4096;
    if (values.size() >= kMostShared) return add_to_record(column, value);
    const auto fresh = static_cast<std::uint32_t>(values.size());
    const std::uint32_t found = shared_numbers_.find_or_add(
        text_hash(value), fresh,
        [&](std::uint32_t number) { return values[number] == value; });
    if (found == fresh) values.emplace_back(value);
    last = found + 1;
  }
  record_.push_back(static_cast<char>(static_cast<unsigned>(column) | 0x80u));
  append_number(record_, last - 1);
  if (row_non_ascii_ && !is_ascii(value)) {
    record_text_.append(value);
    record_text_.push_back('\n');
  }
}

std::uint32_t ReportReader::store_record() {
  if (record_.empty()) return 0;
  record_.push_back('\xFF');
  return report_.texts_.add(record_);
}

std::uint32_t ReportReader::store_product(std::string_view sku,
                                          std::string_view name) {
  const std::uint32_t fresh = report_.products_.size();
  const std::uint32_t found = product_numbers_.find_or_add(
      text_hash(name, text_hash(sku)), fresh, [&](std::uint32_t number) {
        const std::uint32_t texts = report_.products_[number].texts;
        return report_.find_in(texts, Column::kSku) == sku &&
               report_.find_in(texts, Column::kProductName) == name;
      });
  if (found != fresh) return found;
  begin_record();
  add_to_record(Column::kSku, sku);
  add_to_record(Column::kProductName, name);
  Report::Product product;
  product.bytes = look_at_record();
  product.texts = store_record();
  return report_.products_.push_back(product);
}

Bytes ReportReader::look_at_record() {
  if (record_text_.empty()) return Bytes::kAscii;
  if (is_valid_utf8(record_text_)) {
    ++evidence_.utf8;
    return Bytes::kUtf8;
  }
  const Cp932Look look = look_as_cp932(record_text_);
  evidence_.joined += look.joined;
  evidence_.lone += look.lone;
  ++(look.valid ? evidence_.cp932 : evidence_.other);
  return look.valid ? Bytes::kCp932 : Bytes::kOther;
}

void ReportReader::note_marketplace(const RowView& row) {
  constexpr std::uint32_t kEnough = 1000;
  if (report_.parts.size() >= kEnough || report_.refunds.size() >= kEnough)
    return;
  const std::string_view channel = cell(row, Column::kSalesChannel);
  if (begins_ignoring_case(channel, "amazon."))
    ++votes_[0][std::string(channel)];
  const std::string_view email = cell(row, Column::kBuyerEmail);
  const std::size_t domain = email.find(kAliasDomain);
  if (domain != std::string_view::npos) {
    std::string name(email.substr(domain + kAliasDomain.size()));
    if (begins_ignoring_case(name, "amazon.")) {
      name[0] = 'A';
      ++votes_[1][name];
    }
  }
  const std::string_view currency = cell(row, Column::kCurrency);
  if (currency == "JPY") {
    ++votes_[2]["Amazon.co.jp"];  // the only marketplace in yen
  } else if (!currency.empty()) {
    ++votes_[2][std::string(currency)];
  }
}

// The end of the file ---------------------------------------------------------

tl::expected<Report, ReadError> ReportReader::finish() {
  if (first_bytes_ && !error_) begin_text();
  if (utf16_ && !error_) {
    text_.clear();
    utf16_->finish(text_);
    if (!text_.empty() && header_read_) splitter_->feed(text_);
  }
  if (!header_read_ && !error_) {
    if (head_.empty()) {
      fail(ReadErrorCode::kEmpty, {});
    } else {
      const std::string line = std::move(head_);
      head_.clear();
      if (is_header_text(line)) read_header(line);
    }
  }
  if (error_) return tl::unexpected(*error_);
  splitter_->finish();
  release_held_row();
  judged_row_ = nullptr;
  if (error_) return tl::unexpected(*error_);

  decide_encoding();
  reject_unreadable_lines();
  settle_returns();
  settle_refunds();
  find_places();
  for (Reject& reject : report_.rejects) {
    reject.value = shown(reject.value);
    reject.column = shown(reject.column);
  }
  for (std::string& name : report_.header.unused) name = shown(name);
  for (std::string& name : report_.header.names) name = shown(name);
  compact_sort(report_.rejects,
               [](const Reject& a, const Reject& b) { return a.row < b.row; });
  if (report_.counts.rows == 0) {
    report_.warnings.push_back({Warning::Code::kNoOrders, 1});
  }
  for (const auto& votes : votes_) {
    std::uint32_t most = 0;
    for (const auto& [name, count] : votes) {
      if (count > most || (count == most && name < report_.marketplace)) {
        report_.marketplace = name;
        most = count;
      }
    }
    if (most > 0) break;
  }
  report_.marketplace = shown(report_.marketplace);
  if (report_.marketplace.empty() &&
      (report_.kind == ReportKind::kPendingOrders ||
       report_.header.has(Column::kCodCollectibleAmount))) {
    report_.marketplace = "Amazon.co.jp";  // only Japan has these
  }
  return std::move(report_);
}

void ReportReader::decide_encoding() {
  if (options_.encoding) {
    report_.encoding = *options_.encoding;
    return;
  }
  const EncodingEvidence& texts = evidence_;
  if (texts.utf8 + texts.cp932 + texts.other == 0) {
    report_.encoding = Encoding::kAscii;
  } else if (texts.utf8 > 0 && texts.utf8 >= texts.cp932 &&
             texts.utf8 >= texts.other) {
    report_.encoding = Encoding::kUtf8;
  } else if (texts.cp932 >= texts.other && texts.joined > texts.lone) {
    report_.encoding = Encoding::kCp932;
  } else {
    report_.encoding = Encoding::kWindows1252;
  }
}

void ReportReader::reject_unreadable_lines() {
  const Encoding encoding = report_.encoding;
  if (encoding == Encoding::kWindows1252) return;
  const bool utf8 = encoding == Encoding::kUtf8 || utf16_.has_value();
  const auto readable = [&](Bytes bytes) {
    return bytes == Bytes::kAscii || (utf8 && bytes == Bytes::kUtf8) ||
           (encoding == Encoding::kCp932 && bytes == Bytes::kCp932);
  };
  std::string decoded;
  for (std::uint32_t i = 0; i < report_.lines.size(); ++i) {
    Line& line = report_.lines[i];
    const OrderPart& part = report_.parts[line.part];
    const Report::Product& product = report_.products_[line.product];
    if (readable(part.bytes) && readable(line.bytes) &&
        readable(product.bytes)) {
      continue;
    }
    for (std::size_t c = 0; c < kColumnCount; ++c) {
      const auto column = static_cast<Column>(c);
      for (const std::uint32_t record :
           {part.texts, line.texts, product.texts}) {
        const std::string_view bytes = report_.find_in(record, column);
        decoded.clear();
        if (append_utf8(bytes, utf8 ? Encoding::kUtf8 : encoding, decoded))
          continue;
        if (line.rejected) continue;
        line.rejected = true;
        --report_.counts.items;
        judged_order_ = part.order;
        reject(line.row, RejectCode::kBadEncoding, column, bytes);
      }
    }
  }
}

// A returns report has one line for an order and SKU, whatever the number of
// its returns; those whose row could not be read are dropped.
void ReportReader::settle_returns() {
  if (report_.kind != ReportKind::kReturns) return;
  Blocks<Line> lines;
  std::vector<ReturnedItem> returns;
  TextNumbers numbers;
  std::vector<std::uint32_t> kept;  // lines, by number
  for (std::uint32_t i = 0; i < report_.lines.size(); ++i) {
    const Line& line = report_.lines[i];
    if (line.rejected) continue;
    ReturnedItem item = std::move(report_.returns[i]);
    for (std::string* const text :
         {&item.sku, &item.asin, &item.product, &item.rma, &item.status,
          &item.reason, &item.resolution, &item.label_paid_by}) {
      if (!is_ascii(*text)) *text = report_.decode(*text);
    }
    const auto fresh = static_cast<std::uint32_t>(kept.size());
    const std::uint32_t number = numbers.find_or_add(
        text_hash(item.sku, item.order.packed()), fresh,
        [&](std::uint32_t other) {
          const ReturnedItem& first = returns[kept[other]];
          return first.order == item.order && first.sku == item.sku;
        });
    if (number == fresh) {
      kept.push_back(static_cast<std::uint32_t>(returns.size()));
      lines.push_back(line);
    } else if (lines[number].purchased < 0) {
      lines[number].purchased = line.purchased;
    }
    returns.push_back(std::move(item));
  }
  report_.lines = std::move(lines);
  report_.returns = std::move(returns);
}

// A settlement's texts as UTF-8; a refund that the file's encoding cannot read
// is none, and its rows are rejects.
void ReportReader::settle_refunds() {
  if (report_.kind != ReportKind::kSettlement) return;
  std::vector<RefundedItem>& refunds = report_.refunds;
  if (report_.kind == ReportKind::kSettlement)
    settlement_rows_.settle_currencies(refunds);
  if (rows_of_refunds_.empty()) return;
  const bool utf8 = utf16_.has_value();
  std::vector<bool> unreadable(refunds.size());
  for (const RowOfRefund& row : rows_of_refunds_) {
    RefundedItem& refund = refunds[row.refund];
    for (const Column column : {Column::kSku, Column::kAdjustmentId}) {
      std::string& text = column == Column::kSku ? refund.sku : refund.event;
      std::string decoded;
      if (append_utf8(text, utf8 ? Encoding::kUtf8 : report_.encoding, decoded))
        continue;
      unreadable[row.refund] = true;
      --report_.counts.items;
      judged_order_ = refund.order;
      reject(row.row, RejectCode::kBadEncoding, column, text);
      break;
    }
  }
  std::size_t left = 0;
  for (std::size_t i = 0; i < refunds.size(); ++i) {
    if (unreadable[i]) continue;
    refunds[i].sku = report_.decode(refunds[i].sku);
    refunds[i].event = report_.decode(refunds[i].event);
    if (left != i) refunds[left] = std::move(refunds[i]);
    ++left;
  }
  refunds.resize(left);
}

// Once the encoding is known addresses can be read: in the file's order, which
// is the order they lie in memory.
void ReportReader::find_places() {
  PlaceKey key;
  for (std::uint32_t i = 0; i < report_.parts.size(); ++i) {
    OrderPart& part = report_.parts[i];
    if (part.place == kNoPlace) continue;
    // By the loose key: orders that a person must compare are to meet, too.
    const AddressKeys* keys = key.of(report_, part);
    part.place =
        keys == nullptr
            ? kNoPlace
            : static_cast<std::uint32_t>(text_hash(keys->loose()) >> 32) |
                  kPlaceUnread;
  }
}

// Texts that no order has are read as well as they can be: the file's encoding
// was found without them.
std::string ReportReader::shown(std::string_view bytes) const {
  std::string text = report_.decode(bytes);
  if (report_.encoding == Encoding::kAscii && !is_ascii(bytes)) {
    text.clear();
    const Cp932Look look = look_as_cp932(bytes);
    append_utf8(bytes,
                look.valid && look.joined > look.lone ? Encoding::kCp932
                                                      : Encoding::kUtf8,
                text);
  }
  if (bytes.size() < kShownBytes) return text;
  // What was cut may end inside a character, or be longer in UTF-8.
  constexpr std::string_view kUnreadable = "\uFFFD";
  std::size_t end = std::min(text.size(), kShownBytes);
  while (end > 0 && end < text.size() &&
         (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) {
    --end;
  }
  text.resize(end);
  if (text.ends_with(kUnreadable))
    text.resize(text.size() - kUnreadable.size());
  return text;
}

}  // namespace parcelwise
