// `parcelwise upload-result`: what Amazon answered to an uploaded file.
#ifndef PARCELWISE_CLI_RESULT_COMMAND_H_
#define PARCELWISE_CLI_RESULT_COMMAND_H_

#include <string>
#include <tl/expected.hpp>

#include "cli/loaded_reports.h"
#include "tracking/upload_result.h"

namespace parcelwise::cli {

struct ResultArguments {
  LoadArguments loading;
  std::string result;  // a file: Amazon's processing report
  std::string format;  // "json", "text"; "" is text on a terminal
};

// An error is one line that names the file.
tl::expected<UploadResult, std::string> read_result(const std::string& path,
                                                    Language language);

// The exit status: 0 done, whatever was refused; 1 a file that cannot be read;
// 2 wrong usage.
int run_result(const ResultArguments& arguments);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_RESULT_COMMAND_H_
