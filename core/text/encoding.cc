// Encodings of order reports. Two habits carry the speed: ASCII is passed over
// and UTF-8 checked 16 bytes at a time, and every other byte is looked up,
// never worked out.
#include "text/encoding.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <vector>

#include "text/ascii.h"
#include "text/cp932_rows.h"
#include "text/utf8.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace parcelwise {
namespace {

// The first byte >= 0x80 in [p, end), or end.
const char* find_beyond_ascii(const char* p, const char* end) {
#if defined(__SSE2__)
  while (end - p >= 16) {
    const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p));
    const int high_bits = _mm_movemask_epi8(block);
    if (high_bits != 0) {
      return p + __builtin_ctz(static_cast<unsigned>(high_bits));
    }
    p += 16;
  }
#endif
  while (end - p >= 8) {
    std::uint64_t block;
    std::memcpy(&block, p, sizeof block);
    if ((block & 0x8080808080808080u) != 0) break;
    p += 8;
  }
  while (p != end && byte_at(p) < 0x80) ++p;
  return p;
}

// Passes over characters from the start of one until `to` is reached; nullptr
// at bytes that are none.
const char* skip_characters(const char* p, const char* to, const char* end) {
  while (p < to && (p = find_beyond_ascii(p, end)) < to) {
    const Utf8Character c = read_utf8(p, end);
    if (c.length == 0) return nullptr;
    p += c.length;
  }
  return p;
}

#if defined(__SSE2__)

// In valid text, where the character begins that is not whole before p.
const char* character_before(const char* p) {
  do {
    --p;
  } while (is_utf8_tail(p));
  return p;
}

constexpr std::size_t kPiece = 16;

// Bit i speaks of byte i of a piece.
struct PieceMarks {
  unsigned high;    // above ASCII
  unsigned tails;   // 0x80..0xBF
  unsigned due;     // where the leads of two and three bytes ask for a tail;
                    // two bits may lie behind the piece
  bool has_narrow;  // leads that not every tail may follow, or none at all
};

inline PieceMarks look_at_piece(__m128i bytes) {
  const auto all = [](int byte) {
    return _mm_set1_epi8(static_cast<char>(byte));
  };
  const auto mask = [](__m128i part) {
    return static_cast<unsigned>(_mm_movemask_epi8(part));
  };
  PieceMarks marks;
  marks.high = mask(bytes);
  // Comparisons are signed: what is above ASCII is less than it.
  marks.tails = mask(_mm_cmplt_epi8(bytes, all(0xC0)));
  const unsigned leads = marks.high ^ marks.tails;
  const unsigned of_three = leads & mask(_mm_cmpgt_epi8(bytes, all(0xDF)));
  marks.due = leads << 1 | of_three << 2;
  const __m128i narrow = _mm_or_si128(
      _mm_or_si128(_mm_cmpeq_epi8(bytes, all(0xE0)),
                   _mm_cmpeq_epi8(bytes, all(0xED))),
      _mm_or_si128(_mm_cmpeq_epi8(_mm_and_si128(bytes, all(0xFE)), all(0xC0)),
                   _mm_cmpeq_epi8(_mm_and_si128(bytes, all(0xF0)), all(0xF0))));
  marks.has_narrow = mask(narrow) != 0;
  return marks;
}

// Of 8 to 15 bytes, zeros behind them.
inline __m128i load_short(const char* data, std::size_t size) {
  std::uint64_t front, back;
  std::memcpy(&front, data, sizeof front);
  std::memcpy(&back, data + size - sizeof back, sizeof back);
  back = back >> 8 * (15 - size) >> 8;
  return _mm_set_epi64x(static_cast<long long>(back),
                        static_cast<long long>(front));
}

#endif

// ---- CP932 -----------------------------------------------------------------

constexpr char16_t kFirstUserCharacter = 0xE000;

// Where a lead byte's row starts; kNoRow for the leads without characters,
// kUserRow for 0xF0..0xF9, kNoLead for the rest.
constexpr std::int16_t kNoLead = -1;
constexpr std::int16_t kNoRow = -2;
constexpr std::int16_t kUserRow = -3;

constexpr std::array<std::int16_t, 256> make_lead_rows() {
  std::array<std::int16_t, 256> rows{};
  std::size_t start = 0;
  for (std::size_t b = 0; b < 256; ++b) {
    const bool lead = (b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC);
    const bool user = b >= 0xF0 && b <= 0xF9;
    rows[b] = user ? kUserRow : lead ? kNoRow : kNoLead;
    if (!has_cp932_row(static_cast<std::uint8_t>(b))) continue;
    rows[b] = static_cast<std::int16_t>(start);
    start += kCp932Trails;
  }
  return rows;
}

constexpr std::uint8_t kNoTrail = 255;

constexpr std::array<std::uint8_t, 256> make_trail_columns() {
  std::array<std::uint8_t, 256> columns{};
  for (std::size_t b = 0; b < 256; ++b) {
    const bool trail = b >= 0x40 && b <= 0xFC && b != 0x7F;
    columns[b] =
        trail ? static_cast<std::uint8_t>(b - 0x40 - (b > 0x7F)) : kNoTrail;
  }
  return columns;
}

constexpr auto kLeadRows = make_lead_rows();
constexpr auto kTrailColumns = make_trail_columns();

bool is_half_width_katakana(std::uint8_t b) { return b >= 0xA1 && b <= 0xDF; }

// How much a lead byte says that its pair is none of windows-1252, where 0x81
// (signs) has no meaning, 0x82 (full-width digits and letters) is a low quote
// and 0x83 (katakana) a florin sign, which nobody writes one after the other.
constexpr std::uint32_t kStrongEnough = 3;
constexpr std::uint32_t kOfFullWidth = 2;

std::uint32_t strength_of(std::uint8_t lead) {
  return lead <= 0x83 ? 0x84u - lead : 0;
}

// The character of a pair of bytes, U+FFFD if there is none.
class Cp932Pairs {
 public:
  char16_t operator()(std::uint8_t lead, std::uint8_t trail) const {
    const std::int16_t row = kLeadRows[lead];
    const std::uint8_t column = kTrailColumns[trail];
    if (column == kNoTrail) return kReplacementCharacter;
    if (row >= 0) return rows_[static_cast<std::size_t>(row) + column];
    if (row != kUserRow) return kReplacementCharacter;
    return static_cast<char16_t>(kFirstUserCharacter +
                                 (lead - 0xF0u) * kCp932Trails + column);
  }

 private:
  const char16_t* rows_ = cp932_rows();
};

// At most 3 bytes are written for each byte read.
bool decode_cp932(const char* p, const char* end, char*& to) {
  const Cp932Pairs cp932_pair;
  bool complete = true;
  while (p != end) {
    const std::uint8_t b = byte_at(p);
    if (b < 0x80) {
      const char* run_end = find_beyond_ascii(p, end);
      const auto length = static_cast<std::size_t>(run_end - p);
      std::memcpy(to, p, length);
      to += length;
      p = run_end;
      continue;
    }
    if (is_half_width_katakana(b)) {
      to = write_utf8(0xFF61u + (b - 0xA1u), to);
      ++p;
      continue;
    }
    const bool pair = kLeadRows[b] != kNoLead && end - p >= 2;
    const char16_t c =
        pair ? cp932_pair(b, byte_at(p + 1)) : char16_t{kReplacementCharacter};
    to = write_utf8(c, to);
    if (c == kReplacementCharacter) {
      complete = false;
      // The WHATWG's rule: an ASCII byte behind a lead byte may be a tab or a
      // quote that means something, so it is read again by itself.
      p += pair && byte_at(p + 1) >= 0x80 ? 2 : 1;
    } else {
      p += 2;
    }
  }
  return complete;
}

// Unicode to CP932 for U+0080 and above; 0 where there is no code.
class Cp932Codes {
 public:
  static const Cp932Codes& instance() {
    static const Cp932Codes codes;
    return codes;
  }

  std::uint16_t operator[](char32_t c) const {
    return c < codes_.size() ? codes_[c] : std::uint16_t{0};
  }

 private:
  Cp932Codes() : codes_(0x10000) {
    // The first code in the table's order wins (WHATWG, "index Shift_JIS
    // pointer"), and the rows 0xED and 0xEE, NEC's copy of IBM's characters,
    // are never written: of ∵ 0x81E6, of ㈱ 0x878A, of 髙 0xFBFC.
    for (std::uint8_t lead = 0x81; lead <= 0xFC; ++lead) {
      if (has_cp932_row(lead) && lead != 0xED && lead != 0xEE) add_row(lead);
    }
    for (std::uint8_t lead = 0xF0; lead <= 0xF9; ++lead) add_row(lead);
    for (std::uint16_t b = 0xA1; b <= 0xDF; ++b)
      codes_[0xFF61u + b - 0xA1u] = b;
    // Strict Shift_JIS's readings of codes that Windows reads otherwise, then
    // the two that the WHATWG's encoder gives to JIS X 0201's own signs.
    struct Twin {
      char16_t c;
      std::uint16_t code;
    };
    constexpr Twin kTwins[] = {
        {0x2014, 0x815C}, {0x301C, 0x8160}, {0x2016, 0x8161}, {0x2212, 0x817C},
        {0x00A2, 0x8191}, {0x00A3, 0x8192}, {0x00AC, 0x81CA}, {0x00A6, 0xFA55},
        {0x00A5, 0x5C},   {0x203E, 0x7E},
    };
    for (const Twin& twin : kTwins) codes_[twin.c] = twin.code;
  }

  void add_row(std::uint8_t lead) {
    for (std::uint16_t trail = 0x40; trail <= 0xFC; ++trail) {
      const char16_t c = pair_(lead, static_cast<std::uint8_t>(trail));
      if (c == kReplacementCharacter || codes_[c] != 0) continue;
      codes_[c] = static_cast<std::uint16_t>(lead << 8 | trail);
    }
  }

  Cp932Pairs pair_;
  std::vector<std::uint16_t> codes_;
};

// ---- The other encodings ---------------------------------------------------

// windows-1252 for 0x80..0x9F (WHATWG index-windows-1252); above, a byte is its
// own code point.
constexpr char16_t kWindows1252[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool decode_windows_1252(const char* p, const char* end, char*& to) {
  for (; p != end; ++p) {
    const std::uint8_t b = byte_at(p);
    to = write_utf8(b >= 0x80 ? windows_1252_character(b) : b, to);
  }
  return true;
}

bool decode_utf8(const char* p, const char* end, char*& to) {
  bool complete = true;
  while (p != end) {
    const Utf8Character c = read_utf8(p, end);
    complete &= c.length != 0;
    to = write_utf8(c.length != 0 ? c.code_point : kReplacementCharacter, to);
    p += c.skip;
  }
  return complete;
}

// What is neither ASCII nor asked for by name has no meaning here.
bool decode_ascii(const char* p, const char* end, char*& to) {
  for (; p != end; ++p) {
    to = write_utf8(byte_at(p) < 0x80 ? byte_at(p) : kReplacementCharacter, to);
  }
  return false;
}

bool decode(const char* p, const char* end, Encoding encoding, char*& to) {
  switch (encoding) {
    case Encoding::kCp932:
      return decode_cp932(p, end, to);
    case Encoding::kWindows1252:
      return decode_windows_1252(p, end, to);
    case Encoding::kUtf8:
      return decode_utf8(p, end, to);
    case Encoding::kAscii:
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be:
      break;
  }
  return decode_ascii(p, end, to);
}

struct EncodingName {
  Encoding encoding;
  std::string_view name;
};

constexpr EncodingName kEncodingNames[] = {
    {Encoding::kAscii, "ascii"},      {Encoding::kUtf8, "utf-8"},
    {Encoding::kUtf16Le, "utf-16le"}, {Encoding::kUtf16Be, "utf-16be"},
    {Encoding::kCp932, "cp932"},      {Encoding::kWindows1252, "windows-1252"},
    {Encoding::kCp932, "shift_jis"},  // read only: the first name is written
};

bool equal_in_any_case(std::string_view a, std::string_view lower) {
  return std::equal(a.begin(), a.end(), lower.begin(), lower.end(),
                    [](char x, char y) {
                      return (x >= 'A' && x <= 'Z' ? x + ('a' - 'A') : x) == y;
                    });
}

}  // namespace

char32_t windows_1252_character(std::uint8_t byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80u] : byte;
}

std::string_view encoding_name(Encoding encoding) {
  for (const EncodingName& entry : kEncodingNames) {
    if (entry.encoding == encoding) return entry.name;
  }
  return {};
}

std::optional<Encoding> encoding_from_name(std::string_view name) {
  for (const EncodingName& entry : kEncodingNames) {
    if (equal_in_any_case(name, entry.name)) return entry.encoding;
  }
  return std::nullopt;
}

std::optional<ByteOrderMark> find_byte_order_mark(std::string_view head) {
  constexpr ByteOrderMark kUtf8{Encoding::kUtf8, 3};
  constexpr ByteOrderMark kLittle{Encoding::kUtf16Le, 2};
  constexpr ByteOrderMark kBig{Encoding::kUtf16Be, 2};
  if (head.starts_with("\xEF\xBB\xBF")) return kUtf8;
  if (head.starts_with("\xFF\xFE")) return kLittle;
  if (head.starts_with("\xFE\xFF")) return kBig;
  return std::nullopt;
}

bool is_ascii(std::string_view bytes) {
  const char* end = bytes.data() + bytes.size();
  return find_beyond_ascii(bytes.data(), end) == end;
}

// Valid is where tails stand where leads ask for them and nowhere else; pieces
// with other leads than the usual are read character by character.
bool is_valid_utf8(std::string_view bytes) {
  const char* p = bytes.data();
  const char* const end = p + bytes.size();
#if defined(__SSE2__)
  if (bytes.size() >= kPiece) {
    std::size_t left = bytes.size();
    unsigned due = 0;  // of characters that began before p
    for (;;) {
      const PieceMarks marks =
          look_at_piece(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
      if ((marks.high | due) != 0) {
        if (marks.has_narrow) {
          const char* const piece_end = p + kPiece;
          if (due != 0) p = character_before(p);
          p = skip_characters(p, piece_end, end);
          if (p == nullptr) return false;
          left = static_cast<std::size_t>(end - p);
          if (left < kPiece) break;
          due = 0;
          continue;
        }
        due |= marks.due;
        if (((due ^ marks.tails) & 0xFFFF) != 0) return false;
      }
      // The last piece lies over the one before it.
      const std::size_t step = std::min(left - kPiece, kPiece);
      if (step == 0) return due >> kPiece == 0;
      due >>= step;
      p += step;
      left -= step;
    }
  } else if (bytes.size() >= 8) {
    const PieceMarks marks = look_at_piece(load_short(p, bytes.size()));
    if (!marks.has_narrow) return marks.due == marks.tails;
  }
#endif
  return skip_characters(p, end, end) != nullptr;
}

Cp932Look look_as_cp932(std::string_view bytes) {
  Cp932Look look;
  const Cp932Pairs cp932_pair;
  const char* p = bytes.data();
  const char* const end = p + bytes.size();
  while ((p = find_beyond_ascii(p, end)) != end) {
    std::uint32_t kanji = 0;  // any double-byte character with a fixed meaning
    std::uint32_t user = 0;
    std::uint32_t katakana = 0;
    std::uint32_t strength = 0;
    bool high_trail = false;
    do {
      const std::uint8_t b = byte_at(p);
      if (is_half_width_katakana(b)) {
        ++katakana;
        ++p;
        continue;
      }
      if (end - p < 2 ||
          cp932_pair(b, byte_at(p + 1)) == kReplacementCharacter) {
        look.valid = false;
        return look;
      }
      ++(kLeadRows[b] == kUserRow ? user : kanji);
      strength += strength_of(b);
      high_trail |= byte_at(p + 1) >= 0x80;
      p += 2;
    } while (p != end && byte_at(p) >= 0x80);

    const std::uint32_t run = kanji + user + katakana;
    const bool word = run >= 2 && kanji != 0 && high_trail;
    // Half-width katakana before a sign may be a letter of UTF-8 ("Á").
    const bool wide = katakana == 0 && strength >= kStrongEnough;
    // A digit or letter alone; a low quote would open a word.
    const bool digit = strength == kOfFullWidth &&
                       (p == end || !is_small_letter(lower_ascii(*p)));
    if (word || wide || katakana >= 3) {
      look.joined += kanji + katakana;
      look.lone += user;
    } else if (!(run == 2 && katakana == 2) && !(run == 1 && digit)) {
      look.lone += run;
    }
  }
  return look;
}

bool append_utf8(std::string_view bytes, Encoding encoding, std::string& out) {
  const char* p = bytes.data();
  const char* const end = p + bytes.size();
  const char* beyond = find_beyond_ascii(p, end);
  out.append(p, beyond);
  const bool utf16 =
      encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be;
  if (beyond == end) return !utf16 || bytes.empty();
  if (encoding == Encoding::kUtf8 &&
      is_valid_utf8(bytes.substr(static_cast<std::size_t>(beyond - p)))) {
    out.append(beyond, end);
    return true;
  }

  // Three bytes for each byte are always enough; the string is cut afterwards.
  const std::size_t before = out.size();
  out.resize(before + 3 * static_cast<std::size_t>(end - beyond));
  char* to = out.data() + before;
  const bool complete = decode(beyond, end, encoding, to);
  out.resize(static_cast<std::size_t>(to - out.data()));
  return complete;
}

Utf16Reader::Utf16Reader(Encoding encoding)
    : big_endian_(encoding == Encoding::kUtf16Be) {}

void Utf16Reader::feed(std::string_view bytes, std::string& out) {
  // A unit gives at most 3 bytes, and a U+FFFD may stand before the first.
  const std::size_t before = out.size();
  out.resize(before + 3 * (bytes.size() / 2 + 2));
  char* to = out.data() + before;
  for (const char& c : bytes) {
    const std::uint8_t b = byte_at(&c);
    if (!has_byte_) {
      byte_ = b;
      has_byte_ = true;
      continue;
    }
    has_byte_ = false;
    const auto unit = static_cast<std::uint16_t>(big_endian_ ? byte_ << 8 | b
                                                             : b << 8 | byte_);
    const bool high = (unit & 0xFC00) == 0xD800;
    const bool low = (unit & 0xFC00) == 0xDC00;
    if (high_surrogate_ != 0 && low) {
      to = write_utf8(
          0x10000u + ((high_surrogate_ & 0x3FFu) << 10) + (unit & 0x3FFu), to);
      high_surrogate_ = 0;
      continue;
    }
    if (high_surrogate_ != 0) to = write_utf8(kReplacementCharacter, to);
    high_surrogate_ = high ? unit : std::uint16_t{0};
    if (high) continue;
    to = write_utf8(low ? kReplacementCharacter : char32_t{unit}, to);
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
}

void Utf16Reader::finish(std::string& out) {
  if (high_surrogate_ != 0 || has_byte_) out += "\uFFFD";
  high_surrogate_ = 0;
  has_byte_ = false;
}

std::optional<std::string> to_cp932(std::string_view utf8, std::size_t* where) {
  const Cp932Codes& codes = Cp932Codes::instance();
  std::string result;
  result.reserve(utf8.size());
  const char* p = utf8.data();
  const char* const end = p + utf8.size();
  while (p != end) {
    const char* beyond = find_beyond_ascii(p, end);
    result.append(p, beyond);
    p = beyond;
    if (p == end) break;
    const Utf8Character c = read_utf8(p, end);
    const std::uint16_t code = c.length != 0 ? codes[c.code_point] : 0;
    if (code == 0) {
      if (where != nullptr) *where = static_cast<std::size_t>(p - utf8.data());
      return std::nullopt;
    }
    if (code > 0xFF) result.push_back(static_cast<char>(code >> 8));
    result.push_back(static_cast<char>(code & 0xFF));
    p += c.length;
  }
  return result;
}

}  // namespace parcelwise
