// Tests core/cli/report_slices.cc and SharedFile: however a file is shared out,
// its report and its errors are those of one thread.
#include "cli/report_slices.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/files.h"
#include "report/report_text.h"

namespace parcelwise::cli {
namespace {

// A file of the test's own, gone after it.
class OwnFile {
 public:
  explicit OwnFile(std::string_view bytes) {
    char name[] = "/tmp/parcelwise-XXXXXX";
    const int made = mkstemp(name);
    if (made >= 0) close(made);
    path_ = name;
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~OwnFile() { std::remove(path_.c_str()); }
  OwnFile(const OwnFile&) = delete;
  OwnFile& operator=(const OwnFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string told(const std::string& path, const Slicing& slicing) {
  const ReadOptions options;
  ReportReader reader("orders.txt", options);
  const auto read = feed_report(path, options, slicing, reader);
  if (!read) return read.error();
  const auto report = reader.finish();
  if (!report) {
    return std::to_string(static_cast<int>(report.error().code)) +
           report.error().found;
  }
  return dump(*report) + std::to_string(report->fingerprint);
}

// One order each, of so many lines.
std::string orders(int count, int lines) {
  ReportText report = ReportText::pending_orders();
  for (int i = 0; i < count * lines; ++i) {
    report.row(
        {{"order-id", "250-1234567-" + std::to_string(1000000 + i / lines)},
         {"order-item-id", std::to_string(20000000000 + i)},
         {"sku", "SKU-" + std::to_string(i % 77)}});
  }
  return report.text();
}

TEST(ReportSlices, whoever_reads_it_a_file_is_one_report) {
  struct Case {
    const char* name;
    std::string bytes;
  };
  std::string spoilt = orders(1500, 1);
  for (std::size_t i = 999; i < spoilt.size(); i += 9999) spoilt[i] = '\n';
  const Case cases[] = {
      {"orders of one line", orders(1500, 1)},
      {"orders of two lines", orders(1200, 2)},
      {"one order alone", orders(1, 900)},
      {"fewer orders than tell the marketplace", orders(300, 1)},
      {"rows broken here and there", spoilt},
      {"a file cut off", orders(1500, 1).substr(0, 120'000)},
      {"a header alone", orders(0, 1)},
      {"nothing", ""},
      {"a long line that is no report", std::string(90'000, 'x')},
      {"a photo", "\xFF\xD8\xFF" + std::string(90'000, '\0')},
      {"in commas", golden_bytes("comma-quoted.csv")},
      {"in UTF-16", golden_bytes("utf16le.txt")},
      {"a settlement", golden_bytes("settlement-jp.txt")},
  };
  for (const Case& row : cases) {
    const OwnFile file(row.bytes);
    const std::string once = told(file.path(), {});
    for (const std::size_t threads : {2u, 3u, 8u}) {
      for (const std::uint64_t least : {1'000u, 20'000u, 1u << 20}) {
        EXPECT_EQ(told(file.path(), {threads, least}) == once, true)
            << row.name << ", " << threads << " threads, slices of " << least;
      }
    }
  }
}

TEST(ReportSlices, a_file_that_cannot_be_read_is_told_of_alike) {
  for (const char* const path : {"/tmp/parcelwise/is not there", "/tmp"}) {
    const std::string once = told(path, {});
    EXPECT_TRUE(once.starts_with("cannot read " + std::string(path) + ": "));
    EXPECT_EQ(told(path, {4, 1000}), once);
  }
}

TEST(SharedFile, hands_over_bytes_from_any_place) {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes += std::to_string(i);
  const OwnFile file(bytes);
  const auto shared = SharedFile::open(file.path());
  ASSERT_NE(shared, nullptr);
  EXPECT_EQ(shared->size(), bytes.size());
  struct Case {
    std::uint64_t begin, end, stops;
  };
  const std::uint64_t size = bytes.size();
  const Case cases[] = {{0, size, size},
                        {7, 300'000, 300'000},
                        {size - 3, UINT64_MAX, size},
                        {size, size + 9, size},
                        {5, 5, 5}};
  for (const Case& row : cases) {
    std::string taken;
    const auto stopped =
        shared->read(row.begin, row.end, [&](std::string_view more) {
          taken.append(more);
          return true;
        });
    ASSERT_TRUE(stopped.has_value());
    EXPECT_EQ(*stopped, row.stops);
    EXPECT_EQ(taken == bytes.substr(row.begin, row.stops - row.begin), true);
  }
  const auto refused =
      shared->read(9, size, [](std::string_view) { return false; });
  EXPECT_EQ(refused.value_or(0), 9u);
}

TEST(SharedFile, is_a_file_with_places) {
  for (const char* const path : {"-", "/dev/null", "/tmp", "/tmp/not there"})
    EXPECT_EQ(SharedFile::open(path), nullptr) << path;
}

}  // namespace
}  // namespace parcelwise::cli
