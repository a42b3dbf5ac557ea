// Where Json and the library's value are told to be the same bytes. For the .cc
// files of this room that work with the library itself; nobody else includes
// it.
//
// A Json holds a value of the library in its own bytes, and every element and
// member of that value is passed on as a Json in its place. No byte of a Json
// is ever read as anything but the library's value.
#ifndef PARCELWISE_FILES_JSON_LIBRARY_H_
#define PARCELWISE_FILES_JSON_LIBRARY_H_

#include <new>
#include <nlohmann/json.hpp>
#include <utility>

#include "files/json.h"

namespace parcelwise {

struct JsonLibrary {
  using Value = nlohmann::ordered_json;

  static_assert(sizeof(Value) == sizeof(Json));
  static_assert(alignof(Value) == alignof(Json));

  static Value& of(Json& json) { return reinterpret_cast<Value&>(json); }
  static const Value& of(const Json& json) {
    return reinterpret_cast<const Value&>(json);
  }
  static Json* json(Value* value) { return reinterpret_cast<Json*>(value); }
  static const Json* json(const Value* value) {
    return reinterpret_cast<const Json*>(value);
  }
};

}  // namespace parcelwise

#endif  // PARCELWISE_FILES_JSON_LIBRARY_H_
