// Tests core/rules/rule.cc and the rules' own files, one table a rule: beside
// each row that finds something stands one in which its condition alone fails.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "rules/checked_reports.h"
#include "rules/rule.h"

namespace parcelwise {
namespace {

// A Friday; the next business day in Japan is Tuesday the 24th.
constexpr const char* kNow = "2026-11-20T09:00:00+09:00";

// Without payments-date, so that the edit window hangs on one date.
struct Row {
  const char* name;
  const char* rule;
  std::string found;  // see CheckedReports::found
  Cells cells;
  std::string now = kNow;
};

template <typename Text>
void expect_rows(const std::vector<Row>& rows, Text text) {
  for (const Row& row : rows) {
    const CheckedReports checked({{"orders.txt", text().row(row.cells).text()}},
                                 row.now);
    EXPECT_EQ(checked.book().order_count(), 1u) << row.rule << ": " << row.name;
    EXPECT_EQ(checked.found(row.rule), row.found)
        << row.rule << ": " << row.name;
  }
}

TEST(AllRules, are_those_of_the_contract_in_its_order) {
  const std::vector<std::string_view> expected = {"hold-pending",
                                                  "ship",
                                                  "confirm-or-lose",
                                                  "finish-partial-confirmation",
                                                  "buyer-cancel-request",
                                                  "edit-window",
                                                  "combine",
                                                  "packing-slip",
                                                  "cash-on-delivery",
                                                  "scheduled-delivery",
                                                  "gift",
                                                  "fulfilled-by-amazon",
                                                  "out-of-stock",
                                                  "amazon-says-late",
                                                  "amazon-says-cancelling",
                                                  "replacement",
                                                  "personal-data",
                                                  "answer-return",
                                                  "refund-return",
                                                  "answer-due",
                                                  "left-the-list",
                                                  "status-unknown",
                                                  "came-back",
                                                  "confirm-now",
                                                  "label-without-number",
                                                  "pickup",
                                                  "ioss",
                                                  "signature"};
  std::vector<std::string_view> ids;
  for (const Rule* rule : all_rules()) {
    ids.push_back(rule->id);
    EXPECT_EQ(find_rule(rule->id), rule);
    EXPECT_FALSE(rule->sources[0].empty()) << rule->id;
    for (const Language language :
         {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
      EXPECT_EQ(rule_name(*rule, language).find("rules/"), std::string::npos)
          << rule->id;
      EXPECT_EQ(rule_source_text(*rule, language).find("rules/"),
                std::string::npos);
    }
  }
  EXPECT_EQ(ids, expected);
  EXPECT_EQ(find_rule("sleep"), nullptr);
}

TEST(Rules, on_an_unshipped_order) {
  const std::string promise = "2026-11-20T23:59:59+09:00";
  expect_rows(
      {
          // ship
          {"due today", "ship", "today " + promise, {}},
          {"a second before its end", "ship", "today " + promise, {}, promise},
          {"a second after",
           "ship",
           "overdue " + promise,
           {},
           "2026-11-21T00:00:00+09:00"},
          {"first second of its day",
           "ship",
           "today " + promise,
           {},
           "2026-11-20T00:00:00+09:00"},
          {"a second earlier, the day before",
           "ship",
           "soon " + promise,
           {},
           "2026-11-19T23:59:59+09:00"},
          {"at the end of the next business day, over a holiday",
           "ship",
           "soon 2026-11-24T23:59:59+09:00",
           {{"promise-date", "2026-11-24T14:59:59+00:00"}}},
          {"a second later",
           "ship",
           "later 2026-11-25T00:00:00+09:00",
           {{"promise-date", "2026-11-24T15:00:00+00:00"}}},
          {"a bare day ends at its last second",
           "ship",
           "today " + promise,
           {{"promise-date", "2026-11-20"}}},
          {"no promise: two business days after the purchase",
           "ship",
           "soon 2026-11-24T23:59:59+09:00",
           {{"promise-date", ""},
            {"purchase-date", "2026-11-19T14:59:59+00:00"}}},
          {"bought by night it is still the day before's",
           "ship",
           "soon 2026-11-24T23:59:59+09:00",
           {{"promise-date", ""},
            {"purchase-date", "2026-11-19T19:59:59+00:00"}}},
          {"from five o'clock on it is the next day's",
           "ship",
           "later 2026-11-25T23:59:59+09:00",
           {{"promise-date", ""},
            {"purchase-date", "2026-11-19T20:00:00+00:00"}}},
          {"no date at all",
           "ship",
           "today",
           {{"promise-date", ""},
            {"purchase-date", ""},
            {"payments-date", ""}}},
          {"all shipped", "ship", "", {{"quantity-shipped", "1"}}},
          {"nothing to ship", "ship", "", {{"quantity-to-ship", "0"}}},
          {"part of it shipped",
           "ship",
           "today " + promise,
           {{"quantity-purchased", "2"}, {"quantity-shipped", "1"}}},
          {"the buyer wants it cancelled",
           "ship",
           "",
           {{"is-buyer-requested-cancellation", "true"}}},
          {"the buyer does not",
           "ship",
           "today " + promise,
           {{"is-buyer-requested-cancellation", "false"}}},
          // confirm-or-lose
          {"not before the ship-by", "confirm-or-lose", "", {}, promise},
          {"from the first second after it",
           "confirm-or-lose",
           "soon 2026-11-27T23:59:59+09:00",
           {},
           "2026-11-21T00:00:00+09:00"},
          {"on the seventh day",
           "confirm-or-lose",
           "today 2026-11-27T23:59:59+09:00",
           {},
           "2026-11-27T23:59:59+09:00"},
          {"a second past it",
           "confirm-or-lose",
           "overdue 2026-11-27T23:59:59+09:00",
           {},
           "2026-11-28T00:00:00+09:00"},
          {"shipped",
           "confirm-or-lose",
           "",
           {{"quantity-shipped", "1"}},
           "2026-11-22T09:00:00+09:00"},
          // finish-partial-confirmation
          {"some of it",
           "finish-partial-confirmation",
           "today " + promise,
           {{"quantity-purchased", "3"}, {"quantity-shipped", "1"}}},
          {"at least soon",
           "finish-partial-confirmation",
           "soon 2026-12-20T23:59:59+09:00",
           {{"quantity-purchased", "3"},
            {"quantity-shipped", "1"},
            {"promise-date", "2026-12-20T14:59:59+00:00"}}},
          {"overdue as ship is",
           "finish-partial-confirmation",
           "overdue " + promise,
           {{"quantity-purchased", "3"}, {"quantity-shipped", "1"}},
           "2026-11-21T00:00:00+09:00"},
          {"none of it",
           "finish-partial-confirmation",
           "",
           {{"quantity-purchased", "3"}}},
          {"all of it",
           "finish-partial-confirmation",
           "",
           {{"quantity-purchased", "3"}, {"quantity-shipped", "3"}}},
          // buyer-cancel-request
          {"asked",
           "buyer-cancel-request",
           "today " + promise,
           {{"is-buyer-requested-cancellation", "true"}}},
          {"not asked",
           "buyer-cancel-request",
           "",
           {{"is-buyer-requested-cancellation", "false"}}},
          {"asked, but it has left",
           "buyer-cancel-request",
           "",
           {{"is-buyer-requested-cancellation", "true"},
            {"quantity-shipped", "1"}}},
          // edit-window
          {"at once",
           "edit-window",
           "hold 2026-11-20T09:05:00+09:00",
           {{"purchase-date", "2026-11-20T00:00:00+00:00"},
            {"payments-date", ""}}},
          {"in the last second",
           "edit-window",
           "hold 2026-11-20T09:05:00+09:00",
           {{"purchase-date", "2026-11-20T00:00:00+00:00"},
            {"payments-date", ""}},
           "2026-11-20T09:05:00+09:00"},
          {"a second later",
           "edit-window",
           "",
           {{"purchase-date", "2026-11-20T00:00:00+00:00"},
            {"payments-date", ""}},
           "2026-11-20T09:05:01+09:00"},
          {"from the later of purchase and payment",
           "edit-window",
           "hold 2026-11-20T09:03:00+09:00",
           {{"purchase-date", "2026-11-18T00:00:00+00:00"},
            {"payments-date", "2026-11-19T23:58:00+00:00"}}},
          {"not before the purchase",
           "edit-window",
           "",
           {{"purchase-date", "2026-11-20T00:00:01+00:00"},
            {"payments-date", ""}}},
          // packing-slip
          {"a business",
           "packing-slip",
           "info " + promise,
           {{"is-business-order", "true"}}},
          {"a person", "packing-slip", "", {{"is-business-order", "false"}}},
          {"a shipped business order",
           "packing-slip",
           "",
           {{"is-business-order", "true"}, {"quantity-shipped", "1"}}},
          // cash-on-delivery
          {"COD",
           "cash-on-delivery",
           "info " + promise,
           {{"payment-method", "COD"}, {"cod-collectible-amount", "4570"}}},
          {"paid", "cash-on-delivery", "", {{"payment-method", ""}}},
          {"another method",
           "cash-on-delivery",
           "",
           {{"payment-method", "CVS"}}},
          // scheduled-delivery
          {"a window",
           "scheduled-delivery",
           "info 2026-11-22T09:00:00+09:00",
           {{"scheduled-delivery-start-date", "2026-11-22T00:00:00+00:00"},
            {"scheduled-delivery-end-date", "2026-11-22T03:00:00+00:00"}}},
          {"an end alone",
           "scheduled-delivery",
           "info 2026-11-22T12:00:00+09:00",
           {{"scheduled-delivery-end-date", "2026-11-22T03:00:00+00:00"}}},
          {"no window", "scheduled-delivery", "", {}},
          // gift
          {"wrap", "gift", "info " + promise, {{"gift-wrap-type", "Red"}}},
          {"message",
           "gift",
           "info " + promise,
           {{"gift-message-text", "Dear Ada"}}},
          {"neither", "gift", "", {}},
          // amazon-says-late
          {"we see more time",
           "amazon-says-late",
           "today 2026-11-30T23:59:59+09:00",
           {{"verge-of-lateShipment", "true"},
            {"promise-date", "2026-11-30T14:59:59+00:00"}}},
          {"so do we",
           "amazon-says-late",
           "",
           {{"verge-of-lateShipment", "true"}}},
          {"Amazon does not",
           "amazon-says-late",
           "",
           {{"verge-of-lateShipment", "false"},
            {"promise-date", "2026-11-30T14:59:59+00:00"}}},
          // amazon-says-cancelling
          {"its ship-by is not over",
           "amazon-says-cancelling",
           "today " + promise,
           {{"verge-of-cancellation", "true"}}},
          {"nor at its last second",
           "amazon-says-cancelling",
           "today " + promise,
           {{"verge-of-cancellation", "true"}},
           promise},
          {"it is over",
           "amazon-says-cancelling",
           "",
           {{"verge-of-cancellation", "true"}},
           "2026-11-21T00:00:00+09:00"},
          {"Amazon does not",
           "amazon-says-cancelling",
           "",
           {{"verge-of-cancellation", "false"}}},
          // replacement
          {"in place of another",
           "replacement",
           "info",
           {{"is-replacement-order", "true"}}},
          {"not", "replacement", "", {{"is-replacement-order", "false"}}},
          // personal-data: fourteen days for the delivery, thirty for its data
          {"on the thirtieth day after",
           "personal-data",
           "",
           {},
           "2027-01-03T23:59:59+09:00"},
          {"on the thirty-first",
           "personal-data",
           "info",
           {},
           "2027-01-04T00:00:00+09:00"},
          {"where there is none",
           "personal-data",
           "",
           {{"recipient-name", ""},
            {"ship-address-1", ""},
            {"buyer-phone-number", ""}},
           "2027-01-04T00:00:00+09:00"},
          // of other reports
          {"a seller's order", "fulfilled-by-amazon", "", {}},
          {"a paid order", "hold-pending", "", {}},
          {"an order alone", "combine", "", {}},
          {"no stock was told", "out-of-stock", "", {}},
      },
      ReportText::unshipped);
}

TEST(Rules, on_an_order_of_the_all_orders_report) {
  // Without a ship-by: two business days after Tuesday the 17th.
  const std::string counted = "2026-11-19T23:59:59+09:00";
  expect_rows(
      {
          // Nobody is late by a date that no report tells.
          {"unshipped", "ship", "soon " + counted, {}},
          {"a word that nobody knows",
           "status-unknown",
           "hold",
           {{"order-status", "Shipping"}}},
          {"shipped", "ship", "", {{"order-status", "Shipped"}}},
          {"cancelled", "ship", "", {{"order-status", "Cancelled"}}},
          {"pending", "ship", "", {{"order-status", "Pending"}}},
          {"by Amazon", "ship", "", {{"fulfillment-channel", "Amazon"}}},
          {"pending", "hold-pending", "hold", {{"order-status", "Pending"}}},
          {"unshipped", "hold-pending", "", {}},
          {"by Amazon",
           "fulfilled-by-amazon",
           "info",
           {{"fulfillment-channel", "AFN"}}},
          {"by the seller",
           "fulfilled-by-amazon",
           "",
           {{"fulfillment-channel", "MFN"}}},
          {"partly shipped",
           "finish-partial-confirmation",
           "soon " + counted,
           {{"order-status", "PartiallyShipped"}, {"quantity", "2"}}},
          {"by Amazon",
           "edit-window",
           "",
           {{"fulfillment-channel", "Amazon"}},
           "2026-11-17T10:01:00+09:00"},
          {"by the seller",
           "edit-window",
           "hold 2026-11-17T10:05:00+09:00",
           {},
           "2026-11-17T10:01:00+09:00"},
      },
      ReportText::all_orders);
}

TEST(Rules, a_latest_delivery_date_starts_the_thirty_days) {
  const Cells delivered = {
      {"latest-delivery-date", "2026-11-20T14:59:59+00:00"},
      {"latest-ship-date", "2026-11-18T14:59:59+00:00"}};
  expect_rows({{"the thirtieth day", "personal-data", "", delivered,
                "2026-12-20T23:59:59+09:00"},
               {"the day after", "personal-data", "info", delivered,
                "2026-12-21T00:00:00+09:00"}},
              ReportText::new_orders);
}

// Late by months, and still to be shipped: today's report has it as open. Of an
// old report nobody knows what became of it, and the thirty days have passed
// there too.
TEST(Rules, data_of_an_open_order_is_needed) {
  struct OpenRow {
    const char* name;
    const char* found;
    const char* newest;  // purchase-date of the report's newest order
    Cells late;
    ReportText (*kind)() = ReportText::unshipped;
  };
  const OpenRow rows[] = {
      {"open in today's report", "", "2027-01-04T00:00:00+00:00", {}},
      {"open in a report of thirty days ago",
       "",
       "2026-12-05T00:00:00+00:00",
       {}},
      {"open in a report of the day before that",
       "info",
       "2026-12-04T00:00:00+00:00",
       {}},
      {"open by its status",
       "",
       "2027-01-04T00:00:00+00:00",
       {{"order-status", "Unshipped"}},
       ReportText::all_orders},
      {"shipped in today's report",
       "info",
       "2027-01-04T00:00:00+00:00",
       {{"order-status", "Shipped"}},
       ReportText::all_orders},
      {"cancelled in today's report",
       "info",
       "2027-01-04T00:00:00+00:00",
       {{"order-status", "Cancelled"}},
       ReportText::all_orders},
  };
  for (const OpenRow& row : rows) {
    // An all-orders report has neither name nor street.
    const std::string names =
        ReportText::new_orders()
            .row({{"latest-delivery-date", "2026-11-20T14:59:59+00:00"}})
            .text();
    const CheckedReports checked(
        {{"names.txt", names},
         {"a.txt", row.kind()
                       .row(row.late)
                       .row({{"order-id", "250-7654321-7654321"},
                             {"amazon-order-id", "250-7654321-7654321"},
                             {"order-item-id", "10000000000009"},
                             {"purchase-date", row.newest},
                             {"promise-date", "2027-01-06T14:59:59+00:00"}})
                       .text()}},
        "2027-01-04T09:00:00+09:00");
    EXPECT_EQ(checked.found("personal-data"), row.found) << row.name;
  }
}

// It has left today's list: it was confirmed or cancelled, whatever the old one
// says.
TEST(Rules, data_of_an_order_that_left_the_list_is_not_needed) {
  const std::string today =
      ReportText::unshipped()
          .row({{"order-id", "250-7654321-7654321"},
                {"purchase-date", "2027-01-04T00:00:00+00:00"}})
          .text();
  const CheckedReports checked(
      {{"names.txt", ReportText::new_orders().row({}).text()},
       {"open.txt", today}},
      "2027-01-04T09:00:00+09:00");
  EXPECT_EQ(checked.found("personal-data"), "info");
  // Nor does today's list, of this country or another, make the old one's
  // orders open.
  const CheckedReports beside(
      {{"old.txt", ReportText::unshipped().row({}).text()},
       {"open.txt", today}},
      "2027-01-04T09:00:00+09:00");
  EXPECT_EQ(beside.found("personal-data"), "info");
}

TEST(Rules, a_row_of_the_pending_report_is_held) {
  const std::string pending = ReportText::pending_orders().row({}).text();
  const CheckedReports alone({{"pending.txt", pending}}, kNow);
  EXPECT_EQ(alone.found("hold-pending"), "hold");
  EXPECT_EQ(alone.found("ship"), "");
  EXPECT_NE(alone.evidence("hold-pending", "order-id"), "");
  // Once it stands in the unshipped report it is paid.
  const CheckedReports paid(
      {{"pending.txt", pending},
       {"unshipped.txt", ReportText::unshipped().row({}).text()}},
      kNow);
  EXPECT_EQ(paid.found("hold-pending"), "");
  EXPECT_EQ(paid.found("ship"), "today 2026-11-20T23:59:59+09:00");
}

// docs/rules.md 1.3.
TEST(Deadlines, w1_w2_and_w3_come_out_exactly) {
  struct Deadline {
    const char* name;
    const char* promise;
    const char* ship_by;
    const char* due;        // the seventh calendar day
    const char* amazon_by;  // the seventh business day
    const char* now;
    const char* urgency;
  };
  const Deadline rows[] = {
      {"W1", "2026-11-20T14:59:59+00:00", "2026-11-20T23:59:59+09:00",
       "2026-11-27T23:59:59+09:00", "2026-12-02T23:59:59+09:00",
       "2026-11-22T09:00:00+09:00", "soon"},
      {"W2, Golden Week", "2026-04-28T14:59:59+00:00",
       "2026-04-28T23:59:59+09:00", "2026-05-05T23:59:59+09:00",
       "2026-05-13T23:59:59+09:00", "2026-05-05T09:00:00+09:00", "today"},
      {"W2, Silver Week with its sandwiched holiday",
       "2026-09-17T14:59:59+00:00", "2026-09-17T23:59:59+09:00",
       "2026-09-24T23:59:59+09:00", "2026-10-01T23:59:59+09:00",
       "2026-09-25T00:00:00+09:00", "overdue"},
      {"W2, over New Year", "2026-12-25T14:59:59+00:00",
       "2026-12-25T23:59:59+09:00", "2027-01-01T23:59:59+09:00",
       "2027-01-06T23:59:59+09:00", "2026-12-26T00:00:00+09:00", "soon"},
      {"W3, the 21st in Japan", "2026-11-20T15:30:00+00:00",
       "2026-11-21T00:30:00+09:00", "2026-11-28T23:59:59+09:00",
       "2026-12-02T23:59:59+09:00", "2026-11-21T00:30:01+09:00", "soon"},
  };
  for (const Deadline& row : rows) {
    const CheckedReports checked(
        {{"orders.txt",
          ReportText::unshipped()
              .row({{"promise-date", row.promise}, {"purchase-date", ""}})
              .text()}},
        row.now);
    EXPECT_EQ(checked.found("ship"), std::string("overdue ") + row.ship_by)
        << row.name;
    EXPECT_EQ(checked.found("confirm-or-lose"),
              std::string(row.urgency) + " " + row.due)
        << row.name;
    EXPECT_EQ(checked.evidence("confirm-or-lose", "amazon-by"), row.amazon_by)
        << row.name;
    EXPECT_EQ(checked.evidence("confirm-or-lose", "promise-date"), row.promise)
        << row.name;
  }
}

TEST(Deadlines, past_amazon_s_own_limit_the_title_says_look_first) {
  const std::string text = ReportText::unshipped().row({}).text();
  const auto title = [&](const char* now) {
    const CheckedReports checked({{"orders.txt", text}}, now);
    return title_of(checked.check(), *checked.action("confirm-or-lose"),
                    Language::kEnglish);
  };
  EXPECT_EQ(title("2026-12-02T23:59:59+09:00").find("Probably cancelled"),
            std::string::npos);
  EXPECT_NE(title("2026-12-03T00:00:00+09:00").find("Probably cancelled"),
            std::string::npos);
}

// Japan's ended on 6 June 2024.
TEST(CashOnDelivery, had_not_ended_on_its_last_day) {
  for (const auto& [bought, ended] :
       {std::pair("2024-06-06T23:59:59+09:00", false),
        std::pair("2024-06-07T00:00:00+09:00", true)}) {
    const CheckedReports checked(
        {{"u.txt", ReportText::unshipped()
                       .row({{"purchase-date", bought},
                             {"payment-method", "COD"},
                             {"cod-collectible-amount", "4570"}})
                       .text()}},
        kNow);
    const Action* const action = checked.action("cash-on-delivery");
    ASSERT_NE(action, nullptr) << bought;
    const std::string_view variant =
        find_rule("cash-on-delivery")->variants[action->variant];
    EXPECT_EQ(variant == "ended", ended) << bought << " " << variant;
  }
}

TEST(Evidence, says_which_date_the_ship_by_comes_from) {
  const CheckedReports promised(
      {{"a.txt", ReportText::unshipped().row({}).text()}}, kNow);
  EXPECT_EQ(promised.evidence("ship", "promise-date"),
            "2026-11-20T14:59:59+00:00");
  EXPECT_EQ(promised.evidence("ship", "ship-by"), "");

  const CheckedReports counted(
      {{"a.txt", ReportText::unshipped().row({{"promise-date", ""}}).text()}},
      kNow);
  EXPECT_EQ(counted.evidence("ship", "purchase-date"),
            "2026-11-17T01:00:00+00:00");
  EXPECT_EQ(counted.evidence("ship", "ship-by"), "2026-11-19T23:59:59+09:00");

  // latest-ship-date of one report before promise-date of another.
  const CheckedReports latest(
      {{"a.txt", ReportText::unshipped().row({}).text()},
       {"b.txt", ReportText::new_orders()
                     .row({{"latest-ship-date", "2026-11-24T14:59:59+00:00"}})
                     .text()}},
      kNow);
  EXPECT_EQ(latest.found("ship"), "soon 2026-11-24T23:59:59+09:00");
  EXPECT_EQ(latest.evidence("ship", "latest-ship-date"),
            "2026-11-24T14:59:59+00:00");
}

TEST(Evidence, a_purchase_order_stands_in_it_and_on_the_title_s_variant) {
  const CheckedReports with(
      {{"a.txt", ReportText::unshipped()
                     .row({{"is-business-order", "true"},
                           {"purchase-order-number", "PO-{due}-4711"}})
                     .text()}},
      kNow);
  EXPECT_EQ(with.evidence("packing-slip", "po"), "PO-{due}-4711");
  EXPECT_NE(with.json().find("PO-{due}-4711"), std::string::npos);
}

TEST(Evidence, a_part_confirmation_tells_of_the_line_that_has_moved) {
  const CheckedReports checked(
      {{"a.txt", ReportText::unshipped()
                     .row({{"order-item-id", "1"}, {"sku", "A"}})
                     .row({{"order-item-id", "2"},
                           {"sku", "B"},
                           {"quantity-shipped", "1"}})
                     .text()}},
      kNow);
  const Action* const action = checked.action("finish-partial-confirmation");
  ASSERT_NE(action, nullptr);
  const Explained words =
      explain(checked.check(), *action, checked.check().facts(action->order),
              Language::kEnglish);
  std::string reported;
  for (const Evidence& evidence : words.evidence) {
    reported += evidence.column + "=" + evidence.value + " ";
  }
  EXPECT_EQ(reported,
            "sku=A quantity-shipped=0 quantity-purchased=1 "
            "sku=B quantity-shipped=1 quantity-purchased=1 "
            "promise-date=2026-11-20T14:59:59+00:00 ");
}

TEST(Combine, due_is_the_earliest_ship_by_of_the_group) {
  const CheckedReports checked(
      {{"a.txt", ReportText::unshipped()
                     .row({{"order-id", "250-1234567-0000001"}})
                     .row({{"order-id", "250-1234567-0000002"},
                           {"promise-date", "2026-11-25T14:59:59+00:00"}})
                     .text()}},
      kNow);
  EXPECT_EQ(checked.check().counts(6)[static_cast<std::size_t>(Urgency::kInfo)],
            2u);
  EXPECT_EQ(checked.found("combine"), "info 2026-11-20T23:59:59+09:00");
  EXPECT_EQ(checked.evidence("combine", "order-id"), "250-1234567-0000002");
}

TEST(OutOfStock, units_go_to_the_earliest_ship_by) {
  ReportText text = ReportText::unshipped();
  text.row({{"order-id", "250-1234567-0000001"},
            {"promise-date", "2026-11-25T14:59:59+00:00"},
            {"quantity-purchased", "2"}})
      .row({{"order-id", "250-1234567-0000002"}, {"quantity-purchased", "2"}})
      .row({{"order-id", "250-1234567-0000003"}, {"sku", "SKU-2"}});
  struct Stock {
    const char* name;
    std::vector<StockLevel> levels;
    std::uint32_t affected;
  };
  const Stock rows[] = {
      {"untold", {}, 0},
      {"none left", {{"SKU-1", 0}}, 2},
      {"enough", {{"SKU-1", 4}}, 0},
      {"for one", {{"SKU-1", 3}}, 1},
      {"another SKU", {{"SKU-9", 0}}, 0},
      {"told in two places", {{"SKU-1", 2}, {"SKU-1", 2}}, 0},
  };
  for (const Stock& row : rows) {
    const CheckedReports checked({{"a.txt", text.text()}}, kNow, row.levels);
    EXPECT_EQ(
        checked.check().counts(12)[static_cast<std::size_t>(Urgency::kToday)],
        row.affected)
        << row.name;
  }
  const CheckedReports one({{"a.txt", text.text()}}, kNow, {{"SKU-1", 3}});
  EXPECT_EQ(one.found("out-of-stock"), "today 2026-11-25T23:59:59+09:00");
  EXPECT_EQ(one.evidence("out-of-stock", "sku"), "SKU-1");
}

TEST(Actions, every_one_has_evidence_a_source_and_words_in_three_languages) {
  std::set<std::string_view> seen;
  const auto look = [&](const CheckedReports& checked,
                        const std::string& name) {
    for (const Action& action : checked.check().actions()) {
      const Rule& rule = *all_rules()[action.rule];
      seen.insert(rule.id);
      for (const Language language :
           {Language::kEnglish, Language::kJapanese, Language::kItalian}) {
        const Explained words =
            explain(checked.check(), action,
                    checked.check().facts(action.order), language);
        std::vector<std::string> texts = words.steps;
        texts.push_back(words.title);
        EXPECT_FALSE(words.steps.empty()) << name << rule.id;
        EXPECT_FALSE(words.sources.empty()) << name << rule.id;
        const bool no_date =
            rule.id == std::string_view("ship") && !action.due();
        EXPECT_TRUE(no_date || !words.evidence.empty()) << name << rule.id;
        for (const std::string& text : texts) {
          EXPECT_EQ(text.find_first_of("{}"), std::string::npos)
              << name << ": " << text;
          EXPECT_EQ(text.find("rules/"), std::string::npos)
              << name << ": " << text;
          EXPECT_FALSE(text.empty()) << name << rule.id;
        }
      }
    }
  };
  for (const std::string& name : golden_names()) {
    const std::vector<FileText> file = {{name, golden_bytes(name)}};
    // Before, at, shortly after and long after the reports' dates.
    for (const char* now :
         {"2026-11-01T09:00:00+09:00", "2026-11-20T09:00:00+09:00",
          "2026-11-24T09:00:00+09:00", "2027-03-01T09:00:00+09:00"}) {
      look(CheckedReports(file, now), name);
    }
  }
  const Cells odd = {{"purchase-date", "2026-11-20T00:00:00+00:00"},
                     {"payment-method", "COD"},
                     {"is-buyer-requested-cancellation", "false"},
                     {"is-replacement-order", "true"},
                     {"gift-wrap-type", "Red"}};
  look(CheckedReports({{"odd.txt", ReportText::unshipped().row(odd).text()}},
                      kNow, {{"SKU-1", 0}}),
       "odd");
  look(CheckedReports(
           {{"undated.txt", ReportText::unshipped()
                                .row({{"purchase-date", ""},
                                      {"payments-date", ""},
                                      {"promise-date", ""},
                                      {"quantity-purchased", "2"},
                                      {"quantity-shipped", "1"},
                                      {"is-business-order", "true"},
                                      {"payment-method", "COD"},
                                      {"gift-wrap-type", "Red"},
                                      {"scheduled-delivery-end-date",
                                       "2026-11-22T03:00:00+00:00"},
                                      {"verge-of-cancellation", "true"},
                                      {"verge-of-lateShipment", "true"}})
                                .text()}},
           kNow, {{"SKU-1", 0}}),
       "undated");
  look(CheckedReports({{"cancel.txt",
                        ReportText::unshipped()
                            .row({{"promise-date", ""},
                                  {"purchase-date", ""},
                                  {"is-buyer-requested-cancellation", "true"}})
                            .text()}},
                      kNow),
       "cancel");
  look(CheckedReports(
           {{"together.txt", ReportText::unshipped()
                                 .row({{"order-id", "250-1234567-0000001"}})
                                 .row({{"order-id", "250-1234567-0000002"}})
                                 .row({{"order-id", "250-1234567-0000003"},
                                       {"ship-address-1", "Toyosu 2"}})
                                 .row({{"order-id", "250-1234567-0000004"},
                                       {"ship-address-1", "Toyosu 2"},
                                       {"gift-wrap-type", "Red"}})
                                 .text()}},
           kNow),
       "together");
  for (const char* const collected :
       {"is-ispu-order", "is-pickup-point-order"}) {
    look(CheckedReports(
             {{"marked.txt",
               ReportText({"order-id", "order-item-id", "purchase-date",
                           "promise-date", "sku", "quantity-purchased",
                           "quantity-to-ship", "ioss-number",
                           "signature-confirmation-recommended", collected})
                   .row({{"ioss-number", "IM4420001201"},
                         {"signature-confirmation-recommended", "true"},
                         {collected, "true"}})
                   .text()}},
             kNow),
         collected);
  }
  const Cells arrived = {{"Return request status", "Approved"},
                         {"Return delivery date", "18-Nov-2026"},
                         {"In policy", "Y"}};
  const Cells late = {{"Return delivery date", "18-Nov-2026"},
                      {"In policy", "N"}};
  const Cells claimed = {{"Return delivery date", "18-Nov-2026"},
                         {"A-to-Z Claim", "Y"}};
  for (const Cells& back : {arrived, late, claimed}) {
    look(CheckedReports({{"new.txt", ReportText::new_orders().row({}).text()},
                         {"back.txt", ReportText::returns().row(back).text()}},
                        kNow),
         "back");
    look(CheckedReports({{"back.txt", ReportText::returns().row(back).text()}},
                        kNow),
         "back, without prices");
  }
  look(CheckedReports(
           {{"asked.txt",
             ReportText::returns().row({{"Return request date", ""}}).text()}},
           kNow),
       "asked, without a day");
  look(CheckedReports({{"open.txt", ReportText::unshipped().row({}).text()}},
                      kNow, {}, "amazon-jp",
                      {{*OrderId::parse("250-1234567-1234567"),
                        at("2026-11-24T23:59:59+09:00"),
                        "\u56DE\u7B54",
                        {}}}),
       "an answer that waits");
  look(CheckedReports(
           {{"list.txt",
             ReportText::listing()
                 .row({{"reporting-date", "2026-11-20T08:00:00+09:00"}})
                 .text()},
            {"new.txt", ReportText::new_orders()
                            .row({{"order-id", "250-7654321-7654321"}})
                            .text()}},
           kNow),
       "left");
  // Those that read the journal are looked at in journal_rules_test.cc.
  seen.insert({"came-back", "confirm-now", "label-without-number"});
  for (const Rule* rule : all_rules()) {
    EXPECT_EQ(seen.count(rule->id), 1u) << rule->id << " was never seen";
  }
}

}  // namespace
}  // namespace parcelwise
