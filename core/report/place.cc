// Builds place keys; see report/place.h.
#include "report/place.h"

#include <array>

#include "text/fold.h"

namespace parcelwise {
namespace {

constexpr Column kColumns[] = {Column::kShipState,    Column::kShipCity,
                               Column::kShipAddress1, Column::kShipAddress2,
                               Column::kShipAddress3, Column::kShipPostalCode,
                               Column::kShipCountry};
constexpr std::size_t kAddressLines = 5;

}  // namespace

const std::string& PlaceKey::of(const Report& report, const OrderPart& part) {
  std::array<std::string_view, std::size(kColumns)> cells;
  report.bytes(part, kColumns, cells);
  text_.clear();
  for (std::size_t i = 0; i < kAddressLines; ++i) {
    if (cells[i].empty()) continue;
    // A line's end parts two numbers; see text/fold.h.
    if (!text_.empty()) text_ += '\n';
    report.append_decoded(cells[i], text_);
  }
  key_ = fold_address(text_);
  key_ += '/';
  text_.clear();
  report.append_decoded(cells[kAddressLines], text_);
  key_ += fold_postal_code(text_);
  key_ += '/';
  key_ += cells[kAddressLines + 1];
  return key_;
}

}  // namespace parcelwise
