// Reads a processing report by its shape, and the list of codes that came with
// the program.
#include "tracking/upload_result.h"

#include <algorithm>
#include <numeric>
#include <span>

#include "files/json_reader.h"
#include "files/open_json.h"
#include "text/ascii.h"
#include "text/compact_sort.h"
#include "text/shortened.h"
#include "text/trim.h"
#include "tracking/tracking_cells.h"
#include "tracking/tracking_file.h"
#include "tracking/tracking_table.h"

namespace parcelwise {
namespace {

constexpr std::size_t kLongestMessage = 1'000;

struct KnownCode {
  std::string code;
  UploadOutcome outcome{};
  bool again = false;
};

UploadOutcome outcome_named(std::string_view name) {
  if (name == "refused") return UploadOutcome::kRefused;
  if (name == "file-refused") return UploadOutcome::kFileRefused;
  return UploadOutcome::kUnknown;
}

const std::vector<KnownCode>& known_codes() {
  static const std::vector<KnownCode> codes = [] {
    std::vector<KnownCode> read;
    const Json json = embedded_json("amazon/upload-results.json");
    for (const Json& each : member(json, "codes")) {
      read.push_back({member(each, "code").text(),
                      outcome_named(member(each, "outcome").text()),
                      member(each, "again").is_true()});
    }
    return read;
  }();
  return codes;
}

// Lines without their ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    lines.push_back(text.substr(0, end));
    const bool two = text.substr(end, 2) == "\r\n";
    text.remove_prefix(std::min(end + (two ? 2 : 1), text.size()));
  }
  return lines;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.push_back(trimmed_cell(line.substr(0, tab)));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

// "<TAB>Number of records processed<TAB><TAB>12" -> 12
std::optional<std::int64_t> counted(std::string_view line) {
  if (line.empty() || line.front() != '\t') return std::nullopt;
  return read_number(cells_of(line).back(), 0, 1'000'000'000);
}

bool ends_in_colon(std::string_view line) {
  const std::string_view text = trimmed(line);
  return text.ends_with(":") || text.ends_with("：");
}

constexpr std::string_view kFirstColumn = "original-record-number";

class ResultReader {
 public:
  explicit ResultReader(UploadResult& result) : result_(result) {}

  std::optional<UploadResultError> read(std::string_view text) {
    const std::vector<std::string_view> lines = lines_of(text);
    std::size_t counts = 0;
    bool colon = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const std::string_view line = lines[i];
      if (trimmed(line).empty()) continue;
      if (!columns_.empty()) {
        add(line, static_cast<std::uint32_t>(i + 1));
      } else if (lower_ascii(trimmed_cell(line.substr(0, line.find('\t')))) ==
                 kFirstColumn) {
        for (const std::string_view name : cells_of(line))
          columns_.push_back(lower_ascii(name));
        if (!has("order-id") && has("sku")) return UploadResultError::kListings;
        if (!has("order-id") || !has("error-code"))
          return UploadResultError::kNone;
      } else if (const auto count = counted(line); count && counts < 2) {
        (counts++ == 0 ? result_.processed : result_.successful) = *count;
      } else if (counts == 0 && !colon && ends_in_colon(line)) {
        colon = true;
      } else {
        return UploadResultError::kNone;
      }
      if (result_.rows.size() > kMostTrackingRows)
        return UploadResultError::kTooLarge;
    }
    if (columns_.empty() && (!colon || counts != 2))
      return UploadResultError::kNone;
    return std::nullopt;
  }

 private:
  bool has(std::string_view name) const {
    return std::find(columns_.begin(), columns_.end(), name) != columns_.end();
  }

  void add(std::string_view line, std::uint32_t number) {
    const std::vector<std::string_view> cells = cells_of(line);
    const auto cell = [&](std::string_view name) {
      const auto at = static_cast<std::size_t>(
          std::find(columns_.begin(), columns_.end(), name) - columns_.begin());
      // A row may be longer than the header, which may lack the column.
      return at < std::min(cells.size(), columns_.size())
                 ? shortened(cells[at], kLongestMessage)
                 : std::string();
    };
    UploadRow row;
    row.row = number;
    row.record = cell(kFirstColumn);
    row.order_id = cell("order-id");
    row.order = written_order(row.order_id);
    row.item = cell("order-item-id");
    row.code = cell("error-code");
    row.type = cell("error-type");
    row.message = cell("error-message");
    const std::string type = lower_ascii(row.type);
    row.outcome = type == "fatal"   ? UploadOutcome::kFileRefused
                  : type == "error" ? UploadOutcome::kRefused
                                    : UploadOutcome::kUnknown;
    row.warning = type == "warning";
    row.again = row.outcome != UploadOutcome::kUnknown;
    for (const KnownCode& known : known_codes()) {
      if (known.code != row.code) continue;
      row.known = true;
      // A warning refuses nothing for certain, whatever its code does
      // elsewhere.
      if (!row.warning) {
        row.outcome = known.outcome;
        row.again = known.again;
      }
    }
    result_.rows.push_back(std::move(row));
  }

  UploadResult& result_;
  std::vector<std::string> columns_;
};

// For each row the first of its line of the upload: order, item and Amazon's
// own count are the same.
std::vector<std::uint32_t> first_of_line(const std::vector<UploadRow>& rows) {
  std::vector<std::uint32_t> places(rows.size()), first(rows.size());
  std::iota(places.begin(), places.end(), 0u);
  const auto compare = [&](std::uint32_t a, std::uint32_t b) {
    const UploadRow &x = rows[a], &y = rows[b];
    if (const int order = x.order_id.compare(y.order_id)) return order;
    if (const int item = x.item.compare(y.item)) return item;
    return x.record.compare(y.record);
  };
  compact_sort(std::span(places), [&](std::uint32_t a, std::uint32_t b) {
    const int order = compare(a, b);
    return order != 0 ? order < 0 : a < b;
  });
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool next = i > 0 && compare(places[i - 1], places[i]) == 0;
    first[places[i]] = next ? first[places[i - 1]] : places[i];
  }
  return first;
}

// Of a line with several errors none may be sent again where one of them says
// no.
void settle_again(std::vector<UploadRow>& rows) {
  const std::vector<std::uint32_t> first = first_of_line(rows);
  std::vector<bool> never(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const UploadRow& row = rows[i];
    if (row.order && !row.warning && !row.again) never[first[i]] = true;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].order && never[first[i]]) rows[i].again = false;
  }
}

std::string path_of(const UploadRow& row, std::string_view what) {
  std::string path = "uploads/";
  if (row.known) {
    path += "codes/" + row.code;
  } else {
    path += "types/" + std::string(upload_outcome_name(row.outcome));
  }
  return path + "/" + std::string(what);
}

}  // namespace

std::string_view upload_outcome_name(UploadOutcome outcome) {
  constexpr std::string_view kNames[] = {"refused", "file-refused", "unknown"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::string upload_meaning(const UploadRow& row, Language language) {
  return fill(Catalogue::of(language).text(path_of(row, "meaning")),
              {{"message", row.message}});
}

std::string upload_advice(const UploadRow& row, Language language) {
  return fill(Catalogue::of(language).text(path_of(row, "advice")),
              {{"message", row.message}});
}

bool UploadResult::whole_file() const {
  return std::any_of(rows.begin(), rows.end(), [](const UploadRow& row) {
    return row.outcome == UploadOutcome::kFileRefused;
  });
}

std::int64_t UploadResult::untold() const {
  if (whole_file()) return 0;
  // A warning's record may count as successful, so this is the least.
  const std::vector<std::uint32_t> first = first_of_line(rows);
  std::int64_t named = 0;
  for (std::uint32_t i = 0; i < first.size(); ++i)
    named += first[i] == i && !rows[i].order_id.empty();
  return std::max<std::int64_t>(0, processed - successful - named);
}

std::map<OrderId, std::vector<UploadLine>> UploadResult::lines() const {
  std::map<OrderId, std::vector<UploadLine>> lines;
  const std::vector<std::uint32_t> first = first_of_line(rows);
  std::vector<std::size_t> at(rows.size(), SIZE_MAX);  // in its order's lines
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const UploadRow& row = rows[i];
    if (!row.order || row.warning) continue;
    std::vector<UploadLine>& its = lines[*row.order];
    if (std::size_t& place = at[first[i]]; place == SIZE_MAX) {
      place = its.size();
      its.push_back({row.item, row.record, row.again, row.message});
    } else {
      UploadLine& line = its[place];
      line.again = line.again && row.again;
      line.message += "\n" + row.message;
    }
  }
  return lines;
}

std::string upload_result_error_text(UploadResultError error,
                                     const std::string& file,
                                     Language language) {
  constexpr std::string_view kNames[] = {"none", "listings", "xml", "workbook",
                                         "too-large"};
  std::string path = "uploads/errors/";
  path += kNames[static_cast<std::size_t>(error)];
  return fill(Catalogue::of(language).text(path), {{"file", file}});
}

tl::expected<UploadResult, UploadResultError> read_upload_result(
    std::string file, std::string_view bytes) {
  UploadResult result;
  result.file = std::move(file);
  if (bytes.size() > kMostTrackingBytes)
    return tl::unexpected(UploadResultError::kTooLarge);
  if (bytes.starts_with("PK\x03\x04"))
    return tl::unexpected(UploadResultError::kWorkbook);
  std::string text;
  if (const auto mark = find_byte_order_mark(bytes)) {
    bytes.remove_prefix(mark->length);
    result.encoding = mark->encoding;
  } else {
    result.encoding = tracking_encoding(bytes);
  }
  if (result.encoding == Encoding::kUtf16Le ||
      result.encoding == Encoding::kUtf16Be) {
    Utf16Reader reader(result.encoding);
    reader.feed(bytes, text);
    reader.finish(text);
  } else {
    append_utf8(bytes, result.encoding, text);
  }
  std::erase(text, '\0');
  if (trimmed(text).starts_with("<"))
    return tl::unexpected(text.find("ProcessingReport") == std::string::npos
                              ? UploadResultError::kNone
                              : UploadResultError::kXml);
  if (const auto error = ResultReader(result).read(text))
    return tl::unexpected(*error);
  settle_again(result.rows);
  return result;
}

}  // namespace parcelwise
