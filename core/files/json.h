// The one kind of JSON in the program: nlohmann/json with members in the order
// in which they are written. A second kind would double its code.
#ifndef PARCELWISE_FILES_JSON_H_
#define PARCELWISE_FILES_JSON_H_

#include <nlohmann/json.hpp>

#include "files/json_fwd.h"

#endif  // PARCELWISE_FILES_JSON_H_
