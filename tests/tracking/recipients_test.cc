// Tests core/tracking/recipients.cc, and what follows from it: which order a
// carrier's row without an order of ours gets, if any.
#include "tracking/recipients.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"
#include "tracking/tracking.h"

namespace parcelwise {
namespace {

// 'A' is "250-0000001-0000001".
std::string id(char order) {
  const std::string n = std::to_string(order - 'A' + 1);
  const std::string digits = std::string(7 - n.size(), '0') + n;
  return "250-" + digits + "-" + digits;
}

struct Recipient {
  char order;
  const char* name;
  const char* postal_code;
  const char* phone;
  const char* country = "JP";
  const char* state = "";  // "cancel", "shipped", "late": bought on the 19th
};

constexpr Recipient kRecipients[] = {
    {'A', "田中 花子", "135-0061", "090-1111-2222"},
    {'B', "試験 次郎", "100-0005", "03-1234-5678"},
    {'C', "試験 次郎", "530-0001", "06-1234-5678"},
    {'D', "株式会社例文 佐藤 健", "150-0002", ""},
    {'E', "鈴木 一郎", "060-0001", "011-111-2222"},
    {'F', "鈴木 一郎", "060-0001", "011-111-2222"},
    {'G', "Sato Ken", "160-0022", ""},
    {'H', "高橋 三郎", "980-0011", "", "JP", "cancel"},
    {'I', "山本 八重", "810-0001", "", "JP", "shipped"},
    {'J', "渡辺 直美", "220-0011", "045-111-1111"},
    {'K', "渡辺 直美", "220-0011", "045-222-2222"},
    {'L', "Pat O'Brien", "07030-1234", "+1 201-555-0100", "US"},
    {'M', "小林 茂 (PO: 4711)", "460-0008", ""},
    {'N', "中村 桜", "604-8001", "", "JP", "late"},
    {'O', "例文商事株式会社", "700-0901", ""},
    {'P', "清水 翼", "", ""},
};

FileText report() {
  ReportText text({"order-id", "order-item-id", "purchase-date",
                   "payments-date", "promise-date", "sku", "product-name",
                   "quantity-purchased", "quantity-shipped", "recipient-name",
                   "ship-address-1", "ship-state", "ship-postal-code",
                   "ship-country", "ship-phone-number",
                   "is-buyer-requested-cancellation"});
  for (const Recipient& each : kRecipients) {
    const std::string state = each.state;
    text.row({{"order-id", id(each.order)},
              {"purchase-date", state == "late" ? "2026-11-19T01:00:00+00:00"
                                                : "2026-11-17T01:00:00+00:00"},
              {"quantity-shipped", state == "shipped" ? "1" : "0"},
              {"recipient-name", each.name},
              {"ship-postal-code", each.postal_code},
              {"ship-country", each.country},
              {"ship-phone-number", each.phone},
              {"is-buyer-requested-cancellation",
               state == "cancel" ? "true" : "false"}});
  }
  return {"unshipped.txt", text.text()};
}

// "A=1 B?2 2:other-phone": numbers, proposals, then what became of rows, "+1
// deleted", "+2 again".
std::string matched(const std::vector<std::string>& bytes,
                    const std::vector<std::string>& groups,
                    const AcceptedProposals& accepted = {}) {
  const CheckedReports desk({report()}, "2026-11-20T09:00:00+09:00");
  std::vector<TrackingFile> files;
  for (const std::string& each : bytes) {
    auto file = read_tracking_file("t.csv", each, {});
    EXPECT_TRUE(file.has_value()) << each;
    if (file) files.push_back(std::move(*file));
  }
  std::vector<const TrackingFile*> given;
  for (const TrackingFile& file : files) given.push_back(&file);
  std::vector<std::vector<OrderId>> together;
  for (const std::string& group : groups) {
    auto& last = together.emplace_back();
    for (const char order : group) last.push_back(*OrderId::parse(id(order)));
  }
  const TrackingNumbers numbers =
      TrackingNumbers::match(desk.check(), given, together, accepted);
  std::string text;
  const auto letter = [&](std::uint32_t order) {
    const std::string of = desk.book().order_id(order).text();
    return static_cast<char>('A' + std::stoi(of.substr(12)) - 1);
  };
  for (const TrackingNumber& number : numbers.all())
    text += std::string(1, letter(number.order)) + "=" + number.number + " ";
  for (const TrackingProposal& proposal : numbers.proposals()) {
    text += std::string(1, letter(proposal.number.order)) +
            (proposal.number.by == TrackingBy::kName ? "??" : "?") +
            proposal.number.number + " ";
  }
  for (const TrackingNote& note : numbers.notes()) {
    text += std::to_string(note.row) + ":" +
            std::string(tracking_note_name(note.code)) + " ";
  }
  std::uint32_t deleted = 0, again = 0;
  for (const TrackingCounts& counts : numbers.counts()) {
    EXPECT_EQ(counts.rows, counts.numbers + counts.proposed +
                               counts.duplicates + counts.refused +
                               counts.deleted + counts.blank +
                               counts.unmatched);
    deleted += counts.deleted;
    again += counts.duplicates;
  }
  if (deleted > 0) text += "+" + std::to_string(deleted) + " deleted ";
  if (again > 0) text += "+" + std::to_string(again) + " again ";
  if (!text.empty()) text.pop_back();
  return text;
}

// Sagawa's: key, number, postal code, phone, name 1, name 2.
const std::string kSagawa =
    "お客様管理番号,お問い合せ送り状No.,お届け先郵便番号,お届け先電話番号,"
    "お届け先名称１,お届け先名称２,削除区分,出荷日\n";
// The shop's own slip number, a number, and the rest.
std::string sagawa(const std::vector<std::string>& rows) {
  std::string text = kSagawa;
  for (const std::string& row : rows) text += row + "\n";
  return text;
}

constexpr const char* k1 = "111111111116";
constexpr const char* k2 = "222222222225";

TEST(Recipients, of_rows_that_name_no_order_of_ours_meet_one_order_or_none) {
  const std::string a = id('A'), b = id('B');
  struct Row {
    const char* name;
    std::vector<std::string> rows;
    std::string matched;
    std::vector<std::string> groups = {};
  };
  const std::string one = k1, two = k2;
  const Row rows[] = {
      // By what names an order, nothing else is looked at.
      {"the order's id", {a + "," + one + ",,,,,,"}, "A=" + one},
      {"its key",
       {"FKNW000010000001," + one + ",,,,,,"},
       "2:unknown-key"},  // not a key: 16 characters
      {"behind an apostrophe", {"'" + a + ",'" + one + ",,,,,,"}, "A=" + one},
      {"behind a typographic one",
       {"’" + a + ",’" + one + ",,,,,,"},
       "A=" + one},
      {"the id, with another name", {a + "," + one + ",,,誰か,,,"}, "A=" + one},
      {"the id, with another postal code",
       {a + "," + one + ",999-9999,,,,,"},
       "A=" + one},
      {"an order that is not here",
       {"250-9999999-9999999," + one + ",135-0061,,田中 花子,,,"},
       "2:no-such-order"},
      // By name and postal code.
      {"name and postal code",
       {"R-1," + one + ",135-0061,,田中 花子,,,"},
       "A?" + one},
      {"and phone",
       {"R-1," + one + ",135-0061,090-1111-2222,田中 花子,,,"},
       "A?" + one},
      {"no key at all", {"," + one + ",135-0061,,田中 花子,,,"}, "A?" + one},
      {"postal code without its hyphen",
       {"R-1," + one + ",1350061,,田中花子,,,"},
       "A?" + one},
      {"postal code with its mark",
       {"R-1," + one + ",〒135-0061,,田中花子,,,"},
       "A?" + one},
      {"postal code in full width",
       {"R-1," + one + ",１３５－００６１,,田中花子,,,"},
       "A?" + one},
      {"phone without hyphens",
       {"R-1," + one + ",135-0061,09011112222,田中花子,,,"},
       "A?" + one},
      {"phone with the country",
       {"R-1," + one + ",135-0061,+81 90-1111-2222,田中花子,,,"},
       "A?" + one},
      {"phone that lost its zero",
       {"R-1," + one + ",135-0061,9011112222,田中花子,,,"},
       "A?" + one},
      {"phone told by the row alone",
       {"R-1," + one + ",150-0002,090-9999-9999,株式会社例文 佐藤 健,,,"},
       "D?" + one},
      // A moved digit.
      {"a moved digit in the postal code",
       {"R-1," + one + ",135-0016,,田中 花子,,,"},
       "2:other-postal-code"},
      {"another postal code",
       {"R-1," + one + ",530-0001,,田中 花子,,,"},
       "2:other-postal-code"},
      {"no postal code in the row",
       {"R-1," + one + ",,,田中 花子,,,"},
       "2:no-postal-code"},
      {"no postal code in the order",
       {"R-1," + one + ",135-0061,,清水 翼,,,"},
       "2:no-postal-code"},
      {"a moved digit in the phone",
       {"R-1," + one + ",135-0061,090-1111-2223,田中 花子,,,"},
       "2:other-phone"},
      {"another phone",
       {"R-1," + one + ",135-0061,03-9999-9999,田中 花子,,,"},
       "2:other-phone"},
      {"a phone that is none",
       {"R-1," + one + ",135-0061,123,田中 花子,,,"},
       "A?" + one},
      {"a postal code that lost its zero",
       {"R-1," + one + ",600001,011-111-2222,鈴木 一郎,,,"},
       "2:name-twice"},
      // The same name elsewhere.
      {"same name, the first place",
       {"R-1," + one + ",100-0005,,試験 次郎,,,"},
       "B?" + one},
      {"same name, the second place",
       {"R-1," + one + ",530-0001,,試験 次郎,,,"},
       "C?" + one},
      {"same name, a third place",
       {"R-1," + one + ",900-0001,,試験 次郎,,,"},
       "2:other-postal-code"},
      {"same name, both places",
       {"R-1," + one + ",100-0005,,試験 次郎,,,",
        "R-2," + two + ",530-0001,,試験 次郎,,,"},
       "B?" + one + " C?" + two},
      {"same name, the phone of the other",
       {"R-1," + one + ",100-0005,06-1234-5678,試験 次郎,,,"},
       "2:other-phone"},
      // Two orders to one recipient.
      {"two orders, one row",
       {"R-1," + one + ",060-0001,,鈴木 一郎,,,"},
       "2:name-twice"},
      {"two orders, two rows",
       {"R-1," + one + ",060-0001,,鈴木 一郎,,,",
        "R-2," + two + ",060-0001,,鈴木 一郎,,,"},
       "2:name-twice 3:name-twice"},
      {"two orders of one parcel",
       {"R-1," + one + ",060-0001,,鈴木 一郎,,,"},
       "E?" + one + " F?" + one,
       {"EF"}},
      {"two orders of one parcel, two numbers",
       {"R-1," + one + ",060-0001,,鈴木 一郎,,,",
        "R-2," + two + ",060-0001,,鈴木 一郎,,,"},
       "2:several-rows 3:several-rows",
       {"EF"}},
      {"two orders, one has its number by its id",
       {id('E') + "," + one + ",,,,,,",
        "R-2," + two + ",060-0001,,鈴木 一郎,,,"},
       "E=" + one + " F?" + two},
      {"two orders, told apart by phone",
       {"R-1," + one + ",220-0011,045-111-1111,渡辺 直美,,,",
        "R-2," + two + ",220-0011,045-222-2222,渡辺 直美,,,"},
       "J?" + one + " K?" + two},
      {"two orders, and no phone",
       {"R-1," + one + ",220-0011,,渡辺 直美,,,"},
       "2:name-twice"},
      {"two orders, a third phone",
       {"R-1," + one + ",220-0011,045-333-3333,渡辺 直美,,,"},
       "2:other-phone"},
      // Several rows for one order.
      {"twice with one number",
       {"R-1," + one + ",135-0061,,田中 花子,,,",
        "R-1," + one + ",135-0061,,田中 花子,,,"},
       "A?" + one + " +1 again"},
      {"in two parcels",
       {"R-1," + one + ",135-0061,,田中 花子,,,",
        "R-2," + two + ",135-0061,,田中 花子,,,"},
       "2:several-rows 3:several-rows"},
      {"in three parcels",
       {"R-1," + one + ",135-0061,,田中 花子,,,",
        "R-2," + two + ",135-0061,,田中 花子,,,",
        "R-3,333333333334,135-0061,,田中 花子,,,"},
       "2:several-rows 3:several-rows 4:several-rows"},
      {"its id and its name, one number",
       {a + "," + one + ",,,,,,", "R-1," + one + ",135-0061,,田中 花子,,,"},
       "A=" + one + " +1 again"},
      {"its id and its name, two numbers",
       {a + "," + one + ",,,,,,", "R-1," + two + ",135-0061,,田中 花子,,,"},
       "A=" + one + " 3:has-number"},
      {"its id in two numbers, and its name",
       {a + "," + one + ",,,,,,", a + "," + two + ",,,,,,",
        "R-1," + two + ",135-0061,,田中 花子,,,"},
       "2:conflict 3:conflict 4:has-number"},
      // Deleted slips.
      {"deleted, by its id",
       {a + "," + one + ",,,,,2,"},
       "2:deleted-slip +1 deleted"},
      {"deleted, by its name",
       {"R-1," + one + ",135-0061,,田中 花子,,1,"},
       "+1 deleted"},
      {"deleted and printed again, by its id",
       {a + "," + one + ",,,,,9,", a + "," + two + ",,,,,0,"},
       "A=" + two + " +1 deleted"},
      {"deleted and printed again, by its name",
       {"R-1," + one + ",135-0061,,田中 花子,,2,",
        "R-1," + two + ",135-0061,,田中 花子,,0,"},
       "A?" + two + " +1 deleted"},
      {"a code of two zeros lives", {a + "," + one + ",,,,,00,"}, "A=" + one},
      // Other malls.
      {"another mall's order",
       {"R-9," + one + ",999-0000,,無関係 太郎,,,"},
       "2:unknown-key"},
      {"another mall's, same postal code",
       {"R-9," + one + ",135-0061,,無関係 太郎,,,"},
       "2:unknown-key"},
      {"another mall's beside ours",
       {"R-9," + one + ",135-0061,,無関係 太郎,,,",
        "R-1," + two + ",135-0061,,田中 花子,,,"},
       "A?" + two + " 2:unknown-key"},
      // Honorifics and spellings.
      {"with 様", {"R-1," + one + ",135-0061,,田中 花子 様,,,"}, "A?" + one},
      {"with 殿", {"R-1," + one + ",135-0061,,田中花子殿,,,"}, "A?" + one},
      {"a company with 御中",
       {"R-1," + one + ",700-0901,,例文商事株式会社 御中,,,"},
       "O?" + one},
      {"an ideographic space",
       {"R-1," + one + ",135-0061,,田中　花子,,,"},
       "A?" + one},
      {"in other width and case",
       {"R-1," + one + ",160-0022,,ＳＡＴＯ　ＫＥＮ,,,"},
       "G?" + one},
      {"with a title",
       {"R-1," + one + ",160-0022,,Mr. Sato Ken,,,"},
       "G?" + one},
      {"an order's name that ends in its PO number",
       {"R-1," + one + ",460-0008,,小林 茂,,,"},
       "M?" + one},
      {"another apostrophe within a name",
       {"R-1," + one + ",07030,201-555-0100,Pat O’Brien,,,"},
       "L?" + one},
      {"a ZIP of five, the apostrophe as it is",
       {"R-1," + one + ",07030,201-555-0100,Pat O'Brien,,,"},
       "L?" + one},
      {"a ZIP of nine",
       {"R-1," + one + ",07030-1234,,Pat O'Brien,,,"},
       "L?" + one},
      {"a part of the name",
       {"R-1," + one + ",135-0061,,田中,,,"},
       "2:unknown-key"},
      // Company and person.
      {"company and person in two cells",
       {"R-1," + one + ",150-0002,,株式会社例文,佐藤 健,,"},
       "D?" + one},
      {"company and person in one cell",
       {"R-1," + one + ",150-0002,,株式会社例文 佐藤 健 様,,,"},
       "D?" + one},
      {"the person before the company",
       {"R-1," + one + ",150-0002,,佐藤 健,株式会社例文,,"},
       "D?" + one},
      {"㈱ for 株式会社",
       {"R-1," + one + ",150-0002,,㈱例文,佐藤 健,,"},
       "D?" + one},
      {"a company, and the person who gets it",
       {"R-1," + one + ",700-0901,,例文商事株式会社,佐藤 健,,"},
       "O?" + one},
      {"a person, and the company around",
       {"R-1," + one + ",135-0061,,どこか株式会社,田中 花子,,"},
       "A?" + one},
      // Orders that are not to be shipped.
      {"an order to be cancelled",
       {"R-1," + one + ",980-0011,,高橋 三郎,,,"},
       "2:unknown-key"},
      {"a shipped order",
       {"R-1," + one + ",810-0001,,山本 八重,,,"},
       "2:unknown-key"},
      {"sent before it was bought",
       {"R-1," + one + ",604-8001,,中村 桜,,,2026/11/18"},
       "2:unknown-key"},
      {"sent on the day it was bought",
       {"R-1," + one + ",604-8001,,中村 桜,,,2026/11/19"},
       "N?" + one},
  };
  EXPECT_GE(std::size(rows), 60u);
  for (const Row& row : rows) {
    EXPECT_EQ(matched({sagawa(row.rows)}, row.groups), row.matched) << row.name;
  }
}

TEST(Recipients, are_asked_for_by_name_alone_where_a_file_has_no_postal_code) {
  const std::string click_post =
      "申込日時,お問い合わせ番号,お届け先氏名,内容品\n";
  struct Row {
    const char* name;
    std::string rows;
    const char* matched;
  };
  const Row rows[] = {
      {"one order", "2026/11/19 10:00,111111111116,田中 花子,本\n",
       "A??111111111116"},
      {"two orders", "2026/11/19 10:00,111111111116,試験 次郎,本\n",
       "2:name-twice"},
      {"nobody", "2026/11/19 10:00,111111111116,誰か,本\n", "2:no-such-name"},
      {"no name", "2026/11/19 10:00,111111111116,,本\n", "2:no-key"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(matched({click_post + row.rows}, {}), row.matched) << row.name;
}

TEST(Recipients, get_no_number_of_a_label_that_was_given_back) {
  EXPECT_EQ(matched({"Created Date,Recipient,Tracking Number,Status\n"
                     "11/15/26 9:23 AM PST,田中 花子,1,Refunded\n"
                     "11/15/26 9:40 AM PST,田中 花子,2,Purchased\n"},
                    {}),
            "A??2 +1 deleted");
}

TEST(Recipients, get_no_number_of_a_part_of_their_order) {
  const std::string head = "tracking-number,recipient-name,quantity\n";
  EXPECT_EQ(matched({head + "1,田中 花子,1\n"}, {}), "A??1");
  EXPECT_EQ(matched({head + "1,鈴木 一郎,1\n"}, {"EF"}), "2:which-units");
  EXPECT_EQ(matched({head + "1,鈴木 一郎,1\n1,鈴木 一郎,1\n"}, {"EF"}),
            "E??1 F??1 +1 again");
}

TEST(Recipients, that_are_accepted_give_their_orders_a_number) {
  const std::string file = sagawa({"R-1,111111111116,135-0061,,田中 花子,,,",
                                   "R-2,222222222225,100-0005,,試験 次郎,,,"});
  EXPECT_EQ(matched({file}, {}, {true, {}}), "A=111111111116 B=222222222225");
  AcceptedProposals one;
  one.numbers.emplace(*OrderId::parse(id('A')), "111111111116");
  EXPECT_EQ(matched({file}, {}, one), "A=111111111116 B?222222222225");
  // Another number than the one that was seen and accepted.
  AcceptedProposals other;
  other.numbers.emplace(*OrderId::parse(id('A')), "222222222225");
  EXPECT_EQ(matched({file}, {}, other), "A?111111111116 B?222222222225");
  // What is named goes before what was accepted.
  EXPECT_EQ(matched({file, kSagawa + id('A') + ",333333333334,,,,,,\n"}, {},
                    {true, {}}),
            "A=333333333334 B=222222222225 2:has-number");
  // An accepted group shares what one of its orders got.
  EXPECT_EQ(matched({file}, {"AG"}, one),
            "A=111111111116 G=111111111116 B?222222222225");
}

TEST(Recipients, are_compared_by_what_two_spellings_have_in_common) {
  EXPECT_EQ(postal_key("〒060-0001", "JP"), "600001");
  EXPECT_EQ(postal_key("07030-1234", "US"), "7030");
  EXPECT_EQ(postal_key("sw1a 1aa", "GB"), "SW1A1AA");
  EXPECT_EQ(phone_key("03-1234-5678"), "312345678");
  EXPECT_EQ(phone_key("12345"), "");
  EXPECT_TRUE(same_phone("312345678", "81312345678"));
  EXPECT_FALSE(same_phone("312345678", "312345679"));
  EXPECT_FALSE(same_phone("312345678", "9999812345678"));
  EXPECT_EQ(recipient_names({"例文", "佐藤 様"}),
            (std::vector<std::string>{"例文佐藤", "佐藤", "例文", "佐藤例文"}));
}

}  // namespace
}  // namespace parcelwise
