// Tests core/json/journal_json.cc.
#include "json/journal_json.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "journal/journal_text.h"
#include "json/report_json.h"

namespace parcelwise {
namespace {

const Zone& japan() {
  static const Zone kZone = *Zone::parse("JST-9");
  return kZone;
}

std::string around(const std::string& events) {
  return "{\"journal\":1,\"shop\":\"a\",\"from\":4,\"events\":[" + events +
         "]}";
}

TEST(JournalJson, every_kind_reads_back_as_it_was_written) {
  Journal journal;
  journal.shop = "\xE8\xA9\xA6\xE9\xA8\x93";
  journal.from = 12;
  for (std::size_t kind = 0; kind < kEventKinds; ++kind) {
    const auto of = static_cast<EventKind>(kind);
    JournalEvent each = event(of, static_cast<int>(kind), {1, 2});
    if (of == EventKind::kNumbers) {
      each = numbers(2, {1, 2});
      each.carrier_kind = "yamato";
    }
    if (of == EventKind::kUndo) each = undo(3, 12);
    if (of == EventKind::kListing) {
      each = listing(0, {1, 2});
      each.details = {{numbered(1), 3, hour(9), true, 513},
                      {numbered(2), 1, std::nullopt, false, 0}};
    }
    if (of == EventKind::kCarrierFile) each.carrier_kind = "yamato-b2";
    if (of == EventKind::kHold || of == EventKind::kNote)
      each.text = "why \"so\"";
    if (of != EventKind::kUndo && of != EventKind::kNumbers)
      each.file = "f.csv";
    journal.events.push_back(each);
  }
  JournalEvent unknown;
  unknown.raw =
      "{\"at\":\"2026-11-29T08:00:00+09:00\",\"what\":\"sang\",\"song\":[1]}";
  unknown.at = parse_stamp("2026-11-29T08:00:00+09:00")->at;
  journal.events.push_back(unknown);

  const std::string text = write_journal(journal, japan());
  const auto read = read_journal(text);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->journal.shop, journal.shop);
  EXPECT_EQ(read->journal.from, journal.from);
  ASSERT_EQ(read->journal.events.size(), journal.events.size());
  for (std::size_t i = 0; i < journal.events.size(); ++i) {
    EXPECT_EQ(read->journal.events[i], journal.events[i]) << i;
  }
  EXPECT_EQ(write_journal(read->journal, japan()), text);
  ASSERT_EQ(read->notices.size(), 1u);
  EXPECT_TRUE(read->notices[0].unknown_kind);
  EXPECT_EQ(read->notices[0].pointer, "/events/14/what");
  EXPECT_EQ(read->notices[0].value, "sang");
}

TEST(JournalJson, a_wrong_line_is_left_out_with_its_place) {
  struct Row {
    const char* name;
    const char* event;
    const char* pointer;
  };
  const Row rows[] = {
      {"no object", "7", "/events/1"},
      {"no moment", R"({"what":"done","orders":[]})", "/events/1/at"},
      {"a day without time", R"({"at":"2026-11-29","what":"done","orders":[]})",
       "/events/1/at"},
      {"no kind", R"({"at":"2026-11-29T08:00:00Z","orders":[]})",
       "/events/1/what"},
      {"no orders", R"({"at":"2026-11-29T08:00:00Z","what":"done"})",
       "/events/1/orders"},
      {"no order id",
       R"({"at":"2026-11-29T08:00:00Z","what":"done","orders":["1"]})",
       "/events/1/orders/0"},
      {"an undo of nothing",
       R"({"at":"2026-11-29T08:00:00Z","what":"undo","of":-1})",
       "/events/1/of"},
      {"a number that is none",
       R"({"at":"2026-11-29T08:00:00Z","what":"numbers","numbers":{"250-0000000-0000001":7}})",
       "/events/1/numbers/250-0000000-0000001"},
      {"a number of no order",
       R"({"at":"2026-11-29T08:00:00Z","what":"numbers","numbers":{"a/b":"7"}})",
       "/events/1/numbers/a~1b"},
      {"a listing's moment that is none",
       R"({"at":"2026-11-29T08:00:00Z","what":"listing","listing_at":"soon","orders":[]})",
       "/events/1/listing_at"},
      {"details of no order",
       R"({"at":"2026-11-29T08:00:00Z","what":"listing","orders":[],"details":{"x":{}}})",
       "/events/1/details/x"},
  };
  const std::string good =
      R"({"at":"2026-11-29T08:00:00Z","what":"done","orders":["250-0000000-0000001"]})";
  for (const Row& row : rows) {
    const auto read = read_journal(
        around(good + "," + row.event + "," +
               R"({"at":"2026-11-29T09:00:00Z","what":"undo","of":4})"));
    ASSERT_TRUE(read.has_value()) << row.name;
    ASSERT_EQ(read->notices.size(), 1u) << row.name;
    EXPECT_EQ(read->notices[0].pointer, row.pointer) << row.name;
    EXPECT_EQ(read->journal.events.size(), 3u) << row.name;
    // The undo still means the first event.
    const Progress progress = Progress::fold(read->journal);
    EXPECT_TRUE(progress.all().empty()) << row.name;
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      EXPECT_NE(
          journal_notice_text(read->notices[0], language).find(row.pointer),
          std::string::npos)
          << row.name;
    }
  }
}

TEST(JournalJson, what_is_no_journal_is_refused_whole) {
  struct Row {
    const char* name;
    std::string text;
    JournalErrorCode code;
  };
  std::string many;
  for (std::size_t i = 0; i < kMostEvents; ++i) many += "0,";
  const Row rows[] = {
      {"nothing", "", JournalErrorCode::kNotAJournal},
      {"a list", "[]", JournalErrorCode::kNotAJournal},
      {"no version", "{\"events\":[]}", JournalErrorCode::kNotAJournal},
      {"version 0", "{\"journal\":0,\"events\":[]}",
       JournalErrorCode::kNotAJournal},
      {"no events", "{\"journal\":1}", JournalErrorCode::kNotAJournal},
      {"cut short", "{\"journal\":1,\"events\":[",
       JournalErrorCode::kNotAJournal},
      {"more events than there can be",
       "{\"journal\":1,\"events\":[" + many + "0]}",
       JournalErrorCode::kTooLong},
      {"a newer one", "{\"journal\":2,\"events\":[]}",
       JournalErrorCode::kNewer},
  };
  for (const Row& row : rows) {
    const auto read = read_journal(row.text);
    ASSERT_FALSE(read.has_value()) << row.name;
    EXPECT_EQ(read.error().code, row.code) << row.name;
    EXPECT_FALSE(journal_error_text(read.error(), Language::kItalian).empty());
  }
  EXPECT_TRUE(read_journal("{\"journal\":1,\"events\":[]}").has_value());
}

TEST(JournalJson, a_shop_or_a_place_that_is_none_is_told_and_left_out) {
  struct Row {
    const char* name;
    std::string members;
    const char* shop;
    std::uint64_t from;
    const char* pointer;  // of what is told; "" where nothing is
  };
  const Row rows[] = {
      {"both", R"("shop":"Tea","from":7)", "Tea", 7, ""},
      {"neither", R"("shop":null,"from":null)", "", 0, ""},
      {"a shop as a number", R"("shop":7)", "", 0, "/shop"},
      {"a shop without end", "\"shop\":\"" + std::string(3'000, 'a') + "\"", "",
       0, "/shop"},
      {"a place as a text", R"("from":"7")", "", 0, "/from"},
      {"a place below the first", R"("from":-1)", "", 0, "/from"},
      {"a place without end", R"("from":9223372036854775807)", "", 0, "/from"},
  };
  for (const Row& row : rows) {
    const auto read =
        read_journal("{\"journal\":1,\"events\":[]," + row.members + "}");
    ASSERT_TRUE(read.has_value()) << row.name;
    EXPECT_EQ(read->journal.shop, row.shop) << row.name;
    EXPECT_EQ(read->journal.from, row.from) << row.name;
    EXPECT_EQ(read->notices.empty() ? "" : read->notices[0].pointer,
              row.pointer)
        << row.name;
  }
}

TEST(JournalJson, progress_and_changes_have_the_names_of_the_contract) {
  Journal journal;
  journal.events = {listing(0, {1, 2}), event(EventKind::kCarrierFile, 1, {1})};
  journal.events[1].file = "b2.csv";
  EXPECT_EQ(
      json_text(progress_json(Progress::fold(journal), japan())),
      R"([{"order_id":"250-0000000-0000001","state":"label-made","label_file":"b2.csv","label_at":"2026-11-18T21:06:40+09:00"},)"
      R"({"order_id":"250-0000000-0000002","state":"new"}])");
  const ListingNow now[] = {
      {{"Amazon.co.jp", hour(24), numbered_all({2, 3})}, {}}};
  EXPECT_EQ(json_text(changes_json(changes_since(journal, now), japan())),
            R"({"since":")" + japan().to_iso8601(hour(0)) +
                R"(","new":["250-0000000-0000003"],"left_confirmed":[],)"
                R"("left_otherwise":["250-0000000-0000001"],"came_back":[],)"
                R"("still_open":["250-0000000-0000002"],"changed":[]})");
}

}  // namespace
}  // namespace parcelwise
