// Tests core/refund/reasons.cc and the reasons' own files: each reason on one
// order in many forms, with what it must give back worked out by hand from S9,
// S11, S19, S22 and docs/rules.md 2.2.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "refund/refund_book.h"
#include "words/catalogue.h"

namespace parcelwise {
namespace {

TEST(AllRefundReasons, are_those_of_the_contract_in_its_order) {
  const std::vector<std::string_view> expected = {
      "undeliverable", "refused",      "invalid-address",   "carrier-damage",
      "wrong-item",    "defective",    "items-unavailable", "combined-shipping",
      "returned",      "not-received", "goodwill"};
  std::vector<std::string_view> ids;
  for (const RefundReason* reason : all_refund_reasons()) {
    ids.push_back(reason->id);
    EXPECT_EQ(find_refund_reason(reason->id), reason);
    EXPECT_EQ(reason->asks_condition, reason->id == "returned") << reason->id;
    EXPECT_FALSE(reason->sources[0].empty()) << reason->id;
    const std::string of_reason =
        "refund/reasons/" + std::string(reason->id) + "/";
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      const Catalogue& words = Catalogue::of(language);
      for (const char* const key : {"name", "source"}) {
        EXPECT_EQ(words.text(of_reason + key).find("refund/"),
                  std::string::npos)
            << of_reason << key;
      }
      EXPECT_FALSE(words.list(of_reason + "steps").empty()) << of_reason;
    }
  }
  EXPECT_EQ(ids, expected);
  EXPECT_EQ(find_refund_reason("sleep"), nullptr);
  EXPECT_EQ(find_refund_reason(""), nullptr);
}

// The codes that help 661 lists for the upload file (docs/formats.md 2.2).
TEST(UploadCode, is_one_that_amazon_knows_unless_the_seller_has_another) {
  const Policy own = *Policy::load(R"({"extends": "amazon-jp", "id": "our-shop",
      "upload": {"refund_codes": {"defective": "GeneralAdjustment"}}})");
  const Policy amazons = *Policy::load("amazon-jp");
  for (const RefundReason* reason : all_refund_reasons()) {
    const std::string code(upload_code(amazons, *reason));
    EXPECT_TRUE(code == "NoInventory" || code == "CustomerReturn" ||
                code == "GeneralAdjustment" || code == "CouldNotShip" ||
                code == "DifferentItem")
        << code;
  }
  EXPECT_EQ(upload_code(amazons, *find_refund_reason("items-unavailable")),
            "NoInventory");
  EXPECT_EQ(upload_code(own, *find_refund_reason("defective")),
            "GeneralAdjustment");
  EXPECT_EQ(upload_code(own, *find_refund_reason("wrong-item")),
            "DifferentItem");
}

// The order of W9 in the forms that orders have.
struct Form {
  const char* name;
  const char* policy;
  Cells cells;
  int units;         // asked for; 0: all
  const char* all;   // with shipping
  const char* kept;  // without
  const char* withheld;
};

const std::vector<Form>& forms() {
  static const std::vector<Form> kForms = {
      {"W9",
       "amazon-jp",
       {{"item-price", "3980"},
        {"gift-wrap-price", "308"},
        {"shipping-price", "550"}},
       0,
       "3980+550+308",
       "3980+0+308",
       "shipping_price 550"},
      {"with promotions",
       "amazon-jp",
       {{"item-price", "3980"},
        {"gift-wrap-price", "308"},
        {"shipping-price", "550"},
        {"item-promotion-discount", "398"},
        {"ship-promotion-discount", "50"}},
       0,
       "3582+500+308",
       "3582+0+308",
       "shipping_price 500"},
      {"without wrap",
       "amazon-jp",
       {{"item-price", "3980"}, {"shipping-price", "550"}},
       0,
       "3980+550+0",
       "3980+0+0",
       "shipping_price 550"},
      {"free shipping: nothing to keep (A6)",
       "amazon-jp",
       {{"item-price", "3980"}, {"gift-wrap-price", "308"}},
       0,
       "3980+0+308",
       "3980+0+308",
       ""},
      {"shipping made free by its promotion",
       "amazon-jp",
       {{"item-price", "3980"},
        {"shipping-price", "550"},
        {"ship-promotion-discount", "-550"}},
       0,
       "3980+0+0",
       "3980+0+0",
       ""},
      // 3980/3 = 1326.67, 550/3 = 183.33, 308/3 = 102.67, half up.
      {"one of three",
       "amazon-jp",
       {{"quantity-purchased", "3"},
        {"item-price", "3980"},
        {"gift-wrap-price", "308"},
        {"shipping-price", "550"}},
       1,
       "1327+183+103",
       "1327+0+103",
       "shipping_price 183"},
      // Two thirds: 2653.33, 366.67, 205.33.
      {"two of three",
       "amazon-jp",
       {{"quantity-purchased", "3"},
        {"item-price", "3980"},
        {"gift-wrap-price", "308"},
        {"shipping-price", "550"}},
       2,
       "2653+367+205",
       "2653+0+205",
       "shipping_price 367"},
      {"dollars, tax added",
       "amazon-us",
       {{"currency", "USD"},
        {"item-price", "39.80"},
        {"item-tax", "3.28"},
        {"shipping-price", "5.50"},
        {"shipping-tax", "0.45"},
        {"gift-wrap-price", "3.08"},
        {"gift-wrap-tax", "0.25"}},
       0,
       "4308+595+333",
       "4308+0+333",
       "shipping_price 550, shipping_tax 45"},
      {"dollars, one of two, tax and promotion",
       "amazon-us",
       {{"currency", "USD"},
        {"quantity-purchased", "2"},
        {"item-price", "39.80"},
        {"item-tax", "3.28"},
        {"item-promotion-discount", "-4.00"},
        {"shipping-price", "5.50"},
        {"shipping-tax", "0.50"}},
       1,
       "1954+300+0",
       "1954+0+0",
       "shipping_price 275, shipping_tax 25"},
      {"euro, tax inside",
       "amazon-it",
       {{"currency", "EUR"},
        {"item-price", "39.80"},
        {"item-tax", "7.18"},
        {"shipping-price", "5.50"},
        {"shipping-tax", "0.99"},
        {"gift-wrap-price", "3.08"}},
       0,
       "3980+550+308",
       "3980+0+308",
       "shipping_price 550"},
      {"yen, tax inside",
       "amazon-jp",
       {{"item-price", "3980"},
        {"item-tax", "361"},
        {"shipping-price", "550"},
        {"shipping-tax", "50"}},
       0,
       "3980+550+0",
       "3980+0+0",
       "shipping_price 550"},
      {"three decimals",
       "amazon-us",
       {{"currency", "BHD"},
        {"item-price", "3.980"},
        {"shipping-price", "0.550"},
        {"gift-wrap-price", "0.308"}},
       0,
       "3980+550+308",
       "3980+0+308",
       "shipping_price 550"},
      {"three decimals, one of three",
       "amazon-us",
       {{"currency", "BHD"},
        {"quantity-purchased", "3"},
        {"item-price", "1.000"}},
       1,
       "333+0+0",
       "333+0+0",
       ""},
      {"a gift for nothing that was shipped",
       "amazon-jp",
       {{"item-price", "500"},
        {"item-promotion-discount", "500"},
        {"shipping-price", "300"}},
       0,
       "0+300+0",
       "0+0+0",
       "shipping_price 300"},
  };
  return kForms;
}

std::vector<RefundRequest::Item> first_line(int units) {
  if (units == 0) return {{kFirst, std::nullopt}};
  return {{kFirst, units}};
}

TEST(RefundReasons, that_keep_the_shipping_S11) {
  for (const char* const reason :
       {"undeliverable", "refused", "invalid-address"}) {
    for (const Form& form : forms()) {
      const RefundBook book(priced({form.cells}), form.policy);
      const auto refund = book.refund(ask(reason, first_line(form.units)));
      EXPECT_EQ(outcome(refund), form.kept) << reason << ": " << form.name;
      if (!refund) continue;
      EXPECT_EQ(withheld(*refund), form.withheld)
          << reason << ": " << form.name;
      for (const Withheld& kept : refund->withheld) {
        EXPECT_EQ(kept.why.key, "refund/withheld/shipping-kept");
      }
    }
  }
}

TEST(RefundReasons, that_keep_nothing) {
  for (const char* const reason : {"carrier-damage", "wrong-item", "defective",
                                   "not-received", "items-unavailable"}) {
    for (const Form& form : forms()) {
      const RefundBook book(priced({form.cells}), form.policy);
      const auto refund = book.refund(ask(reason, first_line(form.units)));
      EXPECT_EQ(outcome(refund), form.all) << reason << ": " << form.name;
      if (refund) {
        EXPECT_EQ(withheld(*refund), "") << reason << ": " << form.name;
      }
    }
  }
}

// What the forms hold as tax inside, of the whole and of a part.
TEST(RefundReasons, tell_the_tax_inside_what_goes_back) {
  const RefundBook euro(priced({{{"currency", "EUR"},
                                 {"item-price", "39.80"},
                                 {"item-tax", "7.18"},
                                 {"shipping-price", "5.50"},
                                 {"shipping-tax", "0.99"}}}),
                        "amazon-it");
  EXPECT_EQ(euro.refund(ask("defective"))->tax_inside, 718 + 99);
  // 817 x 3980 / 4530 = 717.8
  EXPECT_EQ(euro.refund(ask("refused"))->tax_inside, 718);
  const RefundBook missing_facts(priced({{{"item-price", "3980"}}}));
  EXPECT_EQ(missing_facts.refund(ask("defective"))->tax_inside, std::nullopt);
  const RefundBook dollars(priced({{{"currency", "USD"},
                                    {"item-price", "39.80"},
                                    {"item-tax", "3.28"}}}),
                           "amazon-us");
  EXPECT_EQ(dollars.refund(ask("defective"))->tax_inside, std::nullopt);
}

// items-unavailable
// ------------------------------------------------------------

// W7: B is out; A, B and C are confirmed and B is refunded.
ReportText w7() {
  return priced({{{"item-price", "2400"}, {"shipping-price", "300"}},
                 {{"item-price", "1980"},
                  {"shipping-price", "300"},
                  {"gift-wrap-price", "308"},
                  {"item-promotion-discount", "198"}},
                 {{"item-price", "5500"}}});
}

TEST(ItemsUnavailable, W7_gives_line_B_back) {
  const RefundBook book(w7());
  const auto refund =
      book.refund(ask("items-unavailable", {{kSecond, std::nullopt}}));
  EXPECT_EQ(outcome(refund), "1782+300+308");
  EXPECT_EQ(refund->total, 2'390);
  EXPECT_EQ(refund->charged, 10'590);
  EXPECT_EQ(refund->remaining, 8'200);
}

TEST(ItemsUnavailable, without_lines_picks_the_unsent_units) {
  struct Row {
    const char* name;
    const char* shipped[3];  // of one, one and three
    const char* outcome;
  };
  const Row rows[] = {
      {"the second", {"1", "0", "3"}, "1782+300+308"},
      {"two of the third", {"1", "1", "1"}, "3667+0+0"},
      {"the second and one of the third",
       {"1", "0", "2"},
       "1782+300+308 1833+0+0"},
      {"nothing", {"1", "1", "3"}, "nothing-unsent"},
  };
  for (const Row& row : rows) {
    ReportText unshipped = ReportText::unshipped();
    for (int i = 0; i < 3; ++i) {
      unshipped.row({{"order-item-id", "1000000000000" + std::to_string(i + 1)},
                     {"sku", "SKU-" + std::to_string(i + 1)},
                     {"quantity-purchased", i == 2 ? "3" : "1"},
                     {"quantity-shipped", row.shipped[i]}});
    }
    const RefundBook book(
        {{"new.txt",
          priced({{{"item-price", "2400"}, {"shipping-price", "300"}},
                  {{"item-price", "1980"},
                   {"shipping-price", "300"},
                   {"gift-wrap-price", "308"},
                   {"item-promotion-discount", "198"}},
                  {{"item-price", "5500"}, {"quantity-purchased", "3"}}})
              .text()},
         {"unshipped.txt", unshipped.text()}});
    EXPECT_EQ(outcome(book.refund(ask("items-unavailable"))), row.outcome)
        << row.name;
  }
}

TEST(ItemsUnavailable, finds_nothing_left_where_all_was_refunded) {
  const RefundBook book(
      {{"unshipped.txt",
        ReportText::unshipped().row({{"item-price", "1980"}}).text()},
       {"new.txt", priced({{{"item-price", "1980"}}}).text()},
       {"settlement.txt",
        ReportText::settlement().row({{"amount", "-1980"}}).text()}});
  const auto refund = book.refund(ask("items-unavailable"));
  ASSERT_FALSE(refund.has_value());
  EXPECT_EQ(refund.error().code, RefundErrorCode::kNothingLeft);
}

// S23, A9: all lines are confirmed before the unsent ones are refunded.
TEST(ItemsUnavailable, asks_to_confirm_all_lines_first_or_to_cancel_instead) {
  ReportText unshipped = ReportText::unshipped();
  for (const char* const id : {"1", "2"}) {
    unshipped.row({{"order-item-id", std::string("1000000000000") + id},
                   {"sku", std::string("SKU-") + id}});
  }
  const RefundBook book({{"new.txt", priced({{}, {}}).text()},
                         {"unshipped.txt", unshipped.text()}});
  const auto part =
      book.refund(ask("items-unavailable", {{kSecond, std::nullopt}}));
  ASSERT_TRUE(part.has_value());
  EXPECT_TRUE(has_remark(part->warnings, "refund/warnings/confirm-all"));
  EXPECT_FALSE(has_remark(part->warnings, "refund/warnings/cancel-instead"));
  const auto all = book.refund(ask("items-unavailable"));
  ASSERT_TRUE(all.has_value());
  EXPECT_TRUE(has_remark(all->warnings, "refund/warnings/cancel-instead"));
  EXPECT_FALSE(has_remark(all->warnings, "refund/warnings/confirm-all"));
}

// What has left, or Amazon sends, is neither confirmed nor cancelled.
TEST(ItemsUnavailable, asks_to_confirm_only_what_the_seller_has_yet_to_send) {
  struct Row {
    const char* name;
    const char* status;
    const char* channel;
    bool warned;
  };
  const Row rows[] = {
      {"to be sent", "Unshipped", "Merchant", true},
      {"sent already", "Shipped", "Merchant", false},
      {"Amazon's to send", "Unshipped", "Amazon", false},
  };
  for (const Row& row : rows) {
    const std::vector<FileText> files = {
        {"all.txt", ReportText::all_orders()
                        .row({{"order-item-id", kFirst},
                              {"sku", "SKU-1"},
                              {"order-status", row.status},
                              {"item-status", row.status},
                              {"fulfillment-channel", row.channel},
                              {"item-price", "2400"}})
                        .text()}};
    const RefundBook book(files);
    const auto made =
        book.refund(ask("items-unavailable", {{"SKU-1", std::nullopt}}));
    ASSERT_TRUE(made.has_value()) << row.name;
    EXPECT_EQ(has_remark(made->warnings, "refund/warnings/cancel-instead"),
              row.warned)
        << row.name;
    EXPECT_FALSE(has_remark(made->warnings, "refund/warnings/confirm-all"))
        << row.name;
  }
}

// combined-shipping
// ------------------------------------------------------------

// W5's 770 over shipping charges of 700, 500 and 300, here of one order's
// lines.
TEST(CombinedShipping, W5_splits_the_saving_over_lines_by_largest_remainder) {
  const std::vector<Cells> rows = {{{"shipping-price", "700"}},
                                   {{"shipping-price", "500"}},
                                   {{"shipping-price", "300"}}};
  const RefundBook book(priced(rows));
  const auto refund = book.refund(ask_amount("combined-shipping", 770));
  EXPECT_EQ(outcome(refund), "0+359+0 0+257+0 0+154+0");
  EXPECT_EQ(withheld(*refund), "shipping_price 730");
  for (const RefundLine& line : refund->lines) EXPECT_EQ(line.quantity, 0);
  // W4: the saving is clamped to 1,500 by whoever works it out; all of it goes
  // back.
  EXPECT_EQ(outcome(book.refund(ask_amount("combined-shipping", 1500))),
            "0+700+0 0+500+0 0+300+0");
  EXPECT_EQ(outcome(book.refund(ask_amount("combined-shipping", 1501))),
            "more-than-remains 1500");
}

TEST(CombinedShipping, in_many_forms) {
  struct Row {
    const char* name;
    const char* policy;
    std::vector<Cells> rows;
    std::optional<std::int64_t> saved;
    const char* outcome;
  };
  const Row rows[] = {
      {"no amount",
       "amazon-jp",
       {{{"shipping-price", "500"}}},
       std::nullopt,
       "amount-missing"},
      {"nothing saved (W6)",
       "amazon-jp",
       {{{"shipping-price", "500"}}},
       0,
       "amount-not-positive"},
      {"less than nothing",
       "amazon-jp",
       {{{"shipping-price", "500"}}},
       -1,
       "amount-not-positive"},
      {"free shipping", "amazon-jp", {{}}, 100, "no-shipping"},
      {"shipping made free by its promotion (magento2 11336)",
       "amazon-jp",
       {{{"shipping-price", "500"}, {"ship-promotion-discount", "500"}}},
       100,
       "no-shipping"},
      {"a promotion lowers what can go back",
       "amazon-jp",
       {{{"shipping-price", "500"}, {"ship-promotion-discount", "-200"}}},
       301,
       "more-than-remains 300"},
      {"up to there",
       "amazon-jp",
       {{{"shipping-price", "500"}, {"ship-promotion-discount", "-200"}}},
       300,
       "0+300+0"},
      {"a line with free shipping gets nothing",
       "amazon-jp",
       {{{"shipping-price", "500"}}, {}},
       250,
       "0+250+0"},
      {"equal remainders go by item id",
       "amazon-jp",
       {{{"shipping-price", "100"}}, {{"shipping-price", "100"}}},
       1,
       "0+1+0"},
      {"dollars: price and tax in proportion",
       "amazon-us",
       {{{"currency", "USD"},
         {"item-price", "10.00"},
         {"shipping-price", "5.00"},
         {"shipping-tax", "0.50"}}},
       110,
       "0+110+0"},
      {"the largest amount",
       "amazon-jp",
       {{{"shipping-price", "1000000000000"}},
        {{"shipping-price", "1000000000000"}}},
       1'000'000'000'000,
       "0+500000000000+0 0+500000000000+0"},
  };
  for (const Row& row : rows) {
    const RefundBook book(priced(row.rows), row.policy);
    RefundRequest request = ask("combined-shipping");
    request.amount = row.saved;
    EXPECT_EQ(outcome(book.refund(request)), row.outcome) << row.name;
  }
}

TEST(CombinedShipping, out_of_the_named_lines_alone) {
  const RefundBook book(
      priced({{{"shipping-price", "700"}}, {{"shipping-price", "500"}}}));
  RefundRequest request = ask_amount("combined-shipping", 500);
  request.items = {{kSecond, std::nullopt}};
  EXPECT_EQ(outcome(book.refund(request)), "0+500+0");
  request.amount = 501;
  EXPECT_EQ(outcome(book.refund(request)), "more-than-remains 500");
  request.items = {{kSecond, std::nullopt}, {"SKU-2", std::nullopt}};
  EXPECT_EQ(outcome(book.refund(request)), "no-such-item");
}

// returned
// ---------------------------------------------------------------------

constexpr const char* kOurRates =
    R"({"extends": "amazon-jp", "id": "our-shop", "figures": {
    "restock_used": [{"value": "50%", "valid_from": "2020-01-01", "source": "our terms", "mark": "C"}],
    "restock_late": [{"value": "20%", "valid_from": "2020-01-01", "source": "our terms", "mark": "C"}],
    "restock_opened": [{"value": "100%", "valid_from": "2020-01-01", "source": "our terms", "mark": "C"}]}})";

TEST(Returned, by_condition_and_days) {
  struct Row {
    const char* name;
    const char* policy;
    Condition condition;
    int days;
    Cells cells;
    const char* outcome;
    const char* withheld;
  };
  const Cells yen = {{"item-price", "3000"},
                     {"shipping-price", "550"},
                     {"gift-wrap-price", "308"}};
  const Cells dollars = {{"currency", "USD"},
                         {"item-price", "39.80"},
                         {"item-tax", "3.28"},
                         {"shipping-price", "5.50"},
                         {"shipping-tax", "0.45"}};
  const Cells euro = {
      {"currency", "EUR"}, {"item-price", "39.80"}, {"shipping-price", "5.50"}};
  const Row rows[] = {
      {"Japan, as new", "amazon-jp", Condition::kAsNew, 3, yen, "3000+0+308",
       "shipping_price 550"},
      {"Japan's rates are off", "amazon-jp", Condition::kUsed, 3, yen,
       "3000+0+308", "shipping_price 550"},
      {"late, off too", "amazon-jp", Condition::kAsNew, 31, yen, "3000+0+308",
       "shipping_price 550"},
      {"our rate for used", kOurRates, Condition::kUsed, 3, yen, "1500+0+308",
       "shipping_price 550, item_price 1500"},
      {"on the last day of the window", kOurRates, Condition::kAsNew, 30, yen,
       "3000+0+308", "shipping_price 550"},
      {"a day later", kOurRates, Condition::kAsNew, 31, yen, "2400+0+308",
       "shipping_price 550, item_price 600"},
      {"late and used: the larger rate, not both", kOurRates, Condition::kUsed,
       31, yen, "1500+0+308", "shipping_price 550, item_price 1500"},
      {"damaged has no rate, late has", kOurRates, Condition::kDamaged, 31, yen,
       "2400+0+308", "shipping_price 550, item_price 600"},
      {"all of it: 100 %", kOurRates, Condition::kOpened, 3, yen, "0+0+308",
       "shipping_price 550, item_price 3000"},
      {"of the price after its promotion",
       kOurRates,
       Condition::kUsed,
       3,
       {{"item-price", "3000"}, {"item-promotion-discount", "301"}},
       "1350+0+0",
       "item_price 1349"},  // of 2699 the buyer gets the odd yen
      {"America, changed mind inside the window", "amazon-us",
       Condition::kAsNew, 30, dollars, "4308+0+0",
       "shipping_price 550, shipping_tax 45"},
      {"America, as new but late: 20 %", "amazon-us", Condition::kAsNew, 31,
       dollars,
       "3447+0+0",  // 39.80 - 7.96, 3.28 - 0.65
       "shipping_price 550, shipping_tax 45, item_price 796, item_tax 65"},
      {"America, opened, and no media: no rate was read", "amazon-us",
       Condition::kOpened, 3, dollars, "4308+0+0",
       "shipping_price 550, shipping_tax 45"},
      {"media by the shop's rate for opened goods", kOurRates,
       Condition::kOpenedMedia, 3, yen, "0+0+308",
       "shipping_price 550, item_price 3000"},
      {"America, opened media: 50 %", "amazon-us", Condition::kOpenedMedia, 3,
       dollars, "2154+0+0",
       "shipping_price 550, shipping_tax 45, item_price 1990, item_tax 164"},
      {"America, used: 50 %", "amazon-us", Condition::kUsed, 3, dollars,
       "2154+0+0",
       "shipping_price 550, shipping_tax 45, item_price 1990, item_tax 164"},
      {"Europe, inside 14 days: shipping too (2.2.4)", "amazon-it",
       Condition::kAsNew, 14, euro, "3980+550+0", ""},
      {"Europe, a day later", "amazon-it", Condition::kAsNew, 15, euro,
       "3980+0+0", "shipping_price 550"},
  };
  for (const Row& row : rows) {
    const RefundBook book(priced({row.cells}), row.policy);
    const auto refund = book.refund(ask_returned(row.condition, row.days));
    EXPECT_EQ(outcome(refund), row.outcome) << row.name;
    if (refund) {
      EXPECT_EQ(withheld(*refund), row.withheld) << row.name;
    }
  }
}

// Off everywhere until a policy lets it stay.
TEST(OutboundCost, stays_where_shipping_was_free_and_the_policy_lets_it) {
  constexpr const char* kKept =
      R"({"extends": "amazon-jp", "id": "ours", "outbound_cost": {"state": "kept", "source": "our terms"}})";
  constexpr const char* kAdded =
      R"({"extends": "amazon-us", "id": "ours", "outbound_cost": {"state": "kept", "source": "our terms"}})";
  const std::vector<Cells> free = {{{"item-price", "3000"}},
                                   {{"item-price", "1000"}}};
  const std::vector<Cells> paid = {
      {{"item-price", "3000"}, {"shipping-price", "550"}}};
  const std::vector<Cells> taxed = {
      {{"currency", "USD"}, {"item-price", "30.00"}, {"item-tax", "3.00"}}};
  struct Row {
    const char *name, *policy;
    std::vector<Cells> lines;
    const char* reason;
    std::int64_t cost;
    const char *outcome, *withheld;
  };
  const Row rows[] = {
      {"Japan as it is", "amazon-jp", free, "refused", 550, "outbound-not-kept",
       ""},
      {"shared over the lines", kKept, free, "refused", 550, "2587+0+0 863+0+0",
       "item_price 550"},
      {"undeliverable", kKept, free, "undeliverable", 551, "2587+0+0 862+0+0",
       "item_price 551"},
      {"a wrong address", kKept, free, "invalid-address", 100,
       "2925+0+0 975+0+0", "item_price 100"},
      {"never more than the items", kKept, free, "refused", 9'000,
       "0+0+0 0+0+0", "item_price 4000"},
      {"shipping was charged", kKept, paid, "refused", 700, "3000+0+0",
       "shipping_price 550"},
      {"a yen of shipping was charged",
       kKept,
       {{{"item-price", "3000"}, {"shipping-price", "1"}}},
       "refused",
       700,
       "3000+0+0",
       "shipping_price 1"},
      {"not where all goes back", kKept, free, "defective", 550,
       "outbound-not-kept", ""},
      {"with its tax", kAdded, taxed, "refused", 1'100, "2200+0+0",
       "item_price 1000, item_tax 100"},
  };
  for (const Row& row : rows) {
    const RefundBook book(priced(row.lines), row.policy);
    RefundRequest request = ask(row.reason);
    request.outbound_cost = row.cost;
    const auto refund = book.refund(request);
    EXPECT_EQ(outcome(refund), row.outcome) << row.name;
    if (refund) {
      EXPECT_EQ(withheld(*refund), row.withheld) << row.name;
    }
  }
  // Charged on the line that stays with the buyer.
  const RefundBook two(
      priced({{{"item-price", "3000"}, {"shipping-price", "550"}},
              {{"item-price", "1000"}}}),
      kKept);
  RefundRequest part = ask("refused", {{"SKU-2", std::nullopt}});
  part.outbound_cost = 500;
  const auto kept = two.refund(part);
  EXPECT_EQ(outcome(kept), "1000+0+0");
  EXPECT_TRUE(has_remark(kept->warnings, "refund/warnings/outbound-charged"));
  const RefundBook book(priced(free), kKept);
  RefundRequest late = ask_returned(Condition::kAsNew, 3);
  late.outbound_cost = 400;
  const auto kept_late = book.refund(late);
  EXPECT_EQ(outcome(kept_late), "2700+0+0 900+0+0");
  EXPECT_FALSE(
      has_remark(kept_late->warnings, "refund/warnings/outbound-once"));
}

// It was sent once, so it is kept back once: whoever refunds the rest is told.
TEST(Returned, tells_that_sending_it_is_kept_back_once) {
  const char* const kKept =
      R"({"extends": "amazon-jp", "id": "ours", "outbound_cost": {"state": "kept", "source": "our terms"}})";
  const FileText orders = {
      "orders.txt",
      priced({{{"item-price", "3000"}}, {{"item-price", "1000"}}}).text()};
  const FileText given = {
      "given.txt", ReportText::adjustments()
                       .row({{"currency", "JPY"}, {"item-price-adj", "3000"}})
                       .text()};
  RefundRequest request = ask("refused", {{"SKU-2", std::nullopt}});
  request.outbound_cost = 400;
  for (const bool before : {false, true}) {
    std::vector<FileText> files = {orders};
    if (before) files.push_back(given);
    const RefundBook book(files, kKept);
    const auto refund = book.refund(request);
    EXPECT_EQ(outcome(refund), "600+0+0") << before;
    EXPECT_EQ(has_remark(refund->warnings, "refund/warnings/outbound-once"),
              before);
  }
}

// Of a marketplace whose window nobody read no return is late.
TEST(Returned, tells_where_the_window_is_not_known) {
  for (const auto& [policy, known] :
       {std::pair("amazon-jp", true),
        std::pair(R"({"extends": "amazon-jp", "id": "ours", "figures":
            {"return_window_days": [{"value": null,
              "valid_from": "2020-01-01", "source": "x"}]}})",
                  false)}) {
    const RefundBook book(priced({{{"item-price", "3000"}}}), policy);
    const auto refund = book.refund(ask_returned(Condition::kAsNew, 400));
    ASSERT_TRUE(refund.has_value()) << outcome(refund);
    EXPECT_EQ(has_remark(refund->warnings, "refund/warnings/window-unknown"),
              !known);
    EXPECT_EQ(has_remark(refund->warnings, "refund/warnings/out-of-window"),
              known);
  }
}

TEST(Returned, says_what_else_there_is_to_know) {
  const RefundBook japan(priced({{{"item-price", "3000"}}}));
  const auto used = japan.refund(ask_returned(Condition::kUsed, 3));
  EXPECT_TRUE(has_remark(used->warnings, "refund/warnings/rate-not-set"));
  EXPECT_FALSE(has_remark(used->steps, "refund/steps/tell-first"));
  EXPECT_FALSE(has_remark(used->warnings, "refund/warnings/out-of-window"));
  EXPECT_FALSE(has_remark(used->warnings, "refund/warnings/no-return"));
  const auto late = japan.refund(ask_returned(Condition::kAsNew, 31));
  EXPECT_TRUE(has_remark(late->warnings, "refund/warnings/out-of-window"));
  // Tell the buyer before refunding less (help 200198010).
  const RefundBook ours(priced({{{"item-price", "3000"}}}), kOurRates);
  const auto less = ours.refund(ask_returned(Condition::kUsed, 3));
  EXPECT_TRUE(has_remark(less->steps, "refund/steps/tell-first"));
  // Up to 1,000 yen with tax and shipping (help 201468550).
  const RefundBook small(
      priced({{{"item-price", "700"}, {"shipping-price", "300"}}}));
  EXPECT_TRUE(
      has_remark(small.refund(ask_returned(Condition::kAsNew, 3))->warnings,
                 "refund/warnings/no-return"));
  const RefundBook larger(
      priced({{{"item-price", "701"}, {"shipping-price", "300"}}}));
  EXPECT_FALSE(
      has_remark(larger.refund(ask_returned(Condition::kAsNew, 3))->warnings,
                 "refund/warnings/no-return"));
}

TEST(Returned, asks_for_condition_and_days) {
  const RefundBook book(priced({{}}));
  RefundRequest request = ask("returned");
  EXPECT_EQ(outcome(book.refund(request)), "condition-missing");
  request.condition = Condition::kAsNew;
  EXPECT_EQ(outcome(book.refund(request)), "days-missing");
  request.days = 0;
  EXPECT_EQ(outcome(book.refund(request)), "1000+0+0");
}

TEST(Names, of_conditions_and_concessions_go_both_ways) {
  for (const char* const name :
       {"as-new", "opened", "used", "damaged", "opened-media"}) {
    ASSERT_TRUE(condition_from_name(name).has_value()) << name;
    EXPECT_EQ(condition_name(*condition_from_name(name)), name);
  }
  EXPECT_EQ(condition_from_name("broken"), std::nullopt);
  for (const char* const name : {"other", "return-shipping"}) {
    ASSERT_TRUE(concession_from_name(name).has_value()) << name;
    EXPECT_EQ(concession_name(*concession_from_name(name)), name);
  }
  EXPECT_EQ(concession_from_name(""), std::nullopt);
}

// goodwill
// ---------------------------------------------------------------------

// "conceded 2201, over 2200": the room that the warning names.
std::string conceded(const tl::expected<Refund, RefundError>& refund) {
  std::string text = outcome(refund);
  if (!refund) return text;
  for (const Notice& warning : refund->warnings) {
    if (warning.key != "refund/warnings/over-cap") continue;
    for (const auto& [name, amount] : warning.amounts) {
      if (name == "room") text += ", over " + std::to_string(amount.minor);
    }
  }
  return text;
}

TEST(Goodwill, W12_within_the_caps) {
  struct Row {
    const char* name;
    const char* policy;
    Concession concession;
    Cells cells;
    std::int64_t amount;
    const char* outcome;
  };
  const Cells w12 = {{"item-price", "20000"}, {"shipping-price", "600"}};
  const Row rows[] = {
      {"2 x 600 + 1,000", "amazon-jp", Concession::kReturnShipping, w12, 2200,
       "conceded 2200"},
      {"a yen over the cap", "amazon-jp", Concession::kReturnShipping, w12,
       2201, "conceded 2201, over 2200"},
      {"free shipping: 1,000",
       "amazon-jp",
       Concession::kReturnShipping,
       {{"item-price", "20000"}},
       1001,
       "conceded 1001, over 1000"},
      {"of the shipping after its promotion",
       "amazon-jp",
       Concession::kReturnShipping,
       {{"item-price", "20000"},
        {"shipping-price", "600"},
        {"ship-promotion-discount", "-500"}},
       1201,
       "conceded 1201, over 1200"},
      {"other: 12,000", "amazon-jp", Concession::kOther, w12, 12'000,
       "conceded 12000"},
      {"a yen over it", "amazon-jp", Concession::kOther, w12, 12'001,
       "conceded 12001, over 12000"},
      {"more than the buyer paid",
       "amazon-jp",
       Concession::kOther,
       {{"item-price", "1000"}, {"shipping-price", "300"}},
       1301,
       "conceded 1301"},
      {"nothing", "amazon-jp", Concession::kOther, w12, 0,
       "amount-not-positive"},
      {"less than nothing", "amazon-jp", Concession::kOther, w12, -1,
       "amount-not-positive"},
      {"America has no cap that was read",
       "amazon-us",
       Concession::kOther,
       {{"currency", "USD"}, {"item-price", "200.00"}, {"item-tax", "20.00"}},
       22'000,
       "conceded 22000"},
  };
  for (const Row& row : rows) {
    const RefundBook book(priced({row.cells}), row.policy);
    RefundRequest request = ask_amount("goodwill", row.amount);
    request.concession = row.concession;
    const auto refund = book.refund(request);
    EXPECT_EQ(conceded(refund), row.outcome) << row.name;
    if (!refund) continue;
    EXPECT_EQ(refund->remaining, refund->charged) << row.name;
    EXPECT_EQ(refund->points_returned, 0) << row.name;
    EXPECT_EQ(has_remark(refund->warnings, "refund/warnings/cap-unknown"),
              std::string(row.policy) == "amazon-us")
        << row.name;
    // Debited in full: Amazon gives no fee back and keeps none (help
    // 200359070).
    EXPECT_EQ(refund->refund_fee, 0);
    EXPECT_EQ(refund->referral_returned, 0);
  }
  const RefundBook book(priced({w12}));
  EXPECT_EQ(outcome(book.refund(ask("goodwill"))), "amount-missing");
}

// Amazon's own example: return postage on top of a full refund.
TEST(Goodwill, beside_a_full_refund) {
  ReportText settled = ReportText::settlement();
  settled.row({{"amount", "-4800"}});
  settled.row({{"amount-description", "Shipping"}, {"amount", "-500"}});
  const RefundBook book(
      {{"orders.txt",
        priced({{{"item-price", "4800"}, {"shipping-price", "500"}}}).text()},
       {"s.txt", settled.text()}});
  RefundRequest postage = ask_amount("goodwill", 500);
  postage.concession = Concession::kReturnShipping;
  const auto refund = book.refund(postage);
  ASSERT_TRUE(refund.has_value());
  EXPECT_EQ(conceded(refund), "conceded 500");
  EXPECT_EQ(refund->already_refunded, 5300);
  EXPECT_EQ(refund->remaining, 0);
  EXPECT_TRUE(refund->lines.empty());
}

// What is not on any line stops a refund; a concession takes no line's money.
TEST(Goodwill, does_not_wait_for_what_is_on_no_line) {
  const RefundBook book(
      {{"orders.txt", priced({{{"item-price", "4800"}}}).text()},
       {"s.txt", ReportText::settlement()
                     .row({{"order-item-code", ""}, {"sku", "ELSE"}})
                     .text()}});
  EXPECT_EQ(conceded(book.refund(ask_amount("goodwill", 100))), "conceded 100");
  EXPECT_EQ(outcome(book.refund(ask("defective"))), "not-counted");
}

// The caps hold for all concessions of one kind together, also those that a
// settlement shows.
TEST(Goodwill, caps_hold_over_several) {
  ReportText settled = ReportText::settlement();
  settled.row({{"amount-description", "Goodwill"}, {"amount", "-500"}});
  settled.row({{"amount-description", "ReturnShipping"},
               {"amount", "-300"},
               {"adjustment-id", "A2"}});
  const RefundBook book(
      {{"orders.txt",
        priced({{{"item-price", "30000"}, {"shipping-price", "600"}}}).text()},
       {"s.txt", settled.text()}});
  RefundRequest postage = ask_amount("goodwill", 1500);
  postage.concession = Concession::kReturnShipping;
  const RefundPlan plan = book.plan(
      {ask_amount("goodwill", 11'000), ask_amount("goodwill", 501), postage,
       postage, ask_amount("goodwill", 1'000), ask("defective")});
  ASSERT_EQ(plan.refunds().size(), 6u);
  EXPECT_EQ(conceded(plan.refunds()[0].outcome), "conceded 11000");
  EXPECT_EQ(conceded(plan.refunds()[1].outcome), "conceded 501, over 500");
  EXPECT_EQ(conceded(plan.refunds()[2].outcome), "conceded 1500");
  EXPECT_EQ(conceded(plan.refunds()[3].outcome), "conceded 1500, over 400");
  EXPECT_EQ(conceded(plan.refunds()[4].outcome), "conceded 1000, over 0");
  EXPECT_EQ(outcome(plan.refunds()[5].outcome), "30000+600+0");
}

}  // namespace
}  // namespace parcelwise
