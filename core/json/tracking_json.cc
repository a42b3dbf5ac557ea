// The summary of all tracking files: what each gave, and what of it needs a
// look.
#include "json/tracking_json.h"

#include <algorithm>

#include "files/json.h"
#include "orders/order_facts.h"

namespace parcelwise {
namespace {

Json note_json(const TrackingNote& note, Language language) {
  return json_object({{"file", note.file},
                      {"row", note.row},
                      {"code", tracking_note_name(note.code)},
                      {"column", note.column},
                      {"value", note.value},
                      {"order_id", note.order},
                      {"message", tracking_note_text(note, language)}});
}

Json notes_json(const std::vector<TrackingNote>& notes, Language language) {
  Json list = Json::array();
  for (std::size_t i = 0; i < std::min(notes.size(), kMostTrackingNotes); ++i) {
    list.push_back(note_json(notes[i], language));
  }
  return list;
}

Json part_json(const OrderBook& book, const TrackingPart& part) {
  return json_object(
      {{"order_item_id", book.item_cell(part.item, Column::kOrderItemId)},
       {"quantity", part.quantity},
       {"number", part.number.number},
       {"carrier", part.number.carrier}});
}

Json parts_json(const OrderBook& book, std::span<const TrackingPart> parts) {
  Json list = Json::array();
  for (const TrackingPart& part : parts) list.push_back(part_json(book, part));
  return list;
}

// With the units that its numbers can be for.
Json question_json(const OrderBook& book, const TrackingQuestion& question) {
  Json lines = Json::array();
  for (std::uint32_t item = book.first_item(question.order);
       item < book.last_item(question.order); ++item) {
    const int units = item_units(book, item).unshipped;
    if (units <= 0) continue;
    lines.push_back(json_object(
        {{"order_item_id", book.item_cell(item, Column::kOrderItemId)},
         {"sku", book.item_cell(item, Column::kSku)},
         {"product", book.item_cell(item, Column::kProductName)},
         {"units", units}}));
  }
  return json_object({{"order_id", book.order_id(question.order).text()},
                      {"numbers", question.numbers},
                      {"lines", std::move(lines)}});
}

Json questions_json(const OrderBook& book, const TrackingNumbers& numbers) {
  Json list = Json::array();
  for (const TrackingQuestion& question : numbers.questions())
    list.push_back(question_json(book, question));
  return list;
}

Json match_json(const OrderBook& book, const std::string& file,
                const TrackingNumber& number) {
  return json_object({{"file", file},
                      {"row", number.row},
                      {"order_id", book.order_id(number.order).text()},
                      {"number", number.number},
                      {"by", tracking_by_name(number.by)}});
}

Json proposal_json(const OrderBook& book, const std::string& file,
                   const TrackingProposal& proposal) {
  Json json = match_json(book, file, proposal.number);
  json["name"] = proposal.name;
  json["postal_code"] = proposal.postal_code;
  return json;
}

}  // namespace

Json matches_json(const OrderBook& book, std::span<const TrackingFile> files,
                  const TrackingNumbers& numbers, Language language) {
  Json matched = Json::array();
  for (const TrackingNumber& number : numbers.all()) {
    const auto parts = numbers.parts_of(number.order);
    for (const TrackingPart& part : parts) {
      Json one = match_json(book, files[part.number.file].file, part.number);
      one["order_item_id"] = book.item_cell(part.item, Column::kOrderItemId);
      one["quantity"] = part.quantity;
      matched.push_back(std::move(one));
    }
    if (parts.empty())
      matched.push_back(match_json(book, files[number.file].file, number));
  }
  Json proposed = Json::array();
  for (const TrackingProposal& proposal : numbers.proposals()) {
    proposed.push_back(
        proposal_json(book, files[proposal.number.file].file, proposal));
  }
  Json unmatched = Json::array();
  Json refused = Json::array();
  for (const TrackingNote& note : numbers.notes()) {
    Json& list = note.code < kFirstUnmatched ? refused : unmatched;
    list.push_back(note_json(note, language));
  }
  Json warnings = Json::array();
  for (const TrackingNote& note : numbers.warnings())
    warnings.push_back(note_json(note, language));
  std::uint32_t deleted = 0;
  for (const TrackingCounts& counts : numbers.counts())
    deleted += counts.deleted;
  return json_object({{"matched", std::move(matched)},
                      {"proposed", std::move(proposed)},
                      {"questions", questions_json(book, numbers)},
                      {"unmatched", std::move(unmatched)},
                      {"refused", std::move(refused)},
                      {"warnings", std::move(warnings)},
                      {"deleted", deleted}});
}

Json tracking_json(const OrderBook& book, std::span<const OpenTracking> files,
                   const TrackingNumbers& numbers, Language language) {
  Json list = Json::array();
  for (std::size_t i = 0; i < files.size(); ++i) {
    const TrackingFile& file = *files[i].file;
    const TrackingCounts& counts = numbers.counts()[i];
    list.push_back(json_object({{"tracking", files[i].handle},
                                {"file", file.file},
                                {"form", tracking_form_id(file.form)},
                                {"encoding", encoding_name(file.encoding)},
                                {"rows", counts.rows},
                                {"numbers", counts.numbers},
                                {"proposed", counts.proposed},
                                {"duplicates", counts.duplicates},
                                {"refused", counts.refused},
                                {"unmatched", counts.unmatched},
                                {"deleted", counts.deleted},
                                {"blank", counts.blank}}));
  }
  Json orders = Json::array();
  for (const TrackingNumber& number : numbers.all()) {
    orders.push_back(book.order_id(number.order).text());
  }
  Json proposed = Json::array();
  for (const TrackingProposal& proposal : numbers.proposals()) {
    if (proposed.size() == kMostTrackingNotes) break;
    proposed.push_back(
        proposal_json(book, files[proposal.number.file].file->file, proposal));
  }
  return json_object({{"files", std::move(list)},
                      {"orders", std::move(orders)},
                      {"proposed_total", numbers.proposals().size()},
                      {"proposed", std::move(proposed)},
                      {"questions", questions_json(book, numbers)},
                      {"notes_total", numbers.notes().size()},
                      {"notes", notes_json(numbers.notes(), language)},
                      {"warnings_total", numbers.warnings().size()},
                      {"warnings", notes_json(numbers.warnings(), language)}});
}

Json order_tracking_json(const OrderBook& book, const TrackingNumbers& numbers,
                         std::uint32_t order,
                         std::span<const OpenTracking> files) {
  const TrackingNumber* const number = numbers.find(order);
  if (number == nullptr) return nullptr;
  return json_object(
      {{"parts", parts_json(book, numbers.parts_of(order))},
       {"number", number->number},
       {"carrier", number->carrier},
       {"service", number->service},
       {"shipped", number->shipped ? Json(to_text(*number->shipped)) : Json()},
       {"file", files[number->file].file->file},
       {"row", number->row}});
}

}  // namespace parcelwise
