// What happened to orders on this machine: append-only events, each with its
// moment. A report cannot tell that a label was written or a number taken;
// the journal can, and nothing of a buyer stands in it: order ids, moments,
// file names, tracking numbers and the seller's own notes.
//
// Progress (journal/progress.h) and what changed since yesterday
// (journal/changes.h) are folds of it; its file is json/journal_json.h.
#ifndef PARCELWISE_JOURNAL_JOURNAL_H_
#define PARCELWISE_JOURNAL_JOURNAL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "report/order_id.h"
#include "time/instant.h"

namespace parcelwise {

enum class EventKind : std::uint8_t {
  kListing,           // an unshipped-orders report was loaded
  kCarrierFile,       // labels were written
  kNumbers,           // tracking numbers were taken
  kConfirmationFile,  // a shipping confirmation was written
  kCancellationFile,
  kRefundFile,  // adjustments were written
  kAccepted,    // orders share a parcel
  kDeclined,    // they do not
  kPlanned,     // a refund was planned
  kDone,
  kHold,
  kRelease,  // held no more
  kNote,
  kUndo,
  kUnknown,  // of a newer version: kept, and told when it is read
  kLeftOut,  // a line that could not be read: its place is kept
};
inline constexpr std::size_t kEventKinds = 14;  // those with a name
std::string_view event_name(EventKind kind);    // "carrier-file"
std::optional<EventKind> event_from_name(std::string_view name);

// What a listing said of an order, to see a change by.
struct ListedDetails {
  OrderId order;
  std::int64_t quantity = 0;  // units to ship
  std::optional<Instant> ship_by;
  bool cancel_request = false;
  // 16 bits of the delivery address: enough to see that it changed, and shared
  // by thousands of addresses, so that nobody is found by it. 0: not known.
  std::uint16_t address_check = 0;

  friend bool operator==(const ListedDetails&, const ListedDetails&) = default;
};

struct JournalEvent {
  Instant at;
  EventKind kind = EventKind::kUnknown;
  std::string file;          // its name, where one was read or written
  std::string carrier_kind;  // kCarrierFile: "yamato-b2"; kNumbers: "yamato"
  std::string marketplace;   // kListing: "Amazon.co.jp"
  // kListing: the moment it surely speaks for; without it absence says nothing.
  std::optional<Instant> listing_at;
  std::vector<OrderId> orders;                           // sorted, each once
  std::vector<std::pair<OrderId, std::string>> numbers;  // kNumbers; sorted
  std::vector<ListedDetails> details;                    // kListing; sorted
  std::string text;          // kHold, kNote: the seller's words
  std::uint64_t undone = 0;  // kUndo: the place of the event taken back
  std::string raw;  // kUnknown, kLeftOut: its JSON, to be written as it came

  friend bool operator==(const JournalEvent&, const JournalEvent&) = default;
};

inline constexpr std::size_t kMostEvents = 200'000;
inline constexpr std::size_t kLongestJournalText = 2'000;  // bytes

class Journal {
 public:
  std::string shop;        // "" where none was named
  std::uint64_t from = 0;  // the place of the first event kept
  std::vector<JournalEvent> events;

  // The place that an appended event gets.
  std::uint64_t next() const { return from + events.size(); }

  // By event, whether it stands: not taken back, nor an undo, a line left out
  // or a kind nobody knows. An undo can itself be taken back.
  //   {A, B, undo of 1}            -> A
  //   {A, B, undo of 1, undo of 2} -> A, B
  std::vector<bool> standing() const;

  // Drops events that speak only of orders that left more than `days` days
  // before `now`; `from` moves with those at the front, places never change.
  // An order that still stands somewhere keeps every event that names it.
  void forget_left(Instant now, int days);

  friend bool operator==(const Journal&, const Journal&) = default;
};

// Entries end so many days after the order left: what is needed for a parcel
// that returns, and no more (S27 asks for personal data to go after 30; there
// is none here).
inline constexpr int kJournalDays = 45;

}  // namespace parcelwise

#endif  // PARCELWISE_JOURNAL_JOURNAL_H_
