// Tests core/orders/returns.cc, answer_return.cc and refund_return.cc: beside
// each row that finds something stands one in which its condition alone fails.
#include "orders/returns.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "rules/checked_reports.h"

namespace parcelwise {
namespace {

// A Friday; Monday the 23rd is a holiday in Japan.
constexpr const char* kNow = "2026-11-20T09:00:00+09:00";

TEST(ReturnStatus, by_its_first_words_in_any_case) {
  struct Row {
    const char* reported;
    ReturnStatus status;
  };
  const Row rows[] = {
      {"", ReturnStatus::kUnanswered},
      {"Pending", ReturnStatus::kUnanswered},
      {"Pending approval", ReturnStatus::kUnanswered},
      {"Waiting for Seller", ReturnStatus::kUnanswered},
      {"Unauthorized", ReturnStatus::kUnanswered},
      {"Approved", ReturnStatus::kApproved},
      {"APPROVED BY SELLER", ReturnStatus::kApproved},
      {" authorised", ReturnStatus::kApproved},
      {"Authorized", ReturnStatus::kApproved},
      {"Auto-approved", ReturnStatus::kApproved},
      {"Closed", ReturnStatus::kClosed},
      {"completed", ReturnStatus::kClosed},
      {"Complete", ReturnStatus::kClosed},
      {"Denied", ReturnStatus::kClosed},
      {"Refunded", ReturnStatus::kClosed},
      {"Unit returned", ReturnStatus::kClosed},
      {"Cancelled", ReturnStatus::kClosed},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(return_status(row.reported), row.status) << row.reported;
  }
}

// The reports of one order: what was bought, and what came back of it.
struct Told {
  Cells order;
  Cells back;
};

CheckedReports checked(const Told& reported, std::string_view now,
                       std::string_view policy = "amazon-jp") {
  return CheckedReports(
      {{"orders.txt", ReportText::new_orders().row(reported.order).text()},
       {"returns.txt", ReportText::returns().row(reported.back).text()}},
      now, {}, policy);
}

struct Row {
  const char* name;
  std::string found;  // see CheckedReports::found
  Cells back;
  Cells order = {};
  std::string now = kNow;
};

TEST(AnswerReturn, is_due_by_the_hours_after_the_day_of_the_request) {
  const std::string due = "2026-11-20T23:59:59+09:00";
  const Row rows[] = {
      {"asked yesterday",
       "today " + due,
       {{"Return request date", "19-Nov-2026"}}},
      {"the last second",
       "today " + due,
       {{"Return request date", "19-Nov-2026"}},
       {},
       due},
      {"a second later",
       "overdue " + due,
       {{"Return request date", "19-Nov-2026"}},
       {},
       "2026-11-21T00:00:00+09:00"},
      {"asked today: over the holiday",
       "soon 2026-11-21T23:59:59+09:00",
       {{"Return request date", "20-Nov-2026"}}},
      {"pending is no answer",
       "today " + due,
       {{"Return request date", "19-Nov-2026"},
        {"Return request status", "Pending"}}},
      {"approved",
       "",
       {{"Return request date", "19-Nov-2026"},
        {"Return request status", "Approved"}}},
      {"denied",
       "",
       {{"Return request date", "19-Nov-2026"},
        {"Return request status", "Denied"}}},
      {"no day at all", "today", {{"Return request date", ""}}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(checked({row.order, row.back}, row.now).found("answer-return"),
              row.found)
        << row.name;
  }
  EXPECT_EQ(
      CheckedReports({{"a.txt", ReportText::new_orders().row({}).text()}}, kNow)
          .found("answer-return"),
      "");
}

TEST(AnswerReturn, the_earliest_of_an_order_is_due_and_all_are_told) {
  const CheckedReports all(
      {{"r.txt", ReportText::returns()
                     .row({{"Merchant SKU", "B"},
                           {"Amazon RMA ID", "R2"},
                           {"Return request date", "20-Nov-2026"}})
                     .row({{"Merchant SKU", "A"},
                           {"Amazon RMA ID", "R1"},
                           {"Return request date", "19-Nov-2026"}})
                     .row({{"Merchant SKU", "C"},
                           {"Amazon RMA ID", "R3"},
                           {"Return request status", "Approved"},
                           {"Return request date", "10-Nov-2026"}})
                     .text()}},
      kNow);
  EXPECT_EQ(all.found("answer-return"), "today 2026-11-20T23:59:59+09:00");
  const Action* const action = all.action("answer-return");
  ASSERT_NE(action, nullptr);
  EXPECT_EQ(title_of(all.check(), *action, Language::kEnglish),
            "Answer the return request by Fri 20 Nov 23:59: A, B");
}

TEST(AnswerReturn, counts_absolute_hours_over_a_change_of_the_clocks) {
  // 29 March 2026 has 23 hours in Italy.
  const CheckedReports spring =
      checked({{{"currency", "EUR"}}, {{"Return request date", "28-Mar-2026"}}},
              "2026-03-28T09:00:00+01:00", "amazon-it");
  EXPECT_EQ(spring.found("answer-return"), "soon 2026-03-30T00:59:59+02:00");
}

const Cells kArrived = {{"Return request date", "12-Nov-2026"},
                        {"Return request status", "Approved"},
                        {"Return delivery date", "18-Nov-2026"},
                        {"Return Reason", "CR-DEFECTIVE"}};

Cells with(Cells cells, const Cells& more) {
  for (const auto& reported : more) {
    const auto same = std::find_if(
        cells.begin(), cells.end(),
        [&](const auto& cell) { return cell.first == reported.first; });
    if (same == cells.end()) {
      cells.push_back(reported);
    } else {
      same->second = reported.second;
    }
  }
  return cells;
}

TEST(RefundReturn, is_due_at_the_end_of_the_second_business_day) {
  const std::string due = "2026-11-20T23:59:59+09:00";
  const Row rows[] = {
      {"arrived on Wednesday", "today " + due, kArrived},
      {"the last second", "today " + due, kArrived, {}, due},
      {"a second later",
       "overdue " + due,
       kArrived,
       {},
       "2026-11-21T00:00:00+09:00"},
      {"over a weekend and a holiday", "later 2026-11-25T23:59:59+09:00",
       with(kArrived, {{"Return delivery date", "20-Nov-2026"}})},
      {"into Golden Week",
       "soon 2026-05-01T23:59:59+09:00",
       with(kArrived, {{"Return delivery date", "28-Apr-2026"}}),
       {},
       "2026-04-30T09:00:00+09:00"},
      {"over Golden Week",
       "later 2026-05-08T23:59:59+09:00",
       with(kArrived, {{"Return delivery date", "01-May-2026"}}),
       {},
       "2026-05-01T09:00:00+09:00"},
      {"still under way", "", with(kArrived, {{"Return delivery date", ""}})},
      {"refunded", "",
       with(kArrived, {{"Refunded Amount", "1000"}, {"Currency code", "JPY"}})},
      {"refunded in part", "today " + due,
       with(kArrived, {{"Refunded Amount", "400"}, {"Currency code", "JPY"}})},
      {"in part, and closed so", "",
       with(kArrived, {{"Refunded Amount", "400"},
                       {"Currency code", "JPY"},
                       {"Return request status", "Completed"}})},
      {"closed without a refund", "today " + due,
       with(kArrived, {{"Return request status", "Completed"}})},
      {"nothing was paid", "", kArrived, {{"item-price", "0"}}},
      {"without prices", "today " + due, kArrived, {{"item-price", ""}}},
      {"without prices, but refunded",
       "",
       with(kArrived, {{"Refunded Amount", "1000"}, {"Currency code", "JPY"}}),
       {{"item-price", ""}}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(checked({row.order, row.back}, row.now).found("refund-return"),
              row.found)
        << row.name;
  }
}

TEST(RefundReturn, says_how_much_and_in_or_out_of_the_window) {
  struct Titled {
    const char* name;
    std::string title;
    Cells back;
    Cells order = {};
  };
  const std::string in =
      "Refund JPY 1000 by Fri 20 Nov 23:59: the return has arrived";
  const std::string out =
      "Returned outside the window: decide on JPY 1000 by Fri 20 Nov 23:59";
  const Cells delivered = {
      {"latest-delivery-date", "2026-10-13T14:59:59+00:00"}};
  const Titled rows[] = {
      {"nothing told of it", in, kArrived},
      {"in policy", in, with(kArrived, {{"In policy", "Y"}})},
      {"not in policy", out, with(kArrived, {{"In policy", "N"}})},
      {"on the thirtieth day", in, kArrived, delivered},
      {"on the thirty-first", out,
       with(kArrived, {{"Return request date", "13-Nov-2026"}}), delivered},
      {"Amazon's word goes first", in,
       with(kArrived,
            {{"Return request date", "13-Nov-2026"}, {"In policy", "Y"}}),
       delivered},
      {"no latest delivery: 14 days after the ship-by, to the day",
       in,
       kArrived,
       {{"latest-ship-date", "2026-09-29T14:59:59+00:00"}}},
      {"a day earlier",
       out,
       kArrived,
       {{"latest-ship-date", "2026-09-28T14:59:59+00:00"}}},
      {"with the shipping that a defect gives back",
       "Refund JPY 1330 by Fri 20 Nov 23:59: the return has arrived",
       kArrived,
       {{"shipping-price", "330"}}},
      {"without it where nobody is at fault",
       in,
       with(kArrived, {{"Return Reason", "CR-UNWANTED_ITEM"}}),
       {{"shipping-price", "330"}}},
      {"one of two units",
       "Refund JPY 500 by Fri 20 Nov 23:59: the return has arrived",
       kArrived,
       {{"quantity-purchased", "2"}}},
      {"what is left of one",
       "Refund JPY 600 by Fri 20 Nov 23:59: the return has arrived",
       with(kArrived, {{"Refunded Amount", "400"}, {"Currency code", "JPY"}})},
      {"no prices",
       "Refund the return by Fri 20 Nov 23:59; its amount is not known",
       kArrived,
       {{"item-price", ""}}},
      {"a claim", "Return with an A-to-z claim: settle it by Fri 20 Nov 23:59",
       with(kArrived, {{"A-to-Z Claim", "Y"}})},
      {"no claim", in, with(kArrived, {{"A-to-Z Claim", "N"}})},
  };
  for (const Titled& row : rows) {
    const CheckedReports found = checked({row.order, row.back}, kNow);
    const Action* const action = found.action("refund-return");
    ASSERT_NE(action, nullptr) << row.name;
    EXPECT_EQ(title_of(found.check(), *action, Language::kEnglish), row.title)
        << row.name;
  }
}

TEST(RefundReturn, evidence_is_in_the_report_s_own_words) {
  const CheckedReports found =
      checked({{}, with(kArrived, {{"In policy", "Y"}})}, kNow);
  EXPECT_EQ(found.evidence("refund-return", "Return request date"),
            "12-Nov-2026");
  EXPECT_EQ(found.evidence("refund-return", "Return delivery date"),
            "18-Nov-2026");
  EXPECT_EQ(found.evidence("refund-return", "Return Reason"), "CR-DEFECTIVE");
  EXPECT_EQ(found.evidence("refund-return", "In policy"), "Y");
  EXPECT_EQ(found.evidence("refund-return", "refund"), "JPY 1000");
}

TEST(RefundReturn, not_for_what_amazon_fulfils_nor_for_what_was_cancelled) {
  struct Status {
    const char* name;
    Cells cells;
    bool found;
  };
  const Status rows[] = {
      {"the seller's", {{"order-status", "Shipped"}}, true},
      {"Amazon's",
       {{"order-status", "Shipped"}, {"fulfillment-channel", "Amazon"}},
       false},
      {"cancelled", {{"order-status", "Cancelled"}}, false},
  };
  for (const Status& row : rows) {
    const CheckedReports found(
        {{"all.txt", ReportText::all_orders().row(row.cells).text()},
         {"returns.txt", ReportText::returns().row(kArrived).text()}},
        kNow);
    EXPECT_EQ(found.action("refund-return") != nullptr, row.found) << row.name;
  }
}

std::string reported(const std::vector<std::string>& files) {
  std::vector<FileText> all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    all.push_back({std::to_string(i) + ".txt", files[i]});
  }
  const CheckedReports reports(all, kNow);
  const Returns found = Returns::find(reports.book());
  std::string text;
  for (std::uint32_t order = 0; order < reports.book().order_count(); ++order) {
    for (const Return& each : found.of(order)) {
      EXPECT_EQ(each.order, order);
      if (!text.empty()) text += ", ";
      text += each.item->order.text().substr(18) + " " + each.item->rma + " " +
              each.item->sku + " " + each.item->status;
    }
  }
  return text;
}

TEST(Returns, each_counts_once_with_its_fullest_row) {
  const auto report = [](const std::vector<Cells>& rows) {
    ReportText text = ReportText::returns();
    for (const Cells& row : rows) text.row(row);
    return text.text();
  };
  const Cells asked = {{"Amazon RMA ID", "R1"},
                       {"Return request status", "Pending"}};
  const Cells agreed = with(asked, {{"Return request status", "Approved"}});
  const Cells arrived = with(agreed, {{"Return delivery date", "18-Nov-2026"}});
  const Cells closed = with(arrived, {{"Return request status", "Closed"},
                                      {"Refunded Amount", "1000"},
                                      {"Currency code", "JPY"}});
  struct Case {
    const char* name;
    std::vector<std::string> files;
    std::string reported;
  };
  const Case rows[] = {
      {"one", {report({asked})}, "7 R1 SKU-1 Pending"},
      {"two of an order",
       {report({asked, with(asked, {{"Amazon RMA ID", "R2"}})})},
       "7 R1 SKU-1 Pending, 7 R2 SKU-1 Pending"},
      {"two SKUs of an RMA",
       {report({asked, with(asked, {{"Merchant SKU", "SKU-2"}})})},
       "7 R1 SKU-1 Pending, 7 R1 SKU-2 Pending"},
      {"two orders",
       {report({asked, with(asked, {{"Order ID", "250-1234567-1234561"}})})},
       "1 R1 SKU-1 Pending, 7 R1 SKU-1 Pending"},
      {"answered since",
       {report({asked}), report({agreed})},
       "7 R1 SKU-1 Approved"},
      {"in whichever order",
       {report({agreed}), report({asked})},
       "7 R1 SKU-1 Approved"},
      {"arrived since",
       {report({arrived}), report({agreed})},
       "7 R1 SKU-1 Approved"},
      {"refunded since",
       {report({closed}), report({arrived}), report({asked})},
       "7 R1 SKU-1 Closed"},
      {"twice in one file", {report({asked, agreed})}, "7 R1 SKU-1 Approved"},
      {"without an RMA, of one day",
       {report({with(asked, {{"Amazon RMA ID", ""}})}),
        report({with(agreed, {{"Amazon RMA ID", ""}})})},
       "7  SKU-1 Approved"},
      {"without an RMA, of two days",
       {report({with(asked, {{"Amazon RMA ID", ""}})}),
        report({with(agreed, {{"Amazon RMA ID", ""},
                              {"Return request date", "13-Nov-2026"}})})},
       "7  SKU-1 Pending, 7  SKU-1 Approved"},
      {"those that arrived come first",
       {report({asked, with(arrived, {{"Amazon RMA ID", "R2"}})})},
       "7 R2 SKU-1 Approved, 7 R1 SKU-1 Pending"},
  };
  for (const Case& row : rows)
    EXPECT_EQ(reported(row.files), row.reported) << row.name;
}

TEST(Returns, a_cell_of_a_second_row_is_what_was_read_from_it) {
  const CheckedReports reports(
      {{"r.txt",
        ReportText::returns()
            .row({{"Amazon RMA ID", "R1"}, {"Return Reason", "CR-DEFECTIVE"}})
            .row({{"Amazon RMA ID", "R2"},
                  {"Return Reason", "CR-SWITCHEROO"},
                  {"In policy", "N"},
                  {"Refunded Amount", "12.50"},
                  {"Currency code", "EUR"}})
            .text()}},
      kNow);
  const Returns found = Returns::find(reports.book());
  ASSERT_EQ(found.of(0).size(), 2u);
  const auto cell = [&](std::size_t i, Column column) {
    return return_cell(reports.book(), found.of(0)[i], column);
  };
  EXPECT_EQ(cell(0, Column::kReturnRequestDate), "12-Nov-2026");
  EXPECT_EQ(cell(0, Column::kReturnReason), "CR-DEFECTIVE");
  EXPECT_EQ(cell(1, Column::kReturnRequestDate), "2026-11-12");
  EXPECT_EQ(cell(1, Column::kReturnReason), "CR-SWITCHEROO");
  EXPECT_EQ(cell(1, Column::kInPolicy), "N");
  EXPECT_EQ(cell(1, Column::kAToZClaim), "");
  EXPECT_EQ(cell(1, Column::kRefundedAmount), "12.50");
}

}  // namespace
}  // namespace parcelwise
