// Which order has which tracking number: the rows of all files and pasted
// lines, matched to the orders of a check.
//
// MATCHING  By what the row names: an order's id or key. A file without a
// column for it (Click Post) is matched by the recipient's folded name, among
// orders that may be shipped and were bought no later than the parcel left, and
// only where one shipment goes to that name. Nothing is guessed: what is not
// matched is told with its row. TWO NUMBERS  for one order count for nothing
// until the seller decides; a pasted line is such a decision and goes before
// any file, and before what was pasted earlier. The same number again is a
// duplicate. ONE PARCEL  An order of an accepted group that no row names has
// the number of the first that has one. ORDER  The order in which files were
// given changes nothing but which of two equal rows is called the duplicate;
// that of pasted lines is the seller's own.
//
// For each file, and always: rows = numbers + duplicates + refused + blank +
// unmatched.
#ifndef PARCELWISE_TRACKING_TRACKING_H_
#define PARCELWISE_TRACKING_TRACKING_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rules/check.h"
#include "tracking/tracking_file.h"

namespace parcelwise {

struct TrackingNumber {
  std::uint32_t order = 0;  // index in the book
  std::uint32_t file = 0;   // index among the files matched
  std::uint32_t row = 0;
  std::string number;
  std::string carrier;  // "" where no file tells
  std::string service;
  std::optional<Day> shipped;
};

struct TrackingCounts {
  std::uint32_t rows = 0, numbers = 0, duplicates = 0, refused = 0, blank = 0,
                unmatched = 0;
};

class TrackingNumbers {
 public:
  // `groups` are accepted groups: their orders share a parcel, and so a number.
  static TrackingNumbers match(const Check& check,
                               std::span<const TrackingFile* const> files,
                               std::span<const std::vector<OrderId>> groups);

  // nullptr for an order without one.
  const TrackingNumber* find(std::uint32_t order) const;

  // Whether an order has two different numbers, and so none.
  bool in_conflict(std::uint32_t order) const;

  const std::vector<TrackingNumber>& all() const {
    return numbers_;
  }  // by order
  const std::vector<TrackingCounts>& counts() const {
    return counts_;
  }  // by file
  // Refused and unmatched rows, then warnings; each by file and row.
  const std::vector<TrackingNote>& notes() const { return notes_; }
  const std::vector<TrackingNote>& warnings() const { return warnings_; }

 private:
  friend class TrackingMatcher;
  std::vector<TrackingNumber> numbers_;
  std::vector<std::uint32_t> conflicts_;  // orders, sorted
  std::vector<TrackingCounts> counts_;
  std::vector<TrackingNote> notes_, warnings_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_TRACKING_H_
