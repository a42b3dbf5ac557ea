// How a carrier's file is laid out, as data: data/carriers/*.json, one
// file a layout, each with its sources (docs/formats.md 3). The words of a
// layout:
//
//   columns   in the file's order. "name" alone stays blank; else
//             [name, from, most, "must", from with cash on delivery]: `most` is
//             the width that fits (0: no source tells), "must" that a blank
//             leaves the row out. `from` is "" (blank), "=01" (always 01),
//             "@name" (a setting) or one of carrier_values().
//
//   width     "half-widths" or "characters": how `most` and all lines count
//
//   municipality
//             widths of prefecture and municipality, which with the first
//             address line share "address-1"
//
//   address, name, sender_name, sender_address, goods
//             the widths of their lines; long_name: its first is "company"
//
//   address_rest
//             the widths of "company" and "department", where an address goes
//             on that its own lines do not hold without cutting a word, while
//             the name leaves both blank
//
//   date      between year, month and day
//
//   postal_code
//             between its third and fourth digit
//
//   windows   [code, first hour, last hour, seal, service] of a day's delivery;
//             service: a value of cash's setting that has no others;
//             no_window: the code for none; day_seal: the seal for a day alone
//
//   undated   values of cash's setting: services without day, time and cooling
//
//   cash      most: the largest amount to collect; codes: [setting's value, the
//             code that then stands, its own most]. No "cash": the carrier
//             collects none.
//
//   quotes    "cell": a cell that needs them; "row": all of its row
//
//   variants  by their ids: the same layout "without" some columns, or with
//   "more" at its end
//   settings  what the seller says of this carrier, in the shop's own file
#ifndef PARCELWISE_POLICY_CARRIER_LAYOUT_H_
#define PARCELWISE_POLICY_CARRIER_LAYOUT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parcelwise {

struct CarrierSetting {
  std::string name;
  bool required = false;
  std::string otherwise;  // where the seller says nothing
  std::size_t least_digits = 0, most_digits = 0;  // 0: any text
  std::vector<std::string> one_of;                // empty: any

  // "0312345678" of 10 to 12 digits -> true; "" is for `required` to judge.
  bool takes(std::string_view value) const;
  // For a form: "[0-9]{10,12}", "0|2", "" for any text.
  std::string pattern() const;
};

struct CarrierColumn {
  std::string name;
  std::string from, from_cash;  // from_cash "" : as from
  std::size_t most = 0;
  bool must = false;
};

struct DeliveryWindow {
  std::string code;
  int first_hour = 0, last_hour = 0;
  std::string seal, service;  // service "": of all that have none of their own
};

struct CashCode {
  std::string value, code;
  std::int64_t most = 0;
};

class CarrierLayout {
 public:
  // nullopt for an id that is none: "yamato-b2", "sagawa-ehiden3", "clickpost",
  // "yuprint-118", "yuprint-100"; or for a variant: "yuprint-117",
  // "yamato-b2-97".
  static std::optional<CarrierLayout> of(std::string_view id);
  static const std::vector<std::string_view>& ids();

  std::string id, file;
  bool header = false;
  bool quotes_row = false;
  bool counts_characters = false;
  std::size_t most_rows = 0;
  std::string date_mark, postal_mark;
  std::size_t prefecture = 0, city = 0;  // widths; 0: not told apart
  std::vector<std::size_t> address, address_rest, name, long_name, sender_name,
      sender_address, goods;
  std::vector<DeliveryWindow> windows;
  std::string no_window, day_seal;
  std::vector<std::string> undated;
  std::int64_t cash_most = 0;   // 0: none
  std::string service_setting;  // the setting whose value is the service
  std::vector<CashCode> cash_codes;
  std::vector<CarrierSetting> settings;
  std::vector<CarrierColumn> columns;

  const CarrierSetting* setting(std::string_view wanted) const;
};

}  // namespace parcelwise

#endif  // PARCELWISE_POLICY_CARRIER_LAYOUT_H_
