// The 47 prefectures of Japan, by any of their names.
#ifndef PARCELWISE_ADDRESS_PREFECTURE_H_
#define PARCELWISE_ADDRESS_PREFECTURE_H_

#include <optional>
#include <string>
#include <string_view>

namespace parcelwise {

inline constexpr int kPrefectures = 47;

// 0 to 46, JIS X 0401's number less one. Japanese with or without 都, 道, 府,
// 県; the romanised name, with or without -to, -fu, -ken or "prefecture", long
// vowels written ō, ou, oo or o; any width and case. Nothing else is guessed.
//   find_prefecture("ＴＯＫＹＯ-to") -> 12
//   find_prefecture("京都")         -> 25
//   find_prefecture("東京府"), find_prefecture("江東区") -> nullopt
std::optional<int> find_prefecture(std::string_view utf8);

// "東京都"
std::string_view prefecture_name(int prefecture);
// "Tokyo"
std::string prefecture_romanised(int prefecture);

}  // namespace parcelwise

#endif  // PARCELWISE_ADDRESS_PREFECTURE_H_
