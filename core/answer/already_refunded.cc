// What is left of what was paid; see answer/already_refunded.h.
#include "answer/already_refunded.h"

#include <algorithm>

#include "refund/typed_amount.h"
#include "words/written.h"

namespace parcelwise {
namespace {

struct Paid {
  std::int64_t charged = 0, left = 0;
};

// Of all lines, or of `items` alone.
std::optional<Paid> paid_of(const AnswerWork& work,
                            std::span<const std::uint32_t> items,
                            Currency* currency = nullptr) {
  const auto charges =
      order_charges(work.context.book, work.order().order, work.policy());
  if (!charges) return std::nullopt;
  if (currency != nullptr) *currency = charges->currency;
  const RefundedBefore before = refunded_before(
      *charges, work.all.ledger, work.policy(), work.request.accept_unread);
  Paid paid;
  for (std::size_t i = 0; i < charges->lines.size(); ++i) {
    const ChargedLine& line = charges->lines[i];
    if (!items.empty() &&
        std::find(items.begin(), items.end(), line.item) == items.end()) {
      continue;
    }
    const std::int64_t charged = line.charged.total();
    paid.charged += charged;
    paid.left +=
        std::max<std::int64_t>(charged - before.lines[i].amounts.total(), 0);
  }
  return paid;
}

}  // namespace

bool already_refunded(AnswerWork& work, std::span<const std::uint32_t> items) {
  const auto paid = paid_of(work, items);
  if (!paid || paid->charged == 0 || paid->left > 0) return false;
  work.decide("already-refunded");
  return true;
}

std::optional<Money> left_to_refund(const AnswerWork& work) {
  Currency currency;
  const auto paid = paid_of(work, {}, &currency);
  if (!paid) return std::nullopt;
  return Money{currency, paid->left};
}

void take_given_amount(AnswerWork& work) {
  const std::string& given = work.given.amount;
  const auto left = left_to_refund(work);
  const Currency currency = left ? left->currency : work.policy().currency();
  const auto minor =
      parse_letter_amount(given, currency, work.policy().decimal_point());
  if (!minor || *minor <= 0) {
    work.error = AnswerError{AnswerErrorCode::kBadAmount, given};
  } else if (left && *minor > left->minor) {
    work.error =
        AnswerError{AnswerErrorCode::kMoreThanRemains, money_text(*left)};
  } else {
    work.answer.given_amount = Money{currency, *minor};
  }
}

}  // namespace parcelwise
