// Tests core/orders/offers.cc.
#include "orders/offers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "answer/answer.h"
#include "handoff/export.h"
#include "report/report_text.h"

namespace parcelwise {
namespace {

TEST(Offers, what_each_marketplace_lacks_and_prints_on) {
  const struct {
    const char* policy;
    bool labels, points, letter;
  } kRows[] = {
      {"amazon-jp", false, false, false},
      {"amazon-it", true, true, false},
      {"amazon-uk", true, true, false},
      {"amazon-us", true, true, true},
      {"amazon-ca", true, true, true},
      {"amazon-mx", true, false, true},
      {"amazon-in", true, false, false},
      // A shop's own is as the one that it extends.
      {R"({"extends": "amazon-us", "id": "our-shop"})", true, true, true},
      {R"({"extends": "amazon-jp", "id": "our-shop"})", false, false, false},
  };
  for (const auto& row : kRows) {
    const auto policy = Policy::load(row.policy);
    ASSERT_TRUE(policy.has_value()) << row.policy;
    EXPECT_EQ(lacks(*policy, "yamato-b2"), row.labels) << row.policy;
    EXPECT_EQ(lacks(*policy, "yuprint"), row.labels) << row.policy;
    EXPECT_EQ(lacks(*policy, "points"), row.points) << row.policy;
    EXPECT_EQ(lacks(*policy, "store-payment-details"), row.points)
        << row.policy;
    EXPECT_EQ(letter_paper(*policy), row.letter) << row.policy;
    EXPECT_FALSE(lacks(*policy, "receipt")) << row.policy;
  }
  EXPECT_TRUE(lacking(Policy::unknown()).empty());
  EXPECT_FALSE(letter_paper(Policy::unknown()));
}

TEST(Offers, each_is_an_export_or_a_case) {
  for (const std::string& id : Policy::ids()) {
    for (const std::string& what : lacking(*Policy::load(id))) {
      EXPECT_TRUE(find_export_kind(what) != nullptr ||
                  find_answer_case(what) != nullptr ||
                  (what.starts_with("carrier:") &&
                   OwnLayout::of(what.substr(8)).has_value()))
          << id << " " << what;
    }
  }
}

// What a seller of a store may have at hand is offered there.
TEST(Offers, label_programs_of_each_region) {
  const struct {
    const char* policy;
    const char* offered;
  } kRows[] = {
      {"amazon-jp", ""},
      {"amazon-it", "ups-batch internetmarke brt-easysped "},
      {"amazon-uk",
       "ups-batch royal-mail-click-and-drop evri evri-18 internetmarke "
       "brt-easysped "},
      {"amazon-us", "ups-batch pirate-ship "},
      {"amazon-au", "ups-batch mypost-business eparcel "},
      {"amazon-in", "ups-batch "},
  };
  for (const auto& row : kRows) {
    const Policy policy = *Policy::load(row.policy);
    std::string offered;
    for (const std::string_view id : OwnLayout::ids()) {
      if (!lacks(policy, "carrier:" + std::string(id)))
        offered += std::string(id) + " ";
    }
    EXPECT_EQ(offered, row.offered) << row.policy;
  }
}

TEST(Offers, what_all_of_them_lack) {
  const struct {
    const char* name;
    std::vector<std::string> channels;
    bool lack;
  } kRows[] = {
      {"Europe", {"Amazon.it", "Amazon.co.uk"}, true},
      {"North America", {"Amazon.com", "Amazon.ca"}, true},
      {"Japan", {"Amazon.co.jp"}, false},
      {"Japan among others", {"Amazon.it", "Amazon.co.jp"}, false},
      {"one of no known marketplace", {"Amazon.it", "Amazon.xx"}, false},
      {"no orders", {}, false},
  };
  for (const auto& row : kRows) {
    ReportText text = ReportText::all_orders();
    int number = 0;
    for (const std::string& channel : row.channels) {
      text.row(
          {{"amazon-order-id", "250-1234567-000000" + std::to_string(++number)},
           {"sales-channel", channel}});
    }
    const auto report = read_report(text.text(), "a.txt");
    ASSERT_TRUE(report.has_value()) << row.name;
    const OrderBook book = OrderBook::join({&*report});
    const Policies policies = Policies::find(book, std::nullopt);
    EXPECT_EQ(all_lack(policies, "yamato-b2"), row.lack) << row.name;
    EXPECT_FALSE(all_lack(policies, "receipt")) << row.name;
  }
}

}  // namespace
}  // namespace parcelwise
