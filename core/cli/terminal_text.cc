// Cuts, pads and wraps by terminal cells; see cli/terminal_text.h.
#include "cli/terminal_text.h"

#include <unistd.h>

#include <algorithm>
#include <cstdint>

#include "text/steering.h"

namespace parcelwise::cli {
namespace {

// Terminal cells that a character takes: East Asian wide forms take two.
std::size_t cells_of(char32_t c) {
  const bool wide =
      (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
      (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
      (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF01 && c <= 0xFF60) ||
      (c >= 0xFFE0 && c <= 0xFFE6) || c >= 0x1F300;
  return wide ? 2 : 1;
}

// What would steer a terminal; a row's end too.
bool is_control(char32_t c, char32_t before) {
  return c < 0x20 || is_steering(c, before);
}

struct Character {
  char32_t code = 0;
  std::size_t length = 1;  // in bytes
};

// The first character of a text that is not empty. A byte that begins none, as
// file names may have them, is U+FFFD by itself and hides no control behind it.
Character first_of(std::string_view utf8) {
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned char>(utf8[i]);
  };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead < 0xC0   ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                                           : 4;
  char32_t code = lead & (0xFFu >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) {
    if (k == utf8.size() || (byte(k) & 0xC0u) != 0x80u) return {0xFFFD, 1};
    code = (code << 6) | (byte(k) & 0x3Fu);
  }
  return length == 0 ? Character{0xFFFD, 1} : Character{code, length};
}

// How many characters of printable ASCII a text begins with.
std::size_t printable(std::string_view utf8) {
  std::size_t count = 0;
  while (count < utf8.size() && utf8[count] >= ' ' && utf8[count] <= '~') {
    ++count;
  }
  return count;
}

}  // namespace

Cut fit(std::string_view utf8, std::size_t room) {
  Cut cut;
  char32_t before = 0;
  while (!utf8.empty()) {
    // What is printable ASCII, a cell each, is taken as far as there is room.
    const std::string_view plain =
        utf8.substr(0, std::min(printable(utf8), room - cut.cells));
    if (!plain.empty()) {
      cut.text += plain;
      cut.cells += plain.size();
      before = static_cast<unsigned char>(plain.back());
      utf8.remove_prefix(plain.size());
      continue;
    }
    const auto [c, length] = first_of(utf8);
    if (cut.cells + cells_of(c) > room) {
      if (room > 0 && cut.cells == room) {
        while ((static_cast<unsigned char>(cut.text.back()) & 0xC0u) == 0x80u) {
          cut.text.pop_back();
        }
        cut.text.pop_back();
      }
      cut.text += "…";
      cut.cells = room;
      break;
    }
    if (is_control(c, before)) {
      cut.text += ' ';
    } else if (c == 0xFFFD) {
      cut.text += "\xEF\xBF\xBD";
    } else {
      cut.text += utf8.substr(0, length);
    }
    cut.cells += cells_of(c);
    before = c;
    utf8.remove_prefix(length);
  }
  return cut;
}

std::string pad(std::string_view text, std::size_t room) {
  Cut cut = fit(text, room);
  cut.text.append(room - std::min(room, cut.cells), ' ');
  return cut.text;
}

std::string pad_left(std::string_view text, std::size_t room) {
  const Cut cut = fit(text, room);
  return std::string(room - std::min(room, cut.cells), ' ') + cut.text;
}

std::string without_controls(std::string_view utf8) {
  return fit(utf8, SIZE_MAX).text;
}

std::string wrap(std::string_view text, std::size_t indent) {
  return wrap_item(std::string(indent, ' '), text);
}

std::string wrap_item(std::string_view mark, std::string_view text) {
  const std::size_t indent = fit(mark, kColumns).cells;
  const std::size_t room = kColumns - indent;
  std::string wrapped;
  std::string before(mark);
  std::string line;
  std::size_t used = 0;
  const auto end_line = [&] {
    wrapped += before + line + "\n";
    before.assign(indent, ' ');
    line.clear();
    used = 0;
  };
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    std::string_view word = text.substr(0, space);
    text = space == std::string_view::npos ? std::string_view()
                                           : text.substr(space + 1);
    const Cut whole = fit(word, room);
    const std::size_t gap = used > 0 ? 1 : 0;
    const bool fits_a_line = whole.cells < room;
    if (used + gap + whole.cells > room && (fits_a_line || used + gap >= room))
      end_line();
    if (used > 0) {
      line += ' ';
      ++used;
    }
    while (!word.empty()) {
      const std::size_t length = first_of(word).length;
      const Cut character = fit(word.substr(0, length), 2);
      if (used + character.cells > room) end_line();
      line += character.text;
      used += character.cells;
      word.remove_prefix(length);
    }
  }
  end_line();
  return wrapped;
}

bool wants_json(std::string_view format) {
  return format.empty() ? isatty(STDOUT_FILENO) != 1 : format == "json";
}

}  // namespace parcelwise::cli
