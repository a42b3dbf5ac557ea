// Tests core/refund/refund.cc: which lines, which errors, fees, points, limits.
#include "refund/refund.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "refund/refund_book.h"

namespace parcelwise {
namespace {

TEST(RefundErrors, each_with_what_is_left) {
  struct Row {
    const char* name;
    std::vector<Cells> rows;
    RefundRequest request;
    const char* outcome;
  };
  const std::vector<Cells> two = {{{"quantity-purchased", "2"}}, {}};
  const Row rows[] = {
      {"another order", two, ask("defective", {}, "250-1234567-7654321"),
       "no-such-order"},
      {"another reason", two, ask("Defective"), "no-such-reason"},
      {"another line", two, ask("defective", {{"10000000000009", 1}}),
       "no-such-item"},
      {"no line at all", two, ask("defective", {{"", 1}}), "no-such-item"},
      {"by SKU", two, ask("defective", {{"SKU-2", 1}}), "1000+0+0"},
      {"a SKU that two lines have",
       {{{"sku", "X"}}, {{"sku", "X"}}},
       ask("defective", {{"X", 1}}),
       "no-such-item"},
      {"a SKU that three lines have",
       {{{"sku", "X"}}, {{"sku", "X"}}, {{"sku", "X"}}},
       ask("defective", {{"X", 1}}),
       "no-such-item"},
      {"no unit", two, ask("defective", {{kFirst, 0}}), "zero-quantity 2"},
      {"less than no unit", two, ask("defective", {{kFirst, -1}}),
       "zero-quantity 2"},
      {"the least number there is", two,
       ask("defective", {{kFirst, INT32_MIN}}), "zero-quantity 2"},
      {"three of two", two, ask("defective", {{kFirst, 3}}),
       "more-than-bought 2"},
      {"the largest number there is", two,
       ask("defective", {{kFirst, INT32_MAX}}), "more-than-bought 2"},
      {"all twice", two, ask("defective", {{kFirst, {}}, {kFirst, {}}}),
       "more-than-bought 2"},
      {"one and one of two", two, ask("defective", {{kFirst, 1}, {"SKU-1", 1}}),
       "1000+0+0"},
      {"one and two of two", two, ask("defective", {{kFirst, 1}, {kFirst, 2}}),
       "more-than-bought 2"},
      {"a line of quantity 0",
       {{{"quantity-purchased", "0"}}},
       ask("defective", {{kFirst, 1}}),
       "nothing-left 0"},
      {"nothing but a line of quantity 0",
       {{{"quantity-purchased", "0"}}},
       ask("defective"),
       "nothing-left"},
      {"a line of quantity 0 beside another",
       {{{"quantity-purchased", "0"}}, {{"item-price", "700"}}},
       ask("defective"),
       "700+0+0"},
      {"a gift without shipping",
       {{{"item-price", "0"}}},
       ask("defective"),
       "nothing-left"},
      {"no prices", {{{"item-price", ""}}}, ask("defective"), "no-prices"},
      {"two currencies",
       {{}, {{"currency", "USD"}, {"item-price", "10.00"}}},
       ask("defective"),
       "mixed-currencies"},
      {"more than anything costs",
       {{{"item-price", "1000000000001"}}},
       ask("defective"),
       "too-large"},
      {"the most that something may cost",
       {{{"item-price", "1000000000000"}}},
       ask("defective"),
       "1000000000000+0+0"},
  };
  for (const Row& row : rows) {
    const RefundBook book(priced(row.rows));
    const auto refund = book.refund(row.request);
    EXPECT_EQ(outcome(refund), row.outcome) << row.name;
    if (!refund) {
      EXPECT_EQ(refund.error().order, row.request.order.text()) << row.name;
    }
  }
}

TEST(RefundErrors, of_orders_that_nobody_paid) {
  const RefundBook pending(
      ReportText::all_orders().row({{"order-status", "Pending"}}));
  EXPECT_EQ(outcome(pending.refund(ask("defective"))), "pending");
  const RefundBook waiting(
      {{"orders.txt", priced({{}}).text()},
       {"pending.txt", ReportText::pending_orders().row({}).text()}});
  EXPECT_EQ(outcome(waiting.refund(ask("defective"))), "pending");
  const RefundBook cancelled(
      ReportText::all_orders().row({{"order-status", "Cancelled"}}));
  EXPECT_EQ(outcome(cancelled.refund(ask("defective"))), "cancelled");
  const RefundBook half(ReportText::all_orders()
                            .row({{"sku", "A"}})
                            .row({{"sku", "B"}, {"item-status", "Cancelled"}}));
  EXPECT_EQ(outcome(half.refund(ask("defective"))), "1000+0+0");
  EXPECT_EQ(outcome(half.refund(ask("defective", {{"B", 1}}))), "no-such-item");
  const RefundBook unpriced(ReportText::unshipped().row({}));
  EXPECT_EQ(outcome(unpriced.refund(ask("defective"))), "no-prices");
}

TEST(RefundErrors, have_the_names_of_the_catalogue) {
  for (int i = 0; i <= static_cast<int>(RefundErrorCode::kOtherCurrency); ++i) {
    const std::string key =
        "refund/errors/" +
        std::string(refund_error_name(static_cast<RefundErrorCode>(i)));
    EXPECT_EQ(Catalogue::of(Language::kJapanese).text(key).find("refund/"),
              std::string::npos)
        << key;
  }
}

// Fees
// -------------------------------------------------------------------------

struct Fees {
  std::optional<std::int64_t> fee, referral;
};
Fees fees(const std::vector<Cells>& rows, int rate,
          const char* policy = "amazon-jp") {
  const RefundBook book(priced(rows), policy);
  RefundRequest request = ask("defective");
  request.fee_rate = rate;
  const auto refund = book.refund(request);
  EXPECT_TRUE(refund.has_value());
  if (!refund) return {};
  return {refund->refund_fee, refund->referral_returned};
}

const Cells kW10First = {{"item-price", "3000"},
                         {"shipping-price", "500"},
                         {"gift-wrap-price", "308"}};
const Cells kW10Second = {{"item-price", "50000"},
                          {"shipping-price", "1000"},
                          {"gift-wrap-price", "308"}};

TEST(RefundFee, W10_amazons_own_examples_57_500_and_557) {
  EXPECT_EQ(fees({kW10First}, 1500).referral, 571);
  EXPECT_EQ(fees({kW10First}, 1500).fee, 57);
  EXPECT_EQ(fees({kW10Second}, 1500).referral, 7'696);
  EXPECT_EQ(fees({kW10Second}, 1500).fee, 500);
  EXPECT_EQ(fees({kW10First, kW10Second}, 1500).fee, 557);
}

TEST(RefundFee, help_16261_takes_865_for_1000_yen) {
  const Fees of_1000 = fees({{}}, 1500);
  EXPECT_EQ(1000 - *of_1000.referral + *of_1000.fee, 865);
}

TEST(RefundFee, in_other_forms) {
  struct Row {
    const char* name;
    const char* policy;
    Cells cells;
    int rate;
    std::optional<std::int64_t> fee, referral;
  };
  const Row rows[] = {
      {"no fee", "amazon-jp", {}, 0, 0, 0},
      {"half a yen rounds up, twice",
       "amazon-jp",
       {{"item-price", "10"}},
       4500,
       1,
       5},
      {"after points (help 201688670)",
       "amazon-jp",
       {{"points-granted", "200"}},
       1500,
       12,
       120},
      {"after a promotion",
       "amazon-jp",
       {{"item-promotion-discount", "200"}},
       1500,
       12,
       120},
      {"America: 20 % of the referral fee, and no fee on its tax",
       "amazon-us",
       {{"currency", "USD"}, {"item-price", "100.00"}, {"item-tax", "8.00"}},
       1500,
       300,
       1500},
      {"America: at most 5 dollars",
       "amazon-us",
       {{"currency", "USD"}, {"item-price", "300.00"}},
       1500,
       500,
       4500},
      {"Europe: no such fee was read",
       "amazon-it",
       {{"currency", "EUR"}, {"item-price", "100.00"}},
       1500,
       std::nullopt,
       1500},
      {"dollars by Japan's policy: its cap is in yen",
       "amazon-jp",
       {{"currency", "USD"}, {"item-price", "100.00"}},
       1500,
       std::nullopt,
       1500},
  };
  for (const Row& row : rows) {
    const Fees reported = fees({row.cells}, row.rate, row.policy);
    EXPECT_EQ(reported.fee, row.fee) << row.name;
    EXPECT_EQ(reported.referral, row.referral) << row.name;
  }
}

TEST(RefundFee, is_unknown_without_a_rate) {
  const RefundBook book(priced({{}}));
  const auto refund = book.refund(ask("defective"));
  EXPECT_EQ(refund->refund_fee, std::nullopt);
  EXPECT_EQ(refund->referral_returned, std::nullopt);
  EXPECT_TRUE(has_remark(refund->warnings, "refund/warnings/fee-unknown"));
  const RefundBook ours(priced({{}}),
                        R"({"extends": "amazon-jp", "id": "our-shop",
      "figures": {"referral_fee": [{"value": "15%", "valid_from": "2020-01-01",
                                    "source": "our contract", "mark": "C"}]}})");
  EXPECT_EQ(ours.refund(ask("defective"))->refund_fee, 15);
  EXPECT_FALSE(has_remark(ours.refund(ask("defective"))->warnings,
                          "refund/warnings/fee-unknown"));
}

// Goodwill is debited in full (help 200359070): no fee that hangs on a rate.
TEST(RefundFee, hangs_on_a_rate_for_every_reason_but_goodwill) {
  const RefundBook book(priced({{{"shipping-price", "500"}}}));
  for (const RefundReason* const reason : all_refund_reasons()) {
    RefundRequest request = ask(reason->id, {{kFirst, 1}});
    request.amount = reason->by_units ? std::nullopt : std::optional(10);
    if (reason->asks_condition) {
      request.condition = Condition::kAsNew;
      request.days = 1;
    }
    const auto refund = book.refund(request);
    ASSERT_TRUE(refund.has_value()) << reason->id;
    const bool goodwill = reason->id == "goodwill";
    EXPECT_EQ(refund->refund_fee.has_value(), goodwill) << reason->id;
    EXPECT_EQ(has_remark(refund->warnings, "refund/warnings/fee-unknown"),
              !goodwill)
        << reason->id;
  }
}

// Points
// -----------------------------------------------------------------------

TEST(Points, W11_a_tenth_of_the_price_returns_a_tenth_of_the_points) {
  const RefundBook book(
      priced({{{"points-granted", "200"}, {"quantity-purchased", "10"}}}));
  const auto refund = book.refund(ask("defective", {{kFirst, 1}}));
  EXPECT_EQ(refund->total, 100);
  EXPECT_EQ(refund->points_returned, 20);
  EXPECT_EQ(book.refund(ask_amount("goodwill", 100))->points_returned, 0);
  EXPECT_TRUE(has_remark(refund->warnings, "refund/warnings/points"));
  EXPECT_EQ(book.refund(ask("defective"))->points_returned, 200);
}

// Help 7TP3M: half of 191 is 96; and the rest closes to all of them.
TEST(Points, half_up_and_never_more_than_were_granted) {
  const RefundBook book(priced({{{"points-granted", "191"},
                                 {"quantity-purchased", "2"},
                                 {"shipping-price", "500"}}}));
  const RefundRequest one = ask("defective", {{kFirst, 1}});
  const RefundPlan plan = book.plan({one, one});
  EXPECT_EQ(plan.refunds()[0].outcome->points_returned, 96);
  EXPECT_EQ(plan.refunds()[1].outcome->points_returned, 95);
}

TEST(Points, go_with_the_item_not_with_its_shipping) {
  const RefundBook book(
      priced({{{"points-granted", "191"}, {"shipping-price", "500"}}}));
  EXPECT_EQ(book.refund(ask_amount("combined-shipping", 500))->points_returned,
            0);
  EXPECT_EQ(book.refund(ask("undeliverable"))->points_returned, 191);
}

TEST(Points, of_hostile_reports_do_not_wrap) {
  ReportText text = priced();
  for (int i = 0; i < 30; ++i) {
    text.row({{"points-granted", "100000000"},
              {"order-item-id", std::to_string(100 + i)},
              {"quantity-purchased", "999999999"}});
  }
  const RefundBook book(text);
  EXPECT_EQ(book.refund(ask("defective"))->points_returned, 3'000'000'000);
}

// Warnings and steps
// -----------------------------------------------------------

TEST(RefundWarnings, each_alone) {
  struct Row {
    const char* name;
    ReportText text;
    const char* warning;
    bool warns;
  };
  const Row rows[] = {
      {"Amazon fulfils",
       ReportText::all_orders().row({{"fulfillment-channel", "Amazon"}}),
       "refund/warnings/fulfilled-by-amazon", true},
      {"the seller does", ReportText::all_orders().row({}),
       "refund/warnings/fulfilled-by-amazon", false},
      {"cash on delivery",
       priced(
           {{{"payment-method", "COD"}, {"cod-collectible-amount", "1000"}}}),
       "refund/warnings/cash-on-delivery", true},
      {"paid", priced({{}}), "refund/warnings/cash-on-delivery", false},
      {"not confirmed",
       ReportText::all_orders().row({{"order-status", "Unshipped"}}),
       "refund/warnings/unconfirmed", true},
      {"confirmed in part",
       ReportText::all_orders()
           .row({{"sku", "A"}, {"item-status", "Shipped"}})
           .row({{"sku", "B"}, {"item-status", "Unshipped"}}),
       "refund/warnings/unconfirmed", true},
      {"one unit of two confirmed",
       ReportText({"order-id", "order-item-id", "purchase-date", "sku",
                   "quantity-purchased", "quantity-shipped", "currency",
                   "item-price"})
           .row({{"quantity-purchased", "2"}, {"quantity-shipped", "1"}}),
       "refund/warnings/unconfirmed", true},
      {"confirmed", ReportText::all_orders().row({{"order-status", "Shipped"}}),
       "refund/warnings/unconfirmed", false},
      {"Amazon confirms its own",
       ReportText::all_orders().row(
           {{"order-status", "Unshipped"}, {"fulfillment-channel", "Amazon"}}),
       "refund/warnings/unconfirmed", false},
      {"a promotion larger than its price",
       priced(
           {{{"item-promotion-discount", "1001"}, {"shipping-price", "300"}}}),
       "refund/warnings/promotion-over-price", true},
      {"one as large",
       priced(
           {{{"item-promotion-discount", "1000"}, {"shipping-price", "300"}}}),
       "refund/warnings/promotion-over-price", false},
  };
  for (const Row& row : rows) {
    const RefundBook book(row.text);
    const auto refund = book.refund(ask("defective"));
    ASSERT_TRUE(refund.has_value()) << row.name;
    EXPECT_EQ(has_remark(refund->warnings, row.warning), row.warns) << row.name;
  }
}

// A refund is held up to two hours (help JM9HN).
TEST(RefundSteps, the_two_hour_lock_comes_last) {
  const RefundBook book(priced({{}}));
  for (const RefundReason* const reason : all_refund_reasons()) {
    RefundRequest request = ask(reason->id);
    request.amount = 10;
    request.condition = Condition::kAsNew;
    request.days = 1;
    const auto refund = book.refund(request);
    if (!refund) continue;
    ASSERT_TRUE(refund->hold.has_value()) << reason->id;
    EXPECT_EQ(refund->hold->key, "refund/steps/hold");
    ASSERT_EQ(refund->hold->fields.size(), 1u);
    EXPECT_EQ(refund->hold->fields[0].second, "2");
  }
  const RefundBook ours(priced({{}}),
                        R"({"extends": "amazon-jp", "id": "our-shop",
      "figures": {"refund_hold_minutes": [{"value": 61, "valid_from": "2020-01-01",
                                           "source": "a test", "mark": "C"}]}})");
  EXPECT_EQ(ours.refund(ask("defective"))->hold->fields[0].second, "2");
  const RefundBook unknown(priced({{}}),
                           R"({"extends": "amazon-jp", "id": "our-shop",
      "figures": {"refund_hold_minutes": [{"value": null, "valid_from": "2020-01-01",
                                           "source": "a test", "mark": "U"}]}})");
  EXPECT_FALSE(unknown.refund(ask("defective"))->hold.has_value());
}

// Already refunded
// -------------------------------------------------------------

TEST(AlreadyRefunded, more_than_was_collected_is_shown_and_nothing_is_given) {
  const RefundBook book(
      {{"orders.txt", priced({{}, {{"item-price", "500"}}}).text()},
       {"settlement.txt",
        ReportText::settlement().row({{"amount", "-1300"}}).text()}});
  EXPECT_EQ(outcome(book.refund(ask("defective", {{kFirst, 1}}))),
            "nothing-left 0");
  const auto other = book.refund(ask("defective"));
  EXPECT_EQ(outcome(other), "500+0+0");
  EXPECT_EQ(other->charged, 1500);
  EXPECT_EQ(other->already_refunded, 1300);
  EXPECT_EQ(other->remaining, 0);
  ASSERT_TRUE(has_remark(other->warnings, "refund/warnings/over-refunded"));
  for (const Notice& warning : other->warnings) {
    if (warning.key != "refund/warnings/over-refunded") continue;
    ASSERT_EQ(warning.amounts.size(), 1u);
    EXPECT_EQ(warning.amounts[0].second.minor, 300);
  }
}

// Of two lines of one SKU what is over is added up, beside that of another.
TEST(AlreadyRefunded, tells_what_is_over_to_the_yen) {
  struct Row {
    const char* name;
    int refunded[3];  // of SKU A once and SKU B twice, each of 100 yen
    std::int64_t over;
  };
  const Row rows[] = {{"nothing", {100, 100, 100}, 0},
                      {"one yen", {100, 101, 100}, 1},
                      {"of all lines", {120, 150, 170}, 140}};
  for (const Row& row : rows) {
    ReportText orders = priced();
    ReportText settlement = ReportText::settlement();
    for (int i = 0; i < 3; ++i) {
      const std::string item = "1000000000000" + std::to_string(i + 1);
      const std::string sku = i == 0 ? "A" : "B";
      orders.row(
          {{"order-item-id", item}, {"sku", sku}, {"item-price", "100"}});
      settlement.row({{"order-item-code", item},
                      {"sku", sku},
                      {"adjustment-id", "amzn1:crow:A" + std::to_string(i)},
                      {"amount", "-" + std::to_string(row.refunded[i])}});
    }
    orders.row({{"order-item-id", "10000000000009"},
                {"sku", "C"},
                {"item-price", "500"}});
    const RefundBook book(
        {{"orders.txt", orders.text()}, {"settlement.txt", settlement.text()}});
    const auto refund = book.refund(ask("defective"));
    ASSERT_TRUE(refund.has_value()) << row.name;
    EXPECT_EQ(refund->total, 500) << row.name;
    std::int64_t over = 0;
    for (const Notice& warning : refund->warnings) {
      if (warning.key == "refund/warnings/over-refunded")
        over = warning.amounts.at(0).second.minor;
    }
    EXPECT_EQ(over, row.over) << row.name;
  }
}

// A sum without a component first fills the item, then shipping and wrap.
TEST(AlreadyRefunded, sums_take_up_room_where_there_is_some) {
  const RefundBook book(
      {{"orders.txt",
        priced({{{"shipping-price", "300"}, {"gift-wrap-price", "50"}}})
            .text()},
       {"returns.txt",
        ReportText::returns()
            .row({{"Currency code", "JPY"}, {"Refunded Amount", "1100"}})
            .text()}});
  const auto refund = book.refund(ask_amount("combined-shipping", 200));
  EXPECT_EQ(outcome(refund), "0+200+0");
  EXPECT_EQ(refund->already_refunded, 1100);
  EXPECT_EQ(refund->remaining, 50);
  EXPECT_EQ(outcome(book.refund(ask_amount("combined-shipping", 201))),
            "more-than-remains 200");
}

TEST(Caps, the_charge_is_the_first) {
  const RefundBook book(priced({{{"quantity-purchased", "2"}}}));
  const RefundRequest one = ask("defective", {{kFirst, 1}});
  const RefundPlan plan = book.plan({one, one});
  for (std::size_t i = 0; i < 2; ++i) {
    const auto& caps = plan.refunds()[i].outcome->caps;
    ASSERT_EQ(caps.size(), 1u);
    EXPECT_EQ(caps[0].name, "charged");
    EXPECT_EQ(caps[0].limit, 1000);
    EXPECT_EQ(caps[0].room, i == 0 ? 1000 : 500);
  }
  const auto goodwill = book.refund(ask_amount("goodwill", 100));
  ASSERT_EQ(goodwill->caps.size(), 2u);
  EXPECT_EQ(goodwill->caps[1].name, "concession");
  EXPECT_EQ(goodwill->caps[1].limit, 12'000);
}

}  // namespace
}  // namespace parcelwise
