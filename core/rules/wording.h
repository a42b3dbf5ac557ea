// Actions, rejects and errors in words: the catalogue's texts with the order's
// own dates, money and numbers put in.
#ifndef PARCELWISE_RULES_WORDING_H_
#define PARCELWISE_RULES_WORDING_H_

#include <string>
#include <vector>

#include "report/reader.h"
#include "rules/check.h"
#include "text/catalogue.h"

namespace parcelwise {

struct Explained {
  std::string title;
  std::vector<Evidence> evidence;
  std::vector<std::string> steps;
  std::vector<std::string_view> sources;  // "S5", "S28"
};

// Why an action is there and what to do; `facts` are those of its order.
Explained explain(const Check& check, const Action& action, const OrderFacts& facts,
                  Language language);

// Only the title: what a row of the work list shows.
std::string title_of(const Check& check, const Action& action, Language language);

// A rule's short name, and the sentence of the FAQ that it stands for.
std::string_view rule_name(const Rule& rule, Language language);
std::string_view rule_source_text(const Rule& rule, Language language);

// "Fri 20 Nov 23:59", "11月20日(金) 23:59", "ven 20 nov 23:59": marketplace time.
std::string date_text(Instant at, const Zone& zone, Language language);
// "¥1,530" and "€ 15,30" are the page's business; here "JPY 1530", "EUR 15.30".
std::string money_text(const Money& amount);

// What is wrong with a row, and the remedy: one or two sentences.
std::string reject_text(const Reject& reject, Language language);
std::string_view warning_name(const Warning& warning);  // "rejoined-row"
std::string warning_text(const Warning& warning, Language language);

// Why a file could not be read: what was expected and what was found.
std::string read_error_text(const ReadError& error, Language language);
std::string_view read_error_name(ReadErrorCode code);  // "not-a-report"

std::string stock_error_text(const StockError& error, Language language);
std::string policy_error_text(const PolicyError& error, Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_RULES_WORDING_H_
