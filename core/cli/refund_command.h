// `parcelwise refund`: how much of one order goes back, and why.
#ifndef PARCELWISE_CLI_REFUND_COMMAND_H_
#define PARCELWISE_CLI_REFUND_COMMAND_H_

#include <string>
#include <vector>

#include "cli/loaded_reports.h"

namespace parcelwise::cli {

// "" where an option was not given.
struct RefundArguments {
  LoadArguments loading;
  std::vector<std::string> refunded;  // reports that tell of earlier refunds
  std::string format;  // "json", "text"; "" is text on a terminal
  std::string order, reason;
  std::vector<std::string> items;  // "ITEM_ID" or "ITEM_ID:QUANTITY"
  std::string fee_rate;            // "15%"
  std::string saved, amount;       // in the policy's currency, major unit
  std::string outbound_cost;       // likewise
  std::string condition, days, concession;
  bool accept_unread = false;  // what is not counted was looked up
};

// The exit status: 0 done, 1 a file that is no report or a request that cannot
// be met (one line on standard error, nothing on standard output), 2 wrong
// usage.
int run_refund(const RefundArguments& arguments);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_REFUND_COMMAND_H_
