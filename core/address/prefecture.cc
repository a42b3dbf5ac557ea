// Prefectures: one table of names, and the endings that people leave out or
// write in their place.
#include "address/prefecture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

#include "text/ascii.h"
#include "text/latin.h"

namespace parcelwise {
namespace {

struct PrefectureName {
  std::string_view japanese;
  std::string_view romanised;  // as LatinName leaves it
};

// In the order of JIS X 0401.
constexpr PrefectureName kNames[] = {
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
static_assert(std::size(kNames) == kPrefectures);
constexpr Prefecture kHokkaido = 1, kYamagata = 6, kIbaraki = 8, kTokyo = 13;

constexpr std::size_t kBytes = 3;  // UTF-8 of each character of these names
constexpr std::size_t kLongest = 4;

// Their characters, each name ended by 0.
using Kanji = std::array<char32_t, kLongest + 1>;
constexpr Kanji kanji_of(std::string_view utf8) {
  Kanji kanji{};
  for (std::size_t i = 0; i < utf8.size() / kBytes; ++i) {
    const auto bits = [&](std::size_t byte, unsigned mask) {
      return static_cast<char32_t>(
          static_cast<unsigned char>(utf8[kBytes * i + byte]) & mask);
    };
    kanji[i] = bits(0, 0x0F) << 12 | bits(1, 0x3F) << 6 | bits(2, 0x3F);
  }
  return kanji;
}
constexpr std::array<Kanji, kPrefectures> make_kanji() {
  std::array<Kanji, kPrefectures> all{};
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i] = kanji_of(kNames[i].japanese);
  return all;
}
constexpr auto kKanji = make_kanji();

// No two prefectures share their first two kanji, nor their places here.
constexpr std::size_t kPlaces = 256;
constexpr char32_t kFactor = 27;
constexpr std::size_t place_of(char32_t first, char32_t second) {
  return (first * kFactor + second) % kPlaces;
}

constexpr std::array<Prefecture, kPlaces> make_places() {
  std::array<Prefecture, kPlaces> places{};
  for (std::size_t i = 0; i < kKanji.size(); ++i) {
    places[place_of(kKanji[i][0], kKanji[i][1])] =
        static_cast<Prefecture>(i + 1);
  }
  return places;
}
constexpr auto kByPlace = make_places();
static_assert(std::count(kByPlace.begin(), kByPlace.end(), 0) ==
              kPlaces - std::size(kNames));

// How many characters of the full name stand at `p`, at most all.
std::ptrdiff_t matched(Prefecture prefecture, const char32_t* p) {
  const Kanji& kanji = kKanji[prefecture - 1u];
  std::ptrdiff_t length = 0;
  while (kanji[static_cast<std::size_t>(length)] != 0 &&
         p[length] == kanji[static_cast<std::size_t>(length)])
    ++length;
  return length;
}

std::ptrdiff_t length_of(Prefecture prefecture) {
  return static_cast<std::ptrdiff_t>(kNames[prefecture - 1u].japanese.size() /
                                     kBytes);
}

Prefecture by_first_two(const char32_t* p) {
  if (p[0] < 0x4E00) return 0;
  const Prefecture found = kByPlace[place_of(p[0], p[1])];
  return found != 0 && matched(found, p) >= 2 ? found : Prefecture{0};
}

bool parts_words(char32_t c) { return c == ' ' || c == '-'; }

// A romanised name's base letters without spaces, hyphens and long vowels: no
// prefecture's name has ou, oo or uu but for one. Empty where anything else
// stands in it, or more than a prefecture's name can hold.
class LatinName {
 public:
  explicit LatinName(const char32_t* p) {
    for (; *p != 0; ++p) {
      if (parts_words(*p)) continue;
      const std::string_view base = latin_base(*p);
      if (!is_small_letter(*p) && base.size() != 1) return;
      put(base.empty() ? static_cast<char>(*p) : base.front());
      if (size_ == sizeof letters_) return;
    }
    if (text().starts_with("gumma")) letters_[2] = 'n';
    whole_ = true;
  }

  std::string_view text() const { return {letters_, size_}; }
  bool whole() const { return whole_ && size_ != 0; }

 private:
  void put(char c) {
    const char before = size_ == 0 ? '\0' : letters_[size_ - 1];
    const bool lengthens = (before == 'o' && (c == 'u' || c == 'o')) ||
                           (before == 'u' && c == 'u');
    if (!lengthens) letters_[size_++] = c;
  }

  char letters_[32];
  std::size_t size_ = 0;
  bool whole_ = false;
};

std::string_view romanised_ending(std::string_view japanese) {
  if (japanese.ends_with("都")) return "to";
  if (japanese.ends_with("府")) return "fu";
  return japanese.ends_with("県") ? "ken" : "";
}

// What may stand behind a prefecture's romanised name. A city of Ibaraki lies
// in Osaka and one of Yamagata in Gifu: these two names tell nothing.
bool may_end(Prefecture prefecture, std::string_view ending) {
  if (ending.empty() || ending == "prefecture" || ending == "pref") return true;
  if (ending == romanised_ending(kNames[prefecture - 1u].japanese)) return true;
  if (ending == "metropolis") return prefecture == kTokyo;
  return (ending == "city" || ending == "shi") && prefecture != kIbaraki &&
         prefecture != kYamagata;
}

Prefecture by_latin_name(const char32_t* p) {
  const LatinName name(p);
  if (!name.whole()) return 0;
  for (Prefecture i = 1; i <= kPrefectures; ++i) {
    const std::string_view romanised = kNames[i - 1u].romanised;
    if (name.text().starts_with(romanised) &&
        may_end(i, name.text().substr(romanised.size())))
      return i;
  }
  return 0;
}

}  // namespace

Prefecture find_prefecture(std::string_view utf8) {
  constexpr std::size_t kMost = 100;  // bytes; no state is longer
  if (utf8.empty() || utf8.size() > kMost) return 0;
  const WidthFolded text(utf8);
  const char32_t* p = skip_spaces(text.begin());
  if (*p < 0x4E00) return by_latin_name(p);
  std::array<char32_t, kLongest + 2> characters{};
  for (std::size_t size = 0; *p != 0; ++p) {
    if (parts_words(*p)) continue;
    if (size > kLongest) return 0;
    characters[size++] = *p;
  }
  const Prefecture found = by_first_two(characters.data());
  if (found == 0) return 0;
  const std::ptrdiff_t length = matched(found, characters.data());
  const std::ptrdiff_t least = length_of(found) - (found == kHokkaido ? 0 : 1);
  return length >= least && characters[static_cast<std::size_t>(length)] == 0
             ? found
             : Prefecture{0};
}

OpeningPrefecture opening_prefecture(const WidthFolded& text) {
  const char32_t* p = skip_spaces(text.begin());
  const Prefecture found = by_first_two(p);
  if (found == 0 || matched(found, p) != length_of(found))
    return {0, text.begin()};
  return {found, p + length_of(found)};
}

std::string_view prefecture_name(Prefecture prefecture) {
  return kNames[prefecture - 1u].japanese;
}

std::string prefecture_romanised(Prefecture prefecture) {
  std::string name(kNames[prefecture - 1u].romanised);
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

}  // namespace parcelwise
