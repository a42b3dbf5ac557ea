// The order that a row of a made-up report belongs to unless it names another.
#ifndef PARCELWISE_TESTS_REPORT_USUAL_ORDER_H_
#define PARCELWISE_TESTS_REPORT_USUAL_ORDER_H_

namespace parcelwise {

inline constexpr const char* kOrder = "250-1234567-1234567";

}  // namespace parcelwise

#endif  // PARCELWISE_TESTS_REPORT_USUAL_ORDER_H_
