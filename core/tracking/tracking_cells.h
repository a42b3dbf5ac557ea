// What a cell or a word of a carrier's file says: a day, a carrier, words
// between which a person put anything. The room's own; written_order() is
// everybody's, in tracking/tracking_file.h.
#ifndef PARCELWISE_TRACKING_TRACKING_CELLS_H_
#define PARCELWISE_TRACKING_TRACKING_CELLS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "time/instant.h"

namespace parcelwise {

inline constexpr std::int64_t kMostUnits = 999'999;  // of an item in a parcel

// Capitals and half-width forms, hyphens as they are.
std::string narrow_capitals(std::string_view utf8);

// Without the apostrophe by which a spreadsheet is told that a cell is text:
// "'250-..." -> "250-...". Not for names, which may begin with one.
std::string_view without_apostrophe(std::string_view cell);

// The days that a cell may mean, by what stands first in it; of capitals, with
// a time behind the date or without. A year of two digits is one from 20 on.
struct ShipDays {
  std::optional<Day> year_first, day_first, month_first;

  std::vector<Day> readings() const;  // each day once; none: no date
};
//   read_ship_days("2026/11/20"), "20261120", "2026年11月20日" -> year_first
//   "15/11/2026", "15.11.26", "15-NOV-2026" -> day_first
//   "11/29/25 9:23 AM PST" -> month_first
//   "05/11/2026" -> 5 November day_first, 11 May month_first
//   "26/11/27" -> year_first, and 26 November 2027
ShipDays read_ship_days(std::string_view text);

// A carrier as a cell or a person names it: an id where it is known.
std::string carrier_named(std::string_view text);

// Of what written_order() reads: whether it is an order's id and not our key,
// and which parcel of a split order it names; 0 for the whole.
bool names_by_id(std::string_view text);
int written_part(std::string_view text);

// A line as words with one space or more between them: whatever people put
// between an order and its number is a space.
std::string words_of(std::string_view line);

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_TRACKING_CELLS_H_
