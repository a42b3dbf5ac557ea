// Policies from JSON. Every member is checked where it is read, so an error
// names the exact place and what belongs there.
#include "policy/policy.h"

#include <algorithm>
#include <optional>

#include "files/json_reader.h"
#include "files/open_json.h"
#include "text/fold.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

constexpr std::size_t kLimitCount =
    static_cast<std::size_t>(PolicyLimit::kCount);

constexpr std::array<std::string_view, kLimitCount> kLimitNames = {
    "handling_business_days",
    "confirm_calendar_days",
    "cancel_business_days",
    "edit_minutes",
    "delivery_days",
    "personal_data_days",
    "max_combined_orders",
    "return_window_days",
    "return_answer_hours",
    "return_refund_business_days",
    "refund_hold_minutes",
    "outbound_shipping_days",
    "concession_shipping_times",
    "referral_fee",
    "refund_fee",
    "restock_late",
    "restock_opened",
    "restock_used",
    "restock_damaged",
    "refund_fee_most",
    "concession_shipping_add",
    "concession_most",
    "no_return_most",
    "answer_hours",
    "claim_answer_hours",
    "claim_opens_days",
    "claim_closes_days",
    "silent_buyer_business_days",
    "payment_days",
    "night_cutoff_minutes",
    "foreign_return_days",
    "foreign_return_above",
    "restock_media"};
// From here on a policy may leave a figure out: those written before it was
// known stay good.
constexpr std::size_t kFirstOptional =
    static_cast<std::size_t>(PolicyLimit::kNightCutoffMinutes);

enum class Unit : std::uint8_t { kCount, kPercent, kMoney };

constexpr std::array<Unit, kLimitCount> kLimitUnits = {
    Unit::kCount,     // handling_business_days
    Unit::kCount,     // confirm_calendar_days
    Unit::kCount,     // cancel_business_days
    Unit::kCount,     // edit_minutes
    Unit::kCount,     // delivery_days
    Unit::kCount,     // personal_data_days
    Unit::kCount,     // max_combined_orders
    Unit::kCount,     // return_window_days
    Unit::kCount,     // return_answer_hours
    Unit::kCount,     // return_refund_business_days
    Unit::kCount,     // refund_hold_minutes
    Unit::kCount,     // outbound_shipping_days
    Unit::kCount,     // concession_shipping_times
    Unit::kPercent,   // referral_fee
    Unit::kPercent,   // refund_fee
    Unit::kPercent,   // restock_late
    Unit::kPercent,   // restock_opened
    Unit::kPercent,   // restock_used
    Unit::kPercent,   // restock_damaged
    Unit::kMoney,     // refund_fee_most
    Unit::kMoney,     // concession_shipping_add
    Unit::kMoney,     // concession_most
    Unit::kMoney,     // no_return_most
    Unit::kCount,     // answer_hours
    Unit::kCount,     // claim_answer_hours
    Unit::kCount,     // claim_opens_days
    Unit::kCount,     // claim_closes_days
    Unit::kCount,     // silent_buyer_business_days
    Unit::kCount,     // payment_days
    Unit::kCount,     // night_cutoff_minutes
    Unit::kCount,     // foreign_return_days
    Unit::kMoney,     // foreign_return_above
    Unit::kPercent};  // restock_media

constexpr std::int64_t kLargestCount =
    3650;  // ten years in days: more is a slip
constexpr int kPercentDecimals = 2;
constexpr std::int64_t kLargestPercent = 100'00;
constexpr std::int64_t kLargestMoney = 1'000'000'000'000;
constexpr int kLargestDecimals = 3;         // no currency has more
constexpr std::size_t kLongestReason = 40;  // and code

// In the order of ConfirmationForm.
constexpr std::array<std::string_view, 3> kConfirmationForms = {
    "japan-19", "world-18", "world-8"};

// In the order of CashOnDelivery.
constexpr std::array<std::string_view, 4> kCashOnDelivery = {
    "unknown", "none", "offered", "ended"};

constexpr std::string_view kNotKnown = "unknown";

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday",  "wednesday", "thursday",
    "friday", "saturday", "sunday"};

bool is_reason(std::string_view text) {
  return !text.empty() && text.size() <= kLongestReason &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") ==
             std::string_view::npos;
}

bool is_code(std::string_view text) {
  if (text.empty() || text.size() > kLongestReason) return false;
  for (const char c : text) {
    if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z')) return false;
  }
  return true;
}

}  // namespace

// Walks the merged JSON; the first error ends the walk.
class PolicyReader : private JsonReader {
 public:
  // `base`: the marketplace's own week and holidays.
  static void count_marketplace_days(Policy& policy, BusinessDayRules base) {
    const BusinessDayRules& own = policy.business_days_.rules();
    for (std::size_t day = 0; day < base.closed_weekdays.size(); ++day) {
      base.closed_weekdays[day] =
          base.closed_weekdays[day] && own.closed_weekdays[day];
    }
    if (own.holidays == HolidayCalendar::kNone) base.holidays = own.holidays;
    base.closed.clear();
    base.open = own.open;
    policy.marketplace_days_ = BusinessDays(std::move(base));
  }

  tl::expected<Policy, PolicyError> read(const Json& json) {
    if (!json.is_object()) return wrong("", json, "an object");
    known_members("", json,
                  {"id",
                   "extends",
                   "name",
                   "amazon_id",
                   "marketplaces",
                   "email_domains",
                   "countries",
                   "identity",
                   "zone",
                   "currency",
                   "language",
                   "prices",
                   "decimal_point",
                   "business_days",
                   "upload",
                   "cash_on_delivery",
                   "confirmation",
                   "cancellation",
                   "outbound_cost",
                   "figures"});
    policy_.id_ = text("/id", json, "id", "a name of 1 to 60 characters");
    policy_.name_ = text("/name", json, "name", "a name of 1 to 60 characters");
    read_zone(json);
    const std::string code =
        text("/currency", json, "currency", "an ISO 4217 code");
    if (const auto currency = Currency::from_code(code)) {
      policy_.currency_ = *currency;
    } else if (code != kNotKnown) {
      note("/currency", member(json, "currency"),
           "an ISO 4217 code such as JPY");
    }
    read_language(json);
    policy_.tax_inside_ =
        one_of("/prices", json, "prices", "tax-inside", "tax-added");
    policy_.decimal_point_ =
        one_of("/decimal_point", json, "decimal_point", ".", ",") ? '.' : ',';
    policy_.marketplaces_ = names(json, "marketplaces", true);
    policy_.email_domains_ = names(json, "email_domains", false);
    policy_.countries_ = names(json, "countries", false);
    read_business_days(json);
    read_upload(json);
    read_cash_on_delivery(json);
    read_confirmation(json);
    read_cancellation(json);
    read_outbound_cost(json);
    read_limits(json);
    if (complaint_) return tl::unexpected(std::move(*complaint_));
    return policy_;
  }

  static tl::unexpected<PolicyError> wrong(std::string pointer,
                                           const Json& value,
                                           std::string expected) {
    return tl::unexpected(
        describe(std::move(pointer), value, std::move(expected)));
  }

 private:
  // Policies written before messages were: English.
  void read_language(const Json& json) {
    if (!json.contains("language")) return;
    const Json& value = member(json, "language");
    const auto language = language_from_name(value.text());
    if (!language) return note("/language", value, "ja, en or it");
    policy_.language_ = *language;
  }

  void read_zone(const Json& json) {
    const Json& zone = member(json, "zone");
    if (!zone.is_object()) {
      return note("/zone", zone, "an object with name and rule");
    }
    known_members("/zone", zone, {"name", "rule", "source", "mark"});
    policy_.zone_name_ =
        text("/zone/name", zone, "name", "a zone name such as Asia/Tokyo");
    const std::string rule =
        text("/zone/rule", zone, "rule", "a POSIX TZ rule such as JST-9");
    if (auto parsed = Zone::parse(rule)) {
      policy_.zone_ = *parsed;
    } else {
      note("/zone/rule", member(zone, "rule"),
           "a POSIX TZ rule such as JST-9: " + parsed.error());
    }
  }

  std::vector<Day> days(const std::string& pointer, const Json& object,
                        std::string_view name) {
    std::vector<Day> list;
    const std::vector<std::string> written =
        texts(pointer, object, name, "a list of days such as 2026-12-29");
    for (std::size_t i = 0; i < written.size(); ++i) {
      if (const auto day = read_day(written[i])) {
        list.push_back(*day);
      } else {
        note(pointer + "/" + std::to_string(i), written[i],
             "a day such as 2026-12-29");
      }
    }
    return list;
  }

  // What a marketplace is told by: no name twice, in whatever case.
  std::vector<std::string> names(const Json& json, std::string_view member_name,
                                 bool required) {
    const std::string at = "/" + std::string(member_name);
    if (!required && !json.contains(member_name)) return {};
    std::vector<std::string> list =
        texts(at, json, member_name, "a list of " + std::string(member_name));
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t before = 0; before < i; ++before) {
        if (fold_for_search(list[before]) != fold_for_search(list[i])) continue;
        note(at + "/" + std::to_string(i), list[i],
             "a name that does not stand there before");
      }
    }
    return list;
  }

  void read_cash_on_delivery(const Json& json) {
    if (!json.contains("cash_on_delivery")) return;
    const Json& object = member(json, "cash_on_delivery");
    const std::string at = "/cash_on_delivery";
    if (!object.is_object()) {
      return note(at, object, "an object with state and source");
    }
    known_members(at, object, {"state", "until", "source", "mark"});
    source(at, object);
    const Json& state = member(object, "state");
    const auto found =
        std::find(kCashOnDelivery.begin(), kCashOnDelivery.end(), state.text());
    if (found == kCashOnDelivery.end()) {
      return note(at + "/state", state, "unknown, none, offered or ended");
    }
    policy_.cash_on_delivery_ =
        static_cast<CashOnDelivery>(found - kCashOnDelivery.begin());
    if (policy_.cash_on_delivery_ != CashOnDelivery::kEnded) return;
    const Json& until = member(object, "until");
    policy_.cash_on_delivery_until_ = read_day(until.text());
    if (!policy_.cash_on_delivery_until_) {
      note(at + "/until", until, "a day such as 2024-06-06");
    }
  }

  void read_business_days(const Json& json) {
    const Json& object = member(json, "business_days");
    const std::string at = "/business_days";
    if (!object.is_object()) return note(at, object, "an object");
    known_members(
        at, object,
        {"closed_weekdays", "holidays", "closed", "open", "source", "mark"});
    BusinessDayRules rules;
    rules.closed_weekdays.fill(false);
    policy_.weekend_known_ = member(object, "closed_weekdays") != kNotKnown;
    const auto weekdays =
        policy_.weekend_known_
            ? texts(at + "/closed_weekdays", object, "closed_weekdays",
                    "a list of weekdays such as sunday, or \"unknown\"")
            : std::vector<std::string>();
    for (std::size_t i = 0; i < weekdays.size(); ++i) {
      const auto found =
          std::find(kWeekdays.begin(), kWeekdays.end(), weekdays[i]);
      if (found == kWeekdays.end()) {
        note(at + "/closed_weekdays/" + std::to_string(i), weekdays[i],
             "a weekday such as sunday");
        continue;
      }
      rules.closed_weekdays[static_cast<std::size_t>(found -
                                                     kWeekdays.begin())] = true;
    }
    const std::string expected = "none, japan, italy, united-states or unknown";
    const std::string calendar =
        text(at + "/holidays", object, "holidays", expected);
    policy_.holidays_known_ = calendar != kNotKnown;
    if (const auto holidays = holiday_calendar(calendar)) {
      rules.holidays = *holidays;
    } else if (policy_.holidays_known_) {
      note(at + "/holidays", member(object, "holidays"), expected);
    }
    rules.closed = days(at + "/closed", object, "closed");
    rules.open = days(at + "/open", object, "open");
    policy_.business_days_ = BusinessDays(std::move(rules));
    count_marketplace_days(policy_, policy_.business_days_.rules());
  }

  void read_upload(const Json& json) {
    const Json& object = member(json, "upload");
    const std::string at = "/upload";
    if (!object.is_object()) {
      return note(at, object,
                  "an object with decimals, encoding and refund_codes");
    }
    known_members(at, object,
                  {"decimals", "encoding", "refund_codes", "header"});
    policy_.refunds_tried_ =
        !object.contains("header") ||
        one_of(at + "/header", object, "header", "known", "untried");
    const Json& decimals = member(object, "decimals");
    if (const auto number = whole_number(decimals, 0, kLargestDecimals)) {
      policy_.upload_decimals_ = static_cast<int>(*number);
    } else {
      note(at + "/decimals", decimals, "a whole number from 0 to 3");
    }
    policy_.upload_cp932_ =
        one_of(at + "/encoding", object, "encoding", "cp932", "utf-8");
    const Json& codes = member(object, "refund_codes");
    if (!codes.is_object()) {
      return note(at + "/refund_codes", codes, "an object of codes by reason");
    }
    for (const auto& [reason, code] : codes.items()) {
      const std::string there = at + "/refund_codes" + pointer_step(reason);
      if (!is_reason(reason)) {
        note(there, reason, "a reason of 1 to 40 characters, a to z and -");
      } else if (!code.is_string() || !is_code(code.text())) {
        note(there, code, "a code of 1 to 40 letters such as CustomerReturn");
      } else {
        policy_.refund_codes_.emplace_back(reason, code.text());
      }
    }
  }

  void read_confirmation(const Json& json) {
    const Json& object = member(json, "confirmation");
    const std::string at = "/confirmation";
    if (!object.is_object()) {
      return note(at, object,
                  "an object with form, carriers, carrier_codes and source");
    }
    known_members(
        at, object,
        {"form", "carriers", "carrier_codes", "other_for_ioss", "source"});
    source(at, object);
    read_other_for_ioss(at + "/other_for_ioss", object);
    const Json& form = member(object, "form");
    const auto found = std::find(kConfirmationForms.begin(),
                                 kConfirmationForms.end(), form.text());
    if (found == kConfirmationForms.end()) {
      note(at + "/form", form, "japan-19, world-18 or world-8");
    } else {
      policy_.confirmation_form_ =
          static_cast<ConfirmationForm>(found - kConfirmationForms.begin());
    }
    policy_.carrier_codes_ =
        texts(at + "/carrier_codes", object, "carrier_codes",
              "a list of Amazon's carrier codes");
    const Json& carriers = member(object, "carriers");
    if (!carriers.is_object()) {
      return note(at + "/carriers", carriers,
                  "an object of carrier codes by carrier");
    }
    for (const auto& [carrier, code] : carriers.items()) {
      const std::string there = at + "/carriers" + pointer_step(carrier);
      const auto& codes = policy_.carrier_codes_;
      if (!is_reason(carrier)) {
        note(there, carrier, "a carrier of 1 to 40 characters, a to z and -");
      } else if (!code.is_string() || std::find(codes.begin(), codes.end(),
                                                code.text()) == codes.end()) {
        note(there, code, "one of carrier_codes");
      } else {
        policy_.carrier_code_of_.emplace_back(carrier, code.text());
      }
    }
  }

  void read_other_for_ioss(const std::string& at, const Json& confirmation) {
    if (!confirmation.contains("other_for_ioss")) return;
    const Json& object = member(confirmation, "other_for_ioss");
    if (!object.is_object())
      return note(at, object, "an object with until and source");
    known_members(at, object, {"until", "source", "mark"});
    source(at, object);
    const Json& until = member(object, "until");
    if (until.is_string()) {
      policy_.other_for_ioss_until_ = read_day(until.text());
    }
    if (!policy_.other_for_ioss_until_)
      note(at + "/until", until, "a day such as 2026-06-30");
  }

  void read_outbound_cost(const Json& json) {
    if (!json.contains("outbound_cost")) return;
    const Json& object = member(json, "outbound_cost");
    const std::string at = "/outbound_cost";
    if (!object.is_object())
      return note(at, object, "an object with state and source");
    known_members(at, object, {"state", "source", "mark"});
    source(at, object);
    policy_.keeps_outbound_cost_ =
        one_of(at + "/state", object, "state", "kept", "not-kept");
  }

  void read_cancellation(const Json& json) {
    const Json& object = member(json, "cancellation");
    const std::string at = "/cancellation";
    if (!object.is_object())
      return note(at, object, "an object with header and source");
    known_members(at, object, {"header", "source"});
    source(at, object);
    policy_.cancellation_tried_ =
        one_of(at + "/header", object, "header", "known", "untried");
  }

  void read_limits(const Json& json) {
    const Json& object = member(json, "figures");
    if (!object.is_object()) return note("/figures", object, "an object");
    known_members("/figures", object, {kLimitNames.begin(), kLimitNames.end()});
    for (std::size_t f = 0; f < kLimitNames.size(); ++f) {
      const std::string at = "/figures/" + std::string(kLimitNames[f]);
      if (f >= kFirstOptional && !object.contains(kLimitNames[f])) {
        policy_.limits_[f].emplace_back();
        continue;
      }
      const Json& list = member(object, kLimitNames[f]);
      if (!list.is_array() || list.empty()) {
        note(at, list, "a list with value, valid_from and source");
        continue;
      }
      for (std::size_t i = 0; i < list.size(); ++i) {
        // By day; of two for one day the later in the file holds.
        const DatedLimit limit =
            read_limit(at + "/" + std::to_string(i), list[i], kLimitUnits[f]);
        auto& dated = policy_.limits_[f];
        auto place = dated.end();
        while (place != dated.begin() &&
               limit.valid_from < (place - 1)->valid_from) {
          --place;
        }
        dated.insert(place, limit);
      }
    }
  }

  void read_value(const std::string& at, const Json& value, Unit unit,
                  DatedLimit& limit) {
    if (value.is_null()) return;
    std::optional<std::int64_t> number;
    std::string expected;
    if (unit == Unit::kPercent) {
      expected = "a percentage from 0% to 100% such as \"7.5%\", or null";
      std::string_view text = value.text();
      if (!text.empty() && text.back() == '%') {
        text.remove_suffix(1);
        number = read_number(text, kPercentDecimals, kLargestPercent);
      }
    } else if (unit == Unit::kMoney) {
      const Currency& currency = policy_.currency_;
      expected =
          "an amount in " + std::string(currency.code()) + " such as \"" +
          print_amount({currency, currency.exponent() == 0 ? 500 : 5'00}) +
          "\", or null";
      if (value.is_string()) {
        number = read_number(value.text(), currency.exponent(), kLargestMoney);
      }
    } else {
      expected = "a whole number from 0 to 3650, or null";
      number = whole_number(value, 0, kLargestCount);
    }
    if (!number) return note(at, value, std::move(expected));
    limit.value = number;
  }

  DatedLimit read_limit(const std::string& at, const Json& object, Unit unit) {
    DatedLimit limit;
    if (!object.is_object()) {
      note(at, object, "an object with value, valid_from and source");
      return limit;
    }
    known_members(at, object, {"value", "valid_from", "source", "mark"});
    // null says something here, so a figure without the member is not one.
    if (object.contains("value")) {
      read_value(at + "/value", member(object, "value"), unit, limit);
    } else {
      note(at, object, "an object with value, valid_from and source");
    }
    limit.valid_from = valid_from(at, object);
    limit.source = source(at, object);
    const Json& mark = member(object, "mark");
    if (mark == "C" || mark == "L" || mark == "U") {
      limit.mark = mark.text().front();
    }
    return limit;
  }

  Policy policy_;
};

namespace {

std::string of_ids() {
  std::string list;
  for (const std::string& id : Policy::ids()) list += " " + id;
  return list;
}

bool is_own(std::string_view id) {
  return std::find(Policy::ids().begin(), Policy::ids().end(), id) !=
         Policy::ids().end();
}

// A file of ours with what it builds on, which is ours too.
Json embedded_policy(std::string_view id) {
  Json own = embedded_json("amazon/" + std::string(id) + ".json");
  if (!own.contains("extends")) return own;
  Json merged = embedded_policy(own["extends"].text());
  merged.merge_patch(own);
  return merged;
}

}  // namespace

tl::expected<Policy, PolicyError> Policy::load(std::string_view text) {
  if (!opens_as_json(text)) {
    if (!is_own(text)) {
      return PolicyReader::wrong("", std::string(text),
                                 "a policy file or one of" + of_ids());
    }
    auto policy = PolicyReader().read(embedded_policy(text));
    if (policy) policy->base_ = policy->id_;
    return policy;
  }
  const auto own = open_json(text);
  if (!own) return tl::unexpected(complaint_of(own.error()));
  if (!own->is_object()) return PolicyReader::wrong("", *own, "an object");
  const Json& base = member(*own, "extends");
  if (!own->contains("extends")) return PolicyReader().read(*own);
  if (!base.is_string() || !is_own(base.text())) {
    return PolicyReader::wrong("/extends", base, "one of" + of_ids());
  }
  Json merged = embedded_policy(base.text());
  merged.merge_patch(*own);
  auto policy = PolicyReader().read(merged);
  if (policy) {
    policy->base_ = base.text();
    const auto own_base = PolicyReader().read(embedded_policy(base.text()));
    if (own_base) {
      PolicyReader::count_marketplace_days(*policy,
                                           own_base->business_days().rules());
    }
  }
  return policy;
}

const Policy& Policy::unknown() {
  static const Policy kUnknown = [] {
    Policy policy = *PolicyReader().read(embedded_policy(kNotKnown));
    policy.known_ = false;
    return policy;
  }();
  return kUnknown;
}

const std::vector<std::string>& Policy::ids() {
  static const std::vector<std::string> kIds = {
      "amazon-jp", "amazon-us", "amazon-ca", "amazon-mx", "amazon-br",
      "amazon-uk", "amazon-de", "amazon-fr", "amazon-it", "amazon-es",
      "amazon-nl", "amazon-be", "amazon-ie", "amazon-pl", "amazon-se",
      "amazon-tr", "amazon-ae", "amazon-sa", "amazon-eg", "amazon-in",
      "amazon-sg", "amazon-au", "amazon-za"};
  return kIds;
}

const DatedLimit& Policy::limit(PolicyLimit limit, Day on) const {
  const auto& dated = limits_[static_cast<std::size_t>(limit)];
  const DatedLimit* in_force = &dated.front();
  for (const DatedLimit& candidate : dated) {
    if (candidate.valid_from <= on) in_force = &candidate;
  }
  return *in_force;
}

std::optional<std::int64_t> Policy::value(PolicyLimit which, Day on) const {
  return limit(which, on).value;
}

std::string_view Policy::carrier_code(std::string_view carrier) const {
  for (const auto& [its_carrier, code] : carrier_code_of_) {
    if (its_carrier == carrier) return code;
  }
  return {};
}

std::string_view Policy::refund_code(std::string_view reason) const {
  for (const auto& [its_reason, code] : refund_codes_) {
    if (its_reason == reason) return code;
  }
  return {};
}

std::string policy_error_text(const PolicyError& error, Language language) {
  if (error.unopened) {
    return json_error_text(*error.unopened, language);
  }
  return fill(Catalogue::of(language).text("policy_error"),
              {{"pointer", error.pointer.empty() ? "/" : error.pointer},
               {"value", error.value},
               {"expected", error.expected}});
}

}  // namespace parcelwise
