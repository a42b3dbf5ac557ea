// What a marketplace or a seller decides, as data: zone, business days, and the
// figures that Amazon's rules hang on, each with its source and the day from
// which it holds.
//
// The three that come with the program are core/policy/amazon-{jp,it,us}.json.
// A seller's own file names the one it builds on and states only what differs:
//   {"extends": "amazon-jp", "id": "our-shop",
//    "business_days": {"closed": ["2026-12-29", "2026-12-30"]}}
//
// A success: Policy::load("amazon-jp") -> the Japanese policy.
// A failure: {"extends": "amazon-jp", "zone": {"rule": "Tokyo"}} ->
//   PolicyError{"/zone/rule", "\"Tokyo\"", "a POSIX TZ rule such as JST-9: ..."}
// A wrong file is refused whole: there is no policy that is half its own.
#ifndef PARCELWISE_POLICY_POLICY_H_
#define PARCELWISE_POLICY_POLICY_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "money/money.h"
#include "time/business_days.h"
#include "time/instant.h"
#include "time/zone.h"

namespace parcelwise {

struct PolicyError {
  std::string pointer;   // RFC 6901: "/figures/confirm_calendar_days/0/value"
  std::string value;     // the offending JSON, at most 80 bytes
  std::string expected;  // in English: "a whole number from 0 to 3650"
};

// The figures, in the order of kFigureNames.
enum class Figure : std::uint8_t {
  kHandlingBusinessDays,   // purchase to ship-by where no report has a ship-by
  kConfirmCalendarDays,    // ship-by to the day of the seed's limit (S28)
  kCancelBusinessDays,     // ship-by to Amazon's own cancellation
  kEditMinutes,            // the buyer may still change the order (S15)
  kDeliveryDays,           // ship-by to delivery where no report tells (S27)
  kPersonalDataDays,       // delivery to the end of the data's use (S27)
  kMaxCombinedOrders,      // orders in one parcel
  kCount
};

// A figure's value from one day on.
struct DatedFigure {
  int value = 0;
  Day valid_from;
  std::string source;
};

class Policy {
 public:
  // `text` is an id ("amazon-jp") or the JSON text of a policy.
  static tl::expected<Policy, PolicyError> load(std::string_view text);

  // The ids that come with the program.
  static const std::vector<std::string>& ids();

  // The id of the policy for a marketplace as a report tells it: a sales
  // channel ("Amazon.co.jp") or a currency ("JPY"); "" when none is made for it.
  static std::string id_for(std::string_view marketplace);

  const std::string& id() const { return id_; }
  const std::string& name() const { return name_; }
  const std::string& zone_name() const { return zone_name_; }  // IANA, for display
  const Zone& zone() const { return zone_; }
  const Currency& currency() const { return currency_; }
  const BusinessDays& business_days() const { return business_days_; }

  // The value in force on that day: the latest valid_from not after it, or the
  // first where the day lies before all.
  const DatedFigure& figure(Figure figure, Day on) const;

 private:
  friend class PolicyReader;
  std::string id_, name_, zone_name_;
  Zone zone_;
  Currency currency_;
  BusinessDays business_days_;
  std::vector<std::string> marketplaces_;
  std::array<std::vector<DatedFigure>, static_cast<std::size_t>(Figure::kCount)>
      figures_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_POLICY_POLICY_H_
