// Where an order goes, as one report tells it: name, address and phone are
// never put together from reports that name different places.
//
// BLOCK  Of the reports that have the order's street the first in the book's
// order, so the newest listing, tells them all. A cell that is blank there is
// filled from another report only where the two agree in all other cells that
// both tell; a phone number, where the first report has no such column, from
// one that names the same recipient.
//
//   listing of today        Minato-ku 9-9-9, blank,  no phone column
//   the one of yesterday    Minato-ku 1-1-1, Bldg 5F
//   new orders              Minato-ku 1-1-1, blank,  03-1111-2222
//     -> Minato-ku 9-9-9; no building, and the phone if the name is the same
#ifndef PARCELWISE_ORDERS_TOLD_ADDRESS_H_
#define PARCELWISE_ORDERS_TOLD_ADDRESS_H_

#include <optional>
#include <string>

#include "orders/order_book.h"
#include "report/place.h"

namespace parcelwise {

// Recipient, street, city, state, postal code, country and phone number.
bool is_of_address(Column column);

// nullopt where no report has the street.
std::optional<OrderBook::Source> address_source(const OrderBook& book,
                                                std::uint32_t order);

// What an order's cell of such a column is, UTF-8; "" where it is not told.
std::string address_cell(const OrderBook& book, std::uint32_t order,
                         Column column);

// The first that names another street or city than address_source does, width,
// case and spaces folded; nullopt where all agree.
std::optional<OrderBook::Source> other_address(const OrderBook& book,
                                               std::uint32_t order);

// The keys of where the order goes, valid until `key` is used again; nullptr
// where it must meet no other.
const AddressKeys* address_keys(const OrderBook& book, std::uint32_t order,
                                PlaceKey& key);

}  // namespace parcelwise

#endif  // PARCELWISE_ORDERS_TOLD_ADDRESS_H_
