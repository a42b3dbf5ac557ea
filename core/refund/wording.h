// Why an order's refund cannot be given, in words.
#ifndef PARCELWISE_REFUND_WORDING_H_
#define PARCELWISE_REFUND_WORDING_H_

#include <string>

#include "refund/refund.h"
#include "words/catalogue.h"

namespace parcelwise {

// "JPY 4800, USD 20.00"; what nobody can read is said to be so.
std::string unplaced_text(const UnplacedSums& sums, Language language);

// One sentence: what is wrong, the figure that is left, and the remedy.
std::string refund_error_text(const RefundError& error, Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_WORDING_H_
