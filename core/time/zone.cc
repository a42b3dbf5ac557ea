// POSIX TZ rules: a reader for their grammar, and the arithmetic of the two
// changes that a rule gives every year.
#include "time/zone.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>

#include "text/ascii.h"
#include "time/two_digits.h"

namespace parcelwise {
namespace {

constexpr int kSecondsPerHour = 3600;

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

// The calendar day of a count of local seconds; the past rounds down, too.
Day day_of_seconds(std::int64_t local) {
  std::int64_t days = local / kSecondsPerDay;
  if (local % kSecondsPerDay < 0) --days;
  return {static_cast<std::int32_t>(days)};
}

std::int64_t midnight(Day day) { return day.since_epoch * kSecondsPerDay; }

}  // namespace

// Reads left to right; the first thing that does not fit stops it, and error()
// tells what was expected there.
class Zone::RuleReader {
 public:
  explicit RuleReader(std::string_view rule) : rule_(rule), rest_(rule) {}

  bool read(Zone& zone) {
    int west = 0;
    if (!name() || !hours(west, kOffsetHours, "an offset such as -9")) {
      return false;
    }
    zone.standard_offset_ = -west;
    if (rest_.empty()) return true;

    if (!name()) return false;
    zone.has_summer_ = true;
    zone.summer_offset_ = zone.standard_offset_ + kSecondsPerHour;
    if (!rest_.empty() && rest_[0] != ',') {
      if (!hours(west, kOffsetHours, "summer time's offset or a comma")) {
        return false;
      }
      zone.summer_offset_ = -west;
    }
    return change(zone.summer_begins_) && change(zone.summer_ends_) &&
           (rest_.empty() || fail("the end"));
  }

  std::string error() const {
    std::string text = "zone rule \"";
    text.append(rule_).append("\": expected ").append(expected_).append(" at ");
    if (rest_.empty()) return text + "its end";
    return text.append("\"").append(rest_).append("\"");
  }

 private:
  static constexpr int kOffsetHours = 24;
  static constexpr int kChangeHours = 167;  // POSIX.1-2024: a week either way

  bool fail(std::string_view expected) {
    expected_ = expected;
    return false;
  }

  bool take(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // JST, or <+09>; three characters at least.
  bool name() {
    const bool quoted = !rest_.empty() && rest_[0] == '<';
    const std::size_t begin = quoted ? 1 : 0;
    std::size_t end = begin;
    while (end < rest_.size() &&
           (is_letter(rest_[end]) ||
            (quoted && (is_digit(rest_[end]) || rest_[end] == '+' ||
                        rest_[end] == '-')))) {
      ++end;
    }
    if (end - begin < 3) return fail("a name of three letters or more");
    if (quoted && (end == rest_.size() || rest_[end] != '>')) {
      return fail("a name that > closes");
    }
    rest_.remove_prefix(quoted ? end + 1 : end);
    return true;
  }

  bool number(int least, int most, int& value, std::string_view expected) {
    std::size_t length = 0;
    int read = 0;
    while (length < rest_.size() && length < 4 && is_digit(rest_[length])) {
      read = read * 10 + (rest_[length++] - '0');
    }
    if (length == 0 || read < least || read > most) return fail(expected);
    rest_.remove_prefix(length);
    value = read;
    return true;
  }

  // [+-]hh[:mm[:ss]], in seconds.
  bool hours(int& seconds, int most, std::string_view expected) {
    const bool negative = take('-');
    if (!negative) take('+');
    int hour = 0, minute = 0, second = 0;
    if (!number(0, most, hour, expected)) return false;
    if (take(':')) {
      if (!number(0, 59, minute, "minutes from 0 to 59")) return false;
      if (take(':') && !number(0, 59, second, "seconds from 0 to 59")) {
        return false;
      }
    }
    const int total = hour * kSecondsPerHour + minute * 60 + second;
    seconds = negative ? -total : total;
    return true;
  }

  // ,M3.5.0/2 or ,J60 or ,59
  bool change(Change& change) {
    if (!take(',')) return fail("a comma and a change such as M3.5.0");
    if (take('M')) {
      change.form = Change::Form::kMonthWeekDay;
      if (!number(1, 12, change.month, "a month from 1 to 12") || !dot() ||
          !number(1, 5, change.week, "a week from 1 to 5") || !dot() ||
          !number(0, 6, change.weekday, "a weekday from 0 to 6")) {
        return false;
      }
    } else if (take('J')) {
      change.form = Change::Form::kJulian;
      if (!number(1, 365, change.day, "a day from 1 to 365")) return false;
    } else {
      change.form = Change::Form::kZeroBased;
      if (!number(0, 365, change.day, "Mm.w.d, Jn or a day from 0 to 365")) {
        return false;
      }
    }
    return !take('/') ||
           hours(change.seconds, kChangeHours, "a time of up to 167 hours");
  }

  bool dot() { return take('.') || fail("a dot"); }

  std::string_view rule_, rest_, expected_;
};

tl::expected<Zone, std::string> Zone::parse(std::string_view rule) {
  Zone zone;
  RuleReader reader(rule);
  if (!reader.read(zone)) return tl::unexpected(reader.error());
  return zone;
}

Instant Zone::instant_of(const Change& change, int year, int offset) {
  const std::chrono::year of_year(year);
  std::chrono::sys_days day = of_year / std::chrono::January / 1;
  switch (change.form) {
    case Change::Form::kMonthWeekDay: {
      const auto month =
          of_year / std::chrono::month(static_cast<unsigned>(change.month));
      const std::chrono::weekday weekday(static_cast<unsigned>(change.weekday));
      if (change.week == 5) {
        day = month / weekday[std::chrono::last];
      } else {
        day = month / weekday[static_cast<unsigned>(change.week)];
      }
      break;
    }
    case Change::Form::kJulian:
      day += std::chrono::days(change.day - 1);
      if (of_year.is_leap() && change.day >= 60) day += std::chrono::days(1);
      break;
    case Change::Form::kZeroBased:
      day += std::chrono::days(change.day);
      break;
  }
  const auto days = std::int64_t{day.time_since_epoch().count()};
  return {days * kSecondsPerDay + change.seconds - offset};
}

bool Zone::is_summer(Instant at) const {
  const std::int64_t local = at.unix_seconds + standard_offset_;
  const CivilDate date = civil(day_of_seconds(local));
  const auto begin = [&](int year) {
    return instant_of(summer_begins_, year, standard_offset_);
  };
  const auto end = [&](int year) {
    return instant_of(summer_ends_, year, summer_offset_);
  };
  // A change's hours may carry it a week over New Year. Near there every
  // summer that could reach `at` is looked at; elsewhere this year's changes
  // are enough.
  const bool near_new_year = (date.month == 1 && date.day <= 9) ||
                             (date.month == 12 && date.day >= 23);
  if (!near_new_year) {
    const Instant first = begin(date.year), last = end(date.year);
    // South of the equator summer is what lies outside.
    return first < last ? at >= first && at < last : at >= first || at < last;
  }
  for (int year = date.year - 1; year <= date.year + 1; ++year) {
    const Instant first = begin(year);
    Instant last = end(year);
    if (last <= first) last = end(year + 1);
    if (at >= first && at < last) return true;
  }
  return false;
}

int Zone::offset_seconds(Instant at) const {
  if (!has_summer_ || !is_summer(at)) return standard_offset_;
  return summer_offset_;
}

Day Zone::day_of(Instant at) const {
  return day_of_seconds(at.unix_seconds + offset_seconds(at));
}

Instant Zone::start_of(Day day) const {
  const std::int64_t shown = midnight(day);
  if (!has_summer_) return {shown - standard_offset_};

  // Midnight comes under the larger offset first, if it is in force then.
  const auto wall_clock = [&](std::int64_t seconds) {
    return seconds + offset_seconds({seconds});
  };
  std::int64_t early = shown - std::max(standard_offset_, summer_offset_);
  std::int64_t late = shown - std::min(standard_offset_, summer_offset_);
  if (wall_clock(early) == shown) return {early};
  if (wall_clock(late - 1) == shown - 1) return {late};
  // Clocks jump over this midnight: the day begins with the jump.
  while (late - early > 1) {
    const std::int64_t middle = early + (late - early) / 2;
    (wall_clock(middle) < shown ? early : late) = middle;
  }
  return {late};
}

Instant Zone::end_of(Day day) const {
  return {start_of(day + 1).unix_seconds - 1};
}

std::string Zone::to_iso8601(Instant at) const {
  const int offset = offset_seconds(at);
  const std::int64_t local = at.unix_seconds + offset;
  const Day day = day_of_seconds(local);
  const int second = static_cast<int>(local - midnight(day));
  const int size = offset < 0 ? -offset : offset;

  char clock[] = "T00:00:00+00:00:00";
  const auto put_clock = [](char* to, int seconds) {
    put_two_digits(to, seconds / kSecondsPerHour);
    put_two_digits(to + 3, seconds / 60 % 60);
    put_two_digits(to + 6, seconds % 60);
  };
  put_clock(clock + 1, second);
  if (offset < 0) clock[9] = '-';
  put_clock(clock + 10, size);

  // An offset has seconds only where noon was the sun's, before railways.
  const std::size_t length = size % 60 == 0 ? 15 : 18;
  std::string text;
  text.reserve(10 + length);
  return text.append(to_text(day)).append(clock, length);
}

}  // namespace parcelwise
