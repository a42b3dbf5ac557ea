// Tests that a limit which nobody knows is told as unknown: no date, no guess,
// and no other marketplace's figure (orders/limits.h, rules/confirm_or_lose.cc
// and the rules on returns). One row a marketplace.
#include <gtest/gtest.h>

#include <string>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T12:00:00+00:00";

// "today", "overdue 2026-11-18T23:59:59+04:00" ...; "" where nothing is found.
struct Row {
  const char* policy;
  const char* confirm;  // by a ship-by of 17 Nov 23:59:59
  const char* guessed;  // `ship`, bought on 17 Nov and no ship-by told
  const char* answer;   // a return asked for on 20 Nov
  const char* refund;   // arrived on 19 Nov
};

const Row kRows[] = {
    {"amazon-jp", "soon 2026-11-24T23:59:59+09:00",
     "soon 2026-11-19T23:59:59+09:00", "soon 2026-11-21T23:59:59+09:00",
     "soon 2026-11-24T23:59:59+09:00"},
    {"amazon-us", "soon 2026-11-24T23:59:59-08:00",
     "soon 2026-11-19T23:59:59-08:00", "soon 2026-11-21T23:59:59-08:00",
     "soon 2026-11-23T23:59:59-08:00"},
    {"amazon-ca", "soon 2026-11-24T23:59:59-08:00",
     "soon 2026-11-19T23:59:59-08:00", "today", "today"},
    {"amazon-mx", "today", "today", "today", "today"},
    {"amazon-br", "soon 2026-11-24T23:59:59-03:00", "today", "today", "today"},
    {"amazon-de", "soon 2026-11-24T23:59:59+01:00",
     "soon 2026-11-19T23:59:59+01:00", "soon 2026-11-21T23:59:59+01:00",
     "soon 2026-11-23T23:59:59+01:00"},
    {"amazon-tr", "today", "today", "today", "today"},
    {"amazon-ae", "today", "today", "today", "today"},
    {"amazon-sa", "today", "today", "today", "today"},
    {"amazon-eg", "today", "today", "today", "today"},
    {"amazon-in", "today 2026-11-20T23:59:59+05:30", "today", "today", "today"},
    {"amazon-sg", "today", "today", "today", "today"},
    {"amazon-au", "soon 2026-11-24T23:59:59+11:00", "today", "today", "today"},
    {"amazon-za", "today", "today", "today", "today"},
};

CheckedReports open_order(const char* policy, const Cells& cells) {
  return CheckedReports({{"u.txt", ReportText::unshipped().row(cells).text()}},
                        kNow, {}, policy);
}

CheckedReports returned(const char* policy, const Cells& cells) {
  return CheckedReports(
      {{"n.txt", ReportText::new_orders().row({{"currency", ""}}).text()},
       {"r.txt", ReportText::returns().row(cells).text()}},
      kNow, {}, policy);
}

std::string ship_by(const char* policy) {
  const Zone zone = Policy::load(policy)->zone();
  return zone.to_iso8601(zone.end_of(zone.day_of(at("2026-11-17T12:00:00Z"))));
}

TEST(UnknownLimits, are_told_as_unknown_in_each_marketplace) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.policy);
    EXPECT_EQ(open_order(row.policy, {{"promise-date", ship_by(row.policy)}})
                  .found("confirm-or-lose"),
              row.confirm);
    const Cells bought = {{"purchase-date", "2026-11-17T12:00:00+00:00"},
                          {"promise-date", ""}};
    EXPECT_EQ(open_order(row.policy, bought).found("ship"), row.guessed);
    EXPECT_EQ(returned(row.policy, {{"Return request date", "20-Nov-2026"},
                                    {"Return request status", "Pending"}})
                  .found("answer-return"),
              row.answer);
    EXPECT_EQ(returned(row.policy, {{"Return request date", "12-Nov-2026"},
                                    {"Return request status", "Approved"},
                                    {"Return delivery date", "19-Nov-2026"},
                                    {"Return Reason", "CR-DEFECTIVE"}})
                  .found("refund-return"),
              row.refund);
  }
}

TEST(UnknownLimits, say_so_in_every_language) {
  struct Said {
    Language language;
    const char* title;
  };
  const Said kSaid[] = {
      {Language::kEnglish,
       "Confirm today: when Amazon cancels is not known here"},
      {Language::kJapanese, "本日中に出荷通知：自動キャンセルの時期は不明"},
      {Language::kItalian,
       "Conferma oggi: qui non si sa quando Amazon annulla"},
  };
  const CheckedReports checked =
      open_order("amazon-tr", {{"promise-date", ship_by("amazon-tr")}});
  const Action* const action = checked.action("confirm-or-lose");
  ASSERT_NE(action, nullptr);
  EXPECT_FALSE(action->due().has_value());
  EXPECT_EQ(checked.evidence("confirm-or-lose", "amazon-by"), "");
  for (const Said& said : kSaid) {
    const Explained words =
        explain(checked.check(), *action, checked.check().facts(action->order),
                said.language);
    EXPECT_EQ(words.title, said.title);
    EXPECT_NE(words.steps.front().find("Amazon.com.tr"), std::string::npos);
  }
}

// A seller's own file may know one of the two.
TEST(UnknownLimits, the_limit_that_is_known_is_told_alone) {
  struct One {
    const char* name;
    const char* figures;
    const char* now;
    const char* found;
    const char* variant;
  };
  const char* const confirm =
      R"("confirm_calendar_days": [{"value": 3, "valid_from": "2020-01-01", "source": "own"}])";
  const char* const cancel =
      R"("cancel_business_days": [{"value": 4, "valid_from": "2020-01-01", "source": "own"}])";
  const One rows[] = {
      {"calendar days", confirm, "2026-11-19T12:00:00Z",
       "soon 2026-11-20T23:59:59+03:00", "one-limit"},
      {"on the day", confirm, kNow, "today 2026-11-20T23:59:59+03:00",
       "one-limit"},
      {"past it", confirm, "2026-11-21T12:00:00Z",
       "overdue 2026-11-20T23:59:59+03:00", "one-limit"},
      {"business days", cancel, kNow, "soon 2026-11-21T23:59:59+03:00",
       "one-limit"},
      {"past them", cancel, "2026-11-22T12:00:00Z",
       "overdue 2026-11-21T23:59:59+03:00", "probably-cancelled"},
  };
  for (const One& row : rows) {
    const std::string policy =
        std::string(R"({"extends": "amazon-tr", "id": "own", "figures": {)") +
        row.figures + "}}";
    const CheckedReports checked(
        {{"u.txt", ReportText::unshipped()
                       .row({{"promise-date", ship_by("amazon-tr")}})
                       .text()}},
        row.now, {}, policy);
    EXPECT_EQ(checked.found("confirm-or-lose"), row.found) << row.name;
    const Action* const action = checked.action("confirm-or-lose");
    ASSERT_NE(action, nullptr) << row.name;
    EXPECT_EQ(all_rules()[action->rule]->variants[action->variant], row.variant)
        << row.name;
    EXPECT_EQ(title_of(checked.check(), *action, Language::kEnglish).find('{'),
              std::string::npos)
        << row.name;
  }
}

TEST(UnknownLimits, give_no_edit_window) {
  const Cells just_bought = {{"purchase-date", "2026-11-20T11:59:00+00:00"},
                             {"payments-date", ""},
                             {"promise-date", "2026-11-24T14:59:59+00:00"}};
  const char* const unknown =
      R"({"extends": "amazon-jp", "id": "own", "figures": {"edit_minutes":
          [{"value": null, "valid_from": "2007-01-01", "source": "own"}]}})";
  EXPECT_EQ(open_order("amazon-jp", just_bought).found("edit-window"),
            "hold 2026-11-20T21:04:00+09:00");
  EXPECT_EQ(open_order(unknown, just_bought).found("edit-window"), "");
}

}  // namespace
}  // namespace parcelwise
