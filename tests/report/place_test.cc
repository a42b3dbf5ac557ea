// Tests core/report/place.cc.
#include "report/place.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "draws.h"
#include "report/report_text.h"
#include "text/encoding.h"

namespace parcelwise {
namespace {

std::string told(const AddressKeys* keys) {
  return keys == nullptr ? "none"
                         : keys->safe() + "  " + keys->loose() + "  " +
                               std::to_string(keys->prefecture());
}

// What was read before says nothing: neither of the same cells nor of others,
// in whatever encoding.
TEST(PlaceKey, forgets_what_it_read_before) {
  std::mt19937 random(20261127);
  const auto one_of = [&](std::initializer_list<const char*> choices) {
    return choices.begin()[random() % choices.size()];
  };
  std::vector<Report> reports;
  for (const Encoding encoding : {Encoding::kUtf8, Encoding::kCp932}) {
    ReportText text = ReportText::unshipped();
    for (int i = 0; i < draws(400); ++i) {
      text.row(
          {{"order-id", "250-1234567-" + std::to_string(1000000 + i)},
           {"ship-state", one_of({"東京都", "東京都", "江戸県", "", "広島県"})},
           {"ship-city", one_of({"", "江東区"})},
           {"ship-country", one_of({"JP", "JP", "", "US"})},
           {"ship-postal-code", one_of({"135-0061", "135-0062", ""})},
           {"ship-address-1",
            one_of({"豊洲1-2-27", "豊洲１丁目２番２７号", "Toyosu 1-2-28"})},
           {"ship-address-2", one_of({"", "青葉荘", "101"})},
           {"ship-address-3", one_of({"", "", "汐見電機"})}});
    }
    auto report = read_report(encoding == Encoding::kUtf8
                                  ? text.text()
                                  : *to_cp932(text.text(), nullptr));
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->encoding, encoding);
    reports.push_back(std::move(*report));
  }
  PlaceKey kept;
  int none = 0, same = 0;
  std::string last;
  for (int i = 0; i < draws(4000); ++i) {
    const Report& report = reports[random() % reports.size()];
    const OrderPart& part =
        report
            .parts[static_cast<std::uint32_t>(random() % report.parts.size())];
    // Now and then twice in a row.
    for (int times = 0; times < 1 + static_cast<int>(random() % 2); ++times) {
      PlaceKey fresh;
      const std::string keys = told(kept.of(report, part));
      ASSERT_EQ(keys, told(fresh.of(report, part)));
      ASSERT_EQ(kept.place(), part.place);
      none += keys == "none" ? 1 : 0;
      same += keys == last ? 1 : 0;
      last = keys;
    }
  }
  EXPECT_GT(none, draws(200));
  EXPECT_GT(same, draws(200));
}

// Bytes that happen to be UTF-8 are what the report's encoding says.
TEST(PlaceKey, reads_by_the_report_s_encoding) {
  const auto keys_of = [](const std::string& street, Encoding encoding) {
    const auto report =
        read_report(ReportText::unshipped()
                        .row({{"ship-country", "DE"},
                              {"ship-state", ""},
                              {"ship-postal-code", "80331"},
                              {"ship-city", "M\xC3\xBCnchen"},
                              {"ship-address-1", street}})
                        .text(),
                    "a.txt", {.encoding = encoding, .kind = {}});
    PlaceKey key;
    return told(key.of(*report, report->parts[0]));
  };
  EXPECT_NE(keys_of("Weg 1", Encoding::kUtf8),
            keys_of("Weg 1", Encoding::kWindows1252));
  EXPECT_NE(keys_of("Weg 1", Encoding::kUtf8), "none");
  EXPECT_NE(keys_of("Weg 1", Encoding::kWindows1252), "none");
}

}  // namespace
}  // namespace parcelwise
