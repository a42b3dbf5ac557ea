// One report checked with a journal of what happened before.
#ifndef PARCELWISE_TESTS_RULES_JOURNALED_REPORTS_H_
#define PARCELWISE_TESTS_RULES_JOURNALED_REPORTS_H_

#include <optional>
#include <string>
#include <string_view>

#include "journal/listings_now.h"
#include "rules/checked_reports.h"

namespace parcelwise {

class JournaledReports {
 public:
  // `listed` is the moment that the report speaks for, as the seller tells it.
  JournaledReports(const std::string& text, std::string_view now,
                   const Journal& journal, std::string_view listed)
      : report_(*read_report(text, "u.txt")) {
    book_ = OrderBook::join({&report_});
    policies_ = Policies::only(book_, *Policy::load("amazon-jp"));
    book_.weigh(policies_, at(now), {{{"u.txt", at(listed)}}, {}});
    progress_ =
        Progress::fold(journal, listed_of(listings_now(book_, policies_)));
    CheckOptions options;
    options.progress = &progress_;
    check_.emplace(Check::run(book_, policies_, at(now), options));
  }
  JournaledReports(const JournaledReports&) = delete;
  JournaledReports& operator=(const JournaledReports&) = delete;

  // As CheckedReports tells them.
  std::string found(std::string_view rule) const {
    const Action* const found = action(rule);
    if (found == nullptr) return {};
    std::string text(urgency_name(found->urgency));
    if (const auto due = found->due())
      text += " " + policies_.main().zone().to_iso8601(*due);
    return text;
  }

  std::string title(std::string_view rule) const {
    const Action* const found = action(rule);
    return found == nullptr ? std::string()
                            : title_of(*check_, *found, Language::kEnglish);
  }

  std::string evidence(std::string_view rule, std::string_view column) const {
    const Action* const found = action(rule);
    if (found == nullptr) return {};
    const Explained words = explain(
        *check_, *found, check_->facts(found->order), Language::kEnglish);
    for (const Evidence& told : words.evidence) {
      if (told.column == column) return told.value;
    }
    return {};
  }

  std::string json(Language language = Language::kEnglish) const {
    std::string text;
    write_check_json(*check_, language,
                     [&](std::string_view part) { text += part; });
    return text;
  }

 private:
  const Action* action(std::string_view rule) const {
    for (const Action& action : check_->actions()) {
      if (all_rules()[action.rule]->id == rule) return &action;
    }
    return nullptr;
  }

  Report report_;
  OrderBook book_;
  Policies policies_;
  Progress progress_;
  std::optional<Check> check_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_RULES_JOURNALED_REPORTS_H_
