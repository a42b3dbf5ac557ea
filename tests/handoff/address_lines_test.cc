// Tests core/handoff/address_lines.cc.
#include "handoff/address_lines.h"

#include <gtest/gtest.h>

#include <random>

#include "draws.h"

namespace parcelwise {
namespace {

std::string shown(const std::optional<SplitText>& split) {
  if (!split) return "does not fit";
  std::string text;
  for (const std::string& line : split->lines) {
    if (!text.empty()) text += " | ";
    text += line;
  }
  return split->cut_word ? text + " (cut)" : text;
}

TEST(SplitText, breaks_where_a_person_would) {
  struct Row {
    const char* name;
    std::vector<std::string> reported;
    std::vector<std::size_t> limits;
    const char* lines;
  };
  const std::vector<std::size_t> four_of_20 = {40, 40, 40, 40};
  const std::vector<std::size_t> three_of_16 = {32, 32, 32};
  const Row rows[] = {
      {"one line", {"東京都江東区豊洲"}, four_of_20, "東京都江東区豊洲"},
      {"the lines as told",
       {"東京都江東区豊洲1-2-27", "メゾン豊洲101"},
       four_of_20,
       "東京都江東区豊洲1-2-27 | メゾン豊洲101"},
      {"blank lines",
       {"東京都江東区豊洲1-2-27", "", " 　"},
       four_of_20,
       "東京都江東区豊洲1-2-27"},
      {"nothing", {"", "  "}, four_of_20, ""},
      {"spaces around",
       {"　東京都江東区豊洲1 "},
       four_of_20,
       "東京都江東区豊洲1"},
      {"the building has a line of its own",
       {"東京都江東区豊洲1-2-27メゾン豊洲101"},
       four_of_20,
       "東京都江東区豊洲1-2-27 | メゾン豊洲101"},
      {"a building in kanji",
       {"東京都江東区豊洲1丁目2番27号豊洲荘2階"},
       four_of_20,
       "東京都江東区豊洲1丁目2番27号 | 豊洲荘2階"},
      {"no line left for the building",
       {"江東区豊洲1-2-27メゾン101"},
       {40},
       "江東区豊洲1-2-27メゾン101"},
      {"a town behind 条 is no building",
       {"札幌市中央区北1条西2丁目3-4"},
       four_of_20,
       "札幌市中央区北1条西2丁目3-4"},
      {"too long for a line: behind the municipality",
       {"神奈川県横浜市保土ケ谷区権太坂1-2-3"},
       three_of_16,
       "神奈川県横浜市保土ケ谷区 | 権太坂1-2-3"},
      {"before the number, not in it",
       {"愛知県北設楽郡東栄町大字下田字軒山1234-5678"},
       three_of_16,
       "愛知県北設楽郡東栄町 | 大字下田字軒山1234-5678"},
      {"a space before a word",
       {"Toyosu Tower East 101"},
       {14, 14},
       "Toyosu Tower | East 101"},
      {"a katakana word is whole",
       {"豊洲1-2メゾンドトヨスパレス3F"},
       {20, 24},
       "豊洲1-2 | メゾンドトヨスパレス3F"},
      {"a word is cut where nothing else is left",
       {"メゾンドトヨスパレス"},
       {10, 10},
       "メゾンドト | ヨスパレス (cut)"},
      {"kanji before katakana words",
       {"豊洲南東京湾岸住宅街メゾンドパレス"},
       {24, 24},
       "豊洲南東京湾岸住宅街 | メゾンドパレス"},
      {"digits only where nothing else is left",
       {"12345678"},
       {4, 4},
       "1234 | 5678 (cut)"},
      {"a hyphen's number rather than digits",
       {"1234-56789"},
       {5, 6},
       "1234- | 56789 (cut)"},
      {"a counter stays with its number",
       {"豊洲タワー１２階１２０１号室"},
       {22, 20},
       "豊洲タワー１２階 | １２０１号室"},
      {"a capital is of its word", {"McDonald"}, {6, 6}, "McDona | ld (cut)"},
      {"A and Z are letters", {"aAzZbA"}, {4, 4}, "aAzZ | bA (cut)"},
      {"an accent is of its word",
       {"Citro\u00EBn"},
       {6, 6},
       "Citro | \u00EBn (cut)"},
      {"so is the last letter of Latin Extended",
       {"ab\u024Fcd"},
       {4, 4},
       "ab\u024F | cd (cut)"},
      {"a full-width word",
       {"\uFF2D\uFF43\uFF24"},
       {4, 4},
       "\uFF2D\uFF43 | \uFF24 (cut)"},
      {"a combining accent stays with its letter",
       {"Citroe\u0308n"},
       {6, 6},
       "Citro | e\u0308n (cut)"},
      {"so does the last of them",
       {"ab\u036Fcd"},
       {2, 6},
       "a | b\u036Fcd (cut)"},
      {"a voiced mark stays with its kana",
       {"ｶﾞｶﾞｶﾞ"},
       {5, 2},
       "ｶﾞｶﾞ | ｶﾞ (cut)"},
      {"a long vowel mark between digits is a hyphen",
       {"豊洲1ー2ー27ビル"},
       {16, 20},
       "豊洲1ー2ー27 | ビル"},
      {"brackets stay closed", {"豊洲1-2(ビル)"}, {8, 8}, "豊洲1-2 | (ビル)"},
      {"all lines full",
       {"一二三四", "五六七八"},
       {8, 8},
       "一二三四 | 五六七八"},
      {"a character too many",
       {"一二三四", "五六七八九"},
       {8, 8},
       "does not fit"},
      {"a name",
       {"株式会社豊洲商事 営業部 田中花子"},
       {30, 30},
       "株式会社豊洲商事 営業部 | 田中花子"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(
        shown(split_text(row.reported, row.limits, WidthUnit::kHalfWidths)),
        row.lines)
        << row.name;
  }
}

TEST(SplitText, counts_half_widths_or_characters) {
  struct Row {
    const char* text;
    std::size_t half_widths, characters;
  };
  const Row rows[] = {{"", 0, 0},        {"abc", 3, 3},  {"豊洲", 4, 2},
                      {"ﾄﾖｽ", 3, 3},     {"１２", 4, 2}, {"ﾊﾞｶﾞ", 4, 4},
                      {"豊洲1-2", 7, 5}, {"　 ", 3, 2},  {"𠮷", 2, 1}};
  for (const Row& row : rows) {
    EXPECT_EQ(text_width(row.text, WidthUnit::kHalfWidths), row.half_widths)
        << row.text;
    EXPECT_EQ(text_width(row.text, WidthUnit::kCharacters), row.characters)
        << row.text;
  }
  const std::string reported[] = {"東京都江東区豊洲1-2-27"};
  const std::size_t sixteen[] = {16}, thirteen[] = {13};
  EXPECT_TRUE(
      split_text(reported, sixteen, WidthUnit::kCharacters).has_value());
  EXPECT_FALSE(
      split_text(reported, thirteen, WidthUnit::kCharacters).has_value());
}

TEST(JapaneseParts, ends_the_municipality_with_its_ward_or_town) {
  struct Row {
    const char* address;
    const char* prefecture;
    const char* city;
  };
  const Row rows[] = {
      {"東京都江東区豊洲1-2-27", "東京都", "江東区"},
      {"東京都府中市二ツ池1-9-3", "東京都", "府中市"},
      {"東京都大島町元町1", "東京都", "大島町"},
      {"神奈川県横浜市西区みなとみらい2", "神奈川県", "横浜市西区"},
      {"神奈川県横浜市保土ケ谷区権太坂1", "神奈川県", "横浜市保土ケ谷区"},
      {"北海道札幌市中央区北1条西2丁目", "北海道", "札幌市中央区"},
      {"三重県四日市市諏訪町1", "三重県", "四日市市"},
      {"広島県廿日市市下平良1", "広島県", "廿日市市"},
      {"千葉県市川市八幡1", "千葉県", "市川市"},
      {"千葉県市原市五井1", "千葉県", "市原市"},
      {"福島県郡山市朝日1", "福島県", "郡山市"},
      {"奈良県大和郡山市北郡山町1", "奈良県", "大和郡山市"},
      {"愛知県蒲郡市旭町17", "愛知県", "蒲郡市"},
      {"北海道余市郡余市町朝日町26", "北海道", "余市郡余市町"},
      {"奈良県高市郡明日香村岡55", "奈良県", "高市郡明日香村"},
      {"群馬県佐波郡玉村町下新田201", "群馬県", "佐波郡玉村町"},
      {"佐賀県杵島郡大町町大町5000", "佐賀県", "杵島郡大町町"},
      {"東京都東村山市本町1", "東京都", "東村山市"},
      {"東京都町田市森野2", "東京都", "町田市"},
      {"京都府京都市中京区寺町通御池上る", "京都府", "京都市中京区"},
      {"江東区豊洲1-2-27", "", ""},
      {"Tokyo Koto-ku", "", ""},
      {"東京都", "東京都", ""},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    const std::string address = row.address;
    const JapaneseParts parts = japanese_parts(address);
    EXPECT_EQ(address.substr(0, parts.prefecture_end), row.prefecture)
        << row.address;
    EXPECT_EQ(address.substr(parts.prefecture_end,
                             parts.city_end - parts.prefecture_end),
              row.city)
        << row.address;
  }
}

std::string without_spaces(std::string_view text) {
  std::string rest(text);
  for (const std::string_view space : {" ", "　"}) {
    for (std::size_t at; (at = rest.find(space)) != std::string::npos;)
      rest.erase(at, space.size());
  }
  return rest;
}

std::string all_of(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return without_spaces(text);
}

// Made-up addresses of pieces that real ones have.
class Addresses {
 public:
  std::vector<std::string> next() {
    std::vector<std::string> lines(1 + random_() % 3);
    for (std::string& line : lines) {
      for (auto count = random_() % 7; count > 0; --count)
        line += kPieces[random_() % std::size(kPieces)];
    }
    return lines;
  }
  std::size_t below(std::size_t most) { return random_() % most; }

 private:
  static constexpr const char* kPieces[] = {
      "東京都", "北海道", "江東区", "横浜市西区", "豊洲",   "大字下田",
      "字",     "1",      "12",     "1234567",    "-",      "－",
      "丁目",   "番地",   "号",     "の",         " ",      "　",
      "メゾン", "タワー", "ﾊｲﾂ",    "ﾊﾞｶﾞ",       "ビル",   "A",
      "Tower",  "101",    "２０３", "3F",         "号室",   "階",
      "(",      ")",      "、",     "ヶ丘",       "みなと", "𠮷",
      "é"};
  std::mt19937 random_{7};
};

TEST(SplitText,
     loses_nothing_keeps_to_its_widths_and_fits_its_own_lines_again) {
  Addresses addresses;
  int fitted = 0, cut = 0;
  for (int i = 0; i < draws(20'000); ++i) {
    const std::vector<std::string> reported = addresses.next();
    const WidthUnit unit = addresses.below(3) == 0 ? WidthUnit::kCharacters
                                                   : WidthUnit::kHalfWidths;
    // One after the other: compilers differ in which argument they work out
    // first.
    const std::size_t lines = 1 + addresses.below(4);
    const std::vector<std::size_t> limits(lines, 8 + addresses.below(33));
    const auto split = split_text(reported, limits, unit);
    if (!split) continue;
    ++fitted;
    if (split->cut_word) ++cut;
    EXPECT_EQ(all_of(split->lines), all_of(reported));
    ASSERT_LE(split->lines.size(), limits.size());
    for (std::size_t line = 0; line < split->lines.size(); ++line) {
      EXPECT_FALSE(split->lines[line].empty());
      EXPECT_LE(text_width(split->lines[line], unit), limits[line])
          << split->lines[line];
    }
    const auto again = split_text(split->lines, limits, unit);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(all_of(again->lines), all_of(reported));
    EXPECT_LE(again->cut_word, split->cut_word);
  }
  EXPECT_GT(fitted, draws(5'000));
  EXPECT_GT(cut, draws(100));
}

// Every way to cut a text in two, tried one by one.
TEST(SplitText, never_cuts_through_digits_where_another_cut_exists) {
  Addresses addresses;
  int tried = 0;
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = all_of({addresses.next()[0]});
    const std::size_t width = 6 + addresses.below(20);
    const std::size_t limits[] = {width, width};
    const std::string reported[] = {text};
    const auto split = split_text(reported, limits, WidthUnit::kHalfWidths);
    const auto is_digit = [](std::string_view around, bool last) {
      for (const char* digit : {"0", "1", "2", "3", "4", "5", "6", "7", "8",
                                "9", "０", "２", "３"}) {
        if (last ? around.ends_with(digit) : around.starts_with(digit))
          return true;
      }
      return false;
    };
    bool fits = false,
         fits_otherwise = text_width(text, WidthUnit::kHalfWidths) <= width;
    for (std::size_t at = 1; at < text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
      const std::string_view first = std::string_view(text).substr(0, at);
      const std::string_view second = std::string_view(text).substr(at);
      if (text_width(first, WidthUnit::kHalfWidths) > width ||
          text_width(second, WidthUnit::kHalfWidths) > width) {
        continue;
      }
      fits = true;
      fits_otherwise =
          fits_otherwise || !(is_digit(first, true) && is_digit(second, false));
    }
    ASSERT_EQ(split.has_value(), fits || fits_otherwise) << text;
    if (!split || split->lines.size() < 2 || !fits_otherwise) continue;
    ++tried;
    EXPECT_FALSE(is_digit(split->lines[0], true) &&
                 is_digit(split->lines[1], false))
        << shown(split);
  }
  EXPECT_GT(tried, 1'000);
}

}  // namespace
}  // namespace parcelwise
