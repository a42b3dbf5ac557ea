// Tests core/combine/sound_groups.cc.
#include "combine/sound_groups.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

// Orders ...1 to ...3 to one address, each with some cells of its own; all
// three are one accepted group: "1+2; 3 from 1 cash-on-delivery".
std::string sound(const std::vector<Cells>& own) {
  ReportText text = ReportText::unshipped();
  std::vector<std::vector<OrderId>> accepted(1);
  for (std::size_t i = 0; i < own.size(); ++i) {
    const std::string id = "250-1234567-000000" + std::to_string(i + 1);
    Cells cells = own[i];
    cells.emplace_back("order-id", id);
    text.row(cells);
    accepted[0].push_back(*OrderId::parse(id));
  }
  const CheckedReports desk({{"unshipped.txt", text.text()}},
                            "2026-11-20T09:00:00+09:00");
  const CheckContext& context = desk.check().context();
  const SoundGroups made =
      sound_groups(desk.book(), context.policies, context.now, accepted);
  const auto last = [](const OrderId& id) {
    return std::string(1, id.text().back());
  };
  std::string told;
  for (const auto& orders : made.groups) {
    for (const OrderId& id : orders)
      told += (told.empty() ? "" : "+") + last(id);
  }
  for (const SetApart& apart : made.apart) {
    told += "; " + last(desk.book().order_id(apart.order)) + " from " +
            last(desk.book().order_id(apart.other)) + " " +
            std::string(apart.reason ? reason_name(*apart.reason)
                                     : "other-address");
  }
  return told;
}

TEST(SoundGroups, set_apart_what_no_longer_fits) {
  const Cells osaka = {{"ship-state", "大阪府"},
                       {"ship-address-1", "大阪市北区梅田9-9-9"},
                       {"ship-postal-code", "530-0001"}};
  const Cells no_postal_code = {{"ship-postal-code", ""}};
  const Cells untold = {{"ship-address-1", ""}, {"ship-address-2", ""}};
  struct Row {
    const char* name;
    std::vector<Cells> own;
    const char* told;
  };
  const Row rows[] = {
      {"all as it was", {{}, {}, {}}, "1+2+3"},
      {"another address", {{}, {}, osaka}, "1+2; 3 from 1 other-address"},
      {"the first elsewhere", {osaka, {}}, "; 2 from 1 other-address"},
      {"a pair that moved together", {osaka, osaka}, "1+2"},
      {"one without a postal code",
       {{}, no_postal_code},
       "; 2 from 1 other-address"},
      {"all without a postal code", {no_postal_code, no_postal_code}, "1+2"},
      {"an address that no report tells", {untold, {}, {}}, "1+2+3"},
      {"the first that tells an address leads",
       {untold, {}, osaka},
       "1+2; 3 from 2 other-address"},
      {"cash on delivery",
       {{{"payment-method", "COD"}}, {}, {}},
       "2+3; 1 from 2 cash-on-delivery"},
      {"a cancel request",
       {{}, {{"is-buyer-requested-cancellation", "true"}}},
       "; 2 from 1 buyer-cancel-request"},
      {"two delivery windows",
       {{}, {{"scheduled-delivery-start-date", "2026-11-22T00:00:00+00:00"}}},
       "; 2 from 1 different-delivery-window"},
      {"another name asks, and was answered",
       {{}, {{"recipient-name", "Suzuki Taro"}}},
       "1+2"},
      {"another buyer asks, and was answered",
       {{}, {{"buyer-email", "zz@marketplace.amazon.co.jp"}}},
       "1+2"},
      {"what was shipped may have left with the others",
       {{{"quantity-shipped", "1"}, {"quantity-to-ship", "0"}}, {}},
       "1+2"},
      {"of what was shipped nothing is told",
       {{},
        {{"quantity-shipped", "1"},
         {"quantity-to-ship", "0"},
         {"ship-state", "大阪府"},
         {"ship-postal-code", "530-0001"}}},
       ""},
  };
  for (const Row& row : rows) EXPECT_EQ(sound(row.own), row.told) << row.name;
}

TEST(SoundGroups, know_only_what_the_reports_have) {
  const CheckedReports desk(
      {{"unshipped.txt", ReportText::unshipped().row({}).text()}},
      "2026-11-20T09:00:00+09:00");
  const CheckContext& context = desk.check().context();
  const std::vector<std::vector<OrderId>> accepted = {
      {*OrderId::parse("250-1234567-1234567"),
       *OrderId::parse("250-9999999-9999999")}};
  const SoundGroups made =
      sound_groups(desk.book(), context.policies, context.now, accepted);
  EXPECT_TRUE(made.groups.empty());
  EXPECT_TRUE(made.apart.empty());
}

}  // namespace
}  // namespace parcelwise
