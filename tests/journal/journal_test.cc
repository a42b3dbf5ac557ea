// Tests core/journal/journal.cc.
#include "journal/journal.h"

#include <gtest/gtest.h>

#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "journal/journal_text.h"

namespace parcelwise {
namespace {

// Journals on sellers' machines know these words.
TEST(EventName, is_read_back_as_its_kind) {
  constexpr std::string_view kWords[] = {"listing",
                                         "carrier-file",
                                         "numbers",
                                         "confirmation-file",
                                         "cancellation-file",
                                         "refund-file",
                                         "accepted",
                                         "declined",
                                         "planned",
                                         "done",
                                         "hold",
                                         "release",
                                         "note",
                                         "undo"};
  static_assert(std::size(kWords) == kEventKinds);
  for (std::size_t i = 0; i < kEventKinds; ++i) {
    const auto kind = static_cast<EventKind>(i);
    EXPECT_EQ(event_name(kind), kWords[i]);
    EXPECT_EQ(event_from_name(kWords[i]), kind) << kWords[i];
  }
}

TEST(EventName, of_nothing_else_is_read) {
  for (const std::string_view text :
       {"", "Listing", "listing ", "list", "unknown"}) {
    EXPECT_FALSE(event_from_name(text).has_value()) << text;
  }
  EXPECT_EQ(event_name(static_cast<EventKind>(kEventKinds)), "unknown");
}

// '1' for each event that stands, '0' for the others.
std::string standing(std::vector<JournalEvent> events, std::uint64_t from = 0) {
  Journal journal;
  journal.events = std::move(events);
  journal.from = from;
  std::string text;
  for (const bool stands : journal.standing()) text += stands ? '1' : '0';
  return text;
}

TEST(Journal, knows_which_events_stand) {
  const JournalEvent done = event(EventKind::kDone, 0, {1});
  const JournalEvent unknown = event(EventKind::kUnknown, 0, {1});
  struct Row {
    const char* name;
    std::vector<JournalEvent> events;
    std::uint64_t from;
    const char* stands;
  };
  const Row rows[] = {
      {"all", {done, done}, 0, "11"},
      {"an unknown kind, also as the first", {unknown, done}, 0, "01"},
      {"the first undone", {done, done, undo(1, 0)}, 0, "010"},
      {"the last before it", {done, done, undo(1, 1)}, 0, "100"},
      {"an undo undone", {done, undo(1, 0), undo(2, 1)}, 0, "100"},
      {"an undo of itself, and of what comes",
       {done, undo(1, 1), done},
       0,
       "101"},
      {"places count from where the journal begins",
       {done, done, undo(1, 8)},
       7,
       "100"},
      {"what was taken off is not undone here", {done, undo(1, 6)}, 7, "10"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(standing(row.events, row.from), row.stands) << row.name;
}

}  // namespace
}  // namespace parcelwise
