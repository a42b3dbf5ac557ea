// The list of cases and of the outcomes that all of them share.
#include "answer/answer.h"
#include "words/catalogue.h"

namespace parcelwise {

// Each with its kind behind its name: refunds have reasons of the same names.
extern const AnswerCase kWhereIsMyOrderAnswer, kNotReceivedAnswer,
    kPriceBreakdownAnswer, kReturnedUndeliverableAnswer,
    kStorePaymentDetailsAnswer, kPointsAnswer, kChangeOrderAnswer,
    kCombineShippingAnswer, kReceiptAnswer, kItemsUnavailableAnswer,
    kContactBuyerAnswer, kNoReplyAnswer, kCancelRequestAnswer,
    kDamagedWrongOrMissingAnswer, kWantsToReturnAnswer, kKeptTooLongAnswer,
    kTaxInvoiceAnswer, kDeliveryWishAnswer;

namespace {

const AnswerCase* const kCases[] = {
    &kWhereIsMyOrderAnswer,
    &kNotReceivedAnswer,
    &kPriceBreakdownAnswer,
    &kReturnedUndeliverableAnswer,
    &kStorePaymentDetailsAnswer,
    &kPointsAnswer,
    &kChangeOrderAnswer,
    &kCombineShippingAnswer,
    &kReceiptAnswer,
    &kItemsUnavailableAnswer,
    &kContactBuyerAnswer,
    &kNoReplyAnswer,
    &kCancelRequestAnswer,
    &kDamagedWrongOrMissingAnswer,
    &kWantsToReturnAnswer,
    &kKeptTooLongAnswer,
    &kTaxInvoiceAnswer,
    &kDeliveryWishAnswer,
};

constexpr std::string_view kShared[] = {
    "not-here", "pending",          "cancelled",   "by-amazon",
    "unknown",  "already-refunded", "cancel-asked"};

}  // namespace

std::span<const AnswerCase* const> all_answer_cases() { return kCases; }

const AnswerCase* find_answer_case(std::string_view id) {
  for (const AnswerCase* one : kCases) {
    if (one->id == id) return one;
  }
  return nullptr;
}

std::span<const std::string_view> shared_outcomes() { return kShared; }

std::string outcome_path(const AnswerCase& of, std::string_view outcome) {
  std::string own =
      "answers/" + std::string(of.id) + "/" + std::string(outcome);
  if (Catalogue::of(Language::kEnglish).has(own + "/verdict")) return own;
  return "answers/any/" + std::string(outcome);
}

}  // namespace parcelwise
