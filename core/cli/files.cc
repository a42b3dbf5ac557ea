// Reads files in chunks; see cli/files.h.
#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <memory>

namespace parcelwise::cli {
namespace {

constexpr std::size_t kChunk = 1u << 18;

// "orders.txt  [##########----------]  52 %", redrawn on standard error.
class ProgressBar {
 public:
  ProgressBar(std::string name, std::uint64_t total)
      : name_(std::move(name)), total_(total), wanted_(isatty(STDERR_FILENO) == 1) {}
  ~ProgressBar() {
    if (shown_) write("\r\x1b[K");
  }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void advance(std::uint64_t bytes) {
    done_ += bytes;
    if (!wanted_ || total_ == 0) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - start_ < std::chrono::seconds(1)) return;
    if (shown_ && now - drawn_ < std::chrono::milliseconds(100)) return;
    drawn_ = now;
    shown_ = true;
    constexpr std::uint64_t kWidth = 30;
    const std::uint64_t full = done_ * kWidth / total_;
    std::string line = "\r" + name_.substr(0, 30) + "  [";
    for (std::uint64_t i = 0; i < kWidth; ++i) line += i < full ? '#' : '-';
    line += "]  " + std::to_string(done_ * 100 / total_) + " %";
    write(line);
  }

 private:
  static void write(std::string_view text) {
    [[maybe_unused]] const ssize_t written =
        ::write(STDERR_FILENO, text.data(), text.size());
  }

  std::string name_;
  std::uint64_t total_;
  std::uint64_t done_ = 0;
  bool wanted_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_{};
};

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number > STDIN_FILENO) ::close(number);
  }
};

}  // namespace

tl::expected<void, std::string> read_file(
    const std::string& path, const std::function<bool(std::string_view)>& take) {
  const auto failure = [&] {
    return tl::unexpected("cannot read " + path + ": " + std::strerror(errno));
  };
  const Descriptor file{path == "-" ? STDIN_FILENO
                                    : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) return failure();
  struct stat about {};
  if (fstat(file.number, &about) != 0) return failure();
  ProgressBar progress(shown_name(path),
                       static_cast<std::uint64_t>(std::max<off_t>(about.st_size, 0)));
  const auto buffer = std::make_unique<char[]>(kChunk);
  for (;;) {
    const ssize_t got = ::read(file.number, buffer.get(), kChunk);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure();
    if (got == 0) return {};
    if (!take({buffer.get(), static_cast<std::size_t>(got)})) return {};
    progress.advance(static_cast<std::uint64_t>(got));
  }
}

tl::expected<std::string, std::string> read_whole_file(const std::string& path) {
  std::string whole;
  const auto read = read_file(path, [&](std::string_view bytes) {
    whole.append(bytes);
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  return whole;
}

std::string shown_name(const std::string& path) {
  if (path == "-") return "standard input";
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace parcelwise::cli
