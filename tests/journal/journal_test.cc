// Tests core/journal/journal.cc.
#include "journal/journal.h"

#include <gtest/gtest.h>

#include <iterator>
#include <string_view>

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

}  // namespace
}  // namespace parcelwise
