// Order and item ids, packed into 64 bits: ids are compared and sorted by the
// million, and a packed id sorts as its text does.
#ifndef PARCELWISE_REPORT_ORDER_ID_H_
#define PARCELWISE_REPORT_ORDER_ID_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace parcelwise {

// "250-1234567-1234567": 3-7-7 digits, the hyphens required (docs/formats.md
// 1.4). Orders that Amazon fulfils for other shops begin with S and two digits.
class OrderId {
 public:
  OrderId() = default;

  // Surrounding spaces are passed over.
  //   parse("250-1234567-1234567")->text()  -> "250-1234567-1234567"
  //   parse("25012345671234567")            -> nullopt
  //   parse("2.50123E+16")                  -> nullopt
  static std::optional<OrderId> parse(std::string_view text);

  std::string text() const;
  std::uint64_t packed() const { return packed_; }
  // Of what packed() gave.
  static OrderId unpacked(std::uint64_t packed) {
    OrderId id;
    id.packed_ = packed;
    return id;
  }
  // "S01-...": of another shop, sent by Amazon.
  bool multi_channel() const;

  friend auto operator<=>(const OrderId&, const OrderId&) = default;

 private:
  std::uint64_t packed_ = 0;  // 17 digits; an S order has 10^17 added
};

// 1 to 18 digits, kept with their leading zeros for text(). A spreadsheet takes
// those away, so "007" and "7" are one item. Reports without the column (all
// orders) have no item id: none() is true.
class ItemId {
 public:
  ItemId() = default;
  static std::optional<ItemId> parse(std::string_view text);

  bool none() const { return packed_ == 0; }
  std::string text() const;
  // The same for equal ids, other for all others; 0 for none.
  std::uint64_t key() const;

  friend bool operator==(const ItemId& a, const ItemId& b) {
    return a.packed_ == b.packed_ || a.key() == b.key();
  }
  friend auto operator<=>(const ItemId& a, const ItemId& b) {
    return a.key() <=> b.key();
  }

 private:
  // The digits behind a leading 1, so that "007" is told from "7".
  std::uint64_t packed_ = 0;
};

// True for what a spreadsheet makes of a long number: "1.40274E+14".
bool is_scientific(std::string_view text);

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_ORDER_ID_H_
