// Any bytes as a carrier's file and as pasted lines: they are refused with a
// reason, or every data row is blank, read or refused, and what is read has a
// number that Amazon takes and texts in UTF-8. Nothing is thrown.
#include <string>

#include "require.h"
#include "text/encoding.h"
#include "tracking/tracking_file.h"
#include "tracking/tracking_number.h"
#include "tracking/upload_result.h"

namespace {

using namespace parcelwise;

void hold(const TrackingError& error) {
  REQUIRE(is_valid_utf8(error.found) && error.found.size() <= 80);
  REQUIRE(error.columns.size() <= 200);
  for (const std::string& column : error.columns)
    REQUIRE(is_valid_utf8(column));
  REQUIRE(!tracking_error_text(error, Language::kJapanese).empty());
}

void hold(const TrackingFile& file) {
  REQUIRE(file.rows ==
          file.blank + file.deleted + file.read.size() + file.refused.size());
  std::uint32_t before = 0;
  for (const TrackingRow& row : file.read) {
    REQUIRE(row.row > before);
    before = row.row;
    REQUIRE(number_fault(row.number, row.carrier) == NumberFault::kNone);
    REQUIRE(row.number.size() <= kLongestTrackingNumber);
    for (const OrderId& order : row.orders)
      REQUIRE(OrderId::parse(order.text()) == order);
    for (const std::string* const text :
         {&row.key, &row.name, &row.carrier, &row.service}) {
      REQUIRE(is_valid_utf8(*text));
    }
    REQUIRE(!row.shipped || *row.shipped >= day_of({2000, 1, 1}));
  }
  for (const TrackingNote& note : file.refused) {
    REQUIRE(note.row > 0 && note.code < kFirstUnmatched);
    REQUIRE(is_valid_utf8(note.value) && is_valid_utf8(note.column));
    REQUIRE(!tracking_note_text(note, Language::kItalian).empty());
  }
}

void hold(const tl::expected<TrackingFile, TrackingError>& read) {
  if (read) {
    hold(*read);
  } else {
    hold(read.error());
  }
}

void hold(const tl::expected<UploadResult, UploadResultError>& read) {
  if (!read) {
    REQUIRE(!upload_result_error_text(read.error(), "r", Language::kEnglish)
                 .empty());
    return;
  }
  for (const UploadRow& row : read->rows) {
    for (const std::string* const text : {&row.record, &row.order_id, &row.item,
                                          &row.code, &row.type, &row.message}) {
      REQUIRE(is_valid_utf8(*text));
    }
    REQUIRE(!upload_meaning(row, Language::kJapanese).empty());
    REQUIRE(!upload_advice(row, Language::kItalian).empty());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  bool threw = false;
  try {
    const auto mapping = read_tracking_mapping(bytes);
    hold(read_tracking_file("x.csv", bytes,
                            mapping ? *mapping : TrackingMapping{}));
    hold(read_upload_result("r.txt", bytes));
    if (is_valid_utf8(bytes)) {
      hold(read_tracking_lines("lines", bytes, {{}, "yamato"}));
    }
  } catch (...) {
    threw = true;
  }
  REQUIRE(!threw);
  return 0;
}
