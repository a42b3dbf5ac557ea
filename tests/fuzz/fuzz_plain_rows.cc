// Any bytes, read as a report by both ways through a row and by the careful one
// alone: the two reports are the same in all that they hold, or the two errors.
#include <optional>
#include <string>

#include "cuts.h"
#include "report/reader.h"
#include "report/same_report.h"
#include "require.h"

namespace {

using namespace parcelwise;

tl::expected<Report, ReadError> read(std::string_view bytes, bool careful,
                                     bool cut) {
  ReadOptions options;
  options.careful = careful;
  ReportReader reader("report.txt", options);
  std::optional<ReadError> error;
  const auto feed = [&](std::string_view chunk) {
    auto fed = reader.feed(chunk);
    if (!fed) error = std::move(fed).error();
    return !error;
  };
  if (cut) {
    fuzz::Cuts(bytes).each(bytes, feed);
  } else {
    feed(bytes);
  }
  if (error) return tl::unexpected(*error);
  return reader.finish();
}

void hold_to_each_other(std::string_view bytes, bool cut) {
  const auto plain = read(bytes, false, cut);
  const auto careful = read(bytes, true, cut);
  REQUIRE(plain.has_value() == careful.has_value());
  if (!plain) {
    REQUIRE(plain.error().code == careful.error().code);
    REQUIRE(plain.error().found == careful.error().found);
    return;
  }
  const std::string difference = ReportDifference::of(*plain, *careful);
  if (!difference.empty()) std::fprintf(stderr, "%s\n", difference.c_str());
  REQUIRE(difference.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  hold_to_each_other(bytes, false);
  hold_to_each_other(bytes, true);
  return 0;
}
