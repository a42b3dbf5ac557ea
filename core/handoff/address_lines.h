// A text set anew in the lines of a label: Amazon's address, split otherwise
// than the carrier's form, or a name that needs two lines.
//
// No character is dropped or replaced; only spaces at a break go. Where the
// text is cut is chosen over all lines together, in this order: never through
// digits if any other cut exists, not through a word, a number such as 2-27 or
// 101号, a building's name; then where the text was told in lines, or where a
// building's name begins.
//   {"東京都江東区豊洲1-2-27", "メゾン豊洲101"}, 16 and 16 full-width
//     -> "東京都江東区豊洲1-2-27" / "メゾン豊洲101"
//   one word of 40 characters in 2 lines of 16 -> nullopt
//
// A width is counted in half-widths: a full-width character is 2, as it is two
// bytes in CP932 (docs/formats.md 3.1, 5.12), or in characters, each 1.
#ifndef PARCELWISE_HANDOFF_ADDRESS_LINES_H_
#define PARCELWISE_HANDOFF_ADDRESS_LINES_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace parcelwise {

enum class WidthUnit : std::uint8_t { kHalfWidths, kCharacters };

std::size_t text_width(std::string_view utf8, WidthUnit unit);

// Widths for a person: {32, 32} half-widths are "16 + 16" full-width
// characters.
std::string widths_text(const std::vector<std::size_t>& widths, WidthUnit unit);

struct SplitText {
  std::vector<std::string> lines;  // none is empty; at most one for each limit
  bool cut_word = false;           // a word, a number or a name had to be cut
};

// `told` are the lines as they came, valid UTF-8; what parts them is a space on
// one line. `limits` are the widths of the lines to fill, in order; nullopt
// where the text does not fit. A text of spaces has no lines.
std::optional<SplitText> split_text(std::span<const std::string> reported,
                                    std::span<const std::size_t> limits,
                                    WidthUnit unit);

// Where a Japanese address's prefecture and municipality end, in bytes; 0 where
// it does not open with one, and city_end = prefecture_end where no
// municipality follows. The municipality goes with its ward or, in a district,
// its town:
//   東京都江東区豊洲1     -> 東京都, 江東区
//   神奈川県横浜市西区... -> 神奈川県, 横浜市西区
//   三重県四日市市諏訪町   -> 三重県, 四日市市
//   北海道余市郡余市町...  -> 北海道, 余市郡余市町
struct JapaneseParts {
  std::size_t prefecture_end = 0;
  std::size_t city_end = 0;
};
JapaneseParts japanese_parts(std::string_view address);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_ADDRESS_LINES_H_
