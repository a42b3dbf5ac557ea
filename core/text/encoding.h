// Bytes to text: the encodings that order reports come in, and how to tell them
// apart. Reports are split as bytes; only the fields in use are decoded.
//
// CP932 here is the WHATWG's shift_jis (= Windows-31J): NEC and IBM extensions
// included, 0x5C a backslash, 0x7E a tilde, 0x817C U+FF0D, 0x8160 U+FF5E, lone
// half-width katakana 0xA1..0xDF, the user's own characters 0xF040..0xF9FC in
// U+E000..U+E757. One deviation: 0x80, a control character there, has no
// meaning here; in a real file it is the euro sign of windows-1252. The table
// is core/text/cp932_table.inc, written by core/text/write_cp932_table.mjs.
#ifndef PARCELWISE_TEXT_ENCODING_H_
#define PARCELWISE_TEXT_ENCODING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parcelwise {

enum class Encoding : std::uint8_t {
  kAscii,
  kUtf8,
  kUtf16Le,
  kUtf16Be,
  kCp932,
  kWindows1252
};

// The contract's names: "ascii", "utf-8", "utf-16le", "utf-16be", "cp932",
// "windows-1252". Read in any case, and "shift_jis" as cp932.
std::string_view encoding_name(Encoding encoding);
std::optional<Encoding> encoding_from_name(std::string_view name);

// No byte of 0x80 or above.
bool is_ascii(std::string_view bytes);

// A byte order mark at the start of `head`, and its length in bytes.
struct ByteOrderMark {
  Encoding encoding;
  std::size_t length;
};
std::optional<ByteOrderMark> find_byte_order_mark(std::string_view head);

// Strict: no overlong forms, no surrogates, nothing above U+10FFFF.
bool is_valid_utf8(std::string_view bytes);

// What a run of bytes looks like when read as CP932. European text in
// windows-1252 often happens to be valid CP932 ("é" and the letter behind it
// make a kanji, "ß" is a half-width katakana), but its accents stand alone
// between ASCII letters while Japanese stands in words:
//   "東京都江東区" in cp932          -> valid, joined 6, lone 0
//   "Génève, Straße" in windows-1252 -> valid, joined 0, lone 3
// A character is joined when it stands in a run of two or more of which one
// second byte is 0x80 or above: accents on every other letter ("Génève") make
// neighbouring kanji too, but all of their second bytes are ASCII. So are those
// of full-width digits and capitals and of most katakana and signs, whose first
// bytes windows-1252 has for no letter: a sign (0x81, no character there), two
// digits or letters (0x82, a low quote) or three katakana (0x83, a florin sign)
// join a run without half-width katakana. One digit or letter with no word
// behind it says nothing.
//   "４９０７" in cp932           -> valid, joined 4, lone 0
//   "‚Paris" in windows-1252      -> valid, joined 0, lone 1
// Three half-width katakana join a run as well; two alone say nothing. The
// user's own characters are always lone: no mail order is addressed in them,
// and their lead bytes are ñ, ö and ø.
struct Cp932Look {
  bool valid = true;         // false: the counts end at the first bad byte
  std::uint32_t joined = 0;  // characters in words
  std::uint32_t lone = 0;    // characters between ASCII
};
Cp932Look look_as_cp932(std::string_view bytes);

// Appends `bytes` as UTF-8 to `out`. True when every byte had a meaning; where
// one had none U+FFFD stands and the answer is false. An ASCII byte is never
// part of what U+FFFD replaces, so a broken character cannot swallow the tab
// behind it. windows-1252 never fails (WHATWG: its five holes are C1 controls).
// kAscii with a high byte fails, and so does UTF-16, which is read as bytes
// arrive by Utf16Reader and not here.
//   append_utf8("\x83\x5E\x83\x8F\x81\x5B", kCp932, s)  -> true, "タワー"
//   append_utf8("\x83\t1", kCp932, s)                    -> false, "\uFFFD\t1"
bool append_utf8(std::string_view bytes, Encoding encoding, std::string& out);

// What a byte from 0x80 on is in windows-1252 (WHATWG index-windows-1252); of
// the five without a meaning the C1 control of that number.
//   windows_1252_character(0x80) -> U'€'
char32_t windows_1252_character(std::uint8_t byte);

// UTF-16 to UTF-8 in chunks that may end anywhere, also inside a surrogate
// pair. A lone surrogate becomes U+FFFD. A byte order mark is the caller's to
// cut off.
class Utf16Reader {
 public:
  explicit Utf16Reader(Encoding encoding);  // kUtf16Le or kUtf16Be
  void feed(std::string_view bytes, std::string& out);
  void finish(std::string& out);  // a half character at the end: U+FFFD

 private:
  bool big_endian_;
  bool has_byte_ = false;
  unsigned char byte_ = 0;
  std::uint16_t high_surrogate_ = 0;
};

// The bytes of one UTF-8 text in CP932; nullopt if a character has none there,
// with its position in bytes in `*where` (which may be null). Of several codes
// the WHATWG encoder's is chosen. Strict Shift_JIS's characters are written as
// their Windows twins (docs/formats.md 5.3): U+301C U+2212 U+2014 U+2016 ¢ £ ¬
// ¦, and as in the WHATWG's encoder ¥ is 0x5C and U+203E is 0x7E.
//   to_cp932("〜−", nullptr) -> "\x81\x60\x81\x7C"
//   to_cp932("1é", &where)  -> nullopt, where 1
std::optional<std::string> to_cp932(std::string_view utf8, std::size_t* where);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_ENCODING_H_
