// Tests core/session/journal.cc: a day noted, kept by the page, and taken in
// again the next morning.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "session/page.h"

namespace parcelwise {
namespace {

std::string id(int number) {
  return "250-0000000-000000" + std::to_string(number);
}

// An unshipped report that surely speaks for seven in the morning of that day.
std::string listing(const char* day, const std::vector<int>& orders) {
  ReportText text = ReportText::listing();
  for (const int order : orders) {
    text.row({{"order-id", id(order)},
              {"purchase-date", "2026-11-16T03:00:00+00:00"},
              {"payments-date", "2026-11-16T03:00:00+00:00"},
              {"reporting-date", std::string(day) + "T07:00:00+09:00"},
              {"promise-date", "2026-11-20T14:59:59+00:00"}});
  }
  return text.text();
}

TestJson check_at(Page& page, const std::string& now) {
  return Page::ok(page.session.check(now, "{}"));
}

std::vector<std::string> rows(Page& page, const char* change) {
  const TestJson query = {{"change", change}, {"offset", 0}, {"limit", 100}};
  std::vector<std::string> ids;
  const TestJson found = Page::ok(page.session.rows(query.dump()));
  for (const TestJson& row : found["rows"]) ids.push_back(row["order_id"]);
  return ids;
}

constexpr const char* kMonday = "2026-11-18T08:00:00+09:00";
constexpr const char* kTuesday = "2026-11-19T08:00:00+09:00";

// Orders 1 to 3 are listed; 1 and 2 are confirmed.
std::string monday() {
  Page page;
  Page::ok(page.session.set_journal("", kMonday));
  page.load("u.txt", listing("2026-11-18", {1, 2, 3}));
  const TestJson summary = check_at(page, kMonday);
  EXPECT_EQ(summary["journal"]["noted"].size(), 1u);
  EXPECT_EQ(summary["journal"]["counts"]["new"], 3);
  EXPECT_TRUE(summary["journal"]["since"].is_null());
  // What is listed already is noted once.
  EXPECT_EQ(check_at(page, kMonday)["journal"]["noted"].size(), 0u);

  const TestJson place = Page::ok(page.session.note_event(
      R"({"at":"2026-11-18T15:00:00+09:00","what":"confirmation-file","file":"c.txt","orders":[")" +
      id(1) + R"(",")" + id(2) + R"("]})"));
  EXPECT_EQ(place["place"], 1);
  EXPECT_EQ(check_at(page, kMonday)["journal"]["progress"]["in-confirmation"],
            2);
  const TestJson order = Page::ok(page.session.order(id(1)));
  EXPECT_EQ(order["progress"]["state"], "in-confirmation");
  EXPECT_EQ(order["progress"]["confirmation_file"], "c.txt");
  return page.session.journal().json;
}

TEST(SessionJournal, tells_the_next_morning_what_became_of_the_orders) {
  const std::string kept = monday();
  Page page;
  const TestJson taken = Page::ok(page.session.set_journal(kept, kTuesday));
  EXPECT_EQ(taken["events"], 2);
  EXPECT_TRUE(taken["kept"].is_null());
  page.load("t.txt", listing("2026-11-19", {2, 3, 4}));
  const TestJson news = check_at(page, kTuesday)["journal"];
  EXPECT_EQ(news["since"], kMonday);
  const TestJson counts = {
      {"new", 1},       {"left_confirmed", 1}, {"left_otherwise", 0},
      {"came_back", 1}, {"still_open", 1},     {"changed", 0}};
  EXPECT_EQ(news["counts"], counts);
  EXPECT_EQ(rows(page, "new"), std::vector<std::string>{id(4)});
  EXPECT_EQ(rows(page, "came_back"), std::vector<std::string>{id(2)});
  EXPECT_EQ(rows(page, "still_open"), std::vector<std::string>{id(3)});
  EXPECT_TRUE(rows(page, "left_confirmed").empty());  // no report has it
  const TestJson changes = Page::ok(page.session.changes());
  EXPECT_EQ(changes["left_confirmed"], TestJson::array({id(1)}));
  EXPECT_EQ(changes["progress"].size(), 4u);
  EXPECT_EQ(changes["progress"][0]["state"], "left");
  // The same morning again, after a reload: it is still compared with Monday.
  Page again;
  Page::ok(again.session.set_journal(page.session.journal().json, kTuesday));
  again.load("t.txt", listing("2026-11-19", {2, 3, 4}));
  const TestJson second = check_at(again, kTuesday)["journal"];
  EXPECT_EQ(second["counts"], counts);
  EXPECT_EQ(second["noted"].size(), 0u);
}

TEST(SessionJournal, is_silent_until_it_is_set) {
  Page page;
  page.load("u.txt", listing("2026-11-18", {1}));
  const TestJson summary = check_at(page, kMonday);
  EXPECT_FALSE(summary.contains("journal"));
  EXPECT_FALSE(Page::ok(page.session.order(id(1))).contains("progress"));
  EXPECT_EQ(Page::code(page.session.journal()), "bad-argument");
  EXPECT_EQ(Page::code(page.session.changes()), "bad-argument");
  EXPECT_EQ(
      Page::code(page.session.note_event(
          R"({"at":"2026-11-18T15:00:00+09:00","what":"done","orders":[]})")),
      "bad-argument");
}

TEST(SessionJournal, leaves_out_of_the_rows_what_is_done_or_on_its_way) {
  Page page;
  Page::ok(page.session.set_journal(monday(), kMonday));
  page.load("u.txt", listing("2026-11-18", {1, 2, 3}));
  check_at(page, "2026-11-18T16:00:00+09:00");
  const auto left = [&](const TestJson& more) {
    TestJson query = {{"offset", 0}, {"limit", 100}};
    query.update(more);
    std::vector<std::string> ids;
    const TestJson found = Page::ok(page.session.rows(query.dump()));
    EXPECT_EQ(found["total"], found["rows"].size());
    for (const TestJson& row : found["rows"]) ids.push_back(row["order_id"]);
    std::sort(ids.begin(), ids.end());
    return ids;
  };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(left(TestJson::object()), (Ids{id(1), id(2), id(3)}));
  EXPECT_EQ(left({{"without", TestJson::array({id(3), id(9)})}}),
            (Ids{id(1), id(2)}));
  EXPECT_EQ(left({{"without_gone", true}}), Ids{id(3)});
  EXPECT_EQ(
      left({{"without_gone", true}, {"without", TestJson::array({id(3)})}}),
      Ids{});
  Ids fresh = left({{"change", "new"}});
  std::erase(fresh, id(1));
  EXPECT_EQ(left({{"without", TestJson::array({id(1)})}, {"change", "new"}}),
            fresh);
  for (const char* wrong : {R"({"without":"all"})", R"({"without":["x"]})",
                            R"({"without_gone":1})"}) {
    EXPECT_EQ(Page::code(page.session.rows(wrong)), "bad-argument") << wrong;
  }
}

TEST(SessionJournal, that_is_wrong_changes_nothing) {
  Page page;
  Page::ok(page.session.set_journal("", kMonday));
  page.load("u.txt", listing("2026-11-18", {1}));
  check_at(page, kMonday);
  const std::string before = page.session.journal().json;
  EXPECT_EQ(Page::code(page.session.set_journal("[]", kMonday)), "bad-journal");
  EXPECT_EQ(Page::code(page.session.set_journal(R"({"journal":2,"events":[]})",
                                                kMonday)),
            "bad-journal");
  EXPECT_EQ(Page::code(page.session.set_journal("", "today")), "bad-argument");
  for (const char* const event :
       {"", "7", "{}", R"({"at":"soon","what":"done","orders":[]})",
        R"({"at":"2026-11-18T15:00:00+09:00","what":"done","orders":["1"]})"}) {
    EXPECT_EQ(Page::code(page.session.note_event(event)), "bad-argument");
  }
  EXPECT_EQ(page.session.journal().json, before);
  EXPECT_EQ(Page::code(page.session.rows(
                R"({"change":"yesterday","offset":0,"limit":10})")),
            "bad-argument");
}

TEST(SessionJournal, tells_of_lines_that_are_left_out) {
  Page page;
  const TestJson taken = Page::ok(page.session.set_journal(
      R"({"journal":1,"events":[7,{"at":"2026-11-18T15:00:00+09:00","what":"sang"}]})",
      kMonday));
  EXPECT_EQ(taken["notices"].size(), 2u);
  EXPECT_EQ(taken["notices"][0]["pointer"], "/events/0");
}

TEST(SessionJournal, lets_old_entries_go) {
  const std::string kept = monday();
  Page page;
  Page::ok(page.session.set_journal(kept, kTuesday));
  page.load("t.txt", listing("2026-11-19", {4}));
  check_at(page, kTuesday);
  const std::string text = page.session.journal().json;
  Page later;
  const TestJson none =
      Page::ok(later.session.set_journal(text, "2027-01-03T08:00:00+09:00"));
  EXPECT_TRUE(none["kept"].is_null());
  const TestJson gone =
      Page::ok(later.session.set_journal(text, "2027-01-04T08:00:00+09:00"));
  ASSERT_TRUE(gone["kept"].is_string());
  EXPECT_EQ(gone["kept"].get<std::string>().find(id(1)), std::string::npos);
  EXPECT_NE(gone["kept"].get<std::string>().find(id(4)), std::string::npos);
}

TEST(SessionJournal, has_an_event_for_each_file_that_leaves) {
  Page page;
  Page::ok(page.session.set_journal("", kNow));
  page.load_samples();
  page.check();
  const auto event = [&](const char* kind) {
    return Page::ok(page.session.write_files(
        kind,
        R"({"shop":{},"without_tracking":true,"carrier":"yamato"})"))["event"];
  };
  const TestJson confirmation = event("shipping-confirmation");
  EXPECT_EQ(confirmation["what"], "confirmation-file");
  EXPECT_FALSE(confirmation["orders"].empty());
  EXPECT_TRUE(event("picklist").is_null());
  EXPECT_TRUE(event("calendar").is_null());
  // Without a sender no label is written, and so nothing happened.
  EXPECT_TRUE(event("yamato-b2").is_null());
  TestJson named = confirmation;
  named["file"] = "c.txt";
  Page::ok(page.session.note_event(named.dump()));

  const std::string order = confirmation["orders"][0];
  Page::ok(page.session.paste_tracking("p", order + "\t400000000005\n", ""));
  const TestJson numbers = Page::ok(page.session.tracking("{}"))["event"];
  EXPECT_EQ(numbers["numbers"][order], "400000000005");
  Page::ok(page.session.note_event(numbers.dump()));
  EXPECT_TRUE(Page::ok(page.session.tracking("{}"))["event"].is_null());
}

}  // namespace
}  // namespace parcelwise
