// Reads a language's JSON once, flat: nested members become a path.
#include "text/catalogue.h"

#include <nlohmann/json.hpp>

#include "text/embedded.h"

namespace parcelwise {

std::string_view language_name(Language language) {
  switch (language) {
    case Language::kJapanese: return "ja";
    case Language::kItalian: return "it";
    case Language::kEnglish: break;
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

Catalogue::Catalogue(std::string_view json) {
  const auto nested = nlohmann::ordered_json::parse(json, nullptr, false);
  if (!nested.is_object()) return;
  const auto flat = nested.flatten();
  for (const auto& [pointer, value] : flat.items()) {
    if (value.is_string()) texts_.emplace(pointer.substr(1), value.get<std::string>());
  }
}

const Catalogue& Catalogue::of(Language language) {
  static const Catalogue kEnglish(*embedded_file("text/catalogue/en.json"));
  static const Catalogue kJapanese(*embedded_file("text/catalogue/ja.json"));
  static const Catalogue kItalian(*embedded_file("text/catalogue/it.json"));
  switch (language) {
    case Language::kJapanese: return kJapanese;
    case Language::kItalian: return kItalian;
    case Language::kEnglish: break;
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
