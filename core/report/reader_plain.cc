// The plain way through a row: all as expected, looked at before anything is
// kept. What is not left to the careful way (reader_rows.cc, reader_cells.cc)
// is stored by the same code; see report/reader.h.
#include "report/cells.h"
#include "report/reader.h"
#include "text/ascii.h"
#include "text/digits.h"

namespace parcelwise {
namespace {

// "", which leaves it untold, or one to three digits; false for all else.
bool read_plain_count(std::string_view text, std::int32_t& count) {
  if (text.empty()) return true;
  if (text.size() == 1) {
    count = text[0] - '0';
    return is_digit(text[0]);
  }
  if (text.size() > 3) return false;
  std::int32_t read = 0;
  for (const char c : text) {
    if (!is_digit(c)) return false;
    read = read * 10 + (c - '0');
  }
  count = read;
  return true;
}

// "false" or "true", compared as words.
YesNo read_plain_answer(std::string_view text) {
  const auto begins = [&](const char* word) {
    return word_of<std::uint32_t>(text.data()) == word_of<std::uint32_t>(word);
  };
  if (text.size() == 5 && begins("fals") && text[4] == 'e') return YesNo::kNo;
  return text.size() == 4 && begins("true") ? YesNo::kYes : YesNo::kUnknown;
}

// In thousandths: "5490", "-549", "19.90", "-175.00". Three decimals may be
// thousands: the careful way knows.
bool read_plain_amount(std::string_view text, std::int64_t& amount) {
  constexpr std::size_t kLongest = 12;
  if (text.size() > kLongest) return false;
  const char* at = text.data();
  const char* end = at + text.size();
  const bool negative = *at == '-';
  if (negative) ++at;
  std::int64_t unit = 1000;
  std::int64_t read = 0;
  const char* const whole = at;
  while (at != end && is_digit(*at)) read = read * 10 + (*at++ - '0');
  if (at == whole) return false;
  if (at != end) {
    if (*at != '.') return false;
    const auto decimals = end - ++at;
    if (decimals != 1 && decimals != 2) return false;
    for (; at != end; unit /= 10) {
      if (!is_digit(*at)) return false;
      read = read * 10 + (*at++ - '0');
    }
  }
  amount = (negative ? -read : read) * unit;
  return true;
}

}  // namespace

bool ReportReader::plain_row(const RowView& row, std::uint32_t number) {
  if (row.size() != layout_.fields || row.too_long || row.unended ||
      held_row_ != 0 || !padded_fields_ ||
      row.bytes().size() > kMaxFieldBytes || report_.counts.rows >= kMaxRows) {
    return false;
  }
  const auto order = OrderId::parse(cell_here(row, Column::kOrderId));
  if (!order) return false;
  Line line;
  if (layout_.has(Column::kOrderItemId)) {
    const auto item = ItemId::parse(cell_here(row, Column::kOrderItemId));
    if (!item) return false;
    line.item = *item;
  }
  LineMoney money;
  bool any_money = false;
  if (!read_plain_counts(row, line) || !read_plain_money(row, money, any_money))
    return false;
  const bool same_part = continues_part(row, *order);
  OrderPart part;
  if (!same_part && !read_plain_part(row, part)) return false;

  ++report_.counts.rows;
  if (!same_part) {
    part.order = *order;
    begin_record(row);
    store_part(row, part);
  }
  line.part = report_.parts.size() - 1;
  line.row = number;
  if (any_money) line.money = report_.money.push_back(money) + 1;
  const ItemId item = line.item;
  store_line(row, line);
  accept_line(row, number, *order, item, same_part);
  return true;
}

bool ReportReader::read_plain_counts(const RowView& row, Line& line) const {
  return read_plain_count(cell_here(row, Column::kQuantityPurchased),
                          line.purchased) &&
         read_plain_count(cell_here(row, Column::kQuantityShipped),
                          line.shipped) &&
         read_plain_count(cell_here(row, Column::kQuantityToShip),
                          line.to_ship) &&
         line.purchased >= 0 && line.shipped <= line.purchased &&
         line.to_ship <= line.purchased;
}

bool ReportReader::read_plain_money(const RowView& row, LineMoney& money,
                                    bool& any) {
  if (layout_.money.empty()) return true;
  money.thousandths.fill(kNoAmount);
  for (const auto& [i, at] : layout_.money) {
    const std::string_view text = cell_at(row, at);
    if (text.empty()) continue;
    if (!read_plain_amount(text, money.thousandths[i])) return false;
    any = true;
  }
  if (!any) return true;
  const std::string_view code = cell_here(row, Column::kCurrency);
  if (code.empty()) return true;
  // A file has few currencies.
  if (code != last_currency_.code()) {
    const auto currency = Currency::from_code(code);
    if (!currency) return false;
    last_currency_ = *currency;
  }
  money.currency = last_currency_;
  const std::int64_t step = thousandths_per_minor(money.currency);
  for (const auto& [i, at] : layout_.money) {
    const std::int64_t amount = money.thousandths[i];
    if (amount != kNoAmount && amount % step != 0) return false;
  }
  return true;
}

bool ReportReader::read_plain_part(const RowView& row, OrderPart& part) {
  for (const auto& [slot, at] : layout_.dates) {
    const std::string_view text = cell_at(row, at);
    if (text.empty()) continue;
    Stamp stamp;
    if (!stamps_.read_again(text, stamp)) {
      const auto read = stamps_.read(text);
      if (!read) return false;
      stamp = *read;
    }
    const auto packed = pack_date(stamp);
    if (!packed || !is_canonical_date(text, stamp)) return false;
    const auto i = static_cast<std::size_t>(slot);
    part.date[i] = packed->date;
    part.offset[i] = packed->offset;
  }
  for (const auto& [flag, at] : layout_.flags) {
    const std::string_view text = cell_at(row, at);
    if (text.empty()) continue;
    const YesNo answer = read_plain_answer(text);
    if (answer == YesNo::kUnknown) return false;
    part.flags.set(flag, answer);
  }
  return !spreadsheet_damage(row);
}

}  // namespace parcelwise
