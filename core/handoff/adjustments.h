// The refund upload file of Seller Central (adjustments, "BatchRefunds"), from
// one refund or a whole plan; docs/formats.md 2.2.
//
// FORM  One header line, no TemplateType; tab, CR LF; one row for each refunded
// line. Amounts are line totals with two decimals: positive goes to the buyer,
// promotions are negative. The promotion columns are there only if some row
// uses them, for Amazon refuses them empty. Text is ASCII, promotion ids aside:
// CP932 in Japan, UTF-8 elsewhere.
//
// LIMITS  Those of an upload (FileLimits); a longer plan becomes several files,
// and no order is torn between two. Left out are, beside what cannot be
// written, orders paid on delivery: such rows need a field whose name no source
// gives.
#ifndef PARCELWISE_HANDOFF_ADJUSTMENTS_H_
#define PARCELWISE_HANDOFF_ADJUSTMENTS_H_

#include <span>

#include "handoff/handoff_files.h"
#include "policy/policy.h"
#include "refund/refund.h"
#include "tracking/upload_result.h"

namespace parcelwise {

// `refunds` must come of one book. A plan of nothing gives no file. `retry`:
// only the rows that this result refused (handoff/refused_lines.h); nullptr:
// all.
HandoffFiles write_adjustments(const OrderBook& book, const Policies& policies,
                               std::span<const Refund* const> refunds,
                               const UploadResult* retry = nullptr);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_ADJUSTMENTS_H_
