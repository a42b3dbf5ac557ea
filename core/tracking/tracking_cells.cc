// Reads cells and words of carriers' files; see tracking/tracking_cells.h.
#include "tracking/tracking_cells.h"

#include "text/trim.h"
#include "text/utf8.h"
#include "text/width_fold.h"
#include "tracking/shipment_key.h"
#include "tracking/tracking_file.h"
#include "tracking/tracking_number.h"

namespace parcelwise {

std::string narrow_capitals(std::string_view utf8) {
  std::string text;
  for (const char32_t c : WidthFolded(utf8)) {
    char bytes[4];
    text.append(bytes,
                write_utf8(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c, bytes));
  }
  return text;
}

std::string_view without_apostrophe(std::string_view cell) {
  for (const std::string_view mark : {"'", "\u2019", "\u2018", "\uFF07"}) {
    if (!cell.starts_with(mark)) continue;
    return trimmed_cell(cell.substr(mark.size()));
  }
  return cell;
}

namespace {

// The three numbers of a date and whether nothing but a time stands behind.
struct DateParts {
  std::string digits[3];
  bool whole = false;
};

DateParts date_parts(std::string_view text) {
  DateParts parts;
  std::size_t part = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] != ' ' && text[i] != 'T'; ++i) {
    const char c = text[i];
    if (c == '/' || c == '-' || c == '.') {
      if (++part > 2) return parts;
    } else if (c >= '0' && c <= '9') {
      parts.digits[part] += c;
    } else {
      return parts;
    }
  }
  std::string(&digits)[3] = parts.digits;
  if (part == 0 && digits[0].size() == 8) {
    digits[2] = digits[0].substr(6);
    digits[1] = digits[0].substr(4, 2);
    digits[0].resize(4);
  } else if (part != 2) {
    return parts;
  }
  for (const std::string& each : digits) {
    if (each.empty() || each.size() > 4) return parts;
  }
  for (std::size_t rest = i; rest < text.size(); ++rest) {
    const char c = text[rest];
    const bool of_time = (c >= '0' && c <= '9') || c == ':' || c == ' ' ||
                         c == 'T' || c == '.' || c == '+' || c == '-' ||
                         c == 'Z';
    if (!of_time) return parts;
  }
  parts.whole = true;
  return parts;
}

std::optional<Day> day_from(const std::string& year, const std::string& month,
                            const std::string& day) {
  if (year.size() != 4 || month.size() > 2 || day.size() > 2)
    return std::nullopt;
  const CivilDate date{std::stoi(year), std::stoi(month), std::stoi(day)};
  if (date.year < 2000 || !is_date(date)) return std::nullopt;
  return day_of(date);
}

}  // namespace

std::optional<Day> read_ship_day(std::string_view text) {
  const DateParts parts = date_parts(text);
  if (!parts.whole) return std::nullopt;
  return day_from(parts.digits[0], parts.digits[1], parts.digits[2]);
}

ShipDays read_ship_days(std::string_view text) {
  ShipDays days;
  const auto& [digits, whole] = date_parts(text);
  if (!whole) return days;
  if (const auto day = day_from(digits[0], digits[1], digits[2])) {
    days.readings.push_back(*day);
    return days;
  }
  const auto day_first = day_from(digits[2], digits[1], digits[0]);
  const auto month_first = day_from(digits[2], digits[0], digits[1]);
  if (day_first) days.readings.push_back(*day_first);
  if (month_first && month_first != day_first)
    days.readings.push_back(*month_first);
  days.day_first = day_first && !month_first;
  days.month_first = month_first && !day_first;
  return days;
}

std::string carrier_named(std::string_view text) {
  const TrackingCarrier* const known = carrier_called(text);
  return known == nullptr ? std::string(text) : std::string(known->id);
}

std::string words_of(std::string_view line) {
  std::string text = narrow_capitals(line);
  constexpr std::string_view kComma = "、";
  for (std::size_t comma = text.find(kComma); comma != std::string::npos;
       comma = text.find(kComma, comma)) {
    text.replace(comma, kComma.size(), " ");
  }
  constexpr std::string_view kBetween = ",;:|=\"";
  for (char& c : text) {
    if (kBetween.find(c) != std::string_view::npos) c = ' ';
  }
  return text;
}

namespace {

std::optional<ParcelName> written_parcel(std::string_view utf8) {
  const std::string text =
      narrow_capitals(without_apostrophe(trimmed_cell(utf8)));
  if (const auto parcel = parcel_named(text)) return parcel;
  // Without its hyphens, but perhaps with a parcel's.
  if (text.size() < 17 || (text.size() > 17 && text[17] != '-'))
    return std::nullopt;
  return parcel_named(text.substr(0, 3) + "-" + text.substr(3, 7) + "-" +
                      text.substr(10));
}

}  // namespace

std::optional<OrderId> written_order(std::string_view utf8) {
  const auto parcel = written_parcel(utf8);
  return parcel ? std::optional<OrderId>(parcel->order) : std::nullopt;
}

bool names_by_id(std::string_view text) {
  const auto parcel = written_parcel(text);
  return parcel && !parcel->by_key;
}

int written_part(std::string_view text) {
  const auto parcel = written_parcel(text);
  return parcel ? parcel->part : 0;
}

}  // namespace parcelwise
