// Tests core/json/answer_json.cc: what is asked, and what is told of what was
// found.
#include "json/answer_json.h"

#include "answer/scenes.h"
#include "files/open_json.h"

namespace parcelwise {
namespace {

TEST(Request, is_read_with_what_was_said) {
  const CheckedReports reports(order_in("open"), kMonday);
  const auto request = read_answer_request(
      R"({"case":"items-unavailable","order_id":"250-1234567-1234567","language":"it",
          "limit_days":3,"said":{"consent":false,"order_item_ids":["CUP"],"shop":"Chabo",
          "told_until":"2026-11-18T23:59:59+09:00"}})",
      reports.check(), Language::kEnglish);
  ASSERT_TRUE(request.has_value()) << request.error();
  EXPECT_EQ(request->order->text(), kOrder);
  EXPECT_EQ(request->language, Language::kItalian);
  EXPECT_EQ(request->limit_days, 3);
  EXPECT_EQ(request->given.consent, false);
  EXPECT_EQ(request->given.order_item_ids, std::vector<std::string>{"CUP"});
  EXPECT_EQ(request->given.announced_limit, at("2026-11-18T23:59:59+09:00"));
}

TEST(Request, finds_its_order) {
  const CheckedReports reports(order_in("open"), kMonday);
  for (const char* text :
       {"25012345671234567", "hanako@marketplace.amazon.co.jp",
        "Hello\\n250 1234567 1234567"}) {
    const auto request = read_answer_request(
        "{\"case\":\"receipt\",\"find\":\"" + std::string(text) + "\"}",
        reports.check(), Language::kEnglish);
    ASSERT_TRUE(request.has_value()) << text;
    EXPECT_EQ(request->order->text(), kOrder) << text;
  }
}

TEST(Request, tells_in_a_sentence_what_is_wrong) {
  const CheckedReports reports(order_in("two"), kMonday);
  struct Row {
    const char* name;
    const char* json;
    const char* reported;
  };
  const Row rows[] = {
      {"a language without a text", R"({"case":"points","language":"fr"})",
       "ja, en or it"},
      {"several orders", R"({"case":"points","find":"Tanaka"})",
       "250-1234567-7654321"},
      {"no case", R"({"order_id":"250-1234567-1234567"})", "where-is-my-order"},
      {"no JSON", "points", "points"},
      {"a limit of nothing", R"({"case":"no-reply","limit_days":0})",
       "1 to 30"},
      {"a word for yes", R"({"case":"points","said":{"sent":"yes"}})", "sent"},
      {"a word that is no choice",
       R"({"case":"points","said":{"tracking_says":"x"}})", "tracking_says"},
      {"a day without a time",
       R"({"case":"points","said":{"wrote":"2026-11-18"}})", "wrote"},
      {"a link in a blank",
       R"({"case":"points","said":{"carrier":"http://a.b"}})", "carrier"},
      {"markup in a blank", R"({"case":"points","said":{"shop":"<b>"}})",
       "shop"},
      {"a second line", R"({"case":"points","said":{"shop":"a\nb"}})", "shop"},
      {"items that are none",
       R"({"case":"points","said":{"order_item_ids":"CUP"}})",
       "order_item_ids"},
  };
  for (const Row& row : rows) {
    const auto request =
        read_answer_request(row.json, reports.check(), Language::kEnglish);
    ASSERT_FALSE(request.has_value()) << row.name;
    EXPECT_NE(request.error().find(row.reported), std::string::npos)
        << request.error();
  }
}

TEST(Found, tells_what_to_do_next) {
  struct Row {
    const char* state;
    const char* text;
    const char* outcome;
  };
  const Row rows[] = {{"open", kOrder, "here"},
                      {"pending", kOrder, "pending"},
                      {"open", "111-1111111-1111111", "not-here"},
                      {"none", kOrder, "not-here"},
                      {"two", "Tanaka", "here"},
                      {"open", "a", "not-here"},
                      {"unread", kOrder, "not-here"}};
  for (const Row& row : rows) {
    const CheckedReports reports(order_in(row.state), kMonday);
    const Json json = found_json(find_orders(reports.check(), row.text),
                                 reports.check(), Language::kEnglish);
    EXPECT_EQ(json["outcome"].text(), row.outcome)
        << row.state << " " << row.text;
    EXPECT_FALSE(json["next"].empty());
    EXPECT_EQ(json["verdict"].text().find("answers/"), std::string::npos);
    const bool unread = std::string_view(row.state) == "unread";
    EXPECT_EQ(
        json["verdict"].text() == Catalogue::of(Language::kEnglish)
                                      .text("answers/find/unread/verdict"),
        unread)
        << row.state << " " << row.text;
  }
}

// Not here: which reports were loaded, and how old they are (S8).
TEST(Found, tells_how_old_the_reports_are) {
  const CheckedReports reports(order_in("unpriced"),
                               "2026-11-18T10:00:00+09:00");
  const Json json =
      found_json(find_orders(reports.check(), "111-1111111-1111111"),
                 reports.check(), Language::kEnglish);
  EXPECT_EQ(json["reports"][0]["kind"].text(), "unshipped-orders");
  EXPECT_EQ(json["reports"][0]["newest"].text(), "2026-11-17T10:00:00+09:00");
  EXPECT_EQ(json["reports"][0]["age_hours"].number(), 24);
}

TEST(AnswerJson, has_no_text_without_words) {
  for (const Scene& scene : kScenes) {
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      AnswerRequest request = asked(scene.of, scene.given);
      if (*scene.state == '\0') request.order.reset();
      const Answered answered(
          order_in(*scene.state == '\0' ? "open" : scene.state), scene.now,
          request, scene.policy);
      const std::string text = json_text(answer_json(
          answered.answer(), answered.context(), nullptr, language));
      EXPECT_EQ(text.find("answers/"), std::string::npos) << text;
      EXPECT_EQ(text.find("{deliver"), std::string::npos) << text;
      const Json json = *open_json(text);
      for (const char* list : {"do", "do_not"}) {
        EXPECT_FALSE(json[list].empty()) << scene.of << " " << scene.outcome;
        for (const Json& one : json[list]) {
          EXPECT_EQ(one.text().find_first_of("{}"), std::string::npos)
              << scene.of << " " << scene.outcome << ": " << json_text(one);
        }
      }
      EXPECT_EQ(json["verdict"].text().find_first_of("{}"), std::string::npos)
          << scene.of << " " << scene.outcome << ": "
          << json_text(json["verdict"]);
    }
  }
}

TEST(AnswerCases, are_named_in_the_buyers_words) {
  const Json cases = answer_cases_json(Language::kEnglish);
  ASSERT_EQ(cases.size(), all_answer_cases().size());
  EXPECT_EQ(cases[1]["name"].text(), "My order has not arrived");
  for (const Json& one : cases) {
    for (const Json& ask : one["asks"]) {
      EXPECT_EQ(ask["question"].text().find("answers/"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace parcelwise
