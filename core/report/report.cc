// Giving back what was packed: cells in the report's words, dates, texts.
#include "report/report.h"

#include <algorithm>
#include <cstring>
#include <iterator>

namespace parcelwise {
namespace {

constexpr std::string_view kRejectNames[] = {
    "bad-order-id",    "bad-date",       "bad-number",   "bad-quantity",
    "too-many-fields", "too-few-fields", "bad-encoding", "excel-damage",
    "conflict",        "too-long"};

std::string two_digits(std::int64_t number) {
  return {static_cast<char>('0' + number / 10),
          static_cast<char>('0' + number % 10)};
}

// "2026-11-20T14:59:59+00:00"
std::string canonical(const Stamp& stamp) {
  if (stamp.date_only) return to_text(stamp.day);
  const std::int64_t local = stamp.at.unix_seconds + stamp.offset_minutes * 60;
  const std::int64_t second =
      ((local % kSecondsPerDay) + kSecondsPerDay) % kSecondsPerDay;
  const int offset =
      stamp.offset_minutes < 0 ? -stamp.offset_minutes : stamp.offset_minutes;
  return to_text(stamp.day) + "T" + two_digits(second / 3600) + ":" +
         two_digits(second / 60 % 60) + ":" + two_digits(second % 60) +
         (stamp.offset_minutes < 0 ? "-" : "+") + two_digits(offset / 60) +
         ":" + two_digits(offset % 60);
}

// An amount in thousandths with no more decimals than it has.
std::string amount_text(std::int64_t thousandths, const Currency& currency) {
  std::int64_t minor = thousandths;
  int exponent = 3;
  const int least = currency.known() ? currency.exponent() : 0;
  while (exponent > least && minor % 10 == 0) {
    minor /= 10;
    --exponent;
  }
  const bool negative = minor < 0;
  std::string digits = std::to_string(negative ? -minor : minor);
  if (exponent > 0) {
    while (digits.size() <= static_cast<std::size_t>(exponent))
      digits.insert(0, "0");
    digits.insert(digits.size() - static_cast<std::size_t>(exponent), ".");
  }
  return (negative ? "-" : "") + digits;
}

std::uint32_t read_number(const char*& at) {
  std::uint32_t number = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    number |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return number;
  }
}

}  // namespace

std::string_view reject_name(RejectCode code) {
  return kRejectNames[static_cast<std::size_t>(code)];
}

std::int64_t thousandths_per_minor(const Currency& currency) {
  switch (currency.exponent()) {
    case 0:
      return 1000;
    case 2:
      return 10;
    default:
      return 1;
  }
}

Column column_of(DateSlot slot) {
  static_assert(static_cast<int>(Column::kLastUpdatedDate) -
                    static_cast<int>(Column::kPurchaseDate) + 1 ==
                static_cast<int>(DateSlot::kCount));
  return static_cast<Column>(static_cast<std::size_t>(Column::kPurchaseDate) +
                             static_cast<std::size_t>(slot));
}

Column column_of(Flag flag) {
  constexpr Column kFlagColumns[] = {Column::kIsPrime,
                                     Column::kIsBusinessOrder,
                                     Column::kIsBuyerRequestedCancellation,
                                     Column::kVergeOfCancellation,
                                     Column::kVergeOfLateShipment,
                                     Column::kIsReplacementOrder,
                                     Column::kSignatureRecommended,
                                     Column::kIsStorePickup,
                                     Column::kIsPickupPoint};
  return kFlagColumns[static_cast<std::size_t>(flag)];
}

std::string_view Report::find_in(std::uint32_t record, Column column) const {
  if (record == 0) return {};
  const char* at = texts_.at(record);
  while (*at != '\xFF') {
    const auto tag = static_cast<unsigned char>(*at++);
    const std::uint32_t number = read_number(at);
    const bool shared = (tag & 0x80u) != 0;
    if ((tag & 0x7Fu) == static_cast<unsigned>(column)) {
      return shared ? std::string_view(shared_value(record, number))
                    : std::string_view(at, number);
    }
    if (!shared) at += number;
  }
  return {};
}

std::uint32_t Report::whole_number(std::uint32_t record,
                                   std::uint32_t number) const {
  const auto behind = std::partition_point(
      stretches_.begin(), stretches_.end(),
      [&](const Stretch& stretch) { return stretch.first <= record; });
  if (behind == stretches_.begin()) return number;
  const std::vector<std::uint32_t>& numbers = std::prev(behind)->numbers;
  return numbers.empty() ? number : numbers[number];
}

bool Report::is_product(std::uint32_t product, std::string_view sku,
                        std::string_view name) const {
  const std::uint32_t record = products_[product].texts;
  if (record == 0) return sku.empty() && name.empty();
  const char* at = texts_.at(record);
  const auto is_next = [&](Column column, std::string_view value) {
    if (value.empty()) return true;  // a blank one is not kept
    if (*at != static_cast<char>(column)) return false;
    ++at;
    if (read_number(at) != value.size() ||
        std::memcmp(at, value.data(), value.size()) != 0) {
      return false;
    }
    at += value.size();
    return true;
  };
  return is_next(Column::kSku, sku) && is_next(Column::kProductName, name) &&
         *at == '\xFF';
}

void Report::append_decoded(std::string_view bytes, std::string& text) const {
  const bool utf16 =
      encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be;
  append_utf8(bytes, utf16 ? Encoding::kUtf8 : encoding, text);
}

std::string Report::decode(std::string_view bytes) const {
  std::string text;
  append_decoded(bytes, text);
  return text;
}

void Report::bytes(const OrderPart& part, std::span<const Column> columns,
                   std::span<std::string_view> values) const {
  if (part.texts == 0) return;
  // A bit for each column that is asked for: most of a record's are not.
  std::array<std::uint64_t, 2> asked{};
  for (const Column column : columns) {
    const auto at = static_cast<std::size_t>(column);
    asked[at / 64] |= std::uint64_t{1} << at % 64;
  }
  const char* at = texts_.at(part.texts);
  while (*at != '\xFF') {
    const auto tag = static_cast<unsigned char>(*at++);
    const std::uint32_t number = read_number(at);
    const bool shared = (tag & 0x80u) != 0;
    const unsigned column = tag & 0x7Fu;
    const bool wanted = (asked[column / 64] >> column % 64 & 1u) != 0;
    for (std::size_t i = 0; wanted && i < columns.size(); ++i) {
      if (column != static_cast<unsigned>(columns[i])) continue;
      values[i] = shared ? std::string_view(shared_value(part.texts, number))
                         : std::string_view(at, number);
    }
    if (!shared) at += number;
  }
}

std::string_view Report::bytes(const OrderPart& part, Column column) const {
  return find_in(part.texts, column);
}

MarketplaceCells Report::clues(const OrderPart& part) const {
  if (part.clues == kOwnClues) {
    return {bytes(part, Column::kSalesChannel),
            bytes(part, Column::kBuyerEmail),
            bytes(part, Column::kShipCountry)};
  }
  const auto value = [&](std::uint32_t number) {
    return number == 0 ? std::string_view()
                       : std::string_view(shared_values_[number - 1]);
  };
  const Clues& clues = clues_[part.clues];
  return {value(clues.channel), value(clues.email), value(clues.country)};
}

std::optional<Stamp> Report::unpack_date(const OrderPart& part, DateSlot slot) {
  const auto i = static_cast<std::size_t>(slot);
  Stamp stamp;
  if (part.offset[i] == OrderPart::kDayAlone) {
    stamp.date_only = true;
    stamp.day = {static_cast<std::int32_t>(part.date[i])};
    return stamp;
  }
  stamp.at = {part.date[i]};
  stamp.offset_minutes = part.offset[i] * 15;
  const std::int64_t local = stamp.at.unix_seconds + stamp.offset_minutes * 60;
  stamp.day = {static_cast<std::int32_t>(
      local >= 0 ? local / kSecondsPerDay
                 : (local - (kSecondsPerDay - 1)) / kSecondsPerDay)};
  return stamp;
}

std::string Report::cell(const OrderPart& part, Column column) const {
  if (column == Column::kOrderId) return part.order.text();
  if (column == Column::kBuyerEmail) {
    // The alias is kept in two halves: its domain is shared, or stands first
    // where too many values are.
    const char* at = part.texts == 0 ? nullptr : texts_.at(part.texts);
    std::string name, domain;
    while (at != nullptr && *at != '\xFF') {
      const auto tag = static_cast<unsigned char>(*at++);
      const std::uint32_t number = read_number(at);
      const bool shared = (tag & 0x80u) != 0;
      if ((tag & 0x7Fu) == static_cast<unsigned>(column)) {
        if (shared) {
          domain = decode(shared_value(part.texts, number));
        } else {
          (number > 0 && *at == '@' ? domain : name) = decode({at, number});
        }
      }
      if (!shared) at += number;
    }
    return name + domain;
  }
  if (const std::string_view found = find_in(part.texts, column);
      !found.empty()) {
    return decode(found);
  }
  for (std::size_t i = 0; i < kDateSlots; ++i) {
    const auto slot = static_cast<DateSlot>(i);
    if (column_of(slot) == column) {
      const auto stamp = date(part, slot);
      return stamp ? canonical(*stamp) : "";
    }
  }
  for (std::size_t i = 0; i < static_cast<std::size_t>(Flag::kCount); ++i) {
    const auto flag = static_cast<Flag>(i);
    if (column_of(flag) != column) continue;
    const YesNo answer = part.flags.get(flag);
    return answer == YesNo::kYes ? "true" : answer == YesNo::kNo ? "false" : "";
  }
  return {};
}

std::string Report::cell(const Line& line, Column column) const {
  const auto count = [](std::int32_t quantity) {
    return quantity < 0 ? std::string() : std::to_string(quantity);
  };
  switch (column) {
    case Column::kOrderItemId:
      return line.item.text();
    case Column::kQuantityPurchased:
      return count(line.purchased);
    case Column::kQuantityShipped:
      return count(line.shipped);
    case Column::kQuantityToShip:
      return count(line.to_ship);
    case Column::kSku:
    case Column::kProductName:
      return decode(find_in(products_[line.product].texts, column));
    case Column::kCurrency:
      if (line.money == 0) break;  // a returns report's stands with the texts
      return std::string(money[line.money - 1].currency.code());
    default:
      break;
  }
  if (column >= Column::kItemPrice &&
      column <= Column::kShipPromotionDiscount) {
    if (line.money == 0) return {};
    const LineMoney& amounts = money[line.money - 1];
    const std::int64_t amount = amounts.get(column);
    return amount == kNoAmount ? std::string()
                               : amount_text(amount, amounts.currency);
  }
  if (const std::string_view found = find_in(line.texts, column);
      !found.empty()) {
    return decode(found);
  }
  return cell(parts[line.part], column);
}

}  // namespace parcelwise
