// Tests the rules that read the journal: came-back, confirm-now and
// label-without-number, each beside rows in which one condition alone fails.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "files/open_json.h"
#include "json/report_json.h"
#include "rules/journaled_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T09:00:00+09:00";

OrderId order() { return *OrderId::parse("250-1234567-1234567"); }

JournalEvent told(EventKind kind, std::string_view when) {
  JournalEvent event;
  event.kind = kind;
  event.at = at(when);
  event.file = "f.csv";
  event.orders = {order()};
  if (kind == EventKind::kNumbers) {
    event.orders.clear();
    event.numbers = {{order(), "400012345678"}};
  }
  return event;
}

// The order's only line in an unshipped report that surely speaks for 08:00.
std::string report(const Cells& more) {
  Cells cells = more;
  for (const auto& each :
       Cells{{"order-id", "250-1234567-1234567"},
             {"purchase-date", "2026-11-18T03:00:00+00:00"},
             {"payments-date", "2026-11-18T03:00:00+00:00"},
             {"promise-date", "2026-11-20T14:59:59+00:00"}}) {
    const bool told =
        std::any_of(more.begin(), more.end(),
                    [&](const auto& own) { return own.first == each.first; });
    if (!told) cells.push_back(each);
  }
  return ReportText::unshipped().row(cells).text();
}

struct Row {
  const char* name;
  const char* rule;
  std::string found;
  std::vector<JournalEvent> events;
  Cells cells;
  std::string now = kNow;
  std::string listed = "2026-11-20T08:00:00+09:00";
};

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    Journal journal;
    journal.events = row.events;
    const JournaledReports checked(report(row.cells), row.now, journal,
                                   row.listed);
    EXPECT_EQ(checked.found(row.rule), row.found)
        << row.rule << ": " << row.name;
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      const Json json = *open_json(checked.json(language));
      for (const Json& action : json["actions"]) {
        if (action["rule"] != row.rule) continue;
        EXPECT_FALSE(action["evidence"].empty()) << row.name;
        EXPECT_FALSE(action["steps"].empty()) << row.name;
        EXPECT_EQ(json_text(action).find("{\"column\":\"\""),
                  std::string::npos);
        for (const char* const text : {"title", "steps"}) {
          const std::string words = json_text(action[text]);
          EXPECT_EQ(words.find('{'), std::string::npos) << words;
          EXPECT_EQ(words.find("rules/"), std::string::npos) << words;
        }
      }
    }
  }
}

constexpr auto kLabel = EventKind::kCarrierFile;
constexpr auto kNumber = EventKind::kNumbers;
constexpr auto kConfirm = EventKind::kConfirmationFile;

TEST(CameBack, a_later_listing_still_has_what_was_confirmed) {
  const std::string limit = "today 2026-11-27T23:59:59+09:00";
  const JournalEvent confirmed = told(kConfirm, "2026-11-19T15:00:00+09:00");
  expect_rows({
      {"confirmed yesterday, listed today",
       "came-back",
       limit,
       {confirmed},
       {}},
      {"nothing was confirmed",
       "came-back",
       "",
       {told(kNumber, "2026-11-19T15:00:00+09:00")},
       {}},
      {"the listing is as old as the confirmation",
       "came-back",
       "",
       {confirmed},
       {},
       kNow,
       "2026-11-19T15:00:00+09:00"},
      {"a second younger",
       "came-back",
       limit,
       {confirmed},
       {},
       kNow,
       "2026-11-19T15:00:01+09:00"},
      {"confirmed anew after that listing",
       "came-back",
       "",
       {confirmed, told(kConfirm, "2026-11-20T08:30:00+09:00")},
       {}},
      {"nothing of it is left to ship",
       "came-back",
       "",
       {confirmed},
       {{"quantity-to-ship", "0"}, {"quantity-shipped", "1"}}},
      {"no ship-by: no date is told",
       "came-back",
       "today",
       {confirmed},
       {{"promise-date", ""}, {"purchase-date", ""}, {"payments-date", ""}}},
      {"past the limit",
       "came-back",
       limit,
       {confirmed},
       {},
       "2026-11-28T09:00:00+09:00",
       "2026-11-28T08:00:00+09:00"},
  });
}

TEST(ConfirmNow, a_number_waits_for_its_confirmation) {
  const std::string due = "today 2026-11-20T23:59:59+09:00";
  const JournalEvent number = told(kNumber, "2026-11-20T08:30:00+09:00");
  expect_rows({
      {"a number", "confirm-now", due, {number}, {}},
      {"as urgent as shipping",
       "confirm-now",
       "overdue 2026-11-20T23:59:59+09:00",
       {number},
       {},
       "2026-11-21T00:00:00+09:00"},
      {"a label alone",
       "confirm-now",
       "",
       {told(kLabel, "2026-11-20T08:30:00+09:00")},
       {}},
      {"confirmed",
       "confirm-now",
       "",
       {number, told(kConfirm, "2026-11-20T08:40:00+09:00")},
       {}},
      {"held",
       "confirm-now",
       "",
       {number, told(EventKind::kHold, "2026-11-20T08:40:00+09:00")},
       {}},
      {"the buyer wants it cancelled",
       "confirm-now",
       "",
       {number},
       {{"is-buyer-requested-cancellation", "true"}}},
  });
}

TEST(LabelWithoutNumber, waits_for_more_than_a_day) {
  const std::string due = "soon 2026-11-20T23:59:59+09:00";
  expect_rows({
      {"a day and a second",
       "label-without-number",
       due,
       {told(kLabel, "2026-11-19T08:59:59+09:00")},
       {}},
      {"a day",
       "label-without-number",
       "",
       {told(kLabel, "2026-11-19T09:00:00+09:00")},
       {}},
      {"the clock was set back",
       "label-without-number",
       "",
       {told(kLabel, "2026-11-25T09:00:00+09:00")},
       {}},
      {"a number came",
       "label-without-number",
       "",
       {told(kLabel, "2026-11-18T09:00:00+09:00"),
        told(kNumber, "2026-11-18T19:00:00+09:00")},
       {}},
      {"nothing was written", "label-without-number", "", {}, {}},
  });
}

TEST(LabelWithoutNumber, names_the_file_of_the_label) {
  Journal journal;
  journal.events = {told(kLabel, "2026-11-18T09:00:00+09:00")};
  const JournaledReports checked(report({}), kNow, journal,
                                 "2026-11-20T08:00:00+09:00");
  EXPECT_EQ(checked.evidence("label-without-number", "label-file"), "f.csv");
  EXPECT_EQ(checked.evidence("label-without-number", "label-at"),
            "2026-11-18T09:00:00+09:00");
}

TEST(JournalRules, say_why_in_the_journals_own_words) {
  Journal journal;
  journal.events = {told(kNumber, "2026-11-19T14:00:00+09:00"),
                    told(kConfirm, "2026-11-19T15:00:00+09:00")};
  const JournaledReports checked(report({}), kNow, journal,
                                 "2026-11-20T08:00:00+09:00");
  EXPECT_EQ(checked.evidence("came-back", "confirmation-file"), "f.csv");
  EXPECT_EQ(checked.evidence("came-back", "tracking-number"), "400012345678");
  EXPECT_EQ(checked.evidence("came-back", "confirmed-at"),
            "2026-11-19T15:00:00+09:00");
  const Json json = *open_json(checked.json());
  EXPECT_EQ(json["progress"][0]["state"], "came-back");
  EXPECT_EQ(json["progress"][0]["confirmation_file"], "f.csv");
}

// However late, nobody is asked to send again what a confirmation tells as
// sent.
TEST(JournalRules, do_not_ask_to_ship_twice) {
  constexpr const char* kLate = "2026-11-23T09:00:00+09:00";
  struct Case {
    const char* name;
    EventKind last;
    const char* title;
  };
  for (const Case& one :
       {Case{"a label alone", kLabel, "ship now"},
        Case{"a number waits", kNumber, "ship now"},
        Case{"confirmed", kConfirm, "do not ship it again"}}) {
    Journal journal;
    journal.events = {told(one.last, "2026-11-19T15:00:00+09:00")};
    for (const char* const listed :
         {"2026-11-19T08:00:00+09:00", "2026-11-23T08:00:00+09:00"}) {
      const JournaledReports checked(report({}), kLate, journal, listed);
      EXPECT_TRUE(checked.found("ship").starts_with("overdue")) << one.name;
      EXPECT_TRUE(checked.title("ship").ends_with(one.title))
          << one.name << " " << listed << ": " << checked.title("ship");
    }
  }
}

// Where a part was confirmed, the rest is still to be sent.
TEST(JournalRules, ask_to_ship_the_rest_of_a_part) {
  Journal journal;
  journal.events = {told(kConfirm, "2026-11-19T15:00:00+09:00")};
  const JournaledReports checked(report({{"quantity-purchased", "2"},
                                         {"quantity-shipped", "1"},
                                         {"quantity-to-ship", "1"}}),
                                 "2026-11-23T09:00:00+09:00", journal,
                                 "2026-11-23T08:00:00+09:00");
  EXPECT_TRUE(checked.title("ship").ends_with("ship now"))
      << checked.title("ship");
}

// Without a journal no rule speaks of one, and the JSON has no progress.
TEST(JournalRules, are_silent_without_a_journal) {
  const CheckedReports checked({{"u.txt", report({})}}, kNow);
  EXPECT_EQ(checked.json().find("progress"), std::string::npos);
}

}  // namespace
}  // namespace parcelwise
