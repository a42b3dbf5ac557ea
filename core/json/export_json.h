// The kinds of files as the page draws their form: name, whom they are for, and
// the settings of the seller that they read.
#ifndef PARCELWISE_JSON_EXPORT_JSON_H_
#define PARCELWISE_JSON_EXPORT_JSON_H_

#include <string_view>

#include "json/report_json.h"
#include "policy/own_layout.h"
#include "words/catalogue.h"

namespace parcelwise {

// [{"kind", "name", "for", "settings": [{"name", "label", "required",
// "pattern"}]}], in export_kinds()'s order. A setting's "name" is its place in
// the shop's file (RFC 6901):
// "/sender/phone", "/carriers/yamato-b2/customer_code".
// The program's layouts follow as kinds of their own: "carrier:ups-batch".
Json export_kinds_json(Language language);

// A kind by a layout is its id behind this.
inline constexpr std::string_view kLayoutKind = "carrier:";

// The same of one layout; its settings are called as the program's template
// calls their columns.
//   {"kind": "carrier:my-courier", "name": "my-courier", "for": "carrier", ...}
Json layout_choice_json(const OwnLayout& layout, Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_EXPORT_JSON_H_
