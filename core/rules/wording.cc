// Puts values into the catalogue's texts; see rules/wording.h.
#include "rules/wording.h"

#include "words/written.h"

namespace parcelwise {
namespace {

// A rule's texts of one variant, looked up once: they are written by the
// hundred thousand.
struct ActionTexts {
  std::string_view title;
  std::vector<std::string_view> steps;
  bool tells_due_alone = false;  // the title has no field but that
};

struct LanguageTexts {
  explicit LanguageTexts(Language language) : words(Catalogue::of(language)) {
    for (const Rule* rule : all_rules()) {
      for (std::size_t variant = 0; variant < rule->variants.size();
           ++variant) {
        if (rule->variants[variant].empty()) continue;
        const std::string path = "rules/" + std::string(rule->id) + "/" +
                                 std::string(rule->variants[variant]);
        actions.push_back(texts_at(path));
        // An action without a due date has texts of its own where one names it.
        const std::string no_date = path + "-no-date";
        actions_without_date.push_back(
            texts_at(words.has(no_date + "/title") ? no_date : path));
      }
      first_variant.push_back(actions.size());
    }
  }

  static const LanguageTexts& of(Language language) {
    static const LanguageTexts kEnglish(Language::kEnglish);
    static const LanguageTexts kJapanese(Language::kJapanese);
    static const LanguageTexts kItalian(Language::kItalian);
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

  const ActionTexts& of(const Action& action) const {
    const std::size_t first =
        action.rule == 0 ? 0 : first_variant[std::size_t{action.rule} - 1];
    return (action.due_seconds == Action::kNoDue
                ? actions_without_date
                : actions)[first + action.variant];
  }

  ActionTexts texts_at(const std::string& path) const {
    ActionTexts texts{words.text(path + "/title"), words.list(path + "/steps"),
                      true};
    fill_with(texts.title, [&](std::string_view name, std::string&) {
      texts.tells_due_alone = texts.tells_due_alone && name == "due";
      return true;
    });
    return texts;
  }

  const Catalogue& words;
  std::vector<ActionTexts> actions, actions_without_date;
  std::vector<std::size_t> first_variant;  // where the next rule's begin
};

Reasons reasons_of(const Check& check, const Action& action,
                   const OrderFacts& facts) {
  Reasons reasons;
  all_rules()[action.rule]->explain(facts, check.context(action.order),
                                    action.finding(), reasons);
  return reasons;
}

// Puts an action's own values into a text of its rule.
std::string put_in(std::string_view text, const Check& check,
                   const Action& action, const Reasons& reasons,
                   Language language) {
  const Zone& zone = check.context(action.order).policy.zone();
  return fill_with(text, [&](std::string_view name, std::string& out) {
    if (name == "due" && action.due()) {
      out += date_text(*action.due(), zone, language);
      return true;
    }
    for (const auto& [field, value] : reasons.fields) {
      if (field != name) continue;
      out += value;
      return true;
    }
    for (const auto& [field, path] : reasons.texts) {
      if (field != name) continue;
      out += Catalogue::of(language).text(path);
      return true;
    }
    for (const auto& [field, at] : reasons.instants) {
      if (field != name) continue;
      out += date_text(at, zone, language);
      return true;
    }
    for (const auto& [field, amount] : reasons.amounts) {
      if (field != name) continue;
      out += money_text(amount);
      return true;
    }
    return false;
  });
}

// A date that no report tells says so wherever the title stands.
std::string marked(std::string title, const Check& check, const Action& action,
                   const OrderFacts& facts, Language language) {
  if (!check.estimated(action, facts)) return title;
  return fill(Catalogue::of(language).text("estimated"), {{"text", title}});
}

}  // namespace

std::string title_of(const Check& check, const Action& action,
                     Language language) {
  return title_of(check, action, check.facts(action.order), language);
}

std::string title_of(const Check& check, const Action& action,
                     const OrderFacts& facts, Language language) {
  const ActionTexts& texts = LanguageTexts::of(language).of(action);
  const bool due_alone = texts.tells_due_alone && action.due();
  return marked(put_in(texts.title, check, action,
                       due_alone ? Reasons() : reasons_of(check, action, facts),
                       language),
                check, action, facts, language);
}

Explained explain(const Check& check, const Action& action,
                  const OrderFacts& facts, Language language) {
  const ActionTexts& texts = LanguageTexts::of(language).of(action);
  Reasons reasons = reasons_of(check, action, facts);
  Explained explained;
  explained.title =
      marked(put_in(texts.title, check, action, reasons, language), check,
             action, facts, language);
  for (const std::string_view step : texts.steps) {
    explained.steps.push_back(put_in(step, check, action, reasons, language));
  }
  explained.evidence = std::move(reasons.evidence);
  for (const std::string_view source : all_rules()[action.rule]->sources) {
    if (!source.empty()) explained.sources.push_back(source);
  }
  return explained;
}

std::string_view rule_name(const Rule& rule, Language language) {
  return Catalogue::of(language).text("rules/" + std::string(rule.id) +
                                      "/name");
}

std::string_view rule_source_text(const Rule& rule, Language language) {
  return Catalogue::of(language).text("rules/" + std::string(rule.id) +
                                      "/source");
}

}  // namespace parcelwise
