// Tests core/report/text_record.h.
#include "report/text_record.h"

#include <gtest/gtest.h>

#include <string>

namespace parcelwise {
namespace {

using namespace std::string_literals;

// Every length, and a byte above ASCII at every place of it.
TEST(CopyAndLook, copies_every_length_and_sees_every_byte) {
  for (std::size_t length = 0; length < 40; ++length) {
    std::string plain;
    for (std::size_t i = 0; i < length; ++i)
      plain += static_cast<char>('a' + i % 26);
    for (std::size_t high = 0; high <= length; ++high) {
      std::string from = plain;
      if (high < length) from[high] = '\x80';
      std::string to(length + 2, '#');
      EXPECT_EQ(copy_and_look(to.data() + 1, from.data(), length),
                high < length)
          << length << " " << high;
      EXPECT_EQ(to, "#" + from + "#") << length << " " << high;
    }
  }
}

TEST(TextRecord, holds_columns_with_their_bytes_and_shared_numbers) {
  TextRecord record;
  record.begin(200);
  EXPECT_FALSE(record.add(Column::kOrderId, "AB-1"));
  EXPECT_FALSE(record.add(Column::kOrderItemId, ""));
  EXPECT_TRUE(record.add(Column::kPurchaseDate, "\xE3\x81\x82"));
  record.add_shared(Column::kPaymentsDate, 300);
  EXPECT_EQ(record.close(),
            "\x00\x04"
            "AB-1"
            "\x02\x03\xE3\x81\x82"
            "\x83\xAC\x02\xFF"s);
}

TEST(TextRecord, is_empty_where_nothing_was_added) {
  TextRecord record;
  EXPECT_EQ(record.close(), "");
  record.begin(10);
  record.add(Column::kSku, "x");
  record.close();
  record.begin(10);
  record.add(Column::kSku, "");
  EXPECT_EQ(record.close(), "");
}

TEST(TextRecord, has_room_for_every_column_of_a_full_row) {
  TextRecord record;
  const std::size_t each = 20'000;
  record.begin(kColumnCount * each);
  const std::string value(each, 'v');
  for (std::size_t c = 0; c < kColumnCount; ++c)
    record.add(static_cast<Column>(c), value);
  // A column, a length of three bytes, and the value.
  EXPECT_EQ(record.close().size(), kColumnCount * (each + 4) + 1);
}

}  // namespace
}  // namespace parcelwise
