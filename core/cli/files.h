// Files as the command reads them: in chunks, with a progress bar on a terminal
// once reading takes longer than a second.
#ifndef PARCELWISE_CLI_FILES_H_
#define PARCELWISE_CLI_FILES_H_

#include <functional>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace parcelwise::cli {

// Hands the file's bytes to `take` until it answers false. "-" is standard
// input. An error is one line that names the file and why.
tl::expected<void, std::string> read_file(
    const std::string& path, const std::function<bool(std::string_view)>& take);

tl::expected<std::string, std::string> read_whole_file(const std::string& path);

// The name that reports and messages show: without its folders.
std::string shown_name(const std::string& path);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_FILES_H_
