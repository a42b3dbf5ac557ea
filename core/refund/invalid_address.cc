// invalid-address: the buyer's address does not exist; refund, keeping the
// shipping charge (S11).
//
// Item 3,980, wrap 308, shipping 550 -> refund 4,288, keep 550 (as W9).
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {

extern const RefundReason kInvalidAddress;
const RefundReason kInvalidAddress{.id = "invalid-address",
                                   .sources = {"S11"},
                                   .upload_code = "CustomerReturn",
                                   .pick = nullptr,
                                   .apply = give_all_but_shipping,
                                   .may_keep_outbound = true};

}  // namespace parcelwise
