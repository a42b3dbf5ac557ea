// Why a text is not opened as JSON. Apart from the opener, so that errors which
// hold one need not know what JSON is made of.
#ifndef PARCELWISE_FILES_JSON_ERROR_H_
#define PARCELWISE_FILES_JSON_ERROR_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace parcelwise {

enum class JsonErrorCode : std::uint8_t {
  kEmpty,     // nothing but spaces
  kTooLarge,  // more bytes than the opener was told to take
  kTooDeep,   // lists and objects in one another, deeper than kDeepestJson
  kTooWide,   // an object of too many members
  kTwice,     // a member's name stands twice in one object
  kNul,       // U+0000, as a byte or as \u0000
  kEncoding,  // wrong UTF-8, or half a character (a lone surrogate)
  kNotJson,
};

// The sentence for it is json_error_text() of words/file_errors.h: this room
// knows no words.
struct JsonError {
  JsonErrorCode code{};
  // RFC 6901, of the value that was being read: "/groups/0/orders"; "" is the
  // whole. At most kLongestPointer bytes.
  std::string pointer;
  std::size_t line = 0;   // from 1, of kNul, kEncoding and kNotJson; else 0
  std::string value;      // what stands there, at most 80 bytes, of kNotJson
  std::size_t limit = 0;  // what kTooLarge (in bytes), kTooDeep and kTooWide
                          // went beyond
};

// What a reader of JSON found wrong.
struct JsonComplaint {
  std::string pointer;   // RFC 6901
  std::string value;     // the offending JSON, at most 80 bytes
  std::string expected;  // in English
  std::optional<JsonError> unopened = std::nullopt;  // why, where it was not
};

// The complaint about a text that was not opened.
inline JsonComplaint complaint_of(const JsonError& error) {
  return {error.pointer, error.value, "JSON", error};
}

}  // namespace parcelwise

#endif  // PARCELWISE_FILES_JSON_ERROR_H_
