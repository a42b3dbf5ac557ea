// undeliverable: the parcel came back because it could not be delivered;
// refund, keeping the shipping charge (S11).
//
// W9: item 3,980, wrap 308, shipping 550 -> refund 4,288, keep 550. Where
// shipping was free nothing is kept (docs/rules.md A6).
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {

extern const RefundReason kUndeliverable;
const RefundReason kUndeliverable{.id = "undeliverable",
                                  .sources = {"S11"},
                                  .upload_code = "CustomerReturn",
                                  .pick = nullptr,
                                  .apply = give_all_but_shipping,
                                  .may_keep_outbound = true};

}  // namespace parcelwise
