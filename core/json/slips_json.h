// Slips, their barcodes and the pick list as the page draws them: the type
// Slips of wasm/parcelwise.d.ts.
#ifndef PARCELWISE_JSON_SLIPS_JSON_H_
#define PARCELWISE_JSON_SLIPS_JSON_H_

#include "handoff/slips.h"
#include "json/report_json.h"

namespace parcelwise {

Json slips_json(const ExportContext& context);

// One note as every reply tells it, with its sentence.
Json note_json(const RowNote& note, std::string message);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_SLIPS_JSON_H_
