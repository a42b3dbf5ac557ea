// Tests what core/rules/notices.cc tells of a report that ends inside a row.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "rules/checked_reports.h"
#include "rules/notices.h"

namespace parcelwise {
namespace {

TEST(CutOffFile, is_told_by_its_name) {
  const std::string whole =
      ReportText::listing()
          .row({{"order-id", "250-1111111-1111111"}, {"order-item-id", "1"}})
          .row({{"order-id", "250-2222222-2222222"}, {"order-item-id", "2"}})
          .text();
  const std::string last = whole.substr(0, whole.find_last_not_of("\r\n") + 1);
  struct Row {
    const char* name;
    std::string text;
    bool told;
  };
  const Row rows[] = {
      {"whole", whole, false},
      {"without the last line's end", last, false},
      {"ends inside a row", last.substr(0, last.rfind('\t')), true},
  };
  for (const Row& row : rows) {
    const CheckedReports checked({{"half.txt", row.text}},
                                 "2026-11-16T10:00:00+09:00");
    const std::vector<CheckNotice> notices = notices_of(checked.check());
    const auto said = std::find_if(
        notices.begin(), notices.end(),
        [](const CheckNotice& one) { return one.code == "file-cut-off"; });
    EXPECT_EQ(said != notices.end(), row.told) << row.name;
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      if (said == notices.end()) break;
      EXPECT_EQ(said->file, "half.txt");
      const std::string text = notice_text(*said, checked.check(), language);
      EXPECT_NE(text.find("half.txt"), std::string::npos) << text;
    }
  }
}

}  // namespace
}  // namespace parcelwise
