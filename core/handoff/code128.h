// Code 128 (ISO/IEC 15417) as widths to draw: bar, space, bar, ... in modules,
// without the quiet zones of ten modules that belong on either side.
//
//   code128("A")        -> 2 1 1 2 1 4, 1 1 1 3 2 3, ...: start B, the A,
//   check, stop code128("")         -> none;  code128("山")  -> none: only
//   ASCII 32 to 126 is written
//
// Digits are packed two a symbol where that is shorter. Source of the patterns
// and the check symbol: ISO/IEC 15417:2007, table 1 and annex A.
#ifndef PARCELWISE_HANDOFF_CODE128_H_
#define PARCELWISE_HANDOFF_CODE128_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace parcelwise {

// Symbol values with start, check symbol and stop (106).
std::vector<std::uint8_t> code128_symbols(std::string_view text);

std::vector<std::uint8_t> code128(std::string_view text);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_CODE128_H_
