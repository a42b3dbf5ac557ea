// How much goes back, and why: one reason, some lines, a refund by component.
//
//   RefundContext context{book, policy, now, ledger};
//   refund_order(context, request) -> Refund or RefundError
//
// INVARIANTS  All amounts are minor units of one currency and not negative. No
// component of a line exceeds what was charged less what was refunded; the
// lines sum to `total`; charged = already_refunded + total + remaining, unless
// more was refunded than charged, which is told by a warning. A concession has
// no lines and leaves `remaining` as it is. Equal requests
// over equal books give equal refunds, whatever the order of files and lines.
//
// UNREAD  What the reports tell of the order and no line of it took
// (refund/ledger.h, not_counted) refuses the refund until it is accepted; then
// a sum of the order's currency takes up room all the same, of its own line
// first and of the others in their order. So do rows of the order that could
// not be read refuse a refund of all that is left, and two files that disagree
// on a price, a discount, a tax, a currency or a quantity any refund.
//
// A success: items-unavailable for line B of W7 -> 2,390 yen: 1,980 - 198 item,
// 300 shipping, 308 gift wrap.
// A failure: three units of a line of two -> RefundError{kMoreThanBought, left
// 2}.
//
// Each reason is a file of its own (refund/undeliverable.cc, ...) with its
// rule, source and worked example; how to add one: CONTRIBUTING.md.
#ifndef PARCELWISE_REFUND_REFUND_H_
#define PARCELWISE_REFUND_REFUND_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "orders/order_facts.h"
#include "policy/policy.h"
#include "refund/charges.h"
#include "refund/ledger.h"
#include "words/catalogue.h"

namespace parcelwise {

// How a returned item came back (docs/rules.md 2.2.3).
enum class Condition : std::uint8_t {
  kAsNew,
  kOpened,
  kUsed,
  kDamaged,
  kOpenedMedia  // books, discs, games: a rate of their own in the US
};
std::string_view condition_name(Condition condition);  // "as-new"
std::optional<Condition> condition_from_name(std::string_view name);

std::string_view concession_name(Concession concession);  // "return-shipping"
std::optional<Concession> concession_from_name(std::string_view name);

struct RefundRequest {
  struct Item {
    std::string order_item_id;    // or a SKU that only one line has
    std::optional<int> quantity;  // all that is left of the line
  };
  OrderId order;
  std::string reason;       // "undeliverable"
  std::vector<Item> items;  // none: the lines that the reason itself picks
  // In the policy's currency. combined-shipping: saved; goodwill: given.
  std::optional<std::int64_t> amount;
  std::optional<Condition> condition;  // returned
  std::optional<int> days;             // returned: since the buyer got it
  // Where shipping was kept and none was charged: what the way to the buyer
  // really cost, in the policy's currency; only where the policy lets it stay.
  std::optional<std::int64_t> outbound_cost{};
  Concession concession = Concession::kOther;
  std::optional<int>
      fee_rate;  // referral fee, hundredths of a percent; else the policy's
  // The seller looked up what could not be read or placed of this order.
  bool accept_unread = false;
  // A planned one's past, as ISO 8601: when it was made and when it was written
  // into which file; "" where nobody told.
  std::string made{}, exported{}, file{};
  // What looks done is not (refund/plan.h).
  bool accept_done = false;
};

// A sentence of the catalogue ("refund/steps/confirm-all") with its fields.
struct Notice {
  std::string_view key;
  Fields fields{};
  std::vector<std::pair<std::string_view, Money>> amounts{};
};

// A part of a chosen line that stays with the seller, and why.
struct Withheld {
  Component component{};
  std::int64_t minor = 0;
  Notice why;
};

// A limit and what is left of it before this refund.
struct Cap {
  std::string_view name;  // "charged", "concession", "return-shipping"
  std::int64_t limit = 0;
  std::int64_t room = 0;
};

struct RefundLine {
  std::uint32_t line = 0;  // index in Charges::lines
  int quantity = 0;        // 0: a part of the line's price, no unit of it
  Components amounts{};
  std::int64_t refund_fee = 0;  // Amazon's, where the referral fee is known
  int points = 0;               // that return to the seller
  std::int64_t total() const { return amounts.total(); }
};

struct RefundReason;

// What is given beside a refund: entered by hand, in no upload file.
struct GivenConcession {
  Concession kind{};
  std::int64_t minor = 0;
  std::optional<std::int64_t> cap;  // nullopt: Seller Central alone knows it
};

struct Refund {
  RefundRequest request;
  const RefundReason* reason = nullptr;
  Charges charges;
  std::vector<Refunded> before;   // by charged line, within what was charged
  std::vector<RefundLine> lines;  // chosen lines, in the order of charges
  std::int64_t total = 0, charged = 0, already_refunded = 0, remaining = 0;
  std::vector<Withheld> withheld;
  std::vector<Cap> caps;
  std::optional<std::int64_t> refund_fee;  // sum of the lines'
  std::optional<std::int64_t>
      referral_returned;  // referral fee that comes back
  std::int64_t points_returned = 0;
  // Steps that this order needs beyond its reason's own.
  std::vector<Notice> steps, warnings;
  std::optional<Notice> hold;  // the last step, where the policy knows it
  std::optional<std::int64_t>
      tax_inside;                       // of `total`, where prices include it
  std::vector<NotCounted> not_counted;  // of the order
  std::optional<GivenConcession> concession;
};

enum class RefundErrorCode : std::uint8_t {
  kNoSuchOrder,
  kNoSuchReason,
  kNoSuchItem,
  kNoPrices,
  kMixedCurrencies,
  kTooLarge,
  kPending,
  kCancelled,
  kZeroQuantity,
  kMoreThanBought,
  kNothingLeft,      // all of it was refunded already
  kMoreThanRemains,  // an amount; `left` says what remains
  kAmountMissing,
  kAmountNotPositive,
  kConditionMissing,
  kDaysMissing,
  kNoShipping,     // combined-shipping: nothing was charged for shipping
  kNothingUnsent,  // items-unavailable: every line is confirmed; name the lines
  kOtherCurrency,  // an amount is in the policy's currency, the order is not
  kNotCounted,     // told refunds are on no line; `where`, `sums` say which
  kLacksRows,      // rows of the order could not be read, and all is to go
                   // back; or two files disagree on what was charged
  kEqualEvents,    // were an upload and its settlement two, it would not fit
  kLooksDone,      // of a plan: the reports tell this very refund; `where`
  kOutboundNotKept,  // by the policy, or not with this reason
  kNamelessRows,     // of reports that tell refunds, one could not be read and
                     // names no order; `where`
};
// What accepting what could not be read or placed would let pass.
bool is_unread_error(RefundErrorCode code);
std::string_view refund_error_name(RefundErrorCode code);  // "more-than-bought"

RefundErrorCode refund_error_code(ChargeError error);

struct RefundError {
  RefundErrorCode code{};
  std::string order;  // as asked for
  std::string item;   // order-item-id or SKU, where one is meant
  std::string value;  // what was asked for: "3"
  std::optional<int> left_units;
  std::optional<Money> left;
  // kNotCounted, kLacksRows, kEqualEvents: how many rows, the first of them,
  // and what they come to.
  std::size_t count = 0;
  std::string where{};
  UnplacedSums sums{};
  std::vector<NotCounted> not_counted{};  // of the order
};

struct RefundContext {
  const OrderBook& book;
  const Policy& policy;
  Instant now;
  const RefundLedger& ledger;
  bool accept_unread = false;  // for every request, as RefundRequest's own
};

tl::expected<Refund, RefundError> refund_order(const RefundContext& context,
                                               const RefundRequest& request);

// What is refunded once this refund is made: for the next one of the same
// order.
void add_refund(RefundLedger& ledger, const Refund& refund);

// Reasons
// ----------------------------------------------------------------------

// What a reason works on and fills in.
struct RefundWork {
  const RefundContext& context;
  const OrderFacts& facts;
  Refund& refund;  // lines: chosen, with quantities and without amounts

  const ChargedLine& charged(const RefundLine& line) const {
    return refund.charges.lines[line.line];
  }
  const Refunded& before(const RefundLine& line) const {
    return refund.before[line.line];
  }
  Money money(std::int64_t minor) const {
    return {refund.charges.currency, minor};
  }
  RefundError error(RefundErrorCode code) const;
};

struct RefundReason {
  std::string_view id;
  std::array<std::string_view, 4>
      sources;                   // S-numbers and help pages, ended by ""
  std::string_view upload_code;  // adjustment-reason-code (formats 2.2)
  bool by_units = true;  // false: `amount` decides, lines only narrow it down
  // No line's money: debited from the seller in full, no fee and no point comes
  // back.
  bool concession = false;
  // The lines where the request names none; null: all that is left of all
  // lines.
  std::optional<RefundError> (*pick)(RefundWork& work);
  // Fills the lines' amounts, withheld, caps, steps and warnings.
  std::optional<RefundError> (*apply)(RefundWork& work);
  bool asks_condition = false;  // the request must tell condition and days
  // Of a line whose units went back before, what is left goes back: quantity 0.
  bool rest_too = false;
  // It may be true of some of an order's lines alone: none is taken for
  // granted.
  bool partial = false;
  // Shipping is kept, and so may be what the way out really cost.
  bool may_keep_outbound = false;
};

// What earlier refunds took of an order, fitted into what was charged, by line;
// and how much of what was told found no room. Where what is on no line was
// accepted, its sums take up room too.
struct RefundedBefore {
  std::vector<Refunded> lines;
  std::int64_t over = 0;
};
RefundedBefore refunded_before(const Charges& charges,
                               const RefundLedger& ledger, const Policy& policy,
                               bool accept_unread = false);

// In the order of docs/command.md.
std::span<const RefundReason* const> all_refund_reasons();
const RefundReason* find_refund_reason(std::string_view id);

// The upload code for a reason: the policy's, else the reason's own.
std::string_view upload_code(const Policy& policy, const RefundReason& reason);

// Units of a line that can still be refunded: bought less those told as
// refunded or, where they do not explain the money that went back, the whole
// units that it pays for.
int units_left(const ChargedLine& line, const Refunded& before);

}  // namespace parcelwise

#endif  // PARCELWISE_REFUND_REFUND_H_
