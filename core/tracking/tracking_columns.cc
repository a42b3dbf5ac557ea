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

// Every name met for a column (docs/carriers.md 1, 3, 5); of two in one file
// the first here counts.
struct Alias {
  std::string_view name;
  TrackingColumn column;
};
constexpr Alias kAliases[] = {
    {"お客様管理番号", TrackingColumn::kOrder},
    {"お客様側管理番号", TrackingColumn::kOrder},
    {"お客様管理ナンバー", TrackingColumn::kOrder},
    {"order-id", TrackingColumn::kOrder},
    {"amazon-order-id", TrackingColumn::kOrder},
    {"Order number", TrackingColumn::kOrder},
    {"Order - Number", TrackingColumn::kOrder},
    {"Order #", TrackingColumn::kOrder},
    {"Order no", TrackingColumn::kOrder},
    {"Order reference", TrackingColumn::kOrder},
    {"Channel reference", TrackingColumn::kOrder},
    {"C_REF", TrackingColumn::kOrder},
    {"Additional Label Information 1", TrackingColumn::kOrder},
    {"Sendungsreferenz", TrackingColumn::kOrder},
    {"ReferenceExpedition", TrackingColumn::kOrder},
    {"vabrma", TrackingColumn::kOrder},
    {"注文番号", TrackingColumn::kOrder},
    {"受注番号", TrackingColumn::kOrder},
    {"管理番号", TrackingColumn::kOrder},
    {"ID ordine", TrackingColumn::kOrder},
    {"Numero ordine", TrackingColumn::kOrder},
    {"Bestellnummer", TrackingColumn::kOrder},
    {"Reference 1", TrackingColumn::kOrder},
    {"Reference", TrackingColumn::kOrder},
    {"Referenz", TrackingColumn::kOrder},
    {"Riferimento", TrackingColumn::kOrder},
    {"お問い合せ送り状No.", TrackingColumn::kNumber},
    {"お問い合わせ送り状No.", TrackingColumn::kNumber},
    {"お問い合わせ番号", TrackingColumn::kNumber},
    {"お問い合せ番号", TrackingColumn::kNumber},
    {"お問い合わせ伝票番号", TrackingColumn::kNumber},
    {"お問合せ番号", TrackingColumn::kNumber},
    {"お荷物伝票番号", TrackingColumn::kNumber},
    {"送り状番号", TrackingColumn::kNumber},
    {"伝票番号", TrackingColumn::kNumber},
    {"追跡番号", TrackingColumn::kNumber},
    {"tracking-number", TrackingColumn::kNumber},
    {"Shipment - Tracking Number", TrackingColumn::kNumber},
    {"Tracking No", TrackingColumn::kNumber},
    {"Tracking #", TrackingColumn::kNumber},
    {"Tracking ID", TrackingColumn::kNumber},
    {"Sendungsnummer", TrackingColumn::kNumber},
    {"Numero di tracking", TrackingColumn::kNumber},
    {"Codice tracking", TrackingColumn::kNumber},
    {"出荷日", TrackingColumn::kShipped},
    {"出荷予定日", TrackingColumn::kShipped},
    {"発送日", TrackingColumn::kShipped},
    {"発送予定日", TrackingColumn::kShipped},
    {"仮引受確定作業年月日", TrackingColumn::kShipped},
    {"ship-date", TrackingColumn::kShipped},
    {"Despatch date", TrackingColumn::kShipped},
    {"Dispatch date", TrackingColumn::kShipped},
    {"Shipment - Ship Date", TrackingColumn::kShipped},
    {"Date shipped", TrackingColumn::kShipped},
    {"Sendungsdatum", TrackingColumn::kShipped},
    {"Data spedizione", TrackingColumn::kShipped},
    {"お届け先氏名", TrackingColumn::kName},
    {"お届け先名", TrackingColumn::kName},
    {"お届け先名称１", TrackingColumn::kName},
    {"荷受人名前１", TrackingColumn::kName},
    {"recipient-name", TrackingColumn::kName},
    {"Recipient", TrackingColumn::kName},
    {"Full name", TrackingColumn::kName},
    {"Ship To - Name", TrackingColumn::kName},
    {"Deliver To Name", TrackingColumn::kName},
    {"C_CONSIGNEE_NAME", TrackingColumn::kName},
    {"Empfänger Name 1", TrackingColumn::kName},
    {"Destinatario", TrackingColumn::kName},
    {"vabrsd", TrackingColumn::kName},
    {"お届け先名称２", TrackingColumn::kName2},
    {"荷受人名前２", TrackingColumn::kName2},
    {"Empfänger Name 2 / Postnummer", TrackingColumn::kName2},
    {"vabrd2", TrackingColumn::kName2},
    {"お届け先会社・部門１", TrackingColumn::kCompany},
    {"Deliver To Business Name", TrackingColumn::kCompany},
    {"C_CONSIGNEE_BUSINESS_NAME", TrackingColumn::kCompany},
    {"Ship To - Company", TrackingColumn::kCompany},
    {"お届け先会社・部門２", TrackingColumn::kCompany2},
    {"お届け先郵便番号", TrackingColumn::kPostalCode},
    {"荷受人郵便番号", TrackingColumn::kPostalCode},
    {"ship-postal-code", TrackingColumn::kPostalCode},
    {"Ship To - Postal Code", TrackingColumn::kPostalCode},
    {"Deliver To Postcode", TrackingColumn::kPostalCode},
    {"C_CONSIGNEE_POSTCODE", TrackingColumn::kPostalCode},
    {"Postcode", TrackingColumn::kPostalCode},
    {"Postal code", TrackingColumn::kPostalCode},
    {"Zipcode", TrackingColumn::kPostalCode},
    {"Zip", TrackingColumn::kPostalCode},
    {"PLZ", TrackingColumn::kPostalCode},
    {"CAP", TrackingColumn::kPostalCode},
    {"vabcad", TrackingColumn::kPostalCode},
    {"お届け先電話番号", TrackingColumn::kPhone},
    {"荷受人電話番号", TrackingColumn::kPhone},
    {"ship-phone-number", TrackingColumn::kPhone},
    {"Deliver To Phone Number", TrackingColumn::kPhone},
    {"C_CONSIGNEE_PHONE_NUMBER", TrackingColumn::kPhone},
    {"vabtrc", TrackingColumn::kPhone},
    {"内容品", TrackingColumn::kContents},
    {"carrier", TrackingColumn::kCarrier},
    {"carrier-code", TrackingColumn::kCarrier},
    {"配送業者", TrackingColumn::kCarrier},
    {"運送会社", TrackingColumn::kCarrier},
    {"Corriere", TrackingColumn::kCarrier},
    {"送り状種類", TrackingColumn::kService},
    {"削除区分", TrackingColumn::kDeleted},
    {"削除フラグ", TrackingColumn::kDeleted},
    {"取消区分", TrackingColumn::kDeleted},
    {"取消フラグ", TrackingColumn::kDeleted},
    {"キャンセル区分", TrackingColumn::kDeleted},
    {"キャンセルフラグ", TrackingColumn::kDeleted},
    {"Voided", TrackingColumn::kDeleted},
    {"Void", TrackingColumn::kDeleted},
    {"Void Indicator", TrackingColumn::kDeleted},
    {"Void Flag", TrackingColumn::kDeleted},
    {"Is Voided", TrackingColumn::kDeleted},
    {"Annullata", TrackingColumn::kDeleted},
    {"Storniert", TrackingColumn::kDeleted},
    {"削除日", TrackingColumn::kDeletedOn},
    {"取消日", TrackingColumn::kDeletedOn},
    {"Status", TrackingColumn::kLabelStatus},
    {"Label Status", TrackingColumn::kLabelStatus},
    {"Shipment Status", TrackingColumn::kLabelStatus},
    {"Shipping Status", TrackingColumn::kLabelStatus},
    {"Stato", TrackingColumn::kLabelStatus},
    {"Stato spedizione", TrackingColumn::kLabelStatus},
    {"Stato etichetta", TrackingColumn::kLabelStatus},
    {"Statut", TrackingColumn::kLabelStatus},
    {"Statut de l'envoi", TrackingColumn::kLabelStatus},
    {"Estado", TrackingColumn::kLabelStatus},
    {"Estado del envío", TrackingColumn::kLabelStatus},
    {"Sendungsstatus", TrackingColumn::kLabelStatus},
    {"Zustand", TrackingColumn::kLabelStatus},
    {"State", TrackingColumn::kLabelStatus},
    {"ステータス", TrackingColumn::kLabelStatus},
    {"状態", TrackingColumn::kLabelStatus},
    {"order-item-id", TrackingColumn::kItem},
    {"注文商品番号", TrackingColumn::kItem},
    {"quantity", TrackingColumn::kQuantity},
    {"qty", TrackingColumn::kQuantity},
    {"出荷数", TrackingColumn::kQuantity},
    {"出荷数量", TrackingColumn::kQuantity},
    {"数量", TrackingColumn::kQuantity},
    {"Quantità", TrackingColumn::kQuantity},
    {"Quantité", TrackingColumn::kQuantity},
    {"Cantidad", TrackingColumn::kQuantity},
    {"Menge", TrackingColumn::kQuantity},
    {"units", TrackingColumn::kQuantity},
    {"quantity-to-ship", TrackingColumn::kQuantity},
    {"quantity-shipped", TrackingColumn::kQuantity},
    {"出荷個数", TrackingColumn::kPieces},
    {"個数", TrackingColumn::kPieces},
    {"Pieces", TrackingColumn::kPieces},
    {"Pezzi", TrackingColumn::kPieces},
    {"Stück", TrackingColumn::kPieces},
    {"Anzahl", TrackingColumn::kPieces},
    {"配達ステータス集約コード", TrackingColumn::kStatus},
    {"配達ステータス明細コード", TrackingColumn::kStatusDetail},
    {"申込日時", TrackingColumn::kApplied}};

constexpr std::size_t kSagawaWidth = 74;

// The meanings that a mapping may give.
struct Meaning {
  std::string_view name;
  TrackingColumn column;
};
constexpr Meaning kMeanings[] = {{"order", TrackingColumn::kOrder},
                                 {"number", TrackingColumn::kNumber},
                                 {"shipped", TrackingColumn::kShipped},
                                 {"name", TrackingColumn::kName},
                                 {"contents", TrackingColumn::kContents},
                                 {"carrier", TrackingColumn::kCarrier},
                                 {"postal_code", TrackingColumn::kPostalCode},
                                 {"phone", TrackingColumn::kPhone},
                                 {"item", TrackingColumn::kItem},
                                 {"quantity", TrackingColumn::kQuantity}};

// Letters and digits only: "Order-ID" is "orderid". Some programs number their
// columns: "1:お客様側管理番号".
std::string fold_name_of_column(std::string_view utf8) {
  const std::size_t number = utf8.find_first_not_of("0123456789");
  if (number != std::string_view::npos && number > 0 && utf8[number] == ':')
    utf8.remove_prefix(number + 1);
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

struct FoldedAlias {
  std::string name;
  TrackingColumn column;
};
const std::vector<FoldedAlias>& folded_aliases() {
  static const std::vector<FoldedAlias> folded = [] {
    std::vector<FoldedAlias> list;
    for (const Alias& alias : kAliases)
      list.push_back({fold_name_of_column(alias.name), alias.column});
    return list;
  }();
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
  for (const MappedColumn& mapped : mapping.columns)
    place(mapped.folded, mapped.column);
  // In a report of Amazon's it is what was shipped before.
  const bool report = columns.calls("quantitypurchased");
  for (const FoldedAlias& alias : folded_aliases()) {
    if (!report || alias.name != "quantityshipped")
      place(alias.name, alias.column);
  }
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

std::string_view export_without_numbers(const TrackingColumns& columns) {
  if (columns.has(TrackingColumn::kNumber)) return {};
  if (columns.calls("お客様側管理番号")) return "yuprint";
  if (columns.calls("お届け先敬称") && columns.calls("内容品"))
    return "clickpost";
  if (!columns.calls("お客様管理番号")) return {};
  if (columns.calls("送り状種類")) return "yamato-b2";
  return columns.calls("荷姿") || columns.calls("お届け先名称1")
             ? "sagawa-ehiden3"
             : std::string_view();
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

bool is_whole_width(std::size_t width) {
  return width == kSagawaWidth || width == 95 || width == 97 || width == 98;
}

std::vector<std::string> names_by_width(std::size_t width) {
  constexpr std::size_t kNarrowest = 16;  // to the recipient's name
  constexpr std::size_t kWidestB2 = 98;
  std::vector<std::string> names;
  if (width < kNarrowest) return names;
  const bool sagawa = width == kSagawaWidth;
  const CarrierLayout layout =
      *CarrierLayout::of(sagawa ? "sagawa-ehiden3" : "yamato-b2");
  for (const CarrierColumn& column : layout.columns)
    names.push_back(column.name);
  names.resize(sagawa ? width : std::max(width, kWidestB2));
  return names;
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
      mapping.carrier = carrier_named(carrier.text());
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
      const std::string_view named = meaning.text();
      const Meaning* const found = std::find_if(
          std::begin(kMeanings), std::end(kMeanings),
          [named](const Meaning& one) { return one.name == named; });
      if (found == std::end(kMeanings)) {
        std::string expected = "one of";
        for (const Meaning& one : kMeanings)
          expected += " " + std::string(one.name);
        return note("/columns" + pointer_step(column), meaning,
                    std::move(expected));
      }
      mapping.columns.push_back(
          {column, fold_name_of_column(column), found->column});
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
