// Files as the command reads and writes them: read in chunks, also by several
// threads at once, with a progress bar on a terminal once that takes longer
// than a second; written whole or not at all.
#ifndef PARCELWISE_CLI_FILES_H_
#define PARCELWISE_CLI_FILES_H_

#include <cstdint>
#include <functional>
#include <memory>
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

// A file that is read from any place in it, by several threads at once. It is
// copied out, not mapped: a file that becomes shorter only ends earlier.
class SharedFile {
 public:
  // Null for standard input, for what has no places, as a pipe, and for what
  // cannot be opened: read_file tells why.
  static std::unique_ptr<SharedFile> open(const std::string& path);
  virtual ~SharedFile() = default;

  // When it was opened.
  virtual std::uint64_t size() const = 0;

  // Hands the bytes from `begin` to before `end`, or to the end of the file, to
  // `take` until it answers false; returns where it stopped, behind the last
  // bytes taken.
  virtual tl::expected<std::uint64_t, std::string> read(
      std::uint64_t begin, std::uint64_t end,
      const std::function<bool(std::string_view)>& take) = 0;
};

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
