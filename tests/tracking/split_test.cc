// Tests core/tracking/split.cc.
#include "tracking/split.h"

#include <gtest/gtest.h>

namespace parcelwise {
namespace {

TEST(Splits, are_read_by_order) {
  const auto splits = read_splits(
      R"({"splits":[{"order_id":"250-1234567-1234567","parcels":[)"
      R"([{"order_item_id":"1","quantity":2}],)"
      R"([{"order_item_id":"1","quantity":1},{"order_item_id":"2","quantity":1}]]}]})");
  ASSERT_TRUE(splits.has_value());
  ASSERT_EQ(splits->size(), 1u);
  const SplitParcels& parcels = splits->begin()->second;
  ASSERT_EQ(parcels.size(), 2u);
  EXPECT_EQ(parcels[0][0].item, "1");
  EXPECT_EQ(parcels[0][0].quantity, 2);
  EXPECT_EQ(parcels[1][1].item, "2");
  EXPECT_TRUE(read_splits("{}")->empty());
}

TEST(Splits, that_are_wrong_are_refused_with_their_place) {
  struct Row {
    const char* json;
    const char* pointer;
  };
  const Row rows[] = {
      {R"({"splits":{}})", "/splits"},
      {R"({"splits":[{"order_id":"R-1"}]})", "/splits/0/order_id"},
      {R"({"splits":[{"order_id":"250-1234567-1234567","parcels":[[]]}]})",
       "/splits/0/parcels"},
      {R"({"splits":[{"order_id":"250-1234567-1234567","parcels":[[],[]]}]})",
       "/splits/0/parcels/0"},
      {R"({"splits":[{"order_id":"250-1234567-1234567","parcels":[[{"order_item_id":"1","quantity":0}],[]]}]})",
       "/splits/0/parcels/0/0/quantity"},
      {R"({"splits":[{"order_id":"250-1234567-1234567","parcels":[[{"quantity":1}],[]]}]})",
       "/splits/0/parcels/0/0/order_item_id"},
  };
  for (const Row& row : rows) {
    const auto splits = read_splits(row.json);
    ASSERT_FALSE(splits.has_value()) << row.json;
    EXPECT_EQ(splits.error().pointer, row.pointer) << row.json;
  }
  EXPECT_FALSE(read_splits("[").has_value());
}

}  // namespace
}  // namespace parcelwise
