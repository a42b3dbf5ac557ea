// The journal as the command reads and writes it: a file of its own, never one
// of the reports.
#ifndef PARCELWISE_CLI_JOURNAL_FILE_H_
#define PARCELWISE_CLI_JOURNAL_FILE_H_

#include <string>
#include <tl/expected.hpp>
#include <vector>

#include "handoff/export.h"
#include "journal/journal.h"
#include "journal/progress.h"
#include "orders/order_book.h"
#include "time/zone.h"
#include "words/catalogue.h"

namespace parcelwise::cli {

// Tells of lines that are left out. An error is one line that names the file.
tl::expected<Journal, std::string> read_journal_file(const std::string& path,
                                                     Language language);

// The same; where there is no such file yet, a journal begins, which is told.
tl::expected<Journal, std::string> open_journal_file(const std::string& path,
                                                     Language language);

// Adds what an export did: listings that the journal does not have, numbers
// that were taken, and the file that was written.
void note_export(Journal& journal, const ExportKind& kind,
                 const ExportContext& context, const HandoffFiles& made,
                 const std::string& file);

// Written whole or not at all. An error is one line.
tl::expected<void, std::string> write_journal_file(const std::string& path,
                                                   const Journal& journal,
                                                   const Zone& zone);

// The journal and what the reports list today.
Progress progress_of(const Journal& journal, const OrderBook& book,
                     const Policies& policies);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_JOURNAL_FILE_H_
