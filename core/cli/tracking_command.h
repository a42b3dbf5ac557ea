// `parcelwise tracking`: which order each row of a carrier's file belongs to.
#ifndef PARCELWISE_CLI_TRACKING_COMMAND_H_
#define PARCELWISE_CLI_TRACKING_COMMAND_H_

#include <string>

#include "cli/loaded_reports.h"
#include "cli/tracking_files.h"

namespace parcelwise::cli {

struct TrackingCommandArguments {
  LoadArguments loading;
  TrackingArguments tracking;
  std::string format;  // "json", "text"; "" is text on a terminal
};

// The exit status: 0 done, whatever became of the rows; 1 a file that cannot be
// read; 2 wrong usage.
int run_tracking(const TrackingCommandArguments& arguments);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_TRACKING_COMMAND_H_
