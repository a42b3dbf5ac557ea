// Any bytes in any encoding become valid UTF-8; no byte below 0x40 is lost or
// made; what CP932 reads it writes, and reads again as the same text; UTF-16 in
// other chunks is the same text; every fold takes what came out.
#include <algorithm>
#include <string>

#include "address/address_key.h"
#include "cuts.h"
#include "require.h"
#include "text/encoding.h"
#include "text/fold.h"

namespace {

using namespace parcelwise;

// Separators and digits: none of them is a second byte anywhere.
std::string low_bytes(std::string_view text) {
  std::string low;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x40) low.push_back(c);
  }
  return low;
}

void decode(std::string_view bytes, Encoding encoding) {
  std::string text;
  const bool whole = append_utf8(bytes, encoding, text);
  REQUIRE(is_valid_utf8(text));
  REQUIRE(low_bytes(text) == low_bytes(bytes));
  if (encoding == Encoding::kAscii) REQUIRE(whole == is_ascii(bytes));
  if (encoding == Encoding::kWindows1252) REQUIRE(whole);
  if (encoding == Encoding::kUtf8) {
    REQUIRE(whole == is_valid_utf8(bytes));
    if (whole) REQUIRE(text == bytes);
  }
  if (encoding == Encoding::kCp932) {
    REQUIRE(whole == look_as_cp932(bytes).valid);
    const auto written = to_cp932(text, nullptr);
    REQUIRE(!whole || written.has_value());
    if (whole) {
      std::string again;
      REQUIRE(append_utf8(*written, Encoding::kCp932, again));
      REQUIRE(again == text);
    }
  }
  // Folds only promise an answer, and that it is text.
  REQUIRE(is_valid_utf8(fold_for_search(text)));
  REQUIRE(is_valid_utf8(fold_address(text)));
  REQUIRE(is_valid_utf8(fold_name(text)));
  REQUIRE(is_valid_utf8(fold_postal_code(text)));
}

void write_cp932(std::string_view text) {
  std::size_t where = 0;
  const auto written = to_cp932(text, &where);
  if (!written) {
    REQUIRE(where < text.size());
    REQUIRE(is_valid_utf8(text.substr(0, where)));
    REQUIRE(to_cp932(text.substr(0, where), nullptr).has_value());
    return;
  }
  // Twins (U+301C and U+FF5E) are written as one, so the second time is stable.
  std::string read;
  REQUIRE(append_utf8(*written, Encoding::kCp932, read));
  REQUIRE(to_cp932(read, nullptr) == written);
}

std::string read_utf16(std::string_view bytes, Encoding encoding, bool cut) {
  Utf16Reader reader(encoding);
  std::string text;
  const auto feed = [&](std::string_view chunk) {
    reader.feed(chunk, text);
    return true;
  };
  if (cut) {
    fuzz::Cuts(bytes).each(bytes, feed);
  } else {
    feed(bytes);
  }
  reader.finish(text);
  REQUIRE(is_valid_utf8(text));
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const Encoding encoding : {Encoding::kAscii, Encoding::kUtf8,
                                  Encoding::kCp932, Encoding::kWindows1252}) {
    decode(bytes, encoding);
  }
  if (is_valid_utf8(bytes)) write_cp932(bytes);
  for (const Encoding encoding : {Encoding::kUtf16Le, Encoding::kUtf16Be}) {
    REQUIRE(read_utf16(bytes, encoding, false) ==
            read_utf16(bytes, encoding, true));
  }
  return 0;
}
