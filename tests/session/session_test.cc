// Tests core/session/session.cc: settings, and reports from their first byte to
// their removal.
#include "session/session.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "session/page.h"

namespace parcelwise {
namespace {

TEST(SessionReports, are_the_same_in_whatever_chunks_they_come) {
  const std::string bytes = golden_bytes("jp34-utf8-bom.txt");
  std::string whole;
  for (const std::size_t chunk : {std::size_t{1} << 20, std::size_t{4096},
                                  std::size_t{7}, std::size_t{1}}) {
    Page page;
    TestJson summary = page.load("a.txt", bytes, chunk);
    EXPECT_EQ(summary["bytes"], bytes.size());
    if (whole.empty()) whole = summary.dump();
    EXPECT_EQ(summary.dump(), whole) << chunk;
  }
}

TEST(SessionReports, count_every_row_once) {
  for (const std::string& name : golden_names()) {
    Page page;
    const TestJson summary = page.load(name, golden_bytes(name));
    std::size_t sum = 0;
    for (const char* part : {"items", "continuations", "repeated_headers",
                             "blank", "duplicates", "rejected"}) {
      sum += summary[part].get<std::size_t>();
    }
    EXPECT_EQ(summary["rows"], sum) << name;
    page.check();
    const TestJson rejects =
        Page::ok(page.session.rejects(R"({"offset":0,"limit":1000})"));
    EXPECT_EQ(rejects["total"], summary["rejected"]) << name;
  }
}

TEST(SessionReports, that_are_none_go_and_the_others_stay) {
  const std::pair<std::string, const char*> rows[] = {
      {"%PDF-1.7\n", "not-a-report"},
      {std::string(70 * 1024, '\0'), "not-text"},
      {std::string(70 * 1024, 'x'), "long-header"},
      {"settlement-id\torder-id\n", "other-report"},
  };
  Page page;
  page.load("a.txt", golden_bytes("jp34-utf8-bom.txt"));
  page.check();
  const std::string before = page.seen();
  for (const auto& [bytes, code] : rows) {
    const int report = page.open("x.pdf");
    const TestJson failure = Page::failed(page.feed(report, bytes));
    EXPECT_EQ(failure["code"], code);
    EXPECT_EQ(failure.value("message", "").rfind("x.pdf ", 0), 0u) << code;
    EXPECT_EQ(Page::code(page.session.close_report(report)), "bad-argument");
  }
  const int empty = page.open("empty.txt");
  EXPECT_EQ(Page::code(page.session.close_report(empty)), "empty");
  EXPECT_EQ(page.seen(), before);
  EXPECT_EQ(page.check()["reports"].size(), 1u);
}

TEST(SessionReports, given_up_half_way_leave_nothing) {
  Page page;
  const int report = page.open("a.txt");
  Page::ok(page.feed(report, golden_bytes("jp34-utf8-bom.txt").substr(0, 500)));
  Page::ok(page.session.remove_report(report));
  EXPECT_EQ(Page::code(page.feed(report, "x")), "bad-argument");
  EXPECT_EQ(page.check()["reports"].size(), 0u);
}

TEST(SessionReports, are_checked_until_they_are_removed) {
  Page page;
  const int first = page.load("a.txt", sample_bytes("unshipped.txt"))["report"];
  const int second =
      page.load("b.txt", sample_bytes("new-orders.txt"))["report"];
  EXPECT_NE(first, second);
  EXPECT_EQ(page.check()["reports"].size(), 2u);
  Page::ok(page.session.remove_report(first));
  // What was asked of the check went with it.
  EXPECT_EQ(Page::code(page.session.findings()), "bad-argument");
  const TestJson summary = page.check();
  ASSERT_EQ(summary["reports"].size(), 1u);
  EXPECT_EQ(summary["reports"][0]["report"], second);
  Page::ok(page.session.remove_report(first));
  EXPECT_EQ(page.check()["orders"], summary["orders"]);
}

TEST(SessionBuffer, has_room_for_one_chunk) {
  Session session;
  char* const small = session.input_buffer(100);
  ASSERT_NE(small, nullptr);
  EXPECT_EQ(session.input_buffer(10), small);
  EXPECT_EQ(session.input_buffer(Session::kLargestChunk + 1), nullptr);
  EXPECT_NE(session.input_buffer(Session::kLargestChunk), nullptr);
  const int report =
      Page::ok(session.open_report("a", "", "")).value("report", 0);
  EXPECT_EQ(Page::code(session.feed_report(report, Session::kLargestChunk + 1)),
            "bad-argument");
  // No bytes are none too many, even before there is a buffer.
  Session fresh;
  const int other = Page::ok(fresh.open_report("a", "", "")).value("report", 0);
  Page::ok(fresh.feed_report(other, 0));
  EXPECT_EQ(Page::code(fresh.feed_report(other, 1)), "bad-argument");
}

TEST(SessionPolicy, is_the_reports_own_until_one_is_set) {
  Page page;
  const auto policy = [&] {
    const TestJson told = page.check()["policy"];
    return told.value("id", "") + " " + told.value("chosen", "") +
           (told["seller"].is_null() ? ""
                                     : " " + told["seller"].get<std::string>());
  };
  EXPECT_EQ(policy(), "unknown found");
  page.load("us.txt", golden_bytes("us41-unshipped.txt"));
  EXPECT_EQ(policy(), "amazon-us found");
  Page::ok(page.session.set_policy("amazon-it"));
  EXPECT_EQ(policy(), "amazon-us set amazon-it");
  const TestJson failure = Page::failed(page.session.set_policy(
      R"({"extends": "amazon-jp", "zone": {"rule": "Tokyo"}})"));
  EXPECT_EQ(failure["code"], "bad-policy");
  EXPECT_EQ(failure["pointer"], "/zone/rule");
  EXPECT_EQ(policy(), "amazon-us set amazon-it");
  Page::ok(page.session.set_policy(""));
  EXPECT_EQ(policy(), "amazon-us found");
}

TEST(SessionLanguage, is_that_of_every_sentence_from_now_on) {
  Page page;
  std::string last;
  for (const char* language : {"en", "ja", "it"}) {
    Page::ok(page.session.set_language(language));
    const std::string message =
        Page::failed(page.session.set_language("fr")).value("message", "");
    EXPECT_NE(message, last);
    last = message;
    // The refused one did not count.
    EXPECT_EQ(
        Page::failed(page.session.set_language("fr")).value("message", ""),
        message);
  }
}

TEST(SessionRemoveAll, forgets_what_was_loaded_and_keeps_the_settings) {
  Page page;
  Page::ok(page.session.set_language("it"));
  Page::ok(page.session.set_terms(R"({"tariffs":["yamato"],"from":"東京都"})"));
  page.check();
  const std::string empty = page.seen();
  page.load_samples();
  page.check();
  const std::vector<std::string> ids = page.order_ids("ship");
  ASSERT_GT(ids.size(), 1u);
  Page::ok(page.session.set_plan(
      TestJson::array({{{"order_id", ids[0]}, {"reason", "undeliverable"}}})
          .dump()));
  Page::ok(page.session.paste_tracking("lines", ids[0] + " 123456789013", ""));
  Page::ok(page.session.set_groups(
      TestJson{{"groups", {{{"orders", {ids[0], ids[1]}}}}}}.dump()));
  EXPECT_NE(page.seen(), empty);
  Page::ok(page.session.remove_all());
  page.check();
  EXPECT_EQ(page.seen(), empty);
}

}  // namespace
}  // namespace parcelwise
