// Countries by three letters, for label programs that want them so (ISO
// 3166-1).
#ifndef PARCELWISE_ADDRESS_COUNTRY_CODE_H_
#define PARCELWISE_ADDRESS_COUNTRY_CODE_H_

#include <string_view>

namespace parcelwise {

// The code of three capital letters for one of two; "" for what is none.
//   three_letters("DE") -> "DEU"
//   three_letters("UK") -> "": the code is GB
std::string_view three_letters(std::string_view two);

}  // namespace parcelwise

#endif  // PARCELWISE_ADDRESS_COUNTRY_CODE_H_
