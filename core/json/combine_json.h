// Groups and their savings as JSON: docs/command.md's `combine`, the texts in
// the reader's language.
#ifndef PARCELWISE_JSON_COMBINE_JSON_H_
#define PARCELWISE_JSON_COMBINE_JSON_H_

#include "combine/saving.h"
#include "json/report_json.h"

namespace parcelwise {

// {"groups": [...]}, by ship-by, then by first order id. Beyond the contract's
// fields a group has `parcels` (on the cost basis, what travels together for
// how much) and `missing` (what it would take to compare costs, in words); a
// charge has `refunded`. What is not known is null.
Json combine_json(const CombinedGroups& groups, const SavingContext& context,
                  const SavingTerms& terms, Language language);

// {"code": "gift", "text": ..., "orders": [...]}: why a group needs a person or
// cannot be.
Json reason_json(const OrderBook& book, const ConcernedOrders& reason,
                 Language language);

// One group of it.
Json group_json(const CombinedGroup& group, const SavingContext& context,
                const SavingTerms& terms, Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_COMBINE_JSON_H_
