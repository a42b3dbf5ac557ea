// The one kind of JSON in the program: nlohmann/json with members in the order
// in which they are written. A second kind would double its code.
#ifndef PARCELWISE_FILES_JSON_H_
#define PARCELWISE_FILES_JSON_H_

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string_view>

#include "files/json_fwd.h"

namespace parcelwise {

struct JsonMember {
  std::string_view name;
  mutable Json value;  // taken by the object: a list's elements are const
};

// An object with these members, in this order; of two of one name the later
// counts. json_object({{"row", 12}, {"code", "bad-date"}}) is {"row":12,
// "code":"bad-date"}. The library's own lists build a Json of every name and of
// every pair first: more code at each place, in a module that is sent.
Json json_object(std::initializer_list<JsonMember> members);

}  // namespace parcelwise

#endif  // PARCELWISE_FILES_JSON_H_
