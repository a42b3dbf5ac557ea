// Whether what was paid went back before, so that no letter promises it again.
#ifndef PARCELWISE_ANSWER_ALREADY_REFUNDED_H_
#define PARCELWISE_ANSWER_ALREADY_REFUNDED_H_

#include <cstdint>
#include <optional>
#include <span>

#include "answer/answer.h"

namespace parcelwise {

// True where something was paid and all of it is told as refunded: the answer
// is "already-refunded". Of `items` of the book alone, where some are given.
//   35.00 paid, a settlement tells 35.00 -> true
//   35.00 paid, 30.00 of it told; or no report has prices -> false
bool already_refunded(AnswerWork& work,
                      std::span<const std::uint32_t> items = {});

// Of the order; nullopt where no report has its prices.
std::optional<Money> left_to_refund(const AnswerWork& work);

// Takes the seller's own amount as money; more than is left to refund, or no
// amount above zero, is the work's error.
void take_given_amount(AnswerWork& work);

}  // namespace parcelwise

#endif  // PARCELWISE_ANSWER_ALREADY_REFUNDED_H_
