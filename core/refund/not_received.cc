// not-received: nothing arrived and the carrier cannot find it; all goes back,
// shipping included (S9). Asking the buyer to wait longer is the other way, and
// risks an A-to-z claim.
//
// Item 3,980, wrap 308, shipping 550 -> refund 4,838, keep nothing.
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {

extern const RefundReason kNotReceived;
const RefundReason kNotReceived{"not-received", {"S9"}, "GeneralAdjustment",
                                true,           false,  nullptr,
                                give_all};

}  // namespace parcelwise
