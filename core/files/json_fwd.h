// The name of the program's one kind of JSON, for headers that only pass it on:
// what it is made of takes seconds to compile and stands in files/json.h.
#ifndef PARCELWISE_FILES_JSON_FWD_H_
#define PARCELWISE_FILES_JSON_FWD_H_

#include <nlohmann/json_fwd.hpp>

namespace parcelwise {

using Json = nlohmann::ordered_json;

}  // namespace parcelwise

#endif  // PARCELWISE_FILES_JSON_FWD_H_
