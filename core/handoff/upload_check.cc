// Reads a written file line by line, knowing nothing of how it was made.
#include "handoff/upload_check.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/encoding.h"
#include "text/steering.h"

namespace parcelwise {

bool is_upload_file(std::string_view bytes, const UploadForm& form,
                    const FileLimits& limits) {
  if (bytes.size() >= limits.most_bytes || !bytes.ends_with(kUploadRowEnd))
    return false;
  std::string utf8;
  const Encoding encoding = form.cp932 ? Encoding::kCp932 : Encoding::kUtf8;
  if (!append_utf8(bytes, encoding, utf8) || has_steering(utf8)) return false;
  std::size_t lines = 0;
  std::size_t head = 0;  // where the header ends
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t end = rest.find(kUploadRowEnd);
    if (end == std::string_view::npos) return false;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 2);
    ++lines;
    for (const char c : line) {
      const auto byte = static_cast<unsigned char>(c);
      if ((byte < 0x20 && c != '\t') || byte == 0x7F) return false;
    }
    if (lines == form.header_lines) head = bytes.size() - rest.size();
    const auto tabs =
        static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
    if (lines >= form.header_lines && tabs + 1 != form.columns) return false;
  }
  if (lines <= form.header_lines ||
      lines - form.header_lines > limits.most_rows)
    return false;
  return lower_ascii(bytes.substr(0, head)).find(lower_ascii(form.signature)) !=
         std::string::npos;
}

void hold_back_unsound(HandoffFiles& made, const UploadForm& form) {
  for (const HandoffFile& file : made.files) {
    if (is_upload_file(file.bytes, form, FileLimits{})) continue;
    made.left_out.push_back({{}, {}, file.name, "own-check", {}});
    made.files.clear();
    made.rows = 0;
    return;
  }
}

}  // namespace parcelwise
