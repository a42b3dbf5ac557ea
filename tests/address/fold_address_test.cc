// Tests fold_address of core/address/address_key.cc.
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "address/address_key.h"

namespace parcelwise {
namespace {

struct FoldRow {
  const char* name;
  std::string_view in;
  std::string_view out;
};

template <std::size_t kSize>
void expect_rows(std::string (*fold)(std::string_view),
                 const FoldRow (&rows)[kSize]) {
  for (const FoldRow& row : rows) {
    EXPECT_EQ(fold(row.in), row.out) << row.name;
  }
}

TEST(FoldAddress, OneAddressInManySpellings) {
  struct Spelling {
    const char* name;
    std::string_view in;
  };
  constexpr Spelling kRows[] = {
      {"as geolonia's tests", "東京都江東区豊洲1丁目2-27"},
      {"a space before the number", "東京都江東区豊洲 1丁目2-27"},
      {"hyphens only", "東京都江東区豊洲 1-2-27"},
      {"spaces all over", "東京都 江東区 豊洲 1-2-27"},
      {"full-width digits and ー", "東京都江東区豊洲 １ー２ー２７"},
      {"a kanji numeral", "東京都江東区豊洲 一丁目2-27"},
      {"full-width minus", "東京都江東区豊洲一丁目２－２７"},
      {"all words", "東京都江東区豊洲1丁目2番27号"},
      {"all words in kanji", "東京都江東区豊洲一丁目二番二十七号"},
      {"kanji digits by place", "東京都江東区豊洲一丁目二番二七号"},
      {"a space before each word", "東京都江東区豊洲 1 丁目 2 番 27 号"},
      {"a space behind each word", "東京都江東区豊洲1丁目 2番 27号"},
      {"banchi with a particle", "東京都江東区豊洲1丁目2番地の27"},
      {"banchi", "東京都江東区豊洲1丁目2番地27"},
      {"a hyphen behind the word", "東京都江東区豊洲1丁目－2－27"},
      {"ー behind the word", "東京都江東区豊洲１丁目ー２ー２７"},
      {"ideographic space and line end", "東京都江東区　豊洲\n1-2-27 "},
      {"a hyphen too many", "東京都江東区豊洲1--2-27-"},
      {"zero-width space", "東京都江東区豊洲\u200B1-2-27"},
  };
  for (const Spelling& row : kRows) {
    EXPECT_EQ(fold_address(row.in), "東京都江東区豊洲1-2-27") << row.name;
  }
}

TEST(FoldAddress, EveryHyphenBetweenDigits) {
  for (const std::string hyphen :
       {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015",
        "\u2043", "\u2212", "\u23AF", "\u2500", "\u2501", "\uFE58", "\uFE63",
        "\uFF0D", "\uFF70", "\u30FC"}) {
    EXPECT_EQ(fold_address("豊洲1" + hyphen + "2"), "豊洲1-2") << hyphen;
    EXPECT_EQ(fold_address("豊洲１ " + hyphen + " ２"), "豊洲1-2") << hyphen;
  }
}

TEST(FoldAddress, Rows) {
  constexpr FoldRow kRows[] = {
      {"nothing", "", ""},
      {"spaces only", " 　\t", ""},
      {"hyphens only", "－ー", ""},
      {"building behind 号", "豊洲1-2-27号メゾン豊洲101",
       "豊洲1-2-27メゾン豊洲101"},
      {"the same with a space", "豊洲1-2-27 メゾン豊洲101",
       "豊洲1-2-27メゾン豊洲101"},
      {"a room behind a space", "豊洲1-2-27 101", "豊洲1-2-27-101"},
      {"a room behind a hyphen", "豊洲1-2-27-101", "豊洲1-2-27-101"},
      {"a room with its word", "豊洲1-2-27-101号室", "豊洲1-2-27-101"},
      {"no space: another number", "豊洲1-2-27101", "豊洲1-2-27101"},
      {"a room with a letter", "豊洲1-2-27 Ａ１０１", "豊洲1-2-27-a101"},
      {"ー before a letter", "豊洲1ーA", "豊洲1-a"},
      {"ー behind a letter", "豊洲1-2 Ａー１０１", "豊洲1-2-a-101"},
      {"geolonia: a kana lot", "14-イ２２", "14-イ22"},
      {"geolonia: kanji before banchi", "亥四十五番地1", "亥45-1"},
      {"large kanji number", "千二百三十四番地", "1234"},
      {"ten alone", "十番地", "10"},
      {"zero in a kanji number", "一〇五号", "105"},
      {"not a number anybody writes", "十百番地", "十百番地"},
      {"too long for a number", "一二三四五六七八番地", "一二三四五六七八番地"},
      {"kanji glued to a digit", "1二番地", "1二番地"},
      {"word without a number", "番地なし丁目", "番地なし丁目"},
      {"minus of the other decoder", "メゾン−豊洲", "メゾン-豊洲"},
      {"wave dash of the other decoder", "1〜3", "1~3"},
      {"wave dash of this decoder", "1～3", "1~3"},
      {"half-width kana", "ﾒｿﾞﾝ ﾊﾟｰｸ2F", "メゾンパーク2f"},
      {"loose combining dakuten", "メソ\u3099ン ハ\u309Aーク", "メゾンパーク"},
      {"company", "㈱豊洲 Ⅲ", "(株)豊洲iii"},
      {"variation selector", "葛\U000E0100飾区", "葛飾区"},
      {"a character beyond the BMP", "𠮷野町1丁目", "𠮷野町1"},
      {"Europe", "Hauptstraße 12 a, 80331 MÜNCHEN",
       "hauptstraße12-a,80331-münchen"},
      {"kana variants are left alone", "霞ヶ関ケが", "霞ヶ関ケが"},
  };
  expect_rows(fold_address, kRows);
}

// Where geolonia/normalize-japanese-addresses went wrong (issues 185, 186), and
// place names that open like an address word.
TEST(FoldAddress, Traps) {
  constexpr FoldRow kRows[] = {
      {"long vowel", "タワー36階", "タワー36階"},
      {"hyphen in its place", "タワ-36階", "タワ-36階"},
      {"half-width long vowel", "ﾀﾜｰ36階", "タワー36階"},
      {"Yaesu", "八重洲1", "八重洲1"},
      {"Yaesu with its block", "八重洲二丁目1番", "八重洲2-1"},
      {"a building with a kanji numeral", "5番地二引ビル", "5二引ビル"},
      {"a building with a kanji thousand", "9番地7千代田21ビル",
       "9-7千代田21ビル"},
      {"banchi without a number", "番地7千代田21ビル", "番地7千代田21ビル"},
      {"Ichibancho", "千代田区一番町5", "千代田区一番町5"},
      {"Ichibancho and a lot", "一番町二番地5", "一番町2-5"},
      {"Ichibancho in digits", "1番町5", "1番町5"},
      {"Nibancho of Sendai", "一番丁3", "一番丁3"},
      {"a street of shops", "三番街2", "三番街2"},
      {"a hall", "一番館201", "一番館201"},
      {"building no. 2", "2号棟301", "2号棟301"},
      {"a hall by number", "三号館5", "三号館5"},
      {"a national road", "国道2号線沿い", "国道2号線沿い"},
      {"plots", "3号地5", "3号地5"},
      {"Sanda and its third block", "三田三丁目2", "三田3-2"},
      {"Shijo", "四条通十二番", "四条通12"},
  };
  expect_rows(fold_address, kRows);
  EXPECT_NE(fold_address("タワー36階"), fold_address("タワ-36階"));
}

}  // namespace
}  // namespace parcelwise
