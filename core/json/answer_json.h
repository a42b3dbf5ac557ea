// Answers, cases and what was found as JSON: docs/command.md's `answer`, with
// fields added for the page (wasm/parcelwise.d.ts), and what is asked read
// back.
#ifndef PARCELWISE_JSON_ANSWER_JSON_H_
#define PARCELWISE_JSON_ANSWER_JSON_H_

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "answer/answer.h"
#include "answer/find.h"
#include "answer/own_wording.h"
#include "json/report_json.h"

namespace parcelwise {

// Answer of the .d.ts; `own` may be null.
Json answer_json(const BuyerAnswer& answer, const CheckContext& context,
                 const OwnWording* own, Language language);

// AnswerCase[] of the .d.ts, in the order of docs/command.md.
Json answer_cases_json(Language language);

// ProposedCase[] of the .d.ts: what a message seems to say, never chosen
// without the seller.
Json proposed_json(std::span<const ProposedCase> proposed, Language language);

// Found of the .d.ts.
Json found_json(const FoundOrders& found, const Check& check,
                Language language);

// An AnswerRequest of the .d.ts, with `find` resolved to the one order that it
// finds. An error is one sentence: what was asked and the nearest thing that
// can be done.
//   "{\"case\":\"points\"}"                       -> a request without an order
//   "{\"case\":\"points\",\"language\":\"fr\"}"   -> "There is no message in
//   “fr”. ..."
tl::expected<AnswerRequest, std::string> read_answer_request(
    std::string_view json, const Check& check, Language language,
    const TrackingNumbers* numbers = nullptr);

}  // namespace parcelwise

#endif  // PARCELWISE_JSON_ANSWER_JSON_H_
