// What is left of what was paid; see answer/already_refunded.h.
#include "answer/already_refunded.h"

#include <algorithm>

#include "text/trim.h"
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

// "12.50", "12,50", "EUR 12.50", "12,50 €", "500円": with the order's own
// currency or without one.
std::optional<std::int64_t> amount_in(std::string_view text,
                                      Currency currency) {
  constexpr std::pair<std::string_view, std::string_view> kSigns[] = {
      {"JPY", "\xC2\xA5"},     {"JPY", "\xEF\xBF\xA5"}, {"JPY", "\xE5\x86\x86"},
      {"EUR", "\xE2\x82\xAC"}, {"GBP", "\xC2\xA3"},     {"USD", "$"}};
  text = trimmed(text);
  const auto without = [&](std::string_view mark) {
    if (text.starts_with(mark)) {
      text.remove_prefix(mark.size());
    } else if (text.ends_with(mark)) {
      text.remove_suffix(mark.size());
    } else {
      return false;
    }
    text = trimmed(text);
    return true;
  };
  if (!without(currency.code())) {
    for (const auto& [code, sign] : kSigns) {
      if (code == currency.code() && without(sign)) break;
    }
  }
  for (const char point : {'.', ','}) {
    const std::size_t at = text.find(point);
    // "1,234" may be thousands.
    if (point == ',' && at != std::string_view::npos && text.size() - at > 3)
      continue;
    if (const auto minor = parse_amount(text, currency.exponent(), point))
      return *minor;
  }
  return std::nullopt;
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
  const auto minor = amount_in(given, currency);
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
