// Tests core/text/fold.cc and core/text/width_fold.cc.
#include "text/fold.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

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

TEST(FoldPostalCode, Rows) {
  constexpr FoldRow kRows[] = {
      {"plain", "1350061", "1350061"},
      {"hyphen", "135-0061", "1350061"},
      {"full width", "１３５－００６１", "1350061"},
      {"postal mark", "〒135-0061", "1350061"},
      {"postal mark and space", "〒 １３５ー００６１　", "1350061"},
      {"minus", "135−0061", "1350061"},
      {"half-width long vowel", "135ｰ0061", "1350061"},
      {"Britain", "sw1a 1aa", "SW1A1AA"},
      {"full-width letters", "ＳＷ１ａ", "SW1A"},
      {"ZIP+4", "10001-0042", "100010042"},
      {"nothing", "", ""},
      {"words", "不明", ""},
  };
  expect_rows(fold_postal_code, kRows);
}

TEST(FoldName, Rows) {
  constexpr FoldRow kRows[] = {
      {"plain", "田中 花子", "田中花子"},
      {"ideographic space", "田中　花子", "田中花子"},
      {"honorific", "田中花子 様", "田中花子"},
      {"a company's honorific", "㈱豊洲商店　御中", "(株)豊洲商店"},
      {"PO in brackets", "田中花子 (PO: 4711)", "田中花子"},
      {"PO", "田中花子 PO: 4711", "田中花子"},
      {"PO in full width", "田中花子（ＰＯ：４７１１）", "田中花子"},
      {"PO in small letters", "Rossi po:4711 b", "rossi"},
      {"a PO number that says PO", "田中花子 (PO: PO-4711)", "田中花子"},
      {"honorific before PO", "田中花子様 PO: 4711", "田中花子"},
      {"honorific behind PO", "田中花子 (PO: 4711) 様", "田中花子"},
      {"a post office box", "Rossi PO Box 5", "rossipobox5"},
      {"a word that ends in po", "Expo: Milano", "expo:milano"},
      {"bracket not closed", "Rossi (PO: 4711", "rossi(po:4711"},
      {"nothing but PO", "PO: 4711", "po:4711"},
      {"nothing but the honorific", "様", "様"},
      {"care of", "田中様方 鈴木", "田中様方鈴木"},
      {"half-width kana", "ﾔﾏﾀﾞ ﾊﾅｺ", "ヤマダハナコ"},
      {"capital diacritics", "MÜLLER Ÿ ŻÓŁĆ", "müllerÿżółć"},
      {"sharp s", "Strauß", "strauß"},
      {"nothing", "", ""},
  };
  expect_rows(fold_name, kRows);
  EXPECT_EQ(fold_name("Müller"), fold_name("MÜLLER"));
  EXPECT_NE(fold_name("Müller"), fold_name("Mueller"));
  EXPECT_NE(fold_name("Müller"), fold_name("Muller"));
}

TEST(FoldForSearch, Rows) {
  constexpr FoldRow kRows[] = {
      {"the header's first", "Ｔａｎａｋａ　ﾊﾅｺ", "tanakaハナコ"},
      {"the header's second", "250-1234567-1234567", "25012345671234567"},
      {"hiragana", "はなこ ゔゝ", "ハナコヴヽ"},
      {"loose dakuten", "カ゛ハﾟう゛", "ガパヴ"},
      {"a mark with nothing to join", "゛アﾞ", "゛ア゛"},
      {"all half-width voiced rows", "ｶﾞｻﾞﾀﾞﾁﾞﾂﾞﾃﾞﾄﾞﾊﾞﾎﾟｳﾞﾜﾞｦﾞ",
       "ガザダヂヅデドバポヴヷヺ"},
      {"na row takes no mark", "ﾅﾞﾅﾟ", "ナ゛ナ゜"},
      {"half-width signs", "｢ｱ｣､ｧ･", "「ア」、ァ・"},
      {"long vowel", "サーバー ｻｰﾊﾞｰ", "サバサバ"},
      {"hyphens", "a‐b–c—d−e－f", "abcdef"},
      {"diacritics", "Müller Ångström Œuvre Łódź İstanbul",
       "mullerangstromoeuvrelodzistanbul"},
      {"loose diacritics", "Mu\u0308ller", "muller"},
      {"sharp s", "Straße", "strasse"},
      {"full-width signs", "￥１００￡", "¥100£"},
      {"emoji", "📦 Box", "📦box"},
      {"underscore stays", "SKU_01.A/b", "sku_01.a/b"},
  };
  expect_rows(fold_for_search, kRows);
  EXPECT_NE(fold_for_search("Müller"), fold_for_search("Mueller"));
}

// Folding what was folded changes nothing in texts as people write them. (It
// does where a number carries two words, 1丁目丁目.)
TEST(Fold, IsIdempotent) {
  constexpr std::string_view kTexts[] = {
      "東京都江東区豊洲一丁目２番２７号　ﾒｿﾞﾝﾊﾟｰｸ Ⅲ-１０１号室",
      "9番地7千代田21ビル",
      "Hauptstraße 12 a, 80331 MÜNCHEN",
      "タワー36階 1〜3 ㈱",
      "国道2号線沿い 三番街 十番",
  };
  for (const auto fold :
       {fold_address, fold_name, fold_postal_code, fold_for_search}) {
    for (const std::string_view text : kTexts) {
      const std::string once = fold(text);
      EXPECT_EQ(fold(once), once) << text;
    }
  }
}

// Texts beyond the stack's room take the heap, with the same outcome.
TEST(Fold, LongTextsFoldAsShortOnes) {
  const std::string piece = "豊洲１丁目ﾊﾟｰｸ、Ⅷ㈱\u3000";
  std::string text;
  std::string address;
  std::string search;
  for (int i = 0; i < 400; ++i) {
    text += piece;
    address += "豊洲1パーク、viii(株)";
    search += "豊洲1丁目パク、viii(株)";
  }
  EXPECT_EQ(fold_address(text), address);
  EXPECT_EQ(fold_for_search(text), search);
}

// The contract asks for valid UTF-8; anything else is read within its bounds.
TEST(Fold, CutCharactersEndTheText) {
  constexpr std::string_view kText = "豊\xF0\xA0\xAE\xB7é";
  for (std::size_t length = 0; length <= kText.size(); ++length) {
    const std::string cut(kText.substr(0, length));
    EXPECT_LE(fold_address(cut).size(), cut.size());
    EXPECT_LE(fold_for_search(cut).size(), cut.size());
  }
}

}  // namespace
}  // namespace parcelwise
