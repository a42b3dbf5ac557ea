// status-unknown: nobody can tell whether the order still is to be shipped
// (S3): a status word that is not known, a listing that proves nothing, or a
// ship-by that has passed while nothing loaded tells a status. It stands in
// place of ship and confirm-or-lose.
#include "report/cells.h"
#include "rules/rule.h"

namespace parcelwise {
namespace status_unknown {
namespace {

enum Variant : std::uint8_t { kWord, kListing, kNoListing };

// The line whose word nobody knows, or the order's end.
std::uint32_t unclear_item(const OrderFacts& order, const OrderBook& book) {
  std::uint32_t item = book.first_item(order.order);
  while (item < book.last_item(order.order) &&
         item_units(book, item).state != OrderState::kUnclear) {
    ++item;
  }
  return item;
}

// That word: the label's, the order's own, or the line's beside one that is
// known.
std::string unclear_word(std::uint32_t item, const OrderBook& book) {
  std::string word;
  for (const OrderBook::Source source : book.sources(item)) {
    const OrderState order = book.part(source).state;
    const Line& line = book.line(source);
    if (!word.empty() ||
        line_state(order, line.state) != OrderState::kUnclear) {
      continue;
    }
    const Report& report = book.report(source);
    word = report.cell(line, Column::kShipmentStatus);
    if (label_cancelled(word)) continue;
    word =
        report.cell(line, order == OrderState::kUnclear ? Column::kOrderStatus
                                                        : Column::kItemStatus);
  }
  return word;
}

std::optional<Finding> find(const OrderFacts& order,
                            const CheckContext& context) {
  if (!order.status_unknown) return std::nullopt;
  const Presence presence = context.book.evidence().presence(order.order);
  const bool unclear =
      unclear_item(order, context.book) < context.book.last_item(order.order);
  const Variant variant = unclear                          ? kWord
                          : presence == Presence::kUnknown ? kListing
                                                           : kNoListing;
  return Finding{Urgency::kHold, std::nullopt, variant};
}

void explain(const OrderFacts& order, const CheckContext& context,
             const Finding& finding, Reasons& reasons) {
  if (finding.variant == kWord) {
    constexpr Column kWords[] = {Column::kItemStatus};
    tell(order, context, Column::kOrderStatus, reasons);
    tell(order, context, Column::kShipmentStatus, reasons);
    tell_lines(order, context, kWords, reasons);
    reasons.fields.emplace_back(
        "word", unclear_word(unclear_item(order, context.book), context.book));
    return;
  }
  if (finding.variant == kListing) {
    for (const Listing& listing : context.book.evidence().listings()) {
      reasons.evidence.push_back(
          {"listing", context.book.reports()[listing.report]->file});
    }
  }
  tell_ship_by(order, context, reasons);
}

}  // namespace
}  // namespace status_unknown

extern const Rule kStatusUnknown;
const Rule kStatusUnknown{"status-unknown",
                          {"word", "listing", "no-listing"},
                          {"S3", "S5"},
                          status_unknown::find,
                          status_unknown::explain};

}  // namespace parcelwise
