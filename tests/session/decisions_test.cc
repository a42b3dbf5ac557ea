// Tests core/session/decisions.cc: refunds and their plan, answers and their
// wording, orders that share a parcel; and that a refused decision changes
// nothing.
#include <gtest/gtest.h>

#include <string>

#include "session/page.h"

namespace parcelwise {
namespace {

constexpr const char* kFirst = "250-1234567-0000001";
constexpr const char* kSecond = "250-1234567-0000002";
constexpr const char* kThird = "250-1234567-0000003";

// Three orders to one house.
std::string one_house() {
  ReportText text = ReportText::new_orders();
  int number = 0;
  for (const char* id : {kFirst, kSecond, kThird}) {
    text.row({{"order-id", id},
              {"order-item-id", std::to_string(10001 + number++)},
              {"item-price", "1000"},
              {"shipping-price", "500"},
              {"latest-ship-date", "2026-11-20T23:59:59+09:00"}});
  }
  return text.text();
}

class Decided : public testing::Test {
 protected:
  void SetUp() override {
    page.load("a.txt", one_house());
    page.check();
  }
  TestJson groups(const char* show = "open") {
    return Page::ok(session().groups(
        TestJson{{"show", show}, {"offset", 0}, {"limit", 10}}.dump()));
  }
  TestJson plan() {
    return Page::ok(session().plan(R"({"offset":0,"limit":10})"));
  }
  Session& session() { return page.session; }
  Page page;
};

std::string refund_of(const char* order, const char* reason = "undeliverable") {
  return TestJson{{"order_id", order}, {"reason", reason}}.dump();
}

TEST_F(Decided, a_refund_stands_after_what_the_plan_gives_back) {
  const TestJson alone = Page::ok(session().refund(refund_of(kFirst)));
  const TestJson planned =
      Page::ok(session().set_plan("[" + refund_of(kFirst) + "]"));
  EXPECT_EQ(planned["refunds"], 1);
  EXPECT_EQ(planned["failed"], 0);
  EXPECT_EQ(planned["totals"][0], alone["total"]);
  const TestJson failure = Page::failed(session().refund(refund_of(kFirst)));
  EXPECT_EQ(failure["code"], "refund");
  EXPECT_EQ(Page::ok(session().refund(refund_of(kSecond)))["total"],
            alone["total"]);
}

TEST_F(Decided, the_plan_outlives_a_check_and_ends_with_remove_all) {
  Page::ok(session().set_plan("[" + refund_of(kFirst) + "]"));
  const TestJson before = plan();
  EXPECT_EQ(before["rows"][0]["order_id"], kFirst);
  page.check();
  EXPECT_EQ(plan(), before);
  // A report that is gone takes the order along, not the plan.
  Page::ok(session().remove_report(1));
  page.check();
  EXPECT_EQ(plan()["failed"], 1);
  Page::ok(session().remove_all());
  EXPECT_EQ(plan()["refunds"], 0);
}

TEST_F(Decided, an_accepted_group_is_followed_and_open_no_more) {
  ASSERT_EQ(groups()["open"], 1);
  Page::ok(session().set_groups(
      TestJson{{"groups", {{{"orders", {kFirst, kSecond}}}}}}.dump()));
  const TestJson after = groups();
  EXPECT_EQ(after["accepted"], 1);
  EXPECT_EQ(after["open"], 0);
  EXPECT_EQ(Page::ok(session().order(kFirst))["parcel"]["order_id"], kFirst);
  EXPECT_TRUE(Page::ok(session().order(kThird))["parcel"].is_null());
  page.check();
  EXPECT_EQ(groups(), after);
  Page::ok(session().set_groups(R"({"groups":[]})"));
  EXPECT_EQ(groups()["open"], 1);
}

TEST_F(Decided, declined_orders_are_a_group_of_their_own_list) {
  Page::ok(session().set_groups(TestJson{
      {"groups", TestJson::array()},
      {"declined",
       {{kFirst, kSecond, kThird}}}}.dump()));
  EXPECT_EQ(groups()["open"], 0);
  EXPECT_EQ(groups("declined")["groups"].size(), 1u);
}

TEST_F(Decided, terms_are_what_savings_are_worked_out_by) {
  EXPECT_EQ(groups()["groups"][0]["basis"], "charge");
  const TestJson terms = Page::ok(session().set_terms(TestJson{
      {"tariffs", {"yamato"}},
      {"from", "東京都"},
      {"skus",
       "sku,length_cm,width_cm,height_cm,weight_g\nSKU-1,20,10,5,300\n"}}
                                                          .dump()));
  EXPECT_EQ(terms["basis"], "cost");
  EXPECT_EQ(groups()["groups"][0]["basis"], "cost");
  Page::ok(session().set_terms("{}"));
  EXPECT_EQ(groups()["groups"][0]["basis"], "charge");
}

TEST_F(Decided, answers_tell_that_a_row_could_not_be_read) {
  Page other;
  other.load("new.txt",
             ReportText::new_orders()
                 .row({{"order-id", kFirst}, {"item-price", "1,234.56"}})
                 .text());
  other.check();
  const TestJson asks = {{"case", "points"}, {"order_id", kFirst}};
  const TestJson failure = Page::failed(other.session.answer(asks.dump()));
  EXPECT_EQ(failure["unread"], true);
  TestJson looked_up = asks;
  looked_up["accept_unread"] = true;
  EXPECT_EQ(Page::ok(other.session.answer(looked_up.dump()))["outcome"],
            "unknown");
  const TestJson none = Page::failed(session().answer(R"({"case":"sleep"})"));
  EXPECT_EQ(none["unread"], false);
}

TEST_F(Decided, answers_are_worded_as_the_seller_has_it) {
  const auto body = [&] {
    return Page::ok(session().answer(
        R"({"case":"points","language":"ja"})"))["message"]["body"]
        .get<std::string>();
  };
  const std::string ours = body();
  const char* const closing = "以上、よろしくお願いいたします。";
  Page::ok(session().set_wording(
      TestJson{{"messages", {{"ja", {{"closing", closing}}}}}}.dump()));
  EXPECT_NE(body().find(closing), std::string::npos);
  const TestJson failure = Page::failed(
      session().set_wording(R"({"messages":{"ja":{"closing":"http://a"}}})"));
  EXPECT_EQ(failure["code"], "bad-wording");
  EXPECT_EQ(failure["pointer"], "/messages/ja/closing");
  EXPECT_NE(body().find(closing), std::string::npos);
  Page::ok(session().set_wording(""));
  EXPECT_EQ(body(), ours);
}

TEST_F(Decided, choices_are_named_in_the_language) {
  for (const auto ask : {&Session::refund_reasons, &Session::answer_cases,
                         &Session::export_kinds, &Session::combine_choices,
                         &Session::policies}) {
    const Reply english = (session().*ask)();
    EXPECT_FALSE(Page::ok(english).empty());
  }
  const std::string english = session().refund_reasons().json;
  Page::ok(session().set_language("ja"));
  EXPECT_NE(session().refund_reasons().json, english);
}

// A call of one text, the text, and how it is refused.
struct Wrong {
  const char* name;
  Reply (Session::*call)(const std::string&);
  std::string text;
  const char* code;
};

TEST_F(Decided, a_wrong_request_is_refused_and_changes_nothing) {
  const std::string kHalf = "\"\xE3\x81\"";
  const Wrong rows[] = {
      {"policy: no id", &Session::set_policy, "amazon-mars", "bad-policy"},
      {"policy: type", &Session::set_policy, R"({"extends":7})", "bad-policy"},
      {"rows: none", &Session::rows, "", "bad-argument"},
      {"rows: a list", &Session::rows, "[]", "bad-argument"},
      {"order: nobody's", &Session::order, "000-0000000-0000000",
       "bad-argument"},
      {"rejects: a number", &Session::rejects, "5", "bad-argument"},
      {"refund: two", &Session::refund,
       "[" + refund_of(kFirst) + "," + refund_of(kSecond) + "]",
       "bad-argument"},
      {"refund: no reason", &Session::refund, refund_of(kFirst, "because"),
       "bad-argument"},
      {"refund: no such order", &Session::refund,
       refund_of("000-0000000-0000000"), "refund"},
      {"plan: a wrong one among right ones", &Session::set_plan,
       "[" + refund_of(kFirst) + ",{}]", "bad-plan"},
      {"plan: no JSON", &Session::set_plan, "{", "bad-plan"},
      {"plan: half a character", &Session::set_plan, "[" + kHalf + "]",
       "bad-plan"},
      {"answer: no case", &Session::answer, "{}", "answer"},
      {"answer: no JSON", &Session::answer, "\x01", "answer"},
      {"wording: a list", &Session::set_wording, "[1]", "bad-wording"},
      {"terms: no tariff", &Session::set_terms, R"({"tariffs":["owl"]})",
       "bad-terms"},
      {"terms: a wrong table", &Session::set_terms,
       R"({"own_tariff":"service,price\nA,1.060,5"})", "bad-terms"},
      {"groups: no list", &Session::set_groups, R"({"groups":{}})",
       "bad-groups"},
      {"groups: one order", &Session::set_groups,
       TestJson{{"groups", {{{"orders", {kFirst}}}}}}.dump(), "bad-groups"},
      {"groups: twice", &Session::set_groups,
       TestJson{{"groups", {{{"orders", {kFirst, kFirst}}}}}}.dump(),
       "bad-groups"},
      {"groups: which?", &Session::groups, R"({"offset":0,"limit":1})",
       "bad-argument"},
      {"groups: none of the three", &Session::groups,
       R"({"show":"all","offset":0,"limit":1})", "bad-argument"},
      {"slips: a list", &Session::slips, "[]", "bad-argument"},
      {"slips: a shop that is none", &Session::slips,
       R"({"shop":{"sender":{"nmae":"A"}}})", "bad-shop"},
      {"slips: nobody's orders", &Session::slips,
       R"({"orders":["000-0000000-0000000"]})", "bad-argument"},
      {"tracking: no JSON", &Session::tracking, "nul", "bad-argument"},
  };
  Page::ok(session().set_plan("[" + refund_of(kThird) + "]"));
  Page::ok(session().set_groups(
      TestJson{{"groups", {{{"orders", {kFirst, kSecond}}}}}}.dump()));
  Page::ok(session().paste_tracking("lines",
                                    std::string(kFirst) + " 123456789013", ""));
  const std::string before = page.seen();
  for (const Wrong& row : rows) {
    EXPECT_EQ(Page::code((session().*row.call)(row.text)), row.code)
        << row.name;
    EXPECT_EQ(page.seen(), before) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
