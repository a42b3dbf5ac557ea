// `parcelwise changes`: what happened since the journal's last listing.
#ifndef PARCELWISE_CLI_CHANGES_COMMAND_H_
#define PARCELWISE_CLI_CHANGES_COMMAND_H_

#include <string>

#include "cli/loaded_reports.h"

namespace parcelwise::cli {

struct ChangesArguments {
  LoadArguments loading;
  std::string journal;  // a file, only read
  std::string format;   // "json", "text"; "" is text on a terminal
};

// The exit status: 0 done, 1 a file could not be read, 2 wrong usage.
int run_changes(const ChangesArguments& arguments);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_CHANGES_COMMAND_H_
