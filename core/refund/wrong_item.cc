// wrong-item: something else was sent; all goes back, shipping included, and
// neither postage may be deducted (help G202175040).
//
// Item 3,980, wrap 308, shipping 550 -> refund 4,838, keep nothing; 550 where
// the item and its wrap went back before.
#include "refund/refund.h"
#include "refund/shares.h"

namespace parcelwise {

extern const RefundReason kWrongItem;
const RefundReason kWrongItem{"wrong-item",
                              {"help G202175040", "help 200198010"},
                              "DifferentItem",
                              true,
                              false,
                              nullptr,
                              give_all,
                              false,
                              true,
                              true};

}  // namespace parcelwise
