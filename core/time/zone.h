// Time zones by POSIX TZ rule: no zone database is read, so the same rule gives
// the same answer natively and in WebAssembly. The rule stands in the policy.
#ifndef PARCELWISE_TIME_ZONE_H_
#define PARCELWISE_TIME_ZONE_H_

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "time/instant.h"

namespace parcelwise {

class Zone {
 public:
  // UTC.
  Zone() = default;

  // A POSIX TZ rule (IEEE 1003.1, 8.3) with Mm.w.d changes:
  //   Zone::parse("JST-9")                            -> Japan
  //   Zone::parse("CET-1CEST,M3.5.0,M10.5.0/3")       -> Italy
  //   Zone::parse("PST8PDT,M3.2.0,M11.1.0")           -> US Pacific
  //   Zone::parse("Europe/Rome")                      -> what is wrong with it
  // The Jn and n forms, names in <angle brackets> and times of up to 167 hours
  // either way (POSIX.1-2024) are read too. A summer time needs its changes:
  // "PST8PDT" alone is refused, since systems differ in what it means.
  static tl::expected<Zone, std::string> parse(std::string_view rule);

  // Seconds to add to UTC for local time at that instant: 32400 for Japan.
  int offset_seconds(Instant at) const;

  // The calendar day that shows on a wall clock there.
  Day day_of(Instant at) const;

  // The first and the last second of a local day: end_of(day) is the second
  // before start_of(day + 1), 23 or 25 hours on where the clocks change. Where
  // they jump over midnight the day starts with the jump; where midnight comes
  // twice, with the first.
  Instant start_of(Day day) const;
  Instant end_of(Day day) const;

  // "2026-11-20T23:59:59+09:00"
  std::string to_iso8601(Instant at) const;

 private:
  class RuleReader;

  // One of the two changes of a year, as the rule writes it.
  struct Change {
    enum class Form { kMonthWeekDay, kJulian, kZeroBased };
    Form form{};
    int month = 0;
    int week = 0;        // 5 is the month's last
    int weekday = 0;     // 0 is Sunday, as in POSIX
    int day = 0;         // kJulian: 1..365, no 29 February; kZeroBased: 0..365
    int seconds = 7200;  // wall time of the change, from that day's midnight
  };

  // `offset` is the one in force until the change.
  static Instant instant_of(const Change& change, int year, int offset);
  bool is_summer(Instant at) const;

  int standard_offset_ = 0;
  int summer_offset_ = 0;
  bool has_summer_ = false;
  Change summer_begins_, summer_ends_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_TIME_ZONE_H_
