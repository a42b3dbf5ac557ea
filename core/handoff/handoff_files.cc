// Notes in words, and rows into files that keep to their target's limits.
#include "handoff/handoff_files.h"

#include "report/wording.h"

namespace parcelwise {
namespace {

// A setting of the shop's by the name that the page's form gives it, with its
// place in the shop's file.
std::string setting_text(const std::string& place, const Catalogue& catalogue) {
  constexpr std::string_view kOfCarriers = "/carriers";
  const std::size_t from =
      place.starts_with(kOfCarriers) ? kOfCarriers.size() : 0;
  const std::string path = "handoff/settings" + place.substr(from);
  const std::string_view name = catalogue.text(path);
  return name == path ? place : std::string(name) + " (" + place + ")";
}

std::string note_text(std::string_view kind, const RowNote& note,
                      Language language) {
  std::string path = "handoff/";
  path += kind;
  path += '/';
  path += note.why;
  const Catalogue& catalogue = Catalogue::of(language);
  return fill(catalogue.text(path),
              {{"order", note.order},
               {"column", note.why.starts_with("shop-")
                              ? setting_text(note.column, catalogue)
                              : note.column},
               {"value", note.value},
               {"limit", note.limit}});
}

}  // namespace

std::string left_out_text(const RowNote& note, Language language) {
  return note_text("left_out", note, language);
}

std::string warning_text(const RowNote& note, Language language) {
  return note_text("warnings", note, language);
}

RowFiles::RowFiles(std::string_view name, std::string_view ending,
                   std::string head, FileLimits limits)
    : name_(name), ending_(ending), head_(std::move(head)), limits_(limits) {}

bool RowFiles::has_room(std::size_t rows, std::size_t bytes) const {
  return !files_.empty() && rows_in_file_ + rows <= limits_.most_rows &&
         files_.back().bytes.size() + bytes < limits_.most_bytes;
}

void RowFiles::add(std::span<const std::string> together) {
  std::size_t bytes = 0;
  for (const std::string& row : together) bytes += row.size();
  const bool together_fits = has_room(together.size(), bytes);
  for (std::size_t i = 0; i < together.size(); ++i) {
    const std::string& row = together[i];
    // What no file can hold together begins one and goes on in the next.
    if (i == 0 ? !together_fits : !has_room(1, row.size())) {
      const std::string number = files_.empty()
                                     ? std::string()
                                     : "-" + std::to_string(files_.size() + 1);
      files_.push_back({name_ + number + ending_, head_, {}});
      rows_in_file_ = 0;
    }
    files_.back().bytes += row;
    ++rows_in_file_;
    ++rows_;
  }
}

}  // namespace parcelwise
