// Reports made for one test, joined and checked, with what the check found.
#ifndef PARCELWISE_TESTS_RULES_CHECKED_REPORTS_H_
#define PARCELWISE_TESTS_RULES_CHECKED_REPORTS_H_

#include <gtest/gtest.h>

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/check_json.h"
#include "report/report_text.h"
#include "rules/check.h"
#include "rules/wording.h"

namespace parcelwise {

struct FileText {
  std::string name;
  std::string text;
};

inline Instant at(std::string_view iso8601) { return parse_stamp(iso8601)->at; }

class CheckedReports {
 public:
  // By one policy, whatever the rows tell; "": each order by its own.
  CheckedReports(const std::vector<FileText>& files, std::string_view now,
                 std::vector<StockLevel> stock = {},
                 std::string_view policy = "amazon-jp",
                 std::vector<FollowUp> follow_ups = {},
                 const SellersWord& word = {}) {
    std::vector<const Report*> all;
    for (const FileText& file : files) {
      auto report = read_report(file.text, file.name);
      EXPECT_TRUE(report.has_value()) << file.name;
      if (report) all.push_back(&reports_.emplace_back(std::move(*report)));
    }
    book_ = OrderBook::join(all);
    policies_ = policy.empty() ? Policies::find(book_, std::nullopt)
                               : Policies::only(book_, *Policy::load(policy));
    book_.weigh(policies_, at(now), word);
    check_.emplace(Check::run(book_, policies_, at(now),
                              {std::move(stock), std::move(follow_ups)}));
  }
  CheckedReports(const CheckedReports&) = delete;
  CheckedReports& operator=(const CheckedReports&) = delete;

  const Check& check() const { return *check_; }
  const OrderBook& book() const { return book_; }
  const std::deque<Report>& reports() const { return reports_; }

  // The rule's action on the first order that has one.
  const Action* action(std::string_view rule) const {
    for (const Action& action : check_->actions()) {
      if (all_rules()[action.rule]->id == rule) return &action;
    }
    return nullptr;
  }

  // "soon 2026-11-20T23:59:59+09:00", "hold", or "" where the rule found
  // nothing.
  std::string found(std::string_view rule) const {
    const Action* const found = action(rule);
    if (found == nullptr) return {};
    std::string text(urgency_name(found->urgency));
    if (const auto due = found->due())
      text +=
          " " + check_->context(found->order).policy.zone().to_iso8601(*due);
    return text;
  }

  // The value of one column of an action's evidence; "" where it is not told.
  std::string evidence(std::string_view rule, std::string_view column) const {
    const Action* const found = action(rule);
    if (found == nullptr) return {};
    const Explained words = explain(
        *check_, *found, check_->facts(found->order), Language::kEnglish);
    for (const Evidence& reported : words.evidence) {
      if (reported.column == column) return reported.value;
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
  Policies policies_;
  std::deque<Report> reports_;
  OrderBook book_;
  std::optional<Check> check_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_RULES_CHECKED_REPORTS_H_
