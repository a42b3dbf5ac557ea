// Tests core/policy/own_layout.cc, and holds the layouts that come with the
// program to their form.
#include "policy/own_layout.h"

#include <gtest/gtest.h>

#include <set>

#include "files/embedded.h"
#include "files/json.h"
#include "files/open_json.h"

namespace parcelwise {
namespace {

std::string with_columns(const std::string& columns,
                         const std::string& more = "") {
  return R"({"layout": 1, "id": "mine", )" + more + R"("columns": [)" +
         columns + "]}";
}

TEST(OwnLayout, reads_what_is_told) {
  const auto layout = OwnLayout::read(with_columns(
      R"({"name": "Ref", "from": "key", "most": 15, "must": true},
         {"name": "Prov", "from": "state", "most": 2, "unit": "bytes",
          "codes": {"Milano": "MI"}},
         {"name": "Kg", "setting": "weight", "text": "1", "one_of": ["1", "2"]},
         {}, {})",
      R"("encoding": "windows-1252", "delimiter": "tab", "header": false,
         "quotes": false, "numbers": false, "most_rows": 99, "most_digits": 11,
         "country": 3, "countries": ["IT", "SM"],)"));
  ASSERT_TRUE(layout.has_value()) << layout.error().pointer;
  EXPECT_EQ(layout->encoding, Encoding::kWindows1252);
  EXPECT_EQ(layout->delimiter, '\t');
  EXPECT_FALSE(layout->header || layout->quotes || layout->numbers);
  EXPECT_EQ(layout->most_rows, 99u);
  EXPECT_EQ(layout->most_digits, 11u);
  EXPECT_EQ(layout->country_letters, 3u);
  EXPECT_EQ(layout->countries, (std::vector<std::string>{"IT", "SM"}));
  ASSERT_EQ(layout->columns.size(), 5u);
  EXPECT_TRUE(layout->columns[0].must && layout->columns[1].bytes);
  EXPECT_EQ(layout->columns[1].codes[0].first, "milano");
  EXPECT_EQ(layout->columns[2].one_of.size(), 2u);
  EXPECT_TRUE(layout->names_order());
}

TEST(OwnLayout, holds_a_text_to_bytes_where_it_says_so) {
  const auto layout = OwnLayout::read(
      with_columns(R"({"text": "東京", "most": 4, "unit": "bytes"},
                      {"text": "東京都", "most": 3})",
                   R"("encoding": "cp932",)"));
  ASSERT_TRUE(layout.has_value()) << layout.error().pointer;
  EXPECT_EQ(layout->country_letters, 2u);  // where nothing is told
}

TEST(OwnLayout, knows_whether_it_names_the_order) {
  const auto without =
      OwnLayout::read(with_columns(R"({"name": "N", "from": "name"})"));
  ASSERT_TRUE(without.has_value());
  EXPECT_FALSE(without->names_order());
}

TEST(OwnLayout, takes_a_number_with_a_point) {
  struct Row {
    const char* cell;
    std::size_t decimals;
    bool taken;
  };
  const Row rows[] = {
      {"2.5", 1, true},
      {"2", 1, true},
      {"2.55", 1, false},
      {"2.5", 0, false},
      {"2,5", 1, false},
      {"2.", 1, false},
      {".5", 1, false},
      {"2 kg", 1, false},
      {"1.2.3", 3, false},
      {"2.3a", 2, false},
      {"", 1, false},
      {"0.125", 3, true},
      {"2,5", OwnColumn::kAnyText, true},
  };
  for (const Row& row : rows) {
    OwnColumn column;
    column.decimals = row.decimals;
    EXPECT_EQ(column.takes_number(row.cell), row.taken)
        << row.cell << " " << row.decimals;
  }
}

TEST(OwnLayout, is_refused_whole_with_its_place) {
  struct Row {
    const char* why;
    std::string json;
    const char* pointer;
    const char* expected;  // how it begins
  };
  const std::string column = R"({"name": "Ref", "from": "order-id"})";
  const Row rows[] = {
      {"no JSON", "{", "", "JSON"},
      {"a list", "[]", "", "an object of a layout"},
      {"another kind of file", R"({"sender": {}})", "/sender", "one of the"},
      {"a later form", R"({"layout": 2, "id": "a", "columns": [{}]})",
       "/layout", "1"},
      {"no id", R"({"layout": 1, "columns": [{}]})", "/id", "a name of"},
      {"an encoding nobody writes",
       R"({"layout": 1, "id": "a", "name": "A", "encoding": "ebcdic",
           "columns": [)" +
           column + "]}",
       "/encoding", "utf-8, utf-8-bom"},
      {"a colon between cells",
       R"({"layout": 1, "id": "a", "name": "A", "delimiter": ":",
           "columns": [)" +
           column + "]}",
       "/delimiter", "\",\""},
      {"countries as a text",
       R"({"layout": 1, "id": "a", "name": "A", "countries": "GB",
           "columns": [)" +
           column + "]}",
       "/countries", "a list of 1 to 200"},
      {"no country",
       R"({"layout": 1, "id": "a", "name": "A", "countries": [],
           "columns": [)" +
           column + "]}",
       "/countries", "a list of 1 to 200"},
      {"an id with a slash", R"({"layout": 1, "id": "a/b", "columns": [{}]})",
       "/id", "a name of"},
      {"no columns", R"({"layout": 1, "id": "a"})", "/columns", "a list of"},
      {"an empty list of them", with_columns(""), "/columns", "a list of"},
      {"a column that is a text", with_columns("\"Ref\""), "/columns/0",
       "an object"},
      {"an unknown member", with_columns(R"({"nmae": "Ref"})"),
       "/columns/0/nmae", "one of the members"},
      {"an unknown field",
       with_columns(column + R"(, {"name": "T", "from": "town"})"),
       "/columns/1/from", "one of order-id key name"},
      {"a width of zero", with_columns(R"({"name": "N", "most": 0})"),
       "/columns/0/most", "1 to 1000"},
      {"a width of 1001", with_columns(R"({"name": "N", "most": 1001})"),
       "/columns/0/most", "1 to 1000"},
      {"half a width", with_columns(R"({"name": "N", "most": 1.5})"),
       "/columns/0/most", "1 to 1000"},
      {"two columns of one name", with_columns(column + ", " + column),
       "/columns/1/name", "a name that no other"},
      {"of one name in another case",
       with_columns(column + R"(, {"name": "REF"})"), "/columns/1/name",
       "a name that no other"},
      {"an order id in 18 characters",
       with_columns(R"({"name": "R", "from": "order-id", "most": 18})"),
       "/columns/0/most", "19 or more"},
      {"a key in 14",
       with_columns(R"({"name": "R", "from": "key", "most": 14})"),
       "/columns/0/most", "15 or more"},
      {"two sources",
       with_columns(R"({"name": "R", "from": "key", "setting": "a"})"),
       "/columns/0/setting", "either"},
      {"choices of no setting",
       with_columns(R"({"name": "R", "text": "a", "one_of": ["a"]})"),
       "/columns/0/one_of", "a \"setting\""},
      {"a number of no setting",
       with_columns(R"({"from": "key", "decimals": 1})"), "/columns/0/decimals",
       "a \"setting\""},
      {"four decimals", with_columns(R"({"setting": "kg", "decimals": 4})"),
       "/columns/0/decimals", "0 to 3"},
      {"a unit nobody knows", with_columns(R"({"most": 2, "unit": "bits"})"),
       "/columns/0/unit", "characters or bytes"},
      {"bytes, of which a character has up to four",
       with_columns(R"({"most": 2, "unit": "bytes"})"), "/columns/0/unit",
       "characters, in UTF-8"},
      {"a text over its bytes",
       with_columns(R"({"text": "東京", "most": 3, "unit": "bytes"})",
                    R"("encoding": "cp932",)"),
       "/columns/0/text", "no more than"},
      {"a text over its width", with_columns(R"({"text": "abc", "most": 2})"),
       "/columns/0/text", "no more than"},
      {"a name of 101 bytes",
       with_columns(R"({"name": ")" + std::string(101, 'a') + R"("})"),
       "/columns/0/name", "a text of at most 100"},
      {"a name on two lines", with_columns(R"({"name": "a\nb"})"),
       "/columns/0/name", "a text of at most 100"},
      {"a name that the encoding lacks",
       with_columns(R"({"name": "東京"})", R"("encoding": "windows-1252",)"),
       "/columns/0/name", "characters that"},
      {"a delimiter in a name that no quotes hold",
       with_columns(R"({"name": "a,b"})", R"("quotes": false,)"),
       "/columns/0/name", "neither"},
      {"a second line without the first",
       with_columns(R"({"name": "A", "from": "address-2"})"), "/columns/0/from",
       "a column for address-1"},
      {"codes that are a list", with_columns(R"({"codes": ["MI"]})"),
       "/columns/0/codes", "an object of"},
      {"a code that is a number", with_columns(R"({"codes": {"a": 1}})"),
       "/columns/0/codes/a", "a text"},
      {"an unknown encoding", with_columns(column, R"("encoding": "latin",)"),
       "/encoding", "utf-8"},
      {"an unknown delimiter", with_columns(column, R"("delimiter": "#",)"),
       "/delimiter", "\",\""},
      {"a header that is a text", with_columns(column, R"("header": "no",)"),
       "/header", "true or false"},
      {"no rows", with_columns(column, R"("most_rows": 0,)"), "/most_rows",
       "1 to 30000"},
      {"four letters", with_columns(column, R"("country": 4,)"), "/country",
       "2 to 3"},
      {"a country's name", with_columns(column, R"("countries": ["Italia"],)"),
       "/countries/0", "a country by"},
      {"a second row that is longer",
       with_columns(column, R"("second_row": ["a", "b"],)"), "/second_row",
       "as many as"},
      {"an order in a row before all",
       with_columns(column, R"("first_row": [{"from": "name"}],)"),
       "/first_row/0/from", "what is the sender"},
      {"201 columns", with_columns([] {
         std::string many = "{}";
         for (int i = 0; i < 200; ++i) many += ",{}";
         return many;
       }()),
       "/columns", "a list of 1 to 200"},
  };
  for (const Row& row : rows) {
    const auto layout = OwnLayout::read(row.json);
    ASSERT_FALSE(layout.has_value()) << row.why;
    EXPECT_EQ(layout.error().pointer, row.pointer) << row.why;
    EXPECT_TRUE(layout.error().expected.starts_with(row.expected))
        << row.why << ": " << layout.error().expected;
  }
}

TEST(OwnLayout, those_of_the_program_have_their_form_and_source) {
  struct Row {
    const char* id;
    std::size_t columns, most_rows;
    bool names_order;
  };
  const Row rows[] = {{"ups-batch", 80, 250, true},
                      {"royal-mail-click-and-drop", 14, 30'000, true},
                      {"evri", 17, 30'000, true},
                      {"evri-18", 18, 30'000, true},
                      {"mypost-business", 34, 30'000, true},
                      {"internetmarke", 8, 99, false},
                      {"brt-easysped", 30, 30'000, true},
                      {"pirate-ship", 17, 30'000, true},
                      {"eparcel", 25, 30'000, true}};
  ASSERT_EQ(OwnLayout::ids().size(), std::size(rows));
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    const std::string id = rows[i].id;
    EXPECT_EQ(OwnLayout::ids()[i], id);
    const auto file = embedded_file("carriers/layouts/" + id + ".json");
    ASSERT_TRUE(file.has_value()) << id;
    const auto read = OwnLayout::read(*file);
    ASSERT_TRUE(read.has_value())
        << id << " " << read.error().pointer << " " << read.error().expected;
    const auto layout = OwnLayout::of(id);
    ASSERT_TRUE(layout.has_value()) << id;
    EXPECT_EQ(layout->id, id);
    EXPECT_EQ(layout->columns.size(), rows[i].columns) << id;
    EXPECT_EQ(layout->most_rows, rows[i].most_rows) << id;
    EXPECT_EQ(layout->names_order(), rows[i].names_order) << id;
    EXPECT_EQ(layout->numbers, rows[i].names_order) << id;
    const auto json = open_json(*file);
    for (const char* const told : {"name", "source", "mark", "as_of"})
      EXPECT_TRUE(json->contains(told)) << id << " " << told;
    EXPECT_TRUE((*json)["source"].text().starts_with("docs/carriers.md 1."))
        << id;
  }
  EXPECT_FALSE(OwnLayout::of("yamato-b2").has_value());
  EXPECT_FALSE(OwnLayout::of("").has_value());
}

}  // namespace
}  // namespace parcelwise
