// Json by the library's functions; see files/json.h.
#include "files/json.h"

#include "files/json_library.h"
#include "text/shortened.h"

namespace parcelwise {
namespace {

using Value = JsonLibrary::Value;

const Value& library(const Json& json) { return JsonLibrary::of(json); }
Value& library(Json& json) { return JsonLibrary::of(json); }

const Value::array_t& list(const Json& json) {
  return library(json).get_ref<const Value::array_t&>();
}
Value::array_t& list(Json& json) {
  return library(json).get_ref<Value::array_t&>();
}
const Value::object_t& members(const Json& json) {
  return library(json).get_ref<const Value::object_t&>();
}

const Json& null() {
  static const Json kNull;
  return kNull;
}

std::string written(const Json& json, bool ascii) {
  return library(json).dump(-1, ' ', ascii, Value::error_handler_t::replace);
}

// What is written can be read again, and no opener takes U+0000: it is marked
// as text/steering.h marks it.
std::string readable(std::string text) {
  constexpr std::string_view kMark = "[U+0000]";
  for (std::size_t at = text.find('\0'); at != std::string::npos;
       at = text.find('\0', at)) {
    text.replace(at, 1, kMark);
  }
  return text;
}

}  // namespace

// The library's null allocates nothing; clang-tidy follows another branch.
// NOLINTNEXTLINE(bugprone-exception-escape)
Json::Json() noexcept { ::new (value_) Value(); }
Json::Json(bool value) noexcept { ::new (value_) Value(value); }
Json::Json(std::int64_t number) noexcept { ::new (value_) Value(number); }
Json::Json(std::uint64_t number) noexcept { ::new (value_) Value(number); }
Json::Json(const char* text) : Json(std::string(text)) {}
Json::Json(std::string_view text) : Json(std::string(text)) {}
Json::Json(std::string text) {
  ::new (value_) Value(readable(std::move(text)));
}

Json::Json(const Json& other) { ::new (value_) Value(library(other)); }
Json::Json(Json&& other) noexcept {
  ::new (value_) Value(std::move(library(other)));
}
Json& Json::operator=(Json other) noexcept {
  library(*this) = std::move(library(other));
  return *this;
}
Json::~Json() { library(*this).~Value(); }

Json Json::array() {
  Json json;
  library(json) = Value::array();
  return json;
}
Json Json::object() {
  Json json;
  library(json) = Value::object();
  return json;
}

bool Json::is_null() const { return library(*this).is_null(); }
bool Json::is_boolean() const { return library(*this).is_boolean(); }
bool Json::is_true() const {
  return is_boolean() && library(*this).get<bool>();
}
bool Json::is_number_integer() const {
  return library(*this).is_number_integer();
}
bool Json::is_string() const { return library(*this).is_string(); }
bool Json::is_array() const { return library(*this).is_array(); }
bool Json::is_object() const { return library(*this).is_object(); }

const std::string& Json::text() const {
  static const std::string kNone;
  return is_string() ? library(*this).get_ref<const std::string&>() : kNone;
}

std::int64_t Json::number() const {
  return whole_number(*this, INT64_MIN, INT64_MAX).value_or(0);
}

std::size_t Json::size() const {
  return is_array() || is_object() ? library(*this).size() : 0;
}

const Json* Json::begin() const {
  return is_array() ? JsonLibrary::json(list(*this).data()) : nullptr;
}
const Json* Json::end() const {
  return is_array() ? begin() + list(*this).size() : nullptr;
}
Json* Json::begin() {
  return is_array() ? JsonLibrary::json(list(*this).data()) : nullptr;
}
Json* Json::end() {
  return is_array() ? begin() + list(*this).size() : nullptr;
}

const Json& Json::operator[](std::size_t place) const {
  return is_array() && place < size() ? begin()[place] : null();
}
Json& Json::operator[](std::size_t place) { return begin()[place]; }

std::vector<JsonItem> Json::items() const {
  std::vector<JsonItem> items;
  if (!is_object()) return items;
  for (const auto& [name, value] : members(*this)) {
    items.push_back({name, *JsonLibrary::json(&value)});
  }
  return items;
}

bool Json::contains(std::string_view name) const {
  return &(*this)[name] != &null();
}

const Json& Json::operator[](std::string_view name) const {
  if (!is_object()) return null();
  for (const auto& [its_name, value] : members(*this)) {
    if (its_name == name) return *JsonLibrary::json(&value);
  }
  return null();
}

Json& Json::operator[](std::string_view name) {
  return *JsonLibrary::json(&library(*this)[name]);
}

void Json::push_back(Json value) {
  library(*this).push_back(std::move(library(value)));
}

void Json::merge_patch(const Json& other) {
  library(*this).merge_patch(library(other));
}

bool operator==(const Json& a, const Json& b) {
  return library(a) == library(b);
}

Json json_object(std::initializer_list<JsonMember> members) {
  Json json = Json::object();
  for (const JsonMember& member : members) {
    json[member.name] = std::move(member.value);
  }
  return json;
}

std::optional<std::int64_t> whole_number(const Json& json, std::int64_t least,
                                         std::int64_t most) {
  if (!json.is_number_integer()) return std::nullopt;
  // The library reads numbers above int64 as negative ones, so those are told
  // apart first.
  if (library(json).is_number_unsigned() &&
      library(json).get<std::uint64_t>() >
          static_cast<std::uint64_t>(INT64_MAX)) {
    return std::nullopt;
  }
  const auto number = library(json).get<std::int64_t>();
  if (number < least || number > most) return std::nullopt;
  return number;
}

std::string json_text(const Json& json) { return written(json, false); }

std::string shown_json(const Json& json) {
  return shortened(written(json, true));
}

}  // namespace parcelwise
