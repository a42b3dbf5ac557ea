// A date's text, a line end, a zone's rule. Neither reader crashes; a stamp
// that is read is a date that exists; in a zone that is read every instant lies
// in its own day, days meet without a gap, and what is printed is read again as
// the same instant.
#include <string>

#include "require.h"
#include "time/instant.h"
#include "time/zone.h"

namespace {

using namespace parcelwise;

constexpr std::int64_t kFirst = -62135596800 + 2 * 86400;  // 0001-01-03
constexpr std::int64_t kLast = 253402300799 - 2 * 86400;   // 9999-12-29

void hold(const Zone& zone, Instant at) {
  if (at.unix_seconds < kFirst || at.unix_seconds > kLast) return;
  const int offset = zone.offset_seconds(at);
  REQUIRE(offset > -26 * 3600 && offset < 26 * 3600);
  const Day day = zone.day_of(at);
  REQUIRE(zone.start_of(day) <= at);
  // Behind the second of two midnights it is once more the day that has ended.
  REQUIRE(at <= zone.end_of(day) ||
          offset < zone.offset_seconds(zone.end_of(day)));
  REQUIRE(zone.end_of(day).unix_seconds + 1 ==
          zone.start_of(day + 1).unix_seconds);
  const std::string text = zone.to_iso8601(at);
  if (offset % 60 != 0 || offset > 14 * 3600 || offset < -14 * 3600) return;
  const auto again = parse_stamp(text);
  REQUIRE(again.has_value());
  REQUIRE(again->at == at);
  REQUIRE(again->day == day);
  REQUIRE(again->offset_minutes * 60 == offset);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::size_t end = text.find('\n');
  const auto stamp = parse_stamp(text.substr(0, end));
  const auto zone =
      Zone::parse(end == std::string_view::npos ? text : text.substr(end + 1));
  if (!zone) REQUIRE(!zone.error().empty());
  if (stamp) {
    REQUIRE(is_date(civil(stamp->day)));
    REQUIRE(day_of(civil(stamp->day)) == stamp->day);
    REQUIRE(stamp->offset_minutes >= -14 * 60 &&
            stamp->offset_minutes <= 14 * 60);
    if (stamp->date_only) REQUIRE(stamp->at == Instant{});
    hold(zone.value_or(Zone()), stamp->at);
  } else if (zone) {
    hold(*zone, Instant{1795186799});
  }
  return 0;
}
