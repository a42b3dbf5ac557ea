// Folds Japanese addresses; see address/japanese_address.h. What a hyphen, a
// space or 丁目 means is decided by what stands on both sides.
#include "address/japanese_address.h"

#include <algorithm>
#include <optional>

#include "address/kanji_variants.h"
#include "text/ascii.h"
#include "text/latin.h"
#include "text/utf8.h"

namespace parcelwise {
namespace {

bool is_kana(char32_t c) { return c >= 0x3041 && c <= 0x30FE; }
bool is_kanji(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         c >= 0x20000 || c == U'々';
}
bool is_common_kanji(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
bool is_direction(char32_t c) {
  return c == U'北' || c == U'南' || c == U'東' || c == U'西';
}
bool is_one_of(char32_t c, std::u32string_view characters) {
  return characters.find(c) != characters.npos;
}

// ---- Numerals --------------------------------------------------------------

// 0..9 for 〇..九, 10, 100 and 1000 for their signs, -1 for all else.
int kanji_numeral(char32_t c) {
  switch (c) {
    case U'〇':
    case U'零':
      return 0;
    case U'一':
      return 1;
    case U'二':
      return 2;
    case U'三':
      return 3;
    case U'四':
      return 4;
    case U'五':
      return 5;
    case U'六':
      return 6;
    case U'七':
      return 7;
    case U'八':
      return 8;
    case U'九':
      return 9;
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    default:
      return -1;
  }
}

// What 二十七 or 二七 counts; nullopt for what nobody writes (十百, 二三十).
std::optional<std::uint32_t> read_kanji_number(const char32_t* p,
                                               const char32_t* end) {
  constexpr std::ptrdiff_t kLongest = 7;  // 九千九百九十九
  if (end - p > kLongest) return std::nullopt;
  const bool has_unit =
      std::any_of(p, end, [](char32_t c) { return kanji_numeral(c) >= 10; });
  std::uint32_t sum = 0;
  if (!has_unit) {
    for (; p != end; ++p) {
      sum = sum * 10 + static_cast<std::uint32_t>(kanji_numeral(*p));
    }
    return sum;
  }
  std::uint32_t last_unit = 10000;
  while (p != end) {
    auto digit = static_cast<std::uint32_t>(kanji_numeral(*p));
    std::uint32_t unit = 1;
    if (digit == 0) return std::nullopt;
    if (digit >= 10) {
      unit = digit;
      digit = 1;
    } else if (p + 1 != end && kanji_numeral(p[1]) >= 10) {
      unit = static_cast<std::uint32_t>(kanji_numeral(p[1]));
      ++p;
    }
    ++p;
    if (unit >= last_unit) return std::nullopt;
    last_unit = unit;
    sum += digit * unit;
  }
  return sum;
}

// The end of a number's address word at `p` (丁目, 番地, 番, 号, 号室, with
// the の of 5番地の2), or `p` if none stands there.
//
// 番 and 号 also open other words: 三番町, 一番館, 2号棟, 国道2号線. So 番 must
// be followed by what can follow a number, and behind a kanji number 号 too.
const char32_t* address_word_end(const char32_t* p, bool behind_kanji) {
  const auto goes_on = [](const char32_t* next) {
    return *next == 0 || *next == ' ' || *next == '-' ||
           *next == kLongVowelMark || is_digit(*next) ||
           kanji_numeral(*next) >= 0;
  };
  const auto with_particle = [](const char32_t* next) {
    const bool particle = *next == U'の' || *next == U'ノ';
    return particle && is_digit(*skip_spaces(next + 1)) ? next + 1 : next;
  };
  switch (*p) {
    case U'丁':
      return p[1] == U'目' ? p + 2 : p;
    case U'番': {
      if (p[1] == U'地') return with_particle(p + 2);
      const char32_t* next = with_particle(p + 1);
      return next != p + 1 || goes_on(next) ? next : p;
    }
    case U'号': {
      if (p[1] == U'室') return p + 2;
      if (behind_kanji) return goes_on(p + 1) ? p + 1 : p;
      return p[1] != 0 && is_one_of(p[1], U"棟館線店車地") ? p : p + 1;
    }
    default:
      return p;
  }
}

// ---- Characters with several spellings -------------------------------------

// Kana and kanji that place names exchange between two kanji: 霞ヶ関, 霞ケ関,
// 霞が関; 二ツ池, 二つ池; 宮ノ前, 宮之前 (docs/rules.md 3.4).
char32_t between_kanji(char32_t c) {
  switch (c) {
    case U'ケ':
    case U'が':
    case U'ガ':
      return U'ヶ';
    case U'カ':
    case U'か':
      return U'ヵ';
    case U'ッ':
    case U'つ':
    case U'っ':
      return U'ツ';
    case U'の':
    case U'之':
      return U'ノ';
    case U'え':
    case U'ヱ':
    case U'ゑ':
      return U'エ';
    case U'ニ':
      return U'二';
    case U'ハ':
      return U'八';
    default:
      return c;
  }
}

constexpr std::u32string_view kSeveralSpellings =
    U"ーりとふるルニハのノがガケカかッつっえヱゑ";

// One bit for each character from U+3040 to U+30FF.
constexpr std::array<std::uint64_t, 3> make_kana_bits() {
  std::array<std::uint64_t, 3> bits{};
  for (const char32_t c : kSeveralSpellings) {
    bits[(c - 0x3040) / 64] |= std::uint64_t{1} << (c - 0x3040) % 64;
  }
  return bits;
}
constexpr auto kKanaBits = make_kana_bits();

bool has_several_spellings(char32_t kana) {
  return (kKanaBits[(kana - 0x3040) / 64] >> (kana - 0x3040) % 64 & 1) != 0;
}

// What stands as it is whatever stands beside it; three bytes of UTF-8.
bool is_plain_text(char32_t c) {
  return is_common_kanji(c) ? !may_be_special(c)
                            : is_kana(c) && !has_several_spellings(c);
}

char* write_three_bytes(char32_t c, char* to) {
  to[0] = static_cast<char>(0xE0 | c >> 12);
  to[1] = static_cast<char>(0x80 | (c >> 6 & 0x3F));
  to[2] = static_cast<char>(0x80 | (c & 0x3F));
  return to + 3;
}

}  // namespace

// ---- The safe fold ---------------------------------------------------------

bool JapaneseAddress::add(const char32_t* begin, const char32_t* end) {
  // Four bytes a character suffice: each hyphen stands for a character of the
  // input, and the longest numeral is 千, 1000.
  const std::size_t before = out_.size();
  out_.resize(before + 4 * static_cast<std::size_t>(end - begin));
  at_ = out_.data() + before;
  begin_ = begin;
  if (last_ != Kind::kNothing) widen(Gap::kSpace);
  const char32_t* p = begin;
  while (p != end) {
    const char32_t c = *p;
    if (is_plain_text(c)) {
      put(c, Kind::kText);
      for (++p; p != end && is_plain_text(*p); ++p)
        at_ = write_three_bytes(*p, at_);
      continue;
    }
    if (is_digit(c)) {
      put(c, Kind::kDigit);
    } else if (c == ' ') {
      widen(Gap::kSpace);
    } else if (c == '-') {
      widen(Gap::kHyphen);
    } else if (is_small_letter(c)) {
      put(c, Kind::kLetter);
    } else {
      p = put_text(p);
      continue;
    }
    ++p;
  }
  const auto written = static_cast<std::size_t>(at_ - out_.data());
  out_.resize(written);
  return written > before;
}

void JapaneseAddress::widen(Gap gap) { gap_ = std::max(gap_, gap); }

// A gap behind a number and before another becomes a hyphen whatever it was:
// 27 101 must never read as 27101. Elsewhere only a hyphen stays, and none at
// the ends.
void JapaneseAddress::put(char32_t c, Kind kind) {
  if (gap_ != Gap::kNone) {
    const bool numbers = last_ == Kind::kDigit && kind != Kind::kText;
    const bool hyphen = gap_ == Gap::kHyphen && last_ != Kind::kNothing;
    if (numbers || hyphen) *at_++ = '-';
    gap_ = Gap::kNone;
  }
  at_ = write_utf8(c, at_);
  last_ = kind;
}

// What is neither digit, letter, space nor hyphen; returns where to go on.
const char32_t* JapaneseAddress::put_text(const char32_t* p) {
  const char32_t c = *p;
  const char32_t before = p != begin_ ? p[-1] : char32_t{' '};
  const char32_t next = p[1];
  if (is_kana(c)) {
    const bool chome = next == U'丁' && p[2] == U'目';
    if (c == kLongVowelMark) {
      if (stands_for_hyphen()) {
        widen(Gap::kHyphen);
        return p + 1;
      }
      if (chome && !is_kana(before)) {  // 豊洲ー丁目 is 一丁目
        put('1', Kind::kDigit);
        return p + 1;
      }
    } else if (chome && (c == U'ニ' || c == U'ハ')) {
      put(c == U'ニ' ? U'2' : U'8', Kind::kDigit);
      return p + 1;
    } else if (last_ == Kind::kDigit && (c == U'の' || c == U'ノ') &&
               gap_ <= Gap::kSpace && is_digit(*skip_spaces(p + 1))) {
      widen(Gap::kHyphen);  // 1234の5
      return p + 1;
    } else if (c == U'り' && before == U'通') {
      return p + 1;
    } else if (c == U'と' && next == U'お' && p[2] == U'り' &&
               is_kanji(before)) {
      put(U'通', Kind::kText);
      return p + 3;
    } else if (c == U'ふ' && next == U'頭') {
      put(U'埠', Kind::kText);
      return p + 1;
    } else if ((c == U'る' || c == U'ル') && is_one_of(before, U"上下入がガ")) {
      loose_words_ = true;
      if (before != U'入')
        put(U'ル', Kind::kText);  // 上る, 上がる; 東入, 東入ル
      return p + 1;
    } else if ((c == U'が' || c == U'ガ') &&
               (before == U'上' || before == U'下') &&
               (next == U'る' || next == U'ル')) {
      return p + 1;
    } else if (is_kanji(before) && is_kanji(next)) {
      put(between_kanji(c), Kind::kText);
      return p + 1;
    }
    put(c, Kind::kText);
    return p + 1;
  }
  if (const char32_t* number = kanji_number_end(p); number != p) return number;
  if (const char32_t* word = word_end(p); word != p) {
    widen(Gap::kWord);
    return word;
  }
  if (c == U'字' || (c == U'大' && next == U'字')) {  // 大島村字北野, 大字北野
    const bool behind_place = is_one_of(before, U"市区町村郡 ");
    if (behind_place && next != 0) return c == U'字' ? p + 1 : p + 2;
  }
  if (c == U'之' && is_kanji(before) && is_kanji(next)) {
    put(U'ノ', Kind::kText);
    return p + 1;
  }
  if (c == U'字' || c == U'入') loose_words_ = true;
  put(plain_kanji(c), Kind::kText);
  return p + 1;
}

// ー lengthens the kana before it (タワー36階); behind a digit, a Latin letter
// or 丁目 there is nothing to lengthen.
bool JapaneseAddress::stands_for_hyphen() const {
  return gap_ >= Gap::kWord || last_ == Kind::kDigit || last_ == Kind::kLetter;
}

const char32_t* JapaneseAddress::word_end(const char32_t* p) const {
  const bool behind_number = last_ == Kind::kDigit && gap_ <= Gap::kSpace;
  return behind_number ? address_word_end(p, false) : p;
}

// Whether a run of kanji numerals is a number of the address: before 丁目, 番,
// 号 and the like; in Hokkaido's 北一条西 and 東三線; between hyphens (四-2-27,
// 1-二-三). 八重洲, 二引ビル and 四条通 are names.
bool JapaneseAddress::counts(const char32_t* run,
                             const char32_t* run_end) const {
  if (last_ == Kind::kDigit && gap_ == Gap::kNone) return false;
  const char32_t* behind = skip_spaces(run_end);
  if (address_word_end(behind, true) != behind) return true;
  if (*run_end == U'条' || *run_end == U'線') {
    return (run != begin_ && is_direction(run[-1])) || is_direction(run_end[1]);
  }
  const auto number_opens = [](const char32_t* q) {
    return is_digit(*q) || kanji_numeral(*q) >= 0;
  };
  const bool hyphen = *behind == '-' || *behind == kLongVowelMark;
  if (hyphen) return number_opens(skip_spaces(behind + 1));
  return last_ == Kind::kDigit && gap_ == Gap::kHyphen &&
         (*run_end == 0 || *run_end == ' ');
}

// Writes a whole run of kanji numerals, as digits if they count and as they
// stand if not, and returns its end; `p` where no run stands.
const char32_t* JapaneseAddress::kanji_number_end(const char32_t* p) {
  const char32_t* run = p;
  while (kanji_numeral(*run) >= 0) ++run;
  if (run == p) return p;
  if (counts(p, run)) {
    if (const auto number = read_kanji_number(p, run)) {
      put_number(*number);
      return run;
    }
  }
  for (; p != run; ++p) put(*p, Kind::kText);
  return run;
}

void JapaneseAddress::put_number(std::uint32_t number) {
  std::uint32_t unit = 1;
  while (number / unit >= 10) unit *= 10;
  for (; unit != 0; unit /= 10) put('0' + number / unit % 10, Kind::kDigit);
}

// ---- The loose fold --------------------------------------------------------

namespace {

// Whether the address goes on behind a number: 北1条西2, 東3線北5, 第2地割34.
bool address_goes_on(std::string_view rest) {
  if (rest.size() < 3 || static_cast<unsigned char>(rest[0]) < 0xE4)
    return false;
  for (const std::string_view word :
       {"条", "線", "号線", "地割", "番町", "番丁"}) {
    if (rest.starts_with(word)) return true;
  }
  for (const std::string_view word : {"町", "区", "丁"}) {
    if (rest.starts_with(word)) return rest.size() > 3 && is_digit(rest[3]);
  }
  return false;
}

// The house number, its hyphens in it: 1-2-27 of 北1条西1-2-27メゾン. `end` is
// 0 for a text without a number or with nothing Japanese before it.
struct HouseNumber {
  std::size_t begin = 0;
  std::size_t end = 0;
};

HouseNumber house_number(std::string_view safe) {
  const auto next_digit = [safe](std::size_t at) {
    while (at < safe.size() && !is_digit(safe[at])) {
      at += static_cast<unsigned char>(safe[at]) < 0xE0 ? 1u : 3u;
    }
    return std::min(at, safe.size());
  };
  HouseNumber found{next_digit(0), 0};
  const bool japanese = found.begin != 0 && (safe[0] & 0x80) != 0;
  if (found.begin == safe.size() || !japanese) return {};
  for (;;) {
    for (std::size_t at = found.begin;
         at < safe.size() && (is_digit(safe[at]) || safe[at] == '-'); ++at) {
      if (is_digit(safe[at])) found.end = at + 1;
    }
    if (!address_goes_on(safe.substr(found.end))) return found;
    const std::size_t next = next_digit(found.end);
    if (next == safe.size()) return found;
    found.begin = next;
  }
}

// The head without 字 and, behind a ward, without Kyoto's directions.
void append_head(std::string_view head, std::string& to) {
  const std::size_t start = to.size();
  std::size_t ward = head.npos;
  for (std::size_t at = 0; at < head.size(); ++at) {
    const std::string_view rest = head.substr(at);
    switch (static_cast<unsigned char>(head[at])) {
      case 0xE5:
        if (rest.starts_with("字")) {
          at += 2;
          continue;
        }
        if (rest.starts_with("区") && ward == head.npos)
          ward = to.size() - start + 3;
        break;
      case 0xE4:
      case 0xE6:
      case 0xE8: {
        const bool direction =
            rest.starts_with("上ル") || rest.starts_with("下ル") ||
            rest.starts_with("東入") || rest.starts_with("西入");
        if (direction && ward != head.npos) {
          to.resize(start + ward);
          at += 5;
          continue;
        }
        break;
      }
      default:
        break;
    }
    to += head[at];
  }
}

// What stands behind the house number, character by character. Where nothing
// stands, a look to either side finds U+0000.
class Tail {
 public:
  Tail(std::string_view safe, std::size_t from)
      : at_(safe.data() + from),
        end_(safe.data() + safe.size()),
        before_(static_cast<char32_t>(safe[from - 1])),
        here_(read(at_)) {}

  // Appends numbers, and what tells two homes apart beside them.
  void append_marks(std::string& to) {
    while (at_ != end_) {
      const char* const run = at_;
      const char32_t before = before_;
      const char32_t first = here_;
      bool mark = false;
      if (is_digit(first)) {
        while (is_digit(here_)) step();
        mark = true;
      } else if (is_small_letter(first)) {
        bool roman = true;
        for (; is_small_letter(here_); step())
          roman = roman && is_one_of(here_, U"ivx");
        const bool floor = first == 'f' && is_digit(before);
        mark = roman || (at_ - run == 1 && !floor);
      } else if (is_kana(first)) {
        while (is_kana(here_)) step();  // イ of 14-イ22
        mark = at_ - run == 3 && (stands_by(before) || is_digit(here_));
      } else if (!is_common_kanji(first)) {
        step();
      } else if (kanji_numeral(first) >= 0) {
        while (kanji_numeral(here_) >= 0) step();  // 第二, 二号館, 三階
        mark = before == U'第' || is_one_of(here_, U"号番棟館階");
      } else {
        step();
        mark = is_mark(before, first);
      }
      if (!mark) continue;
      to += '/';
      to.append(run, at_);
    }
  }

 private:
  static bool stands_by(char32_t before) {
    return is_digit(before) || before == '-';
  }

  // 123乙; 地下1階; 東館, 本棟.
  bool is_mark(char32_t before, char32_t c) const {
    if (here_ == U'棟' || here_ == U'館')
      return is_one_of(c, U"北南東西中本新別旧");
    if (c == U'下') return before == U'地' && is_digit(here_);
    const bool by_number = stands_by(before) || is_digit(here_);
    return by_number && is_one_of(c, U"甲乙丙丁戊己庚辛壬癸");
  }

  // What a fold wrote is whole.
  char32_t read(const char* p) const {
    if (p == end_) return 0;
    const char32_t lead = byte_at(p);
    if (lead < 0x80) return lead;
    const auto tail = [p](int i) { return char32_t{byte_at(p + i)} & 0x3F; };
    if (lead < 0xE0) return (lead & 0x1F) << 6 | tail(1);
    if (lead < 0xF0) return (lead & 0x0F) << 12 | tail(1) << 6 | tail(2);
    return (lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
  }

  void step() {
    before_ = here_;
    at_ += here_ < 0x80 ? 1 : here_ < 0x800 ? 2 : here_ < 0x10000 ? 3 : 4;
    here_ = read(at_);
  }

  const char* at_;
  const char* end_;
  char32_t before_, here_;
};

}  // namespace

void append_loose_japanese(std::string_view safe, bool loose_words,
                           std::string& to) {
  const HouseNumber number = house_number(safe);
  if (number.end == 0) {
    to += safe;
    return;
  }
  const std::string_view head = safe.substr(0, number.begin);
  if (loose_words) {
    append_head(head, to);
  } else {
    to += head;
  }
  to += '/';
  for (std::size_t at = number.begin; at < number.end; ++at) {
    to += safe[at] == '-' ? '/' : safe[at];
  }
  if (number.end != safe.size()) Tail(safe, number.end).append_marks(to);
}

}  // namespace parcelwise
