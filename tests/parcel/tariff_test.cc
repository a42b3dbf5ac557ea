// Tests core/parcel/tariff.cc and the two tariffs that come with the program.
#include "parcel/tariff.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "address/prefecture.h"

namespace parcelwise {
namespace {

const Day kDay = day_of(CivilDate{2026, 11, 20});

Tariff load(std::string_view text) {
  auto tariff = Tariff::load(text);
  EXPECT_TRUE(tariff.has_value()) << text;
  if (!tariff) {
    ADD_FAILURE() << tariff.error().pointer << tariff.error().row
                  << tariff.error().expected;
    return {};
  }
  return *tariff;
}

TariffZone zone(const Tariff& tariff, std::string_view prefecture) {
  const auto found = tariff.zone_of(prefecture);
  EXPECT_TRUE(found.has_value()) << prefecture;
  return found.value_or(TariffZone{});
}

// -1 where there is no price.
std::int64_t yen(const std::optional<TariffPrice>& price) {
  if (!price) return -1;
  EXPECT_EQ(price->price.currency.code(), "JPY");
  return price->price.minor;
}

// ---- docs/rules.md 3.5, cell by cell
// ---------------------------------------------

constexpr const char* kSizes[] = {"60",  "80",  "100", "120",
                                  "140", "160", "180", "200"};

struct YamatoRow {
  int prices[8];
  const char* pairs;
};
constexpr YamatoRow kYamato[] = {
    {{940, 1230, 1530, 2040, 2630, 3020, 3680, 4470},
     "HO-HO NT-NT NT-ST ST-ST ST-KT ST-SE KT-KT KT-SE KT-HR KT-CB SE-SE "
     "SE-HR SE-CB HR-HR HR-CB HR-KS CB-CB CB-KS KS-KS KS-CG KS-SK CG-CG "
     "CG-SK CG-KY SK-SK KY-KY"},
    {{1060, 1350, 1650, 2170, 2780, 3160, 4480, 5410},
     "NT-KT NT-SE ST-HR ST-CB KT-KS SE-KS HR-CG HR-SK CB-CG CB-SK KS-KY "
     "SK-KY"},
    {{1190, 1480, 1790, 2310, 2930, 3320, 4900, 6220},
     "HO-NT NT-HR NT-CB ST-KS KT-CG KT-SK SE-CG SE-SK HR-KY CB-KY"},
    {{1320, 1610, 1920, 2460, 3100, 3480, 5060, 6380}, "HO-ST NT-KS"},
    {{1460, 1740, 2050, 2610, 3250, 3630, 5220, 6540},
     "HO-KT HO-SE NT-CG NT-SK ST-CG ST-SK KT-KY SE-KY"},
    {{1610, 1900, 2200, 2780, 3440, 3820, 6460, 8050}, "HO-HR HO-CB"},
    {{1760, 2050, 2360, 2940, 3620, 4010, 6650, 8230}, "NT-KY ST-KY"},
    {{1920, 2200, 2510, 3120, 3810, 4180, 6820, 8410}, "HO-KS"},
    {{2070, 2360, 2670, 3280, 3990, 4370, 7410, 9320}, "HO-CG HO-SK"},
    {{2340, 2620, 2930, 3580, 4310, 4690, 7860, 9770}, "HO-KY"},
    {{940, 1230, 1530, 1850, 2190, 2510, 3060, 3720}, "OK-OK"},
    {{1320, 1940, 2580, 3230, 3900, 4550, 6970, 8620}, "KY-OK"},
    {{1460, 2070, 2710, 3360, 4030, 4680, 7210, 8860},
     "KT-OK CB-OK KS-OK CG-OK SK-OK"},
    {{1610, 2230, 2860, 3510, 4180, 4830, 8020, 9670}, "SE-OK HR-OK"},
    {{1760, 2380, 3020, 3670, 4340, 4990, 8290, 9940}, "ST-OK"},
    {{1920, 2530, 3170, 3820, 4490, 5140, 8550, 10200}, "NT-OK"},
    {{2340, 2950, 3590, 4240, 4910, 5560, 9080, 10730}, "HO-OK"},
};
constexpr int kSamePrefecture[] = {790,  1090, 1410, 1730,
                                   2090, 2410, 3030, 3690};

struct ZoneRow {
  const char* zone;
  const char* prefectures;
};
constexpr ZoneRow kZones[] = {
    {"HO", "北海道"},
    {"NT", "青森県 秋田県 岩手県"},
    {"ST", "宮城県 山形県 福島県"},
    {"KT", "茨城県 栃木県 群馬県 埼玉県 千葉県 神奈川県 東京都 山梨県"},
    {"SE", "新潟県 長野県"},
    {"HR", "富山県 石川県 福井県"},
    {"CB", "静岡県 愛知県 三重県 岐阜県"},
    {"KS", "大阪府 京都府 滋賀県 奈良県 和歌山県 兵庫県"},
    {"CG", "岡山県 広島県 山口県 鳥取県 島根県"},
    {"SK", "香川県 徳島県 愛媛県 高知県"},
    {"KY", "福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県"},
    {"OK", "沖縄県"}};

std::vector<std::string> words(const char* text) {
  std::istringstream stream(text);
  std::vector<std::string> list;
  for (std::string word; stream >> word;) list.push_back(word);
  return list;
}

struct Named {
  std::string zone, prefecture;
};
std::vector<Named> all_prefectures() {
  std::vector<Named> list;
  for (const ZoneRow& row : kZones) {
    for (const std::string& prefecture : words(row.prefectures)) {
      list.push_back({row.zone, prefecture});
    }
  }
  return list;
}

const YamatoRow* row_of(const std::string& from, const std::string& to) {
  const YamatoRow* found = nullptr;
  for (const YamatoRow& row : kYamato) {
    for (const std::string& pair : words(row.pairs)) {
      if (pair != from + "-" + to && pair != to + "-" + from) continue;
      EXPECT_EQ(found, nullptr) << pair << " stands twice";
      found = &row;
    }
  }
  return found;
}

TEST(Yamato,
     each_of_47_by_47_prefectures_and_8_sizes_costs_what_facts_3_5_say) {
  const Tariff yamato = load("yamato");
  const std::vector<Named> prefectures = all_prefectures();
  ASSERT_EQ(prefectures.size(), 47u);
  ASSERT_EQ(yamato.services().size(), std::size(kSizes));
  int cells = 0;
  for (const Named& from : prefectures) {
    for (const Named& to : prefectures) {
      const YamatoRow* row = row_of(from.zone, to.zone);
      ASSERT_NE(row, nullptr) << from.zone << to.zone;
      const bool same = from.prefecture == to.prefecture && from.zone != "OK";
      for (std::size_t size = 0; size < std::size(kSizes); ++size) {
        const auto price =
            yamato.price(kSizes[size], zone(yamato, from.prefecture),
                         zone(yamato, to.prefecture), kDay);
        ASSERT_EQ(yen(price), same ? kSamePrefecture[size] : row->prices[size])
            << from.prefecture << to.prefecture << kSizes[size];
        EXPECT_FALSE(price->source.empty());
        EXPECT_EQ(price->mark, "L");
        EXPECT_EQ(to_text(price->valid_from),
                  same ? "2025-11-10" : "2025-12-01");
        ++cells;
      }
    }
  }
  EXPECT_EQ(cells, 47 * 47 * 8);
}

TEST(Yamato, is_symmetric_and_never_cheaper_in_a_larger_size) {
  const Tariff yamato = load("yamato");
  for (const Named& from : all_prefectures()) {
    for (const Named& to : all_prefectures()) {
      const TariffZone a = zone(yamato, from.prefecture),
                       b = zone(yamato, to.prefecture);
      std::int64_t before = 0;
      for (const char* size : kSizes) {
        const std::int64_t price = yen(yamato.price(size, a, b, kDay));
        EXPECT_EQ(price, yen(yamato.price(size, b, a, kDay)));
        EXPECT_GT(price, before) << from.prefecture << to.prefecture << size;
        before = price;
      }
    }
  }
}

TEST(Yamato, a_size_goes_by_the_sum_of_sides_and_by_weight) {
  const Tariff yamato = load("yamato");
  const TariffZone tokyo = zone(yamato, "東京都"),
                   osaka = zone(yamato, "大阪府");
  struct Row {
    const char* name;
    Box box;
    std::int64_t grams;
    const char* size;  // "" for none
  };
  const Row rows[] = {{"60 to the full", {200, 300, 100}, 2000, "60"},
                      {"a millimetre more", {200, 301, 100}, 2000, "80"},
                      {"a gram more", {200, 300, 100}, 2001, "80"},
                      {"of unknown weight", {200, 300, 100}, 0, "60"},
                      {"5 kg", {100, 100, 100}, 5000, "80"},
                      {"10 kg", {100, 100, 100}, 10'000, "100"},
                      {"15 kg", {100, 100, 100}, 15'000, "120"},
                      {"20 kg", {100, 100, 100}, 20'000, "140"},
                      {"25 kg", {100, 100, 100}, 25'000, "160"},
                      {"30 kg", {100, 100, 100}, 30'000, "180"},
                      {"over 30 kg", {100, 100, 100}, 30'001, ""},
                      {"2 m in all", {1000, 500, 500}, 1, "200"},
                      {"more than 2 m", {1000, 501, 500}, 1, ""},
                      {"170 cm long", {100, 1700, 100}, 1, "200"},
                      {"longer", {1701, 100, 100}, 1, ""}};
  for (const Row& row : rows) {
    const auto offer = yamato.cheapest(row.box, row.grams, tokyo, osaka, kDay);
    EXPECT_EQ(offer ? yamato.services()[offer->service].id : "", row.size)
        << row.name;
  }
}

TEST(Yamato, no_price_before_its_day) {
  const Tariff yamato = load("yamato");
  const TariffZone tokyo = zone(yamato, "東京都"),
                   osaka = zone(yamato, "大阪府");
  const Day pairs = day_of(CivilDate{2025, 12, 1}),
            same = day_of(CivilDate{2025, 11, 10});
  EXPECT_EQ(yen(yamato.price("60", tokyo, osaka, pairs)), 1060);
  EXPECT_EQ(yen(yamato.price("60", tokyo, osaka, pairs - 1)), -1);
  EXPECT_EQ(yen(yamato.price("60", tokyo, tokyo, same)), 790);
  EXPECT_EQ(yen(yamato.price("60", tokyo, tokyo, same - 1)), -1);
  EXPECT_EQ(yen(yamato.price("70", tokyo, osaka, pairs)), -1);
}

TEST(Tariffs, are_list_prices_as_of_their_newest_day_in_force) {
  struct Row {
    const char* name;
    std::string tariff;
    CivilDate on;
    const char* as_of;
  };
  const std::string table =
      "service,max_sum_mm,price,valid_from\nA,600,500,2026-01-01\n"
      "A,600,600,2026-10-01\nB,800,700,\n";
  const Row rows[] = {
      {"all in force", "yamato", {2026, 11, 20}, "2025-12-01"},
      {"some not yet", "yamato", {2025, 11, 20}, "2025-11-10"},
      {"before the first", "yamato", {2025, 1, 1}, ""},
      {"a table, the newer", table, {2026, 10, 1}, "2026-10-01"},
      {"a table, a day earlier", table, {2026, 9, 30}, "2026-01-01"},
      {"undated", "service,max_sum_mm,price\nA,600,500\n", {2026, 9, 30}, ""},
  };
  for (const Row& row : rows) {
    const auto as_of = load(row.tariff).as_of(day_of(row.on));
    EXPECT_EQ(as_of ? to_text(*as_of) : "", row.as_of) << row.name;
  }
}

TEST(Yamato, extras_only_when_asked_for) {
  const Tariff yamato = load("yamato");
  const TariffZone tokyo = zone(yamato, "東京都"),
                   osaka = zone(yamato, "大阪府"),
                   okinawa = zone(yamato, "沖縄県");
  struct Row {
    const char* name;
    std::vector<std::string_view> extras;
    std::int64_t collected;
    const char* size;
    TariffZone to;
    std::int64_t price;  // -1: not possible
  };
  const Row rows[] = {
      {"none", {}, 0, "60", osaka, 1060},
      {"cool 60", {"cool"}, 0, "60", osaka, 1060 + 275},
      {"cool 80", {"cool"}, 0, "80", osaka, 1350 + 330},
      {"cool 100", {"cool"}, 0, "100", osaka, 1650 + 440},
      {"cool 120", {"cool"}, 0, "120", osaka, 2170 + 715},
      {"cool 140 there is not", {"cool"}, 0, "140", osaka, -1},
      {"same day", {"same-day"}, 0, "60", osaka, 1060 + 550},
      {"same day, Okinawa", {"same-day"}, 0, "60", okinawa, 1460 + 330},
      {"cash, 9,999", {"cash-on-delivery"}, 9'999, "60", osaka, 1060 + 330},
      {"cash, 10,000", {"cash-on-delivery"}, 10'000, "60", osaka, 1060 + 440},
      {"cash, 30,000", {"cash-on-delivery"}, 30'000, "60", osaka, 1060 + 660},
      {"cash, 99,999", {"cash-on-delivery"}, 99'999, "60", osaka, 1060 + 660},
      {"cash, 100,000",
       {"cash-on-delivery"},
       100'000,
       "60",
       osaka,
       1060 + 1100},
      {"cash, 300,000",
       {"cash-on-delivery"},
       300'000,
       "60",
       osaka,
       1060 + 1100},
      {"cash above it there is not",
       {"cash-on-delivery"},
       300'001,
       "60",
       osaka,
       -1},
      {"drop-off", {"drop-off"}, 0, "60", osaka, 1060 - 110},
      {"member drop-off replaces it",
       {"drop-off", "member-drop-off"},
       0,
       "60",
       osaka,
       1060 - 150},
      {"digital label too",
       {"member-drop-off", "digital-label"},
       0,
       "60",
       osaka,
       1060 - 210},
      {"several parcels", {"multi-package"}, 0, "60", osaka, 1060 - 100},
      {"pickup", {"branch-pickup"}, 0, "60", osaka, 1060 - 60},
      {"an extra nobody knows", {"gold-leaf"}, 0, "60", osaka, -1}};
  for (const Row& row : rows) {
    const AskedExtras asked{row.extras, row.collected};
    EXPECT_EQ(yen(yamato.price(*yamato.service(row.size), tokyo, row.to, kDay,
                               asked)),
              row.price)
        << row.name;
  }
  const std::string_view cool[] = {"cool"};
  EXPECT_FALSE(yamato.cheapest({500, 450, 400}, 1, tokyo, osaka, kDay, {cool})
                   .has_value());
  EXPECT_TRUE(
      yamato.cheapest({500, 450, 400}, 1, tokyo, osaka, kDay).has_value());
  EXPECT_EQ(yamato.extras().size(), 8u);
}

// ---- Letters
// -----------------------------------------------------------------

TEST(JapanPost, what_each_letter_takes_and_costs) {
  const Tariff post = load("japan-post");
  const TariffZone tokyo = zone(post, "東京都"),
                   okinawa = zone(post, "Okinawa-ken");
  struct Row {
    const char* name;
    Box box;
    std::int64_t grams;
    const char* service;  // the cheapest, "" for none
    std::int64_t price;
  };
  const Row rows[] = {
      {"a small thing", {100, 100, 10}, 100, "click-post", 185},
      {"Click Post to the full", {340, 250, 30}, 1000, "click-post", 185},
      {"in any position", {30, 340, 250}, 1000, "click-post", 185},
      {"A4 paper, 3 cm and heavy",
       {297, 210, 30},
       1001,
       "letter-pack-light",
       430},
      {"thicker than 3 cm", {250, 200, 31}, 500, "letter-pack-plus", 600},
      {"4 kg", {250, 200, 30}, 4000, "letter-pack-light", 430},
      {"above 4 kg", {250, 200, 30}, 4001, "", -1},
      {"too long for a letter", {341, 100, 10}, 100, "", -1},
      {"an envelope's walls do not stretch", {320, 230, 31}, 500, "", -1},
      {"thick without end there is not", {130, 130, 130}, 500, "", -1},
      {"a thick one that is short",
       {200, 120, 120},
       500,
       "letter-pack-plus",
       600}};
  for (const Row& row : rows) {
    const auto offer = post.cheapest(row.box, row.grams, tokyo, okinawa, kDay);
    EXPECT_EQ(offer ? post.services()[offer->service].id : "", row.service)
        << row.name;
    EXPECT_EQ(offer ? offer->price.price.minor : -1, row.price) << row.name;
  }
  EXPECT_EQ(yen(post.price("smart-letter", tokyo, okinawa, kDay)), 210);
  EXPECT_TRUE(post.services()[*post.service("smart-letter")].limits.fits(
      {210, 148, 20}, 1000));
  EXPECT_FALSE(post.services()[*post.service("smart-letter")].limits.fits(
      {210, 148, 21}, 1000));
  EXPECT_EQ(yen(post.price("click-post", tokyo, okinawa,
                           day_of(CivilDate{2024, 9, 30}))),
            -1);
}

// ---- A seller's own table
// ------------------------------------------------------

constexpr const char* kOwn =
    "service,from,to,max_sum_mm,max_grams,price,valid_from,source\n"
    "Yu-Pack 60,東京都,大阪府,600,25000,880,2026-01-01,price list\n"
    "Yu-Pack 60,東京都,大阪府,600,25000,990,2027-01-01,price list 2027\n"
    "Yu-Pack 60,東京都,,600,25000,900,,\n"
    "Yu-Pack 60,,沖縄,600,25000,1400,,\n"
    "Yu-Pack 60,,,600,25000,950,,\n"
    "Yu-Pack 80,,,800,25000,1200,,\n";

TEST(Table, the_row_that_names_more_holds) {
  const Tariff own = load(kOwn);
  EXPECT_EQ(own.id(), "own");
  struct Row {
    const char* from;
    const char* to;
    std::int64_t price;
  };
  const Row rows[] = {{"Tokyo", "Osaka", 880},   {"Tokyo", "Nara", 900},
                      {"Tokyo", "Okinawa", 900}, {"Osaka", "Okinawa", 1400},
                      {"Osaka", "Tokyo", 950},   {"Tokyo", "Tokyo", 900}};
  for (const Row& row : rows) {
    EXPECT_EQ(yen(own.price("Yu-Pack 60", zone(own, row.from),
                            zone(own, row.to), kDay)),
              row.price)
        << row.from << row.to;
  }
  const auto price =
      own.price("Yu-Pack 60", zone(own, "東京"), zone(own, "大阪"),
                day_of(CivilDate{2027, 1, 1}));
  EXPECT_EQ(yen(price), 990);
  EXPECT_EQ(price->source, "price list 2027");
  EXPECT_EQ(yen(own.price("Yu-Pack 60", zone(own, "東京"), zone(own, "大阪"),
                          day_of(CivilDate{2025, 12, 31}))),
            900);
  EXPECT_FALSE(own.zone_of("Tokyo Towr").has_value());
}

TEST(Table, the_same_however_a_spreadsheet_saves_it) {
  const Tariff wanted = load("service,max_sum_mm,price\nA,600,1060\n");
  const char* const texts[] = {
      "service\tmax_sum_mm\tprice\r\nA\t600\t1060\r\n",
      "\xEF\xBB\xBFservice;max_sum_mm;price\nA;600;1060",
      "\"service\",\"max_sum_mm\",\"price\"\n\"A\",\"600\",\"1060\"\n",
      "Service,Max sum (cm),Price\n A ,60.0, 1060 \n\n",
      "サービス,三辺合計（cm）,料金\nA,６０,１０６０\n",
      "\xEF\xBB\xBFprice,service,max-sum-mm,\n1060.00,A,600,\n,,,\n",
      "[{\"service\": \"A\", \"max_sum_mm\": 600, \"price\": \"1060\"}]"};
  for (const char* text : texts) {
    const Tariff own = load(text);
    ASSERT_EQ(own.services().size(), 1u) << text;
    EXPECT_EQ(own.services()[0].id, "A") << text;
    EXPECT_EQ(own.services()[0].limits.max_sum,
              wanted.services()[0].limits.max_sum)
        << text;
    EXPECT_EQ(yen(own.price("A", zone(own, "東京"), zone(own, "奈良"), kDay)),
              1060)
        << text;
  }
  // CP932: 発地 and 東京.
  const Tariff japanese = load(
      "service,\x94\xAD\x92\x6E,max_sum_mm,price\nA,\x93\x8C\x8B\x9E,600,"
      "1060\n");
  EXPECT_EQ(yen(japanese.price("A", zone(japanese, "東京"),
                               zone(japanese, "奈良"), kDay)),
            1060);
  EXPECT_EQ(yen(japanese.price("A", zone(japanese, "奈良"),
                               zone(japanese, "東京"), kDay)),
            -1);
}

TEST(Table, boxes_and_other_currencies) {
  const Tariff own = load(
      "service;length_cm;width_cm;height_cm;max_kg;price_eur\n"
      "Lettera;25;35.3;2;2;4.95\n");
  EXPECT_EQ(own.currency().code(), "EUR");
  const ParcelLimits& limits = own.services()[0].limits;
  EXPECT_EQ(limits.inner, (Box{353, 250, 20}));
  EXPECT_EQ(limits.max_grams, 2000);
  const auto anywhere = own.zone_of("Lombardia");
  ASSERT_TRUE(anywhere.has_value());
  const auto offer =
      own.cheapest({20, 353, 250}, 2000, *anywhere, *anywhere, kDay);
  ASSERT_TRUE(offer.has_value());
  EXPECT_EQ(print_amount(offer->price.price), "4.95");
}

TEST(Table, a_wrong_cell_is_told_with_its_row_and_column) {
  struct Row {
    const char* name;
    const char* text;
    std::size_t row;
    const char* column;
    const char* value;
  };
  const Row rows[] = {
      {"thousands", "service,max_sum_mm,price\nA,600,\"1,060\"\n", 2, "price",
       "1,060"},
      {"a comma that cuts", "service,max_sum_mm,price\nA,600,1,060\n", 2, "",
       "A,600,1,060"},
      {"decimals of yen", "service,max_sum_mm,price\nA,600,10.60\n", 2, "price",
       "10.60"},
      {"decimal comma", "service;max_sum_cm;price\nA;60,5;1060\n", 2,
       "max_sum_cm", "60,5"},
      {"less than 0", "service,max_sum_mm,price\nA,600,-5\n", 2, "price", "-5"},
      {"too dear", "service,max_sum_mm,price\nA,600,1000000001\n", 2, "price",
       "1000000001"},
      {"as money", "service,max_sum_mm,price\nA,600,¥1060\n", 2, "price",
       "¥1060"},
      {"1E3", "service,max_sum_mm,price\nA,600,1E3\n", 2, "price", "1E3"},
      {"no price", "service,max_sum_mm,price\nA,600,\n", 2, "price", ""},
      {"no service", "service,max_sum_mm,price\nA,600,5\n\n,600,5\n", 4,
       "service", ""},
      {"no size", "service,max_sum_mm,price\nA,,5\n", 2, "max_sum_mm", ""},
      {"a size of 0", "service,max_sum_mm,price\nA,0,5\n", 2, "max_sum_mm",
       "0"},
      {"a size without end",
       "service,max_sum_mm,price\nA,99999999999999999999,5\n", 2, "max_sum_mm",
       "99999999999999999999"},
      {"two sizes", "service,max_sum_mm,price\nA,600,5\nA,800,6\n", 3,
       "service", "A"},
      {"twice", "service,max_sum_mm,price\nA,600,5\nB,600,5\nA,600,6\n", 4,
       "service", "A"},
      {"an unknown place", "service,to,max_sum_mm,price\nA,Tokio,600,5\n", 2,
       "to", "Tokio"},
      {"a place elsewhere", "service,to,max_sum_mm,price_eur\nA,Roma,600,5\n",
       2, "to", "Roma"},
      {"a day", "service,max_sum_mm,price,valid_from\nA,600,5,1/12/2025\n", 2,
       "valid_from", "1/12/2025"},
      {"half a box",
       "service,length_mm,width_mm,height_mm,price\nA,300,,20,5\n", 2,
       "height_mm", "20"},
      {"an open quote", "service,max_sum_mm,price\n\"A,600,5\n", 2, "",
       "\"A,600,5\n"},
      {"no unit", "service,max_sum,price\nA,60,5\n", 1, "max_sum", "max_sum"},
      {"two units", "service,max_sum_cm,max_sum_mm,price\nA,60,600,5\n", 1,
       "max_sum_cm", "max_sum_cm"},
      {"two weights",
       "service,max_sum_mm,max_kg,max_grams,price\nA,600,1,1000,5\n", 1, "",
       ""},
      {"two prices", "service,max_sum_mm,price,price_eur\nA,600,5,5\n", 1,
       "price_eur", "price_eur"},
      {"no currency", "service,max_sum_mm,price_xxx\nA,600,5\n", 1, "price_xxx",
       "price_xxx"},
      {"a slip in a heading",
       "service,max_sum_mm,max_gram,price\nA,600,2000,5\n", 1, "max_gram",
       "max_gram"},
      {"a nameless column", "service,max_sum_mm,,price\nA,600,2000,5\n", 1, "",
       ""},
      {"a heading twice", "service,price,Price\nA,1,1\n", 1, "Price", "Price"},
      {"no service column", "max_sum_mm,price\n600,5\n", 1, "", ""},
      {"no price column", "service,max_sum_mm\nA,600\n", 1, "", ""},
      {"no size column", "service,price\nA,5\n", 1, "", ""},
      {"no rows", "service,max_sum_mm,price\n", 0, "", ""},
      {"an id nobody knows", "sagawa", 0, "", "sagawa"},
      {"nothing", "", 0, "", ""}};
  for (const Row& row : rows) {
    const auto tariff = Tariff::load(row.text);
    ASSERT_FALSE(tariff.has_value()) << row.name;
    EXPECT_EQ(tariff.error().row, row.row) << row.name;
    EXPECT_EQ(tariff.error().column, row.column) << row.name;
    EXPECT_EQ(tariff.error().value, row.value) << row.name;
    EXPECT_FALSE(tariff.error().expected.empty()) << row.name;
  }
  const auto comma =
      Tariff::load("service,max_sum_mm,price\nA,600,\"1,060\"\n");
  EXPECT_NE(comma.error().expected.find("no commas"), std::string::npos);
}

// ---- A seller's own JSON
// -------------------------------------------------------

constexpr const char* kRegions = R"({
  "id": "corriere", "name": "Corriere", "currency": "EUR", "places": "own",
  "zones": {"nord": ["Milano", "MI"], "sud": ["Napoli", "NA"]},
  "services": [{"id": "S", "name": "Piccolo", "max_sum_mm": 600, "max_grams": 2000}],
  "prices": [{"valid_from": "2026-01-01", "source": "listino", "services": ["S"],
              "rows": [{"pairs": ["nord-sud"], "prices": ["7.90"]},
                       {"pairs": ["nord-nord"], "prices": ["5.90"]},
                       {"pairs": ["sud-sud"], "prices": [null]}]}]})";

TEST(Json, zones_of_ones_own) {
  const Tariff own = load(std::string("\xEF\xBB\xBF") + kRegions);
  const TariffZone milan = zone(own, "MILANO"), naples = zone(own, "na");
  EXPECT_EQ(own.price("S", milan, naples, kDay)->price.minor, 790);
  EXPECT_EQ(own.price("S", naples, milan, kDay)->price.minor, 790);
  EXPECT_EQ(own.price("S", milan, milan, kDay)->price.minor, 590);
  EXPECT_FALSE(own.price("S", naples, naples, kDay).has_value());
  EXPECT_FALSE(own.zone_of("Roma").has_value());
}

TEST(Json, what_is_wrong_is_told_by_its_pointer) {
  struct Row {
    const char* name;
    const char* replace;
    const char* by;
    const char* pointer;
  };
  const Row rows[] = {
      {"a price as a number with decimals", "\"7.90\"", "7.90",
       "/prices/0/rows/0/prices/0"},
      {"a decimal comma", "\"7.90\"", "\"7,90\"", "/prices/0/rows/0/prices/0"},
      {"a zone nobody knows", "nord-sud", "nord-est",
       "/prices/0/rows/0/pairs/0"},
      {"a pair twice", "nord-nord", "sud-nord", "/prices/0/rows/1/prices/0"},
      {"a place twice", "\"NA\"", "\"mi\"", "/zones/sud/1"},
      {"a service nobody knows", "[\"S\"]", "[\"M\"]", "/prices/0/services/0"},
      {"a price too many", "[\"7.90\"]", "[\"7.90\", \"8\"]",
       "/prices/0/rows/0/prices"},
      {"no limit", "\"max_sum_mm\": 600, ", "", "/services/0"},
      {"a side without end", "600", "99999999999999999999",
       "/services/0/max_sum_mm"},
      {"a weight below 0", "2000", "-1", "/services/0/max_grams"},
      {"a slip in a name", "max_grams", "max_gram", "/services/0/max_gram"},
      {"no day", "2026-01-01", "2026-13-01", "/prices/0/valid_from"},
      {"no source", "\"source\": \"listino\", ", "", "/prices/0/source"},
      {"a currency", "EUR", "EURO", "/currency"},
      {"two boxes", "\"max_grams\": 2000",
       "\"box_mm\": [3, 2, 1], \"envelope_mm\": [3, 2, 1]",
       "/services/0/envelope_mm"},
      {"a box the wrong way round", "\"max_grams\": 2000",
       "\"box_mm\": [1, 2, 3]", "/services/0/box_mm"},
      {"same prefecture elsewhere", "[\"sud-sud\"]", "\"same-prefecture\"",
       "/prices/0/rows/2/pairs"},
      {"zones that are a list",
       "{\"nord\": [\"Milano\", \"MI\"], \"sud\": "
       "[\"Napoli\", \"NA\"]}",
       "[\"nord\", \"sud\"]", "/zones"},
      {"no zone at all",
       "{\"nord\": [\"Milano\", \"MI\"], \"sud\": "
       "[\"Napoli\", \"NA\"]}",
       "{}", "/zones"},
      {"a place without a name", "\"NA\"", "\" \"", "/zones/sud/1"},
      {"a place of 61 characters", "\"NA\"",
       "\"Napoli-Napoli-Napoli-Napoli-Napoli-Napoli-Napoli-Napoli-Napol\"",
       "/zones/sud/1"},
      {"a zone's places as a text", "[\"Napoli\", \"NA\"]", "\"Napoli\"",
       "/zones/sud"},
      {"a service twice", "\"max_grams\": 2000}",
       "\"max_grams\": 2000}, {\"id\": \"S\", \"name\": \"S\", \"max_sum_mm\": "
       "9}",
       "/services/1/id"},
      {"a service as a text", "\"max_grams\": 2000}",
       "\"max_grams\": 2000}, \"M\"", "/services/1"},
      {"a weight of 0", "2000", "0", "/services/0/max_grams"},
      {"a weight with decimals", "2000", "2000.5", "/services/0/max_grams"},
      {"a box of two sides", "\"max_grams\": 2000", "\"box_mm\": [3, 2]",
       "/services/0/box_mm"},
      {"a box as a text", "\"max_grams\": 2000", "\"box_mm\": \"3x2x1\"",
       "/services/0/box_mm"},
      {"a box without height", "\"max_grams\": 2000", "\"box_mm\": [3, 2, 0]",
       "/services/0/box_mm"},
      {"a box beyond ten metres", "\"max_grams\": 2000",
       "\"box_mm\": [10001, 2, 1]", "/services/0/box_mm"},
      {"an envelope below 0", "\"max_grams\": 2000",
       "\"envelope_mm\": [3, 2, -1]", "/services/0/envelope_mm"},
      {"an envelope with a fraction", "\"max_grams\": 2000",
       "\"envelope_mm\": [3, 2, 0.5]", "/services/0/envelope_mm"},
      {"prices as a text", "[\"7.90\"]", "\"7.90\"", "/prices/0/rows/0/prices"},
      {"a price below 0", "\"7.90\"", "\"-7.90\"", "/prices/0/rows/0/prices/0"},
      {"a whole number of euros", "\"7.90\"", "8", "/prices/0/rows/0/prices/0"},
      {"no pairs", "\"pairs\": [\"nord-sud\"], ", "", "/prices/0/rows/0/pairs"},
      {"a pair without its second", "nord-sud", "nord-",
       "/prices/0/rows/0/pairs/0"},
      {"a zone alone", "nord-sud", "nord", "/prices/0/rows/0/pairs/0"},
      {"everywhere but somewhere", "[\"nord-sud\"]",
       "\"everywhere\", \"except\": [\"sud\"]", "/prices/0/rows/0/pairs"},
      {"pairs but one", "[\"nord-sud\"]",
       "[\"nord-sud\"], \"except\": [\"sud\"]", "/prices/0/rows/0/pairs"},
      {"services as a text", "[\"S\"]", "\"S\"", "/prices/0/services"},
      {"a mark that is no text", "\"source\": \"listino\", ",
       "\"source\": \"listino\", \"mark\": 1, ", "/prices/0/mark"},
      {"Japan without a prefecture", "\"own\"", "\"japan\"", "/zones/nord/0"}};
  for (const Row& row : rows) {
    std::string text = kRegions;
    const std::size_t at = text.find(row.replace);
    ASSERT_NE(at, std::string::npos) << row.name;
    text.replace(at, std::string_view(row.replace).size(), row.by);
    const auto tariff = Tariff::load(text);
    ASSERT_FALSE(tariff.has_value()) << row.name;
    EXPECT_EQ(tariff.error().pointer, row.pointer) << row.name;
    EXPECT_EQ(tariff.error().row, 0u) << row.name;
  }
  for (const char* text :
       {"{", "[1]", "{}", "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]"}) {
    EXPECT_FALSE(Tariff::load(text).has_value()) << text;
  }
}

// An extra before the prices; what is wrong in it.
TEST(Json, extras_of_ones_own) {
  struct Row {
    const char* name;
    std::string extras;
    const char* pointer;
  };
  const auto one = [](const std::string& prices) {
    return R"([{"id": "cool", "name": "Freddo", "valid_from": "2026-01-01",
                "source": "listino", "prices": )" +
           prices + "}]";
  };
  const Row rows[] = {
      {"a list that is none", "{}", "/extras"},
      {"an extra as a text", R"(["cool"])", "/extras/0"},
      {"no name",
       R"([{"id": "cool", "valid_from": "2026-01-01", "source": "x",
            "prices": [{"price": "1"}]}])",
       "/extras/0/name"},
      {"no prices", one("[]"), "/extras/0/prices"},
      {"no price", one("[{}]"), "/extras/0/prices/0/price"},
      {"a price with a comma", one(R"([{"price": "1,50"}])"),
       "/extras/0/prices/0/price"},
      {"two signs", one(R"([{"price": "--1"}])"), "/extras/0/prices/0/price"},
      {"a whole number of euros", one(R"([{"price": 1}])"),
       "/extras/0/prices/0/price"},
      {"a discount as a number", one(R"([{"price": -1}])"),
       "/extras/0/prices/0/price"},
      {"an amount to collect that is none",
       one(R"([{"price": "1", "collected_most": "much"}])"),
       "/extras/0/prices/0/collected_most"},
      {"a zone nobody knows", one(R"([{"price": "1", "to": "est"}])"),
       "/extras/0/prices/0/to"},
      {"a service nobody knows", one(R"([{"price": "1", "services": ["M"]}])"),
       "/extras/0/prices/0/services/0"},
      {"no services", one(R"([{"price": "1", "services": []}])"),
       "/extras/0/prices/0/services"},
      {"a slip in a name", one(R"([{"price": "1", "too": "nord"}])"),
       "/extras/0/prices/0/too"},
      {"instead of nothing",
       R"([{"id": "a", "name": "A", "instead_of": 1,
            "valid_from": "2026-01-01", "source": "x",
            "prices": [{"price": "1"}]}])",
       "/extras/0/instead_of"},
      {"one twice",
       R"([{"id": "a", "name": "A", "valid_from": "2026-01-01", "source": "x",
            "prices": [{"price": "1"}]},
           {"id": "a", "name": "B", "valid_from": "2026-01-01", "source": "x",
            "prices": [{"price": "2"}]}])",
       "/extras/1/id"},
      {"none", "[]", nullptr},
      {"no list", "null", nullptr},
      {"a discount to one zone, and a price to the other",
       one(R"([{"to": "sud", "price": "-0.50"},
               {"services": ["S"], "collected_most": "99.99", "price": "1"}])"),
       nullptr},
  };
  const auto with = [](const std::string& extras) {
    std::string text = kRegions;
    return Tariff::load(
        text.insert(text.find("\"prices\""), "\"extras\": " + extras + ", "));
  };
  for (const Row& row : rows) {
    const auto tariff = with(row.extras);
    ASSERT_EQ(tariff.has_value(), row.pointer == nullptr) << row.name;
    if (!tariff) {
      EXPECT_EQ(tariff.error().pointer, row.pointer) << row.name;
    }
  }
  const Tariff own = *with(std::end(rows)[-1].extras);
  const TariffZone milan = zone(own, "Milano"), naples = zone(own, "Napoli");
  EXPECT_EQ(own.extra("cool", 0, naples, 0, kDay), -50);
  EXPECT_EQ(own.extra("cool", 0, milan, 99'99, kDay), 100);
  EXPECT_EQ(own.extra("cool", 0, milan, 100'00, kDay), std::nullopt);
  EXPECT_EQ(own.extra("cool", 0, milan, 0, day_of(CivilDate{2025, 12, 31})),
            std::nullopt);
  EXPECT_EQ(own.extra("warm", 0, milan, 0, kDay), std::nullopt);
}

// Zones of Japan hold every prefecture, each once.
TEST(Json, zones_of_japan) {
  std::string all;
  for (Prefecture p = 2; p <= kPrefectures; ++p)
    all += ", \"" + std::string(prefecture_name(p)) + "\"";
  const auto with = [](const std::string& places, const std::string& pairs) {
    return Tariff::load(
        R"({"id": "mine", "name": "Mine", "currency": "JPY", "places": "japan",
            "zones": {"A": [")" +
        places + R"(]}, "services": [{"id": "S", "name": "S",
            "envelope_mm": [340, 248, 0]}],
            "prices": [{"valid_from": "2026-01-01", "source": "mine",
              "services": ["S"], "rows": [{"pairs": )" +
        pairs + R"(, "prices": [500]}]}]})");
  };
  struct Row {
    const char* name;
    std::string places, pairs;
    const char* pointer;
    const char* value = "";
  };
  const Row rows[] = {
      {"every prefecture", "北海道\"" + all, "\"everywhere\"", nullptr},
      {"in other spellings", "Hokkaido\"" + all, "[\"A-A\"]", nullptr},
      {"one is left out", "沖縄県\"", "\"everywhere\"", "/zones"},
      {"one is named twice", "沖縄県\"" + all, "\"everywhere\"", "/zones/A/46"},
      {"one is none", "Atlantis\"" + all, "\"everywhere\"", "/zones/A/0",
       "Atlantis"},
      {"all but a zone that there is", "北海道\"" + all,
       "\"same-prefecture\", \"except\": []", nullptr},
      {"all but a zone that is none", "北海道\"" + all,
       "\"same-prefecture\", \"except\": [\"B\"]", "/prices/0/rows/0/except/0",
       "B"},
  };
  for (const Row& row : rows) {
    const auto tariff = with(row.places, row.pairs);
    ASSERT_EQ(tariff.has_value(), row.pointer == nullptr) << row.name;
    if (tariff) {
      EXPECT_EQ(
          tariff->price("S", zone(*tariff, "沖縄"), zone(*tariff, "沖縄"), kDay)
              ->price.minor,
          500)
          << row.name;
      continue;
    }
    EXPECT_EQ(tariff.error().pointer, row.pointer) << row.name;
    EXPECT_NE(tariff.error().value.find(row.value), std::string::npos)
        << row.name << ": " << tariff.error().value;
  }
}

}  // namespace
}  // namespace parcelwise
