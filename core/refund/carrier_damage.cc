// carrier-damage: damaged on the way; all goes back, shipping included, and
// return postage is the seller's, who may claim it from the carrier (help
// 201725780).
//
// Item 3,980, wrap 308, shipping 550 -> refund 4,838, keep nothing; 550 where
// the item and its wrap went back before.
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {

extern const RefundReason kCarrierDamage;
const RefundReason kCarrierDamage{"carrier-damage",
                                  {"help 201725780", "help G202175040"},
                                  "GeneralAdjustment",
                                  true,
                                  false,
                                  nullptr,
                                  give_all,
                                  false,
                                  true,
                                  true};

}  // namespace parcelwise
