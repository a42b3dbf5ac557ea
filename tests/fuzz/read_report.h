// Reads a fuzzer's input as a report, whole or in chunks.
#ifndef PARCELWISE_TESTS_FUZZ_READ_REPORT_H_
#define PARCELWISE_TESTS_FUZZ_READ_REPORT_H_

#include <optional>
#include <string_view>
#include <utility>

#include "cuts.h"
#include "report/reader.h"

namespace parcelwise::fuzz {

inline tl::expected<Report, ReadError> read_report(std::string_view bytes,
                                                   const ReadOptions& options,
                                                   bool cut) {
  ReportReader reader("report.txt", options);
  std::optional<ReadError> error;
  const auto feed = [&](std::string_view chunk) {
    auto fed = reader.feed(chunk);
    if (!fed) error = std::move(fed).error();
    return !error;
  };
  if (cut) {
    Cuts(bytes).each(bytes, feed);
  } else {
    feed(bytes);
  }
  if (error) return tl::unexpected(*error);
  return reader.finish();
}

}  // namespace parcelwise::fuzz

#endif  // PARCELWISE_TESTS_FUZZ_READ_REPORT_H_
