// Tests core/session/check.cc: the check and what is asked of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <string>

#include "session/page.h"

namespace parcelwise {
namespace {

TEST(SessionCheck, counts_its_orders_the_same_in_every_list) {
  Page page;
  page.load_samples();
  page.load("damaged.txt", golden_bytes("damaged-rows.txt"));
  const TestJson summary = page.check();
  std::uint64_t by_urgency = 0, rejected = 0;
  for (const TestJson& one : summary["urgencies"]) {
    by_urgency += one["orders"].get<std::uint64_t>();
    const TestJson query = {
        {"urgency", one["urgency"]}, {"offset", 0}, {"limit", 0}};
    EXPECT_EQ(Page::ok(page.session.rows(query.dump()))["total"],
              one["orders"]);
  }
  ASSERT_GE(summary["days"].size(), 2u);
  for (const TestJson& one : summary["days"]) {
    const TestJson query = {
        {"rule", "ship"}, {"day", one["day"]}, {"offset", 0}, {"limit", 0}};
    EXPECT_EQ(Page::ok(page.session.rows(query.dump()))["total"],
              one["orders"]);
  }
  for (const TestJson& report : summary["reports"])
    rejected += report["rejected"].get<std::uint64_t>();
  EXPECT_EQ(page.order_ids().size(), by_urgency);
  EXPECT_EQ(summary["rejects"], rejected);
  EXPECT_LE(by_urgency, summary["orders"].get<std::uint64_t>());
  const TestJson whole = Page::ok(page.session.findings());
  EXPECT_EQ(whole["orders"], summary["orders"]);
}

TestJson check_of_three_regions() {
  Page page;
  page.load("eu.txt", sample_bytes("eu-unshipped.txt"));
  page.load("us.txt", sample_bytes("us-unshipped.txt"));
  page.load("jp.txt", sample_bytes("unshipped.txt"));
  return page.check();
}

TEST(SessionCheck, says_what_each_marketplace_lacks_and_its_paper) {
  const TestJson summary = check_of_three_regions();
  std::string told;
  for (const TestJson& each : summary["policies"]) {
    told += each["id"].get<std::string>().substr(7) + " " +
            std::to_string(each["lacks"].size()) + " " +
            each["paper"].get<std::string>() + ", ";
  }
  EXPECT_EQ(told,
            "ca 13 letter, de 12 a4, es 12 a4, fr 12 a4, it 12 a4, jp 9 a4, "
            "uk 9 a4, us 13 letter, ");
}

TEST(SessionCheck, tells_each_marketplace_s_codes_of_carriers) {
  const TestJson summary = check_of_three_regions();
  std::string told;
  for (const TestJson& each : summary["policies"]) {
    const TestJson& codes = each["carriers"];
    told += each["id"].get<std::string>().substr(7) + " " +
            codes[0].get<std::string>() + " " +
            codes.back().get<std::string>() + ", ";
  }
  EXPECT_EQ(told,
            "ca 4PX Other, de Poste Italiane Other, es Poste Italiane Other, "
            "fr Poste Italiane Other, it Poste Italiane Other, "
            "jp YAMATO YTO EXPRESS, uk Poste Italiane Other, us 4PX Other, ");
}

TEST(SessionCheck, tells_each_order_of_its_list) {
  Page page;
  page.load_samples();
  page.check();
  for (const std::string& id : page.order_ids()) {
    const TestJson order = Page::ok(page.session.order(id));
    EXPECT_EQ(order["order_id"], id);
    EXPECT_FALSE(order["actions"].empty()) << id;
    EXPECT_TRUE(order["parcel"].is_null()) << id;
    EXPECT_TRUE(order["tracking"].is_null()) << id;
    const TestJson found = Page::ok(page.session.find(id));
    EXPECT_EQ(found["total"], 1) << id;
  }
}

TEST(SessionCheck, finds_what_was_ticked_off_by_its_own_actions) {
  Page page;
  page.load_samples();
  page.check();
  for (const std::string& id : page.order_ids()) {
    const TestJson order = Page::ok(page.session.order(id));
    TestJson ticks = TestJson::array();
    TestJson ship_by;
    for (const TestJson& action : order["actions"]) {
      ticks.push_back({{"order", id}, {"rule", action["rule"]}});
      if (action["rule"] == "ship" && action["due"].is_string())
        ship_by = action["due"].get<std::string>().substr(0, 10);
    }
    ticks.push_back({{"order", id}, {"rule", "sleep"}});
    const TestJson found = Page::ok(page.session.ticked(ticks.dump()));
    ASSERT_EQ(found.size(), order["actions"].size()) << id;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i]["order"], id);
      EXPECT_EQ(found[i]["rule"], order["actions"][i]["rule"]) << id;
      EXPECT_EQ(found[i]["urgency"], order["actions"][i]["urgency"]) << id;
      EXPECT_EQ(found[i]["foremost"], i == 0) << id;
      EXPECT_EQ(found[i]["ship_by"], ship_by) << id;
      EXPECT_EQ(found[i]["at_risk"], order["actions"][i]["at_risk"]) << id;
    }
  }
  // Of orders that are not there, and of what is no tick, nothing.
  const char* const none = R"([{"order":"250-1234567-1234567","rule":"ship"},)"
                           R"({"order":7},{},"ship",null])";
  EXPECT_TRUE(Page::ok(page.session.ticked(none)).empty());
  EXPECT_EQ(Page::failed(page.session.ticked("{}"))["code"], "bad-argument");
}

TEST(SessionCheck, takes_the_sellers_word_where_it_can_be_true) {
  Page page;
  page.load_samples();
  const auto left = [&] { return page.order_ids("left-the-list"); };
  page.check();
  const std::vector<std::string> gone = left();
  ASSERT_FALSE(gone.empty());
  // An order that was not sent is open again; what is no order id says nothing.
  page.check(TestJson{{"not_sent", {gone[0], "R-1", 7}}}.dump());
  const std::vector<std::string> others = left();
  EXPECT_EQ(std::find(others.begin(), others.end(), gone[0]), others.end());
  EXPECT_EQ(others.size(), gone.size() - 1);

  const auto listed_at = [](const TestJson& at) {
    return TestJson{{"listing_at", {{"unshipped.txt", at}}}}.dump();
  };
  page.check(listed_at("2026-11-20T08:00:00+09:00"));
  for (const TestJson& at : std::initializer_list<TestJson>{
           "soon", "2026-11-19", "2026-11-20T09:00:01+09:00", 7, nullptr}) {
    EXPECT_EQ(Page::code(page.session.check(kNow, listed_at(at))),
              "bad-argument")
        << at.dump();
  }
}

TEST(SessionCheck, hears_of_stock_and_of_answers_that_wait) {
  Page page;
  page.load("a.txt",
            ReportText::unshipped().row({{"quantity-purchased", "2"}}).text());
  const auto rules = [&](const std::string& options) {
    std::string names;
    const TestJson summary = page.check(options);
    for (const TestJson& rule : summary["rules"])
      names += rule.value("rule", "") + " ";
    return names;
  };
  const auto has = [](const std::string& names, const char* rule) {
    return names.find(rule) != std::string::npos;
  };
  EXPECT_FALSE(has(rules("{}"), "out-of-stock"));
  EXPECT_TRUE(has(rules(R"({"out_of_stock":["SKU-1"]})"), "out-of-stock"));
  EXPECT_TRUE(has(rules(R"({"stock":"SKU-1\t1"})"), "out-of-stock"));
  EXPECT_FALSE(has(rules(R"({"stock":"SKU-1\t2"})"), "out-of-stock"));
  EXPECT_TRUE(has(rules(R"({"follow_ups":[{"order_id":"250-1234567-1234567",
      "due":"2026-11-20T18:00:00+09:00","what":"x"}]})"),
                  "answer-due"));
  EXPECT_FALSE(has(rules("{}"), "answer-due"));
}

TEST(SessionCheck, that_is_refused_leaves_the_last_one) {
  struct Row {
    const char* now;
    const char* options;
    const char* code;
  };
  const Row rows[] = {
      {"today", "{}", "bad-argument"},
      {"2026-11-20", "{}", "bad-argument"},
      {"", "{}", "bad-argument"},
      {kNow, R"({"stock":"SKU-1\tmany"})", "bad-stock"},
      {kNow, R"({"follow_ups":[{"order_id":"1"}]})", "bad-argument"},
      {kNow, R"({"follow_ups":7})", "bad-argument"},
  };
  Page page;
  page.load_samples();
  page.check();
  const std::string before = page.seen();
  for (const Row& row : rows) {
    EXPECT_EQ(Page::code(page.session.check(row.now, row.options)), row.code)
        << row.now << row.options;
    EXPECT_EQ(page.seen(), before);
  }
}

TEST(SessionCheck, needs_no_options_but_refuses_wrong_ones) {
  Page page;
  page.load_samples();
  page.check();
  const std::string before = page.seen();
  for (const char* const options : {"", "null", "{}", R"({"stock": null})"}) {
    page.check(options);
    EXPECT_EQ(page.seen(), before) << options;
  }
  for (const std::string& options :
       {std::string("[]"), std::string(R"({"out_of_stock": 5})"),
        std::string(R"({"out_of_stock": ["A", 5]})"),
        std::string(R"({"stock": ["A"]})"), std::string(100'000, '[')}) {
    EXPECT_EQ(Page::code(page.session.check(kNow, options)), "bad-argument")
        << options.substr(0, 30);
    EXPECT_EQ(page.seen(), before) << options.substr(0, 30);
  }
}

TEST(SessionCheck, is_what_every_question_needs) {
  Session session;
  const Reply replies[] = {
      session.rows(R"({"offset":0,"limit":1})"),
      session.order("250-1234567-1234567"),
      session.ticked("[]"),
      session.rejects(R"({"offset":0,"limit":1})"),
      session.refund(R"({"order_id":"250-1234567-1234567",)"
                     R"("reason":"refused"})"),
      session.answer(R"({"case":"points"})"),
      session.find("x"),
      session.write_files("yamato-b2", "{}"),
      session.slips("{}"),
      session.groups(R"({"show":"open","offset":0,"limit":1})"),
      session.tracking("{}"),
      session.findings()};
  for (const Reply& reply : replies) {
    const TestJson failure = Page::failed(reply);
    EXPECT_EQ(failure["code"], "bad-argument");
    EXPECT_NE(failure.value("message", "").find("check"), std::string::npos);
  }
}

}  // namespace
}  // namespace parcelwise
