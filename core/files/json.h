// The one kind of JSON in the program: a value of nlohmann/json with members in
// the order in which they are written, behind functions that are no templates.
// Only this room's .cc files include the library: it takes seconds to compile,
// and what its templates become at each place was sent with the page.
//
// A Json owns all that is in it; a copy is whole, a reference into a list or
// an object holds until that list or object is added to. Reading never fails:
// what is not there, or of another kind, is null, "", 0, false or an empty
// list. A text that is no UTF-8 is written with U+FFFD in it (json_text).
//
//   Json json = json_object({{"row", 12}, {"codes", Json::array()}});
//   json["codes"].push_back("bad-date");
//   json_text(json)       -> {"row":12,"codes":["bad-date"]}
//   json["row"].text()    -> "": it is a number
#ifndef PARCELWISE_FILES_JSON_H_
#define PARCELWISE_FILES_JSON_H_

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace parcelwise {

struct JsonItem;

class Json {
 public:
  // NOLINTBEGIN(bugprone-exception-escape): see json.cc
  Json() noexcept;  // null
  Json(std::nullptr_t) noexcept : Json() {}
  // NOLINTEND(bugprone-exception-escape)
  Json(bool value) noexcept;
  Json(std::int64_t number) noexcept;
  Json(std::uint64_t number) noexcept;
  template <std::signed_integral Number>
  Json(Number number) noexcept : Json(std::int64_t{number}) {}
  template <std::unsigned_integral Number>
  Json(Number number) noexcept : Json(std::uint64_t{number}) {}
  // U+0000, which no opener takes, becomes "[U+0000]".
  Json(const char* text);
  Json(std::string_view text);
  Json(std::string text);
  template <typename Element>
  Json(const std::vector<Element>& list) : Json(array()) {
    for (const Element& element : list) push_back(element);
  }
  Json(const void*) = delete;  // else a pointer would be true

  Json(const Json& other);
  Json(Json&& other) noexcept;
  // Takes a copy before the place is looked for, so that one member may be
  // made of another: json["was"] = json["is"].
  Json& operator=(Json other) noexcept;
  ~Json();

  static Json array();   // []
  static Json object();  // {}

  bool is_null() const;
  bool is_boolean() const;
  bool is_true() const;
  bool is_number_integer() const;
  bool is_string() const;
  bool is_array() const;
  bool is_object() const;

  // A text's bytes.
  const std::string& text() const;
  // A whole number that int64 holds.
  std::int64_t number() const;

  // Of a list its elements, of an object its members; of any other value none.
  std::size_t size() const;
  bool empty() const { return size() == 0; }

  // A list's elements, each behind the one before it.
  const Json* begin() const;
  const Json* end() const;
  Json* begin();
  Json* end();
  const Json& operator[](std::size_t place) const;
  Json& operator[](std::size_t place);  // below size()
  Json& back() { return (*this)[size() - 1]; }
  // An object's members: for (const auto& [name, value] : json.items()).
  std::vector<JsonItem> items() const;
  bool contains(std::string_view name) const;
  const Json& operator[](std::string_view name) const;
  // Adds the member where there is none; null becomes an object by it, and any
  // other value must be one.
  Json& operator[](std::string_view name);

  // To a list's end; null becomes a list by it, and any other value must be
  // one.
  void push_back(Json value);

  // Takes another's members over its own, as RFC 7396 says.
  void merge_patch(const Json& other);

  friend bool operator==(const Json& a, const Json& b);

 private:
  // The library's value, which files/json_library.h alone looks into.
  alignas(8) std::byte value_[16];
};

struct JsonItem {
  const std::string& name;
  const Json& value;
};

struct JsonMember {
  std::string_view name;
  mutable Json value;  // taken by the object: a list's elements are const
};

// An object with these members, in this order; of two of one name the later
// counts. json_object({{"row", 12}, {"code", "bad-date"}}) is {"row":12,
// "code":"bad-date"}.
Json json_object(std::initializer_list<JsonMember> members);

// A whole number from `least` to `most`; nullopt for anything else.
std::optional<std::int64_t> whole_number(const Json& json, std::int64_t least,
                                         std::int64_t most);

// One line; a byte that is no UTF-8 becomes U+FFFD.
std::string json_text(const Json& json);

// The value on one line, for a message: ASCII, at most 80 bytes.
std::string shown_json(const Json& json);

}  // namespace parcelwise

#endif  // PARCELWISE_FILES_JSON_H_
