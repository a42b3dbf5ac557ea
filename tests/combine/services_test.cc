// Tests core/combine/services.cc, one order to Osaka a row: which services it
// may go by, or what is missing to tell.
#include "combine/services.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "refund/refund_book.h"

namespace parcelwise {
namespace {

// The card is a letter, the mug a parcel of size 60, the fish one that travels
// frozen; of the cloth no size is told.
constexpr const char* kSkus =
    "sku,length_mm,width_mm,height_mm,weight_g,temperature\n"
    "CARD,148,105,5,60,\n"
    "MUG,180,180,180,900,normal\n"
    "FISH,180,180,180,900,frozen\n"
    "CLOTH,,,,200,\n";

constexpr const char* kOwn =
    "service,max_sum_mm,max_grams,price\nA,600,1000,500\nB,900,,700\n";

ReportText to_osaka(Cells cells) {
  ReportText text({"order-id", "order-item-id", "purchase-date", "sku",
                   "quantity-purchased", "quantity-shipped", "ship-address-1",
                   "ship-state", "ship-postal-code", "ship-country",
                   "payment-method", "cod-collectible-amount"});
  cells.emplace_back("ship-state", "大阪府");
  cells.emplace_back("ship-postal-code", "530-0001");
  return text.row(cells);
}

// "click-post 185, 60 1060"; or what is missing: "sku".
std::string services(const Cells& cells,
                     const std::vector<const char*>& tariff_texts,
                     const char* given) {
  const RefundBook book(to_osaka(cells));
  std::vector<Tariff> tariffs;
  SavingTerms terms;
  for (const char* const text : tariff_texts) {
    tariffs.push_back(*Tariff::load(text));
    terms.from.push_back(*tariffs.back().zone_of("東京都"));
  }
  terms.tariffs = tariffs;
  const SkuTable skus = *SkuTable::load(kSkus);
  terms.skus = &skus;
  if (given != nullptr) terms.parcels = {{{*OrderId::parse(kOrder)}, given}};
  const Policy& policy = book.policy();
  const OrderServices found =
      services_of(book.book(), order_facts(book.book(), 0, policy), terms,
                  policy.zone().day_of(book.now()));
  std::string text;
  for (const FittingService& one : found.services) {
    text += (text.empty() ? "" : ", ") +
            tariffs[one.tariff].services()[one.service].id + " " +
            std::to_string(one.price.price.minor);
  }
  for (const Notice& notice : found.missing)
    text += notice.key.substr(notice.key.rfind('/') + 1);
  return text;
}

TEST(Services, of_an_order) {
  struct Row {
    const char* name;
    Cells cells;
    std::vector<const char*> tariffs;
    const char* expected;
    const char* given = nullptr;
  };
  const auto cod = [](const char* sku, const char* amount) {
    return Cells{{"sku", sku},
                 {"payment-method", "COD"},
                 {"cod-collectible-amount", amount}};
  };
  const std::vector<const char*> post = {"japan-post"}, yamato = {"yamato"},
                                 both = {"yamato", "japan-post"},
                                 with_own = {"yamato", kOwn};
  const Row rows[] = {
      {"a letter, by price and not by tariff, five at most",
       {{"sku", "CARD"}},
       both,
       "click-post 185, smart-letter 210, letter-pack-light 430, "
       "letter-pack-plus 600, 60 1060"},
      {"a parcel goes by what takes it",
       {{"sku", "MUG"}},
       both,
       "60 1060, 80 1350, 100 1650, 120 2170, 140 2780"},
      {"and is no letter", {{"sku", "MUG"}}, post, "service"},
      {"two of them are larger",
       {{"sku", "MUG"}, {"quantity-purchased", "2"}},
       yamato,
       "80 1350, 100 1650, 120 2170, 140 2780, 160 3160"},
      {"only what is yet to be sent is packed",
       {{"sku", "MUG"}, {"quantity-purchased", "2"}, {"quantity-shipped", "1"}},
       yamato,
       "60 1060, 80 1350, 100 1650, 120 2170, 140 2780"},
      {"a contract of the seller's own",
       {{"sku", "MUG"}},
       with_own,
       "A 500, B 700, 60 1060, 80 1350, 100 1650"},
      {"of equal prices the tariff that is given first",
       {{"sku", "MUG"}},
       {"yamato", "service,max_sum_mm,price\nC,600,1060\n"},
       "60 1060, C 1060, 80 1350, 100 1650, 120 2170"},
      {"whichever that is",
       {{"sku", "MUG"}},
       {"service,max_sum_mm,price\nC,600,1060\n", "yamato"},
       "C 1060, 60 1060, 80 1350, 100 1650, 120 2170"},
      {"frozen goods by cool transport, with what it adds, and by no letter",
       {{"sku", "FISH"}},
       both,
       "60 1335, 80 1680, 100 2090, 120 2885"},
      {"by no tariff that knows none", {{"sku", "FISH"}}, post, "service"},
      {"but by the seller's own, made for what the seller sends",
       {{"sku", "FISH"}},
       with_own,
       "A 500, B 700, 60 1335, 80 1680, 100 2090"},
      {"paid on delivery by those that collect it, at their fee",
       cod("MUG", "9999"),
       {"yamato", "japan-post", kOwn},
       "60 1390, 80 1680, 100 1980, 120 2500, 140 3110"},
      {"a yen more costs more", cod("MUG", "10000"), yamato,
       "60 1500, 80 1790, 100 2090, 120 2610, 140 3220"},
      {"the most that is collected", cod("MUG", "300000"), yamato,
       "60 2160, 80 2450, 100 2750, 120 3270, 140 3880"},
      {"more is collected by none", cod("MUG", "300001"), yamato, "service"},
      {"frozen and paid on delivery", cod("FISH", "9999"), with_own,
       "60 1665, 80 2010, 100 2420, 120 3215"},
      {"an amount to collect that nobody can read", cod("MUG", "9,99"), both,
       "cash"},
      {"no amount to collect", cod("MUG", ""), both, "cash"},
      {"a SKU that the table lacks", {{"sku", "POT"}}, both, "sku"},
      {"a SKU without a size", {{"sku", "CLOTH"}}, both, "sku"},
      {"nothing left to send",
       {{"sku", "MUG"}, {"quantity-shipped", "1"}},
       both,
       "size"},
      {"a place that nobody knows",
       {{"sku", "MUG"}, {"ship-state", "Atlantis"}, {"ship-postal-code", ""}},
       both,
       "destination"},
      {"no prefecture but in its address",
       {{"sku", "MUG"},
        {"ship-state", ""},
        {"ship-address-1", "大阪府大阪市北区梅田1-2-27"}},
       yamato,
       "60 1060, 80 1350, 100 1650, 120 2170, 140 2780"},
      {"nor there",
       {{"sku", "MUG"}, {"ship-state", ""}, {"ship-address-1", "梅田1-2-27"}},
       yamato,
       "destination"},
      {"more than one parcel can hold",
       {{"sku", "CARD"}, {"quantity-purchased", "100000"}},
       yamato,
       "size"},
      {"a size class that was measured",
       {{"sku", "POT"}},
       with_own,
       "B 700, 80 1350, 100 1650, 120 2170, 140 2780",
       "80"},
      {"a service that was tried, whatever the SKUs say",
       {{"sku", "MUG"}},
       both,
       "letter-pack-light 430",
       "letter-pack-light"},
      {"a service that sets no thickness",
       {{"sku", "POT"}},
       both,
       "letter-pack-plus 600",
       "letter-pack-plus"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(services(row.cells, row.tariffs, row.given), row.expected)
        << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
