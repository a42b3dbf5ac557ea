// Opens JSON event by event, so that what goes too far is refused before it is
// built. The building is done here too: the library's own builder beside it
// would be a second parser in the module.
#include "files/open_json.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "files/embedded.h"
#include "files/json_library.h"
#include "files/json_reader.h"
#include "text/compact_sort.h"
#include "text/encoding.h"
#include "text/shortened.h"

namespace parcelwise {
namespace {

using Value = JsonLibrary::Value;

constexpr std::string_view kSpaces = " \t\r\n";

std::size_t line_of(std::string_view text, std::size_t position) {
  const std::string_view before = text.substr(0, position);
  return 1 + static_cast<std::size_t>(
                 std::count(before.begin(), before.end(), '\n'));
}

// The rest of the line from where the text went wrong.
std::string near(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return shortened(rest.substr(0, rest.find_first_of("\r\n")), 40);
}

bool has_nul(std::string_view text) {
  return text.find('\0') != std::string_view::npos;
}

// Builds the value that the parser tells of; false ends the parsing. The names
// of its functions are the library's.
class Builder {
 public:
  Builder(std::string_view text, std::size_t most_members)
      : text_(text), most_members_(most_members) {}

  Json take() { return std::move(*JsonLibrary::json(&root_)); }
  std::optional<JsonError>& error() { return error_; }

  bool null() { return place(nullptr) != nullptr; }
  bool boolean(bool value) { return place(value) != nullptr; }
  bool number_integer(std::int64_t value) { return place(value) != nullptr; }
  bool number_unsigned(std::uint64_t value) { return place(value) != nullptr; }
  bool number_float(double value, const std::string&) {
    return place(value) != nullptr;
  }
  bool binary(const Value::binary_t&) { return false; }  // JSON has none

  bool string(std::string& value) {
    if (has_nul(value)) return fail(JsonErrorCode::kNul);
    return place(std::move(value)) != nullptr;
  }

  bool start_object(std::size_t) { return open(Value::object()); }
  bool start_array(std::size_t) { return open(Value::array()); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    auto& members = open_.back()->get_ref<Value::object_t&>();
    if (has_nul(name)) return fail(JsonErrorCode::kNul);
    const bool twice =
        members.size() <= kLookedThrough && members.find(name) != members.end();
    if (!twice && members.size() == most_members_) {
      fail(JsonErrorCode::kTooWide, most_members_);
      error_->pointer = shortened(pointer(open_.size() - 1), kLongestPointer);
      return false;
    }
    members.emplace_back(std::move(name), Value());
    return !twice || fail(JsonErrorCode::kTwice);
  }

  bool parse_error(std::size_t position, const std::string&,
                   const Value::exception& error) {
    const std::string_view why = error.what();
    const std::size_t at =
        std::min(position == 0 ? 0 : position - 1, text_.size());
    const bool encoding = why.find("UTF-8") != std::string_view::npos ||
                          why.find("surrogate") != std::string_view::npos;
    fail(encoding ? JsonErrorCode::kEncoding : JsonErrorCode::kNotJson);
    error_->line = line_of(text_, at);
    if (!encoding) error_->value = near(text_, at);
    position_ = at;
    return false;
  }
  std::size_t position() const { return position_; }

 private:
  bool fail(JsonErrorCode code, std::size_t limit = 0) {
    error_ = JsonError{
        code, shortened(pointer(open_.size()), kLongestPointer), 0, {}, limit};
    return false;
  }

  bool open(Value&& value) {
    if (open_.size() == kDeepestJson) {
      return fail(JsonErrorCode::kTooDeep, kDeepestJson);
    }
    open_.push_back(place(std::move(value)));
    return true;
  }

  bool close() {
    const Value& closed = *open_.back();
    if (closed.is_object() && closed.size() > kLookedThrough) {
      std::vector<std::string_view> names;
      for (const auto& [name, value] :
           closed.get_ref<const Value::object_t&>()) {
        names.push_back(name);
      }
      compact_sort(names);
      const auto twice = std::adjacent_find(names.begin(), names.end());
      if (twice != names.end()) {
        fail(JsonErrorCode::kTwice);
        error_->pointer = shortened(
            pointer(open_.size() - 1) + pointer_step(*twice), kLongestPointer);
        return false;
      }
    }
    open_.pop_back();
    return true;
  }

  // Where the value stands now. It moves no more while it is open: its
  // parent's next comes behind its end.
  Value* place(Value&& value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Value& parent = *open_.back();
    if (parent.is_array()) {
      auto& list = parent.get_ref<Value::array_t&>();
      list.push_back(std::move(value));
      return &list.back();
    }
    Value& member = parent.get_ref<Value::object_t&>().back().second;
    member = std::move(value);
    return &member;
  }

  // Down through so many of the open ones, to the member or element that comes
  // next or was last begun.
  std::string pointer(std::size_t levels) const {
    std::string path;
    for (std::size_t i = 0; i < levels; ++i) {
      const Value& parent = *open_[i];
      if (parent.is_array()) {
        const bool begun = i + 1 < open_.size();
        path += "/" + std::to_string(parent.size() - (begun ? 1 : 0));
      } else if (!parent.empty()) {
        path +=
            pointer_step(parent.get_ref<const Value::object_t&>().back().first);
      }
    }
    return path;
  }

  // In an object of more members a name that stands twice is looked for once
  // all of them are there.
  static constexpr std::size_t kLookedThrough = 50;

  std::string_view text_;
  std::size_t most_members_;
  Value root_;
  std::vector<Value*> open_;  // from the outermost
  std::optional<JsonError> error_;
  std::size_t position_ = 0;
};

tl::unexpected<JsonError> whole(JsonErrorCode code, std::size_t limit = 0) {
  return tl::unexpected(JsonError{code, {}, 0, {}, limit});
}

// The text without its mark; UTF-16, which spreadsheets and shells save, as
// UTF-8 in `kept`.
std::string_view without_mark(std::string_view text, std::string& kept) {
  const auto mark = find_byte_order_mark(text);
  if (!mark) return text;
  text.remove_prefix(mark->length);
  if (mark->encoding == Encoding::kUtf8) return text;
  Utf16Reader reader(mark->encoding);
  reader.feed(text, kept);
  reader.finish(kept);
  return kept;
}

// One document of UTF-8.
tl::expected<Json, JsonError> build(std::string_view text,
                                    const JsonLimits& limits) {
  // The library takes a NUL for the end, so it is never shown one.
  const std::size_t nul = text.find('\0');
  const std::string_view shown = text.substr(0, nul);
  Builder builder(shown, limits.members);
  const bool built = Value::sax_parse(shown, &builder);
  std::optional<JsonError>& error = builder.error();
  if (nul != std::string_view::npos &&
      (built ||
       (error && error->line != 0 && builder.position() + 1 >= shown.size()))) {
    if (built) error = JsonError{};
    error->code = JsonErrorCode::kNul;
    error->line = line_of(text, nul);
    error->value.clear();
  }
  if (error) return tl::unexpected(std::move(*error));
  if (!built) return whole(JsonErrorCode::kNotJson);
  return builder.take();
}

// Where the list or object that opens at `begin` closes, one behind; the text's
// end where it does not. What stands in it is the parser's to judge.
std::size_t end_of_document(std::string_view text, std::size_t begin) {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      in_string = c != '"';
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return text.size();
}

}  // namespace

tl::expected<Json, JsonError> open_json(std::string_view text,
                                        const JsonLimits& limits) {
  if (text.size() > limits.bytes) {
    return whole(JsonErrorCode::kTooLarge, limits.bytes);
  }
  std::string kept;
  text = without_mark(text, kept);
  if (text.find_first_not_of(kSpaces) == std::string_view::npos) {
    return whole(JsonErrorCode::kEmpty);
  }
  // The library would pass over a second mark.
  if (find_byte_order_mark(text)) {
    return tl::unexpected(
        JsonError{JsonErrorCode::kNotJson, {}, 1, near(text, 0), 0});
  }
  return build(text, limits);
}

tl::expected<std::vector<Json>, JsonError> open_json_documents(
    std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.bytes) {
    return whole(JsonErrorCode::kTooLarge, limits.bytes);
  }
  std::string kept;
  text = without_mark(text, kept);
  std::vector<Json> documents;
  std::size_t begin = 0;
  while ((begin = text.find_first_not_of(kSpaces, begin)) !=
         std::string_view::npos) {
    if (text[begin] != '{' && text[begin] != '[') {
      return tl::unexpected(JsonError{JsonErrorCode::kNotJson,
                                      {},
                                      line_of(text, begin),
                                      near(text, begin),
                                      0});
    }
    const std::size_t end = end_of_document(text, begin);
    auto document = build(text.substr(begin, end - begin), limits);
    if (!document) {
      JsonError error = std::move(document.error());
      if (error.line != 0) error.line += line_of(text, begin) - 1;
      return tl::unexpected(std::move(error));
    }
    documents.push_back(std::move(*document));
    begin = end;
  }
  if (documents.empty()) return whole(JsonErrorCode::kEmpty);
  return documents;
}

Json embedded_json(std::string_view name) {
  const auto text = embedded_file(name);
  if (!text) return Json();
  auto json = open_json(*text);
  return json ? std::move(*json) : Json();
}

bool opens_as_json(std::string_view text) {
  constexpr std::size_t kEnough = 200;  // spaces before a bracket
  std::string kept;
  if (find_byte_order_mark(text)) {
    text = without_mark(text.substr(0, kEnough), kept);
  }
  const std::size_t first = text.find_first_not_of(kSpaces);
  return first != std::string_view::npos &&
         (text[first] == '{' || text[first] == '[');
}

}  // namespace parcelwise
