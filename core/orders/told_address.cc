// Takes an order's address from one report; see orders/told_address.h.
#include "orders/told_address.h"

#include <algorithm>
#include <array>

#include "text/fold.h"

namespace parcelwise {
namespace {

using Source = OrderBook::Source;

constexpr Column kStreet[] = {Column::kShipCity, Column::kShipAddress1,
                              Column::kShipAddress2, Column::kShipAddress3};
// What two reports must agree in before one fills the other's blanks. Phone
// numbers are written in too many ways to be compared.
constexpr Column kCompared[] = {Column::kRecipientName,  Column::kShipAddress1,
                                Column::kShipAddress2,   Column::kShipAddress3,
                                Column::kShipCity,       Column::kShipState,
                                Column::kShipPostalCode, Column::kShipCountry};

using StreetCells = std::array<std::string_view, std::size(kStreet)>;

StreetCells street_cells(const OrderBook& book, Source source) {
  StreetCells cells;
  book.report(source).bytes(book.part(source), kStreet, cells);
  return cells;
}

bool one_part(const OrderBook& book, Source a, Source b) {
  return a.report == b.report && book.line(a).part == book.line(b).part;
}

std::string folded(Column column, const std::string& cell) {
  if (column == Column::kRecipientName) return fold_name(cell);
  if (column == Column::kShipPostalCode) return fold_postal_code(cell);
  // Written twice an address differs in what a SKU typed by hand does.
  return fold_sku(cell);
}

// Of the two tells both, and not the same.
bool differs(const OrderBook& book, Source a, Source b, Column column) {
  const std::string x = book.report(a).cell(book.part(a), column);
  if (x.empty()) return false;
  const std::string y = book.report(b).cell(book.part(b), column);
  return !y.empty() && x != y && folded(column, x) != folded(column, y);
}

bool may_fill(const OrderBook& book, Source told, Source other, Column column) {
  if (column == Column::kShipPhone &&
      !book.report(told).header.has(Column::kShipPhone)) {
    return !differs(book, told, other, Column::kRecipientName);
  }
  return std::none_of(
      std::begin(kCompared), std::end(kCompared), [&](Column each) {
        return each != column && differs(book, told, other, each);
      });
}

// The streets of both, of the lines that both reports have.
bool same_street(const OrderBook& book, Source a, Source b) {
  const Report &of_a = book.report(a), &of_b = book.report(b);
  if (of_a.encoding == of_b.encoding &&
      street_cells(book, a) == street_cells(book, b)) {
    return true;
  }
  std::string all[2], shared[2];
  for (const Column column : kStreet) {
    const std::string cells[] = {of_a.cell(book.part(a), column),
                                 of_b.cell(book.part(b), column)};
    const bool both = of_a.header.has(column) && of_b.header.has(column);
    for (std::size_t i = 0; i < 2; ++i) {
      all[i] += cells[i];
      if (both) shared[i] += cells[i];
    }
  }
  // One may write in two lines what the other writes in one.
  return fold_sku(shared[0]) == fold_sku(shared[1]) ||
         fold_sku(all[0]) == fold_sku(all[1]);
}

// Of the sources that hold, the one whose report comes first in the book. An
// order's sources stand by item, and a listing may lack an item.
template <typename Holds>
std::optional<Source> first_of(const OrderBook& book, std::uint32_t order,
                               Holds holds) {
  std::optional<Source> first;
  for (const Source source : book.order_sources(order)) {
    if ((!first || source.report < first->report) && holds(source))
      first = source;
  }
  return first;
}

}  // namespace

bool is_of_address(Column column) {
  return column == Column::kShipPhone ||
         std::find(std::begin(kCompared), std::end(kCompared), column) !=
             std::end(kCompared);
}

std::optional<Source> address_source(const OrderBook& book,
                                     std::uint32_t order) {
  const auto street = first_of(book, order, [&](Source source) {
    // What has a place has a street (OrderPart::place).
    const OrderPart& part = book.part(source);
    return part.place != kNoPlace ||
           !book.report(source).bytes(part, Column::kShipAddress1).empty();
  });
  if (street) return street;
  return first_of(book, order, [&](Source source) {
    const StreetCells cells = street_cells(book, source);
    return std::any_of(cells.begin() + 1, cells.end(),
                       [](std::string_view cell) { return !cell.empty(); });
  });
}

std::string address_cell(const OrderBook& book, std::uint32_t order,
                         Column column) {
  const auto told = address_source(book, order);
  const auto filling = [&](Source source) {
    return !book.report(source).bytes(book.part(source), column).empty() &&
           (!told || one_part(book, *told, source) ||
            may_fill(book, *told, source, column));
  };
  std::string cell;
  if (told) cell = book.report(*told).cell(book.part(*told), column);
  if (!cell.empty()) return cell;
  const auto source = first_of(book, order, filling);
  return source ? book.report(*source).cell(book.part(*source), column)
                : std::string();
}

std::optional<Source> other_address(const OrderBook& book,
                                    std::uint32_t order) {
  // Nearly every order: one report tells it, in rows with one address.
  const std::span<const Source> sources = book.order_sources(order);
  if (sources.size() == 1) return std::nullopt;
  if (std::all_of(sources.begin(), sources.end(), [&](Source source) {
        return one_part(book, sources.front(), source);
      })) {
    return std::nullopt;
  }
  const auto told = address_source(book, order);
  if (!told) return std::nullopt;
  return first_of(book, order, [&](Source source) {
    return !one_part(book, *told, source) &&
           !book.report(source)
                .bytes(book.part(source), Column::kShipAddress1)
                .empty() &&
           !same_street(book, *told, source);
  });
}

const AddressKeys* address_keys(const OrderBook& book, std::uint32_t order,
                                PlaceKey& key) {
  const auto told = address_source(book, order);
  if (!told) return nullptr;
  const auto keys_of = [&](Source source) -> const AddressKeys* {
    const OrderPart& part = book.part(source);
    return part.place == kNoPlace ? nullptr : key.of(book.report(source), part);
  };
  if (const AddressKeys* const keys = keys_of(*told)) return keys;
  // Another report may know the postal code of the same street.
  const auto other = first_of(book, order, [&](Source source) {
    return !one_part(book, *told, source) &&
           book.part(source).place != kNoPlace &&
           same_street(book, *told, source);
  });
  return other ? keys_of(*other) : nullptr;
}

}  // namespace parcelwise
