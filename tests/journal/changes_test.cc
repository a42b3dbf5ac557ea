// Tests core/journal/changes.cc.
#include "journal/changes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "journal/journal_text.h"

namespace parcelwise {
namespace {

ListingNow now(int at, std::vector<int> orders,
               const char* marketplace = "Amazon.co.jp") {
  return {{marketplace, hour(at), numbered_all(orders)}, {}};
}

void put(std::string& text, const char* name,
         const std::vector<OrderId>& orders) {
  if (orders.empty()) return;
  text += (text.empty() ? "" : "; ") + std::string(name);
  for (const OrderId order : orders) {
    text += " " + std::to_string(std::stoi(order.text().substr(12)));
  }
}

std::string written(const Changes& changes) {
  std::string text;
  put(text, "new", changes.fresh);
  put(text, "confirmed", changes.left_confirmed);
  put(text, "otherwise", changes.left_otherwise);
  put(text, "back", changes.came_back);
  put(text, "open", changes.still_open);
  return text;
}

TEST(Changes, tell_what_became_of_yesterday) {
  constexpr auto kConfirm = EventKind::kConfirmationFile;
  struct Row {
    const char* name;
    std::vector<JournalEvent> events;
    std::vector<ListingNow> now;
    std::string changes;
  };
  const std::vector<Row> rows = {
      {"the first day", {}, {now(24, {1, 2})}, "new 1 2"},
      {"nothing loaded", {listing(0, {1})}, {}, ""},
      {"one of each",
       {listing(0, {1, 2, 3, 5}), event(kConfirm, 1, {2, 3})},
       {now(24, {1, 3, 4})},
       "new 4; confirmed 2; otherwise 5; back 3; open 1"},
      {"today's listing is in the journal already",
       {listing(0, {1}), listing(24, {2})},
       {now(24, {2})},
       "new 2; otherwise 1"},
      {"only today's is there", {listing(24, {2})}, {now(24, {2})}, "new 2"},
      {"yesterday's file once more, newer than any in the journal",
       {listing(48, {1, 2})},
       {now(24, {1})},
       "new 1"},
      {"another marketplace is left alone",
       {listing(0, {1}), listing(0, {2}, "Amazon.it")},
       {now(24, {1})},
       "open 1"},
      {"two marketplaces",
       {listing(0, {1}), listing(0, {2}, "Amazon.it")},
       {now(24, {}), now(24, {2, 3}, "amazon.it")},
       "new 3; otherwise 1; open 2"},
      {"an undone confirmation is none of ours",
       {listing(0, {1}), event(kConfirm, 1, {1}), undo(2, 1)},
       {now(24, {})},
       "otherwise 1"},
  };
  for (const Row& row : rows) {
    Journal journal;
    journal.events = row.events;
    EXPECT_EQ(written(changes_since(journal, row.now)), row.changes)
        << row.name;
  }
}

// Of a day that is looked back at, what was noted or listed later is unknown.
TEST(Changes, of_a_moment_know_nothing_of_later_listings) {
  struct Row {
    const char* name;
    int noted, listed;  // of the second listing
    int moment;
    const char* changes;
  };
  const Row rows[] = {
      {"noted later", 10, 10, 9, "new 2; open 1"},
      {"noted at that moment", 10, 10, 10, "new 1; open 2"},
      {"noted before", 10, 10, 11, "new 1; open 2"},
      {"listed later", 5, 12, 11, "new 2; open 1"},
      {"listed at that moment", 5, 12, 12, "new 1; open 2"},
      {"listed before", 5, 12, 13, "new 1; open 2"},
  };
  for (const Row& row : rows) {
    Journal journal;
    journal.events = {listing(0, {1}), listing(row.noted, {2})};
    journal.events[1].listing_at = hour(row.listed);
    const ListingNow today[] = {now(24, {1, 2})};
    EXPECT_EQ(written(changes_since(journal, today, hour(row.moment))),
              row.changes)
        << row.name;
  }
}

TEST(Changes, without_a_moment_nothing_has_left) {
  Journal journal;
  journal.events = {listing(0, {1, 2})};
  ListingNow today = now(24, {1});
  today.listed.at.reset();
  const ListingNow all[] = {today};
  const Changes changes = changes_since(journal, all);
  EXPECT_EQ(written(changes), "open 1");
  EXPECT_EQ(changes.since, hour(0));
}

TEST(Changes, are_told_since_the_newest_of_the_listings_before) {
  Journal journal;
  journal.events = {listing(5, {1}), listing(0, {2}, "Amazon.it")};
  const ListingNow today[] = {now(24, {1}), now(24, {2}, "Amazon.it")};
  EXPECT_EQ(changes_since(journal, today).since, hour(5));
  const ListingNow other_way[] = {today[1], today[0]};
  EXPECT_EQ(changes_since(journal, other_way).since, hour(5));
}

TEST(Changes, name_what_changed_of_an_order_that_is_still_listed) {
  const ListedDetails plain{numbered(1), 2, hour(50), false, 77};
  struct Row {
    const char* name;
    ListedDetails yesterday, today;
    std::string changed;
  };
  ListedDetails fewer = plain, later = plain, moved = plain, cancelled = plain,
                unknown = plain, all = plain;
  fewer.quantity = 1;
  later.ship_by = hour(74);
  moved.address_check = 78;
  cancelled.cancel_request = true;
  unknown.address_check = 0;
  all = {numbered(1), 1, std::nullopt, true, 5};
  const std::vector<Row> rows = {
      {"nothing", plain, plain, ""},
      {"a unit less", plain, fewer, "quantity"},
      {"a day later", plain, later, "ship-by"},
      {"another address", plain, moved, "address"},
      {"an address that is not told today", plain, unknown, ""},
      {"an address that was not told yesterday", unknown, plain, ""},
      {"the buyer wants to cancel", plain, cancelled, "cancel-request"},
      {"all of it", plain, all, "quantity ship-by address cancel-request"},
  };
  for (const Row& row : rows) {
    Journal journal;
    journal.events = {listing(0, {1})};
    journal.events[0].details = {row.yesterday};
    ListingNow today = now(24, {1});
    today.details = {row.today};
    const ListingNow listed[] = {today};
    std::string changed;
    for (const ChangedOrder& each : changes_since(journal, listed).changed) {
      changed +=
          (changed.empty() ? "" : " ") + std::string(change_name(each.what));
    }
    EXPECT_EQ(changed, row.changed) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
