// Tests core/handoff/csv.cc.
#include "handoff/csv.h"

#include <gtest/gtest.h>

namespace parcelwise {
namespace {

TEST(Csv, GuardsTextThatASpreadsheetWouldRunOrRewrite) {
  struct Row {
    const char* name;
    const char* cell;
    const char* written;
  };
  const Row kRows[] = {
      {"nothing", "", ""},
      {"a word", "TEA-01", "TEA-01"},
      {"an order's number", "250-1234567-1234567", "250-1234567-1234567"},
      {"a formula", "=1+1", "'=1+1"},
      {"a link", "=HYPERLINK(\"x\",\"y\")",
       "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
      {"plus", "+81 3", "'+81 3"},
      {"minus", "-5", "'-5"},
      {"at", "@SUM(1)", "'@SUM(1)"},
      {"a tab", "\t=1", "'\t=1"},
      {"a carriage return", "\r=1", "\"'\r=1\""},
      {"a line feed", "\n=1", "\"'\n=1\""},
      {"full-width equals", "＝1", "'＝1"},
      {"full-width plus", "＋1", "'＋1"},
      {"full-width minus", "－1", "'－1"},
      {"full-width at", "＠1", "'＠1"},
      {"inside it is harmless", "a=1", "a=1"},
      {"other full-width letters", "Ａ１", "Ａ１"},
      {"leading zeros of a phone", "09012345678", "'09012345678"},
      {"a phone with hyphens", "03-1234-5678", "03-1234-5678"},
      {"leading zeros of a SKU", "007", "'007"},
      {"zero itself", "0", "0"},
      {"a number", "12", "12"},
      {"as many digits as it keeps", "123456789012345", "123456789012345"},
      {"one more", "1234567890123456", "'1234567890123456"},
      {"an exponent", "1E5", "'1E5"},
      {"a small one", "12e3", "'12e3"},
      {"no exponent", "1E5A", "1E5A"},
      {"letters behind digits", "12AB", "12AB"},
      {"a decimal", "1.50", "'1.50"},
      {"a day and a month", "3-4", "'3-4"},
      {"a date", "2026/1/2", "'2026/1/2"},
      {"a postal code", "135-0061", "135-0061"},
      {"longer than a date", "12345-678", "12345-678"},
      {"a time", "12:30", "'12:30"},
      {"what turns the writing",
       "annex\xE2\x80\xAE"
       "txt",
       "annex[U+202E]txt"},
      {"an escape", "\x1B]0;x\x07", "[U+001B]]0;x[U+0007]"},
      {"a formula behind no width", "\xE2\x80\x8B=1", "[U+200B]=1"},
  };
  for (const Row& row : kRows) {
    EXPECT_EQ(CsvRow().text(row.cell).end(), std::string(row.written) + "\r\n")
        << row.name;
  }
}

TEST(Csv, QuotesByRfc4180AndNeverGuardsItsOwn) {
  CsvRow row;
  EXPECT_EQ(row.plain("a,b")
                .plain("c\"d")
                .plain("e\nf")
                .plain("g\rh")
                .plain(" i ")
                .end(),
            "\"a,b\",\"c\"\"d\",\"e\nf\",\"g\rh\", i \r\n");
  EXPECT_EQ(row.number(-5)
                .plain("-1234.50")
                .plain("2026-11-20 23:59")
                .plain("")
                .end(),
            "-5,-1234.50,2026-11-20 23:59,\r\n");
  EXPECT_EQ(row.plain("").plain("").end(), ",\r\n");
}

TEST(Csv, BeginsWithTheMarkThatExcelAsksFor) {
  EXPECT_EQ(csv_head("handoff/picklist/columns", Language::kEnglish),
            "\xEF\xBB\xBFSKU,Product,Units,Orders\r\n");
  EXPECT_EQ(csv_head("handoff/picklist/columns", Language::kJapanese),
            "\xEF\xBB\xBF出品者SKU,商品名,数量,注文数\r\n");
}

}  // namespace
}  // namespace parcelwise
