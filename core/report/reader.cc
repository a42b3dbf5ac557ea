// Reads one report; see report/reader.h. Here stands how its bytes travel:
// head, header, and the decisions that only the end of the file allows. Rows
// are in reader_rows.cc, their cells in reader_cells.cc.
#include "report/reader.h"

#include <algorithm>

#include "report/cells.h"
#include "report/place.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

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
    feed_rows(bytes);
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
    header_bytes_ = report_.counts.bytes;
    return;
  }
  const std::string whole = std::move(head_);
  head_.clear();
  read_header(std::string_view(whole).substr(0, end));
  if (error_) return;
  std::size_t rest = end + 1;
  if (whole[end] == '\r' && whole[rest] == '\n') ++rest;
  header_bytes_ = report_.counts.bytes - (whole.size() - rest);
  feed_rows(std::string_view(whole).substr(rest));
}

void ReportReader::feed_rows(std::string_view bytes) {
  fed_ = bytes;
  splitter_->feed(bytes);
  keep_last();
  fed_ = {};
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
  first_row_ = ++next_row_;
  RowSink& rows = *this;
  splitter_.emplace(report_.delimiter, rows);

  layout_ = RowLayout(report_.header, report_.kind, report_.delimiter);
  layout_.plain = layout_.plain && !options_.careful;
  last_spans_.resize(layout_.order_fields.size());
}

// The end of the file ---------------------------------------------------------

tl::expected<Report, ReadError> ReportReader::finish() {
  if (first_bytes_ && !error_) begin_text();
  if (utf16_ && !error_) {
    text_.clear();
    utf16_->finish(text_);
    report_.cut_off = !text_.empty();  // half a character
    if (!text_.empty() && header_read_) feed_rows(text_);
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
  find_areas();
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
        report_.cut_off = report_.cut_off || line.row == unended_row_;
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

// Postal codes above ASCII can be read once the encoding is known.
void ReportReader::find_areas() {
  for (std::uint32_t i = 0; i < report_.parts.size(); ++i) {
    OrderPart& part = report_.parts[i];
    if (part.place != kPlaceUnread) continue;
    part.place =
        area_hash(report_.decode(report_.bytes(part, Column::kShipCountry)),
                  report_.decode(report_.bytes(part, Column::kShipPostalCode)));
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
