// Countries by the codes of ISO 3166-1: the two letters that a report or a
// seller writes, and the three that some label programs want.
#ifndef PARCELWISE_ADDRESS_COUNTRY_CODE_H_
#define PARCELWISE_ADDRESS_COUNTRY_CODE_H_

#include <string>
#include <string_view>

namespace parcelwise {

// Two letters as capitals, UK as GB, behind what stands in `to`, which stays as
// it is for anything else; false then.
//   append_country_code("de", to) -> true, "DE"
//   append_country_code("UK", to) -> true, "GB"
//   append_country_code("Italia", to) -> false
bool append_country_code(std::string_view country, std::string& to);

// The code of three capital letters for one of two; "" for what is none.
//   three_letters("DE") -> "DEU"
//   three_letters("UK") -> "": the code is GB
std::string_view three_letters(std::string_view two);

}  // namespace parcelwise

#endif  // PARCELWISE_ADDRESS_COUNTRY_CODE_H_
