// From a shipment to the values that a layout asks for, and from those to a
// row; see handoff/carrier_file.h.
#include "handoff/carrier_file.h"

#include <algorithm>
#include <map>

#include "address/country_code.h"
#include "handoff/address_lines.h"
#include "handoff/contents.h"
#include "handoff/csv.h"
#include "handoff/on_delivery.h"
#include "handoff/recipient.h"
#include "handoff/split_labels.h"
#include "orders/order_facts.h"
#include "policy/carrier_layout.h"
#include "text/encoding.h"
#include "text/fold.h"
#include "tracking/shipment_key.h"
#include "words/written.h"

namespace parcelwise {
namespace {

constexpr std::string_view kValues[] = {"order-id",
                                        "key",
                                        "other-order-1",
                                        "other-order-2",
                                        "other-order-3",
                                        "other-order-4",
                                        "memo",
                                        "ship-date",
                                        "delivery-date",
                                        "delivery-time",
                                        "delivery-seal",
                                        "phone",
                                        "postal-code",
                                        "address-1",
                                        "address-2",
                                        "address-3",
                                        "address-4",
                                        "company",
                                        "department",
                                        "name-1",
                                        "name-2",
                                        "honorific",
                                        "goods-1",
                                        "goods-2",
                                        "goods-3",
                                        "goods-4",
                                        "goods-5",
                                        "cash-amount",
                                        "cash-tax",
                                        "cash-code",
                                        "sender-phone",
                                        "sender-postal-code",
                                        "sender-name-1",
                                        "sender-name-2",
                                        "sender-address-1",
                                        "sender-address-2",
                                        "sender-address-3"};

using Values = std::map<std::string, std::string, std::less<>>;

std::string numbered(std::string_view name, std::size_t number) {
  return std::string(name) + "-" + std::to_string(number);
}

std::string joined(const std::vector<std::string>& texts,
                   std::string_view mark) {
  std::string text;
  for (const std::string& each : texts) {
    if (each.empty()) continue;
    if (!text.empty()) text += mark;
    text += each;
  }
  return text;
}

class CarrierWriter {
 public:
  CarrierWriter(const ExportContext& context, const CarrierLayout& layout)
      : context_(context),
        layout_(layout),
        check_(context.check.context()),
        unit_(layout.counts_characters ? WidthUnit::kCharacters
                                       : WidthUnit::kHalfWidths),
        today_(check_.policy.zone().day_of(check_.now)) {}

  HandoffFiles write() {
    read_shop();
    if (!files_.left_out.empty()) return std::move(files_);
    RowFiles rows(layout_.file, ".csv", head(),
                  {.most_bytes = FileLimits().most_bytes,
                   .most_rows = layout_.most_rows});
    for (const Shipment& shipment : context_.shipments) {
      const std::size_t left_out = files_.left_out.size();
      const std::vector<std::string> made = rows_of(shipment);
      if (files_.left_out.size() != left_out) continue;
      rows.add(made);
      for (const std::uint32_t order : shipment.orders) {
        const OrderFacts facts = context_.check.facts(order);
        warn_of_doubts(book(), facts, files_.warnings);
        warn_of_pickup(facts, files_.warnings);
        warn_of_address(book(), order, files_.warnings);
      }
    }
    files_.rows = rows.rows();
    files_.files = rows.finish();
    return std::move(files_);
  }

 private:
  // ---- the shop ------------------------------------------------------------

  void read_shop() {
    for (const CarrierSetting& setting : layout_.settings) {
      const std::string value = setting_value(setting.name);
      const std::string place = setting_place(setting.name);
      if (value.empty()) {
        if (setting.required) note_shop("shop-missing", place, {}, {});
      } else if (!setting.takes(value)) {
        note_shop("shop-bad", place, value, setting.pattern());
      }
    }
    if (const std::string cool = setting_value("cool");
        is_undated() && cool != "0") {
      note_shop("shop-bad", setting_place("cool"), cool, "0");
    }
    // Older lists call 7 ネコポス (docs/carriers.md 3.1): whoever set it then
    // would buy another service now.
    if (layout_.file == "yamato-b2" && setting_value("slip_type") == "7") {
      files_.warnings.push_back(
          {{}, setting_place("slip_type"), "7", "shop-slip-seven", {}});
    }
    const Sender& sender = context_.shop.sender();
    if (uses("sender-phone")) {
      shop_value("sender-phone", "/sender/phone", sender.phone,
                 label_phone(sender.phone), "03-1234-5678");
    }
    if (uses("sender-postal-code")) {
      const std::string code =
          label_postal_code(sender.postal_code, layout_.postal_mark);
      shop_value("sender-postal-code", "/sender/postal_code",
                 sender.postal_code,
                 code.empty() ? std::nullopt : std::optional(code), "135-0061");
    }
    const std::string name[] = {sender.name};
    shop_lines("sender-name", "/sender/name", name, layout_.sender_name);
    const std::string address[] = {sender.address, sender.building};
    shop_lines("sender-address", "/sender/address", address,
               layout_.sender_address);
    for (const CarrierColumn& to : layout_.columns) check_shop_cell(to);
  }

  // ネコポス and クロネコゆうパケット, which are put into the letterbox.
  bool is_undated() const {
    const auto& undated = layout_.undated;
    return std::find(undated.begin(), undated.end(),
                     setting_value(layout_.service_setting)) != undated.end();
  }

  // What is the same in every row is told once.
  void check_shop_cell(const CarrierColumn& to) {
    const std::string value = value_of(to.from, sender_);
    std::string place;
    if (to.from.starts_with("@")) {
      const CarrierSetting* const setting = layout_.setting(to.from.substr(1));
      if (setting == nullptr || !setting->takes(value)) return;  // told already
      place = setting_place(setting->name);
    } else if (to.from.starts_with("sender-phone")) {
      place = "/sender/phone";
    } else if (to.from.starts_with("sender-name")) {
      place = "/sender/name";
    } else if (to.from.starts_with("sender-address")) {
      place = "/sender/address";
    } else {
      return;
    }
    if (to.most > 0 && text_width(value, unit_) > to.most) {
      note_shop("shop-too-long", place, value, widths_text({to.most}, unit_));
    }
    if (const std::string lacking = unwritable(value); !lacking.empty()) {
      note_shop("shop-no-character", place, value, lacking);
    }
  }

  void shop_value(std::string_view name, std::string_view place,
                  const std::string& reported,
                  const std::optional<std::string>& value,
                  std::string_view example) {
    if (reported.empty())
      return note_shop("shop-missing", std::string(place), {}, {});
    if (!value)
      return note_shop("shop-bad", std::string(place), reported,
                       std::string(example));
    sender_[std::string(name)] = *value;
  }

  void shop_lines(std::string_view name, std::string_view place,
                  std::span<const std::string> reported,
                  const std::vector<std::size_t>& limits) {
    if (limits.empty()) return;
    const auto split = split_text(reported, limits, unit_);
    const std::string text = joined({reported.begin(), reported.end()}, " ");
    if (!split)
      return note_shop("shop-too-long", std::string(place), text,
                       widths_text(limits, unit_));
    if (reported[0].empty())
      return note_shop("shop-missing", std::string(place), {}, {});
    for (std::size_t i = 0; i < split->lines.size(); ++i) {
      sender_[numbered(name, i + 1)] = split->lines[i];
    }
  }

  // A carrier's settings stand under the kind's name, which its file has too.
  std::string setting_value(std::string_view name) const {
    const std::string_view said = context_.shop.of(layout_.file, name);
    if (!said.empty()) return std::string(said);
    const CarrierSetting* const setting = layout_.setting(name);
    return setting == nullptr ? std::string() : setting->otherwise;
  }
  std::string setting_place(std::string_view name) const {
    return "/carriers/" + layout_.file + "/" + std::string(name);
  }

  void note_shop(std::string_view why, std::string place, std::string value,
                 std::string limit) {
    files_.left_out.push_back(
        {{}, std::move(place), std::move(value), why, std::move(limit)});
  }

  // ---- one row -------------------------------------------------------------

  // One, or one for each parcel of an order that the seller split.
  std::vector<std::string> rows_of(const Shipment& shipment) {
    const SplitParcels* const parcels = parcels_of(context_, shipment);
    parcel_ = nullptr;
    if (parcels == nullptr) return {row_of(shipment, 0)};
    const auto faults =
        split_faults(context_, shipment.orders.front(), *parcels);
    files_.left_out.insert(files_.left_out.end(), faults.begin(), faults.end());
    std::vector<std::string> rows;
    for (std::size_t p = 0; faults.empty() && p < parcels->size(); ++p) {
      parcel_ = &(*parcels)[p];
      rows.push_back(row_of(shipment, static_cast<int>(p) + 1));
    }
    return rows;
  }

  std::string row_of(const Shipment& shipment, int part) {
    order_ = shipment.orders.front();
    id_ = book().order_id(order_).text();
    const std::string told = book().order_cell(order_, Column::kShipCountry);
    std::string country;
    if (!told.empty() &&
        (!append_country_code(told, country) || country != "JP")) {
      note("foreign", column_name(Column::kShipCountry), told, {});
      return {};
    }
    Values values = sender_;
    values["order-id"] = id_;
    values["key"] = key_for(book().order_id(order_));
    if (part > 0) {
      auto [value, text] = part_name(layout_, book().order_id(order_), part);
      values[value] = std::move(text);
    }
    for (std::size_t i = 1; i < shipment.orders.size(); ++i) {
      values[numbered("other-order", i)] =
          book().order_id(shipment.orders[i]).text();
    }
    values["ship-date"] = date_text(today_);
    tell_recipient(values);
    tell_goods(shipment, values);
    tell_memo(shipment, values);
    tell_window(shipment, values);
    const bool cash =
        std::any_of(shipment.orders.begin(), shipment.orders.end(),
                    [&](std::uint32_t order) {
                      return context_.check.facts(order).cash_on_delivery;
                    });
    if (cash) tell_cash(shipment, values);
    return row_text(values, cash);
  }

  void tell_recipient(Values& values) {
    std::string phone = book().order_cell(order_, Column::kShipPhone);
    std::string_view phone_column = column_name(Column::kShipPhone);
    if (phone.empty()) {
      phone = book().order_cell(order_, Column::kBuyerPhone);
      if (!phone.empty()) phone_column = column_name(Column::kBuyerPhone);
    }
    if (const auto written = label_phone(phone)) {
      values["phone"] = *written;
    } else if (!phone.empty() && uses("phone")) {
      note("bad-phone", phone_column, phone, {});
    }

    const std::string reported =
        book().order_cell(order_, Column::kShipPostalCode);
    values["postal-code"] = label_postal_code(reported, layout_.postal_mark);
    if (!reported.empty() && values["postal-code"].empty()) {
      note("bad-postal-code", column_name(Column::kShipPostalCode), reported,
           {});
    }

    const LabelName label =
        label_name(book().order_cell(order_, Column::kRecipientName));
    values["honorific"] = label.honorific.empty() ? "様" : label.honorific;
    tell_name(label.name, values);
    tell_address(values);
  }

  void tell_name(const std::string& name, Values& values) {
    const std::string reported[] = {name};
    auto split = split_text(reported, layout_.name, unit_);
    const bool too_long = !split || split->cut_word;
    if (too_long && !layout_.long_name.empty()) {
      if (const auto two = company_and_name(name)) {
        values["company"] = two->lines[0];
        values["name-1"] = two->lines[1];
        if (two->cut_word)
          warn("word-cut", column("name-1"), joined(two->lines, " | "), {});
        return;
      }
    }
    if (!split) {
      return note("over-limit", column("name-1"), name,
                  widths_text(layout_.name, unit_));
    }
    tell_lines("name", *split, values);
  }

  // The name behind the last space that leaves both what fits; else cut in two.
  std::optional<SplitText> company_and_name(const std::string& name) const {
    for (std::size_t at = name.size(); at-- > 0;) {
      const std::string_view rest = std::string_view(name).substr(at);
      const std::size_t space = rest.starts_with(" ")    ? 1
                                : rest.starts_with("　") ? 3
                                                         : 0;
      if (space == 0 ||
          text_width(rest.substr(space), unit_) > layout_.long_name[1] ||
          text_width(name.substr(0, at), unit_) > layout_.long_name[0]) {
        continue;
      }
      return SplitText{{name.substr(0, at), std::string(rest.substr(space))},
                       false};
    }
    const std::string reported[] = {name};
    auto split = split_text(reported, layout_.long_name, unit_);
    if (split && split->lines.size() != 2) return std::nullopt;
    return split;
  }

  void tell_address(Values& values) {
    const auto cell = [&](Column column) {
      return book().order_cell(order_, column);
    };
    std::vector<std::string> lines =
        label_address(cell(Column::kShipState), cell(Column::kShipCity),
                      {cell(Column::kShipAddress1), cell(Column::kShipAddress2),
                       cell(Column::kShipAddress3)});
    const std::string whole = joined(lines, " ");
    if (whole.empty()) return;
    // Where the report has no street, what is joined before it is no address.
    if (!has_street(cell(Column::kShipState), cell(Column::kShipCity),
                    {cell(Column::kShipAddress1), lines[1], lines[2]})) {
      return note("missing", column("address-1"), told_by("address-1"), {});
    }
    std::string municipality;
    if (layout_.prefecture > 0) {
      const JapaneseParts parts = japanese_parts(lines[0]);
      const std::string prefecture = lines[0].substr(0, parts.prefecture_end);
      const std::string city = lines[0].substr(
          parts.prefecture_end, parts.city_end - parts.prefecture_end);
      if (text_width(city, unit_) > layout_.city) {
        return note("over-limit", column("address-1"), city,
                    widths_text({layout_.city}, unit_));
      }
      municipality = prefecture + city;
      lines[0].erase(0, municipality.size());
    }
    const auto split = split_text(lines, layout_.address, unit_);
    if ((!split || split->cut_word) && values["company"].empty() &&
        tell_rest(lines, values)) {
      values["address-1"].insert(0, municipality);
      return;
    }
    if (!split) {
      return note("over-limit", column("address-1"), whole,
                  widths_text(layout_.address, unit_));
    }
    tell_lines("address", *split, values);
    values["address-1"].insert(0, municipality);
  }

  // The address over its own lines and as few of the free ones as spare its
  // words. A building that is too long for its own line leaves that blank.
  bool tell_rest(const std::vector<std::string>& lines, Values& values) const {
    constexpr std::string_view kRest[] = {"company", "department"};
    for (std::size_t rest = 1; rest <= layout_.address_rest.size(); ++rest) {
      for (std::size_t own = layout_.address.size() - 1;
           own <= layout_.address.size(); ++own) {
        std::vector<std::size_t> limits(
            layout_.address.begin(),
            layout_.address.begin() + static_cast<std::ptrdiff_t>(own));
        limits.insert(
            limits.end(), layout_.address_rest.begin(),
            layout_.address_rest.begin() + static_cast<std::ptrdiff_t>(rest));
        const auto split = split_text(lines, limits, unit_);
        if (!split || split->cut_word) continue;
        for (std::size_t i = 0; i < split->lines.size(); ++i) {
          values[i < own ? numbered("address", i + 1)
                         : std::string(kRest[i - own])] = split->lines[i];
        }
        return true;
      }
    }
    return false;
  }

  void tell_lines(std::string_view name, const SplitText& split,
                  Values& values) {
    for (std::size_t i = 0; i < split.lines.size(); ++i) {
      values[numbered(name, i + 1)] = split.lines[i];
    }
    if (split.cut_word)
      warn("word-cut", column(numbered(name, 1)), joined(split.lines, " | "),
           {});
  }

  void tell_goods(const Shipment& shipment, Values& values) {
    std::vector<std::string> goods = contents_of(context_, shipment, parcel_);
    if (setting_value("key_in_goods") == "yes") {
      goods.resize(std::max<std::size_t>(goods.size(), 1));
      goods[0] = joined({goods[0], values["key"]}, " ");
    }
    for (std::size_t i = 0; i < goods.size(); ++i) {
      if (i == layout_.goods.size()) {
        warn("goods-left-out", column("goods-1"), goods[i], {});
        break;
      }
      values[numbered("goods", i + 1)] = goods[i];
    }
  }

  void tell_memo(const Shipment& shipment, Values& values) {
    std::vector<std::string> numbers;
    for (const std::uint32_t order : shipment.orders) {
      std::string number = po_number(book(), order);
      if (number.empty() || !context_.check.facts(order).is(Flag::kBusiness))
        continue;
      if (std::find(numbers.begin(), numbers.end(), number) == numbers.end()) {
        numbers.push_back(std::move(number));
      }
    }
    const CarrierColumn* const to = column_from("memo");
    if (numbers.empty() || to == nullptr) return;
    const std::string memo = "PO " + joined(numbers, " ");
    const bool fits = to->most == 0 || text_width(memo, unit_) <= to->most;
    if (fits && unwritable(memo).empty()) {
      values["memo"] = memo;
    } else {
      warn("memo-left-blank", to->name, memo, {});
    }
  }

  // ---- when ----------------------------------------------------------------

  std::string date_text(Day day) const {
    std::string text = to_text(day);  // 2026-11-20
    text.replace(7, 1, layout_.date_mark);
    text.replace(4, 1, layout_.date_mark);
    return text;
  }

  void tell_window(const Shipment& shipment, Values& values) {
    values["delivery-time"] = layout_.no_window;
    for (const std::uint32_t order : shipment.orders) {
      const OrderFacts facts = context_.check.facts(order);
      if (!facts.scheduled_start && !facts.scheduled_end) continue;
      const Zone& zone = context_.check.context(order).policy.zone();
      std::string reported;
      for (const auto& at : {facts.scheduled_start, facts.scheduled_end}) {
        if (!at) continue;
        if (!reported.empty()) reported += " - ";
        reported += zone.to_iso8601(*at);
      }
      const auto window = delivery_window(facts, zone);
      if (!window || !uses("delivery-date") || is_undated()) {
        return warn("window-not-told",
                    column_name(Column::kScheduledDeliveryStart), reported, {});
      }
      if (window->day < today_) {
        return warn("window-past", column_name(Column::kScheduledDeliveryStart),
                    reported, {});
      }
      values["delivery-date"] = date_text(window->day);
      values["delivery-seal"] = layout_.day_seal;
      if (window->first_hour == 0 && window->last_hour == 24) return;
      const std::string service = setting_value(layout_.service_setting);
      const bool has_own =
          std::any_of(layout_.windows.begin(), layout_.windows.end(),
                      [&](const DeliveryWindow& known) {
                        return !service.empty() && known.service == service;
                      });
      for (const DeliveryWindow& known : layout_.windows) {
        if (known.service != (has_own ? service : std::string())) continue;
        if (known.first_hour != window->first_hour ||
            known.last_hour != window->last_hour)
          continue;
        values["delivery-time"] = known.code;
        if (!known.seal.empty()) values["delivery-seal"] = known.seal;
        return;
      }
      return warn("window-hours", column("delivery-time"), reported, {});
    }
  }

  // ---- cash on delivery ----------------------------------------------------

  // The carrier collects exactly cod-collectible-amount (docs/rules.md 2.2.9).
  void tell_cash(const Shipment& shipment, Values& values) {
    const std::string reported =
        book().order_cell(order_, Column::kCodCollectibleAmount);
    const std::string_view from = column_name(Column::kCodCollectibleAmount);
    if (layout_.cash_most == 0) return note("no-cash", from, reported, {});
    if (shipment.orders.size() > 1)
      return note("cash-shared", from, reported, {});
    std::int64_t most = layout_.cash_most;
    if (!layout_.service_setting.empty()) {
      const std::string setting = setting_value(layout_.service_setting);
      const auto code = std::find_if(
          layout_.cash_codes.begin(), layout_.cash_codes.end(),
          [&](const CashCode& each) { return each.value == setting; });
      if (code == layout_.cash_codes.end())
        return note("no-cash", from, reported, {});
      values["cash-code"] = code->code;
      most = code->most;
    }
    const auto cash = collected_cash(
        book(), order_, context_.check.context(order_).policy.currency(), most);
    if (!cash) return note("cash-unclear", from, reported, {});
    if (cash->amount > most) {
      return note("cash-over-limit", from, reported, std::to_string(most));
    }
    values["cash-amount"] = std::to_string(cash->amount);
    values["cash-tax"] = std::to_string(cash->tax);
  }

  // ---- cells ---------------------------------------------------------------

  std::string row_text(const Values& values, bool cash) {
    std::vector<std::string> cells;
    bool quotes = false;
    for (const CarrierColumn& to : layout_.columns) {
      const std::string& from =
          cash && !to.from_cash.empty() ? to.from_cash : to.from;
      std::string cell = value_of(from, values);
      check_cell(to, from, cell, cash);
      quotes = quotes || needs_csv_quotes(cell);
      cells.push_back(std::move(cell));
    }
    std::string row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) row += ',';
      const bool quote =
          layout_.quotes_row ? quotes : needs_csv_quotes(cells[i]);
      row += quote ? in_csv_quotes(cells[i]) : cells[i];
    }
    return to_cp932(row + "\r\n", nullptr).value_or(std::string());
  }

  std::string value_of(std::string_view from, const Values& values) const {
    if (from.starts_with("=")) return std::string(from.substr(1));
    if (from.starts_with("@")) return setting_value(from.substr(1));
    const auto at = values.find(from);
    return at == values.end() ? std::string() : at->second;
  }

  void check_cell(const CarrierColumn& to, std::string_view from,
                  const std::string& cell, bool cash) {
    if (cell.empty()) {
      // What was said of it already needs no second word.
      if (!to.must || noted(to, from, cash)) return;
      if (from.starts_with("@")) {
        note("no-setting", to.name, setting_place(from.substr(1)), {});
      } else {
        note(from.starts_with("goods") ? "no-goods" : "missing", to.name,
             told_by(from), {});
      }
      return;
    }
    if (to.most > 0 && text_width(cell, unit_) > to.most) {
      note(from.starts_with("goods") ? "goods-over-limit" : "over-limit",
           to.name, cell, widths_text({to.most}, unit_));
    }
    if (const std::string lacking = unwritable(cell); !lacking.empty()) {
      note("no-character", to.name, cell, lacking);
    }
    // It stands as it is, for the carrier prints it; the shop's own words are
    // the seller's.
    const bool reported =
        from.find_first_of("=@") != 0 && !from.starts_with("sender-");
    if (reported && begins_formula(cell))
      warn("formula-cell", to.name, cell, {});
  }

  // Whether a note of this order tells why a value is blank.
  bool noted(const CarrierColumn& to, std::string_view from, bool cash) const {
    const auto why_of = [&](const RowNote& note) {
      if (note.order != id_) return false;
      if (from == "phone") return note.why == "bad-phone";
      if (from == "postal-code") return note.why == "bad-postal-code";
      if (cash && !to.from_cash.empty())
        return note.why.find("cash") != std::string_view::npos;
      return note.column == to.name;
    };
    return std::any_of(files_.left_out.rbegin(), files_.left_out.rend(),
                       why_of);
  }

  // The report's column that should have told a value.
  static std::string told_by(std::string_view from) {
    if (from == "phone") return std::string(column_name(Column::kShipPhone));
    if (from == "postal-code")
      return std::string(column_name(Column::kShipPostalCode));
    if (from.starts_with("address"))
      return std::string(column_name(Column::kShipAddress1));
    return std::string(column_name(Column::kRecipientName));
  }

  std::string head() const {
    if (!layout_.header) return {};
    std::string head;
    for (const CarrierColumn& to : layout_.columns) {
      if (!head.empty()) head += ',';
      head += to.name;
    }
    return to_cp932(head + "\r\n", nullptr).value_or(std::string());
  }

  const CarrierColumn* column_from(std::string_view from) const {
    for (const CarrierColumn& to : layout_.columns) {
      if (to.from == from) return &to;
    }
    return nullptr;
  }
  bool uses(std::string_view from) const {
    return column_from(from) != nullptr;
  }
  std::string column(std::string_view from) const {
    const CarrierColumn* const to = column_from(from);
    return to == nullptr ? std::string(from) : to->name;
  }

  // A value that stands in two columns is told of once.
  void note(std::string_view why, std::string_view column,
            std::string_view value, std::string limit) {
    for (auto reported = files_.left_out.rbegin();
         reported != files_.left_out.rend(); ++reported) {
      if (reported->order != id_) break;
      if (reported->why == why && reported->value == value && !value.empty())
        return;
    }
    files_.left_out.push_back(
        {id_, std::string(column), std::string(value), why, std::move(limit)});
  }
  void warn(std::string_view why, std::string_view column,
            std::string_view value, std::string limit) {
    files_.warnings.push_back(
        {id_, std::string(column), std::string(value), why, std::move(limit)});
  }

  const OrderBook& book() const { return check_.book; }

  const ExportContext& context_;
  const CarrierLayout& layout_;
  const CheckContext& check_;
  const WidthUnit unit_;
  const Day today_;
  Values sender_;
  HandoffFiles files_;
  const std::vector<SplitUnits>* parcel_ = nullptr;  // of a split order
  std::uint32_t order_ = 0;  // of the shipment at hand, the first
  std::string id_;
};

}  // namespace

HandoffFiles write_carrier_file(const ExportContext& context,
                                std::string_view layout) {
  const auto of = CarrierLayout::of(layout);
  return of ? CarrierWriter(context, *of).write() : HandoffFiles();
}

std::span<const std::string_view> carrier_values() { return kValues; }

}  // namespace parcelwise
