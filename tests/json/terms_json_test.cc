// Tests core/json/terms_json.cc.
#include "json/terms_json.h"

#include <gtest/gtest.h>

#include <string>

namespace parcelwise {
namespace {

const std::string kOwn =
    R"("own_tariff":"service,max_sum_cm,price\nA,60,500\n")";
const std::string kSkus =
    R"("skus":"sku,length_cm,width_cm,height_cm\nA-1,20,10,5\n")";

// "cost 2 tariffs 1 skus", or the error's text.
std::string read(const std::string& members) {
  const auto terms = CombineTerms::read("{" + members + "}");
  if (!terms) return terms_error_text(terms.error(), Language::kEnglish);
  const SavingTerms& all = (*terms)->get();
  return std::string(basis_name(all.basis)) + " " +
         std::to_string(all.tariffs.size()) + " tariffs " +
         std::to_string(all.skus == nullptr ? 0 : all.skus->all().size()) +
         " skus " + std::to_string(all.parcels.size()) + " parcels";
}

TEST(CombineTerms, reads_what_the_page_hands_over) {
  struct Row {
    const char* name;
    std::string members;
    const char* reported;
  };
  const std::string tokyo = R"("from":"東京都")";
  const Row rows[] = {
      {"nothing", "", "charge 0 tariffs 0 skus 0 parcels"},
      {"a tariff", R"("tariffs":["yamato"],)" + tokyo,
       "cost 1 tariffs 0 skus 0 parcels"},
      {"two", R"("tariffs":["yamato","japan-post"],)" + tokyo,
       "cost 2 tariffs 0 skus 0 parcels"},
      {"a tariff, by the charges",
       R"("tariffs":["yamato"],"basis":"charge",)" + tokyo,
       "charge 1 tariffs 0 skus 0 parcels"},
      {"costs without a tariff", R"("basis":"cost")",
       "charge 0 tariffs 0 skus 0 parcels"},
      {"a tariff of one's own", kOwn + "," + tokyo,
       "cost 1 tariffs 0 skus 0 parcels"},
      {"a SKU table", kSkus, "charge 0 tariffs 1 skus 0 parcels"},
      {"sizes by hand, one of them of no tariff",
       R"("tariffs":["yamato"],"parcels":[{"orders":["250-1234567-1234567"],"size":"60"},)"
       R"({"orders":["250-1234567-1234567"],"size":"letter-pack-light"}],)" +
           tokyo,
       "cost 1 tariffs 0 skus 1 parcels"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(read(row.members), row.reported) << row.name;
}

TEST(CombineTerms, refuses_the_whole_and_says_where) {
  struct Row {
    const char* name;
    std::string members;
    const char* reported;
  };
  const std::string tokyo = R"("from":"東京都")";
  const Row rows[] = {
      {"no such tariff", R"("tariffs":["ups"],)" + tokyo,
       "There is no tariff “ups”."},
      {"no place", R"("tariffs":["yamato"])",
       "Choose the prefecture that your parcels leave from: the tariff does "
       "not know “”."},
      {"an unknown place", R"("tariffs":["yamato"],"from":"Roma")",
       "Choose the prefecture that your parcels leave from: the tariff does "
       "not know “Roma”."},
      {"a wrong cell of a tariff",
       R"("own_tariff":"service,max_sum_cm,price\nA,60,\"1,060\"\n",)" + tokyo,
       "Your tariff is wrong in row 2, column “price”: found “1,060”, expected "
       "an amount in JPY"},
      {"a wrong cell of a SKU table",
       R"("skus":"sku,weight_g\nA-1,420\nB-1,\"1,5\"\n")",
       "Your SKU table is wrong in row 3, column “weight_g”: found “1,5”, "
       "expected a number of g"},
      {"two currencies",
       R"("tariffs":["yamato"],"own_tariff":"service,max_sum_cm,price_usd\nA,60,5.00\n",)" +
           tokyo,
       "The tariffs are in different currencies (USD)."},
      {"no such basis", R"("basis":"weight")", "There is no basis “weight”."},
      {"no such charge", R"("keep":"last")",
       "There is no such charge to keep: “last”."},
      {"no order id", R"("parcels":[{"orders":["1"],"size":"60"}])",
       "This is no size of a parcel: {\"orders\":[\"1\"],\"size\":\"60\"}"},
      {"a tariff as a number", R"("tariffs":[7],)" + tokyo,
       "There is no tariff “7”."},
      {"no object", R"("parcels":["60"])",
       "This is no size of a parcel: \"60\""},
      {"nobody's size", R"("parcels":[{"size":"60"}])",
       "This is no size of a parcel: {\"size\":\"60\"}"},
      {"orders as a text", R"("parcels":[{"orders":"1","size":"60"}])",
       "This is no size of a parcel: {\"orders\":\"1\",\"size\":\"60\"}"},
      {"an order as a number", R"("parcels":[{"orders":[1],"size":"60"}])",
       "This is no size of a parcel: {\"orders\":[1],\"size\":\"60\"}"},
      {"orders without a size",
       R"("parcels":[{"orders":["250-1234567-1234567"]}])",
       "This is no size of a parcel: {\"orders\":[\"250-1234567-1234567\"]}"},
      {"a size as a number",
       R"("parcels":[{"orders":["250-1234567-1234567"],"size":60}])",
       "This is no size of a parcel: "
       "{\"orders\":[\"250-1234567-1234567\"],\"size\":60}"},
      {"no orders", R"("parcels":[{"orders":[],"size":"60"}])",
       "This is no size of a parcel: {\"orders\":[],\"size\":\"60\"}"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(read(row.members).substr(0, std::string(row.reported).size()),
              row.reported)
        << row.name;
  }
  const auto none = CombineTerms::read("[]");
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().member, "terms");
}

TEST(CombineTerms, tell_the_sizes_to_choose_from) {
  const auto terms = CombineTerms::read(
      R"({"tariffs":["yamato","japan-post"],"from":"東京都"})");
  ASSERT_TRUE(terms);
  const Json json = (*terms)->json(Day{20777});  // 20 November 2026
  EXPECT_EQ(json["tariffs"][0]["as_of"], "2025-12-01");
  EXPECT_EQ(json["basis"], "cost");
  EXPECT_EQ(json["tariffs"][0]["id"], "yamato");
  EXPECT_EQ(json["tariffs"][0]["sizes"][0]["size"], "60");
  EXPECT_EQ(json["tariffs"][0]["sizes"].size(), 8u);
  EXPECT_EQ(json["tariffs"][1]["sizes"][2]["size"], "letter-pack-light");
  EXPECT_EQ(json["tariffs"][1]["sizes"][2]["name"], "レターパックライト");
}

TEST(CombineTerms, offer_tariffs_and_prefectures) {
  const Json english = combine_choices_json(Language::kEnglish);
  ASSERT_EQ(english["prefectures"].size(), 47u);
  EXPECT_EQ(english["prefectures"][12]["id"], "東京都");
  EXPECT_EQ(english["prefectures"][12]["name"], "Tokyo 東京都");
  EXPECT_EQ(english["tariffs"][0]["id"], "yamato");
  EXPECT_EQ(combine_choices_json(Language::kJapanese)["prefectures"][0]["name"],
            "北海道");
}

}  // namespace
}  // namespace parcelwise
