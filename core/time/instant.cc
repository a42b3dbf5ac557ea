// The calendar's arithmetic, and the reader of report dates: a straight path
// for the form that nearly every row has, a patient one for all the others.
#include "time/instant.h"

#include <chrono>
#include <cstddef>
#include <optional>

#include "text/ascii.h"
#include "text/digits.h"
#include "time/two_digits.h"

namespace parcelwise {
namespace {

constexpr int kMaximumOffsetMinutes = 14 * 60;  // Kiribati's; no zone has more

std::chrono::year_month_day calendar(CivilDate date) {
  return std::chrono::year(date.year) /
         std::chrono::month(static_cast<unsigned>(date.month)) /
         std::chrono::day(static_cast<unsigned>(date.day));
}

constexpr bool is_space(char c) { return c == ' ' || c == '\t'; }

struct TimeOfDay {
  int hour = 0, minute = 0, second = 0;
};

bool exists(TimeOfDay time) {
  return time.hour < 24 && time.minute < 60 && time.second < 60;
}

// Written in place: on the hot path copying the 24 bytes just stored would be
// a good part of the whole.
void set(Stamp& stamp, CivilDate date, TimeOfDay time, int offset_minutes) {
  stamp.day = day_of(date);
  const int seconds =
      (time.hour * 60 + time.minute - offset_minutes) * 60 + time.second;
  stamp.at.unix_seconds = stamp.day.since_epoch * kSecondsPerDay + seconds;
  stamp.offset_minutes = offset_minutes;
}

// Of two characters; `bad` is no longer 0 where one is none.
int two_digits(const char* text, unsigned& bad) {
  const unsigned tens = static_cast<unsigned char>(text[0]) - unsigned{'0'};
  const unsigned ones = static_cast<unsigned char>(text[1]) - unsigned{'0'};
  bad |= static_cast<unsigned>(tens > 9) | static_cast<unsigned>(ones > 9);
  return static_cast<int>(tens * 10 + ones);
}

// "2025-08-10T00:06:17+00:00" and nothing else. All characters are looked at
// before the one branch, because a right row is the rule.
bool read_canonical(const char* text, Stamp& stamp) {
  unsigned bad = 0;
  const auto two = [&](int at) { return two_digits(text + at, bad); };
  const auto expect = [&](int at, char c) {
    bad |= static_cast<unsigned>(text[at] != c);
  };
  const CivilDate date{two(0) * 100 + two(2), two(5), two(8)};
  const TimeOfDay time{two(11), two(14), two(17)};
  const int hours = two(20);
  const int minutes = two(23);
  expect(4, '-');
  expect(7, '-');
  expect(10, 'T');
  expect(13, ':');
  expect(16, ':');
  expect(22, ':');
  const bool west = text[19] == '-';
  bad |= static_cast<unsigned>(!west && text[19] != '+');
  const int offset = hours * 60 + minutes;
  if (bad != 0 || minutes > 59 || offset > kMaximumOffsetMinutes ||
      !exists(time) || !is_date(date)) {
    return false;
  }
  set(stamp, date, time, west ? -offset : offset);
  return true;
}

// Seconds since midnight of "00:06:17", the first character the lowest byte;
// negative where it is no time of a day. All are looked at in one go: a byte
// above what may stand in its place leaves its seven bits.
std::int64_t read_time(std::uint64_t text) {
  constexpr std::uint64_t kZero = 0x30303A30303A3030u;
  constexpr std::uint64_t kRoom = 0x767A7F767A7F767Du;
  constexpr std::uint64_t kHigh = 0x8080808080808080u;
  const std::uint64_t digits = text ^ kZero;
  if ((((digits & ~kHigh) + kRoom) & kHigh) != 0 || (digits & kHigh) != 0)
    return -1;
  const std::uint64_t twos = digits * 10 + (digits >> 8);
  const auto two = [&](unsigned shift) {
    return static_cast<std::int64_t>(twos >> shift & 0xFF);
  };
  if (two(0) > 23) return -1;
  return (two(0) * 60 + two(24)) * 60 + two(48);
}

class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }

  bool take(char c) { return take_one_of({&c, 1}).has_value(); }

  std::optional<char> take_one_of(std::string_view set) {
    if (done() || set.find(rest_[0]) == set.npos) return std::nullopt;
    const char c = rest_[0];
    rest_.remove_prefix(1);
    return c;
  }

  // A number of exactly so many digits.
  bool number(std::size_t digits, int& value) {
    if (rest_.size() < digits) return false;
    value = 0;
    for (const char c : rest_.substr(0, digits)) {
      if (!is_digit(c)) return false;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(digits);
    return true;
  }

  // How many digits come next; they are passed over.
  std::size_t digits() {
    std::size_t count = 0;
    while (count < rest_.size() && is_digit(rest_[count])) ++count;
    rest_.remove_prefix(count);
    return count;
  }

  void spaces() {
    while (take(' ')) continue;
  }

  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

// Z, +09:00, +0900, each perhaps behind a space, or " 00:00" without its plus;
// a sign may have spaces on both its sides. Another offset without a sign is
// refused: it may have been a minus.
bool read_offset(Cursor& in, int& hours, int& minutes, bool& west) {
  const bool space = in.take(' ');
  if (in.take_one_of("Zz")) return in.done();
  if (space && in.rest() == "00:00") return true;
  in.spaces();
  const auto sign = in.take_one_of("+-");
  if (!sign) return false;
  in.spaces();
  west = *sign == '-';
  if (!in.number(2, hours)) return false;
  in.take(':');
  return in.number(2, minutes) && in.done();
}

tl::expected<Stamp, DateError> read_iso(std::string_view text) {
  const auto malformed = tl::unexpected(DateError::kMalformed);
  Cursor in(text);
  CivilDate date;
  if (!in.number(4, date.year) || !in.take('-') || !in.number(2, date.month) ||
      !in.take('-') || !in.number(2, date.day)) {
    return malformed;
  }
  if (in.done()) {
    if (!is_date(date)) return tl::unexpected(DateError::kNoSuchDate);
    return Stamp{{}, day_of(date), 0, true};
  }
  TimeOfDay time;
  if (!in.take_one_of("T ") || !in.number(2, time.hour) || !in.take(':') ||
      !in.number(2, time.minute) || !in.take(':') ||
      !in.number(2, time.second)) {
    return malformed;
  }
  if (in.take('.') && in.digits() == 0) return malformed;
  int hours = 0, minutes = 0;
  bool west = false;
  if (!read_offset(in, hours, minutes, west)) return malformed;
  const int offset = hours * 60 + minutes;
  if (!is_date(date) || !exists(time) || minutes > 59 ||
      offset > kMaximumOffsetMinutes) {
    return tl::unexpected(DateError::kNoSuchDate);
  }
  Stamp stamp;
  set(stamp, date, time, west ? -offset : offset);
  return stamp;
}

// "45879", "45879.004", "45879,004": five digits reach from 1927 to 2173.
bool is_serial_number(std::string_view text) {
  Cursor in(text);
  if (in.digits() != 5) return false;
  if (in.done()) return true;
  return in.take_one_of(".,") && in.digits() > 0 && in.done();
}

// "0:06", "12:30:00", "12.30", "12:06 AM"
bool is_clock_time(Cursor in, bool& has_seconds) {
  const std::size_t hour = in.digits();
  if (hour < 1 || hour > 2) return false;
  const auto separator = in.take_one_of(":.");
  if (!separator || in.digits() != 2) return false;
  has_seconds = in.take(*separator);
  if (has_seconds && in.digits() != 2) return false;
  if (in.done()) return true;
  in.take(' ');
  return in.take_one_of("AaPp") && in.take_one_of("Mm") && in.done();
}

// "2025/8/10 0:06", "10/08/2025", "8/10/25", "10.08.2025", "2025-8-10"
bool is_local_date(std::string_view text) {
  Cursor in(text);
  const std::size_t first = in.digits();
  const auto separator = in.take_one_of("/.-");
  if (!separator) return false;
  const std::size_t second = in.digits();
  if (second < 1 || second > 2 || !in.take(*separator)) return false;
  const std::size_t third = in.digits();
  const bool year_first = first == 4 && third >= 1 && third <= 2;
  const bool year_last = first >= 1 && first <= 2 && third == 4;
  const bool short_year =
      (first >= 1 && first <= 2 && third == 2) || (first == 2 && third == 1);
  if (!year_first && !year_last && !short_year) return false;

  const bool iso_date =
      *separator == '-' && first == 4 && second == 2 && third == 2;
  if (in.done()) return !iso_date;
  bool has_seconds = false;
  if (!in.take(' ') || !is_clock_time(in, has_seconds)) return false;
  // 2026-11-20 10:00:00 is how a program writes it, to the second.
  return !(iso_date && has_seconds);
}

bool is_spreadsheet_text(std::string_view text) {
  // A column too narrow for its date is saved as hash signs.
  if (text.size() > 1 && text.find_first_not_of('#') == text.npos) return true;
  return is_serial_number(text) || is_local_date(text);
}

tl::expected<Stamp, DateError> read_patiently(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  if (text.empty()) return tl::unexpected(DateError::kEmpty);

  const auto result = read_iso(text);
  if (!result && result.error() == DateError::kMalformed &&
      is_spreadsheet_text(text)) {
    return tl::unexpected(DateError::kSpreadsheet);
  }
  return result;
}

}  // namespace

Day day_of(CivilDate date) {
  return {static_cast<std::int32_t>(
      std::chrono::sys_days(calendar(date)).time_since_epoch().count())};
}

CivilDate civil(Day day) {
  const std::chrono::year_month_day date{
      std::chrono::sys_days(std::chrono::days(day.since_epoch))};
  return {static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day()))};
}

Weekday weekday(Day day) {
  const int past_monday = (day.since_epoch % 7 + 10) % 7;  // day 0: Thursday
  return static_cast<Weekday>(past_monday);
}

bool is_date(CivilDate date) {
  // <chrono> keeps months and days in a byte each: 257 would come out as 1.
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 &&
         date.month <= 12 && date.day >= 1 && date.day <= 31 &&
         calendar(date).ok();
}

std::string to_text(Day day) {
  const CivilDate date = civil(day);
  char text[] = "0000-00-00";
  put_two_digits(text, date.year / 100 % 100);
  put_two_digits(text + 2, date.year % 100);
  put_two_digits(text + 5, date.month);
  put_two_digits(text + 8, date.day);
  // An instant of the last evening of 9999 is a day of 10000 farther east.
  if (date.year > 9999) return std::to_string(date.year / 10000) + text;
  return text;
}

tl::expected<Stamp, DateError> parse_stamp(std::string_view text) {
  constexpr std::size_t kCanonicalLength = 25;
  tl::expected<Stamp, DateError> result;
  if (text.size() != kCanonicalLength ||
      !read_canonical(text.data(), *result)) {
    result = read_patiently(text);
  }
  return result;
}

namespace {

constexpr std::size_t kTime = 11, kOffset = 19, kLength = 25;  // of the usual

}  // namespace

bool StampReader::read_again(std::string_view text, Stamp& stamp) const {
  if (text.size() != kLength) return false;
  const char* const at = text.data();
  const Midnight& midnight = midnights_[place_of(at)];
  const std::int64_t seconds = read_time(word_of(at + kTime));
  if (seconds < 0 || word_of(at) != midnight.day ||
      word_of<std::uint32_t>(at + kTime - 4) != midnight.day_end ||
      word_of<std::uint32_t>(at + kOffset) != midnight.offset ||
      word_of<std::uint32_t>(at + kLength - 4) != midnight.offset_end) {
    return false;
  }
  stamp.at.unix_seconds = midnight.stamp.at.unix_seconds + seconds;
  stamp.day = midnight.stamp.day;
  stamp.offset_minutes = midnight.stamp.offset_minutes;
  return true;
}

tl::expected<Stamp, DateError> StampReader::read(std::string_view text) {
  tl::expected<Stamp, DateError> stamp;
  if (read_again(text, *stamp)) return stamp;
  if (text.size() != kLength || !read_canonical(text.data(), *stamp))
    return parse_stamp(text);
  const char* const at = text.data();
  Midnight& midnight = midnights_[place_of(at)];
  midnight = {word_of(at), word_of<std::uint32_t>(at + kTime - 4),
              word_of<std::uint32_t>(at + kOffset),
              word_of<std::uint32_t>(at + kLength - 4), *stamp};
  midnight.stamp.at.unix_seconds -= read_time(word_of(at + kTime));
  return stamp;
}

}  // namespace parcelwise
