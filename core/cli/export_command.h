// `parcelwise export`: the files that leave, each kind by its name
// (handoff/export.h).
#ifndef PARCELWISE_CLI_EXPORT_COMMAND_H_
#define PARCELWISE_CLI_EXPORT_COMMAND_H_

#include <string>
#include <vector>

#include "cli/loaded_reports.h"
#include "cli/tracking_files.h"

namespace parcelwise::cli {

struct ExportArguments {
  std::string kind;  // an ExportKind's id
  LoadArguments loading;
  std::vector<std::string>
      orders;        // ids; none: every order that may be shipped
  std::string shop;  // a file: policy/shop_settings.h; "": nothing is known
  TrackingArguments tracking;
  std::string carrier;            // where no file tells
  bool without_tracking = false;  // confirm what has no number too
  std::string layout;     // "carrier": an id, or a file (policy/own_layout.h)
  std::string skus;       // a SKU table, for its labels
  std::string retry;      // a file: Amazon's processing report; "": all lines
  std::string ship_date;  // "2026-11-20", where no file tells one
  std::string reason;     // cancellations: Amazon's code
  std::string refunds;    // a plan: see json/refund_json.h; "": none
  std::vector<std::string> refunded;  // reports that tell of earlier refunds
  std::string output;                 // a further file is NAME-2.ext
  bool accept_unread = false;         // what is not counted was looked up
  bool accept_done = false;           // what looks done is still to be made
  std::string journal;                // a file that the event is added to
  bool strict = false;                // all of it or nothing
};

// "adjustments, yamato-b2, ...": what KIND may be.
std::string export_kind_names();
// "ups-batch, evri, ...": the layouts that come with the program.
std::string layout_names();

// The exit status: 0 written, without the rows and requests that standard error
// tells of; 1 nothing was written, for a file cannot be read or written, no row
// can be, or (strict) not all of them; 2 wrong usage.
int run_export(const ExportArguments& arguments);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_EXPORT_COMMAND_H_
