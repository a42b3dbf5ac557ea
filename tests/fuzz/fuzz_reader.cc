// Any bytes, read as a report: no crash; every row is counted once; what is
// shown is UTF-8; and the same bytes in other chunks give the same report or
// the same error. An encoding that is given instead of found changes none of
// it.
#include <string>

#include "cuts.h"
#include "read_report.h"
#include "require.h"
#include "told.h"

namespace {

using namespace parcelwise;

std::string read(std::string_view bytes, const ReadOptions& options, bool cut) {
  const auto report = fuzz::read_report(bytes, options, cut);
  if (report) {
    const ReportCounts& counts = report->counts;
    REQUIRE(counts.rows == counts.items + counts.continuations +
                               counts.repeated_headers + counts.blank +
                               counts.duplicates + counts.rejected);
    REQUIRE(counts.duplicates == 0);
    REQUIRE(counts.bytes == bytes.size());
    REQUIRE(report->rejects.size() <= counts.rejected);
    for (const Reject& reject : report->rejects) {
      REQUIRE(reject.row >= 1);
      REQUIRE(is_valid_utf8(reject.value));
      REQUIRE(is_valid_utf8(reject.column));
      REQUIRE(reject.value.size() <= 3 * 200);  // as UTF-8
    }
    std::string reported = fuzz::tell(*report);
    REQUIRE(is_valid_utf8(reported));
    return reported;
  }
  const ReadError& error = report.error();
  REQUIRE(is_valid_utf8(error.found));
  REQUIRE(error.found.size() <= 80);
  return "error " + std::to_string(static_cast<int>(error.code)) + " " +
         error.found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  REQUIRE(read(bytes, {}, false) == read(bytes, {}, true));

  ReadOptions options;
  options.encoding = static_cast<Encoding>(fuzz::Cuts(bytes).below(6));
  REQUIRE(read(bytes, options, false) == read(bytes, options, true));
  return 0;
}
