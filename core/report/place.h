// Where a parcel goes, as keys by which orders meet (docs/rules.md 3.4). For
// finding only; a key never reaches paper or screen.
#ifndef PARCELWISE_REPORT_PLACE_H_
#define PARCELWISE_REPORT_PLACE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "address/address_key.h"
#include "report/report.h"

namespace parcelwise {

// Keeps its memory from one order to the next: a report has many. The reports
// must outlive it.
class PlaceKey {
 public:
  // The keys of where an order goes, valid until the next call; nullptr where
  // it must meet no other (AddressKeys::read). The report's encoding must be
  // known. Of the same cells as the call before it is read only once.
  const AddressKeys* of(const Report& report, const OrderPart& part);

  // OrderPart::place of what was read last.
  std::uint32_t place() const { return place_; }

 private:
  // State, city, postal code, the lines of the street, country.
  static constexpr std::size_t kCells = 7;
  using Cells = std::array<std::string_view, kCells>;
  bool read(const Report& report, bool utf8, const Cells& cells);

  AddressKeys keys_;
  std::string text_;
  std::uint32_t place_ = kNoPlace;
  // What the keys are of.
  const Report* report_ = nullptr;
  Cells cells_;
  bool known_ = false;  // of() gave them
};

// A hash of an order's country and postal code in UTF-8 (OrderPart::place):
// orders that differ in it have different keys. kNoPlace where one of them
// cannot be read, so that the order must meet no other.
std::uint32_t area_hash(std::string_view country, std::string_view postal_code);

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_PLACE_H_
