// Tests core/tracking/upload_result.cc.
#include "tracking/upload_result.h"

#include <gtest/gtest.h>

#include <string>

#include "text/encoding.h"

namespace parcelwise {
namespace {

const std::string kSummary =
    "Feed Processing Summary:\n\tNumber of records processed\t\t4\n"
    "\tNumber of records successful\t\t2\n\n";
const std::string kHead =
    "original-record-number\torder-id\torder-item-id\terror-code\terror-type"
    "\terror-message\n";

// "processed/successful: row order item code outcome again; ..."
std::string told(std::string_view bytes) {
  const auto result = read_upload_result("r.txt", bytes);
  if (!result) {
    const std::string text =
        upload_result_error_text(result.error(), "r.txt", Language::kItalian);
    EXPECT_NE(text.find("r.txt"), std::string::npos) << text;
    constexpr const char* kNames[] = {"none", "listings", "xml", "workbook",
                                      "too-large"};
    return kNames[static_cast<int>(result.error())];
  }
  std::string text = std::to_string(result->processed) + "/" +
                     std::to_string(result->successful);
  for (const UploadRow& row : result->rows) {
    text += "; " + std::to_string(row.row) + " " +
            (row.order ? row.order->text() : "-") + " " + row.item + " " +
            row.code + " " + std::string(upload_outcome_name(row.outcome)) +
            (row.again ? " again" : "");
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      for (const std::string& words :
           {upload_meaning(row, language), upload_advice(row, language)}) {
        EXPECT_FALSE(words.empty());
        EXPECT_EQ(words.find("uploads/"), std::string::npos) << words;
        EXPECT_EQ(words.find('{'), std::string::npos) << words;
      }
    }
  }
  return text;
}

std::string row(const char* order, const char* item, const char* code,
                const char* type) {
  return std::string("1\t") + order + "\t" + item + "\t" + code + "\t" + type +
         "\twords of Amazon\n";
}

TEST(UploadResults, are_known_by_their_shape_in_any_language) {
  const std::string table =
      kHead + row("250-1234567-1234567", "", "18028", "Error");
  const char* const reported = "4/2; 6 250-1234567-1234567  18028 refused";
  EXPECT_EQ(told(kSummary + table), reported);
  EXPECT_EQ(told("\xEF\xBB\xBF" + kSummary + table), reported);
  EXPECT_EQ(
      told("Riepilogo elaborazione feed:\r\n\tNumero record elaborati"
           "\t\t4\r\n\tNumero record elaborati con successo\t\t2\r\n\r\n" +
           table),
      reported);
  const std::string japanese =
      "フィード処理概要：\n\t処理されたレコード数\t\t4\n\t成功\t\t2\n\n";
  EXPECT_EQ(told(japanese + table), reported);
  EXPECT_EQ(told(*to_cp932(japanese + table, nullptr)), reported);
  EXPECT_EQ(told(kSummary), "4/2") << "nothing failed: no table";
  EXPECT_EQ(told(table), "0/0; 2 250-1234567-1234567  18028 refused")
      << "the summary cut off";
  EXPECT_EQ(told(kSummary + kHead + "\n" +
                 row("250-1234567-1234567", "", "18028", "Error")),
            "4/2; 7 250-1234567-1234567  18028 refused")
      << "a blank line in the table";
}

TEST(UploadResults, read_a_row_by_the_headers_own_columns) {
  const std::string head = "original-record-number\torder-id\terror-code";
  struct Row {
    const char* name;
    std::string table;
    const char* reported;
  };
  const Row rows[] = {
      {"no column tells the type", head + "\n1\t250-1234567-1234567\t13013\n",
       "0/0; 2 250-1234567-1234567  13013 unknown"},
      {"a cell too many is no type",
       head + "\n1\t250-1234567-1234567\t13013\tFatal\n",
       "0/0; 2 250-1234567-1234567  13013 unknown"},
      {"columns in another order",
       "original-record-number\terror-type\terror-code\torder-id\n"
       "1\terror\t13013\t250-1234567-1234567\n",
       "0/0; 2 250-1234567-1234567  13013 refused again"},
      {"a row cut off before the code",
       head + "\terror-type\n1\t250-1234567-1234567\n",
       "0/0; 2 250-1234567-1234567   unknown"},
  };
  for (const Row& each : rows)
    EXPECT_EQ(told(each.table), each.reported) << each.name;
}

TEST(UploadResults, say_of_each_row_what_became_of_it) {
  struct Row {
    const char* name;
    std::string row;
    const char* reported;
  };
  const char* const kId = "250-1234567-1234567";
  const Row rows[] = {
      {"a known error", row(kId, "1", "18028", "Error"), " 1 18028 refused"},
      {"perhaps done already", row(kId, "1", "18021", "Error"),
       " 1 18021 unknown"},
      {"an unknown error", row(kId, "1", "13013", "Error"),
       " 1 13013 refused again"},
      {"an unknown warning", row(kId, "1", "4711", "Warning"),
       " 1 4711 unknown"},
      {"a known code as a warning", row(kId, "1", "18028", "Warning"),
       " 1 18028 unknown"},
      {"no code", row(kId, "1", "", "Error"), " 1  refused again"},
  };
  for (const Row& each : rows) {
    EXPECT_EQ(told(kSummary + kHead + each.row),
              "4/2; 6 " + std::string(kId) + each.reported)
        << each.name;
  }
  EXPECT_EQ(told(kSummary + kHead + "0\t\t\t90012\tFatal\twords\n"),
            "4/2; 6 -  90012 file-refused again");
  const auto fatal = read_upload_result(
      "r", kSummary + kHead + "0\t\t\t90012\tFatal\twords\n");
  EXPECT_TRUE(fatal->whole_file());
  const auto some = read_upload_result(
      "r", kSummary + kHead + row(kId, "1", "13013", "Error") +
               row(kId, "2", "18021", "Error") +
               row("250-7654321-7654321", "", "13013", "Error"));
  EXPECT_FALSE(some->whole_file());
  const auto lines = some->lines();
  ASSERT_EQ(lines.size(), 2u);
  const auto& its = lines.at(*OrderId::parse(kId));
  ASSERT_EQ(its.size(), 2u);
  EXPECT_EQ(its[0].item + its[1].item, "12");
  EXPECT_TRUE(its[0].again);
  EXPECT_FALSE(its[1].again);
}

TEST(UploadResults, of_one_line_with_several_errors_say_once_whether_it_goes) {
  const char* const kId = "250-1234567-1234567";
  struct Row {
    const char* name;
    std::string rows;
    const char* again;  // of each row
  };
  const Row rows[] = {
      {"both may", row(kId, "1", "13013", "Error") + row(kId, "1", "", "Error"),
       "yy"},
      {"one may not",
       row(kId, "1", "13013", "Error") + row(kId, "1", "18021", "Error"), "nn"},
      {"in either order",
       row(kId, "1", "18021", "Error") + row(kId, "1", "13013", "Error"), "nn"},
      {"of another item",
       row(kId, "1", "13013", "Error") + row(kId, "2", "18021", "Error"), "yn"},
      {"of another record",
       row(kId, "1", "13013", "Error") + "2" +
           row(kId, "1", "18021", "Error").substr(1),
       "yn"},
      {"a warning says nothing",
       row(kId, "1", "13013", "Error") + row(kId, "1", "90061", "Warning"),
       "yn"},
  };
  for (const Row& each : rows) {
    const auto result = read_upload_result("r", kSummary + kHead + each.rows);
    ASSERT_TRUE(result.has_value()) << each.name;
    std::string again;
    for (const UploadRow& one : result->rows) again += one.again ? 'y' : 'n';
    EXPECT_EQ(again, each.again) << each.name;
  }
}

TEST(UploadResults, that_do_not_name_what_was_refused_are_told) {
  const char* const kId = "250-1234567-1234567";
  struct Row {
    const char* name;
    std::string bytes;
    std::int64_t untold;
  };
  const Row rows[] = {
      {"no table", kSummary, 2},
      {"a table without rows", kSummary + kHead, 2},
      {"one of two", kSummary + kHead + row(kId, "1", "13013", "Error"), 1},
      {"one twice",
       kSummary + kHead + row(kId, "1", "13013", "Error") +
           row(kId, "1", "18021", "Error"),
       1},
      {"both",
       kSummary + kHead + row(kId, "1", "13013", "Error") +
           row(kId, "2", "13013", "Error"),
       0},
      {"a record without its order",
       kSummary + kHead + row(kId, "1", "13013", "Error") +
           row("", "", "13013", "Error"),
       1},
      {"two records without their orders",
       kSummary + kHead + row("", "", "13013", "Error") +
           row("", "2", "13013", "Error"),
       2},
      {"an order id that is none is a word on which",
       kSummary + kHead + row("12-3", "", "13013", "Error") +
           row(kId, "2", "13013", "Error"),
       0},
      {"more warnings than refusals",
       kSummary + kHead + row(kId, "1", "13013", "Error") +
           row(kId, "2", "4711", "Warning") + row(kId, "3", "4711", "Warning"),
       0},
      {"the whole file", kSummary + kHead + "0\t\t\t90012\tFatal\twords\n", 0},
      {"nothing failed", "Summary:\n\tprocessed\t\t4\n\tsuccessful\t\t4\n\n",
       0},
  };
  for (const Row& each : rows) {
    const auto result = read_upload_result("r", each.bytes);
    ASSERT_TRUE(result.has_value()) << each.name;
    EXPECT_EQ(result->untold(), each.untold) << each.name;
  }
}

TEST(UploadResults, of_something_else_are_refused_with_a_word) {
  struct Row {
    const char* name;
    std::string bytes;
    const char* reported;
  };
  const Row rows[] = {
      {"nothing", "", "none"},
      {"a letter", "Dear seller:\nhello\n", "none"},
      {"a report", "order-id\torder-item-id\n250-1234567-1234567\t1\n", "none"},
      {"a confirmation", "TemplateType=OrderFulfillment\tVersion=1\n", "none"},
      {"listings", kSummary + "original-record-number\tsku\terror-code\n",
       "listings"},
      {"XML", "<?xml version=\"1.0\"?><ProcessingReport/>", "xml"},
      {"other XML", "<?xml version=\"1.0\"?><a/>", "none"},
      {"a workbook", std::string("PK\x03\x04", 4) + "rest", "workbook"},
      {"one count", "Summary:\n\tprocessed\t\t4\n", "none"},
      {"no code", kSummary + "original-record-number\torder-id\n", "none"},
  };
  for (const Row& each : rows)
    EXPECT_EQ(told(each.bytes), each.reported) << each.name;
}

}  // namespace
}  // namespace parcelwise
