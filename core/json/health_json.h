// Account health as JSON: `health` of docs/command.md's check.
#ifndef PARCELWISE_JSON_HEALTH_JSON_H_
#define PARCELWISE_JSON_HEALTH_JSON_H_

#include "json/report_json.h"
#include "rules/health.h"

namespace parcelwise {

// One entry for each marketplace; sentences are in the language.
Json health_json(const Check& check, Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_HEALTH_JSON_H_
