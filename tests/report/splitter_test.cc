// Tests core/report/splitter.cc.
#include "report/splitter.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "draws.h"

namespace parcelwise {
namespace {

using Rows = std::vector<std::vector<std::string>>;

struct Collector : RowSink {
  Rows rows;
  std::vector<bool> non_ascii;
  std::vector<bool> too_long;
  void row(const RowView& row) override {
    std::vector<std::string> fields;
    for (std::size_t i = 0; i < row.size(); ++i) fields.emplace_back(row[i]);
    rows.push_back(std::move(fields));
    non_ascii.push_back(row.non_ascii());
    too_long.push_back(row.too_long);
  }
};

Rows split(std::string_view bytes, Delimiter delimiter, std::size_t chunk) {
  Collector collector;
  Splitter splitter(delimiter, collector);
  for (std::size_t at = 0; at < bytes.size(); at += chunk) {
    splitter.feed(bytes.substr(at, chunk));
  }
  splitter.finish();
  return collector.rows;
}

// Slow and obvious: takes the lines first, then the fields of each.
Rows split_tabs_slowly(std::string_view bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\r') {
      if (i + 1 < bytes.size() && bytes[i + 1] == '\n') continue;
      text.push_back('\n');
    } else {
      text.push_back(bytes[i]);
    }
  }
  Rows rows;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string line = text.substr(0, end);
    text = end == std::string::npos ? "" : text.substr(end + 1);
    std::vector<std::string> fields(1);
    for (const char c : line) {
      if (c == '\t') {
        fields.emplace_back();
      } else {
        fields.back().push_back(c);
      }
    }
    rows.push_back(std::move(fields));
  }
  return rows;
}

// Slow and obvious: where the field that opens with a quote at `at` ends, and
// its text; `at` if that quote is a plain character.
std::size_t unquote_slowly(std::string_view bytes, std::size_t at,
                           std::string& text) {
  for (std::size_t i = at + 1; i < bytes.size(); ++i) {
    if (bytes[i] != '"') {
      text.push_back(bytes[i]);
    } else if (i + 1 == bytes.size() ||
               std::string_view(",\r\n").find(bytes[i + 1]) !=
                   std::string_view::npos) {
      return i + 1;
    } else if (bytes[i + 1] == '"') {
      text.push_back('"');
      ++i;
    } else {
      break;
    }
  }
  text.clear();
  return at;
}

// One character at a time by the grammar in splitter.h.
Rows split_commas_slowly(std::string_view bytes) {
  Rows rows;
  std::size_t i = 0;
  while (i < bytes.size()) {
    std::vector<std::string> fields;
    for (bool more = true; more;) {
      std::string& field = fields.emplace_back();
      if (i < bytes.size() && bytes[i] == '"')
        i = unquote_slowly(bytes, i, field);
      while (i < bytes.size() && bytes[i] != ',' && bytes[i] != '\r' &&
             bytes[i] != '\n') {
        field.push_back(bytes[i++]);
      }
      more = i < bytes.size() && bytes[i] == ',';
      if (more) ++i;
    }
    if (bytes.substr(i, 2) == "\r\n") ++i;
    ++i;
    rows.push_back(std::move(fields));
  }
  return rows;
}

// Every string of length up to `longest` over the alphabet.
template <typename Body>
void for_each_string(std::string_view alphabet, std::size_t longest,
                     Body body) {
  std::vector<std::size_t> digits;
  for (std::size_t length = 0; length <= longest; ++length) {
    digits.assign(length, 0);
    for (;;) {
      std::string text;
      for (const std::size_t digit : digits) text.push_back(alphabet[digit]);
      body(text);
      std::size_t i = 0;
      while (i < length && ++digits[i] == alphabet.size()) digits[i++] = 0;
      if (i == length) break;
    }
  }
}

TEST(Splitter, all_short_tab_files_split_like_the_slow_splitter) {
  for_each_string("a\t\"\r\n", 7, [](const std::string& text) {
    const Rows expected = split_tabs_slowly(text);
    ASSERT_EQ(split(text, Delimiter::kTab, 64), expected)
        << ::testing::PrintToString(text);
    ASSERT_EQ(split(text, Delimiter::kTab, 1), expected)
        << ::testing::PrintToString(text);
    ASSERT_EQ(split(text, Delimiter::kTab, 3), expected)
        << ::testing::PrintToString(text);
  });
}

// With what a real row is made of: digits, and characters of several bytes.
TEST(Splitter, all_short_files_of_real_bytes_split_like_the_slow_splitter) {
  constexpr std::size_t kLongest = kFewDraws ? 6 : 7;
  for_each_string("a7\t\"\r\n\xE3\x81", kLongest, [](const std::string& text) {
    const Rows expected = split_tabs_slowly(text);
    ASSERT_EQ(split(text, Delimiter::kTab, 64), expected)
        << ::testing::PrintToString(text);
    ASSERT_EQ(split(text, Delimiter::kTab, 1 + text.size() / 2), expected)
        << ::testing::PrintToString(text);
  });
}

// The same across the border of two blocks, where a row end or a CR LF may be
// cut, by rows of every length before it.
TEST(Splitter, all_short_files_around_a_block_split_like_the_slow_splitter) {
  // A vertical tab looks like a row end at first.
  for_each_string("a\t\r\n\v", 5, [](const std::string& text) {
    for (const std::size_t before :
         std::initializer_list<std::size_t>{59, 60, 61, 62, 63, 64, 123, 127}) {
      const std::string whole = std::string(before, 'b') + text + "c\td\n";
      ASSERT_EQ(split(whole, Delimiter::kTab, 1000), split_tabs_slowly(whole))
          << before << ::testing::PrintToString(text);
    }
  });
}

TEST(Splitter, rows_of_many_fields) {
  std::string text;
  for (std::size_t fields = 0; fields < 1500; fields += 1 + fields / 3) {
    text.append(fields, '\t');
    text += "a\n";
    for (std::size_t i = 0; i < fields; ++i) text += "b\tc7\v\f\t";
    text += "\r\n";
  }
  const Rows expected = split_tabs_slowly(text);
  for (const std::size_t chunk :
       std::initializer_list<std::size_t>{64, 1000, 100000}) {
    EXPECT_EQ(split(text, Delimiter::kTab, chunk), expected) << chunk;
  }
}

TEST(Splitter, all_short_comma_files_split_like_the_slow_splitter) {
  for_each_string("a,\"\r\n", 7, [](const std::string& text) {
    const Rows expected = split_commas_slowly(text);
    ASSERT_EQ(split(text, Delimiter::kComma, 64), expected)
        << ::testing::PrintToString(text);
    ASSERT_EQ(split(text, Delimiter::kComma, 1), expected)
        << ::testing::PrintToString(text);
    ASSERT_EQ(split(text, Delimiter::kComma, 3), expected)
        << ::testing::PrintToString(text);
  });
}

// Rows that begin and end at every offset of a 64-byte block.
TEST(Splitter, rows_of_every_length_around_a_block) {
  std::string text;
  for (std::size_t length = 0; length < 200; ++length) {
    text.append(length, length % 3 == 0 ? '\xE3' : 'x');
    text.push_back(length % 7 == 0 ? '\t' : 'y');
    text.append(length % 5 == 0 ? "\r\n" : "\n");
  }
  const Rows expected = split_tabs_slowly(text);
  for (const std::size_t chunk :
       std::initializer_list<std::size_t>{1, 7, 63, 64, 65, 100, 100000}) {
    EXPECT_EQ(split(text, Delimiter::kTab, chunk), expected) << chunk;
  }
}

TEST(Splitter, marks_the_rows_with_bytes_above_ascii_and_no_other) {
  for (std::size_t before = 0; before < 140; ++before) {
    for (const std::size_t chunk : {std::size_t{1}, std::size_t{1000}}) {
      Collector collector;
      Splitter splitter(Delimiter::kTab, collector);
      const std::string text =
          std::string(before, 'a') + "\n\x83\x42\r\nb\tc\r\nd\xE3\ne";
      for (std::size_t at = 0; at < text.size(); at += chunk) {
        splitter.feed(std::string_view(text).substr(at, chunk));
      }
      splitter.finish();
      EXPECT_EQ(collector.non_ascii,
                (std::vector<bool>{false, true, false, true, false}))
          << before;
    }
  }
}

TEST(Splitter, a_row_without_end_is_cut_and_the_next_row_read) {
  for (const Delimiter delimiter : {Delimiter::kTab, Delimiter::kComma}) {
    Collector collector;
    Splitter splitter(delimiter, collector);
    const std::string zeros(1 << 16, '\0');
    for (int i = 0; i < 64; ++i) splitter.feed(zeros);
    splitter.feed("end\nnext\n");
    splitter.finish();
    ASSERT_EQ(collector.rows.size(), 2u);
    EXPECT_TRUE(collector.too_long[0]);
    EXPECT_LE(collector.rows[0][0].size(), kMaxRowBytes);
    EXPECT_EQ(collector.rows[1][0], "next");
  }
}

// The kinds of the public suite csv-spectrum, in rows of our own.
TEST(Splitter, reads_the_spectrum_of_comma_files) {
  struct Row {
    const char* name;
    const char* bytes;
    Rows rows;
  };
  const Row rows[] = {
      {"simple", "a,b,c\n1,2,3\n", {{"a", "b", "c"}, {"1", "2", "3"}}},
      {"simple, CR LF", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
      {"simple, CR", "a,b\r1,2", {{"a", "b"}, {"1", "2"}}},
      {"a comma in quotes",
       "name,address\nJean,\"3 Long Row, York\"\n",
       {{"name", "address"}, {"Jean", "3 Long Row, York"}}},
      {"empty",
       "a,b,c\n1,\"\",\"\"\n2,3,4\n",
       {{"a", "b", "c"}, {"1", "", ""}, {"2", "3", "4"}}},
      {"empty, CR LF", "a,b\r\n\"\",\r\n", {{"a", "b"}, {"", ""}}},
      {"quotes in quotes",
       "a,b\n1,\"ha \"\"ha\"\" ha\"\n",
       {{"a", "b"}, {"1", "ha \"ha\" ha"}}},
      {"JSON",
       "key,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [10, 3.2]}\"\n",
       {{"key", "val"}, {"1", "{\"type\": \"Point\", \"at\": [10, 3.2]}"}}},
      {"row ends",
       "a,b\n1,\"once upon\na time\"\n2,5\n",
       {{"a", "b"}, {"1", "once upon\na time"}, {"2", "5"}}},
      {"row ends, CR LF",
       "a,b\r\n1,\"once\r\nupon\"\r\n",
       {{"a", "b"}, {"1", "once\r\nupon"}}},
      {"row ends, CR",
       "a,b\r1,\"once\rupon\"\r",
       {{"a", "b"}, {"1", "once\rupon"}}},
      {"quotes and row ends",
       "a,b\n1,\"ha\n\"\"ha\"\"\nha\"\n",
       {{"a", "b"}, {"1", "ha\n\"ha\"\nha"}}},
      {"UTF-8",
       "a,b\n\"\xCA\xA4\",\xE6\x97\xA5\n",
       {{"a", "b"}, {"\xCA\xA4", "\xE6\x97\xA5"}}},
      {"Latin-1",
       "a,b\n\xE9t\xE9,\"\xFC\"\n",
       {{"a", "b"}, {"\xE9t\xE9", "\xFC"}}},
      {"places",
       "id,at\n7,\"40.7\xC2\xB0, -74.0\xC2\xB0\"\n",
       {{"id", "at"}, {"7", "40.7\xC2\xB0, -74.0\xC2\xB0"}}},
      {"a quote that text follows is plain",
       "a,b\n1,\"15.6\" film\n2,\"x\"y\"\n",
       {{"a", "b"}, {"1", "\"15.6\" film"}, {"2", "\"x\"y\""}}},
      {"so are two that would enclose a row end",
       "a,b,c\n1,\"Mug,4\n2,\"Mug,5\n",
       {{"a", "b", "c"}, {"1", "\"Mug", "4"}, {"2", "\"Mug", "5"}}},
      {"beside a field in quotes",
       "a,b\n\"x, y\",\"5\" pot\n\"p\nq\",\"open\n",
       {{"a", "b"}, {"x, y", "\"5\" pot"}, {"p\nq", "\"open"}}},
      {"text behind quotes in quotes",
       "a,b\n1,\"ha \"\"ha\"\" ha\" x\n",
       {{"a", "b"}, {"1", "\"ha \"\"ha\"\" ha\" x"}}},
      {"null", "a,b\nnull,NULL\n", {{"a", "b"}, {"null", "NULL"}}},
  };
  for (const Row& row : rows) {
    for (const std::size_t chunk :
         std::initializer_list<std::size_t>{1, 3, 64}) {
      EXPECT_EQ(split(row.bytes, Delimiter::kComma, chunk), row.rows)
          << row.name;
    }
  }
}

// What the sink knows for a row is one, though quotes stand around its start.
TEST(Splitter, a_row_of_the_sink_s_begins_in_no_quotes) {
  struct Numbered : Collector {
    bool begins_row(std::string_view bytes, char comma) const override {
      const std::string_view field = plain_field(bytes, comma, 1);
      return field.size() == 2 && field[0] == '#';
    }
  };
  struct Row {
    const char* name;
    const char* bytes;
    Rows rows;
  };
  const Row rows[] = {
      {"a quote opens one row and ends a field of the next",
       "a,#1,\"Mug,4\nb,#2,pot 15\",5\n",
       {{"a", "#1", "\"Mug", "4"}, {"b", "#2", "pot 15\"", "5"}}},
      {"the one after the next",
       "a,#1,\"Mug\n\nb,#2,pot\r\nc,#3,15\"\n",
       {{"a", "#1", "\"Mug"}, {""}, {"b", "#2", "pot"}, {"c", "#3", "15\""}}},
      {"quotes before the field that tells a row, in both of them",
       "\"a,#1,4\nb\",#2,5\nc,#3,6\n",
       {{"\"a", "#1", "4"}, {"b\"", "#2", "5"}, {"c", "#3", "6"}}},
      {"the same, with a line between",
       "\"a,#1\r\nx\r\nb\",#2\r\n",
       {{"\"a", "#1"}, {"x"}, {"b\"", "#2"}}},
      {"only the line that the quote closes in",
       "\"a\nb\",#2,5\n",
       {{"a\nb", "#2", "5"}}},
      {"only the line that it opens in",
       "a,#1,\"Mug\nb\",5\n",
       {{"a", "#1", "Mug\nb", "5"}}},
      {"lines that begin no row",
       "a,#1,\"Mug\n#2,x,\nb,#2\"\n",
       {{"a", "#1", "Mug\n#2,x,\nb,#2"}}},
  };
  for (const Row& row : rows) {
    for (const std::size_t chunk :
         std::initializer_list<std::size_t>{1, 3, 64}) {
      Numbered numbered;
      Splitter splitter(Delimiter::kComma, numbered);
      const std::string_view bytes = row.bytes;
      for (std::size_t at = 0; at < bytes.size(); at += chunk)
        splitter.feed(bytes.substr(at, chunk));
      splitter.finish();
      EXPECT_EQ(numbered.rows, row.rows) << row.name << chunk;
    }
  }
}

TEST(Splitter, an_unclosed_quote_costs_one_row_of_a_large_file) {
  std::string text = "1,\"open\n";
  for (int i = 0; i < 200000; ++i) text += "22,fine,row\n";
  Collector collector;
  Splitter splitter(Delimiter::kComma, collector);
  for (std::size_t at = 0; at < text.size(); at += 65536) {
    splitter.feed(std::string_view(text).substr(at, 65536));
  }
  splitter.finish();
  EXPECT_EQ(collector.rows.size(), 200001u);
  EXPECT_EQ(collector.rows[0][1], "\"open");
}

}  // namespace
}  // namespace parcelwise
