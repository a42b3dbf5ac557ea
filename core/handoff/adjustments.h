// The refund upload file of Seller Central (adjustments, "BatchRefunds"), from
// one refund or a whole plan; facts/formats.md 2.2.
//
// FORM  One header line, no TemplateType; tab, CR LF; one row for each refunded
// line. Amounts are line totals with two decimals: positive goes to the buyer,
// promotions are negative. The promotion columns are there only if some row uses
// them, for Amazon refuses them empty. Text is ASCII, promotion ids aside: CP932
// in Japan, UTF-8 elsewhere.
//
// LIMITS  A file stays below 10 MiB and 30,000 rows; a longer plan becomes several
// files, and no order is torn between two.
#ifndef PARCELWISE_HANDOFF_ADJUSTMENTS_H_
#define PARCELWISE_HANDOFF_ADJUSTMENTS_H_

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "policy/policy.h"
#include "refund/refund.h"
#include "text/catalogue.h"

namespace parcelwise {

inline constexpr std::size_t kMostUploadBytes = 10u << 20;
inline constexpr std::size_t kMostUploadRows = 30'000;

struct LeftOut {
  std::string order;
  std::string column;  // that the row could not fill
  std::string value;
  // "cash-on-delivery": such rows need a field whose name no source gives.
  std::string_view why;  // "no-item-id", "not-in-encoding", "too-long", "not-a-credit"
};

// What is wrong with the row and what to do, in one sentence.
std::string left_out_text(const LeftOut& row, Language language);

struct HandoffFiles {
  std::vector<std::string> files;   // bytes, ready to be uploaded
  std::vector<LeftOut> left_out;    // rows that are in none of them
  std::size_t rows = 0;
};

// `refunds` must come of one book. A plan of nothing gives no file.
HandoffFiles write_adjustments(const OrderBook& book, const Policy& policy,
                               std::span<const Refund* const> refunds);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_ADJUSTMENTS_H_
