// The core's own words in three languages: what a rule asks, its steps, and
// what was wrong with a row or a file. They stand below data/texts/LANGUAGE/;
// tests hold the three to the same keys and fields. A language is made ready
// when it is asked for, out of a table made at build time
// (cmake/EmbedFiles.cmake).
#ifndef PARCELWISE_WORDS_CATALOGUE_H_
#define PARCELWISE_WORDS_CATALOGUE_H_

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/text_hash.h"

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
  struct Text {
    std::string path;  // "rules/ship/plain/title"; of a list "path/0", "path/1"
    std::string_view text;  // valid for the life of the program
  };

  static const Catalogue& of(Language language);

  // A text by its path: "rules/ship/plain/title". An unknown path gives the
  // path itself, which no test lets pass.
  std::string_view text(std::string_view path) const;
  bool has(std::string_view path) const;

  // The texts of a list: "rules/ship/plain/steps".
  std::vector<std::string_view> list(std::string_view path) const;

  // Every path with its text, in the order of their files.
  std::span<const Text> all() const { return texts_; }
  // Those whose paths begin so: "answers/follow_ups/".
  std::span<const Text> below(std::string_view start) const;

 private:
  explicit Catalogue(Language language);
  void read(std::string_view outline, std::string_view texts);
  void add(std::string path, std::string_view text);
  const Text* find(std::string_view path) const;
  std::vector<Text> texts_;
  TextNumbers places_;  // in texts_, by path
};

}  // namespace parcelwise

#endif  // PARCELWISE_WORDS_CATALOGUE_H_
