// Reads carriers' files whole and tells of every row by what became of it.
#include "cli/tracking_files.h"

#include <algorithm>

#include "cli/files.h"
#include "cli/messages.h"
#include "text/shortened.h"
#include "words/file_errors.h"

namespace parcelwise::cli {
tl::expected<std::vector<TrackingFile>, std::string> read_tracking(
    const TrackingArguments& arguments, Language language) {
  TrackingMapping mapping;
  if (!arguments.columns.empty()) {
    const auto text = read_whole_file(arguments.columns);
    if (!text) return tl::unexpected(text.error());
    auto reported = read_tracking_mapping(*text);
    if (!reported) {
      std::string where = shown_name(arguments.columns) + ": ";
      if (!reported.error().unopened) {
        where = command_text(language, "tracking/bad_columns",
                             {{"file", shown_name(arguments.columns)}}) +
                " ";
      }
      return tl::unexpected(where +
                            json_complaint_text(reported.error(), language));
    }
    mapping = std::move(*reported);
  }
  std::vector<TrackingFile> files;
  for (const std::string& path : arguments.files) {
    const auto bytes = read_whole_file(path);
    if (!bytes) return tl::unexpected(bytes.error());
    auto file = read_tracking_file(shown_name(path), *bytes, mapping);
    if (!file)
      return tl::unexpected(tracking_error_text(file.error(), language));
    files.push_back(std::move(*file));
  }
  // One mapping serves files of several kinds; what none of them has is
  // misspelt.
  for (const MappedColumn& mapped : mapping.columns) {
    const bool lacking =
        std::all_of(files.begin(), files.end(), [&](const TrackingFile& file) {
          return std::find(file.lacks.begin(), file.lacks.end(), mapped.name) !=
                 file.lacks.end();
        });
    if (lacking && !files.empty()) {
      return tl::unexpected(
          command_text(language, "tracking/no_such_column",
                       {{"file", shown_name(arguments.columns)},
                        {"column", shortened(mapped.name)}}));
    }
  }
  return files;
}

tl::expected<AcceptedGroups, std::string> read_groups(
    const TrackingArguments& arguments, Language language) {
  if (arguments.combine.empty()) return AcceptedGroups();
  const auto text = read_whole_file(arguments.combine);
  if (!text) return tl::unexpected(text.error());
  auto groups = read_accepted_groups(*text);
  if (groups) return std::move(*groups);
  return tl::unexpected(shown_name(arguments.combine) + ": " +
                        groups_error_text(groups.error(), language));
}

SoundGroups sound_groups(const Check& check, const AcceptedGroups& accepted) {
  const CheckContext& context = check.context();
  return parcelwise::sound_groups(context.book, context.policies, context.now,
                                  accepted);
}

tl::expected<OrderSplits, std::string> read_split_file(
    const TrackingArguments& arguments, Language language) {
  if (arguments.split.empty()) return OrderSplits();
  const auto text = read_whole_file(arguments.split);
  if (!text) return tl::unexpected(text.error());
  auto splits = read_splits(*text);
  if (splits) return std::move(*splits);
  return tl::unexpected(shown_name(arguments.split) + ": " +
                        json_complaint_text(splits.error(), language));
}

TrackingNumbers match_tracking(const Check& check,
                               std::span<const TrackingFile> files,
                               std::span<const std::vector<OrderId>> groups,
                               const OrderSplits& splits,
                               bool accept_proposed) {
  std::vector<const TrackingFile*> given;
  for (const TrackingFile& file : files) given.push_back(&file);
  return TrackingNumbers::match(check, given, groups, {accept_proposed, {}},
                                splits);
}

void tell_rows(const OrderBook& book, const TrackingNumbers& numbers,
               std::span<const TrackingFile> files, Language language) {
  for (const TrackingProposal& proposal : numbers.proposals()) {
    const TrackingNumber& number = proposal.number;
    diagnose(command_text(language,
                          number.by == TrackingBy::kName
                              ? "tracking/proposed_by_name"
                              : "tracking/proposed",
                          {{"file", files[number.file].file},
                           {"row", std::to_string(number.row)},
                           {"number", number.number},
                           {"order", book.order_id(number.order).text()},
                           {"name", proposal.name},
                           {"postal_code", proposal.postal_code}}));
  }
  for (const TrackingQuestion& question : numbers.questions()) {
    std::string listed;
    for (const std::string& number : question.numbers)
      listed += (listed.empty() ? "" : ", ") + number;
    diagnose(command_text(language, "tracking/question",
                          {{"order", book.order_id(question.order).text()},
                           {"numbers", listed}}));
  }
  if (!numbers.proposals().empty()) {
    diagnose(
        command_text(language, "tracking/accept",
                     {{"orders", std::to_string(numbers.proposals().size())}}));
  }
  for (const auto* const notes : {&numbers.notes(), &numbers.warnings()}) {
    for (const TrackingNote& note : *notes) {
      diagnose(command_text(language, "tracking/row",
                            {{"file", note.file},
                             {"row", std::to_string(note.row)},
                             {"message", tracking_note_text(note, language)}}));
    }
  }
}

void tell_counts(const TrackingNumbers& numbers,
                 std::span<const TrackingFile> files, Language language) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    const TrackingCounts& counts = numbers.counts()[i];
    diagnose(command_text(language, "tracking/read",
                          {{"file", files[i].file},
                           {"rows", std::to_string(counts.rows)},
                           {"numbers", std::to_string(counts.numbers)},
                           {"duplicates", std::to_string(counts.duplicates)},
                           {"unmatched", std::to_string(counts.unmatched)},
                           {"refused", std::to_string(counts.refused)},
                           {"blank", std::to_string(counts.blank)}}));
    if (counts.deleted > 0) {
      diagnose(command_text(
          language, "tracking/deleted",
          {{"file", files[i].file}, {"rows", std::to_string(counts.deleted)}}));
    }
  }
}

}  // namespace parcelwise::cli
