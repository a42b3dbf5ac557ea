// Instants and civil days, and the texts that reports write for them.
//
// An instant is a second on the UTC time line; a day is a square of the
// calendar and belongs to no zone. Which day an instant falls on is a question
// for a Zone (time/zone.h): 2026-11-20T15:30:00+00:00 is already 21 November
// in Japan (W3).
#ifndef PARCELWISE_TIME_INSTANT_H_
#define PARCELWISE_TIME_INSTANT_H_

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace parcelwise {

inline constexpr std::int64_t kSecondsPerDay = 86'400;

// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
struct Instant {
  std::int64_t unix_seconds = 0;
  friend constexpr auto operator<=>(const Instant&, const Instant&) = default;
};

// Days since 1970-01-01, proleptic Gregorian; years 1 to 9999.
struct Day {
  std::int32_t since_epoch = 0;
  friend constexpr auto operator<=>(const Day&, const Day&) = default;
};

enum class Weekday : std::uint8_t {
  kMonday,
  kTuesday,
  kWednesday,
  kThursday,
  kFriday,
  kSaturday,
  kSunday
};

struct CivilDate {
  int year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
  friend constexpr auto operator<=>(const CivilDate&,
                                    const CivilDate&) = default;
};

constexpr Day operator+(Day day, int days) { return {day.since_epoch + days}; }
constexpr Day operator-(Day day, int days) { return {day.since_epoch - days}; }
constexpr int operator-(Day a, Day b) { return a.since_epoch - b.since_epoch; }

// The date must exist; see is_date.
Day day_of(CivilDate date);
CivilDate civil(Day day);
Weekday weekday(Day day);
bool is_date(CivilDate date);  // false for 2026-02-29 or a 13th month

// "2026-11-20"
std::string to_text(Day day);

// What a date column holds: an instant with the offset it was written in, or a
// bare day whose instant only the marketplace's zone can tell.
struct Stamp {
  Instant at;              // unset (0) when `date_only`
  Day day;                 // the written calendar day, in the written offset
  int offset_minutes = 0;  // as written: +09:00 is 540
  bool date_only = false;
  friend constexpr bool operator==(const Stamp&, const Stamp&) = default;
};

enum class DateError {
  kEmpty,        // nothing but spaces
  kMalformed,    // none of the forms below
  kNoSuchDate,   // 2026-02-30, 25:00:00, an offset over 14 hours
  kSpreadsheet,  // a spreadsheet re-wrote it: "2025/8/10 0:06", "45879.004",
                 // "10/08/2025", "########"; the offset is lost, so it is
                 // never repaired
};

// Reads every form that docs/formats.md 1.5 lists for order reports:
//   "2025-08-10T00:06:17+00:00", "...-07:00", "...+0900", "...Z", "...z",
//   a fraction of a second (dropped), a space before the offset
//   ("2003-07-14T18:53:56 00:00", a help page's misprint for "+00:00"; any
//   other offset needs its sign), spaces around the offset's sign ("+ 00:00"),
//   a space for the T, and "2026-11-20" (date_only). "2026-11-20T10:00:00"
//   without an offset is refused as kMalformed: it names no instant.
// Surrounding spaces are passed over.
//   parse_stamp("2026-11-20T14:59:59+00:00")->at   -> 1795186799
//   parse_stamp("2025/8/10 0:06")                  -> DateError::kSpreadsheet
tl::expected<Stamp, DateError> parse_stamp(std::string_view text);

// The same for one date after the other, as a report has them: its days are
// few, and each is looked up in the calendar once for as long as no other of
// the same number in its month comes.
class StampReader {
 public:
  tl::expected<Stamp, DateError> read(std::string_view text);

  // The instant and its offset where the text is in the form that nearly all
  // have, of a day that is at hand; else false, and read() tells.
  bool read_again(std::string_view text, Stamp& stamp) const;

 private:
  // Of a day and an offset that were read, compared as words that overlap:
  // "2026-11-" and "-20T", "+00:" and "0:00". The first ones fit no text.
  struct Midnight {
    std::uint64_t day = UINT64_MAX;
    std::uint32_t day_end = 0, offset = 0, offset_end = 0;
    Stamp stamp;
  };
  static std::size_t place_of(const char* text) {
    return (static_cast<unsigned char>(text[8]) & 3u) << 4 |
           (static_cast<unsigned char>(text[9]) & 15u);
  }
  std::array<Midnight, 64> midnights_;  // by the day of the month
};

}  // namespace parcelwise

#endif  // PARCELWISE_TIME_INSTANT_H_
