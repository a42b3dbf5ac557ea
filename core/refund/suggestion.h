// The refund that the reports themselves call for: of a parcel that came back,
// or of units that are out of stock. A suggestion is a request to begin with;
// the seller decides.
//
// A success: DEFECTIVE arrived, one unit, item 2,000 + shipping 330, nothing
// told as refunded -> {reason "defective", 1 unit}, 2,330. A failure: the same
// with "Refunded Amount" 2,330 -> nothing is suggested.
#ifndef PARCELWISE_REFUND_SUGGESTION_H_
#define PARCELWISE_REFUND_SUGGESTION_H_

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "orders/returns.h"
#include "orders/stock_outs.h"
#include "refund/refund.h"

namespace parcelwise {

// The refund reason that a "Return Reason" stands for, as Amazon writes it:
// codes (CR-DEFECTIVE, AMZ-PG-BAD-DESC, UNDELIVERABLE_REFUSED) or plain
// English; case, hyphens and underscores do not matter. A reason that nobody is
// at fault for, or an unknown one, is "returned". "" where the item was never
// charged: EXTRA_ITEM.
//   return_reason("CR-SWITCHEROO")     -> "wrong-item"
//   return_reason("No longer needed")  -> "returned"
std::string_view return_reason(std::string_view returned);

// One refund for the arrived returns of one order that have one reason.
struct ReturnRefund {
  std::vector<const Return*> returns;    // at least one, by arrival
  std::optional<RefundRequest> request;  // none where nothing can be worked out
  std::optional<Money> amount;           // what the request gives back
};

// What arrived and is not told as refunded, by arrival; each refund after those
// before it. Units that the told amounts pay for count as refunded, whichever
// file told them; of a unit refunded in part the rest is still due, as is what
// the reason gives back beside its price (shipping, gift wrap), unless the
// return is closed: then less was meant.
std::vector<ReturnRefund> returns_to_refund(const RefundContext& context,
                                            const OrderFacts& facts,
                                            std::span<const Return> returns);

// The first of these or, where no parcel waits, the unsent units that the stock
// lacks (S22, S23). nullopt where neither can be refunded.
std::optional<RefundRequest> suggest_refund(
    const RefundContext& context, const OrderFacts& facts,
    std::span<const Return> returns, std::span<const Shortage> shortages);

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_SUGGESTION_H_
