// Actions in words: the catalogue's texts with the order's
// own dates, money and numbers put in.
#ifndef PARCELWISE_RULES_WORDING_H_
#define PARCELWISE_RULES_WORDING_H_

#include <string>
#include <vector>

#include "rules/check.h"
#include "words/catalogue.h"

namespace parcelwise {

struct Explained {
  std::string title;
  std::vector<Evidence> evidence;
  std::vector<std::string> steps;
  std::vector<std::string_view> sources;  // "S5", "S28"
};

// Why an action is there and what to do; `facts` are those of its order.
Explained explain(const Check& check, const Action& action,
                  const OrderFacts& facts, Language language);

// Only the title: what a row of the work list shows.
std::string title_of(const Check& check, const Action& action,
                     Language language);
// The same for who has the order's facts at hand.
std::string title_of(const Check& check, const Action& action,
                     const OrderFacts& facts, Language language);

// A rule's short name, and the sentence of the FAQ that it stands for.
std::string_view rule_name(const Rule& rule, Language language);
std::string_view rule_source_text(const Rule& rule, Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_RULES_WORDING_H_
