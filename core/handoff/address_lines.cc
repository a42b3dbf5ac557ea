// Breaks a text into lines: what a cut costs at each place, and the cheapest
// cuts over all lines by dynamic programming.
#include "handoff/address_lines.h"

#include <algorithm>

#include "address/prefecture.h"
#include "text/utf8.h"

namespace parcelwise {
namespace {

enum class Kind : std::uint8_t {
  kSpace,
  kDigit,
  kHyphen,
  kLatin,
  kKatakana,
  kHiragana,
  kKanji,
  kOpening,
  kClosing,
  kMark,  // belongs to the character before it
  kOther
};

bool within(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

Kind kind_of(char32_t c) {
  if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000) return Kind::kSpace;
  if (within(c, '0', '9') || within(c, 0xFF10, 0xFF19)) return Kind::kDigit;
  if (c == '-' || within(c, 0x2010, 0x2015) || c == 0x2212 || c == 0xFF0D)
    return Kind::kHyphen;
  if (within(c, 'a', 'z') || within(c, 'A', 'Z') || within(c, 0xC0, 0x24F) ||
      within(c, 0xFF21, 0xFF3A) || within(c, 0xFF41, 0xFF5A)) {
    return Kind::kLatin;
  }
  if (c == U'ヶ' || c == U'ヵ' || c == U'々' || c == U'〆' || c == U'〇')
    return Kind::kKanji;
  if (within(c, 0x3099, 0x309C) || c == 0xFF9E || c == 0xFF9F ||
      within(c, 0x300, 0x36F) || within(c, 0xFE00, 0xFE0F) ||
      within(c, 0x200B, 0x200D) || within(c, 0xE0100, 0xE01EF)) {
    return Kind::kMark;
  }
  if (within(c, 0x30A0, 0x30FF) || within(c, 0x31F0, 0x31FF) ||
      within(c, 0xFF65, 0xFF9D)) {
    return Kind::kKatakana;
  }
  if (within(c, 0x3041, 0x309F)) return Kind::kHiragana;
  if (within(c, 0x3400, 0x9FFF) || within(c, 0xF900, 0xFAFF) ||
      within(c, 0x20000, 0x3FFFF)) {
    return Kind::kKanji;
  }
  for (const char32_t open : U"(（「『【〔［[") {
    if (open != 0 && c == open) return Kind::kOpening;
  }
  for (const char32_t close : U")）」』】〕］]、。,，") {
    if (close != 0 && c == close) return Kind::kClosing;
  }
  return Kind::kOther;
}

std::size_t width_of(char32_t c, WidthUnit unit) {
  if (unit == WidthUnit::kCharacters) return 1;
  return c < 0x80 || within(c, 0xFF61, 0xFF9F) ? 1 : 2;
}

// What stands between a house number's digits, or behind them.
bool is_counter(char32_t c) {
  for (const char32_t counter : U"丁番号条線地階棟室軒割") {
    if (counter != 0 && c == counter) return true;
  }
  return false;
}

bool is_direction(char32_t c) {
  return c == U'東' || c == U'西' || c == U'南' || c == U'北';
}

struct Character {
  char32_t code;
  Kind kind;
  std::size_t at, bytes;  // in the joined text
  std::uint8_t width;
  bool boundary = false;  // a space that parts two told lines
};

// What cutting costs, from worst to mildest; a cut of a worse kind outweighs
// all milder ones together.
enum Cost : std::uint64_t {
  kFree = 0,
  kLine = 1,             // each line used
  kMerged = 1ull << 8,   // told in lines, set on one
  kPlace = 1ull << 16,   // behind a place's name: 江東区|豊洲
  kScript = 1ull << 24,  // where the script changes: 豊洲|1-2
  kName = 1ull << 32,    // within kanji or a building's name
  kWord = 1ull << 40,    // within a word or a number
  kDigits = 1ull << 48,  // between two digits
};
constexpr std::uint64_t kImpossible = UINT64_MAX;

class LineSplitter {
 public:
  LineSplitter(std::span<const std::string> reported, WidthUnit unit) {
    for (const std::string& line : reported) add_line(line, unit);
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= characters_.size(); ++i) {
      if (i < characters_.size() && !characters_[i].boundary) continue;
      find_building(begin, i, begin == 0);
      begin = i + 1;
    }
    // Each wished break up to here.
    wished_.assign(characters_.size() + 1, 0);
    for (std::size_t i = 0; i < characters_.size(); ++i) {
      wished_[i + 1] = wished_[i] + (is_wished(i) ? 1 : 0);
    }
  }

  std::optional<SplitText> split(std::span<const std::size_t> limits) const {
    const std::size_t size = characters_.size();
    if (size == 0) return SplitText{};
    // best[line][from]: the cost of what is left when `line` begins there.
    std::vector<std::vector<std::uint64_t>> best(
        limits.size() + 1, std::vector<std::uint64_t>(size + 1, kImpossible));
    std::vector<std::vector<std::size_t>> next(
        limits.size(), std::vector<std::size_t>(size, 0));
    best[limits.size()][size] = 0;
    for (std::size_t line = limits.size(); line-- > 0;) {
      best[line][size] = 0;
      for (std::size_t from = 0; from < size; ++from) {
        if (characters_[from].kind == Kind::kSpace) continue;
        std::size_t width = 0;
        for (std::size_t to = from + 1; to <= size; ++to) {
          width += characters_[to - 1].width;
          if (width > limits[line]) break;
          // A line ends before spaces, never behind them.
          if (characters_[to - 1].kind == Kind::kSpace) continue;
          std::size_t begin = to;
          while (begin < size && characters_[begin].kind == Kind::kSpace)
            ++begin;
          const std::uint64_t rest = best[line + 1][begin];
          if (rest == kImpossible) continue;
          const std::uint64_t cost =
              rest + kLine + cut_cost(to) +
              kMerged * (wished_[to] - wished_[from + 1]);
          // Of equal ones the last: the first lines are filled first.
          if (cost <= best[line][from]) {
            best[line][from] = cost;
            next[line][from] = begin;
          }
        }
      }
    }
    if (best[0][0] == kImpossible) return std::nullopt;
    SplitText made;
    made.cut_word = best[0][0] >= kName;
    for (std::size_t line = 0, from = 0; from < size; ++line) {
      const std::size_t begin = next[line][from];
      std::size_t to = begin;
      while (characters_[to - 1].kind == Kind::kSpace) --to;
      const std::size_t first = characters_[from].at;
      const std::size_t last =
          characters_[to - 1].at + characters_[to - 1].bytes;
      made.lines.push_back(text_.substr(first, last - first));
      from = begin;
    }
    return made;
  }

 private:
  void add_line(std::string_view line, WidthUnit unit) {
    std::vector<Character> read;
    const char* const end = line.data() + line.size();
    for (const char* p = line.data(); p < end;) {
      const Utf8Character character = read_utf8(p, end);
      const std::size_t bytes = std::max<std::size_t>(character.length, 1);
      read.push_back(
          {character.code_point, kind_of(character.code_point),
           static_cast<std::size_t>(p - line.data()), bytes,
           static_cast<std::uint8_t>(width_of(character.code_point, unit))});
      p += bytes;
    }
    while (!read.empty() && read.back().kind == Kind::kSpace) read.pop_back();
    std::size_t first = 0;
    while (first < read.size() && read[first].kind == Kind::kSpace) ++first;
    if (first == read.size()) return;
    if (!characters_.empty()) {
      characters_.push_back({' ', Kind::kSpace, text_.size(), 1, 1, true});
      text_ += ' ';
    }
    const std::size_t cut = read[first].at;
    for (std::size_t i = first; i < read.size(); ++i) {
      Character& c = read[i];
      // A long vowel mark between digits is a hyphen: 1ー2.
      if ((c.code == 0x30FC || c.code == 0xFF70) && i > first &&
          i + 1 < read.size() && read[i - 1].kind == Kind::kDigit &&
          read[i + 1].kind == Kind::kDigit) {
        c.kind = Kind::kHyphen;
      }
      c.at += text_.size() - cut;
    }
    text_.append(
        line.substr(cut, read.back().at - text_.size() + read.back().bytes));
    characters_.insert(characters_.end(),
                       read.begin() + static_cast<std::ptrdiff_t>(first),
                       read.end());
  }

  // Where the building's name begins in a told line: behind the house number of
  // the first, at once in the others.
  void find_building(std::size_t begin, std::size_t end, bool first) {
    building_.resize(end, end);
    if (!first) {
      std::fill(building_.begin() + static_cast<std::ptrdiff_t>(begin),
                building_.end(), begin);
      return;
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (characters_[i].kind != Kind::kDigit) continue;
      std::size_t behind = i;
      while (behind < end && in_number(behind, end)) ++behind;
      if (behind < end && starts_name(behind, end)) {
        std::fill(building_.begin() + static_cast<std::ptrdiff_t>(begin),
                  building_.end(), behind);
        return;
      }
      i = behind;
    }
  }

  bool in_number(std::size_t at, std::size_t end) const {
    const Character& c = characters_[at];
    if (c.kind == Kind::kDigit || c.kind == Kind::kHyphen || is_counter(c.code))
      return true;
    if (c.code == U'目') return true;
    const bool joins = c.code == U'の' || c.code == U'ノ';
    return joins && at + 1 < end && characters_[at + 1].kind == Kind::kDigit;
  }

  bool starts_name(std::size_t at, std::size_t end) const {
    const Kind kind = characters_[at].kind;
    if (kind == Kind::kKatakana || kind == Kind::kHiragana) return true;
    if (kind == Kind::kKanji) {
      // 北1条西2丁目 and 第12地割字上野 go on as streets.
      if (characters_[at].code == U'字' || characters_[at].code == U'大')
        return false;
      while (at < end && is_direction(characters_[at].code)) ++at;
      return at < end && characters_[at].kind == Kind::kKanji;
    }
    return kind == Kind::kLatin && at + 1 < end &&
           characters_[at + 1].kind == Kind::kLatin;
  }

  bool in_building(std::size_t at) const {
    return at < building_.size() && at > building_[at];
  }

  bool is_wished(std::size_t at) const {
    if (characters_[at].boundary) return true;
    return at > 0 && at < building_.size() && building_[at] == at &&
           characters_[at - 1].kind != Kind::kSpace;
  }

  // What a cut before the character costs.
  std::uint64_t cut_cost(std::size_t at) const {
    if (at == characters_.size() || characters_[at].kind == Kind::kSpace)
      return kFree;
    const Character& before = base_of(at - 1);
    const Character& after = characters_[at];
    const Kind a = before.kind, b = after.kind;
    if (b == Kind::kMark || (a == Kind::kDigit && b == Kind::kDigit))
      return kDigits;
    if (is_wished(at)) return kFree;
    if (a == Kind::kHyphen || b == Kind::kHyphen) return kWord;
    if (a == Kind::kOpening || b == Kind::kClosing) return kWord;
    if (a == Kind::kDigit && (is_counter(after.code) || b == Kind::kLatin))
      return kWord;
    if (b == Kind::kDigit && (before.code == U'第' || a == Kind::kLatin))
      return kWord;
    if ((a == Kind::kDigit || b == Kind::kDigit) &&
        (before.code == U'の' || after.code == U'の' || before.code == U'ノ' ||
         after.code == U'ノ')) {
      return kWord;
    }
    if (a == b &&
        (a == Kind::kLatin || a == Kind::kKatakana || a == Kind::kHiragana)) {
      return kWord;
    }
    if (a == Kind::kKanji && b == Kind::kKanji)
      return ends_place(at) ? kPlace : kName;
    const bool kana = a == Kind::kHiragana || b == Kind::kHiragana;
    if (kana && (a == Kind::kKanji || b == Kind::kKanji)) return kName;
    if (b == Kind::kDigit || a == Kind::kDigit) return kScript;
    return in_building(at) ? kName : kScript;
  }

  // What a mark belongs to.
  const Character& base_of(std::size_t at) const {
    while (at > 0 && characters_[at].kind == Kind::kMark) --at;
    return characters_[at];
  }

  // Behind a prefecture, a municipality or 丁目.
  bool ends_place(std::size_t at) const {
    const std::size_t bytes = characters_[at].at;
    if (!parts_) parts_ = japanese_parts(text_);
    if (bytes == parts_->prefecture_end || bytes == parts_->city_end)
      return true;
    return at > 1 && characters_[at - 1].code == U'目' &&
           characters_[at - 2].code == U'丁';
  }

  std::string text_;
  std::vector<Character> characters_;
  std::vector<std::size_t>
      building_;  // where the building begins in each one's line
  std::vector<std::uint32_t> wished_;
  mutable std::optional<JapaneseParts> parts_;
};

// The place behind the first `sign` of a text, not counting one at its very
// start.
std::size_t behind(std::string_view text, std::string_view sign,
                   std::size_t from) {
  const std::size_t at = text.find(sign, std::max<std::size_t>(from, 1));
  return at == std::string_view::npos ? at : at + sign.size();
}

constexpr std::size_t kKanjiBytes = 3;
constexpr std::size_t kLongestCity = 16 * kKanjiBytes;
constexpr std::size_t kLongestWard = 5 * kKanjiBytes;  // 保土ケ谷区

// Behind a town's or village's name: 余市町, 玉村町, 大町町.
std::size_t town_end(std::string_view text, std::size_t from) {
  std::size_t end =
      std::min(behind(text, "町", from), behind(text, "村", from));
  while (end != std::string_view::npos &&
         (text.substr(end).starts_with("町") ||
          text.substr(end).starts_with("村"))) {
    end += kKanjiBytes;
  }
  return end;
}

std::size_t city_bytes(std::string_view rest) {
  rest = rest.substr(0, rest.find_first_of("0123456789 "));
  rest = rest.substr(0, kLongestCity);
  constexpr std::size_t kNone = std::string_view::npos;
  std::size_t city = behind(rest, "市", kKanjiBytes);
  // 四日市市, 廿日市市, 野々市市
  if (city != kNone && rest.substr(city).starts_with("市")) city += kKanjiBytes;
  const std::size_t district = behind(rest, "郡", kKanjiBytes);
  // 大和郡山市 and 蒲郡市 are cities, 余市郡 is a district.
  if (district != kNone &&
      (city == kNone || city > district + 2 * kKanjiBytes ||
       city + kKanjiBytes == district)) {
    const std::size_t town = town_end(rest, district + kKanjiBytes);
    if (town != kNone) return town;
  }
  if (city != kNone) {
    const std::size_t ward = behind(rest, "区", city + kKanjiBytes);
    return ward != kNone && ward - city <= kLongestWard ? ward : city;
  }
  const std::size_t ward = behind(rest, "区", kKanjiBytes);
  if (ward != kNone && ward <= kLongestWard) return ward;
  const std::size_t town = town_end(rest, kKanjiBytes);
  return town == kNone ? 0 : town;
}

}  // namespace

std::size_t text_width(std::string_view utf8, WidthUnit unit) {
  std::size_t width = 0;
  const char* const end = utf8.data() + utf8.size();
  for (const char* p = utf8.data(); p < end;) {
    const Utf8Character character = read_utf8(p, end);
    width += width_of(character.code_point, unit);
    p += std::max<std::size_t>(character.length, 1);
  }
  return width;
}

std::string widths_text(const std::vector<std::size_t>& widths,
                        WidthUnit unit) {
  std::string text;
  for (const std::size_t width : widths) {
    if (!text.empty()) text += " + ";
    text += std::to_string(unit == WidthUnit::kHalfWidths ? width / 2 : width);
  }
  return text;
}

std::optional<SplitText> split_text(std::span<const std::string> reported,
                                    std::span<const std::size_t> limits,
                                    WidthUnit unit) {
  return LineSplitter(reported, unit).split(limits);
}

JapaneseParts japanese_parts(std::string_view address) {
  JapaneseParts parts;
  for (Prefecture i = 1; i <= kPrefectures; ++i) {
    if (address.starts_with(prefecture_name(i)))
      parts.prefecture_end = prefecture_name(i).size();
  }
  if (parts.prefecture_end == 0) return parts;
  parts.city_end =
      parts.prefecture_end + city_bytes(address.substr(parts.prefecture_end));
  return parts;
}

}  // namespace parcelwise
