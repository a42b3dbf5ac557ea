// The `check` JSON of docs/command.md: the stable face of the core. Written
// piece by piece, so that a report of any size needs no document in memory.
#ifndef PARCELWISE_JSON_CHECK_JSON_H_
#define PARCELWISE_JSON_CHECK_JSON_H_

#include <functional>
#include <string_view>

#include "files/json.h"
#include "rules/check.h"
#include "words/catalogue.h"

namespace parcelwise {

using TextSink = std::function<void(std::string_view)>;

// Field names are fixed; titles, steps and messages are in the language. One
// element of a list stands on one line; the bytes depend on nothing but the
// files, the policy, `now` and the language. `health`: health_json's, where it
// was asked for.
void write_check_json(const Check& check, Language language,
                      const TextSink& sink, const Json* health = nullptr);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_CHECK_JSON_H_
