// A carrier's table: encoding found, columns matched by name, every row read,
// refused, deleted or blank. The room's own; everybody else reads files by
// tracking/tracking_file.h.
#ifndef PARCELWISE_TRACKING_TRACKING_TABLE_H_
#define PARCELWISE_TRACKING_TRACKING_TABLE_H_

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "tracking/tracking_file.h"

namespace parcelwise {

// `file` has its name and its form, which a header that is known sets anew.
tl::expected<TrackingFile, TrackingError> read_tracking_table(
    TrackingFile file, std::string_view bytes, const TrackingMapping& mapping);

// What the whole file speaks for: a carrier's is Japanese where it can be.
Encoding tracking_encoding(std::string_view bytes);

void refuse(TrackingFile& file, std::uint32_t row, TrackingNoteCode code,
            std::string column, std::string_view value, std::string other = {});

// Checks the number as it is written, and keeps the row or refuses it.
void keep(TrackingFile& file, TrackingRow row, std::string_view written,
          const std::string& column);

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_TRACKING_TABLE_H_
