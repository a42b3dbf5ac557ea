// Tests core/tracking/tracking.cc.
#include "tracking/tracking.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

std::string id(int n) {
  return "250-000000" + std::to_string(n) + "-000000" + std::to_string(n);
}

// Orders 1 to 5: 1 and 2 go to Tanaka, 3 to Sato, 4 to Suzuki and was cancelled
// by the buyer, 5 was shipped.
FileText orders() {
  ReportText text = ReportText::unshipped();
  const char* const names[] = {
      "", "田中 花子", "田中花子 様", "Ｓａｔｏ　Ｋｅｎ", "鈴木", "高橋"};
  for (int n = 1; n <= 5; ++n) {
    text.row({{"order-id", id(n)},
              {"order-item-id", "1000000000000" + std::to_string(n)},
              {"recipient-name", names[n]},
              {"quantity-shipped", n == 5 ? "1" : "0"},
              {"is-buyer-requested-cancellation", n == 4 ? "true" : "false"}});
  }
  return {"unshipped.txt", text.text()};
}

// Files of tracking numbers over those orders, and what is made of them.
class Numbers {
 public:
  Numbers() : desk_({orders()}, "2026-11-20T09:00:00+09:00") {}

  Numbers& file(const std::string& text) {
    return keep(read_tracking_file(name(), text, {}));
  }
  Numbers& paste(const std::string& text) {
    return keep(read_tracking_lines(name(), text, {}));
  }
  Numbers& group(const std::vector<int>& members) {
    auto& last = groups_.emplace_back();
    for (const int n : members) last.push_back(*OrderId::parse(id(n)));
    return *this;
  }

  // "1=number 3=number; file:row code, ...; counts of each file"
  std::string reported() {
    std::vector<const TrackingFile*> files;
    for (const TrackingFile& file : files_) files.push_back(&file);
    const TrackingNumbers numbers =
        TrackingNumbers::match(desk_.check(), files, groups_);
    std::string text;
    for (const TrackingNumber& number : numbers.all()) {
      text += desk_.book().order_id(number.order).text().back();
      text += "=" + number.number + " ";
      EXPECT_EQ(numbers.find(number.order), &number);
    }
    for (const TrackingProposal& proposal : numbers.proposals()) {
      text += desk_.book().order_id(proposal.number.order).text().back();
      text += "?" + proposal.number.number + " ";
    }
    for (const auto* const notes : {&numbers.notes(), &numbers.warnings()}) {
      for (const TrackingNote& note : *notes) {
        text += note.file + std::to_string(note.row) + ":" +
                std::string(tracking_note_name(note.code)) + " ";
      }
    }
    for (const TrackingCounts& counts : numbers.counts()) {
      EXPECT_EQ(counts.rows, counts.numbers + counts.proposed +
                                 counts.duplicates + counts.refused +
                                 counts.deleted + counts.blank +
                                 counts.unmatched);
    }
    if (!text.empty()) text.pop_back();
    return text;
  }

 private:
  std::string name() const {
    return std::string(1, static_cast<char>('a' + files_.size()));
  }
  Numbers& keep(tl::expected<TrackingFile, TrackingError> file) {
    EXPECT_TRUE(file.has_value());
    if (file) files_.push_back(std::move(*file));
    return *this;
  }

  CheckedReports desk_;
  std::deque<TrackingFile> files_;
  std::vector<std::vector<OrderId>> groups_;
};

const std::string kTable = "order-id,tracking-number,ship-date\n";
const std::string kClickPost = "お問い合わせ番号,お届け先氏名,出荷日\n";
constexpr const char* kA = "123456789013";
constexpr const char* kB = "234567890124";

std::string row(int n, const char* number) {
  return id(n) + "," + number + ",\n";
}

TEST(Tracking, rows_are_matched_to_orders) {
  EXPECT_EQ(Numbers().file(kTable + row(1, kA) + row(3, kB)).reported(),
            "1=123456789013 3=234567890124");
  EXPECT_EQ(Numbers().file(kTable + row(9, kA)).reported(), "a2:no-such-order");
  EXPECT_EQ(
      Numbers().file(kTable + ",123456789013,\nR-1,123456789013,\n").reported(),
      "a2:no-key a3:unknown-key");
}

TEST(Tracking, without_a_key_the_name_must_be_one_shipment_s) {
  struct Row {
    const char* name;
    const char* row;
    std::vector<int> group;
    const char* reported;
  };
  const Row rows[] = {
      {"folded", "123456789013,佐藤,", {}, "a2:no-such-name"},
      {"one order", "123456789013,sato ken,", {}, "3?123456789013"},
      {"two orders", "123456789013,田中花子,", {}, "a2:name-twice"},
      {"two orders of one parcel",
       "123456789013,田中花子,",
       {1, 2},
       "1?123456789013 2?123456789013"},
      {"two orders, but not of that parcel",
       "123456789013,田中花子,",
       {1, 3},
       "a2:name-twice"},
      {"an order to be cancelled", "123456789013,鈴木,", {}, "a2:no-such-name"},
      {"a shipped order", "123456789013,高橋,", {}, "a2:no-such-name"},
      {"sent before it was bought",
       "123456789013,sato ken,2026/11/16",
       {},
       "a2:no-such-name"},
      {"sent on the day it was bought",
       "123456789013,sato ken,2026/11/17",
       {},
       "3?123456789013"},
      {"no name", "123456789013,,", {}, "a2:no-key"},
  };
  for (const Row& each : rows) {
    Numbers numbers;
    if (!each.group.empty()) numbers.group(each.group);
    EXPECT_EQ(numbers.file(kClickPost + each.row + "\n").reported(),
              each.reported)
        << each.name;
  }
}

TEST(Tracking,
     two_numbers_for_one_order_count_for_nothing_until_one_is_pasted) {
  EXPECT_EQ(Numbers().file(kTable + row(1, kA) + row(1, kB)).reported(),
            "a2:conflict a3:conflict");
  EXPECT_EQ(
      Numbers().file(kTable + row(1, kA)).file(kTable + row(1, kB)).reported(),
      "a2:conflict b2:conflict");
  EXPECT_EQ(Numbers()
                .file(kTable + row(1, kA) + row(1, kB))
                .paste(id(1) + " " + kB)
                .reported(),
            "1=234567890124");
  EXPECT_EQ(
      Numbers().file(kTable + row(1, kA)).paste(id(1) + " " + kB).reported(),
      "1=234567890124");
  EXPECT_EQ(
      Numbers().paste(id(1) + " " + kA + "\n" + id(1) + " " + kB).reported(),
      "a1:conflict a2:conflict");
  // Mistyped, and pasted again.
  EXPECT_EQ(
      Numbers().paste(id(1) + " " + kA).paste(id(1) + " " + kB).reported(),
      "1=234567890124");
  EXPECT_EQ(Numbers()
                .paste(id(1) + " " + kA)
                .file(kTable + row(1, kA))
                .paste(id(1) + " " + kB)
                .reported(),
            "1=234567890124");
}

TEST(Tracking, the_same_again_is_a_duplicate) {
  EXPECT_EQ(Numbers()
                .file(kTable + row(1, kA) + row(1, kA))
                .file(kTable + row(1, kA))
                .reported(),
            "1=123456789013");
}

TEST(Tracking,
     a_number_on_several_orders_is_a_warning_unless_they_are_one_parcel) {
  EXPECT_EQ(Numbers().file(kTable + row(1, kA) + row(3, kA)).reported(),
            "1=123456789013 3=123456789013 a3:shared-number");
  EXPECT_EQ(
      Numbers().file(kTable + row(1, kA) + row(3, kA)).group({1, 3}).reported(),
      "1=123456789013 3=123456789013");
  EXPECT_EQ(Numbers().paste(id(1) + " " + id(2) + " " + kA).reported(),
            "1=123456789013 2=123456789013 a1:shared-number");
}

TEST(Tracking, an_order_of_a_parcel_that_no_row_names_has_its_number) {
  struct Row {
    const char* name;
    std::string rows;
    std::vector<int> group;
    std::string reported;
  };
  const Row rows[] = {
      {"one row for three",
       row(2, kA),
       {3, 2, 1},
       "1=123456789013 2=123456789013 3=123456789013"},
      {"none for any", row(3, kA), {1, 2}, "3=123456789013"},
      {"its own goes before",
       row(1, kA) + row(3, kB),
       {1, 2, 3},
       "1=123456789013 2=123456789013 3=234567890124"},
      {"two numbers stay two",
       row(1, kA) + row(3, kA) + row(3, kB),
       {1, 3},
       "1=123456789013 a3:conflict a4:conflict"},
      {"an order that no report has", row(1, kA), {1, 9}, "1=123456789013"},
  };
  for (const Row& each : rows) {
    EXPECT_EQ(Numbers().file(kTable + each.rows).group(each.group).reported(),
              each.reported)
        << each.name;
  }
}

TEST(Tracking, a_check_digit_that_does_not_fit_is_a_warning) {
  EXPECT_EQ(Numbers().paste(id(1) + " ヤマト 123456789014").reported(),
            "1=123456789014 a1:check-digit");
  EXPECT_EQ(Numbers().paste(id(1) + " 123456789014").reported(),
            "1=123456789014");
}

}  // namespace
}  // namespace parcelwise
