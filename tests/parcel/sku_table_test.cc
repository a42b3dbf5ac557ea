// Tests core/parcel/sku_table.cc and, through it, core/files/table_text.cc.
#include "parcel/sku_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace parcelwise {
namespace {

std::string shown(const Sku& sku) {
  std::string text = sku.sku;
  if (sku.box) {
    text += " " + std::to_string((*sku.box)[0]) + "x" +
            std::to_string((*sku.box)[1]) + "x" + std::to_string((*sku.box)[2]);
  }
  if (sku.grams) text += " " + std::to_string(*sku.grams) + "g";
  if (sku.temperature)
    text += " t" + std::to_string(static_cast<int>(*sku.temperature));
  if (sku.tax_rate) text += " " + std::to_string(*sku.tax_rate);
  if (!sku.label.empty()) text += " “" + sku.label + "”";
  return text;
}

std::string shown(std::string_view text) {
  const auto table = SkuTable::load(text);
  if (!table) return "refused: " + table.error().expected;
  std::string all;
  for (const Sku& sku : table->all())
    all += (all.empty() ? "" : ", ") + shown(sku);
  return all;
}

TEST(SkuTable, what_the_cells_say) {
  struct Row {
    const char* name;
    const char* text;
    const char* skus;
  };
  const std::string long_label = "sku,label\nA," + std::string(101, 'a');
  const Row rows[] = {
      {"everything",
       "sku,length_mm,width_mm,height_mm,weight_g,temperature,tax_rate\n"
       "A-1,220,155,30,420,frozen,8%\n",
       "A-1 220x155x30 420g t2 800"},
      {"centimetres and kilograms",
       "sku,length_cm,width_cm,height_cm,weight_kg\nA,22,15.5,3,1.25\n",
       "A 220x155x30 1250g"},
      {"units of its own each",
       "sku,length_cm,width_mm,height_cm\nA,22,155,3\n", "A 220x155x30"},
      {"fractions round up",
       "sku,length_cm,width_mm,height_cm,weight_g\nA,12.51,7.001,3.000,0.2\n",
       "A 126x8x30 1g"},
      {"only a tax rate", "sku,tax_rate\nA,10%\nB,8\nC,5.5%\nD,0\nE,0.5 %\n",
       "A 1000, B 800, C 550, D 0, E 50"},
      {"only what a label calls them", "sku,label\nA,緑茶\nB,\n",
       "A “緑茶”, B"},
      {"in Japanese", "商品管理番号,ラベル品名\nA,緑茶\n", "A “緑茶”"},
      {"a label of 101 bytes", long_label.c_str(),
       "refused: a label of at most 100 bytes on one line"},
      {"a label on two lines", "sku,label\nA,\"a\nb\"\n",
       "refused: a label of at most 100 bytes on one line"},
      {"blank cells are not known",
       "sku,length_mm,width_mm,height_mm,weight_g,tax_rate\nA,,,,,\nB,1,2,3,,"
       "\n",
       "A, B 1x2x3"},
      {"short rows too", "sku,weight_g,tax_rate\nA\nB,5\n", "A, B 5g"},
      {"tabs, a mark and quotes",
       "\xEF\xBB\xBFsku\tweight_g\r\n\"A \"\"1\"\"\"\t5\r\n", "A \"1\" 5g"},
      {"a line end in quotes", "sku;weight_g\n\"A\nB\";5\n", "A\nB 5g"},
      {"digits that are text", "sku,weight_g\n\"=\"\"00123\"\"\",5\n",
       "00123 5g"},
      {"Japanese headings",
       "SKU,縦（cm）,横(cm),高さ cm,重量_g,温度帯,税率(%)\nA,１,2,3,4,冷蔵,8\n",
       "A 10x20x30 4g t1 800"},
      {"words",
       "sku,temperature\nA,常温\nB,Chilled\nC,冷凍\nD,ＣＯＯＬ\nE,normal\n",
       "A t0, B t1, C t2, D t1, E t0"},
      {"other columns", "sku,Name,weight_g\nA,Soap,5\n", "A 5g"},
      {"by sku", "sku,weight_g\nB,2\na,3\nA,1\n", "A 1g, B 2g, a 3g"},
      {"JSON",
       "[{\"sku\": \"A\", \"length_cm\": \"12.5\", \"width_cm\": 3, "
       "\"height_cm\": \"4\"},"
       " {\"sku\": 7, \"weight_g\": null}]",
       "7, A 125x30x40"},
      {"no rows", "sku,weight_g\n", ""},
      {"blank rows", "\n\nsku,weight_g\n\n,,\nA,5\n   \n", "A 5g"}};
  for (const Row& row : rows) EXPECT_EQ(shown(row.text), row.skus) << row.name;
}

TEST(SkuTable, finds_byte_by_byte) {
  const auto table = SkuTable::load("sku,weight_g,note\nB-2,2,x\nA-1,1,y\n");
  ASSERT_TRUE(table.has_value());
  ASSERT_NE(table->find("B-2"), nullptr);
  EXPECT_EQ(table->find("B-2")->grams, 2);
  EXPECT_EQ(table->find("b-2"), nullptr);
  EXPECT_EQ(table->find(""), nullptr);
  EXPECT_EQ(table->find("Z"), nullptr);
  EXPECT_EQ(table->unused_columns(), std::vector<std::string>{"note"});
}

TEST(SkuTable, a_wrong_cell_is_told_with_its_row_and_column) {
  struct Row {
    const char* name;
    const char* text;
    std::size_t row;
    const char* column;
    const char* value;
  };
  const Row rows[] = {
      {"no sku column", "name,weight_g\nA,5\n", 1, "", ""},
      {"no sku", "sku,weight_g\n,5\n", 2, "sku", ""},
      {"a length without a unit", "sku,length,width,height\nA,1,2,3\n", 1,
       "length", "length"},
      {"a weight without a unit", "sku,Weight\nA,1\n", 1, "Weight", "Weight"},
      {"a length twice",
       "sku,length_cm,length_mm,width_mm,height_mm\nA,1,1,1,1\n", 1,
       "length_cm", "length_cm"},
      {"two sides only", "sku,length_mm,width_mm\nA,1,1\n", 1, "", ""},
      {"a side is missing", "sku,length_mm,width_mm,height_mm\nA,1,,3\n", 2,
       "width_mm", ""},
      {"a side of 0", "sku,length_mm,width_mm,height_mm\nA,1,0,3\n", 2,
       "width_mm", "0"},
      {"a side below 0", "sku,length_mm,width_mm,height_mm\nA,1,2,-3\n", 2,
       "height_mm", "-3"},
      {"5 m and more", "sku,length_cm,width_mm,height_mm\nA,500.01,2,3\n", 2,
       "length_cm", "500.01"},
      {"a side without end",
       "sku,length_mm,width_mm,height_mm\nA,99999999999999999999,2,3\n", 2,
       "length_mm", "99999999999999999999"},
      {"a decimal comma", "sku;weight_kg\nA;1,5\n", 2, "weight_kg", "1,5"},
      {"a unit in the cell", "sku,weight_g\nA,5 g\n", 2, "weight_g", "5 g"},
      {"a weight of 0", "sku,weight_g\nA,0\n", 2, "weight_g", "0"},
      {"above a ton", "sku,weight_kg\nA,1000.001\n", 2, "weight_kg",
       "1000.001"},
      {"no number", "sku,weight_g\nA,.\n", 2, "weight_g", "."},
      {"two points", "sku,weight_g\nA,1.2.3\n", 2, "weight_g", "1.2.3"},
      {"a temperature", "sku,temperature\nA,warm\n", 2, "temperature", "warm"},
      {"0.08 may be 8 %", "sku,tax_rate\nA,0.08\n", 2, "tax_rate", "0.08"},
      {"above 100 %", "sku,tax_rate\nA,101%\n", 2, "tax_rate", "101%"},
      {"a rate with a comma", "sku,tax_rate\nA,\"5,5%\"\n", 2, "tax_rate",
       "5,5%"},
      {"a sku twice", "sku,weight_g\nA,1\nB,2\nA,1\nB,2\n", 4, "sku", "A"},
      {"too many cells", "sku,weight_g\nA,1,2\n", 2, "", "A,1,2"},
      {"text behind a quote", "sku,weight_g\n\"A\"1,2\n", 2, "", "\"A\"1,2\n"},
      {"bytes of no encoding", "\xEF\xBB\xBFsku\n\xFF\n", 0, "", ""},
      {"nothing", "", 0, "", ""}};
  for (const Row& row : rows) {
    const auto table = SkuTable::load(row.text);
    ASSERT_FALSE(table.has_value()) << row.name;
    EXPECT_EQ(table.error().row, row.row) << row.name;
    EXPECT_EQ(table.error().column, row.column) << row.name;
    EXPECT_EQ(table.error().value, row.value) << row.name;
    EXPECT_FALSE(table.error().expected.empty()) << row.name;
  }
  EXPECT_NE(SkuTable::load("sku\nA\n\nB\nA\n").error().expected.find("row 2"),
            std::string::npos);
  EXPECT_NE(SkuTable::load("sku;weight_kg\nA;1,5\n")
                .error()
                .expected.find("no commas"),
            std::string::npos);
}

TEST(SkuTable, wrong_json_is_told_by_its_pointer) {
  struct Row {
    const char* text;
    const char* pointer;
  };
  const Row rows[] = {
      {R"([{"sku": "A"}, {"sku": "B", "weight_g": -1}])", "/1/weight_g"},
      {R"([{"sku": "A"}, 5])", "/1"},
      {R"([{"sku": "A", "a/b": []}])", "/0/a~1b"},
      {R"([{"sku": "A"}, {"sku": "A"}])", "/1/sku"},
      {R"([{"sku": "A", "weight_g": 1e30}])", "/0/weight_g"},
      {R"([{"sku": "A", "weight_kg": 12.5}])", "/0/weight_kg"},
      {R"([{"sku": "A", "weight_g": true}])", "/0/weight_g"},
      {R"({"sku": "A"})", ""},
      {R"([)", "/0"}};
  for (const Row& row : rows) {
    const auto table = SkuTable::load(row.text);
    ASSERT_FALSE(table.has_value()) << row.text;
    EXPECT_EQ(table.error().pointer, row.pointer) << row.text;
    EXPECT_EQ(table.error().row, 0u) << row.text;
  }
}

TEST(SkuTable, the_largest_it_takes_and_one_row_more) {
  std::string text = "sku\n";
  for (int i = 0; i < 200'000; ++i) text += std::to_string(i) + "\n";
  const auto table = SkuTable::load(text);
  ASSERT_TRUE(table.has_value());
  EXPECT_EQ(table->all().size(), 200'000u);
  EXPECT_NE(table->find("123456"), nullptr);
  text += "A\n";
  const auto more = SkuTable::load(text);
  ASSERT_FALSE(more.has_value());
  EXPECT_EQ(more.error().row, 200'002u);
  EXPECT_FALSE(SkuTable::load(std::string((16u << 20) + 1, 'a')).has_value());
}

}  // namespace
}  // namespace parcelwise
