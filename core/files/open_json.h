// The one way in for JSON that somebody else wrote: a file, what the page asks,
// what was kept. Nothing is taken of a text that breaks one of these:
//
//   whole   UTF-8 (a byte order mark is passed over; UTF-16 with its mark is
//           read), without U+0000, and without half a surrogate pair
//   small   at most so many bytes; at most kDeepestJson lists and objects in
//   one
//           another, as whoever writes or frees a value goes down level by
//           level; at most so many members in one object, as they are looked up
//           one after the other
//   plain   no member twice in one object: which of the two counts would be a
//           guess
//
//   open_json("{\"a\":[1]}")         -> {"a": [1]}
//   open_json("{\"a\":1,\"a\":2}")   -> JsonError{kTwice, "/a"}
//   open_json("{\"a\":[1,}")         -> JsonError{kNotJson, "/a/1", 1, "}"}
#ifndef PARCELWISE_FILES_OPEN_JSON_H_
#define PARCELWISE_FILES_OPEN_JSON_H_

#include <cstddef>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "files/json.h"
#include "files/json_error.h"

namespace parcelwise {

inline constexpr std::size_t kMostJsonBytes = std::size_t{16} << 20;
inline constexpr std::size_t kDeepestJson = 16;
inline constexpr std::size_t kMostJsonMembers = 1'000;
inline constexpr std::size_t kLongestPointer = 200;

struct JsonLimits {
  std::size_t bytes = kMostJsonBytes;
  std::size_t members = kMostJsonMembers;  // of one object
};

tl::expected<Json, JsonError> open_json(std::string_view text,
                                        const JsonLimits& limits = {});

// The objects and lists of a text that has them one after the other, as the
// command prints them: at least one. The error's line is the whole text's.
//   open_json_documents("{}\n[]\n") -> {}, []
//   open_json_documents("")         -> JsonError{kEmpty}
tl::expected<std::vector<Json>, JsonError> open_json_documents(
    std::string_view text, const JsonLimits& limits = {});

// A file that came with the program, by its name below data/; null where there
// is none. It is ours, so a test and not the reader holds it to its form.
//   embedded_json("amazon/amazon-jp.json")
Json embedded_json(std::string_view name);

// Whether a text opens as JSON does; else it is an id or a table.
bool opens_as_json(std::string_view text);

}  // namespace parcelwise

#endif  // PARCELWISE_FILES_OPEN_JSON_H_
