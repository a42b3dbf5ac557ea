// The ten bugs that others had in their refunds (docs/rules.md 4.2), each as a
// test that fails if it were ours.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "json/refund_json.h"
#include "money/allocation.h"
#include "refund/refund_book.h"

namespace parcelwise {
namespace {

Cells dollars(Cells cells) {
  cells.emplace_back("currency", "USD");
  return cells;
}

// woocommerce 26734, 64668, 41919, 30263; PrestaShop 40271; woocommerce-ios
// 17827. With the bug lines rounded anew sum to a cent more than the order, and
// the check against its total refuses the refund of everything.
TEST(TenBugs, Bug1SumOfRoundedLinesBlocksFullRefund) {
  // Three lines at 8.875 % tax: 0.8875 each, stored as 0.89, 0.89, 0.88 = 2.66.
  const std::vector<Cells> rows = {
      dollars({{"item-price", "10.00"}, {"item-tax", "0.89"}}),
      dollars({{"item-price", "10.00"}, {"item-tax", "0.89"}}),
      dollars({{"item-price", "10.00"}, {"item-tax", "0.88"}})};
  const RefundBook book(priced(rows), "amazon-us");
  const auto all = book.refund(ask("defective"));
  ASSERT_TRUE(all.has_value());
  EXPECT_EQ(all->total, 3266);
  EXPECT_EQ(all->remaining, 0);
  const RefundPlan plan = book.plan({ask("defective", {{kFirst, {}}}),
                                     ask("defective", {{kSecond, {}}}),
                                     ask("defective", {{kThird, {}}})});
  EXPECT_EQ(plan.failed(), 0u);
  EXPECT_EQ(plan.totals()[0].minor, 3266);
}

// woocommerce 10456: the most that can go back was 4.4499999, and 4.45 was
// refused.
TEST(TenBugs, Bug2FloatingPointLimitRefusesTheExactAmount) {
  const RefundBook book(priced({dollars({{"shipping-price", "4.45"}})}),
                        "amazon-us");
  const auto requests = read_requests(
      R"({"order_id": "250-1234567-1234567", "reason": "combined-shipping", "amount": "4.45"})",
      book.policy());
  ASSERT_TRUE(requests.has_value());
  EXPECT_EQ(outcome(book.refund(requests->front())), "0+445+0");
  EXPECT_EQ(outcome(book.refund(ask_amount("combined-shipping", 446))),
            "more-than-remains 445");
  // 0.1 + 0.2 and every other cent, added up one by one.
  const RefundBook cents(
      priced({dollars({{"quantity-purchased", "10"}, {"item-price", "0.30"}})}),
      "amazon-us");
  const RefundPlan plan = cents.plan(
      std::vector<RefundRequest>(10, ask("defective", {{kFirst, 1}})));
  EXPECT_EQ(plan.failed(), 0u);
  EXPECT_EQ(plan.totals()[0].minor, 30);
}

// woocommerce PR 63046: tax taken out of inclusive prices at two rates was 0.01
// off. With the bug the tax is worked out from a rate; here the stored ones are
// told.
TEST(TenBugs, Bug3TaxOfTwoRatesExtractedFromInclusivePrice) {
  const RefundBook book(priced({{{"item-price", "1080"}, {"item-tax", "80"}},
                                {{"item-price", "1100"},
                                 {"item-tax", "100"},
                                 {"shipping-price", "550"},
                                 {"shipping-tax", "50"}}}));
  EXPECT_EQ(book.refund(ask("defective"))->tax_inside, 80 + 150);  // W13
  EXPECT_EQ(book.refund(ask("defective", {{kFirst, {}}}))->tax_inside, 80);
  EXPECT_EQ(book.refund(ask("defective", {{kSecond, {}}}))->tax_inside, 150);
}

// woocommerce 10162: after refunding line by line the tax left over was -0.01.
// With the bug each part's tax is rounded by itself: 3 x 0.27 of 0.80, 3 x 30
// of 91.
TEST(TenBugs, Bug4LineRefundsLeaveANegativeTax) {
  const RefundBook added(priced({dollars({{"quantity-purchased", "3"},
                                          {"item-price", "10.00"},
                                          {"item-tax", "0.80"}})}),
                         "amazon-us");
  const RefundRequest one = ask("defective", {{kFirst, 1}});
  std::int64_t tax = 0;
  const RefundPlan added_plan = added.plan({one, one, one});
  for (const PlannedRefund& part : added_plan.refunds()) {
    tax += part.outcome->lines[0].amounts[Component::kItemTax];
  }
  EXPECT_EQ(tax, 80);
  const RefundBook inside(priced({{{"quantity-purchased", "3"},
                                   {"item-price", "1000"},
                                   {"item-tax", "91"}}}));
  std::int64_t tax_inside = 0;
  const RefundPlan inside_plan = inside.plan({one, one, one});
  for (const PlannedRefund& part : inside_plan.refunds()) {
    tax_inside += part.outcome->tax_inside.value_or(0);
  }
  EXPECT_EQ(tax_inside, 91);
}

// gumroad PR 3749: 5,800 yen were divided by 100 and 58 went back.
TEST(TenBugs, Bug5CurrencyWithoutDecimalsDividedBy100) {
  const RefundBook book(priced({{{"item-price", "5800"}}}));
  const auto all = book.refund(ask("defective"));
  EXPECT_EQ(all->total, 5800);
  const Json json = refund_json(*all, Language::kEnglish);
  EXPECT_EQ(json_text(json["total"]), R"({"currency":"JPY","minor":5800})");
  const auto requests = read_requests(
      R"({"order_id": "250-1234567-1234567", "reason": "goodwill", "amount": "5800"})",
      book.policy());
  ASSERT_TRUE(requests.has_value());
  EXPECT_EQ(requests->front().amount, 5800);
  EXPECT_EQ(json_text(request_json(requests->front(),
                                   all->charges.currency)["amount"]),
            "\"5800\"");
  // And one with three decimals is not multiplied by 10.
  const RefundBook dinar(
      priced({{{"currency", "BHD"}, {"item-price", "5.800"}}}), "amazon-us");
  EXPECT_EQ(dinar.refund(ask("defective"))->total, 5800);
}

// magento2 2385, 38088, 41277: "Maximum shipping allowed to refund is 0.00"
// blocked a second refund once the shipping was back. 38556: that maximum went
// below 0. 4349, 19429, 39644: shipping with and without its tax were mixed.
// 11336: shipping came back although none was charged.
TEST(TenBugs, Bug6ShippingRefundedOnceBlocksTheNextRefund) {
  const RefundBook book(priced({dollars({{"quantity-purchased", "2"},
                                         {"item-price", "20.00"},
                                         {"shipping-price", "5.00"},
                                         {"shipping-tax", "0.50"}})}),
                        "amazon-us");
  const RefundRequest one = ask("defective", {{kFirst, 1}});
  const RefundPlan plan =
      book.plan({ask_amount("combined-shipping", 550), one, one});
  EXPECT_EQ(plan.failed(), 0u);
  EXPECT_EQ(outcome(plan.refunds()[0].outcome), "0+550+0");  // its tax with it
  EXPECT_EQ(outcome(plan.refunds()[1].outcome), "1000+0+0");
  EXPECT_EQ(outcome(plan.refunds()[2].outcome), "1000+0+0");
  EXPECT_EQ(plan.refunds()[2].outcome->remaining, 0);
  const auto again = book.plan({ask_amount("combined-shipping", 550),
                                ask_amount("combined-shipping", 1)});
  EXPECT_EQ(outcome(again.refunds()[1].outcome), "more-than-remains 0");
  const RefundBook free(priced({{}}));
  EXPECT_EQ(outcome(free.refund(ask("defective"))), "1000+0+0");
  EXPECT_EQ(outcome(free.refund(ask_amount("combined-shipping", 1))),
            "no-shipping");
}

// OpenMage 4396: with a discount, partial refunds returned less than was paid.
// With the bug the whole discount is taken off the first part, or off every
// part.
TEST(TenBugs, Bug7DiscountAndPartialRefundReturnLessThanPaid) {
  const RefundBook book(priced({{{"quantity-purchased", "3"},
                                 {"item-price", "3000"},
                                 {"item-promotion-discount", "-100"}}}));
  const RefundRequest one = ask("defective", {{kFirst, 1}});
  const RefundPlan plan = book.plan({one, one, one});
  EXPECT_EQ(outcome(plan.refunds()[0].outcome), "967+0+0");  // 1000 - 33
  EXPECT_EQ(outcome(plan.refunds()[1].outcome), "966+0+0");  // 1000 - 34
  EXPECT_EQ(outcome(plan.refunds()[2].outcome), "967+0+0");
  EXPECT_EQ(plan.totals()[0].minor, 2900);
}

// odoo 96721, thirtybees 1399: 7.50 was charged as 7 and refunded as 8. With
// the bug a refund, being negative, rounds the other way from its charge.
TEST(TenBugs, Bug8RoundingFlipsOnNegativeAmounts) {
  for (const std::int64_t total : {15, 1, 3, 1000, 1001, 99'999}) {
    for (int of = 1; of <= 12; ++of) {
      for (int before = 0; before < of; ++before) {
        EXPECT_EQ(units_price(-total, before, 1, of),
                  -units_price(total, before, 1, of));
      }
    }
    const Share shares[] = {{7, "a"}, {3, "b"}, {1, "c"}};
    const auto charge = *allocate(total, shares),
               refund = *allocate(-total, shares);
    for (std::size_t i = 0; i < charge.size(); ++i)
      EXPECT_EQ(refund[i], -charge[i]);
  }
  // 15 yen for two: 8 go back for the first and 7 stay charged for the other.
  const RefundBook book(
      priced({{{"quantity-purchased", "2"}, {"item-price", "15"}}}));
  const auto refund = book.refund(ask("defective", {{kFirst, 1}}));
  EXPECT_EQ(refund->total, 8);
  EXPECT_EQ(refund->remaining, 7);
}

// odoo 55114: a refund of 0 in all with X of price and -X of tax. 196382: a
// refund made after the rounding was set anew left 0.01. With the bug
// components are worked out apart from their total, or anew from today's
// settings.
TEST(TenBugs, Bug9ZeroTotalOfOppositeParts) {
  const RefundBook free(priced({dollars({{"quantity-purchased", "3"},
                                         {"item-price", "9.99"},
                                         {"item-promotion-discount", "-9.99"},
                                         {"shipping-price", "1.00"}})}),
                        "amazon-us");
  const RefundRequest one = ask("defective", {{kFirst, 1}});
  std::int64_t given = 0;
  const RefundPlan free_plan = free.plan({one, one, one});
  for (const PlannedRefund& part : free_plan.refunds()) {
    for (const std::int64_t minor : part.outcome->lines[0].amounts.minor)
      EXPECT_GE(minor, 0);
    EXPECT_EQ(part.outcome->lines[0].amounts.item(), 0);
    given += part.outcome->total;
  }
  EXPECT_EQ(given, 100);
  // The seller's policy changed between two refunds: the stored amounts did
  // not.
  const std::string orders = priced({{{"quantity-purchased", "3"},
                                      {"item-price", "1000"},
                                      {"item-tax", "91"}}})
                                 .text();
  const std::string reported =
      ReportText::adjustments()
          .row({{"item-price-adj", "333.00"}, {"quantity-cancelled", "1"}})
          .text();
  const RefundBook later(
      {{"orders.txt", orders}, {"upload.txt", reported}},
      R"({"extends": "amazon-jp", "id": "our-shop", "decimal_point": ",",
                             "zone": {"name": "UTC", "rule": "UTC0"}})",
      "2036-01-01T00:00:00+00:00");
  EXPECT_EQ(later.refund(ask("defective"))->total, 667);
  EXPECT_EQ(later.refund(ask("defective"))->remaining, 0);
}

// woocommerce-ios PR 16584: everything was refunded as unit price x units. With
// the bug three of 10.00 give 9.99, and three of 1,001 give 1,002.
TEST(TenBugs, Bug10FullRefundFromTheUnitPrice) {
  const RefundBook cents(
      priced({dollars({{"quantity-purchased", "3"}, {"item-price", "10.00"}})}),
      "amazon-us");
  EXPECT_EQ(cents.refund(ask("defective"))->total, 1000);
  EXPECT_EQ(cents.refund(ask("defective", {{kFirst, 3}}))->total, 1000);
  EXPECT_EQ(cents.refund(ask("defective", {{kFirst, 1}}))->total, 333);
  EXPECT_EQ(cents.refund(ask("defective", {{kFirst, 2}}))->total, 667);
  const RefundBook yen(
      priced({{{"quantity-purchased", "3"}, {"item-price", "1001"}}}));
  EXPECT_EQ(yen.refund(ask("defective"))->total, 1001);
  EXPECT_EQ(yen.refund(ask("defective", {{kFirst, 1}}))->total, 334);
}

}  // namespace
}  // namespace parcelwise
