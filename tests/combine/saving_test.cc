// Tests core/combine/saving.cc: the figures W4 to W6 of docs/rules.md, what is
// missing, and what holds for every group.
#include "combine/saving.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "json/combine_json.h"
#include "refund/refund_book.h"

namespace parcelwise {
namespace {

std::string id_of(int number) {
  return "250-1234567-" + std::to_string(1000000 + number);
}

ReportText priced_to_osaka(const std::vector<Cells>& rows) {
  ReportText text({"order-id", "order-item-id", "purchase-date", "sku",
                   "product-name", "quantity-purchased", "currency",
                   "item-price", "shipping-price", "ship-promotion-discount",
                   "recipient-name", "ship-address-1", "ship-state",
                   "ship-postal-code", "ship-country", "latest-ship-date",
                   "payment-method"});
  int number = 0;
  for (Cells cells : rows) {
    ++number;
    cells.emplace_back("order-id", id_of(number));
    cells.emplace_back("order-item-id",
                       std::to_string(10000000000000 + number));
    cells.emplace_back("ship-state", "大阪府");
    cells.emplace_back("ship-postal-code", "530-0001");
    cells.emplace_back("ship-address-1", "梅田1-2-27");
    text.row(cells);
  }
  return text;
}

ReportText charged(const std::vector<const char*>& shipping) {
  std::vector<Cells> rows;
  for (const char* amount : shipping)
    rows.push_back({{"shipping-price", amount}});
  return priced_to_osaka(rows);
}

// Tariffs from Tokyo, and sizes "1=60", "1+2=80" by the orders' numbers.
class Terms {
 public:
  Terms() = default;
  explicit Terms(const std::vector<std::string>& tariffs,
                 const std::vector<std::string>& sizes,
                 const char* skus = nullptr) {
    for (const std::string& text : tariffs) {
      tariffs_.push_back(*Tariff::load(text));
      terms_.from.push_back(*tariffs_.back().zone_of("東京都"));
    }
    terms_.tariffs = tariffs_;
    terms_.basis = SavingBasis::kCost;
    for (const std::string& text : sizes) {
      const std::size_t equals = text.find('=');
      GivenParcel parcel{{}, text.substr(equals + 1)};
      for (std::size_t i = 0; i < equals; i += 2) {
        parcel.orders.push_back(*OrderId::parse(id_of(text[i] - '0')));
      }
      terms_.parcels.push_back(std::move(parcel));
    }
    if (skus != nullptr) {
      skus_ = *SkuTable::load(skus);
      terms_.skus = &*skus_;
    }
  }
  Terms(const Terms&) = delete;
  Terms& operator=(const Terms&) = delete;
  Terms& keep(KeptCharge kept) {
    terms_.keep = kept;
    return *this;
  }
  const SavingTerms& get() const { return terms_; }

 private:
  std::vector<Tariff> tariffs_;
  std::optional<SkuTable> skus_;
  SavingTerms terms_;
};

struct Worked {
  CombinedGroup group;
  Saving saving;
};

Worked worked(const RefundBook& book, const Terms& terms) {
  const auto groups =
      CombinedGroups::find(book.book(), book.policies(), book.now());
  if (groups.all().size() != 1) {
    ADD_FAILURE() << groups.all().size() << " groups";
    return {};
  }
  const SavingContext context{book.book(), book.policies(), book.now(),
                              book.ledger()};
  return {groups.all()[0],
          work_out_saving(groups.all()[0], context, terms.get())};
}

// "cost 3180-1650 saved 1500: 700 500 300", with " not cheaper" and what is
// missing.
std::string reported(const Saving& saving) {
  const auto amount = [](const std::optional<std::int64_t>& minor) {
    return minor ? std::to_string(*minor) : std::string("?");
  };
  std::string text(basis_name(saving.basis));
  text += " " + amount(saving.separate) + "-" + amount(saving.combined) +
          " saved " + amount(saving.saved) + ":";
  for (const SavedOrder& order : saving.orders)
    text += " " + std::to_string(order.minor);
  if (saving.not_cheaper) text += " not cheaper";
  for (const Notice& notice : saving.missing) {
    text += " " + std::string(notice.key.substr(notice.key.rfind('/') + 1));
  }
  return text;
}

// The bounds that every saving keeps.
void expect_bounds(const Saving& saving) {
  if (!saving.saved) return;
  std::int64_t refunds = 0, left = 0;
  for (const SavedOrder& order : saving.orders) {
    const std::int64_t its_left = order.shipping.value_or(0) - order.refunded;
    EXPECT_GE(order.minor, 0);
    EXPECT_LE(order.minor, its_left);
    refunds += order.minor;
    left += its_left;
    std::int64_t lines = 0;
    for (const SavedLine& line : order.lines) {
      EXPECT_GT(line.minor, 0);
      lines += line.minor;
    }
    EXPECT_EQ(lines, order.minor);
  }
  EXPECT_EQ(refunds, *saving.saved);
  EXPECT_GE(*saving.saved, 0);
  EXPECT_LE(*saving.saved, left);
}

constexpr const char* kSkus =
    "sku,length_mm,width_mm,height_mm,weight_g\nSKU-1,190,190,190,900\nSKU-2,"
    "200,150,50,300\n";

TEST(Saving, by_name) {
  struct Row {
    const char* name;
    std::vector<const char*> shipping;
    std::vector<std::string> tariffs, sizes;
    const char* skus;
    const char* expected;
  };
  const std::vector<std::string> yamato = {"yamato"};
  const std::vector<std::string> both = {"yamato", "japan-post"};
  const Row rows[] = {
      {"W4: three of size 60, clamped to what was charged",
       {"700", "500", "300"},
       yamato,
       {"1=60", "2=60", "3=60"},
       nullptr,
       "cost 3180-1650 saved 1500: 700 500 300"},
      {"W4: two of size 60",
       {"700", "500"},
       yamato,
       {"1=60", "2=60"},
       nullptr,
       "cost 2120-1350 saved 770: 449 321"},
      {"W5: 770 over three charges",
       {"700", "500", "300"},
       {"service,max_sum_mm,price\nA,600,1000\nAll,5000,2230\n"},
       {"1=A", "2=A", "3=A"},
       nullptr,
       "cost 3000-2230 saved 770: 359 257 154"},
      {"W6: two Letter Packs are cheaper",
       {"700", "500"},
       both,
       {"1=letter-pack-light", "2=letter-pack-light", "1+2=60"},
       nullptr,
       "cost 860-860 saved 0: 0 0 not cheaper"},
      {"the size of both together is given",
       {"700", "500"},
       yamato,
       {"1=60", "2=60", "1+2=60"},
       nullptr,
       "cost 2120-1060 saved 1060: 618 442"},
      {"a class that no service is named after",
       {"700", "500"},
       yamato,
       {"1=50", "2=50"},
       nullptr,
       "cost 2120-1350 saved 770: 449 321"},
      {"sizes from the SKU table",
       {"700", "500"},
       yamato,
       {},
       kSkus,
       "cost 2120-1350 saved 770: 449 321"},
      {"one size is missing",
       {"700", "500"},
       yamato,
       {"1=60"},
       nullptr,
       "charge 1200-700 saved 500: 292 208 size"},
      {"a SKU has no size",
       {"700", "500"},
       yamato,
       {"1=60"},
       "sku,weight_g\nSKU-1,900\n",
       "charge 1200-700 saved 500: 292 208 sku"},
      {"an envelope without a thickness",
       {"700", "500"},
       both,
       {"1=60", "2=letter-pack-plus"},
       nullptr,
       "charge 1200-700 saved 500: 292 208 together"},
      {"no service takes it",
       {"700", "500"},
       yamato,
       {"1=60", "2=300"},
       nullptr,
       "charge 1200-700 saved 500: 292 208 service"},
      {"a size that no tariff has",
       {"700", "500"},
       yamato,
       {"1=60", "2=huge"},
       nullptr,
       "charge 1200-700 saved 500: 292 208 service"},
      {"a size together with an order that is not here",
       {"700", "500"},
       yamato,
       {"1=60", "2=60", "1+9=80"},
       nullptr,
       "cost 2120-1350 saved 770: 449 321"},
      {"a service for more than any parcel that is packed",
       {"700", "500"},
       {"service,max_sum_mm,price\nVan,18000,1000\n"},
       {"1=Van", "2=Van"},
       nullptr,
       "charge 1200-700 saved 500: 292 208 together together"},
      {"a tariff in euros",
       {"700", "500"},
       {"service,max_sum_mm,price_eur\nA,900,5.00\n"},
       {"1=60", "2=60"},
       nullptr,
       "charge 1200-700 saved 500: 292 208 currency"},
      {"cheaper, but shipping was free",
       {"0", "0"},
       yamato,
       {"1=60", "2=60"},
       nullptr,
       "cost 2120-1350 saved 0: 0 0"},
      {"by charges nothing is saved",
       {"700", "0"},
       {},
       {},
       nullptr,
       "charge 700-700 saved 0: 0 0 not cheaper"},
      {"a blank charge is none",
       {"700", ""},
       yamato,
       {"1=60", "2=60"},
       nullptr,
       "cost 2120-1350 saved 700: 700 0"},
  };
  for (const Row& row : rows) {
    const RefundBook book(charged(row.shipping));
    const Terms priced(row.tariffs, row.sizes, row.skus);
    const Terms by_charge;
    const Worked result =
        worked(book, row.tariffs.empty() ? by_charge : priced);
    EXPECT_EQ(reported(result.saving), row.expected) << row.name;
    expect_bounds(result.saving);
  }
}

TEST(Saving, the_kept_charge) {
  const RefundBook book(
      priced_to_osaka({{{"shipping-price", "500"},
                        {"purchase-date", "2026-11-17T02:00:00+00:00"}},
                       {{"shipping-price", "700"},
                        {"purchase-date", "2026-11-17T03:00:00+00:00"}},
                       {{"shipping-price", "600"},
                        {"purchase-date", "2026-11-17T01:00:00+00:00"}}}));
  Terms terms;
  EXPECT_EQ(reported(worked(book, terms).saving),
            "charge 1800-700 saved 1100: 305 428 367");
  EXPECT_EQ(*worked(book, terms.keep(KeptCharge::kCheapest)).saving.saved,
            1300);
  EXPECT_EQ(*worked(book, terms.keep(KeptCharge::kFirst)).saving.saved, 1200);
}

// Who names no day of purchase comes last.
TEST(Saving, the_first_charge_is_that_of_the_first_day_told) {
  const RefundBook book(
      priced_to_osaka({{{"shipping-price", "500"}, {"purchase-date", ""}},
                       {{"shipping-price", "700"},
                        {"purchase-date", "2026-11-17T03:00:00+00:00"}},
                       {{"shipping-price", "600"},
                        {"purchase-date", "2026-11-17T01:00:00+00:00"}},
                       {{"shipping-price", "100"}, {"purchase-date", ""}}}));
  Terms terms;
  EXPECT_EQ(*worked(book, terms.keep(KeptCharge::kFirst)).saving.saved, 1300);
}

TEST(Saving, of_groups_of_any_size_and_place) {
  const auto many = [](int orders) {
    return std::vector<Cells>(static_cast<std::size_t>(orders),
                              {{"shipping-price", "100"}});
  };
  const auto to = [](const char* state, const char* street) {
    return std::vector<Cells>(2, {{"shipping-price", "700"},
                                  {"ship-state", state},
                                  {"ship-address-1", street}});
  };
  const std::string skus = kSkus;
  struct Row {
    const char* name;
    std::vector<Cells> rows;
    const char* basis;
    std::optional<std::int64_t> separate;
    const char* missing;
  };
  const Row rows[] = {
      {"nine orders", many(9), "cost", 9 * 1060, ""},
      {"as many as are compared", many(30), "cost", 30 * 1060, ""},
      {"one more", many(31), "charge", 3100, "too-many-orders"},
      {"the prefecture in the address", to("", "大阪府大阪市北区梅田1-2-27"),
       "cost", 2 * 1060, ""},
      {"no prefecture at all", to("", "梅田1-2-27"), "charge", 1400,
       "destination"},
  };
  for (const Row& row : rows) {
    const RefundBook book(priced_to_osaka(row.rows));
    const Terms terms({"yamato"}, {}, skus.c_str());
    const Saving saving = worked(book, terms).saving;
    EXPECT_EQ(basis_name(saving.basis), row.basis) << row.name;
    EXPECT_EQ(saving.separate, row.separate) << row.name;
    std::string missing;
    for (const Notice& notice : saving.missing)
      missing += notice.key.substr(notice.key.rfind('/') + 1);
    EXPECT_EQ(missing, row.missing) << row.name;
    expect_bounds(saving);
  }
}

TEST(Saving, what_was_sent_needs_no_size) {
  ReportText text({"order-id", "order-item-id", "purchase-date", "sku",
                   "product-name", "quantity-purchased", "quantity-shipped",
                   "currency", "item-price", "shipping-price", "recipient-name",
                   "ship-address-1", "ship-state", "ship-postal-code",
                   "ship-country"});
  text.row({{"order-id", id_of(1)}})
      .row({{"order-id", id_of(1)},
            {"order-item-id", kSecond},
            {"sku", "of no known size"},
            {"quantity-shipped", "1"}})
      .row({{"order-id", id_of(2)}});
  EXPECT_EQ(
      reported(worked(RefundBook(text), Terms({"yamato"}, {}, kSkus)).saving),
      "cost 1580-1090 saved 0: 0 0");
}

// What the parcels cost is known, what was paid for them is not.
TEST(Saving, costs_without_prices_are_told_and_give_nothing_back) {
  ReportText text = ReportText::unshipped();
  text.row({{"order-id", id_of(1)}}).row({{"order-id", id_of(2)}});
  const Saving saving =
      worked(RefundBook(text), Terms({"yamato"}, {"1=60", "2=60"})).saving;
  EXPECT_EQ(reported(saving), "cost 1580-1090 saved ?: 0 0 prices prices");
  EXPECT_EQ(saving.currency.code(), "JPY");
}

TEST(Saving, knows_a_size_by_its_class_or_its_service) {
  const std::vector<Tariff> tariffs = {*Tariff::load("japan-post")};
  struct Row {
    const char* size;
    bool known;
  };
  const Row rows[] = {{"60", true},      {"10", true},
                      {"500", true},     {"90", true},
                      {"9", false},      {"501", false},
                      {"1000", false},   {"0060", false},
                      {"", false},       {"6O", false},
                      {"-60", false},    {"/0", false},
                      {"yamato", false}, {"letter-pack-plus", true}};
  for (const Row& row : rows)
    EXPECT_EQ(is_parcel_size(tariffs, row.size), row.known) << row.size;
}

TEST(Saving, knows_a_basis_and_a_kept_charge_by_its_name) {
  for (const SavingBasis basis : {SavingBasis::kCharge, SavingBasis::kCost})
    EXPECT_EQ(basis_from_name(basis_name(basis)), basis);
  EXPECT_EQ(basis_from_name("costs"), std::nullopt);
  EXPECT_EQ(kept_from_name("dearest"), KeptCharge::kDearest);
  EXPECT_EQ(kept_from_name("cheapest"), KeptCharge::kCheapest);
  EXPECT_EQ(kept_from_name("first"), KeptCharge::kFirst);
  EXPECT_EQ(kept_from_name("last"), std::nullopt);
}

TEST(Saving, a_promotion_was_not_paid) {
  const RefundBook book(priced_to_osaka(
      {{{"shipping-price", "700"}},
       {{"shipping-price", "500"}, {"ship-promotion-discount", "-500"}}}));
  EXPECT_EQ(reported(worked(book, Terms()).saving),
            "charge 700-700 saved 0: 0 0 not cheaper");
}

TEST(Saving, what_went_back_before_counts_and_goes_back_once) {
  const auto book = [](const char* refunded) {
    return std::vector<FileText>{
        {"orders.txt", charged({"700", "500", "300"}).text()},
        {"given.txt", ReportText::adjustments()
                          .row({{"order-id", id_of(1)},
                                {"order-item-id", "10000000000001"},
                                {"currency", "JPY"},
                                {"item-price-adj", "0.00"},
                                {"shipping-price-adj", refunded}})
                          .text()}};
  };
  const Terms yamato({"yamato"}, {"1=60", "2=60", "3=60"});
  EXPECT_EQ(reported(worked(RefundBook(book("700.00")), yamato).saving),
            "cost 3180-1650 saved 800: 0 500 300");
  EXPECT_EQ(reported(worked(RefundBook(book("200.00")), yamato).saving),
            "cost 3180-1650 saved 1300: 500 500 300");
  // 800 by the charges, of which 373 + 327 went back.
  EXPECT_EQ(reported(worked(RefundBook(book("700.00")), Terms()).saving),
            "charge 1500-700 saved 100: 0 63 37");
}

TEST(Saving, a_blocked_group_saves_nothing) {
  const RefundBook book(priced_to_osaka(
      {{{"shipping-price", "700"}},
       {{"shipping-price", "500"}, {"payment-method", "COD"}}}));
  const Worked result = worked(book, Terms({"yamato"}, {"1=60", "2=60"}));
  EXPECT_EQ(result.group.verdict, Verdict::kBlocked);
  EXPECT_EQ(reported(result.saving), "charge ?-? saved 0: 0 0");
  EXPECT_EQ(result.saving.orders[0].shipping, 700);
}

TEST(Saving, no_prices_at_all) {
  ReportText text = ReportText::unshipped();
  text.row({{"order-id", id_of(1)}}).row({{"order-id", id_of(2)}});
  const RefundBook book(text);
  EXPECT_EQ(reported(worked(book, Terms()).saving),
            "charge ?-? saved ?: 0 0 prices prices");
}

TEST(Saving, chilled_goods_travel_apart_and_cool) {
  const char* const skus =
      "sku,length_mm,width_mm,height_mm,temperature\nA,190,190,190,normal\nB,"
      "190,190,190,frozen\n";
  const auto with = [](const char* first, const char* second) {
    return priced_to_osaka({{{"shipping-price", "700"}, {"sku", first}},
                            {{"shipping-price", "500"}, {"sku", second}}});
  };
  const Terms terms({"yamato"}, {}, skus);
  const Saving apart = worked(RefundBook(with("A", "B")), terms).saving;
  EXPECT_TRUE(apart.not_cheaper);
  EXPECT_EQ(apart.parcels.size(), 2u);
  EXPECT_GT(apart.parcels[1].cost, apart.parcels[0].cost);
  EXPECT_EQ(worked(RefundBook(with("B", "B")), terms).saving.parcels.size(),
            1u);
}

TEST(Saving, keeps_its_bounds_and_forgets_the_order_of_rows) {
  std::mt19937 random(20261120);
  const auto upto = [&](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most + 1));
  };
  const char* const sizes[] = {"60", "80", "100", "letter-pack-light", "50"};
  for (int round = 0; round < 60; ++round) {
    std::vector<Cells> rows;
    std::vector<std::string> parcels;
    const int orders = 2 + upto(3);
    for (int i = 1; i <= orders; ++i) {
      // Two lines of an order now and then.
      for (int line = 0; line <= upto(1); ++line) {
        rows.push_back(
            {{"order-id", id_of(i)},
             {"order-item-id", std::to_string(20000000000000 + 10 * i + line)},
             {"shipping-price", std::to_string(upto(900))},
             {"ship-promotion-discount", std::to_string(-upto(200))}});
      }
      parcels.push_back(std::to_string(i) + "=" + sizes[upto(4)]);
    }
    const Terms cost({"yamato", "japan-post"}, parcels);
    const Terms charge;
    const RefundBook book(priced_to_osaka(rows));
    std::shuffle(rows.begin(), rows.end(), random);
    const RefundBook shuffled(priced_to_osaka(rows));
    for (const Terms* terms : {&cost, &charge}) {
      const Saving saving = worked(book, *terms).saving;
      expect_bounds(saving);
      EXPECT_EQ(reported(saving), reported(worked(shuffled, *terms).saving));
    }
  }
}

TEST(CombineJson, tells_every_reason_in_every_language) {
  for (const Language language :
       {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
    const Catalogue& words = Catalogue::of(language);
    for (auto reason = CombineReason{}; reason < CombineReason::kNotCheaper;
         reason = static_cast<CombineReason>(static_cast<int>(reason) + 1)) {
      EXPECT_TRUE(
          words.has("combine/reasons/" + std::string(reason_name(reason))))
          << reason_name(reason);
    }
  }
}

TEST(CombineJson, not_cheaper_is_no_suggestion) {
  const auto json = [](const std::vector<const char*>& shipping) {
    const RefundBook book(charged(shipping));
    const auto groups =
        CombinedGroups::find(book.book(), book.policies(), book.now());
    const SavingContext context{book.book(), book.policies(), book.now(),
                                book.ledger()};
    return combine_json(groups, context, Terms().get(),
                        Language::kEnglish)["groups"][0];
  };
  EXPECT_EQ(json({"700", "500"})["verdict"], "suggest");
  EXPECT_EQ(json({"700", "500"})["reasons"].size(), 0u);
  const Json none = json({"700", "0"});
  EXPECT_EQ(none["verdict"], "ask");
  EXPECT_EQ(none["reasons"][0]["code"], "not-cheaper");
  EXPECT_EQ(none["reasons"][0]["orders"].size(), 2u);
  EXPECT_EQ(none["refunds"].size(), 0u);
}

}  // namespace
}  // namespace parcelwise
