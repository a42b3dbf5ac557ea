// refused: the buyer did not take the parcel in; refund, keeping the shipping
// charge (S11). Damage by the carrier is another reason: then nothing is kept.
//
// Item 3,980, wrap 308, shipping 550 -> refund 4,288, keep 550 (as W9).
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {

extern const RefundReason kRefused;
const RefundReason kRefused{.id = "refused",
                            .sources = {"S11", "help 201725780"},
                            .upload_code = "CustomerReturn",
                            .pick = nullptr,
                            .apply = give_all_but_shipping,
                            .may_keep_outbound = true};

}  // namespace parcelwise
