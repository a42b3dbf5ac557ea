// Tests core/journal/progress.cc and core/journal/journal.cc.
#include "journal/progress.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "draws.h"
#include "journal/journal_text.h"

namespace parcelwise {
namespace {

constexpr auto kCarrier = EventKind::kCarrierFile;
constexpr auto kConfirm = EventKind::kConfirmationFile;

// "1 new, 2 left": every order that is named.
std::string states(const Journal& journal,
                   std::span<const ListedNow> now = {}) {
  std::string text;
  const Progress progress = Progress::fold(journal, now);
  for (const OrderProgress& each : progress.all()) {
    const std::string id = each.order.text();
    text += (text.empty() ? "" : ", ") +
            std::to_string(std::stoi(id.substr(12))) + " " +
            std::string(progress_name(each.state)) + (each.done ? " done" : "");
  }
  return text;
}

// Noted while a clock was wrong: what it lacks has not left, and what the
// listing of today has came back all the same.
TEST(Progress, a_listing_of_the_future_tells_of_no_absence) {
  Journal journal;
  journal.events = {listing(0, {1, 2}), event(kConfirm, 1, {1}),
                    listing(700, {2})};
  const auto state_at = [&](int now, const std::vector<int>& orders) {
    const ListedNow listed[] = {
        {"Amazon.co.jp", hour(24), numbered_all(orders)}};
    return Progress::fold(journal, listed, hour(now)).of(numbered(1))->state;
  };
  EXPECT_EQ(state_at(25, {1, 2}), ProgressState::kCameBack);
  EXPECT_EQ(state_at(25, {2}), ProgressState::kLeft);
  EXPECT_EQ(state_at(700, {1, 2}), ProgressState::kLeft);
  // Its moment alone, noted by a clock that was right.
  journal.events.back() = listing(2, {2});
  journal.events.back().listing_at = hour(700);
  EXPECT_EQ(state_at(25, {1, 2}), ProgressState::kCameBack);
}

TEST(Progress, each_step_moves_the_order) {
  struct Row {
    const char* name;
    std::vector<JournalEvent> events;
    std::string states;
  };
  const std::vector<Row> rows = {
      {"nothing happened", {}, ""},
      {"listed", {listing(0, {1, 2})}, "1 new, 2 new"},
      {"a label",
       {listing(0, {1, 2}), event(kCarrier, 1, {1})},
       "1 label-made, 2 new"},
      {"a number without a label",
       {listing(0, {1}), numbers(1, {1})},
       "1 numbered"},
      {"a label after the number is a second print",
       {listing(0, {1}), numbers(1, {1}), event(kCarrier, 2, {1})},
       "1 numbered"},
      {"a confirmation without a number",
       {listing(0, {1}), event(kConfirm, 1, {1})},
       "1 in-confirmation"},
      {"gone from the next listing",
       {listing(0, {1, 2}), event(kConfirm, 1, {1}), listing(24, {2})},
       "1 left, 2 new"},
      {"gone without a confirmation of ours",
       {listing(0, {1}), listing(24, {})},
       "1 left"},
      {"still listed after its confirmation",
       {listing(0, {1}), numbers(1, {1}), event(kConfirm, 2, {1}),
        listing(24, {1})},
       "1 came-back"},
      {"the listing is as old as the confirmation",
       {event(kConfirm, 24, {1}), listing(24, {1})},
       "1 in-confirmation"},
      {"a new number after it came back",
       {listing(0, {1}), event(kConfirm, 2, {1}), listing(24, {1}),
        numbers(25, {1})},
       "1 numbered"},
      {"a new label after it came back",
       {listing(0, {1}), numbers(1, {1}), event(kConfirm, 2, {1}),
        listing(24, {1}), event(kCarrier, 25, {1})},
       "1 label-made"},
      {"confirmed again after it came back",
       {listing(0, {1}), event(kConfirm, 2, {1}), listing(24, {1}),
        event(kConfirm, 25, {1})},
       "1 in-confirmation"},
      {"came back, then gone",
       {listing(0, {1}), event(kConfirm, 2, {1}), listing(24, {1}),
        event(kConfirm, 25, {1}), listing(48, {})},
       "1 left"},
      {"listed again after it left: the report was incomplete",
       {listing(0, {1}), listing(24, {}), listing(48, {1})},
       "1 new"},
      {"an older listing that is loaded later says nothing",
       {listing(24, {1}), listing(0, {2})},
       "1 new"},
      {"of two listings of one moment the later told counts",
       {listing(24, {1, 2}), listing(24, {2})},
       "1 left, 2 new"},
      {"another marketplace's listing says nothing of it",
       {listing(0, {1}), listing(24, {2}, "Amazon.it")},
       "1 new, 2 new"},
      {"the channel in another case is the same one",
       {listing(0, {1}), listing(24, {}, "AMAZON.CO.JP")},
       "1 left"},
      {"never listed, confirmed, and absent later",
       {event(kConfirm, 1, {1}), listing(24, {2})},
       "1 left, 2 new"},
      {"never listed and not confirmed: nothing is known",
       {event(kCarrier, 1, {1}), listing(24, {2})},
       "1 label-made, 2 new"},
      {"never listed, and two marketplaces: nothing is known",
       {event(kConfirm, 1, {1}), listing(24, {2}),
        listing(24, {3}, "Amazon.it")},
       "1 in-confirmation, 2 new, 3 new"},
      {"held", {listing(0, {1}), event(EventKind::kHold, 1, {1})}, "1 held"},
      {"held and gone",
       {listing(0, {1}), event(EventKind::kHold, 1, {1}), listing(24, {})},
       "1 left"},
      {"released",
       {listing(0, {1}), event(EventKind::kHold, 1, {1}),
        event(EventKind::kRelease, 2, {1})},
       "1 new"},
      {"done is the seller's tick beside the state",
       {listing(0, {1}), event(EventKind::kDone, 1, {1})},
       "1 new done"},
      {"a tick is taken back",
       {listing(0, {1}), event(EventKind::kDone, 1, {1}), undo(2, 1)},
       "1 new"},
      {"an undo is taken back",
       {listing(0, {1}), event(EventKind::kDone, 1, {1}), undo(2, 1),
        undo(3, 2)},
       "1 new done"},
      {"an undo of what comes later is none",
       {listing(0, {1}), undo(1, 2), event(EventKind::kDone, 1, {1})},
       "1 new done"},
  };
  for (const Row& row : rows) {
    Journal journal;
    journal.events = row.events;
    EXPECT_EQ(states(journal), row.states) << row.name;
  }
}

TEST(Progress, a_listing_without_a_moment_proves_no_absence) {
  Journal journal;
  journal.events = {listing(0, {1}), listing(24, {2})};
  journal.events[1].listing_at.reset();
  EXPECT_EQ(states(journal), "1 new, 2 new");
}

TEST(Progress, what_is_loaded_counts_behind_the_last_event) {
  Journal journal;
  journal.events = {listing(0, {1, 2}), event(kConfirm, 1, {1, 2})};
  const ListedNow now[] = {{"Amazon.co.jp", hour(24), numbered_all({2, 3})}};
  EXPECT_EQ(states(journal, now), "1 left, 2 came-back, 3 new");
}

TEST(Progress, what_is_loaded_without_a_moment_is_seen_at_the_last_event) {
  Journal journal;
  journal.events = {listing(0, {1}), event(kConfirm, 5, {1}), undo(9, 7)};
  const ListedNow now[] = {{"Amazon.co.jp", std::nullopt, numbered_all({2})}};
  const Progress progress = Progress::fold(journal, now);
  ASSERT_NE(progress.of(numbered(2)), nullptr);
  EXPECT_EQ(progress.of(numbered(2))->first_seen, hour(5));
}

TEST(Progress, says_since_when_an_order_is_not_listed) {
  Journal journal;
  journal.events = {listing(0, {1, 2}), listing(24, {2})};
  const Progress progress = Progress::fold(journal);
  const OrderProgress& gone = *progress.of(numbered(1));
  EXPECT_FALSE(gone.listed);
  EXPECT_EQ(gone.left_at, hour(24));
  const OrderProgress& here = *progress.of(numbered(2));
  EXPECT_TRUE(here.listed);
  EXPECT_EQ(here.left_at, std::nullopt);
}

TEST(Progress, places_count_from_the_first_event_kept) {
  Journal journal;
  journal.from = 100;
  journal.events = {event(EventKind::kDone, 0, {1}), undo(1, 100), undo(2, 7)};
  EXPECT_EQ(states(journal), "");
  EXPECT_EQ(journal.next(), 103u);
}

TEST(Progress, keeps_file_number_and_words) {
  Journal journal;
  journal.events = {event(kCarrier, 0, {1}), numbers(1, {1}),
                    event(kConfirm, 2, {1}), event(EventKind::kNote, 3, {1}),
                    event(EventKind::kHold, 4, {1})};
  journal.events[0].file = "yamato-b2_2026-11-29_1.csv";
  journal.events[2].file = "confirmation.txt";
  journal.events[3].text = "ring first";
  journal.events[4].text = "waits for stock";
  const Progress progress = Progress::fold(journal);
  const OrderProgress& one = *progress.of(numbered(1));
  EXPECT_EQ(one.label_file, "yamato-b2_2026-11-29_1.csv");
  EXPECT_EQ(one.number, "4000-1");
  EXPECT_EQ(one.confirmation_file, "confirmation.txt");
  EXPECT_EQ(one.notes, std::vector<std::string>{"ring first"});
  EXPECT_EQ(one.hold, "waits for stock");
  EXPECT_EQ(progress.of(numbered(2)), nullptr);
}

TEST(Journal, entries_end_so_many_days_after_the_order_left) {
  Journal journal;
  const int days = 24;
  journal.events = {listing(0, {1, 2}), event(kConfirm, 1, {1}),
                    event(EventKind::kDone, 2, {1}), listing(24, {2}),
                    event(EventKind::kNote, 30, {2})};
  Journal kept = journal;
  kept.forget_left(hour((1 + 45) * days), kJournalDays);
  EXPECT_EQ(kept, journal) << "on the 45th day";
  kept.forget_left(hour((1 + 45) * days + 1), kJournalDays);
  EXPECT_EQ(states(kept), "2 new");
  EXPECT_EQ(kept.from, 0u) << "the first listing names an order that is here";
  EXPECT_EQ(kept.next(), journal.next()) << "places never change";
  Journal alone;
  alone.events = {listing(0, {1}), listing(24, {})};
  alone.forget_left(hour(100 * days), kJournalDays);
  EXPECT_EQ(alone.from, 1u) << "the empty listing stays: it names nothing";
}

TEST(Journal, keeps_what_happened_at_the_limit_itself) {
  Journal journal;
  journal.events = {undo(26, 7)};
  Journal kept = journal;
  kept.forget_left(hour(26 + 24), 1);
  EXPECT_EQ(kept, journal);
  kept.forget_left(hour(26 + 25), 1);
  EXPECT_TRUE(kept.events.empty());
}

// A plain model: each order is a row of flags, and every step is replayed from
// the first after each undo.
class Model {
 public:
  void play(const Journal& journal) {
    std::vector<bool> gone(journal.events.size(), false);
    for (std::size_t i = journal.events.size(); i-- > 0;) {
      const JournalEvent& each = journal.events[i];
      if (each.kind == EventKind::kUndo && !gone[i] && each.undone < i) {
        gone[static_cast<std::size_t>(each.undone)] = true;
      }
    }
    for (std::size_t i = 0; i < journal.events.size(); ++i) {
      if (!gone[i]) step(journal.events[i]);
    }
  }

  std::string state(OrderId order) {
    const Flags& flags = rows_[order];
    if (flags.left) return "left";
    if (flags.held) return "held";
    if (flags.back) return "came-back";
    if (flags.confirmed >= 0) return "in-confirmation";
    if (flags.numbered) return "numbered";
    return flags.label ? "label-made" : "new";
  }

  std::set<OrderId> named() const {
    std::set<OrderId> all;
    for (const auto& [id, flags] : rows_) all.insert(id);
    return all;
  }

 private:
  struct Flags {
    bool label = false, numbered = false, back = false, left = false,
         held = false, listed = false;
    std::int64_t confirmed = -1;
  };

  void step(const JournalEvent& each) {
    if (each.kind == EventKind::kNumbers) {
      for (const auto& [id, number] : each.numbers) {
        Flags& flags = rows_[id];
        if (flags.back)
          flags = {false,      false,        false, flags.left,
                   flags.held, flags.listed, -1};
        flags.numbered = true;
      }
      return;
    }
    if (each.kind == EventKind::kListing) {
      if (each.listing_at->unix_seconds < newest_) return;
      newest_ = each.listing_at->unix_seconds;
      for (const OrderId id : each.orders) {
        Flags& flags = rows_[id];
        flags.listed = true;
        flags.left = false;
        if (flags.confirmed >= 0 && flags.confirmed < newest_)
          flags.back = true;
      }
      for (auto& [id, flags] : rows_) {
        bool there = false;
        for (const OrderId listed : each.orders) there = there || listed == id;
        const bool sure =
            flags.listed || (flags.confirmed >= 0 && flags.confirmed < newest_);
        if (there || !sure) continue;
        flags.left = true;
        flags.back = false;
      }
      return;
    }
    for (const OrderId id : each.orders) {
      Flags& flags = rows_[id];
      if (each.kind == kCarrier) {
        if (flags.back)
          flags = {false,      false,        false, flags.left,
                   flags.held, flags.listed, -1};
        flags.label = true;
      }
      if (each.kind == kConfirm) {
        flags.confirmed = each.at.unix_seconds;
        flags.back = false;
      }
      if (each.kind == EventKind::kHold) flags.held = true;
      if (each.kind == EventKind::kRelease) flags.held = false;
    }
  }

  std::map<OrderId, Flags> rows_;
  std::int64_t newest_ = INT64_MIN;
};

constexpr int kSequences = draws(10'000);

TEST(Progress, random_sequences_of_200_actions_equal_a_plain_model) {
  std::mt19937 random(20261129);
  const auto up_to = [&random](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most + 1));
  };
  constexpr EventKind kKinds[] = {EventKind::kListing, kCarrier,
                                  EventKind::kNumbers, kConfirm,
                                  EventKind::kHold,    EventKind::kRelease,
                                  EventKind::kDone,    EventKind::kUndo};
  for (int sequence = 0; sequence < kSequences; ++sequence) {
    Journal journal;
    int clock = 0;
    for (int action = 0; action < 200; ++action) {
      clock += up_to(5);
      std::vector<int> orders;
      for (int order = 1; order <= 5; ++order) {
        if (up_to(2) == 0) orders.push_back(order);
      }
      const EventKind kind = kKinds[up_to(7)];
      if (kind == EventKind::kListing) {
        // A clock set back, or yesterday's file once more.
        journal.events.push_back(
            listing(up_to(5) == 0 ? clock / 2 : clock, orders));
      } else if (kind == EventKind::kNumbers) {
        journal.events.push_back(numbers(clock, orders));
      } else if (kind == EventKind::kUndo) {
        journal.events.push_back(
            undo(clock, static_cast<std::uint64_t>(up_to(action))));
      } else {
        journal.events.push_back(event(kind, clock, orders));
      }
    }
    Model model;
    model.play(journal);
    const Progress progress = Progress::fold(journal);
    ASSERT_EQ(progress.all().size(), model.named().size()) << sequence;
    for (const OrderProgress& each : progress.all()) {
      ASSERT_EQ(progress_name(each.state), model.state(each.order))
          << sequence << " " << each.order.text();
    }
    // Undo is exact: taking the last event back is as if it had never been.
    Journal shorter = journal;
    shorter.events.pop_back();
    Journal undone = journal;
    undone.events.push_back(undo(clock, journal.events.size() - 1));
    const Progress as_if_never = Progress::fold(shorter);
    const Progress taken_back = Progress::fold(undone);
    const auto& before = as_if_never.all();
    const auto& after = taken_back.all();
    ASSERT_EQ(before.size(), after.size()) << sequence;
    for (std::size_t i = 0; i < before.size(); ++i) {
      ASSERT_EQ(before[i].state, after[i].state) << sequence;
      ASSERT_EQ(before[i].number, after[i].number) << sequence;
      ASSERT_EQ(before[i].done, after[i].done) << sequence;
    }
  }
}

}  // namespace
}  // namespace parcelwise
