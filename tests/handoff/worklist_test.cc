// Tests core/handoff/worklist.cc.
#include "handoff/chosen_orders.h"
#include "text/steering.h"

namespace parcelwise {
namespace {

constexpr char kNow[] = "2026-11-20T09:00:00+09:00";
constexpr char kLate[] = "250-0000001-0000001",
               kToday[] = "250-0000002-0000002",
               kSent[] = "250-0000003-0000003";
constexpr char kHead[] =
    "\xEF\xBB\xBFUrgency,Due,To do,Order,Recipient,SKU,Product,Lines,Units to "
    "ship,At stake,"
    "Currency,Also\r\n";

std::vector<FileText> files() {
  const auto order = [](ReportText& text, const char* id, const char* item,
                        const char* by, const char* name, const char* sku,
                        const char* left) {
    text.row({{"order-id", id},
              {"order-item-id", item},
              {"promise-date", by},
              {"recipient-name", name},
              {"ship-address-1", id},
              {"sku", sku},
              {"product-name", "Tea"},
              {"quantity-purchased", "2"},
              {"quantity-to-ship", left},
              {"quantity-shipped", *left == '0' ? "2" : "0"}});
  };
  ReportText unshipped = ReportText::unshipped();
  order(unshipped, kToday, "2", "2026-11-20T14:59:59+00:00", "+Yamada", "007",
        "2");
  order(unshipped, kLate, "1", "2026-11-18T14:59:59+00:00", "@cmd", "=TEA",
        "2");
  order(unshipped, kSent, "3", "2026-11-20T14:59:59+00:00", "Sato", "TEA", "0");
  ReportText fresh = ReportText::new_orders();
  fresh.row({{"order-id", kToday},
             {"order-item-id", "2"},
             {"sku", "007"},
             {"product-name", "Tea"},
             {"quantity-purchased", "2"},
             {"currency", "JPY"},
             {"item-price", "1500"},
             {"shipping-price", "30"},
             {"item-promotion-discount", ""},
             {"latest-ship-date", "2026-11-20T14:59:59+00:00"}});
  return {{"unshipped.txt", unshipped.text()}, {"new.txt", fresh.text()}};
}

TEST(Worklist, HasOneRowAnOrderMostUrgentFirst) {
  const CheckedReports reports(files(), kNow);
  const std::string late =
      "Overdue,2026-11-18 23:59,Late since Wed 18 Nov 23:59: ship "
      "now,250-0000001-0000001,"
      "'@cmd,'=TEA,Tea,1,2,,,Confirm or lose it\r\n";
  const std::string today =
      "Today,2026-11-20 23:59,Ship by Fri 20 Nov "
      "23:59,250-0000002-0000002,'+Yamada,'007,Tea,1,2,"
      "1530,JPY,\r\n";
  EXPECT_EQ(only_file(write_kind("worklist", reports.check())),
            kHead + late + today);
  EXPECT_EQ(
      only_file(write_kind("worklist", reports.check(), {{kToday, kSent}, {}})),
      kHead + today);
  EXPECT_EQ(write_kind("worklist", reports.check()).rows, 2u);
  EXPECT_TRUE(
      write_kind("worklist", reports.check(), {{kSent}, {}}).files.empty());
}

TEST(Worklist, SpeaksTheSellersLanguage) {
  const CheckedReports reports(files(), kNow);
  const std::string italian = only_file(write_kind(
      "worklist", reports.check(), {{kToday}, {}, Language::kItalian}));
  EXPECT_NE(italian.find("\r\nOggi,2026-11-20 23:59,"), std::string::npos)
      << italian;
  const std::string japanese = only_file(write_kind(
      "worklist", reports.check(), {{kToday}, {}, Language::kJapanese}));
  EXPECT_NE(japanese.find("\r\n本日中,2026-11-20 23:59,"), std::string::npos)
      << japanese;
}

// Whatever kind of file it is, and whatever a report's cells hold.
TEST(Exports, LetNothingOutThatSteersAText) {
  struct Row {
    const char* name;
    const char* cell;
  };
  const Row kRows[] = {
      {"written backwards", "annex\u202Etxt"},
      {"isolated", "\u2066a\u2069"},
      {"an escape", "\x1B]0;owned\x07"},
      {"C1", "a\u0085b"},
      {"no width", "Te\u200Ba"},
      {"a mark of order", "\uFEFFTea"},
      {"a tag", "Tea\U000E0041"},
  };
  for (const Row& row : kRows) {
    ReportText unshipped = ReportText::unshipped();
    unshipped.row({{"order-id", kToday},
                   {"order-item-id", "7"},
                   {"promise-date", "2026-11-20T14:59:59+00:00"},
                   {"recipient-name", row.cell},
                   {"ship-address-1", row.cell},
                   {"sku", row.cell},
                   {"product-name", row.cell},
                   {"quantity-purchased", "2"},
                   {"quantity-to-ship", "2"}});
    const CheckedReports reports({{"unshipped.txt", unshipped.text()}}, kNow);
    for (const ExportKind* const kind : export_kinds()) {
      for (const HandoffFile& file :
           write_kind(kind->id, reports.check()).files) {
        std::string_view bytes = file.bytes;
        if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
        EXPECT_FALSE(has_steering(bytes)) << row.name << ", " << file.name;
        EXPECT_EQ(file.name, steering_marked(file.name)) << row.name;
      }
    }
    const std::string list = only_file(write_kind("worklist", reports.check()));
    EXPECT_NE(list.find("[U+"), std::string::npos) << row.name << list;
  }
}

}  // namespace
}  // namespace parcelwise
