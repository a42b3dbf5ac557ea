// Orders by whom they go to: for the rows of a carrier's file that name none.
// The room's own; what follows from a match is settled in tracking/tracking.h.
//
// NAMES    Equal once width, case, spaces, dots, honorifics and a PO number are
//          passed over. A row's company, department and name may stand in
//          several cells; the order has all of them in one text, or the last
//          alone.
// ELSE     A postal code, or a phone number, that both tell and that differs
//          parts a row from an order, whatever its name. Leading zeros, which
//          spreadsheets drop, count for nothing, nor does a country's code.
#ifndef PARCELWISE_TRACKING_RECIPIENTS_H_
#define PARCELWISE_TRACKING_RECIPIENTS_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/check.h"
#include "tracking/tracking_file.h"

namespace parcelwise {

// What a row's recipient may be called, folded; the most telling first.
//   {"株式会社 例文", "試験 次郎 様"} -> "株式会社例文試験次郎", "試験次郎",
//   ...
std::vector<std::string> recipient_names(const std::vector<std::string>& lines);

// Digits and capitals without leading zeros; of a US ZIP+4 the first five.
//   "〒060-0001" -> "600001"; "07030-1234" in "US" -> "7030"
std::string postal_key(std::string_view utf8, std::string_view country);

// Digits without leading zeros; "" below seven, which are no number of anybody.
std::string phone_key(std::string_view utf8);
// "+81 90-1234-5678" and "090-1234-5678" are one.
bool same_phone(std::string_view key, std::string_view other);

struct RecipientMatch {
  std::vector<std::uint32_t> orders;  // by name and all that both tell
  bool other_postal_code = false;     // some order has the name, but not this
  bool other_phone = false;
  bool no_postal_code = false;  // and one of the two lacks it
};

class Recipients {
 public:
  // Of the orders that may be shipped.
  explicit Recipients(const Check& check);

  // A file that has postal codes is matched by them: a row that lacks its own
  // meets no order.
  RecipientMatch find(const TrackingRow& row, bool postal_codes) const;

 private:
  struct Place {
    std::uint32_t order = 0;
    std::string postal_code, country;
    std::vector<std::string> phones;
  };

  const Check& check_;
  std::map<std::string, std::vector<Place>, std::less<>> by_name_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_RECIPIENTS_H_
