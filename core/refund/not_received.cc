// not-received: nothing arrived and the carrier cannot find it; all goes back,
// shipping included (S9). Asking the buyer to wait longer is the other way, and
// risks an A-to-z claim.
//
// Item 3,980, wrap 308, shipping 550 -> refund 4,838, keep nothing; 550 where
// the item and its wrap went back before.
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {

extern const RefundReason kNotReceived;
const RefundReason kNotReceived{.id = "not-received",
                                .sources = {"S9"},
                                .upload_code = "GeneralAdjustment",
                                .pick = nullptr,
                                .apply = give_all,
                                .rest_too = true};

}  // namespace parcelwise
