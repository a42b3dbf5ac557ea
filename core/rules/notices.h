// What a check has to say about the files as a whole: told once, on top, with
// how many orders it concerns, in place of as many red lines.
#ifndef PARCELWISE_RULES_NOTICES_H_
#define PARCELWISE_RULES_NOTICES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rules/check.h"
#include "words/catalogue.h"

namespace parcelwise {

struct CheckNotice {
  // Below "notices" in the catalogue:
  //   clock-behind           `now` lies before a date of the files
  //   file-cut-off           a report that ends inside a row
  //   status-unknown         past their ship-by, and no report tells a status
  //   listing-without-moment an unshipped report of which no moment is known
  //   listing-by-day         what left rests on the day the report was made
  //   address-differs        two reports tell two addresses of what is to ship
  //   refunds-not-counted    told refunds of them are on no line
  //   no-marketplace         orders of no marketplace that is known here
  //   answers-elsewhere      answers that are due by the end of today, for
  //                          orders that no report has: `orders` is empty
  std::string_view code;
  std::uint32_t count = 0;            // orders; 0 where it is about no order
  std::vector<std::uint32_t> orders;  // the first 20 of them, by id
  std::string file;                   // "" where it is about no file
  Fields fields;
  std::vector<std::pair<std::string_view, Instant>> instants;
  UnplacedSums sums;
};

// By code as above, then by file.
//   600 new orders alone, 552 of them due -> {status-unknown, 552, ...}
std::vector<CheckNotice> notices_of(const Check& check);

std::string notice_text(const CheckNotice& notice, const Check& check,
                        Language language);

}  // namespace parcelwise

#endif  // PARCELWISE_RULES_NOTICES_H_
