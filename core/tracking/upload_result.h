// Amazon's answer to an uploaded file, its processing report: which lines were
// refused, and what is to be done about each (docs/marketplaces.md 2).
//
// SHAPE  The summary is in the account's language, so it is known by its shape:
// a first line that ends in a colon, two lines that begin with a tab and end in
// a number, a blank line, and, unless nothing failed, a table whose first
// column is original-record-number; its columns are found by name. UTF-8,
// UTF-16 with its mark, CP932 or windows-1252.
// MEANING  Known codes are data (data/amazon/upload-results.json). An unknown
// one is shown in Amazon's words: an Error refused its line, a Fatal one the
// whole file, and of a Warning nobody knows. No order was confirmed because a
// result does not name it: only the next unshipped report tells.
// LIMITS  16 MiB, 200,000 rows.
//
// A failure: a result of listings, with sku for an order -> kListings; XML ->
// kXml; a workbook -> kWorkbook; anything else -> kNone.
#ifndef PARCELWISE_TRACKING_UPLOAD_RESULT_H_
#define PARCELWISE_TRACKING_UPLOAD_RESULT_H_

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "report/order_id.h"
#include "text/encoding.h"
#include "words/catalogue.h"

namespace parcelwise {

enum class UploadOutcome : std::uint8_t {
  kRefused,      // this line did nothing
  kFileRefused,  // nothing of the file was looked at
  kUnknown       // the next report tells
};
std::string_view upload_outcome_name(UploadOutcome outcome);  // "file-refused"

struct UploadRow {
  std::uint32_t row = 0;         // of the result, 1 its first line
  std::string record;            // Amazon's own count; "0" is the file itself
  std::string order_id;          // as it stands there
  std::optional<OrderId> order;  // nullopt where that is none
  std::string item;              // order item id; "" for all of the order
  std::string code, type, message;
  bool known = false;  // the code is one that is told of
  UploadOutcome outcome{};
  // The line may be sent again, once it is mended: no error of it says that it
  // may be done already.
  bool again = false;
  bool warning = false;  // of Amazon's type Warning
};
// What a row means, and what to do; Amazon's own words where the code is not
// known.
std::string upload_meaning(const UploadRow& row, Language language);
std::string upload_advice(const UploadRow& row, Language language);

// What a result tells of one line of the upload; its warnings refuse nothing
// and are not heard.
struct UploadLine {
  std::string item;     // order item id; "" for all of the order
  std::string record;   // Amazon's own count; "" where it is not told
  bool again = false;   // it may be sent again
  std::string message;  // all that is said of it
};

struct UploadResult {
  std::string file;
  Encoding encoding{};
  std::int64_t processed = 0, successful = 0;  // records, not orders
  std::vector<UploadRow> rows;

  // By order; the lines of one as they are told first.
  std::map<OrderId, std::vector<UploadLine>> lines() const;
  bool whole_file() const;  // all of it was refused
  // How many records were not successful without a word on which they are.
  std::int64_t untold() const;
};

enum class UploadResultError : std::uint8_t {
  kNone,
  kListings,
  kXml,
  kWorkbook,
  kTooLarge
};
std::string upload_result_error_text(UploadResultError error,
                                     const std::string& file,
                                     Language language);

tl::expected<UploadResult, UploadResultError> read_upload_result(
    std::string file, std::string_view bytes);

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_UPLOAD_RESULT_H_
