// defective: the item does not work or is not as described; all goes back,
// shipping included (help G202175040, 200198010).
//
// Item 3,980, wrap 308, shipping 550 -> refund 4,838, keep nothing; 550 where
// the item and its wrap went back before.
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {

extern const RefundReason kDefective;
const RefundReason kDefective{"defective",
                              {"help G202175040", "help 200198010"},
                              "CustomerReturn",
                              true,
                              false,
                              nullptr,
                              give_all,
                              false,
                              true,
                              true};

}  // namespace parcelwise
