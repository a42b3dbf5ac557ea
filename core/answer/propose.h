// What a buyer's message seems to say: cases by the words that it holds. A
// proposal and no more; a person chooses the case.
//
//   propose_cases("Hello, my parcel has not arrived yet.")
//     -> not-received, by "has not arrived"
//   propose_cases("Thank you!") -> none
//
// RULES  data/texts/LANGUAGE/proposals.json lists for each case phrases that
// say it ("says": one is enough), words that only hint at it ("hints": two of
// them are needed, or one beside what it says counts for more), and phrases
// with which it is not meant ("unless"). In a phrase "..." stands for anything
// within one sentence, and a trailing "*" for any end of a word. Whichever
// language a message is in, all rules are tried: a shop sells to everybody. Of
// cases that are told alike the one earlier in the list goes first.
//
// Width, case and accents do not matter; an apostrophe parts words, which are
// compared whole, in Japanese wherever they stand.
#ifndef PARCELWISE_ANSWER_PROPOSE_H_
#define PARCELWISE_ANSWER_PROPOSE_H_

#include <string>
#include <string_view>
#include <vector>

namespace parcelwise {

struct AnswerCase;

struct ProposedCase {
  const AnswerCase* of = nullptr;
  std::vector<std::string> words;  // of the rules, that the message holds
};

inline constexpr std::size_t kMostProposed = 3;

// At most kMostProposed, the best first; `utf8` is valid UTF-8, of which the
// first 20,000 bytes count.
std::vector<ProposedCase> propose_cases(std::string_view utf8);

}  // namespace parcelwise

#endif  // PARCELWISE_ANSWER_PROPOSE_H_
