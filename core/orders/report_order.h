// The order that reports are joined in, whatever the order they were given in.
#ifndef PARCELWISE_ORDERS_REPORT_ORDER_H_
#define PARCELWISE_ORDERS_REPORT_ORDER_H_

#include "report/report.h"

namespace parcelwise {

// By kind (the one made for shipping first), then file name, size and content;
// false for two that are equal in all of it.
bool comes_first(const Report* a, const Report* b);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_REPORT_ORDER_H_
