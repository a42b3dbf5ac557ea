// Reads a language's texts once, flat: nested members become a path.
#include "words/catalogue.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include "files/embedded.h"

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

// What only the command says stands apart, and the page's module does without
// it.
Catalogue::Catalogue(Language language) {
  const std::string folder =
      "texts/" + std::string(language_name(language)) + "/";
  for (const std::string file : {"rules", "answers", "command"}) {
    const auto outline = embedded_file("texts/" + file + ".outline");
    const auto texts = embedded_file(folder + file + ".json");
    if (outline && texts) read(*outline, *texts);
  }
}

// Puts the texts below their paths; both as cmake/EmbedFiles.cmake writes them.
void Catalogue::read(std::string_view outline, std::string_view texts) {
  constexpr char kNext = '\x1F', kTexts = '\x1E';
  const auto next_of = [](std::string_view& left) {
    const std::size_t end = std::min(left.find(kNext, 1), left.size());
    const std::string_view one = left.substr(1, end - 1);
    left.remove_prefix(end);
    return one;
  };
  std::array<std::size_t, 10> begins{};  // of the names, by depth
  std::string path;
  while (!outline.empty()) {
    const std::string_view entry = next_of(outline);
    const auto depth = static_cast<std::size_t>(entry[0] - '0');
    const std::size_t list = entry.find(kTexts);
    path.resize(begins[depth]);
    path.append(entry.substr(1, list - 1));
    if (path.back() == '/') {
      begins[depth + 1] = path.size();
    } else if (list == std::string_view::npos) {
      add(path, next_of(texts));
    } else {
      const int count = std::atoi(std::string(entry.substr(list + 1)).c_str());
      for (int i = 0; i < count; ++i)
        add(path + "/" + std::to_string(i), next_of(texts));
    }
  }
}

const Catalogue& Catalogue::of(Language language) {
  switch (language) {
    case Language::kJapanese: {
      static const Catalogue kJapanese(language);
      return kJapanese;
    }
    case Language::kItalian: {
      static const Catalogue kItalian(language);
      return kItalian;
    }
    case Language::kEnglish:
      break;
  }
  static const Catalogue kEnglish(Language::kEnglish);
  return kEnglish;
}

void Catalogue::add(std::string path, std::string_view text) {
  const auto place = static_cast<std::uint32_t>(texts_.size());
  places_.find_or_add(text_hash(path), place,
                      [](std::uint32_t) { return false; });
  texts_.push_back({std::move(path), text});
}

const Catalogue::Text* Catalogue::find(std::string_view path) const {
  const std::uint32_t place = places_.find(
      text_hash(path),
      [&](std::uint32_t each) { return texts_[each].path == path; });
  return place == TextNumbers::kNone ? nullptr : &texts_[place];
}

std::string_view Catalogue::text(std::string_view path) const {
  const Text* const found = find(path);
  return found == nullptr ? path : found->text;
}

bool Catalogue::has(std::string_view path) const {
  return find(path) != nullptr;
}

std::vector<std::string_view> Catalogue::list(std::string_view path) const {
  std::vector<std::string_view> texts;
  for (;;) {
    const Text* const next =
        find(std::string(path) + "/" + std::to_string(texts.size()));
    if (next == nullptr) return texts;
    texts.push_back(next->text);
  }
}

std::span<const Catalogue::Text> Catalogue::below(
    std::string_view start) const {
  const auto is_below = [&](const Text& text) {
    return text.path.starts_with(start);
  };
  const auto first = std::find_if(texts_.begin(), texts_.end(), is_below);
  const auto last = std::find_if_not(first, texts_.end(), is_below);
  return std::span(texts_).subspan(
      static_cast<std::size_t>(first - texts_.begin()),
      static_cast<std::size_t>(last - first));
}

}  // namespace parcelwise
