// Tests core/policy/carrier_layout.cc and holds the layouts that come with the
// program to their form.
#include "policy/carrier_layout.h"

#include <gtest/gtest.h>

#include <set>

#include "files/embedded.h"
#include "files/json.h"
#include "files/open_json.h"
#include "text/encoding.h"

namespace parcelwise {
namespace {

TEST(CarrierLayout, has_the_columns_that_its_carrier_reads) {
  struct Row {
    const char* id;
    std::size_t columns;
    bool header;
    std::size_t most_rows;
  };
  const Row rows[] = {{"yamato-b2", 95, true, 1000},
                      {"sagawa-ehiden3", 74, true, 1000},
                      {"clickpost", 8, true, 40},
                      {"yuprint-118", 118, false, 1000},
                      {"yuprint-100", 100, false, 1000}};
  std::vector<std::string_view> ids;
  for (const Row& row : rows) {
    ids.push_back(row.id);
    const auto layout = CarrierLayout::of(row.id);
    ASSERT_TRUE(layout.has_value()) << row.id;
    EXPECT_EQ(layout->id, row.id);
    EXPECT_EQ(layout->columns.size(), row.columns) << row.id;
    EXPECT_EQ(layout->header, row.header) << row.id;
    EXPECT_EQ(layout->most_rows, row.most_rows) << row.id;
  }
  EXPECT_EQ(CarrierLayout::ids(), ids);
  const auto without = CarrierLayout::of("yuprint-117");
  ASSERT_TRUE(without.has_value());
  EXPECT_EQ(without->columns.size(), 117u);
  EXPECT_EQ(without->columns[70].name, "セット品名ラベル印字区分");
  EXPECT_EQ(without->columns[71].name, "複数個口数");
  EXPECT_EQ(without->file, "yuprint");
  const auto more = CarrierLayout::of("yamato-b2-97");
  ASSERT_TRUE(more.has_value());
  EXPECT_EQ(more->columns.size(), 97u);
  EXPECT_EQ(more->columns[95].name, "連携管理番号");
  EXPECT_EQ(more->columns[96].from, "");
  EXPECT_FALSE(CarrierLayout::of("yamato").has_value());
}

TEST(CarrierLayout, is_whole) {
  for (const std::string_view id : CarrierLayout::ids()) {
    const auto file = embedded_file("carriers/" + std::string(id) + ".json");
    const auto json = open_json(file.value_or(""));
    ASSERT_TRUE(json.has_value()) << id;
    const std::set<std::string> known = {
        "id",           "source",      "mark",         "file",
        "header",       "quotes",      "most_rows",    "width",
        "date",         "postal_code", "municipality", "address",
        "name",         "long_name",   "sender_name",  "sender_address",
        "goods",        "windows",     "no_window",    "undated",
        "day_seal",     "cash",        "settings",     "columns",
        "address_rest", "variants"};
    for (const auto& [name, value] : json->items())
      EXPECT_TRUE(known.count(name)) << id << name;
    for (const char* name :
         {"source", "mark", "file", "header", "quotes", "most_rows", "width",
          "postal_code", "address", "name", "goods", "settings", "columns"}) {
      EXPECT_TRUE(json->contains(name)) << id << " " << name;
    }
    const CarrierLayout layout = *CarrierLayout::of(id);
    for (const CarrierColumn& column : layout.columns) {
      EXPECT_TRUE(to_cp932(column.name, nullptr).has_value()) << column.name;
      EXPECT_FALSE(column.name.empty());
      for (const std::string& from : {column.from, column.from_cash}) {
        if (from.empty() || from[0] != '@') continue;
        EXPECT_NE(layout.setting(from.substr(1)), nullptr) << id << " " << from;
      }
    }
    std::set<std::string> names;
    for (const CarrierSetting& setting : layout.settings) {
      EXPECT_TRUE(names.insert(setting.name).second) << setting.name;
      if (!setting.otherwise.empty()) {
        EXPECT_TRUE(setting.takes(setting.otherwise))
            << id << " " << setting.name;
      }
    }
    for (const CashCode& code : layout.cash_codes) {
      EXPECT_TRUE(layout.setting(layout.service_setting)->takes(code.value))
          << id;
      EXPECT_LE(code.most, layout.cash_most) << id;
    }
    for (const DeliveryWindow& window : layout.windows) {
      EXPECT_LT(window.first_hour, window.last_hour)
          << id << " " << window.code;
    }
  }
}

TEST(CarrierSetting, takes_digits_or_one_of_a_few) {
  struct Row {
    const char* name;
    CarrierSetting setting;
    const char* value;
    bool taken;
    const char* pattern;
  };
  const CarrierSetting digits{"code", true, "", 10, 12, {}};
  const CarrierSetting choice{"cool", false, "0", 0, 0, {"0", "1", "A"}};
  const CarrierSetting text{"note", false, "", 0, 0, {}};
  const Row rows[] = {
      {"the fewest digits", digits, "1234567890", true, "[0-9]{10,12}"},
      {"one fewer", digits, "123456789", false, "[0-9]{10,12}"},
      {"the most", digits, "123456789012", true, "[0-9]{10,12}"},
      {"one more", digits, "1234567890123", false, "[0-9]{10,12}"},
      {"a hyphen", digits, "0312-345678", false, "[0-9]{10,12}"},
      {"a choice", choice, "A", true, "0|1|A"},
      {"no choice", choice, "a", false, "0|1|A"},
      {"any text", text, "割れ物", true, ""}};
  for (const Row& row : rows) {
    EXPECT_EQ(row.setting.takes(row.value), row.taken) << row.name;
    EXPECT_EQ(row.setting.pattern(), row.pattern) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
