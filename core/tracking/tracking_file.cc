// A whole file as a table, else as lines of an order and its number.
#include "tracking/tracking_file.h"

#include <algorithm>

#include "text/encoding.h"
#include "text/shortened.h"
#include "text/trim.h"
#include "tracking/tracking_cells.h"
#include "tracking/tracking_number.h"
#include "tracking/tracking_table.h"

namespace parcelwise {
namespace {

constexpr std::size_t kWidestLine = 5;  // order, number, carrier, service, day

// One pasted line, cut into words.
class LineReader {
 public:
  LineReader(TrackingFile& file, const TrackingMapping& mapping)
      : file_(file), mapping_(mapping) {}

  void read(std::string_view line, std::uint32_t number) {
    TrackingRow read;
    read.row = number;
    read.carrier = mapping_.carrier;
    std::vector<std::string> numbers;
    const std::string text = words_of(line);
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t end = std::min(text.find(' ', at), text.size());
      word(text.substr(at, end - at), read, numbers);
      at = end + 1;
    }
    if (read.orders.empty()) read.key = shortened(trimmed(line));
    std::string joined;
    bool pieces = true;  // "1234 5678 9012": one number in several words
    for (const std::string& piece : numbers) {
      pieces = pieces && piece.size() <= 6 &&
               piece.find_first_not_of("0123456789") == std::string::npos;
      if (!joined.empty()) joined += ' ';
      joined += piece;
    }
    if (numbers.size() > 1 && !pieces) {
      return refuse(file_, number, TrackingNoteCode::kBadNumber, "", joined,
                    number_limit(read.carrier));
    }
    keep(file_, std::move(read), joined, "");
  }

 private:
  static void word(const std::string& text, TrackingRow& read,
                   std::vector<std::string>& numbers) {
    if (text.empty()) return;
    if (const auto order = written_order(text)) {
      read.by_key = !names_by_id(text);
      read.part = written_part(text);
      if (std::find(read.orders.begin(), read.orders.end(), *order) ==
          read.orders.end()) {
        read.orders.push_back(*order);
      }
      return;
    }
    const bool dated = text.find_first_of("/-") != std::string::npos ||
                       text.find("年") != std::string::npos;
    if (auto days = dated ? read_ship_days(text).readings() : read.days;
        dated && !days.empty()) {
      read.days = std::move(days);
      if (read.days.size() == 1) read.shipped = read.days.front();
      if (read.days.size() > 1) read.unclear_day = text;
      return;
    }
    if (const TrackingCarrier* const carrier = carrier_called(text)) {
      read.carrier = std::string(carrier->id);
      return;
    }
    if (text.find_first_of("0123456789") != std::string::npos)
      numbers.push_back(text);
  }

  TrackingFile& file_;
  const TrackingMapping& mapping_;
};

// nullopt where it is text in no encoding.
std::optional<std::string> whole_text(std::string_view bytes) {
  std::string text;
  if (const auto mark = find_byte_order_mark(bytes)) {
    bytes.remove_prefix(mark->length);
    if (mark->encoding != Encoding::kUtf8) {
      Utf16Reader reader(mark->encoding);
      reader.feed(bytes, text);
      reader.finish(text);
      return text;
    }
  }
  if (!append_utf8(bytes, tracking_encoding(bytes), text)) return std::nullopt;
  return text;
}

// Of the first line that says something.
std::string_view first_line(std::string_view text) {
  const std::size_t first =
      std::min(text.find_first_not_of("\r\n"), text.size());
  return text.substr(first, text.find_first_of("\r\n", first) - first);
}

bool names_order(std::string_view line) {
  const std::string words = words_of(line);
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (written_order(std::string_view(words).substr(at, end - at)))
      return true;
    at = end + 1;
  }
  return false;
}

bool is_wide(std::string_view line) {
  return std::count_if(line.begin(), line.end(), [](char c) {
           return c == ',' || c == '\t';
         }) >= static_cast<std::ptrdiff_t>(kWidestLine);
}

}  // namespace

tl::expected<TrackingFile, TrackingError> read_tracking_file(
    std::string name, std::string_view bytes, const TrackingMapping& mapping) {
  TrackingFile file;
  file.file = std::move(name);
  file.form = TrackingForm::kTable;
  if (bytes.size() > kMostTrackingBytes) {
    return tl::unexpected(
        TrackingError{TrackingErrorCode::kTooLarge, file.file, {}, {}});
  }
  auto table = read_tracking_table(file, bytes, mapping);
  if (table) return table;
  const TrackingErrorCode code = table.error().code;
  if (code != TrackingErrorCode::kNotTracking &&
      code != TrackingErrorCode::kUnknownColumns &&
      code != TrackingErrorCode::kNoHeader) {
    return table;
  }
  const auto text = whole_text(bytes);
  if (!text || !names_order(first_line(*text))) return table;
  auto lines = read_tracking_lines(std::move(file.file), *text, mapping);
  const bool none = lines && lines->read.empty();
  return none && code == TrackingErrorCode::kNoHeader &&
                 is_wide(first_line(*text))
             ? table
             : lines;
}

tl::expected<TrackingFile, TrackingError> read_tracking_lines(
    std::string name, std::string_view text, const TrackingMapping& mapping) {
  TrackingFile file;
  file.file = std::move(name);
  file.form = TrackingForm::kLines;
  file.encoding = Encoding::kUtf8;
  if (text.size() > kMostTrackingBytes) {
    return tl::unexpected(
        TrackingError{TrackingErrorCode::kTooLarge, file.file, {}, {}});
  }
  if (auto table = read_tracking_table(file, text, mapping)) return table;
  LineReader reader(file, mapping);
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = text.substr(0, end);
    const bool two = text.substr(end, 2) == "\r\n";
    text.remove_prefix(std::min(end + (two ? 2 : 1), text.size()));
    ++number;
    if (++file.rows > kMostTrackingRows) {
      return tl::unexpected(
          TrackingError{TrackingErrorCode::kTooManyRows, file.file, {}, {}});
    }
    if (trimmed(line).empty()) {
      ++file.blank;
    } else if (!is_valid_utf8(line) ||
               line.find('\0') != std::string_view::npos) {
      refuse(file, number, TrackingNoteCode::kBadEncoding, "", "");
    } else {
      reader.read(line, number);
    }
  }
  if (file.rows == file.blank) {
    return tl::unexpected(
        TrackingError{TrackingErrorCode::kEmpty, file.file, {}, {}});
  }
  return file;
}

}  // namespace parcelwise
