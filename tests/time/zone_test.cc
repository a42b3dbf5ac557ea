// Tests core/time/zone.cc.
#include "time/zone.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace parcelwise {
namespace {

constexpr std::string_view kJapan = "JST-9";
constexpr std::string_view kItaly = "CET-1CEST,M3.5.0,M10.5.0/3";
constexpr std::string_view kPacific = "PST8PDT,M3.2.0,M11.1.0";
constexpr std::string_view kSydney = "AEST-10AEDT,M10.1.0,M4.1.0/3";
constexpr std::string_view kSantiago = "<-04>4<-03>,M9.1.6/24,M4.1.6/24";
constexpr std::string_view kDublin = "IST-1GMT0,M10.5.0,M3.5.0/1";
constexpr std::string_view kNuuk = "<-02>2<-01>,M3.5.0/-1,M10.5.0/0";
constexpr std::string_view kGaza = "EET-2EEST,M3.4.4/50,M10.4.4/50";
constexpr std::string_view kHavana = "CST5CDT,M3.2.0/0,M11.1.0/1";
constexpr std::string_view kLordHowe = "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0";

constexpr std::string_view kAll[] = {"UTC0",
                                     kJapan,
                                     kItaly,
                                     kPacific,
                                     kSydney,
                                     kSantiago,
                                     kDublin,
                                     kNuuk,
                                     kGaza,
                                     kHavana,
                                     kLordHowe,
                                     "AAA-14",
                                     "BBB12",
                                     "EST5EDT,0/0,J365/25",
                                     "CET-1CEST,J60,300/0"};

Zone zone(std::string_view rule) { return Zone::parse(rule).value(); }

Instant instant(std::string_view text) {
  const auto stamp = parse_stamp(text);
  EXPECT_TRUE(stamp) << text;
  return stamp ? stamp->at : Instant{};
}

TEST(Zone, IsUtcUnlessTold) {
  EXPECT_EQ(Zone().offset_seconds({0}), 0);
  EXPECT_EQ(Zone().to_iso8601({0}), "1970-01-01T00:00:00+00:00");
}

TEST(Zone, W3TheDayTurnsInJapanFirst) {
  const Instant at = instant("2026-11-20T15:30:00+00:00");
  EXPECT_EQ(to_text(zone(kJapan).day_of(at)), "2026-11-21");
  EXPECT_EQ(to_text(Zone().day_of(at)), "2026-11-20");
  EXPECT_EQ(zone(kJapan).to_iso8601(at), "2026-11-21T00:30:00+09:00");
  EXPECT_EQ(to_text(zone(kJapan).day_of(instant("2026-11-20T14:59:59Z"))),
            "2026-11-20");
}

TEST(Zone, ClocksOnBothSidesOfAChange) {
  struct Row {
    std::string_view name, rule;
    std::string_view change;         // the first second of the new time
    std::string_view before, after;  // the wall clock then
  };
  const Row rows[] = {
      {"Italy, spring", kItaly, "2026-03-29T01:00:00Z",
       "2026-03-29T01:59:59+01:00", "2026-03-29T03:00:00+02:00"},
      {"Italy, autumn", kItaly, "2026-10-25T01:00:00Z",
       "2026-10-25T02:59:59+02:00", "2026-10-25T02:00:00+01:00"},
      {"Pacific, spring", kPacific, "2026-03-08T10:00:00Z",
       "2026-03-08T01:59:59-08:00", "2026-03-08T03:00:00-07:00"},
      {"Pacific, autumn", kPacific, "2026-11-01T09:00:00Z",
       "2026-11-01T01:59:59-07:00", "2026-11-01T01:00:00-08:00"},
      {"Sydney, spring", kSydney, "2026-10-03T16:00:00Z",
       "2026-10-04T01:59:59+10:00", "2026-10-04T03:00:00+11:00"},
      {"Sydney, autumn", kSydney, "2026-04-04T16:00:00Z",
       "2026-04-05T02:59:59+11:00", "2026-04-05T02:00:00+10:00"},
      {"Santiago, midnight skipped", kSantiago, "2026-09-06T04:00:00Z",
       "2026-09-05T23:59:59-04:00", "2026-09-06T01:00:00-03:00"},
      {"Santiago, autumn", kSantiago, "2026-04-05T03:00:00Z",
       "2026-04-04T23:59:59-03:00", "2026-04-04T23:00:00-04:00"},
      {"Dublin, winter is the exception", kDublin, "2026-10-25T01:00:00Z",
       "2026-10-25T01:59:59+01:00", "2026-10-25T01:00:00+00:00"},
      {"Dublin, spring", kDublin, "2026-03-29T01:00:00Z",
       "2026-03-29T00:59:59+00:00", "2026-03-29T02:00:00+01:00"},
      {"Nuuk, an hour before the day", kNuuk, "2026-03-29T01:00:00Z",
       "2026-03-28T22:59:59-02:00", "2026-03-29T00:00:00-01:00"},
      {"Gaza, two days after the Thursday", kGaza, "2026-03-28T00:00:00Z",
       "2026-03-28T01:59:59+02:00", "2026-03-28T03:00:00+03:00"},
      {"Lord Howe, half an hour", kLordHowe, "2026-10-03T15:30:00Z",
       "2026-10-04T01:59:59+10:30", "2026-10-04T02:30:00+11:00"},
      {"J60 is 1 March in a leap year", "CET-1CEST,J60,J300",
       "2028-03-01T01:00:00Z", "2028-03-01T01:59:59+01:00",
       "2028-03-01T03:00:00+02:00"},
      {"J60 is 1 March in any other", "CET-1CEST,J60,J300",
       "2026-03-01T01:00:00Z", "2026-03-01T01:59:59+01:00",
       "2026-03-01T03:00:00+02:00"},
      {"59 is 29 February in a leap year", "CET-1CEST,59,300",
       "2028-02-29T01:00:00Z", "2028-02-29T01:59:59+01:00",
       "2028-02-29T03:00:00+02:00"},
      {"59 is 1 March in any other", "CET-1CEST,59,300", "2026-03-01T01:00:00Z",
       "2026-03-01T01:59:59+01:00", "2026-03-01T03:00:00+02:00"},
      {"summer by two hours", "AAA0BBB-2,M3.5.0/1,M10.5.0",
       "2026-03-29T01:00:00Z", "2026-03-29T00:59:59+00:00",
       "2026-03-29T03:00:00+02:00"},
      {"a change a week before New Year's Day", "AAA0BBB,J1/-167,J180",
       "2026-12-25T01:00:00Z", "2026-12-25T00:59:59+00:00",
       "2026-12-25T02:00:00+01:00"},
      {"a change a week after New Year's Eve", "AAA0BBB,J180,J365/167",
       "2027-01-06T22:00:00Z", "2027-01-06T22:59:59+01:00",
       "2027-01-06T22:00:00+00:00"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const auto parsed = Zone::parse(row.rule);
    ASSERT_TRUE(parsed) << parsed.error();
    const Instant change = instant(row.change);
    EXPECT_EQ(parsed->to_iso8601({change.unix_seconds - 1}), row.before);
    EXPECT_EQ(parsed->to_iso8601(change), row.after);
  }
}

TEST(Zone, OffsetsOfTheGrammar) {
  struct Row {
    std::string_view rule;
    int winter, summer;
  };
  const Row rows[] = {
      {"UTC0", 0, 0},
      {"JST-9", 32400, 32400},
      {"JST-09:00:00", 32400, 32400},
      {"HST+10", -36000, -36000},
      {"<+0530>-5:30", 19800, 19800},
      {"<-03>3", -10800, -10800},
      {"LMT-9:18:59", 33539, 33539},
      {"AAA24", -86400, -86400},
      {kItaly, 3600, 7200},
      {kSydney, 39600, 36000},
      {"EST5EDT4,M3.2.0,M11.1.0", -18000, -14400},
      {"EST5EDT,0/0,J365/25", -14400, -14400},  // summer all year
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.rule);
    const auto parsed = Zone::parse(row.rule);
    ASSERT_TRUE(parsed) << parsed.error();
    EXPECT_EQ(parsed->offset_seconds(instant("2026-01-15T00:00:00Z")),
              row.winter);
    EXPECT_EQ(parsed->offset_seconds(instant("2026-07-15T00:00:00Z")),
              row.summer);
  }
}

TEST(Zone, SummerAllYearHasNoGapAtNewYear) {
  const Zone all_year = zone("EST5EDT,0/0,J365/25");
  const Instant first = instant("2027-12-30T00:00:00Z");
  for (std::int64_t hour = 0; hour < 24 * 5; ++hour) {
    EXPECT_EQ(all_year.offset_seconds({first.unix_seconds + hour * 3600}),
              -14400);
  }
}

TEST(Zone, SaysWhatIsWrong) {
  struct Row {
    std::string_view rule, message;
  };
  const Row rows[] = {
      {"",
       "zone rule \"\": expected a name of three letters or more at its "
       "end"},
      {"Europe/Rome",
       "zone rule \"Europe/Rome\": expected an offset such as "
       "-9 at \"/Rome\""},
      {"JST", "zone rule \"JST\": expected an offset such as -9 at its end"},
      {"JS-9",
       "zone rule \"JS-9\": expected a name of three letters or more "
       "at \"JS-9\""},
      {"X<B>0",
       "zone rule \"X<B>0\": expected a name of three letters or more at "
       "\"X<B>0\""},
      {"<+09-9",
       "zone rule \"<+09-9\": expected a name that > closes at "
       "\"<+09-9\""},
      {"JST-25",
       "zone rule \"JST-25\": expected an offset such as -9 at "
       "\"25\""},
      {"JST-9:60",
       "zone rule \"JST-9:60\": expected minutes from 0 to 59 at "
       "\"60\""},
      {"JST-9:00:99",
       "zone rule \"JST-9:00:99\": expected seconds from 0 to "
       "59 at \"99\""},
      {"JST-9 ",
       "zone rule \"JST-9 \": expected a name of three letters or "
       "more at \" \""},
      {"PST8PDT",
       "zone rule \"PST8PDT\": expected a comma and a change such "
       "as M3.5.0 at its end"},
      {"PST8PDT,M3.2.0",
       "zone rule \"PST8PDT,M3.2.0\": expected a comma and "
       "a change such as M3.5.0 at its end"},
      {"PST8PDT,M13.2.0,M11.1.0",
       "zone rule \"PST8PDT,M13.2.0,M11.1.0\": "
       "expected a month from 1 to 12 at "
       "\"13.2.0,M11.1.0\""},
      {"PST8PDT,M3.6.0,M11.1.0",
       "zone rule \"PST8PDT,M3.6.0,M11.1.0\": "
       "expected a week from 1 to 5 at "
       "\"6.0,M11.1.0\""},
      {"PST8PDT,M3.2.7,M11.1.0",
       "zone rule \"PST8PDT,M3.2.7,M11.1.0\": "
       "expected a weekday from 0 to 6 at "
       "\"7,M11.1.0\""},
      {"PST8PDT,M3-2.0,M11.1.0",
       "zone rule \"PST8PDT,M3-2.0,M11.1.0\": "
       "expected a dot at \"-2.0,M11.1.0\""},
      {"PST8PDT,J0,J300",
       "zone rule \"PST8PDT,J0,J300\": expected a day from "
       "1 to 365 at \"0,J300\""},
      {"PST8PDT,366,300",
       "zone rule \"PST8PDT,366,300\": expected Mm.w.d, Jn "
       "or a day from 0 to 365 at \"366,300\""},
      {"PST8PDT,M3.2.0/168,M11.1.0",
       "zone rule \"PST8PDT,M3.2.0/168,"
       "M11.1.0\": expected a time of up to 167 "
       "hours at \"168,M11.1.0\""},
      {"PST8PDT,M3.2.0,M11.1.0,",
       "zone rule \"PST8PDT,M3.2.0,M11.1.0,\": "
       "expected the end at \",\""},
      {"PST8PDT99,M3.2.0,M11.1.0",
       "zone rule \"PST8PDT99,M3.2.0,M11.1.0\": "
       "expected summer time's offset or a comma "
       "at \"99,M3.2.0,M11.1.0\""},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.rule);
    const auto parsed = Zone::parse(row.rule);
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error(), row.message);
  }
}

TEST(Zone, EveryCutOfARuleIsReadOrRefused) {
  for (const std::string_view rule : kAll) {
    for (std::size_t length = 0; length < rule.size(); ++length) {
      const std::string_view cut = rule.substr(0, length);
      const auto parsed = Zone::parse(cut);
      if (!parsed) {
        EXPECT_NE(parsed.error().find(cut), std::string::npos);
      }
    }
  }
}

TEST(Zone, StartAndEndOfADay) {
  struct Row {
    std::string_view name, rule;
    CivilDate day;
    std::string_view start, end;
  };
  const Row rows[] = {
      {"W1: ship-by in Japan",
       kJapan,
       {2026, 11, 20},
       "2026-11-20T00:00:00+09:00",
       "2026-11-20T23:59:59+09:00"},
      {"Italy, 23 hours",
       kItaly,
       {2026, 3, 29},
       "2026-03-29T00:00:00+01:00",
       "2026-03-29T23:59:59+02:00"},
      {"Italy, 25 hours",
       kItaly,
       {2026, 10, 25},
       "2026-10-25T00:00:00+02:00",
       "2026-10-25T23:59:59+01:00"},
      {"Pacific, 23 hours",
       kPacific,
       {2026, 3, 8},
       "2026-03-08T00:00:00-08:00",
       "2026-03-08T23:59:59-07:00"},
      {"Pacific, 25 hours",
       kPacific,
       {2026, 11, 1},
       "2026-11-01T00:00:00-07:00",
       "2026-11-01T23:59:59-08:00"},
      {"Santiago, no midnight",
       kSantiago,
       {2026, 9, 6},
       "2026-09-06T01:00:00-03:00",
       "2026-09-06T23:59:59-03:00"},
      {"Santiago, the day before it",
       kSantiago,
       {2026, 9, 5},
       "2026-09-05T00:00:00-04:00",
       "2026-09-05T23:59:59-04:00"},
      {"Santiago, 25 hours",
       kSantiago,
       {2026, 4, 4},
       "2026-04-04T00:00:00-03:00",
       "2026-04-04T23:59:59-04:00"},
      {"Nuuk, the last hour is skipped",
       kNuuk,
       {2026, 3, 28},
       "2026-03-28T00:00:00-02:00",
       "2026-03-28T22:59:59-02:00"},
      {"Nuuk, the next day",
       kNuuk,
       {2026, 3, 29},
       "2026-03-29T00:00:00-01:00",
       "2026-03-29T23:59:59-01:00"},
      {"a jump from half past eleven to half past midnight",
       "<-02>2<-01>,M3.5.6/23:30,M10.5.6/23:30",
       {2026, 3, 29},
       "2026-03-29T00:30:00-01:00",
       "2026-03-29T23:59:59-01:00"},
      {"and the day that it cuts short",
       "<-02>2<-01>,M3.5.6/23:30,M10.5.6/23:30",
       {2026, 3, 28},
       "2026-03-28T00:00:00-02:00",
       "2026-03-28T23:29:59-02:00"},
      {"Havana, midnight twice",
       kHavana,
       {2026, 11, 1},
       "2026-11-01T00:00:00-04:00",
       "2026-11-01T23:59:59-05:00"},
      {"Havana, no midnight",
       kHavana,
       {2026, 3, 8},
       "2026-03-08T01:00:00-04:00",
       "2026-03-08T23:59:59-04:00"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const Zone here = zone(row.rule);
    const Day day = day_of(row.day);
    EXPECT_EQ(here.to_iso8601(here.start_of(day)), row.start);
    EXPECT_EQ(here.to_iso8601(here.end_of(day)), row.end);
  }
}

TEST(Zone, PrintsSecondsOfAnOffsetOnlyWhereThereAreSome) {
  EXPECT_EQ(zone("LMT-9:18:59").to_iso8601({0}),
            "1970-01-01T09:18:59+09:18:59");
  EXPECT_EQ(zone("NST3:30").to_iso8601({0}), "1969-12-31T20:30:00-03:30");
}

TEST(Zone, PrintsPastTheLastYear) {
  EXPECT_EQ(zone(kJapan).to_iso8601({253402300799}),
            "10000-01-01T08:59:59+09:00");
}

TEST(Zone, DaysFollowOneAnotherWithoutGap) {
  for (const std::string_view rule : kAll) {
    SCOPED_TRACE(rule);
    const Zone here = zone(rule);
    for (Day day = day_of({2023, 12, 1}); day < day_of({2029, 2, 1});
         day = day + 1) {
      const Instant start = here.start_of(day);
      const Instant end = here.end_of(day);
      ASSERT_EQ(here.day_of(start), day) << to_text(day);
      ASSERT_EQ(here.day_of({start.unix_seconds - 1}), day - 1) << to_text(day);
      ASSERT_EQ(here.day_of(end), day) << to_text(day);
      ASSERT_EQ(end.unix_seconds + 1, here.start_of(day + 1).unix_seconds);
      const std::int64_t length = end.unix_seconds - start.unix_seconds + 1;
      ASSERT_TRUE(length >= 82800 && length <= 90000) << to_text(day);
    }
  }
}

TEST(Zone, PrintedInstantsAreReadBack) {
  std::mt19937_64 random(6);
  for (const std::string_view rule : kAll) {
    SCOPED_TRACE(rule);
    const Zone here = zone(rule);
    for (int i = 0; i < 5000; ++i) {
      // From 1902 to 2242, and the ends of the calendar.
      std::int64_t seconds =
          static_cast<std::int64_t>(random() % 10737418240) - 2147483648;
      if (i == 0) seconds = -62135596800 + 86400;
      if (i == 1) seconds = 253402300799 - 86400;
      const auto stamp = parse_stamp(here.to_iso8601({seconds}));
      ASSERT_TRUE(stamp) << here.to_iso8601({seconds});
      ASSERT_EQ(stamp->at.unix_seconds, seconds);
      ASSERT_EQ(stamp->day, here.day_of({seconds}));
      ASSERT_EQ(stamp->offset_minutes * 60, here.offset_seconds({seconds}));
    }
  }
}

}  // namespace
}  // namespace parcelwise
