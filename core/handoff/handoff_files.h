// What every file that leaves has in common: its bytes, the rows that could not
// be written, and the limits that make one file several.
//
// Nothing is ever cut short or replaced by "?": a row that does not fit its
// target is left out whole and noted with order, column, text and remedy.
#ifndef PARCELWISE_HANDOFF_HANDOFF_FILES_H_
#define PARCELWISE_HANDOFF_HANDOFF_FILES_H_

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "report/wording.h"
#include "words/catalogue.h"

namespace parcelwise {

// Something about one row for a person to read.
struct RowNote {
  std::string order;  // its id
  std::string
      column;  // of the target, or of the report that should have filled it
  std::string value;  // the offending text
  // What is wrong: a text below "handoff/left_out" (the row is in no file) or
  // "handoff/warnings" (it is written, but worth a look).
  std::string_view why;
  std::string
      limit;  // what the target allows: "16", "300,000"; "" where it has none
};

// What is wrong and what to do, in one sentence.
//   left_out_text({"250-...", "item-price-adj", "1" + twenty zeros, "too-long",
//   "20"}, ...)
std::string left_out_text(const RowNote& note, Language language);
std::string warning_text(const RowNote& note, Language language);

struct HandoffFile {
  std::string name;   // "adjustments.txt", "adjustments-2.txt"
  std::string bytes;  // ready for its target
  // "amazon.de", where the files are one for each sales channel; it stands in
  // the name too.
  std::string channel = {};
};

struct HandoffFiles {
  std::vector<HandoffFile> files;
  std::vector<RowNote> left_out;  // rows that are in none of them
  std::vector<RowNote>
      warnings;          // rows that are, and that a person should look at
  std::size_t rows = 0;  // written, over all files
};

// The limits of one target file. Amazon's upload: below 10 MiB (10,485,760
// bytes) and 30,000 rows (docs/formats.md 2); a carrier's own stand in its
// layout.
struct FileLimits {
  std::size_t most_bytes = 10u << 20;  // a file stays below
  std::size_t most_rows = 30'000;
};

// Rows into as few files as the limits allow, each opened by the same head.
// Rows that belong together stay in one file, unless no file can hold them.
//   1,001 rows at 1,000 a file -> "b2.csv" with 1,000, "b2-2.csv" with 1
class RowFiles {
 public:
  // `name` and `ending` as in "adjustments" and ".txt".
  RowFiles(std::string_view name, std::string_view ending, std::string head,
           FileLimits limits);

  void add(std::span<const std::string> together);

  std::size_t rows() const { return rows_; }
  // No rows, no file.
  std::vector<HandoffFile> finish() { return std::move(files_); }

 private:
  bool has_room(std::size_t rows, std::size_t bytes) const;

  std::string name_, ending_, head_;
  FileLimits limits_;
  std::vector<HandoffFile> files_;
  std::size_t rows_in_file_ = 0;
  std::size_t rows_ = 0;
};

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_HANDOFF_FILES_H_
