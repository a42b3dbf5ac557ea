// What is in one cell: counts, answers and amounts as all of Amazon's files
// write them (docs/formats.md 1.5, 1.6), and a row's cells by column.
#ifndef PARCELWISE_REPORT_CELLS_H_
#define PARCELWISE_REPORT_CELLS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tl/expected.hpp>

#include "money/money.h"
#include "report/columns.h"
#include "report/report.h"
#include "report/splitter.h"
#include "time/instant.h"

namespace parcelwise {

// Kept out of the places that trim: nearly none comes here.
[[gnu::noinline]] std::string_view trim_ends(std::string_view text);

// Without the spaces and stray CRs around it. Here for speed: every cell is,
// and nearly none has any.
inline std::string_view trim(std::string_view text) {
  constexpr unsigned char kSpace = ' ';  // a CR is below it
  const bool plain =
      text.empty() || (static_cast<unsigned char>(text.front()) > kSpace &&
                       static_cast<unsigned char>(text.back()) > kSpace);
  return plain ? text : trim_ends(text);
}

// `lower` is in lower case; ASCII letters only are folded.
bool equals_ignoring_case(std::string_view text, std::string_view lower);
bool begins_ignoring_case(std::string_view text, std::string_view lower);

// The word of `shipment-status` of an order that is to be skipped
// (docs/formats.md 1.8).
bool label_cancelled(std::string_view shipment_status);

// "true", "Y", "yes", "1" and their contraries in any case; else kUntold.
YesNo read_answer(std::string_view text);

// 0 to 999,999,999, digits alone.
std::optional<std::int32_t> read_count(std::string_view text);

// A cell of days-past-promise, of at most 4 digits.
//   read_day_count("-1") -> -1; ("12") -> 12; ("+1") -> nullopt
std::optional<int> read_day_count(std::string_view text);

// How many digits a postal code has in a country ("DE") whose codes are digits
// alone, so many always, and may begin with 0; else 0.
std::size_t postal_digits(std::string_view country);

// Digits that a spreadsheet or a program has taken for a number or marked as
// text: 2134.0, '02134, ="02134", 1.3E+06.
bool is_number_of_spreadsheet(std::string_view text);

// An amount in thousandths. A decimal comma is read where nothing else can be
// meant.
//   read_thousandths("-19.8"), ("-19,80"), ("-19,8")  -> -19800
//   read_thousandths("1,980")                         -> kNotANumber
tl::expected<std::int64_t, AmountError> read_thousandths(std::string_view text);

// Three digits behind a point: in a currency of fewer decimals these may be
// thousands, as a store with a decimal comma writes them.
//   "1.200", "-12.000" -> true; "0.500", "1234.000", "1.20" -> false
bool may_be_thousands(std::string_view text);

// A date of a returns report: "05-Nov-2026" with an English month in any case,
// or what parse_stamp reads.
//   read_return_date("05-Nov-2026")->day  -> 2026-11-05
//   read_return_date("5-Nov-26")          -> DateError::kSpreadsheet
tl::expected<Stamp, DateError> read_return_date(std::string_view text);

// 2100-01-01: holidays are computed until then, and a deadline counted from a
// date before it still fits 32 bits. 9999-12-31 is no date to ship by.
inline constexpr std::int64_t kFirstFarSecond = 4'102'444'800;

// A date as a part holds it (OrderPart::date, offset).
struct PackedDate {
  std::uint32_t date = 0;
  std::int8_t offset = 0;
};

// nullopt where a part holds none: before 1970, from 2100 on, or of an offset
// that no zone has.
inline std::optional<PackedDate> pack_date(const Stamp& stamp) {
  const std::int64_t seconds = stamp.at.unix_seconds;
  if (stamp.offset_minutes % 15 != 0) return std::nullopt;
  if (stamp.date_only) {
    const std::int32_t day = stamp.day.since_epoch;
    if (day <= 0 || day >= kFirstFarSecond / kSecondsPerDay)
      return std::nullopt;
    return PackedDate{static_cast<std::uint32_t>(day), OrderPart::kDayAlone};
  }
  if (seconds <= 0 || seconds >= kFirstFarSecond) return std::nullopt;
  return PackedDate{static_cast<std::uint32_t>(seconds),
                    static_cast<std::int8_t>(stamp.offset_minutes / 15)};
}

// Whether a date's text, which was read as the stamp, is what its packed form
// gives again: "2026-11-20T14:59:59+00:00", "2026-11-20". Another is kept.
inline bool is_canonical_date(std::string_view text, const Stamp& stamp) {
  return stamp.date_only
             ? text.size() == 10
             : text.size() == 25 && text[10] == 'T' && text[22] == ':' &&
                   (text[19] == '+' ||
                    (text[19] == '-' && stamp.offset_minutes != 0));
}

// The cells of a row, by column; "" where the row or the file lacks it. Valid
// as long as the row is.
struct RowCells {
  const Header& header;
  const RowView& row;
  std::string_view operator[](Column column) const {
    const std::int16_t at = header.position[static_cast<std::size_t>(column)];
    if (at < 0 || static_cast<std::size_t>(at) >= row.size()) return {};
    return trim(row[static_cast<std::size_t>(at)]);
  }
};

// The columns of LineMoney, in its order.
inline constexpr std::size_t kMoneyColumns = 8;
constexpr Column money_column(std::size_t i) {
  return static_cast<Column>(static_cast<std::size_t>(Column::kItemPrice) + i);
}
static_assert(money_column(kMoneyColumns - 1) ==
              Column::kShipPromotionDiscount);

// Why a row is rejected: the cell at fault. The value is valid as long as the
// row is.
struct BadCell {
  RejectCode code{};
  Column column{};
  std::string_view value;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_CELLS_H_
