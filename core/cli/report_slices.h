// A report fed from its file: a large one in slices, by several threads at
// once, to the same report as one thread gives (report/reader.h, SLICES).
#ifndef PARCELWISE_CLI_REPORT_SLICES_H_
#define PARCELWISE_CLI_REPORT_SLICES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <tl/expected.hpp>

#include "report/reader.h"

namespace parcelwise::cli {

struct Slicing {
  std::size_t threads = 1;  // at most
  // A slice has at least so many: below twice as many a file is read by one
  // thread, which takes as long as starting others would save.
  std::uint64_t least_bytes = 8u << 20;
};

// The options are the reader's own. What the reader makes of the bytes it tells
// itself, at the end; an error is one line that names the file and why it
// cannot be read, and the same whatever the slicing.
tl::expected<void, std::string> feed_report(const std::string& path,
                                            const ReadOptions& options,
                                            const Slicing& slicing,
                                            ReportReader& reader);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_REPORT_SLICES_H_
