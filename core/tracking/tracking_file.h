// What a carrier gives back once labels are printed: one file with a tracking
// number for each parcel, or lines that the seller pastes. Read by column name,
// whatever the order; which order a row belongs to is settled in
// tracking/tracking.h.
//
// NO LINE OF NAMES  A file that opens with data is read by position where its
// width is that of a layout with both columns (Yamato's 95, 97 or 98,
// and Sagawa's 74) and some row has an order of Amazon's where the layout has
// the shop's own number, with a tracking number, or none yet, in its place; of
// another width as Yamato's, where some row has order, kind of slip and number
// in their places. Any other is told, not guessed at.
//
// FORMS (docs/formats.md 3.1-3.3)  Yamato B2 Cloud's issued data, Sagawa
// e-Hiden III's output, Click Post's result, Yu-Pack Print R's history; and any
// table with a column for the order and one for the number, by the names that
// are known or that the seller tells in a TrackingMapping. LINES  An order's id
// or key and a number, in any order, between them whatever people put there; a
// carrier's name and a day may stand there too. Several orders before one
// number share a parcel.
// A cell that a spreadsheet was kept off by an apostrophe is read without it.
// PARCELS  A row may say which units of an order its number is for: item id and
// quantity, or the parcel of a split order by our key (tracking/split.h). A
// quantity without an item is read in a table of the seller's own; in a
// carrier's form it may count parcels.
// TAKEN  Yu-Pack's 引受予定 is not with the post yet, and 返還 came back
// (docs/carriers.md 3.4): neither is a parcel to confirm, and both are refused.
// DELETED  A slip that its program calls deleted (e-Hiden III's 削除区分 other
// than 0), or a label whose status says so (Pirate Ship's Refunded), is counted
// and never read.
// LIMITS  16 MiB, 200,000 rows, 1,024 columns. UTF-8, UTF-16 with its mark,
// CP932 or windows-1252; tab, comma, semicolon or bar.
//
// A success:
// "お客様管理番号,送り状種類,伝票番号\r\n250-...,0,1234-5678-9013\r\n" -> one
// row of kYamatoB2 with the number 123456789013.
// A failure: "a,b\r\n1,2\r\n" -> TrackingErrorCode::kUnknownColumns with both
// names; "田中,123456789013\r\n" -> kNoHeader. A row that cannot be trusted is
// refused with row, column and text, and never repaired.
#ifndef PARCELWISE_TRACKING_TRACKING_FILE_H_
#define PARCELWISE_TRACKING_TRACKING_FILE_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "files/json_error.h"
#include "report/order_id.h"
#include "text/encoding.h"
#include "time/instant.h"
#include "words/catalogue.h"

namespace parcelwise {

inline constexpr std::size_t kMostTrackingBytes = 16u << 20;
inline constexpr std::size_t kMostTrackingRows = 200'000;

enum class TrackingForm : std::uint8_t {
  kYamatoB2,
  kSagawaEhiden3,
  kClickPost,
  kYuPrint,
  kTable,
  kLines
};
std::string_view tracking_form_id(
    TrackingForm form);  // "yamato-b2", "table", "lines"

// What a column of a carrier's file can mean.
enum class TrackingColumn : std::uint8_t {
  kOrder,
  kNumber,
  kShipped,
  kName,
  kContents,
  kCarrier,
  kService,
  kName2,    // the second line of a recipient's name
  kCompany,  // what stands above the name
  kCompany2,
  kPostalCode,
  kPhone,
  kDeleted,
  kDeletedOn,    // the day of a deletion, beside that or alone
  kLabelStatus,  // whether the label still counts, in words
  kItem,         // order item id
  kQuantity,     // its units under this number
  kPieces,       // beside an item its units; alone perhaps a carrier's parcels
  kStatus,       // Yu-Pack's 集約 and 明細
  kStatusDetail,
  kApplied,  // when the label was bought: Click Post's 申込日時
  kCount
};

// A seller's own word on a file whose names are not known, given once:
//   {"columns": {"受注No": "order", "問合せNo": "number"}, "carrier": "yamato"}
// The meanings: order, number, shipped, name, contents, carrier, postal_code,
// phone, item, quantity. A name that a file lacks says nothing of that file.
// `carrier` is whose numbers they are where no file tells: an id of
// tracking/tracking_number.h, or the marketplace's carrier code.
struct MappedColumn {
  std::string name;    // as the seller spells it
  std::string folded;  // as columns are compared
  TrackingColumn column{};
};
struct TrackingMapping {
  std::vector<MappedColumn> columns;
  std::string carrier;
};
// "" is a mapping of nothing.
//   read_tracking_mapping("{\"columns\":{\"No\":\"order\"}}") -> one column
//   read_tracking_mapping("{\"columns\":{\"No\":\"id\"}}") ->
//     JsonComplaint{"/columns/No", "\"id\"", "one of order number ..."}
tl::expected<TrackingMapping, JsonComplaint> read_tracking_mapping(
    std::string_view json);

// Why a row gives no order its number, or what is odd about one that does.
enum class TrackingNoteCode : std::uint8_t {
  // The row cannot be trusted: refused.
  kBadNumber,
  kExcelDamage,
  kNoNumber,
  kBadDate,
  kBadEncoding,
  kTooManyFields,
  kTooLong,
  kConflict,        // another number for the same order; neither counts
  kSeveralNumbers,  // several for one order, and nobody said for which units
  kWhichUnits,      // for a part of its order, and nobody said for which
  kTooManyUnits,    // more units under numbers than are to be shipped
  kNoSuchItem,      // the order has no such item
  kBadQuantity,
  kNotTaken,     // the carrier does not have it yet
  kCameBack,     // it came back to the sender
  kDeletedSlip,  // its program calls it deleted, and its order has no other
  // The row is sound, but no order is found for it: unmatched.
  kNoKey,            // it names no order
  kUnknownKey,       // what stands there is no order's id or key
  kNoSuchOrder,      // no report has that order
  kNoSuchName,       // no order that may be shipped goes to that name
  kNameTwice,        // several do
  kOtherPostalCode,  // one does, but to another postal code
  kNoPostalCode,     // or the row or the order lacks its postal code
  kOtherPhone,       // or it has another phone number
  kHasNumber,        // one does, and has its number by another row
  kSeveralRows,      // one does, and several rows have different numbers for it
  // A number that counts, but is worth a look: warnings.
  kCheckDigit,    // its last digit does not fit
  kSharedNumber,  // several orders have it that are not one accepted group
};
inline constexpr TrackingNoteCode kFirstUnmatched = TrackingNoteCode::kNoKey;
inline constexpr TrackingNoteCode kFirstWarning = TrackingNoteCode::kCheckDigit;
std::string_view tracking_note_name(TrackingNoteCode code);  // "bad-number"

struct TrackingNote {
  std::string file;
  std::uint32_t row = 0;  // 1 is the file's first line, mostly its header
  TrackingNoteCode code{};
  std::string column;  // as the file spells it; "" where it is the whole row
  std::string value;   // at most 80 bytes
  std::string order;   // the order's id where one is known
  std::string other;   // kBadNumber: the length allowed; kConflict: the other
                       // number; kSharedNumber: the other order; of an
                       // unmatched row its number
};
std::string tracking_note_text(const TrackingNote& note, Language language);

struct TrackingRow {
  std::uint32_t row = 0;
  std::string number;           // plain
  std::vector<OrderId> orders;  // that it names
  bool by_key = false;          // by our key, not by an order's id
  int part = 0;                 // of a split order: the parcel, from 1
  std::string item;             // order item id; "": all of the order
  int quantity = 0;  // units of it, or of the order; 0: all to be shipped
  std::string key;   // the text that should have named one
  std::string name;  // recipient, all of its lines
  std::vector<std::string> name_lines;  // company, department, name, as told
  std::string postal_code, phone;       // as written; "" where not told
  std::string carrier;                  // "" where not known
  std::string service;  // the carrier's own: "ネコポス"; "" where not told
  std::optional<Day> shipped;
  // Where the cell tells a moment with its offset: its day is that of the
  // order's marketplace.
  std::optional<Instant> shipped_at;
  // Several where day, month or a short year can be taken for each other; then
  // unclear_day is the cell, and no day is taken.
  std::vector<Day> days;
  std::string unclear_day;
  std::string applied;  // sorts by time; "" where not told
};

struct TrackingFile {
  std::string file;
  TrackingForm form{};
  Encoding encoding = Encoding::kAscii;
  bool by_name = false;       // it has no column for the order
  bool postal_codes = false;  // it has a column for them
  std::string order_column, number_column,
      name_column;         // as file or layout spells them
  std::uint32_t rows = 0;  // data rows, blank ones included
  std::uint32_t blank = 0;
  std::uint32_t deleted = 0;
  std::vector<TrackingRow> read;      // by row
  std::vector<TrackingNote> refused;  // by row
  std::vector<std::string> lacks;     // columns of the mapping
  // rows = blank + deleted + read + refused
  std::vector<TrackingNote> deleted_rows;  // those that name an order
};

enum class TrackingErrorCode : std::uint8_t {
  kEmpty,
  kTooLarge,
  kTooManyRows,
  kNotTracking,     // no table: one column, or bytes that no text has
  kUnknownColumns,  // a table, but which column is the number or the order?
  kNoHeader,  // a table whose first line is data, and no layout that is known
  kWrongExport,  // of a known program, but a file without tracking numbers
};
std::string_view tracking_error_name(
    TrackingErrorCode code);                               // "unknown-columns"
std::span<const std::string_view> tracking_error_names();  // by the code

struct TrackingError {
  TrackingErrorCode code{};
  std::string file;
  std::string found;  // the first line, at most 80 bytes; "": kNoHeader;
                      // kWrongExport: whose it is, as "yuprint"
  std::vector<std::string> columns;  // kUnknownColumns: the file's own names
};
std::string tracking_error_text(const TrackingError& error, Language language);

// Text that is no table but whose first line names an order is read as lines; a
// wide table is one of these only where some line of it gives a number.
tl::expected<TrackingFile, TrackingError> read_tracking_file(
    std::string file, std::string_view bytes, const TrackingMapping& mapping);

// UTF-8. Lines with a header that is known are read as a table.
tl::expected<TrackingFile, TrackingError> read_tracking_lines(
    std::string file, std::string_view text, const TrackingMapping& mapping);

// An order as people and programs write it: its id, with or without hyphens, or
// its key (tracking/shipment_key.h), full-width or not, behind an apostrophe or
// not.
//   "２５０－１２３４５６７－１２３４５６７", "25012345671234567" ->
//   250-1234567-1234567
std::optional<OrderId> written_order(std::string_view utf8);

}  // namespace parcelwise

#endif  // PARCELWISE_TRACKING_TRACKING_FILE_H_
