// Rates in hundredths of a percent: 10 % is 1000 (kWhole of money/allocation.h
// is 100 %).
#ifndef PARCELWISE_MONEY_PERCENT_H_
#define PARCELWISE_MONEY_PERCENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parcelwise {

// At most two decimals, 0 to 100, with or without the sign; less than 1 only
// with it, for 0.15 may mean 15 %.
//   parse_percent("7.5%"), parse_percent("0.15%")  -> 750, 15
//   parse_percent("15")    -> 1500
//   parse_percent("101%"), parse_percent("0.15"), parse_percent("")  -> nullopt
std::optional<int> parse_percent(std::string_view text);

// "7.5", "15": without the sign and without needless zeros. `rate` is not
// negative.
std::string print_percent(std::int64_t rate);

}  // namespace parcelwise

#endif  // PARCELWISE_MONEY_PERCENT_H_
