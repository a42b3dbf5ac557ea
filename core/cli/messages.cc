// Writes messages a line each; see cli/messages.h.
#include "cli/messages.h"

#include "cli/terminal_text.h"

namespace parcelwise::cli {

void print(std::FILE* where, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), where);
}

void diagnose(std::string_view message) {
  print(stderr, "parcelwise: " + without_controls(message) + "\n");
}

int complain(int status, std::string_view message) {
  diagnose(message);
  return status;
}

std::string command_text(Language language, std::string_view path,
                         const Fields& fields) {
  return fill(Catalogue::of(language).text("cli/" + std::string(path)), fields);
}

}  // namespace parcelwise::cli
