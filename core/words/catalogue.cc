// Reads a language's texts once, flat: nested members become a path.
#include "words/catalogue.h"

#include "files/json.h"
#include "files/open_json.h"

namespace parcelwise {

std::string_view language_name(Language language) {
  switch (language) {
    case Language::kJapanese:
      return "ja";
    case Language::kItalian:
      return "it";
    case Language::kEnglish:
      break;
  }
  return "en";
}

std::optional<Language> language_from_name(std::string_view name) {
  for (const Language language :
       {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
    if (language_name(language) == name) return language;
  }
  return std::nullopt;
}

std::string fill(std::string_view text, const Fields& fields) {
  return fill_with(text, [&](std::string_view name, std::string& out) {
    for (const auto& field : fields) {
      if (field.first != name) continue;
      out.append(field.second);
      return true;
    }
    return false;
  });
}

namespace {

using Texts = std::map<std::string, std::string, std::less<>>;

// The texts of one file in their order, which is that of the English file: of
// the other languages nothing else is carried (cmake/EmbedFiles.cmake).
class TextsInOrder {
 public:
  TextsInOrder(Language language, const std::string& file)
      : english_(embedded_json("texts/en" + file)) {
    if (language == Language::kEnglish) return;
    own_ =
        embedded_json("texts/" + std::string(language_name(language)) + file);
  }

  // Under their paths: "rules/ship/name", "steps/0".
  void add_to(Texts& texts) {
    if (english_.is_object()) add("", english_, texts);
  }

 private:
  void add(const std::string& path, const Json& english, Texts& texts) {
    if (english.is_string()) {
      const Json& text = own_.is_array() ? own_[next_++] : english;
      texts.emplace(path, text.text());
      return;
    }
    const std::string parent = path.empty() ? path : path + "/";
    for (std::size_t i = 0; english.is_array() && i < english.size(); ++i)
      add(parent + std::to_string(i), english[i], texts);
    for (const auto& [name, value] : english.items()) {
      add(parent + name, value, texts);
    }
  }

  Json english_, own_;
  std::size_t next_ = 0;  // in own_
};

}  // namespace

// What only the command says stands apart, and the page's module does without
// it.
Catalogue::Catalogue(Language language) {
  for (const char* const file :
       {"/rules.json", "/answers.json", "/command.json"}) {
    TextsInOrder(language, file).add_to(texts_);
  }
}

const Catalogue& Catalogue::of(Language language) {
  static const Catalogue kEnglish(Language::kEnglish);
  static const Catalogue kJapanese(Language::kJapanese);
  static const Catalogue kItalian(Language::kItalian);
  switch (language) {
    case Language::kJapanese:
      return kJapanese;
    case Language::kItalian:
      return kItalian;
    case Language::kEnglish:
      break;
  }
  return kEnglish;
}

std::string_view Catalogue::text(std::string_view path) const {
  const auto found = texts_.find(path);
  return found == texts_.end() ? path : std::string_view(found->second);
}

bool Catalogue::has(std::string_view path) const {
  return texts_.find(path) != texts_.end();
}

std::vector<std::string_view> Catalogue::list(std::string_view path) const {
  std::vector<std::string_view> texts;
  for (;;) {
    const auto found =
        texts_.find(std::string(path) + "/" + std::to_string(texts.size()));
    if (found == texts_.end()) return texts;
    texts.push_back(found->second);
  }
}

}  // namespace parcelwise
