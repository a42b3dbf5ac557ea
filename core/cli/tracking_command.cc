// Matches the rows of carriers' files to orders and prints what became of them.
#include "cli/tracking_command.h"

#include <cstdio>

#include "cli/files.h"
#include "cli/messages.h"
#include "cli/terminal_text.h"
#include "handoff/export.h"
#include "json/tracking_json.h"

namespace parcelwise::cli {
namespace {

std::string tracking_text(const OrderBook& book, const TrackingNumbers& numbers,
                          std::span<const TrackingFile> files,
                          Language language) {
  std::string text =
      command_text(language, "tracking/matched",
                   {{"orders", std::to_string(numbers.all().size())}}) +
      "\n";
  for (const TrackingNumber& number : numbers.all()) {
    text += "  " + book.order_id(number.order).text() + "  " +
            pad(number.number, 16) + "  " +
            without_controls(files[number.file].file) + " " +
            std::to_string(number.row) + "\n";
  }
  return text;
}

}  // namespace

int run_tracking(const TrackingCommandArguments& arguments) {
  const auto settings = read_settings(arguments.loading);
  if (!settings) return settings.error();
  const Language language = settings->language;
  const auto files = read_tracking(arguments.tracking, language);
  if (!files) return complain(kUnreadable, files.error());
  const auto accepted = read_groups(arguments.tracking, language);
  if (!accepted) return complain(kUnreadable, accepted.error());
  const auto splits = read_split_file(arguments.tracking, language);
  if (!splits) return complain(kUnreadable, splits.error());
  const auto loaded = load_reports(arguments.loading.reports, *settings);
  if (!loaded) return loaded.error();
  const auto [book, policies] = loaded->join(*settings);
  const Check check = Check::run(book, policies, settings->now, {});
  const SoundGroups sound = sound_groups(check, *accepted);
  for (const SetApart& apart : sound.apart)
    diagnose(warning_text(apart_note(book, apart, language), language));
  const TrackingNumbers numbers = match_tracking(
      check, *files, sound.groups, *splits, arguments.tracking.accept_proposed);
  if (wants_json(arguments.format)) {
    print(stdout,
          json_text(matches_json(book, *files, numbers, language)) + "\n");
  } else {
    tell_rows(book, numbers, *files, language);
    tell_counts(numbers, *files, language);
    print(stdout, tracking_text(book, numbers, *files, language));
  }
  if (std::fflush(stdout) != 0)
    return complain(kUnreadable, "cannot write the matches");
  return loaded->unreadable ? kUnreadable : kDone;
}

}  // namespace parcelwise::cli
