// Tests core/answer/message.cc: every outcome of every case in three languages,
// as golden files, each held to Amazon's guidelines. To write them anew:
// PARCELWISE_WRITE_GOLDEN=1 build/native/tests/parcelwise_answer_tests
// --gtest_filter='Messages.*', and read what changed.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>

#include "answer/message.h"
#include "answer/scenes.h"
#include "text/encoding.h"

namespace parcelwise {
namespace {

constexpr Language kLanguages[] = {Language::kEnglish, Language::kJapanese,
                                   Language::kItalian};

AnswerRequest request_of(const Scene& scene, Language language) {
  AnswerRequest request = asked(scene.of, scene.given);
  if (*scene.state == '\0') request.order.reset();
  request.language = language;
  return request;
}

Files files_of(const Scene& scene) {
  return order_in(*scene.state == '\0' ? "open" : scene.state);
}

std::string name_of(const Scene& scene) {
  return std::string(scene.of) + "/" + scene.outcome;
}

TEST(Messages, have_a_scene_for_each_outcome) {
  std::set<std::string> seen;
  for (const Scene& scene : kScenes) {
    const Answered answered(files_of(scene), scene.now,
                            request_of(scene, Language::kEnglish),
                            scene.policy);
    ASSERT_TRUE(answered.has_value()) << name_of(scene);
    EXPECT_EQ(answered.answer().outcome, scene.outcome) << name_of(scene);
    seen.insert(outcome_path(*answered.answer().of, answered.answer().outcome));
  }
  std::set<std::string> expected;
  for (const AnswerCase* of : all_answer_cases()) {
    for (const std::string_view outcome : of->outcomes) {
      if (!outcome.empty()) expected.insert(outcome_path(*of, outcome));
    }
  }
  for (const std::string_view outcome : shared_outcomes()) {
    expected.insert("answers/any/" + std::string(outcome));
  }
  EXPECT_EQ(seen, expected);
}

TEST(Messages, are_those_that_were_read_sentence_by_sentence) {
  for (const Language language : kLanguages) {
    std::string all;
    for (const Scene& scene : kScenes) {
      const Answered answered(files_of(scene), scene.now,
                              request_of(scene, language), scene.policy);
      ASSERT_TRUE(answered.has_value()) << name_of(scene);
      const AnswerMessage message = answered.message();
      all += "## " + name_of(scene) + "\n" + message.subject + "\n\n" +
             message.body + "\n";
      for (const Blank& blank : message.blanks) {
        all += "! " + std::string(blank.field) + " " + blank.text + "\n";
      }
      all += "\n";
    }
    const std::string path = std::string(PARCELWISE_TESTS_FOLDER) +
                             "/answer/golden/messages-" +
                             std::string(language_name(language)) + ".txt";
    if (std::getenv("PARCELWISE_WRITE_GOLDEN") != nullptr) {
      std::ofstream(path, std::ios::binary) << all;
    }
    std::ifstream file(path, std::ios::binary);
    const std::string golden{std::istreambuf_iterator<char>(file),
                             std::istreambuf_iterator<char>()};
    // Section by section: a difference is told with its outcome, not with the
    // file.
    const auto sections = [](const std::string& text) {
      std::vector<std::string> parts;
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t end =
            std::min(text.find("\n## ", at), text.size() - 1) + 1;
        parts.push_back(text.substr(at, end - at));
        at = end;
      }
      return parts;
    };
    EXPECT_EQ(sections(all), sections(golden)) << path;
  }
}

// No link, no markup, no advertising, no request to cancel that the buyer did
// not make first, and no field left unfilled.
TEST(Messages, keep_the_guidelines) {
  for (const Scene& scene : kScenes) {
    const std::string_view of = scene.of;
    const bool may_cancel = of == "change-order" || of == "cancel-request";
    for (const Language language : kLanguages) {
      const Answered answered(files_of(scene), scene.now,
                              request_of(scene, language), scene.policy);
      const AnswerMessage message = answered.message();
      for (const std::string& text : {message.subject, message.body}) {
        const Breach breach = find_breach(text, may_cancel);
        EXPECT_EQ(breach.code, "") << name_of(scene) << ": " << breach.found;
        EXPECT_EQ(text.find_first_of("{}"), std::string::npos)
            << name_of(scene);
      }
    }
  }
}

TEST(Messages, leave_no_blank_but_what_only_the_seller_knows) {
  const std::set<std::string_view> askable = {"carrier", "tracking_number",
                                              "wish", "wished", "amount"};
  for (const Scene& scene : kScenes) {
    const Answered answered(files_of(scene), scene.now,
                            request_of(scene, Language::kJapanese),
                            scene.policy);
    for (const Blank& blank : answered.message().blanks) {
      // A day that no report tells stays blank: nobody is asked to guess it.
      if (blank.field == "deliver_by" || blank.field == "return_until")
        continue;
      EXPECT_EQ(askable.count(blank.field), 1u)
          << name_of(scene) << " " << blank.field;
      const auto& asks = answered.answer().asks;
      EXPECT_NE(std::find(asks.begin(), asks.end(), blank.field), asks.end())
          << name_of(scene) << " does not ask for " << blank.field;
    }
  }
}

// Nothing in a letter but its fixed words, what a report told, what the policy
// counted from it, and what the seller said: without these no digit, no month
// and no weekday is left, but for spans of time that are nobody's date.
TEST(Messages, hold_nothing_that_nobody_told) {
  // A longer one stands before those that it holds.
  const char* const spans[] = {"6～10営業日", "6 to 10 business", "6-10", "1日",
                               "1つ"};
  for (const Scene& scene : kScenes) {
    for (const Language language : kLanguages) {
      const Answered answered(files_of(scene), scene.now,
                              request_of(scene, language), scene.policy);
      const AnswerMessage message = answered.message();
      std::string rest = message.body;
      std::vector<Filled> filled = message.filled;
      std::sort(filled.begin(), filled.end(),
                [](const Filled& a, const Filled& b) {
                  return a.text.size() > b.text.size();
                });
      for (const Filled& one : filled) {
        const std::size_t at = rest.find(one.text);
        if (at == std::string::npos) continue;  // within a longer one
        rest.replace(at, one.text.size(), "#");
        if (one.from != Origin::kSeller || one.field == "order") continue;
        EXPECT_NE(std::string(scene.given), "") << name_of(scene);
      }
      for (const AnswerField& field : answered.answer().fields) {
        if (!field.guessed) continue;
        for (const Filled& one : message.filled)
          EXPECT_NE(one.field, field.name) << name_of(scene);
      }
      for (const std::string span : spans) {
        for (std::size_t at = rest.find(span); at != std::string::npos;
             at = rest.find(span)) {
          rest.replace(at, span.size(), "#");
        }
      }
      EXPECT_EQ(rest.find_first_of("0123456789"), std::string::npos)
          << name_of(scene) << "\n"
          << rest;
      const Catalogue& words = Catalogue::of(language);
      for (const char* const list :
           {"answers/frame/months", "answers/frame/weekdays"}) {
        if (language == Language::kJapanese) continue;  // digits say them
        for (const std::string_view name : words.list(list)) {
          // "may", "march" are words too: in English both are capitals.
          const std::size_t at = rest.find(name);
          EXPECT_EQ(at, std::string::npos)
              << name_of(scene) << ": " << name << "\n"
              << rest;
        }
      }
    }
  }
}

// Where each value came from, by the words of its case.
TEST(Messages, know_where_each_value_came_from) {
  struct Row {
    const char* of;
    const char* state;
    const char* given;
    const char* field;
    const char* from;  // "": a blank
  };
  const Row rows[] = {
      {"where-is-my-order", "open", "", "ship_by", "report"},
      {"where-is-my-order", "shipped", "", "deliver_by", ""},
      {"where-is-my-order", "shipped", "", "carrier", ""},
      {"wants-to-return", "dated", "reason=changed-mind", "return_until",
       "counted"},
      {"kept-too-long", "shipped", "kept=back", "amount", "report"},
      {"delivery-wish", "window", "", "window_from", "report"},
      {"no-reply", "open", "", "limit", "counted"},
  };
  for (const Row& row : rows) {
    const Answered answered(order_in(row.state), kMonday,
                            asked(row.of, row.given));
    const AnswerMessage message = answered.message();
    std::string from;
    for (const Filled& one : message.filled) {
      if (one.field == row.field) from = origin_name(one.from);
    }
    EXPECT_EQ(from, row.from) << row.of << " " << row.field;
  }
  AnswerRequest request =
      asked("damaged-wrong-or-missing", "trouble=damaged remedy=part-refund");
  request.given.amount = "500";
  const Answered answered(order_in("shipped"), kMonday, request);
  const AnswerMessage message = answered.message();
  EXPECT_TRUE(std::any_of(
      message.filled.begin(), message.filled.end(), [](const Filled& one) {
        return one.field == "amount" &&
               one.text == buyer_money({*Currency::from_code("JPY"), 500},
                                       Language::kJapanese) &&
               one.from == Origin::kSeller;
      }));
}

TEST(Messages, fill_what_was_said) {
  AnswerRequest request = asked("where-is-my-order");
  SellerInput& given = request.given;
  given.carrier =
      "\xE3\x83\xA4\xE3\x83\x9E\xE3\x83\x88\xE9\x81\x8B\xE8\xBC\xB8";
  given.tracking_number = "123456789012";
  given.shop = "\xE8\x8C\xB6\xE6\x88\xBF";
  const Answered answered(order_in("shipped"), kSunday, request);
  const AnswerMessage message = answered.message();
  // No report tells the latest delivery.
  ASSERT_EQ(message.blanks.size(), 1u);
  EXPECT_EQ(message.blanks[0].field, "deliver_by");
  for (const std::string& value :
       {given.carrier, given.tracking_number, given.shop}) {
    EXPECT_NE(message.body.find(value), std::string::npos) << value;
  }
}

TEST(Messages, write_to_the_buyer_and_not_to_a_purchase_order) {
  struct Row {
    const char* buyer;
    const char* recipient;
    const char* greeting;
  };
  const Row rows[] = {
      {"Tanaka Hanako", "Suzuki Ichiro", "Dear Tanaka Hanako,"},
      {"", "Suzuki Ichiro (PO: 4711)", "Dear Suzuki Ichiro,"},
      {"", "Suzuki Ichiro PO: 4711", "Dear Suzuki Ichiro,"},
      {"", "\xE7\x94\xB0\xE4\xB8\xAD\xE8\x8A\xB1\xE5\xAD\x90 \xE6\xA7\x98",
       "Dear \xE7\x94\xB0\xE4\xB8\xAD\xE8\x8A\xB1\xE5\xAD\x90,"},
      {"", "", "Dear customer,"},
      {"", "https://example.com/win", "Dear customer,"},
      {"<b>Tanaka</b>", "Suzuki Ichiro", "Dear Suzuki Ichiro,"},
  };
  for (const Row& row : rows) {
    AnswerRequest request = asked("receipt");
    request.language = Language::kEnglish;
    const Answered answered(
        {{"open.txt", ReportText::unshipped()
                          .row({{"buyer-name", row.buyer},
                                {"recipient-name", row.recipient}})
                          .text()}},
        kMonday, request);
    EXPECT_EQ(
        answered.message().body.substr(0, std::string(row.greeting).size()),
        row.greeting);
  }
}

// A product's name is a seller's or a stranger's text; a message may hold no
// link.
TEST(Messages, show_no_product_name_with_a_link) {
  const Answered answered(
      {{"open.txt", ReportText::unshipped()
                        .row({{"product-name", "Pot www.example.com <b>"}})
                        .text()}},
      kMonday, asked("items-unavailable", "out=SKU-1"));
  EXPECT_EQ(answered.message().body.find("example"), std::string::npos);
  EXPECT_NE(answered.message().body.find("SKU-1"), std::string::npos);
}

// Cut between characters, and without what would break a line.
TEST(Messages, show_a_long_product_name_cut) {
  std::string tea;
  for (int i = 0; i < 200; ++i) tea += "\u8336";
  struct Row {
    const char* name;
    std::string product;
    const char* shown;
    const char* hidden;
  };
  const Row rows[] = {
      {"of one byte a character", std::string(300, 'x'), "xxx\u2026",
       "xxxx\u2026x"},
      {"of three", tea, "\u8336\u2026", "\uFFFD"},
      {"of three behind one", "x" + tea, "\u8336\u2026", "\uFFFD"},
      {"of three behind two", "xx" + tea, "\u8336\u2026", "\uFFFD"},
      {"with a bell", "Tea\x07pot", "Teapot", "\x07"},
      {"over two lines", "\"Tea\npot\"", "Tea pot", "Tea\n"},
      {"short", "Tea pot", "Tea pot", "\u2026"},
  };
  for (const Row& row : rows) {
    const Answered answered(
        {{"open.csv", ReportText({"order-id", "order-item-id", "purchase-date",
                                  "promise-date", "sku", "product-name",
                                  "quantity-purchased", "quantity-shipped",
                                  "quantity-to-ship", "recipient-name"},
                                 ',')
                          .row({{"product-name", row.product}})
                          .text()}},
        kMonday, asked("items-unavailable", "out=SKU-1"));
    const std::string& body = answered.message().body;
    EXPECT_NE(body.find(row.shown), std::string::npos) << row.name << body;
    EXPECT_EQ(body.find(row.hidden), std::string::npos) << row.name;
    EXPECT_TRUE(is_valid_utf8(body)) << row.name;
  }
}

TEST(Dates, are_written_as_in_a_letter) {
  const Zone japan = *Zone::parse("JST-9");
  const Instant end = at("2026-11-20T23:59:59+09:00");
  EXPECT_EQ(buyer_date(end, japan, Language::kEnglish), "Friday, 20 November");
  EXPECT_EQ(buyer_date(end, japan, Language::kItalian),
            "venerd\xC3\xAC 20 novembre");
  EXPECT_EQ(buyer_date(end, japan, Language::kJapanese),
            "11\xE6\x9C\x88"
            "20\xE6\x97\xA5\xEF\xBC\x88\xE9\x87\x91\xEF\xBC\x89");
  EXPECT_EQ(
      buyer_date(at("2026-11-20T00:00:00+09:00"), japan, Language::kEnglish),
      "Friday, 20 November");
  EXPECT_EQ(
      buyer_date(at("2026-11-20T09:05:00+09:00"), japan, Language::kEnglish),
      "Friday, 20 November, 09:05");
}

TEST(Money, is_written_as_in_a_letter) {
  struct Row {
    const char* code;
    std::int64_t minor;
    const char* english;
    const char* italian;
    const char* japanese;
  };
  const Row rows[] = {
      {"JPY", 1530,
       "\xC2\xA5"
       "1,530",
       "\xC2\xA5 1.530", "1,530\xE5\x86\x86"},
      {"JPY", 0,
       "\xC2\xA5"
       "0",
       "\xC2\xA5 0", "0\xE5\x86\x86"},
      {"JPY", -198,
       "-\xC2\xA5"
       "198",
       "-\xC2\xA5 198", "-198\xE5\x86\x86"},
      {"EUR", 123456789,
       "\xE2\x82\xAC"
       "1,234,567.89",
       "\xE2\x82\xAC 1.234.567,89",
       "1,234,567.89\xE3\x83\xA6\xE3\x83\xBC\xE3\x83\xAD"},
      {"GBP", 1999, "GBP 19.99", "GBP 19,99", "GBP 19.99"},
  };
  for (const Row& row : rows) {
    const Money amount{*Currency::from_code(row.code), row.minor};
    EXPECT_EQ(buyer_money(amount, Language::kEnglish), row.english);
    EXPECT_EQ(buyer_money(amount, Language::kItalian), row.italian);
    EXPECT_EQ(buyer_money(amount, Language::kJapanese), row.japanese);
  }
}

}  // namespace
}  // namespace parcelwise
