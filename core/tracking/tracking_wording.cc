// The names of codes and the sentences about rows and files.
#include "tracking/tracking_file.h"

namespace parcelwise {
namespace {

std::string note_path(TrackingNoteCode code) {
  const char* const kind = code >= kFirstWarning     ? "warnings/"
                           : code >= kFirstUnmatched ? "unmatched/"
                                                     : "refused/";
  return std::string("tracking/") + kind +
         std::string(tracking_note_name(code));
}

}  // namespace

std::string_view tracking_form_id(TrackingForm form) {
  constexpr std::string_view kIds[] = {
      "yamato-b2", "sagawa-ehiden3", "clickpost", "yuprint", "table", "lines"};
  return kIds[static_cast<std::size_t>(form)];
}

std::string_view tracking_note_name(TrackingNoteCode code) {
  constexpr std::string_view kNames[] = {
      "bad-number",        "excel-damage",   "no-number",
      "bad-date",          "bad-encoding",   "too-many-fields",
      "too-long",          "conflict",       "several-numbers",
      "which-units",       "too-many-units", "no-such-item",
      "bad-quantity",      "not-taken",      "came-back",
      "deleted-slip",      "no-key",         "unknown-key",
      "no-such-order",     "no-such-name",   "name-twice",
      "other-postal-code", "no-postal-code", "other-phone",
      "has-number",        "several-rows",   "check-digit",
      "shared-number"};
  return kNames[static_cast<std::size_t>(code)];
}

std::span<const std::string_view> tracking_error_names() {
  static constexpr std::string_view kNames[] = {
      "empty",           "too-large", "too-many-rows", "not-tracking",
      "unknown-columns", "no-header", "wrong-export"};
  return kNames;
}

std::string_view tracking_error_name(TrackingErrorCode code) {
  return tracking_error_names()[static_cast<std::size_t>(code)];
}

std::string tracking_note_text(const TrackingNote& note, Language language) {
  return fill(Catalogue::of(language).text(note_path(note.code)),
              {{"file", note.file},
               {"row", std::to_string(note.row)},
               {"column", note.column},
               {"value", note.value},
               {"order", note.order},
               {"other", note.other}});
}

std::string tracking_error_text(const TrackingError& error, Language language) {
  std::string path = "tracking/errors/";
  path += tracking_error_name(error.code);
  if (error.code == TrackingErrorCode::kWrongExport) path += "/" + error.found;
  return fill(Catalogue::of(language).text(path),
              {{"file", error.file}, {"found", error.found}});
}

}  // namespace parcelwise
