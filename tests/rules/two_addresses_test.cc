// Tests what core/rules/notices.cc tells of two addresses of one order.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "handoff/export.h"
#include "rules/checked_reports.h"
#include "rules/notices.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-16T10:00:00+09:00";

std::string listing(const char* days, const Cells& more) {
  Cells cells = {{"purchase-date", "2026-11-13T09:00:00+09:00"},
                 {"promise-date", "2026-11-16T23:59:59+09:00"},
                 {"days-past-promise", days}};
  cells.insert(cells.end(), more.begin(), more.end());
  return ReportText::listing().row(cells).text();
}

TEST(TwoAddresses, are_told_of_what_is_to_ship) {
  const Cells moved = {{"ship-address-1", "Shiba 9-9-9"}};
  struct Row {
    const char* name;
    std::string older, newer;
    std::uint32_t orders;
    std::string warned;
  };
  Cells shipped = moved;
  shipped.insert(shipped.end(),
                 {{"quantity-shipped", "1"}, {"quantity-to-ship", "0"}});
  const Row rows[] = {
      {"one address", listing("-2", {}), listing("-1", {}), 0, ""},
      {"another one", listing("-2", {}), listing("-1", moved), 1,
       "address-differs z.txt: Tokyo Toyosu 1-2-27"},
      {"nothing of it is to ship", listing("-2", {}), listing("-1", shipped), 0,
       "address-differs z.txt: Tokyo Toyosu 1-2-27"},
  };
  for (const Row& row : rows) {
    const CheckedReports checked({{"z.txt", row.older}, {"a.txt", row.newer}},
                                 kNow);
    const std::vector<CheckNotice> notices = notices_of(checked.check());
    const auto said = std::find_if(
        notices.begin(), notices.end(),
        [](const CheckNotice& one) { return one.code == "address-differs"; });
    EXPECT_EQ(said == notices.end() ? 0 : said->count, row.orders) << row.name;
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      if (said == notices.end()) break;
      const std::string text = notice_text(*said, checked.check(), language);
      EXPECT_NE(text.find("250-1234567-1234567"), std::string::npos) << text;
    }
    std::vector<RowNote> warnings;
    warn_of_address(checked.book(), 0, warnings);
    std::string warned;
    for (const RowNote& warning : warnings) {
      warned +=
          std::string(warning.why) + " " + warning.limit + ": " + warning.value;
    }
    EXPECT_EQ(warned, row.warned) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
