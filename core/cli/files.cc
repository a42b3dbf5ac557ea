// Reads files in chunks and writes them whole; see cli/files.h.
#include "cli/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <memory>
#include <mutex>

namespace parcelwise::cli {
namespace {

constexpr std::size_t kChunk = 1u << 18;

// "orders.txt  [##########----------]  52 %", redrawn on standard error. Of
// files that are read at once the first to take long is shown.
class ProgressBar {
 public:
  ProgressBar(std::string name, std::uint64_t total)
      : name_(std::move(name)),
        total_(total),
        wanted_(isatty(STDERR_FILENO) == 1) {}
  ~ProgressBar() {
    if (!shown_) return;
    write("\r\x1b[K");
    on_screen_ = false;
  }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  // Of several threads one draws; the others do not wait for it.
  void advance(std::uint64_t bytes) {
    const std::uint64_t done = std::min(done_ += bytes, total_);
    if (!wanted_ || total_ == 0) return;
    const std::unique_lock drawing(drawing_, std::try_to_lock);
    if (!drawing) return;
    const auto now = std::chrono::steady_clock::now();
    if (now - start_ < std::chrono::seconds(1)) return;
    if (shown_ && now - drawn_ < std::chrono::milliseconds(100)) return;
    if (!shown_ && on_screen_.exchange(true)) return;
    drawn_ = now;
    shown_ = true;
    constexpr std::uint64_t kWidth = 30;
    const std::uint64_t full = done * kWidth / total_;
    std::string line = "\r" + name_.substr(0, 30) + "  [";
    for (std::uint64_t i = 0; i < kWidth; ++i) line += i < full ? '#' : '-';
    line += "]  " + std::to_string(done * 100 / total_) + " %";
    write(line);
  }

 private:
  static void write(std::string_view text) {
    [[maybe_unused]] const ssize_t written =
        ::write(STDERR_FILENO, text.data(), text.size());
  }

  static inline std::atomic<bool> on_screen_ = false;  // one of them is

  std::string name_;
  std::uint64_t total_;
  std::atomic<std::uint64_t> done_ = 0;
  std::mutex drawing_;
  bool wanted_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point start_ =
      std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point drawn_{};
};

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number > STDIN_FILENO) ::close(number);
  }
};

std::string cannot_read(const std::string& path) {
  return "cannot read " + path + ": " + std::strerror(errno);
}

std::string cannot_write(const std::string& path) {
  return "cannot write " + path + ": " + std::strerror(errno);
}

bool is_one_of(const std::string& path,
               const std::vector<std::string>& others) {
  struct stat mine {};
  if (stat(path.c_str(), &mine) != 0) return false;
  return std::any_of(
      others.begin(), others.end(), [&](const std::string& other) {
        struct stat its {};
        return other != "-" && stat(other.c_str(), &its) == 0 &&
               mine.st_dev == its.st_dev && mine.st_ino == its.st_ino;
      });
}

class RegularFile : public SharedFile {
 public:
  RegularFile(std::string path, int descriptor, std::uint64_t size)
      : path_(std::move(path)),
        file_{descriptor},
        size_(size),
        progress_(shown_name(path_), size) {}

  std::uint64_t size() const override { return size_; }

  tl::expected<std::uint64_t, std::string> read(
      std::uint64_t begin, std::uint64_t end,
      const std::function<bool(std::string_view)>& take) override {
    const auto buffer = std::make_unique<char[]>(kChunk);
    while (begin < end) {
      const ssize_t got = ::pread(file_.number, buffer.get(),
                                  std::min<std::uint64_t>(kChunk, end - begin),
                                  static_cast<off_t>(begin));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return tl::unexpected(cannot_read(path_));
      if (got == 0) break;
      const auto count = static_cast<std::size_t>(got);
      if (!take({buffer.get(), count})) break;
      begin += count;
      progress_.advance(count);
    }
    return begin;
  }

 private:
  std::string path_;
  Descriptor file_;
  std::uint64_t size_;
  ProgressBar progress_;
};

// A file under another name, gone again unless it gets its own.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(const NamedFile& file)
      : file_(file),
        path_(file.path + "." + std::to_string(getpid()) + ".part") {}
  ~UnfinishedFile() {
    if (there_) unlink(path_.c_str());
  }
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

  bool write() {
    const Descriptor made{
        ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)};
    there_ = made.number >= 0;
    if (!there_) return false;
    std::string_view left = file_.bytes;
    while (!left.empty()) {
      const ssize_t wrote = ::write(made.number, left.data(), left.size());
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote <= 0) return false;
      left.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return fsync(made.number) == 0;
  }

  bool finish() {
    if (std::rename(path_.c_str(), file_.path.c_str()) != 0) return false;
    there_ = false;
    return true;
  }

 private:
  const NamedFile& file_;
  std::string path_;
  bool there_ = false;
};

}  // namespace

tl::expected<void, std::string> read_file(
    const std::string& path,
    const std::function<bool(std::string_view)>& take) {
  const auto failure = [&] { return tl::unexpected(cannot_read(path)); };
  const Descriptor file{
      path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) return failure();
  struct stat about {};
  if (fstat(file.number, &about) != 0) return failure();
  ProgressBar progress(
      shown_name(path),
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

std::unique_ptr<SharedFile> SharedFile::open(const std::string& path) {
  if (path == "-") return nullptr;
  // A pipe is not opened at all: it would wait for who writes to it.
  struct stat about {};
  if (stat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode))
    return nullptr;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return nullptr;
  return std::make_unique<RegularFile>(
      path, file, static_cast<std::uint64_t>(about.st_size));
}

tl::expected<std::string, std::string> read_whole_file(
    const std::string& path) {
  std::string whole;
  const auto read = read_file(path, [&](std::string_view bytes) {
    whole.append(bytes);
    return true;
  });
  if (!read) return tl::unexpected(read.error());
  return whole;
}

tl::expected<void, std::string> write_files(
    const std::vector<NamedFile>& files, const std::vector<std::string>& read) {
  std::vector<std::unique_ptr<UnfinishedFile>> unfinished;
  for (const NamedFile& file : files) {
    if (is_one_of(file.path, read)) {
      return tl::unexpected("cannot write " + file.path +
                            ": it was read for this");
    }
    unfinished.push_back(std::make_unique<UnfinishedFile>(file));
    if (!unfinished.back()->write())
      return tl::unexpected(cannot_write(file.path));
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!unfinished[i]->finish())
      return tl::unexpected(cannot_write(files[i].path));
  }
  return {};
}

std::string shown_name(const std::string& path) {
  if (path == "-") return "standard input";
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

}  // namespace parcelwise::cli
