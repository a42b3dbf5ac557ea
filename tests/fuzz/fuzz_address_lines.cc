// Any text, line by line, keeps the promises of handoff/address_lines.h: the
// lines set anew are the text without its spaces, none is empty or wider than
// it may be, and they fit again, whichever breaks are then chosen; a
// municipality ends between characters.
#include <string>
#include <string_view>
#include <vector>

#include "handoff/address_lines.h"
#include "require.h"
#include "text/encoding.h"

namespace {

using namespace parcelwise;

std::string without_spaces(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  for (const std::string_view space : {" ", "\t", "\u00A0", "\u3000"}) {
    for (std::size_t at; (at = text.find(space)) != std::string::npos;)
      text.erase(at, space.size());
  }
  return text;
}

bool between_characters(std::string_view text, std::size_t at) {
  return at <= text.size() &&
         (at == text.size() ||
          (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  if (size < 3) return 0;
  const std::vector<std::size_t> limits(1 + data[0] % 4, 2 + data[1] % 63);
  const WidthUnit unit =
      data[2] % 2 == 0 ? WidthUnit::kHalfWidths : WidthUnit::kCharacters;
  std::string text;
  append_utf8({reinterpret_cast<const char*>(data) + 3, size - 3},
              Encoding::kUtf8, text);
  std::vector<std::string> reported(1);
  for (const char c : text) {
    if (c == '\n') {
      reported.emplace_back();
    } else {
      reported.back() += c;
    }
  }
  for (const std::string& line : reported) {
    const JapaneseParts parts = japanese_parts(line);
    REQUIRE(between_characters(line, parts.prefecture_end));
    REQUIRE(between_characters(line, parts.city_end));
    REQUIRE(parts.prefecture_end <= parts.city_end);
  }
  const auto split = split_text(reported, limits, unit);
  if (!split) return 0;
  REQUIRE(split->lines.size() <= limits.size());
  REQUIRE(without_spaces(split->lines) == without_spaces(reported));
  for (std::size_t i = 0; i < split->lines.size(); ++i) {
    REQUIRE(!split->lines[i].empty());
    REQUIRE(text_width(split->lines[i], unit) <= limits[i]);
    REQUIRE(is_valid_utf8(split->lines[i]));
  }
  const auto again = split_text(split->lines, limits, unit);
  REQUIRE(again.has_value());
  REQUIRE(without_spaces(again->lines) == without_spaces(reported));
  return 0;
}
