// The kinds of files that leave, one kind, one file: what each writes, for
// whom, and the list of them all.
//
// A kind takes an ExportContext, in which everything is decided already, and
// gives HandoffFiles: the same context, the same bytes, natively and in
// WebAssembly. How to add one: write core/handoff/my_kind.cc, define its
// ExportKind, and list it in export.cc; the command and the page find it there.
#ifndef PARCELWISE_HANDOFF_EXPORT_H_
#define PARCELWISE_HANDOFF_EXPORT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "combine/sound_groups.h"
#include "handoff/handoff_files.h"
#include "policy/own_layout.h"
#include "policy/shop_settings.h"
#include "refund/plan.h"
#include "rules/check.h"
#include "tracking/tracking.h"
#include "tracking/upload_result.h"
#include "words/catalogue.h"

namespace parcelwise {

class SkuTable;

// What travels together: one order, or the orders of an accepted group, by id.
struct Shipment {
  std::vector<std::uint32_t> orders;  // indices in the book; never empty
  std::size_t companions = 0;         // of them, not chosen themselves
};

// What the seller says for one file to Amazon alone.
struct UploadWishes {
  // Whose numbers they are where no tracking file tells: an id of
  // tracking/tracking_number.h, or one of the marketplace's own carrier codes.
  // "": the shop's setting "carrier".
  std::string carrier;
  bool without_tracking = false;  // confirm what has no tracking number too
  std::string reason;  // cancellations: Amazon's code, for every order
  // Orders with rows that could not be read were looked up: they are confirmed.
  bool accept_unread = false;
  std::optional<Day> ship_date = {};  // where no file tells one for certain
  // A file for Amazon: only the lines that it refused, and that may be sent
  // again. nullptr: all.
  const UploadResult* retry = nullptr;
};

struct ExportContext {
  const Check& check;  // book, policy, now: check.context()
  const ShopSettings& shop;
  const RefundPlan& plan;           // "adjustments" alone reads it
  std::vector<Shipment> shipments;  // the chosen orders, by their first id
  bool chosen = false;  // by the seller; else they are all that may be shipped
  Language language{};  // of what a person reads in the file
  const TrackingNumbers* tracking = nullptr;  // none were read
  UploadWishes upload = {};
  const OrderSplits* splits = nullptr;   // orders in several parcels
  const OwnLayout* layout = nullptr;     // "carrier" alone reads it
  const SkuTable* skus = nullptr;        // carriers' files read its labels
  std::span<const SetApart> apart = {};  // of accepted groups; to warn of
};

// Whether the order is sent here: it is to be shipped or, where the seller has
// chosen it, nobody knows that it still is (orders/evidence.h).
bool goes_out(const ExportContext& context, const OrderFacts& order);
// Units of one of its lines: of an order that has left, those that the reports
// had as open.
int units_to_send(const OrderBook& book, const OrderFacts& order,
                  std::uint32_t item);
// Warns of an order that is sent although it may have left, and of one with
// rows that could not be read: a line of it may be missing.
void warn_of_doubts(const OrderBook& book, const OrderFacts& order,
                    std::vector<RowNote>& warnings);
// Warns of an order with a label that the buyer collects (docs/rules.md 2.5).
void warn_of_pickup(const OrderFacts& order, std::vector<RowNote>& warnings);
// Warns of an order of which another report names another address than the one
// that is printed (orders/told_address.h).
void warn_of_address(const OrderBook& book, std::uint32_t order,
                     std::vector<RowNote>& warnings);

// An order that goes by itself although it was to share a parcel, as a warning.
RowNote apart_note(const OrderBook& book, const SetApart& apart,
                   Language language);
// Warns of those of which the export has the order or the other of its parcel.
void warn_of_apart(const ExportContext& context,
                   std::vector<RowNote>& warnings);

// Whether a chosen order brings along the orders that share its parcel: taken
// where a parcel is packed, labelled or confirmed, lest a part of it stays
// behind; left where each order is dealt with by itself, as in a cancellation.
enum class Companions : std::uint8_t { kTaken, kLeft };

// The shipments of an export. `orders` are those the seller chose; none means
// every order that may be shipped (OrderFacts::to_ship), as companions must.
// Orders of one of `groups` travel together; an order in two groups goes with
// the first.
//   orders A, B, C, groups {B, C} -> {A}, {B, C}
//   orders A, B,    groups {B, C} -> {A}, {B, C}, or {A}, {B} where companions
//   are left
std::vector<Shipment> shipments_of(const Check& check,
                                   std::span<const std::uint32_t> orders,
                                   std::span<const std::vector<OrderId>> groups,
                                   Companions companions);

enum class ExportReader : std::uint8_t { kAmazon, kCarrier, kSeller };

struct ExportKind {
  std::string_view id;      // the contract's KIND: "yamato-b2"
  std::string_view ending;  // of its files: ".csv"
  HandoffFiles (*write)(const ExportContext&);
  ExportReader reader = ExportReader::kAmazon;  // whom its files are for
  Companions companions = Companions::kLeft;    // of a chosen order
  // A carrier's: policy/carrier_layout.h. Of several the seller's setting
  // "layout" says which.
  std::span<const std::string_view> layouts = {};
  // What else it reads below its own name in the shop's "carriers".
  std::span<const std::string_view> settings = {};
};

// All kinds, in the contract's order.
std::span<const ExportKind* const> export_kinds();
// "carrier": the file of ExportContext::layout. It stands in no list: only who
// brings a layout can write it.
const ExportKind& carrier_export();
// nullptr for a name that is none.
const ExportKind* find_export_kind(std::string_view id);

// How many orders came along with the chosen ones.
std::size_t companions_of(const ExportContext& context);

// How many orders have something that is in none of the files, however many
// notes tell why: a carrier's row is a whole shipment, and a note of no order
// stops them all.
//   a phone missing and a name too long, of one order -> 1
std::size_t orders_left_out(const ExportKind& kind,
                            const ExportContext& context,
                            const HandoffFiles& made);

// A row that could not be read, so that what it holds may be missing from a
// file.
struct MissingRow {
  std::uint32_t report = 0;        // index in the book
  const Reject* reject = nullptr;  // of the book; `order` where it names one
};
// Those that concern an export, by report and row: rows of the chosen orders
// or, where none are chosen, of every order that may still be sent here, the
// rows that name no order included. None where two files only disagree, and
// none of reports that tell refunds. For "adjustments" the plan decides itself
// (refund/plan.h).
std::vector<MissingRow> missing_rows(const ExportKind& kind,
                                     const ExportContext& context);

// The first twenty for a message, each order once: "250-0000001-0000001,
// a.txt:4, ..."; a row that names no order by its place. "" where there is
// none.
std::string names_of(const OrderBook& book,
                     std::span<const MissingRow> missing);

}  // namespace parcelwise

#endif  // PARCELWISE_HANDOFF_EXPORT_H_
