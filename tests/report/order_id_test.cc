// Tests core/report/order_id.cc.
#include "report/order_id.h"

#include <gtest/gtest.h>

#include <string>

namespace parcelwise {
namespace {

TEST(OrderId, reads_3_7_7_digits_and_nothing_else) {
  struct Row {
    const char* name;
    const char* text;
    const char* expected;  // nullptr: refused
  };
  const Row rows[] = {
      {"an order", "250-1234567-1234567", "250-1234567-1234567"},
      {"leading zeros", "001-0000000-0000001", "001-0000000-0000001"},
      {"zeros alone", "000-0000000-0000000", "000-0000000-0000000"},
      {"nines", "999-9999999-9999999", "999-9999999-9999999"},
      {"an order of another shop", "S01-1234567-1234567",
       "S01-1234567-1234567"},
      {"spaces around it", "  250-1234567-1234567 ", "250-1234567-1234567"},
      {"empty", "", nullptr},
      {"no hyphens", "25012345671234567", nullptr},
      {"a digit short", "250-1234567-123456", nullptr},
      {"a digit more", "250-1234567-12345678", nullptr},
      {"hyphens elsewhere", "2501-234567-1234567", nullptr},
      {"a letter", "25O-1234567-1234567", nullptr},
      {"a small s", "s01-1234567-1234567", nullptr},
      {"S in the middle", "0S1-1234567-1234567", nullptr},
      {"scientific", "2.50123E+16", nullptr},
      {"full-width digits", "２50-1234567-1234567", nullptr},
      {"a header", "order-id", nullptr},
  };
  for (const Row& row : rows) {
    const auto id = OrderId::parse(row.text);
    ASSERT_EQ(id.has_value(), row.expected != nullptr) << row.name;
    if (!id) continue;
    EXPECT_EQ(id->text(), row.expected) << row.name;
  }
}

// The straight way reads eight bytes at once: any other byte at any place must
// send it to the careful one.
TEST(OrderId, a_wrong_byte_at_any_place_is_seen) {
  const std::string right = "250-1234567-1234567";
  for (std::size_t at = 0; at < right.size(); ++at) {
    for (int byte = 1; byte < 256; ++byte) {
      const char c = static_cast<char>(byte);
      std::string text = right;
      text[at] = c;
      const bool hyphen = at == 3 || at == 11;
      const bool good = hyphen ? c == '-' : c >= '0' && c <= '9';
      // A space at an end is passed over, and a digit is missing then.
      const bool other_shop = at == 0 && c == 'S';
      const auto id = OrderId::parse(text);
      ASSERT_EQ(id.has_value(), good || other_shop) << at << " " << byte;
      if (id) {
        EXPECT_EQ(id->text(), text);
      }
    }
  }
}

TEST(ItemId, a_wrong_byte_at_any_place_is_seen) {
  const std::string right = "123456789012345678";
  for (std::size_t size = 1; size <= right.size(); ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      for (int byte = 1; byte < 256; ++byte) {
        const char c = static_cast<char>(byte);
        if (c == ' ') continue;
        std::string text = right.substr(0, size);
        text[at] = c;
        const auto id = ItemId::parse(text);
        ASSERT_EQ(id.has_value(), c >= '0' && c <= '9') << text;
        if (id) {
          EXPECT_EQ(id->text(), text);
        }
      }
    }
  }
}

TEST(OrderId, sorts_as_its_text_does) {
  const char* const kSorted[] = {"000-0000000-0000000", "001-0000000-0000000",
                                 "250-1234567-1234567", "250-1234567-1234568",
                                 "999-9999999-9999999", "S01-0000000-0000000"};
  for (std::size_t i = 1; i < std::size(kSorted); ++i) {
    EXPECT_LT(*OrderId::parse(kSorted[i - 1]), *OrderId::parse(kSorted[i]))
        << i;
  }
}

TEST(ItemId, keeps_leading_zeros) {
  struct Row {
    const char* name;
    const char* text;
    const char* expected;
  };
  const Row rows[] = {
      {"fourteen digits", "12345678901234", "12345678901234"},
      {"eighteen digits", "999999999999999999", "999999999999999999"},
      {"zeros in front", "007", "007"},
      {"one zero", "0", "0"},
      {"spaces around it", " 42 ", "42"},
      {"empty", "", nullptr},
      {"nineteen digits", "1234567890123456789", nullptr},
      {"scientific", "1.40274E+14", nullptr},
      {"a sign", "-5", nullptr},
      {"a decimal", "12.0", nullptr},
  };
  for (const Row& row : rows) {
    const auto id = ItemId::parse(row.text);
    ASSERT_EQ(id.has_value(), row.expected != nullptr) << row.name;
    if (!id) continue;
    EXPECT_EQ(id->text(), row.expected) << row.name;
  }
}

// A spreadsheet takes them away.
TEST(ItemId, leading_zeros_do_not_tell_two_apart) {
  struct Row {
    const char *a, *b;
    bool equal;
  };
  const Row rows[] = {
      {"007", "7", true},
      {"07", "007", true},
      {"0", "000", true},
      {"7", "70", false},
      {"0", "1", false},
      {"000000000000000001", "1", true},
      {"100000000000000000", "100000000000000000", true},
      {"010000000000000000", "10000000000000000", true},
      {"999999999999999999", "99999999999999999", false},
      {"10000000000", "1000000000", false},
      {"9999999999", "09999999999", true},
  };
  for (const Row& row : rows) {
    const ItemId a = *ItemId::parse(row.a), b = *ItemId::parse(row.b);
    EXPECT_EQ(a == b, row.equal) << row.a << " " << row.b;
    EXPECT_EQ(a.key() == b.key(), row.equal) << row.a << " " << row.b;
    EXPECT_EQ(!(a < b) && !(b < a), row.equal) << row.a << " " << row.b;
    EXPECT_NE(a, ItemId()) << row.a;
  }
  EXPECT_LT(ItemId(), *ItemId::parse("0"));
  EXPECT_TRUE(ItemId().none());
  EXPECT_EQ(ItemId().text(), "");
}

TEST(IsScientific, knows_what_a_spreadsheet_makes_of_a_long_number) {
  for (const char* text : {"1.40274E+14", "1,40274E+14", "1E+05", "1e5",
                           "1.4E-3", " 1.40274E+14 "}) {
    EXPECT_TRUE(is_scientific(text)) << text;
  }
  for (const char* text : {"", "E", "E+14", "1.40274", "1E", "1E+", "1E+1x",
                           "12345", "1.4F+14", ".E5", "EDGE"}) {
    EXPECT_FALSE(is_scientific(text)) << text;
  }
}

}  // namespace
}  // namespace parcelwise
