// The columns of a carrier's file: which of its names mean what, whose file it
// then is, and what a file without names must be. The room's own.
#ifndef PARCELWISE_TRACKING_TRACKING_COLUMNS_H_
#define PARCELWISE_TRACKING_TRACKING_COLUMNS_H_

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tracking/tracking_file.h"

namespace parcelwise {

inline constexpr std::size_t kTrackingColumns =
    static_cast<std::size_t>(TrackingColumn::kCount);

// The columns of one header line: where each meaning stands.
struct TrackingColumns {
  std::array<std::int32_t, kTrackingColumns> at;
  std::vector<std::string> names;  // as the file spells them
  std::vector<std::string> folded;

  TrackingColumns() { at.fill(-1); }
  bool has(TrackingColumn column) const {
    return at[static_cast<std::size_t>(column)] >= 0;
  }
  std::size_t of(TrackingColumn column) const {
    return static_cast<std::size_t>(at[static_cast<std::size_t>(column)]);
  }
  std::string name(TrackingColumn column) const {
    return has(column) ? names[of(column)] : std::string();
  }
  bool calls(std::string_view name) const {
    return std::find(folded.begin(), folded.end(), name) != folded.end();
  }
  bool enough() const {
    return has(TrackingColumn::kNumber) &&
           (has(TrackingColumn::kOrder) || has(TrackingColumn::kName) ||
            has(TrackingColumn::kContents));
  }
};

// By the seller's mapping first, then by the names that are known.
TrackingColumns match_columns(std::vector<std::string> names,
                              const TrackingMapping& mapping);

TrackingForm form_of(const TrackingColumns& columns);

// Whose file with names, but without tracking numbers, these are: what went to
// the program instead of what comes back from it. "" where not known.
std::string_view export_without_numbers(const TrackingColumns& columns);

// "" where the form tells none.
std::string_view carrier_of(TrackingForm form);

// The names that a file of so many columns leaves out (docs/formats.md 3.1,
// 3.2): e-Hiden III's, or else B2 Cloud's, whose last columns may be missing
// (docs/carriers.md 3.1); none where it is too narrow.
std::vector<std::string> names_by_width(std::size_t width);

// Whether that is a layout's own width; any other must prove itself.
bool is_whole_width(std::size_t width);

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_TRACKING_COLUMNS_H_
