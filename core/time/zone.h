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
  // The Jn and n forms and names in <angle brackets> are read too.
  static tl::expected<Zone, std::string> parse(std::string_view rule);

  // Seconds to add to UTC for local time at that instant: 32400 for Japan.
  int offset_seconds(Instant at) const;

  // The calendar day that shows on a wall clock there.
  Day day_of(Instant at) const;

  // The first and the last second of a local day. On a day that summer time
  // makes 23 or 25 hours long they are that far apart.
  Instant start_of(Day day) const;
  Instant end_of(Day day) const;

  // "2026-11-20T23:59:59+09:00"
  std::string to_iso8601(Instant at) const;

 private:
  struct Change {
    enum class Form { kMonthWeekDay, kJulian, kZeroBased } form{};
    int month = 0, week = 0, weekday = 0;  // weekday: 0 is Sunday, as in POSIX
    int day = 0;
    int seconds = 7200;  // local wall time of the change
  };
  Instant change_instant(const Change& change, int year, int offset) const;

  int standard_offset_ = 0;
  int summer_offset_ = 0;
  bool has_summer_ = false;
  Change summer_begins_, summer_ends_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_TIME_ZONE_H_
