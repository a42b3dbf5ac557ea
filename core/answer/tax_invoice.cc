// tax-invoice: anyone, business or not, wants an invoice that shows the tax
// (docs/marketplaces.md 6): in Japan a qualified one, which Amazon issues in a
// registered seller's name; in Europe a VAT invoice, for business orders within
// a business day of the confirmation. A receipt is another case (S20).
#include <algorithm>

#include "answer/answer.h"

namespace parcelwise {
namespace tax_invoice {
namespace {

constexpr std::string_view kEurope[] = {"amazon-uk", "amazon-de", "amazon-fr",
                                        "amazon-es", "amazon-nl", "amazon-be",
                                        "amazon-ie", "amazon-pl", "amazon-se"};

void decide(AnswerWork& work) {
  const std::string& shop = work.policy().base();
  const bool business = work.has_order() && work.order().is(Flag::kBusiness);
  if (shop == "amazon-jp") {
    if (!work.given.registered) {
      work.ask("registered");
      return work.decide("which");
    }
    return work.decide(*work.given.registered ? "qualified" : "not-registered");
  }
  const bool italy = shop == "amazon-it";
  if (!italy && std::find(std::begin(kEurope), std::end(kEurope), shop) ==
                    std::end(kEurope)) {
    return work.decide("elsewhere");
  }
  if (business) return work.decide("europe-business");
  work.decide(italy ? "italy" : "europe");
}

}  // namespace
}  // namespace tax_invoice

extern const AnswerCase kTaxInvoiceAnswer;
const AnswerCase kTaxInvoiceAnswer{
    .id = "tax-invoice",
    .sources = {"help FWD9CY4S3C3XHUB", "help CX8KQBHYZEVLZ4F", "2.2.7"},
    .needs_order = false,
    .own_by_amazon = true,
    .outcomes = {"which", "qualified", "not-registered", "europe-business",
                 "europe", "italy", "elsewhere"},
    .asks = {"registered"},
    .decide = tax_invoice::decide};

}  // namespace parcelwise
