// Puts a reject, a warning or a refused file into words; see report/wording.h.
#include "report/wording.h"

namespace parcelwise {

std::string reject_text(const Reject& reject, Language language) {
  return fill(Catalogue::of(language).text(
                  "rejects/" + std::string(reject_name(reject.code))),
              {{"row", std::to_string(reject.row)},
               {"column", reject.column},
               {"value", reject.value},
               {"other_file", reject.other_file},
               {"other_row", std::to_string(reject.other_row)},
               {"other_value", reject.other_value},
               {"field_limit", std::to_string(kMaxFieldBytes)},
               {"row_limit", std::to_string(kMaxRowBytes)}});
}

std::string_view warning_name(const Warning& warning) {
  switch (warning.code) {
    case Warning::Code::kRejoinedRow:
      return "rejoined-row";
    case Warning::Code::kNoOrders:
      return "no-orders";
    case Warning::Code::kManyRejects:
      return "many-rejects";
  }
  return "rejoined-row";
}

std::string warning_text(const Warning& warning, Language language) {
  return fill(Catalogue::of(language).text("warnings/" +
                                           std::string(warning_name(warning))),
              {{"row", std::to_string(warning.row)},
               {"limit", std::to_string(kMaxRejects)}});
}

std::span<const std::string_view> read_error_names() {
  static constexpr std::string_view kNames[] = {
      "empty",        "not-text",    "not-a-report",
      "other-report", "long-header", "too-many-rows"};
  return kNames;
}

std::string_view read_error_name(ReadErrorCode code) {
  return read_error_names()[static_cast<std::size_t>(code)];
}

std::string read_error_text(const ReadError& error, Language language) {
  return fill(Catalogue::of(language).text(
                  "read_errors/" + std::string(read_error_name(error.code))),
              {{"file", error.file},
               {"found", error.found},
               {"row_limit", std::to_string(kMaxRows)},
               {"header_limit", std::to_string(kMaxHeaderBytes)}});
}

}  // namespace parcelwise
