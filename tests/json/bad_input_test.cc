// Tests every kind of JSON that comes in against the same bad texts: each is
// refused with one sentence that names the place, in three languages.
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "answer/own_wording.h"
#include "files/open_json.h"
#include "json/answer_json.h"
#include "json/follow_ups_json.h"
#include "json/group_list_json.h"
#include "json/journal_json.h"
#include "json/page_json.h"
#include "json/refund_json.h"
#include "json/terms_json.h"
#include "parcel/sku_table.h"
#include "parcel/tariff.h"
#include "policy/shop_settings.h"
#include "tracking/tracking_file.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

using namespace std::string_literals;

// What a reader says of a text; "" where it takes it.
using Said = std::function<std::string(std::string_view, Language)>;

struct Kind {
  const char* name;
  Said said;
  std::string good;         // what it takes
  std::string wrong_type;   // JSON, but not of its form
  std::string wrong_place;  // what the sentence about that names
  std::size_t most_bytes = kMostJsonBytes;
};

// For readers whose error has one sentence of its own.
template <typename Read, typename Text>
Said said_by(Read read, Text text) {
  return [=](std::string_view json, Language language) {
    const auto result = read(json);
    return result ? std::string() : text(result.error(), language);
  };
}

const Policy& policy() {
  static const Policy kPolicy = *Policy::load("amazon-jp");
  return kPolicy;
}

// Nothing loaded: what is asked is read before anything is looked up.
std::string said_of_question(std::string_view json, Language language) {
  const OrderBook book = OrderBook::join({});
  const Policies policies = Policies::only(book, policy());
  const Check check = Check::run(book, policies, Instant{1'795'000'000}, {});
  const auto request = read_answer_request(json, check, language, nullptr);
  return request ? std::string() : request.error();
}

std::string named_table(const TableError& error, Language language) {
  return table_error_text("own.csv", error, language);
}

std::vector<Kind> kinds() {
  return {
      {"groups",
       said_by([](std::string_view json) { return read_accepted_groups(json); },
               groups_error_text),
       R"({"groups":[{"orders":["250-1234567-1234567","250-7654321-7654321"]}]})",
       R"({"groups":[{"orders":["250-1234567-1234567",[]]}]})", "1"},
      {"decisions", said_by(read_group_decisions, groups_error_text),
       R"({"groups":[],"declined":[["250-1234567-1234567"]],"apart":[]})",
       R"({"groups":{}})", "{}"},
      {"plan",
       said_by(
           [](std::string_view json) { return read_requests(json, policy()); },
           request_error_text),
       R"({"refunds":[{"order_id":"250-1234567-1234567","reason":"refused"}]})",
       R"([{"order_id":"250-1234567-1234567","reason":"returned","days":"1"}])",
       "days"},
      {"terms", said_by(CombineTerms::read, terms_error_text),
       R"({"tariffs":["yamato"],"from":"Tokyo"})", R"({"tariffs":"yamato"})",
       "/tariffs", 3 * kMostJsonBytes},
      {"shop", said_by(ShopSettings::load, shop_error_text),
       R"({"sender":{"name":"A"}})", R"({"sender":{"name":["A"]}})",
       "/sender/name"},
      {"follow-ups", said_by(read_follow_ups_text, follow_up_error_text),
       R"([{"order_id":"250-1234567-1234567","due":"2026-11-25T23:59:59+09:00","what":"A"}])",
       R"([{"order_id":"250-1234567-1234567","due":7,"what":"A"}])", "due"},
      {"wording", said_by(OwnWording::read, wording_error_text),
       R"({"messages":{"en":{"closing":"Regards"}}})",
       R"({"messages":{"en":{"closing":7}}})", "/messages/en/closing"},
      {"policy", said_by(Policy::load, policy_error_text),
       R"({"extends":"amazon-jp","name":"A"})",
       R"({"extends":"amazon-jp","zone":{"rule":9}})", "/zone/rule"},
      {"tariff", said_by(Tariff::load, named_table),
       R"([{"service":"A","max_sum_mm":600,"price":"500"}])",
       R"([{"service":"A","max_sum_mm":600,"price":[]}])", "/0/price"},
      {"SKUs", said_by(SkuTable::load, named_table),
       R"([{"sku":"A","length_mm":1,"width_mm":1,"height_mm":1,"weight_g":1}])",
       R"([{"sku":{}}])", "/0/sku"},
      {"mapping", said_by(read_tracking_mapping, json_complaint_text),
       R"({"columns":{"No":"order"},"carrier":"yamato"})",
       R"({"columns":{"No":7}})", "/columns/No"},
      {"journal", said_by(read_journal, journal_error_text),
       R"({"journal":1,"events":[]})", R"({"journal":1,"events":{}})",
       "journal", 4 * kMostJsonBytes},
      {"page request",
       said_by([](std::string_view json) { return read_page_query(json); },
               json_complaint_text),
       R"({"offset":100,"sort":"due","descending":true})",
       R"({"offset":"100"})", "/offset"},
      {"question", said_of_question, R"({"case":"points","said":{}})",
       R"({"case":"points","said":{"sent":"perhaps"}})", "sent"},
  };
}

// Refused in every language with a sentence of its own that has `place`.
void expect_refused(const Kind& kind, const std::string& text,
                    const std::string& place, const std::string& what) {
  std::string english;
  for (const Language language :
       {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
    const std::string sentence = kind.said(text, language);
    EXPECT_FALSE(sentence.empty()) << kind.name << ", " << what;
    EXPECT_NE(sentence.find(place), std::string::npos)
        << kind.name << ", " << what << ": " << sentence;
    EXPECT_LT(sentence.size(), 900u) << kind.name << ", " << what;
    EXPECT_EQ(sentence.find("json_errors"), std::string::npos) << sentence;
    EXPECT_EQ(sentence.find('\0'), std::string::npos) << sentence;
    if (language == Language::kEnglish) {
      english = sentence;
    } else {
      EXPECT_NE(sentence, english) << kind.name << ", " << what;
    }
  }
}

TEST(BadInput, every_reader_takes_its_own_form) {
  for (const Kind& kind : kinds()) {
    EXPECT_EQ(kind.said(kind.good, Language::kEnglish), "") << kind.name;
  }
}

TEST(BadInput, no_reader_takes_another_type) {
  for (const Kind& kind : kinds()) {
    expect_refused(kind, kind.wrong_type, kind.wrong_place, "wrong type");
  }
}

TEST(BadInput, no_reader_takes_what_cannot_be_opened) {
  std::string deep;
  for (const char bracket : {'[', ']'}) deep.append(100'000, bracket);
  std::string levels;
  for (int i = 0; i < 15; ++i) levels += "/0";
  const struct {
    const char* name;
    std::string text, place;
  } rows[] = {
      {"deep", "{\"groups\":" + deep + "}", "/groups" + levels},
      {"deep at the end", "{\"a\":1,\"b\":" + deep.substr(0, 100'000),
       "/b" + levels},
      {"deep lists", deep, "/0" + levels},
      {"twice", "{\"groups\":1,\"groups\":2}", "/groups"},
      {"twice within", "[{\"a\":{\"b/c\":1,\"b/c\":2}}]", "/0/a/b~1c"},
      {"a NUL", "{\"a\":\"\0\"}"s, "/a"},
      {"a NUL escaped", "{\"a\":[\"\\u0000\"]}", "/a/0"},
      {"half a character", "{\"a\":\"\xE6\x9D\"}", "/a"},
      {"half a pair", "{\"a\":\"\\ud83d\"}", "/a"},
      {"cut off", "{\"a\":[1,", "/a/1"},
  };
  for (const Kind& kind : kinds()) {
    for (const auto& row : rows) {
      expect_refused(kind, row.text, row.place, row.name);
    }
  }
}

TEST(BadInput, no_reader_takes_too_much) {
  for (const Kind& kind : kinds()) {
    const std::string megabytes = std::to_string(kind.most_bytes >> 20);
    std::string text = kind.good;
    text.append(kind.most_bytes + 1 - text.size(), ' ');
    expect_refused(kind, text, megabytes, "too large");
  }
}

// No mapping is one of nothing, and the page's for a form left as it is.
TEST(BadInput, only_a_mapping_may_be_empty) {
  for (const Kind& kind : kinds()) {
    if (kind.name == "mapping"s) {
      EXPECT_EQ(kind.said("", Language::kEnglish), "");
    } else {
      expect_refused(kind, "", "", "empty");
    }
    const bool json_alone = kind.name != "policy"s && kind.name != "tariff"s &&
                            kind.name != "SKUs"s;
    if (json_alone) expect_refused(kind, " \n", "JSON", "spaces");
  }
}

}  // namespace
}  // namespace parcelwise
