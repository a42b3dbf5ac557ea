// Where a parcel goes, as a key: equal keys are one address (facts/rules.md 3.4,
// the safe fold). For finding only; it never reaches paper or screen.
#ifndef PARCELWISE_REPORT_PLACE_H_
#define PARCELWISE_REPORT_PLACE_H_

#include <string>

#include "report/report.h"

namespace parcelwise {

// Keeps its memory from one key to the next: a report has many.
class PlaceKey {
 public:
  // Folded address lines, folded postal code and country of an order. The
  // report's encoding must be known. Two orders whose prefecture, city or
  // postal code differ never have one key, however alike their streets are.
  const std::string& of(const Report& report, const OrderPart& part);

 private:
  std::string key_, text_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_PLACE_H_
