// Gathers what a slip says; see handoff/slips.h.
#include "handoff/slips.h"

#include <algorithm>

#include "handoff/picking.h"
#include "text/compact_sort.h"

namespace parcelwise {
namespace {

std::string country_of(const OrderBook& book, std::uint32_t order) {
  std::string country = book.order_cell(order, Column::kShipCountry);
  for (char& c : country) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return country;
}

// What is told of several parts, with `between` them.
std::string joined(std::initializer_list<std::string> parts,
                   std::string_view between) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

Language language_for(std::string_view country) {
  if (country == "JP") return Language::kJapanese;
  if (country == "IT" || country == "SM" || country == "VA")
    return Language::kItalian;
  return Language::kEnglish;
}

std::vector<SlipLine> lines_of(const OrderBook& book, const OrderFacts& order,
                               const Currency& currency) {
  std::vector<SlipLine> lines;
  for (std::uint32_t item = book.first_item(order.order);
       item < book.last_item(order.order); ++item) {
    const int units = units_to_send(book, order, item);
    if (units <= 0) continue;
    SlipLine line{book.item_cell(item, Column::kSku),
                  book.item_cell(item, Column::kProductName), units,
                  std::nullopt};
    // What was charged for units of an earlier parcel does not belong here.
    if (units == item_units(book, item).purchased) {
      line.price = item_money(book, item, Column::kItemPrice, currency);
    }
    lines.push_back(std::move(line));
  }
  compact_stable_sort(lines, [](const SlipLine& a, const SlipLine& b) {
    return a.sku < b.sku;
  });
  return lines;
}

SlipOrder order_of(const ExportContext& context, const OrderFacts& facts) {
  const CheckContext& check = context.check.context(facts.order);
  const OrderBook& book = check.book;
  SlipOrder order;
  order.id = facts.id;
  order.purchased = facts.purchase;
  order.business = facts.is(Flag::kBusiness);
  order.gift = facts.gift;
  order.po = po_number(book, facts.order);
  for (std::uint32_t item = book.first_item(facts.order);
       item < book.last_item(facts.order); ++item) {
    std::string message = book.item_cell(item, Column::kGiftMessage);
    const auto& reported = order.messages;
    if (message.empty() ||
        std::find(reported.begin(), reported.end(), message) != reported.end())
      continue;
    order.messages.push_back(std::move(message));
  }
  order.lines = lines_of(book, facts, check.policy.currency());
  return order;
}

}  // namespace

PostalAddress postal_address(const OrderBook& book, std::uint32_t order) {
  const auto cell = [&](Column column) {
    return book.order_cell(order, column);
  };
  const std::string name = cell(Column::kRecipientName);
  const std::string street = cell(Column::kShipAddress1);
  const std::string city = cell(Column::kShipCity),
                    state = cell(Column::kShipState);
  const std::string code = cell(Column::kShipPostalCode),
                    country = country_of(book, order);
  PostalAddress address;
  if (name.empty() || street.empty()) return address;
  const auto add = [&](std::string line) {
    if (!line.empty()) address.lines.push_back(std::move(line));
  };
  if (country == "JP") {
    add(code.empty() ? code : "〒" + code);
    add(joined({state, city, street}, ""));
    add(cell(Column::kShipAddress2));
    add(cell(Column::kShipAddress3));
    address.name = address.lines.size();
    add(name + " 様");
    return address;
  }
  add(name);
  add(street);
  add(cell(Column::kShipAddress2));
  add(cell(Column::kShipAddress3));
  if (country == "US" || country == "CA" || country == "AU") {
    add(joined({city, joined({state, code}, " ")}, ", "));
  } else if (country == "GB" || country == "UK" || country == "IE") {
    add(city);
    add(state.empty() ? cell(Column::kShipCounty) : state);
    add(code);
  } else {
    add(joined({code, city, state}, " "));
  }
  add(country);
  return address;
}

std::vector<std::string> sender_lines(const Sender& sender) {
  const std::string& code = sender.postal_code;
  const bool japanese =
      code.size() == 8 && code[3] == '-' &&
      code.find_first_not_of("0123456789-") == std::string::npos;
  std::vector<std::string> lines;
  const std::string place = joined({sender.address, sender.building}, " ");
  const std::string first = japanese ? "〒" + code : place;
  for (std::string line :
       {sender.name, first, japanese ? place : code, sender.phone}) {
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

Slips slips_of(const ExportContext& context) {
  const OrderBook& book = context.check.context().book;
  Slips made;
  warn_of_apart(context, made.warnings);
  for (const Shipment& shipment : context.shipments) {
    Slip slip;
    for (const std::uint32_t order : shipment.orders) {
      const OrderFacts facts = context.check.facts(order);
      if (!goes_out(context, facts)) {
        made.left_out.push_back(nothing_to_ship(facts));
        continue;
      }
      if (slip.orders.empty()) {
        slip.to = postal_address(book, order);
        slip.language = language_for(country_of(book, order));
        if (slip.to.lines.empty()) {
          made.warnings.push_back({facts.id.text(), {}, {}, "no-address", {}});
        }
      }
      warn_of_doubts(book, facts, made.warnings);
      warn_of_address(book, order, made.warnings);
      slip.orders.push_back(order_of(context, facts));
    }
    if (slip.orders.empty()) continue;
    if (std::any_of(slip.orders.begin(), slip.orders.end(),
                    [](const SlipOrder& order) { return order.gift; })) {
      for (SlipOrder& order : slip.orders) {
        for (SlipLine& line : order.lines) line.price.reset();
      }
    }
    made.slips.push_back(std::move(slip));
  }
  return made;
}

}  // namespace parcelwise
