// Tests core/text/fold.cc and core/text/width_fold.cc.
#include "text/fold.h"

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

// Of every spelling that fold_name strips.
TEST(PoNumberIn, Rows) {
  constexpr FoldRow kRows[] = {
      {"none", "田中 花子", ""},
      {"in brackets", "田中花子 (PO: 4711)", "4711"},
      {"behind a colon", "見本商事 PO: 345911", "345911"},
      {"in full width", "田中花子（ＰＯ：４７１１）", "４７１１"},
      {"as it is written", "Rossi po:Ab-4711 b", "Ab-4711 b"},
      {"a PO number that says PO", "田中花子 (PO: PO-4711)", "PO-4711"},
      {"honorific before it", "田中花子様 PO: 4711", "4711"},
      {"honorific behind it", "田中花子 (PO: 4711) 様", "4711"},
      {"the same without brackets", "田中花子 PO: 4711 様", "4711"},
      {"spaces around it", "Rossi  PO :  47 11  ", "47 11"},
      {"a post office box", "Rossi PO Box 5", ""},
      {"a word that ends in po", "Expo: Milano", ""},
      {"bracket not closed", "Rossi (PO: 4711", ""},
      {"nothing but PO", "PO: 4711", ""},
      {"no number", "Rossi PO:", ""},
      {"half-width kana", "Rossi PO: ｶﾞ1", "ｶﾞ1"},
      {"nothing", "", ""},
  };
  expect_rows(po_number_in, kRows);
  const std::string long_one(5000, 'x');
  EXPECT_EQ(po_number_in("Rossi PO: " + long_one), long_one);
}

TEST(FoldSku, Rows) {
  constexpr FoldRow kRows[] = {
      {"plain", "CUP-97-0", "cup-97-0"},
      {"spaces", " CUP 97\t0 ", "cup970"},
      {"a spreadsheet's apostrophe", "'0097", "0097"},
      {"quotes",
       "\"Cup\" \xE2\x80\x9C"
       "97\xE2\x80\x9D",
       "cup97"},
      {"full width", "ＣＵＰ－９７", "cup-97"},
      {"other marks stay", "CUP_97/0.A+B", "cup_97/0.a+b"},
      {"nothing but quotes", "''", ""},
      {"nothing", "", ""},
  };
  expect_rows(fold_sku, kRows);
}

TEST(SameSku, as_it_stands_or_as_it_folds) {
  EXPECT_TRUE(same_sku("CUP-1", "CUP-1"));
  EXPECT_TRUE(same_sku("CUP-1", "'cup-1 "));
  EXPECT_TRUE(same_sku("'", "'"));
  EXPECT_FALSE(same_sku("CUP-1", "CUP-2"));
  EXPECT_FALSE(same_sku("CUP-1", "CUP1"));
  EXPECT_FALSE(same_sku("'", "\""));
  EXPECT_FALSE(same_sku("CUP-1", ""));
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
