// What is told of the account's health before a file is written: of
// cancellations that may count against the seller, and of confirmations without
// a tracking number (rules/health.h).
#ifndef PARCELWISE_HANDOFF_ACCOUNT_HEALTH_H_
#define PARCELWISE_HANDOFF_ACCOUNT_HEALTH_H_

#include <string>
#include <vector>

#include "handoff/export.h"

namespace parcelwise {

// A sentence or more for each marketplace, by policy id; none for other kinds,
// and where nothing in the file may count: cancellations that the buyer
// officially asked for, confirmations that all have a number.
//   two cancellations of NoInventory on Amazon.co.jp -> "Amazon.co.jp: 2 ..."
std::vector<std::string> health_before(const ExportKind& kind,
                                       const ExportContext& context,
                                       const HandoffFiles& made);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_ACCOUNT_HEALTH_H_
