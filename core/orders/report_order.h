// The order that reports are joined in, whatever the order they were given in.
#ifndef PARCELWISE_ORDERS_REPORT_ORDER_H_
#define PARCELWISE_ORDERS_REPORT_ORDER_H_

#include <vector>

#include "report/report.h"

namespace parcelwise {

// By kind (the one made for shipping first); order reports of one kind by the
// moment that they tell of themselves, the newest first and those that tell
// none last; then by file name, size and content.
//
// MOMENT  Of an unshipped report the one that orders/evidence.h knows, told
// here without a zone: promise-dates end their day, so promise-date +
// days-past-promise is where the day begins on which it was made. Of two of one
// moment the newer reporting-date decides, then the one that is not cut off,
// then the fewer orders: nothing came in between, so the later can only have
// lost some; then the later name. Of the others their newest date: reporting,
// last-updated, payments or purchase.
void put_in_order(std::vector<const Report*>& reports);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_REPORT_ORDER_H_
