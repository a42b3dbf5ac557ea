// One file read in slices: where it may be cut, and how a reader takes over
// what another has read behind it; see report/reader.h.
//
// What a row becomes depends on rows before it in few ways: a further line or
// promotion of the last order, a short row that may go on, what the first rows
// say about blank cells at the ends, and who votes for the marketplace. Where
// none of them can reach into the next slice, both are put side by side.
#include <algorithm>

#include "report/reader.h"
#include "text/encoding.h"

namespace parcelwise {

std::uint64_t ReportReader::header_bytes() const {
  const bool in_slices = header_read_ && !error_ && !utf16_ &&
                         report_.delimiter == Delimiter::kTab &&
                         !tells_refunds(report_.kind);
  return in_slices ? header_bytes_ : 0;
}

std::optional<std::size_t> ReportReader::find_cut(
    std::string_view bytes) const {
  if (header_bytes() == 0) return std::nullopt;
  const auto column = static_cast<std::size_t>(
      report_.header.position[static_cast<std::size_t>(Column::kOrderId)]);
  std::optional<OrderId> last;
  // Before the first row end stands half a row. A CR alone is not cut at: the
  // LF that may follow belongs to it.
  std::size_t end = bytes.find('\n');
  while (end != std::string_view::npos) {
    const std::size_t begin = end + 1;
    end = bytes.find('\n', begin);
    if (end == std::string_view::npos) break;
    std::string line(bytes.substr(begin, end - begin));
    if (line.ends_with('\r')) line.pop_back();
    line += '\t';  // the order id may stand in the last field
    const auto order = OrderId::parse(trim(plain_field(line, '\t', column)));
    if (order && last && *order != *last) return begin;
    last = order;
  }
  return std::nullopt;
}

// Whether what `next` has read is what this reader would have.
bool ReportReader::goes_on_in(const ReportReader& next) {
  const Report& more = next.report_;
  if (header_bytes() == 0 || next.header_bytes() == 0 ||
      header_line_ != next.header_line_ || report_.kind != more.kind ||
      options_.encoding != next.options_.encoding || !more.stretches_.empty() ||
      !splitter_->between_rows()) {
    return false;
  }
  // Else the first rows would tell another thing than the file's.
  if (padded_fields_ != std::size_t{0} || next.padded_fields_ != padded_fields_)
    return false;
  // It must begin with a line of an order: all that follows is told by itself.
  if (more.lines.size() == 0 || more.lines[0].row != next.first_row_)
    return false;
  if (report_.counts.rows + more.counts.rows + 1 >= kMaxRows) return false;
  // No row goes on in one that begins an order: fed those bytes, this reader
  // would release it too.
  release_held_row();
  return report_.parts.size() >= kVotes &&
         report_.parts.back().order != more.parts[0].order &&
         !(ends_blank_ && next.trusted_widths_) &&
         report_.counts.rejected + more.counts.rejected <= kMaxRejects;
}

bool ReportReader::append(ReportReader&& next) {
  if (!goes_on_in(next)) return false;
  Report& more = next.report_;
  const std::uint32_t rows_before = next_row_ - next.first_row_;
  const std::uint32_t parts_before = report_.parts.size();
  const std::uint32_t money_before = report_.money.size();
  append_fingerprint(more, rows_before);

  std::vector<std::uint32_t> shared = append_shared_values(next);
  const auto whole = [&](std::uint32_t number) {
    return number == 0 ? 0 : shared[number - 1] + 1;
  };
  std::vector<std::uint32_t> clues;
  clues.reserve(more.clues_.size());
  for (const Report::Clues& told : more.clues_) {
    clues.push_back(number_of(
        {whole(told.channel), whole(told.email), whole(told.country)}));
  }

  const bool has_texts = !more.texts_.empty();
  const std::uint32_t texts_before =
      report_.texts_.append(std::move(more.texts_));
  if (has_texts) {
    report_.stretches_.push_back({texts_before + 1, std::move(shared)});
    report_.stretches_.push_back({report_.texts_.next_handle(), {}});
  }
  const std::vector<std::uint32_t> products =
      append_products(next, texts_before);
  const auto move_texts = [&](std::uint32_t& record) {
    if (record != 0) record += texts_before;
  };
  report_.parts.append(std::move(more.parts), [&](OrderPart& part) {
    move_texts(part.texts);
    if (part.clues != Report::kOwnClues) part.clues = clues[part.clues];
  });
  report_.money.append(std::move(more.money), [](LineMoney&) {});
  report_.lines.append(std::move(more.lines), [&](Line& line) {
    line.part += parts_before;
    line.row += rows_before;
    line.product = products[line.product];
    move_texts(line.texts);
    if (line.money != 0) line.money += money_before;
  });
  for (Reject& reject : more.rejects) {
    reject.row += rows_before;
    report_.rejects.push_back(std::move(reject));
  }
  for (const Warning& warning : more.warnings)
    report_.warnings.push_back({warning.code, warning.row + rows_before});

  ReportCounts& counts = report_.counts;
  counts.rows += more.counts.rows;
  counts.items += more.counts.items;
  counts.continuations += more.counts.continuations;
  counts.repeated_headers += more.counts.repeated_headers;
  counts.blank += more.counts.blank;
  counts.rejected += more.counts.rejected;
  counts.bytes += more.counts.bytes - next.header_bytes_;
  evidence_.utf8 += next.evidence_.utf8;
  evidence_.cp932 += next.evidence_.cp932;
  evidence_.other += next.evidence_.other;
  evidence_.joined += next.evidence_.joined;
  evidence_.lone += next.evidence_.lone;

  // Where the next row goes on.
  next_row_ += next.next_row_ - next.first_row_;
  fewest_fields_ = std::min(fewest_fields_, next.fewest_fields_);
  ends_blank_ = ends_blank_ || next.ends_blank_;
  if (next.held_row_ != 0) held_row_ = next.held_row_ + rows_before;
  held_bytes_ = std::move(next.held_bytes_);
  held_ends_ = std::move(next.held_ends_);
  held_lines_ = next.held_lines_;
  held_unended_ = next.held_unended_;
  splitter_->go_on_from(std::move(*next.splitter_));
  has_last_ = next.has_last_;
  last_bytes_ = next.last_bytes_;
  last_spans_ = std::move(next.last_spans_);
  last_size_ = next.last_size_;
  keep_last();
  return true;
}

// A reject's hash is 0 and each row adds its number, so a later place of all
// rows adds their number times what one row is worth at each step.
void ReportReader::append_fingerprint(const Report& next,
                                      std::uint32_t rows_before) {
  std::uint64_t power = 1;
  std::uint64_t ones = 0;
  for (std::uint32_t i = next.counts.items + next.counts.rejected; i > 0; --i) {
    power *= kFingerprintStep;
    ones = ones * kFingerprintStep + 1;
  }
  report_.fingerprint =
      report_.fingerprint * power + next.fingerprint + rows_before * ones;
}

// By its number in `next`, the number of each here.
std::vector<std::uint32_t> ReportReader::append_shared_values(
    ReportReader& next) {
  std::vector<std::string>& values = report_.shared_values_;
  std::vector<std::string>& more = next.report_.shared_values_;
  std::vector<std::uint32_t> numbers(more.size());
  for (std::uint32_t i = 0; i < numbers.size(); ++i) {
    const auto fresh = static_cast<std::uint32_t>(values.size());
    numbers[i] = shared_numbers_.find_or_add(
        next.shared_numbers_.hash_of(i), fresh,
        [&](std::uint32_t number) { return values[number] == more[i]; });
    if (numbers[i] != fresh) continue;
    values.push_back(std::move(more[i]));
    shared_bytes_.push_back(next.shared_bytes_[i]);
  }
  return numbers;
}

// The same of products. One that both have was looked at twice: what its texts
// say about the encoding is counted once.
std::vector<std::uint32_t> ReportReader::append_products(
    ReportReader& next, std::uint32_t texts_before) {
  const Blocks<Report::Product>& more = next.report_.products_;
  std::vector<std::uint32_t> numbers(more.size());
  for (std::uint32_t i = 0; i < numbers.size(); ++i) {
    Report::Product product = more[i];
    if (product.texts != 0) product.texts += texts_before;
    const std::string_view sku = report_.find_in(product.texts, Column::kSku);
    const std::string_view name =
        report_.find_in(product.texts, Column::kProductName);
    const std::uint32_t fresh = report_.products_.size();
    numbers[i] = product_numbers_.find_or_add(
        next.product_numbers_.hash_of(i), fresh, [&](std::uint32_t number) {
          return report_.is_product(number, sku, name);
        });
    if (numbers[i] == fresh) {
      report_.products_.push_back(product);
      continue;
    }
    if (product.bytes == Bytes::kAscii) continue;
    if (product.bytes == Bytes::kUtf8) {
      --next.evidence_.utf8;
      continue;
    }
    record_text_.clear();
    for (const std::string_view text : {sku, name}) {
      if (is_ascii(text)) continue;
      record_text_.append(text);
      record_text_.push_back('\n');
    }
    const Cp932Look look = look_as_cp932(record_text_);
    next.evidence_.joined -= look.joined;
    next.evidence_.lone -= look.lone;
    --(look.valid ? next.evidence_.cp932 : next.evidence_.other);
  }
  last_of_sku_.clear();  // it has room for fewer
  return numbers;
}

}  // namespace parcelwise
