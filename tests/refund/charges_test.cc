// Tests core/refund/charges.cc.
#include "refund/charges.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "refund/refund_book.h"

namespace parcelwise {
namespace {

// The eight components in their order.
std::string reported(const ChargedLine& line) {
  std::string text;
  for (const std::int64_t minor : line.charged.minor)
    text += std::to_string(minor) + " ";
  if (line.tax_inside)
    text += "inside " + std::to_string(*line.tax_inside) + " ";
  return text + "x" + std::to_string(line.units);
}

TEST(OrderCharges, are_the_stored_amounts_of_a_line) {
  struct Row {
    const char* name;
    Cells cells;
    const char* policy;
    const char* charged;
  };
  const Row rows[] = {
      {"a price alone", {}, "amazon-jp", "1000 0 0 0 0 0 0 0 x1"},
      {"everything, in yen with its tax inside",
       {{"item-price", "3980"},
        {"item-tax", "361"},
        {"shipping-price", "550"},
        {"shipping-tax", "50"},
        {"gift-wrap-price", "308"},
        {"gift-wrap-tax", "28"},
        {"item-promotion-discount", "398"},
        {"ship-promotion-discount", "50"}},
       "amazon-jp",
       "3980 0 550 0 308 0 398 50 inside 439 x1"},
      {"everything, in dollars with tax added",
       {{"currency", "USD"},
        {"item-price", "39.80"},
        {"item-tax", "3.28"},
        {"shipping-price", "5.50"},
        {"shipping-tax", "0.45"},
        {"gift-wrap-price", "3.08"},
        {"gift-wrap-tax", "0.25"},
        {"item-promotion-discount", "3.98"},
        {"ship-promotion-discount", "0.50"}},
       "amazon-us",
       "3980 328 550 45 308 25 398 50 x1"},
      {"tax columns that say 0",
       {{"item-tax", "0"}},
       "amazon-jp",
       "1000 0 0 0 0 0 0 0 inside 0 x1"},
      {"promotions of either sign (formats 1.6)",
       {{"item-promotion-discount", "-100"},
        {"ship-promotion-discount", "-20"},
        {"shipping-price", "300"}},
       "amazon-jp",
       "1000 0 300 0 0 0 100 20 x1"},
      {"yen with decimals that say nothing",
       {{"item-price", "24732.00"}},
       "amazon-jp",
       "24732 0 0 0 0 0 0 0 x1"},
      {"three decimals",
       {{"currency", "BHD"}, {"item-price", "3.980"}},
       "amazon-us",
       "3980 0 0 0 0 0 0 0 x1"},
      {"no currency: the policy's",
       {{"currency", ""}, {"item-price", "39.80"}},
       "amazon-it",
       "3980 0 0 0 0 0 0 0 x1"},
      {"a negative price is nothing charged",
       {{"item-price", "-5"}, {"shipping-price", "300"}},
       "amazon-jp",
       "0 0 300 0 0 0 0 0 x1"},
      {"quantity 0",
       {{"quantity-purchased", "0"}},
       "amazon-jp",
       "1000 0 0 0 0 0 0 0 x0"},
      {"the largest amount",
       {{"item-price", "1000000000000"}},
       "amazon-jp",
       "1000000000000 0 0 0 0 0 0 0 x1"},
  };
  for (const Row& row : rows) {
    const RefundBook book(priced({row.cells}), row.policy);
    const auto charges = book.charges();
    ASSERT_TRUE(charges.has_value()) << row.name;
    ASSERT_EQ(charges->lines.size(), 1u) << row.name;
    EXPECT_EQ(reported(charges->lines[0]), row.charged) << row.name;
    EXPECT_FALSE(charges->lines[0].promotion_cut) << row.name;
  }
}

TEST(OrderCharges, a_promotion_larger_than_its_price_is_cut_down_to_it) {
  const RefundBook book(priced({{{"item-promotion-discount", "1200"},
                                 {"shipping-price", "300"},
                                 {"ship-promotion-discount", "-301"}}}));
  const auto charges = book.charges();
  ASSERT_TRUE(charges.has_value());
  const ChargedLine& line = charges->lines[0];
  EXPECT_EQ(reported(line), "1000 0 300 0 0 0 1000 300 x1");
  EXPECT_TRUE(line.promotion_cut);
  EXPECT_EQ(line.charged.total(), 0);
}

TEST(OrderCharges, what_cannot_be_read_as_a_charge) {
  struct Row {
    const char* name;
    std::vector<Cells> rows;
    ChargeError error;
  };
  const Row rows[] = {
      {"no price", {{{"item-price", ""}}}, ChargeError::kNoPrices},
      {"one line without a price",
       {{}, {{"item-price", ""}}},
       ChargeError::kNoPrices},
      {"two currencies",
       {{}, {{"currency", "USD"}, {"item-price", "10.00"}}},
       ChargeError::kMixedCurrencies},
      {"more than the largest amount",
       {{{"item-price", "1000000000001"}}},
       ChargeError::kTooLarge},
      {"a promotion beyond it",
       {{{"item-promotion-discount", "-1000000000001"}}},
       ChargeError::kTooLarge},
  };
  for (const Row& row : rows) {
    const RefundBook book(priced(row.rows));
    const auto charges = book.charges();
    ASSERT_FALSE(charges.has_value()) << row.name;
    EXPECT_EQ(charges.error(), row.error) << row.name;
  }
}

TEST(OrderCharges, of_a_report_without_prices_are_none) {
  const RefundBook book(ReportText::unshipped().row({}));
  EXPECT_EQ(book.charges().error(), ChargeError::kNoPrices);
}

// Prices from one report, units from the other (docs/rules.md 1.0).
TEST(OrderCharges, join_what_two_reports_tell) {
  const RefundBook book(
      {{"new.txt", priced({{{"quantity-purchased", "3"}}}).text()},
       {"unshipped.txt",
        ReportText::unshipped()
            .row({{"quantity-purchased", "3"}, {"quantity-shipped", "1"}})
            .text()}});
  const auto charges = book.charges();
  ASSERT_EQ(charges->lines.size(), 1u);
  EXPECT_EQ(charges->lines[0].units, 3);
  EXPECT_EQ(charges->lines[0].unsent, 2);
}

TEST(OrderCharges, leave_cancelled_lines_out) {
  const RefundBook book(ReportText::all_orders()
                            .row({{"sku", "A"}})
                            .row({{"sku", "B"}, {"item-status", "Cancelled"}}));
  const auto charges = book.charges();
  ASSERT_TRUE(charges.has_value());
  ASSERT_EQ(charges->lines.size(), 1u);
  EXPECT_EQ(charges->lines[0].sku, "A");
}

// Promotions spill into rows that repeat the ids and leave the rest blank.
TEST(OrderCharges, of_a_line_split_over_promotion_rows_count_it_once) {
  ReportText text({"order-id", "order-item-id", "purchase-date", "sku",
                   "product-name", "quantity-purchased", "currency",
                   "item-price", "item-tax", "shipping-price",
                   "item-promotion-discount", "item-promotion-id",
                   "ship-promotion-discount"});
  text.row({{"shipping-price", "300"},
            {"item-promotion-discount", "-100"},
            {"item-promotion-id", "P1"}});
  text.line(std::string(kOrder) + "\t" + kFirst +
            "\t\t\t\t\t\t\t\t\t-50\tP2\t");
  const RefundBook book(text);
  const auto charges = book.charges();
  ASSERT_TRUE(charges.has_value());
  ASSERT_EQ(charges->lines.size(), 1u);
  EXPECT_EQ(charges->lines[0].units, 1);
  EXPECT_EQ(charges->lines[0].charged[Component::kItemPrice], 1000);
  EXPECT_EQ(charges->lines[0].charged[Component::kShippingPrice], 300);
  EXPECT_EQ(charges->lines[0].charged[Component::kItemPromotion], 150);
}

// A return of a SKU that no order report spells so must not hide the prices.
TEST(OrderCharges, know_no_line_that_only_a_return_tells) {
  const RefundBook book(
      {{"new.txt", priced({{}}).text()},
       {"returns.txt",
        ReportText::returns().row({{"Merchant SKU", "sku_1_old"}}).text()}});
  const auto charges = book.charges();
  ASSERT_TRUE(charges.has_value());
  EXPECT_EQ(charges->lines.size(), 1u);
}

TEST(OrderCharges, points_of_a_line) {
  struct Row {
    const char* cell;
    int points;
  };
  const Row rows[] = {{"200", 200},
                      {"", 0},
                      {"0", 0},
                      {"-5", 0},
                      {"2.5", 0},
                      {"many", 0},
                      {"99999999999999999999", 0}};
  for (const Row& row : rows) {
    const RefundBook book(priced({{{"points-granted", row.cell}}}));
    EXPECT_EQ(book.charges()->lines[0].points, row.points) << row.cell;
  }
}

// Lines without item ids have their file's order in the book.
TEST(OrderCharges, are_in_one_order_whichever_way_the_rows_stand) {
  const std::vector<Cells> rows = {
      {{"sku", "B"}, {"item-price", "500"}},
      {{"sku", "A"}, {"item-price", "700"}, {"quantity", "2"}},
      {{"sku", "A"}, {"item-price", "700"}, {"quantity", "1"}},
      {{"sku", "A"}, {"item-price", "300"}},
  };
  std::vector<std::size_t> order = {0, 1, 2, 3};
  std::string first;
  do {
    ReportText text = ReportText::all_orders();
    for (const std::size_t i : order) text.row(rows[i]);
    const RefundBook book(text);
    const auto charges = book.charges();
    std::string all;
    for (const ChargedLine& line : charges->lines)
      all += line.sku + " " + reported(line) + "; ";
    if (first.empty()) first = all;
    EXPECT_EQ(all, first);
  } while (std::next_permutation(order.begin(), order.end()));
  EXPECT_EQ(
      first,
      "A 300 0 0 0 0 0 0 0 x1; A 700 0 0 0 0 0 0 0 x1; A 700 0 0 0 0 0 0 0 x2; "
      "B 500 0 0 0 0 0 0 0 x1; ");
}

TEST(Charges, total_is_what_the_buyer_paid) {
  // W7: 2,400 + 300, 1,980 - 198 + 300 + 308, 5,500.
  const RefundBook book(
      priced({{{"item-price", "2400"}, {"shipping-price", "300"}},
              {{"item-price", "1980"},
               {"shipping-price", "300"},
               {"gift-wrap-price", "308"},
               {"item-promotion-discount", "198"}},
              {{"item-price", "5500"}}}));
  EXPECT_EQ(book.charges()->total(), 10'590);
}

}  // namespace
}  // namespace parcelwise
