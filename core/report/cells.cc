// Reads single cells; see report/cells.h.
#include "report/cells.h"

#include <algorithm>

#include "text/ascii.h"

namespace parcelwise {
namespace {

constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";

}  // namespace

std::string_view trim_ends(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) {
    text.remove_suffix(1);
  }
  return text;
}

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
  return text.size() == lower_case.size() &&
         std::equal(text.begin(), text.end(), lower_case.begin(),
                    [](char x, char y) { return lower_ascii(x) == y; });
}

bool label_cancelled(std::string_view shipment_status) {
  return begins_ignoring_case(shipment_status, "label cancel");
}

bool begins_ignoring_case(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         equals_ignoring_case(text.substr(0, lower_case.size()), lower_case);
}

YesNo read_answer(std::string_view text) {
  if (text == "false") return YesNo::kNo;  // as nearly all are
  for (const std::string_view yes : {"true", "y", "yes", "1"}) {
    if (equals_ignoring_case(text, yes)) return YesNo::kYes;
  }
  for (const std::string_view no : {"false", "n", "no", "0"}) {
    if (equals_ignoring_case(text, no)) return YesNo::kNo;
  }
  return YesNo::kUnknown;
}

std::optional<std::int32_t> read_count(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  std::int32_t count = 0;
  for (const char c : text) {
    if (!is_digit(c)) return std::nullopt;
    count = count * 10 + (c - '0');
  }
  return count;
}

bool may_be_thousands(std::string_view text) {
  text = trim_ends(text);
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  const std::size_t dot = text.find('.');
  return dot >= 1 && dot <= 3 && text.size() == dot + 4 && text[0] != '0';
}

// The marketplaces' and the countries that they ship to most, each held against
// Google's libaddressinput (cpp/src/region_data_constants.cc, July 2026). Left
// out where no code begins with 0, as in Austria, Belgium and Switzerland, and
// where letters belong to it or its length varies.
std::size_t postal_digits(std::string_view country) {
  struct Group {
    std::size_t digits;
    std::string_view countries;
  };
  constexpr Group kGroups[] = {
      {4, "AU DK NO NZ ZA"},
      {5, "DE ES FI FR IT KR LT MX MY PL PR SM TR UA US VA"},
      {6, "CN RO SG"},
      {7, "JP"},
      {8, "BR"},
  };
  if (country.size() != 2) return 0;
  for (const Group& group : kGroups) {
    if (group.countries.find(country) != std::string_view::npos)
      return group.digits;
  }
  return 0;
}

std::optional<int> read_day_count(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > 4) return std::nullopt;
  int days = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    days = days * 10 + (c - '0');
  }
  return negative ? -days : days;
}

bool is_number_of_spreadsheet(std::string_view text) {
  if (text.starts_with('\'') || text.starts_with("=\"")) return true;
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return is_scientific(text);
  const bool zeros =
      point + 1 < text.size() &&
      text.find_first_not_of('0', point + 1) == std::string_view::npos;
  return (zeros && point > 0 &&
          std::all_of(text.begin(), text.begin() + point, is_digit)) ||
         is_scientific(text);
}

tl::expected<std::int64_t, AmountError> read_thousandths(
    std::string_view text) {
  constexpr int kThousandths = 3;
  const std::size_t comma = text.find(',');
  // Three digits behind a comma may be thousands; one or two are decimals.
  const bool decimal_comma =
      comma != std::string_view::npos &&
      (text.size() - comma == 3 || text.size() - comma == 2) &&
      text.find('.') == std::string_view::npos;
  return parse_amount(text, kThousandths, decimal_comma ? ',' : '.');
}

tl::expected<Stamp, DateError> read_return_date(std::string_view text) {
  // "05-Nov-2026"; a spreadsheet makes "5-Nov-26" of it.
  const std::size_t day_digits = text.find('-');
  if (day_digits != 1 && day_digits != 2) return parse_stamp(text);
  const std::string_view rest = text.substr(day_digits);
  const std::string_view day = text.substr(0, day_digits);
  const bool digits = std::all_of(day.begin(), day.end(), is_digit);
  if (!digits || rest.size() < 7 || rest[4] != '-' ||
      !std::all_of(rest.begin() + 5, rest.end(), is_digit)) {
    return parse_stamp(text);
  }
  const char month[] = {lower_ascii(rest[1]), lower_ascii(rest[2]),
                        lower_ascii(rest[3])};
  std::size_t at = 0;
  while (at < kMonths.size() &&
         kMonths.substr(at, 3) != std::string_view(month, 3)) {
    at += 3;
  }
  if (at == kMonths.size()) return tl::unexpected(DateError::kMalformed);
  if (rest.size() == 7) return tl::unexpected(DateError::kSpreadsheet);
  if (rest.size() != 9) return tl::unexpected(DateError::kMalformed);
  const CivilDate date{*read_count(rest.substr(5)),
                       static_cast<int>(at / 3) + 1, *read_count(day)};
  if (!is_date(date)) return tl::unexpected(DateError::kNoSuchDate);
  Stamp stamp;
  stamp.date_only = true;
  stamp.day = day_of(date);
  return stamp;
}

}  // namespace parcelwise
