// The cells of a row: an order's columns and a line's, packed; see
// report/reader.h.
#include <algorithm>
#include <bit>
#include <cstring>

#include "report/cells.h"
#include "report/place.h"
#include "report/reader.h"
#include "report/sales_channel.h"
#include "text/ascii.h"
#include "text/digits.h"

namespace parcelwise {
namespace {

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

// Digits from a zero on, perhaps with hyphens: "09012345678", "03-1234-5678".
bool is_whole_phone(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() != '0') return false;
  return all_digits(text) || std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || c == '-';
         });
}

template <typename Take>
void for_each_text(std::string_view record,
                   const std::vector<std::string>& shared, Take take) {
  for (std::size_t at = 0; at < record.size();) {
    const bool is_shared =
        (static_cast<unsigned char>(record[at]) & 0x80u) != 0;
    ++at;
    std::uint32_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(record[at++]);
      number |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
      if (byte < 0x80) break;
    }
    if (is_shared) {
      take(std::string_view(shared[number]));
    } else {
      take(record.substr(at, number));
      at += number;
    }
  }
}

}  // namespace

bool ReportReader::read_part(const RowView& row, std::uint32_t number,
                             OrderId order) {
  OrderPart part;
  part.order = order;
  begin_record(row);
  std::string_view last_text;
  std::size_t last = 0;
  bool last_kept = false;
  for (const auto& [slot, at] : layout_.dates) {
    const std::string_view text = cell_at(row, at);
    if (text.empty()) continue;
    const auto i = static_cast<std::size_t>(slot);
    const Column column = column_of(slot);
    if (text == last_text && part.date[last] != 0) {
      // Paid when bought, as most orders are: read once.
      part.date[i] = part.date[last];
      part.offset[i] = part.offset[last];
      if (last_kept) add_to_record(column, text);
      continue;
    }
    const auto stamp = report_.kind == ReportKind::kReturns
                           ? read_return_date(text)
                           : stamps_.read(text);
    if (!stamp) {
      reject(number,
             stamp.error() == DateError::kSpreadsheet ? RejectCode::kExcelDamage
                                                      : RejectCode::kBadDate,
             column, text);
      return false;
    }
    const auto packed = pack_date(*stamp);
    if (!packed) {
      reject(number, RejectCode::kBadDate, column, text);
      return false;
    }
    part.date[i] = packed->date;
    part.offset[i] = packed->offset;
    last_kept = !is_canonical_date(text, *stamp);
    if (last_kept) add_to_record(column, text);
    last_text = text;
    last = i;
  }
  if (const auto damage = spreadsheet_damage(row)) {
    reject_bad(number, *damage);
    return false;
  }
  for (const auto& [flag, at] : layout_.flags) {
    const std::string_view text = cell_at(row, at);
    if (text.empty()) continue;
    const YesNo answer = read_answer(text);
    part.flags.set(flag, answer);
    if (text != (answer == YesNo::kYes ? "true" : "false") ||
        answer == YesNo::kUnknown) {
      add_shared_to_record(column_of(flag), text);
    }
  }
  store_part(row, part);
  return true;
}

void ReportReader::store_part(const RowView& row, OrderPart& part) {
  add_to_record(row, layout_.order_texts);
  Report::Clues clues;
  for (const auto& [column, at] : layout_.shared_texts) {
    const std::string_view text = cell_at(row, at);
    if (text.empty()) continue;
    const std::uint32_t value = add_shared_to_record(column, text);
    if (column == Column::kSalesChannel) clues.channel = value;
    if (column == Column::kShipCountry) clues.country = value;
  }
  // The alias's domain is the same all over the file: only its name is kept.
  const std::string_view email = cell_here(row, Column::kBuyerEmail);
  const std::size_t domain = email.find('@');
  if (domain != std::string_view::npos) {
    clues.email =
        add_shared_to_record(Column::kBuyerEmail, email.substr(domain));
    add_to_record(Column::kBuyerEmail, email.substr(0, domain));
  } else if (!email.empty()) {
    clues.email = kOwnValue;
    add_to_record(Column::kBuyerEmail, email);
  }
  part.clues = number_of(clues);
  if (const auto past =
          read_day_count(cell_here(row, Column::kDaysPastPromise))) {
    part.past_promise = static_cast<std::int16_t>(*past);
  }
  part.bytes = look_at_record();
  part.texts = store_record();
  const auto told = [&](Column column) {
    return !cell_here(row, column).empty();
  };
  const bool street = told(Column::kShipAddress1);
  part.personal_data =
      street || told(Column::kRecipientName) || told(Column::kBuyerPhone);
  part.has_po = told(Column::kPurchaseOrderNumber);
  part.has_ioss = told(Column::kIossNumber);
  part.place = street ? area_of(row) : kNoPlace;

  const ReportKind kind = report_.kind;
  const bool sellers_alone = kind == ReportKind::kUnshippedOrders ||
                             kind == ReportKind::kNewOrders ||
                             kind == ReportKind::kReturns;  // (rules 1.0)
  part.channel =
      sellers_alone ? Channel::kSeller
                    : read_channel(cell_here(row, Column::kFulfillmentChannel));
  const std::string_view channel = cell_here(row, Column::kSalesChannel);
  if (part.order.multi_channel() ||
      (!channel.empty() && is_multi_channel(channel))) {
    part.channel = Channel::kAmazon;
  }
  const std::string_view status = cell_here(row, Column::kOrderStatus);
  if (!status.empty()) {
    part.state = read_state(status);
    part.comes_back = comes_back(status);
  }
  if (kind == ReportKind::kPendingOrders) {
    part.state = OrderState::kPending;
    part.pending_report = true;
  } else if (kind == ReportKind::kReturns) {
    part.state = OrderState::kShipped;  // else nothing could come back
  } else if (kind == ReportKind::kUnshippedOrders &&
             part.state == OrderState::kUnknown) {
    part.state = OrderState::kUnshipped;
  }
  part.cash_on_delivery =
      equals_ignoring_case(cell_here(row, Column::kPaymentMethod), "cod");
  note_marketplace(row);
  report_.parts.push_back(part);
}

// Of what is above ASCII at the end of the file.
std::uint32_t ReportReader::area_of(const RowView& row) const {
  const std::string_view country = cell_here(row, Column::kShipCountry);
  const std::string_view postal = cell_here(row, Column::kShipPostalCode);
  if (postal.empty()) return kNoPlace;
  return is_ascii(country) && is_ascii(postal) ? area_hash(country, postal)
                                               : kPlaceUnread;
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
  } else {
    LineMoney money;
    bool any = false;
    if (!read_money(row, number, money, any)) return false;
    if (any) line.money = report_.money.push_back(money) + 1;
  }
  store_line(row, line);
  return true;
}

void ReportReader::store_line(const RowView& row, Line& line) {
  const std::string_view status = cell_here(row, Column::kShipmentStatus);
  line.state = !status.empty() && label_cancelled(status)
                   ? OrderState::kUnclear
                   : read_state(cell_here(row, Column::kItemStatus));
  line.gift = !cell_here(row, Column::kGiftWrapType).empty() ||
              !cell_here(row, Column::kGiftMessage).empty();
  if (!layout_.line_texts.empty()) {
    begin_record(row);
    add_to_record(row, layout_.line_texts);
    line.bytes = look_at_record();
    line.texts = store_record();
  }
  line.product = store_product(row);
  report_.lines.push_back(line);
}

bool ReportReader::read_money(const RowView& row, std::uint32_t number,
                              LineMoney& money, bool& any) {
  if (layout_.money.empty()) return true;
  money.thousandths.fill(kNoAmount);
  std::uint32_t unclear = 0;  // columns whose digits may be thousands
  for (const auto& [i, at] : layout_.money) {
    const std::string_view text = cell_at(row, at);
    if (text.empty()) continue;
    const auto amount = read_thousandths(text);
    if (!amount) {
      reject(number,
             is_scientific(text) ? RejectCode::kExcelDamage
                                 : RejectCode::kBadNumber,
             money_column(i), text);
      return false;
    }
    money.thousandths[i] = *amount;
    if (may_be_thousands(text)) unclear |= 1u << i;
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
    for (std::size_t i = 0; i < kMoneyColumns; ++i) {
      if (money.thousandths[i] != kNoAmount &&
          money.thousandths[i] % step != 0) {
        reject(number, RejectCode::kBadNumber, money_column(i),
               cell(row, money_column(i)));
        return false;
      }
    }
  }
  if (unclear != 0 && money.currency.exponent() < 3) {
    const Column column =
        money_column(static_cast<std::size_t>(std::countr_zero(unclear)));
    reject(number, RejectCode::kBadNumber, column, cell(row, column));
    return false;
  }
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
    const std::string_view text = cell(row, money_column(i));
    if (text.empty()) continue;
    any = true;
    const auto amount = read_thousandths(text);
    std::int64_t& sum = sums.thousandths[i];
    if (sum == kNoAmount) sum = 0;
    if (!amount || *amount % step != 0 ||
        (sums.currency.exponent() < 3 && may_be_thousands(text)) ||
        __builtin_add_overflow(sum, *amount, &sum)) {
      reject(number,
             is_scientific(text) ? RejectCode::kExcelDamage
                                 : RejectCode::kBadNumber,
             money_column(i), text);
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
std::optional<BadCell> ReportReader::spreadsheet_damage(
    const RowView& row) const {
  const std::string_view country = cell_here(row, Column::kShipCountry);
  const std::string_view postal = cell_here(row, Column::kShipPostalCode);
  const std::string_view phones[] = {cell_here(row, Column::kBuyerPhone),
                                     cell_here(row, Column::kShipPhone)};
  const bool japan = country == "JP";
  // Nearly every row of Japan's, at a glance.
  if (japan && is_japanese_postal_code(postal) && is_whole_phone(phones[0]) &&
      is_whole_phone(phones[1])) {
    return std::nullopt;
  }
  // ZIP+4 without its hyphen has nine.
  const bool nine = country == "US" && postal.size() > 5;
  const auto digits = [&] { return nine ? 9 : postal_digits(country); };
  if (is_number_of_spreadsheet(postal) ||
      (all_digits(postal) && postal.size() < digits())) {
    return BadCell{RejectCode::kExcelDamage, Column::kShipPostalCode, postal};
  }
  for (const std::string_view& phone : phones) {
    // A Japanese number has ten or eleven digits and begins with 0.
    const bool lost = japan && all_digits(phone) && phone.front() != '0' &&
                      (phone.size() == 9 || phone.size() == 10);
    if (lost || is_number_of_spreadsheet(phone)) {
      return BadCell{
          RejectCode::kExcelDamage,
          &phone == phones ? Column::kBuyerPhone : Column::kShipPhone, phone};
    }
  }
  return std::nullopt;
}

// Records ---------------------------------------------------------------------

void ReportReader::add_to_record(
    const RowView& row, const std::vector<RowLayout::Placed<Column>>& columns) {
  for (const auto& [column, at] : columns)
    add_to_record(column, cell_at(row, at));
}

std::uint32_t ReportReader::add_shared_to_record(Column column,
                                                 std::string_view value) {
  if (value.empty()) return 0;
  std::vector<std::string>& values = report_.shared_values_;
  std::uint32_t& last = last_shared_[static_cast<std::size_t>(column)];
  const auto equals = [&](std::uint32_t number) {
    const std::string& other = values[number];
    return other.size() == value.size() &&
           std::memcmp(other.data(), value.data(), value.size()) == 0;
  };
  if (last == 0 || !equals(last - 1)) {
    // A column that turns out to have many values is better kept in place.
    constexpr std::size_t kMostShared = 4096;
    if (values.size() >= kMostShared) {
      add_to_record(column, value);
      return kOwnValue;
    }
    const auto fresh = static_cast<std::uint32_t>(values.size());
    const std::uint32_t found =
        shared_numbers_.find_or_add(text_hash(value), fresh, equals);
    if (found == fresh) {
      values.emplace_back(value);
      shared_bytes_.push_back(is_ascii(value)        ? Bytes::kAscii
                              : is_valid_utf8(value) ? Bytes::kUtf8
                                                     : Bytes::kOther);
    }
    last = found + 1;
  }
  record_.add_shared(column, last - 1);
  if (const Bytes bytes = shared_bytes_[last - 1]; bytes != Bytes::kAscii) {
    record_high_ = true;
    record_utf8_ = record_utf8_ && bytes == Bytes::kUtf8;
  }
  return last;
}

std::uint32_t ReportReader::number_of(const Report::Clues& clues) {
  std::vector<Report::Clues>& all = report_.clues_;
  if (last_clues_ != Report::kOwnClues && all[last_clues_] == clues)
    return last_clues_;
  if (clues.channel == kOwnValue || clues.email == kOwnValue ||
      clues.country == kOwnValue) {
    return Report::kOwnClues;
  }
  const auto fresh = static_cast<std::uint32_t>(all.size());
  const std::uint32_t numbers[] = {clues.channel, clues.email, clues.country};
  const std::string_view bytes(reinterpret_cast<const char*>(numbers),
                               sizeof numbers);
  last_clues_ = clue_numbers_.find_or_add(
      text_hash(bytes), fresh,
      [&](std::uint32_t number) { return all[number] == clues; });
  if (last_clues_ == fresh) all.push_back(clues);
  return last_clues_;
}

std::uint32_t ReportReader::store_record() {
  const std::string_view record = record_.close();
  return record_.in_place() ? report_.texts_.take(record.size())
                            : report_.texts_.add(record);
}

std::uint32_t ReportReader::store_product(const RowView& row) {
  const std::string_view sku = cell_here(row, Column::kSku);
  const std::string_view name = cell_here(row, Column::kProductName);
  const auto equals = [&](std::uint32_t number) {
    return report_.is_product(number, sku, name);
  };
  const std::uint32_t fresh = report_.products_.size();
  // Nearly always a SKU has the name that it had before: one comparison tells,
  // and the name, the longer of the two, need not be hashed.
  if (last_of_sku_.size() < 2 * (std::size_t{fresh} + 1)) {
    last_of_sku_.assign(std::max<std::size_t>(1024, 2 * last_of_sku_.size()),
                        TextNumbers::kNone);
  }
  const std::uint64_t sku_hash = text_hash(sku);
  std::uint32_t& last = last_of_sku_[sku_hash & (last_of_sku_.size() - 1)];
  if (last != TextNumbers::kNone && equals(last)) return last;
  last = product_numbers_.find_or_add(text_hash(name, sku_hash), fresh, equals);
  if (last != fresh) return last;
  begin_record(row);
  add_to_record(Column::kSku, sku);
  add_to_record(Column::kProductName, name);
  Report::Product product;
  product.bytes = look_at_record();
  product.texts = store_record();
  return report_.products_.push_back(product);
}

Bytes ReportReader::look_at_record() {
  if (!record_high_) return Bytes::kAscii;
  if (record_utf8_) {
    ++evidence_.utf8;
    return Bytes::kUtf8;
  }
  record_text_.clear();
  for_each_text(record_.bytes(), report_.shared_values_,
                [&](std::string_view value) {
                  if (is_ascii(value)) return;
                  record_text_.append(value);
                  record_text_.push_back('\n');
                });
  const Cp932Look look = look_as_cp932(record_text_);
  evidence_.joined += look.joined;
  evidence_.lone += look.lone;
  ++(look.valid ? evidence_.cp932 : evidence_.other);
  return look.valid ? Bytes::kCp932 : Bytes::kOther;
}

}  // namespace parcelwise
