// The four folds, each a pass over width-folded characters. The address fold
// decides what a hyphen, a space or 丁目 means by what stands on both sides.
#include "text/fold.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "text/utf8.h"
#include "text/width_fold.h"

namespace parcelwise {
namespace {

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_letter(char32_t c) { return c >= 'a' && c <= 'z'; }

// UTF-8 for `size` characters: on the stack for what an order usually holds.
class Utf8Scratch {
 public:
  explicit Utf8Scratch(std::size_t size)
      : bytes_(4 * size), to_(bytes_.data()) {}

  void put(char32_t c) { to_ = write_utf8(c, to_); }
  std::string_view text() const {
    return {bytes_.data(), static_cast<std::size_t>(to_ - bytes_.data())};
  }

 private:
  Scratch<char, 1024> bytes_;
  char* to_;
};

// ---- Search ----------------------------------------------------------------

// Two columns for each letter U+00C0..U+017F: its base letters, lower-case
// (Unicode's canonical decomposition; ß æ ø þ and the like as usually typed).
constexpr std::string_view kLatinBases =
    "a a a a a a aec e e e e i i i i "  // U+00C0
    "d n o o o o o x o u u u u y thss"
    "a a a a a a aec e e e e i i i i "
    "d n o o o o o / o u u u u y thy "
    "a a a a a a c c c c c c c c d d "  // U+0100
    "d d e e e e e e e e e e g g g g "
    "g g g g h h h h i i i i i i i i "
    "i i ijijj j k k k l l l l l l l "
    "l l l n n n n n n n n n o o o o "  // U+0140
    "o o oeoer r r r r r s s s s s s "
    "s s t t t t t t u u u u u u u u "
    "u u u u w w y y y z z z z z z s ";
static_assert(kLatinBases.size() == 2 * (0x180 - 0xC0));

void put_for_search(char32_t c, Utf8Scratch& out) {
  if (c == ' ' || c == '-' || c == kLongVowelMark) return;
  if (c < 0xC0) return out.put(c);
  if (c < 0x180) {
    const std::size_t column = 2 * (c - 0xC0);
    out.put(static_cast<char32_t>(kLatinBases[column]));
    const char second = kLatinBases[column + 1];
    if (second != ' ') out.put(static_cast<char32_t>(second));
    return;
  }
  if (c >= 0x300 && c <= 0x36F) return;  // a diacritic by itself
  const bool hiragana =
      (c >= 0x3041 && c <= 0x3096) || c == 0x309D || c == 0x309E;
  out.put(hiragana ? c + 0x60 : c);
}

// ---- Addresses -------------------------------------------------------------

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

const char32_t* skip_spaces(const char32_t* p) {
  while (*p == ' ') ++p;
  return p;
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
      constexpr std::u32string_view kOtherWords = U"棟館線店車地";
      return p[1] != 0 && kOtherWords.find(p[1]) != kOtherWords.npos ? p
                                                                     : p + 1;
    }
    default:
      return p;
  }
}

class AddressFold {
 public:
  explicit AddressFold(const WidthFolded& in) : in_(in), out_(in.size()) {}

  std::string_view run() {
    const char32_t* p = in_.begin();
    while (p != in_.end()) {
      const char32_t c = *p;
      if (is_digit(c)) {
        put(c, Kind::kDigit);
      } else if (c == ' ') {
        widen(Gap::kSpace);
      } else if (c == '-' || (c == kLongVowelMark && stands_for_hyphen())) {
        widen(Gap::kHyphen);
      } else if (is_letter(c)) {
        put(c, Kind::kLetter);
      } else if (const char32_t* number = kanji_number_end(p); number != p) {
        p = number;
        continue;
      } else if (const char32_t* word = word_end(p); word != p) {
        widen(Gap::kWord);
        p = word;
        continue;
      } else {
        put(c, Kind::kText);
      }
      ++p;
    }
    return out_.text();
  }

 private:
  enum class Kind : std::uint8_t { kNothing, kText, kLetter, kDigit };
  enum class Gap : std::uint8_t { kNone, kSpace, kWord, kHyphen };

  void widen(Gap gap) { gap_ = std::max(gap_, gap); }

  // A gap behind a number and before another becomes a hyphen whatever it was:
  // 27 101 must never read as 27101. Elsewhere only a hyphen stays, and none at
  // the ends.
  void put(char32_t c, Kind kind) {
    if (gap_ != Gap::kNone) {
      const bool numbers = last_ == Kind::kDigit && kind != Kind::kText;
      const bool hyphen = gap_ == Gap::kHyphen && last_ != Kind::kNothing;
      if (numbers || hyphen) out_.put('-');
      gap_ = Gap::kNone;
    }
    out_.put(c);
    last_ = kind;
  }

  // ー lengthens the kana before it (タワー36階); behind a digit, a Latin
  // letter or 丁目 there is nothing to lengthen.
  bool stands_for_hyphen() const {
    return gap_ >= Gap::kWord || last_ == Kind::kDigit ||
           last_ == Kind::kLetter;
  }

  const char32_t* word_end(const char32_t* p) const {
    const bool behind_number = last_ == Kind::kDigit && gap_ <= Gap::kSpace;
    return behind_number ? address_word_end(p, false) : p;
  }

  // Writes a whole run of kanji numerals, as digits if an address word follows
  // and as it stands if not (八重洲, 二引ビル), and returns its end.
  const char32_t* kanji_number_end(const char32_t* p) {
    const char32_t* run = p;
    while (kanji_numeral(*run) >= 0) ++run;
    if (run == p) return p;
    const char32_t* behind = skip_spaces(run);
    const bool glued = last_ == Kind::kDigit && gap_ == Gap::kNone;
    if (!glued && address_word_end(behind, true) != behind) {
      if (const auto number = read_kanji_number(p, run)) {
        put_number(*number);
        return run;
      }
    }
    for (; p != run; ++p) put(*p, Kind::kText);
    return run;
  }

  void put_number(std::uint32_t number) {
    std::uint32_t unit = 1;
    while (number / unit >= 10) unit *= 10;
    for (; unit != 0; unit /= 10) put('0' + number / unit % 10, Kind::kDigit);
  }

  const WidthFolded& in_;
  // Four bytes a character suffice: each hyphen stands for a character of the
  // input, and the longest numeral is 千, 1000.
  Utf8Scratch out_;
  Kind last_ = Kind::kNothing;
  Gap gap_ = Gap::kNone;
};

// ---- Names -----------------------------------------------------------------

using Characters = std::u32string_view;

Characters without_spaces_behind(Characters name) {
  while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
  return name;
}

Characters without_honorific(Characters name) {
  for (const Characters honorific : {Characters(U"様"), Characters(U"御中")}) {
    if (name.ends_with(honorific)) name.remove_suffix(honorific.size());
  }
  return without_spaces_behind(name);
}

// Without "PO: 4711" or "(PO: 4711)" at the end. The colon is what tells a PO
// number from a PO box, and a letter before it what tells it from "Expo: 1".
Characters without_po_number(Characters name) {
  const auto opens_po = [name](std::size_t at) {
    if (at > 0 && is_letter(name[at - 1])) return false;
    const std::size_t colon = name.find_first_not_of(U' ', at + 2);
    return colon != name.npos && name[colon] == ':';
  };
  std::size_t at = name.rfind(U"po");
  while (at != name.npos && !opens_po(at)) {
    at = at == 0 ? name.npos : name.rfind(U"po", at - 1);  // PO: PO-4711
  }
  if (at == name.npos) return name;
  const Characters before = without_spaces_behind(name.substr(0, at));
  if (!before.ends_with(U'(')) return before;
  if (name.back() != U')') return name;
  return without_spaces_behind(before.substr(0, before.size() - 1));
}

}  // namespace

std::string fold_for_search(std::string_view utf8) {
  const WidthFolded folded(utf8);
  Utf8Scratch out(folded.size());
  for (const char32_t c : folded) put_for_search(c, out);
  return std::string(out.text());
}

std::string fold_address(std::string_view utf8) {
  const WidthFolded folded(utf8);
  return std::string(AddressFold(folded).run());
}

std::string fold_postal_code(std::string_view utf8) {
  const WidthFolded folded(utf8);
  Utf8Scratch out(folded.size());
  for (const char32_t c : folded) {
    if (is_digit(c)) out.put(c);
    if (is_letter(c)) out.put(c - ('a' - 'A'));
  }
  return std::string(out.text());
}

std::string fold_name(std::string_view utf8) {
  const WidthFolded folded(utf8);
  Characters name = without_spaces_behind({folded.begin(), folded.size()});
  // In either order: 田中花子様 (PO: 4711), 田中花子 (PO: 4711) 様. What would
  // leave no name at all is the name.
  for (int pass = 0; pass < 2; ++pass) {
    for (const auto cut : {without_po_number, without_honorific}) {
      if (const Characters rest = cut(name); !rest.empty()) name = rest;
    }
  }
  Utf8Scratch out(name.size());
  for (const char32_t c : name) {
    if (c != ' ') out.put(c);
  }
  return std::string(out.text());
}

}  // namespace parcelwise
