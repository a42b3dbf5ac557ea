// Files as the command reads and writes them: read in chunks, with a progress
// bar on a terminal once that takes longer than a second; written whole or not
// at all.
#ifndef PARCELWISE_CLI_FILES_H_
#define PARCELWISE_CLI_FILES_H_

#include <functional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace parcelwise::cli {

// Hands the file's bytes to `take` until it answers false. "-" is standard
// input. An error is one line that names the file and why.
tl::expected<void, std::string> read_file(
    const std::string& path, const std::function<bool(std::string_view)>& take);

tl::expected<std::string, std::string> read_whole_file(const std::string& path);

// Bytes that are to become a file. They must outlive it.
struct NamedFile {
  std::string path;
  std::string_view bytes;
};

// Writes all files under temporary names beside their own, then renames them:
// after an error none of them is new unless renaming itself failed halfway.
// `read` are paths that were read; none of them is overwritten. An error is one
// line that names the file and why.
tl::expected<void, std::string> write_files(
    const std::vector<NamedFile>& files, const std::vector<std::string>& read);

// The name that reports and messages show: without its folders.
std::string shown_name(const std::string& path);

}  // namespace parcelwise::cli

#endif  // PARCELWISE_CLI_FILES_H_
