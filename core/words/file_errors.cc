// Words the errors of files/; see words/file_errors.h.
#include "words/file_errors.h"

#include <cstddef>

namespace parcelwise {
namespace {

constexpr std::string_view kCodes[] = {"empty",    "too-large", "too-deep",
                                       "too-wide", "twice",     "nul",
                                       "encoding", "not-json"};

std::string shown_pointer(const std::string& pointer) {
  return pointer.empty() ? "/" : pointer;
}

}  // namespace

std::string json_error_text(const JsonError& error, Language language) {
  const bool bytes = error.code == JsonErrorCode::kTooLarge;
  return fill(
      Catalogue::of(language).text(
          "json_errors/" +
          std::string(kCodes[static_cast<std::size_t>(error.code)])),
      {{"pointer", shown_pointer(error.pointer)},
       {"line", std::to_string(error.line)},
       {"value", error.value},
       {"limit", std::to_string(bytes ? error.limit >> 20 : error.limit)}});
}

std::string json_complaint_text(const JsonComplaint& complaint,
                                Language language) {
  if (complaint.unopened) return json_error_text(*complaint.unopened, language);
  return fill(Catalogue::of(language).text("json_errors/complaint"),
              {{"pointer", shown_pointer(complaint.pointer)},
               {"value", complaint.value},
               {"expected", complaint.expected}});
}

std::string table_error_text(std::string_view file, const TableError& error,
                             Language language) {
  if (error.unopened) {
    return std::string(file) + ": " +
           json_error_text(*error.unopened, language);
  }
  const std::string_view form = error.row == 0         ? "json"
                                : error.column.empty() ? "whole"
                                                       : "row";
  return fill(
      Catalogue::of(language).text("combine/table_error/" + std::string(form)),
      {{"file", std::string(file)},
       {"row", std::to_string(error.row)},
       {"column", error.column},
       {"pointer", shown_pointer(error.pointer)},
       {"value", error.value},
       {"expected", error.expected}});
}

}  // namespace parcelwise
