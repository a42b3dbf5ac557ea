// The journal's file (docs/command.md, "The journal"):
//   {"journal": 1, "shop": "...", "from": 0, "events": [
//     {"at": "2026-11-29T08:00:00+09:00", "what": "listing", "file": "u.txt",
//      "marketplace": "Amazon.co.jp", "listing_at": "...", "orders": ["..."]},
//     {"at": "...", "what": "numbers", "numbers": {"ORDER": "NUMBER"}}, ...]}
//
// A line that is wrong is left out and told, and keeps its place, so that an
// undo still means what it meant. A kind that nobody knows is kept as it came
// and told. Only a text that is no journal at all, or of a newer version, is
// refused whole.
#ifndef PARCELWISE_JSON_JOURNAL_JSON_H_
#define PARCELWISE_JSON_JOURNAL_JSON_H_

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "files/json.h"
#include "files/json_error.h"
#include "journal/changes.h"
#include "journal/journal.h"
#include "time/zone.h"
#include "words/catalogue.h"

namespace parcelwise {

// A line that was left out, or is of an unknown kind.
struct JournalNotice {
  std::string pointer;        // "/events/3/at"
  std::string value;          // the offending JSON, at most 80 bytes
  bool unknown_kind = false;  // kept, but does nothing here
};

struct ReadJournal {
  Journal journal;
  std::vector<JournalNotice> notices;
};

enum class JournalErrorCode : std::uint8_t {
  kNotAJournal,  // no JSON, no object, no "journal": 1 or no list of events
  kNewer,        // "journal": 2 and above
  kTooLong,      // more than kMostEvents
};
struct JournalError {
  JournalErrorCode code{};
  std::string value;  // what was found, at most 80 bytes
  std::optional<JsonError> unopened = std::nullopt;  // where it is no JSON
};

//   {"journal":1,"events":[]}     -> an empty journal of no shop
//   {"journal":9,"events":[]}     -> JournalError{kNewer, "9"}
//   {"journal":1,"events":[{"at":"soon","what":"done","orders":[]}]}
//     -> an empty event, and a notice of /events/0/at
tl::expected<ReadJournal, JournalError> read_journal(std::string_view text);

// One event as the page hands it over; its notice where it is wrong.
tl::expected<JournalEvent, JournalNotice> read_journal_event(const Json& json);

std::string journal_error_text(const JournalError& error, Language language);
std::string journal_notice_text(const JournalNotice& notice, Language language);

// The same text for the same journal: reading it gives the journal back.
// Instants in the zone's offset.
std::string write_journal(const Journal& journal, const Zone& zone);
Json journal_event_json(const JournalEvent& event, const Zone& zone);

// [{"order_id": "...", "state": "label-made"}]; where there is one also
// "number", "hold", "notes", "done", "since".
Json progress_json(const Progress& progress, const Zone& zone);
Json order_progress_json(const OrderProgress& progress, const Zone& zone);

// The JSON of `parcelwise changes`.
Json changes_json(const Changes& changes, const Zone& zone);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_JOURNAL_JSON_H_
