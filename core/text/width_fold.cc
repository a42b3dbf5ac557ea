// One pass over the bytes. The lead byte tells the block of Unicode, and kanji,
// the bulk of an address, pass through without a look-up.
#include "text/width_fold.h"

#include <cstdint>

#include "text/latin.h"
#include "text/utf8.h"

namespace parcelwise {
namespace {

constexpr std::array<std::uint8_t, 128> make_ascii() {
  std::array<std::uint8_t, 128> folded{};
  for (std::size_t c = 0; c < folded.size(); ++c) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool space = c >= '\t' && c <= '\r';
    folded[c] = static_cast<std::uint8_t>(upper ? c + 0x20 : space ? ' ' : c);
  }
  return folded;
}

constexpr std::size_t kLatinLetters = kBehindLatin - kFirstLatin;

// Unicode's simple lower-case mapping; in Latin Extended-A capitals are even
// but for two stretches.
constexpr char16_t latin_lower(char32_t c) {
  const auto next = static_cast<char16_t>(c + 1);
  const auto same = static_cast<char16_t>(c);
  if (c <= 0xDE) return c == 0xD7 ? same : static_cast<char16_t>(c + 0x20);
  if (c < 0x100) return same;
  if (c == 0x130) return 'i';
  if (c == 0x178) return 0xFF;
  if (c == 0x17F) return 's';
  if (c == 0x131 || c == 0x138 || c == 0x149) return same;
  const bool odd_capitals =
      (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  return (c % 2 == 1) == odd_capitals ? next : same;
}

constexpr std::array<char16_t, kLatinLetters> make_latin() {
  std::array<char16_t, kLatinLetters> folded{};
  for (std::size_t i = 0; i < folded.size(); ++i) {
    folded[i] = latin_lower(static_cast<char32_t>(kFirstLatin + i));
  }
  return folded;
}

constexpr auto kAscii = make_ascii();
constexpr auto kLatin = make_latin();

// U+FF61..U+FF9F in order; the last two are the loose marks.
constexpr char16_t kHalfWidth[] =
    u"。「」、・ヲァィゥェォャュョッー"
    u"アイウエオカキクケコサシスセソタチツテトナニヌネノ"
    u"ハヒフヘホマミムメモヤユヨラリルレロワン゛゜";
static_assert(std::size(kHalfWidth) == 0xFFA0 - 0xFF61 + 1);

// U+FFE0..U+FFE6.
constexpr char16_t kFullWidthSigns[] = u"¢£¬¯¦¥₩";

// U+2160..U+216B; U+2170..U+217B are their small forms.
constexpr const char* kRomanNumerals[] = {
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};

constexpr char32_t kVoicedMark = 0x309B;      // ゛
constexpr char32_t kSemiVoicedMark = 0x309C;  // ゜

// The kana that `base` and a mark make together; 0 if they make none.
char32_t join_mark(char32_t base, char32_t mark) {
  if (base < 0x3041 || base > 0x30FE) return 0;
  const char32_t row = base < 0x30A1 ? 0x3041 : 0x30A1;
  const char32_t place = base - row;  // ァ is 0
  const bool h_row = place >= 0x2E && place <= 0x3A && (place - 0x2E) % 3 == 0;
  if (mark == kSemiVoicedMark) return h_row ? base + 2 : 0;
  const bool up_to_chi = place >= 0x0A && place <= 0x20 && place % 2 == 0;
  const bool tsu_te_to = place == 0x23 || place == 0x25 || place == 0x27;
  if (h_row || up_to_chi || tsu_te_to) return base + 1;
  if (place == 0x05) return row + 0x53;                      // ウ ヴ
  if (base == 0x30FD || base == 0x309D) return base + 1;     // ヽ ヾ, ゝ ゞ
  if (base >= 0x30EF && base <= 0x30F2) return base + 0x08;  // ワ ヷ .. ヲ ヺ
  return 0;
}

bool is_hyphen(char32_t c) {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2043 || c == 0x2212 ||
         c == 0x23AF || c == 0x23E4 || c == 0x2500 || c == 0x2501 ||
         c == 0x2E3A || c == 0x2E3B || c == 0xFE58 || c == 0xFE63;
}

bool is_space(char32_t c) {
  return c <= 0x200A || c == 0x2028 || c == 0x2029 || c == 0x202F ||
         c == 0x205F;
}

bool is_zero_width(char32_t c) {
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F) ||
         c == 0xFEFF;
}

class Folder {
 public:
  explicit Folder(char32_t* to) : begin_(to), to_(to) {}

  char32_t* place() const { return to_; }
  void put(char32_t c) { *to_++ = c; }

  // U+0080..U+07FF.
  void two_bytes(char32_t c) {
    if (c >= kFirstLatin && c < kFirstLatin + kLatinLetters) {
      put(kLatin[c - kFirstLatin]);
    } else if (c == 0x85 || c == 0xA0) {
      put(' ');
    } else if (c != 0xAD) {  // a soft hyphen is no character of the text
      put(c);
    }
  }

  // U+2000..U+2FFF.
  void symbol(char32_t c) {
    if (is_zero_width(c)) return;
    if (is_space(c)) return put(' ');
    if (is_hyphen(c)) return put('-');
    const char32_t small = c & ~char32_t{0x10};
    if (small >= 0x2160 && small <= 0x216B) {
      return put_all(kRomanNumerals[small - 0x2160]);
    }
    put(c);
  }

  // U+3000..U+3FFF.
  void kana_block(char32_t c) {
    switch (c) {
      case 0x3000:
        return put(' ');
      case 0x301C:
        return put('~');
      case 0x3099:
      case kVoicedMark:
        return put_mark(kVoicedMark);
      case 0x309A:
      case kSemiVoicedMark:
        return put_mark(kSemiVoicedMark);
      case 0x3231:
        return put_bracketed(U'株');
      case 0x3232:
        return put_bracketed(U'有');
      case 0x3239:
        return put_bracketed(U'代');
      default:
        return put(c);
    }
  }

  // U+F000..U+FFFF.
  void forms(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return put(kAscii[c - 0xFEE0]);
    if (c >= 0xFF61 && c <= 0xFF9F) {
      const char32_t wide = kHalfWidth[c - 0xFF61];
      return c < 0xFF9E ? put(wide) : put_mark(wide);
    }
    if (c >= 0xFFE0 && c <= 0xFFE6) return put(kFullWidthSigns[c - 0xFFE0]);
    if (is_zero_width(c)) return;
    put(is_hyphen(c) ? U'-' : c);
  }

 private:
  void put_mark(char32_t mark) {
    const char32_t joined = to_ != begin_ ? join_mark(to_[-1], mark) : 0;
    if (joined != 0) {
      to_[-1] = joined;
    } else {
      put(mark);
    }
  }

  void put_all(const char* ascii) {
    for (; *ascii != '\0'; ++ascii) put(static_cast<char32_t>(*ascii));
  }

  void put_bracketed(char32_t c) {
    put('(');
    put(c);
    put(')');
  }

  char32_t* begin_;
  char32_t* to_;
};

}  // namespace

// Three bytes give four characters at most (Ⅷ: viii), and U+0000 ends them.
WidthFolded::WidthFolded(std::string_view utf8)
    : characters_(2 * utf8.size() + 1) {
  Folder folder(characters_.data());
  const char* p = utf8.data();
  const char* const end = p + utf8.size();
  while (p != end) {
    const std::uint8_t lead = byte_at(p);
    if (lead < 0x80) {
      folder.put(kAscii[lead]);
      ++p;
      continue;
    }
    if (lead >= 0xE4 && lead <= 0xE9 && end - p >= 3) {  // kanji
      folder.put((lead & 0x0Fu) << 12 | (char32_t{byte_at(p + 1)} & 0x3F) << 6 |
                 (char32_t{byte_at(p + 2)} & 0x3F));
      p += 3;
      continue;
    }
    const std::ptrdiff_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (end - p < length) break;  // never in valid UTF-8
    const auto tail = [p](int i) { return char32_t{byte_at(p + i)} & 0x3F; };
    if (length == 2) {
      folder.two_bytes((lead & 0x1Fu) << 6 | tail(1));
    } else if (length == 3) {
      const char32_t c = (lead & 0x0Fu) << 12 | tail(1) << 6 | tail(2);
      switch (lead) {
        case 0xE2:
          folder.symbol(c);
          break;
        case 0xE3:
          folder.kana_block(c);
          break;
        case 0xEF:
          folder.forms(c);
          break;
        default:
          folder.put(c);
      }
    } else {
      const char32_t c =
          (lead & 0x07u) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3);
      const bool variation_selector = c >= 0xE0100 && c <= 0xE01EF;
      if (!variation_selector) folder.put(c);
    }
    p += length;
  }
  end_ = folder.place();
  *end_ = 0;
}

}  // namespace parcelwise
