// Builds place keys; see report/place.h.
#include "report/place.h"

#include <array>

#include "text/text_hash.h"

namespace parcelwise {
namespace {

constexpr Column kColumns[] = {Column::kShipState,      Column::kShipCity,
                               Column::kShipPostalCode, Column::kShipAddress1,
                               Column::kShipAddress2,   Column::kShipAddress3,
                               Column::kShipCountry};
constexpr std::size_t kFirstLine = 3;
constexpr std::size_t kCountry = 6;

}  // namespace

const AddressKeys* PlaceKey::of(const Report& report, const OrderPart& part) {
  std::array<std::string_view, std::size(kColumns)> cells;
  report.bytes(part, kColumns, cells);
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
  const Address address{cell(0), cell(1), text.substr(begins[kFirstLine]),
                        cell(2), cells[kCountry]};
  return keys_.read(address) ? &keys_ : nullptr;
}

std::uint32_t area_hash(std::string_view country,
                        std::string_view postal_code) {
  std::string area;
  if (!append_postal_area(country, postal_code, area)) return kNoPlace;
  constexpr std::uint32_t kRead = 2;  // neither kNoPlace nor kPlaceUnread
  return static_cast<std::uint32_t>(text_hash(area) >> 32) | kRead;
}

}  // namespace parcelwise
