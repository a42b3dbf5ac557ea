// What a cell or a word of a carrier's file says: a day, a carrier, words
// between which a person put anything. The room's own; written_order() is
// everybody's, in tracking/tracking_file.h.
#ifndef PARCELWISE_TRACKING_TRACKING_CELLS_H_
#define PARCELWISE_TRACKING_TRACKING_CELLS_H_

#include <optional>
#include <string>
#include <string_view>

#include "time/instant.h"

namespace parcelwise {

// Capitals and half-width forms, hyphens as they are.
std::string narrow_capitals(std::string_view utf8);

// "2026/11/20", "2026-11-20", "20261120", "2026/1/5", each with a time behind
// it or without.
std::optional<Day> read_ship_day(std::string_view text);

// A carrier as a cell or a person names it: an id where it is known.
std::string carrier_named(std::string_view text);

// A line as words with one space or more between them: whatever people put
// between an order and its number is a space.
std::string words_of(std::string_view line);

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_TRACKING_CELLS_H_
