// Words the errors of refunds; see refund/wording.h.
#include "refund/wording.h"

#include "words/written.h"

namespace parcelwise {

std::string refund_error_text(const RefundError& error, Language language) {
  return fill(
      Catalogue::of(language).text("refund/errors/" +
                                   std::string(refund_error_name(error.code))),
      {{"order", error.order},
       {"item", error.item},
       {"value", error.value},
       {"units", error.left_units ? std::to_string(*error.left_units) : ""},
       {"left", error.left ? money_text(*error.left) : ""}});
}

}  // namespace parcelwise
