// Tests core/combine/groups.cc.
#include "combine/groups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "draws.h"
#include "orders/told_address.h"
#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

constexpr const char* kNow = "2026-11-20T09:00:00+09:00";

// Two ordinary orders to one address, each with some cells of its own.
ReportText two_orders(Cells first, Cells second) {
  first.emplace_back("order-id", "250-1234567-0000001");
  second.emplace_back("order-id", "250-1234567-0000002");
  return ReportText::unshipped().row(first).row(second);
}

std::vector<std::string_view> names(
    const std::vector<ConcernedOrders>& reasons) {
  std::vector<std::string_view> list;
  for (const ConcernedOrders& reported : reasons)
    list.push_back(reason_name(reported.reason));
  return list;
}

TEST(CombinedGroups, each_reason_alone_with_its_verdict) {
  struct Row {
    const char* name;
    Cells first, second;
    const char* verdict;
    std::vector<std::string_view> reasons;
  };
  const Row rows[] = {
      {"nothing speaks against it", {}, {}, "suggest", {}},
      {"cash on delivery",
       {},
       {{"payment-method", "COD"}},
       "blocked",
       {"cash-on-delivery"}},
      {"a buyer's cancel request",
       {{"is-buyer-requested-cancellation", "true"}},
       {},
       "blocked",
       {"buyer-cancel-request"}},
      {"two delivery windows",
       {},
       {{"scheduled-delivery-start-date", "2026-11-22T00:00:00+00:00"}},
       "blocked",
       {"different-delivery-window"}},
      {"one window for both",
       {{"scheduled-delivery-start-date", "2026-11-22T00:00:00+00:00"}},
       {{"scheduled-delivery-start-date", "2026-11-22T09:00:00+09:00"}},
       "suggest",
       {}},
      {"bought after the other's ship-by",
       {{"promise-date", "2026-11-18T14:59:59+00:00"}},
       {{"purchase-date", "2026-11-18T15:00:00+00:00"}},
       "ask",
       {"would-be-late"}},
      {"paid after the other's ship-by",
       {{"promise-date", "2026-11-18T14:59:59+00:00"}},
       {{"payments-date", "2026-11-18T15:00:00+00:00"}},
       "ask",
       {"would-be-late"}},
      {"bought well before the other's ship-by",
       {{"promise-date", "2026-11-18T14:59:59+00:00"}},
       {{"purchase-date", "2026-11-18T14:54:59+00:00"}},
       "suggest",
       {}},
      {"bought in time to the second, the other a second after",
       {{"promise-date", "2026-11-18T14:59:59+00:00"},
        {"purchase-date", "2026-11-18T14:54:59+00:00"}},
       {{"purchase-date", "2026-11-18T14:55:00+00:00"}},
       "ask",
       {"would-be-late"}},
      {"both late by themselves",
       {{"promise-date", "2026-11-10T14:59:59+00:00"}},
       {{"promise-date", "2026-11-10T14:59:59+00:00"}},
       "suggest",
       {}},
      {"two purchase orders",
       {{"purchase-order-number", "A"}},
       {{"purchase-order-number", "B"}},
       "ask",
       {"different-po"}},
      {"one purchase order",
       {{"purchase-order-number", "A"}},
       {{"purchase-order-number", "A"}},
       "suggest",
       {}},
      {"a gift", {{"gift-wrap-type", "Red"}}, {}, "ask", {"gift"}},
      {"one is prime", {{"is-prime", "true"}}, {}, "ask", {"prime"}},
      {"both are prime",
       {{"is-prime", "true"}},
       {{"is-prime", "true"}},
       "suggest",
       {}},
      {"two service levels",
       {},
       {{"ship-service-level", "Expedited"}},
       "ask",
       {"different-service-level"}},
      {"two names",
       {},
       {{"recipient-name", "Suzuki Taro"}},
       "ask",
       {"name-differs"}},
      {"a name with its PO and honorific",
       {},
       {{"recipient-name", "TANAKA  Hanako 様 (PO: 4711)"}},
       "ask",
       {"different-po"}},
      {"a PO in its column and the same in the name",
       {{"purchase-order-number", "4711"}},
       {{"recipient-name", "TANAKA  Hanako 様 (PO: 4711)"}},
       "suggest",
       {}},
      {"two POs in the names alone",
       {{"recipient-name", "Tanaka Hanako PO#345911"}},
       {{"recipient-name", "Tanaka Hanako PO: 345912"}},
       "ask",
       {"different-po"}},
      {"the building left out",
       {{"ship-state", "東京都"}, {"ship-address-1", "豊洲1-2 メゾン豊洲101"}},
       {{"ship-state", "東京都"}, {"ship-address-1", "豊洲1丁目2-101"}},
       "ask",
       {"address-variant"}},
      {"a prefecture left out",
       {{"ship-state", "東京都"}, {"ship-address-1", "豊洲1-2"}},
       {{"ship-state", ""}, {"ship-address-1", "豊洲１丁目２番"}},
       "suggest",
       {}},
      {"two names and the building left out",
       {{"ship-state", "東京都"}, {"ship-address-1", "豊洲1-2 メゾン豊洲101"}},
       {{"ship-state", "東京都"},
        {"ship-address-1", "豊洲1丁目2-101"},
        {"recipient-name", "Suzuki Taro"}},
       "ask",
       {"name-differs", "address-variant"}},
      {"two buyers",
       {},
       {{"buyer-email", "other@marketplace.amazon.co.jp"}},
       "ask",
       {"different-buyer"}},
      {"one has left",
       {},
       {{"quantity-shipped", "1"}},
       "blocked",
       {"already-shipped"}},
      {"a replacement",
       {{"is-replacement-order", "true"}},
       {},
       "ask",
       {"replacement"}},
      {"asking and blocking",
       {{"gift-wrap-type", "Red"}},
       {{"payment-method", "COD"}},
       "blocked",
       {"cash-on-delivery", "gift"}},
  };
  for (const Row& row : rows) {
    const CheckedReports checked(
        {{"a.txt", two_orders(row.first, row.second).text()}}, kNow);
    const auto& groups = checked.check().groups().all();
    ASSERT_EQ(groups.size(), 1u) << row.name;
    EXPECT_EQ(verdict_name(groups[0].verdict), row.verdict) << row.name;
    EXPECT_EQ(names(groups[0].reasons), row.reasons) << row.name;
    EXPECT_EQ(groups[0].orders, (std::vector<std::uint32_t>{0, 1})) << row.name;
    // Only what may be combined shows in the work list.
    EXPECT_EQ(checked.action("combine") == nullptr,
              std::string(row.verdict) == "blocked")
        << row.name;
  }
}

// Each spelling of a prefecture leads an order to the one that spells it as
// the table does (docs/rules.md 3.4), and to none of another prefecture.
TEST(CombinedGroups, orders_meet_however_their_prefecture_is_spelled) {
  struct Row {
    const char* spelled;
    const char* other;
  };
  const Row rows[] = {{"Ooita", "Oita"},           {"Ōita", "大分県"},
                      {"Kouchi", "高知県"},        {"Gumma", "Gunma"},
                      {"Toukyou", "東京都"},       {"Ōsaka-fu", "大阪"},
                      {"Kyouto", "Kyoto"},         {"Hyougo", "兵庫県"},
                      {"Hokkaidou", "北海道"},     {"Tokyo Metropolis", "東京"},
                      {"Osaka City", "Osaka"},     {"OSAKA-FU", "Ōsaka-fu"},
                      {"Gunma Prefecture", "群馬"}};
  for (const Row& row : rows) {
    for (const bool elsewhere : {false, true}) {
      const Cells address = {{"ship-address-1", "中央1-2"}};
      Cells first = address, second = address;
      first.emplace_back("ship-state", row.spelled);
      second.emplace_back("ship-state", elsewhere ? "青森県" : row.other);
      const CheckedReports checked(
          {{"a.txt", two_orders(first, second).text()}}, kNow);
      EXPECT_EQ(checked.check().groups().all().size(), elsewhere ? 0u : 1u)
          << row.spelled << (elsewhere ? " and Aomori" : "");
    }
  }
}

// Reasons that need prices, a marketplace or another country.
TEST(CombinedGroups, reasons_that_block_by_report_and_country) {
  const auto group = [](const std::vector<FileText>& files,
                        const char* policy) {
    const CheckedReports checked(files, kNow, {}, policy);
    const auto& all = checked.check().groups().all();
    if (all.size() != 1) return std::to_string(all.size()) + " groups";
    std::string text(verdict_name(all[0].verdict));
    for (const std::string_view name : names(all[0].reasons))
      text += " " + std::string(name);
    return text;
  };
  const auto priced = [](const char* first, const char* second) {
    return ReportText::new_orders()
        .row({{"order-id", "250-1234567-0000001"},
              {"currency", first},
              {"latest-ship-date", "2026-11-24T23:59:59+09:00"}})
        .row({{"order-id", "250-1234567-0000002"},
              {"currency", second},
              {"latest-ship-date", "2026-11-24T23:59:59+09:00"}})
        .text();
  };
  EXPECT_EQ(group({{"a.txt", priced("JPY", "USD")}}, "amazon-jp"),
            "blocked different-currency");
  EXPECT_EQ(group({{"a.txt", priced("JPY", "JPY")}}, "amazon-jp"), "suggest");

  const auto sold = [](const char* first, const char* second) {
    return std::vector<FileText>{
        {"a.txt", two_orders({}, {}).text()},
        {"b.txt", ReportText::all_orders()
                      .row({{"amazon-order-id", "250-1234567-0000001"},
                            {"sales-channel", first}})
                      .row({{"amazon-order-id", "250-1234567-0000002"},
                            {"sales-channel", second}})
                      .text()}};
  };
  EXPECT_EQ(group(sold("Amazon.co.jp", "Amazon.com"), "amazon-jp"),
            "blocked different-marketplace");
  EXPECT_EQ(group(sold("Amazon.co.jp", "Amazon.co.jp"), "amazon-jp"),
            "suggest");
  EXPECT_EQ(group(sold("Amazon.co.jp", ""), "amazon-jp"), "suggest");

  const auto abroad = [](const char* country) {
    const Cells cells = {{"ship-country", country},
                         {"ship-state", ""},
                         {"ship-address-1", "Via Roma 12"},
                         {"ship-postal-code", "20121"}};
    return std::vector<FileText>{{"a.txt", two_orders(cells, cells).text()}};
  };
  EXPECT_EQ(group(abroad("IT"), "amazon-jp"), "blocked import-uk-eu");
  EXPECT_EQ(group(abroad("GB"), "amazon-us"), "blocked import-uk-eu");
  EXPECT_EQ(group(abroad("gb"), "amazon-jp"), "blocked import-uk-eu");
  EXPECT_EQ(group(abroad("UK"), "amazon-jp"), "blocked import-uk-eu");
  EXPECT_EQ(group(abroad("CH"), "amazon-jp"), "suggest");
  EXPECT_EQ(group(abroad("IT"), "amazon-it"), "suggest");
  EXPECT_EQ(group(abroad("CH"), "amazon-it"), "suggest");
}

TEST(CombinedGroups, a_reason_names_the_orders_it_concerns) {
  ReportText text = ReportText::unshipped();
  text.row({{"order-id", "250-1234567-0000001"}})
      .row({{"order-id", "250-1234567-0000002"}, {"gift-wrap-type", "Red"}})
      .row({{"order-id", "250-1234567-0000003"},
            {"recipient-name", "Suzuki Taro"}});
  const CheckedReports checked({{"a.txt", text.text()}}, kNow);
  const auto& reasons = checked.check().groups().all().at(0).reasons;
  ASSERT_EQ(names(reasons),
            (std::vector<std::string_view>{"gift", "name-differs"}));
  EXPECT_EQ(reasons[0].orders, std::vector<std::uint32_t>{1});
  EXPECT_EQ(reasons[1].orders, std::vector<std::uint32_t>{2});
}

TEST(CombinedGroups, one_address_in_many_spellings_meets) {
  const Cells rows[] = {
      {{"ship-address-1", "豊洲一丁目２－２７"}, {"ship-state", "東京都"}},
      {{"ship-address-1", "豊洲1丁目2番27号"}, {"ship-state", "東京都"}},
      {{"ship-address-1", "豊洲1-2-27"},
       {"ship-state", "東京都"},
       {"ship-postal-code", "1350061"}},
      {{"ship-address-1", "豊洲 １－２－２７"},
       {"ship-state", "東京都"},
       {"ship-postal-code", "〒135-0061"}},
  };
  ReportText text = ReportText::unshipped();
  int number = 0;
  for (Cells cells : rows) {
    cells.emplace_back("order-id",
                       "250-1234567-000000" + std::to_string(++number));
    text.row(cells);
  }
  const CheckedReports checked({{"a.txt", text.text()}}, kNow);
  ASSERT_EQ(checked.check().groups().all().size(), 1u);
  EXPECT_EQ(checked.check().groups().all()[0].orders.size(), 4u);
}

TEST(CombinedGroups, none_by_accident) {
  struct Row {
    const char* name;
    Cells first, second;
  };
  const Row rows[] = {
      {"no addresses", {{"ship-address-1", ""}}, {{"ship-address-1", ""}}},
      {"no postal codes",
       {{"ship-postal-code", ""}},
       {{"ship-postal-code", ""}}},
      {"neither",
       {{"ship-address-1", ""}, {"ship-postal-code", ""}},
       {{"ship-address-1", ""}, {"ship-postal-code", ""}}},
      {"one has no address", {}, {{"ship-address-1", ""}}},
      {"another postal code", {}, {{"ship-postal-code", "135-0062"}}},
      {"another country", {}, {{"ship-country", "US"}}},
      {"another house", {}, {{"ship-address-1", "Toyosu 1-2-28"}}},
      {"a flat number", {}, {{"ship-address-2", "101"}}},
      {"numbers that only meet when glued",
       {{"ship-address-1", "Toyosu 1-2"}, {"ship-address-2", "27"}},
       {{"ship-address-1", "Toyosu 1-22"}, {"ship-address-2", "7"}}},
      {"a prefecture that Japan lacks",
       {{"ship-state", "江戸県"}},
       {{"ship-state", "江戸県"}}},
      {"a foreign state in Japan",
       {{"ship-state", "CA"}},
       {{"ship-state", "CA"}}},
      {"two prefectures",
       {{"ship-state", "東京都"}, {"ship-address-1", "府中市1-2"}},
       {{"ship-state", "広島県"}, {"ship-address-1", "府中市1-2"}}},
      {"two buildings by number",
       {{"ship-address-2", "第一青葉荘"}},
       {{"ship-address-2", "第二青葉荘"}}},
      {"one order twice", {}, {}},
  };
  for (const Row& row : rows) {
    ReportText text = two_orders(row.first, row.second);
    if (std::string(row.name) == "one order twice") {
      text = ReportText::unshipped().row({}).row({{"order-item-id", "2"}});
    }
    const CheckedReports checked({{"a.txt", text.text()}}, kNow);
    EXPECT_TRUE(checked.check().groups().all().empty()) << row.name;
    EXPECT_EQ(checked.action("combine"), nullptr) << row.name;
  }
}

// What another report tells of an order whose address is known.
TEST(CombinedGroups,
     an_order_that_is_not_open_says_why_the_other_travels_alone) {
  const auto groups = [](const Cells& reported, bool third) {
    ReportText text = ReportText::new_orders();
    for (const char* const order :
         {"250-1234567-0000001", "250-1234567-0000002",
          "250-1234567-0000003"}) {
      if (!third && order[18] == '3') continue;
      text.row({{"order-id", order},
                {"latest-ship-date", "2026-11-24T23:59:59+09:00"}});
    }
    Cells cells = reported;
    cells.emplace_back("amazon-order-id", "250-1234567-0000002");
    const CheckedReports checked(
        {{"a.txt", text.text()},
         {"b.txt", ReportText::all_orders().row(cells).text()}},
        kNow);
    std::string all;
    for (const CombinedGroup& group : checked.check().groups().all()) {
      all += (all.empty() ? "" : "; ") + std::to_string(group.orders.size()) +
             " " + std::string(verdict_name(group.verdict));
      for (const ConcernedOrders& reason : group.reasons) {
        all += " " + std::string(reason_name(reason.reason));
        EXPECT_EQ(reason.orders, std::vector<std::uint32_t>{1});
      }
    }
    return all;
  };
  struct Row {
    const char* name;
    Cells reported;
    const char* alone;
  };
  const Row rows[] = {
      {"unshipped", {{"order-status", "Unshipped"}}, "2 suggest"},
      {"pending", {{"order-status", "Pending"}}, "2 blocked pending"},
      {"cancelled", {{"order-status", "Cancelled"}}, "2 blocked cancelled"},
      {"shipped", {{"order-status", "Shipped"}}, "2 blocked already-shipped"},
      {"Amazon's",
       {{"fulfillment-channel", "Amazon"}},
       "2 blocked fulfilled-by-amazon"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(groups(row.reported, false), row.alone) << row.name;
    // It does not keep two others apart.
    const bool open = std::string(row.name) == "unshipped";
    EXPECT_EQ(groups(row.reported, true), open ? "3 suggest" : "2 suggest")
        << row.name;
  }
}

TEST(CombinedGroups, what_a_person_puts_together_is_judged_alike) {
  ReportText text = two_orders(
      {{"ship-state", "東京都"}, {"ship-address-1", "豊洲1-2 メゾン豊洲101"}},
      {{"ship-state", "東京都"}, {"ship-address-1", "豊洲1丁目2-101"}});
  text.row({{"order-id", "250-1234567-0000003"},
            {"ship-state", "東京都"},
            {"ship-address-1", "豊洲1-2-101"},
            {"gift-wrap-type", "Red"}});
  const CheckedReports checked({{"a.txt", text.text()}}, kNow);
  const auto& found = checked.check().groups().all();
  ASSERT_EQ(found.size(), 1u);
  const auto judge = [&](std::vector<std::uint32_t> orders) {
    return CombinedGroups::judge(checked.book(), checked.check().policies(),
                                 at(kNow), std::move(orders));
  };
  const CombinedGroup all = judge({2, 0, 1});
  EXPECT_EQ(all.orders, found[0].orders);
  EXPECT_EQ(names(all.reasons), names(found[0].reasons));
  EXPECT_EQ(all.ship_by, found[0].ship_by);
  EXPECT_EQ(names(judge({1, 2}).reasons),
            std::vector<std::string_view>{"gift"});
  EXPECT_EQ(names(judge({0, 1}).reasons),
            std::vector<std::string_view>{"address-variant"});
}

// Who names no prefecture cannot be told to which of two it belongs.
TEST(CombinedGroups, a_contradicted_prefecture_parts_its_orders) {
  ReportText text = ReportText::unshipped();
  int number = 0;
  for (const char* state : {"東京都", "", "広島県", "東京", "", "広島県"}) {
    text.row({{"order-id", "250-1234567-000000" + std::to_string(++number)},
              {"ship-state", state},
              {"ship-address-1", "府中市1-2"}});
  }
  const CheckedReports checked({{"a.txt", text.text()}}, kNow);
  const auto& groups = checked.check().groups().all();
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_EQ(groups[0].orders, (std::vector<std::uint32_t>{0, 3}));
  EXPECT_EQ(groups[1].orders, (std::vector<std::uint32_t>{1, 4}));
  EXPECT_EQ(groups[2].orders, (std::vector<std::uint32_t>{2, 5}));
}

TEST(CombinedGroups, more_orders_than_the_policy_s_figure_ask) {
  const auto verdict = [](int orders) {
    ReportText text = ReportText::unshipped();
    for (int i = 0; i < orders; ++i) {
      text.row({{"order-id", "250-1234567-00000" + std::to_string(10 + i)}});
    }
    const CheckedReports checked({{"a.txt", text.text()}}, kNow);
    return names(checked.check().groups().all().at(0).reasons);
  };
  EXPECT_EQ(verdict(15), std::vector<std::string_view>{});
  EXPECT_EQ(verdict(16), std::vector<std::string_view>{"too-many-orders"});
}

TEST(CombinedGroups, the_saving_is_all_charges_but_the_dearest) {
  struct Row {
    const char* name;
    Cells first, second;
    std::int64_t saved;
  };
  const Row rows[] = {
      {"two charges",
       {{"shipping-price", "700"}},
       {{"shipping-price", "500"}},
       500},
      {"one is free",
       {{"shipping-price", "700"}},
       {{"shipping-price", "0"}},
       0},
      {"a promotion was paid less",
       {{"shipping-price", "700"}},
       {{"shipping-price", "500"}, {"ship-promotion-discount", "-200"}},
       300},
      {"a promotion larger than its charge",
       {{"shipping-price", "700"}},
       {{"shipping-price", "500"}, {"ship-promotion-discount", "900"}},
       0},
  };
  for (Row row : rows) {
    row.first.emplace_back("order-id", "250-1234567-0000001");
    row.second.emplace_back("order-id", "250-1234567-0000002");
    for (Cells* const cells : {&row.first, &row.second})
      cells->emplace_back("latest-ship-date", "2026-11-24T23:59:59+09:00");
    const CheckedReports checked(
        {{"a.txt",
          ReportText::new_orders().row(row.first).row(row.second).text()}},
        kNow);
    const auto& groups = checked.check().groups().all();
    ASSERT_EQ(groups.size(), 1u) << row.name;
    ASSERT_TRUE(groups[0].saved.has_value()) << row.name;
    EXPECT_EQ(groups[0].saved->minor, row.saved) << row.name;
  }
  const CheckedReports unpriced({{"a.txt", two_orders({}, {}).text()}}, kNow);
  EXPECT_FALSE(unpriced.check().groups().all().at(0).saved.has_value());
}

TEST(CombinedGroups, stand_by_ship_by_and_find_their_orders) {
  ReportText text = ReportText::unshipped();
  text.row({{"order-id", "250-1234567-0000001"},
            {"ship-address-1", "A 1"},
            {"promise-date", "2026-11-25T14:59:59+00:00"}})
      .row({{"order-id", "250-1234567-0000002"}, {"ship-address-1", "B 2"}})
      .row({{"order-id", "250-1234567-0000003"},
            {"ship-address-1", "A 1"},
            {"promise-date", "2026-11-24T14:59:59+00:00"}})
      .row({{"order-id", "250-1234567-0000004"}, {"ship-address-1", "B 2"}})
      .row({{"order-id", "250-1234567-0000005"}, {"ship-address-1", "C 3"}});
  const CheckedReports checked({{"a.txt", text.text()}}, kNow);
  const CombinedGroups& groups = checked.check().groups();
  ASSERT_EQ(groups.all().size(), 2u);
  EXPECT_EQ(groups.all()[0].orders, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_EQ(groups.all()[1].orders, (std::vector<std::uint32_t>{0, 2}));
  EXPECT_EQ(groups.all()[1].ship_by, at("2026-11-24T23:59:59+09:00"));
  EXPECT_EQ(groups.of(3), &groups.all()[0]);
  EXPECT_EQ(groups.of(4), nullptr);
}

TEST(CombinedGroups, leave_by_the_earliest_ship_by) {
  const Cells sooner = {{"promise-date", "2026-11-24T14:59:59+00:00"}};
  const Cells later = {{"promise-date", "2026-11-25T14:59:59+00:00"}};
  struct Row {
    const char* name;
    Cells first, second;
  };
  const Row rows[] = {
      {"the first", sooner, later},
      {"the second", later, sooner},
      {"both", sooner, sooner},
  };
  for (const Row& row : rows) {
    const CheckedReports checked(
        {{"a.txt", two_orders(row.first, row.second).text()}}, kNow);
    const auto& groups = checked.check().groups().all();
    ASSERT_EQ(groups.size(), 1u) << row.name;
    EXPECT_EQ(groups[0].ship_by, at("2026-11-24T23:59:59+09:00")) << row.name;
  }
}

TEST(CombinedGroups, orders_of_two_files_in_two_encodings_meet) {
  const std::string tokyo_utf8 = "\xE6\x9D\xB1\xE4\xBA\xAC\xE9\x83\xBD";
  const std::string tokyo_cp932 = "\x93\x8C\x8B\x9E\x93\x73";
  const CheckedReports checked(
      {{"a.txt",
        ReportText::unshipped().row({{"ship-state", tokyo_utf8}}).text()},
       {"b.txt", ReportText::unshipped()
                     .row({{"order-id", "250-1234567-0000002"},
                           {"ship-state", tokyo_cp932}})
                     .text()}},
      kNow);
  EXPECT_EQ(checked.check().groups().all().size(), 1u);
}

// Whatever area an order stands in, also where its items name two: those meet
// whose keys are equal, each order once.
TEST(CombinedGroups, are_the_orders_of_one_key) {
  std::mt19937 random(20261126);
  const auto one_of = [&](std::initializer_list<const char*> choices) {
    return choices.begin()[random() % choices.size()];
  };
  std::size_t groups = 0, asked = 0, apart = 0;
  for (int round = 0; round < draws(200); ++round) {
    ReportText text = ReportText::unshipped();
    const int orders = 2 + static_cast<int>(random() % 24);
    for (int i = 0; i < orders; ++i) {
      const std::string id = "250-1234567-" + std::to_string(1000000 + i);
      const int items = random() % 4 == 0 ? 2 : 1;
      for (int item = 0; item < items; ++item) {
        text.row(
            {{"order-id", id},
             {"order-item-id", std::to_string(20000000000000 + 10 * i + item)},
             {"ship-state", "東京都"},
             {"ship-country", one_of({"JP", "JP", "jp", "US"})},
             {"ship-postal-code",
              one_of({"135-0061", "1350061", "１３５－００６１", "135-0062",
                      "98101-1234", ""})},
             {"ship-address-1",
              one_of({"豊洲1-2-27", "豊洲１丁目２番２７号", "豊洲1-2-28",
                      "豊洲1-2 メゾン豊洲101", "豊洲1-2-101", ""})},
             {"ship-address-2", one_of({"", "", "青葉荘"})}});
      }
    }
    const CheckedReports checked({{"a.txt", text.text()}}, kNow);
    const OrderBook& book = checked.book();
    std::map<std::string, std::vector<std::uint32_t>> by_key;
    std::map<std::uint32_t, std::string> safe;
    for (std::uint32_t order = 0; order < book.order_count(); ++order) {
      PlaceKey key;
      const AddressKeys* const keys = address_keys(book, order, key);
      if (keys == nullptr) continue;
      by_key[keys->loose()].push_back(order);
      safe[order] = keys->safe();
    }
    std::vector<std::vector<std::uint32_t>> expected, found;
    for (const auto& [key, all] : by_key) {
      if (all.size() > 1) expected.push_back(all);
      if (all.size() == 1) ++apart;
    }
    for (const CombinedGroup& group : checked.check().groups().all()) {
      found.push_back(group.orders);
      const bool varies = std::any_of(
          group.orders.begin(), group.orders.end(), [&](std::uint32_t order) {
            return safe[order] != safe[group.orders.front()];
          });
      const auto told = names(group.reasons);
      EXPECT_EQ(std::count(told.begin(), told.end(), "address-variant"),
                varies ? 1 : 0);
      if (varies) ++asked;
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    ASSERT_EQ(found, expected) << text.text();
    groups += found.size();
  }
  const auto at_least = static_cast<std::size_t>(draws(100));
  EXPECT_GT(groups, at_least);
  EXPECT_GT(asked, at_least / 4);
  EXPECT_GT(apart, at_least);
}

// "1000003+1000007 ask address-variant(1000003,1000007) ...", a line each.
std::string reported(const OrderBook& book, const CombinedGroups& groups) {
  const auto ids = [&](const std::vector<std::uint32_t>& orders) {
    std::string list;
    for (const std::uint32_t order : orders) {
      list +=
          (list.empty() ? "" : "+") + book.order_id(order).text().substr(12);
    }
    return list;
  };
  std::string text;
  for (const CombinedGroup& group : groups.all()) {
    text += ids(group.orders) + " " + std::string(verdict_name(group.verdict));
    for (const ConcernedOrders& reported : group.reasons) {
      text += " " + std::string(reason_name(reported.reason)) + "(" +
              ids(reported.orders) + ")";
    }
    if (group.ship_by)
      text += " by " + std::to_string(group.ship_by->unix_seconds);
    if (group.saved) text += " saves " + std::to_string(group.saved->minor);
    text += "\n";
  }
  return text;
}

// A street of few houses, where many orders meet: told by two kinds of reports,
// in up to five files. Which file has a row, and where, says nothing of a
// parcel.
TEST(CombinedGroups, forget_the_order_of_rows_and_files) {
  std::mt19937 random(20261125);
  const auto one_of = [&](std::initializer_list<const char*> choices) {
    return choices.begin()[random() % choices.size()];
  };
  int groups = 0, asked = 0, blocked = 0;
  for (int round = 0; round < draws(150); ++round) {
    std::vector<Cells> unshipped, priced;
    const int orders = 2 + static_cast<int>(random() % 24);
    for (int i = 0; i < orders; ++i) {
      const std::string id = "250-1234567-" + std::to_string(1000000 + i);
      const char* const street =
          one_of({"豊洲1-2-27", "豊洲１丁目２番２７号", "豊洲1-2-28",
                  "豊洲1-2 メゾン豊洲101", "豊洲1-2-101"});
      const char* const state = one_of({"東京都", "東京", "", "広島県"});
      const char* const name = one_of({"佐藤 花", "佐藤花 様", "鈴木 一"});
      const Cells place = {{"order-id", id},
                           {"ship-address-1", street},
                           {"ship-state", state},
                           {"recipient-name", name}};
      // Of an order: the newer of two files tells it.
      const char* const prime = one_of({"false", "false", "true"});
      const int lines = 1 + static_cast<int>(random() % 2);
      for (int line = 0; line < lines; ++line) {
        Cells row = place;
        row.emplace_back("order-item-id",
                         std::to_string(20000000000000 + 10 * i + line));
        if (random() % 4 != 0) {
          Cells paid = row;
          paid.emplace_back("shipping-price",
                            one_of({"0", "350", "550", "700"}));
          paid.emplace_back("ship-promotion-discount",
                            one_of({"", "0", "-100", "900"}));
          priced.push_back(std::move(paid));
        }
        row.emplace_back("promise-date", one_of({"2026-11-20T14:59:59+00:00",
                                                 "2026-11-24T14:59:59+00:00",
                                                 "2026-11-26T14:59:59+00:00"}));
        row.emplace_back("gift-wrap-type", one_of({"", "", "", "Red"}));
        row.emplace_back("is-prime", prime);
        row.emplace_back("payment-method", one_of({"", "", "", "COD"}));
        unshipped.push_back(std::move(row));
      }
    }
    const auto dealt = [&](bool shuffle) {
      if (shuffle) {
        std::shuffle(unshipped.begin(), unshipped.end(), random);
        std::shuffle(priced.begin(), priced.end(), random);
      }
      std::vector<ReportText> texts = {
          ReportText::unshipped(), ReportText::unshipped(),
          ReportText::unshipped(), ReportText::new_orders(),
          ReportText::new_orders()};
      for (const Cells& row : unshipped)
        texts[shuffle ? random() % 3 : 0].row(row);
      for (const Cells& row : priced)
        texts[shuffle ? 3 + random() % 2 : 3].row(row);
      std::vector<FileText> files;
      for (std::size_t i = 0; i < texts.size(); ++i) {
        files.push_back({std::to_string(i) + ".txt", texts[i].text()});
      }
      if (shuffle) std::shuffle(files.begin(), files.end(), random);
      return files;
    };
    const CheckedReports checked(dealt(false), kNow);
    const std::string expected =
        reported(checked.book(), checked.check().groups());
    for (const CombinedGroup& group : checked.check().groups().all()) {
      ++groups;
      asked += group.verdict == Verdict::kAsk ? 1 : 0;
      blocked += group.verdict == Verdict::kBlocked ? 1 : 0;
    }
    for (int again = 0; again < 3; ++again) {
      const CheckedReports other(dealt(true), kNow);
      ASSERT_EQ(reported(other.book(), other.check().groups()), expected)
          << "round " << round;
    }
  }
  // The street is a lively one: the property is not empty.
  EXPECT_GT(groups, kFewDraws ? 10 : 400);
  EXPECT_GT(asked, kFewDraws ? 2 : 100);
  EXPECT_GT(blocked, kFewDraws ? 1 : 50);
}

}  // namespace
}  // namespace parcelwise
