// Words the errors of refunds; see refund/wording.h.
#include "refund/wording.h"

#include "words/written.h"

namespace parcelwise {

std::string unplaced_text(const UnplacedSums& sums, Language language) {
  std::string text;
  for (const Money& sum : sums.sums) {
    if (!text.empty()) text += ", ";
    text += money_text(sum);
  }
  if (sums.unreadable > 0) {
    if (!text.empty()) text += ", ";
    text += Catalogue::of(language).text("refund/sum_unknown");
  }
  return text;
}

std::string refund_error_text(const RefundError& error, Language language) {
  return fill(
      Catalogue::of(language).text("refund/errors/" +
                                   std::string(refund_error_name(error.code))),
      {{"order", error.order},
       {"item", error.item},
       {"value", error.value},
       {"count", std::to_string(error.count)},
       {"where", error.where},
       {"sum", unplaced_text(error.sums, language)},
       {"units", error.left_units ? std::to_string(*error.left_units) : ""},
       {"left", error.left ? money_text(*error.left) : ""}});
}

}  // namespace parcelwise
