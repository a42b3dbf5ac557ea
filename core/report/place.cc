// Builds place keys; see report/place.h.
#include "report/place.h"

#include <cstring>
#include <iterator>

#include "text/digits.h"
#include "text/text_hash.h"

namespace parcelwise {
namespace {

constexpr Column kColumns[] = {Column::kShipState,      Column::kShipCity,
                               Column::kShipPostalCode, Column::kShipAddress1,
                               Column::kShipAddress2,   Column::kShipAddress3,
                               Column::kShipCountry};
constexpr std::size_t kFirstLine = 3;
constexpr std::size_t kCountry = 6;

// Whether the part's texts are UTF-8 as they stand.
bool is_utf8(const Report& report, const OrderPart& part) {
  if (part.bytes != Bytes::kUtf8) return part.bytes == Bytes::kAscii;
  return report.encoding == Encoding::kUtf8 ||
         report.encoding == Encoding::kUtf16Le ||
         report.encoding == Encoding::kUtf16Be;
}

}  // namespace

const AddressKeys* PlaceKey::of(const Report& report, const OrderPart& part) {
  Cells cells;
  static_assert(std::size(kColumns) == kCells);
  report.bytes(part, kColumns, cells);
  place_ = part.place;
  // Who orders twice writes one address, byte for byte.
  if (report_ != &report || cells_ != cells) {
    report_ = &report;
    cells_ = cells;
    known_ = read(report, is_utf8(report, part), cells);
  }
  return known_ ? &keys_ : nullptr;
}

bool PlaceKey::read(const Report& report, bool utf8, const Cells& cells) {
  if (utf8) {
    std::string_view street = cells[kFirstLine];
    if (!cells[kFirstLine + 1].empty() || !cells[kFirstLine + 2].empty()) {
      text_ = street;
      for (std::size_t i = kFirstLine + 1; i < kCountry; ++i) {
        if (cells[i].empty()) continue;
        text_ += '\n';
        text_ += cells[i];
      }
      street = text_;
    }
    return keys_.read({cells[0], cells[1], street, cells[2], cells[kCountry]});
  }
  std::array<std::size_t, kFirstLine + 1> begins{};
  text_.clear();
  for (std::size_t i = 0; i < kCountry; ++i) {
    if (i <= kFirstLine) {
      begins[i] = text_.size();
    } else if (!cells[i].empty()) {
      text_ += '\n';
    }
    if (!cells[i].empty()) report.append_decoded(cells[i], text_);
  }
  const std::string_view text = text_;
  const auto cell = [&](std::size_t i) {
    return text.substr(begins[i], begins[i + 1] - begins[i]);
  };
  return keys_.read({cell(0), cell(1), text.substr(begins[kFirstLine]), cell(2),
                     cells[kCountry]});
}

std::uint32_t area_hash(std::string_view country,
                        std::string_view postal_code) {
  constexpr std::uint32_t kRead = 2;  // neither kNoPlace nor kPlaceUnread
  const auto hash_of = [](std::string_view area) {
    return static_cast<std::uint32_t>(text_hash(area) >> 32) | kRead;
  };
  // Nearly every order of Japan's, without a text of its own: "JP/2607752".
  if (country == "JP" && is_japanese_postal_code(postal_code)) {
    char area[10] = {'J', 'P', '/'};
    std::memcpy(area + 3, postal_code.data(), 3);
    std::memcpy(area + 6, postal_code.data() + 4, 4);
    return hash_of({area, sizeof area});
  }
  std::string area;
  if (!append_postal_area(country, postal_code, area)) return kNoPlace;
  return hash_of(area);
}

}  // namespace parcelwise
