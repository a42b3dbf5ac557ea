// A carrier's table to rows; see tracking/tracking_table.h.
#include "tracking/tracking_table.h"

#include <algorithm>
#include <array>

#include "files/json_reader.h"
#include "policy/carrier_services.h"
#include "report/splitter.h"
#include "text/shortened.h"
#include "text/trim.h"
#include "tracking/tracking_cells.h"
#include "tracking/tracking_columns.h"
#include "tracking/tracking_number.h"

namespace parcelwise {
namespace {

constexpr std::size_t kMostColumns = 1'024;
constexpr std::size_t kLongestCell = 1'000;

bool is_blank(const RowView& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!trimmed_cell(row[i]).empty()) return false;
  }
  return true;
}

TrackingNoteCode code_of(NumberFault fault) {
  switch (fault) {
    case NumberFault::kSpreadsheet:
      return TrackingNoteCode::kExcelDamage;
    case NumberFault::kBlank:
      return TrackingNoteCode::kNoNumber;
    case NumberFault::kNone:
    case NumberFault::kWrong:
      return TrackingNoteCode::kBadNumber;
  }
  return TrackingNoteCode::kBadNumber;
}

// What no column is called: an order, a day, a number of seven digits or more.
bool is_data(std::string_view cell) {
  if (written_order(cell) ||
      !read_ship_days(narrow_capitals(cell)).readings().empty()) {
    return true;
  }
  const std::string plain = plain_number(cell);
  return plain.size() >= 7 &&
         plain.find_first_not_of("0123456789") == std::string::npos;
}

class TableReader : private RowSink {
 public:
  TableReader(TrackingFile& file, const TrackingMapping& mapping)
      : file_(file), mapping_(mapping) {}

  // Of a file that has no names of its own.
  TableReader(TrackingFile& file, const TrackingMapping& mapping,
              std::vector<std::string> names, bool whole)
      : TableReader(file, mapping) {
    whole_ = whole;
    start(match_columns(std::move(names), {}));
  }

  std::size_t width() const { return width_; }  // of the first line

  // Whether some row names an order and has a number of the carrier's, or none
  // yet; in part of a layout a number, and a kind of slip beside it.
  bool certain() const { return certain_; }

  std::optional<TrackingError> read(std::string_view bytes) {
    const char mark = separator_of(bytes);
    std::string turned;
    if (mark == '|' && file_.encoding == Encoding::kCp932) {
      append_utf8(bytes, file_.encoding, turned);  // where '|' ends characters
      file_.encoding = Encoding::kUtf8;
      bytes = turned;
    }
    Splitter splitter(mark == '\t' ? Delimiter::kTab : Delimiter::kComma, *this,
                      mark);
    splitter.feed(bytes);
    splitter.finish();
    if (error_) return std::move(error_);
    if (!header_read_)
      return TrackingError{TrackingErrorCode::kEmpty, file_.file, {}, {}};
    settle_days();
    return std::nullopt;
  }

 private:
  // Of the first line that says something: a tab wherever there is one, else
  // what stands there most often.
  static char separator_of(std::string_view bytes) {
    const std::size_t first = bytes.find_first_not_of("\r\n");
    if (first == std::string_view::npos) return '\t';
    bytes.remove_prefix(first);
    const std::string_view line = bytes.substr(0, bytes.find_first_of("\r\n"));
    if (line.find('\t') != std::string_view::npos) return '\t';
    char best = ',';
    for (const char mark : {';', '|'}) {
      if (std::count(line.begin(), line.end(), mark) >
          std::count(line.begin(), line.end(), best)) {
        best = mark;
      }
    }
    return best;
  }

  std::string decoded(std::string_view bytes) const {
    std::string text;
    append_utf8(bytes, file_.encoding, text);
    return text;
  }

  void row(const RowView& row) override {
    const std::uint32_t number = next_row_;
    next_row_ += row.lines;
    if (error_) return;
    if (!header_read_) {
      if (!is_blank(row)) read_header(row);
      return;
    }
    if (++file_.rows > kMostTrackingRows) {
      error_ = {TrackingErrorCode::kTooManyRows, file_.file, {}, {}};
      return;
    }
    if (is_blank(row)) {
      ++file_.blank;
      return;
    }
    read_row(row, number);
  }

  // Nothing that a carrier prints names a shipment as its own column does.
  bool begins_row(std::string_view bytes, char comma) const override {
    return columns_.has(TrackingColumn::kOrder) &&
           written_order(
               without_apostrophe(trimmed_cell(plain_field(
                   bytes, comma, columns_.of(TrackingColumn::kOrder)))))
               .has_value();
  }

  void read_header(const RowView& row) {
    header_read_ = true;
    width_ = row.size();
    std::vector<std::string> names;
    for (std::size_t i = 0; i < row.size() && i < kMostColumns; ++i) {
      names.emplace_back(trimmed_cell(decoded(row[i])));
    }
    std::string found;
    for (const std::string& name : names) {
      if (found.size() > 100) break;
      if (!found.empty()) found += ", ";
      found += name;
    }
    found = shortened(std::move(found));
    bool text = names.size() >= 2;
    for (const char c : found)
      text = text && static_cast<unsigned char>(c) >= 0x20;
    if (!text) {
      for (char& c : found) {
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
      }
      error_ = {
          TrackingErrorCode::kNotTracking, file_.file, std::move(found), {}};
      return;
    }
    TrackingColumns columns = match_columns(std::move(names), mapping_);
    if (columns.enough()) return start(std::move(columns));
    if (std::any_of(columns.names.begin(), columns.names.end(), is_data)) {
      error_ = {TrackingErrorCode::kNoHeader, file_.file, {}, {}};
      return;
    }
    if (const std::string_view whose = export_without_numbers(columns);
        !whose.empty()) {
      error_ = {
          TrackingErrorCode::kWrongExport, file_.file, std::string(whose), {}};
      return;
    }
    std::vector<std::string> reported;
    for (const std::string& name : columns.names) {
      if (!name.empty() && reported.size() < 200)
        reported.push_back(shortened(name));
    }
    error_ = {TrackingErrorCode::kUnknownColumns, file_.file, std::move(found),
              std::move(reported)};
  }

  void start(TrackingColumns columns) {
    header_read_ = true;
    columns_ = std::move(columns);
    if (file_.form != TrackingForm::kLines) file_.form = form_of(columns_);
    file_.by_name = !columns_.has(TrackingColumn::kOrder);
    file_.order_column = columns_.name(file_.by_name ? TrackingColumn::kContents
                                                     : TrackingColumn::kOrder);
    file_.number_column = columns_.name(TrackingColumn::kNumber);
    file_.name_column = columns_.name(TrackingColumn::kName);
    file_.postal_codes = columns_.has(TrackingColumn::kPostalCode);
    carrier_ = carrier_of(form_of(columns_));
    if (carrier_.empty()) carrier_ = mapping_.carrier;
    units_alone_ = form_of(columns_) == TrackingForm::kTable ||
                   std::any_of(mapping_.columns.begin(), mapping_.columns.end(),
                               [](const MappedColumn& its) {
                                 return its.column == TrackingColumn::kQuantity;
                               });
    for (const MappedColumn& mapped : mapping_.columns) {
      if (!columns_.calls(mapped.folded)) file_.lacks.push_back(mapped.name);
    }
  }

  void read_row(const RowView& row, std::uint32_t number) {
    if (row.too_long) {
      return refuse(file_, number, TrackingNoteCode::kTooLong, "",
                    decoded(row[0]));
    }
    for (std::size_t i = columns_.names.size(); i < row.size(); ++i) {
      if (!trimmed_cell(row[i]).empty()) {
        return refuse(file_, number, TrackingNoteCode::kTooManyFields, "",
                      decoded(row[i]));
      }
    }
    std::array<std::string, kTrackingColumns> cells;
    for (std::size_t c = 0; c < kTrackingColumns; ++c) {
      const auto column = static_cast<TrackingColumn>(c);
      if (!columns_.has(column) || columns_.of(column) >= row.size()) continue;
      std::string text;
      const bool readable =
          append_utf8(row[columns_.of(column)], file_.encoding, text);
      const bool bad = !readable || text.find('\0') != std::string::npos;
      if (bad || text.size() > kLongestCell) {
        return refuse(
            file_, number,
            bad ? TrackingNoteCode::kBadEncoding : TrackingNoteCode::kTooLong,
            columns_.name(column), bad ? shown(text) : text);
      }
      cells[c] = std::string(trimmed_cell(text));
    }
    const auto cell = [&cells](TrackingColumn column) -> const std::string& {
      return cells[static_cast<std::size_t>(column)];
    };
    TrackingRow read;
    read.row = number;
    read.carrier = cell(TrackingColumn::kCarrier).empty()
                       ? carrier_
                       : carrier_named(cell(TrackingColumn::kCarrier));
    if (carrier_ == "yamato")
      read.service = service_of(carrier_, cell(TrackingColumn::kService));
    if (file_.form == TrackingForm::kClickPost) read.service = "クリックポスト";
    read.key = without_apostrophe(cell(TrackingColumn::kOrder));
    read.postal_code = without_apostrophe(cell(TrackingColumn::kPostalCode));
    read.phone = without_apostrophe(cell(TrackingColumn::kPhone));
    for (const TrackingColumn column :
         {TrackingColumn::kCompany, TrackingColumn::kCompany2,
          TrackingColumn::kName, TrackingColumn::kName2}) {
      if (cell(column).empty()) continue;
      read.name_lines.push_back(cell(column));
      if (!read.name.empty()) read.name += ' ';
      read.name += cell(column);
    }
    if (file_.by_name) {
      read_contents(cell(TrackingColumn::kContents), read);
    } else if (const auto order = written_order(read.key)) {
      read.orders.push_back(*order);
      read.by_key = !names_by_id(read.key);
      read.part = written_part(read.key);
    }
    for (const TrackingColumn column :
         {TrackingColumn::kDeleted, TrackingColumn::kDeletedOn,
          TrackingColumn::kLabelStatus}) {
      const bool gone = column == TrackingColumn::kLabelStatus
                            ? gives_up(cell(column))
                            : is_deleted(cell(column));
      if (!gone) continue;
      ++file_.deleted;
      if (!read.orders.empty()) {
        file_.deleted_rows.push_back(
            {file_.file, number, TrackingNoteCode::kDeletedSlip,
             columns_.name(column), shortened(cell(column)),
             read.orders.front().text(),
             plain_number(cell(TrackingColumn::kNumber))});
      }
      return;
    }
    if (const TrackingNoteCode code = status_of(
            cell(TrackingColumn::kStatus), cell(TrackingColumn::kStatusDetail));
        code != TrackingNoteCode::kNoKey) {
      refuse(file_, number, code, columns_.name(TrackingColumn::kStatus),
             cell(TrackingColumn::kStatus),
             plain_number(cell(TrackingColumn::kNumber)));
      if (!read.orders.empty())
        file_.refused.back().order = read.orders.front().text();
      return;
    }
    read.item = without_apostrophe(cell(TrackingColumn::kItem));
    if (is_scientific(read.item)) {
      return refuse(file_, number, TrackingNoteCode::kExcelDamage,
                    columns_.name(TrackingColumn::kItem), read.item);
    }
    const bool pieces = !columns_.has(TrackingColumn::kQuantity);
    const TrackingColumn counted =
        pieces ? TrackingColumn::kPieces : TrackingColumn::kQuantity;
    if (const std::string_view quantity = without_apostrophe(cell(counted));
        !quantity.empty() &&
        (!read.item.empty() || (units_alone_ && !pieces))) {
      // No sign and no hyphen is passed over: -1 is not 1, and 2-1 not 21.
      const auto units = read_number(narrow_capitals(quantity), 0, kMostUnits);
      if (!units || *units == 0) {
        return refuse(file_, number, TrackingNoteCode::kBadQuantity,
                      columns_.name(counted), quantity);
      }
      read.quantity = static_cast<int>(*units);
    }
    read.applied = sortable(cell(TrackingColumn::kApplied));
    if (read.orders.empty() && is_scientific(read.key)) {
      return refuse(file_, number, TrackingNoteCode::kExcelDamage,
                    file_.order_column, read.key);
    }
    const std::string_view day =
        without_apostrophe(cell(TrackingColumn::kShipped));
    if (!day.empty()) {
      const ShipDays days = read_ship_days(narrow_capitals(day));
      read.days = days.readings();
      if (read.days.empty()) {
        return refuse(file_, number, TrackingNoteCode::kBadDate,
                      columns_.name(TrackingColumn::kShipped), day);
      }
      if (!days.year_first) {
        day_first_ = day_first_ || !days.month_first;
        month_first_ = month_first_ || !days.day_first;
      }
      if (const auto stamp = parse_stamp(day); stamp && !stamp->date_only)
        read.shipped_at = stamp->at;
      if (read.days.size() == 1) {
        read.shipped = read.days.front();
      } else {
        read.unclear_day = shortened(day);
      }
    }
    const std::string written(
        without_apostrophe(cell(TrackingColumn::kNumber)));
    const NumberFault fault = cell_fault(written, read.carrier);
    const bool fits =
        whole_ ? fault == NumberFault::kNone || fault == NumberFault::kBlank
               : fault == NumberFault::kNone &&
                     cell(TrackingColumn::kService).size() == 1;
    certain_ = certain_ || (fits && !read.orders.empty());
    keep(file_, std::move(read), written, file_.number_column);
  }

  // What one row of a file tells of its order of day and month, all do.
  void settle_days() {
    if (day_first_ == month_first_) return;
    for (TrackingRow& row : file_.read) {
      if (row.days.size() < 2) continue;
      const ShipDays days = read_ship_days(narrow_capitals(row.unclear_day));
      const auto day = day_first_ ? days.day_first : days.month_first;
      if (!day) continue;
      row.shipped = day;
      row.days.assign(1, *day);
      row.unclear_day.clear();
    }
  }

  // Yu-Pack's states (docs/carriers.md 3.4); kNoKey for one of no concern.
  static TrackingNoteCode status_of(const std::string& status,
                                    const std::string& detail) {
    const std::string code = plain_number(without_apostrophe(status));
    const std::string more = plain_number(without_apostrophe(detail));
    if (code == "10") return TrackingNoteCode::kNotTaken;
    if (code == "62" || (code == "52" && more == "34"))
      return TrackingNoteCode::kCameBack;
    return TrackingNoteCode::kNoKey;
  }

  // Its numbers, each of two digits or more: "2026/7/27 9:05" ->
  // "202607270905".
  static std::string sortable(const std::string& text) {
    std::string sorted, digits;
    for (const char c : narrow_capitals(text) + " ") {
      if (c >= '0' && c <= '9') {
        digits += c;
        continue;
      }
      if (!digits.empty()) sorted += digits.size() == 1 ? "0" + digits : digits;
      digits.clear();
    }
    return sorted;
  }

  // e-Hiden III's 削除区分 is 0 where the slip lives; its other codes are
  // documented nowhere (docs/carriers.md 3.2). A day of deletion speaks, too,
  // whatever stands there; some programs write none as 0000/00/00.
  static bool is_deleted(std::string_view cell) {
    const std::string text = narrow_capitals(without_apostrophe(cell));
    for (const std::string_view no :
         {"FALSE", "NO", "N", "NEIN", "NON", "なし", "無"}) {
      if (text == no) return false;
    }
    return text.find_first_not_of("0/-") != std::string::npos;
  }

  // A label that was bought and given back: "Refunded", "Voided",
  // "キャンセル済".
  static bool gives_up(std::string_view cell) {
    const std::string text = narrow_capitals(cell);
    for (const std::string_view word :
         {"REFUND", "VOID", "CANCEL", "DELET", "STORN", "ANNUL", "ANUL",
          "ELIMINAT", "ELIMINAD", "SUPPRIM", "GELÖSCHT", "GELöSCHT", "取消",
          "取り消", "キャンセル", "返金", "無効", "削除"}) {
      if (text.find(word) != std::string::npos) return true;
    }
    return false;
  }

  // Click Post has no field for the order; a seller may have its key printed
  // among the goods.
  static void read_contents(std::string_view contents, TrackingRow& read) {
    const std::string text = narrow_capitals(contents);
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      if (const auto order =
              written_order(std::string_view(text).substr(at, end - at))) {
        read.orders.push_back(*order);
        read.key = text.substr(at, end - at);
        read.by_key = !names_by_id(read.key);
        read.part = written_part(read.key);
        return;
      }
      at = end + 1;
    }
  }

  static std::string shown(std::string text) {
    std::erase(text, '\0');
    return text;
  }

  TrackingFile& file_;
  const TrackingMapping& mapping_;
  TrackingColumns columns_;
  std::string carrier_;
  std::optional<TrackingError> error_;
  bool header_read_ = false;
  bool certain_ = false;
  bool whole_ = false;        // it has all columns of the layout
  bool units_alone_ = false;  // a quantity is one of units without an item, too
  bool day_first_ = false, month_first_ = false;  // some day can only be so
  std::size_t width_ = 0;
  std::uint32_t next_row_ = 1;
};

}  // namespace

void refuse(TrackingFile& file, std::uint32_t row, TrackingNoteCode code,
            std::string column, std::string_view value, std::string other) {
  file.refused.push_back({file.file,
                          row,
                          code,
                          std::move(column),
                          shortened(value),
                          {},
                          std::move(other)});
}

void keep(TrackingFile& file, TrackingRow row, std::string_view written,
          const std::string& column) {
  row.number = plain_number(written);
  const NumberFault fault = cell_fault(written, row.carrier);
  if (fault != NumberFault::kNone) {
    refuse(file, row.row, code_of(fault), column, written,
           number_limit(row.carrier));
    return;
  }
  file.read.push_back(std::move(row));
}

Encoding tracking_encoding(std::string_view bytes) {
  if (is_ascii(bytes)) return Encoding::kAscii;
  if (is_valid_utf8(bytes)) return Encoding::kUtf8;
  const Cp932Look look = look_as_cp932(bytes);
  // A byte that CP932 lacks costs its row, not the file.
  return look.joined >= look.lone && look.joined > 0 ? Encoding::kCp932
                                                     : Encoding::kWindows1252;
}

tl::expected<TrackingFile, TrackingError> read_tracking_table(
    TrackingFile file, std::string_view bytes, const TrackingMapping& mapping) {
  std::string turned;  // UTF-16 as UTF-8
  if (const auto mark = find_byte_order_mark(bytes)) {
    bytes.remove_prefix(mark->length);
    file.encoding = mark->encoding;
    if (mark->encoding != Encoding::kUtf8) {
      Utf16Reader reader(mark->encoding);
      reader.feed(bytes, turned);
      reader.finish(turned);
      bytes = turned;
    }
  } else {
    file.encoding = tracking_encoding(bytes);
  }
  const Encoding reported = file.encoding;
  if (!turned.empty()) file.encoding = Encoding::kUtf8;
  const Encoding splitting = file.encoding;
  TableReader reader(file, mapping);
  if (auto error = reader.read(bytes)) {
    auto names = names_by_width(reader.width());
    if (error->code != TrackingErrorCode::kNoHeader || names.empty()) {
      return tl::unexpected(std::move(*error));
    }
    file.encoding = splitting;
    TableReader by_position(file, mapping, std::move(names),
                            is_whole_width(reader.width()));
    if (auto other = by_position.read(bytes))
      return tl::unexpected(std::move(*other));
    if (!by_position.certain()) return tl::unexpected(std::move(*error));
  }
  file.encoding = reported;
  return file;
}

}  // namespace parcelwise
