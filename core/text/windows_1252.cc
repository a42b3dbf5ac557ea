// Turns the decoder's table round.
#include "text/windows_1252.h"

#include <cstdint>

#include "text/encoding.h"
#include "text/utf8.h"

namespace parcelwise {
namespace {

// The character's byte; nullopt where there is none: the five bytes that have
// no character of their own stand for controls.
std::optional<char> byte_of(char32_t c) {
  if (c < 0x80 || (c >= 0xA0 && c <= 0xFF)) return static_cast<char>(c);
  for (std::uint8_t byte = 0x80; c > 0xFF && byte < 0xA0; ++byte) {
    if (windows_1252_character(byte) == c) return static_cast<char>(byte);
  }
  return std::nullopt;
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
