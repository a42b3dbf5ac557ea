// Tests core/tracking/tracking_file.cc.
#include "tracking/tracking_file.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "tracking/shipment_key.h"

namespace parcelwise {
namespace {

constexpr const char* kOrder = "250-1234567-1234567";

// "row order number carrier service day", a row a line; then refused rows.
std::string reported(const tl::expected<TrackingFile, TrackingError>& file) {
  if (!file) {
    std::string text(tracking_error_name(file.error().code));
    for (const std::string& column : file.error().columns) text += " " + column;
    return text;
  }
  std::string text;
  for (const TrackingRow& row : file->read) {
    text += std::to_string(row.row);
    for (const OrderId& order : row.orders) text += " " + order.text();
    if (row.orders.empty()) text += " [" + row.key + "|" + row.name + "]";
    text += " " + row.number;
    if (!row.carrier.empty()) text += " " + row.carrier;
    if (!row.service.empty()) text += " " + row.service;
    if (row.shipped) text += " " + to_text(*row.shipped);
    text += "\n";
  }
  for (const TrackingNote& note : file->refused) {
    text += std::to_string(note.row) + " " +
            std::string(tracking_note_name(note.code)) + " " + note.column +
            " " + note.value + "\n";
  }
  return text;
}

std::string read(std::string_view bytes, std::string_view mapping = "") {
  return reported(
      read_tracking_file("x.csv", bytes, *read_tracking_mapping(mapping)));
}
std::string lines(std::string_view text, std::string_view mapping = "") {
  return reported(
      read_tracking_lines("pasted", text, *read_tracking_mapping(mapping)));
}

TEST(TrackingFile, each_carrier_s_form_is_read_by_its_columns) {
  const std::string key = key_for(*OrderId::parse(kOrder));
  struct Row {
    const char* name;
    std::string bytes;
    std::string reported;
  };
  const Row rows[] = {
      {"Yamato B2",
       "お客様管理番号,送り状種類,クール区分,伝票番号,出荷予定日\r\n250-"
       "1234567-1234567,0,,1234-5678-9013,2026/11/20\r\n",
       "2 250-1234567-1234567 123456789013 yamato 宅急便 2026-11-20\n"},
      {"Yamato B2, small parcel",
       "お客様管理番号,送り状種類,伝票番号\n250-1234567-1234567,7,"
       "123456789013\n",
       "2 250-1234567-1234567 123456789013 yamato "
       "クロネコゆうパケット\n"},
      {"Yamato B2, by post box",
       "お客様管理番号,送り状種類,伝票番号\n250-1234567-1234567,A,"
       "123456789013\n",
       "2 250-1234567-1234567 123456789013 yamato ネコポス\n"},
      {"Sagawa e-Hiden III",
       "お客様管理番号,お問い合せ送り状No.,出荷日\r\n" + key +
           ",123456789013,20261120\r\n",
       "2 250-1234567-1234567 123456789013 sagawa 2026-11-20\n"},
      {"Click Post by name",
       "お問い合わせ番号,出荷日,お届け先氏名,内容品\r\n123456789013,2026/11/"
       "20,田中 花子,食品\r\n",
       "2 [|田中 花子] 123456789013 japan-post クリックポスト 2026-11-20\n"},
      {"Click Post by key",
       "お問い合わせ番号,お届け先氏名,内容品\r\n123456789013,田中 花子,食品　" +
           key + "\r\n",
       "2 250-1234567-1234567 123456789013 japan-post クリックポスト\n"},
      {"Yu-Pack Print R",
       "お客様側管理番号,お問い合わせ番号,仮引受確定作業年月日\r\n" + key +
           ",12345678901,20261120\r\n",
       "2 250-1234567-1234567 12345678901 japan-post 2026-11-20\n"},
      {"a table in tabs",
       "Order ID\tTracking_Number\tCarrier\n250-1234567-1234567\t1Z999\tUPS\n",
       "2 250-1234567-1234567 1Z999 UPS\n"},
      {"columns elsewhere, quoted",
       "x,\"Tracking "
       "Number\",order-id\n,\"123456789013\",\"250-1234567-1234567\"\n",
       "2 250-1234567-1234567 123456789013\n"},
      {"an id without hyphens, kept as text",
       "order-id,tracking-number\n=\"25012345671234567\",123456789013\n",
       "2 250-1234567-1234567 123456789013\n"},
      {"an id in full width",
       "order-id,tracking-number\n２５０－１２３４５６７－１２３４５６７,"
       "123456789013\n",
       "2 250-1234567-1234567 123456789013\n"},
      {"another shop's key", "order-id,tracking-number\nR-77,123456789013\n",
       "2 [R-77|] 123456789013\n"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(read(row.bytes), row.reported) << row.name;
}

// A row of so many cells, blank but for those told by their place, from 1.
std::string cells(std::size_t width,
                  const std::map<std::size_t, std::string>& reported) {
  std::string row;
  for (std::size_t place = 1; place <= width; ++place) {
    if (place > 1) row += ',';
    const auto cell = reported.find(place);
    if (cell != reported.end()) row += cell->second;
  }
  return row + "\r\n";
}

TEST(TrackingFile, without_names_a_layout_is_known_by_its_width_and_its_order) {
  const std::string key = key_for(*OrderId::parse(kOrder));
  const auto b2 = [](const std::string& order, const std::string& number,
                     std::size_t width = 95) {
    return cells(width, {{1, order},
                         {2, "0"},
                         {4, number},
                         {5, "2026/11/20"},
                         {9, "03-0000-0000"},
                         {16, "田中 花子"}});
  };
  const auto sagawa = [](const std::string& order, const std::string& number) {
    return cells(74, {{3, "03-0000-0000"},
                      {8, "田中 花子"},
                      {10, order},
                      {61, "20261120"},
                      {62, number}});
  };
  struct Row {
    const char* name;
    std::string bytes;
    std::string reported;
  };
  const Row rows[] = {
      {"Yamato B2", b2(kOrder, "1234-5678-9013"),
       "1 250-1234567-1234567 123456789013 yamato 宅急便 2026-11-20\n"},
      {"Yamato B2 of 98", b2(kOrder, "123456789013", 98),
       "1 250-1234567-1234567 123456789013 yamato 宅急便 2026-11-20\n"},
      {"Yamato B2 by key, of 97", b2(key, "123456789013", 97),
       "1 250-1234567-1234567 123456789013 yamato 宅急便 2026-11-20\n"},
      {"Sagawa e-Hiden III", sagawa(key, "123456789013"),
       "1 250-1234567-1234567 123456789013 sagawa 2026-11-20\n"},
      {"in CP932", *to_cp932(b2(kOrder, "123456789013"), nullptr),
       "1 250-1234567-1234567 123456789013 yamato 宅急便 2026-11-20\n"},
      {"another shop's row first, a blank one",
       b2("R-77", "123456789013") + "\r\n" + b2(kOrder, "123456789024"),
       "1 [R-77|田中 花子] 123456789013 yamato 宅急便 2026-11-20\n3 "
       "250-1234567-1234567 123456789024 yamato 宅急便 2026-11-20\n"},
      {"a wrong number beside a sound one",
       b2(kOrder, "12345") + b2(kOrder, "123456789013"),
       "2 250-1234567-1234567 123456789013 yamato 宅急便 2026-11-20\n1 "
       "bad-number 伝票番号 12345\n"},
      {"no number yet", b2(kOrder, ""), "1 no-number 伝票番号 \n"},
      {"only another shop's rows", b2("R-77", "123456789013"), "no-header"},
      {"something else in the number's place", b2(kOrder, "東京都江東区"),
       "no-header"},
      {"the order in another place",
       cells(95, {{2, kOrder}, {4, "123456789013"}, {9, "03-0000-0000"}}),
       "no-header"},
      {"in a width of its own", b2(kOrder, "123456789013", 96),
       "1 250-1234567-1234567 123456789013 yamato 宅急便 2026-11-20\n"},
      {"without its last columns", b2(kOrder, "1234-5678-9013", 55),
       "1 250-1234567-1234567 123456789013 yamato 宅急便 2026-11-20\n"},
      {"wider in a later row",
       b2(kOrder, "", 40) + b2(kOrder, "123456789013", 95),
       "2 250-1234567-1234567 123456789013 yamato 宅急便 2026-11-20\n1 "
       "no-number 伝票番号 \n"},
      {"of no known width, and no number yet", b2(kOrder, "", 55), "no-header"},
      {"of no known width, and no kind of slip",
       cells(55, {{1, kOrder}, {2, "東京"}, {4, "123456789013"}}),
       "1 250-1234567-1234567 123456789013\n"},  // as a line
      {"of no known width, and the order in another place",
       cells(55, {{2, kOrder}, {4, "123456789013"}, {9, "03-0000-0000"}}),
       "no-header"},
      {"Click Post's, which needs its names",
       "123456789013,2026/11/20,田中 花子,食品\r\n", "no-header"},
      {"Yu-Pack's history, likewise", key + ",12345678901,20261120,,05,03\r\n",
       "no-header"},
      {"a name and a phone number", "田中,090-0000-0000\r\n", "no-header"},
      {"narrow enough for lines",
       std::string(kOrder) + ",佐川,2026/11/20,123456789013\r\n",
       "1 250-1234567-1234567 123456789013 sagawa 2026-11-20\n"},
      {"a line's number is wrong, and told",
       std::string(kOrder) + ",佐川,12345\r\n", "1 bad-number  12345\n"},
      {"a wide table with one number a line",
       "x,,,,," + std::string(kOrder) + ",123456789013\r\n",
       "1 250-1234567-1234567 123456789013\n"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(read(row.bytes), row.reported) << row.name;
  EXPECT_EQ(lines(b2(kOrder, "123456789013")), rows[0].reported) << "pasted";
}

TEST(TrackingFile, the_encoding_is_found) {
  const std::string utf8 =
      "お客様管理番号,お問い合せ送り状No.\r\n250-1234567-1234567,"
      "123456789013\r\n";
  const std::string expected = "2 250-1234567-1234567 123456789013 sagawa\n";
  EXPECT_EQ(read(utf8), expected);
  EXPECT_EQ(read("\xEF\xBB\xBF" + utf8), expected);
  EXPECT_EQ(read(*to_cp932(utf8, nullptr)), expected);
  // Full-width digits, one alone in each row, and names in katakana.
  std::string full_width = "order-id,tracking-number,個口,名前\r\n";
  std::string found;
  for (int row = 2; row < 40; ++row) {
    full_width += "250-1234567-1234567,１２３４５６７８９０１３,１,タナカ\r\n";
    found += std::to_string(row) + " 250-1234567-1234567 123456789013\n";
  }
  EXPECT_EQ(read(full_width), found);
  EXPECT_EQ(read(*to_cp932(full_width, nullptr)), found);
  const std::u16string wide =
      u"\uFEFForder-id\ttracking-number\r\n250-1234567-"
      u"1234567\t123456789013\r\n";
  std::string utf16;
  for (const char16_t c : wide) {
    utf16 += static_cast<char>(c & 0xFF);
    utf16 += static_cast<char>(c >> 8);
  }
  EXPECT_EQ(read(utf16), "2 250-1234567-1234567 123456789013\n");
}

TEST(TrackingFile, a_row_that_cannot_be_trusted_is_refused_with_its_text) {
  struct Row {
    const char* name;
    const char* row;
    const char* reported;
  };
  const Row rows[] = {
      {"too short", "250-1234567-1234567,0,12345678901,",
       "2 bad-number 伝票番号 12345678901\n"},
      {"letters", "250-1234567-1234567,0,12345678901A,",
       "2 bad-number 伝票番号 12345678901A\n"},
      {"a spreadsheet's number", "250-1234567-1234567,0,1.23457E+11,",
       "2 excel-damage 伝票番号 1.23457E+11\n"},
      {"a spreadsheet's order", "2.50123E+16,0,123456789013,",
       "2 excel-damage お客様管理番号 2.50123E+16\n"},
      {"no number yet", "250-1234567-1234567,0,,", "2 no-number 伝票番号 \n"},
      {"no date", "250-1234567-1234567,0,123456789013,soon",
       "2 bad-date 出荷予定日 soon\n"},
      {"no such day", "250-1234567-1234567,0,123456789013,2026/02/30",
       "2 bad-date 出荷予定日 2026/02/30\n"},
      {"a field too many", "250-1234567-1234567,0,123456789013,,x",
       "2 too-many-fields  x\n"},
      {"blank fields too many", "250-1234567-1234567,0,123456789013,,,,",
       "2 250-1234567-1234567 123456789013 yamato 宅急便\n"},
      {"a short row", "250-1234567-1234567", "2 no-number 伝票番号 \n"},
      {"a day with a time",
       "250-1234567-1234567,0,123456789013,2026/11/20 9:05",
       "2 250-1234567-1234567 123456789013 yamato 宅急便 2026-11-20\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(read("お客様管理番号,送り状種類,伝票番号,出荷予定日\n" +
                   std::string(row.row) + "\n"),
              row.reported)
        << row.name;
  }
  std::string cell(1'001, 'x');
  EXPECT_EQ(read("order-id,tracking-number\n" + cell + ",1\n").substr(0, 10),
            "2 too-long");
  cell.pop_back();
  EXPECT_EQ(read("order-id,tracking-number\n" + cell + ",1\n").substr(0, 3),
            "2 [");
  const std::string broken =
      *to_cp932("お客様管理番号,お問い合せ送り状No.\r\n", nullptr) +
      "\x83,123456789013\r\n";
  EXPECT_EQ(read(broken).substr(0, 14), "2 bad-encoding");
}

TEST(TrackingFile, each_program_s_names_and_separators_are_known) {
  struct Row {
    const char* name;
    const char* head;
    const char* row;
  };
  const Row rows[] = {
      {"by a number before it", "1:お客様側管理番号,2:お問い合わせ番号", ","},
      {"in katakana", "お客様管理ナンバー,お荷物伝票番号", ","},
      {"an order and a number sign", "Order #,Tracking #", ","},
      {"Click & Drop", "Channel reference,Tracking number", ","},
      {"ShipStation", "Order - Number,Shipment - Tracking Number", ","},
      {"DHL", "Sendungsreferenz;Sendungsnummer", ";"},
      {"BRT", "VABRMA;Tracking Number", ";"},
      {"eParcel", "C_REF,Tracking No", ","},
      {"MyPost", "Additional Label Information 1,Tracking Number", ","},
      {"Coliship", "ReferenceExpedition;Tracking Number", ";"},
      {"a bar", "order-id|tracking-number", "|"},
      {"quoted", "\"order-id\";\"tracking-number\"", ";"},
      {"a comma in a file of semicolons", "order-id;tracking-number;a,b", ";"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(read(std::string(row.head) + "\n250-1234567-1234567" + row.row +
                   "123456789013\n")
                  .substr(0, 34),
              "2 250-1234567-1234567 123456789013")
        << row.name;
  }
  // Where a bar ends characters of CP932, of which ポ is one.
  EXPECT_EQ(read(*to_cp932("お客様管理番号|伝票番号|品名\n"
                           "250-1234567-1234567|123456789013|ポット\n",
                           nullptr)),
            "2 250-1234567-1234567 123456789013\n");
}

TEST(TrackingFile, what_the_post_does_not_have_or_sent_back_is_no_shipment) {
  const std::string head =
      "お客様側管理番号,お問い合わせ番号,仮引受確定作業年月日,"
      "配達ステータス集約コード,配達ステータス明細コード\n";
  struct Row {
    const char* status;
    const char* reported;
  };
  const Row rows[] = {
      {"10,02", "2 not-taken"},   {"11,01", "2 250-"},
      {"13,19", "2 250-"},        {"52,01", "2 250-"},
      {"52,34", "2 came-back"},   {"62,44", "2 came-back"},
      {"62,", "2 came-back"},     {",", "2 250-"},
      {"'10,'02", "2 not-taken"},
  };
  for (const Row& row : rows) {
    const std::string told =
        read(head + kOrder + ",12345678901,20261119," + row.status + "\n");
    EXPECT_EQ(told.substr(0, std::string(row.reported).size()), row.reported)
        << row.status;
  }
}

TEST(TrackingFile, what_went_into_a_program_is_told_from_what_comes_back) {
  struct Row {
    const char* names;
    const char* whose;
  };
  const Row rows[] = {
      {"お客様側管理番号,発送予定日,お届け先 郵便番号", "yuprint"},
      {"お届け先郵便番号,お届け先氏名,お届け先敬称,内容品", "clickpost"},
      {"お客様管理番号,送り状種類,クール区分,お届け先名", "yamato-b2"},
      {"お届け先電話番号,お届け先名称１,お客様管理番号,荷姿", "sagawa-ehiden3"},
  };
  for (const Row& row : rows) {
    const auto file = read_tracking_file(
        "x.csv", *to_cp932(std::string(row.names) + "\r\na,b,c,d\r\n", nullptr),
        {});
    ASSERT_FALSE(file.has_value()) << row.whose;
    EXPECT_EQ(file.error().code, TrackingErrorCode::kWrongExport);
    EXPECT_EQ(file.error().found, row.whose);
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      const std::string text = tracking_error_text(file.error(), language);
      EXPECT_EQ(text.find("tracking/"), std::string::npos) << text;
      EXPECT_NE(text.find("x.csv"), std::string::npos) << text;
    }
  }
}

TEST(TrackingFile, first_lines_are_told_in_words_whatever_their_encoding) {
  const std::string names = "受付番号\t品名\r\nabc\tポット\r\n";
  const auto found = [](const std::string& bytes) {
    const auto file = read_tracking_file("x", bytes, {});
    return file ? "" : file.error().found;
  };
  EXPECT_EQ(found(names), "受付番号, 品名");
  EXPECT_EQ(found(*to_cp932(names, nullptr)), "受付番号, 品名");
  EXPECT_EQ(found(*to_cp932("受付番号\r\n", nullptr)), "受付番号");
}

TEST(TrackingFile, a_day_is_read_where_it_is_one_day) {
  const std::string head = "order-id;tracking-number;ship-date\n";
  const auto row = [](int n, const char* day) {
    return "250-1234567-123456" + std::to_string(n) + ";1;" + day + "\n";
  };
  struct Row {
    const char* name;
    std::string rows;
    const char* days;
  };
  const Row rows[] = {
      {"the year first", row(1, "2026.11.20"), "2026-11-20 "},
      {"a day above twelve", row(1, "15/11/2026"), "2026-11-15 "},
      {"a month's place above twelve", row(1, "11/15/2026"), "2026-11-15 "},
      {"dots", row(1, "15.11.2026"), "2026-11-15 "},
      {"behind an apostrophe", row(1, "'15/11/2026"), "2026-11-15 "},
      {"the same either way", row(1, "11/11/2026"), "2026-11-11 "},
      {"two readings", row(1, "05/11/2026"), "05/11/2026? "},
      {"told by another row", row(1, "05/11/2026") + row(2, "15/11/2026"),
       "2026-11-05 2026-11-15 "},
      {"and the other way", row(1, "05/11/2026") + row(2, "11/15/2026"),
       "2026-05-11 2026-11-15 "},
      {"rows that contradict each other",
       row(1, "05/11/2026") + row(2, "15/11/2026") + row(3, "11/16/2026"),
       "05/11/2026? 2026-11-15 2026-11-16 "},
      {"no such day", row(1, "31/02/2026"), ""},
      {"a short year", row(1, "15/11/26"), "2026-11-15 "},
      {"a short year, the month first", row(1, "11/29/25"), "2025-11-29 "},
      {"a short year with a time", row(1, "11/15/26 9:23 AM PST"),
       "2026-11-15 "},
      {"a short year first", row(1, "26/11/15"), "2026-11-15 "},
      {"a short year that may stand first or last", row(1, "26/11/27"),
       "26/11/27? "},
      {"a short year, told by another row",
       row(1, "05/11/26") + row(2, "15/11/26"), "2026-11-05 2026-11-15 "},
      {"and one that may stand first", row(1, "26/11/26") + row(2, "15/11/26"),
       "2026-11-26 2026-11-15 "},
      {"a short year of long ago", row(1, "15/11/09"), ""},
      {"in Japanese", row(1, "2026年11月15日"), "2026-11-15 "},
      {"in Japanese, in full width", row(1, "２０２６年１１月５日"),
       "2026-11-05 "},
      {"a month's name", row(1, "15-Nov-2026"), "2026-11-15 "},
      {"a month's name, whole", row(1, "5-October-2026"), "2026-10-05 "},
      {"a month's name first", row(1, "Nov-05-2026"), "2026-11-05 "},
      {"the year, then a month's name", row(1, "2026-Nov-05"), "2026-11-05 "},
      {"no month's name", row(1, "15-Nox-2026"), ""},
      {"words behind it", row(1, "2026-11-15 soon"), ""},
  };
  for (const Row& each : rows) {
    const auto file = read_tracking_file("x.csv", head + each.rows, {});
    ASSERT_TRUE(file.has_value()) << each.name;
    std::string days;
    for (const TrackingRow& one : file->read) {
      days +=
          one.shipped ? to_text(*one.shipped) + " " : one.unclear_day + "? ";
    }
    EXPECT_EQ(days, each.days) << each.name;
  }
}

TEST(TrackingFile, rows_and_blank_ones_are_counted) {
  const auto file =
      read_tracking_file("x",
                         "order-id,tracking-number\n\n250-1234567-1234567,1\n "
                         ", \n250-1234567-1234568,\n",
                         {});
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->rows, 4u);
  EXPECT_EQ(file->blank, 2u);
  EXPECT_EQ(file->read.size(), 1u);
  EXPECT_EQ(file->refused.size(), 1u);
  EXPECT_EQ(file->read[0].row, 3u);
}

TEST(TrackingFile, a_stray_quote_joins_no_shipments) {
  const auto file = [](const std::string& first, const std::string& second) {
    return read("お客様管理番号,伝票番号,品名\r\n250-1234567-1234567," +
                std::string("123456789013,") + first +
                "\r\n250-1234567-1234568,123456789024," + second + "\r\n");
  };
  const std::string both =
      "2 250-1234567-1234567 123456789013\n"
      "3 250-1234567-1234568 123456789024\n";
  EXPECT_EQ(file("本", "本"), both);
  EXPECT_EQ(file("\"本", "\"本"), both);
  EXPECT_EQ(file("\"本", "画面 15\""), both);
  EXPECT_EQ(file("\"本", "\"本\""), both);
  EXPECT_EQ(file("\"本\" 2冊", "\"本, 赤\""), both);
}

TEST(TrackingFile, what_is_none_is_told) {
  struct Row {
    const char* name;
    std::string bytes;
    const char* reported;
  };
  const Row rows[] = {
      {"nothing", "", "empty"},
      {"row ends only", "\r\n\r\n", "empty"},
      {"a PDF", "%PDF-1.7\n", "not-tracking"},
      {"zeros", std::string(100, '\0'), "not-tracking"},
      {"a table of something", "a,b\n1,2\n", "unknown-columns a b"},
      {"a number without an order", "tracking-number,x\n1,2\n",
       "unknown-columns tracking-number x"},
      {"an order without a number", "order-id,x\n1,2\n",
       "unknown-columns order-id x"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(read(row.bytes), row.reported) << row.name;
  EXPECT_EQ(read(std::string(kMostTrackingBytes + 1, 'x')), "too-large");
  std::string long_file = "order-id,tracking-number\n";
  for (std::size_t i = 0; i < kMostTrackingRows; ++i) long_file += "\n";
  EXPECT_NE(read(long_file), "too-many-rows");
  EXPECT_EQ(read(long_file + "\n"), "too-many-rows");
}

TEST(TrackingMapping, names_columns_that_are_not_known) {
  constexpr const char* kTable =
      "受注No,問合せNo,便\n250-1234567-1234567,123456789013,x\n";
  EXPECT_EQ(read(kTable).substr(0, 15), "unknown-columns");
  EXPECT_EQ(
      read(
          kTable,
          R"({"columns": {"受注No": "order", "問合せNo": "number"}, "carrier": "ヤマト"})"),
      "2 250-1234567-1234567 123456789013 yamato\n");
  // What the seller says goes before what is known; what a file lacks says
  // nothing.
  EXPECT_EQ(read("order-id,tracking-number,no\n250-1234567-1234567,1,2\n",
                 R"({"columns": {"No.": "number", "gone": "order"}})"),
            "2 250-1234567-1234567 2\n");
  for (const char* const wrong :
       {"[]", "{", R"({"columns": []})", R"({"columns": {"a": "x"}})",
        R"({"columns": {"a": ""}})", R"({"carrier": 5})", R"({"x": 1})"}) {
    EXPECT_FALSE(read_tracking_mapping(wrong).has_value()) << wrong;
  }
}

TEST(TrackingLines, an_order_and_a_number_in_any_order_and_spacing) {
  struct Row {
    const char* line;
    const char* reported;
  };
  const Row rows[] = {
      {"250-1234567-1234567 1234-5678-9013",
       "1 250-1234567-1234567 123456789013\n"},
      {"1234-5678-9013\t250-1234567-1234567",
       "1 250-1234567-1234567 123456789013\n"},
      {"250-1234567-1234567,123456789013",
       "1 250-1234567-1234567 123456789013\n"},
      {"25012345671234567: 123456789013",
       "1 250-1234567-1234567 123456789013\n"},
      {"２５０－１２３４５６７－１２３４５６７　１２３４ー５６７８ー９０１３",
       "1 250-1234567-1234567 123456789013\n"},
      {"FM9545671234567、1234 5678 9013",
       "1 250-1234567-1234567 123456789013\n"},
      {"250-1234567-1234567 ヤマト 123456789013 2026/11/20",
       "1 250-1234567-1234567 123456789013 yamato 2026-11-20\n"},
      {"250-1234567-1234567 123456789013 2026年11月20日",
       "1 250-1234567-1234567 123456789013 2026-11-20\n"},
      {"250-1234567-1234567 250-1234567-1234568 123456789013",
       "1 250-1234567-1234567 250-1234567-1234568 123456789013\n"},
      {"250-1234567-1234567 田中様 123456789013",
       "1 250-1234567-1234567 123456789013\n"},
      {"hello 123456789013", "1 [hello 123456789013|] 123456789013\n"},
      {"250-1234567-1234567", "1 no-number  \n"},
      {"250-1234567-1234567 123456789013 123456789024",
       "1 bad-number  123456789013 123456789024\n"},
      {"250-1234567-1234567 佐川 12345", "1 bad-number  12345\n"},
      {"250-1234567-1234567 1.23457E+11", "1 excel-damage  1.23457E+11\n"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(lines(row.line), row.reported) << row.line;
  EXPECT_EQ(lines(" \n\n"), "empty");
  EXPECT_EQ(lines("250-1234567-1234567 123456789013\r\n\r\n250-1234567-1234568 "
                  "123456789024",
                  R"({"carrier": "sagawa"})"),
            "1 250-1234567-1234567 123456789013 sagawa\n3 250-1234567-1234568 "
            "123456789024 sagawa\n");
  // A header that is known makes them a table; a file of lines is read as
  // lines.
  EXPECT_EQ(lines("order-id\ttracking-number\n250-1234567-1234567\t1\n"),
            "2 250-1234567-1234567 1\n");
  EXPECT_EQ(read("250-1234567-1234567 123456789013\n"),
            "1 250-1234567-1234567 123456789013\n");
}

TEST(TrackingNotes, every_one_has_a_text_in_three_languages) {
  for (int code = 0; code <= static_cast<int>(TrackingNoteCode::kSharedNumber);
       ++code) {
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      const std::string text = tracking_note_text(
          {"f", 1, static_cast<TrackingNoteCode>(code), "c", "v", "o", "x"},
          language);
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
      EXPECT_EQ(text.find("tracking/"), std::string::npos) << text;
    }
  }
  for (int code = 0; code <= static_cast<int>(TrackingErrorCode::kNoHeader);
       ++code) {
    const std::string text = tracking_error_text(
        {static_cast<TrackingErrorCode>(code), "f", "found", {}},
        Language::kItalian);
    EXPECT_EQ(text.find("tracking/"), std::string::npos) << text;
  }
}

TEST(TrackingFile, a_slip_is_deleted_by_its_code_or_by_its_day) {
  struct Row {
    const char* name;
    const char* columns;
    const char* cells;
    std::uint32_t deleted;
  };
  const Row rows[] = {
      {"the code", "削除区分,削除日", "1,", 1},
      {"the day alone", "削除区分,削除日", ",2026/11/15", 1},
      {"the day, and a code that says no", "削除区分,削除日", "0,2026/11/15",
       1},
      {"the day before the code", "削除日,削除区分", "2026/11/15,", 1},
      {"the day without a code", "削除日", "20261115", 1},
      {"both", "削除区分,削除日", "1,2026/11/15", 1},
      {"neither", "削除区分,削除日", "0,", 0},
      {"both blank", "削除区分,削除日", ",", 0},
      {"a day of zeros", "削除区分,削除日", "0,0000/00/00", 0},
      {"a flag", "削除フラグ", "1", 1},
      {"a flag of zero", "削除フラグ", "0", 0},
      {"a flag that says no", "削除フラグ", "false", 0},
      {"cancelled", "取消区分", "1", 1},
      {"not cancelled", "取消区分", "無", 0},
      {"the day of that", "取消日", "2026/11/15", 1},
      {"a word for a flag", "Voided", "true", 1},
      {"a flag of another name", "Void Indicator", "Y", 1},
      {"a dash for none", "Void", "-", 0},
      {"refunded", "Status", "Refunded", 1},
      {"refund pending", "Status", "Refund Pending", 1},
      {"void", "Status", "Void", 1},
      {"voided", "Label Status", "voided", 1},
      {"cancelled, in Britain", "Status", "Cancelled", 1},
      {"canceled, in the US", "Status", "CANCELED", 1},
      {"cancelled, in Italian", "Stato", "Annullata", 1},
      {"cancelled, in Japanese", "状態", "キャンセル済", 1},
      {"bought", "Status", "Purchased", 0},
      {"no status", "Status", "", 0},
      {"delivered, and no label's status", "Tracking Status", "Refunded?", 0},
  };
  for (const Row& each : rows) {
    const auto file = read_tracking_file(
        "x.csv",
        "お客様管理番号,お問い合せ送り状No.," + std::string(each.columns) +
            "\n" + kOrder + ",123456789013," + each.cells + "\n",
        {});
    ASSERT_TRUE(file.has_value()) << each.name;
    EXPECT_EQ(file->deleted, each.deleted) << each.name;
    EXPECT_EQ(file->deleted_rows.size(), each.deleted) << each.name;
    EXPECT_EQ(file->read.size(), 1u - each.deleted) << each.name;
  }
}

}  // namespace
}  // namespace parcelwise
