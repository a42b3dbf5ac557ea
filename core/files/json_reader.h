// The walk over a seller's or our own JSON: every member is checked where it is
// read, and the first thing that is wrong is kept with its place.
#ifndef PARCELWISE_FILES_JSON_READER_H_
#define PARCELWISE_FILES_JSON_READER_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/json.h"
#include "files/json_error.h"
#include "time/instant.h"

namespace parcelwise {

// A member's value; null where the object has none of that name, or is none.
//   member({"a": 1}, "a") -> 1; member([1], "a") -> null
const Json& member(const Json& object, std::string_view name);

// A member's name as a step of a pointer (RFC 6901): "a/b" -> "/a~1b".
std::string pointer_step(std::string_view name);

// "2026-11-20" alone.
std::optional<Day> read_day(std::string_view text);

// A number without sign or spaces: data files are written by hand, and a stray
// minus is a slip. At most `most`, in units of the last decimal.
//   read_number("7.5", 2, 10000) -> 750
//   read_number("7,5", 2, 10000) -> nullopt
std::optional<std::int64_t> read_number(std::string_view text, int decimals,
                                        std::int64_t most);

class JsonReader {
 public:
  using Complaint = JsonComplaint;

  static Complaint describe(std::string_view pointer, const Json& value,
                            std::string expected);

 protected:
  // Only the first complaint is kept.
  void note(std::string_view pointer, const Json& value, std::string expected);

  void known_members(const std::string& pointer, const Json& object,
                     std::vector<std::string_view> known);

  // A text of 1 to 60 bytes; "" after a complaint.
  std::string text(const std::string& pointer, const Json& object,
                   std::string_view name, const std::string& expected);

  // Which of two words stands there: true for the first.
  bool one_of(const std::string& pointer, const Json& object,
              std::string_view name, std::string_view first,
              std::string_view second);

  std::vector<std::string> texts(const std::string& pointer, const Json& object,
                                 std::string_view name,
                                 const std::string& expected);

  // The day in "valid_from".
  Day valid_from(const std::string& pointer, const Json& object);

  // The text in "source", of any length.
  std::string source(const std::string& pointer, const Json& object);

  std::optional<Complaint> complaint_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_FILES_JSON_READER_H_
