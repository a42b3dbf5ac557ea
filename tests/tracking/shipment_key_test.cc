// Tests core/tracking/shipment_key.cc.
#include "tracking/shipment_key.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "report/report_text.h"

namespace parcelwise {
namespace {

OrderId id(const char* text) { return *OrderId::parse(text); }

TEST(ShipmentKey, keeps_the_last_eleven_digits_of_the_order) {
  struct Row {
    const char* order;
    const char* key;
  };
  const Row rows[] = {
      {"250-1234567-1234567", "FM9545671234567"},
      {"503-0000001-0000001", "K2EI00010000001"},
      {"000-0000000-0000000", "AAAA00000000000"},
      {"999-9999999-9999999", "VPV199999999999"},
      {"S00-0000000-0000000", "VPV200000000000"},
      {"S99-9999999-9999999", "XU1T99999999999"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(key_for(id(row.order)), row.key) << row.order;
    EXPECT_EQ(order_named(row.key), id(row.order)) << row.key;
    EXPECT_EQ(order_named(row.order), id(row.order)) << row.order;
  }
}

TEST(ShipmentKey, comes_back_from_what_a_carrier_made_of_it) {
  struct Row {
    const char* name;
    const char* text;
    bool named;
  };
  const Row rows[] = {
      {"as it was", "FM9545671234567", true},
      {"small letters", "fm9545671234567", true},
      {"spaces around it", "  FM9545671234567 ", true},
      {"an order id with spaces", " 250-1234567-1234567 ", true},
      {"nothing", "", false},
      {"the digits alone", "45671234567", false},
      {"one short", "FM954567123456", false},
      {"one more", "FM95456712345670", false},
      {"a digit first", "1M9545671234567", false},
      {"a letter among the last", "FM9545671234S67", false},
      {"above every order id", "XU1U00000000000", false},
      {"the last of its form", "Z99999999999999", false},
      {"another sign", "FM9-45671234567", false},
  };
  for (const Row& row : rows) {
    const auto order = order_named(row.text);
    EXPECT_EQ(order.has_value(), row.named) << row.name;
    if (!order) continue;
    EXPECT_EQ(order->text(), "250-1234567-1234567") << row.name;
  }
}

TEST(ShipmentKey, is_one_for_each_order) {
  std::mt19937_64 random(5);
  std::set<std::string> keys;
  std::set<OrderId> orders;
  for (int i = 0; i < 20'000; ++i) {
    std::string digits = std::to_string(100'000'000'000'000'000 +
                                        random() % 100'000'000'000'000'000);
    digits.erase(0, 1);
    if (i % 10 == 0) digits[0] = 'S';
    const OrderId order = id((digits.substr(0, 3) + "-" + digits.substr(3, 7) +
                              "-" + digits.substr(10))
                                 .c_str());
    const std::string key = key_for(order);
    EXPECT_EQ(key.size(), kShipmentKeyLength);
    EXPECT_EQ(order_named(key), order) << key;
    keys.insert(key);
    orders.insert(order);
  }
  EXPECT_EQ(keys.size(), orders.size());
}

TEST(ShipmentKey, finds_an_order_of_the_book_and_no_other) {
  const auto report =
      *read_report(ReportText::unshipped()
                       .row({{"order-id", "250-1234567-1234567"}})
                       .text());
  const OrderBook book = OrderBook::join({&report});
  EXPECT_EQ(order_for("FM9545671234567", book), 0u);
  EXPECT_EQ(order_for("250-1234567-1234567", book), 0u);
  EXPECT_EQ(order_for("K2EI00010000001", book), std::nullopt);
  EXPECT_EQ(order_for("A name", book), std::nullopt);
}

TEST(PartKeys, name_a_parcel_in_the_room_there_is_and_lead_back) {
  for (const char* const text :
       {"250-1234567-1234567", "000-0000000-0000000", "999-9999999-9999999",
        "S01-1234567-7654321"}) {
    const auto order = OrderId::parse(text);
    ASSERT_TRUE(order) << text;
    for (int part = 1; part <= kMostParts; ++part) {
      for (const std::size_t room : {50u, 21u, 18u, 17u, 16u, 15u}) {
        const std::string key = part_key_for(*order, part, room);
        EXPECT_LE(key.size(), room);
        const auto parcel = parcel_named(key);
        ASSERT_TRUE(parcel) << key;
        EXPECT_EQ(parcel->order.text(), text) << key;
        EXPECT_EQ(parcel->part, part) << key;
        EXPECT_EQ(order_named(" " + key + " ")->text(), text);
      }
    }
  }
  const OrderId order = *OrderId::parse("250-1234567-1234567");
  EXPECT_EQ(part_key_for(order, 2, 50), "250-1234567-1234567-2");
  EXPECT_EQ(part_key_for(order, 2, 17), "FM9545671234567-2");
  EXPECT_EQ(part_key_for(order, 2, 15).substr(6), "71234567B");
  EXPECT_EQ(parcel_named("250-1234567-1234567")->part, 0);
  for (const char* const wrong :
       {"250-1234567-1234567-0", "250-1234567-1234567-27",
        "250-1234567-1234567-", "250-1234567-1234567-1-1", "FM9545671234567-x",
        "FM954567123456", "FM95456712345678"}) {
    EXPECT_FALSE(parcel_named(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace parcelwise
