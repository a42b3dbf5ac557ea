// The double-byte characters of CP932 by their bytes: the WHATWG's index of
// shift_jis. A browser knows it itself, so the page does not carry it:
// wasm/cp932_rows.cc asks for it there, core/text/cp932_rows.cc holds it
// everywhere else. For core/text.
#ifndef PARCELWISE_TEXT_CP932_ROWS_H_
#define PARCELWISE_TEXT_CP932_ROWS_H_

#include <cstddef>
#include <cstdint>

namespace parcelwise {

inline constexpr std::size_t kCp932Trails = 188;  // 0x40..0x7E, 0x80..0xFC

// Whether a byte opens characters that stand in a row. It does not where it
// opens none (0x85, 0x86, 0xEB, 0xEC, 0xEF) or the user's own (0xF0..0xF9),
// which are computed.
constexpr bool has_cp932_row(std::uint8_t lead) {
  return (lead >= 0x81 && lead <= 0x84) || (lead >= 0x87 && lead <= 0x9F) ||
         (lead >= 0xE0 && lead <= 0xEA) || lead == 0xED || lead == 0xEE ||
         (lead >= 0xFA && lead <= 0xFC);
}

inline constexpr std::size_t kCp932Rows = 4 + 25 + 11 + 2 + 3;

// The rows in their leads' order, kCp932Rows * kCp932Trails characters; U+FFFD
// where a pair of bytes has none. Always the same array.
const char16_t* cp932_rows();

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_CP932_ROWS_H_
