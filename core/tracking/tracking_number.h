// What a carrier's tracking number looks like, and by which names a carrier
// goes.
//
// Japan's carriers give 12 digits; Japan Post also 11 (registered mail) and the
// 13 characters of the world's post (two letters, nine digits, a country).
// Amazon takes 1 to 50 half-width letters and digits, without hyphens
// (docs/formats.md 2.1). The twelfth digit is the other eleven modulo 7 at
// Yamato, Sagawa and Japan Post (nanoappli.com/blog/archives/369,
// gyomu.org/faq/view/7dr): a number that fails this was probably mistyped, but
// is not refused, for no carrier's own page says so.
#ifndef PARCELWISE_TRACKING_TRACKING_NUMBER_H_
#define PARCELWISE_TRACKING_TRACKING_NUMBER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace parcelwise {

inline constexpr std::size_t kLongestTrackingNumber = 50;

struct TrackingCarrier {
  std::string_view id;  // "yamato"
  std::size_t least = 1, most = kLongestTrackingNumber;
  bool digits = false;  // only digits, but for a world's number of 13
};

// nullptr for an id that is none of "yamato", "sagawa", "japan-post".
const TrackingCarrier* find_tracking_carrier(std::string_view id);

// The same by what people and files call it: "ヤマト運輸", "SAGAWA",
// "ゆうパック".
const TrackingCarrier* carrier_called(std::string_view name);

// A number as it is compared and written: half-width, capitals, no hyphens or
// spaces.
// Two numbers in one cell stay two, which is a number of no carrier.
//   plain_number("１２３４-5678 9012") -> "123456789012"
//   plain_number("1234-5678-9012 1234-5678-9013")
//     -> "123456789012 123456789013"
std::string plain_number(std::string_view utf8);

enum class NumberFault : std::uint8_t {
  kNone,
  kBlank,
  kSpreadsheet,  // "1.23E+11": the digits are lost
  kWrong,  // characters or a length that the carrier's numbers never have,
           // or nothing but zeros
};
// `plain` is what plain_number gives, `carrier` an id or "" where it is not
// known: then only what Amazon takes counts.
//   number_fault("123456789013", "yamato") -> kNone
//   number_fault("12345678901", "yamato")  -> kWrong
//   number_fault("000000000000", "yamato") -> kWrong
NumberFault number_fault(std::string_view plain, std::string_view carrier);

// The same of a cell as it is written: an order's id, a day and a number behind
// its carrier's name are none, though their characters could be.
//   cell_fault("250-1234567-1234567", "UPS") -> kWrong
//   cell_fault("DHL 003404341606", "")       -> kWrong
//   cell_fault("4907-2494-2750", "yamato")   -> kNone
NumberFault cell_fault(std::string_view cell, std::string_view carrier);

// How many characters there may be, for a message: "12", "11-13", "1-50".
std::string number_limit(std::string_view carrier);

// False where the last of 12 digits is not what the others make it.
bool check_digit_holds(std::string_view plain, std::string_view carrier);

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_TRACKING_NUMBER_H_
