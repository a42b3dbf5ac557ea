// Reads and checks the seller's own words; see answer/own_wording.h.
#include "answer/own_wording.h"

#include <algorithm>

#include "answer/answer.h"
#include "files/json_reader.h"
#include "files/open_json.h"
#include "text/ascii.h"
#include "text/fold.h"
#include "text/shortened.h"
#include "words/file_errors.h"

namespace parcelwise {
namespace {

constexpr std::string_view kFields[] = {
    "order",       "name",         "shop",       "carrier",   "tracking_number",
    "wish",        "wished",       "amount",     "ship_by",   "deliver_by",
    "claim_from",  "return_until", "edit_until", "pay_by",    "report_by",
    "limit",       "minutes",      "others",     "named",     "saved",
    "missing",     "available",    "breakdown",  "questions", "hindrances",
    "window_from", "window_to"};

constexpr std::string_view kFrame[] = {"greeting", "opening", "closing"};

// The first of a language's words that a folded text holds. The words are
// listed folded, for all languages together: a Japanese shop writes in English
// too.
std::string find_word(std::string_view list, const std::string& folded) {
  for (const Language language :
       {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
    for (const std::string_view word : Catalogue::of(language).list(
             "answers/guidelines/" + std::string(list))) {
      if (folded.find(fold_for_search(word)) != std::string::npos)
        return std::string(word);
    }
  }
  return {};
}

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

// The first address of a site, "tea-shop.de" or "bit.ly/3x": letters, digits
// and hyphens between dots, and the ending of a domain. One letter before it is
// an abbreviation unless a path follows, and Amazon's own name is no link.
// Spaces matter, so the text is not folded as for a search.
std::string site_address(std::string_view text) {
  constexpr std::string_view kEndings =
      " com net org info biz shop store online site app page link eu ae ai at "
      "au be br ca ch cn co de eg es fr gg gl ie in io it jp kr ly me mx nl pl "
      "pt sa se sg to tr tv tw uk us za ";
  std::string host;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const char c = at < text.size() ? lower_ascii(text[at]) : ' ';
    if (is_letter_or_digit(c) || c == '-' || c == '.') {
      host += c;
      continue;
    }
    while (host.ends_with('.')) host.pop_back();
    const std::size_t dot = host.rfind('.');
    if (dot != std::string::npos && dot >= (c == '/' ? 1u : 2u) &&
        (c == '/' || !host.starts_with("amazon.")) &&
        kEndings.find(" " + host.substr(dot + 1) + " ") !=
            std::string_view::npos) {
      return host;
    }
    host.clear();
  }
  return {};
}

// Whether what stands before "/" is a case and what follows one of its
// outcomes.
bool is_outcome(std::string_view name) {
  const std::size_t slash = name.find('/');
  if (slash == std::string_view::npos) return false;
  const AnswerCase* const of = find_answer_case(name.substr(0, slash));
  const std::string_view outcome = name.substr(slash + 1);
  if (of == nullptr || outcome.empty()) return false;
  const auto shared = shared_outcomes();
  return std::find(of->outcomes.begin(), of->outcomes.end(), outcome) !=
             of->outcomes.end() ||
         std::find(shared.begin(), shared.end(), outcome) != shared.end();
}

}  // namespace

std::span<const std::string_view> message_fields() { return kFields; }

Breach find_breach(std::string_view text, bool may_cancel) {
  if (text.size() > kLongestMessageText) return {"long", shortened(text)};
  const std::string folded = fold_for_search(text);
  for (const std::string_view link : {"://", "www.", "mailto:"}) {
    if (folded.find(link) != std::string::npos)
      return {"link", std::string(link)};
  }
  if (std::string address = site_address(text); !address.empty())
    return {"link", std::move(address)};
  if (folded.find('@') != std::string::npos) return {"link", "@"};
  for (const std::string_view mark : {"<", ">", "&nbsp;", "&amp;", "&lt;"}) {
    if (text.find(mark) != std::string_view::npos)
      return {"markup", std::string(mark)};
  }
  if (std::string word = find_word("marketing", folded); !word.empty()) {
    return {"marketing", std::move(word)};
  }
  if (!may_cancel) {
    if (std::string word = find_word("asks-to-cancel", folded); !word.empty()) {
      return {"asks-to-cancel", std::move(word)};
    }
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '}') return {"field", "}"};
    if (text[at] != '{') continue;
    const std::size_t close = text.find('}', at);
    const std::string_view name = close == std::string_view::npos
                                      ? text.substr(at)
                                      : text.substr(at + 1, close - at - 1);
    if (close == std::string_view::npos ||
        std::find(std::begin(kFields), std::end(kFields), name) ==
            std::end(kFields)) {
      return {"field", shortened(name)};
    }
    at = close;
  }
  return {};
}

namespace {

class WordingReader {
 public:
  tl::expected<std::vector<std::string>, WordingError> paragraphs(
      const std::string& pointer, const Json& json, bool may_cancel) {
    std::vector<std::string> texts;
    if (json.is_string()) {
      texts.push_back(json.text());
    } else if (json.is_array()) {
      for (const Json& one : json) {
        if (!one.is_string()) return wrong(pointer, "form", one);
        texts.push_back(one.text());
      }
    }
    if (texts.empty()) return wrong(pointer, "form", json);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      Breach breach = find_breach(texts[i], may_cancel);
      if (breach.code.empty() && texts[i].empty()) breach = {"form", ""};
      if (breach.code.empty()) continue;
      return tl::unexpected(WordingError{
          json.is_array() ? pointer + "/" + std::to_string(i) : pointer,
          breach.code, std::move(breach.found)});
    }
    return texts;
  }

  static tl::unexpected<WordingError> wrong(std::string pointer,
                                            std::string_view code,
                                            const Json& found) {
    return tl::unexpected(
        WordingError{std::move(pointer), code, shortened(json_text(found))});
  }
};

}  // namespace

tl::expected<OwnWording, WordingError> OwnWording::read(std::string_view text) {
  const auto json = open_json(text);
  if (!json) {
    return tl::unexpected(
        WordingError{json.error().pointer, "json", {}, json.error()});
  }
  const Json& messages = member(*json, "messages");
  if (json->size() != 1 || !messages.is_object()) {
    return WordingReader::wrong("", "form", *json);
  }
  OwnWording own;
  for (const auto& [name, texts] : messages.items()) {
    const std::string at = "/messages" + pointer_step(name);
    const auto language = language_from_name(name);
    if (!language) return WordingReader::wrong(at, "language", Json(name));
    if (!texts.is_object()) return WordingReader::wrong(at, "form", texts);
    for (const auto& [of, value] : texts.items()) {
      const std::string there = at + pointer_step(of);
      const bool frame = std::find(std::begin(kFrame), std::end(kFrame), of) !=
                         std::end(kFrame);
      if (!frame && !is_outcome(of))
        return WordingReader::wrong(there, "outcome", Json(of));
      const std::string_view of_case =
          std::string_view(of).substr(0, of.find('/'));
      const bool may_cancel =
          of_case == "change-order" || of_case == "cancel-request";
      auto read = WordingReader().paragraphs(there, value, may_cancel);
      if (!read) return tl::unexpected(read.error());
      own.texts_[(name + "/").append(of)] = std::move(*read);
    }
  }
  return own;
}

const std::vector<std::string>* OwnWording::find(Language language,
                                                 std::string_view name) const {
  const auto found = texts_.find(std::string(language_name(language)) + "/" +
                                 std::string(name));
  return found == texts_.end() ? nullptr : &found->second;
}

std::string wording_error_text(const WordingError& error, Language language) {
  if (error.unopened) return json_error_text(*error.unopened, language);
  std::string fields;
  for (const std::string_view name : kFields) {
    fields += (fields.empty() ? "" : ", ") + std::string(name);
  }
  const Catalogue& words = Catalogue::of(language);
  return fill(words.text("answers/wording_errors/" + std::string(error.code)),
              {{"pointer", error.pointer.empty() ? "/" : error.pointer},
               {"found", error.found},
               {"fields", fields},
               {"limit", std::to_string(kLongestMessageText)}});
}

}  // namespace parcelwise
