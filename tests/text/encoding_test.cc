// Tests core/text/encoding.cc.
#include "text/encoding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "draws.h"

namespace parcelwise {
namespace {

// For texts with a NUL in them.
using std::string_literals::operator""s;

std::string bytes_of(std::initializer_list<int> values) {
  std::string bytes;
  for (const int value : values) bytes.push_back(static_cast<char>(value));
  return bytes;
}

std::string decoded(std::string_view bytes, Encoding encoding) {
  std::string out;
  append_utf8(bytes, encoding, out);
  return out;
}

std::string utf8_of(std::uint32_t c) {
  std::string out;
  const auto put = [&out](std::uint32_t b) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(b)));
  };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 0x3F));
    put(0x80 | (c >> 6 & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return out;
}

// ---- Names and marks -------------------------------------------------------

TEST(EncodingName, RoundTrips) {
  for (const Encoding encoding :
       {Encoding::kAscii, Encoding::kUtf8, Encoding::kUtf16Le,
        Encoding::kUtf16Be, Encoding::kCp932, Encoding::kWindows1252}) {
    EXPECT_EQ(encoding_from_name(encoding_name(encoding)), encoding);
  }
  EXPECT_EQ(encoding_name(Encoding::kUtf16Be), "utf-16be");
}

TEST(EncodingName, OtherSpellings) {
  EXPECT_EQ(encoding_from_name("shift_jis"), Encoding::kCp932);
  EXPECT_EQ(encoding_from_name("Shift_JIS"), Encoding::kCp932);
  EXPECT_EQ(encoding_from_name("UTF-8"), Encoding::kUtf8);
  EXPECT_EQ(encoding_from_name("utf8"), std::nullopt);
  EXPECT_EQ(encoding_from_name("cp93"), std::nullopt);
  EXPECT_EQ(encoding_from_name(""), std::nullopt);
}

TEST(ByteOrderMark, Rows) {
  const auto mark = [](std::initializer_list<int> values) {
    return find_byte_order_mark(bytes_of(values));
  };
  ASSERT_TRUE(mark({0xEF, 0xBB, 0xBF, 'a'}));
  EXPECT_EQ(mark({0xEF, 0xBB, 0xBF})->encoding, Encoding::kUtf8);
  EXPECT_EQ(mark({0xEF, 0xBB, 0xBF})->length, 3u);
  ASSERT_TRUE(mark({0xFF, 0xFE}));
  EXPECT_EQ(mark({0xFF, 0xFE, 'a', 0})->encoding, Encoding::kUtf16Le);
  EXPECT_EQ(mark({0xFF, 0xFE, 'a', 0})->length, 2u);
  ASSERT_TRUE(mark({0xFE, 0xFF}));
  EXPECT_EQ(mark({0xFE, 0xFF, 0, 'a'})->encoding, Encoding::kUtf16Be);
  EXPECT_FALSE(mark({0xEF, 0xBB}));
  EXPECT_FALSE(mark({0xFF}));
  EXPECT_FALSE(mark({}));
  EXPECT_FALSE(mark({'a', 0xEF, 0xBB, 0xBF}));
}

// ---- ASCII and UTF-8 -------------------------------------------------------

// Blocks of 16, of 8 and single bytes each have their own loop.
TEST(IsAscii, FindsOneHighByteAnywhere) {
  for (std::size_t length = 0; length < 70; ++length) {
    std::string text(length, 'a');
    EXPECT_TRUE(is_ascii(text)) << length;
    for (std::size_t at = 0; at < length; ++at) {
      text[at] = '\x80';
      EXPECT_FALSE(is_ascii(text)) << length << " " << at;
      text[at] = '\x7F';
    }
  }
}

// The obvious decoder: a character is valid if writing it gives its bytes.
bool slow_is_valid_utf8(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    const std::size_t length = first < 0x80             ? 1
                               : (first & 0xE0) == 0xC0 ? 2
                               : (first & 0xF0) == 0xE0 ? 3
                               : (first & 0xF8) == 0xF0 ? 4
                                                        : 0;
    if (length == 0 || length > bytes.size()) return false;
    std::uint32_t c = length == 1 ? first : first & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
      const auto tail = static_cast<unsigned char>(bytes[i]);
      if ((tail & 0xC0) != 0x80) return false;
      c = c << 6 | (tail & 0x3Fu);
    }
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return false;
    if (c < (length == 2   ? 0x80u
             : length == 3 ? 0x800u
             : length == 4 ? 0x10000u
                           : 0u)) {
      return false;
    }
    bytes.remove_prefix(length);
  }
  return true;
}

TEST(IsValidUtf8, AgreesWithTheObviousDecoderOnThreeBytes) {
  std::uint32_t differences = 0;
  char piece[] = "a東bcd\0\0\0efghij";  // where a whole piece is looked at
  for (std::uint32_t n = 0; n < 0x1000000; ++n) {
    const char bytes[3] = {static_cast<char>(n >> 16),
                           static_cast<char>(n >> 8 & 0xFF),
                           static_cast<char>(n & 0xFF)};
    const std::string_view three(bytes, 3);
    const bool valid = slow_is_valid_utf8(three);
    differences += is_valid_utf8(three) != valid;
    std::copy_n(bytes, 3, piece + 7);
    differences += is_valid_utf8({piece, 16}) != valid;
  }
  EXPECT_EQ(differences, 0u);
}

TEST(IsValidUtf8, AgreesWithTheObviousDecoderOnTwoBytes) {
  for (int a = 0; a < 256; ++a) {
    EXPECT_EQ(is_valid_utf8(bytes_of({a})), a < 0x80) << a;
    for (int b = 0; b < 256; ++b) {
      const std::string two = bytes_of({a, b});
      EXPECT_EQ(is_valid_utf8(two), slow_is_valid_utf8(two)) << a << " " << b;
    }
  }
}

// Each edge of the four-byte forms, at every distance from a block's edge.
TEST(IsValidUtf8, FourBytes) {
  constexpr int kEdges[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90,
                            0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
  for (int a = 0xEF; a <= 0xFF; ++a) {
    for (const int b : kEdges) {
      for (const int c : kEdges) {
        for (const int d : kEdges) {
          const std::string four = bytes_of({a, b, c, d});
          EXPECT_EQ(is_valid_utf8(four), slow_is_valid_utf8(four));
        }
      }
    }
  }
  for (std::size_t before = 0; before < 40; ++before) {
    const std::string lead(before, 'a');
    EXPECT_TRUE(is_valid_utf8(lead + "𠮷" + lead));
    EXPECT_FALSE(is_valid_utf8(lead + "\xF0\xA0\xAE" + lead));
  }
}

// Bytes beside each border of what may follow what.
constexpr std::string_view kHardBytes =
    "a\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0"
    "\xF1\xF3\xF4\xF5\xFF";

// The string of that number over kHardBytes.
std::string hard_bytes(std::size_t length, std::size_t number) {
  std::string text(length, 0);
  for (char& c : text) {
    c = kHardBytes[number % kHardBytes.size()];
    number /= kHardBytes.size();
  }
  return text;
}

// Valid text of so many bytes; characters of all lengths, or ASCII.
std::string valid_text(std::size_t length, bool mixed) {
  constexpr std::string_view kCharacters[] = {"東", "é", "京", "a",  "ー",
                                              "힣", "1", "ก",  "𠮷", "区"};
  std::string text;
  for (std::size_t i = length; mixed; ++i) {
    const std::string_view next = kCharacters[i % std::size(kCharacters)];
    if (text.size() + next.size() > length) break;
    text += next;
  }
  text.resize(length, 'z');
  return text;
}

// What stands around does not change whether whole characters do.
TEST(IsValidUtf8, AgreesWithTheObviousDecoderAtEveryOffset) {
  std::uint32_t differences = 0;
  std::size_t strings = 1;
  for (std::size_t length = 0; length <= 2; ++length) {
    for (std::size_t number = 0; number < strings; ++number) {
      const std::string hard = hard_bytes(length, number);
      const bool valid = slow_is_valid_utf8(hard);
      for (const bool mixed : {false, true}) {
        for (std::size_t before = 0; before < 36; ++before) {
          const std::string front = valid_text(before, mixed) + hard;
          for (std::size_t after = 0; after < 20; ++after) {
            const std::string text = front + valid_text(after, mixed);
            differences += is_valid_utf8(text) != valid;
          }
        }
      }
    }
    strings *= kHardBytes.size();
  }
  EXPECT_EQ(differences, 0u);
}

TEST(IsValidUtf8, AgreesWithTheObviousDecoderOnAllShortStrings) {
  std::uint32_t differences = 0;
  std::size_t strings = 1;
  for (std::size_t length = 0; length <= (kFewDraws ? 3 : 4); ++length) {
    for (std::size_t number = 0; number < strings; ++number) {
      const std::string hard = hard_bytes(length, number);
      const bool valid = slow_is_valid_utf8(hard);
      differences += is_valid_utf8(hard) != valid;
      // Across the border of two pieces, and behind the last whole one.
      for (const std::size_t before : {std::size_t{5}, std::size_t{14}}) {
        const std::string text = valid_text(before, number % 2 == 0) + hard;
        differences += is_valid_utf8(text) != valid;
        differences += is_valid_utf8(text + valid_text(13, true)) != valid;
      }
    }
    strings *= kHardBytes.size();
  }
  EXPECT_EQ(differences, 0u);
}

// Valid texts of which a few bytes are changed, taken out or cut off.
TEST(IsValidUtf8, AgreesWithTheObviousDecoderOnRandomStrings) {
  std::mt19937 random(20261201);
  const auto draw = [&](std::size_t below) { return random() % below; };
  std::uint32_t valid = 0;
  for (int i = 0; i < draws(200'000); ++i) {
    std::string text;
    for (std::size_t pieces = draw(9); pieces > 0; --pieces)
      text += valid_text(draw(24), draw(4) != 0);
    for (std::size_t changes = draw(3); changes > 0 && !text.empty();
         --changes) {
      const std::size_t at = draw(text.size());
      switch (draw(3)) {
        case 0:
          text[at] = kHardBytes[draw(kHardBytes.size())];
          break;
        case 1:
          text.erase(at, 1 + draw(2));
          break;
        default:
          text.resize(at);
      }
    }
    const bool expected = slow_is_valid_utf8(text);
    valid += expected;
    ASSERT_EQ(is_valid_utf8(text), expected) << ::testing::PrintToString(text);
  }
  EXPECT_GT(valid, 0u);
}

struct Utf8Row {
  const char* name;
  std::string_view in;
  bool complete;
  std::string_view out;
};

// The counts of U+FFFD are the WHATWG's, as browsers show them.
TEST(AppendUtf8, Utf8) {
  constexpr Utf8Row kRows[] = {
      {"valid", "a東京𠮷é", true, "a東京𠮷é"},
      {"lone tail", "a\x80z", false, "a\uFFFDz"},
      {"cut at the end", "東\xE4\xBA", false, "東\uFFFD"},
      {"cut before ASCII", "\xE4\xBA\t1", false, "\uFFFD\t1"},
      {"overlong", "\xC0\xAF", false, "\uFFFD\uFFFD"},
      {"overlong of three", "\xE0\x80\xAF", false, "\uFFFD\uFFFD\uFFFD"},
      {"surrogate", "\xED\xA0\x80", false, "\uFFFD\uFFFD\uFFFD"},
      {"above the last", "\xF4\x90\x80\x80", false, "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"three of four", "\xF0\x9F\x93z", false, "\uFFFDz"},
      {"no lead at all", "\xFF\xFE", false, "\uFFFD\uFFFD"},
  };
  for (const Utf8Row& row : kRows) {
    std::string out = "before ";
    EXPECT_EQ(append_utf8(row.in, Encoding::kUtf8, out), row.complete)
        << row.name;
    EXPECT_EQ(out, "before " + std::string(row.out)) << row.name;
  }
}

TEST(AppendUtf8, AsciiWithAHighByteFails) {
  std::string out;
  EXPECT_TRUE(append_utf8("tanaka", Encoding::kAscii, out));
  EXPECT_FALSE(append_utf8("a\xE9z", Encoding::kAscii, out));
  EXPECT_EQ(out, "tanakaa\uFFFDz");
}

TEST(AppendUtf8, Utf16IsNotReadHere) {
  std::string out;
  EXPECT_FALSE(append_utf8("\xE9\x01", Encoding::kUtf16Le, out));
  EXPECT_FALSE(append_utf8(bytes_of({'a', 0}), Encoding::kUtf16Le, out));
}

TEST(AppendUtf8, Windows1252) {
  std::string out;
  EXPECT_TRUE(
      append_utf8("M\xFCller, Caf\xE9 No\xEBl, Stra\xDF"
                  "e \x80 5 \x93q\x94 \x8C\x9F",
                  Encoding::kWindows1252, out));
  EXPECT_EQ(out, "Müller, Café Noël, Straße € 5 “q” ŒŸ");
  for (const int hole : {0x81, 0x8D, 0x8F, 0x90, 0x9D}) {
    EXPECT_EQ(decoded(bytes_of({hole}), Encoding::kWindows1252),
              utf8_of(static_cast<std::uint32_t>(hole)));
  }
  for (int b = 0xA0; b < 0x100; ++b) {
    EXPECT_EQ(decoded(bytes_of({b}), Encoding::kWindows1252),
              utf8_of(static_cast<std::uint32_t>(b)));
  }
}

// ---- CP932 -----------------------------------------------------------------

struct TableFile {
  std::vector<int> leads;
  std::vector<std::string> characters;  // 188 for each lead, U+FFFD for none
};

// The checked-in table, read as the text that its generator wrote;
// cp932_table.test.mjs proves that text against TextDecoder.
TableFile read_table_file() {
  std::ifstream in(PARCELWISE_TESTS_FOLDER "/../core/text/cp932_table.inc");
  TableFile table;
  for (std::string line; std::getline(in, line);) {
    const std::size_t open = line.find("u\"");
    if (line.starts_with("    0x")) {
      for (std::size_t at = 0; (at = line.find("0x", at)) != line.npos; ++at) {
        table.leads.push_back(std::stoi(line.substr(at + 2, 2), nullptr, 16));
      }
    } else if (open == 4) {
      for (std::size_t at = open + 2; line[at] != '"';) {
        const auto lead = static_cast<unsigned char>(line[at]);
        const std::size_t length = lead < 0xE0 ? 2 : 3;
        table.characters.push_back(line.substr(at, length));
        at += length;
      }
    }
  }
  return table;
}

// What the WHATWG's decoder makes of a pair of bytes (0x80 apart), told
// from the table alone.
std::string expected_pair(const TableFile& table, int a, int b) {
  const auto alone = [](int c) {
    if (c < 0x80) return bytes_of({c});
    if (c >= 0xA1 && c <= 0xDF) {
      return utf8_of(0xFF61u + static_cast<std::uint32_t>(c - 0xA1));
    }
    return std::string("\uFFFD");
  };
  const bool lead = (a >= 0x81 && a <= 0x9F) || (a >= 0xE0 && a <= 0xFC);
  if (!lead) return alone(a) + alone(b);
  std::string character = "\uFFFD";
  if (b >= 0x40 && b <= 0xFC && b != 0x7F) {
    const int column = b - 0x40 - (b > 0x7F ? 1 : 0);
    if (a >= 0xF0 && a <= 0xF9) {
      character = utf8_of(
          static_cast<std::uint32_t>(0xE000 + (a - 0xF0) * 188 + column));
    }
    for (std::size_t row = 0; row < table.leads.size(); ++row) {
      if (table.leads[row] != a) continue;
      character =
          table.characters[row * 188 + static_cast<std::size_t>(column)];
    }
  }
  if (character == "\uFFFD" && b < 0x80) character += bytes_of({b});
  return character;
}

TEST(Cp932, EveryPairOfBytesIsRead) {
  const TableFile table = read_table_file();
  ASSERT_EQ(table.leads.size(), 45u);
  ASSERT_EQ(table.characters.size(), 45u * 188u);
  int characters = 0;
  for (int a = 0; a < 256; ++a) {
    for (int b = 0; b < 256; ++b) {
      const std::string pair = bytes_of({a, b});
      std::string out;
      const bool complete = append_utf8(pair, Encoding::kCp932, out);
      ASSERT_EQ(out, expected_pair(table, a, b)) << a << " " << b;
      ASSERT_EQ(complete, out.find("\uFFFD") == out.npos) << a << " " << b;
      ASSERT_EQ(look_as_cp932(pair).valid, complete) << a << " " << b;
      if (a >= 0x80 && complete && !(a >= 0xA1 && a <= 0xDF)) ++characters;
    }
  }
  EXPECT_EQ(characters, 7724 + 1880);
}

TEST(Cp932, EveryCharacterRoundTrips) {
  std::set<std::string> seen;
  for (int a = 0x80; a < 256; ++a) {
    for (int b = 0x40; b < 256; ++b) {
      const bool katakana = a >= 0xA1 && a <= 0xDF;
      const std::string bytes = katakana ? bytes_of({a}) : bytes_of({a, b});
      std::string text;
      if (!append_utf8(bytes, Encoding::kCp932, text)) continue;
      const auto back = to_cp932(text, nullptr);
      ASSERT_TRUE(back) << text;
      EXPECT_EQ(decoded(*back, Encoding::kCp932), text);
      seen.insert(text);
    }
  }
  EXPECT_EQ(seen.size(), 9206u + 63u);
}

struct Cp932Row {
  const char* name;
  std::string_view in;
  bool complete;
  std::string_view out;
};

TEST(AppendUtf8, Cp932) {
  constexpr Cp932Row kRows[] = {
      {"word", "\x83\x5E\x83\x8F\x81\x5B", true, "タワー"},
      {"trail that is a backslash", "\x95\x5C\\", true, "表\\"},
      {"trail that is a bar", "\x83\x7C|", true, "ポ|"},
      {"backslash and tilde", "\x5C\x7E", true, "\\~"},
      {"wave dash, minus", "\x81\x60\x81\x7C", true, "～－"},
      {"half-width", "\xC0\xC5\xB6 1", true, "ﾀﾅｶ 1"},
      {"NEC row 13", "\x87\x40\x87\x8A\x87\x80", true, "①㈱〝"},
      {"IBM extension", "\xFB\xFC\xFA\xB1", true, "髙﨑"},
      {"NEC's copy of IBM's", "\xEE\xE0\xED\x95", true, "髙﨑"},
      {"user's own", "\xF0\x40\xF9\xFC", true, "\uE000\uE757"},
      {"lead at the end", "a\x83", false, "a\uFFFD"},
      {"lead before a tab", "\x83\t1", false, "\uFFFD\t1"},
      {"lead before a line end", "\x83\n", false, "\uFFFD\n"},
      {"no character, trail ASCII", "\x85\x40\x41", false, "\uFFFD@A"},
      {"no character, trail high", "\x85\x9F\x41", false, "\uFFFDA"},
      {"0x80 has no meaning", "5 \x80", false, "5 \uFFFD"},
      {"0xA0 neither", "\xA0\x83\x5E", false, "\uFFFDタ"},
      {"0xFD to 0xFF neither", "\xFD\xFE\xFF", false, "\uFFFD\uFFFD\uFFFD"},
  };
  for (const Cp932Row& row : kRows) {
    std::string out = "before ";
    EXPECT_EQ(append_utf8(row.in, Encoding::kCp932, out), row.complete)
        << row.name;
    EXPECT_EQ(out, "before " + std::string(row.out)) << row.name;
  }
}

struct CodeRow {
  const char* name;
  std::string_view text;
  std::string_view bytes;
};

TEST(ToCp932, Codes) {
  constexpr CodeRow kRows[] = {
      {"nothing", "", ""},
      {"ASCII", "a\\~\t", "a\\~\t"},
      {"word", "表1タ", "\x95\x5C\x31\x83\x5E"},
      {"half-width", "ﾀｶ", "\xC0\xB6"},
      {"wave dashes", "〜～", "\x81\x60\x81\x60"},
      {"minus signs", "−－", "\x81\x7C\x81\x7C"},
      {"dashes", "—―", "\x81\x5C\x81\x5C"},
      {"double bars", "‖∥", "\x81\x61\x81\x61"},
      {"cent, pound, not", "¢£¬", "\x81\x91\x81\x92\x81\xCA"},
      {"their full-width forms", "￠￡￢", "\x81\x91\x81\x92\x81\xCA"},
      {"broken bars", "¦￤", "\xFA\x55\xFA\x55"},
      {"yen and overline", "¥\u203E", "\x5C\x7E"},
      {"first of three codes", "∵", "\x81\xE6"},
      {"NEC row 13 before IBM", "Ⅰ㈱", "\x87\x54\x87\x8A"},
      {"IBM before NEC's copy", "髙﨑ⅰ", "\xFB\xFC\xFA\xB1\xFA\x40"},
      {"user's own", "\uE000\uE757", "\xF0\x40\xF9\xFC"},
  };
  for (const CodeRow& row : kRows) {
    const auto bytes = to_cp932(row.text, nullptr);
    ASSERT_TRUE(bytes) << row.name;
    EXPECT_EQ(*bytes, row.bytes) << row.name;
  }
}

TEST(ToCp932, TellsWhere) {
  struct Row {
    const char* name;
    std::string_view text;
    std::size_t where;
  };
  constexpr Row kRows[] = {
      {"letter with an accent", "1é", 1},
      {"emoji behind kanji", "東京📦", 6},
      {"kanji beyond the BMP", "𠮷野", 0},
      {"Unicode's replacement", "a\uFFFD", 1},
      {"behind a long run", "aaaaaaaaaaaaaaaaaaaa東é", 23},
      {"not UTF-8", "ab\xFF", 2},
  };
  for (const Row& row : kRows) {
    std::size_t where = 99;
    EXPECT_EQ(to_cp932(row.text, &where), std::nullopt) << row.name;
    EXPECT_EQ(where, row.where) << row.name;
  }
  EXPECT_EQ(to_cp932("é", nullptr), std::nullopt);
}

// ---- Telling CP932 from windows-1252 ---------------------------------------

struct Look {
  const char* name;
  std::string_view text;
  std::uint32_t joined;
  std::uint32_t lone;
};

void expect_looks(std::initializer_list<Look> rows) {
  for (const Look& row : rows) {
    const auto bytes = to_cp932(row.text, nullptr);
    ASSERT_TRUE(bytes) << row.name;
    const Cp932Look look = look_as_cp932(*bytes);
    EXPECT_TRUE(look.valid) << row.name;
    EXPECT_EQ(look.joined, row.joined) << row.name;
    EXPECT_EQ(look.lone, row.lone) << row.name;
  }
}

TEST(LookAsCp932, Japanese) {
  expect_looks({
      {"nothing", "", 0, 0},
      {"ASCII", "250-1234567-1234567", 0, 0},
      {"address", "東京都江東区豊洲1丁目2番27号", 10, 2},
      {"address with a building", "大阪府大阪市北区梅田3-1 タワー36階", 13, 1},
      {"half-width name", "ﾀﾅｶ ﾊﾅｺ", 6, 0},
      {"half-width in words", "ｻﾝﾊﾟｰｸ豊洲1F", 8, 0},
      {"two katakana say nothing", "ﾘﾝ", 0, 0},
      {"one does", "1ｶ", 0, 1},
      {"second bytes all ASCII", "アイ1", 0, 2},
      {"one of them high", "アム1", 2, 0},
      {"Latin and kanji", "Smith 花子, Tokyo 港区", 4, 0},
      {"user's own character", "渡\uE000辺", 2, 1},
  });
}

TEST(LookAsCp932, EuropeanIsInvalidOrLone) {
  constexpr std::string_view kTexts[] = {
      "M\xFCller",
      "Caf\xE9 No\xEBl",
      "Stra\xDF"
      "e",
      "G\xE9n\xE8ve, Stra\xDF"
      "e",
      "M\xDCNCHEN, K\xD6LN",
      "Espa\xF1"
      "a, Le\xF3n",
      "fran\xE7"
      "aise cr\xE9\xE9"
      "e",
      "5 \x80 pi\xF9",
      "l\x92\x65"
      "au \x96 L\x92"
      "arbre",
      "\xC5ngstr\xF6m, K\xF8"
      "benhavn",
      "Gr\xF6\xDF"
      "er",
      "S\xE3o Jo\xE3o, Avenida da Liberdade 5",
  };
  for (const std::string_view text : kTexts) {
    const Cp932Look look = look_as_cp932(text);
    EXPECT_TRUE(!look.valid || look.lone > look.joined) << text;
  }
  const Cp932Look example = look_as_cp932(
      "G\xE9n\xE8ve, Stra\xDF"
      "e");
  EXPECT_TRUE(example.valid);
  EXPECT_EQ(example.lone, 3u);
  EXPECT_EQ(example.joined, 0u);
}

// Second bytes that are ASCII, behind first ones that are no letters of
// windows-1252: by the core's word, as reports and carriers' files come.
TEST(LookAsCp932, FullWidthIsJoined) {
  expect_looks({
      {"number", "４９０７２４９４２７５０", 12, 0},
      {"number with its hyphens", "４９０７-２４９４-２７５０", 12, 0},
      {"capitals", "ＡＢＣ", 3, 0},
      {"capitals and digits", "ＸＹＺ１２３", 6, 0},
      {"address of digits and signs", "１－２－３", 5, 0},
      {"signs alone", "1－2－3", 2, 0},
      {"wide space", "Smith　John", 1, 0},
      {"brackets", "（株）ABC", 3, 0},
      {"two digits", "1-１２", 2, 0},
      {"one digit says nothing", "1,１\n2,２\n", 0, 0},
      {"digits and hyphens", "１-２-３", 0, 0},
      {"nor does a room", "Ａ-101", 0, 0},
      {"a digit before a word", "１F", 0, 1},
      {"name in katakana", "タナカ", 3, 0},
      {"name and first name", "タナカ　タロウ", 7, 0},
      {"katakana and its long sign", "サー", 2, 0},
      {"digit and katakana", "３カ", 2, 0},
      {"kanji between", "１番－２", 4, 0},
  });
}

// What a low quote, an ellipsis or a florin sign opens stays European.
TEST(LookAsCp932, EuropeanQuotesAreNotJoined) {
  struct Row {
    const char* name;
    std::string_view bytes;
  };
  constexpr Row kRows[] = {
      {"low quotes", "\x84so\x93"},
      {"low quotes within a sentence", "Er sagt \x84 so \x93 und geht"},
      {"single low quotes", "\x82so\x91"},
      {"single low quotes, a comma",
       "\x82Paris\x91, Rue de l\x92\x4F"
       "urs"},
      {"single low quotes, not closed", "\x82Paris"},
      {"one letter within them", "\x82X\x91"},
      {"both kinds", "\x84\x82Ja\x91, sagte er.\x93"},
      {"a low quote in each word", "\x82Im \x82Ort \x82Turm"},
      {"a low quote before an accent", "\x82\xC4pfel\x91"},
      {"florin signs",
       "\x83 100, \x83"
       "A"},
      {"two florin signs",
       "\x83"
       "A\x83"
       "B"},
      {"rock \x92n\x92 roll", "rock\x92n\x92roll"},
      {"dashes between letters",
       "A\x96"
       "B\x96"
       "C"},
      {"Czech",
       "Ji\x9A\x9A"
       "a \x8E"
       "i\x9Ekov"},
      {"French", "L\x92\xE9t\xE9 \x85 \xE0 la plage"},
      {"Portuguese", "Concei\xE7\xE3o, S\xE3o Jos\xE9"},
      {"Danish",
       "K\xF8"
       "benhavn \xD8, \xC5rhus"},
      {"UTF-8 in between", "\xC3\x81ngel M\xFCller"},
  };
  for (const Row& row : kRows) {
    const Cp932Look look = look_as_cp932(row.bytes);
    EXPECT_TRUE(!look.valid || look.lone > look.joined) << row.name;
    EXPECT_EQ(look.joined, 0u) << row.name;
  }
}

// ---- UTF-16 ----------------------------------------------------------------

struct Utf16Row {
  const char* name;
  std::vector<std::uint16_t> units;
  bool odd_byte;
  std::string out;
};

const std::vector<Utf16Row>& utf16_rows() {
  static const std::vector<Utf16Row> rows = {
      {"nothing", {}, false, ""},
      {"half a character", {}, true, "\uFFFD"},
      {"words", {'a', 0x6771, 0xE9, '\t', 0xFFFD}, false, "a東é\t\uFFFD"},
      {"NUL", {0, 'a'}, false, "\0a"s},
      {"pair", {0xD842, 0xDFB7, 0x91CE}, false, "𠮷野"},
      {"last pair", {0xDBFF, 0xDFFF}, false, "\U0010FFFF"},
      {"low alone", {0xDFB7, 'a'}, false, "\uFFFDa"},
      {"high alone", {0xD842, 'a'}, false, "\uFFFDa"},
      {"high before a pair", {0xD842, 0xD842, 0xDFB7}, false, "\uFFFD𠮷"},
      {"two highs", {0xD842, 0xD842}, false, "\uFFFD\uFFFD"},
      {"high at the end", {'a', 0xD842}, false, "a\uFFFD"},
      {"high and half a unit", {'a', 0xD842}, true, "a\uFFFD"},
      {"half a unit", {'a'}, true, "a\uFFFD"},
      {"mark stays", {0xFEFF, 'a'}, false, "\uFEFFa"},
  };
  return rows;
}

std::string utf16_bytes(const Utf16Row& row, bool big_endian) {
  std::string bytes;
  for (const int unit : row.units) {
    bytes += big_endian ? bytes_of({unit >> 8, unit & 0xFF})
                        : bytes_of({unit & 0xFF, unit >> 8});
  }
  if (row.odd_byte) bytes += 'x';
  return bytes;
}

TEST(Utf16Reader, EveryCutGivesTheSameText) {
  for (const Encoding encoding : {Encoding::kUtf16Le, Encoding::kUtf16Be}) {
    for (const Utf16Row& row : utf16_rows()) {
      const std::string bytes =
          utf16_bytes(row, encoding == Encoding::kUtf16Be);
      const std::string_view view = bytes;
      for (std::size_t cut = 0; cut <= view.size(); ++cut) {
        Utf16Reader reader(encoding);
        std::string out;
        reader.feed(view.substr(0, cut), out);
        reader.feed(view.substr(cut), out);
        reader.finish(out);
        EXPECT_EQ(out, row.out) << row.name << ", cut at " << cut;
      }
      Utf16Reader reader(encoding);
      std::string out;
      for (const char& byte : view) reader.feed({&byte, 1}, out);
      reader.finish(out);
      EXPECT_EQ(out, row.out) << row.name << ", byte by byte";
    }
  }
}

TEST(Utf16Reader, EveryCharacterIsRead) {
  std::string bytes;
  std::string text;
  for (std::uint32_t c = 0; c <= 0x10FFFF; c += c < 0x10000 ? 1 : 0x101) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    text += utf8_of(c);
    const auto unit = [&bytes](std::uint32_t u) {
      bytes.push_back(static_cast<char>(u & 0xFF));
      bytes.push_back(static_cast<char>(u >> 8));
    };
    if (c < 0x10000) {
      unit(c);
    } else {
      unit(0xD800 + ((c - 0x10000) >> 10));
      unit(0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  Utf16Reader reader(Encoding::kUtf16Le);
  std::string out;
  reader.feed(bytes, out);
  reader.finish(out);
  EXPECT_TRUE(out == text);
  EXPECT_TRUE(is_valid_utf8(out));
}

}  // namespace
}  // namespace parcelwise
