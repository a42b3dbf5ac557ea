// What goes on paper into or onto a parcel: one slip for each shipment, with
// the orders in it, their lines by SKU, and where it goes.
//
// A business order's slip is obligatory and bears its purchase order number
// (S33, S34). No slip with a gift on it tells a price, for the others in its
// parcel neither. A slip is no invoice and no receipt: those are Amazon's
// (S20); whoever prints it must say so. Its language is that of the place it
// goes to, for the buyer reads it.
//
//   an order to ship     -> a slip
//   a pending order      -> none, and a note in left_out
//   no address told      -> a slip without one, and a note in warnings
#ifndef PARCELWISE_HANDOFF_SLIPS_H_
#define PARCELWISE_HANDOFF_SLIPS_H_

#include <optional>
#include <string>
#include <vector>

#include "handoff/export.h"
#include "money/money.h"

namespace parcelwise {

// An address as it stands on an envelope, a line each, in the order of its
// country: Japan's begins with the postal code and ends with the name and 様.
struct PostalAddress {
  std::vector<std::string> lines;  // empty where none is told
  std::size_t name = 0;            // which of them is the recipient
};
PostalAddress postal_address(const OrderBook& book, std::uint32_t order);

// Who sends, likewise: what the seller told of it, 〒 before a Japanese postal
// code.
std::vector<std::string> sender_lines(const Sender& sender);

struct SlipLine {
  std::string sku, product;
  std::int64_t units = 0;      // in this parcel
  std::optional<Money> price;  // of all of them, as it was charged
};

struct SlipOrder {
  OrderId id;
  std::optional<Instant> purchased;
  bool business = false, gift = false;
  std::string po;
  std::vector<std::string> messages;  // to whoever gets the gift
  std::vector<SlipLine> lines;        // by SKU
};

struct Slip {
  PostalAddress to;
  Language language{};
  std::vector<SlipOrder> orders;
};

struct Slips {
  std::vector<Slip> slips;
  std::vector<RowNote> left_out, warnings;
};

Slips slips_of(const ExportContext& context);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_SLIPS_H_
