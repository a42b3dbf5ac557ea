// The last look at a file for Amazon's upload page before it leaves: what
// Amazon itself tells such files apart by, and what makes it refuse one whole.
// A file that fails is not handed out; its writer says so instead.
#ifndef PARCELWISE_HANDOFF_UPLOAD_CHECK_H_
#define PARCELWISE_HANDOFF_UPLOAD_CHECK_H_

#include <cstddef>
#include <string_view>

#include "handoff/handoff_files.h"

namespace parcelwise {

inline constexpr std::string_view kUploadRowEnd = "\r\n";

struct UploadForm {
  std::string_view
      signature;  // stands in the head, in any case (docs/formats.md 2)
  std::size_t header_lines = 1;
  std::size_t columns = 0;  // of the last header line and of every row
  bool cp932 = false;       // else UTF-8
};

// Whether the file has its signature in its header lines, `columns` cells in
// the last of them and in each row, CR LF at every line's end and nowhere else,
// no characters that steer a text (text/steering.h), no character outside its
// encoding, at least one row, and keeps to `limits`.
bool is_upload_file(std::string_view bytes, const UploadForm& form,
                    const FileLimits& limits);

// Checks all files; where one fails, none is left, and "own-check" notes its
// name.
void hold_back_unsound(HandoffFiles& made, const UploadForm& form);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_UPLOAD_CHECK_H_
