// The rows of a report: which of them are data, which go on in the next, and
// why one is rejected; see report/reader.h.
#include <algorithm>
#include <cstdint>

#include "report/cells.h"
#include "report/reader.h"

namespace parcelwise {
namespace {

constexpr std::string_view kAliasDomain = "@marketplace.";

// From the one field to the other, as far as the row has them.
std::string_view fields_of(const RowView& row,
                           const std::pair<std::size_t, std::size_t>& fields) {
  if (fields.first >= row.size()) return {};
  const std::string_view first = row[fields.first];
  const std::string_view last = row[std::min(fields.second, row.size() - 1)];
  return {first.data(),
          static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

}  // namespace

// Not where it is called from, or each of fifty calls would hold a copy.
std::string_view ReportReader::cell(const RowView& row, Column column) const {
  return RowCells{report_.header, row}[column];
}

void ReportReader::row(const RowView& row) {
  const std::uint32_t number = next_row_;
  next_row_ += row.lines;
  if (error_ || (layout_.plain && plain_row(row, number))) return;
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

  const std::size_t columns = report_.header.cells.size();
  const bool tells_padding = !blank && !header_again && !row.too_long &&
                             text_beyond_header(row).empty();
  if (held_row_ != 0 && (padded_fields_ || tells_padding)) {
    if (!padded_fields_) {
      padded_fields_ = row.size() == held_ends_.size() ? row.size() : 0;
    }
    const std::size_t joined = held_ends_.size() + row.size() - 1;
    const bool goes_on = !blank && !header_again && !row.too_long &&
                         !starts_an_order(row) && joined <= columns &&
                         held_bytes_.size() <= kMaxFieldBytes;
    // At the end of the file it may as well be the next order's, cut off.
    const bool cut = row.unended && joined < columns;
    if (goes_on && cut) held_unended_ = true;
    if (goes_on && !cut) {
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
      if (joined == columns) release_held_row();
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
  // A settlement has no text in which a newline or a tab could stand.
  const bool texts = report_.kind != ReportKind::kSettlement;
  if (!padded_fields_ && tells_padding) {
    // Padded, or shifted by a tab inside a cell: the next row tells.
    if (texts && row.size() > columns) return hold_row(row, number);
    padded_fields_ = 0;
  }
  if (texts && report_.delimiter == Delimiter::kTab && row.size() < columns &&
      starts_an_order(row)) {
    // Ragged, or broken by a newline inside a cell: the next row tells.
    return hold_row(row, number);
  }
  data_row(row, number);
}

void ReportReader::hold_row(const RowView& row, std::uint32_t number) {
  --report_.counts.rows;
  held_bytes_.assign(row.bytes());
  held_ends_.clear();
  for (std::size_t i = 0; i < row.size(); ++i) {
    held_ends_.push_back(static_cast<std::uint32_t>(
        row[i].data() + row[i].size() - row.bytes().data()));
  }
  held_row_ = number;
  held_lines_ = 1;
  held_unended_ = row.unended;
}

bool ReportReader::starts_an_order(const RowView& row) const {
  return OrderId::parse(cell(row, Column::kOrderId)).has_value();
}

bool ReportReader::begins_row(std::string_view bytes, char comma) const {
  const std::int16_t at =
      report_.header.position[static_cast<std::size_t>(Column::kOrderId)];
  return at >= 0 &&
         OrderId::parse(
             trim(plain_field(bytes, comma, static_cast<std::size_t>(at))))
             .has_value();
}

void ReportReader::release_held_row() {
  if (held_row_ == 0) return;
  // The only row of its file has no other to be measured by.
  if (!padded_fields_) padded_fields_ = held_ends_.size();
  const std::uint32_t number = held_row_;
  held_row_ = 0;
  ++report_.counts.rows;
  if (held_lines_ > 1) {
    report_.warnings.push_back({Warning::Code::kRejoinedRow, number});
  }
  RowView row(held_bytes_.data(), held_ends_.data(), held_ends_.size());
  row.unended = held_unended_;
  data_row(row, number);
}

void ReportReader::reject_cell(std::uint32_t number, RejectCode code,
                               std::size_t position, std::string_view value) {
  ++report_.counts.rejected;
  add_to_fingerprint(0, number);
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
  const int at =
      column ? report_.header.position[static_cast<std::size_t>(*column)] : -1;
  const std::size_t rejects = report_.rejects.size();
  reject_cell(number, code, at < 0 ? SIZE_MAX : static_cast<std::size_t>(at),
              value);
  // A column that the file lacks is named all the same.
  if (column && at < 0 && report_.rejects.size() > rejects)
    report_.rejects.back().column = column_name(*column);
}

// Whether the file ends inside the row, so that its last cell is not whole. A
// file may leave out blank cells at the ends of its rows: then others are as
// short.
bool ReportReader::is_cut_off(const RowView& row) const {
  return row.unended &&
         row.size() < std::min(fewest_fields_, report_.header.cells.size());
}

void ReportReader::note_width(const RowView& row) {
  fewest_fields_ = std::min(fewest_fields_, row.size());
  const std::size_t columns = report_.header.cells.size();
  if (!ends_blank_)
    ends_blank_ = row.size() < columns || trim(row[columns - 1]).empty();
}

// The first that stands beyond the header's columns; "" where all is blank.
std::string_view ReportReader::text_beyond_header(const RowView& row) const {
  for (std::size_t i = report_.header.cells.size(); i < row.size(); ++i) {
    if (!trim(row[i]).empty()) return row[i];
  }
  return {};
}

// Whether cells stand in columns that are not theirs, as they do behind a tab
// inside a cell. Asked of long rows alone: no file's words are all known.
bool ReportReader::is_shifted(const RowView& row) const {
  const std::string_view country = cell(row, Column::kShipCountry);
  const bool letters = std::all_of(country.begin(), country.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
  if (!country.empty() && (country.size() != 2 || !letters)) return true;
  for (const auto& [flag, at] : layout_.flags) {
    const std::string_view text = cell_at(row, at);
    if (!text.empty() && read_answer(text) == YesNo::kUnknown) return true;
  }
  const std::string_view due = cell(row, Column::kCodCollectibleAmount);
  return !due.empty() && !read_thousandths(due);
}

// Whether the row has the fields that a line needs, and none too many or long.
bool ReportReader::check_shape(const RowView& row, std::uint32_t number) {
  if (row.size() > report_.header.cells.size()) {
    const std::string_view text = text_beyond_header(row);
    // No tab has pushed a blank cell out where no other row ends in one.
    const bool never_blank = fewest_fields_ != SIZE_MAX && !ends_blank_;
    trusted_widths_ = trusted_widths_ || (never_blank && text.empty());
    const bool padded =
        report_.kind == ReportKind::kSettlement ||
        ((row.size() == padded_fields_ || never_blank) && !is_shifted(row));
    if (!text.empty() || !padded) {
      reject_cell(number, RejectCode::kTooManyFields, SIZE_MAX,
                  text.empty() ? row.bytes() : text);
      return false;
    }
  }
  if (row.size() < layout_.first_needed || is_cut_off(row)) {
    report_.cut_off = report_.cut_off || row.unended;
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
  if (row.unended) unended_row_ = number;
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

  const bool same_part = continues_part(row, *order);
  if (!same_part && !read_part(row, number, *order)) return;
  if (!read_line(row, number, *order, item)) {
    if (!same_part) {
      report_.parts.pop_back();
      has_last_ = false;
    }
    return;
  }
  accept_line(row, number, *order, item, same_part);
}

void ReportReader::accept_line(const RowView& row, std::uint32_t number,
                               OrderId order, ItemId item, bool same_part) {
  ++report_.counts.items;
  std::uint64_t reported = order.packed() ^ item.key();
  if (report_.kind == ReportKind::kReturns) reported ^= text_hash(row.bytes());
  add_to_fingerprint(reported, number);
  note_width(row);
  if (!same_part) note_last(row);  // else the one before says the same
}

// The row lies in the bytes that are being fed, or in memory that the next row
// takes.
void ReportReader::note_last(const RowView& row) {
  last_bytes_ = row.bytes();
  last_size_ = row.size();
  for (std::size_t i = 0; i < layout_.order_fields.size(); ++i)
    last_spans_[i] = fields_of(row, layout_.order_fields[i]);
  has_last_ = true;
  const auto at = reinterpret_cast<std::uintptr_t>(last_bytes_.data());
  const auto fed = reinterpret_cast<std::uintptr_t>(fed_.data());
  if (at < fed || at + last_bytes_.size() > fed + fed_.size()) keep_last();
}

// Takes the last row out of bytes that will not stay.
void ReportReader::keep_last() {
  if (!has_last_ || last_bytes_.data() == last_copy_.data()) return;
  last_copy_.assign(last_bytes_);
  for (std::string_view& span : last_spans_) {
    if (span.data() == nullptr) continue;
    span = {last_copy_.data() + (span.data() - last_bytes_.data()),
            span.size()};
  }
  last_bytes_ = last_copy_;
}

// Rows without a line of their own: what they tell is in Report::refunds.
void ReportReader::adjustment_row(const RowView& row, std::uint32_t number,
                                  OrderId order, ItemId item) {
  auto refund = read_adjustment({report_.header, row}, order, item);
  if (!refund) return reject_bad(number, refund.error());
  refund->row = number;
  report_.refunds.push_back(std::move(*refund));
  begin_record(row);
  for (const Column column :
       {Column::kItemPromotionId, Column::kShipPromotionId}) {
    add_to_record(column, cell(row, column));
  }
  look_at_record();
  note_width(row);
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
  if (*refund && row.non_ascii()) {
    begin_record(row);
    for (const Column column : {Column::kSku, Column::kAdjustmentId,
                                Column::kPostedDate, Column::kPostedDateTime}) {
      add_to_record(column, cell(row, column));
    }
    if (look_at_record() != Bytes::kAscii) {
      rows_of_refunds_.push_back({number, settlement_rows_.last_refund()});
    }
  }
  if (named) note_width(row);  // the summary row may be short
  accept_refund_row(row, number);
}

void ReportReader::accept_refund_row(const RowView& row, std::uint32_t number) {
  ++report_.counts.items;
  add_to_fingerprint(text_hash(row.bytes()), number);
  note_marketplace(row);
}

void ReportReader::reject_bad(std::uint32_t number, const BadCell& bad) {
  reject(number, bad.code, bad.column, bad.value);
}

bool ReportReader::same_order_columns(const RowView& row) const {
  if (last_size_ != row.size()) return false;
  for (std::size_t i = 0; i < layout_.order_fields.size(); ++i) {
    if (fields_of(row, layout_.order_fields[i]) != last_spans_[i]) return false;
  }
  return true;
}

void ReportReader::note_marketplace(const RowView& row) {
  if (report_.parts.size() >= kVotes || report_.refunds.size() >= kVotes)
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

}  // namespace parcelwise
