// Any bytes, read as a report by both ways through a row and by the careful one
// alone: the two reports are the same in all that they hold, or the two errors.
#include <string>

#include "read_report.h"
#include "report/same_report.h"
#include "require.h"

namespace {

using namespace parcelwise;

void hold_to_each_other(std::string_view bytes, bool cut) {
  ReadOptions options;
  const auto plain = fuzz::read_report(bytes, options, cut);
  options.careful = true;
  const auto careful = fuzz::read_report(bytes, options, cut);
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
