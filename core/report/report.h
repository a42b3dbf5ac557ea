// One report as it was read: its lines, packed; its rejects; its counts.
//
// MEMORY  A report of 300,000 lines stays well below its file's size: columns
// that hold for the whole order (dates, address, buyer) are kept once for
// consecutive lines of one order, SKU and product name once for each product,
// texts as the bytes of the file. Nothing is decoded before it is shown.
//
// REFUNDS  A returns report gives one line for each order and SKU, all its rows
// as `returns`; a settlement and an adjustments file give no lines, only
// `refunds`. Each accepted row is an item, also one that tells of no refund.
//
// COUNTS  Every data row of the file is in exactly one of items, continuations,
// repeated headers, blank, duplicates and rejected; `duplicates` and conflicts
// are known when reports are joined (orders/order_book.h).
#ifndef PARCELWISE_REPORT_REPORT_H_
#define PARCELWISE_REPORT_REPORT_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "money/money.h"
#include "report/blocks.h"
#include "report/columns.h"
#include "report/order_id.h"
#include "report/refund_evidence.h"
#include "report/splitter.h"
#include "text/encoding.h"
#include "time/instant.h"

namespace parcelwise {

enum class RejectCode : std::uint8_t {
  kBadOrderId,
  kBadDate,
  kBadNumber,
  kBadQuantity,
  kTooManyFields,
  kTooFewFields,
  kBadEncoding,
  kExcelDamage,
  kConflict,
  kTooLong
};
std::string_view reject_name(RejectCode code);  // "bad-order-id"

// A row that is not an order line, and why. Nothing in it is repaired.
struct Reject {
  std::uint32_t row = 0;  // 1 is the header line
  RejectCode code{};
  // The file's own spelling, or ours of one that it lacks; "" for the whole
  // row.
  std::string column;
  std::string value;  // UTF-8, at most 200 bytes of the offending text
  // Of the row, where its order id could still be read: what the row held is
  // missing from that order.
  std::optional<OrderId> order;
  // kConflict: where the other value stands. kTooLong, kToo*Fields: the limit.
  std::string other_file;
  std::uint32_t other_row = 0;
  std::string other_value;
};

// Something odd that was read all the same.
struct Warning {
  enum class Code : std::uint8_t {
    kRejoinedRow,  // a row broken by an embedded newline was put together
    kNoOrders,     // a header and nothing behind it: legal, and worth a word
    kManyRejects,  // more than kMaxRejects: the rest is counted, not kept
  } code{};
  std::uint32_t row = 0;
};

// The dates of an order that a report may tell.
enum class DateSlot : std::uint8_t {
  kPurchase,
  kPayments,
  kReporting,
  kPromise,
  kLatestShip,
  kLatestDelivery,
  kScheduledStart,
  kScheduledEnd,
  kLastUpdated,
  kCount
};
inline constexpr std::size_t kDateSlots =
    static_cast<std::size_t>(DateSlot::kCount);
Column column_of(DateSlot slot);

// The yes-or-no columns; a blank cell or an absent column is neither.
enum class Flag : std::uint8_t {
  kPrime,
  kBusiness,
  kBuyerCancel,
  kVergeOfCancellation,
  kVergeOfLateShipment,
  kReplacement,
  kSignature,    // recommended
  kStorePickup,  // the buyer collects it at the seller's
  kPickupPoint,  // sent to a place where the buyer collects it
  kCount
};
Column column_of(Flag flag);
// As bits: two answers joined are the stronger one.
enum class YesNo : std::uint8_t { kUnknown = 0, kNo = 1, kYes = 3 };

class Flags {
 public:
  YesNo get(Flag flag) const {
    return static_cast<YesNo>((bits_ >> (2 * static_cast<unsigned>(flag))) &
                              3u);
  }
  void set(Flag flag, YesNo answer) {
    const unsigned shift = 2 * static_cast<unsigned>(flag);
    bits_ = (bits_ & ~(3u << shift)) |
            (static_cast<std::uint32_t>(answer) << shift);
  }
  // Yes where either says so.
  void join(const Flags& other) { bits_ |= other.bits_; }
  // Without those that the other tells.
  Flags untold_by(const Flags& other) const {
    Flags rest;
    const std::uint32_t told = other.bits_ & 0x55555555u;  // no is 1, yes 3
    rest.bits_ = bits_ & ~(told * 3);
    return rest;
  }
  friend bool operator==(const Flags&, const Flags&) = default;

 private:
  std::uint32_t bits_ = 0;
};

// How far an order has come. A later report can only say more (kUnknown <
// kPending < ... < kCancelled), so joining takes the highest. kUnclear: a word
// that nobody knows ("Shipping", "InvoiceUnconfirmed"), to be looked up.
enum class OrderState : std::uint8_t {
  kUnknown,
  kPending,
  kUnshipped,
  kPartiallyShipped,
  kUnclear,
  kShipped,
  kCancelled
};

// What a line is by its order's word and its own (docs/marketplaces.md 4.4):
// the order's Pending, Cancelled, Shipped or unknown word rules all its lines;
// of an unshipped order the line's own word tells its lines apart.
//   order Pending, line Unshipped  -> kPending
//   order Unshipped, line Shipped  -> kShipped
constexpr OrderState line_state(OrderState order, OrderState line) {
  switch (order) {
    case OrderState::kPending:
    case OrderState::kCancelled:
    case OrderState::kUnclear:
      return order;
    case OrderState::kShipped:
      return line == OrderState::kCancelled ? line : order;
    case OrderState::kUnknown:
      return line;
    case OrderState::kUnshipped:
    case OrderState::kPartiallyShipped:
      break;
  }
  return line == OrderState::kUnknown ? order : line;
}

enum class Channel : std::uint8_t { kUnknown, kSeller, kAmazon };  // MFN, AFN

// What a text's bytes can be; decides rejects once the encoding is known.
enum class Bytes : std::uint8_t { kAscii, kUtf8, kCp932, kOther };

// What consecutive lines of one order have in common.
struct OrderPart {
  OrderId order;
  std::array<std::uint32_t, kDateSlots> date{};  // see Report::date
  std::array<std::int8_t, kDateSlots> offset{};
  Flags flags;
  OrderState state = OrderState::kUnknown;
  Channel channel = Channel::kUnknown;
  bool cash_on_delivery = false;
  bool pending_report = false;
  bool comes_back = false;     // shipped, and returned, refused, lost, damaged
  bool personal_data = false;  // a name, a street or a phone number
  bool has_po = false;         // a purchase order number
  bool has_ioss = false;       // an IOSS number
  Bytes bytes = Bytes::kAscii;
  // A hash of country and postal code (report/place.h): two that differ never
  // meet. kNoPlace where the order must meet no other: no street, no such code.
  std::uint32_t place = 0;
  std::uint32_t texts = 0;  // columns of the order, in the text store
  std::uint32_t clues = 0;  // see Report::clues
  // Of days-past-promise; kNoDayCount where it tells none.
  std::int16_t past_promise = kNoDayCount;

  static constexpr std::int8_t kDayAlone = INT8_MIN;  // an offset: no instant
  static constexpr std::int16_t kNoDayCount = INT16_MIN;
};
inline constexpr std::uint32_t kNoPlace = 0;
inline constexpr std::uint32_t kPlaceUnread =
    1;  // while a report is being read

// Amounts of one line in thousandths of the major unit, which every currency's
// minor unit divides; promotions as written (Amazon writes them negative or
// positive). kNoAmount where the report has none.
std::int64_t thousandths_per_minor(const Currency& currency);  // yen: 1000
struct LineMoney {
  std::array<std::int64_t, 8> thousandths;  // Column::kItemPrice onwards
  Currency currency;
  std::int64_t get(Column column) const {
    return thousandths[static_cast<std::size_t>(column) -
                       static_cast<std::size_t>(Column::kItemPrice)];
  }
};

struct Line {
  std::uint32_t part = 0;
  std::uint32_t row = 0;
  ItemId item;
  std::int32_t purchased = -1;  // -1: untold
  std::int32_t shipped = -1;
  std::int32_t to_ship = -1;
  std::uint32_t product = 0;  // SKU and product name
  std::uint32_t texts = 0;    // columns of the line
  std::uint32_t money = 0;    // 1 + its index; 0: the report has no prices
  OrderState state = OrderState::kUnknown;
  bool gift = false;
  Bytes bytes = Bytes::kAscii;  // of its own texts and its product's
  bool rejected = false;
};

// What tells the marketplace of an order, undecoded; "" where it is blank.
struct MarketplaceCells {
  std::string_view channel;  // "Amazon.co.jp"
  std::string_view email;  // of an alias the domain alone, else the whole of it
  std::string_view country;  // of the address
  friend bool operator==(const MarketplaceCells&,
                         const MarketplaceCells&) = default;
};

struct ReportCounts {
  std::uint32_t rows = 0, items = 0, continuations = 0, repeated_headers = 0,
                blank = 0, duplicates = 0, rejected = 0;
  std::uint64_t bytes = 0;
};

// What a finished reader hands over. Immutable from then on.
class Report {
 public:
  std::string file;
  ReportKind kind{};
  Encoding encoding = Encoding::kAscii;
  Delimiter delimiter = Delimiter::kTab;
  Header header;
  ReportCounts counts;  // without duplicates and conflicts
  std::vector<Reject> rejects;
  std::vector<Warning> warnings;
  bool cut_off = false;  // the file ends inside a row: what follows is unknown
  // "Amazon.co.jp"; where only a currency tells, its code; "" where nothing
  // does.
  std::string marketplace;
  std::uint64_t fingerprint = 0;  // of the bytes, to order equal names by

  Blocks<OrderPart> parts;
  Blocks<Line> lines;
  Blocks<LineMoney> money;

  std::vector<ReturnedItem> returns;  // by row
  std::vector<RefundedItem> refunds;  // by their first row

  // The cell of a line as UTF-8, in the report's words; "" where it is blank or
  // the report lacks the column.
  std::string cell(const Line& line, Column column) const;

  // The same for what the order's columns say, whichever the line.
  std::string cell(const OrderPart& part, Column column) const;

  // Whether the order has that date: it is neither blank nor untold.
  static bool has_date(const OrderPart& part, DateSlot slot) {
    return part.date[static_cast<std::size_t>(slot)] != 0;
  }

  // A date of the order; nullopt where it has none.
  static std::optional<Stamp> date(const OrderPart& part, DateSlot slot) {
    if (!has_date(part, slot)) return std::nullopt;
    return unpack_date(part, slot);
  }

  // The same where it is an instant; a bare day has none.
  static std::optional<Instant> instant(const OrderPart& part, DateSlot slot) {
    const auto i = static_cast<std::size_t>(slot);
    if (!has_date(part, slot) || part.offset[i] == OrderPart::kDayAlone)
      return std::nullopt;
    return Instant{part.date[i]};
  }

  // Valid with the report. Parts with the same number, which is not
  // kOwnClues, tell the same.
  MarketplaceCells clues(const OrderPart& part) const;
  static constexpr std::uint32_t kOwnClues = UINT32_MAX;

  // The undecoded bytes of an order's text column; valid with the report.
  std::string_view bytes(const OrderPart& part, Column column) const;

  // The same for several columns in one pass; blank ones stay as they are.
  void bytes(const OrderPart& part, std::span<const Column> columns,
             std::span<std::string_view> values) const;

  // Appends undecoded bytes as UTF-8.
  void append_decoded(std::string_view bytes, std::string& text) const;

 private:
  friend class ReportReader;

  // A text record: column, length (two 7-bit bytes), bytes; closed by 0xFF. A
  // column with its high bit set holds the handle of a shared value instead.
  std::string_view find_in(std::uint32_t record, Column column) const;
  static std::optional<Stamp> unpack_date(const OrderPart& part, DateSlot slot);
  std::string decode(std::string_view bytes) const;

  // Whether the product's texts are these.
  bool is_product(std::uint32_t product, std::string_view sku,
                  std::string_view name) const;

  TextStore texts_;
  struct Product {
    std::uint32_t texts = 0;  // SKU and name
    Bytes bytes = Bytes::kAscii;
  };
  Blocks<Product> products_;
  std::vector<std::string> shared_values_;
  // A report put together from slices: in records from `first` on, as far as
  // the next stretch, a shared value's number is a place in `numbers`, where
  // its number stands; of a stretch without numbers it is the number itself.
  struct Stretch {
    std::uint32_t first = 0;
    std::vector<std::uint32_t> numbers;
  };
  std::vector<Stretch> stretches_;  // by `first`
  const std::string& shared_value(std::uint32_t record,
                                  std::uint32_t number) const {
    return shared_values_[stretches_.empty() ? number
                                             : whole_number(record, number)];
  }
  std::uint32_t whole_number(std::uint32_t record, std::uint32_t number) const;
  // Numbers of shared values plus 1; 0 where it is blank.
  struct Clues {
    std::uint32_t channel = 0, email = 0, country = 0;
    friend bool operator==(const Clues&, const Clues&) = default;
  };
  std::vector<Clues> clues_;
};

}  // namespace parcelwise

#endif  // PARCELWISE_REPORT_REPORT_H_
