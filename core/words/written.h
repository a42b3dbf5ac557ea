// Dates and money as a sentence holds them: the reader's language, the
// marketplace's time.
#ifndef PARCELWISE_WORDS_WRITTEN_H_
#define PARCELWISE_WORDS_WRITTEN_H_

#include <string>

#include "money/money.h"
#include "time/zone.h"
#include "words/catalogue.h"

namespace parcelwise {

// "Fri 20 Nov 23:59", "11月20日(金) 23:59", "ven 20 nov 23:59": marketplace
// time.
std::string date_text(Instant at, const Zone& zone, Language language);
// "¥1,530" and "€ 15,30" are the page's business; here "JPY 1530", "EUR 15.30".
std::string money_text(const Money& amount);

}  // namespace parcelwise

#endif  // PARCELWISE_WORDS_WRITTEN_H_
