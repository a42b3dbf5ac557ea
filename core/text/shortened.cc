// Cuts texts for messages; see text/shortened.h.
#include "text/shortened.h"

#include <algorithm>

#include "text/encoding.h"

namespace parcelwise {
namespace {

// At most `most` bytes, up to where a character begins.
std::string_view whole_characters(std::string_view text, std::size_t most) {
  std::size_t end = std::min(text.size(), most);
  while (end < text.size() && end > 0 &&
         (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) {
    --end;
  }
  return text.substr(0, end);
}

}  // namespace

std::string shortened(std::string_view text, std::size_t most) {
  // A replaced byte takes three, so what is read may be longer when written.
  std::string shown;
  append_utf8(whole_characters(text, most + 4), Encoding::kUtf8, shown);
  if (shown.size() <= most && text.size() <= most) return shown;
  return std::string(whole_characters(shown, most - 3)) + "...";
}

}  // namespace parcelwise
