// The codes by which a failed call is known: all that a Failure's `code` can
// be, FailureCode of wasm/parcelwise.d.ts. A test holds the two lists together.
//
// A page acts on a code and shows the message; a code is for ever.
#ifndef PARCELWISE_SESSION_FAILURE_H_
#define PARCELWISE_SESSION_FAILURE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "report/reader.h"
#include "tracking/tracking_file.h"

namespace parcelwise {

// What a session itself refuses.
enum class FailureCode : std::uint8_t {
  kBadArgument,  // the message names it
  kBadPolicy,
  kBadStock,
  kBadPlan,
  kRefund,  // a request was understood, and cannot be given
  kAnswer,  // likewise: the message says what can be asked
  kBadWording,
  kBadShop,
  kBadTerms,
  kBadGroups,
  kBadJournal,
  kBadLayout,
  kNotAResult,  // a file that is no processing report
};

// A code's name; that of a file is its reader's: "not-a-report",
// "unknown-columns".
class FailureName {
 public:
  FailureName(FailureCode code);
  FailureName(ReadErrorCode code);
  FailureName(TrackingErrorCode code);
  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

// Every one of them, each once, by the alphabet.
std::vector<std::string_view> failure_codes();

}  // namespace parcelwise

#endif  // PARCELWISE_SESSION_FAILURE_H_
