// Tests core/tracking/tracking.cc.
#include "tracking/tracking.h"

#include <gtest/gtest.h>

#include <deque>
#include <string>
#include <vector>

#include "rules/checked_reports.h"
#include "tracking/shipment_key.h"

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

// A day and a month that could be either are told apart by what can be: not
// before the purchase, and not after today.
TEST(Tracking, of_two_readings_of_a_day_the_one_that_can_be_holds) {
  struct Row {
    const char* name;
    const char* purchase;
    const char* written;
    const char* shipped;  // "05/11/2026?" where it stays open
  };
  const Row rows[] = {
      {"the other is before the purchase", "2026-11-02T01:00:00Z", "05/11/2026",
       "2026-11-05"},
      {"whichever of them it is", "2026-11-02T01:00:00Z", "11/05/2026",
       "2026-11-05"},
      {"on the day of the purchase itself", "2026-11-05T01:00:00Z",
       "05/11/2026", "2026-11-05"},
      {"a day after it", "2026-11-06T01:00:00Z", "05/11/2026", "05/11/2026?"},
      {"the other is yet to come", "2026-01-02T01:00:00Z", "10/12/2026",
       "2026-10-12"},
      {"both can be", "2026-01-02T01:00:00Z", "05/11/2026", "05/11/2026?"},
      {"neither can be", "2026-11-17T01:00:00Z", "12/10/2026", "12/10/2026?"},
      {"no purchase is told", "", "10/12/2026", "2026-10-12"},
      {"a short year first, for the other is yet to come",
       "2026-11-02T01:00:00Z", "26/11/15", "2026-11-15"},
      {"a short year last, for the other is yet to come",
       "2026-11-02T01:00:00Z", "12/11/26", "2026-11-12"},
      {"a day that is one", "2026-11-17T01:00:00Z", "2026-11-01", "2026-11-01"},
      {"no day", "2026-11-17T01:00:00Z", "", "?"},
  };
  for (const Row& each : rows) {
    const CheckedReports desk(
        {{"u.txt", ReportText::unshipped()
                       .row({{"order-id", id(1)},
                             {"purchase-date", each.purchase},
                             {"payments-date", ""}})
                       .text()}},
        "2026-11-20T09:00:00+09:00");
    const auto file = read_tracking_file(
        "a", kTable + id(1) + "," + kA + "," + each.written + "\n", {});
    ASSERT_TRUE(file.has_value()) << each.name;
    const TrackingFile* const files[] = {&*file};
    const TrackingNumbers numbers =
        TrackingNumbers::match(desk.check(), files, {});
    const TrackingNumber* const number = numbers.find(0);
    ASSERT_NE(number, nullptr) << each.name;
    EXPECT_EQ(
        number->shipped ? to_text(*number->shipped) : number->unclear_day + "?",
        each.shipped)
        << each.name;
  }
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

// Units and numbers of the first order, its question, then what became of
// rows.
std::string confirmed(const CheckedReports& desk,
                      const std::vector<std::string>& files,
                      const OrderSplits& splits = {}) {
  std::vector<TrackingFile> read;
  for (const std::string& file : files)
    read.push_back(*read_tracking_file("t", file, {}));
  std::vector<const TrackingFile*> given;
  for (const TrackingFile& file : read) given.push_back(&file);
  const TrackingNumbers numbers =
      TrackingNumbers::match(desk.check(), given, {}, {}, splits);
  std::string told;
  for (const TrackingPart& part : numbers.parts()) {
    told += std::string(
                1, desk.book().item_cell(part.item, Column::kOrderItemId)[0]) +
            "x" + std::to_string(part.quantity) + "=" + part.number.number +
            " ";
  }
  if (numbers.parts().empty() && !numbers.all().empty())
    told += "all=" + numbers.all()[0].number + " ";
  EXPECT_EQ(numbers.parts_of(0).size(), numbers.parts().size());
  if (!numbers.parts().empty()) {
    EXPECT_EQ(numbers.find(0)->number, numbers.parts()[0].number.number);
  }
  for (const TrackingQuestion& question : numbers.questions()) {
    told += "ask";
    for (const std::string& number : question.numbers) told += " " + number;
    told += " ";
  }
  for (const TrackingNote& note : numbers.notes()) {
    told += std::to_string(note.row) + ":" +
            std::string(tracking_note_name(note.code)) + " ";
  }
  for (const TrackingCounts& counts : numbers.counts()) {
    EXPECT_EQ(counts.rows, counts.numbers + counts.duplicates + counts.refused);
  }
  if (!told.empty()) told.pop_back();
  return told;
}

// An order of three cups and a pot, of which one cup was shipped before.
std::string parcels(const std::vector<std::string>& files,
                    const OrderSplits& splits = {}) {
  ReportText text = ReportText::unshipped();
  text.row({{"order-id", id(1)},
            {"order-item-id", "11111111111111"},
            {"quantity-purchased", "4"},
            {"quantity-shipped", "1"}});
  text.row({{"order-id", id(1)}, {"order-item-id", "22222222222222"}});
  return confirmed({{{"u.txt", text.text()}}, "2026-11-20T09:00:00+09:00"},
                   files, splits);
}

TEST(Tracking, an_order_may_leave_in_several_parcels) {
  const std::string head = "order-id,order-item-id,quantity,tracking-number\n";
  const auto row = [](const char* item, const char* units, const char* number) {
    return id(1) + "," + item + "," + units + "," + number + "\n";
  };
  constexpr const char* kCup = "11111111111111";
  constexpr const char* kPot = "22222222222222";
  struct Row {
    const char* name;
    std::string rows;
    const char* parcels;
  };
  const Row rows[] = {
      {"one number", row("", "", "1"), "all=1"},
      {"all units, and no item", row("", "4", "1"), "all=1"},
      {"a part of the units, and nobody says of which item", row("", "3", "1"),
       "ask 1 2:which-units"},
      {"its lines' units row by row, and no item",
       row("", "3", "1") + row("", "1", "1"), "all=1"},
      {"parts under two numbers, and no item",
       row("", "3", "1") + row("", "1", "2"),
       "ask 1 2 2:several-numbers 3:several-numbers"},
      {"two items", row(kCup, "3", "1") + row(kPot, "1", "2"), "1x3=1 2x1=2"},
      {"one item over two parcels", row(kCup, "2", "1") + row(kCup, "1", "2"),
       "1x2=1 1x1=2"},
      {"one item over three parcels",
       row(kCup, "1", "1") + row(kCup, "1", "2") + row(kCup, "1", "3"),
       "1x1=1 1x1=2 1x1=3"},
      {"all items in one parcel, row by row",
       row(kCup, "3", "1") + row(kPot, "1", "1"), "1x3=1 2x1=1"},
      {"an item without a quantity is all of it", row(kCup, "", "1"), "1x3=1"},
      {"some stay back", row(kCup, "1", "1"), "1x1=1"},
      {"the same row again", row(kCup, "2", "1") + row(kCup, "2", "1"),
       "1x2=1"},
      {"more than are to be shipped",
       row(kCup, "3", "1") + row(kCup, "1", "2") + row(kPot, "1", "3"),
       "2x1=3 2:too-many-units 3:too-many-units"},
      {"what was shipped before does not count again", row(kCup, "4", "1"),
       "2:too-many-units"},
      {"both claim the same units", row(kCup, "3", "1") + row(kCup, "3", "2"),
       "2:too-many-units 3:too-many-units"},
      {"an item that it does not have",
       row("33333333333333", "1", "1") + row(kPot, "1", "2"),
       "2x1=2 2:no-such-item"},
      {"a quantity that is none", row(kCup, "0", "1"), "2:bad-quantity"},
      {"a quantity in words", row(kCup, "two", "1"), "2:bad-quantity"},
      {"a quantity below nothing", row(kCup, "-1", "1"), "2:bad-quantity"},
      {"a quantity with a full-width minus", row(kCup, "－1", "1"),
       "2:bad-quantity"},
      {"two quantities in one", row(kCup, "2-1", "1"), "2:bad-quantity"},
      {"a quantity in two words", row(kCup, "1 1", "1"), "2:bad-quantity"},
      {"a full-width quantity", row(kCup, "３", "1"), "1x3=1"},
      {"the whole order beside its parcels, one of them",
       row(kCup, "3", "1") + row(kPot, "1", "2") + row("", "", "2"),
       "1x3=1 2x1=2"},
      {"the whole order beside its parcels, another",
       row(kCup, "3", "1") + row("", "", "9"), "2:conflict 3:conflict"},
      {"two numbers, and nobody says for what",
       row("", "", "1") + row("", "", "2"),
       "ask 1 2 2:several-numbers 3:several-numbers"},
      {"more numbers than units",
       row("", "", "1") + row("", "", "2") + row("", "", "3") +
           row("", "", "4") + row("", "", "5"),
       "2:conflict 3:conflict 4:conflict 5:conflict 6:conflict"},
  };
  for (const Row& each : rows)
    EXPECT_EQ(parcels({head + each.rows}), each.parcels) << each.name;
}

TEST(Tracking, what_comes_back_under_a_split_s_keys_says_its_units) {
  OrderSplits splits;
  const OrderId order = *OrderId::parse(id(1));
  splits[order] = {{{"11111111111111", 2}},
                   {{"11111111111111", 1}, {"22222222222222", 1}}};
  const std::string head = "order-id,tracking-number\n";
  for (const std::size_t room : {50u, 17u, 16u, 15u}) {
    const std::string file = head + part_key_for(order, 1, room) + ",1\n" +
                             part_key_for(order, 2, room) + ",2\n";
    EXPECT_EQ(parcels({file}, splits), "1x2=1 1x1=2 2x1=2") << room;
    EXPECT_EQ(parcels({file}), "ask 1 2 2:several-numbers 3:several-numbers")
        << room << " and nobody remembers the split";
  }
  EXPECT_EQ(parcels({head + id(1) + "-2,2\n"}, splits), "1x1=2 2x1=2")
      << "the first stays back";
  // Marks of parcels that no split explains are of a part of the order, too.
  for (const std::size_t room : {50u, 17u, 16u, 15u}) {
    for (const int part : {1, 2, 3}) {
      EXPECT_EQ(parcels({head + part_key_for(order, part, room) + ",2\n"}),
                "ask 2 2:which-units")
          << room << " " << part;
    }
  }
  EXPECT_EQ(parcels({head + id(1) + "-3,2\n"}, splits), "ask 2 2:which-units");
  EXPECT_EQ(parcels({head + id(1) + "-2,2\n", id(1) + " 2\n"}), "all=2")
      << "answered by a line of the order";
}

// One line of three units.
TEST(Tracking, of_one_line_a_quantity_is_known_without_its_item) {
  const std::string item = "11111111111111";
  struct Row {
    const char* name;
    std::string columns;
    std::vector<std::string> rows;
    const char* confirmed;
    const char* units = "3";
  };
  const Row rows[] = {
      {"by item", "order-item-id,qty", {item + ",2,1"}, "1x2=1"},
      {"by item, two parcels",
       "order-item-id,Menge",
       {item + ",2,1", item + ",1,2"},
       "1x2=1 1x1=2"},
      {"what may be pieces or parcels, beside an item",
       "order-item-id,個数",
       {item + ",2,1"},
       "1x2=1"},
      {"and alone, where it is a carrier's parcels",
       "x,個数",
       {",1,1"},
       "all=1"},
      {"two of three", "x,Quantité", {",2,1"}, "1x2=1"},
      {"two of three, and the third",
       "x,数量",
       {",2,1", ",1,2"},
       "1x2=1 1x1=2"},
      {"all three", "x,units", {",3,1"}, "all=1"},
      {"more than there are", "x,Cantidad", {",4,1"}, "2:too-many-units"},
      {"none", "x,quantity", {",0,1"}, "2:bad-quantity"},
      {"not told", "x,quantity", {",,1"}, "all=1"},
      {"a report with numbers beside it",
       "quantity-purchased,quantity-shipped,quantity-to-ship",
       {"3,0,3,1"},
       "all=1"},
      {"a report that only tells what was shipped before",
       "quantity-purchased,quantity-shipped",
       {"3,0,1"},
       "all=1"},
      {"what is shipped in a table of one's own",
       "x,quantity-shipped",
       {",2,1"},
       "1x2=1"},
      {"a carrier's form, whose number counts parcels",
       "送り状種類,伝票番号,数量",
       {",123456789013,1,"},
       "all=123456789013"},
      {"one unit in all", "x,quantity", {",1,1"}, "all=1", "1"},
  };
  for (const Row& each : rows) {
    const CheckedReports desk(
        {{"u.txt", ReportText::unshipped()
                       .row({{"order-id", id(1)},
                             {"order-item-id", item},
                             {"quantity-purchased", each.units}})
                       .text()}},
        "2026-11-20T09:00:00+09:00");
    std::string text = "order-id," + each.columns + ",tracking-number\n";
    for (const std::string& row : each.rows) text += id(1) + "," + row + "\n";
    EXPECT_EQ(confirmed(desk, {text}), each.confirmed) << each.name;
  }
  // The mark of a parcel of a single unit says nothing more than its order.
  const CheckedReports one({orders()}, "2026-11-20T09:00:00+09:00");
  EXPECT_EQ(confirmed(one, {"order-id,tracking-number\n" + id(1) + "-2,1\n"}),
            "all=1");
}

TEST(Tracking, of_two_click_post_rows_the_one_bought_last_counts) {
  const std::string head = "申込日時,お問い合わせ番号,お届け先氏名,内容品\n";
  const auto row = [](const char* when, const char* number,
                      const char* name = "sato ken") {
    return std::string(when) + "," + number + "," + name + ",本\n";
  };
  EXPECT_EQ(
      Numbers()
          .file(head + row("2026/11/19 9:05", kA) + row("2026/11/19 10:00", kB))
          .reported(),
      "3?234567890124");
  EXPECT_EQ(
      Numbers()
          .file(head + row("2026/11/20 9:05", kA) + row("2026/11/19 10:00", kB))
          .reported(),
      "3?123456789013");
  EXPECT_EQ(
      Numbers()
          .file(head + row("2026/11/19 9:05", kA) + row("2026/11/19 9:05", kB))
          .reported(),
      "a2:several-rows a3:several-rows");
  // Likewise where the goods name the order.
  const std::string named = "本　" + id(3);
  EXPECT_EQ(Numbers()
                .file(head + "2026/11/19 9:05," + kA + ",x," + named +
                      "\n2026/11/19 10:00," + kB + ",x," + named + "\n")
                .reported(),
            "3=234567890124 a3:check-digit");
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
