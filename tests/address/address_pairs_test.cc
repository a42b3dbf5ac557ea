// Tests core/address/address_key.cc and what it is made of by pairs of
// addresses: which are one place, which only a person can tell, and which are
// two.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "address/address_key.h"
#include "text/fold.h"

namespace parcelwise {

namespace {

// The levels, exact ones among them.
enum Level { kNone, kLoose, kSafe, kExact };

struct Pair {
  const char* name;
  std::string_view one, other;
  Level expected;
};

// A row of cells; '|' parts the lines of its street.
struct Cells {
  std::string_view state, city, street, postal_code, country;
};

Level level_of(const Cells& one, const Cells& other) {
  std::string streets[] = {std::string(one.street), std::string(other.street)};
  for (std::string& street : streets)
    std::replace(street.begin(), street.end(), '|', '\n');
  const Address a{one.state, one.city, streets[0], one.postal_code,
                  one.country};
  const Address b{other.state, other.city, streets[1], other.postal_code,
                  other.country};
  AddressKeys keys_a, keys_b;
  if (!keys_a.read(a) || !keys_b.read(b)) return kNone;
  const AddressMatch found = match(keys_a, keys_b);
  EXPECT_EQ(found, match(keys_b, keys_a));
  if (found == AddressMatch::kNone) return kNone;
  EXPECT_EQ(keys_a.numbers(), keys_b.numbers());
  EXPECT_EQ(keys_a.loose(), keys_b.loose());
  if (found == AddressMatch::kLoose) return kLoose;
  EXPECT_EQ(keys_a.safe(), keys_b.safe());
  return a == b ? kExact : kSafe;
}

Cells in(const Cells& place, std::string_view street) {
  Cells cells = place;
  cells.street = street;
  return cells;
}

template <std::size_t kSize>
void expect_pairs(const Cells& place, const Pair (&pairs)[kSize]) {
  for (const Pair& pair : pairs) {
    EXPECT_EQ(level_of(in(place, pair.one), in(place, pair.other)),
              pair.expected)
        << pair.name << ": " << pair.one << " / " << pair.other;
  }
}

constexpr Cells kTokyo{"東京都", "", "", "135-0061", "JP"};
constexpr Cells kMilano{"MI", "Milano", "", "20100", "IT"};
constexpr Cells kSpringfield{"IL", "Springfield", "", "62701", "US"};

// ---- Japan -----------------------------------------------------------------

constexpr std::string_view kToyosu = "江東区豊洲1丁目2-27";

TEST(AddressPairs, SevenSpellingsOfOneAddress) {
  constexpr Pair kPairs[] = {
      {"as it stands", kToyosu, kToyosu, kExact},
      {"with its prefecture", kToyosu, "東京都江東区豊洲1丁目2-27", kSafe},
      {"a space before the number", kToyosu, "東京都江東区豊洲 1丁目2-27",
       kSafe},
      {"hyphens only", kToyosu, "東京都江東区豊洲 1-2-27", kSafe},
      {"spaces all over", kToyosu, "東京都 江東区 豊洲 1-2-27", kSafe},
      {"full-width digits and long vowels", kToyosu,
       "東京都江東区豊洲 １ー２ー２７", kSafe},
      {"a kanji numeral", kToyosu, "東京都江東区豊洲 一丁目2-27", kSafe},
      {"no prefecture", kToyosu, "江東区豊洲 一丁目2-27", kSafe},
      {"all words", kToyosu, "江東区豊洲1丁目2番27号", kSafe},
      {"all words in kanji", kToyosu, "江東区豊洲一丁目二番二十七号", kSafe},
      {"kanji digits by place", kToyosu, "江東区豊洲一丁目二番二七号", kSafe},
      {"banchi with a particle", kToyosu, "江東区豊洲1丁目2番地の27", kSafe},
      {"a particle alone", kToyosu, "江東区豊洲1の2の27", kSafe},
      {"kanji before hyphens", kToyosu, "江東区豊洲一-2-27", kSafe},
      {"kanji between hyphens", kToyosu, "江東区豊洲一－二－二七", kSafe},
      {"katakana taken for a kanji", "江東区豊洲2丁目1", "江東区豊洲ニ丁目1",
       kSafe},
      {"another katakana", "江東区豊洲8丁目1", "江東区豊洲ハ丁目1", kSafe},
      {"a long vowel taken for a kanji", kToyosu, "江東区豊洲ー丁目2-27",
       kSafe},
      {"on two lines", kToyosu, "江東区豊洲|1-2-27", kSafe},
      {"on three lines", kToyosu, "江東区|豊洲１丁目|２番２７号", kSafe},
      {"ideographic spaces", kToyosu, "江東区　豊洲　１－２－２７", kSafe},
      {"zero-width space", kToyosu, "江東区豊洲\u200B1-2-27", kSafe},
      {"the last number differs", kToyosu, "江東区豊洲1丁目2-28", kNone},
      {"the first number differs", kToyosu, "江東区豊洲2丁目2-27", kNone},
      {"numbers change places", kToyosu, "江東区豊洲2丁目1-27", kNone},
      {"a number is missing", kToyosu, "江東区豊洲1丁目2", kNone},
      {"numbers glued", kToyosu, "江東区豊洲1丁目227", kNone},
      {"numbers parted elsewhere", "豊洲1-2|27", "豊洲1-22|7", kNone},
      {"another town", kToyosu, "江東区東雲1丁目2-27", kNone},
      {"another ward", kToyosu, "江戸川区豊洲1丁目2-27", kNone},
      {"lines change places", "豊洲1-2|101", "101|豊洲1-2", kNone},
  };
  expect_pairs(kTokyo, kPairs);
}

TEST(AddressPairs, EveryHyphenBetweenNumbers) {
  for (const std::string hyphen :
       {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015",
        "\u2043", "\u2212", "\u23AF", "\u2500", "\u2501", "\uFE58", "\uFE63",
        "\uFF0D", "\uFF70", "\u30FC"}) {
    const std::string spelled = "江東区豊洲1" + hyphen + "2 " + hyphen + "27";
    EXPECT_EQ(level_of(in(kTokyo, "江東区豊洲1丁目2-27"), in(kTokyo, spelled)),
              kSafe)
        << hyphen;
  }
}

TEST(AddressPairs, Prefectures) {
  struct Row {
    const char* name;
    Cells one, other;
    Level expected;
  };
  const auto fuchu = [](std::string_view state, std::string_view line,
                        std::string_view postal) {
    return Cells{state, "", line, postal, "JP"};
  };
  const Row rows[] = {
      {"in its cell and in the line",
       fuchu("東京都", "府中市宮町1-2", "183-0023"),
       fuchu("", "東京都府中市宮町1-2", "183-0023"), kSafe},
      {"in both", fuchu("東京都", "府中市宮町1-2", "183-0023"),
       fuchu("東京都", "東京都府中市宮町1-2", "183-0023"), kSafe},
      {"nowhere: the postal code tells",
       fuchu("東京都", "府中市宮町1-2", "183-0023"),
       fuchu("", "府中市宮町1-2", "1830023"), kSafe},
      {"a short name", fuchu("東京都", "府中市宮町1-2", "183-0023"),
       fuchu("東京", "府中市宮町1-2", "183-0023"), kSafe},
      {"in Latin letters", fuchu("東京都", "府中市宮町1-2", "183-0023"),
       fuchu("TOKYO", "府中市宮町1-2", "183-0023"), kSafe},
      {"in Latin letters, whole",
       fuchu("兵庫県", "西宮市宮前町1-2", "662-0976"),
       fuchu("Hyōgo-ken", "西宮市宮前町1-2", "662-0976"), kSafe},
      {"Hokkaido", fuchu("北海道", "函館市宮前町1-2", "040-0000"),
       fuchu("Hokkaido", "函館市宮前町1-2", "040-0000"), kSafe},
      {"four characters", fuchu("神奈川県", "藤沢市宮前1-2", "251-0000"),
       fuchu("神奈川", "神奈川県藤沢市宮前1-2", "251-0000"), kSafe},
      {"before the city's cell",
       Cells{"", "東京都府中市", "宮町1-2", "183-0023", "JP"},
       fuchu("東京都", "府中市宮町1-2", "183-0023"), kSafe},
      {"Fuchu in Tokyo and in Hiroshima",
       fuchu("東京都", "府中市宮町1-2", "183-0023"),
       fuchu("広島県", "府中市宮町1-2", "726-0003"), kNone},
      {"the same with one postal code by mistake",
       fuchu("東京都", "府中市宮町1-2", "183-0023"),
       fuchu("広島県", "府中市宮町1-2", "183-0023"), kNone},
      {"the same in the line", fuchu("", "東京都府中市宮町1-2", "183-0023"),
       fuchu("", "広島県府中市宮町1-2", "183-0023"), kNone},
      {"cells that contradict each other",
       fuchu("広島県", "東京都府中市宮町1-2", "183-0023"),
       fuchu("広島県", "東京都府中市宮町1-2", "183-0023"), kNone},
      {"a prefecture that Japan lacks",
       fuchu("江戸県", "府中市宮町1-2", "183-0023"),
       fuchu("江戸県", "府中市宮町1-2", "183-0023"), kNone},
      {"a foreign state", fuchu("CA", "府中市宮町1-2", "183-0023"),
       fuchu("CA", "府中市宮町1-2", "183-0023"), kNone},
      {"a state that goes on", fuchu("東京都庁", "府中市宮町1-2", "183-0023"),
       fuchu("東京都庁", "府中市宮町1-2", "183-0023"), kNone},
      {"the ward in the state, told in the line",
       fuchu("府中市", "東京都府中市宮町1-2", "183-0023"),
       fuchu("府中市", "東京都府中市宮町1番2号", "183-0023"), kSafe},
      {"Kyoto-fu is not in Tokyo-to",
       fuchu("東京都", "府中市宮町1-2", "183-0023"),
       fuchu("京都府", "中市宮町1-2", "183-0023"), kNone},
      {"Fukushima is a ward, too", fuchu("大阪府", "福島区福島1-2", "553-0003"),
       fuchu("大阪府", "大阪府福島区福島1-2", "553-0003"), kSafe},
      {"Chiba, city of the same name",
       fuchu("千葉県", "千葉市中央区1-2", "260-0000"),
       fuchu("", "千葉県千葉市中央区1-2", "260-0000"), kSafe},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(level_of(row.one, row.other), row.expected) << row.name;
  }
}

TEST(AddressPairs, JapansTraps) {
  constexpr Pair kPairs[] = {
      {"a long vowel is no hyphen", "豊洲1-2タワー36階", "豊洲1-2タワ-36階",
       kLoose},
      {"half-width long vowel", "豊洲1-2タワー36階", "豊洲1-2 ﾀﾜｰ36階", kSafe},
      {"two floors", "豊洲1-2タワー36階", "豊洲1-2タワー35階", kNone},
      {"Yaesu holds an eight", "中央区八重洲1-2", "中央区八重洲１丁目２",
       kSafe},
      {"Yaesu is not 8-su", "中央区八重洲1-2", "中央区8重洲1-2", kNone},
      {"Yaesu without its number", "中央区八重洲1", "中央区重洲1", kNone},
      {"a building with a kanji numeral", "丸の内5番地二引ビル",
       "丸の内5 二引ビル", kSafe},
      {"its numeral is no number", "丸の内5番地二引ビル", "丸の内5-2引ビル",
       kNone},
      {"the building left out", "丸の内5番地二引ビル", "丸の内5番地", kLoose},
      {"a building with a thousand", "9番地7千代田21ビル", "9-7千代田21ビル",
       kSafe},
      {"its thousand is no number", "豊洲9番地7千代田21ビル",
       "豊洲9-7000代田21ビル", kNone},
      {"its number counts", "豊洲9番地7千代田21ビル", "豊洲9番地7千代田22ビル",
       kNone},
      {"Ichibancho", "千代田区一番町5", "千代田区一番町5番地", kSafe},
      {"Ichibancho is not Nibancho", "千代田区一番町5", "千代田区二番町5",
       kNone},
      {"Sanbancho in digits, alike", "千代田区3番町5", "千代田区3番町5番地",
       kSafe},
      {"two cho in digits", "千代田区3番町5", "千代田区3番丁5", kNone},
      {"Sanda's blocks", "三田三丁目2", "三田3-2", kSafe},
      {"Sanda is not 3-da", "三田3-2", "3田3-2", kNone},
      {"a national road", "国道2号線沿い5", "国道2号線沿い 5", kSafe},
      {"two national roads", "国道2号線沿い5", "国道3号線沿い5", kNone},
      {"a street of shops", "三番街2", "三番街 2", kSafe},
      {"no number at all", "江東区豊洲無番地", "江東区豊洲 無番地", kSafe},
      {"no number, another town", "江東区豊洲無番地", "江東区東雲無番地",
       kNone},
      {"no number, a building more", "江東区豊洲無番地", "江東区豊洲無番地倉庫",
       kNone},
      {"a number where there was none", "江東区豊洲無番地", "江東区豊洲1番地",
       kNone},
  };
  expect_pairs(kTokyo, kPairs);
}

TEST(AddressPairs, JapansBuildings) {
  constexpr Pair kPairs[] = {
      {"building on its line", "豊洲1-2-27メゾン豊洲101",
       "豊洲1-2-27|メゾン豊洲 101", kSafe},
      {"full-width building", "豊洲1-2 サンライズＡ１０１",
       "豊洲1-2 サンライズA101", kSafe},
      {"half-width building", "豊洲1-2 ﾊﾟｰｸﾋﾙｽﾞ101", "豊洲1-2 パークヒルズ101",
       kSafe},
      {"a room's word", "豊洲1-2-101号室", "豊洲1-2-101", kSafe},
      {"building left out", "豊洲1-2-27メゾン豊洲101", "豊洲1-2-27-101",
       kLoose},
      {"building spelled otherwise", "豊洲1-2 メゾン豊洲101",
       "豊洲1-2 メゾントヨス101", kLoose},
      {"a long vowel left out", "豊洲1-2 コーポ桜101", "豊洲1-2 コポ桜101",
       kLoose},
      {"in Latin letters", "豊洲1-2 メゾン101", "豊洲1-2 Maison 101", kLoose},
      {"a company behind", "豊洲1-2-27|101",
       "豊洲1-2-27|101|株式会社みどり製作所", kLoose},
      {"a floor in two scripts", "豊洲1-2 青葉ビル3階", "豊洲1-2 青葉ビル3F",
       kLoose},
      {"a floor in kanji", "豊洲1-2 青葉ビル三階", "豊洲1-2 青葉ビル3階",
       kNone},
      {"a hyphen before the building", "豊洲1-2-27-メゾン豊洲",
       "豊洲1-2-27メゾン豊洲", kLoose},
      {"another room", "豊洲1-2 メゾン豊洲101", "豊洲1-2 メゾン豊洲102", kNone},
      {"a room and none", "豊洲1-2 メゾン豊洲101", "豊洲1-2 メゾン豊洲", kNone},
      {"another wing", "豊洲1-2 メゾンA棟101", "豊洲1-2 メゾンB棟101", kNone},
      {"another letter before the room", "豊洲1-2 A101", "豊洲1-2 B101", kNone},
      {"another wing in kanji", "豊洲1-2 東棟101", "豊洲1-2 西棟101", kNone},
      {"another building by number", "豊洲1-2 第一若葉荘101",
       "豊洲1-2 第二若葉荘101", kNone},
      {"another hall by number", "豊洲1-2 二号館5", "豊洲1-2 三号館5", kNone},
      {"another Roman numeral", "豊洲1-2 ハイツⅡ101", "豊洲1-2 ハイツⅢ101",
       kNone},
      {"one Roman numeral", "豊洲1-2 ハイツⅡ101", "豊洲1-2 ハイツII 101",
       kSafe},
      {"below the ground", "豊洲1-2 青葉ビル1階", "豊洲1-2 青葉ビル地下1階",
       kNone},
      {"a company's sign", "豊洲1-2 ㈱青葉", "豊洲1-2 （株）青葉", kSafe},
      {"a gap between number and letter", "豊洲1-2 101A", "豊洲1-2 101 A",
       kLoose},
  };
  expect_pairs(kTokyo, kPairs);
}

TEST(AddressPairs, JapansPlaceNames) {
  constexpr Pair kPairs[] = {
      {"ke small and large", "千代田区霞ヶ関1-2", "千代田区霞ケ関1-2", kSafe},
      {"ke and ga", "千代田区霞ヶ関1-2", "千代田区霞が関1-2", kSafe},
      {"half-width ke", "千代田区霞ヶ関1-2", "千代田区霞ｹ関1-2", kSafe},
      {"ga left out", "千代田区霞ヶ関1-2", "千代田区霞関1-2", kNone},
      {"ga in a building stays", "豊洲1-2ひまわりが丘", "豊洲1-2ひまわりケ丘",
       kLoose},
      {"ke in a word stays", "豊洲ケーキ町1", "豊洲ガーキ町1", kNone},
      {"no, three ways", "港区宮ノ前1-2", "港区宮の前1-2", kSafe},
      {"no as a kanji", "港区宮ノ前1-2", "港区宮之前1-2", kSafe},
      {"tsu, large and small", "港区二ツ池1-2", "港区二ッ池1-2", kSafe},
      {"tsu in hiragana", "港区二ツ池1-2", "港区二つ池1-2", kSafe},
      {"two as katakana", "港区二ツ池1-2", "港区ニツ池1-2", kNone},
      {"two between kanji", "港区北二町1-2", "港区北ニ町1-2", kSafe},
      {"eight between kanji", "港区東八幡1-2", "港区東ハ幡1-2", kSafe},
      {"ka small and large", "港区三ヵ町1-2", "港区三カ町1-2", kSafe},
      {"ye", "港区下ヱ町1-2", "港区下エ町1-2", kSafe},
      {"toori", "港区大通り1-2", "港区大通1-2", kSafe},
      {"toori in hiragana", "港区大通り1-2", "港区大とおり1-2", kSafe},
      {"a wharf", "港区海岸埠頭1-2", "港区海岸ふ頭1-2", kSafe},
      {"Sawa", "港区金澤町1-2", "港区金沢町1-2", kSafe},
      {"Hiro", "港区廣尾1-2", "港区広尾1-2", kSafe},
      {"Saki", "港区﨑町1-2", "港区崎町1-2", kSafe},
      {"Saki, above", "港区嵜町1-2", "港区崎町1-2", kSafe},
      {"Taka", "港区髙輪1-2", "港区高輪1-2", kSafe},
      {"Tatsu", "港区龍ヶ崎1-2", "港区竜ケ崎1-2", kSafe},
      {"Hama, three forms", "港区横濵1-2", "港区横浜1-2", kSafe},
      {"Hama, old", "港区横濱1-2", "港区横浜1-2", kSafe},
      {"Kuni", "港区國分1-2", "港区国分1-2", kSafe},
      {"Kamo's gull", "港区鷗町1-2", "港区鴎町1-2", kSafe},
      {"Fuchi", "港区渕町1-2", "港区淵町1-2", kSafe},
      {"Hida", "港区飛驒1-2", "港区飛騨1-2", kSafe},
      {"a JIS pair of 1983", "港区籠町1-2", "港区篭町1-2", kSafe},
      {"a compatibility ideograph", "港区\uFA1B町1-2", "港区福町1-2", kSafe},
      {"Sai, old", "港区齋町1-2", "港区斎町1-2", kSafe},
      {"Sai and Sei are two", "港区斎町1-2", "港区斉町1-2", kNone},
      {"Saki and sai are two", "港区崎町1-2", "港区埼町1-2", kNone},
      {"hill and slope are two", "港区大阪町1-2", "港区大坂町1-2", kNone},
      {"a variation selector", "葛\U000E0100飾区1-2", "葛飾区1-2", kSafe},
      {"oaza", "西多摩郡奥多摩町大字海沢1-2", "西多摩郡奥多摩町海沢1-2", kSafe},
      {"aza behind a village", "大島村字北野1-2", "大島村北野1-2", kSafe},
      {"aza behind a town's name", "大崎字東亜1-2", "大崎東亜1-2", kLoose},
      {"aza in a name", "港区十文字町1-2", "港区十文字町１－２", kSafe},
      {"Kyoto's streets", "京都市中京区寺町通御池上る本能寺前町488",
       "京都市中京区本能寺前町488", kLoose},
      {"Kyoto's agari", "京都市中京区寺町通御池上る本能寺前町488",
       "京都市中京区寺町通御池上ル本能寺前町488", kSafe},
      {"Kyoto's agaru", "京都市中京区寺町通御池上る本能寺前町488",
       "京都市中京区寺町通り御池上がる本能寺前町488", kSafe},
      {"Kyoto's iru", "京都市下京区四条通室町東入る月鉾町62",
       "京都市下京区四条通室町東入月鉾町62", kSafe},
      {"Kyoto's other corner", "京都市中京区寺町通御池上る本能寺前町488",
       "京都市中京区寺町通御池下る下本能寺前町488", kNone},
      {"Sapporo's jo", "札幌市中央区北一条西2丁目3",
       "札幌市中央区北1条西2丁目3", kSafe},
      {"Sapporo's hyphens", "札幌市中央区北1条西2丁目3-4",
       "札幌市中央区北1条西2-3-4", kSafe},
      {"Sapporo's east and west", "札幌市中央区北1条西2丁目3",
       "札幌市中央区北1条東2丁目3", kNone},
      {"Sapporo's north and south", "札幌市中央区北1条西2丁目3",
       "札幌市中央区南1条西2丁目3", kNone},
      {"a line in Hokkaido", "東三線北5号12番地", "東3線北5号12", kSafe},
      {"another line in Hokkaido", "東3線北5号12", "東3線南5号12", kNone},
      {"Iwate's plots", "岩手町第2地割34番地", "岩手町第2地割34", kSafe},
      {"Iwate's plots, another", "岩手町第2地割34", "岩手町第3地割34", kNone},
      {"a lot by zodiac", "藤橋町亥45番地1", "藤橋町 亥 四十五番地1", kSafe},
      {"another sign of the zodiac", "藤橋町亥45-1", "藤橋町戌45-1", kNone},
      {"a lot by kana", "木曽東4丁目14-イ22", "木曽東四丁目１４ーイ２２",
       kSafe},
      {"another kana", "木曽東4丁目14-イ22", "木曽東4丁目14-ロ22", kNone},
      {"a lot by letter", "木曽東4丁目14-A22", "木曽東四丁目１４━Ａ２２",
       kSafe},
      {"a lot by stem", "木曽東123番地甲", "木曽東123番地乙", kNone},
      {"a lot by stem, alike", "木曽東123番地甲", "木曽東123甲", kSafe},
      {"a stem before", "木曽東甲123", "木曽東乙123", kNone},
      {"a town that only looks like numerals", "西丹波町三五十",
       "西丹波町三五十 ", kSafe},
      {"Latin letters all over", "1-2-27 Toyosu, Koto-ku",
       "1-2-27 TOYOSU, KOTO-KU", kSafe},
      {"Latin letters: towns differ", "1-2-27 Toyosu", "1-2-27 Shinonome",
       kNone},
  };
  expect_pairs(kTokyo, kPairs);
}

// ---- Italy -----------------------------------------------------------------

TEST(AddressPairs, Italy) {
  constexpr Pair kPairs[] = {
      {"as it stands", "Via dei Limoni 12", "Via dei Limoni 12", kExact},
      {"case", "Via dei Limoni 12", "VIA DEI LIMONI 12", kSafe},
      {"a comma", "Via dei Limoni 12", "Via dei Limoni, 12", kSafe},
      {"n.", "Via dei Limoni 12", "Via dei Limoni n. 12", kSafe},
      {"n°", "Via dei Limoni 12", "Via dei Limoni n°12", kSafe},
      {"numero", "Via dei Limoni 12", "Via dei Limoni numero 12", kSafe},
      {"V.", "Via dei Limoni 12", "V. dei Limoni 12", kSafe},
      {"V. without a space", "Via dei Limoni 12", "V.dei Limoni 12", kSafe},
      {"V.le", "Viale Libertà 7", "V.le Liberta' 7", kSafe},
      {"accent left out", "Viale Libertà 7", "Viale Liberta 7", kSafe},
      {"accent by itself", "Viale Libertà 7", "Viale Liberta\u0300 7", kSafe},
      {"P.za", "Piazza dell'Unità 3", "P.za dell'Unità 3", kSafe},
      {"P.zza", "Piazza dell'Unità 3", "P.ZZA DELL\u2019UNITA\u2019 3", kSafe},
      {"C.so", "Corso Belvedere 5", "C.so Belvedere 5", kSafe},
      {"Str.", "Strada Statale 5", "Str. Statale 5", kSafe},
      {"L.go", "Largo Augusto 1", "L.go Augusto 1", kSafe},
      {"V.lo", "Vicolo Stretto 2", "V.lo Stretto 2", kSafe},
      {"S.", "Via San Marco 4", "Via S. Marco 4", kSafe},
      {"S. without a space", "Via San Marco 4", "Via S.Marco 4", kSafe},
      {"F.lli", "Via Fratelli Bandiera 4", "Via F.lli Bandiera 4", kSafe},
      {"a letter", "Via dei Limoni 12/A", "Via dei Limoni 12 a", kSafe},
      {"a glued letter", "Via dei Limoni 12/A", "Via dei Limoni 12A", kSafe},
      {"scala and interno", "Via dei Limoni 12 scala B int. 3",
       "Via dei Limoni 12|Sc. B, interno 3", kSafe},
      {"an interno's word left out", "Via dei Limoni 12 int. 3",
       "Via dei Limoni 12, 3", kLoose},
      {"a company before", "Via dei Limoni 12",
       "Bottega Àncora S.r.l.|Via dei Limoni 12", kLoose},
      {"a company behind", "Via dei Limoni 12",
       "Via dei Limoni 12|Bottega Àncora S.r.l.", kLoose},
      {"a street is no avenue", "Via Roma 5", "Viale Roma 5", kNone},
      {"another house", "Via Roma 5", "Via Roma 6", kNone},
      {"another letter", "Via Roma 5/A", "Via Roma 5/B", kNone},
      {"a letter and none", "Via Roma 5/A", "Via Roma 5", kNone},
      {"another interno", "Via Roma 5 int. 3", "Via Roma 5 int. 4", kNone},
      {"another scala", "Via Roma 5 scala A int. 3",
       "Via Roma 5 scala B int. 3", kNone},
      {"an interno and none", "Via Roma 5 int. 3", "Via Roma 5", kNone},
      {"another street", "Via Roma 5", "Via Torino 5", kNone},
      {"numbers change places", "Via Roma 5 int. 3", "Via Roma 3 int. 5",
       kNone},
      {"numbers glued", "Via Roma 5|3", "Via Roma 53", kNone},
      {"no number", "Via Roma snc", "Via Roma S.N.C.", kSafe},
      {"no number, another street", "Via Roma snc", "Via Torino snc", kNone},
  };
  expect_pairs(kMilano, kPairs);
}

// ---- United States ---------------------------------------------------------

TEST(AddressPairs, UnitedStates) {
  constexpr Pair kPairs[] = {
      {"as it stands", "123 Main Street", "123 Main Street", kExact},
      {"case", "123 Main Street", "123 MAIN STREET", kSafe},
      {"St", "123 Main Street", "123 Main St", kSafe},
      {"St.", "123 Main Street", "123 Main St.", kSafe},
      {"Ave", "5 Maple Avenue", "5 Maple Ave.", kSafe},
      {"Blvd", "5 Fiction Boulevard", "5 Fiction Blvd", kSafe},
      {"Rd, Ln, Dr", "5 Mill Road", "5 Mill RD", kSafe},
      {"lane", "5 Nowhere Lane", "5 Nowhere Ln", kSafe},
      {"drive", "5 Nowhere Drive", "5 Nowhere Dr.", kSafe},
      {"a direction before", "5 North Main St", "5 N. Main St", kSafe},
      {"a direction behind", "5 Main St Northwest", "5 Main St NW", kSafe},
      {"a dotted direction", "5 Main St NW", "5 Main St N.W.", kSafe},
      {"Apt", "5 Main St Apartment 4", "5 Main St, Apt. 4", kSafe},
      {"#", "5 Main St Apt 4", "5 Main St #4", kSafe},
      {"# behind Apt", "5 Main St Apt 4", "5 Main St Apt # 4", kSafe},
      {"Unit", "5 Main St Apt 4", "5 Main St|Unit 4", kSafe},
      {"No.", "5 Main St Apt 4", "5 Main St No. 4", kSafe},
      {"Suite", "5 Main St Suite 4", "5 Main St Ste. 4", kSafe},
      {"Suite and #", "5 Main St Suite 4", "5 Main St Suite #4", kSafe},
      {"an apartment with a letter", "5 Main St Apt 4B", "5 Main St Apt 4-B",
       kSafe},
      {"Saint", "5 Saint James Street", "5 St. James St", kSafe},
      {"an ordinal", "123 W 42nd Street", "123 West 42 St", kSafe},
      {"an apostrophe", "5 O'Brien Ave", "5 OBrien Avenue", kSafe},
      {"a post office box", "P.O. Box 55", "PO BOX 55", kSafe},
      {"two lines or one", "5 Main St|Apt 4", "5 Main St Apt 4", kSafe},
      {"a unit's word left out", "5 Main St Apt 4", "5 Main St 4", kLoose},
      {"suite for apartment", "5 Main St Apt 4", "5 Main St Ste 4", kLoose},
      {"a company behind", "5 Main St", "5 Main St|Madeup Supplies LLC",
       kLoose},
      {"a company before", "5 Main St", "Madeup Supplies LLC|5 Main St",
       kLoose},
      {"a street is no avenue", "5 Main St", "5 Main Ave", kNone},
      {"another house", "5 Main St", "6 Main St", kNone},
      {"another street", "5 Main St", "5 Maple St", kNone},
      {"north and south", "5 N Main St", "5 S Main St", kNone},
      {"a direction and none", "5 N Main St", "5 Main St", kNone},
      {"another apartment", "5 Main St Apt 4", "5 Main St Apt 5", kNone},
      {"another apartment's letter", "5 Main St Apt B", "5 Main St Apt C",
       kNone},
      {"an apartment and none", "5 Main St Apt 4", "5 Main St", kNone},
      {"numbers change places", "5 Main St Apt 4", "4 Main St Apt 5", kNone},
      {"a hyphen is a gap", "123-45 Main St", "12345 Main St", kNone},
      {"another ordinal", "5 W 42nd St", "5 W 43rd St", kNone},
      {"another box", "PO Box 55", "PO Box 56", kNone},
  };
  expect_pairs(kSpringfield, kPairs);
}

// ---- Elsewhere, and across borders -----------------------------------------

TEST(AddressPairs, OtherCountries) {
  struct Row {
    const char* name;
    Cells place;
    std::string_view one, other;
    Level expected;
  };
  constexpr Cells kKoeln{"", "Köln", "", "50667", "DE"};
  constexpr Cells kLyon{"", "Lyon", "", "69001", "FR"};
  constexpr Cells kMalaga{"Málaga", "Málaga", "", "29001", "ES"};
  constexpr Cells kLondon{"", "London", "", "SW1A 1AA", "GB"};
  constexpr Cells kSaoPaulo{"São Paulo", "São Paulo", "", "01001-000", "BR"};
  constexpr Cells kBucharest{"", "București", "", "010011", "RO"};
  const Row rows[] = {
      {"sharp s", kKoeln, "Gartenstraße 12", "GARTENSTRASSE 12", kSafe},
      {"capital sharp s", kKoeln, "Gartenstraße 12", "GARTENSTRA\u1E9EE 12",
       kSafe},
      {"Str.", kKoeln, "Gartenstraße 12", "Gartenstr. 12", kSafe},
      {"in two words", kKoeln, "Garten Straße 12", "Gartenstr. 12", kSafe},
      {"umlaut as two letters", kKoeln, "Mühlenweg 3", "Muehlenweg 3", kSafe},
      {"umlaut left out", kKoeln, "Mühlenweg 3", "Muhlenweg 3", kSafe},
      {"a letter", kKoeln, "Mühlenweg 3 a", "Mühlenweg 3a", kSafe},
      {"a way is no street", kKoeln, "Mühlenweg 3", "Mühlenstr. 3", kNone},
      {"another house", kKoeln, "Mühlenweg 3", "Mühlenweg 4", kNone},
      {"av.", kLyon, "12 avenue de l'Étoile", "12 av. de l\u2019Etoile", kSafe},
      {"bd", kLyon, "12, boulevard Voltaire", "12 Bd Voltaire", kSafe},
      {"bis", kLyon, "12 bis rue de la Paix", "12bis Rue de la Paix", kSafe},
      {"batiment", kLyon, "12 rue de la Paix|Bâtiment C",
       "12 rue de la Paix Bât. C", kSafe},
      {"another staircase", kLyon, "12 rue de la Paix Bât C",
       "12 rue de la Paix Bât D", kNone},
      {"a street is no avenue", kLyon, "12 rue Foch", "12 av. Foch", kNone},
      {"calle", kMalaga, "Calle del Olmo 5", "C/ del Olmo, 5", kSafe},
      {"avda", kMalaga, "Avenida Andalucía 5", "Avda. Andalucia 5", kSafe},
      {"piso", kMalaga, "Calle Olmo 5, piso 3", "C/ Olmo 5 planta 3", kSafe},
      {"road and street", kLondon, "12 High Street", "12 High St.", kSafe},
      {"road", kLondon, "12 Mill Road", "12 Mill Rd", kSafe},
      {"a flat before", kLondon, "Flat 3, 12 High Street",
       "Apartment 3|12 High St", kSafe},
      {"another flat", kLondon, "Flat 3, 12 High Street",
       "Flat 4, 12 High Street", kNone},
      {"a house with a name", kLondon, "Rose Cottage, Mill Lane",
       "Rose Cottage, Mill Ln", kSafe},
      {"another house with a name", kLondon, "Rose Cottage, Mill Lane",
       "Ivy Cottage, Mill Lane", kNone},
      {"rua", kSaoPaulo, "Rua das Palmeiras, 10", "R. das Palmeiras 10", kSafe},
      {"praca", kSaoPaulo, "Praça da Sé, 10", "Pça. da Se 10", kSafe},
      {"commas below", kBucharest, "Strada Țării 5", "Strada Tarii 5", kSafe},
      {"no words of its own", kBucharest, "Strada Lungă 5", "Str. Lunga 5",
       kNone},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(level_of(in(row.place, row.one), in(row.place, row.other)),
              row.expected)
        << row.name;
  }
}

TEST(AddressPairs, OtherCells) {
  struct Row {
    const char* name;
    Cells one, other;
    Level expected;
  };
  constexpr Cells kJapan = {"東京都", "", "江東区豊洲1-2", "135-0061", "JP"};
  constexpr Cells kUs = {"IL", "Springfield", "5 Main St", "62701", "US"};
  const auto with = [](Cells cells, auto change) {
    change(cells);
    return cells;
  };
  const auto us_zip = [&](std::string_view zip) {
    return with(kUs, [&](Cells& a) { a.postal_code = zip; });
  };
  const auto jp_postal = [&](std::string_view code) {
    return with(kJapan, [&](Cells& a) { a.postal_code = code; });
  };
  const auto country = [&](const Cells& cells, std::string_view letters) {
    return with(cells, [&](Cells& a) { a.country = letters; });
  };
  const Row rows[] = {
      {"postal code with its mark", kJapan, jp_postal("〒１３５－００６１"),
       kSafe},
      {"another postal code", kJapan, jp_postal("135-0062"), kNone},
      {"a postal code cut short", kJapan, jp_postal("135-006"), kNone},
      {"ZIP+4 is more than ZIP", us_zip("62701"), us_zip("62701-0042"), kLoose},
      {"two ZIP+4", us_zip("62701-0041"), us_zip("62701-0042"), kLoose},
      {"two ZIPs", us_zip("62701"), us_zip("62702"), kNone},
      {"no postal code", us_zip(""), us_zip(""), kNone},
      {"a postal code of words", us_zip("不明"), us_zip("不明"), kNone},
      {"small letters of a country", kJapan, country(kJapan, "jp"), kSafe},
      {"another country", kJapan, country(kJapan, "US"), kNone},
      {"another country, same words", kUs, country(kUs, "CA"), kNone},
      {"one without country", kUs, country(kUs, ""), kNone},
      {"both without country", country(kUs, ""), country(kUs, ""), kExact},
      {"Japan's without country", country(kJapan, ""),
       with(country(kJapan, ""),
            [](Cells& a) { a.street = "江東区豊洲１丁目２番"; }),
       kSafe},
      {"a country in words", country(kUs, "United States"),
       country(kUs, "United States"), kNone},
      {"a country of signs", country(kUs, "//"), country(kUs, "//"), kNone},
      {"state written out", kUs,
       with(kUs, [](Cells& a) { a.state = "Illinois"; }), kLoose},
      {"another city", kUs, with(kUs, [](Cells& a) { a.city = "Salem"; }),
       kNone},
      {"a saintly city", with(kUs, [](Cells& a) { a.city = "Saint Louis"; }),
       with(kUs, [](Cells& a) { a.city = "ST. LOUIS"; }), kSafe},
      {"no street", with(kUs, [](Cells& a) { a.street = ""; }),
       with(kUs, [](Cells& a) { a.street = ""; }), kNone},
      {"a street of signs", with(kUs, [](Cells& a) { a.street = "-- ."; }),
       with(kUs, [](Cells& a) { a.street = "-- ."; }), kNone},
      {"Japan: no street", with(kJapan, [](Cells& a) { a.street = "　"; }),
       with(kJapan, [](Cells& a) { a.street = "　"; }), kNone},
      {"Japan: hyphens for a street",
       with(kJapan, [](Cells& a) { a.street = "－"; }),
       with(kJapan, [](Cells& a) { a.street = "－"; }), kNone},
      {"Japan: nothing but a prefecture",
       with(kJapan, [](Cells& a) { a.street = "東京都"; }),
       with(kJapan, [](Cells& a) { a.street = "東京都"; }), kNone},
      {"Japan: the city's cell",
       with(kJapan,
            [](Cells& a) {
              a.city = "江東区";
              a.street = "豊洲1-2";
            }),
       kJapan, kSafe},
      {"nothing at all", Cells{}, Cells{}, kNone},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(level_of(row.one, row.other), row.expected) << row.name;
  }
}

// ---- Properties ------------------------------------------------------------

constexpr std::string_view kStreets[] = {
    "江東区豊洲一丁目２番２７号　ﾒｿﾞﾝﾊﾟｰｸ Ⅲ-１０１号室",
    "9番地7千代田21ビル",
    "京都市中京区寺町通り御池上がる本能寺前町488",
    "札幌市中央区北一条西2丁目3 第二ビル",
    "港区﨑町1の2 乙",
    "霞が関1-2 タワー36階 A棟",
    "5 N. Main Street Apt #4-B",
    "Via S. Marco n° 4/A, scala B int. 3",
    "Gartenstraße 12 a",
    "12 bis, av. de l'Étoile",
    "無番地",
    "Rose Cottage",
    "P.O. Box 55"};
constexpr std::string_view kCountries[] = {"JP", "US", "IT", "DE", "FR",
                                           "ES", "BR", "SE", ""};

TEST(AddressKeys, ReadTheSameAgain) {
  AddressKeys used, fresh;
  for (const std::string_view country : kCountries) {
    for (const std::string_view street : kStreets) {
      const Address address{"東京都", "", street, "135-0061", country};
      AddressKeys keys;
      ASSERT_TRUE(keys.read(address)) << street;
      ASSERT_TRUE(used.read(address)) << street;
      EXPECT_EQ(used.safe(), keys.safe());
      EXPECT_EQ(used.loose(), keys.loose());
      EXPECT_EQ(used.numbers(), keys.numbers());
      EXPECT_EQ(match(used, keys), AddressMatch::kSafe);
    }
  }
}

// Folding what was folded changes nothing.
TEST(AddressKeys, AreTheirOwnSafeForm) {
  for (const std::string_view country :
       {"JP", "US", "IT", "DE", "FR", "ES", "BR", "SE"}) {
    for (const std::string_view street : kStreets) {
      AddressKeys once, again;
      ASSERT_TRUE(once.read({"", "", street, "135", country}));
      std::string folded =
          once.safe().substr(std::string_view("JP/135/").size());
      if (std::string_view(country) != "JP")
        folded = folded.substr(1, folded.size() - 2);
      ASSERT_TRUE(again.read({"", "", folded, "135", country}));
      EXPECT_EQ(once.safe(), again.safe()) << country << ' ' << street;
      EXPECT_EQ(once.loose(), again.loose()) << country << ' ' << street;
    }
  }
}

TEST(AddressKeys, OfTwoStreetsNeverMeet) {
  for (const std::string_view country : kCountries) {
    for (const std::string_view one : kStreets) {
      for (const std::string_view other : kStreets) {
        if (one == other) continue;
        EXPECT_EQ(level_of({"東京都", "", one, "1350061", country},
                           {"東京都", "", other, "1350061", country}),
                  kNone)
            << country << ' ' << one << " / " << other;
      }
    }
  }
}

// One number more, or another, and no level is left.
TEST(AddressKeys, NumbersDecide) {
  for (const std::string_view country : kCountries) {
    for (const std::string_view street : kStreets) {
      const std::string more = std::string(street) + " 777";
      EXPECT_EQ(level_of({"東京都", "", street, "1350061", country},
                         {"東京都", "", more, "1350061", country}),
                kNone)
          << country << ' ' << street;
      for (std::size_t i = 0; i < street.size(); ++i) {
        if (street[i] < '0' || street[i] > '9') continue;
        std::string another(street);
        another[i] = another[i] == '8' ? '6' : '8';
        EXPECT_EQ(level_of({"東京都", "", street, "1350061", country},
                           {"東京都", "", another, "1350061", country}),
                  kNone)
            << country << ' ' << street << " / " << another;
      }
    }
  }
}

TEST(AddressKeys, Numbers) {
  AddressKeys keys;
  ASSERT_TRUE(keys.read(
      {"東京都", "", "江東区豊洲一丁目２番２７号\nメゾン101", "135", "JP"}));
  EXPECT_EQ(keys.numbers(), "1-2-27-101");
  EXPECT_EQ(keys.prefecture(), 13);
  ASSERT_TRUE(keys.read({"", "", "123-45 W 42nd St Apt 4B", "62701", "US"}));
  EXPECT_EQ(keys.numbers(), "123-45-42-4");
  EXPECT_EQ(keys.prefecture(), 0);
  ASSERT_TRUE(keys.read({"東京都", "", "無番地", "135", "JP"}));
  EXPECT_EQ(keys.numbers(), "");
}

}  // namespace
}  // namespace parcelwise
