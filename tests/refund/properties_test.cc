// What must hold for any order: 100,000 of them, made from a seed. Each report
// holds many orders, so that most of the time goes into refunds.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>
#include <vector>

#include "draws.h"
#include "money/allocation.h"
#include "refund/refund_book.h"

namespace parcelwise {
namespace {

constexpr int kReports = 20;
constexpr int kOrdersOfReport = draws(5'000);

// splitmix64: the same numbers on every machine.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  // From 0 to bound - 1.
  int below(int bound) {
    return static_cast<int>(next() % static_cast<std::uint64_t>(bound));
  }
  bool one_in(int bound) { return below(bound) == 0; }

 private:
  std::uint64_t state_;
};

struct Market {
  const char* policy;
  const char* currency;
  int decimals;
};
constexpr Market kMarkets[] = {{"amazon-jp", "JPY", 0},
                               {"amazon-us", "USD", 2},
                               {"amazon-us", "BHD", 3},
                               {"amazon-it", "EUR", 2}};

std::string amount(std::int64_t minor, int decimals) {
  if (decimals == 0) return std::to_string(minor);
  std::string digits = std::to_string(minor);
  const auto least = static_cast<std::size_t>(decimals) + 1;
  if (digits.size() < least) digits.insert(0, least - digits.size(), '0');
  digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
  return digits;
}

std::string order_id(int number) {
  std::string digits = std::to_string(number);
  digits.insert(0, 7 - digits.size(), '0');
  return "250-1234567-" + digits;
}

constexpr const char* kHeader =
    "order-id\torder-item-id\tpurchase-date\tsku\tproduct-name\tquantity-"
    "purchased\t"
    "currency\titem-price\titem-tax\tshipping-price\tshipping-tax\tgift-wrap-"
    "price\t"
    "gift-wrap-tax\titem-promotion-discount\tship-promotion-discount\tpoints-"
    "granted\n";

// One row an order line; small prices and many units round the most.
std::vector<std::string> rows_of(int number, const Market& market,
                                 Chance& chance) {
  std::vector<std::string> rows;
  const int lines = 1 + (chance.one_in(3) ? chance.below(4) : 0);
  for (int line = 0; line < lines; ++line) {
    const auto some = [&](int most) {
      return chance.one_in(3) ? std::int64_t{0}
                              : std::int64_t{chance.below(most)};
    };
    const std::int64_t price =
        chance.one_in(4) ? chance.below(20) : chance.below(100'000);
    const std::int64_t shipping = some(2'000);
    const std::int64_t promotion =
        chance.one_in(2) ? chance.below(static_cast<int>(price) + 2) : 0;
    const std::int64_t off_shipping =
        chance.one_in(4) ? chance.below(static_cast<int>(shipping) + 1) : 0;
    std::string row =
        order_id(number) + "\t1000000000000" + std::to_string(line + 1) +
        "\t2026-11-17T01:00:00+00:00\tSKU-" + std::to_string(line) +
        "\tA tea pot\t" + std::to_string(1 + chance.below(12)) + "\t" +
        market.currency;
    for (const std::int64_t minor :
         {price, some(9'000), shipping, some(200), some(500), some(50),
          chance.one_in(2) ? promotion : -promotion, off_shipping}) {
      row += "\t";
      if (minor < 0) row += "-";
      row += amount(minor < 0 ? -minor : minor, market.decimals);
    }
    row += "\t" + std::to_string(some(300)) + "\n";
    rows.push_back(std::move(row));
  }
  return rows;
}

class Orders {
 public:
  // Each of the files is a new-orders report of its rows.
  Orders(const std::vector<std::vector<std::string>>& files, const char* policy)
      : policy_(*Policy::load(policy)) {
    std::vector<const Report*> all;
    for (const std::vector<std::string>& rows : files) {
      std::string text = kHeader;
      for (const std::string& row : rows) text += row;
      auto report = read_report(text, std::to_string(reports_.size()) + ".txt");
      EXPECT_TRUE(report.has_value());
      EXPECT_EQ(report->counts.rejected, 0u);
      all.push_back(&reports_.emplace_back(std::move(*report)));
    }
    book_ = OrderBook::join(all);
  }
  const OrderBook& book() const { return book_; }
  tl::expected<Refund, RefundError> refund(const RefundLedger& ledger,
                                           const RefundRequest& request) const {
    return refund_order({book_, policy_, Instant{1'795'132'800}, ledger},
                        request);
  }

 private:
  Policy policy_;
  std::deque<Report> reports_;
  OrderBook book_;
};

std::string numbers_of(const Refund& refund) {
  std::string text =
      std::to_string(refund.total) + " " + std::to_string(refund.remaining);
  for (const RefundLine& line : refund.lines) {
    text += "; " + refund.charges.lines[line.line].order_item_id + " x" +
            std::to_string(line.quantity);
    for (const std::int64_t minor : line.amounts.minor)
      text += " " + std::to_string(minor);
  }
  return text + "; " + withheld(refund);
}

// One refund of every unit of the order, some at a time, ends at the charge.
void expect_parts_close(const Orders& orders, int number, Chance& chance) {
  RefundLedger ledger;
  const std::string id = order_id(number);
  std::int64_t given = 0, charged = 0, tax = 0, whole_tax = 0;
  std::int64_t points = 0, whole_points = 0;
  const auto whole = orders.refund(ledger, ask("defective", {}, id));
  if (!whole) {  // a gift without shipping
    EXPECT_EQ(whole.error().code, RefundErrorCode::kNothingLeft) << id;
    return;
  }
  ASSERT_EQ(broken_invariant(*whole), "") << id;
  ASSERT_EQ(whole->total, whole->charged) << id;
  ASSERT_EQ(whole->remaining, 0) << id;
  charged = whole->charged;
  whole_tax = whole->tax_inside.value_or(0);
  whole_points = whole->points_returned;
  std::vector<int> left;
  for (const ChargedLine& line : whole->charges.lines)
    left.push_back(line.units);
  for (int units = 1; units > 0;) {
    units = 0;
    for (const int of_line : left) units += of_line;
    if (units == 0) break;
    RefundRequest request =
        ask(chance.one_in(2) ? "defective" : "items-unavailable", {}, id);
    for (std::size_t i = 0; i < left.size(); ++i) {
      const int taken = std::min(left[i], chance.below(left[i] + 1));
      if (taken == 0) continue;
      request.items.push_back({whole->charges.lines[i].order_item_id, taken});
      left[i] -= taken;
    }
    if (request.items.empty()) continue;
    const auto part = orders.refund(ledger, request);
    if (!part) {  // units that cost nothing
      ASSERT_EQ(part.error().code, RefundErrorCode::kNothingLeft) << id;
      for (const RefundRequest::Item& item : request.items) {
        for (std::size_t i = 0; i < left.size(); ++i) {
          if (whole->charges.lines[i].order_item_id != item.order_item_id)
            continue;
          Refunded more;
          more.units = *item.quantity;
          ledger.add(whole->charges.lines[i].item, more);
        }
      }
      continue;
    }
    ASSERT_EQ(broken_invariant(*part), "") << id;
    given += part->total;
    tax += part->tax_inside.value_or(0);
    points += part->points_returned;
    add_refund(ledger, *part);
  }
  ASSERT_EQ(given, charged) << id;
  ASSERT_EQ(tax, whole_tax) << id;
  ASSERT_EQ(points, whole_points) << id;
}

// What is kept and what goes back are what was left of the chosen units.
void expect_kept_and_refunded_close(const Orders& orders, int number,
                                    Chance& chance) {
  const RefundLedger nothing;
  const std::string id = order_id(number);
  const auto units = std::optional<int>(1);
  const std::vector<RefundRequest::Item> items =
      chance.one_in(2) ? std::vector<RefundRequest::Item>{}
                       : std::vector<RefundRequest::Item>{{kFirst, units}};
  const auto all = orders.refund(nothing, ask("wrong-item", items, id));
  if (!all) return;
  RefundRequest returned = ask("returned", items, id);
  returned.condition = static_cast<Condition>(chance.below(4));
  returned.days = chance.below(60);
  for (const RefundRequest& request : {ask("refused", items, id), returned}) {
    const auto some = orders.refund(nothing, request);
    ASSERT_TRUE(some.has_value() || all->total == 0) << id;
    if (!some) continue;
    ASSERT_EQ(broken_invariant(*some), "") << id;
    std::int64_t kept = 0;
    for (const Withheld& part : some->withheld) kept += part.minor;
    ASSERT_EQ(some->total + kept, all->total) << id << " " << request.reason;
  }
}

// Any reasons one after the other give no more than was charged.
void expect_any_sequence_holds(const Orders& orders, int number,
                               Chance& chance) {
  RefundLedger ledger;
  const std::string id = order_id(number);
  std::int64_t given = 0, charged = 0;
  for (int step = 0; step < 4; ++step) {
    const auto reasons = all_refund_reasons();
    const RefundReason& reason = *reasons[static_cast<std::size_t>(
        chance.below(static_cast<int>(reasons.size())))];
    RefundRequest request = ask(reason.id, {}, id);
    request.amount = 1 + chance.below(500);
    request.condition = static_cast<Condition>(chance.below(4));
    request.days = chance.below(60);
    if (chance.one_in(2)) request.fee_rate = chance.below(2'000);
    if (reason.by_units && chance.one_in(2)) {
      request.items = {{kFirst, 1 + chance.below(2)}};
    }
    const auto refund = orders.refund(ledger, request);
    if (!refund) continue;
    ASSERT_EQ(broken_invariant(*refund), "")
        << id << " " << reason.id << " " << numbers_of(*refund);
    ASSERT_EQ(refund->already_refunded, given) << id;
    if (!refund->concession) given += refund->total;  // beside what was charged
    charged = refund->charged;
    add_refund(ledger, *refund);
  }
  ASSERT_LE(given, charged) << id;
}

// A charge turned round is its refund: everything goes back component by
// component, and what is split of a charge is split of a refund with the other
// sign.
void expect_refunds_mirror_charges(const Orders& orders, int number,
                                   Chance& chance) {
  const std::string id = order_id(number);
  const auto whole =
      orders.refund(RefundLedger(), ask("carrier-damage", {}, id));
  if (!whole) return;
  Components refunded, charged;
  for (const RefundLine& line : whole->lines) refunded += line.amounts;
  for (const ChargedLine& line : whole->charges.lines) charged += line.charged;
  ASSERT_EQ(refunded, charged) << id;
  std::vector<Share> shares;
  for (const ChargedLine& line : whole->charges.lines) {
    shares.push_back({line.charged.total(), line.order_item_id});
    const int before = chance.below(line.units);
    const int units = 1 + chance.below(line.units - before);
    for (const std::int64_t minor : line.charged.minor) {
      ASSERT_EQ(units_price(-minor, before, units, line.units),
                -units_price(minor, before, units, line.units))
          << id;
    }
  }
  const std::int64_t part = 1 + chance.below(static_cast<int>(whole->charged));
  const auto charge = allocate(part, shares), refund = allocate(-part, shares);
  ASSERT_TRUE(charge && refund) << id;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    ASSERT_EQ((*refund)[i], -(*charge)[i]) << id;
    ASSERT_LE((*charge)[i], shares[i].weight) << id;
  }
}

// The same orders from other files, their rows in another order.
void expect_equal_refunds(const Orders& a, const Orders& b, int number,
                          Chance& chance) {
  const RefundLedger nothing;
  const auto reasons = all_refund_reasons();
  const RefundReason& reason = *reasons[static_cast<std::size_t>(
      chance.below(static_cast<int>(reasons.size())))];
  RefundRequest request = ask(reason.id, {}, order_id(number));
  request.amount = 1 + chance.below(50);
  request.condition = static_cast<Condition>(chance.below(4));
  request.days = chance.below(60);
  const auto of_a = a.refund(nothing, request),
             of_b = b.refund(nothing, request);
  ASSERT_EQ(of_a.has_value(), of_b.has_value()) << order_id(number);
  if (of_a) {
    ASSERT_EQ(numbers_of(*of_a), numbers_of(*of_b))
        << order_id(number) << " " << reason.id;
  } else {
    ASSERT_EQ(of_a.error().code, of_b.error().code) << order_id(number);
  }
}

// The rows in any order, over two files; an order's lines may stand in both.
std::vector<std::vector<std::string>> shuffled(std::vector<std::string> rows,
                                               Chance& chance) {
  for (std::size_t i = rows.size(); i > 1; --i) {
    std::swap(
        rows[i - 1],
        rows[static_cast<std::size_t>(chance.below(static_cast<int>(i)))]);
  }
  const auto middle =
      rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 2);
  return {{middle, rows.end()}, {rows.begin(), middle}};
}

TEST(Properties, hold_for_a_hundred_thousand_orders) {
  for (int report = 0; report < kReports; ++report) {
    const Market& market = kMarkets[report % 4];
    Chance chance(static_cast<std::uint64_t>(report) + 1);
    std::vector<std::string> rows;
    for (int number = 0; number < kOrdersOfReport; ++number) {
      for (std::string& row : rows_of(number, market, chance))
        rows.push_back(std::move(row));
    }
    const Orders orders({rows}, market.policy);
    const Orders others(shuffled(std::move(rows), chance), market.policy);
    for (const Orders* const each : {&orders, &others}) {
      ASSERT_EQ(each->book().order_count(),
                static_cast<std::uint32_t>(kOrdersOfReport));
    }
    for (int number = 0; number < kOrdersOfReport; ++number) {
      expect_parts_close(orders, number, chance);
      expect_kept_and_refunded_close(orders, number, chance);
      expect_any_sequence_holds(orders, number, chance);
      expect_refunds_mirror_charges(orders, number, chance);
      expect_equal_refunds(orders, others, number, chance);
      if (HasFatalFailure()) return;
    }
  }
}

}  // namespace
}  // namespace parcelwise
