// Reads cells and words of carriers' files; see tracking/tracking_cells.h.
#include "tracking/tracking_cells.h"

#include <algorithm>

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

// The three numbers of a date, and whether nothing but a time stands behind.
struct DateParts {
  std::string digits[3];
  int named = -1;  // the one that was a month's name
  bool whole = false;
};

// "NOV", "NOVEMBER" -> "11"; "" where it is none.
std::string month_named(std::string_view letters) {
  constexpr std::string_view kMonths = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";
  if (letters.size() < 3) return {};
  const std::size_t at = kMonths.find(letters.substr(0, 3));
  return at % 3 == 0 ? std::to_string(at / 3 + 1) : std::string();
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

// How many bytes part two numbers of a date here; 0: none do.
std::size_t date_mark(std::string_view text) {
  if (text[0] == '/' || text[0] == '-' || text[0] == '.') return 1;
  for (const std::string_view mark : {"年", "月"}) {
    if (text.starts_with(mark)) return mark.size();
  }
  return 0;
}

bool is_time(std::string_view text) {
  const bool clock = text.find(':') != std::string_view::npos;
  for (const char c : text) {
    const bool of_time =
        (c >= '0' && c <= '9') ||
        std::string_view(": T.+-Z").find(c) != std::string_view::npos ||
        (clock && is_capital(c));  // "9:23 AM PST"
    if (!of_time) return false;
  }
  return true;
}

DateParts date_parts(std::string_view text) {
  DateParts parts;
  std::string(&digits)[3] = parts.digits;
  std::size_t part = 0;
  std::size_t i = 0;
  while (i < text.size() && text[i] != ' ') {
    if (text[i] >= '0' && text[i] <= '9') {
      digits[part] += text[i++];
    } else if (const std::size_t mark = date_mark(text.substr(i)); mark > 0) {
      if (++part > 2) return parts;
      i += mark;
    } else if (is_capital(text[i]) && digits[part].empty()) {
      const std::size_t name = i;
      while (i < text.size() && is_capital(text[i])) ++i;
      digits[part] = month_named(text.substr(name, i - name));
      parts.named = static_cast<int>(part);
    } else {
      break;
    }
  }
  constexpr std::string_view kDay = "日";
  text.remove_prefix(i);
  if (text.starts_with(kDay)) text.remove_prefix(kDay.size());
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
  parts.whole = is_time(text);
  return parts;
}

std::optional<Day> day_from(const std::string& year, const std::string& month,
                            const std::string& day) {
  const bool short_year = year.size() == 2;
  if ((year.size() != 4 && !short_year) || month.size() > 2 || day.size() > 2)
    return std::nullopt;
  const CivilDate date{std::stoi(year) + (short_year ? 2000 : 0),
                       std::stoi(month), std::stoi(day)};
  if (date.year < (short_year ? 2020 : 2000) || !is_date(date))
    return std::nullopt;
  return day_of(date);
}

}  // namespace

std::vector<Day> ShipDays::readings() const {
  std::vector<Day> days;
  for (const auto& day : {day_first, month_first, year_first}) {
    if (day && std::find(days.begin(), days.end(), *day) == days.end())
      days.push_back(*day);
  }
  return days;
}

ShipDays read_ship_days(std::string_view text) {
  ShipDays days;
  const DateParts parts = date_parts(text);
  if (!parts.whole) return days;
  const auto& digits = parts.digits;
  if (parts.named != 0) {
    days.year_first = day_from(digits[0], digits[1], digits[2]);
    days.day_first = day_from(digits[2], digits[1], digits[0]);
  }
  if (parts.named < 1)
    days.month_first = day_from(digits[2], digits[0], digits[1]);
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
