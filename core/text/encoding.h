// Bytes to text: the encodings that order reports come in, and how to tell them
// apart. Reports are split as bytes; only the fields in use are decoded.
//
// CP932 here is the WHATWG's shift_jis (= Windows-31J): NEC and IBM extensions
// included, 0x5C a backslash, 0x7E a tilde, 0x817C U+FF0D, 0x8160 U+FF5E, lone
// half-width katakana 0xA1..0xDF. The table is core/text/cp932_table.inc, written by
// core/text/write_cp932_table.mjs from a TextDecoder.
#ifndef PARCELWISE_TEXT_ENCODING_H_
#define PARCELWISE_TEXT_ENCODING_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parcelwise {

enum class Encoding : std::uint8_t {
  kAscii, kUtf8, kUtf16Le, kUtf16Be, kCp932, kWindows1252
};

// The contract's names: "ascii", "utf-8", "utf-16le", "utf-16be", "cp932",
// "windows-1252"; "shift_jis" is read as cp932.
std::string_view encoding_name(Encoding encoding);
std::optional<Encoding> encoding_from_name(std::string_view name);

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
// make a kanji); `joined` against `lone` tells them apart.
struct Cp932Look {
  bool valid = true;
  std::uint32_t joined = 0;  // double-byte characters next to another one
  std::uint32_t lone = 0;    // double-byte characters between ASCII
};
Cp932Look look_as_cp932(std::string_view bytes);

// Appends `bytes` as UTF-8 to `out`. True when every byte had a meaning; where
// one had none U+FFFD stands and the answer is false. UTF-16 is not read here
// but by Utf16Reader, as bytes arrive. windows-1252 never fails (WHATWG: its
// five holes are C1 controls). kAscii with a high byte fails.
bool append_utf8(std::string_view bytes, Encoding encoding, std::string& out);

// UTF-16 to UTF-8 in chunks that may end anywhere, also inside a surrogate pair.
// A lone surrogate becomes U+FFFD.
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
// with its position in bytes in `*where`. U+301C and U+2212 are written as their
// Windows twins (facts/formats.md 5.3).
std::optional<std::string> to_cp932(std::string_view utf8, std::size_t* where);

}  // namespace parcelwise

#endif  // PARCELWISE_TEXT_ENCODING_H_
