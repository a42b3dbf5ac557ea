// Tests core/address/prefecture.cc.
#include "address/prefecture.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace parcelwise {
namespace {

TEST(Prefecture, by_every_name) {
  struct Row {
    const char* text;
    const char* prefecture;  // "" for none
  };
  const Row rows[] = {{"東京都", "東京都"},
                      {"東京", "東京都"},
                      {"Tokyo", "東京都"},
                      {"TOKYO", "東京都"},
                      {"tokyo-to", "東京都"},
                      {"Tōkyō", "東京都"},
                      {"Toukyou", "東京都"},
                      {"Ｔｏｋｙｏ", "東京都"},
                      {"Tokyo Prefecture", "東京都"},
                      {" 東京都　", "東京都"},
                      {"京都", "京都府"},
                      {"京都府", "京都府"},
                      {"Kyoto", "京都府"},
                      {"Kyoto-fu", "京都府"},
                      {"Kyōto", "京都府"},
                      {"大阪", "大阪府"},
                      {"Osaka", "大阪府"},
                      {"Oosaka fu", "大阪府"},
                      {"北海道", "北海道"},
                      {"Hokkaido", "北海道"},
                      {"Hokkaidō", "北海道"},
                      {"hokkaidou", "北海道"},
                      {"兵庫", "兵庫県"},
                      {"Hyōgo-ken", "兵庫県"},
                      {"Hyougo", "兵庫県"},
                      {"Gumma", "群馬県"},
                      {"Gumma-ken", "群馬県"},
                      {"Gunma Prefecture", "群馬県"},
                      {"Oita", "大分県"},
                      {"Ōita", "大分県"},
                      {"KOCHI", "高知県"},
                      {"Kouchi", "高知県"},
                      {"鹿児島", "鹿児島県"},
                      {"東京府", ""},
                      {"京都都", ""},
                      {"東京都江東区", ""},
                      {"江東区", ""},
                      {"北海", ""},
                      {"Kyoto-to", ""},
                      {"Tokyo-ken", ""},
                      {"New York", ""},
                      {"", ""},
                      {"都", ""},
                      {"県", ""},
                      {"prefecture", ""},
                      {"-", ""},
                      {"京", ""},
                      {"福", ""},
                      {"Ooita", "大分県"},
                      {"OITA-KEN", "大分県"},
                      {"Kōchi", "高知県"},
                      {"Tokyo Metropolis", "東京都"},
                      {"Tokyo-Metropolis", "東京都"},
                      {"Osaka City", "大阪府"},
                      {"Osaka-shi", "大阪府"},
                      {"Ōsaka-fu", "大阪府"},
                      {"OSAKA FU", "大阪府"},
                      {"Kyouto", "京都府"},
                      {"Kyouto-fu", "京都府"},
                      {"Gunma", "群馬県"},
                      {"Hokkaido Prefecture", "北海道"},
                      {"Kanagawa Pref", "神奈川県"},
                      {"東京 都", "東京都"},
                      {"Kyoto Metropolis", ""},
                      {"Ibaraki City", ""},
                      {"Yamagata-shi", ""},
                      {"Ibaraki-ken", "茨城県"},
                      {"Fukushima Ward", ""},
                      {"Nara, Japan", ""},
                      {"Narashino", ""},
                      {"Toyko", ""},
                      {"東京都庁", ""},
                      {"大阪市", ""},
                      {"Tokyo 1", ""},
                      {"Tōkyō東京", ""}};
  for (const Row& row : rows) {
    const Prefecture found = find_prefecture(row.text);
    EXPECT_EQ(found != 0 ? prefecture_name(found) : "", row.prefecture)
        << row.text;
  }
}

TEST(Prefecture, all_47_in_every_form_and_no_two_alike) {
  std::set<std::string> seen;
  for (Prefecture i = 1; i <= kPrefectures; ++i) {
    const std::string name(prefecture_name(i));
    const std::string romanised = prefecture_romanised(i);
    EXPECT_TRUE(seen.insert(name).second) << name;
    EXPECT_EQ(find_prefecture(name), i) << name;
    EXPECT_EQ(find_prefecture(romanised), i) << romanised;
    EXPECT_EQ(find_prefecture(romanised + " PREFECTURE"), i) << romanised;
    const WidthFolded opens(name + "中央区1-2");
    const OpeningPrefecture opening = opening_prefecture(opens);
    EXPECT_EQ(opening.prefecture, i) << name;
    EXPECT_EQ(*opening.rest, U'中') << name;
    if (i == 1) continue;  // 北海道 is never 北海
    const std::string bare = name.substr(0, name.size() - 3);
    EXPECT_EQ(find_prefecture(bare), i) << bare;
    EXPECT_EQ(opening_prefecture(WidthFolded(bare + "中央区1-2")).prefecture, 0)
        << bare;
  }
  EXPECT_EQ(prefecture_name(13), "東京都");
  EXPECT_EQ(prefecture_romanised(13), "Tokyo");
}

TEST(Prefecture, a_text_too_long_is_none) {
  EXPECT_EQ(find_prefecture("Tokyo" + std::string(95, ' ')), 13);
  EXPECT_EQ(find_prefecture("Tokyo" + std::string(96, ' ')), 0);
  EXPECT_EQ(find_prefecture(std::string(40, 'a')), 0);
}

}  // namespace
}  // namespace parcelwise
