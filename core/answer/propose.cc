// Proposes cases by the words of a message; see answer/propose.h.
#include "answer/propose.h"

#include <algorithm>

#include "answer/answer.h"
#include "answer/find.h"
#include "files/json.h"
#include "files/open_json.h"
#include "text/compact_sort.h"
#include "text/encoding.h"
#include "text/width_fold.h"

namespace parcelwise {
namespace {

constexpr int kEnough = 2;  // of points: 2 for what is said, 1 for a hint

bool is_japanese(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         c == 0x3005;  // 々
}
bool is_word(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') ||
         (c >= 0xC0 && c < 0x250) || c == U'*';
}
bool ends_sentence(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == U';' || c == 0x3002;
}

// Letters of Italian and their like without accents.
char32_t plain_letter(char32_t c) {
  static constexpr std::u32string_view kWith = U"àáâãäåçèéêëìíîïñòóôõöùúûüý";
  static constexpr std::u32string_view kWithout = U"aaaaaaceeeeiiiinooooouuuuy";
  const std::size_t at = kWith.find(c);
  return at == std::u32string_view::npos ? c : kWithout[at];
}

// A message or a phrase as sentences of words: " the parcel has arrived ";
// Japanese without any spaces. An apostrophe parts words: "l'ordine".
std::vector<std::u32string> sentences_of(std::string_view utf8) {
  std::vector<std::u32string> sentences;
  std::u32string one = U" ";
  const auto close = [&] {
    if (one.back() != U' ') one += U' ';
    if (one.size() > 2) sentences.push_back(one);
    one = U" ";
  };
  std::size_t line = 0;
  while (line <= utf8.size()) {
    const std::size_t end = std::min(utf8.find('\n', line), utf8.size());
    // A line that ends within a sentence is wrapped; an empty one ends it.
    if (end == line) close();
    for (const char32_t c : WidthFolded(utf8.substr(line, end - line))) {
      if (ends_sentence(c)) {
        close();
      } else if (is_japanese(c)) {
        if (one.size() > 1 && one.back() == U' ' &&
            is_japanese(one[one.size() - 2]))
          one.pop_back();
        one += c;
      } else if (is_word(c)) {
        if (is_japanese(one.back())) one += U' ';
        one += plain_letter(c);
      } else if (one.back() != U' ') {
        one += U' ';
      }
    }
    if (one.back() != U' ') one += U' ';
    line = end + 1;
  }
  close();
  return sentences;
}

// The parts of a phrase, one behind the other with anything between.
using Phrase = std::vector<std::u32string>;

struct Words {
  std::string text;  // as the rules have it
  Phrase parts;
};

struct CaseRule {
  const AnswerCase* of = nullptr;
  std::vector<Words> says, hints, unless;
};

Words words_of(const std::string& text) {
  Words words{text, {}};
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t dots = std::min(rest.find("..."), rest.size());
    for (std::u32string part : sentences_of(rest.substr(0, dots))) {
      // "arriv*" and kanji stand for the beginning of a word, or within one.
      if (is_japanese(part[1])) part.erase(0, 1);
      if (is_japanese(part[part.size() - 2])) part.pop_back();
      if (part.size() > 2 && part[part.size() - 2] == U'*')
        part.resize(part.size() - 2);
      words.parts.push_back(std::move(part));
    }
    rest.remove_prefix(std::min(dots + 3, rest.size()));
  }
  return words;
}

std::vector<Words> list_of(const Json& rule, const char* name) {
  std::vector<Words> list;
  for (const Json& text : rule[name]) list.push_back(words_of(text.text()));
  return list;
}

const std::vector<CaseRule>& case_rules() {
  static const std::vector<CaseRule> kRules = [] {
    std::vector<CaseRule> rules;
    for (const char* const language : {"en", "ja", "it"}) {
      const Json json =
          embedded_json("texts/" + std::string(language) + "/proposals.json");
      for (const Json& rule : json["proposals"]) {
        rules.push_back({find_answer_case(rule["case"].text()),
                         list_of(rule, "says"), list_of(rule, "hints"),
                         list_of(rule, "unless")});
      }
    }
    return rules;
  }();
  return kRules;
}

bool holds(const std::vector<std::u32string>& sentences, const Phrase& phrase) {
  for (const std::u32string& sentence : sentences) {
    std::size_t at = 0;
    bool all = !phrase.empty();
    for (const std::u32string& part : phrase) {
      const std::size_t found = sentence.find(part, at);
      all = found != std::u32string::npos;
      if (!all) break;
      // The space behind a word may be that before the next.
      at = found + part.size() - (part.back() == U' ' ? 1 : 0);
    }
    if (all) return true;
  }
  return false;
}

}  // namespace

std::vector<ProposedCase> propose_cases(std::string_view utf8) {
  std::string text;
  append_utf8(utf8.substr(0, kLongestSought), Encoding::kUtf8, text);
  const std::vector<std::u32string> sentences = sentences_of(text);
  struct Scored {
    ProposedCase proposed;
    int points = 0;
    std::size_t place = 0;
  };
  std::vector<Scored> scored;
  std::size_t place = 0;
  for (const CaseRule& rule : case_rules()) {
    ++place;
    const auto any = [&](const std::vector<Words>& list) {
      return std::any_of(list.begin(), list.end(), [&](const Words& words) {
        return holds(sentences, words.parts);
      });
    };
    if (rule.of == nullptr || any(rule.unless)) continue;
    Scored one;
    one.proposed.of = rule.of;
    one.place = place;
    for (const Words& words : rule.says) {
      if (!holds(sentences, words.parts)) continue;
      one.points += 2;
      one.proposed.words.push_back(words.text);
    }
    for (const Words& words : rule.hints) {
      if (!holds(sentences, words.parts)) continue;
      one.points += 1;
      one.proposed.words.push_back(words.text);
    }
    // Who says it three times does not mean it more.
    one.points = std::min(one.points, 2 * kEnough);
    if (one.points >= kEnough) scored.push_back(std::move(one));
  }
  compact_sort(scored, [](const Scored& a, const Scored& b) {
    return a.points != b.points ? a.points > b.points : a.place < b.place;
  });
  std::vector<ProposedCase> proposed;
  for (Scored& one : scored) {
    const bool known = std::any_of(
        proposed.begin(), proposed.end(),
        [&](const ProposedCase& p) { return p.of == one.proposed.of; });
    if (!known && proposed.size() < kMostProposed)
      proposed.push_back(std::move(one.proposed));
  }
  return proposed;
}

}  // namespace parcelwise
