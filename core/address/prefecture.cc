// Prefectures: one table of names, and the endings that people leave out.
#include "address/prefecture.h"

#include <string>

#include "text/fold.h"

namespace parcelwise {
namespace {

struct Prefecture {
  std::string_view japanese;
  std::string_view romanised;  // as long_vowels_short leaves it
};

// In the order of JIS X 0401.
constexpr Prefecture kNames[kPrefectures] = {
    {"北海道", "hokkaido"},  {"青森県", "aomori"},
    {"岩手県", "iwate"},     {"宮城県", "miyagi"},
    {"秋田県", "akita"},     {"山形県", "yamagata"},
    {"福島県", "fukushima"}, {"茨城県", "ibaraki"},
    {"栃木県", "tochigi"},   {"群馬県", "gunma"},
    {"埼玉県", "saitama"},   {"千葉県", "chiba"},
    {"東京都", "tokyo"},     {"神奈川県", "kanagawa"},
    {"新潟県", "niigata"},   {"富山県", "toyama"},
    {"石川県", "ishikawa"},  {"福井県", "fukui"},
    {"山梨県", "yamanashi"}, {"長野県", "nagano"},
    {"岐阜県", "gifu"},      {"静岡県", "shizuoka"},
    {"愛知県", "aichi"},     {"三重県", "mie"},
    {"滋賀県", "shiga"},     {"京都府", "kyoto"},
    {"大阪府", "osaka"},     {"兵庫県", "hyogo"},
    {"奈良県", "nara"},      {"和歌山県", "wakayama"},
    {"鳥取県", "tottori"},   {"島根県", "shimane"},
    {"岡山県", "okayama"},   {"広島県", "hiroshima"},
    {"山口県", "yamaguchi"}, {"徳島県", "tokushima"},
    {"香川県", "kagawa"},    {"愛媛県", "ehime"},
    {"高知県", "kochi"},     {"福岡県", "fukuoka"},
    {"佐賀県", "saga"},      {"長崎県", "nagasaki"},
    {"熊本県", "kumamoto"},  {"大分県", "oita"},
    {"宮崎県", "miyazaki"},  {"鹿児島県", "kagoshima"},
    {"沖縄県", "okinawa"}};

constexpr std::size_t kKanji = 3;  // bytes of 都, 道, 府 and 県

// No prefecture's name has ou, oo or uu but for a long vowel.
std::string long_vowels_short(std::string_view text) {
  std::string shorter;
  for (const char c : text) {
    const char before = shorter.empty() ? '\0' : shorter.back();
    if ((before == 'o' && (c == 'u' || c == 'o')) ||
        (before == 'u' && c == 'u'))
      continue;
    shorter += c;
  }
  if (shorter.starts_with("gumma")) shorter[2] = 'n';
  return shorter;
}

std::string_view romanised_ending(std::string_view japanese) {
  if (japanese.ends_with("都")) return "to";
  if (japanese.ends_with("府")) return "fu";
  return japanese.ends_with("県") ? "ken" : "";
}

}  // namespace

std::optional<int> find_prefecture(std::string_view utf8) {
  if (utf8.size() > 100) return std::nullopt;
  const std::string folded = fold_for_search(utf8);
  std::string romanised = long_vowels_short(folded);
  constexpr std::string_view kPrefecture = "prefecture";
  if (romanised.ends_with(kPrefecture)) {
    romanised.resize(romanised.size() - kPrefecture.size());
  }
  for (int i = 0; i < kPrefectures; ++i) {
    const auto& [japanese, name] = kNames[i];
    if (folded == japanese) return i;
    // 北海道 is never 北海.
    if (i != 0 && folded == japanese.substr(0, japanese.size() - kKanji))
      return i;
    if (romanised == name) return i;
    const std::string_view ending = romanised_ending(japanese);
    if (!ending.empty() && romanised.starts_with(name) &&
        std::string_view(romanised).substr(name.size()) == ending) {
      return i;
    }
  }
  return std::nullopt;
}

std::string_view prefecture_name(int prefecture) {
  return kNames[prefecture].japanese;
}

std::string prefecture_romanised(int prefecture) {
  std::string name(kNames[prefecture].romanised);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

}  // namespace parcelwise
