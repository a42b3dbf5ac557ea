// What a marketplace or a seller decides, as data: zone, business days, how
// prices and amounts are written, and the figures that Amazon's rules hang on,
// each with its source and the day from which it holds.
//
// One for each of Amazon's marketplaces comes with the program: data/amazon/,
// from docs/marketplaces.md 1. A seller's own file names the one it builds on
// and states only what differs:
//   {"extends": "amazon-jp", "id": "our-shop",
//    "business_days": {"closed": ["2026-12-29", "2026-12-30"]}}
//
// A success: Policy::load("amazon-jp") -> the Japanese policy.
// A figure is a count (5), a percentage ("7.5%") or an amount of the policy's
// currency ("5.00"); whoever changes the currency states the amounts anew. null
// says that nothing is known: what hangs on it is off until the seller sets it,
// and a deadline that hangs on it is told as unknown.
//
// What nobody could read is "unknown" or null there, with what was looked for:
// no other marketplace's figure stands in for it.
//
// A failure: {"extends": "amazon-jp", "zone": {"rule": "Tokyo"}} ->
//   PolicyError{"/zone/rule", "\"Tokyo\"", "a POSIX TZ rule such as JST-9:
//   ..."}
// A wrong file is refused whole: there is no policy that is half its own.
#ifndef PARCELWISE_POLICY_POLICY_H_
#define PARCELWISE_POLICY_POLICY_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "files/json_error.h"
#include "money/money.h"
#include "time/business_days.h"
#include "time/instant.h"
#include "time/zone.h"
#include "words/catalogue.h"

namespace parcelwise {

// The columns of a shipping confirmation: Japan's nineteen below three header
// lines, or the rest of the world's eighteen or, as of old, eight below one
// (docs/formats.md 2.1).
enum class ConfirmationForm : std::uint8_t { kJapan19, kWorld18, kWorld8 };

using PolicyError = JsonComplaint;

// The figures, in the order of kLimitNames. A count is a whole number from 0
// to 3650; a percentage is held in hundredths of a percent (10 % is 1000), 0 %
// to 100 %; money in minor units of the policy's currency, 0 to 10^12. Each may
// be unknown.
enum class PolicyLimit : std::uint8_t {
  kHandlingBusinessDays,  // purchase to ship-by where no report has a ship-by
  kConfirmCalendarDays,   // ship-by to the day of the seed's limit (S28)
  kCancelBusinessDays,    // ship-by to Amazon's own cancellation
  kEditMinutes,           // the buyer may still change the order (S15)
  kDeliveryDays,          // ship-by to delivery where no report tells (S27)
  kPersonalDataDays,      // delivery to the end of the data's use (S27)
  kMaxCombinedOrders,     // orders in one parcel
  // Refunds (docs/rules.md 2.2.1 to 2.2.6).
  kReturnWindowDays,          // arrival to the last day of a return
  kReturnAnswerHours,         // a return request to the seller's answer
  kReturnRefundBusinessDays,  // the goods' return to their refund
  kRefundHoldMinutes,         // a refund can still be taken back
  kOutboundShippingDays,     // receipt to the last return that is refunded with
                             // its outbound shipping
  kConcessionShippingTimes,  // return postage: at most so many times the
                             // shipping paid (W12)
  kReferralFee,              // percent of the price and its shipping and wrap
  kRefundFee,              // percent of the referral fee, kept by Amazon (W10)
  kRestockLate,            // percent of the item price that may be kept: as
                           // new, but outside the window
  kRestockOpened,          //   opened, but unused
  kRestockUsed,            //   used
  kRestockDamaged,         //   damaged by the buyer
  kRefundFeeMost,          // money, a line's refund fee at most
  kConcessionShippingAdd,  // money on top of kConcessionShippingTimes
  kConcessionMost,         // money, other concessions at most
  kNoReturnMost,           // money: up to this order total Amazon refunds an
                           // international seller's order without a return
  // Answers to buyers (docs/rules.md 1.2 A11, 2.1, 2.6, 2.7).
  kAnswerHours,       // a buyer's message to the seller's answer
  kClaimAnswerHours,  // a complaint to the answer that keeps a claim away
  kClaimOpensDays,    // latest delivery to the first day of an A-to-z claim
  kClaimClosesDays,   //   and to its last
  kSilentBuyerBusinessDays,  // a question to the end of waiting (S25)
  kPaymentDays,              // purchase to the last day of a payment at a store
  // docs/marketplaces.md 0.4 and 1.4; a policy that says nothing knows nothing.
  kNightCutoffMinutes,  // from midnight: an order until then counts as bought
                        // on the day before
  kForeignReturnDays,   // a return request to the refund, where the parcel came
                        // from abroad and no address at home takes it back
  kForeignReturnAbove,  // money: orders above it
  kRestockMedia,        // percent: opened media; unknown: as other opened goods
  kCount
};

// A figure's value from one day on, in the figure's unit.
struct DatedLimit {
  // nullopt: nobody knows it. There is no number that stands for it, and what
  // hangs on it is off until the seller sets it.
  std::optional<std::int64_t> value;
  Day valid_from;
  std::string source;
  char mark = 0;  // 'C' certain, 'L' likely, 'U' uncertain; 0: the seller's own
};

// Whether buyers can pay at the door there (docs/marketplaces.md 1.4).
enum class CashOnDelivery : std::uint8_t { kUnknown, kNone, kOffered, kEnded };

class Policy {
 public:
  // `text` is an id ("amazon-jp") or the JSON text of a policy.
  static tl::expected<Policy, PolicyError> load(std::string_view text);

  // The ids that come with the program, in the order of docs/marketplaces.md
  // 1.1.
  static const std::vector<std::string>& ids();

  // For orders of which no marketplace is known: every limit is unknown,
  // instants are told in UTC, and known() is false.
  static const Policy& unknown();

  const std::string& id() const { return id_; }
  const std::string& name() const { return name_; }
  // The one of ids() that it is or extends; "" where it stands alone.
  const std::string& base() const { return base_; }
  bool known() const { return known_; }

  // By what reports tell it (policy/marketplaces.h): sales channels, the
  // domains of buyers' e-mail aliases, and countries of delivery.
  const std::vector<std::string>& marketplaces() const { return marketplaces_; }
  const std::vector<std::string>& email_domains() const {
    return email_domains_;
  }
  const std::vector<std::string>& countries() const { return countries_; }
  const std::string& zone_name() const {
    return zone_name_;
  }  // IANA, for display
  const Zone& zone() const { return zone_; }
  const Currency& currency() const { return currency_; }
  const BusinessDays& business_days() const { return business_days_; }
  // Where these are not known none of them is counted as closed, so that no
  // limit is told too late.
  bool weekend_known() const { return weekend_known_; }
  bool holidays_known() const { return holidays_known_; }

  CashOnDelivery cash_on_delivery() const { return cash_on_delivery_; }
  // kEnded: its last day.
  std::optional<Day> cash_on_delivery_until() const {
    return cash_on_delivery_until_;
  }
  // What Amazon's own limits are counted in: the marketplace's weekends and
  // public holidays. Days that the seller opened shorten a limit, the seller's
  // closing days never move it.
  const BusinessDays& marketplace_days() const { return marketplace_days_; }

  // "prices": whether prices include their tax ("tax-inside": Japan, Europe) or
  // the report adds it beside them ("tax-added": United States). Sources:
  // docs/rules.md 0.8, docs/formats.md 1.4.
  bool tax_inside() const { return tax_inside_; }
  // "language": what buyers there are written to in.
  Language language() const { return language_; }
  // What stands before an amount's decimals where the seller writes them.
  char decimal_point() const { return decimal_point_; }

  // "upload": how the refund file for Amazon is written (docs/formats.md 2.2).
  // The decimals of an amount, 0 to 3: "exactly 2", which for yen is
  // unverified.
  int upload_decimals() const { return upload_decimals_; }
  // Whether the refund file's form is known to be accepted there; else one
  // order is to be tried first. Known where the policy says nothing.
  bool refunds_tried() const { return refunds_tried_; }
  // In code page 932 (Japan), or else in UTF-8.
  bool upload_cp932() const { return upload_cp932_; }
  // The adjustment-reason-code that the seller wants for a reason; "" where the
  // policy says nothing and the reason's own holds.
  std::string_view refund_code(std::string_view reason) const;

  // "outbound_cost": whether the seller may keep what the way to the buyer
  // really cost where shipping was free. Not where the policy says nothing.
  bool keeps_outbound_cost() const { return keeps_outbound_cost_; }

  // "confirmation": how shipments are confirmed to Amazon
  // (docs/formats.md 2.1).
  ConfirmationForm confirmation_form() const { return confirmation_form_; }
  // Amazon's carrier code for a carrier's id ("yamato" -> "YAMATO"); "" where
  // there is none.
  std::string_view carrier_code(std::string_view carrier) const;
  // The codes that Amazon knows there, in most places "Other" among them.
  const std::vector<std::string>& carrier_codes() const {
    return carrier_codes_;
  }
  // The last day on which "Other" is taken for an order with an IOSS number;
  // nullopt where it still is (docs/carriers.md 0, item 3).
  std::optional<Day> other_for_ioss_until() const {
    return other_for_ioss_until_;
  }
  // "cancellation": whether the file's header is known to be accepted there as
  // it is (docs/formats.md 2.3); else one order is to be tried first.
  bool cancellation_tried() const { return cancellation_tried_; }

  // The value in force on that day: the latest valid_from not after it, or the
  // first where the day lies before all.
  const DatedLimit& limit(PolicyLimit limit, Day on) const;

  // Its value, in the figure's unit; nullopt where it is off.
  //   amazon-us: value(kRestockUsed, on) -> 5000; amazon-jp: -> nullopt
  std::optional<std::int64_t> value(PolicyLimit limit, Day on) const;

 private:
  friend class PolicyReader;
  std::string id_, name_, base_, zone_name_;
  Zone zone_;
  Currency currency_;
  Language language_ = Language::kEnglish;
  BusinessDays business_days_;
  bool known_ = true, weekend_known_ = true, holidays_known_ = true;
  CashOnDelivery cash_on_delivery_ = CashOnDelivery::kUnknown;
  std::optional<Day> cash_on_delivery_until_;
  BusinessDays marketplace_days_;
  bool tax_inside_ = true;
  bool upload_cp932_ = false;
  char decimal_point_ = '.';
  int upload_decimals_ = 0;
  std::vector<std::pair<std::string, std::string>> refund_codes_;  // by reason
  ConfirmationForm confirmation_form_ = ConfirmationForm::kWorld18;
  bool cancellation_tried_ = false, refunds_tried_ = true,
       keeps_outbound_cost_ = false;
  std::optional<Day> other_for_ioss_until_;
  std::vector<std::pair<std::string, std::string>>
      carrier_code_of_;  // by carrier
  std::vector<std::string> carrier_codes_;
  std::vector<std::string> marketplaces_, email_domains_, countries_;
  std::array<std::vector<DatedLimit>,
             static_cast<std::size_t>(PolicyLimit::kCount)>
      limits_;
};

// What is wrong, where, and what was expected.
std::string policy_error_text(const PolicyError& error, Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_POLICY_POLICY_H_
