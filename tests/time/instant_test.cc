// Tests core/time/instant.cc.
#include "time/instant.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace parcelwise {
namespace {

TEST(Day, CountsFrom1970) {
  EXPECT_EQ(day_of({1970, 1, 1}).since_epoch, 0);
  EXPECT_EQ(day_of({1969, 12, 31}).since_epoch, -1);
  EXPECT_EQ(day_of({2000, 2, 29}).since_epoch, 11016);
  EXPECT_EQ(day_of({2026, 11, 20}).since_epoch, 20777);
  EXPECT_EQ(day_of({1, 1, 1}).since_epoch, -719162);
  EXPECT_EQ(day_of({9999, 12, 31}).since_epoch, 2932896);
}

TEST(Day, EveryDayOfTheCalendarComesBack) {
  const Day first = day_of({1, 1, 1});
  const Day last = day_of({9999, 12, 31});
  CivilDate expected{1, 1, 1};
  auto expected_weekday = Weekday::kMonday;  // 1 January of the year 1
  for (Day day = first; day <= last; day = day + 1) {
    const CivilDate date = civil(day);
    ASSERT_TRUE(date == expected) << to_text(day);
    ASSERT_TRUE(day_of(date) == day) << to_text(day);
    ASSERT_TRUE(is_date(date)) << to_text(day);
    ASSERT_TRUE(weekday(day) == expected_weekday) << to_text(day);

    const bool leap = expected.year % 4 == 0 &&
                      (expected.year % 100 != 0 || expected.year % 400 == 0);
    static constexpr int kLengths[] = {31, 28, 31, 30, 31, 30,
                                       31, 31, 30, 31, 30, 31};
    const int length =
        kLengths[expected.month - 1] + (leap && expected.month == 2 ? 1 : 0);
    if (++expected.day > length) {
      ASSERT_FALSE(is_date(expected));
      expected.day = 1;
      if (++expected.month > 12) {
        expected.month = 1;
        ++expected.year;
      }
    }
    expected_weekday =
        static_cast<Weekday>((static_cast<int>(expected_weekday) + 1) % 7);
  }
}

TEST(Day, WeekdaysOfKnownDays) {
  EXPECT_EQ(weekday(day_of({1970, 1, 1})), Weekday::kThursday);
  EXPECT_EQ(weekday(day_of({1969, 12, 31})), Weekday::kWednesday);
  EXPECT_EQ(weekday(day_of({2026, 11, 20})), Weekday::kFriday);
  EXPECT_EQ(weekday(day_of({2026, 11, 22})), Weekday::kSunday);
}

TEST(Day, DatesThatDoNotExist) {
  for (const CivilDate date :
       {CivilDate{2026, 2, 29}, CivilDate{1900, 2, 29}, CivilDate{2026, 13, 1},
        CivilDate{2026, 0, 1}, CivilDate{2026, 4, 31}, CivilDate{2026, 1, 0},
        CivilDate{2026, 1, 257}, CivilDate{2026, 257, 1},
        CivilDate{2026, -255, 1}, CivilDate{0, 1, 1}, CivilDate{10000, 1, 1}}) {
    EXPECT_FALSE(is_date(date))
        << date.year << '-' << date.month << '-' << date.day;
  }
  EXPECT_TRUE(is_date({2000, 2, 29}));
  EXPECT_TRUE(is_date({2028, 2, 29}));
}

TEST(Day, Prints) {
  EXPECT_EQ(to_text(day_of({2026, 11, 20})), "2026-11-20");
  EXPECT_EQ(to_text(day_of({1, 2, 3})), "0001-02-03");
}

TEST(ParseStamp, ReadsWhatReportsPrint) {
  struct Row {
    std::string_view name, text;
    std::int64_t unix_seconds;
    CivilDate day;
    int offset_minutes;
  };
  const Row rows[] = {
      {"W1", "2026-11-20T14:59:59+00:00", 1795186799, {2026, 11, 20}, 0},
      {"W3", "2026-11-20T15:30:00+00:00", 1795188600, {2026, 11, 20}, 0},
      {"Japan's report",
       "2025-08-10T00:06:17+00:00",
       1754784377,
       {2025, 8, 10},
       0},
      {"Pacific offset",
       "2025-09-24T05:02:50-07:00",
       1758715370,
       {2025, 9, 24},
       -420},
      {"Japan's FBA report",
       "2017-06-05T06:57:28+09:00",
       1496613448,
       {2017, 6, 5},
       540},
      {"half an hour's offset",
       "2026-11-20T20:29:59+05:30",
       1795186799,
       {2026, 11, 20},
       330},
      {"offset without colon",
       "2026-11-20T23:59:59+0900",
       1795186799,
       {2026, 11, 20},
       540},
      {"Z", "2026-11-20T14:59:59Z", 1795186799, {2026, 11, 20}, 0},
      {"z", "2026-11-20T14:59:59z", 1795186799, {2026, 11, 20}, 0},
      {"milliseconds",
       "2026-11-20T14:59:59.999Z",
       1795186799,
       {2026, 11, 20},
       0},
      {"fraction of 25 characters",
       "2026-11-20T14:59:59.9999Z",
       1795186799,
       {2026, 11, 20},
       0},
      {"nanoseconds and offset",
       "2026-11-20T23:59:59.123456789+09:00",
       1795186799,
       {2026, 11, 20},
       540},
      {"help page's misprint",
       "2003-07-14T18:53:56 00:00",
       1058208836,
       {2003, 7, 14},
       0},
      {"space and offset",
       "2026-11-20T23:59:59 +09:00",
       1795186799,
       {2026, 11, 20},
       540},
      {"spaces around the sign",
       "2026-11-20T23:59:59  +  09:00",
       1795186799,
       {2026, 11, 20},
       540},
      {"space behind the plus",
       "2026-11-13T09:00:00+ 00:00",
       1794560400,
       {2026, 11, 13},
       0},
      {"space behind the minus",
       "2026-11-20T07:59:59- 07:00",
       1795186799,
       {2026, 11, 20},
       -420},
      {"space behind the plus, 25 characters",
       "2026-11-20T23:59:59+ 0900",
       1795186799,
       {2026, 11, 20},
       540},
      {"space for T",
       "2026-11-20 23:59:59+09:00",
       1795186799,
       {2026, 11, 20},
       540},
      {"space for T and before Z",
       "2026-11-20 14:59:59 Z",
       1795186799,
       {2026, 11, 20},
       0},
      {"spaces around",
       "  2026-11-20T14:59:59+00:00\t",
       1795186799,
       {2026, 11, 20},
       0},
      {"minus nothing",
       "2026-11-20T14:59:59-00:00",
       1795186799,
       {2026, 11, 20},
       0},
      {"farthest east",
       "2026-11-21T04:59:59+14:00",
       1795186799,
       {2026, 11, 21},
       840},
      {"farthest west",
       "2026-11-20T00:59:59-14:00",
       1795186799,
       {2026, 11, 20},
       -840},
      {"leap day", "2028-02-29T00:00:00+00:00", 1835395200, {2028, 2, 29}, 0},
      {"before 1970", "1969-12-31T23:59:59+00:00", -1, {1969, 12, 31}, 0},
      {"first year", "0001-01-01T00:00:00+00:00", -62135596800, {1, 1, 1}, 0},
      {"last year",
       "9999-12-31T23:59:59+00:00",
       253402300799,
       {9999, 12, 31},
       0},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const auto stamp = parse_stamp(row.text);
    ASSERT_TRUE(stamp);
    EXPECT_EQ(stamp->at.unix_seconds, row.unix_seconds);
    EXPECT_EQ(to_text(stamp->day), to_text(day_of(row.day)));
    EXPECT_EQ(stamp->offset_minutes, row.offset_minutes);
    EXPECT_FALSE(stamp->date_only);
  }
}

TEST(ParseStamp, ABareDayHasNoInstant) {
  const auto stamp = parse_stamp(" 2026-11-20 ");
  ASSERT_TRUE(stamp);
  EXPECT_EQ(*stamp, (Stamp{{0}, day_of({2026, 11, 20}), 0, true}));
}

TEST(ParseStamp, SaysWhyNot) {
  struct Row {
    std::string_view text;
    DateError error;
  };
  using enum DateError;
  const Row rows[] = {
      {"", kEmpty},
      {"  \t ", kEmpty},

      {"2026-11-20T10:00:00", kMalformed},  // names no instant
      {"2026-11-20 10:00:00", kMalformed},
      {"2026-11-20T10:00+00:00", kMalformed},
      {"2026-11-20T10:00:00+9", kMalformed},
      {"2026-11-20T10:00:00+09", kMalformed},
      {"2026-11-20T10:00:00+09:0", kMalformed},
      {"2026-11-20T10:00:00+09:00x", kMalformed},
      {"2026-11-20T10:00:00 09:00", kMalformed},  // plus or minus?
      {"2026-11-20T10:00:00  00:00", kMalformed},
      {"2026-11-20T10:00:00+09 :00", kMalformed},
      {"2026-11-20T10:00:00+ ", kMalformed},
      {"2026-11-20T10:00:00\t+09:00", kMalformed},
      {"2026-11-20T10:00:00+\t09:00", kMalformed},
      {"2026-11-20T10:00:0000:00", kMalformed},
      {"2026-11-20T10:00:00.+00:00", kMalformed},
      {"2026-11-20T10:00:00Zulu", kMalformed},
      {"2026-11-20T10:00:00 UTC", kMalformed},
      {"2026-11-20t10:00:00+00:00", kMalformed},
      {"2026-11-20T10-00-00+00:00", kMalformed},
      {"2026-11-2OT10:00:00+00:00", kMalformed},
      {"2026-11-20T10:00:00+0x:00", kMalformed},
      {"2026-11-20T10:00:00*09:00", kMalformed},
      {"2026:11:20T10:00:00+00:00", kMalformed},
      {"-026-11-20T10:00:00+00:00", kMalformed},
      {"2026-11-20T1 :00:00+00:00", kMalformed},
      {"2026-11-20T10:00:00\xE2\x88\x92"
       "9",
       kMalformed},
      {"2026-11", kMalformed},
      {"2026", kMalformed},
      {"20261120", kMalformed},
      {"20261120T100000Z", kMalformed},
      {"14-07-2010T18:53:56+00:00", kMalformed},
      {"10-Aug-2025", kMalformed},
      {"2015/01/02 03:04:05 JST", kMalformed},
      {"01.02.2015 03:04:05 UTC", kMalformed},
      {"1.2.3", kMalformed},
      {"250-1234567-1234567", kMalformed},
      {"1234", kMalformed},
      {"123456", kMalformed},
      {"tomorrow", kMalformed},
      {"-", kMalformed},
      {"#", kMalformed},

      {"2026-02-30", kNoSuchDate},
      {"2026-13-01", kNoSuchDate},
      {"0000-01-01", kNoSuchDate},
      {"2026-02-29T10:00:00+00:00", kNoSuchDate},
      {"2026-11-31T10:00:00Z", kNoSuchDate},
      {"2026-11-20T24:00:00+00:00", kNoSuchDate},
      {"2026-11-20T25:00:00+00:00", kNoSuchDate},
      {"2026-11-20T10:60:00+00:00", kNoSuchDate},
      {"2026-11-20T10:00:60+00:00", kNoSuchDate},
      {"2026-11-20T10:00:00+14:01", kNoSuchDate},
      {"2026-11-20T10:00:00-15:00", kNoSuchDate},
      {"2026-11-20T10:00:00+09:60", kNoSuchDate},
      {"2026-11-20T10:00:00+ 14:01", kNoSuchDate},

      {"2025/8/10 0:06", kSpreadsheet},
      {" 2025/8/10 0:06 ", kSpreadsheet},
      {"2025/08/10", kSpreadsheet},
      {"2025/08/10 00:06:17", kSpreadsheet},
      {"10/08/2025 12:30", kSpreadsheet},
      {"10/08/2025 12.30", kSpreadsheet},
      {"10/08/2025 12.30.59", kSpreadsheet},
      {"8/10/25", kSpreadsheet},
      {"8/10/25 12:06 AM", kSpreadsheet},
      {"8/10/2025 1:06:17 pm", kSpreadsheet},
      {"25/8/1", kSpreadsheet},
      {"10.08.2025", kSpreadsheet},
      {"10.08.2025 00:06", kSpreadsheet},
      {"10-08-2025", kSpreadsheet},
      {"10-08-25 0:06", kSpreadsheet},
      {"2025-8-10", kSpreadsheet},
      {"2025-8-10 0:06", kSpreadsheet},
      {"2025-08-10 00:06", kSpreadsheet},
      {"45879", kSpreadsheet},
      {"45879.004", kSpreadsheet},
      {"45879,00436", kSpreadsheet},
      {"########", kSpreadsheet},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.text);
    const auto stamp = parse_stamp(row.text);
    ASSERT_FALSE(stamp);
    EXPECT_EQ(stamp.error(), row.error);
  }
}

// The straight path and the patient one must be one reader: a space more sends
// a text down the other.
TEST(ParseStamp, BothPathsReadAlike) {
  std::mt19937_64 random(4);
  const std::string_view right = "2025-08-10T00:06:17+09:00";
  const std::string_view letters = "0123456789-+:TZ./ \xFF";
  int read = 0;
  for (int i = 0; i < 300000; ++i) {
    std::string text(right);
    for (std::uint64_t changes = random() % 4; changes > 0; --changes) {
      // Digits mostly, so that a good part stays a date.
      const std::size_t set = random() % 8 == 0 ? letters.size() : 10;
      text[random() % text.size()] = letters[random() % set];
    }
    const auto straight = parse_stamp(text);
    const auto patient = parse_stamp(" " + text);
    ASSERT_EQ(straight.has_value(), patient.has_value()) << text;
    if (straight) {
      ASSERT_EQ(*straight, *patient) << text;
      ++read;
    } else {
      ASSERT_EQ(straight.error(), patient.error()) << text;
    }
  }
  EXPECT_GT(read, 50000);
}

// One reader for many dates reads each as if it were the first.
TEST(StampReader, ReadsEveryDateLikeParseStamp) {
  std::mt19937_64 random(5);
  const std::string_view rights[] = {
      "2025-08-10T00:06:17+09:00", "2025-08-10T23:59:59+09:00",
      "2025-08-10T12:00:00-07:00", "2025-08-11T00:06:17+09:00",
      "2025-09-10T12:00:00-07:00", "2026-08-10T00:06:17+09:00",
      "2025-08-10T00:06:17Z",      "2025-08-10"};
  using namespace std::string_view_literals;
  const std::string_view letters = "0123456789-+:TZ./ \xFF\0"sv;
  StampReader reader;
  // Nothing was read yet: zeros are like no text.
  EXPECT_FALSE(
      reader.read(std::string(11, '\0') + "00:06:17" + std::string(6, '\0')));
  int read = 0;
  for (int i = 0; i < 200000; ++i) {
    std::string text(rights[random() % std::size(rights)]);
    for (std::uint64_t changes = random() % 3; changes > 0; --changes) {
      const std::size_t set = random() % 8 == 0 ? letters.size() : 10;
      text[random() % text.size()] = letters[random() % set];
    }
    const auto once = parse_stamp(text);
    const auto among_others = reader.read(text);
    ASSERT_EQ(once.has_value(), among_others.has_value()) << text;
    if (once) {
      ASSERT_EQ(*once, *among_others) << text;
      ++read;
    } else {
      ASSERT_EQ(once.error(), among_others.error()) << text;
    }
  }
  EXPECT_GT(read, 100000);
}

}  // namespace
}  // namespace parcelwise
