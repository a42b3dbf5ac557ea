// Knows columns by their names, ours and the seller's; see
// tracking/tracking_columns.h.
#include "tracking/tracking_columns.h"

#include <optional>
#include <utility>

#include "files/json_reader.h"
#include "files/open_json.h"
#include "policy/carrier_layout.h"
#include "text/utf8.h"
#include "text/width_fold.h"
#include "tracking/tracking_cells.h"

namespace parcelwise {
namespace {

// Every name met for a column, folded; of two in one file the first here
// counts.
struct Alias {
  std::string_view name;
  TrackingColumn column;
};
constexpr Alias kAliases[] = {
    {"お客様管理番号", TrackingColumn::kOrder},
    {"お客様側管理番号", TrackingColumn::kOrder},
    {"orderid", TrackingColumn::kOrder},
    {"amazonorderid", TrackingColumn::kOrder},
    {"ordernumber", TrackingColumn::kOrder},
    {"注文番号", TrackingColumn::kOrder},
    {"受注番号", TrackingColumn::kOrder},
    {"管理番号", TrackingColumn::kOrder},
    {"idordine", TrackingColumn::kOrder},
    {"numeroordine", TrackingColumn::kOrder},
    {"お問い合せ送り状no", TrackingColumn::kNumber},
    {"お問い合わせ送り状no", TrackingColumn::kNumber},
    {"お問い合わせ番号", TrackingColumn::kNumber},
    {"お問い合せ番号", TrackingColumn::kNumber},
    {"お問い合わせ伝票番号", TrackingColumn::kNumber},
    {"お問合せ番号", TrackingColumn::kNumber},
    {"送り状番号", TrackingColumn::kNumber},
    {"伝票番号", TrackingColumn::kNumber},
    {"追跡番号", TrackingColumn::kNumber},
    {"trackingnumber", TrackingColumn::kNumber},
    {"trackingid", TrackingColumn::kNumber},
    {"tracking", TrackingColumn::kNumber},
    {"numeroditracking", TrackingColumn::kNumber},
    {"codicetracking", TrackingColumn::kNumber},
    {"出荷日", TrackingColumn::kShipped},
    {"出荷予定日", TrackingColumn::kShipped},
    {"発送日", TrackingColumn::kShipped},
    {"発送予定日", TrackingColumn::kShipped},
    {"仮引受確定作業年月日", TrackingColumn::kShipped},
    {"shipdate", TrackingColumn::kShipped},
    {"dataspedizione", TrackingColumn::kShipped},
    {"お届け先氏名", TrackingColumn::kName},
    {"お届け先名", TrackingColumn::kName},
    {"お届け先名称1", TrackingColumn::kName},
    {"recipientname", TrackingColumn::kName},
    {"内容品", TrackingColumn::kContents},
    {"carrier", TrackingColumn::kCarrier},
    {"carriercode", TrackingColumn::kCarrier},
    {"配送業者", TrackingColumn::kCarrier},
    {"運送会社", TrackingColumn::kCarrier},
    {"corriere", TrackingColumn::kCarrier},
    {"送り状種類", TrackingColumn::kService}};

// The meanings of a mapping, in the order of TrackingColumn.
constexpr std::array<std::string_view, kTrackingColumns> kMeanings = {
    "order", "number", "shipped", "name", "contents", "carrier", ""};

// Letters and digits only: "Order-ID" is "orderid".
std::string fold_name_of_column(std::string_view utf8) {
  std::string folded;
  for (const char32_t c : WidthFolded(utf8)) {
    const bool letter =
        c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    if (!letter) continue;
    char bytes[4];
    folded.append(bytes, write_utf8(c, bytes));
  }
  return folded;
}

}  // namespace

TrackingColumns match_columns(std::vector<std::string> names,
                              const TrackingMapping& mapping) {
  TrackingColumns columns;
  columns.names = std::move(names);
  for (const std::string& name : columns.names) {
    columns.folded.push_back(fold_name_of_column(name));
  }
  const auto place = [&columns](std::string_view name, TrackingColumn column) {
    auto& at = columns.at[static_cast<std::size_t>(column)];
    if (at >= 0) return;
    const auto found =
        std::find(columns.folded.begin(), columns.folded.end(), name);
    if (found != columns.folded.end()) {
      at = static_cast<std::int32_t>(found - columns.folded.begin());
    }
  };
  for (const auto& [name, column] : mapping.columns) place(name, column);
  for (const Alias& alias : kAliases) place(alias.name, alias.column);
  return columns;
}

TrackingForm form_of(const TrackingColumns& columns) {
  if (columns.calls("送り状種類") && columns.calls("伝票番号"))
    return TrackingForm::kYamatoB2;
  if (columns.calls("お問い合せ送り状no")) return TrackingForm::kSagawaEhiden3;
  if (columns.calls("お客様側管理番号") && columns.calls("お問い合わせ番号")) {
    return TrackingForm::kYuPrint;
  }
  if (columns.calls("お問い合わせ番号") && columns.calls("お届け先氏名")) {
    return TrackingForm::kClickPost;
  }
  return TrackingForm::kTable;
}

std::string_view carrier_of(TrackingForm form) {
  switch (form) {
    case TrackingForm::kYamatoB2:
      return "yamato";
    case TrackingForm::kSagawaEhiden3:
      return "sagawa";
    case TrackingForm::kClickPost:
    case TrackingForm::kYuPrint:
      return "japan-post";
    case TrackingForm::kTable:
    case TrackingForm::kLines:
      return {};
  }
  return {};
}

std::vector<std::string> names_by_width(std::size_t width) {
  constexpr std::pair<std::size_t, std::string_view> kWidths[] = {
      {95, "yamato-b2"}, {97, "yamato-b2"}, {74, "sagawa-ehiden3"}};
  for (const auto& [its_width, id] : kWidths) {
    if (its_width != width) continue;
    const CarrierLayout layout = *CarrierLayout::of(id);
    std::vector<std::string> names;
    for (const CarrierColumn& column : layout.columns)
      names.push_back(column.name);
    names.resize(width);
    return names;
  }
  return {};
}

namespace {

class MappingReader : private JsonReader {
 public:
  tl::expected<TrackingMapping, JsonComplaint> read(const Json& json) {
    if (!json.is_object()) {
      return tl::unexpected(
          describe("", json, "an object with columns and carrier"));
    }
    known_members("", json, {"columns", "carrier"});
    TrackingMapping mapping;
    const Json& carrier = member(json, "carrier");
    if (!carrier.is_null()) {
      mapping.carrier = carrier_named(text_of(carrier));
      if (!carrier.is_string() || mapping.carrier.size() > kLongestCarrier) {
        note("/carrier", carrier, "a carrier's name of at most 60 bytes");
      }
    }
    const Json& columns = member(json, "columns");
    if (!columns.is_null() && !columns.is_object()) {
      note("/columns", columns, "an object of meanings by column");
    } else if (columns.is_object()) {
      read_columns(columns, mapping);
    }
    if (complaint_) return tl::unexpected(std::move(*complaint_));
    return mapping;
  }

 private:
  static constexpr std::size_t kLongestCarrier = 60;

  void read_columns(const Json& columns, TrackingMapping& mapping) {
    for (const auto& [column, meaning] : columns.items()) {
      const auto found =
          std::find(kMeanings.begin(), kMeanings.end() - 1, text_of(meaning));
      if (found == kMeanings.end() - 1) {
        std::string expected = "one of";
        for (const std::string_view name : kMeanings) {
          if (!name.empty()) expected += " " + std::string(name);
        }
        return note("/columns" + pointer_step(column), meaning,
                    std::move(expected));
      }
      mapping.columns.emplace_back(
          fold_name_of_column(column),
          static_cast<TrackingColumn>(found - kMeanings.begin()));
    }
  }
};

}  // namespace

tl::expected<TrackingMapping, JsonComplaint> read_tracking_mapping(
    std::string_view text) {
  if (text.empty()) return TrackingMapping();
  const auto json = open_json(text);
  if (!json) return tl::unexpected(complaint_of(json.error()));
  return MappingReader().read(*json);
}

}  // namespace parcelwise
