// The 47 prefectures of Japan, by any of their names: the one table that
// address keys and tariffs read.
#ifndef PARCELWISE_ADDRESS_PREFECTURE_H_
#define PARCELWISE_ADDRESS_PREFECTURE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "text/width_fold.h"

namespace parcelwise {

// 1 to 47, JIS X 0401's number; 0 is none.
using Prefecture = std::uint8_t;
inline constexpr int kPrefectures = 47;

// The prefecture that a text of its own names, as ship-state does. Japanese
// with or without 都, 府, 県 (北海道 is never 北海); the romanised name, long
// vowels written ō, ou, oo or o, alone or with its own -to, -fu or -ken, with
// prefecture, metropolis (Tokyo alone) or the city of that name; any width and
// case, spaces and hyphens anywhere. Nothing else is guessed.
//   find_prefecture("ＴＯＫＹＯ-to"), find_prefecture("Tokyo Metropolis") -> 13
//   find_prefecture("京都"), find_prefecture("Kyouto") -> 26
//   find_prefecture("東京府"), find_prefecture("江東区"),
//   find_prefecture("Kyoto-to"), find_prefecture("Ibaraki City") -> 0:
//     a city of Ibaraki lies in Osaka
Prefecture find_prefecture(std::string_view utf8);

// The prefecture whose full name opens an address at `begin`, and where the
// rest begins: 東京都江東区 is 13 and 江東区. A short name is none: 福島 is a
// ward of Osaka.
struct OpeningPrefecture {
  Prefecture prefecture = 0;
  const char32_t* rest = nullptr;
};
OpeningPrefecture opening_prefecture(const WidthFolded& text);

// Of 1 to 47: "東京都".
std::string_view prefecture_name(Prefecture prefecture);
// "Tokyo"
std::string prefecture_romanised(Prefecture prefecture);

}  // namespace parcelwise

#endif  // PARCELWISE_ADDRESS_PREFECTURE_H_
