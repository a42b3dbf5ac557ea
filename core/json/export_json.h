// The kinds of files as the page draws their form: name, whom they are for, and
// the settings of the seller that they read.
#ifndef PARCELWISE_JSON_EXPORT_JSON_H_
#define PARCELWISE_JSON_EXPORT_JSON_H_

#include "json/report_json.h"
#include "words/catalogue.h"

namespace parcelwise {

// [{"kind", "name", "for", "settings": [{"name", "label", "required",
// "pattern"}]}], in export_kinds()'s order. A setting's "name" is its place in
// the shop's file (RFC 6901):
// "/sender/phone", "/carriers/yamato-b2/customer_code".
Json export_kinds_json(Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_EXPORT_JSON_H_
