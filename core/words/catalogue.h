// The core's own words in three languages: what a rule asks, its steps, and
// what was wrong with a row or a file. One JSON file a language, below
// core/text/catalogue/; tests hold the three to the same keys and fields.
#ifndef PARCELWISE_WORDS_CATALOGUE_H_
#define PARCELWISE_WORDS_CATALOGUE_H_

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parcelwise {

enum class Language { kEnglish, kJapanese, kItalian };

// "en", "ja", "it".
std::string_view language_name(Language language);
std::optional<Language> language_from_name(std::string_view name);

// Values for the {fields} of a text. A field without a value stays as it is.
using Fields = std::vector<std::pair<std::string_view, std::string>>;
std::string fill(std::string_view text, const Fields& fields);

// The same with values worked out when a text asks for them: `write(name, out)`
// appends the value and answers true, or answers false.
template <typename Write>
std::string fill_with(std::string_view text, Write write) {
  std::string filled;
  while (!text.empty()) {
    const std::size_t open = text.find('{');
    const std::size_t close =
        open == std::string_view::npos ? open : text.find('}', open);
    if (close == std::string_view::npos) break;
    filled.append(text.substr(0, open));
    if (!write(text.substr(open + 1, close - open - 1), filled)) {
      filled.append(text.substr(open, close - open + 1));
    }
    text.remove_prefix(close + 1);
  }
  filled.append(text);
  return filled;
}

class Catalogue {
 public:
  static const Catalogue& of(Language language);

  // A text by its path: "rules/ship/plain/title". An unknown path gives the
  // path itself, which no test lets pass.
  std::string_view text(std::string_view path) const;
  bool has(std::string_view path) const;

  // The texts of a list: "rules/ship/plain/steps".
  std::vector<std::string_view> list(std::string_view path) const;

  // Every path with its text, in order.
  const std::map<std::string, std::string, std::less<>>& all() const {
    return texts_;
  }

 private:
  explicit Catalogue(Language language);
  std::map<std::string, std::string, std::less<>>
      texts_;  // lists: path/0, path/1
};

}  // namespace parcelwise

#endif  // PARCELWISE_WORDS_CATALOGUE_H_
