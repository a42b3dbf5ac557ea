// Tests core/json/follow_ups_json.cc and rule answer-due: our words are told in
// the reader's language, in whichever they were kept, and a seller's as they
// stand.
#include "json/follow_ups_json.h"

#include <gtest/gtest.h>

#include "report/report_text.h"
#include "rules/checked_reports.h"
#include "rules/wording.h"

namespace parcelwise {
namespace {

constexpr const char* kMonday = "2026-11-16T09:00:00+09:00";
constexpr Language kLanguages[] = {Language::kEnglish, Language::kJapanese,
                                   Language::kItalian};

std::vector<FollowUp> kept(std::string_view what) {
  Json json = Json::array();
  json.push_back(json_object({{"order_id", "250-1234567-1234567"},
                              {"due", "2026-11-18T23:59:59+09:00"},
                              {"what", what}}));
  const auto follow_ups = read_follow_ups(json);
  EXPECT_TRUE(follow_ups.has_value()) << what;
  return follow_ups.value_or(std::vector<FollowUp>{});
}

std::string title(std::string_view what, Language language) {
  const CheckedReports checked(
      {{"open.txt", ReportText::unshipped().row({}).text()}}, kMonday, {},
      "amazon-jp", kept(what));
  const Action* const due = checked.action("answer-due");
  EXPECT_NE(due, nullptr) << what;
  if (due == nullptr) return {};
  return title_of(checked.check(), *due, language);
}

TEST(FollowUps, speak_the_readers_language) {
  for (const Language kept_in : kLanguages) {
    for (const auto& [path, text] : Catalogue::of(kept_in).all()) {
      if (!path.starts_with("answers/follow_ups/")) continue;
      for (const Language read_in : kLanguages) {
        const std::string_view own = Catalogue::of(read_in).text(path);
        EXPECT_EQ(title(text, read_in).substr(0, own.size()), own)
            << path << " " << language_name(kept_in) << " "
            << language_name(read_in);
      }
    }
  }
}

TEST(FollowUps, leave_a_sellers_own_words) {
  for (const Language language : kLanguages) {
    for (const char* what :
         {"Call back", "answers/follow_ups/carrier", "The buyer’s answer"}) {
      EXPECT_EQ(title(what, language).substr(0, std::string(what).size()),
                what);
    }
  }
}

}  // namespace
}  // namespace parcelwise
