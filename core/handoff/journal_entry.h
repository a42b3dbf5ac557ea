// What the journal notes of an export: the file, and the orders that really
// stand in it.
#ifndef PARCELWISE_HANDOFF_JOURNAL_ENTRY_H_
#define PARCELWISE_HANDOFF_JOURNAL_ENTRY_H_

#include <optional>
#include <string>
#include <vector>

#include "handoff/export.h"
#include "journal/journal.h"

namespace parcelwise {

// By id, each once. Of files for Amazon what their rows name; of a carrier's,
// every order of a shipment that was not left out; of lists for the seller
// none, for nothing happens to an order by them.
//   a confirmation of A and B, B left out without a number -> {A}
std::vector<OrderId> orders_written(const ExportKind& kind,
                                    const ExportContext& context,
                                    const HandoffFiles& made);

// The event of what was written into `file` at the check's `now`; nullopt where
// no order is in it, and of a layout whose program gives no numbers.
std::optional<JournalEvent> journal_entry(const ExportKind& kind,
                                          const ExportContext& context,
                                          const HandoffFiles& made,
                                          const std::string& file);

// The numbers that orders were given and the journal does not know yet; nullopt
// where it knows all.
std::optional<JournalEvent> numbers_entry(const Journal& journal,
                                          const TrackingNumbers& numbers,
                                          const CheckContext& context);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_JOURNAL_ENTRY_H_
