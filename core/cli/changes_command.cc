// Compares what is listed with the journal and prints it, as JSON or as text of
// 80 columns.
#include "cli/changes_command.h"

#include <array>
#include <cstdio>

#include "cli/journal_file.h"
#include "cli/messages.h"
#include "cli/terminal_text.h"
#include "files/json_reader.h"
#include "journal/listings_now.h"
#include "json/journal_json.h"
#include "json/report_json.h"
#include "words/written.h"

namespace parcelwise::cli {
namespace {

void print_line(std::string_view text) {
  print(stdout, fit(text, kColumns).text + "\n");
}

void print_heading(Language language, std::size_t count, const char* name) {
  print(stdout,
        "\n" + wrap(command_text(
                        language, "journal/count",
                        {{"count", std::to_string(count)},
                         {"name",
                          command_text(language,
                                       std::string("journal/names/") + name)}}),
                    0));
}

void print_text(const Changes& changes, const Zone& zone, Language language) {
  print(stdout,
        wrap(changes.since ? command_text(language, "journal/since",
                                          {{"at", date_text(*changes.since,
                                                            zone, language)}})
                           : command_text(language, "journal/first"),
             0));
  const std::array<std::pair<const char*, const std::vector<OrderId>*>, 5>
      lists = {{{"came_back", &changes.came_back},
                {"new", &changes.fresh},
                {"still_open", &changes.still_open},
                {"left_confirmed", &changes.left_confirmed},
                {"left_otherwise", &changes.left_otherwise}}};
  for (const auto& [name, orders] : lists) {
    if (orders->empty()) continue;
    print_heading(language, orders->size(), name);
    for (const OrderId order : *orders) print_line("  " + order.text());
  }
  if (changes.changed.empty()) return;
  print_heading(language, changes.changed.size(), "changed");
  for (const ChangedOrder& each : changes.changed) {
    print_line("  " + each.order.text() + "  " +
               command_text(language, "journal/what/" +
                                          std::string(change_name(each.what))));
  }
}

}  // namespace

int run_changes(const ChangesArguments& arguments) {
  const auto settings = read_settings(arguments.loading);
  if (!settings) return settings.error();
  const auto journal = read_journal_file(arguments.journal, settings->language);
  if (!journal) return complain(kUnreadable, journal.error());
  const auto loaded = load_reports(arguments.loading.reports, *settings);
  if (!loaded) return loaded.error();
  const auto [book, policies] = loaded->join(*settings);
  const std::vector<ListingNow> now = details_of(listings_now(book, policies));
  const Changes changes = changes_since(*journal, now, settings->now);
  const Zone& zone = policies.main().zone();
  if (wants_json(arguments.format)) {
    print(stdout, json_text(changes_json(changes, zone)) + "\n");
  } else {
    print_text(changes, zone, settings->language);
  }
  if (std::fflush(stdout) != 0)
    return complain(kUnreadable, "cannot write the changes");
  return loaded->unreadable ? kUnreadable : kDone;
}

}  // namespace parcelwise::cli
