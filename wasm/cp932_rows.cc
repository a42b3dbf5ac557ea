// CP932's characters as the browser's own decoder knows them; see
// text/cp932_rows.h.
#include "text/cp932_rows.h"

#include <emscripten.h>

namespace {

// Each pair stands on a line of its own: where it is no character, a trail byte
// of ASCII is read again by itself, and the line holds more than one.
// clang-format off
EM_JS(void, read_cp932_rows, (const unsigned char* pairs, int size, char16_t* rows), {
  const bytes = HEAPU8.slice(pairs, pairs + size);
  const lines = new TextDecoder("shift_jis").decode(bytes).split("\n");
  lines.forEach((line, at) => {
    HEAPU16[(rows >> 1) + at] = line.length === 1 ? line.charCodeAt(0) : 0xFFFD;
  });
});
// clang-format on

using parcelwise::kCp932Rows;
using parcelwise::kCp932Trails;

struct Rows {
  char16_t characters[kCp932Rows * kCp932Trails];

  Rows() {
    static unsigned char pairs[3 * kCp932Rows * kCp932Trails];
    unsigned char* to = pairs;
    for (int lead = 0x81; lead <= 0xFC; ++lead) {
      if (!parcelwise::has_cp932_row(static_cast<unsigned char>(lead)))
        continue;
      for (int trail = 0x40; trail <= 0xFC; ++trail) {
        if (trail == 0x7F) continue;
        *to++ = static_cast<unsigned char>(lead);
        *to++ = static_cast<unsigned char>(trail);
        *to++ = '\n';
      }
    }
    // Behind the last one stands no line.
    read_cp932_rows(pairs, static_cast<int>(to - pairs) - 1, characters);
  }
};

}  // namespace

const char16_t* parcelwise::cp932_rows() {
  static const Rows rows;
  return rows.characters;
}
