// Tests core/policy/policy.cc.
#include "policy/policy.h"

#include <gtest/gtest.h>

#include <string>

namespace parcelwise {
namespace {

Day day(int year, int month, int date) { return day_of(CivilDate{year, month, date}); }

Policy load(std::string_view text) {
  auto policy = Policy::load(text);
  EXPECT_TRUE(policy.has_value()) << text << (policy ? "" : policy.error().expected);
  return policy ? *policy : Policy();
}

TEST(Load, the_three_that_come_with_the_program) {
  struct Row {
    const char* id;
    const char* zone;
    const char* currency;
    int midnight_in_utc_seconds;  // offset in force on 2026-11-20
  };
  const Row rows[] = {{"amazon-jp", "Asia/Tokyo", "JPY", 9 * 3600},
                      {"amazon-it", "Europe/Rome", "EUR", 3600},
                      {"amazon-us", "America/Los_Angeles", "USD", -8 * 3600}};
  ASSERT_EQ(Policy::ids().size(), std::size(rows));
  for (const Row& row : rows) {
    const Policy policy = load(row.id);
    EXPECT_EQ(policy.id(), row.id);
    EXPECT_FALSE(policy.name().empty());
    EXPECT_EQ(policy.zone_name(), row.zone);
    EXPECT_EQ(policy.currency().code(), row.currency);
    EXPECT_EQ(policy.zone().offset_seconds(Instant{1'795'132'800}),
              row.midnight_in_utc_seconds);
    for (std::size_t f = 0; f < static_cast<std::size_t>(Figure::kCount); ++f) {
      const DatedFigure& figure = policy.figure(static_cast<Figure>(f), day(2026, 11, 20));
      EXPECT_GT(figure.value, 0) << row.id << f;
      EXPECT_FALSE(figure.source.empty()) << row.id << f;
    }
  }
  const Policy japan = load("amazon-jp");
  EXPECT_EQ(japan.figure(Figure::kConfirmCalendarDays, day(2026, 11, 20)).value, 7);
  EXPECT_EQ(japan.figure(Figure::kCancelBusinessDays, day(2026, 11, 20)).value, 7);
  EXPECT_EQ(japan.figure(Figure::kEditMinutes, day(2026, 11, 20)).value, 5);
  EXPECT_FALSE(japan.business_days().is_open(day(2026, 11, 23)));  // a holiday
}

TEST(IdFor, finds_a_policy_by_marketplace_or_currency) {
  EXPECT_EQ(Policy::id_for("Amazon.co.jp"), "amazon-jp");
  EXPECT_EQ(Policy::id_for("JPY"), "amazon-jp");
  EXPECT_EQ(Policy::id_for("Amazon.it"), "amazon-it");
  EXPECT_EQ(Policy::id_for("Amazon.com"), "amazon-us");
  EXPECT_EQ(Policy::id_for("Amazon.com.br"), "");
  EXPECT_EQ(Policy::id_for(""), "");
}

TEST(Figure, the_latest_that_is_valid_counts) {
  const Policy policy = load(R"({"extends": "amazon-jp", "figures": {"edit_minutes": [
      {"value": 30, "valid_from": "2027-01-01", "source": "new"},
      {"value": 5, "valid_from": "2020-01-01", "source": "old"}]}})");
  EXPECT_EQ(policy.figure(Figure::kEditMinutes, day(2019, 12, 31)).value, 5);
  EXPECT_EQ(policy.figure(Figure::kEditMinutes, day(2026, 12, 31)).value, 5);
  EXPECT_EQ(policy.figure(Figure::kEditMinutes, day(2027, 1, 1)).value, 30);
  EXPECT_EQ(policy.figure(Figure::kEditMinutes, day(2027, 1, 1)).source, "new");
  // What the file does not name stays.
  EXPECT_EQ(policy.figure(Figure::kCancelBusinessDays, day(2027, 1, 1)).value, 7);
}

TEST(Extends, a_seller_s_file_states_only_what_differs) {
  const Policy policy = load(
      R"({"extends": "amazon-jp", "id": "our-shop",
          "business_days": {"closed": ["2026-11-24"], "open": ["2026-11-21"]}})");
  EXPECT_EQ(policy.id(), "our-shop");
  EXPECT_EQ(policy.currency().code(), "JPY");
  const BusinessDays& days = policy.business_days();
  EXPECT_FALSE(days.is_open(day(2026, 11, 24)));
  EXPECT_TRUE(days.is_open(day(2026, 11, 21)));   // a Saturday
  EXPECT_FALSE(days.is_open(day(2026, 11, 22)));  // a Sunday
  EXPECT_FALSE(days.is_open(day(2026, 11, 23)));  // a holiday
}

TEST(Extends, a_shop_that_never_opens_still_has_an_end) {
  const Policy policy = load(R"({"extends": "amazon-jp", "business_days":
      {"closed_weekdays": ["monday", "tuesday", "wednesday", "thursday", "friday",
                           "saturday", "sunday"]}})");
  EXPECT_GT(policy.business_days().add(day(2026, 11, 20), 7), day(2026, 11, 20));
}

TEST(Error, tells_where_what_and_what_was_expected) {
  struct Row {
    const char* name;
    std::string text;
    const char* pointer;
    const char* value;
    const char* expected;  // its beginning
  };
  const auto ours = [](const std::string& members) {
    return R"({"extends": "amazon-jp", )" + members + "}";
  };
  const auto figure = [&](const std::string& members) {
    return ours(R"("figures": {"edit_minutes": [{"value": 5, "valid_from": "2020-01-01", )"
                R"("source": "x"}, {)" + members + "}]}");
  };
  const Row rows[] = {
      {"an unknown id", "amazon-mars", "", "\"amazon-mars\"", "a policy file or one of"},
      {"empty", "", "", "\"\"", "a policy file or one of"},
      {"not JSON", "{\"id\": ", "", "\"{\\\"id\\\": \"", "JSON"},
      {"a trailing comma", "{\"id\": \"x\",}", "", "\"{\\\"id\\\": \\\"x\\\",}\"", "JSON"},
      {"a list", "[1, 2]", "", "[1,2]", "an object"},
      {"nothing in it", "{}", "/id", "null", "a name"},
      {"extends nothing known", R"({"extends": "amazon-mars"})", "/extends",
       "\"amazon-mars\"", "amazon-jp, amazon-it or amazon-us"},
      {"extends a number", R"({"extends": 5})", "/extends", "5", "amazon-jp,"},
      {"an unknown member", ours(R"("zones": 1)"), "/zones", "1", "one of the members"},
      {"a member with a slash", ours(R"("a/b~c": 1)"), "/a~1b~0c", "1",
       "one of the members"},
      {"an id of no length", ours(R"("id": "")"), "/id", "\"\"", "a name"},
      {"a zone's name for a rule", ours(R"("zone": {"rule": "Tokyo"})"), "/zone/rule",
       "\"Tokyo\"", "a POSIX TZ rule such as JST-9: "},
      {"no zone", ours(R"("zone": null)"), "/zone", "null", "an object with name"},
      {"a currency that is none", ours(R"("currency": "YEN")"), "/currency", "\"YEN\"",
       "an ISO 4217 code"},
      {"a weekday that is none",
       ours(R"("business_days": {"closed_weekdays": ["sunday", "funday"]})"),
       "/business_days/closed_weekdays/1", "\"funday\"", "a weekday"},
      {"a day that does not exist",
       ours(R"("business_days": {"closed": ["2026-12-29", "2026-02-30"]})"),
       "/business_days/closed/1", "\"2026-02-30\"", "a day such as"},
      {"an instant for a day",
       ours(R"("business_days": {"open": ["2026-12-29T00:00:00Z"]})"),
       "/business_days/open/0", "\"2026-12-29T00:00:00Z\"", "a day such as"},
      {"a number among days", ours(R"("business_days": {"closed": [20261229]})"),
       "/business_days/closed/0", "20261229", "a text"},
      {"holidays of the moon", ours(R"("business_days": {"holidays": "moon"})"),
       "/business_days/holidays", "\"moon\"", "none, japan, italy or united-states"},
      {"an unknown figure", ours(R"("figures": {"edit_hours": []})"),
       "/figures/edit_hours", "[]", "one of the members"},
      {"a figure without values", ours(R"("figures": {"edit_minutes": []})"),
       "/figures/edit_minutes", "[]", "a list with value"},
      {"a figure as a number", ours(R"("figures": {"edit_minutes": 5})"),
       "/figures/edit_minutes", "5", "a list with value"},
      {"a negative figure",
       figure(R"("value": -1, "valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1/value", "-1", "a whole number from 0 to 3650"},
      {"a figure too large",
       figure(R"("value": 3651, "valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1/value", "3651", "a whole number from 0 to 3650"},
      {"a figure beyond 64 bits",
       figure(R"("value": 18446744073709551615, "valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1/value", "18446744073709551615", "a whole number"},
      {"half a day", figure(R"("value": 1.5, "valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1/value", "1.5", "a whole number"},
      {"a figure as text",
       figure(R"("value": "5", "valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1/value", "\"5\"", "a whole number"},
      {"no day", figure(R"("value": 5, "source": "y")"),
       "/figures/edit_minutes/1/valid_from", "null", "a day such as"},
      {"no source", figure(R"("value": 5, "valid_from": "2027-01-01")"),
       "/figures/edit_minutes/1/source", "null", "where the figure comes from"},
  };
  for (const Row& row : rows) {
    const auto policy = Policy::load(row.text);
    ASSERT_FALSE(policy.has_value()) << row.name;
    EXPECT_EQ(policy.error().pointer, row.pointer) << row.name;
    EXPECT_EQ(policy.error().value, row.value) << row.name;
    EXPECT_EQ(policy.error().expected.rfind(row.expected, 0), 0u)
        << row.name << ": " << policy.error().expected;
  }
}

TEST(Error, a_hostile_file_is_refused_in_time_and_in_few_words) {
  const std::string texts[] = {
      std::string(1'000'000, '['),
      std::string(1'000'000, '[') + std::string(1'000'000, ']'),
      R"({"id": )" + std::string(100'000, '[') + std::string(100'000, ']') + "}",
      R"({"id": ")" + std::string(1'000'000, 'x') + "\"}",
      std::string("{\"id\": \"\xFF\xFE\"}"),
      "{\"id\": \"" + std::string(1, '\0') + "\"}",
      "\xEF\xBB\xBF{}",
  };
  for (const std::string& text : texts) {
    const auto policy = Policy::load(text);
    ASSERT_FALSE(policy.has_value()) << text.substr(0, 40);
    EXPECT_LE(policy.error().value.size(), 80u);
  }
}

}  // namespace
}  // namespace parcelwise
