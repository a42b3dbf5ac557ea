// Files for Amazon's upload page, written from reports and tracking lines made
// for one test.
#ifndef PARCELWISE_TESTS_HANDOFF_AMAZON_FILES_H_
#define PARCELWISE_TESTS_HANDOFF_AMAZON_FILES_H_

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "handoff/export.h"
#include "report/wording.h"
#include "rules/checked_reports.h"

namespace parcelwise {

struct Asked {
  std::vector<std::string> orders = {};  // chosen; none: all to ship
  std::vector<std::vector<std::string>> groups = {};  // accepted
  std::string tracking = {};                          // pasted lines
  std::string shop = "{}";
  UploadWishes upload = {};
  std::string tracking_file = {};  // a carrier's, instead of pasted lines
};

inline HandoffFiles write_kind(std::string_view kind,
                               const CheckedReports& desk, const Asked& asked) {
  std::vector<std::uint32_t> orders;
  for (const std::string& id : asked.orders) {
    orders.push_back(*desk.book().find(*OrderId::parse(id)));
  }
  std::vector<std::vector<OrderId>> groups;
  for (const auto& group : asked.groups) {
    auto& last = groups.emplace_back();
    for (const std::string& id : group) last.push_back(*OrderId::parse(id));
  }
  std::vector<TrackingFile> files;
  if (!asked.tracking.empty() || !asked.tracking_file.empty()) {
    auto file = asked.tracking_file.empty()
                    ? read_tracking_lines("pasted", asked.tracking, {})
                    : read_tracking_file("t.csv", asked.tracking_file, {});
    EXPECT_TRUE(file.has_value());
    if (file) files.push_back(std::move(*file));
  }
  std::vector<const TrackingFile*> all;
  for (const TrackingFile& file : files) all.push_back(&file);
  const TrackingNumbers numbers =
      TrackingNumbers::match(desk.check(), all, groups);
  const auto shop = ShopSettings::load(asked.shop);
  EXPECT_TRUE(shop.has_value());
  return find_export_kind(kind)->write(
      {desk.check(), *shop, RefundPlan(),
       shipments_of(desk.check(), orders, groups,
                    find_export_kind(kind)->companions),
       !orders.empty(), Language::kEnglish, &numbers, asked.upload});
}

// "order column value why", a row a line.
inline std::string reported(const std::vector<RowNote>& notes) {
  std::string text;
  for (const RowNote& note : notes) {
    text += note.order + " " + note.column + " " + note.value + " " +
            std::string(note.why) + "\n";
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      const std::string left = left_out_text(note, language);
      const std::string said =
          left.starts_with("handoff/") ? warning_text(note, language) : left;
      EXPECT_EQ(said.find("handoff/"), std::string::npos) << note.why;
      EXPECT_EQ(said.find('{'), std::string::npos) << said;
    }
  }
  return text;
}

inline std::vector<std::string> split_text(std::string_view text,
                                           std::string_view mark) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t at = text.find(mark);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + mark.size());
  }
}

// A made file's rows below its header; "" where none was made.
inline std::string rows_text(const HandoffFiles& made,
                             std::size_t header_lines) {
  if (made.files.empty()) return {};
  std::vector<std::string> lines = split_text(made.files[0].bytes, "\r\n");
  EXPECT_EQ(lines.back(), "");
  std::string text;
  for (std::size_t i = header_lines; i + 1 < lines.size(); ++i)
    text += lines[i] + "\n";
  return text;
}

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_HANDOFF_AMAZON_FILES_H_
