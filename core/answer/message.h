// The message to the buyer: the outcome's own paragraphs between a greeting and
// a closing, in the buyer's language, with the marketplace's dates and money.
//
// Plain text, no links, no advertising (help 200386250, G1701). What nobody
// knows yet stays a visible blank, 【お問い合わせ番号】 or [tracking number],
// and is told in `blanks`: nothing is to be copied before they are filled.
#ifndef PARCELWISE_ANSWER_MESSAGE_H_
#define PARCELWISE_ANSWER_MESSAGE_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "answer/answer.h"
#include "answer/own_wording.h"

namespace parcelwise {

struct Blank {
  std::string_view field;  // of Said: "tracking_number"
  std::string text;        // as it stands in the body
};

// A value in the body, and where it came from: a report's column or a sum of
// them; counted by a limit of the policy from a report's date or from now; or
// said by the seller, in person or by a file of a carrier's. There is no
// fourth: what none of them tells is a blank.
enum class Origin : std::uint8_t { kReport, kCounted, kSeller };
std::string_view origin_name(Origin origin);  // "report"

struct Filled {
  std::string_view field;  // "ship_by"
  std::string text;        // as it stands in the body
  Origin from{};
};

struct AnswerMessage {
  Language language{};
  std::string subject, body;
  std::vector<Blank> blanks;
  std::vector<Filled> filled;  // in the order of the body
};

// `own`: the seller's wording, which goes before ours where it has the outcome.
AnswerMessage write_message(const BuyerAnswer& answer,
                            const CheckContext& context, const OwnWording* own);

// A text for the seller with the answer's own values.
std::string answer_text(std::string_view text, const BuyerAnswer& answer,
                        const CheckContext& context, Language language);

// "20 November, 23:59" for the buyer: the time only where it is not a day's
// end.
std::string buyer_date(Instant at, const Zone& zone, Language language);
// As one writes it there: "1,650円", "¥1,650", "€ 15,30".
std::string buyer_money(const Money& amount, Language language);
// "A, B", "A、B".
std::string listed(std::span<const std::string> names, Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_ANSWER_MESSAGE_H_
