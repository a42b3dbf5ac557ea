// Writes a carrier's file from its layout (policy/carrier_layout.h): CP932, CR
// LF, one row a shipment. Which value stands in which column is data; how a
// value is told from the reports, the shop's settings and `now` stands here,
// once for all carriers.
//
// A row that cannot be written whole is left out with every reason it has; what
// the shop itself lacks (sender, a required setting) is said once, and then
// nothing is written. Nothing is cut short, nothing becomes "?".
//   an order to 東京都江東区豊洲1-2-27 with a phone -> one row
//   an order whose name has an emoji             -> left out: お届け先名,
//   "no-character"
#ifndef PARCELWISE_HANDOFF_CARRIER_FILE_H_
#define PARCELWISE_HANDOFF_CARRIER_FILE_H_

#include <span>
#include <string_view>

#include "handoff/export.h"

namespace parcelwise {

// No files for a layout that there is none of.
HandoffFiles write_carrier_file(const ExportContext& context,
                                std::string_view layout);

// The values that a layout's columns may name.
std::span<const std::string_view> carrier_values();

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_CARRIER_FILE_H_
