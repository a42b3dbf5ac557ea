// Tests core/policy/policy.cc.
#include "policy/policy.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace parcelwise {
namespace {

Day day(int year, int month, int date) {
  return day_of(CivilDate{year, month, date});
}

Policy load(std::string_view text) {
  auto policy = Policy::load(text);
  EXPECT_TRUE(policy.has_value())
      << text << (policy ? "" : policy.error().expected);
  return policy ? *policy : Policy();
}

constexpr std::size_t kLimits = static_cast<std::size_t>(PolicyLimit::kCount);

TEST(Load, one_for_each_marketplace) {
  struct Row {
    const char* id;
    const char* name;
    const char* currency;
    const char* winter;  // the ends of two days there, as instants
    const char* summer;
    const char* closed;        // weekdays; "?" unknown
    HolidayCalendar holidays;  // kNone: unknown
    const char* limits;        // confirm, cancel, edit, pending; "?" unknown
  };
  using enum HolidayCalendar;
  const Row rows[] = {{"amazon-jp", "Amazon.co.jp", "JPY", "+09:00", "+09:00",
                       "sat sun", kJapan, "7 7 5 6"},
                      {"amazon-us", "Amazon.com", "USD", "-08:00", "-07:00",
                       "sat sun", kUnitedStates, "7 7 30 21"},
                      {"amazon-ca", "Amazon.ca", "CAD", "-08:00", "-07:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-mx", "Amazon.com.mx", "MXN", "-06:00", "-06:00",
                       "?", kNone, "? ? 30 21"},
                      {"amazon-br", "Amazon.com.br", "BRL", "-03:00", "-03:00",
                       "?", kNone, "7 7 30 21"},
                      {"amazon-uk", "Amazon.co.uk", "GBP", "+00:00", "+01:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-de", "Amazon.de", "EUR", "+01:00", "+02:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-fr", "Amazon.fr", "EUR", "+01:00", "+02:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-it", "Amazon.it", "EUR", "+01:00", "+02:00",
                       "sat sun", kItaly, "7 7 30 21"},
                      {"amazon-es", "Amazon.es", "EUR", "+01:00", "+02:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-nl", "Amazon.nl", "EUR", "+01:00", "+02:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-be", "Amazon.com.be", "EUR", "+01:00", "+02:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-ie", "Amazon.ie", "EUR", "+00:00", "+01:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-pl", "Amazon.pl", "PLN", "+01:00", "+02:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-se", "Amazon.se", "SEK", "+01:00", "+02:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-tr", "Amazon.com.tr", "TRY", "+03:00", "+03:00",
                       "?", kNone, "? ? 30 21"},
                      {"amazon-ae", "Amazon.ae", "AED", "+04:00", "+04:00", "?",
                       kNone, "? ? 30 21"},
                      {"amazon-sa", "Amazon.sa", "SAR", "+03:00", "+03:00",
                       "fri", kNone, "? ? 30 21"},
                      {"amazon-eg", "Amazon.eg", "EGP", "+02:00", "+03:00",
                       "fri", kNone, "? ? 30 21"},
                      {"amazon-in", "Amazon.in", "INR", "+05:30", "+05:30",
                       "sun", kNone, "3 3 30 21"},
                      {"amazon-sg", "Amazon.sg", "SGD", "+08:00", "+08:00", "?",
                       kNone, "? ? 30 21"},
                      {"amazon-au", "Amazon.com.au", "AUD", "+11:00", "+10:00",
                       "sat sun", kNone, "7 7 30 21"},
                      {"amazon-za", "Amazon.co.za", "ZAR", "+02:00", "+02:00",
                       "?", kNone, "? ? 30 21"}};
  constexpr const char* kDays[] = {"mon", "tue", "wed", "thu",
                                   "fri", "sat", "sun"};
  const Day monday = day(2031, 2, 3);  // no holiday in that week
  ASSERT_EQ(Policy::ids().size(), std::size(rows));
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    const Row& row = rows[i];
    SCOPED_TRACE(row.id);
    EXPECT_EQ(Policy::ids()[i], row.id);
    const Policy policy = load(row.id);
    EXPECT_EQ(policy.id(), row.id);
    EXPECT_EQ(policy.base(), row.id);
    EXPECT_TRUE(policy.known());
    EXPECT_EQ(policy.name(), row.name);
    EXPECT_EQ(policy.marketplaces().at(0), row.name);
    EXPECT_FALSE(policy.email_domains().empty());
    EXPECT_FALSE(policy.countries().empty());
    EXPECT_EQ(policy.currency().code(), row.currency);
    EXPECT_EQ(policy.upload_decimals(), 2);
    for (const auto& [date, offset] :
         {std::pair(day(2026, 1, 15), row.winter),
          std::pair(day(2026, 7, 15), row.summer)}) {
      EXPECT_EQ(policy.zone().to_iso8601(policy.zone().end_of(date)),
                to_text(date) + "T23:59:59" + offset);
    }
    std::string closed;
    for (int d = 0; d < 7; ++d) {
      if (!policy.business_days().is_open(monday + d))
        closed += (closed.empty() ? "" : " ") + std::string(kDays[d]);
    }
    EXPECT_EQ(policy.weekend_known() ? closed : "?" + closed, row.closed);
    EXPECT_EQ(policy.holidays_known(), row.holidays != kNone);
    std::string limits;
    for (const PolicyLimit limit :
         {PolicyLimit::kConfirmCalendarDays, PolicyLimit::kCancelBusinessDays,
          PolicyLimit::kEditMinutes, PolicyLimit::kPaymentDays}) {
      const auto value = policy.value(limit, day(2026, 11, 20));
      limits += (limits.empty() ? "" : " ") +
                (value ? std::to_string(*value) : std::string("?"));
    }
    EXPECT_EQ(limits, row.limits);
    for (std::size_t f = 0; f < kLimits; ++f) {
      const DatedLimit& limit =
          policy.limit(static_cast<PolicyLimit>(f), day(2026, 11, 20));
      EXPECT_NE(limit.value, 0) << f;  // what nobody knows is no number
      EXPECT_FALSE(limit.source.empty()) << f;
      EXPECT_NE(std::string("CLU").find(limit.mark), std::string::npos) << f;
    }
  }
  EXPECT_FALSE(
      load("amazon-jp").business_days().is_open(day(2026, 11, 23)));  // holiday
  EXPECT_FALSE(load("amazon-it").business_days().is_open(day(2026, 12, 8)));
  EXPECT_TRUE(load("amazon-de").business_days().is_open(day(2026, 10, 5)));
}

TEST(Load, no_marketplace_has_no_limit) {
  const Policy& unknown = Policy::unknown();
  EXPECT_FALSE(unknown.known());
  EXPECT_FALSE(unknown.currency().known());
  EXPECT_EQ(unknown.zone().offset_seconds(Instant{1'795'132'800}), 0);
  for (const PolicyLimit limit :
       {PolicyLimit::kHandlingBusinessDays, PolicyLimit::kConfirmCalendarDays,
        PolicyLimit::kCancelBusinessDays, PolicyLimit::kReturnWindowDays,
        PolicyLimit::kReturnRefundBusinessDays, PolicyLimit::kEditMinutes,
        PolicyLimit::kDeliveryDays, PolicyLimit::kPaymentDays}) {
    EXPECT_FALSE(unknown.value(limit, day(2026, 11, 20)).has_value());
  }
  // A seller may call a policy so: it is as good as any.
  EXPECT_TRUE(load(R"({"extends": "amazon-jp", "id": "unknown"})").known());
  EXPECT_FALSE(Policy::load("unknown").has_value());
  EXPECT_FALSE(Policy::load("base").has_value());
  EXPECT_FALSE(Policy::load(R"({"extends": "europe"})").has_value());
}

TEST(Load, when_buyers_could_pay_at_the_door) {
  const Policy japan = load("amazon-jp");
  EXPECT_EQ(japan.cash_on_delivery(), CashOnDelivery::kEnded);
  EXPECT_EQ(japan.cash_on_delivery_until(), day(2024, 6, 6));
  EXPECT_EQ(load("amazon-in").cash_on_delivery(), CashOnDelivery::kOffered);
  EXPECT_EQ(load("amazon-de").cash_on_delivery(), CashOnDelivery::kNone);
  EXPECT_EQ(load("amazon-sa").cash_on_delivery(), CashOnDelivery::kUnknown);
  const Policy again = load(
      R"({"extends": "amazon-jp", "cash_on_delivery": {"state": "offered"}})");
  EXPECT_EQ(again.cash_on_delivery(), CashOnDelivery::kOffered);
  EXPECT_FALSE(again.cash_on_delivery_until().has_value());
}

TEST(Load, what_changed_on_a_day) {
  const auto value = [](const char* id, PolicyLimit limit, Day on) {
    const auto known = load(id).value(limit, on);
    return known ? std::to_string(*known) : std::string("?");
  };
  struct Row {
    const char* id;
    PolicyLimit limit;
    Day last_before;
    const char* before;
    const char* after;
  };
  using enum PolicyLimit;
  const Row rows[] = {
      {"amazon-jp", kNightCutoffMinutes, day(2023, 12, 14), "?", "300"},
      {"amazon-de", kForeignReturnDays, day(2025, 8, 10), "4", "3"},
      {"amazon-uk", kForeignReturnDays, day(2025, 8, 10), "4", "3"},
      {"amazon-fr", kForeignReturnDays, day(2025, 8, 10), "?", "?"},
      {"amazon-de", kForeignReturnAbove, day(2025, 8, 10), "2500", "2500"},
      {"amazon-us", kNightCutoffMinutes, day(2023, 12, 14), "?", "?"}};
  for (const Row& row : rows) {
    EXPECT_EQ(value(row.id, row.limit, row.last_before), row.before) << row.id;
    EXPECT_EQ(value(row.id, row.limit, row.last_before + 1), row.after)
        << row.id;
  }
}

// "off" where the seller has to set it.
std::string shown(const Policy& policy, PolicyLimit limit, Day on) {
  const auto value = policy.value(limit, on);
  return value ? std::to_string(*value) : "off";
}

TEST(Load, what_refunds_hang_on) {
  struct Row {
    const char* name;
    PolicyLimit limit;
    const char* japan;
    const char* italy;
    const char* states;
  };
  const Row rows[] = {
      {"return window", PolicyLimit::kReturnWindowDays, "30", "30", "30"},
      {"answer", PolicyLimit::kReturnAnswerHours, "24", "24", "24"},
      {"refund of a return", PolicyLimit::kReturnRefundBusinessDays, "2", "2",
       "2"},
      {"hold", PolicyLimit::kRefundHoldMinutes, "120", "120", "120"},
      {"outbound shipping", PolicyLimit::kOutboundShippingDays, "off", "14",
       "off"},
      {"concession, times", PolicyLimit::kConcessionShippingTimes, "2", "off",
       "off"},
      {"referral fee", PolicyLimit::kReferralFee, "off", "off", "off"},
      {"refund fee", PolicyLimit::kRefundFee, "1000", "off", "2000"},
      {"late", PolicyLimit::kRestockLate, "off", "off", "2000"},
      {"opened", PolicyLimit::kRestockOpened, "off", "off", "off"},
      {"opened media", PolicyLimit::kRestockMedia, "off", "off", "5000"},
      {"used", PolicyLimit::kRestockUsed, "off", "off", "5000"},
      {"damaged", PolicyLimit::kRestockDamaged, "off", "off", "5000"},
      {"refund fee, most", PolicyLimit::kRefundFeeMost, "500", "off", "500"},
      {"concession, add", PolicyLimit::kConcessionShippingAdd, "1000", "off",
       "off"},
      {"concession, most", PolicyLimit::kConcessionMost, "12000", "off", "off"},
      {"no return, most", PolicyLimit::kNoReturnMost, "1000", "off", "off"},
  };
  const Policy japan = load("amazon-jp");
  const Policy italy = load("amazon-it");
  const Policy states = load("amazon-us");
  const Day on = day(2026, 11, 20);
  for (const Row& row : rows) {
    EXPECT_EQ(shown(japan, row.limit, on), row.japan) << row.name;
    EXPECT_EQ(shown(italy, row.limit, on), row.italy) << row.name;
    EXPECT_EQ(shown(states, row.limit, on), row.states) << row.name;
  }
}

TEST(Load, what_answers_hang_on) {
  struct Row {
    const char* id;
    Language language;
    const char* payment;
  };
  const Row rows[] = {{"amazon-jp", Language::kJapanese, "6"},
                      {"amazon-it", Language::kItalian, "21"},
                      {"amazon-us", Language::kEnglish, "21"}};
  const Day on = day(2026, 11, 20);
  for (const Row& row : rows) {
    const Policy policy = load(row.id);
    EXPECT_EQ(policy.language(), row.language) << row.id;
    EXPECT_EQ(shown(policy, PolicyLimit::kPaymentDays, on), row.payment)
        << row.id;
    EXPECT_EQ(shown(policy, PolicyLimit::kAnswerHours, on), "24") << row.id;
    EXPECT_EQ(shown(policy, PolicyLimit::kClaimAnswerHours, on), "48")
        << row.id;
    EXPECT_EQ(shown(policy, PolicyLimit::kClaimOpensDays, on), "3") << row.id;
    EXPECT_EQ(shown(policy, PolicyLimit::kClaimClosesDays, on), "90") << row.id;
    EXPECT_EQ(shown(policy, PolicyLimit::kSilentBuyerBusinessDays, on), "2")
        << row.id;
  }
  const auto wrong =
      Policy::load(R"({"extends": "amazon-jp", "language": "fr"})");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().pointer, "/language");
}

TEST(Load, how_amounts_are_written) {
  struct Row {
    const char* id;
    bool tax_inside;
    char decimal_point;
    bool cp932;
  };
  const Row rows[] = {{"amazon-jp", true, '.', true},
                      {"amazon-it", true, ',', false},
                      {"amazon-us", false, '.', false}};
  for (const Row& row : rows) {
    const Policy policy = load(row.id);
    EXPECT_EQ(policy.tax_inside(), row.tax_inside) << row.id;
    EXPECT_EQ(policy.decimal_point(), row.decimal_point) << row.id;
    EXPECT_EQ(policy.upload_cp932(), row.cp932) << row.id;
    EXPECT_EQ(policy.upload_decimals(), 2) << row.id;
    EXPECT_EQ(policy.refund_code("returned"), "") << row.id;
  }
}

TEST(Upload, a_seller_s_own_way_of_writing) {
  const Policy policy = load(
      R"({"extends": "amazon-jp", "prices": "tax-added", "decimal_point": ",",
          "upload": {"decimals": 0, "refund_codes":
              {"returned": "CustomerReturn", "no-such-reason-yet": "Other"}}})");
  EXPECT_FALSE(policy.tax_inside());
  EXPECT_EQ(policy.decimal_point(), ',');
  EXPECT_EQ(policy.upload_decimals(), 0);
  EXPECT_TRUE(policy.upload_cp932());  // not named, so Japan's
  EXPECT_EQ(policy.refund_code("returned"), "CustomerReturn");
  EXPECT_EQ(policy.refund_code("no-such-reason-yet"), "Other");
  EXPECT_EQ(policy.refund_code("return"), "");
  EXPECT_EQ(policy.refund_code(""), "");

  const std::string longest(40, 'a');
  const Policy at_the_border = load(
      R"({"extends": "amazon-jp", "upload": {"decimals": 3, "encoding": "utf-8",
          "refund_codes": {")" +
      longest + R"(": ")" + longest + R"("}}})");
  EXPECT_EQ(at_the_border.upload_decimals(), 3);
  EXPECT_FALSE(at_the_border.upload_cp932());
  EXPECT_EQ(at_the_border.refund_code(longest), longest);
}

TEST(Confirmation, each_marketplace_s_form_and_carriers) {
  struct Row {
    const char* policy;
    ConfirmationForm form;
    std::size_t codes;
    const char* yamato;
    bool cancellation_tried;
  };
  const Row rows[] = {
      {"amazon-jp", ConfirmationForm::kJapan19, 53, "YAMATO", false},
      {"amazon-it", ConfirmationForm::kWorld18, 47, "YAMATO", true},
      {"amazon-us", ConfirmationForm::kWorld18, 57, "YAMATO", true},
      {R"({"extends": "amazon-us", "confirmation": {"form": "world-8"}})",
       ConfirmationForm::kWorld8, 57, "YAMATO", true},
      {R"({"extends": "amazon-jp", "confirmation": {"carriers": {"yamato": "Other"}},
           "cancellation": {"header": "known"}})",
       ConfirmationForm::kJapan19, 53, "Other", true},
  };
  for (const Row& row : rows) {
    const Policy policy = load(row.policy);
    EXPECT_EQ(policy.confirmation_form(), row.form) << row.policy;
    EXPECT_EQ(policy.carrier_codes().size(), row.codes) << row.policy;
    EXPECT_EQ(policy.carrier_code("yamato"), row.yamato) << row.policy;
    EXPECT_EQ(policy.carrier_code("sagawa"), "SAGAWA") << row.policy;
    EXPECT_EQ(policy.carrier_code("seino"), "") << row.policy;
    EXPECT_EQ(policy.cancellation_tried(), row.cancellation_tried)
        << row.policy;
  }
}

TEST(PolicyLimit, the_latest_that_is_valid_counts) {
  const Policy policy =
      load(R"({"extends": "amazon-jp", "figures": {"edit_minutes": [
      {"value": 30, "valid_from": "2027-01-01", "source": "new"},
      {"value": 5, "valid_from": "2020-01-01", "source": "old"}]}})");
  EXPECT_EQ(policy.limit(PolicyLimit::kEditMinutes, day(2019, 12, 31)).value,
            5);
  EXPECT_EQ(policy.limit(PolicyLimit::kEditMinutes, day(2026, 12, 31)).value,
            5);
  EXPECT_EQ(policy.limit(PolicyLimit::kEditMinutes, day(2027, 1, 1)).value, 30);
  EXPECT_EQ(policy.limit(PolicyLimit::kEditMinutes, day(2027, 1, 1)).source,
            "new");
  // What the file does not name stays.
  EXPECT_EQ(
      policy.limit(PolicyLimit::kCancelBusinessDays, day(2027, 1, 1)).value, 7);
}

TEST(PolicyLimit, each_unit_from_end_to_end) {
  struct Row {
    const char* name;
    const char* base;
    const char* limit;
    PolicyLimit which;
    const char* value;  // JSON
    std::optional<std::int64_t> read;
  };
  const Row rows[] = {
      {"least count", "amazon-jp", "return_window_days",
       PolicyLimit::kReturnWindowDays, "0", 0},
      {"most count", "amazon-jp", "return_window_days",
       PolicyLimit::kReturnWindowDays, "3650", 3650},
      {"a count that may be off", "amazon-it", "outbound_shipping_days",
       PolicyLimit::kOutboundShippingDays, "null", std::nullopt},
      {"and is not", "amazon-jp", "outbound_shipping_days",
       PolicyLimit::kOutboundShippingDays, "8", 8},
      {"the other", "amazon-jp", "concession_shipping_times",
       PolicyLimit::kConcessionShippingTimes, "null", std::nullopt},
      {"no percent", "amazon-us", "restock_used", PolicyLimit::kRestockUsed,
       R"("0%")", 0},
      {"the least", "amazon-us", "restock_used", PolicyLimit::kRestockUsed,
       R"("0.01%")", 1},
      {"whole percent", "amazon-us", "restock_used", PolicyLimit::kRestockUsed,
       R"("10%")", 1000},
      {"one decimal", "amazon-us", "restock_used", PolicyLimit::kRestockUsed,
       R"("7.5%")", 750},
      {"two decimals", "amazon-us", "restock_used", PolicyLimit::kRestockUsed,
       R"("99.99%")", 9999},
      {"all of it", "amazon-us", "restock_used", PolicyLimit::kRestockUsed,
       R"("100%")", 10'000},
      {"all of it, written out", "amazon-us", "restock_used",
       PolicyLimit::kRestockUsed, R"("100.00%")", 10'000},
      {"a percentage that is off", "amazon-us", "restock_used",
       PolicyLimit::kRestockUsed, "null", std::nullopt},
      {"no yen", "amazon-jp", "concession_most", PolicyLimit::kConcessionMost,
       R"("0")", 0},
      {"yen", "amazon-jp", "concession_most", PolicyLimit::kConcessionMost,
       R"("500")", 500},
      {"yen with decimals that say nothing", "amazon-jp", "concession_most",
       PolicyLimit::kConcessionMost, R"("500.00")", 500},
      {"the most yen", "amazon-jp", "concession_most",
       PolicyLimit::kConcessionMost, R"("1000000000000")", 1'000'000'000'000},
      {"dollars", "amazon-us", "concession_most", PolicyLimit::kConcessionMost,
       R"("5.00")", 500},
      {"dollars without cents", "amazon-us", "concession_most",
       PolicyLimit::kConcessionMost, R"("5")", 500},
      {"euro, by the point although Italy writes a comma", "amazon-it",
       "concession_most", PolicyLimit::kConcessionMost, R"("0.05")", 5},
      {"the most euro", "amazon-it", "concession_most",
       PolicyLimit::kConcessionMost, R"("10000000000.00")", 1'000'000'000'000},
      {"money that is off", "amazon-jp", "concession_most",
       PolicyLimit::kConcessionMost, "null", std::nullopt},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    const Policy policy =
        load(std::string(R"({"extends": ")") + row.base +
             R"(", "figures": {")" + row.limit + R"(": [{"value": )" +
             row.value + R"(, "valid_from": "2020-01-01", "source": "s"}]}})");
    const Day on = day(2026, 11, 20);
    EXPECT_EQ(policy.value(row.which, on), row.read);
    EXPECT_EQ(policy.limit(row.which, on).value, row.read);
  }
}

TEST(PolicyLimit, is_switched_on_and_off_by_its_days) {
  const Policy policy =
      load(R"({"extends": "amazon-jp", "figures": {"restock_used": [
      {"value": null, "valid_from": "2020-01-01", "source": "not yet"},
      {"value": "20%", "valid_from": "2027-01-01", "source": "our terms"},
      {"value": null, "valid_from": "2028-01-01", "source": "given up"}]}})");
  EXPECT_EQ(shown(policy, PolicyLimit::kRestockUsed, day(2019, 12, 31)), "off");
  EXPECT_EQ(shown(policy, PolicyLimit::kRestockUsed, day(2026, 12, 31)), "off");
  EXPECT_EQ(shown(policy, PolicyLimit::kRestockUsed, day(2027, 1, 1)), "2000");
  EXPECT_EQ(shown(policy, PolicyLimit::kRestockUsed, day(2027, 12, 31)),
            "2000");
  EXPECT_EQ(shown(policy, PolicyLimit::kRestockUsed, day(2028, 1, 1)), "off");
  EXPECT_EQ(policy.limit(PolicyLimit::kRestockUsed, day(2027, 6, 1)).source,
            "our terms");
}

TEST(Extends, one_restocking_rate_leaves_the_others) {
  const Policy policy =
      load(R"({"extends": "amazon-us", "figures": {"restock_used": [
      {"value": "12.5%", "valid_from": "2020-01-01", "source": "our terms"}]}})");
  const Day on = day(2026, 11, 20);
  EXPECT_EQ(shown(policy, PolicyLimit::kRestockUsed, on), "1250");
  EXPECT_EQ(shown(policy, PolicyLimit::kRestockLate, on), "2000");
  EXPECT_EQ(shown(policy, PolicyLimit::kRestockDamaged, on), "5000");
  EXPECT_EQ(shown(policy, PolicyLimit::kRefundFeeMost, on), "500");
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
  EXPECT_GT(policy.business_days().add(day(2026, 11, 20), 7),
            day(2026, 11, 20));
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
  const auto limit = [&](const std::string& members) {
    return ours(
        R"("figures": {"edit_minutes": [{"value": 5, "valid_from": "2020-01-01", )"
        R"("source": "x"}, {)" +
        members + "}]}");
  };
  // A value in place of one figure's; no other error in the file.
  const auto value = [&](const std::string& name, const std::string& json) {
    return ours("\"figures\": {\"" + name + R"(": [{"value": )" + json +
                R"(, "valid_from": "2020-01-01", "source": "x"}]})");
  };
  const auto codes = [&](const std::string& members) {
    return ours(R"("upload": {"refund_codes": {)" + members + "}}");
  };
  const std::string too_long(41, 'a');
  const std::string too_long_shown = "\"" + too_long + "\"";
  const std::string too_long_pointer = "/upload/refund_codes/" + too_long;
  const char* const kUsed = "/figures/restock_used/0/value";
  const char* const kMost = "/figures/concession_most/0/value";
  const char* const kPercentage =
      "a percentage from 0% to 100% such as \"7.5%\", or null";
  const char* const kAmount = "an amount in JPY such as \"500\", or null";
  const Row rows[] = {
      {"an unknown id", "amazon-mars", "", "\"amazon-mars\"",
       "a policy file or one of"},
      {"empty", "", "", "\"\"", "a policy file or one of"},
      {"not JSON", "{\"id\": ", "/id", "", "JSON"},
      {"a trailing comma", "{\"id\": \"x\",}", "/id", "}", "JSON"},
      {"a list", "[1, 2]", "", "[1,2]", "an object"},
      {"nothing in it", "{}", "/id", "null", "a name"},
      {"extends nothing known", R"({"extends": "amazon-mars"})", "/extends",
       "\"amazon-mars\"", "one of amazon-jp amazon-us"},
      {"extends a number", R"({"extends": 5})", "/extends", "5",
       "one of amazon-jp "},
      {"an unknown member", ours(R"("zones": 1)"), "/zones", "1",
       "one of the members"},
      {"a member with a slash", ours(R"("a/b~c": 1)"), "/a~1b~0c", "1",
       "one of the members"},
      {"an id of no length", ours(R"("id": "")"), "/id", "\"\"", "a name"},
      {"a zone's name for a rule", ours(R"("zone": {"rule": "Tokyo"})"),
       "/zone/rule", "\"Tokyo\"", "a POSIX TZ rule such as JST-9: "},
      {"no zone", ours(R"("zone": null)"), "/zone", "null",
       "an object with name"},
      {"a currency that is none", ours(R"("currency": "YEN")"), "/currency",
       "\"YEN\"", "an ISO 4217 code"},
      {"a weekday that is none",
       ours(R"("business_days": {"closed_weekdays": ["sunday", "funday"]})"),
       "/business_days/closed_weekdays/1", "\"funday\"", "a weekday"},
      {"a day that does not exist",
       ours(R"("business_days": {"closed": ["2026-12-29", "2026-02-30"]})"),
       "/business_days/closed/1", "\"2026-02-30\"", "a day such as"},
      {"an instant for a day",
       ours(R"("business_days": {"open": ["2026-12-29T00:00:00Z"]})"),
       "/business_days/open/0", "\"2026-12-29T00:00:00Z\"", "a day such as"},
      {"a number among days",
       ours(R"("business_days": {"closed": [20261229]})"),
       "/business_days/closed/0", "20261229", "a text"},
      {"holidays of the moon", ours(R"("business_days": {"holidays": "moon"})"),
       "/business_days/holidays", "\"moon\"",
       "none, japan, italy, united-states or unknown"},
      {"weekdays as a number",
       ours(R"("business_days": {"closed_weekdays": 6})"),
       "/business_days/closed_weekdays", "6", "a list of weekdays"},
      {"a marketplace named twice",
       ours(
           R"("marketplaces": ["Amazon.co.jp", "Amazon.com", "amazon.CO.JP"])"),
       "/marketplaces/2", "\"amazon.CO.JP\"",
       "a name that does not stand there before"},
      {"an e-mail domain named twice",
       ours(R"("email_domains": ["a.example", "a.example"])"),
       "/email_domains/1", "\"a.example\"", "a name that does not stand"},
      {"no list of countries", ours(R"("countries": "JP")"), "/countries",
       "\"JP\"", "a list of countries"},
      {"cash on delivery as true", ours(R"("cash_on_delivery": true)"),
       "/cash_on_delivery", "true", "an object with state and source"},
      {"cash on some deliveries",
       ours(R"("cash_on_delivery": {"state": "some"})"),
       "/cash_on_delivery/state", "\"some\"",
       "unknown, none, offered or ended"},
      {"cash on delivery that ended some day",
       ours(R"("cash_on_delivery": {"until": "2024-06"})"),
       "/cash_on_delivery/until", "\"2024-06\"", "a day such as"},
      {"an unknown figure", ours(R"("figures": {"edit_hours": []})"),
       "/figures/edit_hours", "[]", "one of the members"},
      {"a figure without values", ours(R"("figures": {"edit_minutes": []})"),
       "/figures/edit_minutes", "[]", "a list with value"},
      {"a figure as a number", ours(R"("figures": {"edit_minutes": 5})"),
       "/figures/edit_minutes", "5", "a list with value"},
      {"a negative figure",
       limit(R"("value": -1, "valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1/value", "-1",
       "a whole number from 0 to 3650, or null"},
      {"a figure too large",
       limit(R"("value": 3651, "valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1/value", "3651",
       "a whole number from 0 to 3650, or null"},
      {"a figure beyond 64 bits",
       limit(
           R"("value": 18446744073709551615, "valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1/value", "18446744073709551615",
       "a whole number"},
      {"half a day",
       limit(R"("value": 1.5, "valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1/value", "1.5", "a whole number"},
      {"a figure as text",
       limit(R"("value": "5", "valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1/value", "\"5\"", "a whole number"},
      {"no day", limit(R"("value": 5, "source": "y")"),
       "/figures/edit_minutes/1/valid_from", "null", "a day such as"},
      {"no source", limit(R"("value": 5, "valid_from": "2027-01-01")"),
       "/figures/edit_minutes/1/source", "null", "where the figure comes from"},
      {"no value", limit(R"("valid_from": "2027-01-01", "source": "y")"),
       "/figures/edit_minutes/1", R"({"valid_from":"2027-01-01","source":"y"})",
       "an object with value"},
      {"no value where null may stand",
       ours(
           R"("figures": {"refund_fee": [{"valid_from": "2027-01-01", "source": "y"}]})"),
       "/figures/refund_fee/0", R"({"valid_from":"2027-01-01","source":"y"})",
       "an object with value"},
      {"a negative count that may be off",
       value("outbound_shipping_days", "-1"),
       "/figures/outbound_shipping_days/0/value", "-1",
       "a whole number from 0 to 3650, or null"},
      {"a count that may be off, too large",
       value("concession_shipping_times", "3651"),
       "/figures/concession_shipping_times/0/value", "3651",
       "a whole number from 0 to 3650, or null"},
      {"a percentage as a number", value("restock_used", "10"), kUsed, "10",
       kPercentage},
      {"a percentage without its sign", value("restock_used", R"("10")"), kUsed,
       "\"10\"", kPercentage},
      {"a percentage of nothing", value("restock_used", R"("%")"), kUsed,
       "\"%\"", kPercentage},
      {"an empty percentage", value("restock_used", R"("")"), kUsed, "\"\"",
       kPercentage},
      {"more than all", value("restock_used", R"("100.01%")"), kUsed,
       "\"100.01%\"", kPercentage},
      {"a negative percentage", value("restock_used", R"("-1%")"), kUsed,
       "\"-1%\"", kPercentage},
      {"less than nothing of nothing", value("restock_used", R"("-0%")"), kUsed,
       "\"-0%\"", kPercentage},
      {"three decimals", value("restock_used", R"("7.505%")"), kUsed,
       "\"7.505%\"", kPercentage},
      {"a percentage with a comma", value("restock_used", R"("7,5%")"), kUsed,
       "\"7,5%\"", kPercentage},
      {"a percentage with a space", value("restock_used", R"("7 %")"), kUsed,
       "\"7 %\"", kPercentage},
      {"two percent signs", value("restock_used", R"("7%%")"), kUsed, "\"7%%\"",
       kPercentage},
      {"a percentage beyond 64 bits",
       value("restock_used", R"("99999999999999999999%")"), kUsed,
       "\"99999999999999999999%\"", kPercentage},
      {"a percentage as true", value("restock_used", "true"), kUsed, "true",
       kPercentage},
      {"money as a number", value("concession_most", "500"), kMost, "500",
       kAmount},
      {"negative money", value("concession_most", R"("-500")"), kMost,
       "\"-500\"", kAmount},
      {"half a yen", value("concession_most", R"("500.5")"), kMost, "\"500.5\"",
       kAmount},
      {"thousands set apart", value("concession_most", R"("12,000")"), kMost,
       "\"12,000\"", kAmount},
      {"with the currency", value("concession_most", R"("500 JPY")"), kMost,
       "\"500 JPY\"", kAmount},
      {"empty money", value("concession_most", R"("")"), kMost, "\"\"",
       kAmount},
      {"one yen too many", value("concession_most", R"("1000000000001")"),
       kMost, "\"1000000000001\"", kAmount},
      {"money beyond 64 bits",
       value("concession_most", R"("99999999999999999999")"), kMost,
       "\"99999999999999999999\"", kAmount},
      {"a tenth of a cent",
       R"({"extends": "amazon-us", "figures": {"refund_fee_most":
           [{"value": "5.001", "valid_from": "2020-01-01", "source": "x"}]}})",
       "/figures/refund_fee_most/0/value", "\"5.001\"",
       "an amount in USD such as \"5.00\", or null"},
      {"a decimal comma, in Italy too",
       R"({"extends": "amazon-it", "figures": {"refund_fee_most":
           [{"value": "5,00", "valid_from": "2020-01-01", "source": "x"}]}})",
       "/figures/refund_fee_most/0/value", "\"5,00\"",
       "an amount in EUR such as \"5.00\", or null"},
      {"prices of a third kind", ours(R"("prices": "tax-free")"), "/prices",
       "\"tax-free\"", "\"tax-inside\" or \"tax-added\""},
      {"prices as true", ours(R"("prices": true)"), "/prices", "true",
       "\"tax-inside\" or"},
      {"no prices", ours(R"("prices": null)"), "/prices", "null",
       "\"tax-inside\" or"},
      {"a point that is none", ours(R"("decimal_point": ";")"),
       "/decimal_point", "\";\"", "\".\" or \",\""},
      {"no point", ours(R"("decimal_point": null)"), "/decimal_point", "null",
       "\".\" or \",\""},
      {"no confirmation", ours(R"("confirmation": null)"), "/confirmation",
       "null", "an object with form, carriers, carrier_codes and source"},
      {"a form that is none", ours(R"("confirmation": {"form": "japan-9"})"),
       "/confirmation/form", "\"japan-9\"", "japan-19, world-18 or world-8"},
      {"a code that Amazon lacks",
       ours(R"("confirmation": {"carriers": {"yamato": "Yamato"}})"),
       "/confirmation/carriers/yamato", "\"Yamato\"", "one of carrier_codes"},
      {"a carrier with a space",
       ours(R"("confirmation": {"carriers": {"my van": "Other"}})"),
       "/confirmation/carriers/my van", "\"my van\"",
       "a carrier of 1 to 40 characters, a to z and -"},
      {"carriers as a list", ours(R"("confirmation": {"carriers": []})"),
       "/confirmation/carriers", "[]", "an object of carrier codes by carrier"},
      {"a header that is neither", ours(R"("cancellation": {"header": "new"})"),
       "/cancellation/header", "\"new\"", "\"known\" or \"untried\""},
      {"no upload", ours(R"("upload": null)"), "/upload", "null",
       "an object with decimals, encoding and refund_codes"},
      {"an upload that is a text", ours(R"("upload": "cp932")"), "/upload",
       "\"cp932\"", "an object with decimals"},
      {"an unknown member of upload", ours(R"("upload": {"decimal": 2})"),
       "/upload/decimal", "2",
       "one of the members decimals, encoding, refund_codes"},
      {"four decimals", ours(R"("upload": {"decimals": 4})"),
       "/upload/decimals", "4", "a whole number from 0 to 3"},
      {"negative decimals", ours(R"("upload": {"decimals": -1})"),
       "/upload/decimals", "-1", "a whole number from 0 to 3"},
      {"decimals as text", ours(R"("upload": {"decimals": "2"})"),
       "/upload/decimals", "\"2\"", "a whole number from 0 to 3"},
      {"another encoding", ours(R"("upload": {"encoding": "utf-16"})"),
       "/upload/encoding", "\"utf-16\"", "\"cp932\" or \"utf-8\""},
      {"codes as a list", ours(R"("upload": {"refund_codes": []})"),
       "/upload/refund_codes", "[]", "an object of codes"},
      {"no codes", ours(R"("upload": {"refund_codes": null})"),
       "/upload/refund_codes", "null", "an object of codes"},
      {"a code with a digit", codes(R"("returned": "Return2")"),
       "/upload/refund_codes/returned", "\"Return2\"",
       "a code of 1 to 40 letters"},
      {"a code that would end its cell", codes(R"("returned": "A\tB")"),
       "/upload/refund_codes/returned", "\"A\\tB\"",
       "a code of 1 to 40 letters"},
      {"an empty code", codes(R"("returned": "")"),
       "/upload/refund_codes/returned", "\"\"", "a code of 1 to 40 letters"},
      {"a code too long", codes(R"("returned": ")" + too_long + "\""),
       "/upload/refund_codes/returned", too_long_shown.c_str(),
       "a code of 1 to 40 letters"},
      {"a code as a number", codes(R"("returned": 1)"),
       "/upload/refund_codes/returned", "1", "a code of 1 to 40 letters"},
      {"a reason with a slash", codes(R"("a/b": "Other")"),
       "/upload/refund_codes/a~1b", "\"a/b\"", "a reason of 1 to 40"},
      {"a reason in capitals", codes(R"("Returned": "Other")"),
       "/upload/refund_codes/Returned", "\"Returned\"", "a reason of 1 to 40"},
      {"an empty reason", codes(R"("": "Other")"), "/upload/refund_codes/",
       "\"\"", "a reason of 1 to 40"},
      {"a language as a number", ours(R"("language": 1)"), "/language", "1",
       "ja, en or it"},
      {"a language nobody wrote", ours(R"("language": "fr")"), "/language",
       "\"fr\"", "ja, en or it"},
      {"cash on delivery as a text", ours(R"("cash_on_delivery": "none")"),
       "/cash_on_delivery", "\"none\"", "an object with state and source"},
      {"a state of it as a number", ours(R"("cash_on_delivery": {"state": 1})"),
       "/cash_on_delivery/state", "1", "unknown, none, offered or ended"},
      {"it ended, and nobody says when",
       ours(R"("cash_on_delivery": {"state": "ended", "until": null})"),
       "/cash_on_delivery/until", "null", "a day such as"},
      {"it ended on a day that is none",
       ours(R"("cash_on_delivery": {"state": "ended", "until": "2024-06-31"})"),
       "/cash_on_delivery/until", "\"2024-06-31\"", "a day such as"},
      {"a form as a number", ours(R"("confirmation": {"form": 19})"),
       "/confirmation/form", "19", "japan-19, world-18 or world-8"},
      {"a carrier's code as a number",
       ours(R"("confirmation": {"carriers": {"yamato": 1}})"),
       "/confirmation/carriers/yamato", "1", "one of carrier_codes"},
      {"a carrier's code that Amazon lacks",
       ours(R"("confirmation": {"carriers": {"yamato": "CAT"}})"),
       "/confirmation/carriers/yamato", "\"CAT\"", "one of carrier_codes"},
      {"a carrier in capitals",
       ours(R"("confirmation": {"carriers": {"YAMATO": "YAMATO"}})"),
       "/confirmation/carriers/YAMATO", "\"YAMATO\"", "a carrier of 1 to 40"},
      {"what ends for IOSS as a day",
       ours(R"("confirmation": {"other_for_ioss": "2026-06-30"})"),
       "/confirmation/other_for_ioss", "\"2026-06-30\"",
       "an object with until and source"},
      {"a day of it that is none",
       ours(
           R"("confirmation": {"other_for_ioss": {"until": "soon", "source": "x"}})"),
       "/confirmation/other_for_ioss/until", "\"soon\"", "a day such as"},
      {"a day of it as a number",
       ours(
           R"("confirmation": {"other_for_ioss": {"until": 2026, "source": "x"}})"),
       "/confirmation/other_for_ioss/until", "2026", "a day such as"},
      {"outbound cost as a text", ours(R"("outbound_cost": "kept")"),
       "/outbound_cost", "\"kept\"", "an object with state and source"},
      {"a state of it that is none",
       ours(R"("outbound_cost": {"state": "lost", "source": "x"})"),
       "/outbound_cost/state", "\"lost\"", ""},
      {"a figure as a number", ours(R"("figures": {"edit_minutes": [5]})"),
       "/figures/edit_minutes/0", "5",
       "an object with value, valid_from and source"},
      {"a header that is none", ours(R"("upload": {"header": "perhaps"})"),
       "/upload/header", "\"perhaps\"", ""},
      {"a reason too long", codes("\"" + too_long + R"(": "Other")"),
       too_long_pointer.c_str(), too_long_shown.c_str(), "a reason of 1 to 40"},
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
      R"({"id": )" + std::string(100'000, '[') + std::string(100'000, ']') +
          "}",
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
