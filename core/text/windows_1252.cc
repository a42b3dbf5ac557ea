// Looks each byte of 0x80..0x9F up by its character.
#include "text/windows_1252.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace parcelwise {
namespace {

// WHATWG index-windows-1252; 0 where a byte has no character of its own.
constexpr char32_t kHigh[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The character's byte; nullopt where there is none.
std::optional<char> byte_of(char32_t c) {
  if (c < 0x80 || (c >= 0xA0 && c <= 0xFF)) return static_cast<char>(c);
  const auto* const found = std::find(std::begin(kHigh), std::end(kHigh), c);
  if (found == std::end(kHigh)) return std::nullopt;
  return static_cast<char>(0x80 + (found - std::begin(kHigh)));
}

}  // namespace

std::optional<std::string> to_windows_1252(std::string_view utf8,
                                           std::size_t* where) {
  std::string bytes;
  const char* p = utf8.data();
  const char* const end = p + utf8.size();
  while (p != end) {
    const Utf8Character c = read_utf8(p, end);
    const auto byte = c.length == 0 ? std::nullopt : byte_of(c.code_point);
    if (!byte) {
      if (where != nullptr) *where = static_cast<std::size_t>(p - utf8.data());
      return std::nullopt;
    }
    bytes += *byte;
    p += c.length;
  }
  return bytes;
}

}  // namespace parcelwise
