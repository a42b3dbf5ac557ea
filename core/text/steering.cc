// Walks a text for characters that steer it; see text/steering.h.
#include "text/steering.h"

#include "text/utf8.h"

namespace parcelwise {
namespace {

bool needs_joiners(char32_t c) {
  return (c >= 0x0600 && c < 0x0E00) || (c >= 0x2600 && c < 0x27C0) ||
         c == 0xFE0F || (c >= 0x1F000 && c < 0x1FB00);
}

std::string mark_of(char32_t c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string mark = "[U+";
  for (int shift = c > 0xFFFF ? 16 : 12; shift >= 0; shift -= 4)
    mark += kDigits[c >> shift & 0xF];
  return mark + ']';
}

// Calls `found` with each one, and `kept` with the bytes of all others.
template <typename Found, typename Kept>
void walk(std::string_view utf8, Found found, Kept kept) {
  char32_t before = 0;
  while (!utf8.empty()) {
    const Utf8Character c = read_utf8(utf8.data(), utf8.data() + utf8.size());
    const std::size_t length = c.length > 0 ? c.length : c.skip;
    if (c.length > 0 && is_steering(c.code_point, before)) {
      found(c.code_point);
    } else {
      kept(utf8.substr(0, length));
    }
    before = c.code_point;
    utf8.remove_prefix(length);
  }
}

}  // namespace

bool is_steering(char32_t c, char32_t before) {
  if (c < 0x20) return c != '\t' && c != '\n' && c != '\r';
  if (c < 0x7F) return false;
  if (c == 0x200C || c == 0x200D) return !needs_joiners(before);
  return c < 0xA0 || c == 0xAD || c == 0x061C || c == 0x180E ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

bool has_steering(std::string_view utf8) {
  bool any = false;
  walk(
      utf8, [&](char32_t) { any = true; }, [](std::string_view) {});
  return any;
}

std::string steering_marked(std::string_view utf8) {
  std::string text;
  walk(
      utf8, [&](char32_t c) { text += mark_of(c); },
      [&](std::string_view bytes) { text += bytes; });
  return text;
}

std::string steering_dropped(std::string_view utf8) {
  std::string text;
  walk(
      utf8, [](char32_t) {}, [&](std::string_view bytes) { text += bytes; });
  return text;
}

}  // namespace parcelwise
