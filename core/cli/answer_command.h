// `parcelwise answer`: what to tell a buyer about one order, and the message.
#ifndef PARCELWISE_CLI_ANSWER_COMMAND_H_
#define PARCELWISE_CLI_ANSWER_COMMAND_H_

#include <string>
#include <vector>

#include "cli/loaded_reports.h"
#include "cli/tracking_files.h"

namespace parcelwise::cli {

// "" where an option was not given.
struct AnswerArguments {
  LoadArguments loading;
  std::vector<std::string> refunded;  // reports that tell of earlier refunds
  std::string format;  // "json", "text"; "" is text on a terminal
  std::string answer_case, order, find;
  std::string message_language;  // of the message; the marketplace's
  std::string limit_days, wrote, announced_limit;
  bool accept_unread = false;  // what could not be read was looked up
  std::string sent, tracking, insured, item_back, consent;  // "yes", "no"
  std::string tracking_says, back_because;
  std::string trouble, remedy, return_because, kept, wished;
  std::string photo, registered, possible;  // "yes", "no"
  std::vector<std::string> out_of_stock;    // order item ids or SKUs
  std::vector<std::string> items;  // those that something is wrong with
  std::string shop, carrier, tracking_number, wish, amount;
  TrackingArguments tracking_files;
  std::string wording;  // a file of the seller's own messages
};

// The exit status: 0 done, also where no report has the order; 1 a file that is
// no report, carrier's file or wording; 2 wrong usage, also a text that finds
// several orders.
int run_answer(const AnswerArguments& arguments);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_ANSWER_COMMAND_H_
