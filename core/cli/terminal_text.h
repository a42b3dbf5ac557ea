// Text for a terminal of 80 columns: cut, padded and wrapped by the cells that
// characters take, and without what would steer the terminal. Report data is
// hostile.
#ifndef PARCELWISE_CLI_TERMINAL_TEXT_H_
#define PARCELWISE_CLI_TERMINAL_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace parcelwise::cli {

inline constexpr std::size_t kColumns = 80;

struct Cut {
  std::string text;
  std::size_t cells = 0;
};

// As much of a text as fits, with control characters shown as spaces, and an
// ellipsis where something is left.
//   fit("Teapot", 4) -> {"Tea…", 4}
Cut fit(std::string_view utf8, std::size_t room);

// The same with spaces behind it, or before it.
std::string pad(std::string_view text, std::size_t room);
std::string pad_left(std::string_view text, std::size_t room);

// All of a text, control characters shown as spaces.
std::string without_controls(std::string_view utf8);

// Breaks a text into lines of the terminal's width, indented: at spaces, and
// inside what is longer than a line, as Japanese sentences are.
std::string wrap(std::string_view text, std::size_t indent);

// The same with a mark before the first line: "  1. ".
std::string wrap_item(std::string_view mark, std::string_view text);

// Whether `format` ("json", "text" or "") asks for JSON: text on a terminal
// only.
bool wants_json(std::string_view format);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_TERMINAL_TEXT_H_
