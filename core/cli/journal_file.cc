// Reads and writes the journal's file; see cli/journal_file.h.
#include "cli/journal_file.h"

#include <sys/stat.h>

#include <cerrno>
#include <utility>

#include "cli/files.h"
#include "cli/messages.h"
#include "handoff/journal_entry.h"
#include "journal/listings_now.h"
#include "json/journal_json.h"

namespace parcelwise::cli {

tl::expected<Journal, std::string> read_journal_file(const std::string& path,
                                                     Language language) {
  const auto text = read_whole_file(path);
  if (!text) return tl::unexpected(text.error());
  auto read = read_journal(*text);
  if (!read) {
    return tl::unexpected(shown_name(path) + ": " +
                          journal_error_text(read.error(), language));
  }
  for (const JournalNotice& notice : read->notices) {
    diagnose(shown_name(path) + ": " + journal_notice_text(notice, language));
  }
  return std::move(read->journal);
}

tl::expected<Journal, std::string> open_journal_file(const std::string& path,
                                                     Language language) {
  struct stat there {};
  if (path != "-" && stat(path.c_str(), &there) != 0 && errno == ENOENT) {
    diagnose(
        command_text(language, "journal/new", {{"file", shown_name(path)}}));
    return Journal();
  }
  return read_journal_file(path, language);
}

void note_export(Journal& journal, const ExportKind& kind,
                 const ExportContext& context, const HandoffFiles& made,
                 const std::string& file) {
  const CheckContext& check = context.check.context();
  for (const OpenListing& listing : listings_now(check.book, check.policies)) {
    if (auto event = listing_event(journal, listing, check.now))
      journal.events.push_back(std::move(*event));
  }
  if (context.tracking != nullptr) {
    if (auto event = numbers_entry(journal, *context.tracking, check))
      journal.events.push_back(std::move(*event));
  }
  if (auto event = journal_entry(kind, context, made, shown_name(file)))
    journal.events.push_back(std::move(*event));
}

tl::expected<void, std::string> write_journal_file(const std::string& path,
                                                   const Journal& journal,
                                                   const Zone& zone) {
  const std::string text = write_journal(journal, zone);
  return write_files({{path, text}}, {});
}

Progress progress_of(const Journal& journal, const OrderBook& book,
                     const Policies& policies) {
  const std::vector<ListedNow> listed = listed_of(listings_now(book, policies));
  return Progress::fold(journal, listed, book.evidence().now());
}

}  // namespace parcelwise::cli
