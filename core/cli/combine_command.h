// `parcelwise combine`: which orders may share a parcel, what that saves, and
// how much of it goes back for each.
#ifndef PARCELWISE_CLI_COMBINE_COMMAND_H_
#define PARCELWISE_CLI_COMBINE_COMMAND_H_

#include <string>
#include <vector>

#include "cli/loaded_reports.h"

namespace parcelwise::cli {

// "" where an option was not given.
struct CombineArguments {
  LoadArguments loading;
  std::vector<std::string> refunded;  // reports that tell of earlier refunds
  std::string format;                // "json", "text"; "" is text on a terminal
  std::vector<std::string> tariffs;  // ids or files
  std::string from;                  // a prefecture
  std::vector<std::string>
      parcels;        // "ORDER_ID=SIZE", "ORDER_ID+ORDER_ID=SIZE"
  std::string skus;   // a file
  std::string basis;  // "cost", "charge"; "" is cost with a tariff
  std::string keep = "dearest";
};

// The exit status: 0 done; 1 a file that is no report, a wrong tariff or SKU
// table, or a parcel of an order that no report has; 2 wrong usage.
int run_combine(const CombineArguments& arguments);

// `parcelwise services`: the cheapest fitting services of each order that is to
// be shipped, by the same tariffs, place and SKU table; no tariff named is all
// that come with the program.
int run_services(CombineArguments arguments);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_COMBINE_COMMAND_H_
