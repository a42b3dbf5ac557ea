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

std::optional<Day> read_ship_day(std::string_view text) {
  std::string digits[3];
  std::size_t part = 0;
  std::size_t i = 0;
  for (; i < text.size() && text[i] != ' ' && text[i] != 'T'; ++i) {
    const char c = text[i];
    if (c == '/' || c == '-') {
      if (++part > 2) return std::nullopt;
    } else if (c >= '0' && c <= '9') {
      digits[part] += c;
    } else {
      return std::nullopt;
    }
  }
  if (part == 0 && digits[0].size() == 8) {
    digits[2] = digits[0].substr(6);
    digits[1] = digits[0].substr(4, 2);
    digits[0].resize(4);
  } else if (part != 2) {
    return std::nullopt;
  }
  if (digits[0].size() != 4 || digits[1].empty() || digits[1].size() > 2 ||
      digits[2].empty() || digits[2].size() > 2) {
    return std::nullopt;
  }
  for (std::size_t rest = i; rest < text.size(); ++rest) {
    const char c = text[rest];
    const bool of_time = (c >= '0' && c <= '9') || c == ':' || c == ' ' ||
                         c == 'T' || c == '.' || c == '+' || c == '-' ||
                         c == 'Z';
    if (!of_time) return std::nullopt;
  }
  const CivilDate date{std::stoi(digits[0]), std::stoi(digits[1]),
                       std::stoi(digits[2])};
  if (date.year < 2000 || !is_date(date)) return std::nullopt;
  return day_of(date);
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

std::optional<OrderId> written_order(std::string_view utf8) {
  const std::string text = narrow_capitals(trimmed_cell(utf8));
  if (const auto order = order_named(text)) return order;
  if (text.size() != 17) return std::nullopt;
  return OrderId::parse(text.substr(0, 3) + "-" + text.substr(3, 7) + "-" +
                        text.substr(10));
}

}  // namespace parcelwise
