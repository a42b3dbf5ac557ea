// Tests core/answer/propose.cc: how many of the made-up messages of
// buyers_messages.txt are given the case that a person reads in them, and
// what no case may be proposed for.
#include "answer/propose.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <iostream>
#include <map>
#include <set>

#include "answer/answered.h"
#include "answer/find.h"
#include "files/json.h"
#include "files/open_json.h"

namespace parcelwise {
namespace {

struct Message {
  std::string language, written, of, text;
};

std::vector<Message> read_messages() {
  std::ifstream file(std::string(PARCELWISE_TESTS_FOLDER) +
                     "/answer/buyers_messages.txt");
  std::vector<Message> messages;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::array<std::string, 4> cells;
    std::size_t at = 0;
    for (std::string& cell : cells) {
      const std::size_t end = std::min(line.find('\t', at), line.size());
      cell = line.substr(at, end - at);
      at = std::min(end + 1, line.size());
    }
    messages.push_back({cells[0], cells[1], cells[2], cells[3]});
  }
  return messages;
}

std::string first_of(std::string_view text) {
  const auto proposed = propose_cases(text);
  return proposed.empty() ? "-" : std::string(proposed.front().of->id);
}

// Precision: of the messages with a proposal, those whose first one is right.
// Recall: of the messages with a case, those whose first proposal is right.
TEST(Proposals, are_right_for_made_up_messages) {
  struct Count {
    int messages = 0, with_case = 0, proposed = 0, right = 0, late = 0;
  };
  std::map<std::string, Count> counts;
  for (const Message& message : read_messages()) {
    const std::string found = first_of(message.text);
    for (const std::string& name :
         {message.language, message.language + ", written after the rules"}) {
      if (name != message.language && message.written != "after") continue;
      Count& count = counts[name];
      ++count.messages;
      count.late += message.written == "after" ? 1 : 0;
      count.with_case += message.of != "-" ? 1 : 0;
      count.proposed += found != "-" ? 1 : 0;
      count.right += found != "-" && found == message.of ? 1 : 0;
    }
    if (found != message.of) {
      std::cout << "  " << message.language << ": " << message.of << ", not "
                << found << ": " << message.text << "\n";
    }
  }
  ASSERT_EQ(counts.size(), 6u);
  for (const auto& [name, count] : counts) {
    const double precision = 100.0 * count.right / count.proposed;
    const double recall = 100.0 * count.right / count.with_case;
    std::cout << "  " << name << ": " << count.messages << " messages, "
              << count.with_case << " with a case, " << count.proposed
              << " proposed, " << count.right << " right: precision "
              << precision << " %, recall " << recall << " %\n";
    if (name.size() > 2) continue;
    EXPECT_GE(count.messages, 40) << name;
    EXPECT_GE(3 * count.late, count.messages) << name;
    EXPECT_GE(precision, 95.0) << name;
    EXPECT_GE(recall, 70.0) << name;
  }
}

TEST(Proposals, tell_the_words_that_led_there) {
  const auto proposed = propose_cases(
      "Hello,\nmy parcel HASN\xE2\x80\x99T\narrived \xEF\xBD\x99\xEF\xBD\x85"
      "\xEF\xBD\x94, is it lost?");
  ASSERT_EQ(proposed.size(), 1u);
  EXPECT_EQ(proposed[0].of->id, "not-received");
  EXPECT_EQ(proposed[0].words,
            (std::vector<std::string>{"hasn't arrived", "lost"}));
}

TEST(Proposals, are_at_most_three_and_each_case_once) {
  const auto proposed = propose_cases(
      "It is broken. I want to return it and cancel the order. I need a "
      "receipt and a VAT invoice. How many points did I use? \xE8\xBF\x94"
      "\xE5\x93\x81");
  ASSERT_EQ(proposed.size(), kMostProposed);
  std::set<const AnswerCase*> cases;
  for (const ProposedCase& one : proposed) cases.insert(one.of);
  EXPECT_EQ(cases.size(), kMostProposed);
}

// A fourth language, numbers alone, bytes that are no text, and nothing.
TEST(Proposals, are_none_where_nothing_is_said) {
  const std::string_view rows[] = {
      "",
      "250-1234567-1234567",
      "hanako@marketplace.amazon.co.jp",
      "\xFF\xFE\x80",
      "Bonjour, mon colis est toujours en attente, que faire ?",
      "Guten Tag, mein Paket ist nicht angekommen.",
      "Hola, todavía no me ha llegado el paquete.",
      "我的包裹呢",
      "Gift wrap, blue. Thank you.",
      "... ! ?"};
  for (const std::string_view row : rows) EXPECT_EQ(first_of(row), "-") << row;
}

// Of 100 kB the first 20 count, whatever character the cut falls into; and
// three order numbers are three orders and one proposal.
TEST(Proposals, of_a_long_message_and_of_three_orders) {
  std::string text = "The tea pot came broken.\n";
  while (text.size() < 100'000) text += "\xE8\x8C\xB6 tea ";
  EXPECT_EQ(first_of(text), "damaged-wrong-or-missing");
  EXPECT_EQ(first_of(std::string(kLongestSought, 'a') + " it is broken"), "-");
  const CheckedReports reports(order_in("two"), kMonday, {});
  const FoundOrders found = find_orders(
      reports.check(),
      "Orders 250-1234567-1234567, 250-1234567-7654321 and "
      "503-0000000-0000000: could you ship them together in one parcel?");
  EXPECT_EQ(found.total, 2u);
  ASSERT_EQ(found.proposed.size(), 1u);
  EXPECT_EQ(found.proposed[0].of->id, "combine-shipping");
}

// The rules name cases that there are, say something, and are in every
// language the same cases.
TEST(Proposals, have_rules_for_the_same_cases_in_every_language) {
  std::map<std::string, std::set<std::string>> cases;
  for (const std::string language : {"en", "ja", "it"}) {
    const Json json = embedded_json("texts/" + language + "/proposals.json");
    for (const Json& rule : json["proposals"]) {
      const std::string id = rule["case"].text();
      EXPECT_NE(find_answer_case(id), nullptr) << id;
      EXPECT_FALSE(rule["says"].empty()) << id;
      EXPECT_TRUE(cases[language].insert(id).second) << id;
      for (const auto& [name, list] : rule.items()) {
        EXPECT_TRUE(name == "case" || name == "says" || name == "hints" ||
                    name == "unless")
            << name;
      }
    }
  }
  EXPECT_EQ(cases["en"], cases["ja"]);
  EXPECT_EQ(cases["en"], cases["it"]);
}

}  // namespace
}  // namespace parcelwise
