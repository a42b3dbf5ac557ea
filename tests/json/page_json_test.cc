// Tests core/json/page_json.cc where a refund hangs on one order; the rest of
// the page's JSON is tested through the module, tests/wasm.
#include "json/page_json.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "files/open_json.h"
#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

Json order_of(const CheckedReports& checked) {
  const WorkList list(checked.check());
  return order_json(checked.check(), list, 0, Language::kEnglish);
}

TEST(OrderJson, says_whether_a_refund_can_be_worked_out) {
  struct Row {
    const char* name;
    std::string why;  // its beginning; "" where one can
    std::vector<FileText> files;
  };
  const std::string priced = ReportText::new_orders().row({}).text();
  const Row rows[] = {
      {"priced", "", {{"a.txt", priced}}},
      {"no prices",
       "Order 250-1234567-1234567 has no prices",
       {{"a.txt", ReportText::unshipped().row({}).text()}}},
      {"pending",
       "Order 250-1234567-1234567 is pending",
       {{"a.txt",
         ReportText::all_orders().row({{"order-status", "Pending"}}).text()}}},
      {"cancelled",
       "Order 250-1234567-1234567 is cancelled",
       {{"a.txt", ReportText::all_orders()
                      .row({{"order-status", "Cancelled"}})
                      .text()}}},
      {"two currencies",
       "Order 250-1234567-1234567 has lines in different currencies",
       {{"a.txt",
         ReportText::new_orders()
             .row({})
             .row({{"order-item-id", "10000000000002"}, {"currency", "USD"}})
             .text()}}},
      {"all of it refunded",
       "Order 250-1234567-1234567: nothing is left",
       {{"a.txt", priced},
        {"b.txt",
         ReportText::returns()
             .row({{"Refunded Amount", "1000"}, {"Currency code", "JPY"}})
             .text()}}},
      {"part of it refunded",
       "",
       {{"a.txt", priced},
        {"b.txt",
         ReportText::returns()
             .row({{"Refunded Amount", "999"}, {"Currency code", "JPY"}})
             .text()}}},
  };
  for (const Row& row : rows) {
    const Json order =
        order_of(CheckedReports(row.files, "2026-11-20T09:00:00+09:00"));
    EXPECT_EQ(order["refundable"], Json(row.why.empty())) << row.name;
    const std::string why = order["not_refundable"].text();
    EXPECT_EQ(why.substr(0, row.why.size()), row.why) << row.name;
    EXPECT_EQ(why.empty(), row.why.empty()) << row.name << ": " << why;
    EXPECT_TRUE(order["suggested_refund"].is_null()) << row.name;
  }
}

TEST(PageQuery, is_read_member_by_member) {
  using Sort = RowQuery::Sort;
  struct Row {
    const char* sort;
    Sort read;
  };
  const Row rows[] = {
      {"due", Sort::kDue},          {"at_risk", Sort::kAtRisk},
      {"order_id", Sort::kOrderId}, {"recipient", Sort::kRecipient},
      {"urgency", Sort::kUrgency},  {"", Sort::kUrgency}};
  for (const Row& row : rows) {
    const auto query = read_page_query("{\"sort\":\"" + std::string(row.sort) +
                                       "\",\"offset\":7}");
    ASSERT_TRUE(query.has_value()) << row.sort;
    EXPECT_EQ(query->rows.sort, row.read) << row.sort;
    EXPECT_EQ(query->offset, 7u);
  }
  const auto query = read_page_query(
      R"({"limit":99999999,"day":"2026-11-20","descending":true,"rule":"ship",
          "urgency":"today","search":"tea","without":["250-1234567-1234567"]})");
  ASSERT_TRUE(query.has_value());
  EXPECT_EQ(query->limit, kMostRows);
  EXPECT_EQ(to_text(*query->rows.day), "2026-11-20");
  EXPECT_TRUE(query->rows.descending);
  EXPECT_EQ(query->rows.urgency, Urgency::kToday);
  EXPECT_EQ(query->without.size(), 1u);
}

TEST(PageQuery, is_refused_by_the_place_of_what_is_wrong) {
  struct Row {
    const char* query;
    const char* pointer;
  };
  const Row rows[] = {
      {"[]", ""},
      {R"({"offset":-1})", "/offset"},
      {R"({"offset":"7"})", "/offset"},
      {R"({"limit":1.5})", "/limit"},
      {R"({"search":7})", "/search"},
      {R"({"rule":["ship"]})", "/rule"},
      {R"({"urgency":true})", "/urgency"},
      {R"({"sort":1})", "/sort"},
      {R"({"day":20261120})", "/day"},
      {R"({"day":"tomorrow"})", "/day"},
      {R"({"day":"2026-11-20T09:00:00Z"})", "/day"},
      {R"({"descending":"yes"})", "/descending"},
      {R"({"without":"250-1234567-1234567"})", "/without"},
      {R"({"without":[7]})", "/without"},
      {R"({"without_gone":1})", "/without_gone"},
  };
  for (const Row& row : rows) {
    const auto query = read_page_query(row.query);
    ASSERT_FALSE(query.has_value()) << row.query;
    EXPECT_EQ(query.error().pointer, row.pointer) << row.query;
  }
}

TEST(OrderJson, suggests_the_refund_that_the_reports_call_for) {
  const CheckedReports back(
      {{"a.txt", ReportText::new_orders().row({}).text()},
       {"b.txt", ReportText::returns()
                     .row({{"Return delivery date", "18-Nov-2026"},
                           {"Return Reason", "CR-UNWANTED_ITEM"}})
                     .text()}},
      "2026-11-20T09:00:00+09:00");
  EXPECT_EQ(
      order_of(back)["suggested_refund"],
      *open_json(R"({"order_id": "250-1234567-1234567", "reason": "returned",
                            "items": [{"order_item_id": "10000000000001", "quantity": 1}],
                            "condition": "as-new", "days": 0})"));
  const Cells three = {{"quantity-purchased", "3"},
                       {"latest-ship-date", "2026-11-24T23:59:59+09:00"}};
  const CheckedReports out(
      {{"a.txt", ReportText::new_orders().row(three).text()}},
      "2026-11-20T09:00:00+09:00", {{"SKU-1", 1}});
  EXPECT_EQ(order_of(out)["suggested_refund"],
            *open_json(R"({"order_id": "250-1234567-1234567",
                            "reason": "items-unavailable",
                            "items": [{"order_item_id": "10000000000001",
                                       "quantity": 2}]})"));
}

TEST(OrderJson, has_the_address_as_it_stands_on_an_envelope) {
  const Cells japan = {{"recipient-name", "青木 圭介"},
                       {"ship-address-1", "豊洲1-2-27"},
                       {"ship-state", "東京都江東区"},
                       {"ship-postal-code", "135-0061"},
                       {"ship-country", "JP"}};
  const CheckedReports known(
      {{"a.txt", ReportText::new_orders().row(japan).text()}},
      "2026-11-20T09:00:00+09:00");
  EXPECT_EQ(json_text(order_of(known)["ship_to"]),
            "{\"lines\":[\"〒135-0061\",\"東京都江東区豊洲1-2-27\","
            "\"青木 圭介 様\"],\"name\":2}");
  Cells nowhere = japan;
  nowhere[1].second = "";
  const CheckedReports unknown(
      {{"a.txt", ReportText::new_orders().row(nowhere).text()}},
      "2026-11-20T09:00:00+09:00");
  EXPECT_EQ(order_of(unknown)["ship_to"]["lines"], Json::array());
}

}  // namespace
}  // namespace parcelwise
