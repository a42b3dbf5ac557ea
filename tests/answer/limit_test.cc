// Tests core/answer/limit.cc, and that no follow-up of any case passes the
// ship-by.
#include "answer/limit.h"

#include <gtest/gtest.h>

#include <random>

#include "answer/scenes.h"
#include "draws.h"

namespace parcelwise {
namespace {

TEST(Limit, ends_before_the_ship_by) {
  struct Row {
    const char* name;
    const char* now;
    int days;
    const char* ship_by;  // "": none
    const char* limit;    // "": no time
  };
  const Row rows[] = {
      {"two days, the 23rd is a holiday", "2026-11-20T09:00:00+09:00", 2,
       "2026-11-30T23:59:59+09:00", "2026-11-25T23:59:59+09:00"},
      {"no ship-by", "2026-11-20T09:00:00+09:00", 2, "",
       "2026-11-25T23:59:59+09:00"},
      {"the ship-by comes first", "2026-11-20T09:00:00+09:00", 2,
       "2026-11-24T23:59:59+09:00", "2026-11-23T23:59:59+09:00"},
      {"the ship-by is that day", "2026-11-20T09:00:00+09:00", 2,
       "2026-11-25T23:59:59+09:00", "2026-11-24T23:59:59+09:00"},
      {"the ship-by is tomorrow", "2026-11-19T09:00:00+09:00", 2,
       "2026-11-20T23:59:59+09:00", "2026-11-19T23:59:59+09:00"},
      {"the ship-by is today", "2026-11-20T09:00:00+09:00", 2,
       "2026-11-20T23:59:59+09:00", ""},
      {"the ship-by is past", "2026-11-21T09:00:00+09:00", 2,
       "2026-11-20T23:59:59+09:00", ""},
  };
  const Policy japan = *Policy::load("amazon-jp");
  for (const Row& row : rows) {
    std::optional<Instant> ship_by;
    if (*row.ship_by != '\0') ship_by = at(row.ship_by);
    const auto limit = silence_limit(japan, at(row.now), row.days, ship_by);
    EXPECT_EQ(limit ? japan.zone().to_iso8601(*limit) : "", row.limit)
        << row.name;
  }
}

// Over random instants, lengths and ship-bys of all three marketplaces: the
// limit is ahead, ends before the ship-by and, where that leaves it alone, has
// exactly so many business days before it.
TEST(Limit, respects_business_days_and_the_ship_by) {
  std::mt19937_64 random(20261125);
  const auto from = [&](std::int64_t least, std::int64_t most) {
    return std::uniform_int_distribution<std::int64_t>(least, most)(random);
  };
  const std::int64_t first = at("2026-01-01T00:00:00+09:00").unix_seconds;
  for (const std::string& id : Policy::ids()) {
    const Policy policy = *Policy::load(id);
    const Zone& zone = policy.zone();
    for (int i = 0; i < 3'000; ++i) {
      const Instant now{first + from(0, 3 * 365 * 86400)};
      const int days = static_cast<int>(from(1, kMostLimitDays));
      std::optional<Instant> ship_by;
      if (from(0, 3) > 0)
        ship_by = Instant{now.unix_seconds + from(-5 * 86400, 60 * 86400)};
      const auto limit = silence_limit(policy, now, days, ship_by);
      const Day today = zone.day_of(now);
      if (!limit) {
        ASSERT_TRUE(ship_by && zone.day_of(*ship_by) <= today);
        continue;
      }
      ASSERT_GE(*limit, now);
      ASSERT_EQ(*limit, zone.end_of(zone.day_of(*limit)));
      if (ship_by) {
        ASSERT_LT(*limit, *ship_by);
      }
      int open_days = 0;
      for (Day day = today + 1; day <= zone.day_of(*limit); day = day + 1) {
        open_days += policy.business_days().is_open(day) ? 1 : 0;
      }
      const bool shortened =
          ship_by && zone.day_of(*limit) + 1 == zone.day_of(*ship_by);
      if (shortened) {
        ASSERT_LE(open_days, days);
      } else {
        ASSERT_EQ(open_days, days);
        ASSERT_TRUE(policy.business_days().is_open(zone.day_of(*limit)));
      }
    }
  }
}

// Random orders and moments, every case: a follow-up of an order that is still
// to be shipped never lies behind its ship-by, and none lies in the past.
TEST(FollowUps, never_pass_the_ship_by) {
  std::mt19937_64 random(6);
  const auto day_text = [&](int day) {
    return "2026-11-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
  };
  int seen = 0;
  for (int i = 0; i < draws(120); ++i) {
    const int bought = 2 + static_cast<int>(random() % 10);
    const int promised = bought + 1 + static_cast<int>(random() % 8);
    const int today = bought + static_cast<int>(random() % 12);
    const int hour = 10 + static_cast<int>(random() % 13);
    const Files files = {
        {"open.txt",
         ReportText::unshipped()
             .row({{"purchase-date", day_text(bought) + "T01:00:00+00:00"},
                   {"payments-date", day_text(bought) + "T01:00:00+00:00"},
                   {"promise-date", day_text(promised) + "T14:59:59+00:00"},
                   {"quantity-purchased", "2"}})
             .row({{"purchase-date", day_text(bought) + "T01:00:00+00:00"},
                   {"payments-date", day_text(bought) + "T01:00:00+00:00"},
                   {"promise-date", day_text(promised) + "T14:59:59+00:00"},
                   {"order-item-id", "10000000000002"},
                   {"sku", "CUP"}})
             .text()}};
    const std::string now =
        day_text(today) + "T" + std::to_string(hour) + ":00:00+09:00";
    for (const AnswerCase* of : all_answer_cases()) {
      AnswerRequest request = asked(of->id);
      if (of->id == "items-unavailable") request.given.order_item_ids = {"CUP"};
      request.limit_days = 1 + static_cast<int>(random() % kMostLimitDays);
      const Answered answered(files, now, request);
      ASSERT_TRUE(answered.has_value());
      if (!answered.answer().follow_up) continue;
      ++seen;
      EXPECT_LE(answered.answer().follow_up->due,
                answered.answer().facts->ship_by->at)
          << of->id << " " << now;
      EXPECT_GE(answered.answer().follow_up->due, at(now))
          << of->id << " " << now;
    }
  }
  EXPECT_GT(seen, draws(100));
}

}  // namespace
}  // namespace parcelwise
