// `parcelwise check`: reports in, what each order needs out.
#ifndef PARCELWISE_CLI_CHECK_COMMAND_H_
#define PARCELWISE_CLI_CHECK_COMMAND_H_

#include <string>
#include <vector>

#include "cli/loaded_reports.h"

namespace parcelwise::cli {

struct CheckArguments {
  LoadArguments loading;
  std::string format;  // "json", "text"; "" is text on a terminal
  std::vector<std::string> out_of_stock;
  std::string stock_file;
  std::string follow_ups;  // a file of open answers
  std::string journal;     // a file, only read
  bool health = false;     // the account's health too
};

// The exit status: 0 done, 1 some file could not be read, 2 wrong usage.
// Findings go to standard output, everything else to standard error.
int run_check(const CheckArguments& arguments);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_CHECK_COMMAND_H_
