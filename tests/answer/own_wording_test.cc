// Tests core/answer/own_wording.cc.
#include "answer/own_wording.h"

#include "answer/answered.h"

namespace parcelwise {
namespace {

std::string file_with(std::string_view text,
                      std::string_view name = "receipt/any") {
  return "{\"messages\":{\"en\":{\"" + std::string(name) + "\":\"" +
         std::string(text) + "\"}}}";
}

TEST(OwnWording, goes_before_ours) {
  const auto own = OwnWording::read(
      R"({"messages": {"en": {"receipt/any": ["One.", "Order {order} of {name}."],
                              "closing": "Yours, {shop}"}}})");
  ASSERT_TRUE(own.has_value());
  AnswerRequest request = asked("receipt");
  request.language = Language::kEnglish;
  request.given.shop = "Chabo";
  const Answered answered(order_in("open"), kMonday, request);
  const std::string body = answered.message(&*own).body;
  EXPECT_NE(body.find("One.\n\nOrder 250-1234567-1234567 of Tanaka Hanako."),
            std::string::npos)
      << body;
  EXPECT_NE(body.find("Yours, Chabo"), std::string::npos) << body;
  EXPECT_EQ(body.find("Receipts are issued"), std::string::npos) << body;
  // What the file does not name stays ours, in this language and the others.
  request.language = Language::kJapanese;
  const Answered japanese(order_in("open"), kMonday, request);
  EXPECT_EQ(japanese.message(&*own).body, japanese.message().body);
}

TEST(OwnWording, is_held_to_the_guidelines_with_the_place) {
  struct Row {
    const char* name;
    std::string file;
    const char* pointer;
    const char* code;
  };
  const char* const kReceipt = "/messages/en/receipt~1any";
  const Row rows[] = {
      {"a link", file_with("See https://example.com"), kReceipt, "link"},
      {"a link in full width",
       file_with("\xEF\xBD\x97\xEF\xBD\x97\xEF\xBD\x97\xEF\xBC\x8E"
                 "example.com/x"),
       kReceipt, "link"},
      {"a site", file_with("See our shop at tea-shop.de/angebot"), kReceipt,
       "link"},
      {"a site without a path", file_with("It is Tea-Shop.co.uk, thanks"),
       kReceipt, "link"},
      {"a short link", file_with("bit.ly/3xyz"), kReceipt, "link"},
      {"a page of Amazon", file_with("amazon.co.jp/receipt"), kReceipt, "link"},
      {"an address", file_with("Write to shop@example.com"), kReceipt, "link"},
      {"HTML", file_with("<b>Thanks</b>"), kReceipt, "markup"},
      {"advertising", file_with("Here is a coupon for you"), kReceipt,
       "marketing"},
      {"a rating",
       file_with(
           "\xE3\x83\xAC\xE3\x83\x93\xE3\x83\xA5\xE3\x83\xBC\xE3\x82\x92\xE3"
           "\x81\x8A"
           "\xE9\xA1\x98\xE3\x81\x84\xE3\x81\x97\xE3\x81\xBE\xE3\x81\x99"),
       kReceipt, "marketing"},
      {"a request to cancel",
       file_with("Please cancel the order", "items-unavailable/all-out"),
       "/messages/en/items-unavailable~1all-out", "asks-to-cancel"},
      {"an unknown field", file_with("Dear {buyer}"), kReceipt, "field"},
      {"a brace left open", file_with("Dear {name"), kReceipt, "field"},
      {"a brace too many", file_with("Dear name}"), kReceipt, "field"},
      {"no outcome", file_with("x", "receipt/never"),
       "/messages/en/receipt~1never", "outcome"},
      {"no case", file_with("x", "sleep"), "/messages/en/sleep", "outcome"},
      {"no text", file_with(""), kReceipt, "form"},
      {"too long", file_with(std::string(4'001, 'a')), kReceipt, "long"},
      {"no language", R"({"messages":{"fr":{}}})", "/messages/fr", "language"},
      {"the second paragraph",
       R"({"messages":{"en":{"receipt/any":["Fine.","www.a.b"]}}})",
       "/messages/en/receipt~1any/1", "link"},
      {"a number", R"({"messages":{"en":{"receipt/any":5}}})", kReceipt,
       "form"},
      {"no messages", R"({"texts":{}})", "", "form"},
      {"no JSON", "Dear buyer", "", "json"},
  };
  for (const Row& row : rows) {
    const auto own = OwnWording::read(row.file);
    ASSERT_FALSE(own.has_value()) << row.name;
    EXPECT_EQ(own.error().pointer, row.pointer) << row.name;
    EXPECT_EQ(own.error().code, row.code) << row.name;
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      const std::string text = wording_error_text(own.error(), language);
      EXPECT_EQ(text.find("answers/"), std::string::npos) << text;
      if (*row.pointer != '\0') {
        EXPECT_NE(text.find(row.pointer), std::string::npos) << text;
      }
    }
  }
}

TEST(OwnWording, takes_no_stop_for_the_end_of_a_site) {
  for (const char* const text :
       {"Grazie.\nSe vuole, ci scriva.", "Thank you. Me too.", "10.50 EUR",
        "z.B. so", "S.p.A. e C.O.", "Amazon.co.jp", "Amazon.it.", "it..",
        "ecc. ...", "Nr.12"}) {
    EXPECT_EQ(find_breach(text, true).code, "") << text;
  }
}

TEST(OwnWording, may_speak_of_cancelling_where_the_buyer_does) {
  EXPECT_TRUE(
      OwnWording::read(file_with("Please cancel the order in Your Orders",
                                 "cancel-request/unofficial"))
          .has_value());
}

}  // namespace
}  // namespace parcelwise
