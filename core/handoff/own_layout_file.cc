// carrier: the file of a layout that the seller brings, or of one of those that
// come with the program (policy/own_layout.h). One row a shipment, or one for
// each parcel of a split order.
//
// A row that does not fit is left out whole, with every reason; only the lines
// of an address and of a name are set anew in their widths. What the shop lacks
// is said once, and then nothing is written. A list of goods that an optional
// column cannot take stays blank and is told. A cell that a spreadsheet would
// run is written as it stands, for the label program prints it, and told.
#include <algorithm>
#include <map>

#include "address/country_code.h"
#include "handoff/address_lines.h"
#include "handoff/contents.h"
#include "handoff/csv.h"
#include "handoff/export.h"
#include "handoff/recipient.h"
#include "handoff/split_labels.h"
#include "orders/order_facts.h"
#include "policy/own_layout.h"
#include "text/ascii.h"
#include "text/steering.h"
#include "text/trim.h"
#include "tracking/shipment_key.h"

namespace parcelwise {

extern const ExportKind kCarrierExport;

namespace own_layout_file {
namespace {

using Values = std::map<std::string, std::string, std::less<>>;

constexpr std::size_t kAnyWidth = 1'000;  // where no limit is told

void add_to_list(std::string& list, std::string_view one) {
  if (one.empty()) return;
  if (!list.empty()) list += ", ";
  list += one;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

// "12", "12a", "5/7", "3-5"; not "2." of a floor, "3rd" or a block's "4,".
bool is_house_number(std::string_view word) {
  bool after_letter = false;
  for (const char c : word) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool known = is_digit(c) || c == '-' || c == '/';
    if (!known && (!letter || after_letter)) return false;
    after_letter = letter;
  }
  return !word.empty() && is_digit(word[0]);
}

// Where the house number begins that ends a line: "Hauptstr. 12 a" -> 10.
std::size_t number_at_end(std::string_view line) {
  std::size_t begin = std::string_view::npos;
  for (std::size_t end = line.size(); end > 0;) {
    const std::size_t space = line.rfind(' ', end - 1);
    if (space == std::string_view::npos) break;
    const std::string_view word = line.substr(space + 1, end - space - 1);
    const bool number = is_house_number(word);
    if (!number && word.size() > 1) break;  // a letter or a hyphen may follow
    if (number) begin = space + 1;
    end = space;
  }
  return begin;
}

// A house number on a line of its own joins the street's, before or behind it:
// {"Hauptstr.", "12"} -> {"Hauptstr. 12"}. False where either of its neighbours
// may be the street.
bool join_number(std::vector<std::string>& lines) {
  constexpr std::size_t kLongest = 5;  // a longer one may be a customer's
  for (std::size_t i = 0; i < lines.size() && lines.size() > 1; ++i) {
    if (lines[i].size() > kLongest || number_at_end(" " + lines[i]) != 1)
      continue;
    const std::size_t first = i == 0 ? 0 : i - 1;
    if (has_digit(lines[i == 0 ? 1 : first])) continue;
    const bool between = i > 0 && i + 1 < lines.size();
    lines[first] += " " + lines[first + 1];
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(first) + 1);
    return !between;
  }
  return true;
}

// The street's line of an address, with its number apart: "12 High Street" and
// "Hauptstr. 12 a" alike. The other lines may be a company or a floor. False
// where more lines than one may be the street, or there are digits and none is
// its number.
bool tell_street(std::vector<std::string> lines, Values& values) {
  if (lines.empty()) return true;
  const bool joined = join_number(lines);
  std::size_t street = lines.size();
  const auto take = [&](std::size_t line, std::string_view name,
                        std::string_view number) {
    constexpr std::string_view kNoStreet =
        " Apartment Apt. Etage Flat Floor Haus Nr. OG Stock Unit Wohnung ";
    name = name.substr(0, name.find_last_not_of(" ,") + 1);
    const std::string word =
        " " + std::string(name.substr(0, name.find(' '))) + " ";
    if (street < lines.size() || name.empty() ||
        kNoStreet.find(word) != std::string::npos)
      return;
    street = line;
    values["street"] = name;
    values["house-number"] = number;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    const std::size_t at = number_at_end(line);
    if (at != std::string::npos) take(i, line.substr(0, at), line.substr(at));
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = lines[i];
    const std::size_t end = line.find_first_of(" ,");
    const std::size_t name = line.find_first_not_of(" ,", end);
    if (name != std::string::npos && is_house_number(line.substr(0, end)))
      take(i, line.substr(name), line.substr(0, end));
  }
  const bool found = street < lines.size();
  if (!found) values["street"] = lines[street = 0];
  values["street-line"] = lines[street];
  std::ptrdiff_t numbered = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i != street) add_to_list(values["address-other"], lines[i]);
    numbered += has_digit(lines[i]);
  }
  if (!found) return lines.size() == 1 && numbered == 0;
  return joined && (numbered == 1 || lines.size() == 1);
}

class LayoutWriter {
 public:
  LayoutWriter(const ExportContext& context, const OwnLayout& layout)
      : context_(context),
        layout_(layout),
        book_(context.check.context().book) {}

  HandoffFiles write() {
    const Sender& sender = context_.shop.sender();
    sender_ = {{"sender-name", sender.name},
               {"sender-phone", sender.phone},
               {"sender-postal-code", sender.postal_code},
               {"sender-address", sender.address},
               {"sender-building", sender.building}};
    for (const OwnColumn& column : layout_.first_row) check_shop_cell(column);
    for (const OwnColumn& column : layout_.columns) check_shop_cell(column);
    if (!files_.left_out.empty()) return std::move(files_);
    RowFiles rows(layout_.id, ".csv", head(),
                  {.most_bytes = FileLimits().most_bytes,
                   .most_rows = layout_.most_rows});
    for (const Shipment& shipment : context_.shipments) {
      const std::size_t left_out = files_.left_out.size();
      const std::size_t warned = files_.warnings.size();
      const std::vector<std::string> made = rows_of(shipment);
      if (files_.left_out.size() != left_out) {
        files_.warnings.resize(warned);
        continue;
      }
      rows.add(made);
      for (const std::uint32_t order : shipment.orders) {
        const OrderFacts facts = context_.check.facts(order);
        warn_of_doubts(book_, facts, files_.warnings);
        warn_of_pickup(facts, files_.warnings);
        warn_of_address(book_, order, files_.warnings);
      }
    }
    if (layout_.numbers && !layout_.names_order())
      files_.warnings.push_back(
          {{}, {}, layout_.id, "layout-names-no-order", {}});
    files_.rows = rows.rows();
    files_.files = rows.finish();
    return std::move(files_);
  }

 private:
  // ---- the shop ------------------------------------------------------------

  // What is the same in every row is told once.
  void check_shop_cell(const OwnColumn& column) {
    std::string place;
    if (!column.setting.empty()) {
      place = "/carriers/" + layout_.id + "/" + column.setting;
    } else if (column.from.starts_with("sender-")) {
      place = column.from;
      std::replace(place.begin(), place.end(), '-', '_');
      place.replace(0, std::string_view("sender_").size(), "/sender/");
    } else {
      return;
    }
    const std::string cell = cell_of(column, sender_);
    const auto tell = [&](std::string_view why, std::string limit) {
      for (const RowNote& told : files_.left_out) {
        if (told.column == place) return;
      }
      files_.left_out.push_back({{}, place, cell, why, std::move(limit)});
    };
    if (cell.empty()) {
      if (column.must) tell("shop-missing", {});
      return;
    }
    if (!column.one_of.empty() &&
        std::find(column.one_of.begin(), column.one_of.end(), cell) ==
            column.one_of.end()) {
      std::string known;
      for (const std::string& each : column.one_of) {
        if (!known.empty()) known += "|";
        known += each;
      }
      return tell("shop-bad", std::move(known));
    }
    if (!column.takes_number(cell))
      return tell("shop-bad",
                  std::string("12.345",
                              column.decimals == 0 ? 2 : 3 + column.decimals));
    std::size_t where = 0;
    const auto bytes = layout_.encoded(cell, &where);
    if (!bytes) return tell("shop-no-character", character_at(cell, where));
    if (column.is_over(cell, *bytes))
      tell(column.bytes ? "shop-over-bytes" : "shop-over-characters",
           std::to_string(column.most));
  }

  std::string head() const {
    std::string head;
    if (layout_.byte_order_mark) head += "\xEF\xBB\xBF";
    if (layout_.header) {
      std::vector<std::string> names;
      for (const OwnColumn& column : layout_.columns)
        names.push_back(column.name);
      head += row_text(names);
    }
    if (!layout_.second_row.empty()) head += row_text(layout_.second_row);
    if (!layout_.first_row.empty()) {
      std::vector<std::string> cells;
      for (const OwnColumn& column : layout_.first_row)
        cells.push_back(without_delimiters(cell_of(column, sender_)));
      head += row_text(cells);
    }
    return head;
  }

  // ---- one row -------------------------------------------------------------

  std::vector<std::string> rows_of(const Shipment& shipment) {
    const std::uint32_t order = shipment.orders.front();
    id_ = book_.order_id(order).text();
    const SplitParcels* const parcels = parcels_of(context_, shipment);
    if (parcels == nullptr) return {row_of(shipment, 0, nullptr)};
    const auto faults = split_faults(context_, order, *parcels);
    files_.left_out.insert(files_.left_out.end(), faults.begin(), faults.end());
    std::vector<std::string> rows;
    for (std::size_t p = 0; faults.empty() && p < parcels->size(); ++p)
      rows.push_back(row_of(shipment, static_cast<int>(p) + 1, &(*parcels)[p]));
    return rows;
  }

  std::string row_of(const Shipment& shipment, int part,
                     const std::vector<SplitUnits>* parcel) {
    const std::uint32_t order = shipment.orders.front();
    const OrderId id = book_.order_id(order);
    const std::string told = of(order, Column::kShipCountry);
    std::string country;
    const bool known = told.empty() || append_country_code(told, country);
    const auto& countries = layout_.countries;
    const bool wants_country = column_from("country") != nullptr;
    const bool nameless = wants_country && layout_.country_letters == 3 &&
                          !country.empty() && three_letters(country).empty();
    if (nameless || (!known && (wants_country || !countries.empty()))) {
      note("no-country-code", std::string(column_name(Column::kShipCountry)),
           told, {});
      return {};
    }
    if (!countries.empty() && !told.empty() &&
        std::find(countries.begin(), countries.end(), country) ==
            countries.end()) {
      std::string only;
      for (const std::string& each : countries) add_to_list(only, each);
      note("other-country", std::string(column_name(Column::kShipCountry)),
           told, std::move(only));
      return {};
    }
    for (const std::uint32_t each : shipment.orders) {
      if (!context_.check.facts(each).cash_on_delivery) continue;
      note("no-cash", std::string(column_name(Column::kCodCollectibleAmount)),
           of(each, Column::kCodCollectibleAmount), {});
      return {};
    }
    Values values = sender_;
    values["order-id"] =
        part == 0 ? id_ : part_key_for(id, part, room("order-id"));
    values["key"] =
        part == 0 ? key_for(id) : part_key_for(id, part, room("key"));
    tell_recipient(order, country, values);
    tell_goods(shipment, parcel, values);
    for (const std::uint32_t each : shipment.orders) tell_window(each);
    std::vector<std::string> cells;
    for (const OwnColumn& column : layout_.columns) {
      cells.push_back(without_delimiters(cell_of(column, values)));
      if (!fits(column, cells.back())) cells.back().clear();
    }
    return row_text(cells);
  }

  std::size_t room(std::string_view value) const {
    const OwnColumn* const column = column_from(value);
    return column == nullptr || column->most == 0 ? kPartNameWidth
                                                  : column->most;
  }

  const OwnColumn* column_from(std::string_view value) const {
    for (const OwnColumn& column : layout_.columns) {
      if (column.from == value) return &column;
    }
    return nullptr;
  }

  std::string of(std::uint32_t order, Column column) const {
    return book_.order_cell(order, column);
  }

  // `country` by two letters, "" where none is told.
  void tell_recipient(std::uint32_t order, const std::string& country,
                      Values& values) {
    const std::string name = label_name(of(order, Column::kRecipientName)).name;
    const std::size_t space = name.rfind(' ');
    values["first-name"] =
        space == std::string::npos ? std::string() : name.substr(0, space);
    values["last-name"] =
        space == std::string::npos ? name : name.substr(space + 1);
    const OwnColumn* const first = column_from("first-name");
    // Where there is a column for one of the two alone, it takes both.
    if (column_from("last-name") == nullptr) {
      values["first-name"] = name;
    } else if (first == nullptr) {
      values["last-name"] = name;
    } else if (first->must && !name.empty() && space == std::string::npos) {
      note("one-name", std::string(column_name(Column::kRecipientName)), name,
           first->name);
    }
    tell_lines({"name", "name-2"}, Column::kRecipientName, {name}, values);
    tell_address(order, values);
    values["city"] = of(order, Column::kShipCity);
    values["state"] = of(order, Column::kShipState);
    values["postal-code"] = of(order, Column::kShipPostalCode);
    values["country"] = layout_.country_letters == 3
                            ? std::string(three_letters(country))
                            : country;
    std::string phone = of(order, Column::kShipPhone);
    if (phone.empty()) phone = of(order, Column::kBuyerPhone);
    const HomePhone at_home = home_phone(phone, country);
    values["phone"] = at_home.text;
    values["phone-digits"] = at_home.digits;
    values["phone-extension"] = at_home.extension;
    if (!at_home.extension.empty() && column_from("phone-digits") != nullptr &&
        column_from("phone-extension") == nullptr) {
      warn("extension-left-out", std::string(column_name(Column::kShipPhone)),
           at_home.extension);
    }
    values["email"] = of(order, Column::kBuyerEmail);
  }

  void tell_address(std::uint32_t order, Values& values) {
    std::vector<std::string> lines;
    for (const Column column : {Column::kShipAddress1, Column::kShipAddress2,
                                Column::kShipAddress3}) {
      std::string line = of(order, column);
      if (!line.empty()) lines.push_back(std::move(line));
    }
    const bool sure = tell_street(lines, values);
    if (!sure && column_from("street") != nullptr)
      warn("street-guessed", std::string(column_name(Column::kShipAddress1)),
           std::string(
               trimmed(values["street"] + " " + values["house-number"])));
    if (column_from("street") != nullptr &&
        column_from("address-other") == nullptr &&
        !values["address-other"].empty()) {
      note("no-column", std::string(column_name(Column::kShipAddress2)),
           values["address-other"], {});
    }
    // Without a column of its own the number stays with its street.
    if (column_from("house-number") == nullptr)
      values["street"] = values["street-line"];
    tell_lines({"address-1", "address-2", "address-3", "address-4"},
               Column::kShipAddress1, lines, values);
  }

  // A text's lines in the columns that there are for them: as they came where
  // each fits its own, else set anew.
  void tell_lines(std::initializer_list<const char*> names, Column told,
                  const std::vector<std::string>& lines, Values& values) {
    std::vector<std::size_t> widths;
    bool bytes = false;
    for (const char* const name : names) {
      std::size_t width = 0;
      for (const OwnColumn& column : layout_.columns) {
        if (column.from != name) continue;
        const std::size_t its = column.most > 0 ? column.most : kAnyWidth;
        width = width == 0 ? its : std::min(width, its);
        bytes = bytes || column.bytes;
      }
      if (width > 0) widths.push_back(width);
    }
    if (widths.empty()) return;
    const WidthUnit unit = bytes && layout_.encoding == Encoding::kCp932
                               ? WidthUnit::kHalfWidths
                               : WidthUnit::kCharacters;
    const bool fit =
        lines.size() <= widths.size() &&
        std::equal(lines.begin(), lines.end(), widths.begin(),
                   [unit](const std::string& line, std::size_t most) {
                     return text_width(line, unit) <= most;
                   });
    std::vector<std::string> set = lines;
    if (!fit) {
      const auto split = split_text(lines, widths, unit);
      if (!split) {
        std::string whole, limits;
        for (const std::string& line : lines) add_to_list(whole, line);
        for (const std::size_t width : widths) {
          if (!limits.empty()) limits += " + ";
          limits += std::to_string(width);
        }
        return note("over-characters", std::string(column_name(told)),
                    std::move(whole), std::move(limits));
      }
      set = split->lines;
      if (split->cut_word)
        warn("word-cut", std::string(column_name(told)), set[0]);
    }
    const char* const* name = names.begin();
    for (const std::string& line : set) values[*name++] = line;
  }

  void tell_goods(const Shipment& shipment,
                  const std::vector<SplitUnits>* parcel, Values& values) {
    std::string skus, goods;
    std::int64_t units = 0;
    for (const std::uint32_t order : shipment.orders) {
      const OrderFacts facts = context_.check.facts(order);
      for (std::uint32_t item = book_.first_item(order);
           item < book_.last_item(order); ++item) {
        int its = units_to_send(book_, facts, item);
        if (parcel != nullptr) {
          const std::string id = book_.item_cell(item, Column::kOrderItemId);
          const auto part = std::find_if(
              parcel->begin(), parcel->end(),
              [&](const SplitUnits& one) { return one.item == id; });
          its = part == parcel->end() ? 0 : part->quantity;
        }
        if (its <= 0) continue;
        units += its;
        std::string sku = book_.item_cell(item, Column::kSku);
        if (its > 1) sku += " x" + std::to_string(its);
        add_to_list(skus, sku);
      }
    }
    for (const std::string& name : contents_of(context_, shipment, parcel))
      add_to_list(goods, name);
    values["skus"] = skus;
    values["goods"] = goods;
    values["units"] = std::to_string(units);
  }

  void tell_window(std::uint32_t order) {
    std::string told;
    for (const Column column :
         {Column::kScheduledDeliveryStart, Column::kScheduledDeliveryEnd}) {
      const std::string at = of(order, column);
      if (!at.empty() && !told.empty()) told += " - ";
      told += at;
    }
    if (!told.empty())
      warn("window-not-told",
           std::string(column_name(Column::kScheduledDeliveryStart)),
           std::move(told));
  }

  // ---- cells ---------------------------------------------------------------

  std::string cell_of(const OwnColumn& column, const Values& values) const {
    std::string cell;
    if (!column.setting.empty()) {
      cell = context_.shop.of(layout_.id, column.setting);
    } else if (const auto found = values.find(column.from);
               found != values.end()) {
      cell = found->second;
    }
    if (cell.empty()) cell = column.text;
    if (column.codes.empty()) return cell;
    std::string word = cell;
    for (char& c : word) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    for (const auto& [known, code] : column.codes) {
      if (known == word) return code;
    }
    return cell;
  }

  std::string without_delimiters(const std::string& cell) const {
    if (layout_.quotes) return cell;
    std::string text;
    for (char c : cell) {
      if (c == layout_.delimiter || c == '"') c = ' ';
      if (c == ' ' && (text.empty() || text.back() == ' ')) continue;
      text += c;
    }
    if (text.ends_with(' ')) text.pop_back();
    return text;
  }

  // Whether the cell may stand there; else why not is noted, or that it stays
  // blank.
  bool fits(const OwnColumn& column, const std::string& cell) {
    if (cell.empty()) {
      if (column.must) note_missing(column);
      return true;
    }
    // What the shop says was looked at once for all rows.
    if (!column.setting.empty() || column.from.starts_with("sender-"))
      return true;
    const bool list = column.from == "goods" || column.from == "skus";
    const auto refuse = [&](std::string_view why, std::string limit) {
      if (list && !column.must) {
        warn("memo-left-blank", column.name, cell);
      } else {
        note(list && why != "no-character" ? "goods-over" : why, column.name,
             cell, std::move(limit));
      }
      return false;
    };
    // Told as a space: it is nothing to be seen.
    const bool breaks = cell.find_first_of("\t\r\n") != std::string::npos;
    if (breaks || has_steering(cell)) return refuse("no-character", " ");
    std::size_t where = 0;
    const auto bytes = layout_.encoded(cell, &where);
    if (!bytes) return refuse("no-character", character_at(cell, where));
    if (column.is_over(cell, *bytes))
      return refuse(column.bytes ? "over-bytes" : "over-characters",
                    std::to_string(column.most));
    if (layout_.most_digits > 0 && cell.size() > layout_.most_digits &&
        std::all_of(cell.begin(), cell.end(), is_digit))
      return refuse("over-characters", std::to_string(layout_.most_digits));
    if (begins_formula(cell)) warn("formula-cell", column.name, cell);
    return true;
  }

  void note_missing(const OwnColumn& column) {
    constexpr std::pair<std::string_view, Column> kTold[] = {
        {"address-1", Column::kShipAddress1},
        {"street", Column::kShipAddress1},
        {"house-number", Column::kShipAddress1},
        {"city", Column::kShipCity},
        {"state", Column::kShipState},
        {"postal-code", Column::kShipPostalCode},
        {"country", Column::kShipCountry},
        {"phone", Column::kShipPhone},
        {"phone-digits", Column::kShipPhone},
        {"email", Column::kBuyerEmail},
        {"skus", Column::kSku},
        {"goods", Column::kProductName}};
    Column told = Column::kRecipientName;
    for (const auto& [value, from] : kTold) {
      if (column.from == value) told = from;
    }
    // What is too long for its lines stands there already.
    for (auto noted = files_.left_out.rbegin();
         noted != files_.left_out.rend() && noted->order == id_; ++noted) {
      if (noted->column == column_name(told)) return;
    }
    note(column.from == "goods" ? "no-goods" : "missing", column.name,
         std::string(column_name(told)), {});
  }

  void note(std::string_view why, std::string column, std::string value,
            std::string limit) {
    files_.left_out.push_back(
        {id_, std::move(column), std::move(value), why, std::move(limit)});
  }
  void warn(std::string_view why, std::string column, std::string value) {
    files_.warnings.push_back(
        {id_, std::move(column), std::move(value), why, {}});
  }

  std::string row_text(const std::vector<std::string>& cells) const {
    const char marks[] = {layout_.delimiter, '"', '\0'};
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) row += layout_.delimiter;
      const bool special =
          layout_.quotes && cells[i].find_first_of(marks) != std::string::npos;
      row += special ? in_csv_quotes(cells[i]) : cells[i];
    }
    return layout_.encoded(row, nullptr).value_or(std::string()) + "\r\n";
  }

  const ExportContext& context_;
  const OwnLayout& layout_;
  const OrderBook& book_;
  Values sender_;
  std::string id_;  // of the order at hand
  HandoffFiles files_;
};

HandoffFiles write_own_layout(const ExportContext& context) {
  if (context.layout == nullptr) return {};
  return LayoutWriter(context, *context.layout).write();
}

}  // namespace
}  // namespace own_layout_file

const ExportKind kCarrierExport = {"carrier", ".csv",
                                   own_layout_file::write_own_layout,
                                   ExportReader::kCarrier, Companions::kTaken};

const ExportKind& carrier_export() { return kCarrierExport; }

}  // namespace parcelwise
