// The summary of all tracking files: what each gave, and what of it needs a
// look.
#include "json/tracking_json.h"

#include <algorithm>

namespace parcelwise {
namespace {

Json note_json(const TrackingNote& note, Language language) {
  return {{"file", note.file},
          {"row", note.row},
          {"code", tracking_note_name(note.code)},
          {"column", note.column},
          {"value", note.value},
          {"order_id", note.order},
          {"message", tracking_note_text(note, language)}};
}

Json notes_json(const std::vector<TrackingNote>& notes, Language language) {
  Json list = Json::array();
  for (std::size_t i = 0; i < std::min(notes.size(), kMostTrackingNotes); ++i) {
    list.push_back(note_json(notes[i], language));
  }
  return list;
}

}  // namespace

Json tracking_json(const OrderBook& book, std::span<const OpenTracking> files,
                   const TrackingNumbers& numbers, Language language) {
  Json list = Json::array();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const TrackingFile& file = *files[i].file;
    const TrackingCounts& counts = numbers.counts()[i];
    list.push_back({{"tracking", files[i].handle},
                    {"file", file.file},
                    {"form", tracking_form_id(file.form)},
                    {"encoding", encoding_name(file.encoding)},
                    {"rows", counts.rows},
                    {"numbers", counts.numbers},
                    {"duplicates", counts.duplicates},
                    {"refused", counts.refused},
                    {"unmatched", counts.unmatched},
                    {"blank", counts.blank}});
  }
  Json orders = Json::array();
  for (const TrackingNumber& number : numbers.all()) {
    orders.push_back(book.order_id(number.order).text());
  }
  return {{"files", std::move(list)},
          {"orders", std::move(orders)},
          {"notes_total", numbers.notes().size()},
          {"notes", notes_json(numbers.notes(), language)},
          {"warnings_total", numbers.warnings().size()},
          {"warnings", notes_json(numbers.warnings(), language)}};
}

Json order_tracking_json(const TrackingNumber* number,
                         std::span<const OpenTracking> files) {
  if (number == nullptr) return nullptr;
  return {
      {"number", number->number},
      {"carrier", number->carrier},
      {"service", number->service},
      {"shipped", number->shipped ? Json(to_text(*number->shipped)) : Json()},
      {"file", files[number->file].file->file},
      {"row", number->row}};
}

}  // namespace parcelwise
